"""The forecast of dwellings taken out: its lines, edited in place, and its totals."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from typing_extensions import override

from fluxdesk.domain.flux.nombres import MOINS
from fluxdesk.domain.prevision import LigneSoustraits, TotalCategorie
from fluxdesk.ui.models.lignes import Colonne, ModeleLignes
from fluxdesk.ui.phrases import milliers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QObject

    from fluxdesk.domain.prevision import Prevision
    from fluxdesk.services.comparer_soustraits import TableauSoustraits
    from fluxdesk.ui.models.lignes import Index

Role = Qt.ItemDataRole
CATEGORIE, OPERATION, COMMUNE, QPV, TYPOLOGIE, PREVU, REALISE, ECART, ANNEES = range(9)
NON_PREVU = "non prévu"


class SoustraitsModel(ModeleLignes[LigneSoustraits]):
    """Shows lines; a count or an operation that is typed is told, not written."""

    change = Signal(object)  # Prevision

    def __init__(self, parent: QObject | None = None) -> None:
        self._communes: Mapping[str, str] = {}
        self._annees: Mapping[int, Mapping[int, int]] = {}
        super().__init__(
            (
                Colonne(titre="Catégorie", texte=lambda x: x.categorie.value.capitalize()),
                Colonne(titre="Opération", texte=_operation, dit=_observation),
                Colonne(titre="Commune", texte=self._commune),
                Colonne(titre="QPV", texte=lambda x: x.qpv or "tous"),
                Colonne(titre="Type", texte=lambda x: x.typologie or "tous"),
                Colonne(titre="Prévu", texte=_prevu, tri=lambda x: x.prevu, nombre=True),
                Colonne(
                    titre="Réalisé",
                    texte=lambda x: milliers(x.realise),
                    tri=lambda x: x.realise,
                    nombre=True,
                    titre_complet="Vacances soustraites dont le congé est de l’année",
                ),
                Colonne(
                    titre="Écart",
                    texte=lambda x: signe(x.ecart),
                    tri=lambda x: x.ecart,
                    nombre=True,
                    titre_complet="Réalisé moins prévu",
                ),
                Colonne(
                    titre="Par année",
                    texte=self._pluriannuel,
                    titre_complet="Sur plusieurs années",
                ),
            ),
            parent,
        )

    def montrer_tableau(self, lu: TableauSoustraits) -> None:
        """Show a year."""
        self._communes, self._annees = lu.communes, lu.pluriannuel
        self.montrer(lu.lignes)

    def _commune(self, ligne: LigneSoustraits) -> str:
        return self._communes.get(ligne.commune, ligne.commune) or "toutes"

    def _pluriannuel(self, ligne: LigneSoustraits) -> str:
        span = self._annees.get(ligne.prevision.id, {}) if ligne.prevision else {}
        return ", ".join(f"{year}\u00a0: {milliers(n)}" for year, n in span.items())

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        line = self.ligne(index)
        typed = line is not None and line.prevision is not None
        if typed and index.column() in {OPERATION, PREVU}:
            return super().flags(index) | Qt.ItemFlag.ItemIsEditable
        return super().flags(index)

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        line = self.ligne(index)
        if line is not None and role == Role.EditRole:
            return line.prevu if index.column() == PREVU else line.operation
        return super().data(index, role)

    @override
    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        line = self.ligne(index)
        if line is None or line.prevision is None or role != Role.EditRole:
            return False
        wanted = _changee(line.prevision, index.column(), value)
        if wanted == line.prevision:
            return False
        self.change.emit(wanted)
        return True


class TotauxSoustraitsModel(ModeleLignes[TotalCategorie]):
    """The five categories, zero included, then the whole in bold."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(
            (
                Colonne(titre="Catégorie", texte=_categorie),
                Colonne(titre="Prévu", texte=lambda x: milliers(x.prevu), nombre=True),
                Colonne(titre="Réalisé", texte=lambda x: milliers(x.realise), nombre=True),
                Colonne(titre="Écart", texte=lambda x: signe(x.ecart), nombre=True),
            ),
            parent,
        )

    @override
    def police(self, ligne: TotalCategorie) -> QFont | None:
        if ligne.categorie is not None:
            return None
        font = QFont()
        font.setBold(True)
        return font


def signe(nombre: int) -> str:
    """``+3``, ``−2``, ``0``."""
    return f"+{milliers(nombre)}" if nombre > 0 else milliers(nombre).replace("-", MOINS)


def _changee(prevision: Prevision, colonne: int, valeur: object) -> Prevision:
    if colonne == OPERATION:
        return replace(prevision, operation=str(valeur).strip())
    return replace(prevision, nombre=int(str(valeur)))


def _operation(ligne: LigneSoustraits) -> str:
    return ligne.operation or ("toutes" if ligne.prevision else "sans opération")


def _observation(ligne: LigneSoustraits) -> str | None:
    return ligne.prevision.observation or None if ligne.prevision else None


def _prevu(ligne: LigneSoustraits) -> str:
    return milliers(ligne.prevu) if ligne.prevision else NON_PREVU


def _categorie(total: TotalCategorie) -> str:
    return total.categorie.value.capitalize() if total.categorie else "Total"
