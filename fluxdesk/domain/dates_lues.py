"""Dates as files and officers write them."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from fluxdesk.domain.erreurs import FluxDeskError

_FRANCAISE = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: 00:00(?::00)?)?", re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[ T]00:00(?::00(?:\.0+)?)?)?", re.ASCII)
_PREMIERE, _DERNIERE = 1900, 2100

# What files have besides (formats.md §5).
_COURTE = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{2})", re.ASCII)
_MOIS = re.compile(r"(\d{1,2})[/.-](\d{4})", re.ASCII)
_JOURS = re.compile(r"(\d{5})(?:[.,]\d+)?", re.ASCII)
_HEURE = re.compile(r"[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$", re.ASCII)
_PIVOT = 50
_MOIS_MAX = 12
_ORIGINE = date(1899, 12, 30)  # day 0 of spreadsheets, as counted since March 1900


class DateIllisibleError(FluxDeskError):
    """No day of the calendar, from 1900 to 2100, is written there."""

    def __init__(self, texte: str, pourquoi: str = "n’est pas une date.") -> None:
        super().__init__(f"« {texte} » {pourquoi} Écrivez-la jj/mm/aaaa.")


@dataclass(frozen=True, slots=True)
class DateLue:
    """A day read from a file, and what had to be supposed, as a sentence; empty for nothing."""

    jour: date
    remarque: str = ""


def lire_date(texte: str) -> date:
    """The day written ``31/12/2026``, ``31.12.2026`` or ``2026-12-31``.

    Raises:
        DateIllisibleError: another form (a year of two figures, the serial number of a
            spreadsheet), a day that does not exist, or a year out of 1900-2100.
    """
    bare = texte.strip()
    french, iso = _FRANCAISE.fullmatch(bare), _ISO.fullmatch(bare)
    if french:
        day, month, year = map(int, french.groups())
    elif iso:
        year, month, day = map(int, iso.groups())
    else:
        raise DateIllisibleError(texte)
    if not _PREMIERE <= year <= _DERNIERE:
        raise DateIllisibleError(texte)
    try:
        return date(year, month, day)
    except ValueError:
        raise DateIllisibleError(texte) from None


def lire_date_de_fichier(texte: str) -> DateLue:
    """The day in a cell whose column holds dates, in any form that files have.

    Besides those of ``lire_date``: a time, left out; ``31/12/26``, years 00 to 49 being of this
    century; ``12/2026``, read as the first of the month; a number of five figures, the days
    counted by a spreadsheet.

    Raises:
        DateIllisibleError: another form, or a day that does not exist; it says which.
    """
    bare = _HEURE.sub("", " ".join(texte.split()))
    if found := _COURTE.fullmatch(bare):
        day, month, year = found.groups()
        century = 20 if int(year) < _PIVOT else 19
        read = _jour(texte, int(day), int(month), century * 100 + int(year))
        return DateLue(
            read,
            f"lu {read:%d/%m/%Y} : les années 00 à {_PIVOT - 1} sont prises pour 20.., "
            f"{_PIVOT} à 99 pour 19...",
        )
    if found := _MOIS.fullmatch(bare):
        read = _jour(texte, 1, int(found[1]), int(found[2]))
        return DateLue(read, "ne dit que le mois : lu au premier jour.")
    if found := _JOURS.fullmatch(bare):
        read = _ORIGINE + timedelta(days=int(found[1]))
        if read.year <= _DERNIERE:
            return DateLue(read, f"est une date comptée en jours par un tableur : {read:%d/%m/%Y}.")
    if found := _FRANCAISE.fullmatch(bare):
        day, month, year = found.groups()
        return DateLue(_jour(texte, int(day), int(month), int(year)))
    return DateLue(lire_date(bare))


def _jour(texte: str, jour: int, mois: int, annee: int) -> date:
    """The day of the calendar.

    Raises:
        DateIllisibleError: there is none; it says why.
    """
    if not _PREMIERE <= annee <= _DERNIERE:
        raise DateIllisibleError(texte, f"a une année hors de {_PREMIERE}-{_DERNIERE}.")
    if not (jour and mois):
        raise DateIllisibleError(texte, "est ce qu’un tableur montre d’une date vide.")
    if mois > _MOIS_MAX:
        raise DateIllisibleError(texte, f"n’est pas une date : il n’y a pas de mois {mois}.")
    last = monthrange(annee, mois)[1]
    if jour > last:
        raise DateIllisibleError(
            texte, f"n’est pas une date : ce mois de {annee} n’a que {last} jours."
        )
    return date(annee, mois, jour)
