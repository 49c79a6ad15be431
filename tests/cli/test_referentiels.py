"""Tables of reference on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tests.services.monde_referentiels import QPV

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.appel import Appel, Reponse

Objet = dict[str, object]
DEPUIS = ("--effet", "01/01/2024", "--source", "ANCT, janvier 2026")


def appeler(appel: Appel, base: Path, *mots: object) -> Reponse:
    return appel("--base", base, "referentiels", *mots)


def test_the_tables_are_listed(appel: Appel, base: Path) -> None:
    told = appeler(appel, base)
    assert told.code == 0
    assert "communes — Communes (code officiel géographique)" in told.sortie
    assert "aucune édition" in told.sortie
    assert "ancienne" in told.sortie
    listed = appeler(appel, base, "lister", "--json").document["referentiels"]
    assert len(cast("list[Objet]", listed)) == 8


def test_a_file_is_tried_kept_seen_and_taken_back(appel: Appel, base: Path) -> None:
    tried = appeler(appel, base, "importer", "qpv-2024", QPV, *DEPUIS, "--essai")
    assert (tried.code, "rien n’a été enregistré" in tried.sortie) == (0, True)
    made = appeler(appel, base, "importer", "qpv 2024", QPV, *DEPUIS, "--json")
    assert made.document["nouvelles"] == 12
    seen = appeler(appel, base, "voir", "qpv 2024", "qn00201m")
    assert "QN00201M  Europe · 02571,02691" in seen.sortie
    assert appeler(appel, base, "voir", "qpv 2024", "--le", "01/01/2023").code == 1
    back = appeler(appel, base, "revenir", "qpv 2024", "--motif", "essai")
    assert (back.code, "retirée" in back.sortie) == (0, True)
    assert appeler(appel, base, "voir", "qpv 2024").code == 1


def test_long_tables_and_long_refusals_are_cut(appel: Appel, base: Path, tmp_path: Path) -> None:
    seen = appeler(appel, base, "voir", "communes", "ajaccio")
    assert "2A004  Ajaccio" in seen.sortie
    assert "précisez CLE" in appeler(appel, base, "voir", "communes").sortie
    bad = tmp_path / "seuils.csv"
    bad.write_text("siren;seuil\n" + "x;9000\n" * 30 + "242010056;716\n", "utf-8")
    told = appeler(appel, base, "importer", "premier", bad, *DEPUIS)
    assert told.code == 0
    assert "et 10\u00a0autres" in told.sortie
    assert "À vérifier" in told.sortie
    bad.write_text("siren;seuil\nx;9000\n", "utf-8")
    assert appeler(appel, base, "importer", "premier", bad, *DEPUIS).code == 1


def test_effects_are_asked_for(appel: Appel, base: Path, tmp_path: Path) -> None:
    families = tmp_path / "familles.csv"
    families.write_text("code;famille\n52;PLAI\n", "utf-8")
    assert appeler(appel, base, "importer", "financements", families, *DEPUIS).code == 0
    tried = appeler(appel, base, "financements", "--essai")
    assert "PLUS → PLAI" in tried.sortie
    assert "Import n°" in appeler(appel, base, "financements").sortie
    assert "Aucun logement" in appeler(appel, base, "financements").sortie
    told = appeler(appel, base, "suivre-communes", "--essai")
    assert "celles d’aujourd’hui" in told.sortie
    merged = tmp_path / "mouvements.csv"
    merged.write_text("com_av,com_ap,libelle_ap\n2A004,2A001,Grande\n", "utf-8")
    made = ("--effet", "01/02/2026", "--source", "Insee")
    assert appeler(appel, base, "importer", "communes", merged, *made).code == 0
    assert "2A004 devenue 2A001" in appeler(appel, base, "suivre-communes").sortie


def test_what_is_not_understood_is_said(appel: Appel, base: Path) -> None:
    assert "n’est pas un référentiel" in appeler(appel, base, "voir", "lune").paroles
    bare = appeler(appel, base, "importer", "zonage", QPV, "--source", "x")
    assert (bare.code, "--effet" in bare.paroles) == (2, True)
    wrong = appeler(appel, base, "importer", "zonage", QPV, *DEPUIS)
    assert wrong.code == 1
