"""Hidden rows and columns of an ods, which no library tells."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

from fluxdesk.adapters.sheets.ods_xml import lire_masques
from fluxdesk.adapters.sheets.source_reader import lire_source
from fluxdesk.services.ports import sans_progres
from tests.adapters.sheets.hostiles.archives import MANIFESTE, ODS, zip_de

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from fluxdesk.adapters.sheets.ods_xml import MasquesOds

ESPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)
CELLULES = "".join(
    f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
    for text in "abcd"
)
PARC = (
    '<table:table table:name="Parc &amp; bâti"><table:table-column/>'
    "<table:table-column table:number-columns-repeated='2' table:visibility='collapse'/>"
    '<table:table-column table:visibility="visible" table:number-columns-repeated="16380"/>'
    f"<table:table-row>{CELLULES}</table:table-row>"
    f'<table:table-row table:visibility="filter">{CELLULES}</table:table-row>'
    f'<table:table-row table:number-rows-repeated="2">{CELLULES}</table:table-row>'
    f'<table:table-row table:visibility="collapse">{CELLULES}</table:table-row>'
    f"<table:table-row>{CELLULES}</table:table-row>"
    '<table:table-row table:number-rows-repeated="1048570" table:visibility="collapse">'
    '<table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>'
)
NOTES = (
    f'<table:table table:name="Notes"><table:table-row>{CELLULES}</table:table-row></table:table>'
)


def archive(chemin: Path, tableaux: str) -> Path:
    body = f"<office:body><office:spreadsheet>{tableaux}</office:spreadsheet></office:body>"
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {ESPACES} '
        f'office:version="1.2">{body}</office:document-content>'
    )
    members = {"content.xml": content.encode(), "META-INF/manifest.xml": MANIFESTE}
    zip_de(mimetype=ODS, **members)(chemin)
    return chemin


def masques(chemin: Path) -> dict[str, MasquesOds]:
    found: dict[str, MasquesOds] = {}
    with zipfile.ZipFile(chemin) as opened:
        assert list(lire_masques(opened, found))[-1] > 0
    return found


def test_rows_and_columns_hidden_or_filtered_are_told(tmp_path: Path) -> None:
    path = archive(tmp_path / "parc.ods", PARC + NOTES)
    source = lire_source(path, sans_progres)
    parc, notes = source.feuilles
    assert source.masquages
    assert parc.nom == "Parc & bâti"
    assert parc.colonnes_masquees == {1, 2}
    assert parc.lignes_masquees == {1, 4}
    assert (notes.colonnes_masquees, notes.lignes_masquees) == (frozenset(), frozenset())


def test_tags_cut_in_two_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = archive(tmp_path / "parc.ods", PARC)
    expected = masques(whole)["Parc & bâti"]
    for size in (1, 7, 64):
        monkeypatch.setattr("fluxdesk.adapters.sheets.ods_xml._MORCEAU", size)
        assert masques(whole)["Parc & bâti"] == expected


def test_absurd_counts_stay_within_a_sheet(tmp_path: Path) -> None:
    rows = '<table:table-row table:visibility="collapse" table:number-rows-repeated="999999999"/>'
    one = '<table:table-row table:visibility="collapse" table:number-rows-repeated="x"/>'
    sheet = f'<table:table table:name="A">{one}{rows}{rows}</table:table>'
    (found,) = masques(archive(tmp_path / "parc.ods", sheet)).values()
    assert len(found.lignes_masquees) == found.lignes == 1_048_576
