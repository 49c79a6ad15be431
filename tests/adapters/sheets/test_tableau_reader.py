"""Tables with named columns, in any workbook or csv, and workbooks built to do harm."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from random import Random

import pytest
from openpyxl import Workbook

from fluxdesk.adapters.sheets import classeur_sur
from fluxdesk.adapters.sheets.lecture_isolee import feuilles, lire_feuilles
from fluxdesk.adapters.sheets.tableau_reader import lire_tableau
from fluxdesk.services.ports import FichierIllisibleError

DONNEES = Path(__file__).parents[2] / "data"
ATTENDUES = ("reservataire", "taux", "debut", "cibles")


def classeur(tmp_path: Path, *rows: tuple[object, ...], nom: str = "c.xlsx") -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    path = tmp_path / nom
    book.save(path)
    return path


def cellules(chemin: Path) -> list[tuple[int, dict[str, str]]]:
    return [(x.numero, dict(x.champs)) for x in lire_tableau(chemin, ATTENDUES).lignes]


def test_a_workbook_is_read_as_text_dates_and_numbers_alike(tmp_path: Path) -> None:
    path = classeur(
        tmp_path,
        ("Conventions du bailleur",),
        (),
        ("Réservataire ", "Observations", "TAUX", "Début"),
        ("ALS", "x", 22.5, date(2026, 1, 1)),
        (),
        ("État", None, 30, "01/01/2026"),
        ("00123", None, "25 %", datetime(2026, 1, 1)),  # noqa: DTZ001 - a workbook has no zone
    )
    lu = lire_tableau(path, ATTENDUES)
    assert (lu.format, lu.encodage) == ("Classeur, feuille « Sheet »", "classeur")
    assert lu.colonnes == ("reservataire", "taux", "debut")
    assert [x.numero for x in lu.lignes] == [4, 6, 7]
    assert [x.champs["taux"] for x in lu.lignes] == ["22.5", "30", "25 %"]
    assert [x.champs["debut"][:10] for x in lu.lignes] == ["2026-01-01", "01/01/2026", "2026-01-01"]
    assert [x.champs["reservataire"] for x in lu.lignes] == ["ALS", "État", "00123"]


@pytest.mark.parametrize("nom", ["tableau.ods", "tableau.xls"])
def test_other_workbooks_are_read_alike(nom: str) -> None:
    assert cellules(DONNEES / nom) == [
        (2, {"reservataire": "ALS", "taux": "22.5", "debut": "01/01/2026"}),
        (3, {"reservataire": "État", "taux": "30", "debut": ""}),
    ]


def test_a_workbook_that_kills_its_reader_is_said_to_be_damaged(tmp_path: Path) -> None:
    """One byte of a string changed: the library aborts, asking for 108 GB."""
    path = tmp_path / "tableau.xls"
    data = bytearray((DONNEES / "tableau.xls").read_bytes())
    data[3473] = 202
    path.write_bytes(data)
    assert "est abîmé" in refus(path)


def test_the_process_that_reads_says_what_this_one_would() -> None:
    octets = (DONNEES / "tableau.ods").read_bytes()
    assert lire_feuilles(octets) == feuilles(octets)


def test_hidden_sheets_are_never_read_and_the_sheet_that_names_columns_is(tmp_path: Path) -> None:
    book = Workbook()
    hidden = book.active
    assert hidden is not None
    hidden.append(("reservataire", "taux"))
    hidden.append(("Caché", 10))
    hidden.sheet_state = "hidden"
    book.create_sheet("Lisez-moi").append(("Bonjour",))
    book.create_sheet("Vide")
    shown = book.create_sheet("Données")
    shown.append(("reservataire", "taux"))
    shown.append(("Montré", 10))
    path = tmp_path / "c.xlsx"
    book.save(path)
    assert cellules(path) == [(2, {"reservataire": "Montré", "taux": "10"})]
    assert [name for name, _ in feuilles(path.read_bytes())] == ["Lisez-moi", "Vide", "Données"]


def test_a_csv_needs_no_given_separator_even_full_of_commas(tmp_path: Path) -> None:
    path = tmp_path / "c.csv"
    path.write_text("reservataire;taux;cibles\nA;20;financement=PLAI:1,PLUS:2,PLS:3,PLI:4\n")
    assert cellules(path) == [
        (2, {"reservataire": "A", "taux": "20", "cibles": "financement=PLAI:1,PLUS:2,PLS:3,PLI:4"})
    ]
    path.write_text('sep=,\nreservataire,taux,\nA,20,\n"B, C",30,\n\nD,\n')
    assert cellules(path) == [
        (3, {"reservataire": "A", "taux": "20"}),
        (4, {"reservataire": "B, C", "taux": "30"}),
        (6, {"reservataire": "D", "taux": ""}),
    ]


def test_cells_too_many_are_kept_for_refusal(tmp_path: Path) -> None:
    path = tmp_path / "c.csv"
    path.write_text("reservataire;taux\nA;20;x\n")
    assert cellules(path) == [(2, {"": "3 cellules au lieu de 2"})]


@pytest.mark.parametrize("nom", ["c.csv", "c.xlsx"])
def test_a_table_that_names_no_expected_column_is_refused(tmp_path: Path, nom: str) -> None:
    path = classeur(tmp_path, ("a", "b"), (1, 2), nom="c.xlsx")
    if nom == "c.csv":
        path = tmp_path / nom
        path.write_text("a;b\n1;2\n")
    with pytest.raises(FichierIllisibleError, match="ne nomme pas les colonnes attendues"):
        lire_tableau(path, ATTENDUES)


def archive(tmp_path: Path, **membres: bytes) -> Path:
    """A good workbook with these members written over or added."""
    good = classeur(tmp_path, ("reservataire", "taux"), ("A", 20), nom="bon.xlsx")
    path = tmp_path / "hostile.xlsx"
    wanted = {name.replace("__", "/"): data for name, data in membres.items()}
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for member in source.infolist():
            if member.filename not in wanted:
                out.writestr(member, source.read(member))
        for name, data in wanted.items():
            out.writestr(name, data)
    return path


SHEET = "xl__worksheets__sheet1.xml"
XML = b'<?xml version="1.0"?>'


def refus(chemin: Path) -> str:
    with pytest.raises(FichierIllisibleError) as caught:
        lire_tableau(chemin, ATTENDUES)
    return str(caught.value).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("membres", "fragment"),
    [
        ({SHEET: XML + b" " * 12_000_000}, "place démesurée"),
        ({f"m{i}": b"" for i in range(501)}, "place démesurée"),
        ({SHEET: XML + b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>'}, "instructions"),
        ({"xl__styles.xml": XML + b'<!doctype x [<!entity a "b">]><x/>'}, "instructions"),
        (
            {SHEET: XML + b'<worksheet><dimension ref="A1:XFD1048576"/></worksheet>'},
            "cinq millions de cellules",
        ),
        (
            {SHEET: XML + b"<worksheet>" + b" " * 1_500_000 + b'<c r="XFD1048576"/></worksheet>'},
            "cinq millions de cellules",
        ),
        ({SHEET: XML + b"<worksheet><sheetData><row"}, "est abîmé"),
    ],
)
def test_a_workbook_built_to_do_harm_is_refused_unopened(
    tmp_path: Path, membres: dict[str, bytes], fragment: str
) -> None:
    assert fragment in refus(archive(tmp_path, **membres))


def test_a_workbook_with_two_members_of_one_name_is_refused(tmp_path: Path) -> None:
    path = archive(tmp_path)
    with zipfile.ZipFile(path, "a") as out, pytest.warns(UserWarning, match="Duplicate"):
        out.writestr("xl/workbook.xml", b"<x/>")
    assert "est abîmé" in refus(path)


def test_a_workbook_too_big_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(classeur_sur, "_TAILLE_MAX", 100)
    assert "dépasse 50 Mo" in refus(archive(tmp_path))


def test_a_password_has_its_own_sentence_and_other_damage_another(tmp_path: Path) -> None:
    path = tmp_path / "secret.xlsx"
    path.write_bytes(classeur_sur.OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"))
    assert "est protégé par un mot de passe" in refus(path)
    path.write_bytes(classeur_sur.OLE + b"\0" * 600)
    assert "est abîmé" in refus(path)
    path.write_bytes(b"PK\x03\x04" + b"\0" * 600)
    assert "est abîmé" in refus(path)


def test_a_member_that_needs_a_password_is_refused(tmp_path: Path) -> None:
    path = archive(tmp_path)
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as source:
        offset = source.start_dir
    data[offset + 8] |= 1  # the flag that says the first member is ciphered
    path.write_bytes(data)
    assert "est abîmé" in refus(path)


@pytest.mark.parametrize("graine", range(2))
def test_a_mutated_workbook_is_read_or_refused_with_a_sentence(tmp_path: Path, graine: int) -> None:
    good = classeur(tmp_path, ("reservataire", "taux"), *[("A", n) for n in range(20)])
    chance = Random(graine)  # noqa: S311 - to break files, not to hide anything
    data = good.read_bytes()
    path = tmp_path / "muté.xlsx"
    for _ in range(40):
        broken = bytearray(data)
        for _ in range(chance.randint(1, 8)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        path.write_bytes(bytes(broken))
        with suppress(FichierIllisibleError):
            lire_tableau(path, ATTENDUES)
