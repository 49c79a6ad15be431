"""The dwelling left by a household in mutation comes back, in the flux or taken out of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.candidat import Candidat, EtatCandidat
from fluxdesk.domain.erreurs import IntrouvableError
from fluxdesk.domain.vacance import CategorieSoustrait, CauseLiberation, Qualification
from fluxdesk.services.enchainer_mutation import (
    DejaEnchaineeError,
    LogementQuitte,
    SansMutationError,
    chaine_de,
    ouvrir_suite,
    suite_de,
    suites_a_ouvrir,
)
from tests.services.ensemble import ATTRIBUEE, BAIL, repondre
from tests.services.monde import JOUR, conge, monde, orienter
from tests.services.vies import offerte, vacance_de

if TYPE_CHECKING:
    from fluxdesk.domain.orientation import Orientation
    from tests.services.memoire import MemoireUow


def louer(uow: MemoireUow, offre: Orientation, *menages: Candidat) -> None:
    with uow:
        for household in menages:
            uow.candidats.enregistrer(replace(household, orientation_id=offre.id))
        uow.valider()
    repondre(uow, offre, ATTRIBUEE)
    repondre(uow, offre, BAIL)


def menage(
    rang: int, *, mutation: bool | None, etat: EtatCandidat = EtatCandidat.PROPOSE
) -> Candidat:
    return Candidat(
        orientation_id=0,
        numero_unique=str(rang),
        nom="x",
        rang=rang,
        mutation=mutation,
        etat=etat,
    )


def test_a_mutation_opens_the_dwelling_left_and_the_chain_is_told() -> None:
    uow = monde()
    offer = offerte(uow)
    louer(uow, offer, menage(2, mutation=False), menage(1, mutation=True))
    (waiting,) = suites_a_ouvrir(uow=uow)
    assert (waiting.vacance_id, waiting.bail, waiting.ouverte) == (offer.vacance_id, JOUR, None)
    left = LogementQuitte(vacance_id=offer.vacance_id, logement_id=2, date_conge=date(2026, 4, 1))
    second = ouvrir_suite(left, uow=uow)
    opened = vacance_de(uow, second)
    assert (opened.cause, opened.qualification, opened.suivi.suite_de) == (
        CauseLiberation.MUTATION,
        Qualification.A_QUALIFIER,
        offer.vacance_id,
    )
    assert suites_a_ouvrir(uow=uow) == ()
    again = suite_de(offer.vacance_id, uow=uow)
    assert again is not None
    assert again.ouverte == second
    with pytest.raises(DejaEnchaineeError, match=str(second)):
        ouvrir_suite(left, uow=uow)
    for ident in (offer.vacance_id, second):
        assert [v.id for v in chaine_de(ident, uow=uow)] == [offer.vacance_id, second]


def test_the_officer_may_take_the_dwelling_left_out_of_the_flux() -> None:
    uow = monde()
    offer = offerte(uow)
    chosen = menage(2, mutation=True, etat=EtatCandidat.LOCATAIRE)
    louer(uow, offer, menage(1, mutation=False), chosen)
    left = LogementQuitte(
        vacance_id=offer.vacance_id,
        logement_id=2,
        date_conge=date(2026, 4, 1),
        soustrait=True,
    )
    opened = vacance_de(uow, ouvrir_suite(left, uow=uow))
    assert opened.categorie_soustrait is CategorieSoustrait.MUTATION


def test_nothing_comes_back_where_nobody_in_mutation_signed() -> None:
    uow = monde()
    offer = offerte(uow)
    left = LogementQuitte(vacance_id=offer.vacance_id, logement_id=2, date_conge=JOUR)
    with pytest.raises(SansMutationError):
        ouvrir_suite(left, uow=uow)
    louer(uow, offer, menage(1, mutation=None), menage(2, mutation=True))
    assert suite_de(offer.vacance_id, uow=uow) is None
    waiting = conge(uow, 3)
    assert suite_de(waiting, uow=uow) is None
    orienter(uow, waiting, "2", "essai")
    assert suite_de(waiting, uow=uow) is None
    assert suites_a_ouvrir(uow=uow) == ()
    with pytest.raises(IntrouvableError):
        suite_de(99, uow=uow)
