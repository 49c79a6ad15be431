"""Rights in stock, past years and candidates on the command line, on a real base."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from fluxdesk.bootstrap.atelier import AtelierLocal
from fluxdesk.bootstrap.horloge import SystemClock
from fluxdesk.resources import resource
from fluxdesk.services.annuler_action import annulables, annuler_action
from fluxdesk.services.tenir_registre import charger_registre, ouvrir_registre

if TYPE_CHECKING:
    from pathlib import Path

    from fluxdesk.domain.flux.registre import Solde
    from tests.cli.appel import Appel

MAYOTTE = resource("demo", "rpls2018_mayotte.csv")


@pytest.fixture
def neuve(appel: Appel, tmp_path: Path) -> Path:
    """A new base with the dwellings of Mayotte and two conventions."""
    path = tmp_path / "neuve.fluxdesk"
    assert appel("nouveau", path, "--raison-sociale", "OPH").code == 0
    assert appel("--base", path, "patrimoine", "importer", MAYOTTE).code == 0
    table = tmp_path / "conventions.csv"
    table.write_text(
        "reservataire;taux;categorie\nÉtat;30 %;état\nAction Logement;20 %;action logement\n",
        encoding="utf-8",
    )
    assert appel("--base", path, "conventions", "importer", table).code == 0
    return path


def cles(base: Path, nombre: int) -> list[str]:
    desk = AtelierLocal(SystemClock()).ouvrir(base)
    with desk.base.transaction() as uow:
        found = [
            logement.cle for _, logement in zip(range(nombre), uow.logements.tous(), strict=False)
        ]
    desk.base.fermer()
    return found


def defaire(base: Path) -> str:
    """Undo the last action that can be."""
    desk = AtelierLocal(SystemClock()).ouvrir(base)
    with desk.base.transaction() as uow:
        last = annulables(uow.journal.toutes())[-1]
    said = annuler_action(last.numero, motif="erreur", transaction=desk.base.transaction)
    desk.base.fermer()
    return said


def soldes(base: Path) -> tuple[Solde, ...]:
    desk = AtelierLocal(SystemClock()).ouvrir(base)
    with desk.base.transaction() as uow:
        whole = charger_registre(uow=uow).soldes()
        assert ouvrir_registre(uow=uow).soldes() == whole
    desk.base.fermer()
    return whole


def test_rights_in_stock_come_in_and_go(appel: Appel, neuve: Path, tmp_path: Path) -> None:
    one, two = cles(neuve, 2)
    table = tmp_path / "stock.csv"
    table.write_text(
        f"Logement;Réservataire;Fin\n{one};ETAT;31/12/2031\n{two};Action Logement;\n?;État;\n",
        encoding="utf-8",
    )
    tried = appel("--base", neuve, "stock", "importer", table, "--essai", "--json").document
    assert (tried["creees"], tried["refusees"], tried["lot"]) == (2, 1, 0)
    assert "2\u00a0créées" in appel("--base", neuve, "stock", "importer", table).sortie
    again = appel("--base", neuve, "stock", "importer", table, "--json").document
    assert (again["creees"], again["inchangees"]) == (0, 2)
    assert "stock.csv" in defaire(neuve)
    assert appel("--base", neuve, "stock", "importer", table, "--json").document["creees"] == 2


def test_past_years_come_in_and_go(appel: Appel, neuve: Path, tmp_path: Path) -> None:
    before = soldes(neuve)
    one, two = cles(neuve, 2)
    table = tmp_path / "historique.csv"
    table.write_text(
        "logement;date_conge;reservataire;date_offre;issue;date_reponse;date_attribution;date_bail\n"
        f"{one};01/02/2025;État;10/02/2025;refusée;12/02/2025;;\n"
        f"{one};01/02/2025;Action Logement;13/02/2025;bail signé;;20/02/2025;01/03/2025\n"
        f"{two};01/03/2025;Bailleur;10/03/2025;bail signé;;20/03/2025;01/04/2025\n"
        f"{two};01/06/2026;;;;;;\n",
        encoding="utf-8",
    )
    done = appel("--base", neuve, "historique", "importer", table, "--json")
    assert (done.code, done.document["creees"], done.document["refus"]) == (0, 4, [])
    assert sum(s.servi for s in soldes(neuve)) == 2
    again = appel("--base", neuve, "historique", "importer", table, "--json")
    assert again.document["inchangees"] == 4

    assert "historique.csv" in defaire(neuve)
    assert soldes(neuve) == before
    desk = AtelierLocal(SystemClock()).ouvrir(neuve)
    assert list(desk.base.lectures.vacances(SystemClock().aujourd_hui())) == []
    assert list(desk.base.lectures.annees_de_bilan()) == []
    assert desk.base.lectures.etat().vacances == 0
    desk.base.fermer()

    assert appel("--base", neuve, "historique", "importer", table, "--json").document["creees"] == 4
    assert "base est saine" in appel("--base", neuve, "verifier").sortie


def test_candidates_come_in_on_an_open_offer(appel: Appel, neuve: Path, tmp_path: Path) -> None:
    (one,) = cles(neuve, 1)
    past = tmp_path / "historique.csv"
    past.write_text(
        f"logement;date_conge;reservataire;date_offre\n{one};01/11/2026;État;10/11/2026\n",
        encoding="utf-8",
    )
    assert appel("--base", neuve, "historique", "importer", past).code == 0
    table = tmp_path / "candidats.csv"
    table.write_text(
        "Offre;Numéro unique;Nom;NIR\n"
        "2026-001;1110318016982G1104;DURAND;1\n2026-001;6,91E+17;DUPONT;2\n",
        encoding="utf-8",
    )
    done = appel("--base", neuve, "candidats", "importer", table, "--json").document
    assert (done["creees"], done["refusees"]) == (1, 1)
    told = appel("--base", neuve, "candidats", "importer", table).sortie
    assert "irrécupérable" in told
    assert "n’est pas lue" in told
    assert "candidats.csv" in defaire(neuve)


@pytest.mark.parametrize("groupe", ["stock", "historique", "candidats"])
def test_each_has_a_model_to_fill_and_a_command_to_name(
    appel: Appel, neuve: Path, tmp_path: Path, groupe: str
) -> None:
    path = tmp_path / f"{groupe}.xlsx"
    told = appel("--base", neuve, groupe, "modele", path, "--json").document
    assert path.is_file()
    assert told["fichier"] == str(path)
    assert appel("--base", neuve, groupe).code == 2
    empty = appel("--base", neuve, groupe, "importer", path, "--essai")
    assert empty.code == 1
