"""Workbooks that break their format or are built to do harm, each named for its trap."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.adapters.sheets.hostiles import classeurs
from tests.adapters.sheets.hostiles.attendu import Juste, Piege, Refus

if TYPE_CHECKING:
    from tests.adapters.sheets.hostiles.attendu import Fabrique

DONNEES = Path(__file__).parents[3] / "data"
FEUILLE = "xl/worksheets/sheet1.xml"
XML = b'<?xml version="1.0"?>'
OLE = b"\xd0\xcf\x11\xe0" + b"\0" * 600
ODS = b"application/vnd.oasis.opendocument.spreadsheet"
MANIFESTE = (
    XML + b'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    b'<manifest:file-entry manifest:full-path="/" manifest:media-type="' + ODS + b'"/>'
    b"</manifest:manifest>"
)
_ESPACES = (
    b' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    b' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    b' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def bon() -> bytes:
    target = io.BytesIO()
    classeurs.classeur(classeurs.simple)(target)  # type: ignore[arg-type]
    return target.getvalue()


def octets(data: bytes) -> Fabrique:
    def fabrique(chemin: Path) -> None:
        chemin.write_bytes(data)

    return fabrique


def avec(**membres: bytes) -> Fabrique:
    """A good workbook with these members written over or added."""
    wanted = {name.replace("__", "/"): data for name, data in membres.items()}

    def fabrique(chemin: Path) -> None:
        with (
            zipfile.ZipFile(io.BytesIO(bon())) as source,
            zipfile.ZipFile(chemin, "w", zipfile.ZIP_DEFLATED) as out,
        ):
            for member in source.infolist():
                if member.filename not in wanted:
                    out.writestr(member, source.read(member))
            for name, data in wanted.items():
                out.writestr(name, data)

    return fabrique


def zip_de(**membres: bytes) -> Fabrique:
    def fabrique(chemin: Path) -> None:
        with zipfile.ZipFile(chemin, "w") as out:
            for name, data in membres.items():
                out.writestr(name.replace("__", "/"), data)

    return fabrique


def membre_en_double(chemin: Path) -> None:
    chemin.write_bytes(bon())
    with zipfile.ZipFile(chemin, "a") as out, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        out.writestr("xl/workbook.xml", b"<x/>")


def tueur(chemin: Path) -> None:
    """One byte of a string changed: the library aborts, asking for 108 GB."""
    data = bytearray((DONNEES / "tableau.xls").read_bytes())
    data[3473] = 202
    chemin.write_bytes(data)


def feuille(contenu: bytes) -> bytes:
    space = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return XML + b'<worksheet xmlns="' + space + b'">' + contenu + b"</worksheet>"


def ods(lignes: bytes) -> Fabrique:
    content = (
        XML + b"<office:document-content" + _ESPACES + b"><office:body><office:spreadsheet>"
        b'<table:table table:name="Parc">' + lignes + b"</table:table></office:spreadsheet>"
        b"</office:body></office:document-content>"
    )
    return zip_de(mimetype=ODS, **{"content.xml": content, "META-INF/manifest.xml": MANIFESTE})


def cellules(*textes: bytes) -> bytes:
    inside = b"".join(
        b'<table:table-cell office:value-type="string"><text:p>%s</text:p></table:table-cell>'
        % text
        for text in textes
    )
    return b"<table:table-row>" + inside + b"</table:table-row>"


def xlsb(chemin: Path) -> None:
    """A workbook of binary records, the fewest that make one."""

    def record(kind: int, data: bytes = b"") -> bytes:
        head = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
        return head + bytes([len(data)]) + data

    def wide(text: str) -> bytes:
        return struct.pack("<I", len(text)) + text.encode("utf-16-le")

    rows = b""
    for row, texts in enumerate((classeurs.TITRES, *classeurs.LIGNES)):
        rows += record(0, struct.pack("<IIHBBBI", row, 0, 300, 0, 0, 0, 0))
        for column, cell in enumerate(texts):
            place = struct.pack("<II", column, 0)
            if isinstance(cell, str):
                rows += record(6, place + wide(cell))
            else:
                rows += record(5, place + struct.pack("<d", cell))
    sheet = (
        record(129)
        + record(148, struct.pack("<IIII", 0, 3, 0, 2))
        + record(145)
        + rows
        + record(146)
        + record(130)
    )
    book = (
        record(131)
        + record(143)
        + record(156, struct.pack("<II", 0, 1) + wide("rId1") + wide("Parc"))
        + record(144)
        + record(132)
    )
    links = (
        XML
        + b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/worksheet" Target="worksheets/sheet1.bin"/></Relationships>'
    )
    with zipfile.ZipFile(chemin, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("xl/workbook.bin", book)
        out.writestr("xl/_rels/workbook.bin.rels", links)
        out.writestr("xl/worksheets/sheet1.bin", sheet)


def juste(nom: str, fabrique: Fabrique, format_: str) -> Piege:
    expected = Juste(
        titres=classeurs.TITRES,
        lignes=3,
        numero=2,
        premiere=classeurs.PREMIERE,
        format=format_,
    )
    return Piege(fichier=nom, fabrique=fabrique, attendu=expected)


def refus(nom: str, fabrique: Fabrique, phrase: str) -> Piege:
    return Piege(fichier=nom, fabrique=fabrique, attendu=Refus(phrase=phrase))


TABLE_ODS = b"".join(
    cellules(*(str(cell).encode() for cell in row)) for row in (classeurs.TITRES, *classeurs.LIGNES)
)
LOIN = b'<sheetData><row r="1"><c r="A1"><v>1</v></c></row>%s</sheetData>'

PIEGES = (
    juste(
        "classeur_a_macros.xlsm",
        avec(**{"xl/vbaProject.bin": b"x"}),
        "Classeur Excel (xlsm), macros ignorées",
    ),
    juste("binaire.xlsb", xlsb, "Classeur Excel (xlsb)"),
    juste(
        "lignes_vides_par_million.ods",
        ods(
            TABLE_ODS + b'<table:table-row table:number-rows-repeated="1048570">'
            b'<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
        ),
        "Classeur OpenDocument (ods)",
    ),
    refus(
        "lignes_pleines_par_million.ods",
        ods(cellules(b"x").replace(b"row>", b'row table:number-rows-repeated="1048576">', 1)),
        "cinq millions de cellules",
    ),
    refus("bombe.xlsx", avec(**{FEUILLE: XML + b" " * 12_000_000}), "place démesurée"),
    refus("mille_membres.xlsx", avec(**{f"m{n}": b"" for n in range(1000)}), "place démesurée"),
    refus(
        "entites.xlsx",
        avec(**{FEUILLE: XML + b'<!DOCTYPE x [<!ENTITY a "b">]><x/>'}),
        "instructions",
    ),
    refus(
        "dimension_menteuse.xlsx",
        avec(**{FEUILLE: feuille(b'<dimension ref="A1:XFD1048576"/><sheetData/>')}),
        "cinq millions de cellules",
    ),
    refus(
        "cellule_au_bout_du_monde.xlsx",
        avec(**{FEUILLE: feuille(LOIN % b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')}),
        "cinq millions de cellules",
    ),
    refus(
        "cellule_au_bout_entre_apostrophes.xlsx",
        avec(**{FEUILLE: feuille(LOIN % b"<row r='9'><c r='XFD1048576'><v>1</v></c></row>")}),
        "cinq millions de cellules",
    ),
    refus("membre_en_double.xlsx", membre_en_double, "est abîmé"),
    refus(
        "mot_de_passe.xlsx",
        octets(OLE + "EncryptedPackage".encode("utf-16-le")),
        "est protégé par un mot de passe",
    ),
    refus("tronque.xlsx", octets(bon()[:-300]), "est abîmé"),
    refus(
        "feuille_tronquee.xlsx", avec(**{FEUILLE: feuille(b"<sheetData><row")[:-20]}), "est abîmé"
    ),
    refus("tueur.xls", tueur, "est abîmé"),
    refus("faux_classeur.xls", octets(OLE), "est abîmé"),
    refus("lettre.docx", zip_de(**{"word/document.xml": b"<x/>"}), "Word"),
    refus("archive.zip", zip_de(parc=b"Ref;Commune"), "est une archive"),
)
