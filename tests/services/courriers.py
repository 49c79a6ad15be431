"""A year of letters to write: offers at every stage, a guarantee, the readers of a letter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from fluxdesk.domain.lettre import Blanc, Encadre, Fiche, Paragraphe
from fluxdesk.services.lire_courriers import LectureCourriers
from tests.services.monde import TERRITOIRES

if TYPE_CHECKING:
    from fluxdesk.domain.lettre import Lettre
    from fluxdesk.domain.modele_lettre import GenreCourrier
    from fluxdesk.domain.orientation import Orientation
    from tests.services.memoire import MemoireUow

JOUR = date(2026, 4, 10)


def changer(uow: MemoireUow, offre: Orientation, **valeurs: object) -> None:
    """The offer as the base keeps it, with these values."""
    with uow:
        kept = uow.orientations.lire(offre.id)
        uow.orientations.enregistrer(replace(kept, **valeurs))  # type: ignore[arg-type]
        uow.valider()


def lecture(uow: MemoireUow) -> LectureCourriers:
    return LectureCourriers(uow, TERRITOIRES)


def dit(lettre: Lettre) -> str:
    """Every word of the body, one element a line, ordinary spaces."""
    lines = [f"Objet : {lettre.objet}"]
    for element in lettre.corps:
        match element:
            case Paragraphe(texte, puce):
                lines.append(f"– {texte}" if puce else texte)
            case Encadre(titre, detail):
                lines.append(f"[{titre} {detail}]")
            case Fiche():
                lines += [f"{name} = {value}" for name, value in element.lignes]
            case Blanc():
                pass
            case _:
                lines += [" | ".join(row) for row in (element.entetes, *element.lignes)]
    return "\n".join(lines).replace("\u00a0", " ")


def genres(attendus: object) -> list[GenreCourrier]:
    return [one.courrier.genre for one in attendus]  # type: ignore[attr-defined]
