"""Reads an RPLS file, any layout, by the names of its columns (ports.LecteurPatrimoine)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from typing_extensions import override

from fluxdesk.adapters.sheets.rpls_colonnes import (
    POSITIONS,
    est_entete,
    format_lu,
    nom_de_colonne,
)
from fluxdesk.adapters.sheets.texte import (
    illisible,
    lignes_physiques,
    lire_texte,
    rangees,
    separateur,
)
from fluxdesk.domain.cellules import CELLULES
from fluxdesk.services.ports import FichierLu, LigneLue

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from fluxdesk.adapters.sheets.texte import (
        Rangee,
    )
    from fluxdesk.services.ports import Progress

_PAS = 500
_LIGNES_AVANT_ENTETE = 20
_LIGNES_DIDO = 2  # descriptions and units, each or none, below the names
_LARGEUR_BAILLEUR = 12
_ANNEE, _EFFECTIF = 0, 10  # positions of the landlord's line
_NOMBRE = re.compile(r"\d+")
# What a dwelling cannot be without: a line under the names that has none of them is no dwelling.
_VALEURS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("DEPCOM", re.compile(r"\d[\dAB]?\d{2,3}")),
    ("CODEPOSTAL", _NOMBRE),
    ("NBPIECE", _NOMBRE),
    ("SURFHAB", _NOMBRE),
    ("CONSTRUCT", _NOMBRE),
    ("FINAN", _NOMBRE),
    ("QPV", _NOMBRE),
    ("TYPECONST", re.compile(r"[CIE]")),
)


class Champs(Mapping[str, str]):
    """The cells of a line by column name; the names are shared by every line of the file."""

    __slots__ = ("_cellules", "_places")

    def __init__(self, places: Mapping[str, int], cellules: list[str]) -> None:
        self._places = places
        self._cellules = cellules

    @override
    def __getitem__(self, nom: str) -> str:
        return self._cellules[self._places[nom]]

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    @override
    def __len__(self) -> int:
        return len(self._places)


@dataclass(frozen=True, slots=True)
class _Plan:
    """How the file is laid out: its format in words, the names of its cells, where data begin."""

    format: str
    noms: Sequence[str]
    signe: str
    debut: int


def lire_patrimoine(chemin: Path, progress: Progress) -> FichierLu:
    """Every dwelling line of the file.

    Raises:
        FichierIllisibleError: the file is no text, or no RPLS layout is recognised.
    """
    texte, encodage = lire_texte(chemin)
    lines = lignes_physiques(texte)
    if lines[0].lower().startswith("sep=") and len(lines[0]) > len("sep="):
        sign, start = lines[0][len("sep=")], 1
    else:
        sign, start = separateur(lines), 0
    plan = _declaration(lines, sign) or _avec_entete(chemin, lines, sign, start)
    places = {name: place for place, name in reversed(list(enumerate(plan.noms))) if name}
    shared: dict[str, str] = {}
    found: list[LigneLue] = []
    for record in rangees(lines, plan.signe, len(plan.noms), plan.debut):
        if record.numero % _PAS == 0 or not found:
            progress(record.numero, len(lines), "Lecture du fichier")
        found.append(_ligne(record, places, len(plan.noms), shared))
    return FichierLu(
        nom=chemin.name,
        format=_avec_effectif(plan.format, lines[0], plan.signe, len(found)),
        encodage=encodage,
        lignes=found,
        colonnes=tuple(places),
    )


def _ligne(
    record: Rangee, places: Mapping[str, int], largeur: int, shared: dict[str, str]
) -> LigneLue:
    named = max(places.values()) + 1  # columns without a name, at the end, may be missing
    if not named <= len(record.cellules) <= largeur:
        found = f"{len(record.cellules)} cellules au lieu de {named}"
        return LigneLue(record.numero, {CELLULES: found})
    # The same few values fill most cells: each is kept once.
    return LigneLue(
        record.numero, Champs(places, [shared.setdefault(c, c) for c in record.cellules])
    )


def _declaration(lines: Sequence[str], signe: str) -> _Plan | None:
    """The declaration without names: a landlord's line of 12 positions, lines of 64 or more."""
    head = [cell.strip().strip('"') for cell in lines[0].split(signe)]
    while len(head) > _LARGEUR_BAILLEUR and not head[-1]:
        head.pop()
    if len(head) != _LARGEUR_BAILLEUR or not re.fullmatch(r"(?:19|20)\d{2}", head[_ANNEE]):
        return None
    widths = Counter(line.count(signe) + 1 for line in lines[1:] if line.strip())
    usual = max(widths, key=lambda width: widths[width], default=0)
    if widths and usual < len(POSITIONS):
        return None
    names = [*POSITIONS, *[""] * (usual - len(POSITIONS))]
    return _Plan("Déclaration RPLS sans en-tête", names, signe, 1)


def _avec_effectif(format_: str, head: str, signe: str, lues: int) -> str:
    """The format, with the number of dwellings a declaration announces where it is another."""
    if format_ != "Déclaration RPLS sans en-tête":
        return format_
    announced = head.split(signe)[_EFFECTIF].strip().strip('"')
    if announced.isdecimal() and int(announced) != lues:
        return f"{format_} ({announced} logements annoncés, {lues} lus)"
    return format_


def _avec_entete(chemin: Path, lines: Sequence[str], signe: str, debut: int) -> _Plan:
    for index in range(debut, min(len(lines), debut + _LIGNES_AVANT_ENTETE)):
        raw = [cell.strip().strip('"') for cell in lines[index].split(signe)]
        names = [nom_de_colonne(cell) for cell in raw]
        if not est_entete(names):
            continue
        if "DEPCOM" not in names:
            raise illisible(
                chemin,
                "n’a pas de colonne DEPCOM (code de la commune). Ajoutez-la, ou refaites "
                "l’export avec toutes les colonnes de RPLS.",
            )
        return _Plan(
            format_lu(raw, names), names, signe, _apres_dido(lines, signe, names, index + 1)
        )
    raise illisible(
        chemin,
        "ne contient pas les colonnes de RPLS (DEPCOM, NBPIECE, FINAN…) et n’est pas non plus "
        "une déclaration sans en-tête. Choisissez le fichier RPLS des données ouvertes ou celui "
        "de votre déclaration.",
    )


def _apres_dido(lines: Sequence[str], signe: str, noms: Sequence[str], debut: int) -> int:
    """Index of the first data line, below the descriptions and units that DiDo may write."""
    if "REG_LIBELLE" not in noms and "FINAN_LIBELLE" not in noms:
        return debut
    start = debut
    for record in rangees(lines[: debut + 2 * _LIGNES_DIDO], signe, len(noms), debut):
        if record.numero > debut + _LIGNES_DIDO or _decrit_un_logement(noms, record.cellules):
            break
        start = record.numero
    return start


def _decrit_un_logement(noms: Sequence[str], cellules: Sequence[str]) -> bool:
    cells = dict(zip(noms, cellules, strict=False))
    return any(shape.fullmatch(cells.get(name, "").strip()) for name, shape in _VALEURS)
