"""A base is made whole, opened by one program, and what is not one is left as it is."""

from __future__ import annotations

import hashlib
import os
import re
import socket
import struct
import time
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from fluxdesk.adapters.db.base import creer_base
from fluxdesk.adapters.db.erreurs import (
    BaseAbimeeError,
    BaseAbsenteError,
    BaseEtrangereError,
    BaseExistanteError,
    BaseInaccessibleError,
    BaseOccupeeError,
    BasePlusRecenteError,
    BaseVideError,
)
from fluxdesk.adapters.db.examen import examiner
from fluxdesk.adapters.db.migrer import ETAPES
from fluxdesk.adapters.db.moteur import connecter
from fluxdesk.adapters.disk.verrou import BaseVerrouilleeAilleursError, BaseVerrouilleeError
from tests.adapters.db.exemples import BAILLEUR, importer, logement

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from fluxdesk.adapters.db.base import SqlBase
    from fluxdesk.domain.erreurs import FluxDeskError
    from tests.services.memoire import HorlogeFixe

PAGE = 4096


def _contenu(dossier: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in dossier.iterdir()}


def _executer(chemin: Path, *ordres: str) -> None:
    with closing(connecter(chemin, mode="rwc")) as connection:
        for order in ordres:
            connection.execute(order)


@pytest.fixture
def fermee(base: SqlBase, chemin: Path) -> Path:
    """A sound base of 500 dwellings, closed."""
    with base.transaction() as uow:
        importer(uow, *(logement(f"k{n}") for n in range(500)))
        uow.valider()
    base.fermer()
    return chemin


def _plus_recente(chemin: Path) -> None:
    _executer(chemin, f"PRAGMA user_version = {len(ETAPES) + 1}")


def _autre_application(chemin: Path) -> None:
    _executer(chemin, "PRAGMA application_id = 12345")


def _autre_base_sqlite(chemin: Path) -> None:
    chemin.unlink()
    _executer(chemin, "CREATE TABLE t (a)")


def _autre_base_en_wal(chemin: Path) -> None:
    chemin.unlink()
    _executer(chemin, "PRAGMA journal_mode = WAL", "CREATE TABLE t (a)")


def _sans_schema(chemin: Path) -> None:
    _executer(chemin, "PRAGMA user_version = 0")


def _sans_identite(chemin: Path) -> None:
    _executer(chemin, "DELETE FROM base")


def _vide(chemin: Path) -> None:
    chemin.write_bytes(b"")


def _texte(chemin: Path) -> None:
    chemin.write_text("Nom;Prénom\n" * 1000)


def _octet(chemin: Path) -> None:
    chemin.write_bytes(b"S")


def _entete_seul(chemin: Path) -> None:
    os.truncate(chemin, 50)


