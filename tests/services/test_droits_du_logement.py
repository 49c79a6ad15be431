"""Identified stock goes by its own circuit; a single designation is used up by the lease."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.droit_stock import DroitStock, NatureDroit
from fluxdesk.domain.erreurs import IntrouvableError
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.suivi_vacance import MotifHorsFlux
from fluxdesk.domain.vacance import Qualification
from fluxdesk.services.annuler_action import annulables, annuler_action
from fluxdesk.services.droits_du_logement import (
    consommer_au_bail,
    designations,
    droit_identifie,
    rendre_droit,
)
from fluxdesk.services.enregistrer_issue import enregistrer_issue
from tests.services.monde import ACTION_LOGEMENT, ETAT, JOUR, VILLE, conge, monde, orienter

if TYPE_CHECKING:
    from tests.services.memoire import MemoireUow

LE_BAIL = date(2026, 2, 20)


def base(*droits: DroitStock) -> MemoireUow:
    uow = monde()
    with uow:
        for droit in droits:
            uow.stock.enregistrer(droit)
        uow.valider()
    return uow


def identifie(nature: NatureDroit, *, fin: date | None = None) -> DroitStock:
    return DroitStock(logement_id=1, reservataire_id=ETAT, nature=nature, fin=fin)


UNIQUE = DroitStock(
    logement_id=2, reservataire_id=ACTION_LOGEMENT, nature=NatureDroit.DESIGNATION_UNIQUE
)


@pytest.mark.parametrize(
    ("nature", "motif"),
    [
        (NatureDroit.DEFENSE, MotifHorsFlux.DEFENSE),
        (NatureDroit.SECURITE, MotifHorsFlux.SECURITE),
        (NatureDroit.SANTE, MotifHorsFlux.SANTE),
    ],
)
def test_le_conge_d_un_logement_identifie_se_qualifie_seul(
    nature: NatureDroit, motif: MotifHorsFlux
) -> None:
    uow = base(identifie(nature))
    ident = conge(uow, 1, Qualification.A_QUALIFIER)
    with uow:
        vacance = uow.vacances.lire(ident)
        droit = droit_identifie(1, JOUR, uow=uow)
    assert vacance.qualification is Qualification.STOCK
    assert vacance.suivi.motif_hors_flux is motif
    assert droit is not None
    assert droit.reservataire_id == ETAT


def test_ce_que_l_agent_a_qualifie_le_reste() -> None:
    uow = base(identifie(NatureDroit.DEFENSE))
    ident = conge(uow, 1, Qualification.FLUX)
    with uow:
        assert uow.vacances.lire(ident).qualification is Qualification.FLUX


def test_les_autres_logements_attendent_d_etre_qualifies() -> None:
    ended = identifie(NatureDroit.DEFENSE, fin=date(2025, 12, 31))
    uow = base(ended, UNIQUE)
    found = [conge(uow, n, Qualification.A_QUALIFIER) for n in (1, 2, 3)]
    with uow:
        assert {uow.vacances.lire(n).qualification for n in found} == {Qualification.A_QUALIFIER}


def test_une_designation_unique_est_consommee_par_le_bail_et_le_solde_baisse() -> None:
    uow = base(UNIQUE, DroitStock(logement_id=2, reservataire_id=VILLE))
    with uow:
        assert consommer_au_bail(2, VILLE, LE_BAIL, uow=uow) is None
        assert consommer_au_bail(2, None, LE_BAIL, uow=uow) is None
        used = consommer_au_bail(2, ACTION_LOGEMENT, LE_BAIL, uow=uow)
        uow.valider()
    assert used is not None
    assert used.observation == "Consommée par le bail du 20 février 2026."
    with uow:
        assert designations(2, JOUR, uow=uow) == []
        assert consommer_au_bail(2, ACTION_LOGEMENT, JOUR, uow=uow) is None


def test_un_bail_defait_rend_la_designation_avec_ce_qui_en_etait_dit() -> None:
    uow = base(replace(UNIQUE, observation="Acte de 2014."))
    with uow:
        consommer_au_bail(2, ACTION_LOGEMENT, LE_BAIL, uow=uow)
        uow.valider()
    with uow:
        (entree,) = [e for e in annulables(uow.journal.toutes()) if e.action == "droit.consommer"]
    annuler_action(entree.numero, motif="bail annulé", transaction=lambda: uow)
    with uow:
        (back,) = designations(2, JOUR, uow=uow)
    assert (back.fin, back.observation) == (None, "Acte de 2014.")
    with pytest.raises(IntrouvableError):
        rendre_droit(back.id, uow=uow, motif="encore")


def test_le_bail_signe_d_une_offre_consomme_la_designation_du_logement() -> None:
    uow = base(UNIQUE)
    offre = orienter(uow, conge(uow, 2), str(ACTION_LOGEMENT), "droit unique")
    for issue in (IssueOrientation.ATTRIBUEE, IssueOrientation.BAIL_SIGNE):
        enregistrer_issue(offre.id, issue, jour=JOUR, uow=uow)
    with uow:
        assert [d.fin for d in uow.stock.tous()] == [JOUR]
        assert "droit.consommer" in [e.action for e in uow.journal.toutes()]


def test_le_bail_annule_rend_la_designation_qu_il_avait_consommee() -> None:
    other = replace(UNIQUE, reservataire_id=VILLE, fin=JOUR, observation="Éteint par accord.")
    uow = base(UNIQUE, other, replace(UNIQUE, fin=JOUR, observation="Éteint."))
    offre = orienter(uow, conge(uow, 2), str(ACTION_LOGEMENT), "droit unique")
    for issue in (IssueOrientation.ATTRIBUEE, IssueOrientation.BAIL_SIGNE):
        enregistrer_issue(offre.id, issue, jour=JOUR, uow=uow)
    with uow:
        bail = [e for e in annulables(uow.journal.toutes()) if e.action == "orientation.issue"][-1]
    annuler_action(bail.numero, motif="bail non signé", transaction=lambda: uow)
    with uow:
        assert [d.fin for d in uow.stock.tous()] == [None, JOUR, JOUR]
        entrees = annulables(uow.journal.toutes())
    assert "droit.consommer" not in [e.action for e in entrees]
