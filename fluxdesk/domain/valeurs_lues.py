"""The values of a file's cells in the writings that importers read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxdesk.domain.bail import au_jour, dire_bail, lire_bail
from fluxdesk.domain.cellules import propre
from fluxdesk.domain.champs import NatureChamp
from fluxdesk.domain.dates import en_chiffres
from fluxdesk.domain.dates_lues import DateIllisibleError, lire_date_de_fichier

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from fluxdesk.domain.dates_lues import DateLue

_MOIS = re.compile(r"(?:0[1-9]|1[0-2])/(\d{4})", re.ASCII)
_UNITE = re.compile(r"\s*(?:m²|m2|€|euros?)?(?:\s*/\s*mois)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Ecrit:
    """A cell as its importer reads it; ``remarque`` is what had to be supposed, as a phrase."""

    texte: str
    remarque: str = ""


def canonique(nature: NatureChamp, texte: str) -> Ecrit:
    """The cell as the importer of its field reads it.

    Dates with a year of two figures, an hour, or as the serial number of a spreadsheet are
    written in full, a month as its first day; numbers lose their unit. What is understood in
    none of these ways is left as it stands, for the importer to refuse.
    """
    bare = propre(texte)
    write = _ECRITURES.get(nature)
    return write(bare) if write and bare else Ecrit(bare)


def jour_lu(texte: str) -> DateLue | None:
    """The day the text says, in any of the forms that files have."""
    try:
        return lire_date_de_fichier(texte)
    except DateIllisibleError:
        return None


def _date(texte: str) -> Ecrit:
    read = jour_lu(texte)
    return Ecrit(en_chiffres(read.jour), read.remarque) if read else Ecrit(texte)


def _mois(texte: str) -> Ecrit:
    read = None if _MOIS.fullmatch(texte) else jour_lu(texte)
    return Ecrit(f"{read.jour:%m/%Y}", read.remarque) if read else Ecrit(texte)


def _date_ou_mois(texte: str) -> Ecrit:
    read = lire_bail(texte)
    return _date(texte) if read is None or au_jour(read) else Ecrit(dire_bail(read))


def _annee(texte: str) -> Ecrit:
    month = _MOIS.fullmatch(texte)
    if month:
        return Ecrit(month[1])
    read = jour_lu(texte)
    return Ecrit(str(read.jour.year), read.remarque) if read else Ecrit(texte)


def _nombre(texte: str) -> Ecrit:
    return Ecrit(_UNITE.sub("", texte))


_ECRITURES: Mapping[NatureChamp, Callable[[str], Ecrit]] = {
    NatureChamp.DATE: _date,
    NatureChamp.MOIS: _mois,
    NatureChamp.DATE_OU_MOIS: _date_ou_mois,
    NatureChamp.ANNEE: _annee,
    NatureChamp.NOMBRE: _nombre,
    NatureChamp.MONTANT: _nombre,
}
