"""The flux of the exercice: one line a party, what it is owed and what it got."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor
from typing_extensions import override

from fluxdesk.domain.flux.nombres import nombre
from fluxdesk.services.rows import FluxRow
from fluxdesk.ui.models.lignes import Colonne, ModeleLignes
from fluxdesk.ui.theme import jetons

if TYPE_CHECKING:
    from collections.abc import Sequence

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
    """What the bar draws: dues and services on the scale of the largest of all."""

    du: Fraction
    servi: int
    echelle: Fraction


def part_dite(dix_milliemes: int | None) -> str:
    """``22 %``, ``12,5 %``; empty for the landlord."""
    if dix_milliemes is None:
        return ""
    text = nombre(Fraction(dix_milliemes, CENTIEMES))
    return f"{text.rstrip('0').rstrip(',')}\u00a0%"


class FluxModel(ModeleLignes[FluxRow]):
    """Shows parties, children indented under their parent; the bars share one scale."""

    def __init__(self, parent: QObject | None = None) -> None:
        self._echelle = Fraction(1)
        super().__init__(
            (
                Colonne(titre="Réservataire", texte=_nom, dit=lambda row: row.nom),
                Colonne(titre="Part", texte=lambda row: part_dite(row.part), nombre=True),
                Colonne(
                    titre="Servi et dû",
                    texte=lambda _row: "",
                    valeur=self._barre,
                    dit=_dire_barre,
                    titre_complet="La barre est ce qui a été servi, le trait ce qui est dû",
                ),
                Colonne(titre="Dû", texte=lambda row: nombre(row.du), nombre=True),
                Colonne(titre="Servi", texte=lambda row: str(row.servi), nombre=True),
                Colonne(
                    titre="Retard",
                    texte=lambda row: nombre(row.retard, signe=True),
                    nombre=True,
                    titre_complet="Logements dus et non encore servis",
                ),
            ),
            parent,
        )

    def montrer_flux(self, lignes: Sequence[FluxRow]) -> None:
        """Show the parties and draw their bars on the scale of the largest."""
        heads = [row for row in lignes if not row.parent]
        largest = max((max(row.du, Fraction(row.servi)) for row in heads), default=Fraction(1))
        self._echelle = max(largest, Fraction(1)) * Fraction(11, 10)
        self.montrer(lignes)

    @override
    def couleur(self, ligne: FluxRow) -> QColor | None:
        """Sous-contingents are told apart from the account they belong to."""
        return QColor(jetons().texte_doux) if ligne.parent else None

    def _barre(self, ligne: FluxRow) -> BarreFlux:
        return BarreFlux(ligne.du, ligne.servi, self._echelle)


def _nom(ligne: FluxRow) -> str:
    if not ligne.parent:
        return ligne.nom
    _, _, inside = ligne.nom.partition("(")
    return f"\u2003{inside.removesuffix(')') or ligne.nom}"


def _dire_barre(ligne: FluxRow) -> str:
    return f"servi {ligne.servi}, dû {nombre(ligne.du)}"
