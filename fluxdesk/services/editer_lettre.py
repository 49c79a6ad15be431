"""Write one letter about an offer, from the template in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.courrier import Courrier
from fluxdesk.domain.modele_lettre import GenreCourrier
from fluxdesk.domain.typographie import nom_simple
from fluxdesk.services.composer_courrier import composer_courrier
from fluxdesk.services.courriers_du_jour import ORIENTATION
from fluxdesk.services.noter_courriers import noter_ecrits

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.services.lire_courriers import LectureCourriers
    from fluxdesk.services.ports_papiers import RedacteurLettre


def nom_de_lettre(orientation: Orientation, destinataire: str) -> str:
    """File name such as ``Offre 2026-031 Action-Logement.pdf``, safe on every system."""
    return f"Offre {orientation.numero} {nom_simple(destinataire)}.pdf"


def editer_lettre(
    orientation_id: int,
    cible: Path,
    *,
    lecture: LectureCourriers,
    ecrire: RedacteurLettre,
    jour: date,
) -> Path:
    """Write the letter of proposal; an offer sent gives the same bytes, whenever it is printed.

    ``jour`` is today: the letter no longer waits (``courriers_du_jour``), and an offer that
    nothing said was sent is, today: the letter bears that date, and the delay runs from there.

    Raises:
        IntrouvableError: no such offer.
        SansLettreError: the landlord's own dwelling, or a cancelled offer.
        ModeleFautifError: the template in force cannot serve.
    """
    with lecture.uow as uow:
        offer = uow.orientations.lire(orientation_id)
        mark = Courrier(
            genre=GenreCourrier.PROPOSITION,
            objet=f"{ORIENTATION}:{offer.id}",
            jour=offer.jour,
            reservataire_id=offer.reservataire_id,
        )
        noter_ecrits([mark], jour, uow=uow, feries=lecture.feries)
        ecrire(
            composer_courrier(
                GenreCourrier.PROPOSITION, orientation_id, lecture=lecture, jour=jour
            ),
            cible,
        )
        uow.journal.ecrire(
            "lettre.editer",
            f"orientation:{orientation_id}",
            f"Lettre de proposition éditée : offre {offer.numero}",
        )
        uow.valider()
    return cible
