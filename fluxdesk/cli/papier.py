"""What the commands share that write one paper of one offer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import click

from fluxdesk.cli.reperes import trouver_orientation
from fluxdesk.cli.usage import CHEMIN, TEXTE, Obligatoire
from fluxdesk.services.lire_courriers import lecture_de

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from fluxdesk.cli.session import Session
    from fluxdesk.services.lire_courriers import LectureCourriers
    from fluxdesk.services.ports_papiers import RedacteurLettre

ORIENTATION = click.argument("orientation", type=TEXTE)
SORTIE = click.option(
    "--sortie",
    type=CHEMIN,
    metavar="F.pdf",
    cls=Obligatoire,
    required=True,
    help="Fichier à écrire (obligatoire).",
)


class _Editer(Protocol):
    """Writes the paper of the offer of that id; the path written."""

    def __call__(
        self,
        orientation_id: int,
        cible: Path,
        *,
        lecture: LectureCourriers,
        ecrire: RedacteurLettre,
        jour: date,
    ) -> Path: ...


def ecrire_papier(session: Session, orientation: str, sortie: Path, editer: _Editer) -> int:
    """Write it for the offer of that number, and say where it is."""
    with session.bureau() as bureau:
        ident = trouver_orientation(orientation, uow=bureau.base.transaction())
        written = editer(
            ident,
            sortie,
            lecture=lecture_de(bureau),
            ecrire=bureau.ecrire_lettre,
            jour=bureau.horloge.aujourd_hui(),
        )
    session.sortie.rendre({"fichier": written, "orientation": ident}, str(written))
    return 0
