"""The one crossing between Python's dates and Qt's, and from UTC to the officer's clock."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate

from fluxdesk.domain.dates import JOURS, en_chiffres, en_lettres

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtWidgets import QCheckBox, QDateEdit


def en_qt(jour: date) -> QDate:
    """The day for a widget."""
    return QDate(jour.year, jour.month, jour.day)


def de_qt(jour: QDate) -> date:
    """The day a widget holds."""
    return date(jour.year(), jour.month(), jour.day())


def mettre_date(connue: QCheckBox, champ: QDateEdit, jour: date | None) -> None:
    """Show an optional date: a box that says it is known, and the day."""
    connue.setChecked(jour is not None)
    if jour is not None:
        champ.setDate(en_qt(jour))


def lire_date(connue: QCheckBox, champ: QDateEdit) -> date | None:
    """The optional date entered."""
    return de_qt(champ.date()) if connue.isChecked() else None


def jour_entier(jour: date) -> str:
    """``mardi 3 mars 2026``."""
    return f"{JOURS[jour.weekday()]} {en_lettres(jour)}"


def heure(quand: datetime) -> str:
    """``10:42``, on the officer's clock."""
    return f"{quand.astimezone():%H:%M}"


def jour_et_heure(quand: datetime) -> str:
    """``03/03/2026 10:42``, on the officer's clock."""
    return f"{en_chiffres(quand.astimezone().date())} {heure(quand)}"


def quand_dit(quand: datetime, aujourd_hui: date) -> str:
    """``à 10:42`` on the same day, ``le 3 mars 2026`` before."""
    jour = quand.astimezone().date()
    return f"à {heure(quand)}" if jour == aujourd_hui else f"le {en_lettres(jour)}"
