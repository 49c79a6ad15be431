"""What the values of a column look like, whatever its title says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxdesk.domain.cellules import decimal
from fluxdesk.domain.champs import NatureChamp
from fluxdesk.domain.listes import liste_de
from fluxdesk.domain.valeurs_lues import jour_lu

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from fluxdesk.domain.champs import Champ
    from fluxdesk.domain.profil import Genre

    Epreuve = Callable[[str], bool]

_COMMUNE = 5
_ANNEE = re.compile(r"(?:1[5-9]|20|99)\d{2}", re.ASCII)
_RPLS = re.compile(r"(?=.*\d)[A-Z0-9]{10}", re.ASCII)
_QPV = re.compile(r"Q[NP]\w{6}", re.ASCII)
_POSTAL = re.compile(r"\d{4,5}", re.ASCII)
_SIREN = re.compile(r"\d{9}", re.ASCII)
_NUMERO_UNIQUE = re.compile(r"\d[\dAB]\d{10,20}|\d[.,]?\d*E\+1\d", re.ASCII)
_TYPOLOGIE = re.compile(r"[TF] ?\d(?: ?BIS)?|STUDIO", re.ASCII)
_FAMILLE = re.compile(r"PLA ?I|PLUS|PLS|PLI|PALULOS|HLM ?/?O|PLA|PLATS|PLR|ILN", re.ASCII)
_UNITE = re.compile(r"(?:m²|m2|€|euros?|%| ?/ ?mois)+$", re.IGNORECASE)
_LETTRE = re.compile(r"[^\W\d_]")


def nombre_nu(texte: str) -> str:
    """The text without the unit after its number."""
    return _UNITE.sub("", texte.strip()).strip()


def est_date(texte: str) -> bool:
    """A day, a month or the serial number a spreadsheet keeps of one."""
    return jour_lu(texte) is not None


@dataclass(frozen=True, slots=True)
class Controle:
    """What the values of a field look like: the test, and what it says of them in French.

    ``signe`` tells that nothing else looks so: the values alone show what the column is.
    """

    epreuve: Epreuve
    mots: str
    signe: Epreuve | None = None
    confiance: int = 0


def part(valeurs: Sequence[str], epreuve: Epreuve) -> float:
    """The share of these values that pass, from 0 to 1; 0 where there is none."""
    return sum(map(epreuve, valeurs)) / len(valeurs) if valeurs else 0.0


def controle_de(
    genre: Genre, champ: Champ, connait_commune: Callable[[str], bool]
) -> Controle | None:
    """How to know the values of the field; None where anything goes."""
    if champ.nature is NatureChamp.COMMUNE:
        known = _commune(connait_commune)
        return Controle(known, "sont des codes de commune du COG", known, 78)
    closed = liste_de(genre, champ)
    if closed is not None:
        sign = _SIGNES.get(champ.code)
        return Controle(
            closed.connait,
            "sont connues",
            *((_motif(sign), 80) if sign else ()),
        )
    return _TEXTES.get(champ.code) or _NATURES.get(champ.nature)


def _motif(forme: re.Pattern[str]) -> Epreuve:
    return lambda value: forme.fullmatch(value.upper()) is not None


def _commune(connait_commune: Callable[[str], bool]) -> Epreuve:
    def known(value: str) -> bool:
        code = value.upper()
        if code.isdecimal() and len(code) == _COMMUNE - 1:
            code = f"0{code}"
        return len(code) == _COMMUNE and connait_commune(code)

    return known


def _est_nombre(texte: str) -> bool:
    return decimal(nombre_nu(texte).removeprefix("-")) is not None


def _a_une_lettre(texte: str) -> bool:
    return _LETTRE.search(texte) is not None


_DATES = Controle(est_date, "sont des dates")
_NOMBRES = Controle(_est_nombre, "sont des nombres")
_NOMS = Controle(_a_une_lettre, "sont des mots")
_SIGNES = {"NBPIECE": _TYPOLOGIE, "FINAN": _FAMILLE}
_NATURES: Mapping[NatureChamp, Controle] = {
    NatureChamp.DATE: _DATES,
    NatureChamp.MOIS: _DATES,
    NatureChamp.DATE_OU_MOIS: _DATES,
    NatureChamp.ANNEE: Controle(
        lambda value: _ANNEE.fullmatch(value) is not None or est_date(value), "sont des années"
    ),
    NatureChamp.NOMBRE: _NOMBRES,
    NatureChamp.MONTANT: Controle(_est_nombre, "sont des montants"),
    NatureChamp.RESERVATAIRE: _NOMS,
    NatureChamp.NUMERO_UNIQUE: Controle(
        _motif(_NUMERO_UNIQUE), "sont des numéros uniques", _motif(_NUMERO_UNIQUE), 70
    ),
}
_TEXTES: Mapping[str, Controle] = {
    "IDENT_REP": Controle(_motif(_RPLS), "sont des identifiants RPLS", _motif(_RPLS), 66),
    "PLG_QP24": Controle(_motif(_QPV), "sont des codes de QPV", _motif(_QPV), 80),
    "CODEPOSTAL": Controle(_motif(_POSTAL), "sont des codes postaux"),
    "EPCI": Controle(_motif(_SIREN), "sont des numéros SIREN"),
    "LIBCOM": _NOMS,
    "NOMVOIE": _NOMS,
    "nom": _NOMS,
}
