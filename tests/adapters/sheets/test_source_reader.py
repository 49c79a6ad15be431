"""How a source is read: guards, the child process and its frames, rows opened when asked for."""

from __future__ import annotations

import io
import marshal
import queue
import subprocess
import time
import zipfile
from datetime import date, datetime, timedelta
from datetime import time as heure
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from python_calamine import PasswordError

from fluxdesk.adapters.sheets import classeur_enfant, source_classeur
from fluxdesk.adapters.sheets.classeur_enfant import lire, par_colonnes
from fluxdesk.adapters.sheets.feuille_xml import (
    ExamenFeuille,
    chemins_feuilles,
    colonne,
    lettres_de,
)
from fluxdesk.adapters.sheets.lignes_paresseuses import LignesDeClasseur
from fluxdesk.adapters.sheets.source_reader import lire_source
from fluxdesk.services.ports import AnnuleError, FichierIllisibleError, sans_progres
from tests.adapters.sheets.hostiles import archives

DONNEES = Path(__file__).parents[2] / "data"


def grand(chemin: Path, lignes: int = 3000) -> Path:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Parc")
    for row in range(lignes):
        sheet.append((f"L{row}", row, date(2020, 1, 1), None))
    book.save(chemin)
    return chemin


def cadres(octets: bytes) -> list[tuple[Any, ...]]:
    out = io.BytesIO()
    lire(octets, out)
    data, found = out.getvalue(), []
    while data:
        (size,) = classeur_enfant.TAILLE.unpack(data[:4])
        found.append(marshal.loads(data[4 : 4 + size]))  # noqa: S302 - made just above
        data = data[4 + size :]
    return found


# --- the child, in this process -----------------------------------------------------------


def test_the_child_tells_sheets_rows_and_the_end() -> None:
    frames = cadres((DONNEES / "tableau.xls").read_bytes())
    assert [frame[0] for frame in frames] == ["feuille", "lignes", "fin"]
    assert frames[0][2:] == (False, 3, 0, [])
    assert marshal.loads(frames[1][2])[2][0] == ("Réservataire", "ALS", "État")  # noqa: S302


