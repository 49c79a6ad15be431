"""A first letting and several réservataires, whose conventions may say different things."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.clauses import ModeNeuf
from fluxdesk.services.livrer_programme import livrer_programme
from fluxdesk.services.premiere_location import PremiereLocationAUnSeulError, partie_convenue
from fluxdesk.services.proposer_a_tous import DemandeATous, lister_invites, proposer_a_tous
from fluxdesk.services.tenir_programmes import enregistrer_programme
from fluxdesk.services.tenir_registre import charger_registre
from tests.services.monde import ACTION_LOGEMENT, HORLOGE, TERRITOIRES, VILLE, monde, orienter
from tests.services.test_programmes_neufs import LIVRAISON, PINS, clause, evenements

if TYPE_CHECKING:
    from fluxdesk.domain.flux.registre import Registre
    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.domain.programme_neuf import ProgrammeNeuf
    from tests.services.memoire import MemoireUow


@pytest.fixture
def uow() -> MemoireUow:
    return monde()


@pytest.fixture
def pins(uow: MemoireUow) -> ProgrammeNeuf:
    return enregistrer_programme(PINS, uow=uow)


def a_tous(uow: MemoireUow, vacance: int, *cles: int) -> tuple[Orientation, ...]:
    return proposer_a_tous(
        DemandeATous(vacance_id=vacance, destinataires=tuple(map(str, cles)), derogation="essai"),
        uow=uow,
        horloge=HORLOGE,
        territoires=TERRITOIRES,
    )


def test_what_is_agreed_with_one_is_not_offered_to_several(
    uow: MemoireUow, pins: ProgrammeNeuf
) -> None:
    opened = livrer_programme(pins.id, jour=LIVRAISON, uow=uow)
    with pytest.raises(PremiereLocationAUnSeulError, match="convenue avec État"):
        a_tous(uow, opened[0], ACTION_LOGEMENT, VILLE)
    with pytest.raises(PremiereLocationAUnSeulError, match="un seul réservataire"):
        lister_invites(opened[0], uow=uow, horloge=HORLOGE, territoires=TERRITOIRES)
    assert evenements(uow) == 0


def test_nobody_agreed_goes_to_several_where_all_count_it_in_the_flux(
    uow: MemoireUow, pins: ProgrammeNeuf
) -> None:
    opened = livrer_programme(pins.id, jour=LIVRAISON, uow=uow)
    clause(uow, ACTION_LOGEMENT, ModeNeuf.DANS_LE_FLUX)
    with pytest.raises(PremiereLocationAUnSeulError, match="comptée à part par la convention de"):
        a_tous(uow, opened[2], ACTION_LOGEMENT, VILLE)
    clause(uow, VILLE, ModeNeuf.DANS_LE_FLUX)
    first, second = a_tous(uow, opened[2], ACTION_LOGEMENT, VILLE)
    assert first.suivi.groupe == second.suivi.groupe == first.numero
    assert not first.suivi.hors_registre
    assert evenements(uow) == 1  # it enters the flux, nobody is served


def test_whose_due_opens_against_its_own_clause_is_told(
    uow: MemoireUow, pins: ProgrammeNeuf
) -> None:
    opened = livrer_programme(pins.id, jour=LIVRAISON, uow=uow)
    clause(uow, VILLE, ModeNeuf.DANS_LE_FLUX)
    with uow:
        accord = partie_convenue(opened[1], uow=uow)
        assert accord is not None
        assert "à part\u00a0: État, Action Logement." in accord.phrase()
    before = charger(uow).du("1")
    orienter(uow, opened[1])
    assert charger(uow).du("1") > before
    for one in (1, ACTION_LOGEMENT):
        clause(uow, one, ModeNeuf.DANS_LE_FLUX)
    with uow:
        alone = partie_convenue(opened[1], uow=uow)
        assert alone is not None
        assert "à part" not in alone.phrase()


def charger(uow: MemoireUow) -> Registre:
    with uow:
        return charger_registre(uow=uow)
