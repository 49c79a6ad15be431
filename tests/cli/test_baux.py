"""Leases on the command line: listed by state, written, examined."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.appel import Appel


def test_leases_are_listed_written_and_examined(appel: Appel, base: Path, tmp_path: Path) -> None:
    call = ("--base", base, "baux")
    target = tmp_path / "baux"
    shown: dict[str, Any] = appel(*call, "--etat", "a-examiner", "--json").document
    waiting = shown["comptes"]["à examiner"]
    assert len(shown["baux"]) == waiting > 1
    assert {one["etat"] for one in shown["baux"]} == {"à examiner"}
    told = appel(*call, "--etat", "a-examiner").sortie
    assert "à vérifier" in told
    assert "prochain examen" in told
    written = appel(*call, "--csv", target)
    lines = target.with_suffix(".csv").read_text("utf-8-sig").splitlines()
    assert f"{len(lines) - 1}\u00a0baux écrits" in written.sortie
    names = [one["reference"] for one in shown["baux"][:2]]
    done = appel(*call, "examiner", *names, "--le", "20/11/2026", "--avis", "sur-occupation")
    assert (done.code, done.sortie.strip()) == (0, "2\u00a0examens notés.")
    after: dict[str, Any] = appel(*call, "--texte", "introuvable", "--json").document
    assert after["comptes"]["à examiner"] == waiting - 2
    assert after["baux"] == []
    seen = appel(*call, "--etat", "a-jour").sortie
    assert "examiné le 20/11/2026" in seen


def test_what_is_not_known_is_refused_with_a_sentence(appel: Appel, base: Path) -> None:
    call = ("--base", base, "baux")
    missing = appel(*call, "examiner", "X-99", "--le", "20/11/2026")
    assert (missing.code, "« X-99 »" in missing.paroles.replace("\u00a0", " ")) == (1, True)
    wrong = appel(*call, "--etat", "demain")
    assert wrong.code == 2
    assert "bail" not in wrong.sortie
    assert "a-examiner" in wrong.paroles
