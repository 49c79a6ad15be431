"""Commands on the candidates of an offer; no name is ever told back, nor written in the journal."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from fluxdesk.cli.imports import ESSAI, FICHIER, ajouter_modele, exiger_commande, rendre
from fluxdesk.cli.reperes import trouver_orientation
from fluxdesk.cli.usage import DATE, TEXTE, Groupe, Obligatoire
from fluxdesk.domain.candidat import Candidat
from fluxdesk.domain.conservation import SOURCE_AUTRES, SOURCE_LOCATAIRES
from fluxdesk.domain.erreurs import IntrouvableError
from fluxdesk.domain.typographie import accorde, typographier
from fluxdesk.services import importer_candidats as cand
from fluxdesk.services.effacer_sauvegardes import effacer_sauvegardes, sauvegardes_d_avant
from fluxdesk.services.purger_candidats import durees_gardees, purger_candidats
from fluxdesk.services.tenir_candidats import (
    classer_candidats,
    inscrire_candidat,
    remettre_candidat,
    retirer_candidat,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from fluxdesk.cli.session import Session
    from fluxdesk.services.ports import Bureau

MOIS = click.IntRange(0, 60)
_OFFRE = click.argument("orientation", type=TEXTE)
_NUMERO = click.argument("numero", type=TEXTE)


@click.group("candidats", cls=Groupe, invoke_without_command=True)
@click.pass_context
def candidats(contexte: click.Context) -> None:
    """Candidats que les réservataires proposent sur les offres en cours."""
    exiger_commande(contexte, candidats)


@candidats.command("importer")
@FICHIER
@ESSAI
@click.pass_obj
def importer_candidats(session: Session, fichier: Path, *, essai: bool) -> int:
    """Importer un tableau de candidats, un par ligne, rangés dans l’ordre des lignes."""
    with session.bureau() as bureau:
        lu = cand.importer_candidats(
            bureau.lire_tableau(fichier, (*cand.COLONNES, *cand.ECARTEES)),
            essai=essai,
            uow=bureau.base.transaction(),
            horloge=bureau.horloge,
            territoires=bureau.territoires,
            progress=session.sortie.progres,
        )
    return rendre(session, lu)


ajouter_modele(candidats, cand.COLONNES)


@candidats.command("ajouter")
@_OFFRE
@_NUMERO
@click.option("--nom", type=TEXTE, cls=Obligatoire, required=True, help="Nom (obligatoire).")
@click.option("--personnes", type=int, help="Taille du ménage.")
@click.option("--quartile", type=int, help="Quartile de ressources, de 1 à 4.")
@click.option("--dalo/--sans-dalo", default=None, help="Reconnu DALO.")
@click.option("--mutation/--sans-mutation", default=None, help="Quitte un de nos logements.")
@click.option("--relogement/--sans-relogement", default=None, help="Relogement, ORCOD ou NPNRU.")
@click.option(
    "--recus", type=DATE, metavar="DATE", help="Noter aussi l’étape « candidats reçus », ce jour."
)
@click.pass_obj
def ajouter(
    session: Session,
    /,
    orientation: str,
    numero: str,
    nom: str,
    recus: date | None,
    **faits: int | bool | None,
) -> int:
    """Ajouter un candidat, au dernier rang. NUMERO est son numéro unique."""
    with session.bureau() as bureau:
        made = Candidat(
            orientation_id=trouver_orientation(orientation, uow=bureau.base.transaction()),
            numero_unique=numero,
            nom=nom,
            **faits,  # type: ignore[arg-type] # each by the name of its field
        )
        ident, doubts = inscrire_candidat(
            made, uow=bureau.base.transaction(), horloge=bureau.horloge, recus=recus
        )
    told = "\n".join(["Candidat ajouté.", *doubts])
    session.sortie.rendre({"candidat": ident, "doutes": doubts}, told)
    return 0


@candidats.command("retirer")
@_OFFRE
@_NUMERO
@click.option("--motif", type=TEXTE, cls=Obligatoire, required=True, help="Obligatoire.")
@click.pass_obj
def retirer(session: Session, orientation: str, numero: str, motif: str) -> int:
    """Retirer un candidat, par son numéro unique ; il reste dans la base jusqu’à la purge."""
    with session.bureau() as bureau:
        offer = trouver_orientation(orientation, uow=bureau.base.transaction())
        ident = _candidat(numero, _connus(offer, bureau))
        retirer_candidat(
            offer, ident, motif=motif, uow=bureau.base.transaction(), horloge=bureau.horloge
        )
    session.sortie.rendre({"candidat": ident}, "Candidat retiré ; « remettre » le ramène.")
    return 0


@candidats.command("remettre")
@_OFFRE
@_NUMERO
@click.pass_obj
def remettre(session: Session, orientation: str, numero: str) -> int:
    """Remettre un candidat retiré, au rang qu’il avait."""
    with session.bureau() as bureau:
        offer = trouver_orientation(orientation, uow=bureau.base.transaction())
        ident = _candidat(numero, _connus(offer, bureau, retires=True))
        remettre_candidat(ident, uow=bureau.base.transaction())
    session.sortie.rendre({"candidat": ident}, "Candidat remis.")
    return 0


@candidats.command("classer")
@_OFFRE
@click.argument("numeros", type=TEXTE, nargs=-1, metavar="NUMERO…")
@click.pass_obj
def classer(session: Session, orientation: str, numeros: tuple[str, ...]) -> int:
    """Classer les candidats : tous leurs numéros uniques, du premier rang au dernier."""
    with session.bureau() as bureau:
        offer = trouver_orientation(orientation, uow=bureau.base.transaction())
        known = _connus(offer, bureau)
        order = [_candidat(numero, known) for numero in numeros]
        classer_candidats(offer, order, uow=bureau.base.transaction())
    session.sortie.rendre({"ordre": order}, f"{accorde(len(order), 'candidat')} en ordre.")
    return 0


@candidats.command("purger")
@ESSAI
@click.option("--locataires", type=MOIS, help=f"Mois après le bail. {SOURCE_LOCATAIRES}.")
@click.option("--autres", type=MOIS, help=f"Mois après la fin de l’offre. {SOURCE_AUTRES}.")
@click.option(
    "--sauvegardes",
    is_flag=True,
    help="Effacer aussi les sauvegardes d’avant la purge, une nouvelle faite d’abord.",
)
@click.pass_obj
def purger(
    session: Session,
    locataires: int | None,
    autres: int | None,
    *,
    essai: bool,
    sauvegardes: bool,
) -> int:
    """Effacer les candidats gardés assez longtemps ; les durées données sont gardées."""
    with session.bureau() as bureau:
        now = bureau.horloge.maintenant()
        with bureau.base.transaction() as uow:
            kept = durees_gardees(uow=uow)
        asked = replace(
            kept,
            locataires=kept.locataires if locataires is None else locataires,
            autres=kept.autres if autres is None else autres,
        )
        made = purger_candidats(
            bureau.horloge.aujourd_hui(), essai=essai, uow=bureau.base.transaction(), durees=asked
        )
        older = sauvegardes_d_avant(now, base=bureau.base)
        gone = effacer_sauvegardes(now, base=bureau.base) if sauvegardes and not essai else 0
    words = ("candidat", "candidats") if essai else ("candidat effacé", "candidats effacés")
    todo = " à effacer" if essai else ""
    told = [f"{accorde(made.candidats, *words)}{todo}, {accorde(made.offres, 'offre')}."]
    told.append(
        f"Gardés {asked.locataires} mois après le bail ({SOURCE_LOCATAIRES}), {asked.autres} mois "
        f"après la fin de l’offre ({SOURCE_AUTRES})."
    )
    if gone:
        told.append(f"{accorde(gone, 'sauvegarde effacée', 'sauvegardes effacées')}.")
    elif made.candidats and not essai:
        told.append(older.phrase())
    document = {"essai": essai, "purge": made, "durees": asked, "sauvegardes_effacees": gone}
    session.sortie.rendre(document, typographier("\n".join(filter(None, told))))
    return 0


def _connus(orientation_id: int, bureau: Bureau, *, retires: bool = False) -> dict[str, int]:
    with bureau.base.transaction() as uow:
        read = uow.candidats.retires if retires else uow.candidats.de_l_orientation
        found = read(orientation_id)
    return {c.numero_unique: c.id for c in found}


def _candidat(numero: str, connus: Mapping[str, int]) -> int:
    """The candidate of that number, however it is spaced."""
    key = "".join(numero.split()).upper()
    if key not in connus:
        what = "Le candidat de numéro unique"
        raise IntrouvableError(what, numero)
    return connus[key]
