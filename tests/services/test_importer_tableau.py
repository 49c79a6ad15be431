"""Any table, from its sheets to the base: what is understood, applied, told, counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from fluxdesk.domain.logement import Financement
from fluxdesk.domain.profil import Genre
from fluxdesk.domain.profil_applique import profil_de
from fluxdesk.domain.tableau_lu import Feuille
from fluxdesk.services.comprendre_source import (
    AutreGenreError,
    choisir_feuille,
    comprendre,
    relire,
)
from fluxdesk.services.importer_tableau import importer_tableau
from fluxdesk.services.mettre_en_blocs import FichierEnBlocs
from fluxdesk.services.ports import AnnuleError, FichierIllisibleError, sans_progres
from fluxdesk.services.tenir_profils import enregistrer_profil
from tests.services.bureaux import bureau
from tests.services.memoire import MemoireUow
from tests.services.monde import HORLOGE
from tests.services.tables_erp import comptes, importer, prepare, source


@pytest.fixture
def uow() -> MemoireUow:
    return MemoireUow(horloge=HORLOGE)


def test_an_erp_workbook_comes_in_whole(uow: MemoireUow) -> None:
    lu = comprendre(source(), bureau=bureau(uow))

    assert lu.genre is Genre.PATRIMOINE
    assert {one.titre: one.champ for one in lu.appariements} == {
        "Logement – N° module": "IDENT_INT",
        "Logement – Type": "NBPIECE",
        "Logement – Surf. hab.": "SURFHAB",
        "Logement – Mise en service": "CONSTRUCT",
        "Situation – Code": "DEPCOM",
        "Situation – Ville": "LIBCOM",
        "Loyer – Principal": "LOYERPRINC",
        "Financement – Nature": "FINAN",
        "Observations": None,
    }

    done = importer(lu, uow)

    assert done.lignes == 7
    assert comptes(done) == (3, 0, 0, 2)
    assert [(row.numero, row.raison) for row in done.ecartees] == [(8, "sous-total"), (12, "total")]
    assert [refus.ligne for refus in done.rapport.refus] == [10, 11]
    assert done.rapport.lot == 1
    told = [w.phrase for w in done.rapport.avertissements if w.colonne == "CONSTRUCT"]
    assert told[0].startswith(
        "Ligne 7, colonne CONSTRUCT\u00a0: «\u00a001/05/75\u00a0» lu 01/05/1975"
    )
    with uow:
        found = {one.id_interne: one for one in uow.logements.tous()}
    assert set(found) == {"001", "002", "003"}
    first, second, third = found["001"], found["002"], found["003"]
    assert (first.typologie, first.surface, first.annee_construction) == ("T3", 66, 1998)
    assert (first.loyer, first.financement) == (34520, Financement.PLUS)
    assert (second.financement, second.financement_libelle) == (Financement.PLUS, "Palulos")
    assert (second.annee_construction, second.loyer) == (1975, 30050)
    assert (third.annee_construction, third.loyer, third.typologie) == (1998, None, "T1")
    assert third.financement is Financement.AUTRE  # « PLUS-PLAI » waits for the officer
    again = importer(comprendre(source(), bureau=bureau(uow)), uow)
    assert comptes(again) == (0, 0, 3, 2)


def test_the_lease_of_a_plain_table_keeps_the_day_or_the_month_it_tells(uow: MemoireUow) -> None:
    rows = (
        ("Code logement", "Code INSEE", "Type", "Surface", "Date du bail"),
        ("1", "2A004", "T2", "40", date(2021, 3, 17)),
        ("2", "2A004", "T2", "40", "03/2021"),
        ("3", "2A004", "T2", "40", None),
    )
    lu = comprendre(source(rows), bureau=bureau(uow))
    assert {one.titre: one.champ for one in lu.appariements}["Date du bail"] == "BAIL"
    importer(lu, uow)
    with uow:
        assert [one.bail for one in uow.logements.tous()] == ["2021-03-17", "2021-03", ""]


def test_a_trial_writes_nothing(uow: MemoireUow) -> None:
    done = importer(comprendre(source(), bureau=bureau(uow)), uow, essai=True)

    assert comptes(done) == (3, 0, 0, 2)
    assert uow.validations == 0


def test_what_the_officer_confirmed_is_applied_and_remembered(uow: MemoireUow) -> None:
    lu = comprendre(source(), bureau=bureau(uow))
    said = {"PLUS-PLAI": "10", "Garage": ""}
    words = tuple(
        replace(w, proposee=said[w.lue], sure=True) if w.lue in said else w
        for w in lu.correspondances
    )
    enregistrer_profil(profil_de("Parc", lu.genre, lu.decoupe, lu.appariements, words), uow=uow)

    again = comprendre(source(nom="parc2.xlsx"), bureau=bureau(uow))

    assert again.profil is not None
    assert again.profil.nom == "Parc"
    ready = prepare(again)
    assert [line.champs["FINAN"] for line in ready.lignes] == ["13", "49", "10", "10", "10"]
    assert [line.champs["FINANAUTRE"] for line in ready.lignes] == ["", "Palulos", "", "", ""]
    assert [line.champs["NBPIECE"] for line in ready.lignes] == ["3", "2", "1", "", "2"]
    assert [line.numero for line in ready.lignes] == [6, 7, 9, 10, 11]
    assert ready.format == "Classeur xlsx, feuille « Feuil1 »"


def test_a_profile_of_another_kind_is_no_help(uow: MemoireUow) -> None:
    lu = comprendre(source(), bureau=bureau(uow))
    kept = profil_de("Parc", lu.genre, lu.decoupe, lu.appariements, ())
    enregistrer_profil(kept, uow=uow)

    assert comprendre(source(), bureau=bureau(uow), genre=Genre.STOCK).profil is None
    with pytest.raises(AutreGenreError, match="pas de réservations en stock"):
        comprendre(source(), bureau=bureau(uow), genre=Genre.STOCK, profil=kept)
    assert comprendre(source(), bureau=bureau(uow), profil=kept).genre is Genre.PATRIMOINE


def test_a_table_cut_again_by_the_officer_is_read_again(uow: MemoireUow) -> None:
    lu = comprendre(source(), bureau=bureau(uow))
    again = relire(lu.source, lu.decoupe, Genre.VACANCES, bureau=bureau(uow))

    assert again.genre is Genre.VACANCES
    assert again.appariements[0].champ == "logement"


def test_a_field_that_cannot_be_missing_is_asked_for(uow: MemoireUow) -> None:
    lu = comprendre(source((("N° module", "Type"), ("1", "T2"))), bureau=bureau(uow))

    with pytest.raises(FichierIllisibleError, match="«\u00a0Code de la commune\u00a0»"):
        importer(lu, uow)


def test_the_best_known_sheet_is_chosen_and_hidden_ones_are_not(uow: MemoireUow) -> None:
    notes = Feuille(nom="Notes", lignes=(("a", "b"), ("1", "2")))
    good = Feuille(nom="Été 2025", lignes=(("Code UG", "Commune INSEE"), ("1", "2A004")))
    hidden = replace(good, nom="Caché", masquee=True)
    both = replace(source(), feuilles=(notes, hidden, good))

    assert choisir_feuille(both).nom == "Été 2025"
    assert choisir_feuille(both, "ete 2025").nom == "Été 2025"
    assert choisir_feuille(both, "caché").nom == "Caché"
    with pytest.raises(FichierIllisibleError, match="«\u00a0Notes\u00a0», «\u00a0Caché\u00a0»"):
        choisir_feuille(both, "Hiver")
    with pytest.raises(FichierIllisibleError, match="aucune feuille"):
        choisir_feuille(replace(both, feuilles=(hidden,)))


def test_a_text_line_cut_in_too_many_cells_is_refused(uow: MemoireUow) -> None:
    table = (
        ("Code UG", "Commune INSEE", "Type"),
        ("1", "2A004", "T2"),
        ("2", "2A", "004", "T3"),
        ("3", "2B033", "T4", ""),
    )
    text = comprendre(source(table, nom="parc.csv", separateur=";"), bureau=bureau(uow))
    done = importer(text, uow)

    assert comptes(done) == (2, 0, 0, 1)
    assert [refus.ligne for refus in done.rapport.refus] == [3]
    assert "plus de cellules que de titres" in done.rapport.refus[0].phrase
    assert (done.rapport.format, done.rapport.encodage) == ("Texte", "utf-8")
    book = prepare(comprendre(source(table), bureau=bureau(uow)))
    assert [line.champs["NBPIECE"] for line in book.lignes] == ["2", "004", "4"]


def test_lost_lines_are_a_fault(uow: MemoireUow, monkeypatch: pytest.MonkeyPatch) -> None:
    lu = comprendre(source(), bureau=bureau(uow))
    monkeypatch.setattr(FichierEnBlocs, "blocs", lambda *_: iter(()))

    with pytest.raises(RuntimeError, match="5 lines given, 0 read"):
        importer(lu, uow)


def test_an_import_can_be_stopped(uow: MemoireUow) -> None:
    def stop(fait: int, total: int, quoi: str = "") -> None:
        raise AnnuleError

    lu = comprendre(source(), bureau=bureau(uow))
    with pytest.raises(AnnuleError):
        importer_tableau(lu.genre, prepare(lu), essai=False, bureau=bureau(uow), progress=stop)
    assert uow.validations == 0


def test_many_lines_go_by_blocks(uow: MemoireUow) -> None:
    rows = [("Code UG", "Commune INSEE", "Type")]
    rows += [(str(n), "2A004", f"T{n % 5 + 1}") for n in range(4_500)]
    ready = prepare(comprendre(source(rows), bureau=bureau(uow)))
    blocks = list(FichierEnBlocs(ready).blocs(sans_progres))

    assert [len(one) for one in blocks] == [2_000, 2_000, 500]
    assert blocks[2].champs(499)["IDENT_INT"] == "4499"
    done = importer_tableau(Genre.PATRIMOINE, ready, essai=False, bureau=bureau(uow))
    assert comptes(done) == (4_500, 0, 0, 0)


def test_what_is_read_of_a_column_is_let_go_when_it_never_repeats(
    uow: MemoireUow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fluxdesk.services.preparer_import._MEMOIRE_MAX", 2)

    ready = prepare(comprendre(source(), bureau=bureau(uow)))

    assert [line.champs["IDENT_INT"] for line in ready.lignes] == [
        "001",
        "002",
        "003",
        "004",
        "005",
    ]
