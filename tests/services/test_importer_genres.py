"""Every kind of table by the same road, to the importer of its kind."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from fluxdesk.adapters.sheets.rpls_reader import lire_patrimoine
from fluxdesk.domain.profil import Genre
from fluxdesk.resources import resource
from fluxdesk.services.comprendre_source import comprendre
from fluxdesk.services.importer_tableau import importer_rpls
from fluxdesk.services.ports import FichierIllisibleError
from tests.services.bureaux import bureau
from tests.services.memoire import MemoireUow
from tests.services.monde import conge, monde, orienter
from tests.services.tables_erp import comptes, importer, source

if TYPE_CHECKING:
    from pathlib import Path

MAYOTTE = resource("demo", "rpls2018_mayotte.csv")


def test_conventions_come_in_by_the_same_road() -> None:
    uow = monde()
    table = (
        ("Réservataire", "Type", "Taux", "Date d’effet", "Sous-contingent de"),
        ("EDF", "Entreprise", "2,5 %", "01/01/24", ""),
        ("Actoin Logement", "ALS", "20 %", date(2024, 1, 1), ""),
        ("Ville d’AJACCIO", "Mairie", "10 %", "45292", ""),
        ("X", "Commune", "dix", "01/01/2024", ""),
    )
    lu = comprendre(source(table), bureau=bureau(uow))
    done = importer(lu, uow)

    assert lu.genre is Genre.CONVENTIONS
    unsure = [w.lue for w in lu.correspondances if not w.sure and w.proposee]
    assert unsure == ["Actoin Logement"]
    assert done.lignes == 4
    assert comptes(done)[3] == 1
    assert sum(comptes(done)) == 4
    with uow:
        names = {one.nom for one in uow.reservataires.tous()}
    assert {"EDF", "Actoin Logement"} <= names
    assert "Ville d’AJACCIO" not in names


def test_vacancies_come_in_by_the_same_road() -> None:
    uow = monde()
    table = (
        ("Réf. logement", "Date de préavis", "Motif de départ"),
        ("1", "01/02/26", "Préavis"),
        ("2", 46054, "DECES"),
        ("99", "01/02/2026", "abandon"),
    )
    done = importer(comprendre(source(table), bureau=bureau(uow)), uow)

    assert comptes(done) == (2, 0, 0, 1)
    with uow:
        assert {v.date_conge for v in uow.vacances.toutes()} == {date(2026, 2, 1)}


def test_past_years_come_in_where_columns_tell_of_offers() -> None:
    uow = monde()
    table = (
        ("Réf. logement", "Date de préavis", "Réservataire", "Proposé le", "Décision", "Date CAL",
         "Date signature bail"),
        ("1", "01/03/2025", "ALS", "02/04/2025", "Signé", "15/04/2025", "01/05/2025"),
        ("99", "01/03/2025", "ALS", "02/04/2025", "Signé", "15/04/2025", "01/05/2025"),
    )  # fmt: skip
    done = importer(comprendre(source(table), bureau=bureau(uow)), uow)

    assert comptes(done)[3] == 1
    with uow:
        made = uow.orientations.toutes()
    assert [(o.issue.value, o.date_bail) for o in made] == [("bail signé", date(2025, 5, 1))]


def test_offers_without_their_date_are_not_dropped_silently() -> None:
    uow = monde()
    table = (
        ("Réf. logement", "Date de préavis", "Décision"),
        ("1", "01/03/2025", "Signé"),
    )

    with pytest.raises(FichierIllisibleError, match="«\u00a0Issue de l’offre\u00a0»"):
        importer(comprendre(source(table), bureau=bureau(uow)), uow)


def test_rights_in_stock_come_in_by_the_same_road() -> None:
    uow = monde()
    table = (
        ("N° logement", "Réservé par", "Type de droit", "Échéance"),
        ("1", "ALS", "Droit de suite", "31/12/30"),
        ("2", "Mairie d’Ajaccio", "un tour", ""),
    )
    done = importer(comprendre(source(table), bureau=bureau(uow)), uow)

    assert comptes(done) == (1, 0, 0, 1)  # « Mairie » was not confirmed: it is no known name
    with uow:
        rights = uow.stock.tous()
    assert [(r.logement_id, r.fin) for r in rights] == [(1, date(2030, 12, 31))]


def test_candidates_come_in_by_the_same_road() -> None:
    uow = monde()
    offre = orienter(uow, conge(uow, 1))
    table = (
        ("N° de proposition", "NUR", "Nom prénom", "Nb pers.", "Quartile", "DALO", "Né le"),
        (offre.numero, "2A0120112345678901", "ROSSI Anne", 3, "Q1", "X", "01/01/1980"),
        (offre.numero, "6,91E+17", "DUPONT", 1, "", "", ""),
    )
    lu = comprendre(source(table), bureau=bureau(uow))
    done = importer(lu, uow)

    assert lu.genre is Genre.CANDIDATS
    assert lu.appariements[-1].echantillons == ()
    assert comptes(done) == (1, 0, 0, 1)
    with uow:
        (made,) = uow.candidats.de_l_orientation(offre.id)
    assert (made.nom, made.personnes, made.quartile, made.dalo) == ("ROSSI Anne", 3, 1, True)


def test_rpls_goes_by_its_own_reader(tmp_path: Path) -> None:
    desk = replace(bureau(MemoireUow()), lire_patrimoine=lire_patrimoine)
    erp = tmp_path / "erp.csv"
    erp.write_text("IDENT_INT;DEPCOM;NBPIECE\n1;2A004;T3bis\n", encoding="utf-8")
    other = tmp_path / "autre.csv"
    other.write_text("Code UG;Commune\n1;2A004\n", encoding="utf-8")

    done = importer_rpls(MAYOTTE, essai=False, bureau=desk)

    assert done is not None
    assert comptes(done) == (270, 0, 0, 0)
    assert (done.lignes, done.ecartees) == (270, ())
    assert importer_rpls(erp, essai=False, bureau=desk) is None
    assert importer_rpls(other, essai=False, bureau=desk) is None
