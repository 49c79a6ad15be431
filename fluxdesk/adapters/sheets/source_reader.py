"""Reads any table an officer owns, workbook or text, as it lies (ports.LecteurSource)."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from fluxdesk.adapters.sheets.classeur_sur import OLE, ZIP
from fluxdesk.adapters.sheets.source_classeur import lire_classeur
from fluxdesk.adapters.sheets.source_texte import feuille_de_texte
from fluxdesk.adapters.sheets.texte import illisible, lire_octets, lire_texte

if TYPE_CHECKING:
    from pathlib import Path

    from fluxdesk.domain.tableau_lu import SourceLue
    from fluxdesk.services.ports import FichierIllisibleError, Progress

_DEBUT = 2048
_PART_NULLE = 0.3  # of the bytes of a Western text in UTF-16, nearly half are null
_MARQUES = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_ETRANGERS = (
    (b"%PDF", "est un PDF. Demandez le même tableau en classeur ou en CSV."),
    (b"{\\rtf", "est un texte mis en forme. Copiez le tableau dans un classeur."),
    (b"\x1f\x8b", "est une archive. Ouvrez-la, et importez le fichier qu’elle contient."),
    (b"SQLite format 3", "est une base de données, pas un tableau. Ouvrez-la avec FluxDesk."),
)
_PAGES = (b"<html", b"<table", b"<!doctype", b"<?xml")


def lire_source(chemin: Path, progress: Progress) -> SourceLue:
    """Every sheet of the file, hidden ones told; nothing is understood yet.

    Raises:
        FichierIllisibleError: unreadable, unsafe or no table at all; the sentence says what to do.
        AnnuleError: stopped on the way.
    """
    progress(0, 0, "Lecture du fichier")
    octets = lire_octets(chemin)
    if octets.startswith((ZIP, OLE)):
        return lire_classeur(chemin, octets, progress)
    if stranger := _etranger(chemin, octets[:_DEBUT]):
        raise stranger
    texte, encodage = _sans_bom(octets) or lire_texte(chemin)
    return feuille_de_texte(chemin, texte, encodage, progress)


def _etranger(chemin: Path, debut: bytes) -> FichierIllisibleError | None:
    """The error of a file that is neither a workbook nor a table as text."""
    for signature, suite in _ETRANGERS:
        if debut.startswith(signature):
            return illisible(chemin, suite)
    if debut.removeprefix(b"\xef\xbb\xbf").lstrip().lower().startswith(_PAGES):
        return illisible(
            chemin,
            "est une page web ou du XML, quel que soit son nom. Ouvrez-le dans votre tableur, "
            "enregistrez-le en xlsx ou en CSV, puis importez ce fichier.",
        )
    return None


def _sans_bom(octets: bytes) -> tuple[str, str] | None:
    """The text of a UTF-16 file that does not say so, known by its null bytes."""
    debut = octets[:_DEBUT]
    if debut.startswith(_MARQUES):
        return None
    for codec, first in (("utf-16-le", 1), ("utf-16-be", 0)):
        nulls = debut[first::2].count(0)
        if debut[1 - first :: 2].count(0) == 0 and nulls > len(debut) * _PART_NULLE:
            try:
                return octets.decode(codec), "UTF-16 sans BOM"
            except UnicodeDecodeError:
                return None
    return None
