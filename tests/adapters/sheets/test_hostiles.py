"""Files as they come, each with its trap: the right counts, or the right refusal."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from fluxdesk.adapters.sheets.source_reader import lire_source
from fluxdesk.domain.decoupe import lignes_de, proposer_decoupe
from fluxdesk.services.ports import FichierIllisibleError, sans_progres
from tests.adapters.sheets.hostiles import archives, classeurs, textes
from tests.adapters.sheets.hostiles.attendu import Juste, Refus

if TYPE_CHECKING:
    from pathlib import Path

    from tests.adapters.sheets.hostiles.attendu import Piege

PIEGES = (*textes.PIEGES, *classeurs.PIEGES, *archives.PIEGES)
JUSTES = [piege for piege in PIEGES if isinstance(piege.attendu, Juste)]
REFUSES = [piege for piege in PIEGES if isinstance(piege.attendu, Refus)]


def nom(piege: Piege) -> str:
    return piege.fichier


def test_there_are_enough_traps() -> None:
    assert len({piege.fichier for piege in PIEGES}) == len(PIEGES) >= 25


@pytest.mark.parametrize("piege", JUSTES, ids=nom)
def test_a_hostile_file_gives_the_right_counts(piege: Piege, tmp_path: Path) -> None:
    path = tmp_path / piege.fichier
    piege.fabrique(path)
    source = lire_source(path, sans_progres)
    sheet = next(sheet for sheet in source.feuilles if not sheet.masquee)
    cut = proposer_decoupe(sheet)
    data, aside = lignes_de(sheet, cut)
    assert piege.attendu == Juste(
        titres=tuple(column.titre for column in cut.colonnes),
        lignes=len(data),
        numero=data[0].numero if data else 0,
        premiere=data[0].cellules if data else (),
        ecartees=Counter(row.raison for row in aside),
        format=source.format,
        encodage=source.encodage,
        separateur=source.separateur,
        masquees=tuple(sheet.nom for sheet in source.feuilles if sheet.masquee),
        colonnes_masquees=tuple(column.titre for column in cut.colonnes if column.masquee),
    )
    assert (source.nom, sheet.nom) == (piege.fichier, cut.feuille)


@pytest.mark.parametrize("piege", REFUSES, ids=nom)
def test_a_hostile_file_is_refused_with_a_sentence(piege: Piege, tmp_path: Path) -> None:
    assert isinstance(piege.attendu, Refus)
    path = tmp_path / piege.fichier
    piege.fabrique(path)
    with pytest.raises(FichierIllisibleError) as caught:
        lire_source(path, sans_progres)
    said = str(caught.value).replace("\u00a0", " ")
    assert said.startswith(f"Le fichier « {piege.fichier} » ")
    assert piege.attendu.phrase in said
    assert said.endswith(".")
