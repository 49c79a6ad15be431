"""Letters on the command line: those that wait, written once, and the page that says why."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.appel import Appel
    from tests.cli.test_commandes import Objet

HIER = ("--depuis", "2026-01-01")


def test_the_letters_that_wait_are_listed_then_written_once(
    appel: Appel, base: Path, tmp_path: Path
) -> None:
    told = appel("--base", base, "courriers", "lister", *HIER, "--json")
    waiting = cast("list[Objet]", told.document["courriers"])
    assert waiting
    said = appel("--base", base, "courriers", "lister", *HIER)
    assert said.sortie.strip().endswith(f"{len(waiting)}\u00a0courriers")
    out = tmp_path / "lettres"
    words = ("courriers", "editer", "--sortie", out, *HIER)
    done = appel("--base", base, *words, "--fusion", "--liste", "csv", "--json")
    assert done.code == 0, done.paroles
    files = sorted(path.name for path in out.iterdir())
    assert files == ["Courriers du 2026-11-22.csv", "Courriers du 2026-11-22.pdf"]
    again = appel("--base", base, *words)
    assert (again.code, again.sortie.strip()) == (0, "Aucun courrier n’attend.")
    known = appel("--base", base, "courriers", "lister", *HIER, "--tous")
    assert "(écrit le 22/11/2026)" in known.sortie


def test_an_unknown_list_is_refused(appel: Appel, base: Path, tmp_path: Path) -> None:
    done = appel("--base", base, "courriers", "editer", "--sortie", tmp_path, "--liste", "doc")
    assert done.code == 2
    assert "choisissez parmi\u00a0: xlsx, csv." in done.paroles


def test_the_page_says_why(appel: Appel, base: Path, tmp_path: Path) -> None:
    target = tmp_path / "p.pdf"
    done = appel("--base", base, "courriers", "pourquoi", "2026-001", "--sortie", target)
    assert done.code == 0, done.paroles
    assert target.read_bytes().startswith(b"%PDF")
