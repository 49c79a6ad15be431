"""A text file read as a stream: what it is made of, then its lines, in memory by pieces only."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from fluxdesk.adapters.sheets import texte
from fluxdesk.adapters.sheets.texte import dire_nuls, exiger_texte, illisible

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from fluxdesk.services.ports import Progress

LIGNE_MAX = 1_000_000  # bytes; the longest line of RPLS known has 4 000
_MORCEAU = 1 << 19
_LF, _CR = 10, 13
_TETE, _TEMOINS = 2 * LIGNE_MAX, 1_000  # bytes and lines by which a file is recognised
_BOMS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8 avec BOM"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_CP1252_VIDES = (b"\x81", b"\x8d", b"\x8f", b"\x90", b"\x9d")


@dataclass(frozen=True, slots=True)
class Sonde:
    """A text file looked through once: its encoding in words, its lines, the first of them."""

    chemin: Path
    codec: str
    encodage: str
    saut: int
    lignes: int
    tete: list[str]

    @property
    def codec_lu(self) -> str:
        """Encoding of the bytes ``morceaux`` gives."""
        return "cp1252" if self.codec == "cp1252" else "utf-8"

    def morceaux(self) -> Iterator[bytes]:
        """The bytes of whole lines, each ended by LF or CR LF, the last one too."""
        rest = b""
        for read in _morceaux(self.chemin, self.codec, self.saut):
            piece = read.replace(b"\0", b"") if b"\0" in read else read
            cut = piece.rfind(b"\n") + 1
            if cut:
                yield rest + piece[:cut]
                rest = piece[cut:]
            else:
                rest += piece
        yield rest + b"\n"


def sonder(chemin: Path, progress: Progress) -> Sonde:
    """Look through the file: nothing of it is kept but its first lines.

    The encoding is that of the BOM, else strict UTF-8, else cp1252.

    Raises:
        FichierIllisibleError: missing, empty, too big, a line too long, or no text.
    """
    try:
        size = chemin.stat().st_size
        if size > texte.TAILLE_MAX:
            raise illisible(chemin, "dépasse 500 Mo. Découpez-le, ou n’y laissez que votre parc.")
        with chemin.open("rb") as stream:
            head = stream.read(4)
        texte.refuser_autre_genre(chemin, head)
        return _sonder(chemin, head, size, progress)
    except OSError as error:
        raise illisible(
            chemin, "ne peut pas être ouvert. Vérifiez son nom et vos droits sur le dossier."
        ) from error


def _sonder(chemin: Path, head: bytes, size: int, progress: Progress) -> Sonde:
    for bom, codec, name in _BOMS:
        if head.startswith(bom):
            try:
                return _parcourir(chemin, (codec, name, len(bom)), size, progress)
            except UnicodeDecodeError as error:
                raise illisible(
                    chemin, f"s’annonce en {name} mais ne l’est pas. Refaites l’export."
                ) from error
    try:
        return _parcourir(chemin, ("utf-8", "UTF-8", 0), size, progress)
    except UnicodeDecodeError:
        return _parcourir(chemin, ("cp1252", "Windows-1252", 0), size, progress)


def _parcourir(chemin: Path, sorte: tuple[str, str, int], size: int, progress: Progress) -> Sonde:
    codec, name, skip = sorte
    check = codecs.getincrementaldecoder("utf-8")()
    done = lines = lost = width = nuls = 0
    blank, head = True, b""
    for piece in _morceaux(chemin, codec, skip):
        progress(min(done, size), size, "Lecture du fichier")
        done += len(piece)
        nuls += piece.count(b"\0")
        exiger_texte(chemin, nuls, done)
        if codec == "utf-8":
            check.decode(piece)
        elif codec == "cp1252":
            lost += sum(map(piece.count, _CP1252_VIDES))
        width = _plus_longue(chemin, piece, width)
        lines += piece.count(b"\n")
        blank = blank and not piece.strip()
        if len(head) < _TETE:
            head += piece
    check.decode(b"", final=True)
    if blank:
        raise illisible(chemin, "est vide. Refaites l’export, puis importez le nouveau fichier.")
    told = (f"{name} ({lost} caractères illisibles)" if lost else name) + dire_nuls(nuls)
    head = head.replace(b"\0", b"")
    codec_lu = "cp1252" if codec == "cp1252" else "utf-8"
    first = head.decode(codec_lu, errors="replace").replace("\r\n", "\n").split("\n")
    if len(head) < done:
        first.pop()  # it was cut
    return Sonde(chemin, codec, told, skip, lines + 1, first[:_TEMOINS])


def _plus_longue(chemin: Path, piece: bytes, width: int) -> int:
    """Length of the line that is not ended yet; a line that is too long is refused."""
    first, last = piece.find(b"\n"), piece.rfind(b"\n")
    longest = width + (len(piece) if first < 0 else first)
    if longest > LIGNE_MAX:
        raise illisible(
            chemin,
            "a une ligne de plus d’un million de signes : ce n’est pas un tableau. Refaites "
            "l’export, une ligne par logement.",
        )
    return longest if first < 0 else len(piece) - last - 1


def _sans_retour_seul(piece: bytes) -> bytes:
    """Where a CR stands alone, every end of line as LF; else the same bytes, CR LF among them."""
    if b"\r" not in piece:
        return piece
    table = np.frombuffer(piece, np.uint8)
    returns = np.flatnonzero(table == _CR)
    if returns[-1] + 1 < len(table) and (table[returns + 1] == _LF).all():
        return piece
    return piece.replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def _morceaux(chemin: Path, codec: str, saut: int) -> Iterator[bytes]:
    """The file by pieces, in UTF-8 or cp1252; lines end by LF or CR LF; without its DOS end."""
    decoder = codecs.getincrementaldecoder(codec)() if codec.startswith("utf-16") else None
    held = b""
    with chemin.open("rb") as stream:
        stream.seek(saut)
        while raw := stream.read(_MORCEAU):
            piece = held + (decoder.decode(raw).encode() if decoder else raw)
            # The first half of CR LF, and the DOS end of a file, wait for what follows them.
            held = piece[-1:] if piece.endswith((b"\r", b"\x1a")) else b""
            piece = piece[: len(piece) - len(held)]
            yield _sans_retour_seul(piece)
    if decoder:
        held += decoder.decode(b"", final=True).encode()
    yield held.removesuffix(b"\x1a").replace(b"\r", b"\n")
