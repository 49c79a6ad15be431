"""The flux of the exercice: one line a party, what it is owed and what it got; notes below."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtGui import QColor
from typing_extensions import override

from fluxdesk.domain.flux.nombres import nombre
from fluxdesk.domain.flux.phrases import logements
from fluxdesk.services.rows import FluxRow
from fluxdesk.ui.models.lignes import Colonne, ModeleLignes
from fluxdesk.ui.theme import jetons

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QObject

CENTIEMES = 100


class Col(IntEnum):
    """Columns, in order."""

    NOM = 0
    PART = 1
    BARRE = 2
    DU = 3
    SERVI = 4
    RETARD = 5


@dataclass(frozen=True, slots=True)
class BarreFlux:
    """What the bar draws: dues and services on the scale of the largest of all.

    ``tolerance`` is how far from its due a party may stand; None for a part of another.
    """

    du: Fraction
    servi: int | Fraction
    echelle: Fraction
    tolerance: Fraction | None = None


@dataclass(frozen=True, slots=True)
class NoteFlux:
    """What is said under a party, across the table: ``compte`` is the row above."""

    compte: FluxRow
    texte: str


Ligne: TypeAlias = FluxRow | NoteFlux


def part_dite(dix_milliemes: int | None) -> str:
    """``22 %``, ``12,5 %``; empty for the landlord."""
    if dix_milliemes is None:
        return ""
    text = nombre(Fraction(dix_milliemes, CENTIEMES))
    return f"{text.rstrip('0').rstrip(',')}\u00a0%"


def _du_compte(texte: Callable[[FluxRow], str]) -> Callable[[Ligne], str]:
    """The text of an account; a note fills only the first column."""
    return lambda row: texte(row) if isinstance(row, FluxRow) else ""


class FluxModel(ModeleLignes[Ligne]):
    """Shows parties, children indented under their parent; the bars share one scale."""

    def __init__(self, parent: QObject | None = None) -> None:
        self._echelle = Fraction(1)
        self._tolerance: Fraction | None = None
        super().__init__(
            (
                Colonne(titre="Réservataire", texte=_nom, dit=_dire_nom),
                Colonne(
                    titre="Part", texte=_du_compte(lambda row: part_dite(row.part)), nombre=True
                ),
                Colonne(
                    titre="Servi et dû",
                    texte=lambda _row: "",
                    valeur=self._barre,
                    dit=self._dire_barre,
                    titre_complet="La barre est ce qui a été servi, le trait ce qui est dû, "
                    "souligné de la tolérance",
                ),
                Colonne(titre="Dû", texte=_du_compte(lambda row: nombre(row.du)), nombre=True),
                Colonne(titre="Servi", texte=_du_compte(lambda row: str(row.servi)), nombre=True),
                Colonne(
                    titre="Retard",
                    texte=_du_compte(lambda row: nombre(row.retard, signe=True)),
                    nombre=True,
                    dit=_dire_retard,
                    titre_complet="Logements dus et non encore servis",
                ),
            ),
            parent,
        )

    def montrer_flux(self, lignes: Sequence[FluxRow], tolerance: Fraction | None = None) -> None:
        """Show the parties with their notes; the bars are on the scale of the largest."""
        heads = [row for row in lignes if not row.parent]
        largest = max((max(row.du, Fraction(row.servi)) for row in heads), default=Fraction(1))
        self._echelle = max(largest, Fraction(1)) * Fraction(11, 10)
        self._tolerance = tolerance
        shown: list[Ligne] = []
        for row in lignes:
            shown += [row, *(NoteFlux(row, said) for said in notes_du_compte(row))]
        self.montrer(shown)

    def notes(self) -> list[int]:
        """Ranks of the notes, which take the whole width."""
        return [rank for rank, row in enumerate(self.lignes) if isinstance(row, NoteFlux)]

    @override
    def couleur(self, ligne: Ligne) -> QColor | None:
        """Notes and sous-contingents are told apart from the account they belong to."""
        quiet = isinstance(ligne, NoteFlux) or ligne.parent
        return QColor(jetons().texte_doux) if quiet else None

    def _barre(self, ligne: Ligne) -> BarreFlux | None:
        if isinstance(ligne, NoteFlux):
            return None
        band = None if ligne.parent else self._tolerance
        return BarreFlux(ligne.du, ligne.servi, self._echelle, band)

    def _dire_barre(self, ligne: Ligne) -> str | None:
        if isinstance(ligne, NoteFlux):
            return None
        told = f"servi {ligne.servi}, dû {nombre(ligne.du)}"
        if ligne.parent or self._tolerance is None:
            return told
        return f"{told}, à {nombre(self._tolerance)} près"


def notes_du_compte(ligne: FluxRow) -> list[str]:
    """What a figure alone would not say: whose fault a retard is, how long a small right waits."""
    return [said for said in (_dire_faute(ligne), ligne.attente) if said]


def _dire_faute(ligne: FluxRow) -> str:
    if round(ligne.faute * CENTIEMES) <= 0:
        return ""
    return f"dont {nombre(ligne.faute)} de retard faute de logement libéré sur son territoire"


def _nom(ligne: Ligne) -> str:
    if isinstance(ligne, NoteFlux):
        indent = "\u2003\u2003" if ligne.compte.parent else "\u2003"
        return f"{indent}{ligne.texte}"
    if not ligne.parent:
        return ligne.nom
    _, _, inside = ligne.nom.partition("(")
    return f"\u2003{inside.removesuffix(')') or ligne.nom}"


def _dire_nom(ligne: Ligne) -> str:
    return f"{ligne.compte.nom}, {ligne.texte}" if isinstance(ligne, NoteFlux) else ligne.nom


def _dire_retard(ligne: Ligne) -> str | None:
    if isinstance(ligne, NoteFlux):
        return None
    late = ligne.retard
    told = f"{logements(abs(late))} {'de retard' if late > 0 else 'd’avance'}"
    if not late:
        told = "ni retard ni avance"
    return f"{told}, {note}" if (note := _dire_faute(ligne)) else told
