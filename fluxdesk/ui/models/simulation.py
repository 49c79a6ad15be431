"""The hypothesis of a simulation: one line a party, its rate and its clause typed over."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFont
from typing_extensions import override

from fluxdesk.domain.controles import pourcentage
from fluxdesk.domain.flux.parties import ModeRefus
from fluxdesk.services.simuler_hypothese import Clause, divisees, supposer_refus, supposer_taux
from fluxdesk.services.simuler_mots import LIBELLES_REFUS
from fluxdesk.ui.models.lignes import Colonne, ModeleLignes
from fluxdesk.ui.theme import jetons

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from fluxdesk.ui.models.lignes import Index

Role = Qt.ItemDataRole
CENTIEMES = 100  # 1/10 000 in one per cent
AUCUN = "aucun"


class Col(IntEnum):
    """Columns, in order."""

    NOM = 0
    SIGNE = 1
    TAUX = 2
    REFUS = 3


class HypotheseModel(ModeleLignes[Clause]):
    """Holds what is supposed; a whole has the sum of its parts, a part the clause of its whole."""

    change = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        self._divisees: frozenset[str] = frozenset()
        super().__init__(
            (
                Colonne(titre="Réservataire", texte=_nom, dit=lambda row: row.nom),
                Colonne(
                    titre="Taux signé",
                    texte=lambda row: taux_dit(row.signe),
                    nombre=True,
                    titre_complet="Taux en vigueur au début de la période, ou le premier qui suit",
                ),
                Colonne(
                    titre="Taux simulé",
                    texte=lambda row: taux_dit(row.taux),
                    nombre=True,
                    dit=self._dire_taux,
                    titre_complet="Taux supposé pour toute la période ; 0 % retire du flux",
                ),
                Colonne(
                    titre="Un refus…",
                    texte=lambda row: "" if row.parent else LIBELLES_REFUS[row.refus],
                    dit=_dire_refus,
                    titre_complet="Ce que coûte un refus à ce réservataire",
                ),
            ),
            parent,
        )

    def supposer(self, hypothese: Sequence[Clause]) -> None:
        """Begin from this hypothesis."""
        self._divisees = divisees(hypothese)
        self.montrer(hypothese)
        self.change.emit()

    def _dire_taux(self, ligne: Clause) -> str | None:
        if ligne.cle in self._divisees:
            return "Somme de ses sous-contingents\u00a0: modifiez-les un à un"
        return None

    def modifiable(self, index: Index) -> bool:
        """Whether this cell is typed over."""
        ligne = self.ligne(index)
        if ligne is None:
            return False
        if index.column() == Col.TAUX:
            return ligne.cle not in self._divisees
        return index.column() == Col.REFUS and ligne.parent is None

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        ligne = self.ligne(index)
        if ligne is None or role != Role.EditRole:
            plain = role in {Role.FontRole, Role.ForegroundRole}
            if plain and ligne is not None and not _change(ligne, index.column()):
                return (
                    QColor(jetons().texte_doux) if ligne.parent and role != Role.FontRole else None
                )
            return super().data(index, role)
        return ligne.refus if index.column() == Col.REFUS else (ligne.taux or 0) / CENTIEMES

    @override
    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        ligne = self.ligne(index)
        if ligne is None or role != Role.EditRole or not self.modifiable(index):
            return False
        if index.column() == Col.REFUS:
            rows = supposer_refus(self._lignes, ligne.cle, ModeRefus(value))
        else:
            rate = round(value * CENTIEMES)
            if rate == (ligne.taux or 0):
                return False  # opened and closed: « aucun » is not turned into 0 %
            rows = supposer_taux(self._lignes, ligne.cle, rate)
        self._lues = self._lignes = rows
        last = self.index(len(rows) - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last)
        self.change.emit()
        return True

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if self.modifiable(index) else flags

    @override
    def police(self, ligne: Clause) -> QFont | None:
        font = QFont()
        font.setBold(True)
        return font

    @override
    def couleur(self, ligne: Clause) -> QColor | None:
        """What was changed stands out by its weight too, never by colour alone.

        Asked of the cells that changed only: ``data`` answers for the others.
        """
        return QColor(jetons().accent)


def _change(ligne: Clause, colonne: int) -> bool:
    """Whether this cell says something of the change."""
    changed = {Col.TAUX: ligne.taux != ligne.signe, Col.REFUS: ligne.refus != ligne.refus_signe}
    return changed.get(Col(colonne), colonne == Col.NOM and ligne.modifiee)


def taux_dit(dix_milliemes: int | None) -> str:
    """``22,5 %``, or that no rate is in force."""
    return AUCUN if dix_milliemes is None else pourcentage(dix_milliemes)


def resume(hypothese: Sequence[Clause]) -> str:
    """« Action Logement\u00a0: 22 % → 30 % », change by change; that nothing is changed."""
    whole = divisees(hypothese)
    changes = [
        f"{c.nom}\u00a0: {taux_dit(c.signe)} → {taux_dit(c.taux)}"
        for c in hypothese
        if c.taux != c.signe and c.cle not in whole
    ]
    changes += [
        f"{c.nom}\u00a0: un refus {LIBELLES_REFUS[c.refus]}"
        for c in hypothese
        if c.refus != c.refus_signe and c.parent is None
    ]
    return " ; ".join(changes) if changes else "conventions signées, sans changement"


def _nom(ligne: Clause) -> str:
    if not ligne.parent:
        return ligne.nom
    _, _, inside = ligne.nom.partition("(")
    return f"\u2003{inside.removesuffix(')') or ligne.nom}"


def _dire_refus(ligne: Clause) -> str | None:
    return (
        "Clause de son réservataire" if ligne.parent else f"Un refus {LIBELLES_REFUS[ligne.refus]}"
    )
