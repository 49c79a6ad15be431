"""The sentences of the bilan: what a mayor reads first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.bilan_comptes import comptes, total
from fluxdesk.domain.bilan_controles import mesures
from fluxdesk.domain.clauses import RythmeBilan
from fluxdesk.domain.dates import en_lettres
from fluxdesk.domain.flux.nombres import nombre
from fluxdesk.domain.flux.parties import BAILLEUR
from fluxdesk.domain.flux.phrases import a, logements
from fluxdesk.domain.typographie import accorde, typographier

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxdesk.domain.bilan import Bilan, LigneBilan, LigneSolde

MENTION = typographier(
    "Bilan établi en application de l'article R441-5-1 du code de la construction et de"
    " l'habitation : le bailleur transmet avant le 28 février, à l'ensemble des réservataires,"
    " le bilan des logements proposés et attribués l'année précédente, par réservataire,"
    " typologie, type de financement, localisation en quartier prioritaire de la politique de"
    " la ville (QPV) ou hors QPV, commune et période de construction."
)
_INTERMEDIAIRE = typographier(
    "Point intermédiaire, au rythme de la convention : le bilan de l'année reste dû avant le"
    " 28 février (code de la construction et de l'habitation, article R441-5-1)."
)
_COMPTES = typographier(
    "Les offres sont comptées"
    " à leur date, les attributions à la date de la décision de la commission, les baux à leur"
    " signature ; sont sans suite les offres de la période qui ont échoué ; un logement"
    " proposé à plusieurs réservataires est compté chez chacun."
    " Dû : droits ouverts par les taux de convention à chaque logement entré dans le flux ;"
    " servi : logements imputés au réservataire. Dus exacts, affichés à deux décimales."
    " Aucune donnée nominative."
)


def titre(bilan: Bilan) -> str:
    """Title of the document and of its metadata."""
    told = f"Bilan annuel {bilan.annee} des logements réservés"
    if not bilan.periode.entiere:
        when = bilan.periode.nom.replace(" ", "\u00a0")  # never cut at the end of a line
        told = f"Bilan intermédiaire des logements réservés, {when}"
    return f"{told}, rectificatif\u00a0{bilan.version - 1}" if bilan.version > 1 else told


def bailleur(bilan: Bilan) -> str:
    """Whose it is, and the day it was made."""
    made = f" – établi le {en_lettres(bilan.etabli)}" if bilan.etabli is not None else ""
    return f"{bilan.bailleur}{made}"


def cadre_legal(bilan: Bilan) -> str:
    """By what it is owed, and how it counts."""
    return f"{MENTION if bilan.periode.entiere else _INTERMEDIAIRE} {_COMPTES}"


def rectificatif(bilan: Bilan) -> str:
    """What this bilan replaces, and whether it says how it differs."""
    if not bilan.changements:
        return "Ce rectificatif annule et remplace le bilan déjà transmis."
    return typographier("Ce rectificatif annule et remplace le bilan déjà transmis ; il change :")


def portee(bilan: Bilan) -> str:
    """Who receives it, and what it covers."""
    scope = "vos seules réservations" if bilan.reservataire else "tous les réservataires"
    if bilan.d_un_epci:
        scope = f"{scope} sur votre territoire"
    return typographier(f"Destinataire : {bilan.destinataire} – {scope} – {bilan.periode.bornes}")


def proposes_aux_reservataires(bilan: Bilan) -> tuple[tuple[LigneBilan, ...], int]:
    """Rows of the réservataires, and how many dwellings the landlord kept for itself."""
    own = {solde.nom for solde in bilan.soldes if solde.cle == BAILLEUR}
    own |= {fait.reservataire for fait in bilan.detail if fait.partie == BAILLEUR}
    kept = sum(ligne.proposes for ligne in bilan.lignes if ligne.reservataire in own)
    return tuple(ligne for ligne in bilan.lignes if ligne.reservataire not in own), kept


def totaux_soldes(bilan: Bilan) -> tuple[LigneSolde, LigneSolde]:
    """Exact totals of the réservataires: of the year, since the first day."""
    kept = [compte for compte in comptes(bilan) if compte.compte]
    return total(c.annee for c in kept), total(c.cumul for c in kept)


def phrase_cle(bilan: Bilan) -> str:
    """The year in two or three sentences."""
    rows, own = proposes_aux_reservataires(bilan)
    year, history = totaux_soldes(bilan)
    proposed = sum(ligne.proposes for ligne in rows)
    given = sum(ligne.attribues for ligne in rows)
    let = sum(ligne.baux for ligne in rows)
    who = a(bilan.reservataire) if bilan.reservataire else "aux réservataires"
    kept = f" et {accorde(own, 'gardé')} par le bailleur" if own else ""
    failed = sum(ligne.sans_suite for ligne in rows)
    told = (
        f"{_quand(bilan)}, {accorde(proposed, 'logement')} {_accord('proposé', proposed)}"
        f" {who}{kept} ; {accorde(given, 'attribution')} en commission,"
        f" {accorde(let, 'bail', 'baux')} {_accord('signé', let)},"
        f" {accorde(failed, 'offre')} sans suite."
    )
    if bilan.d_un_epci:
        return typographier(told)
    when = "l'année" if bilan.periode.entiere else "la période"
    return typographier(
        f"{told} Dû de {when} : {logements(year.du)}, servi {year.servi}, solde"
        f" {nombre(year.solde, signe=True)}. {_cumul(history, bilan)}"
    )


def _quand(bilan: Bilan) -> str:
    name = bilan.periode.nom
    if bilan.periode.entiere or bilan.periode.rythme is RythmeBilan.MENSUEL:
        return f"En {name}"
    return f"Au {name}"


def notes(bilan: Bilan) -> tuple[str, ...]:
    """What explains that a table adds up to more than the figures above it."""
    return tuple(_notes(bilan))


def _notes(bilan: Bilan) -> Iterator[str]:
    rows, own = proposes_aux_reservataires(bilan)
    if own:
        count = accorde(own, "logement gardé", "logements gardés")
        yield f"Les tableaux qui suivent comptent aussi {count} par le bailleur."
    elif mesures(rows) != mesures(bilan.lignes):  # kept in another year, let in this one
        yield "Les tableaux qui suivent comptent aussi les logements gardés par le bailleur."
    apart = sum(fait.proposes for fait in bilan.detail if fait.a_part)
    if apart:
        count = accorde(apart, "première location", "premières locations")
        yield typographier(
            f"Dont {count} de logements neufs, que la convention de leur réservataire compte à"
            " part : hors de son dû et de son servi. Celles d'un programme qu'une autre convention"
            " compte dans le flux entrent dans les libérations, au compte du bailleur."
        )
    if bilan.seuil:
        yield typographier(
            f"Les lignes de moins de {bilan.seuil} attributions ou baux sont regroupées (secret) ;"
            " les totaux restent exacts."
        )


def _cumul(solde: LigneSolde, bilan: Bilan) -> str:
    last = bilan.periode.dernier_jour.removesuffix(f" {bilan.annee}")
    head = f"Depuis l'origine, au {last}, le solde est de {nombre(solde.solde, signe=True)} :"
    shown = round(solde.solde * 100)  # the sentence agrees with the figure as it is printed
    if shown > 0:
        return f"{head} des logements restent dus."
    if shown < 0:
        return f"{head} des logements ont été servis d'avance."
    return f"{head} rien ne reste dû."


def _accord(mot: str, nombre_de: int) -> str:
    return accorde(nombre_de, mot).split("\u00a0")[-1]
