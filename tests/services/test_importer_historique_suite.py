"""Past years by file go on from what the base holds already."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from fluxdesk.domain.clauses import ModeNeuf
from fluxdesk.domain.flux.parties import BAILLEUR
from fluxdesk.domain.logement import EtatLogement
from fluxdesk.domain.vacance import CauseLiberation, Qualification, Vacance
from fluxdesk.services.importer_historique import (
    RegistreEntameError,
)
from fluxdesk.services.livrer_programme import livrer_programme
from fluxdesk.services.tenir_programmes import enregistrer_programme
from fluxdesk.services.tenir_registre import charger_registre
from tests.services.fichiers_lus import comptes, phrases
from tests.services.historiques import BAIL, REFUS, SUITE, importer
from tests.services.monde import ACTION_LOGEMENT, monde
from tests.services.test_programmes_neufs import PINS, clause


def test_a_dry_run_writes_nothing_and_a_second_import_changes_nothing() -> None:
    uow = monde()
    lignes = [REFUS, SUITE, {"logement": "interne:5", "date_conge": "01/02/2025"}]
    before = uow.validations
    assert comptes(importer(uow, lignes, essai=True)) == (3, 0, 0, 0)
    assert uow.validations == before
    importer(uow, lignes)
    assert comptes(importer(uow, lignes)) == (0, 0, 3, 0)
    assert uow.validations == before + 1


def test_an_offer_that_the_base_has_with_another_issue_is_answered_there() -> None:
    uow = monde()
    importer(uow, [REFUS, SUITE | {"issue": "", "date_attribution": "", "date_bail": ""}])
    rapport = importer(uow, [SUITE])
    assert comptes(rapport) == (0, 0, 0, 1)
    assert "enregistrez la réponse depuis la vacance" in phrases(rapport)[0]


def test_first_lettings_by_file_are_counted_as_those_lived() -> None:
    uow = monde()
    clause(uow, ACTION_LOGEMENT, ModeNeuf.DANS_LE_FLUX)
    livrer_programme(enregistrer_programme(PINS, uow=uow).id, jour=date(2025, 2, 1), uow=uow)
    ville = BAIL | {"logement": "interne:2", "reservataire": "Ville d'Ajaccio"}
    assert comptes(importer(uow, [REFUS, SUITE, ville])) == (3, 0, 0, 0)
    # Two new dwellings: 2 x 0.20 for Action Logement, which gave one back, the rest the landlord's.
    with uow:
        kept = {s.cle: (s.du, s.servi) for s in charger_registre(uow=uow).soldes() if s.du}
        flags = [o.suivi.a_part for o in uow.orientations.toutes()]
    assert kept == {str(ACTION_LOGEMENT): (4000, 0), BAILLEUR: (16_000, 2)}
    assert flags == [False, True, True]


def test_the_next_year_goes_on_from_the_one_before() -> None:
    uow = monde()
    importer(uow, [REFUS, BAIL | {"logement": "interne:2"}])
    lignes = [
        SUITE | {"date_offre": "02/03/2025", "date_attribution": "03/03/2025"} | {"date_bail": ""}
        | {"issue": "attribuée"},
        BAIL | {"logement": "interne:3", "date_conge": "01/04/2025", "date_offre": "02/04/2025"}
        | {"date_attribution": "03/04/2025", "date_bail": "04/04/2025"},
    ]  # fmt: skip
    assert comptes(importer(uow, lignes)) == (2, 0, 0, 0)
    with uow:
        assert len(uow.vacances.toutes()) == 3
        assert [o.numero for o in uow.orientations.toutes()][-1] == "2025-004"


def test_a_known_vacancy_is_offered_and_keeps_what_it_says() -> None:
    uow = monde()
    first = {"logement": "interne:1", "date_conge": "01/02/2025", "cause": "décès"}
    importer(uow, [first])
    rapport = importer(uow, [BAIL | {"cause": "abandon"}])
    assert comptes(rapport) == (1, 0, 0, 0)
    assert "diffère de ce qui est déjà dit" in phrases(rapport)[0]
    with uow:
        (known,) = uow.vacances.toutes()
    assert (known.cause, known.qualification) == (CauseLiberation.DECES, Qualification.FLUX)


def test_a_file_that_begins_before_the_ledger_ends_is_refused_whole() -> None:
    uow = monde()
    importer(uow, [BAIL])
    early = BAIL | {"logement": "interne:2", "date_offre": "28/02/2025"} | {
        "date_attribution": "28/02/2025"
    }  # fmt: skip
    with pytest.raises(RegistreEntameError) as told:
        importer(uow, [early])
    assert "commence le 28 février 2025" in str(told.value)
    assert "jusqu’au 1er mars 2025" in str(told.value)
    assert "de la plus ancienne à la plus récente" in str(told.value)


def test_a_vacancy_still_open_in_the_base_bars_another_and_one_to_come_bars_an_open_one() -> None:
    uow = monde()
    importer(uow, [REFUS | {"date_conge": "10/02/2025"}])
    later = BAIL | {"date_conge": "01/03/2025", "date_offre": "02/03/2025"} | {
        "date_attribution": "03/03/2025", "date_bail": "04/03/2025"
    }  # fmt: skip
    earlier = {"logement": "interne:1", "date_conge": "01/01/2025"}
    rapport = importer(uow, [later, earlier])
    assert comptes(rapport) == (0, 0, 0, 2)
    assert "ouvre une vacance qui n’est pas finie au congé du 10/02/2025" in phrases(rapport)[1]
    assert "tombe pendant la vacance" in phrases(rapport)[0]


def test_the_past_of_a_dwelling_that_was_sold_is_taken_but_it_is_not_left_vacant() -> None:
    uow = monde()
    with uow:
        gone = [replace(uow.logements.lire(n), etat=EtatLogement.SORTI) for n in (1, 2)]
        uow.logements.modifier(gone, 1)
        uow.valider()
    rapport = importer(uow, [BAIL, REFUS | {"logement": "interne:2"}])
    assert comptes(rapport) == (1, 0, 0, 1)
    assert "sorti du patrimoine" in phrases(rapport)[0]


def test_an_unknown_commune_is_kept_as_declared() -> None:
    uow = monde()
    with uow:
        uow.logements.modifier([replace(uow.logements.lire(1), commune="99999")], 1)
        uow.valider()
    importer(uow, [BAIL])
    with uow:
        assert next(iter(charger_registre(uow=uow).etat.suivis.values())).unite.commune == "99999"


def test_a_dwelling_is_freed_again_once_it_was_let() -> None:
    uow = monde()
    again = {
        "date_conge": "01/06/2025",
        "date_offre": "02/06/2025",
        "date_attribution": "03/06/2025",
        "date_bail": "04/06/2025",
    }
    assert comptes(importer(uow, [BAIL | again, BAIL])) == (2, 0, 0, 0)
    with uow:
        assert [v.date_conge.month for v in uow.vacances.toutes()] == [6, 2]


def test_what_overlaps_in_the_base_already_is_no_fault_of_the_file() -> None:
    uow = monde()
    with uow:
        for day in (1, 2):
            uow.vacances.enregistrer(
                Vacance(logement_id=1, date_conge=date(2026, 1, day), cause=CauseLiberation.CONGE)
            )
        uow.valider()
    assert comptes(importer(uow, [BAIL])) == (1, 0, 0, 0)
