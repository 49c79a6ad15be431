"""What a workbook must pass before a library opens it (surete.md §5.1)."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from typing import TYPE_CHECKING

from fluxdesk.adapters.sheets.texte import illisible
from fluxdesk.services.ports import FichierIllisibleError

if TYPE_CHECKING:
    from pathlib import Path

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0"
_MO = 1_000_000
_TAILLE_MAX = 50 * _MO
_MEMBRES_MAX = 500
_TOTAL_MAX = 400 * _MO
_TAUX_MAX, _TAUX_DES = 200, 10 * _MO
_ENTETE_XML = 1024
_CELLULES_MAX = 5_000_000
_MORCEAU = 1 << 20
_CHEVAUCHEMENT = 32  # longer than any cell reference, cut between two pieces
_REFERENCE = re.compile(rb'[ :"]([A-Z]{1,3})([0-9]{1,7})"')
_CHIFFRE = "EncryptedPackage".encode("utf-16-le")
_ACTIF = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def verifier(chemin: Path, octets: bytes) -> None:
    """Pass a workbook that is what it says and stays within reason.

    Raises:
        FichierIllisibleError: ciphered, damaged, too big once opened, or built to do harm.
    """
    if len(octets) > _TAILLE_MAX:
        raise illisible(chemin, "dépasse 50 Mo. N’y laissez que le tableau à importer.")
    if octets.startswith(OLE):
        if _CHIFFRE in octets:
            raise illisible(
                chemin,
                "est protégé par un mot de passe. Ouvrez-le dans votre tableur, retirez le mot "
                "de passe, enregistrez-le, puis recommencez.",
            )
        return
    try:
        with zipfile.ZipFile(io.BytesIO(octets)) as archive:
            _verifier_archive(chemin, archive)
    except FichierIllisibleError:
        raise
    except Exception as error:  # zipfile raises eight unrelated types on damaged archives
        raise abime(chemin) from error


def abime(chemin: Path) -> FichierIllisibleError:
    """The error of a workbook that begins well and does not hold."""
    return illisible(
        chemin,
        "est abîmé ou n’est pas un classeur. Ouvrez-le dans votre tableur et enregistrez-le à "
        "nouveau, en xlsx ou en CSV.",
    )


def _verifier_archive(chemin: Path, archive: zipfile.ZipFile) -> None:
    members = archive.infolist()
    names = Counter(member.filename for member in members)
    total = sum(member.file_size for member in members)
    swollen = any(
        m.file_size > _TAUX_DES and m.file_size > _TAUX_MAX * max(m.compress_size, 1)
        for m in members
    )
    if len(members) > _MEMBRES_MAX or total > _TOTAL_MAX or swollen:
        raise illisible(
            chemin,
            "prendrait une place démesurée une fois ouvert. Recopiez le tableau dans un nouveau "
            "classeur, puis importez celui-ci.",
        )
    if max(names.values(), default=0) > 1:
        raise abime(chemin)
    for member in members:
        if member.filename.endswith((".xml", ".rels")):
            _verifier_xml(chemin, archive, member)


def _verifier_xml(chemin: Path, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    sheet = member.filename.startswith("xl/worksheets/")
    columns = rows = 0
    with archive.open(member) as stream:
        piece = stream.read(_ENTETE_XML)
        if _ACTIF.search(piece):
            raise illisible(
                chemin,
                "contient des instructions qu’un tableur n’écrit pas. Recopiez le tableau dans "
                "un nouveau classeur, puis importez celui-ci.",
            )
        while sheet and piece:
            for letters, number in _REFERENCE.findall(piece):
                columns, rows = max(columns, _colonne(letters)), max(rows, int(number))
            following = stream.read(_MORCEAU)
            piece = piece[-_CHEVAUCHEMENT:] + following if following else b""
    if columns * rows > _CELLULES_MAX:  # a reader makes room for all of them at once
        raise illisible(
            chemin,
            "s’étend sur plus de cinq millions de cellules. Recopiez le tableau seul dans un "
            "nouveau classeur, puis importez celui-ci.",
        )


def _colonne(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number
