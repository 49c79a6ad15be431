"""The dated steps of a vacancy: each noted in its order, told in the journal, and undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.echec import CauseEchec
from fluxdesk.domain.ordre_etapes import EtapeDesordonneeError, EtapeFutureError
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.preavis import MotifPreavis
from fluxdesk.domain.suivi_vacance import EtatVacance
from fluxdesk.services.annuler_action import annulables, annuler_action
from fluxdesk.services.annuler_orientation import MotifManquantError
from fluxdesk.services.enregistrer_conge import DatesInverseesError
from fluxdesk.services.noter_etape import (
    EtapeLogement,
    EtapeOffre,
    NoteLogement,
    NoteOffre,
    OffreCloseError,
    SansBailError,
    noter_etape_logement,
    noter_etape_offre,
)
from fluxdesk.services.noter_preavis import noter_preavis
from fluxdesk.services.noter_travaux import Travaux, TravauxSansDebutError, noter_travaux
from fluxdesk.services.retirer_logement import (
    CauseDuBailleurError,
    DejaRetireError,
    LoueError,
    PasRetireError,
    Retrait,
    rendre_logement,
    retirer_logement,
)
from fluxdesk.services.suggerer_orientation import LogementRetireError
from fluxdesk.services.tenir_fiches import FicheToucheeError
from tests.services.ensemble import ATTRIBUEE, BAIL, REFUSEE, issues, repondre
from tests.services.monde import JOUR, actions, conge, monde, orienter
from tests.services.test_actes import soldes
from tests.services.vies import AVRIL, annuler_le_dernier, offerte, offre_de, vacance_de

if TYPE_CHECKING:
    from tests.services.memoire import MemoireUow


def noter(uow: MemoireUow, offre_id: int, etape: EtapeOffre, jour: date | None) -> None:
    note = NoteOffre(orientation_id=offre_id, etape=etape, jour=jour)
    noter_etape_offre(note, uow=uow, horloge=AVRIL)


def test_steps_of_the_dwelling_are_noted_erased_and_undone_one_by_one() -> None:
    uow = monde()
    ident = conge(uow, 1)
    for etape, jour in (
        (EtapeLogement.VISITE_CONSEIL, date(2026, 5, 20)),  # planned
        (EtapeLogement.LIBERATION, date(2026, 4, 1)),
    ):
        note = NoteLogement(vacance_id=ident, etape=etape, jour=jour)
        noter_etape_logement(note, uow=uow, horloge=AVRIL)
    suivi = vacance_de(uow, ident).suivi
    assert (suivi.visite_conseil, suivi.liberation) == (date(2026, 5, 20), date(2026, 4, 1))
    erased = NoteLogement(vacance_id=ident, etape=EtapeLogement.LIBERATION, jour=None)
    noter_etape_logement(erased, uow=uow, horloge=AVRIL)
    assert vacance_de(uow, ident).suivi.liberation is None
    assert "date effacée" in annuler_le_dernier(uow)
    assert vacance_de(uow, ident).suivi.liberation == date(2026, 4, 1)
    assert "état des lieux de sortie" in annuler_le_dernier(uow)
    assert "visite conseil" in annuler_le_dernier(uow)
    assert vacance_de(uow, ident).suivi.visite_conseil is None
    assert actions(uow)[-3:] == ["vacance.revenir"] * 3


def test_a_step_of_the_dwelling_has_its_place_and_its_time() -> None:
    uow = monde()
    ident = conge(uow, 1)
    early = NoteLogement(vacance_id=ident, etape=EtapeLogement.LIBERATION, jour=date(2026, 1, 1))
    with pytest.raises(EtapeDesordonneeError, match="ne peut pas précéder la réception du congé"):
        noter_etape_logement(early, uow=uow, horloge=AVRIL)
    with pytest.raises(EtapeFutureError):
        noter_etape_logement(replace(early, jour=date(2026, 5, 2)), uow=uow, horloge=AVRIL)


def test_an_act_changed_since_is_not_undone() -> None:
    uow = monde()
    ident = conge(uow, 1)
    noter_preavis(ident, MotifPreavis.RSA, justifie=True, uow=uow)
    with uow:
        touched = replace(uow.vacances.lire(ident), observation="autre")
        uow.vacances.enregistrer(touched)
        uow.valider()
    with pytest.raises(FicheToucheeError, match="préavis"):
        annuler_le_dernier(uow)
    offer = orienter(uow, ident, "2", "essai")
    noter(uow, offer.id, EtapeOffre.CANDIDATS, date(2026, 3, 20))
    with uow:
        uow.orientations.enregistrer(replace(uow.orientations.lire(offer.id), candidats=9))
        uow.valider()
    with pytest.raises(FicheToucheeError, match="candidats reçus"):
        annuler_le_dernier(uow)


def test_the_notice_is_computed_and_kept_with_its_proof() -> None:
    uow = monde()
    ident = conge(uow, 1)
    notice = noter_preavis(ident, MotifPreavis.RSA, justifie=True, uow=uow)
    suivi = vacance_de(uow, ident).suivi
    assert notice.fin.jour == date(2026, 3, 1)
    assert (suivi.preavis_mois, suivi.preavis_motif, suivi.preavis_justifie) == (
        1,
        "bénéficiaire du RSA",
        True,
    )


def test_works_put_the_dwelling_in_works_then_back_to_let() -> None:
    uow = monde()
    ident = conge(uow, 1)
    begun = Travaux(vacance_id=ident, debut=date(2026, 3, 1), nature=" peinture ")
    assert noter_travaux(begun, uow=uow).suivi.etat is EtatVacance.TRAVAUX
    ended = replace(begun, fin=date(2026, 3, 20), disponibilite=date(2026, 3, 22))
    after = noter_travaux(ended, uow=uow)
    assert (after.suivi.etat, after.disponibilite, after.suivi.travaux_nature) == (
        EtatVacance.COMMERCIALE,
        date(2026, 3, 22),
        "peinture",
    )
    none = noter_travaux(Travaux(vacance_id=ident, debut=None), uow=uow)
    assert (none.suivi.travaux_fin, none.suivi.etat) == (None, EtatVacance.COMMERCIALE)
    with pytest.raises(TravauxSansDebutError):
        noter_travaux(Travaux(vacance_id=ident, debut=None, fin=JOUR), uow=uow)
    with pytest.raises(DatesInverseesError):
        noter_travaux(replace(ended, disponibilite=date(2026, 1, 1)), uow=uow)
    with pytest.raises(EtapeDesordonneeError, match="La fin des travaux"):
        noter_travaux(replace(ended, fin=date(2026, 2, 20)), uow=uow)


def test_a_withdrawn_dwelling_waits_and_comes_back() -> None:
    uow = monde()
    ident = conge(uow, 1)
    offer = orienter(uow, ident, "2", "essai")
    gone = Retrait(vacance_id=ident, jour=date(2026, 3, 10), motif="dégât des eaux")
    assert retirer_logement(gone, uow=uow).suivi.etat is EtatVacance.TRAVAUX
    assert issues(uow, ident) == [IssueOrientation.EN_COURS]
    with pytest.raises(DejaRetireError):
        retirer_logement(gone, uow=uow)
    back = rendre_logement(ident, jour=date(2026, 4, 2), uow=uow)
    assert (back.suivi.retrait, back.disponibilite) == (None, date(2026, 4, 2))
    with pytest.raises(PasRetireError):
        rendre_logement(ident, jour=date(2026, 4, 2), uow=uow)
    assert "rendu" in annuler_le_dernier(uow)
    assert "retiré" in annuler_le_dernier(uow)
    assert offre_de(uow, offer.id).issue is IssueOrientation.EN_COURS


def test_a_withdrawal_for_good_closes_the_offers_at_nobodys_cost() -> None:
    uow = monde()
    ident = conge(uow, 1)
    orienter(uow, ident, "2", "essai")
    gone = Retrait(
        vacance_id=ident,
        jour=date(2026, 3, 10),
        motif="vendu",
        cause=CauseEchec.VENTE,
        etat=EtatVacance.ATTENTE_VENTE,
    )
    retirer_logement(gone, uow=uow)
    assert issues(uow, ident) == [IssueOrientation.RETIREE]
    assert [servi for cle, _, servi in soldes(uow) if cle == "2"] == [0]
    with pytest.raises(LogementRetireError, match="10 mars 2026"):
        orienter(uow, ident)


def test_a_withdrawal_says_why_and_for_a_cause_of_the_landlord() -> None:
    uow = monde()
    offer = offerte(uow)
    gone = Retrait(vacance_id=offer.vacance_id, jour=JOUR, motif="vendu")
    with pytest.raises(MotifManquantError):
        retirer_logement(replace(gone, motif=" "), uow=uow)
    with pytest.raises(CauseDuBailleurError, match="travaux, vente"):
        retirer_logement(replace(gone, cause=CauseEchec.SILENCE), uow=uow)
    repondre(uow, offer, ATTRIBUEE)
    repondre(uow, offer, BAIL)
    with pytest.raises(LoueError):
        retirer_logement(gone, uow=uow)


def test_steps_of_an_offer_follow_its_life() -> None:
    uow = monde()
    offer = offerte(uow)
    noter(uow, offer.id, EtapeOffre.CANDIDATS, date(2026, 3, 10))
    with pytest.raises(EtapeDesordonneeError, match="dossiers complets"):
        noter(uow, offer.id, EtapeOffre.DOSSIERS, date(2026, 3, 9))
    noter(uow, offer.id, EtapeOffre.DOSSIERS, date(2026, 3, 12))
    noter(uow, offer.id, EtapeOffre.CAL_PREVUE, date(2026, 5, 20))
    with pytest.raises(SansBailError):
        noter(uow, offer.id, EtapeOffre.SNE, date(2026, 4, 1))
    repondre(uow, offer, ATTRIBUEE, date(2026, 3, 20))
    repondre(uow, offer, BAIL, date(2026, 4, 1))
    noter(uow, offer.id, EtapeOffre.SNE, date(2026, 4, 1))
    noter(uow, offer.id, EtapeOffre.ENTREE, date(2026, 4, 5))
    kept = offre_de(uow, offer.id).suivi
    assert (kept.sne, kept.entree, kept.passages_cal) == (date(2026, 4, 1), date(2026, 4, 5), 1)
    with pytest.raises(OffreCloseError, match="bail signé"):
        noter(uow, offer.id, EtapeOffre.CANDIDATS, date(2026, 3, 11))


def test_a_cancelled_offer_takes_its_steps_with_it() -> None:
    uow = monde()
    offer = offerte(uow)
    noter(uow, offer.id, EtapeOffre.CANDIDATS, date(2026, 3, 10))
    repondre(uow, offer, REFUSEE)
    assert "refusée par le réservataire" in annuler_le_dernier(uow)
    assert "candidats reçus" in annuler_le_dernier(uow)
    noter(uow, offer.id, EtapeOffre.CANDIDATS, date(2026, 3, 10))
    with uow:
        made = next(e for e in uow.journal.toutes() if e.action == "orientation.creer")
    annuler_action(made.numero, motif="erreur", transaction=lambda: uow)
    with uow:
        assert all(e.objet != f"orientation:{offer.id}" for e in annulables(uow.journal.toutes()))
