"""Who was asked, and which right is charged: two things (regles.md 63, 65)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.candidat import Candidat
from fluxdesk.domain.offres import etapes_de, partie_imputee
from fluxdesk.services.annuler_orientation import MotifManquantError
from fluxdesk.services.imputer_autrement import (
    DejaImputeError,
    Imputation,
    PartieInconnueError,
    imputer_autrement,
    proposer_imputations,
)
from fluxdesk.services.noter_etape import OffreCloseError
from fluxdesk.services.tenir_registre import dernier_jour, registre_au
from tests.services.ensemble import ATTRIBUEE, BAIL, REFUSEE, a_trois, ecart, repondre, servis
from tests.services.monde import conge, monde, orienter
from tests.services.test_actes import soldes
from tests.services.vies import annuler_le_dernier, offerte, offre_de

if TYPE_CHECKING:
    from fluxdesk.domain.orientation import Orientation
    from tests.services.memoire import MemoireUow

SOURCE = "DALO désigné par le préfet"


def dalo(uow: MemoireUow, offre: Orientation, *, oui: bool = True) -> None:
    with uow:
        uow.candidats.enregistrer(
            Candidat(orientation_id=offre.id, numero_unique="1", nom="A", dalo=oui)
        )
        uow.valider()


def imputer(uow: MemoireUow, offre: Orientation, partie: str) -> Orientation:
    charge = Imputation(orientation_id=offre.id, partie=partie, source=SOURCE)
    return imputer_autrement(charge, uow=uow)


def test_a_dalo_household_is_proposed_to_the_rights_that_the_law_names() -> None:
    uow = monde()
    offer = offerte(uow)
    assert proposer_imputations(offer.id, uow=uow) == ()
    dalo(uow, offer, oui=False)
    assert proposer_imputations(offer.id, uow=uow) == ()
    dalo(uow, offer)
    found = proposer_imputations(offer.id, uow=uow)
    assert [p.partie for p in found] == ["1/prioritaires", "1/agents"]
    assert "L441-2-3" in found[0].source
    wanting = proposer_imputations(offer.id, carencee=True, uow=uow)
    assert [p.partie for p in wanting] == ["3", "1/prioritaires", "1/agents"]
    assert "carencée" in wanting[0].source
    town = offerte(uow, 2, "3")
    dalo(uow, town)
    assert [p.nom for p in proposer_imputations(town.id, uow=uow)][-1] == "Action Logement"
    away = offerte(uow, 6, "bailleur")
    dalo(uow, away)
    places = {p.partie for p in proposer_imputations(away.id, carencee=True, uow=uow)}
    assert "3" not in places


@pytest.mark.parametrize("etapes", [(), (ATTRIBUEE,), (ATTRIBUEE, BAIL)])
def test_the_charge_moves_with_the_steps_reached_and_comes_back(etapes: tuple[str, ...]) -> None:
    uow = monde()
    offer = offerte(uow)
    for step in (ATTRIBUEE, BAIL)[: len(etapes)]:
        repondre(uow, offer, step, date(2026, 3, 20))
    before = soldes(uow)
    after = imputer(uow, offer, "1/prioritaires")
    assert (after.reservataire_id, partie_imputee(after)) == (2, "1/prioritaires")
    assert servis(uow) == {"1": 1, "1/prioritaires": 1}
    assert ecart(uow) == 0
    with uow:
        assert registre_au(date(2026, 12, 31), uow=uow).servi("1/prioritaires") == 1
        assert dernier_jour(uow=uow) is not None
        counted = etapes_de("1/prioritaires", uow.orientations.toutes())
    assert (counted.mises, counted.attributions, counted.baux) == (
        1,
        int(len(etapes) > 0),
        int(len(etapes) > 1),
    )
    assert "imputée sur le droit de l’État" in annuler_le_dernier(uow)
    assert soldes(uow) == before
    moved = imputer(uow, offer, "1/prioritaires")
    back = imputer(uow, moved, "2")
    assert back.suivi == offre_de(uow, offer.id).suivi
    assert (back.suivi.impute, back.suivi.impute_source) == ("", "")
    assert soldes(uow) == before


def test_what_follows_is_charged_to_the_right_imputed() -> None:
    uow = monde()
    offer = offerte(uow)
    imputer(uow, offer, "1/prioritaires")
    repondre(uow, offer, ATTRIBUEE, date(2026, 3, 20))
    repondre(uow, offer, BAIL, date(2026, 3, 25))
    assert servis(uow) == {"1": 1, "1/prioritaires": 1}


def test_an_offer_among_several_is_charged_elsewhere_once_it_holds_the_dwelling() -> None:
    uow = monde()
    ident = conge(uow, 1)
    offer = a_trois(uow, ident)[1]
    imputer(uow, offer, "bailleur")
    assert servis(uow) == {}
    repondre(uow, offer, ATTRIBUEE)
    assert servis(uow) == {"bailleur": 1}


def test_only_a_party_that_can_be_charged_is_charged() -> None:
    uow = monde()
    ident = conge(uow, 1)
    refused = orienter(uow, ident, "3", "essai")
    repondre(uow, refused, REFUSEE)
    with pytest.raises(OffreCloseError):
        imputer(uow, refused, "2")
    offer = orienter(uow, ident, "2", "essai")
    with pytest.raises(DejaImputeError, match="l’est déjà"):
        imputer(uow, offer, "2")
    with pytest.raises(DejaImputeError, match="refusé"):
        imputer(uow, offer, "3")
    for unknown in ("1", "9"):
        with pytest.raises(PartieInconnueError):
            imputer(uow, offer, unknown)
    with pytest.raises(MotifManquantError):
        imputer_autrement(
            Imputation(orientation_id=offer.id, partie="1/agents", source=" "), uow=uow
        )
    several = a_trois(uow, conge(uow, 2))
    with pytest.raises(DejaImputeError, match="autre offre en cours"):
        imputer(uow, several[0], "2")
