"""Importing RPLS files: what is created, changed, refused; twice is once; undone is undone."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from fluxdesk.adapters.referentiels.cog import Cog
from fluxdesk.adapters.sheets.rpls_reader import lire_patrimoine
from fluxdesk.domain.journal import premiere_rupture
from fluxdesk.resources import resource
from fluxdesk.services.annuler_import import annuler_import
from fluxdesk.services.importer_patrimoine import importer_patrimoine
from fluxdesk.services.ports import AnnuleError, sans_progres
from tests.services.memoire import MemoireUow

if TYPE_CHECKING:
    from fluxdesk.domain.logement import Logement
    from fluxdesk.domain.rapport import RapportImport
    from fluxdesk.services.ports import Progress

DONNEES = Path(__file__).parents[1] / "data"
CORSE = resource("demo", "rpls2018_corse_extrait.csv")
MAYOTTE = resource("demo", "rpls2018_mayotte.csv")
SANS_ENTETE = DONNEES / "declaration_rpls_synthetique_cp1252.txt"
AVEC_COLONNES = DONNEES / "declaration_rpls_synthetique_colonnes.csv"
COG = Cog()


def importer(
    uow: MemoireUow, chemin: Path, *, essai: bool = False, progress: Progress = sans_progres
) -> RapportImport:
    rapport = importer_patrimoine(
        chemin, essai=essai, uow=uow, lire=lire_patrimoine, territoires=COG, progress=progress
    )
    told = rapport.creees + rapport.modifiees + rapport.inchangees + rapport.refusees
    assert told == rapport.lues
    assert len(rapport.refus) == rapport.refusees
    return rapport


def logements(uow: MemoireUow) -> list[Logement]:
    with uow:
        return list(uow.logements.tous())


def comptes(rapport: RapportImport) -> tuple[int, int, int, int]:
    return rapport.creees, rapport.modifiees, rapport.inchangees, rapport.refusees


def fichier(tmp_path: Path, *lignes: str, nom: str = "rpls.csv") -> Path:
    path = tmp_path / nom
    path.write_text("\n".join(lignes), encoding="utf-8")
    return path


DECLARATION = "IDENT_REP;IDENT_INT;DEPCOM;NBPIECE;SURFHAB;LOYERPRINC;FINAN"


@pytest.mark.parametrize(
    ("chemin", "nombre"),
    [
        (CORSE, 572),
        (MAYOTTE, 270),
        (SANS_ENTETE, 400),
        (AVEC_COLONNES, 400),
        (DONNEES / "rpls2025_corse_derive_300.csv", 300),
    ],
)
def test_every_dwelling_of_a_real_file_comes_in_and_a_second_import_changes_nothing(
    chemin: Path, nombre: int
) -> None:
    uow = MemoireUow()
    assert comptes(importer(uow, chemin)) == (nombre, 0, 0, 0)
    before = logements(uow)
    assert len(before) == nombre
    second = importer(uow, chemin)
    assert comptes(second) == (0, 0, nombre, 0)
    assert second.lot == 0
    assert logements(uow) == before


@pytest.mark.parametrize("chemins", [(SANS_ENTETE, AVEC_COLONNES), (AVEC_COLONNES, SANS_ENTETE)])
def test_both_layouts_of_a_declaration_are_the_same_dwellings(chemins: tuple[Path, Path]) -> None:
    uow = MemoireUow()
    importer(uow, chemins[0])
    assert comptes(importer(uow, chemins[1])) == (0, 0, 400, 0)


def test_a_dry_run_counts_the_same_and_writes_nothing() -> None:
    uow = MemoireUow()
    essai = importer(uow, CORSE, essai=True)
    assert logements(uow) == []
    assert uow.validations == 0
    assert essai.lot == 0
    assert replace(importer(uow, CORSE), essai=True, lot=0) == essai


def test_an_import_is_written_in_the_journal_and_undone_whole_by_its_lot(tmp_path: Path) -> None:
    uow = MemoireUow()
    importer(uow, fichier(tmp_path, DECLARATION, ";A1;2A004;3;60;400;13", ";A2;2A004;2;;;13"))
    before = logements(uow)
    rapport = importer(
        uow, fichier(tmp_path, DECLARATION, ";A1;2A004;4;60;400;13", ";A3;2A004;2;;;13")
    )
    assert comptes(rapport) == (1, 1, 0, 0)
    assert rapport.absents == 1
    assert annuler_import(rapport.lot, uow=uow, motif="mauvais fichier") == (1, 1)
    assert logements(uow) == before
    with uow:
        entrees = list(uow.journal.toutes())
    assert premiere_rupture(entrees) is None
    assert [e.action for e in entrees] == [
        "import.patrimoine",
        "import.patrimoine",
        "import.annuler",
    ]
    assert entrees[1].libelle == (
        "Import de « rpls.csv » (Déclaration RPLS avec colonnes) : "
        "1 logement créé, 1 modifié, 0 refusé"
    )
    assert (entrees[2].libelle, entrees[2].motif) == (
        "Import n° 2 annulé : 1 logement retiré, 1 remis en état",
        "mauvais fichier",
    )


@pytest.mark.parametrize("dernier", range(6))
def test_stopping_at_any_moment_leaves_the_base_as_it_was(dernier: int) -> None:
    uow = MemoireUow()
    importer(uow, MAYOTTE)
    before = logements(uow)
    told: list[tuple[int, int, str]] = []

    def progress(fait: int, total: int, quoi: str = "") -> None:
        told.append((fait, total, quoi))
        if len(told) > dernier:
            raise AnnuleError

    with pytest.raises(AnnuleError):
        importer(uow, CORSE, progress=progress)
    assert logements(uow) == before
    assert len(told) == dernier + 1


def test_progress_is_told_at_least_every_500_lines() -> None:
    told: list[tuple[str, int, int]] = []
    importer(MemoireUow(), CORSE, progress=lambda f, t, quoi="": told.append((quoi, f, t)))
    assert told[0][0] == "Lecture du fichier"
    lines = [done for what, done, total in told if what == "Vérification des lignes"]
    assert lines[0] == 0
    assert lines[-1] == 574
    assert all(after - before <= 500 for before, after in pairwise(lines))


def test_a_new_dwelling_that_receives_its_rpls_id_is_the_same_dwelling(tmp_path: Path) -> None:
    uow = MemoireUow()
    importer(uow, fichier(tmp_path, DECLARATION, ";A1;2A004;3;60;400;13"))
    rapport = importer(uow, fichier(tmp_path, DECLARATION, "REP0000001;A1;2A004;3;60;400;13"))
    assert comptes(rapport) == (0, 1, 0, 0)
    rapport = importer(uow, fichier(tmp_path, DECLARATION, ";A1;2A004;3;60;400;13"))
    assert comptes(rapport) == (0, 0, 1, 0)
    (seul,) = logements(uow)
    assert (seul.cle, seul.id_rpls, seul.id_interne) == ("A1", "REP0000001", "A1")


def test_what_a_file_has_no_column_for_keeps_its_value(tmp_path: Path) -> None:
    uow = MemoireUow()
    importer(uow, SANS_ENTETE)
    with uow:
        known = uow.logements.trouver("D1RGLYPGV0")
        assert known is not None
        uow.logements.modifier([replace(known, ascenseur=True, charges=4500)], 1)
        uow.valider()
    head = "IDENT_REP;DEPCOM;NBPIECE;COMPLGEO;LIBCOM;FINAN;QPV"
    rapport = importer(uow, fichier(tmp_path, head, "D1RGLYPGV0;2A004;2;PROGRAMME 01;AJACCIO;13;2"))
    assert comptes(rapport) == (0, 1, 0, 0)
    with uow:
        read = uow.logements.trouver("D1RGLYPGV0")
    assert read == replace(known, pieces=2, typologie="T2", ascenseur=True, charges=4500)


def test_a_base_of_before_leases_gets_them_from_the_same_file() -> None:
    uow = MemoireUow()
    importer(uow, AVEC_COLONNES)
    known = logements(uow)
    let = [one for one in known if one.bail]
    assert len(let) > len(known) / 2
    with uow:
        uow.logements.modifier([replace(one, bail="") for one in let], 1)
        uow.valider()
    assert comptes(importer(uow, AVEC_COLONNES)) == (0, len(let), len(known) - len(let), 0)
    assert [one.bail for one in logements(uow)] == [one.bail for one in known]
    assert importer(uow, AVEC_COLONNES).inchangees == len(known)


def test_a_second_line_for_the_same_dwelling_is_refused_with_a_sentence(tmp_path: Path) -> None:
    uow = MemoireUow()
    rapport = importer(
        uow,
        fichier(
            tmp_path,
            DECLARATION,
            "REP1;A1;2A004;3;60;400;13",
            "REP1;A2;2A004;3;60;400;13",
            "REP2;A1;2A004;3;60;400;13",
            ";A3;2A004;3;60;400;13",
            ";A3;2A004;3;60;400;13",
        ),
    )
    assert comptes(rapport) == (2, 0, 0, 3)
    assert [r.phrase for r in rapport.refus] == [
        (
            "Ligne 3, colonne IDENT_REP : « REP1 » désigne le même logement que "
            "la ligne 2. Corrigez le fichier ou ignorez cette ligne."
        ),
        (
            "Ligne 4, colonne IDENT_REP : « REP2 » désigne le même logement que "
            "la ligne 2. Corrigez le fichier ou ignorez cette ligne."
        ),
        (
            "Ligne 6, colonne IDENT_INT : « A3 » désigne le même logement que "
            "la ligne 5. Corrigez le fichier ou ignorez cette ligne."
        ),
    ]
    assert (rapport.refus[0].ligne, rapport.refus[0].colonne, rapport.refus[0].valeur) == (
        3,
        "IDENT_REP",
        "REP1",
    )


def test_two_lines_that_name_one_known_dwelling_by_different_ids_are_one_too_many(
    tmp_path: Path,
) -> None:
    uow = MemoireUow()
    importer(uow, fichier(tmp_path, DECLARATION, "REP1;A1;2A004;3;60;400;13"))
    rapport = importer(
        uow,
        fichier(tmp_path, DECLARATION, "REP1;A9;2A004;3;60;400;13", ";A1;2A004;3;60;400;13"),
    )
    assert comptes(rapport) == (0, 1, 0, 1)


def test_refused_lines_say_where_and_the_others_come_in(tmp_path: Path) -> None:
    uow = MemoireUow()
    rapport = importer(
        uow,
        fichier(
            tmp_path,
            DECLARATION,
            ";A1;2A004;T3 bis;60;400;13",
            ";A2;;3;60;400;13",
            ";A3;2A004;3;60;400",
            "",
            ";A4;99999;3;60;400;13",
            "TOTAL;;;;;;",
        ),
    )
    assert comptes(rapport) == (1, 0, 0, 4)
    assert [(r.ligne, r.colonne, r.valeur) for r in rapport.refus] == [
        (2, "NBPIECE", "T3 bis"),
        (3, "DEPCOM", ""),
        (4, "", "6 cellules au lieu de 7"),
        (7, "DEPCOM", ""),
    ]
    assert rapport.refus[0].phrase == (
        "Ligne 2, colonne NBPIECE : « T3 bis » n’est pas un nombre de pièces. "
        "Corrigez le fichier ou ignorez cette ligne."
    )
    assert [(a.ligne, a.colonne, a.valeur) for a in rapport.avertissements] == [
        (6, "DEPCOM", "99999")
    ]
