"""Write the page « pourquoi ce logement à X » of an offer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.services.composer_pourquoi import composer_pourquoi

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from fluxdesk.services.lire_courriers import LectureCourriers
    from fluxdesk.services.ports_papiers import RedacteurLettre


def editer_pourquoi(
    orientation_id: int,
    cible: Path,
    *,
    lecture: LectureCourriers,
    ecrire: RedacteurLettre,
    jour: date,
) -> Path:
    """Write the page, dated that day.

    Raises:
        IntrouvableError: no such offer.
        ModeleFautifError: the template in force cannot serve.
    """
    with lecture.uow as uow:
        offer = uow.orientations.lire(orientation_id)
        ecrire(composer_pourquoi(orientation_id, lecture=lecture, jour=jour), cible)
        uow.journal.ecrire(
            "lettre.pourquoi",
            f"orientation:{orientation_id}",
            f"Page « pourquoi ce logement » éditée\u00a0: offre {offer.numero}",
        )
        uow.valider()
    return cible
