"""A first letting and several réservataires, whose conventions may say different things."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.bilan_controles import totaux_faux
from fluxdesk.domain.clauses import ModeNeuf
from fluxdesk.domain.convention import SousContingent
from fluxdesk.domain.flux.parties import BAILLEUR, UN
from fluxdesk.domain.flux.point import degeler, figer
from fluxdesk.domain.flux.registre import Registre
from fluxdesk.domain.offres import etapes_de
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.services.annuler_action import annuler_action
from fluxdesk.services.annuler_orientation import annuler_orientation
from fluxdesk.services.compter_neuf import Compteur, compter_circuits
from fluxdesk.services.enregistrer_issue import enregistrer_issue
from fluxdesk.services.etablir_bilan import etablir_bilan
from fluxdesk.services.imputer_autrement import Imputation, imputer_autrement
from fluxdesk.services.livrer_programme import livrer_programme
from fluxdesk.services.orienter_vacance import DestinataireExcluError, DestinataireInconnuError
from fluxdesk.services.premiere_location import PremiereLocationAUnSeulError
from fluxdesk.services.prevoir_effets import HORS_DES_COMPTES, prevoir_effets
from fluxdesk.services.proposer_a_tous import DemandeATous, lister_invites, proposer_a_tous
from fluxdesk.services.tenir_programmes import enregistrer_programme
from fluxdesk.services.tenir_registre import charger_registre
from tests.services.monde import (
    ACTION_LOGEMENT,
    HORLOGE,
    TERRITOIRES,
    VILLE,
    conge,
    logement,
    monde,
    orienter,
)
from tests.services.test_programmes_neufs import LIVRAISON, PINS, clause, dernier, evenements
from tests.services.test_tableau import tableau

if TYPE_CHECKING:
    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.domain.programme_neuf import ProgrammeNeuf
    from tests.services.memoire import MemoireUow

A, B = str(ACTION_LOGEMENT), str(VILLE)


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


def test_the_officer_reads_whose_due_opens_and_who_is_charged(
    uow: MemoireUow, pins: ProgrammeNeuf
) -> None:
    opened = livrer_programme(pins.id, jour=LIVRAISON, uow=uow)
    clause(uow, VILLE, ModeNeuf.DANS_LE_FLUX)
    apart, counted = orienter(uow, opened[0]), orienter(uow, opened[1])
    assert apart.explication.endswith(
        "comptée à part selon sa convention. Elle est portée au compte du bailleur\u00a0; le dû ne "
        "s’ouvre que pour "
        "ceux dont la convention compte le neuf dans le flux\u00a0: Ville d’Ajaccio."
    )
    assert counted.explication.endswith(
        "comptée dans le flux selon sa convention. Le dû ne s’ouvre que pour ceux dont la "
        "convention compte le neuf dans le flux\u00a0: Ville d’Ajaccio."
    )


# --- ten dwellings, two for A (Action Logement, 20 %, in the flux), eight for B (Ville, apart) ---


@pytest.fixture
def dix(uow: MemoireUow) -> tuple[int, ...]:
    with uow:
        lot = uow.lots.ouvrir("neuf.csv", "essai", "utf-8")
        uow.logements.ajouter([logement(n) for n in range(101, 111)], lot)
        homes = [home for home, *_ in uow.logements.reperes()][-10:]
        uow.valider()
    clause(uow, ACTION_LOGEMENT, ModeNeuf.DANS_LE_FLUX)
    agreed = [A if rank in {3, 6} else B for rank in range(10)]
    programme = enregistrer_programme(
        replace(PINS, droits=(), logements=tuple(zip(homes, agreed, strict=True))), uow=uow
    )
    return livrer_programme(programme.id, jour=LIVRAISON, uow=uow)


def test_a_owes_nothing_and_is_owed_nothing_and_b_is_out_of_the_flux(
    uow: MemoireUow, dix: tuple[int, ...]
) -> None:
    for vacance in dix:
        orienter(uow, vacance)
    # Due of A 10 x 0.20 = 2, served 2; B counts none of them; the landlord 10 x 0.80, served 8.
    assert comptes(uow) == {A: (20_000, 2), BAILLEUR: (80_000, 8)}
    rows = {row.cle: row for row in compter_circuits(2026, uow=uow)}
    assert rows[A].neuf_du_flux == Compteur(proposes=2)
    assert rows[B].neuf_separe == Compteur(proposes=8)
    bilan = etablir_bilan(2026, reservataire_id=None, uow=uow, territoires=TERRITOIRES)
    crossed = {(x.reservataire, x.neuf): x.proposes for x in bilan.lignes if x.proposes}
    assert crossed == {
        ("Action Logement", "neuf"): 2,
        ("Ville d’Ajaccio", "neuf (compté à part)"): 8,
    }
    held = [(s.cle, s.servi, s.solde == 0) for s in bilan.soldes if s.servi]
    assert held == [(A, 2, True), (BAILLEUR, 8, True)]
    assert (bilan.liberations, totaux_faux(bilan)) == (10, ())
    with uow:
        assert etapes_de(B, uow.orientations.toutes()).mises == 0
        effets = prevoir_effets(uow.orientations.de_la_vacance(dix[0]), uow=uow)
    (effet,) = effets.values()
    assert set(effet.values()) == {HORS_DES_COMPTES}
    assert verifier_registre(uow)


def test_one_that_b_refuses_goes_to_a_and_each_act_is_undone(
    uow: MemoireUow, dix: tuple[int, ...]
) -> None:
    bs = orienter(uow, dix[0])
    assert (bs.suivi.a_part, bs.suivi.hors_registre) == (True, False)
    served = comptes(uow)
    assert served == {A: (2000, 0), BAILLEUR: (8000, 1)}
    enregistrer_issue(bs.id, IssueOrientation.REFUSEE, jour=bs.jour, motif="surface", uow=uow)
    refused, waiting = dernier(uow), comptes(uow)
    assert waiting == {A: (2000, 0), BAILLEUR: (8000, 0)}
    given = orienter(uow, dix[0], A, "rendu par la Ville")
    assert not given.suivi.a_part
    assert comptes(uow) == {A: (2000, 1), BAILLEUR: (8000, 0)}
    enregistrer_issue(given.id, IssueOrientation.ATTRIBUEE, jour=given.jour, uow=uow)
    assert verifier_registre(uow)
    annuler_orientation(given.id, motif="erreur", uow=uow)
    assert comptes(uow) == waiting
    annuler_action(refused, motif="réponse d’une autre offre", transaction=lambda: uow)
    assert comptes(uow) == served
    annuler_orientation(bs.id, motif="erreur", uow=uow)
    assert comptes(uow) == {}
    assert verifier_registre(uow)


def test_charged_to_another_right_it_is_counted_as_that_one_counts(
    uow: MemoireUow, dix: tuple[int, ...]
) -> None:
    bs = orienter(uow, dix[0])
    imputer = partial(Imputation, orientation_id=bs.id, source="accord du 4 mars")
    moved = imputer_autrement(imputer(partie=A), uow=uow)
    assert not moved.suivi.a_part
    assert comptes(uow) == {A: (2000, 1), BAILLEUR: (8000, 0)}
    back = imputer_autrement(imputer(partie=B), uow=uow)
    assert back.suivi.a_part
    assert comptes(uow) == {A: (2000, 0), BAILLEUR: (8000, 1)}
    enregistrer_issue(bs.id, IssueOrientation.ATTRIBUEE, jour=bs.jour, uow=uow)
    enregistrer_issue(bs.id, IssueOrientation.BAIL_SIGNE, jour=bs.jour, uow=uow)
    assert comptes(uow) == {A: (2000, 0), BAILLEUR: (8000, 1)}
    with uow:
        home = uow.vacances.lire(dix[0]).logement_id
    orienter(uow, conge(uow, home), A, "essai")
    assert comptes(uow)[B] == (1000, 0)  # relet, it is in the flux of everybody


def test_what_the_state_counts_apart_is_out_of_its_share_outside_districts(
    uow: MemoireUow, dix: tuple[int, ...]
) -> None:
    orienter(uow, dix[0], "1/agents", "échange")
    orienter(uow, conge(uow, 5), A, "essai")
    since, _, state = tableau(uow).commentaires
    assert since.endswith("2\u00a0logements du flux.")
    assert state.startswith("État hors QPV\u00a0: 0,0\u00a0%")


def test_another_one_that_counts_apart_is_refused_only_what_it_gave_back(
    uow: MemoireUow, dix: tuple[int, ...]
) -> None:
    bs = orienter(uow, dix[0])
    enregistrer_issue(bs.id, IssueOrientation.REFUSEE, jour=bs.jour, motif="surface", uow=uow)
    with pytest.raises(DestinataireExcluError, match="a refusé ce logement"):
        orienter(uow, dix[0], B, "insister")
    first = orienter(uow, dix[0], "1/prioritaires", "échange")
    assert first.suivi.a_part
    enregistrer_issue(first.id, IssueOrientation.REFUSEE, jour=bs.jour, motif="surface", uow=uow)
    kept = orienter(uow, dix[0], "1/agents", "échange")
    assert comptes(uow) == {A: (2000, 0), BAILLEUR: (8000, 1)}
    annuler_orientation(kept.id, motif="erreur", uow=uow)
    assert orienter(uow, dix[0], BAILLEUR, "personne d’autre").suivi.a_part
    assert comptes(uow) == {A: (2000, 0), BAILLEUR: (8000, 1)}


def test_a_party_agreed_that_was_divided_since_is_asked_again(
    uow: MemoireUow, dix: tuple[int, ...]
) -> None:
    with uow:
        held = uow.conventions.du_reservataire(VILLE)
        assert held is not None
        parts = (SousContingent(code="x", nom="x", dix_milliemes=1000),)
        divided = replace(held.avenants[0], sous_contingents=parts)
        uow.conventions.enregistrer(replace(held, avenants=(divided,)))
        uow.valider()
    with pytest.raises(DestinataireInconnuError):
        orienter(uow, dix[0])


def test_where_the_clause_changes_the_ledger_follows_and_the_offer_says_what_it_said(
    uow: MemoireUow, dix: tuple[int, ...]
) -> None:
    made = [orienter(uow, vacance) for vacance in dix[:4]]
    clause(uow, VILLE, ModeNeuf.DANS_LE_FLUX)
    # B: 4 x 0.10 due and 3 served; A: 4 x 0.20 and 1.
    assert comptes(uow) == {A: (8000, 1), B: (4000, 3), BAILLEUR: (28_000, 0)}
    with uow:
        assert [uow.orientations.lire(o.id).suivi.a_part for o in made] == [True] * 3 + [False]


def comptes(uow: MemoireUow) -> dict[str, tuple[int, int]]:
    """Due in 1/10 000 and served of those who have an account that is not empty."""
    ledger = charger(uow)
    waiting = sum(1 for s in ledger.etat.suivis.values() if s.detenteur is None)
    heads = [s for s in ledger.soldes() if s.parent is None]
    assert sum(s.retard for s in heads) == waiting * UN
    return {s.cle: (s.du, s.servi) for s in ledger.soldes() if (s.du, s.servi) != (0, 0)}


def verifier_registre(uow: MemoireUow) -> bool:
    """Whether the ledger is the same replayed event by event, whole, and from a checkpoint."""
    with uow:
        events = uow.evenements.tous()
    ledger = charger(uow)
    step = Registre(ledger.parties[:-1], ledger.parametres)
    for event in events:
        step.appliquer(event)
    figure = json.loads(json.dumps(figer(ledger)))
    opened = degeler(ledger.parties[:-1], ledger.parametres, figure, ())
    return ledger.soldes() == step.soldes() == opened.soldes()


def charger(uow: MemoireUow) -> Registre:
    with uow:
        return charger_registre(uow=uow)
