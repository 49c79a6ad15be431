"""Commands on one vacancy: who is owed it, and the letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from fluxdesk.cli import rendu
from fluxdesk.cli.papier import ORIENTATION, SORTIE, ecrire_papier
from fluxdesk.cli.reperes import trouver_vacance
from fluxdesk.cli.usage import TEXTE, Commande
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
@ORIENTATION
@SORTIE
@click.pass_obj
def lettre(session: Session, orientation: str, sortie: Path) -> int:
    """Écrire la lettre de proposition d’une offre.

    ORIENTATION est le numéro de l’offre, comme 2026-031.
    """
    return ecrire_papier(session, orientation, sortie, editer_lettre)