def _tronquee(chemin: Path) -> None:
    os.truncate(chemin, chemin.stat().st_size // 2)


def _derniere_page_coupee(chemin: Path) -> None:
    os.truncate(chemin, chemin.stat().st_size - 100)


def _page_effacee(chemin: Path) -> None:
    with closing(connecter(chemin, mode="ro")) as connection:
        query = "SELECT rootpage FROM sqlite_schema WHERE name = 'logement'"
        root = connection.execute(query).fetchone()[0]
    with chemin.open("r+b") as opened:
        opened.seek((root - 1) * PAGE)
        opened.write(bytes(PAGE))


def _schema_abime(chemin: Path) -> None:
    with chemin.open("r+b") as opened:
        opened.seek(100)
        opened.write(b"\xff" * 500)


@pytest.mark.parametrize(
    ("abimer", "erreur", "phrase"),
    [
        (_plus_recente, BasePlusRecenteError, "version plus récente"),
        (_autre_application, BaseEtrangereError, "n’est pas une base FluxDesk"),
        (_autre_base_sqlite, BaseEtrangereError, "n’est pas une base FluxDesk"),
        (_autre_base_en_wal, BaseEtrangereError, "n’est pas une base FluxDesk"),
        (_sans_schema, BaseEtrangereError, "n’est pas une base FluxDesk"),
        (_sans_identite, BaseEtrangereError, "n’est pas une base FluxDesk"),
        (_vide, BaseVideError, "est vide"),
        (_texte, BaseEtrangereError, "n’est pas une base FluxDesk"),
        (_octet, BaseEtrangereError, "n’est pas une base FluxDesk"),
        (_entete_seul, BaseAbimeeError, "est abîmée"),
        (_tronquee, BaseAbimeeError, "est abîmée"),
        (_derniere_page_coupee, BaseAbimeeError, "est abîmée"),
        (_page_effacee, BaseAbimeeError, "est abîmée"),
        (_schema_abime, BaseAbimeeError, "est abîmée"),
    ],
)
def test_a_file_that_must_be_refused_is_left_byte_for_byte(
    fermee: Path,
    ouvrir: Callable[[Path], SqlBase],
    abimer: Callable[[Path], None],
    erreur: type[FluxDeskError],
    phrase: str,
) -> None:
    abimer(fermee)
    before = _contenu(fermee.parent)
    with pytest.raises(erreur, match=phrase):
        ouvrir(fermee)
    assert _contenu(fermee.parent) == before  # nor any file beside it


def test_a_file_that_is_not_there_is_told_with_its_folder(
    chemin: Path, ouvrir: Callable[[Path], SqlBase]
) -> None:
    with pytest.raises(BaseAbsenteError, match="bases"):
        ouvrir(chemin)
    assert not chemin.parent.exists()


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(BaseInaccessibleError, match="droit"):
        examiner(tmp_path, connue=1)  # a folder: no right that root lacks


def test_a_base_held_by_another_program_at_opening_is_told(
    fermee: Path, ouvrir: Callable[[Path], SqlBase], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fluxdesk.adapters.db.moteur._ATTENTE", 0.01)
    with closing(connecter(fermee)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(BaseOccupeeError, match="un autre programme"):
            ouvrir(fermee)
    assert ouvrir(fermee).verifier() == []


def test_a_new_base_is_sound_alone_in_its_folder_and_marked(base: SqlBase, chemin: Path) -> None:
    assert base.verifier() == []
    base.fermer()
    assert [path.name for path in chemin.parent.iterdir()] == [chemin.name]
    header = chemin.read_bytes()[:100]
    assert struct.unpack(">I", header[68:72]) == (0x464C5844,)
    assert struct.unpack(">I", header[60:64]) == (len(ETAPES),)


def test_two_bases_bear_two_identities(
    base: SqlBase, tmp_path: Path, horloge: HorlogeFixe, sauvegardes: Path
) -> None:
    other = creer_base(
        tmp_path / "autre.fluxdesk", BAILLEUR, auteur="x", horloge=horloge, sauvegardes=sauvegardes
    )
    other.fermer()
    assert other._sauvegardes.uuid != base._sauvegardes.uuid


def test_a_new_base_never_replaces_a_file(
    tmp_path: Path, horloge: HorlogeFixe, sauvegardes: Path
) -> None:
    place = tmp_path / "notes.fluxdesk"
    place.write_text("à garder")
    with pytest.raises(BaseExistanteError, match="existe déjà"):
        creer_base(place, BAILLEUR, auteur="x", horloge=horloge, sauvegardes=sauvegardes)
    assert _contenu(tmp_path).keys() == {"notes.fluxdesk"}
    assert place.read_text() == "à garder"


def test_a_base_is_opened_once_on_this_computer(
    base: SqlBase, chemin: Path, ouvrir: Callable[[Path], SqlBase]
) -> None:
    with pytest.raises(BaseVerrouilleeError, match="déjà ouvert sur ce poste"):
        ouvrir(chemin)
    with base.transaction() as uow:  # the one that holds it still does
        importer(uow, logement("a"))
        uow.valider()
    base.fermer()
    base.fermer()  # twice is once
    assert ouvrir(chemin).lectures.etat().logements == 1


def test_another_name_of_the_file_is_the_same_base(
    base: SqlBase, chemin: Path, tmp_path: Path, ouvrir: Callable[[Path], SqlBase]
) -> None:
    link = tmp_path / "raccourci.fluxdesk"
    link.symlink_to(chemin)
    with pytest.raises(BaseVerrouilleeError):
        ouvrir(link)


def test_a_base_held_on_another_computer_is_not_touched(
    fermee: Path, ouvrir: Callable[[Path], SqlBase]
) -> None:
    lock = fermee.with_name(f".{fermee.name}.verrou")
    lock.write_text(
        '{"pid": 1, "hote": "poste-12", "utilisateur": "c.santoni", "programme": "FluxDesk"}'
    )
    before = _contenu(fermee.parent)
    with pytest.raises(BaseVerrouilleeAilleursError, match=r"c\.santoni.*poste-12.*supprimez"):
        ouvrir(fermee)
    assert _contenu(fermee.parent) == before
    lock.write_text(lock.read_text().replace("poste-12", socket.gethostname()))
    assert ouvrir(fermee).verifier() == []  # nobody holds it here: left by a killed program


def test_a_refused_base_leaves_no_lock_behind(
    fermee: Path, ouvrir: Callable[[Path], SqlBase]
) -> None:
    saved = fermee.read_bytes()
    _vide(fermee)
    with pytest.raises(BaseVideError):
        ouvrir(fermee)
    fermee.write_bytes(saved)
    assert ouvrir(fermee).lectures.etat().logements == 500


def test_what_a_killed_program_was_writing_is_swept_a_day_later(
    fermee: Path, ouvrir: Callable[[Path], SqlBase]
) -> None:
    old, new = (fermee.with_name(f".{name}.provisoire") for name in ("vieux", "neuf"))
    for path in (old, new):
        path.write_bytes(b"x")
    yesterday = time.time() - 86_400
    os.utime(old, (yesterday, yesterday))
    ouvrir(fermee)
    assert (old.exists(), new.exists()) == (False, True)


@pytest.mark.parametrize(
    ("ordres", "phrase"),
    [
        (["DROP INDEX ix_logement_loyer"], "format de la base.*logement"),
        (["ALTER TABLE lot ADD COLUMN x"], "format de la base.*lot"),
        (["PRAGMA application_id = 7"], "marque de FluxDesk"),
        (["INSERT INTO lot_ligne VALUES (9, 9, NULL)"], "objet absent.*lot_ligne"),
        (
            ["PRAGMA ignore_check_constraints = ON", "UPDATE base SET id = 2"],
            "SQLite signale.*CHECK",
        ),
    ],
)
def test_verifying_says_what_is_wrong_with_the_file(
    base: SqlBase, chemin: Path, ordres: list[str], phrase: str
) -> None:
    _executer(chemin, *ordres)
    (told,) = base.verifier()
    assert re.search(phrase, told)
