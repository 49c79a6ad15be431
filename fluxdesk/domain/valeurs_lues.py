"""The values of a file's cells in the writings that importers read."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from fluxdesk.domain.cellules import propre
from fluxdesk.domain.champs import NatureChamp
from fluxdesk.domain.dates_lues import DateIllisibleError, lire_date

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_COURTE = re.compile(r"(\d{1,2}[/.-]\d{1,2}[/.-])(\d{2})", re.ASCII)
_MOIS = re.compile(r"(0?[1-9]|1[0-2])[/.-]((?:19|20)\d{2})", re.ASCII)
_HEURE = re.compile(r"(\S+)[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?", re.ASCII)
_SERIE = re.compile(r"([2-6]\d{4})(?:\.\d+)?", re.ASCII)  # 1954 to 2091
_UNITE = re.compile(r"\s*(?:m²|m2|€|euros?)?(?:\s*/\s*mois)?$", re.IGNORECASE)
_ORIGINE = date(1899, 12, 30)  # day 0 of spreadsheets, their false 29 February 1900 included
_PIVOT = 50  # « 49 » is 2049, « 50 » is 1950


def canonique(nature: NatureChamp, texte: str) -> str:
    """The cell as the importer of its field reads it.

    Dates with a year of two figures, an hour, or as the serial number of a spreadsheet are
    written in full, a month as its first day; numbers lose their unit. What is understood in
    none of these ways is left as it stands, for the importer to refuse.
    """
    bare = propre(texte)
    write = _ECRITURES.get(nature)
    return write(bare) if write and bare else bare


def jour_lu(texte: str) -> date | None:
    """The day the text says, in any of the forms known."""
    hour = _HEURE.fullmatch(texte)
    bare = hour[1] if hour else texte
    serial, month, short = _SERIE.fullmatch(bare), _MOIS.fullmatch(bare), _COURTE.fullmatch(bare)
    if serial:
        return _ORIGINE + timedelta(days=int(serial[1]))
    if month:
        return date(int(month[2]), int(month[1]), 1)
    if short:
        bare = f"{short[1]}{'20' if int(short[2]) < _PIVOT else '19'}{short[2]}"
    try:
        return lire_date(bare)
    except DateIllisibleError:
        return None


def _date(texte: str) -> str:
    day = jour_lu(texte)
    return day.isoformat() if day else texte


def _mois(texte: str) -> str:
    day = jour_lu(texte)
    return f"{day.month:02d}/{day.year}" if day else texte


def _annee(texte: str) -> str:
    day = jour_lu(texte)
    return str(day.year) if day else texte


def _nombre(texte: str) -> str:
    return _UNITE.sub("", texte)


_ECRITURES: Mapping[NatureChamp, Callable[[str], str]] = {
    NatureChamp.DATE: _date,
    NatureChamp.MOIS: _mois,
    NatureChamp.ANNEE: _annee,
    NatureChamp.NOMBRE: _nombre,
    NatureChamp.MONTANT: _nombre,
}
