"""A program that imports without end, for a test to kill: says READY, then each lot it kept."""

from __future__ import annotations

import sys
from pathlib import Path

from fluxdesk.adapters.db.base import ouvrir_base
from tests.adapters.db.exemples import importer, logement
from tests.services.memoire import HorlogeFixe

LOT = 300


def dire(mot: str) -> None:
    sys.stdout.write(f"{mot}\n")
    sys.stdout.flush()


def main(chemin: Path, sauvegardes: Path) -> None:
    base = ouvrir_base(chemin, auteur="x", horloge=HorlogeFixe(), sauvegardes=sauvegardes)
    dire("READY")
    while True:
        with base.transaction() as uow:
            first = uow.logements.nombre()
            lot = importer(uow, *(logement(f"k{first + n}") for n in range(LOT)))
            uow.valider()
        dire(str(lot))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
