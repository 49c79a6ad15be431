"""Dates as files and officers write them."""

from __future__ import annotations

import re
from datetime import date

from fluxdesk.domain.erreurs import FluxDeskError

_FRANCAISE = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: 00:00(?::00)?)?", re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[ T]00:00(?::00(?:\.0+)?)?)?", re.ASCII)
_PREMIERE, _DERNIERE = 1900, 2100


class DateIllisibleError(FluxDeskError):
    """No day of the calendar, from 1900 to 2100, is written there."""

    def __init__(self, texte: str) -> None:
        super().__init__(f"« {texte} » n’est pas une date. Écrivez-la jj/mm/aaaa.")


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
