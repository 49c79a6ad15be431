"""One dialog for every act on a vacancy: a day, what else is needed, its effect before."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from html import escape
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QLabel,
    QVBoxLayout,
)

from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.typographie import typographier
from fluxdesk.services.prevoir_acte import prevoir_acte
from fluxdesk.ui.dialogs.acte_champs import (
    ChampTexte,
    Valeurs,
    changements,
    faire_widget,
    lire_widget,
)
from fluxdesk.ui.dialogs.boutons import nommer_boutons
from fluxdesk.ui.theme import aerer, bouton

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import (
        QWidget,
    )

    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.ports import Bureau
    from fluxdesk.ui.contexte import Contexte
    from fluxdesk.ui.dialogs.acte_champs import ChampActe

Standard = QDialogButtonBox.StandardButton
Faire: TypeAlias = "Callable[[Bureau, UnitOfWork, Valeurs], object]"
ATTENTE = 150  # ms of quiet before the effect is computed again
LETTRES = 66
LIGNES_EFFET = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class ActeSaisi:
    """An act as it is asked for: its words, its fields, and the use case.

    ``autre`` names the act that may be wanted instead, behind a second button.
    """

    vacance_id: int
    titre: str
    verbe: str
    champs: tuple[ChampActe, ...]
    faire: Faire
    phrase: str = ""
    autre: str = ""


def essayer(
    bureau: Bureau, acte: ActeSaisi, valeurs: Valeurs
) -> tuple[Valeurs, tuple[str, ...], str]:
    """What it would do, or why it cannot be done; runs on the worker, writes nothing."""
    try:
        told = prevoir_acte(
            acte.vacance_id,
            lambda uow: acte.faire(bureau, uow, valeurs),
            jour=bureau.horloge.aujourd_hui(),
            uow=bureau.base.transaction(),
            feries=bureau.feries,
        )
    except FluxDeskError as error:
        return valeurs, (), str(error)
    return valeurs, told, ""


class ActeDialog(QDialog):
    """Asks, shows the effect; writes nothing: the caller runs the act with ``valeurs()``."""

    autre = Signal()  # the other act is wanted

    def __init__(
        self, contexte: Contexte, acte: ActeSaisi, lieu: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(acte.titre)
        self.acte = acte
        self._contexte = contexte
        self._form = QFormLayout()
        self._champs: dict[str, tuple[ChampActe, QWidget]] = {}
        self.effet = QLabel("Calcul de l’effet…")
        self.boutons = QDialogButtonBox(Standard.Cancel | Standard.Ok)
        self.faire = nommer_boutons(self.boutons, acte.verbe)
        self._attente = QTimer(self, singleShot=True, interval=ATTENTE)
        self._attente.timeout.connect(self._essayer)
        self.finished.connect(self._attente.stop)
        self._disposer(lieu)
        self.boutons.accepted.connect(self.accept)
        self.boutons.rejected.connect(self.reject)
        self._changer()
        self._attente.stop()
        self._essayer()

    def valeurs(self) -> Valeurs:
        """What was typed, in the fields that are shown."""
        return Valeurs(
            {
                code: lire_widget(widget)
                for code, (field, widget) in self._champs.items()
                if self._montre(field)
            }
        )

    def champ(self, code: str) -> QWidget:
        """The widget of a field."""
        return self._champs[code][1]

    def _disposer(self, lieu: str) -> None:
        where = QLabel(lieu)
        where.setProperty("role", "fort")
        said = QLabel(typographier(self.acte.phrase))
        said.setVisible(bool(self.acte.phrase))
        for label in (where, said):
            label.setWordWrap(True)
        self._form.setHorizontalSpacing(16)
        self._form.setVerticalSpacing(8)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for field in self.acte.champs:
            self._ajouter(field)
        if self.acte.autre:
            other = bouton(self.acte.autre)
            other.setAutoDefault(False)
            other.clicked.connect(self._demander_autre)
            self.boutons.addButton(other, QDialogButtonBox.ButtonRole.ResetRole)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(14)
        column.addWidget(where)
        column.addWidget(said)
        column.addLayout(self._form)
        column.addWidget(self._carte())
        column.addStretch(1)
        column.addWidget(self.boutons)
        self.setMinimumWidth(LETTRES * self.fontMetrics().averageCharWidth() + 48)
        aerer(self)

    def _carte(self) -> QFrame:
        card = QFrame()
        card.setProperty("role", "carte")
        self.effet.setWordWrap(True)
        self.effet.setAccessibleName("Effet")
        self.effet.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.effet.setMinimumHeight(LIGNES_EFFET * self.fontMetrics().lineSpacing())
        box = QVBoxLayout(card)
        box.setContentsMargins(16, 12, 16, 12)
        box.addWidget(self.effet)
        return card

    def _ajouter(self, field: ChampActe) -> None:
        widget = faire_widget(field)
        widget.setAccessibleName(field.nom)
        self._champs[field.code] = (field, widget)
        self._form.addRow("" if isinstance(widget, QCheckBox) else field.nom, widget)
        for signal in changements(widget):
            signal.connect(self._changer)

    def _montre(self, field: ChampActe) -> bool:
        if not field.si:
            return True
        return lire_widget(self.champ(field.si)) in field.parmi

    def _manque(self) -> str:
        """The name of a field whose words are needed and missing; empty where none is."""
        missing = (
            field.nom
            for field, widget in self._champs.values()
            if isinstance(field, ChampTexte)
            and field.obligatoire
            and self._montre(field)
            and not str(lire_widget(widget)).strip()
        )
        return next(missing, "")

    @Slot()
    def _changer(self) -> None:
        for field, widget in self._champs.values():
            self._form.setRowVisible(widget, self._montre(field))
        missing = self._manque()
        self.faire.setEnabled(not missing)
        if missing:
            self.effet.setText(typographier(f"À remplir : {missing.lower()}."))
        self._attente.start()

    @Slot()
    def _essayer(self) -> None:
        if not self._manque():
            work = partial(essayer, self._contexte.bureau, self.acte, self.valeurs())
            self._contexte.lire(work, self._montrer_effet)

    @Slot(object)
    def _montrer_effet(self, lu: tuple[Valeurs, tuple[str, ...], str]) -> None:
        tried, told, refused = lu
        if tried != self.valeurs():
            return  # typed on since: another trial is on its way
        self.effet.setProperty("role", "erreur" if refused else "")
        self.effet.style().polish(self.effet)
        lines = (escape(line) for line in ((refused,) if refused else told))
        self.effet.setText("".join(f'<p style="margin: 0 0 6px 0">{line}</p>' for line in lines))
        self.faire.setEnabled(not refused and not self._manque())

    @Slot()
    def _demander_autre(self) -> None:
        self.reject()
        self.autre.emit()
