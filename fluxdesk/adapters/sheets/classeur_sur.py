"""What a workbook must pass before a library opens it (surete.md §5.1)."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from typing import TYPE_CHECKING

from fluxdesk.adapters.sheets.feuille_xml import ExamenFeuille, chemins_feuilles
from fluxdesk.adapters.sheets.texte import illisible
from fluxdesk.services.ports import FichierIllisibleError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0"
_MO = 1_000_000
_TAILLE_MAX = 50 * _MO
_MEMBRES_MAX = 500
_TOTAL_MAX = 400 * _MO
_TAUX_MAX, _TAUX_DES = 200, 10 * _MO
_ENTETE_XML = 1024
_MORCEAU = 1 << 20
_CHIFFRE = "EncryptedPackage".encode("utf-16-le")
_ACTIF = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ODS = "content.xml"
# Cells repeated by thousands that hold something: rows of the first kind, columns of the second.
_REPETEES = re.compile(
    rb'number-rows-repeated="[0-9]{5,}"(?:(?!</table:table-row>).){0,4000}?<text:p'
    rb'|number-columns-repeated="[0-9]{4,}"[^>]*office:value-type',
    re.DOTALL,
)


def verifier(chemin: Path, octets: bytes) -> None:
    """Pass a workbook that is what it says and stays within reason.

    Raises:
        FichierIllisibleError: ciphered, damaged, too big once opened, or built to do harm.
    """
    if verifier_enveloppe(chemin, octets):
        with zipfile.ZipFile(io.BytesIO(octets)) as archive:
            for name in feuilles_xlsx(archive):
                for _ in examiner(chemin, archive, name, ExamenFeuille()):
                    pass


def verifier_enveloppe(chemin: Path, octets: bytes) -> bool:
    """Pass the whole but the cells of an xlsx, still to ``examiner``; whether it is a zip.

    Raises:
        FichierIllisibleError: ciphered, damaged, too big once opened, or built to do harm.
    """
    if len(octets) > _TAILLE_MAX:
        raise illisible(chemin, "dépasse 50 Mo. N’y laissez que le tableau à importer.")
    if octets.startswith(OLE):
        if _CHIFFRE in octets:
            raise chiffre(chemin)
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(octets)) as archive:
            _verifier_archive(chemin, archive)
    except FichierIllisibleError:
        raise
    except Exception as error:  # zipfile raises eight unrelated types on damaged archives
        raise abime(chemin) from error
    return True


def feuilles_xlsx(archive: zipfile.ZipFile) -> list[str]:
    """The members that hold the cells of sheets, the largest one last."""
    told = set(chemins_feuilles(archive).values())
    sheets = [
        m
        for m in archive.infolist()
        if m.filename in told or re.fullmatch(r"xl/worksheets/.*\.xml", m.filename)
    ]
    return [m.filename for m in sorted(sheets, key=lambda m: m.file_size)]


def examiner(
    chemin: Path, archive: zipfile.ZipFile, nom: str, examen: ExamenFeuille
) -> Iterator[int]:
    """Let ``examen`` read a sheet, piece by piece; bytes read so far.

    Raises:
        FichierIllisibleError: its cells spread beyond reason, or it is damaged.
    """
    done = 0
    try:
        with archive.open(nom) as stream:
            while piece := stream.read(_MORCEAU):
                examen.lire(piece)
                done += len(piece)
                if examen.demesuree:
                    break
                yield done
        examen.finir()
    except Exception as error:  # zipfile again, and zlib
        raise abime(chemin) from error
    if examen.demesuree:  # a reader makes room for all of them at once
        raise etendu(chemin)


def etendu(chemin: Path) -> FichierIllisibleError:
    """The error of a workbook whose cells spread beyond any table."""
    return illisible(
        chemin,
        "s’étend sur plus de cinq millions de cellules. Recopiez le tableau seul dans un "
        "nouveau classeur, puis importez celui-ci.",
    )


def chiffre(chemin: Path) -> FichierIllisibleError:
    """The error of a workbook that a password locks."""
    return illisible(
        chemin,
        "est protégé par un mot de passe. Ouvrez-le dans votre tableur, retirez le mot "
        "de passe, enregistrez-le, puis recommencez.",
    )


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
    with archive.open(member) as stream:
        piece = stream.read(_ENTETE_XML)
        if _ACTIF.search(piece):
            raise illisible(
                chemin,
                "contient des instructions qu’un tableur n’écrit pas. Recopiez le tableau dans "
                "un nouveau classeur, puis importez celui-ci.",
            )
        while member.filename == _ODS and piece:
            if _REPETEES.search(piece):
                raise etendu(chemin)
            piece = stream.read(_MORCEAU)
