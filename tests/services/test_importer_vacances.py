"""Importing a table of vacancies: each congé once, and only for dwellings that can be freed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from fluxdesk.adapters.referentiels.cog import Cog
from fluxdesk.adapters.sheets.rpls_reader import lire_patrimoine
from fluxdesk.adapters.sheets.tableau_reader import lire_tableau
from fluxdesk.domain.logement import EtatLogement
from fluxdesk.domain.vacance import CategorieSoustrait, CauseLiberation, Qualification
from fluxdesk.services.importer_patrimoine import importer_patrimoine
from fluxdesk.services.importer_vacances import importer_vacances
from fluxdesk.services.ports import FichierIllisibleError
from tests.services.memoire import HorlogeFixe, MemoireUow

if TYPE_CHECKING:
    from fluxdesk.domain.rapport import RapportImport

DONNEES = Path(__file__).parents[1] / "data"
VACANCES = DONNEES / "vacances.csv"
HEAD = "logement;date_conge;date_disponibilite;cause;qualification;categorie"


@pytest.fixture
def uow() -> MemoireUow:
    made = MemoireUow()
    importer_patrimoine(
        DONNEES / "declaration_rpls_synthetique_colonnes.csv",
        essai=False,
        uow=made,
        lire=lire_patrimoine,
        territoires=Cog(),
    )
    return made


def importer(uow: MemoireUow, chemin: Path, *, essai: bool = False) -> RapportImport:
    rapport = importer_vacances(
        chemin, essai=essai, uow=uow, lire=lire_tableau, horloge=HorlogeFixe()
    )
    told = rapport.creees + rapport.modifiees + rapport.inchangees + rapport.refusees
    assert told == rapport.lues
    return rapport


def comptes(rapport: RapportImport) -> tuple[int, int, int]:
    return rapport.creees, rapport.inchangees, rapport.refusees


def tableau(tmp_path: Path, *lignes: str) -> Path:
    path = tmp_path / "vacances.csv"
    path.write_text("\n".join(lignes), encoding="cp1252")
    return path


def test_each_line_opens_a_vacancy_of_the_dwelling_it_names(uow: MemoireUow) -> None:
    assert comptes(importer(uow, VACANCES)) == (3, 0, 0)
    with uow:
        made = uow.vacances.toutes()
        keys = [uow.logements.lire(v.logement_id).cle for v in made]
        entree = list(uow.journal.toutes())[-1]
    assert keys == ["D1RGLYPGV0", "JFPGESYCYQ", "KRMJAUQ4PV"]
    assert (made[0].date_conge, made[0].disponibilite) == (date(2026, 1, 15), date(2026, 4, 15))
    assert [v.cause for v in made] == [
        CauseLiberation.CONGE,
        CauseLiberation.DECES,
        CauseLiberation.MUTATION,
    ]
    assert [v.qualification for v in made] == [
        Qualification.FLUX,
        Qualification.A_QUALIFIER,
        Qualification.SOUSTRAIT,
    ]
    assert made[2].categorie_soustrait is CategorieSoustrait.MUTATION
    assert (entree.action, entree.objet) == ("import.vacances", "lot:2")
    assert entree.libelle.replace("\u00a0", " ") == (
        "Import de « vacances.csv » : 3 vacances créées, 0 ligne refusée"
    )


def test_a_known_vacancy_is_left_as_it_is_and_a_dry_run_writes_nothing(uow: MemoireUow) -> None:
    before = uow.validations
    assert comptes(importer(uow, VACANCES, essai=True)) == (3, 0, 0)
    assert uow.validations == before
    importer(uow, VACANCES)
    assert comptes(importer(uow, VACANCES)) == (0, 3, 0)
    assert uow.validations == before + 1


def test_a_conge_to_come_is_taken_and_told(uow: MemoireUow, tmp_path: Path) -> None:
    rapport = importer(uow, tableau(tmp_path, HEAD, "D1RGLYPGV0;01/01/2027;;;;"))
    assert comptes(rapport) == (1, 0, 0)
    (told,) = rapport.avertissements
    assert told.phrase.endswith("est dans l’avenir.")


def test_a_date_counted_in_days_by_a_spreadsheet_is_read_and_told(
    uow: MemoireUow, tmp_path: Path
) -> None:
    rapport = importer(uow, tableau(tmp_path, HEAD, "D1RGLYPGV0;46066;;;;"))
    assert comptes(rapport) == (1, 0, 0)
    assert "13/02/2026" in rapport.avertissements[0].phrase
    with uow:
        assert uow.vacances.toutes()[0].date_conge == date(2026, 2, 13)


@pytest.mark.parametrize(
    ("ligne", "colonne", "fragment"),
    [
        (";01/01/2026;;;;", "logement", "L’identifiant du logement manque."),
        ("INCONNU;01/01/2026;;;;", "logement", "importez d’abord le patrimoine"),
        ("D1RGLYPGV0;;;;;", "date_conge", "La date du congé manque."),
        ("D1RGLYPGV0;31/02/2026;;;;", "date_conge", "n’est pas une date"),
        ("D1RGLYPGV0;02/01/2026;01/01/2026;;;", "date_disponibilite", "précède la date du congé"),
        ("D1RGLYPGV0;02/01/2026;;vol;;", "cause", "n’est pas dans la liste"),
        ("D1RGLYPGV0;02/01/2026;;;soustrait;", "categorie", "Choisissez la catégorie"),
        ("D1RGLYPGV0;02/01/2026;;;;vente", "categorie", "Seul un logement soustrait"),
        ("0001-0004;02/01/2026;;;;", "logement", "est sorti du patrimoine"),
        ("0001-0003;02/01/2026;;;;", "logement", "en cours (congé du 01/12/2025)"),
        ("0001-0001;02/01/2026;;;;;x", "", "7 cellules au lieu de 6"),
        ("BNR088B5SV;02/01/2026;;;;", "logement", "est déjà rendu vacant par la ligne 2"),
    ],
)
def test_a_refused_line_says_where_and_why(
    uow: MemoireUow, tmp_path: Path, ligne: str, colonne: str, fragment: str
) -> None:
    importer(uow, tableau(tmp_path, HEAD, "0001-0003;01/12/2025;;;;"))
    with uow:
        gone = uow.logements.trouver("0001-0004")
        assert gone is not None
        uow.logements.modifier([replace(gone, etat=EtatLogement.SORTI)], 1)
        uow.valider()
    rapport = importer(uow, tableau(tmp_path, HEAD, "BNR088B5SV;01/01/2026;;;;", ligne))
    assert comptes(rapport) == (1, 0, 1)
    (refus,) = rapport.refus
    assert (refus.ligne, refus.colonne) == (3, colonne)
    assert fragment in refus.phrase.replace("\u00a0", " ")


def test_a_table_without_dwellings_is_not_read(uow: MemoireUow, tmp_path: Path) -> None:
    with pytest.raises(FichierIllisibleError, match="n’a pas de colonne"):
        importer(uow, tableau(tmp_path, "cause;date_conge", "décès;01/01/2026"))