@pytest.mark.parametrize(
    ("panne", "raison"),
    [
        (PasswordError("x"), "mot de passe"),
        (MemoryError(), "démesuré"),
        (ValueError(), "abîmé"),
    ],
)
def test_the_child_says_why_it_cannot_read(
    panne: Exception, raison: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def echouer(octets: bytes, sortie: object) -> None:
        raise panne

    monkeypatch.setattr(classeur_enfant, "_lire", echouer)
    assert cadres(b"") == [("erreur", raison)]


def test_the_child_refuses_a_sheet_too_wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(classeur_enfant, "CELLULES_MAX", 8)
    assert cadres((DONNEES / "tableau.xls").read_bytes()) == [("erreur", "démesuré")]


def test_a_sheet_without_cells_and_a_chart_give_no_rows() -> None:
    book = Workbook()
    book.create_chartsheet("Graphique")
    out = io.BytesIO()
    book.save(out)
    assert cadres(out.getvalue()) == [("feuille", "Sheet", False, 0, 0, []), ("fin",)]


def test_times_go_through_as_text_and_come_back() -> None:
    moment = datetime(2026, 1, 1, 10, 30)  # noqa: DTZ001 - a workbook knows no time zone
    cells = (date(2026, 1, 1), moment, heure(8, 5), timedelta(hours=30, seconds=1), "x", 1.5)
    days, timed, columns = par_colonnes([(cell, cell, "y") for cell in cells])
    assert (days, timed) == ((), (0, 1))
    packed = marshal.dumps((days, timed, columns))
    rows = LignesDeClasseur([packed], longueur=6, par_bloc=1000, decalage=1)
    assert [row[1] for row in rows] == [*cells[:3], "30:00:01", "x", 1.5]
    assert rows[0][0] is None


def test_columns_of_days_alone_go_through_as_numbers() -> None:
    cells = (date(1899, 12, 31), date(2026, 11, 22), date.max)
    days, timed, columns = par_colonnes([(cell, "x") for cell in cells])
    assert (days, timed, columns[0][1]) == ((0,), (), cells[1].toordinal())
    rows = LignesDeClasseur([marshal.dumps((days, timed, columns))], longueur=3, par_bloc=1000)
    assert [row[0] for row in rows] == [*cells]


def test_the_memory_of_the_child_is_held_where_the_system_can(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    resource = pytest.importorskip("resource")
    asked: list[tuple[int, int]] = []
    monkeypatch.setattr(resource, "setrlimit", lambda _, limits: asked.append(limits))
    classeur_enfant.limiter_memoire()
    assert asked == [(classeur_enfant.MEMOIRE_MAX,) * 2]
    monkeypatch.setitem(__import__("sys").modules, "resource", None)
    classeur_enfant.limiter_memoire()
    assert len(asked) == 1


# --- the parent ------------------------------------------------------------------------------


def test_a_workbook_comes_whole_and_its_progress_is_told(tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []
    source = lire_source(
        grand(tmp_path / "g.xlsx"), lambda fait, total, quoi="": told.append((fait, total, quoi))
    )
    rows = source.feuilles[0].lignes
    assert len(rows) == 3000
    assert rows[-1] == ("L2999", 2999.0, date(2020, 1, 1))
    assert [row[0] for row in rows[998:1002]] == ["L998", "L999", "L1000", "L1001"]
    assert [int(row[1]) for row in rows] == list(range(3000))  # type: ignore[arg-type]
    with pytest.raises(IndexError):
        rows[3000]
    assert told[-1] == (3000, 3000, "Lecture du classeur")


@pytest.mark.parametrize("appels", [1, 2, 4])
def test_an_officer_who_stops_is_answered_at_once_and_the_child_dies(
    tmp_path: Path, appels: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    children = []
    popen = subprocess.Popen

    def suivre(*args: Any, **kwargs: Any) -> object:  # noqa: ANN401 - passed on
        children.append(popen(*args, **kwargs))
        return children[-1]

    monkeypatch.setattr(subprocess, "Popen", suivre)
    path, count = grand(tmp_path / "g.xlsx", 20_000), 0
    asked = 0.0

    def arreter(fait: int, total: int, quoi: str = "") -> None:
        nonlocal count, asked
        count += 1
        if count >= appels:
            asked = time.perf_counter()
            raise AnnuleError

    with pytest.raises(AnnuleError):
        lire_source(path, arreter)
    assert time.perf_counter() - asked < 0.5
    assert all(child.poll() is not None for child in children)


def test_a_reading_that_never_ends_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source_classeur, "DELAI_S", -1)
    monkeypatch.setattr(source_classeur, "_ATTENTE_S", 0.001)
    with pytest.raises(FichierIllisibleError, match="trois minutes"):
        lire_source(grand(tmp_path / "g.xlsx"), sans_progres)


@pytest.mark.parametrize(
    ("raison", "fragment"),
    [("mot de passe", "mot de passe"), ("démesuré", "cinq millions"), ("abîmé", "est abîmé")],
)
def test_the_reason_of_the_child_becomes_a_sentence(raison: str, fragment: str) -> None:
    frames: queue.SimpleQueue[tuple[Any, ...] | None] = queue.SimpleQueue()
    frames.put(("erreur", raison))
    with pytest.raises(FichierIllisibleError, match=fragment):
        source_classeur._recevoir(Path("c.xls"), frames, iter([1, 2]), sans_progres)


def test_a_child_that_dies_in_a_frame_is_a_damaged_workbook() -> None:
    frames: queue.SimpleQueue[tuple[Any, ...] | None] = queue.SimpleQueue()

    class Enfant:
        stdin, stdout = io.BytesIO(), io.BytesIO(classeur_enfant.TAILLE.pack(99) + b"(")

    source_classeur._porter(Enfant(), b"octets", frames)  # type: ignore[arg-type]
    with pytest.raises(FichierIllisibleError, match="est abîmé"):
        source_classeur._recevoir(Path("c.xls"), frames, iter(()), sans_progres)


# --- what the XML of a sheet says -----------------------------------------------------------


def examen(*pieces: bytes) -> ExamenFeuille:
    found = ExamenFeuille()
    for piece in pieces:
        found.lire(piece)
    found.finir()
    return found


def test_hidden_rows_and_columns_are_found_even_cut_in_two() -> None:
    text = (
        b'<cols><col min="2" max="3" hidden="1"/><col min="5" max="5" hidden="0"/></cols>'
        b'<row r="4" hidden="true"><c r="A4"/></row><x:row hidden="1" r="6"/><row hidden="1"/>'
    )
    for cut in range(len(text)):
        found = examen(text[:cut], text[cut:])
        assert (found.colonnes_masquees, found.lignes_masquees) == ({1, 2}, {3, 5})


@pytest.mark.parametrize(
    ("contenu", "demesuree"),
    [
        (b'<c r="A1"/><c r="AN100001"/>', False),
        (b'<c r="A1"/><c r="AX100001"/>', True),
        (b'<c r="ZZZ1"/><c r="A99"/>', False),
        (b'<c r="XFD400"/>', True),
        (b"<c r='XFD400'/>", True),
        (b'<c r="A0000009"/><c r="B00000000000000009"/>', False),
        (b'<c r="A999"/><c r="A1048576"/><c r="D1"/>', False),
        (b'<c r="A999"/><c r="A1048576"/><c r="E1"/>', True),
        (b'<dimension ref="A1:AN100001"/>', False),
        (b'<dimension ref="A1:XFD1048576"/>', True),
        (b"x" * 10_000 + b"<" + b"y" * 10_000, False),
    ],
)
def test_the_box_of_cells_is_measured(contenu: bytes, demesuree: bool) -> None:  # noqa: FBT001
    assert examen(contenu).demesuree is demesuree
    assert examen(*(contenu[i : i + 7] for i in range(0, len(contenu), 7))).demesuree is demesuree


def test_letters_and_numbers_of_columns() -> None:
    for number in (1, 26, 27, 40, 702, 703, 16_384):
        assert colonne(lettres_de(number).encode()) == number


def test_sheets_are_known_by_name_wherever_they_lie(tmp_path: Path) -> None:
    path = tmp_path / "c.xlsx"
    archives.zip_de(
        **{
            "xl/workbook.xml": b'<sheet name="A &amp; B" r:id="r1"/><sheet name="C" r:id="r9"/>',
            "xl/_rels/workbook.xml.rels": b'<Relationship Id="r1" Target="/xl/autre/f.xml"/>',
        }
    )(path)
    with zipfile.ZipFile(path) as archive:
        assert chemins_feuilles(archive) == {"A & B": "xl/autre/f.xml", "C": ""}
