"""The start of a lease, as exactly as it is known.

A lease signed in FluxDesk has its day, RPLS gives a month (field 41, formats.md §1.1). Both are
texts that sort: ``2021-03-17``, ``2021-03``; the empty text is a lease nobody told.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from fluxdesk.domain.dates import en_chiffres
from fluxdesk.domain.dates_lues import DateIllisibleError, lire_date_de_fichier

if TYPE_CHECKING:
    from fluxdesk.domain.cellules import Cellules
    from fluxdesk.domain.logement import Logement

INCONNU = ""
_MOIS = re.compile(r"(0?[1-9]|1[0-2])[/.-](\d{4})|(\d{4})-(0[1-9]|1[0-2])", re.ASCII)
_LONGUEUR_MOIS = len("2021-03")
_PREMIERE, _DERNIERE = 1900, 2100
_NON_DIT = frozenset({"01/1900", "00/0000", "01/01/1900", "00/00/0000", "1900-01-01"})
_SANS_BAIL = frozenset({"2", "3"})  # MODE: offered and vacant; empty, for works or a sale
_ECRITURE = "n’est pas une date de bail, jj/mm/aaaa ou mm/aaaa ; elle est laissée vide."


def lire_bail(texte: str) -> str | None:
    """The start written ``17/03/2021``, ``03/2021`` or as a lease is kept; None for what is none.

    A date with an hour, or counted in days by a spreadsheet, is read too; what files write for a
    date nobody told (01/1900) is empty.
    """
    bare = " ".join(texte.split())
    if bare in _NON_DIT:
        return INCONNU
    month = _MOIS.fullmatch(bare)
    if month:
        year, number = (month[2], month[1]) if month[2] else (month[3], month[4])
        known = _PREMIERE < int(year) <= _DERNIERE
        return f"{year}-{int(number):02d}" if known else None
    try:
        return lire_date_de_fichier(bare).jour.isoformat()
    except DateIllisibleError:
        return None


def lire_bail_rpls(cellules: Cellules) -> str:
    """The lease of a line of RPLS; none where the line says that nobody lives there.

    The confidential file cuts it in ``MOIS_BAIL`` and ``ANNEE_BAIL`` and makes a ``BAIL_DATE`` of
    them: the day of the latter says nothing.
    """
    if cellules.texte("MODE") in _SANS_BAIL:
        return INCONNU
    if said := cellules.texte("BAIL"):
        return _lu(cellules, "BAIL", said)
    if said := cellules.texte("BAIL_DATE"):
        return _lu(cellules, "BAIL_DATE", said)[:_LONGUEUR_MOIS]
    year, month = (cellules.texte(name).removesuffix(".0") for name in ("ANNEE_BAIL", "MOIS_BAIL"))
    return _lu(cellules, "ANNEE_BAIL", f"{month}/{year}") if year and month else INCONNU


def _lu(cellules: Cellules, colonne: str, texte: str) -> str:
    read = lire_bail(texte)
    if read is None:
        cellules.douter(colonne, _ECRITURE)
    return read or INCONNU


def debut_bail(bail: str) -> date | None:
    """The day a lease is counted from: the first of its month where only that is known."""
    return date.fromisoformat(f"{bail}-01"[: len("2021-03-01")]) if bail else None


def au_jour(bail: str) -> bool:
    """Whether the day is known, and not the month alone."""
    return len(bail) > _LONGUEUR_MOIS


def dire_bail(bail: str) -> str:
    """``17/03/2021``, ``03/2021``; empty for a lease nobody told."""
    if bail and not au_jour(bail):
        return f"{bail[5:]}/{bail[:4]}"
    return en_chiffres(debut_bail(bail))


def bail_retenu(connu: str, lu: str) -> str:
    """The lease that stands once a file told one: a month never takes a known day away."""
    return connu if lu and connu.startswith(lu) else lu


def bail_suivant(connu: str, lu: str) -> str:
    """The lease that stands after one that was signed here: only that of a later month."""
    return lu if lu[:_LONGUEUR_MOIS] > connu[:_LONGUEUR_MOIS] else connu


def bail_plus_ancien(lu: Logement, connu: Logement) -> bool:
    """Whether the file tells of a tenant of before: an older file contradicts nobody."""
    shared = min(len(lu.bail), len(connu.bail))
    return bool(lu.bail) and lu.bail[:shared] <= connu.bail[:shared]
