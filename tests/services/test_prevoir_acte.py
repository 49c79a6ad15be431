"""What an act would do is told by doing it, and keeping nothing of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.echec import CauseEchec
from fluxdesk.domain.effet_acte import effets_de_l_acte
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.preavis import MotifPreavis
from fluxdesk.domain.typographie import typographier
from fluxdesk.domain.vacance import Qualification
from fluxdesk.services.envoyer_offre import Envoi, relancer_offre
from fluxdesk.services.noter_preavis import noter_preavis
from fluxdesk.services.noter_travaux import Travaux, noter_travaux
from fluxdesk.services.notifier_decision import notifier_decision
from fluxdesk.services.prevoir_acte import prevoir_acte
from fluxdesk.services.rappeler import situation_de
from fluxdesk.services.retirer_logement import Retrait, retirer_logement
from fluxdesk.services.trancher_echeance import constater_carence
from tests.services.ensemble import ATTRIBUEE, repondre
from tests.services.monde import actions, conge, monde
from tests.services.test_actes import soldes
from tests.services.vies import AVRIL, feries, offerte, offre_de, vacance_de

if TYPE_CHECKING:
    from collections.abc import Callable

    from fluxdesk.services.depots import UnitOfWork
    from tests.services.memoire import MemoireUow

JOUR = date(2026, 4, 30)


def prevoir(
    uow: MemoireUow, vacance_id: int, acte: Callable[[UnitOfWork], object]
) -> tuple[str, ...]:
    return prevoir_acte(vacance_id, acte, jour=JOUR, uow=uow, feries=feries)


def test_a_reminder_tells_its_new_deadline_and_nothing_is_written() -> None:
    uow = monde()
    offer = offerte(uow)
    before = (offre_de(uow, offer.id), actions(uow), soldes(uow))
    sent = Envoi(orientation_id=offer.id, jour=JOUR, jusqu_au=date(2026, 5, 15))
    told = prevoir(
        uow,
        offer.vacance_id,
        lambda u: relancer_offre(sent, uow=u, horloge=AVRIL, feries=feries),
    )
    assert told[0].startswith("Réponse attendue le 15 mai 2026, soit délai donné par la relance")
    assert told[-1] == typographier("Ensuite : noter les candidats reçus, pour le 15 mai 2026.")
    assert (offre_de(uow, offer.id), actions(uow), soldes(uow)) == before


def test_what_the_act_refuses_is_refused_before() -> None:
    uow = monde()
    offer = offerte(uow)
    with pytest.raises(FluxDeskError, match="pas attribuée"):
        prevoir(uow, offer.vacance_id, lambda u: notifier_decision(offer.id, JOUR, uow=u))
    assert offre_de(uow, offer.id) == offer


def test_the_answer_of_the_candidate_has_its_last_day() -> None:
    uow = monde()
    offer = offerte(uow)
    repondre(uow, offer, ATTRIBUEE, date(2026, 4, 20))
    told = prevoir(
        uow, offer.vacance_id, lambda u: notifier_decision(offer.id, JOUR, uow=u, feries=feries)
    )
    assert any("Le candidat peut répondre jusqu’au" in line for line in told)


def test_the_dwelling_tells_its_notice_its_works_and_its_first_free_day() -> None:
    uow = monde()
    ident = conge(uow, 1)
    told = prevoir(
        uow,
        ident,
        lambda u: noter_preavis(ident, MotifPreavis.DROIT_COMMUN, justifie=False, uow=u),
    )
    assert any(line.startswith("Fin du préavis le") for line in told)
    works = Travaux(vacance_id=ident, debut=JOUR, disponibilite=date(2026, 7, 1))
    told = prevoir(uow, ident, lambda u: noter_travaux(works, uow=u))
    assert "Le logement peut être loué à compter du 1er juillet 2026." in told
    assert any("en travaux" in line for line in told)
    assert vacance_de(uow, ident).suivi.travaux_debut is None


def test_a_withdrawal_tells_the_offers_it_closes() -> None:
    uow = monde()
    offer = offerte(uow)
    away = Retrait(
        vacance_id=offer.vacance_id, jour=JOUR, motif="amiante", cause=CauseEchec.TRAVAUX
    )
    told = prevoir(uow, offer.vacance_id, lambda u: retirer_logement(away, uow=u))
    assert typographier(f"Offre {offer.numero} : retirée par le bailleur.") in told
    told = prevoir(uow, offer.vacance_id, lambda u: constater_carence(offer.id, jour=JOUR, uow=u))
    assert typographier(f"Offre {offer.numero} : sans candidat dans le délai.") in told


def test_once_nothing_is_left_the_vacancy_is_over() -> None:
    uow = monde()
    ident = conge(uow, 1, Qualification.HORS_CHAMP)
    told = prevoir(uow, ident, lambda _: None)
    assert told[0].startswith("Ce logement est hors du flux")


def test_a_new_offer_a_new_account_and_the_end_are_told() -> None:
    uow = monde()
    offer = offerte(uow)
    with uow:
        seen = situation_de(offer.vacance_id, JOUR, uow=uow, feries=feries)
    none = replace(seen, offres=())
    assert typographier(
        f"Offre {offer.numero} : le logement est orienté de nouveau."
    ) in effets_de_l_acte(none, seen)
    moved = replace(offer, suivi=replace(offer.suivi, impute="3"), echeance_explication="")
    other = replace(seen, offres=(replace(moved, echeance=date(2026, 6, 1)),))
    told = effets_de_l_acte(seen, other)
    assert "Le logement change de compte : voyez le flux et le journal." in [
        line.replace("\u00a0", " ") for line in told
    ]
    assert any("soit la date fixée" in line for line in told)
