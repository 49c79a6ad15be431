"""Cancellations, and the events and conventions that a ledger refuses."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.flux.erreurs import (
    AnnulationError,
    ConventionError,
    DejaPresenteError,
    DejaRefuseError,
    DejaServiError,
    NonFeuilleError,
    NonPresenteError,
    NonServiError,
    NumeroError,
    PartieInconnueError,
)
from fluxdesk.domain.flux.evenements import Annulation, Presentation, Refus, Service
from fluxdesk.domain.flux.parties import (
    BAILLEUR,
    Axe,
)
from fluxdesk.domain.flux.registre import Registre, rejouer
from tests.domain.flux.exemples import (
    MODELE,
    Journee,
    commune,
    partie,
    unite,
)

if TYPE_CHECKING:
    from fluxdesk.domain.flux.erreurs import (
        FluxError,
    )
    from fluxdesk.domain.flux.parties import (
        Partie,
    )

AL = partie("al", 2200, nom="Action Logement")
ETAT = partie("etat", 3000, nom="État")
PRIORITAIRES = replace(partie("prio", 2500, nom="État (prioritaires)"), parent="etat")
CALVI = partie("calvi", 1000, commune("Calvi"), nom="Calvi")


def test_cancelling_an_offer_drops_the_refusal_that_answered_it() -> None:
    jour = Journee([AL, CALVI])
    jour.presenter(MODELE)
    offre = jour.servir("L0", "al")
    jour.refuser("L0", "al")
    jour.servir("L0", "calvi")
    jour.annuler(offre)
    assert jour.servis() == [0, 1, 0]
    assert jour.registre.refus("al") == 0
    assert jour.registre.recu("al", Axe.QPV, "hors QPV") == 0


def test_cancelling_a_refusal_gives_the_dwelling_back_to_its_first_holder() -> None:
    jour = Journee([AL, CALVI])
    jour.donner(MODELE, "al")
    refus = jour.refuser("L0", "al")
    jour.servir("L0", "calvi")
    jour.annuler(refus)
    assert jour.servis() == [1, 0, 0]


def test_cancelling_a_presentation_drops_all_that_happened_to_the_dwelling() -> None:
    jour = Journee([AL, CALVI])
    entree = jour.presenter(MODELE)
    jour.servir("L0", "al")
    jour.donner(unite("B"), "calvi")
    jour.annuler(entree)
    assert jour.servis() == [0, 1, 0]
    assert jour.registre.suivi("L0") is None
    jour.donner(MODELE, "calvi")
    assert jour.servis() == [0, 2, 0]


def test_a_cancellation_can_be_cancelled() -> None:
    jour = Journee([AL])
    jour.donner(MODELE, "al")
    annulation = jour.annuler(2)
    assert jour.servis() == [0, 0]
    jour.annuler(annulation)
    assert jour.servis() == [1, 0]


@pytest.mark.parametrize("annule", [2, 77])
def test_an_event_unknown_or_already_cancelled_cannot_be_cancelled(annule: int) -> None:
    jour = Journee([AL])
    jour.donner(MODELE, "al")
    jour.annuler(2)
    with pytest.raises(AnnulationError, match=f"n° {annule} ne peut pas être annulé\u00a0:"):
        jour.annuler(annule)
    assert len(jour.registre.journal) == 3


def test_a_cancellation_names_an_earlier_event() -> None:
    with pytest.raises(AnnulationError):
        rejouer([AL], [Annulation(1, 2), Presentation(2, MODELE)])


def test_a_number_is_used_once() -> None:
    with pytest.raises(NumeroError, match="n° 1 figure déjà"):
        rejouer([AL], [Presentation(1, MODELE), Service(1, "L0", "al")])
    jour = Journee([AL])
    jour.presenter(MODELE)
    with pytest.raises(NumeroError):
        jour.registre.appliquer(Service(1, "L0", "al"))


@pytest.mark.parametrize(
    ("evenement", "erreur", "phrase"),
    [
        (Presentation(9, MODELE), DejaPresenteError, "«\u00a0L0\u00a0» est déjà entré"),
        (Service(9, "L0", "calvi"), DejaServiError, "déjà orienté vers «\u00a0Calvi\u00a0»"),
        (Service(9, "X", "calvi"), NonPresenteError, "n’est pas encore entré"),
        (Service(9, "L1", "inconnu"), PartieInconnueError, "«\u00a0inconnu\u00a0» n’existe pas"),
        (Service(9, "L1", "etat"), NonFeuilleError, "«\u00a0État\u00a0» est divisé en parts"),
        (Service(9, "L1", "al"), DejaRefuseError, "a déjà refusé"),
        (Refus(9, "L0", "prio"), NonServiError, "n’est pas proposé à"),
    ],
)
def test_an_event_that_does_not_fit_is_refused_and_changes_nothing(
    evenement: Presentation | Service | Refus, erreur: type[FluxError], phrase: str
) -> None:
    jour = Journee([ETAT, PRIORITAIRES, AL, CALVI])
    jour.donner(MODELE, "calvi")
    jour.donner(unite("L1"), "al")
    jour.refuser("L1", "al")
    soldes = jour.registre.soldes()
    with pytest.raises(erreur, match=phrase) as attrape:
        jour.registre.appliquer(evenement)
    assert isinstance(attrape.value, FluxDeskError)
    assert jour.registre.soldes() == soldes
    assert len(jour.registre.journal) == 5


def test_a_journal_that_does_not_fit_leaves_the_ledger_as_it_was() -> None:
    jour = Journee([AL])
    jour.donner(MODELE, "al")
    with pytest.raises(NonPresenteError):
        jour.registre.charger([Service(1, "L0", "al")])
    assert jour.servis() == [1, 0]


@pytest.mark.parametrize(
    "parties",
    [
        [AL, AL],
        [partie(BAILLEUR, 100)],
        [replace(AL, parent="al")],
        [replace(AL, parent="calvi"), replace(CALVI, parent="al")],
        [replace(AL, parent=BAILLEUR)],
    ],
)
def test_parties_must_form_a_tree_of_distinct_keys(parties: list[Partie]) -> None:
    with pytest.raises(ConventionError):
        Registre(parties)


def test_a_parent_must_be_declared() -> None:
    with pytest.raises(PartieInconnueError):
        Registre([replace(AL, parent="absent")])
