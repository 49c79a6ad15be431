"""The last step of the conversion: what will be written, the photo and the drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDateEdit,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
)
from typing_extensions import override

from fluxdesk.domain.controles import Gravite
from fluxdesk.domain.typographie import accorde, typographier
from fluxdesk.ui.dates import de_qt, en_qt
from fluxdesk.ui.dialogs.conversion_etape import EtapeConversion
from fluxdesk.ui.theme import Etat
from fluxdesk.ui.widgets.alertes import ListeAlertes
from fluxdesk.ui.widgets.liste_choix import regler_hauteurs

if TYPE_CHECKING:
    from fluxdesk.domain.controles import Alerte
    from fluxdesk.services.convertir_stock import ConversionFaite
    from fluxdesk.ui.dialogs.conversion_conduite import ConduiteConversion

Coche = Qt.CheckState


class EtapePhoto(EtapeConversion):
    """What will be written: the frozen photo, and which drafts."""

    titre = "Photo et projets"
    court = "Photo"
    aide = "Rien n’a encore été écrit. Tout s’annule d’un bloc depuis le journal."

    voir = Signal()

    def __init__(self, conduite: ConduiteConversion) -> None:
        super().__init__(conduite)
        self.nom = QLineEdit()
        self.nom.setAccessibleName("Nom de la photo de départ")
        self.effet = QDateEdit()
        self.effet.setCalendarPopup(True)
        self.effet.setDisplayFormat("dd/MM/yyyy")
        self.effet.setAccessibleName("Date d’effet des projets")
        self.projets = QListWidget()
        self.projets.setAccessibleName("Réservataires qui reçoivent un projet")
        form = QFormLayout()
        form.setSpacing(10)
        form.addRow("Nom de la photo", self.nom)
        form.addRow("Projets à effet du", self.effet)
        self.alertes = ListeAlertes()
        self.corps.addLayout(form)
        self.corps.addWidget(QLabel("Projets de convention ou d’avenant, à compléter ensuite"))
        self.corps.addWidget(self.projets, 1)
        self.corps.addWidget(self.alertes)
        self._bloque = False
        self.nom.textChanged.connect(self.change)
        self.effet.dateChanged.connect(self._changer)
        self.projets.itemChanged.connect(self._changer)
        conduite.controle.connect(self._juger)
        conduite.fait.connect(self._finir)

    @property
    @override
    def suite(self) -> str:
        if self.conduite.termine:
            return "Terminer"
        return "Figer et créer les projets" if self.conduite.reservataires else "Figer la photo"

    @property
    @override
    def pret(self) -> bool:
        return self.conduite.termine or (bool(self.nom.text().strip()) and not self._bloque)

    @override
    def montrer(self) -> None:
        etat = self.conduite.etat
        if etat is None:
            return
        blockers = [QSignalBlocker(self.projets), QSignalBlocker(self.effet)]
        if not self.nom.text():
            self.nom.setText(f"Photo de départ au {etat.jour:%d/%m/%Y}")
        self.effet.setMinimumDate(en_qt(etat.jour).addDays(1))
        self.effet.setDate(en_qt(self.conduite.effet))
        self.projets.clear()
        known: dict[int, tuple[str, bool]] = {}
        for line in etat.stock:
            known.setdefault(line.reservataire_id, (line.nom, line.taux_actuel is not None))
        for ident, (name, signed) in known.items():
            what = "avenant" if signed else "nouvelle convention"
            item = QListWidgetItem(f"{name} – {what}", self.projets)
            item.setData(Qt.ItemDataRole.UserRole, ident)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            kept = ident in self.conduite.reservataires
            item.setCheckState(Coche.Checked if kept else Coche.Unchecked)
        regler_hauteurs(self.projets)
        del blockers
        self.conduite.controler()

    @Slot()
    def _changer(self) -> None:
        rows = [self.projets.item(rank) for rank in range(self.projets.count())]
        self.conduite.reservataires = frozenset(
            item.data(Qt.ItemDataRole.UserRole)
            for item in rows
            if item.checkState() is Coche.Checked
        )
        self.conduite.effet = de_qt(self.effet.date())
        self.conduite.controler()
        self.change.emit()

    @Slot(object)
    def _juger(self, alertes: tuple[Alerte, ...]) -> None:
        blocking = [one for one in alertes if one.gravite is Gravite.BLOQUANT]
        self._bloque = bool(blocking)
        self.alertes.montrer(blocking, "La loi n’interdit aucun de ces projets.")
        self.change.emit()

    @Slot(object)
    def _finir(self, fait: ConversionFaite) -> None:
        made = accorde(len(fait.conventions), "projet créé", "projets créés")
        self.constat.dire(
            typographier(
                f"Photo figée, {made}. Imprimez la photo et l’inventaire, puis complétez chaque "
                "projet dans Conventions."
            ),
            Etat.OK,
        )
        for widget in (self.nom, self.effet, self.projets):
            widget.setEnabled(False)
        self.change.emit()
