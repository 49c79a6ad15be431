"""The clauses that a line of a table of conventions may say, beside what the engine reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.cellules_lues import borne, lu, mot
from fluxdesk.domain.clauses import ModeNeuf, RythmeBilan, SuiteCarence, UniteDelai
from fluxdesk.domain.flux.parties import ModeRefus
from fluxdesk.domain.taux import lire_taux

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from fluxdesk.domain.cellules import Cellules

JOURS_MAX, MOIS_MAX, ANNEES_MAX, CANDIDATS_MAX = 366, 60, 30, 20

_UNITES = {UniteDelai.OUVRES: "ouvrés", UniteDelai.CALENDAIRES: "calendaires"}
_SUITES = {
    SuiteCarence.RELANCE: "relance",
    SuiteCarence.SUIVANT: "suivant",
    SuiteCarence.REPRISE: "reprise",
}
# How each column is read; a column says nothing where its reader gives None.
_LECTEURS: Mapping[str, Callable[[Cellules, str], object]] = {
    "reference": lambda c, name: c.texte(name) or None,
    "signature": lambda c, name: c.jour(name),
    "garantie_emprunt": lambda c, name: c.oui_non(name),
    "candidats": lambda c, name: borne(c, name, 1, CANDIDATS_MAX),
    "zone_tendue": lambda c, name: c.oui_non(name),
    "unite_delai": lambda c, name: mot(c, name, UniteDelai, _UNITES),
    "suite_carence": lambda c, name: mot(c, name, SuiteCarence, _SUITES),
    "refus_candidat": lambda c, name: mot(c, name, ModeRefus),
    "refus_cal": lambda c, name: mot(c, name, ModeRefus),
    "retrait": lambda c, name: mot(c, name, ModeRefus),
    "publics": lambda c, name: lire_publics(c.texte(name)),
    "signalement_jours": lambda c, name: borne(c, name, 1, JOURS_MAX),
    "candidats_nouveaux_jours": lambda c, name: borne(c, name, 1, JOURS_MAX),
    "rotation": lambda c, name: lu(c, name, lire_taux),
    "neuf": lambda c, name: mot(c, name, ModeNeuf),
    "rythme": lambda c, name: mot(c, name, RythmeBilan),
    "point_jours": lambda c, name: borne(c, name, 1, JOURS_MAX),
    "terme": lambda c, name: c.jour(name),
    "tacite_reconduction": lambda c, name: c.oui_non(name),
    "reconduction_annees": lambda c, name: borne(c, name, 1, ANNEES_MAX),
    "denonciation_mois": lambda c, name: borne(c, name, 1, MOIS_MAX),
    "transmise_prefet": lambda c, name: c.jour(name),
}
COLONNES_CLAUSES: tuple[str, ...] = tuple(_LECTEURS)
_CHAMPS = {"terme": "fin"}  # « fin » is that of a rate in these tables


def lire_clauses(cellules: Cellules) -> tuple[tuple[str, object], ...]:
    """The clauses the line says, by column.

    Raises:
        LigneRefuseeError: the first cell that cannot be understood.
    """
    read = ((name, reader(cellules, name)) for name, reader in _LECTEURS.items())
    return tuple((name, value) for name, value in read if value is not None)


def champs_dits(lignes: Iterable[Mapping[str, object]]) -> dict[str, object]:
    """The clauses of the lines of one réservataire, by field; they never contradict."""
    return {
        _CHAMPS.get(name, name): said[name]
        for said in lignes
        for name in COLONNES_CLAUSES
        if name in said
    }


def lire_publics(texte: str) -> tuple[str, ...] | None:
    """The publics of a cell, between commas or bars; None where there is none."""
    found = tuple(p.strip() for p in texte.replace("|", ",").split(",") if p.strip())
    return found or None
