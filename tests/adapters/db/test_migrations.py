"""A base of any released version opens in this one, whole; a step that fails changes nothing."""

from __future__ import annotations

import shutil
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from alembic import op
from sqlalchemy import Column, Text

from fluxdesk.adapters.db import base as module_base
from fluxdesk.adapters.db import migrer as module_migrer
from fluxdesk.adapters.db.erreurs import SauvegardeImpossibleError
from fluxdesk.adapters.db.migrer import ETAPES, CleEtrangereError
from fluxdesk.adapters.db.moteur import Moteur, connecter
from fluxdesk.adapters.db.schema import structure, structure_connue
from fluxdesk.adapters.referentiels.cog import Cog
from fluxdesk.adapters.sheets.rpls_reader import lire_patrimoine
from fluxdesk.domain.convention import ModeOffre
from fluxdesk.domain.flux.evenements import Decompte
from fluxdesk.domain.flux.parties import EvenementDecompte, ModeRefus
from fluxdesk.domain.journal import premiere_rupture
from fluxdesk.domain.regles_flux import ReglesFlux
from fluxdesk.services.importer_patrimoine import importer_patrimoine
from tests.adapters.db.exemples import (
    BAILLEUR,
    CONVENTION,
    EVENEMENTS,
    LOGEMENT,
    ORIENTATION,
    RESERVATAIRE,
    VACANCE,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from fluxdesk.adapters.db.base import SqlBase
    from fluxdesk.adapters.db.migrer import Etape


SCHEMA = len(ETAPES)
# What the first release could not hold has the value it then had for everybody.
CONVENTION_1 = replace(
    CONVENTION,
    avenants=(
        replace(
            CONVENTION.avenants[0],
            sous_contingents=tuple(
                replace(s, territoire=None) for s in CONVENTION.avenants[0].sous_contingents
            ),
        ),
        *CONVENTION.avenants[1:],
    ),
    carence=ModeRefus.NON_COMPTE_MIXITE,
    mode_offre=ModeOffre.UN_SEUL,
    plafond_report=None,
)
ORIENTATION_1 = replace(ORIENTATION, mode=ModeOffre.UN_SEUL)


@pytest.fixture
def publiee(tmp_path: Path, data_dir: Path) -> Path:
    """A copy of the base that the first release wrote."""
    place = tmp_path / "v1.fluxdesk"
    shutil.copy(data_dir / "bases" / "v0001.fluxdesk", place)
    return place


def test_the_first_released_base_opens_with_everything_in_it(
    publiee: Path, ouvrir: Callable[[Path], SqlBase]
) -> None:
    base = ouvrir(publiee)
    assert base.verifier() == []
    with base.transaction() as uow:
        assert uow.bailleurs.lire() == BAILLEUR
        assert next(uow.logements.tous()) == LOGEMENT
        assert uow.reservataires.tous() == (RESERVATAIRE,)
        assert uow.conventions.toutes() == (CONVENTION_1,)
        assert uow.vacances.toutes() == (VACANCE,)
        assert uow.orientations.toutes() == (ORIENTATION_1,)
        assert tuple(uow.evenements.tous()) == (
            *EVENEMENTS[:4],
            Decompte(5, "1", "1/PRIO", EvenementDecompte.BAIL_SIGNE),  # the lease of its offer
        )
        assert uow.regles.lire() == ReglesFlux()
        assert uow.points.lire() is None
        told = list(uow.journal.toutes())
    assert premiere_rupture(told) is None
    assert [entree.action for entree in told] == [
        "base.creer",
        "import.patrimoine",
        "orientation.creer",
    ]


def test_a_dwelling_of_before_leases_gets_its_own_from_its_file(
    publiee: Path, tmp_path: Path, ouvrir: Callable[[Path], SqlBase]
) -> None:
    base = ouvrir(publiee)
    path = tmp_path / "declaration.csv"
    path.write_text(f"IDENT_REP;DEPCOM;MODE;BAIL\n{LOGEMENT.id_rpls};2A004;1;06/2019\n")
    for changed in (1, 0):
        told = importer_patrimoine(
            path, essai=False, uow=base.transaction(), lire=lire_patrimoine, territoires=Cog()
        )
        assert (told.creees, told.modifiees) == (0, changed)
    with base.transaction() as uow:
        assert LOGEMENT.bail == ""
        assert uow.logements.lire(LOGEMENT.id).bail == "2019-06"
        assert uow.conservations.toutes() == ()


def test_the_migrated_schema_is_the_one_of_the_records(base: SqlBase, chemin: Path) -> None:
    engine = Moteur(chemin)
    try:
        with engine.lecture() as connection:
            found = structure(connection)
    finally:
        engine.fermer()
    assert found == structure_connue()
    assert len(found) == 35  # thirty-four tables and the triggers: the comparison sees something


def _observation() -> None:
    """A step that Alembic does by rebuilding the table, which others point to."""
    with op.batch_alter_table("reservataire") as table:
        table.add_column(Column("note", Text(), nullable=False, server_default="rien"))
        table.alter_column("courriel", nullable=True)


def _echec() -> None:
    op.execute("ALTER TABLE reservataire ADD COLUMN a_moitie TEXT")
    message = "power cut"
    raise OSError(message)


def _orphelin() -> None:
    op.execute("DELETE FROM reservataire")


def _etapes(monkeypatch: pytest.MonkeyPatch, *suite: Etape) -> None:
    steps = (*ETAPES, *suite)
    monkeypatch.setattr(module_base, "ETAPES", steps)
    monkeypatch.setattr(module_migrer.migrer, "__defaults__", (steps,))


def _etat(chemin: Path) -> tuple[int, list[str]]:
    with closing(connecter(chemin)) as connection:
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        columns = connection.execute("PRAGMA table_info(reservataire)").fetchall()
        return version, [column[1] for column in columns]


def test_an_older_base_is_saved_then_migrated(
    publiee: Path,
    sauvegardes: Path,
    ouvrir: Callable[[Path], SqlBase],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _etapes(monkeypatch, _observation)
    base = ouvrir(publiee)
    version, columns = _etat(publiee)
    assert version == SCHEMA + 1
    assert "note" in columns
    with base.transaction() as uow:  # nothing was lost by the rebuilding
        assert uow.reservataires.tous() == (RESERVATAIRE,)
        assert uow.conventions.toutes() == (CONVENTION_1,)
    (saved,) = sauvegardes.iterdir()
    version, columns = _etat(saved)
    assert version == 1
    assert "note" not in columns


@pytest.mark.parametrize(("echec", "erreur"), [(_echec, OSError), (_orphelin, CleEtrangereError)])
def test_a_step_that_fails_leaves_the_base_between_no_two_versions(
    publiee: Path,
    ouvrir: Callable[[Path], SqlBase],
    monkeypatch: pytest.MonkeyPatch,
    echec: Etape,
    erreur: type[Exception],
) -> None:
    _etapes(monkeypatch, _observation, echec)
    with pytest.raises(erreur):
        ouvrir(publiee)
    version, columns = _etat(publiee)
    assert version == SCHEMA + 1  # the step before it is done, and told
    assert "a_moitie" not in columns
    _etapes(monkeypatch, _observation)
    assert ouvrir(publiee).lectures.etat().logements == 2


def test_a_base_that_cannot_be_saved_first_is_not_migrated(
    publiee: Path,
    sauvegardes: Path,
    ouvrir: Callable[[Path], SqlBase],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sauvegardes.write_text("not a folder")
    before = publiee.read_bytes()
    _etapes(monkeypatch, _observation)
    with pytest.raises(SauvegardeImpossibleError):
        ouvrir(publiee)
    assert publiee.read_bytes() == before
