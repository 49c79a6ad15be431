"""Variants of the letter that several test files share."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, cast

from fluxdesk.adapters.pdf import lettre_pdf
from fluxdesk.domain.gabarit_lettre import comprendre
from fluxdesk.domain.modele_lettre import GenreCourrier
from fluxdesk.domain.originaux_lettre import original
from fluxdesk.services.composer_courrier import composer_courrier

if TYPE_CHECKING:
    from fluxdesk.domain.gabarit_lettre import Gabarit
    from fluxdesk.domain.lettre import Lettre
    from fluxdesk.domain.modele_lettre import ModeleLettre
    from fluxdesk.services.faits_offre import LettreProposition
    from fluxdesk.services.lire_courriers import LectureCourriers

JOUR = date(2026, 4, 4)


class UneOffre:
    """Stands for the base: one offer, and the templates as they ship but one."""

    def __init__(self, lettre: LettreProposition, modele: ModeleLettre | None = None) -> None:
        self._lettre = lettre
        self._modele = modele

    def proposition(self, _orientation_id: int) -> LettreProposition:
        return self._lettre

    def gabarit(self, genre: GenreCourrier) -> Gabarit:
        return comprendre(self._modele or original(genre))


def changer(lettre: LettreProposition, partie: str, **valeurs: object) -> LettreProposition:
    """The letter, with some values of one of its parts changed."""
    return replace(lettre, **{partie: replace(getattr(lettre, partie), **valeurs)})


def composer(
    lettre: LettreProposition,
    genre: GenreCourrier = GenreCourrier.PROPOSITION,
    modele: ModeleLettre | None = None,
) -> Lettre:
    """The letter of that kind, in words."""
    lecture = cast("LectureCourriers", UneOffre(lettre, modele))
    return composer_courrier(genre, 1, lecture=lecture, jour=JOUR)


def lettre_en_octets(lettre: LettreProposition) -> bytes:
    """The letter of proposal, from the original template."""
    return lettre_pdf.lettre_en_octets(composer(lettre))
