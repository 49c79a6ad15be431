"""The fields of an act, said once: what is asked, and when; the dialog makes the widgets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from fluxdesk.ui.dates import de_qt, en_qt, lire_date, mettre_date
from fluxdesk.ui.dialogs.saisie import choisir_parmi, sans_largeur

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtCore import SignalInstance


T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChampActe:
    """One field; shown only where the choice ``si`` has one of the values ``parmi``."""

    code: str
    nom: str
    si: str = ""
    parmi: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChampJour(ChampActe):
    """A day; ``connu`` given, it may stay unknown, behind a box that says whether it is known."""

    jour: date
    connu: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChampTexte(ChampActe):
    """A line of words."""

    texte: str = ""
    invite: str = ""
    obligatoire: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ChampChoix(ChampActe):
    """One of some values, each with its words."""

    choix: tuple[tuple[str, object], ...]
    voulu: object = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChampCase(ChampActe):
    """Yes or no."""

    coche: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ChampNombre(ChampActe):
    """A whole number."""

    nombre: int
    minimum: int
    maximum: int
    suffixe: str = ""


@dataclass(frozen=True, slots=True)
class Valeurs:
    """What was typed, by code of field; a field that is not shown is not there."""

    par_code: Mapping[str, object]

    def jour(self, code: str) -> date:
        """A day that is always known."""
        found = self.jour_connu(code)
        if found is None:
            raise KeyError(code)
        return found

    def jour_connu(self, code: str) -> date | None:
        """A day that may stay unknown."""
        found = self.par_code.get(code)
        return found if isinstance(found, date) else None

    def texte(self, code: str) -> str:
        """Words; empty where none were typed."""
        found = self.par_code.get(code)
        return found.strip() if isinstance(found, str) else ""

    def vrai(self, code: str) -> bool:
        """Whether the box is ticked."""
        return self.par_code.get(code) is True

    def nombre(self, code: str) -> int:
        """A whole number; 0 where none was asked."""
        found = self.par_code.get(code)
        return found if isinstance(found, int) else 0

    def choix(self, code: str) -> object:
        """The value chosen; None where nothing was."""
        return self.par_code.get(code)


class JourConnu(QWidget):
    """A day behind a box that says that it is known."""

    def __init__(self, champ: ChampJour) -> None:
        super().__init__()
        self.case, self.jour = QCheckBox(), editeur_jour(champ.jour)
        self.case.setAccessibleName(f"{champ.nom}\u00a0: date connue")
        self.jour.setAccessibleName(champ.nom)
        mettre_date(self.case, self.jour, champ.jour if champ.connu else None)
        self.jour.setEnabled(self.case.isChecked())
        self.case.toggled.connect(self.jour.setEnabled)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.case)
        row.addWidget(self.jour, 1)


def faire_widget(champ: ChampActe) -> QWidget:
    """The widget that asks for it, on its first value."""
    match champ:
        case ChampJour():
            return editeur_jour(champ.jour) if champ.connu is None else JourConnu(champ)
        case ChampTexte():
            line = QLineEdit(champ.texte)
            line.setPlaceholderText(champ.invite)
            return line
        case ChampChoix():
            return sans_largeur(choisir_parmi(champ.choix, champ.voulu))
        case ChampNombre():
            box = QSpinBox()
            box.setRange(champ.minimum, champ.maximum)
            box.setValue(champ.nombre)
            box.setSuffix(champ.suffixe)
            return box
        case _:
            tick = QCheckBox(champ.nom)
            tick.setChecked(isinstance(champ, ChampCase) and champ.coche)
            return tick


def changements(widget: QWidget) -> Sequence[SignalInstance]:
    """What tells that the value changed."""
    return _de_son_genre(_SIGNAUX, widget)


def lire_widget(widget: QWidget) -> object:
    """Its value."""
    return _de_son_genre(_LECTEURS, widget)


def _de_son_genre(par_genre: Mapping[type[QWidget], Callable[[Any], T]], widget: QWidget) -> T:
    return next(read(widget) for kind, read in par_genre.items() if isinstance(widget, kind))


def editeur_jour(jour: date) -> QDateEdit:
    """A day, typed or taken from the calendar."""
    edit = QDateEdit(en_qt(jour))
    edit.setDisplayFormat("dd/MM/yyyy")
    edit.setCalendarPopup(True)
    return edit


_SIGNAUX: Mapping[type[QWidget], Callable[[Any], Sequence[SignalInstance]]] = {
    QDateEdit: lambda w: (w.dateChanged,),
    JourConnu: lambda w: (w.case.toggled, w.jour.dateChanged),
    QLineEdit: lambda w: (w.textChanged,),
    QComboBox: lambda w: (w.currentIndexChanged,),
    QSpinBox: lambda w: (w.valueChanged,),
    QCheckBox: lambda w: (w.toggled,),
}
_LECTEURS: Mapping[type[QWidget], Callable[[Any], object]] = {
    QDateEdit: lambda w: de_qt(w.date()),
    JourConnu: lambda w: lire_date(w.case, w.jour),
    QLineEdit: lambda w: w.text(),
    QComboBox: lambda w: w.currentData(),
    QSpinBox: lambda w: w.value(),
    QCheckBox: lambda w: w.isChecked(),
}
