"""Two versions of a convention side by side: what an avenant changed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from fluxdesk.domain.convention_mots import comparer
from fluxdesk.ui.dates import jour_et_heure
from fluxdesk.ui.models.conventions_lieux import zone_en_mots
from fluxdesk.ui.models.lignes import Colonne, ModeleLignes
from fluxdesk.ui.widgets.table import Table
from fluxdesk.ui.widgets.vide import EtatVide

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fluxdesk.domain.convention_mots import LigneEcart
    from fluxdesk.services.versions_convention import VersionConvention
    from fluxdesk.ui.models.conventions_lieux import Lieux

SANS_VERSION = (
    "Le journal garde une version de la convention à chaque enregistrement\u00a0: avenant, clause "
    "changée. Dès la deuxième, cette page dit ce qui change de l’une à l’autre."
)
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
        form = QFormLayout()
        form.setSpacing(8)
        for name, choice in (("Avant", self.avant), ("Après", self.apres)):
            choice.setAccessibleName(f"Version\u00a0: {name.lower()}")
            choice.setMinimumContentsLength(LETTRES)
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            form.addRow(name, choice)
        form.addRow(self.seulement)
        self.choix = QWidget()
        self.choix.setLayout(form)
        form.setContentsMargins(0, 0, 0, 0)
        self.vide = EtatVide("Une seule version", SANS_VERSION)
        column.addWidget(self.choix)
        column.addWidget(self.constat)
        column.addWidget(self.table, 1)
        column.addWidget(self.vide, 1)

    def montrer(self, versions: Sequence[VersionConvention]) -> None:
        """Show the versions, oldest first, the last two compared."""
        self._versions = ()  # nothing is compared while the choices are filled
        words = [f"{jour_et_heure(v.quand)}, {v.motif or v.libelle}" for v in versions]
        for choice, rank in ((self.avant, len(words) - 2), (self.apres, len(words) - 1)):
            choice.clear()
            choice.addItems(words)
            choice.setCurrentIndex(max(0, rank))
        self._versions = tuple(versions)
        self._comparer()

    @Slot()
    def _comparer(self) -> None:
        kept = self._versions
        several = len(kept) > 1
        for widget in (self.choix, self.table):
            widget.setVisible(several)
        self.vide.setVisible(not several)
        if not several:
            self.model.montrer(())
            self._dire_constat("")
            return
        before, after = (kept[c.currentIndex()].convention for c in (self.avant, self.apres))
        found = comparer(before, after, self._dire)
        changed = [line for line in found if line.change]
        self.model.montrer(changed if self.seulement.isChecked() else found)
        self._dire_constat("" if changed else PAREILLES)

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
