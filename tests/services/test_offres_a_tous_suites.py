"""Offers to several taken back, printed, and counted in the bilans."""

from __future__ import annotations

import pytest

from fluxdesk.domain.vacance import Etape
from fluxdesk.services.annuler_orientation import (
    MotifManquantError,
    NonAnnulableError,
    annuler_offres,
    annuler_orientation,
)
from fluxdesk.services.etablir_bilan import destinataires
from fluxdesk.services.lire_courriers import LectureCourriers
from fluxdesk.services.tenir_registre import charger_registre
from tests.services.ensemble import (
    ANNULEE,
    ATTRIBUEE,
    BAIL,
    EN_COURS,
    REFUSEE,
    a_trois,
    etape_de,
    genres,
    issues,
    proposer,
    repondre,
)
from tests.services.monde import (
    TERRITOIRES,
    conge,
    monde,
    orienter,
)
from tests.services.test_actes import soldes


def test_cancelling_one_leaves_the_others_and_cancelling_all_leaves_nothing() -> None:
    uow = monde()
    before = soldes(uow)
    ident = conge(uow, 1)
    first, second, _ = a_trois(uow, ident)
    repondre(uow, first, REFUSEE)
    annuler_orientation(first.id, motif="erreur", uow=uow)
    assert genres(uow)[3:] == ["Annulation", "Annulation"]
    assert issues(uow, ident) == [ANNULEE, EN_COURS, EN_COURS]
    with pytest.raises(MotifManquantError):
        annuler_offres(ident, motif=" ", uow=uow)
    repondre(uow, second, ATTRIBUEE)
    annuler_offres(ident, motif="erreur", uow=uow)
    assert issues(uow, ident) == [ANNULEE] * 3
    assert soldes(uow) == before
    assert etape_de(uow, ident) is Etape.A_ORIENTER
    with pytest.raises(NonAnnulableError, match="en cours"):
        annuler_offres(ident, motif="encore", uow=uow)
    assert a_trois(uow, ident)[0].numero == "2026-004"
    with pytest.raises(NonAnnulableError, match="en cours"):
        annuler_offres(conge(uow, 2), motif="rien à annuler", uow=uow)


def test_cancelling_the_attribution_lets_the_refusals_meanwhile_count() -> None:
    uow = monde()
    ident = conge(uow, 1)
    first, second, _ = a_trois(uow, ident)
    repondre(uow, second, ATTRIBUEE)
    repondre(uow, first, REFUSEE)
    annuler_orientation(second.id, motif="erreur de dossier", uow=uow)
    assert genres(uow)[-2:] == ["Service", "Refus"]
    with uow:
        suivi = charger_registre(uow=uow).suivi(str(ident))
    assert suivi is not None
    assert len(suivi.refusants) == 1


def test_an_offer_that_another_act_followed_is_not_cancelled() -> None:
    uow = monde()
    ident = conge(uow, 1)
    first, second = proposer(uow, ident, "2", "3", motif="essai")
    repondre(uow, first, REFUSEE)
    repondre(uow, second, REFUSEE)
    again = proposer(uow, ident, "1/prioritaires", "1/agents", motif="essai")
    with pytest.raises(NonAnnulableError, match="suivie"):
        annuler_orientation(first.id, motif="x", uow=uow)
    for offer in again:
        annuler_orientation(offer.id, motif="x", uow=uow)
    annuler_orientation(first.id, motif="x", uow=uow)
    assert issues(uow, ident) == [ANNULEE, REFUSEE, ANNULEE, ANNULEE]


def test_each_letter_shows_its_account_as_it_was_that_day() -> None:
    uow = monde()
    ident = conge(uow, 1)
    made = proposer(uow, ident, "1/agents", "1/prioritaires", "2", motif="essai")
    orienter(uow, conge(uow, 2))
    with uow:
        lecture = LectureCourriers(uow, TERRITOIRES)
        printed = [lecture.proposition(offer.id) for offer in made]
    assert [(x.sous_contingent, x.du) for x in printed] == [
        ("État (agents)", "0,05"),
        ("État (prioritaires)", "0,25"),
        ("", "0,20"),
    ]


def test_a_bilan_counts_the_offer_for_each_and_the_attribution_once() -> None:
    uow = monde()
    _, second, _ = a_trois(uow, conge(uow, 1))
    repondre(uow, second, ATTRIBUEE)
    repondre(uow, second, BAIL)
    found = {
        d.nom: (d.proposes, d.attribues, d.baux)
        for d in destinataires(2026, uow=uow, territoires=TERRITOIRES)
    }
    assert found["Préfecture"] == (3, 1, 1)
    assert found["Action Logement"] == (1, 1, 1)
    assert found["Ville d’Ajaccio"] == (1, 0, 0)
