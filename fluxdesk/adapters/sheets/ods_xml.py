"""What calamine does not tell of an ods: its hidden rows and columns.

Read from its XML by pieces, as ``feuille_xml`` reads that of an xlsx: tags are found by their
bytes, no XML parser is there to be harmed.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from fluxdesk.adapters.sheets.feuille_xml import RESTE_MAX

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator

CONTENU = "content.xml"
_MORCEAU = 1 << 20
_LIGNES_MAX, _COLONNES_MAX = 1_048_576, 16_384
_BALISE = re.compile(rb"<table:(table|table-column|table-row)(?=[\s/>])([^>]*)>")
_ATTRIBUT = re.compile(
    rb'table:(name|visibility|number-(?:rows|columns)-repeated)=(?:"([^"]*)"|\'([^\']*)\')'
)
_REPETE = (b"number-rows-repeated", b"number-columns-repeated")


@dataclass(slots=True)
class MasquesOds:
    """Hidden rows and columns of one sheet, by index from 0."""

    lignes_masquees: set[int] = field(default_factory=set)
    colonnes_masquees: set[int] = field(default_factory=set)
    lignes: int = 0
    colonnes: int = 0

    def prendre(self, balise: bytes, dits: dict[bytes, bytes]) -> None:
        """Count the rows or columns of this tag, and keep those that are hidden."""
        hidden = dits.get(b"visibility", b"visible") != b"visible"
        if balise == b"table-row":
            run = _suite(self.lignes, dits, _LIGNES_MAX)
            self.lignes = run.stop
            self.lignes_masquees.update(run if hidden else ())
        else:
            run = _suite(self.colonnes, dits, _COLONNES_MAX)
            self.colonnes = run.stop
            self.colonnes_masquees.update(run if hidden else ())


def lire_masques(archive: zipfile.ZipFile, masques: dict[str, MasquesOds]) -> Iterator[int]:
    """Fill ``masques`` by the name of the sheet, piece by piece; bytes read so far."""
    current = MasquesOds()
    rest, done = b"", 0
    with archive.open(CONTENU) as stream:
        while piece := stream.read(_MORCEAU):
            done += len(piece)
            piece = rest + piece
            cut = piece.rfind(b"<")
            cut = cut if len(piece) - cut <= RESTE_MAX else len(piece)
            rest = piece[cut:]
            for found in _BALISE.finditer(piece, 0, cut):
                said = {name: one or other for name, one, other in _ATTRIBUT.findall(found[2])}
                if found[1] == b"table":
                    name = html.unescape(said.get(b"name", b"").decode("utf-8", "replace"))
                    current = masques[name] = MasquesOds()
                else:
                    current.prendre(found[1], said)
            yield done


def _suite(debut: int, dits: dict[bytes, bytes], limite: int) -> range:
    told = next((dits[name] for name in _REPETE if name in dits), b"1")
    count = int(told[:9]) if told.isdigit() else 1
    return range(min(debut, limite), min(debut + count, limite))
