"""Two versions of a convention side by side: what an avenant changed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from fluxdesk.domain.convention_mots import comparer
from fluxdesk.ui.dates import jour_et_heure
from fluxdesk.ui.models.conventions_lieux import zone_en_mots
from fluxdesk.ui.models.lignes import Colonne, ModeleLignes
from fluxdesk.ui.widgets.table import Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fluxdesk.domain.convention_mots import LigneEcart
    from fluxdesk.services.versions_convention import VersionConvention
    from fluxdesk.ui.models.conventions_lieux import Lieux

SANS_VERSION = "Le journal ne garde qu’une version\u00a0: il n’y a rien à comparer."
PAREILLES = "Rien n’a changé entre ces deux versions."
LETTRES = 24


class PageVersions(QWidget):
    """Shows the last two versions first; any two can be chosen."""

    def __init__(self, lieux: Lieux, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dire = partial(zone_en_mots, lieux=lieux)
        self._versions: Sequence[VersionConvention] = ()
        self.avant, self.apres = QComboBox(), QComboBox()
        self.seulement = QCheckBox("&Seulement ce qui change")
        self.seulement.setChecked(True)
        self.constat = QLabel()
        self.model = _modele(self)
        self.table = Table("Comparaison des deux versions")
        self.table.setModel(self.model)
        wide = "Information sur les décisions"
        self.table.largeurs({0: "8. Refus et décompte", 1: wide, 2: wide})
        self._ranger()
        for choice in (self.avant, self.apres):
            choice.currentIndexChanged.connect(self._comparer)
        self.seulement.toggled.connect(self._comparer)

    def _ranger(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        row = QHBoxLayout()
        row.setSpacing(8)
        for name, choice in (("Avant", self.avant), ("Après", self.apres)):
            label = QLabel(name)
            label.setBuddy(choice)
            choice.setAccessibleName(f"Version\u00a0: {name.lower()}")
            choice.setMinimumContentsLength(LETTRES)
            row.addWidget(label)
            row.addWidget(choice, 1)
        row.addWidget(self.seulement)
        column.addLayout(row)
        column.addWidget(self.constat)
        column.addWidget(self.table, 1)

    def montrer(self, versions: Sequence[VersionConvention]) -> None:
        """Show the versions, oldest first, the last two compared."""
        self._versions = ()  # nothing is compared while the choices are filled
        words = [f"{jour_et_heure(v.quand)}, {v.motif or v.libelle}" for v in versions]
        for choice, rank in ((self.avant, len(words) - 2), (self.apres, len(words) - 1)):
            choice.clear()
            choice.addItems(words)
            choice.setCurrentIndex(max(0, rank))
            choice.setEnabled(len(words) > 1)
        self._versions = tuple(versions)
        self._comparer()

    @Slot()
    def _comparer(self) -> None:
        kept = self._versions
        if not kept:
            self.model.montrer(())
            self._dire_constat(SANS_VERSION)
            return
        before, after = (kept[c.currentIndex()].convention for c in (self.avant, self.apres))
        found = comparer(before, after, self._dire)
        changed = [line for line in found if line.change]
        self.model.montrer(changed if self.seulement.isChecked() else found)
        alike = PAREILLES if self.avant.isEnabled() else SANS_VERSION
        self._dire_constat("" if changed else alike)

    def _dire_constat(self, texte: str) -> None:
        self.constat.setText(texte)
        self.constat.setVisible(bool(texte))


def _modele(parent: QWidget) -> ModeleLignes[LigneEcart]:
    return ModeleLignes(
        (
            Colonne(titre="Rubrique", texte=lambda x: x.rubrique),
            Colonne(titre="Clause", texte=lambda x: x.libelle, dit=lambda x: x.libelle),
            Colonne(titre="Avant", texte=lambda x: x.avant, dit=lambda x: x.avant or None),
            Colonne(titre="Après", texte=lambda x: x.apres, dit=lambda x: x.apres or None),
        ),
        parent,
    )
