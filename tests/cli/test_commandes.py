"""Commands on a base: what they do, what they say, what they give as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast

import pytest

from fluxdesk.domain.vacance import Etape
from fluxdesk.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.cli.appel import Appel

MAYOTTE = resource("demo", "rpls2018_mayotte.csv")
Objet = dict[str, object]


def _libres(appel: Appel, base: Path) -> Iterator[tuple[str, Objet]]:
    """Each vacancy of the demonstration that waits for an offer, with its suggestion."""
    bureau = appel.atelier().ouvrir(base)
    rows = bureau.base.lectures.vacances(bureau.horloge.aujourd_hui())
    bureau.base.fermer()
    for number in sorted(row.id for row in rows if row.etape is Etape.A_ORIENTER):
        told = appel("--base", base, "suggerer", number, "--json")
        assert told.code == 0, told.paroles
        yield str(number), told.document


def _a_orienter(appel: Appel, base: Path) -> str:
    """Id of a vacancy of the demonstration that was offered to nobody yet."""
    return next(
        number
        for number, told in _libres(appel, base)
        if not cast("Objet", told["suggestion"])["refusants"]
    )


def test_a_new_base_is_made_then_sound_then_filled(appel: Appel, tmp_path: Path) -> None:
    path = tmp_path / "neuve.fluxdesk"

    made = appel(
        "nouveau", path, "--raison-sociale", " OPH d’Essai ", "--siret", "123 456 789 00012"
    )
    assert made.code == 0
    assert "OPH d’Essai" in made.sortie
    assert appel("--base", path, "verifier").sortie == "La base est saine.\n"

    tried = appel("--base", path, "patrimoine", "importer", MAYOTTE, "--essai", "--json")
    assert tried.code == 0
    assert tried.document["creees"] == 270
    assert tried.document["essai"] is True

    done = appel("--base", path, "patrimoine", "importer", MAYOTTE)
    assert "270\u00a0lignes lues\u00a0: 270\u00a0créées" in done.sortie
    assert "Import n°\u00a01." in done.sortie

    again = appel("--base", path, "--json", "patrimoine", "importer", MAYOTTE)
    assert again.code == 0
    assert again.document["inchangees"] == 270


def test_a_base_is_never_written_over(appel: Appel, base: Path) -> None:
    before = base.read_bytes()

    told = appel("nouveau", base, "--raison-sociale", "Autre")

    assert told.code == 1
    assert told.sortie == ""
    assert base.read_bytes() == before


def test_a_landlord_needs_a_name(appel: Appel, tmp_path: Path) -> None:
    told = appel("nouveau", tmp_path / "b.fluxdesk", "--raison-sociale", "  ", "--json")

    assert told.code == 1
    assert told.document["erreur"] == "Indiquez la raison sociale du bailleur."
    assert list(tmp_path.iterdir()) == []


def test_a_base_that_is_not_there_is_refused_in_words(appel: Appel, tmp_path: Path) -> None:
    told = appel("--base", tmp_path / "absente.fluxdesk", "verifier", "--json")

    assert told.code == told.document["code"] == 1
    assert "absente.fluxdesk" in str(told.document["erreur"])
    assert told.document["journal"] is None


def test_a_suggestion_says_to_whom_and_why(appel: Appel, base: Path) -> None:
    number = _a_orienter(appel, base)

    said = appel("--base", base, "suggerer", number).sortie
    given = appel("--base", base, "suggerer", number, "--json").document

    assert said.startswith("Proposition\u00a0: ")
    assert "Motif\u00a0: " in said
    assert str(given["destinataire_nom"]) in said
    suggestion = cast("Objet", given["suggestion"])
    first = cast("list[Objet]", suggestion["classement"])[0]
    assert cast("Objet", first["du"]).keys() == {"valeur", "fraction"}


def test_the_reference_of_the_dwelling_stands_for_its_vacancy(appel: Appel, base: Path) -> None:
    number = _a_orienter(appel, base)
    given = appel("--base", base, "suggerer", number, "--json").document
    cle = cast("Objet", given["logement"])["cle"]

    assert appel("--base", base, "suggerer", cle, "--json").document == given
    assert appel("--base", base, "suggerer", f"logement:{cle}", "--json").document == given
    assert appel("--base", base, "suggerer", f"vacance:{number}", "--json").document == given


def test_an_offer_follows_the_suggestion_then_its_letter_is_written(
    appel: Appel, base: Path, tmp_path: Path
) -> None:
    number = _reservee(appel, base)
    shown = appel("--base", base, "suggerer", number, "--json").document
    made = appel("--base", base, "orienter", number, "--json").document

    assert made["destinataire"] == shown["destinataire_nom"]
    offer = cast("Objet", made["orientation"])
    by_number, by_id = tmp_path / "numero.pdf", tmp_path / "id.pdf"
    told = appel("--base", base, "lettre", offer["numero"], "--sortie", by_number)
    assert told.sortie == f"{by_number}\n"
    assert appel("--base", base, "lettre", offer["id"], "--sortie", by_id, "--json").code == 0
    assert by_number.read_bytes().startswith(b"%PDF")
    assert by_number.read_bytes() == by_id.read_bytes()

    twice = appel("--base", base, "orienter", number)
    assert twice.code == 1
    assert "proposée" in twice.paroles


def _reservee(appel: Appel, base: Path) -> str:
    """Id of a vacancy whose suggestion names a réservataire."""
    return next(n for n, told in _libres(appel, base) if told["echeance"] is not None)


def test_an_offer_is_told_in_words_with_its_deadline(appel: Appel, base: Path) -> None:
    said = appel("--base", base, "orienter", _reservee(appel, base)).sortie

    assert said.startswith("Offre n°\u00a02026-")
    assert "Réponse attendue le " in said


def test_the_landlord_may_keep_a_dwelling_with_a_reason(appel: Appel, base: Path) -> None:
    number = _reservee(appel, base)

    refused = appel("--base", base, "orienter", number, "--reservataire", "Bailleur")
    kept = appel(
        "--base", base, "orienter", number, "--reservataire", "bailleur", "--motif", "Travaux"
    )

    assert refused.code == 1
    assert "indiquez le motif" in refused.paroles
    assert kept.code == 0
    assert kept.sortie.endswith("\u00a0: Bailleur.\n")


@pytest.mark.parametrize("nom", ["État / PRIO", "etat / prio", "publics prioritaires"])
def test_a_part_of_a_convention_is_named_in_several_ways(
    appel: Appel, base: Path, nom: str
) -> None:
    number = _a_orienter(appel, base)
    made = appel(
        "--base", base, "orienter", number, "--reservataire", nom, "--motif", "DALO", "--json"
    )

    assert made.document["destinataire"] == "État (publics prioritaires)"


def test_a_divided_right_asks_which_part(appel: Appel, base: Path) -> None:
    told = appel("--base", base, "orienter", "1", "--reservataire", "État", "--motif", "m")

    assert told.code == 1
    assert "«\u00a0État / PRIO\u00a0», «\u00a0État / AGENTS\u00a0»" in told.paroles


@pytest.mark.parametrize(
    ("mots", "phrase"),
    [
        (["suggerer", "999"], "«\u00a0999\u00a0» n’existe pas"),
        (["suggerer", "vacance:999"], "«\u00a0999\u00a0» n’existe pas"),
        (["suggerer", "logement:rien"], "«\u00a0rien\u00a0» n’existe pas"),
        (["lettre", "2001-001", "--sortie", "l.pdf"], "«\u00a02001-001\u00a0» n’existe pas"),
        (["orienter", "1", "--reservataire", "Personne"], "«\u00a0Personne\u00a0» n’existe pas"),
    ],
)
def test_what_does_not_exist_is_named(
    appel: Appel, base: Path, mots: list[str], phrase: str
) -> None:
    told = appel("--base", base, *mots)

    assert told.code == 1
    assert phrase in told.paroles


def test_bilans_of_the_year_are_written_for_everybody(
    appel: Appel, base: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "bilans"
    told = appel("--base", base, "bilan", "2026", "--sortie", folder, "--json")

    files = sorted(folder.iterdir())
    assert told.document["fichiers"] is not None
    assert (
        len(files)
        == len(cast("list[str]", told.document["fichiers"]))
        == 4 * len({path.stem.removesuffix(" lettre") for path in files})
    )
    assert {path.suffix for path in files} == {".csv", ".pdf", ".xlsx"}
    assert "Préfecture…" in told.paroles


def test_a_model_of_conventions_is_a_workbook(appel: Appel, base: Path, tmp_path: Path) -> None:
    target = tmp_path / "modele.xlsx"
    told = appel("--base", base, "conventions", "modele", target)

    assert told.sortie == f"{target}\n"
    assert target.read_bytes().startswith(b"PK")


def test_an_import_that_takes_nothing_is_refused_and_says_why(
    appel: Appel, base: Path, tmp_path: Path
) -> None:
    file = tmp_path / "vacances.csv"
    lines = [f"inconnu-{n};2026-11-02;congé du locataire" for n in range(30)]
    file.write_text("\n".join(["logement;date_conge;cause", *lines]), encoding="utf-8")

    told = appel("--base", base, "vacances", "importer", file)

    assert told.code == 1
    assert "30\u00a0refusées" in told.sortie
    assert "et 10\u00a0autres, que l’option --json donne." in told.sortie
    full = appel("--base", base, "vacances", "importer", file, "--json")
    assert len(cast("list[object]", full.document["refus"])) == 30


def test_a_base_changed_by_another_hand_is_not_sound(appel: Appel, base: Path) -> None:
    content = bytearray(base.read_bytes())
    place = content.find("Convention «".encode())
    assert place > 0
    content[place : place + 10] = b"CONVENTION"
    base.write_bytes(content)

    told = appel("--base", base, "verifier", "--json")

    assert told.code == 1
    assert json.loads(told.sortie)
    assert "journal" in told.sortie.lower()


def test_conventions_are_read_from_a_table(appel: Appel, tmp_path: Path) -> None:
    path, table = tmp_path / "b.fluxdesk", tmp_path / "conventions.csv"
    appel("nouveau", path, "--raison-sociale", "OPH d’Essai")
    lines = ["reservataire;categorie;taux", "État;état;30 %", "Ville;commune;beaucoup"]
    table.write_text("\n".join(lines), encoding="utf-8")

    told = appel("--base", path, "conventions", "importer", table)

    assert told.code == 0
    assert "1\u00a0créée" in told.sortie
    assert "Refus\u00a0:\n  ligne 3, taux" in told.sortie
