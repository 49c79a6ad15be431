"""A line that is lost is a fault of the program, and what was written goes with it."""

from __future__ import annotations

import gc
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from typing_extensions import override

from fluxdesk.adapters.referentiels.cog import Cog
from fluxdesk.adapters.sheets.rpls_reader import lire_patrimoine
from fluxdesk.domain.rpls_bloc import Bloc
from fluxdesk.services.importer_patrimoine import importer_patrimoine
from tests.services.memoire import MemoireUow

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from fluxdesk.domain.logement import Logement
    from fluxdesk.services.ports import FichierParBlocs, Progress

HEAD = "IDENT_INT;DEPCOM;QPV;NBPIECE"


def importer(uow: MemoireUow, tmp_path: Path, *lignes: str) -> tuple[int, int, int, int]:
    path = tmp_path / "f.csv"
    path.write_text("\n".join(lignes), encoding="utf-8")
    made = importer_patrimoine(path, essai=False, uow=uow, lire=lire_patrimoine, territoires=Cog())
    return made.creees, made.modifiees, made.inchangees, made.refusees


class PlusLong(Bloc):
    """A block that says it has one line more than it has."""

    __slots__ = ()

    @override
    def __len__(self) -> int:
        return super().__len__() + 1


def test_a_lost_line_stops_the_import_and_takes_it_back(tmp_path: Path) -> None:
    def lire(chemin: Path, progress: Progress) -> FichierParBlocs:
        read = lire_patrimoine(chemin, progress)
        honest = read.blocs

        def blocs(progress: Progress) -> Iterator[Bloc]:
            for bloc in honest(progress):
                yield bloc
                yield PlusLong([], bloc.palettes, [[] for _ in bloc.palettes])

        read.blocs = blocs  # type: ignore[method-assign] # a reader that loses a line
        return read

    path = tmp_path / "f.csv"
    path.write_text(f"{HEAD}\nA1;2A004;2;3\n", encoding="utf-8")
    uow = MemoireUow()
    with pytest.raises(RuntimeError, match="2 lines were read and 1 were counted"):
        importer_patrimoine(path, essai=False, uow=uow, lire=lire, territoires=Cog())
    with uow:
        assert uow.logements.nombre() == 0


@pytest.mark.parametrize("actif", [True, False])
def test_the_collector_is_left_as_it_was(tmp_path: Path, *, actif: bool) -> None:
    if not actif:
        gc.disable()
    try:
        importer(MemoireUow(), tmp_path, HEAD, "A1;2A004;2;3")
        assert gc.isenabled() is actif
    finally:
        gc.enable()


def _seul(uow: MemoireUow) -> Logement:
    with uow:
        (found,) = uow.logements.tous()
    return found


def test_a_dwelling_out_of_qpv_loses_its_code_even_where_the_file_has_none(tmp_path: Path) -> None:
    uow = MemoireUow()
    importer(uow, tmp_path, f"{HEAD};PLG_QP24", "A1;2A004;1;3;QN02A01M")
    assert importer(uow, tmp_path, HEAD, "A1;2A004;2;3") == (0, 1, 0, 0)
    assert (_seul(uow).qpv, _seul(uow).qpv_code) == (False, "")


def test_a_known_identifier_is_not_emptied_by_a_line_without_it(tmp_path: Path) -> None:
    uow = MemoireUow()
    importer(uow, tmp_path, f"IDENT_REP;{HEAD}", "R1;A1;2A004;2;3")
    assert importer(uow, tmp_path, f"IDENT_REP;{HEAD}", "R1;;2A004;2;3") == (0, 0, 1, 0)
    assert importer(uow, tmp_path, HEAD, "A1;2A004;2;4") == (0, 1, 0, 0)
    assert (_seul(uow).id_rpls, _seul(uow).id_interne, _seul(uow).pieces) == ("R1", "A1", 4)


def test_a_qpv_code_that_contradicts_the_flag_is_mended(tmp_path: Path) -> None:
    uow = MemoireUow()
    importer(uow, tmp_path, HEAD, "A1;2A004;2;3")
    with uow:
        uow.logements.modifier([replace(_premier(uow), qpv_code="QN02A01M")], 1)
        uow.valider()
    assert importer(uow, tmp_path, HEAD, "A1;2A004;2;3") == (0, 1, 0, 0)


def _premier(uow: MemoireUow) -> Logement:
    return next(uow.logements.tous())
