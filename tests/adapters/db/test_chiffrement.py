"""A base with a key is ciphered, its backups too, and opens with that key only."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from fluxdesk.adapters.db.base import creer_base, ouvrir_base
from fluxdesk.adapters.db.erreurs import BaseEtrangereError, CleRefuseeError
from tests.adapters.db.exemples import BAILLEUR, importer, logement

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from fluxdesk.adapters.db.base import SqlBase
    from tests.services.memoire import HorlogeFixe

CLE = "mot de passe d’été, 'avec' \"guillemets\""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "secret.fluxdesk"


@pytest.fixture
def secrete(place: Path, horloge: HorlogeFixe, sauvegardes: Path) -> Callable[..., SqlBase]:
    """Opens the ciphered base, which is made and closed."""
    made = creer_base(
        place, BAILLEUR, auteur="x", horloge=horloge, sauvegardes=sauvegardes, cle=CLE
    )
    with made.transaction() as uow:
        importer(uow, logement("clef-lisible"))
        uow.valider()
    made.sauvegarder()
    made.fermer()
    return partial(ouvrir_base, place, auteur="x", horloge=horloge, sauvegardes=sauvegardes)


def test_a_ciphered_base_opens_with_its_key(secrete: Callable[..., SqlBase]) -> None:
    base = secrete(cle=CLE)
    assert base.verifier() == []
    assert base.lectures.etat().logements == 1
    base.fermer()


def test_nothing_of_it_or_of_its_backups_is_readable(
    secrete: Callable[..., SqlBase], place: Path, sauvegardes: Path
) -> None:
    for path in (place, *sauvegardes.iterdir()):
        read = path.read_bytes()
        assert not read.startswith(b"SQLite")
        assert b"clef-lisible" not in read


def test_a_wrong_key_is_told_and_no_key_finds_no_base(
    secrete: Callable[..., SqlBase], place: Path
) -> None:
    before = place.read_bytes()
    with pytest.raises(CleRefuseeError, match="mot de passe"):
        secrete(cle="autre")
    with pytest.raises(BaseEtrangereError):
        secrete()
    assert place.read_bytes() == before
