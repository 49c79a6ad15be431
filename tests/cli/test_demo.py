"""``fluxdesk demo --sortie``: the main job, without a window."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from fluxdesk.bootstrap.atelier import AtelierLocal
from fluxdesk.cli import demo
from fluxdesk.cli.demo import annee_du_bilan
from fluxdesk.domain.vacance import Etape, Qualification
from fluxdesk.services.ports import sans_progres

if TYPE_CHECKING:
    from fluxdesk.services.ports import Base, Bureau, Progress
    from tests.cli.appel import Appel


@pytest.fixture
def toute_faite(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The demonstration is copied where it is asked for, not built."""

    def copier(atelier: AtelierLocal, chemin: Path, _progress: Progress) -> Bureau:
        return atelier.ouvrir(Path(shutil.copy(base, chemin)))

    monkeypatch.setattr(AtelierLocal, "demonstration", copier)


def test_the_demonstration_is_built_again_and_shown(
    appel: Appel, demonstration_faite: Path, tmp_path: Path
) -> None:
    other = tmp_path / "à moi.txt"
    other.write_text("mine", encoding="utf-8")
    stood = Path(shutil.copy(demonstration_faite, tmp_path / "demonstration.fluxdesk"))
    before = stood.read_bytes()

    told = appel("demo", "--sortie", tmp_path)

    assert told.code == 0
    assert "Source\u00a0: SDES, RPLS au 1er janvier 2018" in told.sortie
    assert "Novembre 2026…" in told.paroles
    assert stood.read_bytes() != before
    assert other.read_text("utf-8") == "mine"
    assert appel("--base", stood, "verifier").code == 0


@pytest.mark.usefixtures("toute_faite")
def test_what_was_made_is_told_as_a_document(appel: Appel, tmp_path: Path) -> None:
    folder = tmp_path / "sortie"

    made = appel("demo", "--sortie", folder, "--json")

    assert made.code == 0
    base, letter = (Path(str(made.document[name])) for name in ("base", "lettre"))
    papers = [Path(name) for name in cast("list[str]", made.document["bilans"])]
    assert base == folder / "demonstration.fluxdesk"
    assert letter.read_bytes().startswith(b"%PDF")
    assert [path.suffix for path in papers] == [".xlsx", ".pdf", ".csv", ".pdf"] * 2
    assert sorted(folder.iterdir()) == sorted([base, letter, *papers])
    assert made.document["anomalies"] == []


def test_another_base_is_not_taken_for_the_demonstration(appel: Appel, tmp_path: Path) -> None:
    path = tmp_path / "demonstration.fluxdesk"
    assert appel("nouveau", path, "--raison-sociale", "OPH d’Essai").code == 0
    before = path.read_bytes()

    told = appel("demo", "--sortie", tmp_path)

    assert told.code == 1
    assert "n’est pas une base de démonstration" in told.paroles
    assert path.read_bytes() == before


def test_a_folder_that_cannot_be_is_refused_in_words(appel: Appel, tmp_path: Path) -> None:
    file = tmp_path / "fichier"
    file.write_text("", encoding="utf-8")

    told = appel("demo", "--sortie", file / "dossier")

    assert told.code == 1
    assert "n’est pas un dossier" in told.paroles


@pytest.mark.parametrize(
    ("jour", "annee"),
    [
        pytest.param(date(2026, 11, 22), 2026, id="in november, this year"),
        pytest.param(date(2027, 1, 15), 2026, id="in january, the year before"),
        pytest.param(date(2026, 7, 3), 2026, id="in july, this year"),
    ],
)
def test_the_bilan_is_of_the_year_most_of_the_story_is_in(jour: date, annee: int) -> None:
    assert annee_du_bilan(jour) == annee


@pytest.mark.usefixtures("toute_faite")
def test_a_demonstration_that_is_not_sound_is_not_shown(
    appel: Appel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def altered(*, base: Base) -> tuple[str, ...]:
        return ("Le journal a été modifié.",)

    monkeypatch.setattr(demo, "verifier_base", altered)

    told = appel("demo", "--sortie", tmp_path)

    assert told.code == 1
    assert told.sortie == ""
    assert "pas saine. Le journal a été modifié." in told.paroles


def test_a_demonstration_without_anything_to_offer_says_so(appel: Appel, base: Path) -> None:
    bureau = appel.atelier().ouvrir(base)
    today = bureau.horloge.aujourd_hui()
    for row in bureau.base.lectures.vacances(today):
        if row.etape is Etape.A_ORIENTER:
            with bureau.base.transaction() as uow:
                vacance = uow.vacances.lire(row.id)
                uow.vacances.enregistrer(replace(vacance, qualification=Qualification.STOCK))
                uow.valider()

    with pytest.raises(demo.DemonstrationFausseError, match="Aucune vacance"):
        demo.derouler(bureau, base.parent, sans_progres)
    bureau.base.fermer()
