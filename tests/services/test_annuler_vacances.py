"""Undoing an import of vacancies: they leave every list, and come back with the mended file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.erreurs import FluxDeskError, IntrouvableError
from fluxdesk.domain.vacance import Qualification, retiree
from fluxdesk.services.annuler_action import ActionNonAnnulableError, annulables, annuler_action
from fluxdesk.services.annuler_lot import annuler_lot
from fluxdesk.services.annuler_orientation import annuler_orientation
from fluxdesk.services.annuler_vacances import annuler_vacances
from fluxdesk.services.garder_rapport import lire_rapport
from fluxdesk.services.importer_vacances import importer_vacances
from fluxdesk.services.lots_du_journal import LotToucheError
from fluxdesk.services.ports import FichierLu, LigneLue
from fluxdesk.services.qualifier_vacance import qualifier_vacance
from tests.services.monde import HORLOGE, monde, orienter

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fluxdesk.domain.rapport import RapportImport
    from tests.services.memoire import MemoireUow

FLUX = {"logement": "interne:1", "date_conge": "01/02/2026", "qualification": "dans le flux"}
VENTE = {
    "logement": "interne:2",
    "date_conge": "02/02/2026",
    "date_disponibilite": "01/05/2026",
    "qualification": "soustrait",
    "categorie": "vente",
}


def importer(uow: MemoireUow, *lignes: Mapping[str, str]) -> RapportImport:
    columns = tuple(dict.fromkeys(name for line in lignes for name in line))
    rows = tuple(LigneLue(n, line) for n, line in enumerate(lignes, start=2))
    lu = FichierLu(nom="départs.csv", format="csv", encodage="utf-8", colonnes=columns, lignes=rows)
    return importer_vacances(
        Path("départs.csv"), essai=False, uow=uow, lire=lambda *_: lu, horloge=HORLOGE
    )


def annuler(uow: MemoireUow, lot: int = 2) -> int:
    return annuler_vacances(lot, uow=uow, motif="mauvais fichier")


def test_an_import_of_vacancies_keeps_its_report_and_is_undone_by_its_number() -> None:
    uow = monde()
    done = importer(uow, FLUX, VENTE)
    assert done.lot == 2
    assert lire_rapport(2, uow=uow) == done
    assert "départs.csv" in annuler_lot(2, motif="mauvais fichier", transaction=lambda: uow)
    with uow:
        assert all(map(retiree, uow.vacances.toutes()))
        assert uow.vacances.en_cours(1) is None
        entree = list(uow.journal.toutes())[-1]
        assert annulables([entree]) == []
    assert (entree.action, entree.objet, entree.motif) == (
        "import.annuler",
        "lot:2",
        "mauvais fichier",
    )
    assert entree.libelle.replace("\u00a0", " ") == "Import n° 2 annulé : 2 vacances retirées"


def test_the_mended_file_brings_them_back_under_their_numbers() -> None:
    uow = monde()
    importer(uow, FLUX, VENTE)
    annuler(uow)
    done = importer(uow, FLUX | {"qualification": "à qualifier"}, VENTE)
    assert (done.lot, done.creees, done.inchangees) == (3, 2, 0)
    with uow:
        made = uow.vacances.toutes()
    assert [v.id for v in made] == [1, 2]
    assert [v.qualification for v in made] == [Qualification.A_QUALIFIER, Qualification.SOUSTRAIT]
    assert annuler(uow, 3) == 2
    with uow:
        assert all(map(retiree, uow.vacances.toutes()))


def test_nothing_is_undone_once_one_of_its_vacancies_was_qualified() -> None:
    uow = monde()
    importer(uow, FLUX, VENTE)
    qualifier_vacance(1, Qualification.HORS_CHAMP, uow=uow)
    with pytest.raises(LotToucheError, match="a été qualifiée ou modifiée depuis"):
        annuler(uow)
    qualifier_vacance(1, Qualification.FLUX, uow=uow)
    assert annuler(uow) == 2


def test_nothing_is_undone_once_one_of_its_dwellings_was_offered() -> None:
    uow = monde()
    importer(uow, FLUX)
    made = orienter(uow, 1)
    with pytest.raises(LotToucheError, match="a été offert depuis"):
        annuler(uow)
    annuler_orientation(made.id, motif="erreur", uow=uow)
    assert annuler(uow) == 1


def test_an_import_is_undone_once() -> None:
    uow = monde()
    importer(uow, FLUX)
    annuler(uow)
    with pytest.raises(FluxDeskError, match="déjà annulé"):
        annuler(uow)
    with pytest.raises(IntrouvableError):
        annuler(uow, 1)


def test_an_import_of_former_versions_has_no_number_to_be_undone_by() -> None:
    uow = monde()
    with uow:
        uow.journal.ecrire("import.vacances", "lot:0", "Import", apres={"vacances": [1]})
        uow.valider()
    with uow:
        entree = list(uow.journal.toutes())[-1]
    assert entree not in annulables([entree])
    with pytest.raises(ActionNonAnnulableError):
        annuler_action(entree.numero, motif="x", transaction=lambda: uow)


def test_a_vacancy_of_an_event_without_offer_is_left() -> None:
    """The ledger alone may name a vacancy; it stays then, whatever became of the offer."""
    uow = monde()
    importer(uow, FLUX)
    made = orienter(uow, 1)
    with uow:
        gone = replace(made, issue=type(made.issue).ANNULEE)
        uow.orientations.enregistrer(gone)
        uow.valider()
    with pytest.raises(LotToucheError, match="a été offert depuis"):
        annuler(uow)
