"""Commands on a vacancy: its notice, works, withdrawal, qualification, its holder, what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import click

from fluxdesk.cli import rendu
from fluxdesk.cli.offres import CAUSES
from fluxdesk.cli.reperes import trouver_vacance
from fluxdesk.cli.usage import DATE, TEXTE, Commande, Obligatoire, OptionsError
from fluxdesk.domain.dates import en_chiffres
from fluxdesk.domain.erreurs import IntrouvableError
from fluxdesk.domain.preavis import MotifPreavis
from fluxdesk.domain.suivi_vacance import MotifHorsFlux
from fluxdesk.domain.typographie import typographier
from fluxdesk.domain.vacance import CategorieSoustrait, Qualification
from fluxdesk.services.enchainer_mutation import LogementQuitte, ouvrir_suite, suites_a_ouvrir
from fluxdesk.services.noter_preavis import noter_preavis
from fluxdesk.services.noter_travaux import Travaux, noter_travaux
from fluxdesk.services.proposer_au_titulaire import proposer_au_titulaire
from fluxdesk.services.qualifier_vacance import Precision, preciser_qualification
from fluxdesk.services.retirer_logement import Retrait, rendre_logement, retirer_logement

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from enum import Enum

    from fluxdesk.cli.session import Session
    from fluxdesk.services.ports import Bureau

Mot = TypeVar("Mot", bound="Enum")


def mots_de(liste: type[Mot]) -> dict[str, Mot]:
    """The values of a closed list by the word that a command line writes."""
    return {value.name.lower().replace("_", "-"): value for value in liste}


def choisir(mot: str, connus: Mapping[str, Mot], quoi: str) -> Mot:
    """The value that the word names.

    Raises:
        OptionsError: none, with those there are.
    """
    if mot not in connus:
        message = f"« {mot} » n’est pas {quoi} ; choisissez parmi : {', '.join(connus)}."
        raise OptionsError(typographier(message))
    return connus[mot]


PREAVIS = mots_de(MotifPreavis)
QUALIFICATIONS = mots_de(Qualification)
HORS_FLUX = mots_de(MotifHorsFlux)
CATEGORIES = mots_de(CategorieSoustrait)
_VACANCE = click.argument("vacance", type=TEXTE)
_le = click.option(
    "--le", "jour", type=DATE, metavar="DATE", cls=Obligatoire, required=True,
    help="Le jour de l’acte, comme 31/12/2026 (obligatoire).",
)  # fmt: skip
_motif = click.option("--motif", type=TEXTE, metavar="TEXTE", default="", help="Gardé au journal.")


@click.command("preavis", cls=Commande)
@_VACANCE
@click.argument("motif", type=TEXTE, metavar="|".join(PREAVIS))
@click.option("--justifie", is_flag=True, help="Le locataire a donné la preuve du motif.")
@click.pass_obj
def preavis(session: Session, vacance: str, motif: str, *, justifie: bool) -> int:
    """Noter le motif du préavis et calculer sa durée et sa fin."""
    why = choisir(motif, PREAVIS, "un motif de préavis")
    with session.bureau() as bureau:
        ident = _trouver(vacance, bureau)
        notice = noter_preavis(ident, why, justifie=justifie, uow=bureau.base.transaction())
    told = f"Fin du préavis le {en_chiffres(notice.fin.jour)} : {notice.fin.explication}."
    session.sortie.rendre({"vacance": ident, "preavis": notice}, typographier(told))
    return 0


@click.command("travaux", cls=Commande)
@_VACANCE
@click.option("--debut", type=DATE, metavar="DATE", help="Début ; sans lui, travaux effacés.")
@click.option("--fin", type=DATE, metavar="DATE", help="Fin ; sans elle, ils durent encore.")
@click.option("--nature", type=TEXTE, default="", help="Quels travaux.")
@click.option("--disponible", type=DATE, metavar="DATE", help="Jour où le logement se louera.")
@click.pass_obj
def travaux(
    session: Session,
    vacance: str,
    debut: date | None,
    fin: date | None,
    nature: str,
    disponible: date | None,
) -> int:
    """Noter les travaux d’un logement vacant et le jour où il se louera."""
    with session.bureau() as bureau:
        works = Travaux(
            vacance_id=_trouver(vacance, bureau),
            debut=debut,
            fin=fin,
            nature=nature,
            disponibilite=disponible,
        )
        after = noter_travaux(works, uow=bureau.base.transaction())
    session.sortie.rendre({"vacance": after}, f"Logement {after.suivi.etat.value}.")
    return 0


@click.command("retrait", cls=Commande)
@_VACANCE
@_le
@click.option("--motif", type=TEXTE, cls=Obligatoire, required=True, help="Obligatoire.")
@click.option("--cause", type=TEXTE, default="", help="Clore aussi les offres, pour cette cause.")
@click.pass_obj
def retrait(session: Session, vacance: str, jour: date, motif: str, cause: str) -> int:
    """Retirer un logement vacant de la location, avec ou sans ses offres."""
    why = choisir(cause, CAUSES, "une cause") if cause else None
    with session.bureau() as bureau:
        asked = Retrait(vacance_id=_trouver(vacance, bureau), jour=jour, motif=motif, cause=why)
        after = retirer_logement(asked, uow=bureau.base.transaction())
    session.sortie.rendre({"vacance": after}, f"Logement retiré le {en_chiffres(jour)}.")
    return 0


@click.command("retour", cls=Commande)
@_VACANCE
@_le
@_motif
@click.pass_obj
def retour(session: Session, vacance: str, jour: date, motif: str) -> int:
    """Rendre à la location un logement retiré."""
    with session.bureau() as bureau:
        ident = _trouver(vacance, bureau)
        after = rendre_logement(ident, jour=jour, motif=motif, uow=bureau.base.transaction())
    session.sortie.rendre({"vacance": after}, f"Logement rendu le {en_chiffres(jour)}.")
    return 0


@click.command("qualifier", cls=Commande)
@_VACANCE
@click.argument("qualification", type=TEXTE, metavar="|".join(QUALIFICATIONS))
@click.option("--categorie", type=TEXTE, default="", help="Soustrait : " + ", ".join(CATEGORIES))
@click.option("--hors-flux", type=TEXTE, default="", help="Motif : " + ", ".join(HORS_FLUX))
@click.option("--operation", type=TEXTE, default="", help="Opération qui soustrait le logement.")
@click.pass_obj
def qualifier(
    session: Session,
    vacance: str,
    qualification: str,
    categorie: str,
    hors_flux: str,
    operation: str,
) -> int:
    """Dire si une vacance entre dans le flux, et sinon pourquoi."""
    kind = choisir(qualification, QUALIFICATIONS, "une qualification")
    told = Precision(
        categorie=choisir(categorie, CATEGORIES, "une catégorie") if categorie else None,
        hors_flux=choisir(hors_flux, HORS_FLUX, "un motif") if hors_flux else None,
        operation=operation,
    )
    with session.bureau() as bureau:
        ident = _trouver(vacance, bureau)
        preciser_qualification(ident, kind, told, uow=bureau.base.transaction())
    made = {"vacance": ident, "qualification": kind, "precision": told}
    session.sortie.rendre(made, f"Vacance n° {ident} : {kind.value}.")
    return 0


@click.command("titulaire", cls=Commande)
@_VACANCE
@click.pass_obj
def titulaire(session: Session, vacance: str) -> int:
    """Proposer un logement identifié (défense, sécurité, santé) à qui en tient le droit."""
    with session.bureau() as bureau:
        made = proposer_au_titulaire(
            _trouver(vacance, bureau),
            uow=bureau.base.transaction(),
            horloge=bureau.horloge,
            territoires=bureau.territoires,
            feries=bureau.feries,
        )
        with bureau.base.transaction() as uow:
            who = uow.reservataires.lire(made.reservataire_id or 0).nom
    session.sortie.rendre({"orientation": made, "destinataire": who}, rendu.offre(made, who))
    return 0


@click.command("suites", cls=Commande)
@click.option("--vacance", type=TEXTE, default="", help="Ouvrir la suite de cette vacance.")
@click.option("--logement", type=TEXTE, default="", help="Le logement quitté.")
@click.option("--le", "jour", type=DATE, metavar="DATE", help="Jour du congé du logement quitté.")
@click.option("--soustrait", is_flag=True, help="Le soustraire du flux au titre des mutations.")
@click.pass_obj
def suites(
    session: Session, vacance: str, logement: str, jour: date | None, *, soustrait: bool
) -> int:
    """Lister les logements quittés par mutation, ou en ouvrir un (--vacance --logement --le)."""
    if not vacance:
        with session.bureau() as bureau:
            found = suites_a_ouvrir(uow=bureau.base.transaction())
        lines = [f"vacance {s.vacance_id}  bail du {en_chiffres(s.bail)}" for s in found]
        session.sortie.rendre({"suites": found}, "\n".join(lines) or "Aucune suite à ouvrir.")
        return 0
    if not logement or jour is None:
        message = "--vacance va avec --logement, le logement quitté, et --le, le jour du congé."
        raise OptionsError(message)
    with session.bureau() as bureau:
        left = LogementQuitte(
            vacance_id=_trouver(vacance, bureau),
            logement_id=_logement(logement, bureau),
            date_conge=jour,
            soustrait=soustrait,
        )
        made = ouvrir_suite(left, uow=bureau.base.transaction())
    session.sortie.rendre({"vacance": made}, f"Vacance n° {made} ouverte.")
    return 0


def _trouver(repere: str, bureau: Bureau) -> int:
    return trouver_vacance(repere, uow=bureau.base.transaction())


def _logement(reference: str, bureau: Bureau) -> int:
    with bureau.base.transaction() as uow:
        found = uow.logements.trouver(reference)
    if found is None:
        what = "Le logement"
        raise IntrouvableError(what, reference)
    return found.id
