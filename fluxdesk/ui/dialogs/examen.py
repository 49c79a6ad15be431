"""Ask what a séance said of some dwellings, and by which rule they are examined."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QDateEdit, QHBoxLayout, QLineEdit, QSpinBox, QWidget

from fluxdesk.domain.examen_occupation import ANNEES, ZONES_ABC, AvisOccupation, dire_zone
from fluxdesk.domain.typographie import accorde, typographier
from fluxdesk.services.noter_examen import NOTE_MAX, Seance
from fluxdesk.ui.dates import de_qt, en_qt
from fluxdesk.ui.dialogs.saisie import SaisieDialog, choisir_parmi

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from fluxdesk.domain.examen_occupation import RegleExamen

ENTRE_ZONES = 20  # so that each name is seen with its own box
PHRASE_REGLE = (
    "Le délai et les zones de l’article L442-5-2 sont à vérifier : ils se changent ici, avec leur "
    "source. Une commune qu’une convention dit en zone tendue compte toujours. Aucune zone "
    "cochée : tout le patrimoine."
)


class ExamenDialog(SaisieDialog):
    """The caller runs the use case with saisie() and motif()."""

    def __init__(self, ids: Sequence[int], jour: date, parent: QWidget | None = None) -> None:
        count = accorde(len(ids), "logement choisi", "logements choisis")
        said = (
            f"{count}. Le prochain examen se compte de cette date. L’avis et la note parlent du "
            "logement : aucun nom d’occupant n’est à écrire."
        )
        super().__init__("Noter un examen d’occupation", typographier(said), "Noter", parent)
        self._ids = tuple(ids)
        self.jour = QDateEdit(en_qt(jour))
        self.jour.setCalendarPopup(True)
        self.jour.setDisplayFormat("dd/MM/yyyy")
        self.jour.setMaximumDate(en_qt(jour))
        words = ((avis.value.capitalize(), avis) for avis in AvisOccupation)
        self.avis = choisir_parmi(words, AvisOccupation.MAINTIEN)
        self.note = QLineEdit()
        self.note.setMaxLength(NOTE_MAX)
        self.note.setPlaceholderText("relogement proposé dans un logement plus petit")
        self.ligne("Examiné le", self.jour)
        self.ligne("Situation constatée", self.avis)
        self.ligne("Note", self.note)
        self.finir()

    def saisie(self) -> Seance:
        """What was entered, once accepted."""
        return Seance(
            logements=self._ids,
            jour=de_qt(self.jour.date()),
            avis=AvisOccupation(self.avis.currentData()),
            note=self.note.text().strip(),
        )


class RegleExamenDialog(SaisieDialog):
    """The caller runs the use case with saisie() and motif()."""

    def __init__(self, regle: RegleExamen, parent: QWidget | None = None) -> None:
        phrase = typographier(PHRASE_REGLE)
        super().__init__("Règle des examens d’occupation", phrase, "Enregistrer", parent)
        self._regle = regle
        self.annees = QSpinBox()
        self.annees.setRange(ANNEES[0], ANNEES[-1])
        self.annees.setSuffix("\u00a0ans")
        self.annees.setValue(regle.annees)
        self.zones = {zone: QCheckBox(dire_zone(zone)) for zone in ZONES_ABC}
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(ENTRE_ZONES)
        for zone, box in self.zones.items():
            box.setChecked(zone in regle.zones)
            box.setAccessibleName(f"Zone {dire_zone(zone)}")
            row.addWidget(box)
        row.addStretch(1)
        self.source = QLineEdit(regle.source)
        self.source.setCursorPosition(0)
        self.source.textChanged.connect(self._suivre)
        self.ligne("Un examen tous les", self.annees)
        self.ligne("Zones ABC", holder)
        self.ligne("Source", self.source)
        self.finir()

    def saisie(self) -> RegleExamen:
        """What was entered, once accepted."""
        return replace(
            self._regle,
            annees=self.annees.value(),
            zones=tuple(zone for zone, box in self.zones.items() if box.isChecked()),
            source=self.source.text().strip(),
        )

    @Slot()
    def _suivre(self) -> None:
        self.faire.setEnabled(bool(self.source.text().strip()))
