"""Commands on one vacancy: who is owed it, and the letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from fluxdesk.cli import rendu
from fluxdesk.cli.reperes import trouver_orientation, trouver_vacance
from fluxdesk.cli.usage import CHEMIN, TEXTE, Commande, Obligatoire
from fluxdesk.services.editer_lettre import editer_lettre
from fluxdesk.services.suggerer_orientation import suggerer_orientation

if TYPE_CHECKING:
    from pathlib import Path

    from fluxdesk.cli.session import Session


@click.command("suggerer", cls=Commande)
@click.argument("vacance", type=TEXTE)
@click.pass_obj
def suggerer(session: Session, vacance: str) -> int:
    """Dire à qui revient un logement vacant, et pourquoi ; n’enregistre rien.

    VACANCE est le numéro de la vacance ou la référence du logement.
    """
    with session.bureau() as bureau:
        made = suggerer_orientation(
            trouver_vacance(vacance, uow=bureau.base.transaction()),
            uow=bureau.base.transaction(),
            horloge=bureau.horloge,
            territoires=bureau.territoires,
            feries=bureau.feries,
        )
    session.sortie.rendre(made, rendu.proposition(made))
    return 0


@click.command("lettre", cls=Commande)
@click.argument("orientation", type=TEXTE)
@click.option(
    "--sortie",
    type=CHEMIN,
    metavar="F.pdf",
    cls=Obligatoire,
    required=True,
    help="Fichier à écrire (obligatoire).",
)
@click.pass_obj
def lettre(session: Session, orientation: str, sortie: Path) -> int:
    """Écrire la lettre de proposition d’une offre.

    ORIENTATION est le numéro de l’offre, comme 2026-031.
    """
    with session.bureau() as bureau:
        ident = trouver_orientation(orientation, uow=bureau.base.transaction())
        written = editer_lettre(
            ident,
            sortie,
            uow=bureau.base.transaction(),
            territoires=bureau.territoires,
            ecrire=bureau.ecrire_lettre,
            jour=bureau.horloge.aujourd_hui(),
        )
    session.sortie.rendre({"fichier": written, "orientation": ident}, str(written))
    return 0
