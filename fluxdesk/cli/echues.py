"""Commands on an offer whose deadline nears or is over: more time, no candidate, taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from fluxdesk.cli import rendu
from fluxdesk.cli.reperes import trouver_orientation
from fluxdesk.cli.usage import DATE, TEXTE, Commande, Obligatoire
from fluxdesk.domain.dates import en_chiffres
from fluxdesk.domain.echec import CauseEchec
from fluxdesk.domain.flux.parties import NOM_BAILLEUR
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.services.enregistrer_issue import Reponse
from fluxdesk.services.envoyer_offre import prolonger_offre
from fluxdesk.services.trancher_echeance import (
    constater_carence,
    examiner_echue,
    reprendre_pour_un_tour,
)

if TYPE_CHECKING:
    from datetime import date

    from fluxdesk.cli.session import Session

_OFFRE = click.argument("orientation", type=TEXTE)
_le = click.option(
    "--le", "jour", type=DATE, metavar="DATE", cls=Obligatoire, required=True,
    help="Le jour du constat, comme 31/12/2026 (obligatoire).",
)  # fmt: skip
_motif = click.option("--motif", type=TEXTE, metavar="TEXTE", default="", help="Gardé au journal.")


@click.command("prolonger", cls=Commande)
@_OFFRE
@click.option(
    "--jusqu-au", type=DATE, cls=Obligatoire, required=True, help="Nouvelle échéance (obligatoire)."
)
@click.option("--motif", type=TEXTE, cls=Obligatoire, required=True, help="Obligatoire.")
@click.pass_obj
def prolonger(session: Session, orientation: str, jusqu_au: date, motif: str) -> int:
    """Donner plus de temps à un réservataire, en disant pourquoi."""
    with session.bureau() as bureau:
        ident = trouver_orientation(orientation, uow=bureau.base.transaction())
        after = prolonger_offre(
            ident, jusqu_au, motif=motif, uow=bureau.base.transaction(), horloge=bureau.horloge
        )
    told = f"Offre {after.numero} prolongée jusqu’au {en_chiffres(jusqu_au)}."
    session.sortie.rendre({"orientation": after}, told)
    return 0


@click.command("echue", cls=Commande)
@_OFFRE
@click.pass_obj
def echue(session: Session, orientation: str) -> int:
    """Dire ce que la convention prévoit pour une offre échue ; n’enregistre rien."""
    with session.bureau() as bureau:
        ident = trouver_orientation(orientation, uow=bureau.base.transaction())
        seen = examiner_echue(
            ident, uow=bureau.base.transaction(), horloge=bureau.horloge, feries=bureau.feries
        )
    session.sortie.rendre(seen, f"{seen.conseil}\n{seen.effet}")
    return 0


@click.command("carence", cls=Commande)
@_OFFRE
@_le
@_motif
@click.pass_obj
def carence(session: Session, orientation: str, jour: date, motif: str) -> int:
    """Constater qu’aucun candidat n’est venu dans le délai."""
    with session.bureau() as bureau:
        ident = trouver_orientation(orientation, uow=bureau.base.transaction())
        after = constater_carence(ident, jour=jour, motif=motif, uow=bureau.base.transaction())
    told = f"Offre {after.numero} : {after.issue.value}."
    session.sortie.rendre({"orientation": after}, told)
    return 0


@click.command("reprise", cls=Commande)
@_OFFRE
@_le
@_motif
@click.pass_obj
def reprise(session: Session, orientation: str, jour: date, motif: str) -> int:
    """Constater la carence et garder le logement pour un tour."""
    with session.bureau() as bureau:
        answer = Reponse(
            orientation_id=trouver_orientation(orientation, uow=bureau.base.transaction()),
            issue=IssueOrientation.SANS_CANDIDAT,
            jour=jour,
            motif=motif,
            cause=CauseEchec.AUCUN_CANDIDAT,
        )
        made = reprendre_pour_un_tour(
            answer,
            uow=bureau.base.transaction(),
            horloge=bureau.horloge,
            territoires=bureau.territoires,
            feries=bureau.feries,
        )
    session.sortie.rendre({"orientation": made}, rendu.offre(made, NOM_BAILLEUR))
    return 0
