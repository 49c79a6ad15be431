"""One convention on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.appel import Appel


def table(folder: Path, *lines: str) -> Path:
    path = folder / "conventions.csv"
    path.write_text("\n".join(lines), "utf-8")
    return path


def test_a_convention_is_shown_compared_and_its_pdf_kept(
    appel: Appel, base: Path, tmp_path: Path
) -> None:
    call = ("--base", base, "convention")
    assert "Ville d’Ajaccio prend fin" in appel(*call).sortie
    first = table(tmp_path, "reservataire;taux;terme", "Hôpital;1;31/12/2028")
    assert appel("--base", base, "conventions", "importer", first).code == 0
    second = table(tmp_path, "reservataire;taux;rythme", "Hôpital;1;mensuel")
    assert appel("--base", base, "conventions", "importer", second).code == 0
    shown = appel(*call, "montrer", "Hôpital").sortie
    assert "11. Suivi · Rythme des bilans\u00a0: mensuel" in shown
    assert "31 décembre 2028" in shown
    alone = appel(*call, "comparer", "Ville de Bastia").sortie
    assert "qu’une version" in alone
    compared = appel(*call, "comparer", "hopital").sortie
    assert "annuel → mensuel" in compared
    assert "10. Durée" not in compared
    signed = tmp_path / "als.pdf"
    signed.write_bytes(b"%PDF-1.7")
    assert appel(*call, "joindre", "Hôpital", signed).code == 0
    again = appel(*call, "joindre", "Hôpital", signed)
    assert (again.code, "déjà joint" in again.paroles) == (1, True)


def test_an_unknown_name_is_refused_with_those_that_are_known(appel: Appel, base: Path) -> None:
    refused = appel("--base", base, "convention", "montrer", "Inconnue")
    assert refused.code == 1
    assert "Inconnue" in refused.paroles
