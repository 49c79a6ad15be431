"""Words of the command line that are not understood, and help: all in French."""

from __future__ import annotations

import re

import click
import pytest

from fluxdesk.cli.racine import racine
from fluxdesk.cli.usage import phrase_usage
from tests.cli.appel import Appel, sans_atelier

ANGLAIS = re.compile(
    r"\b(usage:|options:|commands:|show|exit|missing|error|try|invalid|required|the|and|argument"
    r"s?:)\b",
    re.IGNORECASE,
)


def _commandes(groupe: click.Group = racine, chemin: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    found = [chemin]
    for name, command in groupe.commands.items():
        path = (*chemin, name)
        found += _commandes(command, path) if isinstance(command, click.Group) else [path]
    return found


@pytest.mark.parametrize("chemin", _commandes(), ids=" ".join)
def test_help_of_every_command_is_french(chemin: tuple[str, ...]) -> None:
    told = Appel(sans_atelier)(*chemin, "--aide")

    assert told.code == 0
    assert told.sortie.startswith("Usage\u00a0: fluxdesk")
    assert told.paroles == ""
    assert not ANGLAIS.search(told.sortie)


@pytest.mark.parametrize(
    ("mots", "phrase"),
    [
        (["--bas", "x"], "n’existe pas. Vouliez-vous dire «\u00a0--base\u00a0»\u00a0?"),
        (["-z"], "L’option «\u00a0-z\u00a0» n’existe pas."),
        (["ranger"], "La commande «\u00a0ranger\u00a0» n’existe pas."),
        (["orientr"], "Vouliez-vous dire «\u00a0orienter\u00a0»"),
        (["--base"], "L’option «\u00a0--base\u00a0» attend une valeur."),
        (["--version=3"], "L’option «\u00a0--version\u00a0» ne prend pas de valeur."),
        (["suggerer"], "Il manque l’argument VACANCE."),
        (["nouveau", "a.fluxdesk"], "Il manque l’option «\u00a0--raison-sociale\u00a0»."),
        (["patrimoine"], "Il manque la commande\u00a0; choisissez parmi\u00a0: importer."),
        (["conventions", "--json"], "importer, modele."),
        (["vacances"], "importer."),
        (["verifier", "tout", "et", "plus"], "«\u00a0tout et plus\u00a0» est de trop ici."),
        (["verifier"], "Indiquez la base avant la commande"),
        (["bilan", "vingt", "--sortie", "d"], "«\u00a0vingt\u00a0» n’est pas une année"),
        (["bilan", "1026", "--sortie", "d"], "«\u00a01026\u00a0» n’est pas une année"),
        (["--version", "verifier"], "s’emploient seuls"),
        (["suggerer", "caf\udce9"], "Le texte donné n’est pas en UTF-8."),
        (["demo"], "Choisissez\u00a0: --sortie DOSSIER"),
        (["demo", "--fenetre", "--sortie", "d"], "Choisissez\u00a0: --sortie DOSSIER"),
        (["--base", "b", "orienter", "3", "--motif", "m"], "--motif va avec --reservataire"),
    ],
)  # fmt: skip
def test_a_line_not_understood_says_what_to_write(mots: list[str], phrase: str) -> None:
    told = Appel(sans_atelier)(*mots)

    assert told.code == 2
    assert phrase in told.paroles
    assert "--aide" in told.paroles
    assert not ANGLAIS.search(told.paroles)


def test_a_line_not_understood_is_told_in_json_too() -> None:
    told = Appel(sans_atelier)("--json", "ranger")

    assert told.code == told.document["code"] == 2
    assert "ranger" in str(told.document["erreur"])


def test_without_json_a_line_not_understood_leaves_stdout_empty() -> None:
    assert Appel(sans_atelier)("ranger").sortie == ""


def test_an_error_without_its_command_still_has_a_sentence() -> None:
    assert phrase_usage(click.MissingParameter()).startswith("Il manque l’argument.")
    assert "ne prend pas" in phrase_usage(click.BadOptionUsage("--x", "english"))


def test_no_word_opens_the_window_and_a_base_opens_it_there() -> None:
    appel = Appel(sans_atelier)

    assert appel().code == 0
    assert appel("--base", "a.fluxdesk").code == 0
    assert appel("demo", "--fenetre").code == 0
    assert [(base and base.name, demo) for base, demo in appel.fenetres] == [
        (None, False), ("a.fluxdesk", False), (None, True),
    ]  # fmt: skip


def test_version_and_self_test_answer() -> None:
    appel = Appel(sans_atelier)

    assert appel("--version").sortie.startswith("FluxDesk ")
    assert appel("--version", "--json").document.keys() == {"version"}
    assert appel("--self-test").sortie == "FluxDesk fonctionne.\n"
    assert appel("--self-test", "--json").document["reussi"] is True
