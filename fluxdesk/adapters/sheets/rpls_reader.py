"""Reads an RPLS file, any layout, by the names of its columns (ports.LecteurPatrimoine)."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxdesk.adapters.sheets.rpls_colonnes import (
    POSITIONS,
    est_entete,
    format_lu,
    nom_de_colonne,
)
from fluxdesk.adapters.sheets.rpls_coupes import Mise
from fluxdesk.adapters.sheets.rpls_flux import sonder
from fluxdesk.adapters.sheets.rpls_palettes import Decoupeur
from fluxdesk.adapters.sheets.texte import illisible, rangees, separateur

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from fluxdesk.adapters.sheets.rpls_flux import Sonde
    from fluxdesk.domain.rpls_bloc import Bloc
    from fluxdesk.services.ports import Progress

_LIGNES_AVANT_ENTETE = 20
_LIGNES_DIDO = 2  # descriptions and units, each or none, below the names
_LARGEUR_BAILLEUR = 12
_ANNEE, _EFFECTIF = 0, 10  # positions of the landlord's line
_NOMBRE = re.compile(r"\d+")
_SEP = re.compile(r"sep=([!#-/:-@\[-`{-~\t])", re.IGNORECASE)
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


@dataclass(frozen=True, slots=True)
class _Plan:
    """How the file is laid out: its format in words, the names of its cells, where data begin.

    ``annonces`` is how many dwellings the head of a declaration announces.
    """

    format: str
    noms: Sequence[str]
    signe: str
    debut: int
    annonces: int | None = None


class FichierRpls:
    """An RPLS file that was recognised (ports.FichierParBlocs)."""

    def __init__(self, sonde: Sonde, plan: _Plan) -> None:
        self.nom = sonde.chemin.name
        self.format = plan.format
        self.encodage = sonde.encodage
        self.colonnes = tuple(dict.fromkeys(name for name in plan.noms if name))
        self._sonde = sonde
        self._plan = plan

    def blocs(self, progress: Progress) -> Iterator[Bloc]:
        """Every data line of the file, in its order; may be asked for again.

        Raises:
            RuntimeError: lines were lost, which is a fault of the program.
        """
        decoupeur = Decoupeur(self._mise(), self._plan.debut)
        total = self._sonde.lignes
        progress(0, total, "Vérification des lignes")
        for bloc in decoupeur.blocs(self._sonde.morceaux()):
            yield bloc
            progress(decoupeur.lignes, total, "Vérification des lignes")
        if decoupeur.lignes != total:
            message = f"{total} lines in the file, {decoupeur.lignes} went through"
            raise RuntimeError(message)

    def _mise(self) -> Mise:
        names: list[str] = []
        for name in self._plan.noms:
            names.append("" if name in names else name)
        needed = max(place for place, name in enumerate(names) if name) + 1
        return Mise(self._plan.signe, self._sonde.codec_lu, tuple(names), needed)

    def format_final(self, lues: int) -> str:
        """The format, with the number of dwellings a declaration announces if it is another."""
        announced = self._plan.annonces
        if announced is None or announced == lues:
            return self.format
        return f"{self.format} ({announced} logements annoncés, {lues} lus)"


def lire_patrimoine(chemin: Path, progress: Progress) -> FichierRpls:
    """The file, recognised by its first lines; its dwellings are read by ``blocs``.

    Raises:
        FichierIllisibleError: the file is no text, or no RPLS layout is recognised.
    """
    sonde = sonder(chemin, progress)
    lines = sonde.tete
    sign, start = _signe_dit(lines[0]), 1
    if not sign:
        sign, start = separateur(lines), 0
    plan = _declaration(lines, sign) or _avec_entete(chemin, lines, sign, start)
    return FichierRpls(sonde, plan)


def _signe_dit(premiere: str) -> str:
    """The separator that Excel's first line « sep=; » names; empty where there is no such line."""
    found = _SEP.match(premiere)
    return found[1] if found else ""


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
    announced = head[_EFFECTIF].strip()
    number = int(announced) if announced.isdecimal() else None
    return _Plan("Déclaration RPLS sans en-tête", names, signe, 1, number)


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
