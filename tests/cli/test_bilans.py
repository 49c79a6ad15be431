"""The commands of the bilans: list, check, approve, send, tell what changed, come back."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.appel import Appel


def test_the_recipients_of_a_period_are_listed(appel: Appel, base: Path) -> None:
    told = appel("--base", base, "bilans", "lister", "2026-S1")
    assert told.code == 0
    assert told.sortie.startswith("prefecture\u00a0: Préfecture – à vérifier")
    assert "cil\u00a0: " in told.sortie


def test_a_bilan_is_approved_sent_compared_and_brought_back(appel: Appel, base: Path) -> None:
    lines = ("--base", base, "bilans")
    early = appel(*lines, "differences", "2026", "préfecture")
    assert early.code == 1
    assert "approuver 2026" in early.paroles
    assert (
        "Préfecture\u00a0: prêt"
        in appel(*lines, "approuver", "2026", "--pour", "Préfecture").sortie
    )
    sent = appel(*lines, "envoyer", "2026", "--pour", "prefecture", "--json")
    (one,) = cast("list[dict[str, object]]", sent.document["bilans"])
    assert (one["etat"], one["version"]) == ("envoyé", 1)
    assert "Rien n’a changé." in appel(*lines, "differences", "2026", "prefecture").sortie
    assert "envoyé" in appel(*lines, "lister", "2026").sortie
    back = appel(*lines, "revenir", "2026", "prefecture", "--motif", "erreur")
    assert "étape annulée" in back.sortie
    again = appel(*lines, "revenir", "2026", "prefecture", "--motif", "erreur", "--json")
    assert again.code == 0


def test_what_is_to_be_looked_at_is_told(appel: Appel, base: Path) -> None:
    told = appel("--base", base, "bilans", "verifier", "2026", "prefecture")
    assert "À voir\u00a0: " in told.sortie


def test_the_folder_of_one_recipient_with_small_rows_regrouped(
    appel: Appel, base: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "dossier"
    told = appel(
        "--base", base, "bilans", "dossier", "2026", "--sortie", folder, "--pour", "Préfecture",
        "--secret", "5",
    )  # fmt: skip
    assert told.code == 0
    text = (folder / "Bilan 2026 Prefecture.csv").read_text("utf-8-sig")
    assert text.startswith("Période;Destinataire;Réservataire;")
    assert "regroupé (secret)" in text


def test_an_unknown_period_and_an_unknown_recipient_are_refused(appel: Appel, base: Path) -> None:
    assert "2026-S1" in appel("--base", base, "bilans", "lister", "hier").paroles
    assert "epci:SIREN" in appel("--base", base, "bilans", "verifier", "2026", "moi").paroles
