"""The steps of a vacancy on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from tests.cli.test_commandes import _a_orienter
from tests.cli.test_offres import JOUR

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.appel import Appel
    from tests.cli.test_commandes import Objet


def _offrir(appel: Appel, base: Path) -> tuple[str, str, str]:
    """The vacancy, the number and the day of an offer to Action Logement."""
    vacancy = _a_orienter(appel, base)
    who = ("--reservataire", "Action Logement Services", "--motif", "comité")
    told = appel("--base", base, "orienter", vacancy, *who, "--json")
    assert told.code == 0, told.paroles
    offer = cast("Objet", told.document["orientation"])
    return vacancy, str(offer["numero"]), str(offer["jour"])


def test_a_vacancy_is_followed_step_by_step(appel: Appel, base: Path) -> None:
    vacancy, number, day = _offrir(appel, base)
    first = appel("--base", base, "etapes", vacancy, "--json")
    assert cast("Objet", first.document["prochaine"])["acte"] == "Envoyer l’offre"
    for step in ("envoi", "relance", "candidats", "dossiers", "cal-prevue"):
        told = appel("--base", base, "etape", number, step, "--le", day)
        assert told.code == 0, told.paroles
    seen = appel("--base", base, "etapes", vacancy)
    assert "Enregistrer la décision de la CAL" in seen.sortie
    lost = ("candidat-suivant", number, "--le", day, "--cause")
    assert "choisissez parmi" in appel("--base", base, *lost, "loin").paroles
    next_one = appel("--base", base, *lost, "non-attribution", "--nouveaux")
    assert "reste ouverte" in next_one.sortie
    appel("--base", base, "issue", number, "attribuee", "--le", day)
    for step in ("notification", "accord"):
        assert appel("--base", base, "etape", number, step, "--le", day).code == 0
    assert "Enregistrer le bail" in appel("--base", base, "etapes", vacancy).sortie
    unknown = appel("--base", base, "etape", number, "perdu", "--le", day)
    assert (unknown.code, "visite-conseil" in unknown.paroles) == (2, True)
    assert appel("--base", base, "etape", vacancy, "visite-conseil", "--le", JOUR).code == 0


def test_reminders_are_told(appel: Appel, base: Path) -> None:
    _offrir(appel, base)
    told = appel("--base", base, "rappels")
    assert told.code == 0
    assert "Action Logement Services" in told.sortie


@pytest.mark.parametrize("reservataire", ["Bailleur"])
def test_a_right_is_charged_and_told_to_its_holder(
    appel: Appel, base: Path, reservataire: str
) -> None:
    _, number, day = _offrir(appel, base)
    charge = ("imputer", number, "--reservataire", reservataire, "--source", "accord")
    told = appel("--base", base, *charge)
    assert told.code == 0, told.paroles
    period = ("--du", day, "--au", day)
    report = appel("--base", base, "continu", "Action Logement Services", *period)
    assert number in report.sortie
    nobody = appel("--base", base, "continu", "Personne", *period)
    assert (nobody.code, "n’existe pas" in nobody.paroles) == (1, True)
