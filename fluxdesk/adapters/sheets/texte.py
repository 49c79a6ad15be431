"""Text files as landlords send them: encoding, separator and quotes, without guessing."""

from __future__ import annotations

import codecs
import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxdesk.domain.typographie import accorde
from fluxdesk.services.ports import FichierIllisibleError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

TAILLE_MAX = 500_000_000
SEPARATEURS = ";\t,|"
_LIGNES_TEMOINS = 50
LIGNES_D_UNE_CELLULE = 50  # a quoted cell that runs over more lines is a lone quote
CLASSEURS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
COMPRESSE = b"\x1f\x8b"
SIGNES_PAR_NUL = 200  # as many signs at least for one that is NUL: beyond, it is no text
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8 avec BOM"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)


@dataclass(frozen=True, slots=True)
class Rangee:
    """One record of a file: the number of its first physical line, its cells."""

    numero: int
    cellules: list[str]


def lire_octets(chemin: Path) -> bytes:
    """The bytes of a file that has some, and not too many.

    Raises:
        FichierIllisibleError: missing, unreadable, empty or too big.
    """
    try:
        if chemin.stat().st_size > TAILLE_MAX:
            raise illisible(chemin, "dépasse 500 Mo. Découpez-le, ou n’y laissez que votre parc.")
        octets = chemin.read_bytes()
    except OSError as error:
        raise illisible(
            chemin, "ne peut pas être ouvert. Vérifiez son nom et vos droits sur le dossier."
        ) from error
    if not octets.strip():
        raise illisible(chemin, "est vide. Refaites l’export, puis importez le nouveau fichier.")
    return octets


def lire_texte(chemin: Path) -> tuple[str, str]:
    """The text of a file and the name of its encoding: BOM, else strict UTF-8, else cp1252."""
    octets = lire_octets(chemin)
    refuser_autre_genre(chemin, octets)
    texte, encodage = _decoder(chemin, octets)
    nuls = texte.count("\0")
    exiger_texte(chemin, nuls, len(texte))
    # Its last sign is the end of a file, for DOS.
    return texte.replace("\0", "").removesuffix("\x1a"), encodage + dire_nuls(nuls)


def exiger_texte(chemin: Path, nuls: int, taille: int) -> None:
    """Refuse what is no text: a stray NUL is taken away and told, many are a binary file."""
    if nuls * SIGNES_PAR_NUL > taille:
        raise illisible(
            chemin, "n’est pas un fichier texte. Choisissez le fichier CSV ou TXT de l’export."
        )


def dire_nuls(nuls: int) -> str:
    """What is added to the name of the encoding where NUL signs were taken away."""
    return f" ({accorde(nuls, 'caractère nul ôté', 'caractères nuls ôtés')})" if nuls else ""


def _decoder(chemin: Path, octets: bytes) -> tuple[str, str]:
    for bom, codec, name in _BOMS:
        if octets.startswith(bom):
            try:
                return octets.decode(codec), name
            except UnicodeDecodeError as error:
                raise illisible(
                    chemin, f"s’annonce en {name} mais ne l’est pas. Refaites l’export."
                ) from error
    try:
        return octets.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        texte = octets.decode("cp1252", errors="replace")
    lost = texte.count("\ufffd")
    return texte, f"Windows-1252 ({lost} caractères illisibles)" if lost else "Windows-1252"


def classeur(chemin: Path) -> FichierIllisibleError:
    """The error of a workbook given for a text."""
    return illisible(
        chemin,
        "est un classeur de tableur, pas un fichier texte. Ouvrez-le, enregistrez-le au "
        "format CSV (séparateur : point-virgule), puis importez ce CSV.",
    )


def refuser_autre_genre(chemin: Path, octets: bytes) -> None:
    """Refuse a workbook or a compressed file, known by its first bytes."""
    if octets.startswith(CLASSEURS):
        raise classeur(chemin)
    if octets.startswith(COMPRESSE):
        raise illisible(
            chemin, "est compressé. Décompressez-le, puis importez le fichier qu’il contient."
        )


def illisible(chemin: Path, suite: str) -> FichierIllisibleError:
    """The error of a file that cannot be read; the sentence begins with its name."""
    return FichierIllisibleError(f"Le fichier « {chemin.name} » {suite}")


def lignes_physiques(texte: str) -> list[str]:
    """Lines without their ends; only CR and LF end a line, whatever Unicode says."""
    return texte.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def separateur(lignes: Sequence[str]) -> str:
    """The separator that all lines hold alike, else the most frequent one.

    The first line is not a witness where others follow: a declaration begins by another record.
    """
    seen = [line for line in lignes if line.strip()][:_LIGNES_TEMOINS]

    def score(sign: str) -> tuple[bool, int]:
        counts = [line.count(sign) for line in seen]
        alike = len(set(counts[1:] or counts)) == 1
        return alike and counts[-1] > 0, sum(counts)

    return max(SEPARATEURS, key=score)


def rangees(lignes: Sequence[str], signe: str, largeur: int, debut: int) -> Iterator[Rangee]:
    """Records of ``largeur`` cells from the line at index ``debut``; blank ones are left out.

    A line that holds the right number of separators is cut at each: its quotes, lone or paired,
    hide none. Any other is read as RFC 4180, alone or with the lines its quoted cells run over.
    """
    index = debut
    while index < len(lignes):
        cells, taken = rangee(lignes, index, signe, largeur)
        if any(map(str.strip, cells)):
            yield Rangee(index + 1, cells)
        index += taken


def rangee(lignes: Sequence[str], index: int, signe: str, largeur: int) -> tuple[list[str], int]:
    """The cells of the record that begins on the line at this index, and the lines it takes."""
    line = lignes[index]
    cells, taken = line.split(signe), 1
    if '"' in line:
        whole = len(cells) == largeur and not _continue(cells, lignes, index)
        quoted = None if whole else _rfc4180(lignes, index, signe, largeur)
        cells, taken = quoted or ([sans_guillemets(cell) for cell in cells], 1)
    while len(cells) > largeur and not cells[-1].strip():
        cells.pop()  # separators too many at the end of a line hold nothing
    return cells, taken


def _continue(cells: Sequence[str], lignes: Sequence[str], index: int) -> bool:
    """Whether the last cell opens a quote that the next line may close."""
    opened = cells[-1].startswith('"') and cells[-1].count('"') % 2 == 1
    return opened and index + 1 < len(lignes) and lignes[index + 1].count('"') % 2 == 1


def sans_guillemets(cell: str) -> str:
    """Without one balanced pair around it; a lone quote belongs to the text."""
    bare = cell.strip()
    inner = bare[1:-1].replace('""', "")
    if len(bare) > 1 and bare[0] == bare[-1] == '"' and '"' not in inner:
        return bare[1:-1].replace('""', '"')
    return cell


def _rfc4180(
    lignes: Sequence[str], index: int, signe: str, largeur: int
) -> tuple[list[str], int] | None:
    """The record that begins on this line and the lines it takes; None where none fits."""
    for taken in range(1, LIGNES_D_UNE_CELLULE + 1):
        together = "\n".join(lignes[index : index + taken])
        if together.count('"') % 2:
            continue
        try:
            found = list(csv.reader(io.StringIO(together, newline=""), delimiter=signe))
        except csv.Error:  # a cell beyond the limit of the csv module
            return None
        if len(found) == 1 and len(found[0]) == largeur:
            return found[0], taken
    return None
