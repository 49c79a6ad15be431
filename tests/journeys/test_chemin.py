"""The same day at the window and by the shell script an office could write: the same letter."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.journeys.agent import (
    agent,
    creer_base,
    editer_bilans,
    editer_lettre,
    enregistrer_conge,
    importer_conventions,
    importer_patrimoine,
    orienter,
    saisir_convention,
)

if TYPE_CHECKING:
    from tests.journeys.agent import (
        Agent,
    )

__all__ = ["agent"]  # the fixture
ICI = Path(__file__).parent
RACINE = ICI.parent.parent


@dataclass(frozen=True, slots=True)
class Chemin:
    """What the script wrote and said."""

    dossier: Path
    sortie: str
    paroles: str

    def document(self, nom: str) -> dict[str, object]:
        found = json.loads((self.dossier / nom).read_text(encoding="utf-8"))
        assert isinstance(found, dict)
        return found


def _suivre(dossier: Path) -> Chemin:
    done = subprocess.run(  # noqa: S603 - our own script
        [ICI / "chemin_ligne.sh", dossier],
        cwd=RACINE,
        env={
            **os.environ,
            "FLUXDESK": f"{sys.executable} -W error -m fluxdesk",
            "PYTHONPATH": str(RACINE),
            "LC_ALL": "C",
            "PYTHONUTF8": "0",
            "PYTHONCOERCECLOCALE": "0",
        },
        capture_output=True,
        check=False,
    )
    said, told = done.stdout.decode(), done.stderr.decode()
    assert done.returncode == 0, told
    return Chemin(dossier, said, told)


@pytest.fixture(scope="module")
def chemin(tmp_path_factory: pytest.TempPathFactory) -> Chemin:
    if sys.platform == "win32":
        pytest.skip("a shell script")
    return _suivre(tmp_path_factory.mktemp("chemin"))


def test_the_day_ends_with_a_sound_base(chemin: Chemin) -> None:
    assert "270\u00a0lignes lues\u00a0: 270\u00a0créées" in chemin.sortie
    assert "C’était un essai\u00a0: rien n’a été enregistré." in chemin.sortie
    assert chemin.sortie.endswith("La base est saine.\n")
    assert "Traceback" not in chemin.paroles


def test_the_offer_follows_the_suggestion(chemin: Chemin) -> None:
    shown, made = chemin.document("suggestion.json"), chemin.document("offre.json")
    offer = made["orientation"]

    assert isinstance(offer, dict)
    assert shown["destinataire_nom"] == made["destinataire"] == "État (Publics prioritaires)"
    assert offer["explication"] == shown["texte"]
    assert offer["numero"] == "2026-001"
    assert offer["echeance"] == "2026-12-22"


def test_another_dwelling_goes_to_several_and_the_commission_chooses(chemin: Chemin) -> None:
    offers, chosen = chemin.document("ensemble.json"), chemin.document("issue.json")

    assert isinstance(offers["orientations"], list)
    assert len(offers["orientations"]) > 1
    assert isinstance(chosen["orientation"], dict)
    assert (chosen["orientation"]["numero"], chosen["orientation"]["mode"]) == (
        "2026-002",
        "à tous",
    )
    assert "jusqu’au bail" in str(chosen["effet"])


def test_letter_and_bilans_are_written(chemin: Chemin) -> None:
    bilans = sorted((chemin.dossier / "bilans").iterdir())

    assert (chemin.dossier / "lettre.pdf").read_bytes().startswith(b"%PDF")
    assert len(bilans) == 4 * len({path.stem.removesuffix(" lettre") for path in bilans})
    assert len(bilans) > 4 * (1 + 4)  # each EPCI too, and the CIL
    assert all(path.stat().st_size > 1000 for path in bilans if path.suffix != ".csv")


def test_the_window_and_the_command_line_do_the_same_day(
    agent: Agent, chemin: Chemin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = (ICI / "donnees" / "conventions.csv").read_text(encoding="utf-8").splitlines()
    fichier = tmp_path / "conventions.csv"
    fichier.write_text("\n".join(r for r in rows if "Petite-Terre" not in r), encoding="utf-8")
    lettre, bilans = tmp_path / "lettre.pdf", tmp_path / "bilans"
    bilans.mkdir()

    creer_base(agent, tmp_path / "mayotte.fluxdesk")
    importer_patrimoine(agent)
    importer_conventions(agent, fichier)
    saisir_convention(agent)
    page = enregistrer_conge(agent)
    texte = orienter(agent, page)
    editer_lettre(agent, page, lettre, monkeypatch)
    editer_bilans(agent, bilans, monkeypatch)

    assert texte == chemin.document("suggestion.json")["texte"]
    assert lettre.read_bytes() == (chemin.dossier / "lettre.pdf").read_bytes()
    assert page.dossier is not None
    assert page.dossier.offre is not None
    assert page.dossier.offre.echeance == date(2026, 12, 22)
