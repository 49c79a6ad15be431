"""The workshop on this computer: the desk it gives, the demonstration it builds."""

from __future__ import annotations

import getpass
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

from fluxdesk.bootstrap.atelier import AtelierLocal, PasDeDemonstrationError, nom_de_session
from fluxdesk.bootstrap.horloge import SystemClock
from fluxdesk.domain.bailleur import Bailleur
from fluxdesk.services.ports import AnnuleError, sans_progres
from fluxdesk.services.verifier_base import verifier_base

if TYPE_CHECKING:
    from fluxdesk.services.ports import Bureau


@pytest.fixture
def atelier() -> AtelierLocal:
    return AtelierLocal(SystemClock())


def _auteurs(bureau: Bureau) -> set[str]:
    with bureau.base.transaction() as uow:
        return {entry.auteur for entry in uow.journal.toutes()}


def test_a_base_is_made_signed_closed_and_opened_again(
    atelier: AtelierLocal, tmp_path: Path
) -> None:
    path = tmp_path / "b.fluxdesk"
    atelier.creer(path, Bailleur(raison_sociale="OPH d’Essai")).base.fermer()

    bureau = atelier.ouvrir(path)

    assert bureau.base.chemin == path
    assert _auteurs(bureau) == {getpass.getuser()}
    bureau.base.fermer()


def test_the_demonstration_is_sound_and_opens_at_the_hour_of_the_machine(
    atelier: AtelierLocal, demonstration_faite: Path, tmp_path: Path
) -> None:
    bureau = atelier.ouvrir(Path(shutil.copy(demonstration_faite, tmp_path / "d.fluxdesk")))

    assert verifier_base(base=bureau.base) == ()
    assert bureau.base.lectures.etat().logements == 842
    assert isinstance(bureau.horloge, SystemClock)
    bureau.base.fermer()


def test_stopping_on_the_way_leaves_nothing(atelier: AtelierLocal, tmp_path: Path) -> None:
    def stop(fait: int, total: int, quoi: str = "") -> None:
        if fait > 3:
            raise AnnuleError

    with pytest.raises(AnnuleError):
        atelier.demonstration(tmp_path / "d.fluxdesk", stop)

    assert list(tmp_path.iterdir()) == []


def test_another_base_is_never_replaced(atelier: AtelierLocal, tmp_path: Path) -> None:
    path = tmp_path / "d.fluxdesk"
    atelier.creer(path, Bailleur(raison_sociale="OPH d’Essai")).base.fermer()
    kept = shutil.copy(path, tmp_path / "copie")

    with pytest.raises(PasDeDemonstrationError, match="pas une base de démonstration"):
        atelier.demonstration(path, sans_progres)

    assert path.read_bytes() == (tmp_path / kept).read_bytes()


def test_a_system_without_users_still_signs(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown() -> NoReturn:
        raise KeyError

    monkeypatch.setattr(getpass, "getuser", unknown)

    assert nom_de_session() == "utilisateur inconnu"
