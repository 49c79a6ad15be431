"""A new programme: agreed, delivered, let for the first time, then in the flux."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.clauses import Clauses, ModeNeuf
from fluxdesk.domain.erreurs import IntrouvableError
from fluxdesk.domain.flux.parties import BAILLEUR
from fluxdesk.domain.offres import etapes_de
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.programme_neuf import DroitNeuf, ProgrammeNeuf
from fluxdesk.domain.vacance import CauseLiberation, Qualification
from fluxdesk.services.annuler_action import annuler_action
from fluxdesk.services.annuler_orientation import annuler_orientation
from fluxdesk.services.compter_neuf import Compteur, compter_circuits, lignes_du_neuf
from fluxdesk.services.enregistrer_issue import enregistrer_issue
from fluxdesk.services.etablir_bilan import etablir_bilan
from fluxdesk.services.livrer_programme import (
    LivraisonEntameeError,
    RienALivrerError,
    annuler_livraison,
    livrer_programme,
)
from fluxdesk.services.orienter_vacance import DerogationSansMotifError, DestinataireInconnuError
from fluxdesk.services.premiere_location import ReservataireAConvenirError, partie_convenue
from fluxdesk.services.tenir_fiches import FicheUtiliseeError
from fluxdesk.services.tenir_programmes import (
    ProgrammeFauxError,
    enregistrer_programme,
    lire_programmes,
    retirer_programme,
)
from fluxdesk.services.tenir_registre import charger_registre, registre_a_l_offre
from tests.services.monde import (
    ACTION_LOGEMENT,
    TERRITOIRES,
    VILLE,
    actions,
    conge,
    monde,
    orienter,
)

if TYPE_CHECKING:
    from tests.services.memoire import MemoireUow

PRIO = "1/prioritaires"
LIVRAISON = date(2026, 3, 1)
PINS = ProgrammeNeuf(
    nom="Les Pins",
    commune="2A004",
    agrement=date(2024, 5, 2),
    livraison_prevue=date(2026, 2, 1),
    droits=(DroitNeuf(partie=PRIO, nombre=1), DroitNeuf(partie=str(VILLE), nombre=1)),
    logements=((1, PRIO), (2, str(VILLE)), (3, "")),
)


@pytest.fixture
def uow() -> MemoireUow:
    return monde()


@pytest.fixture
def pins(uow: MemoireUow) -> ProgrammeNeuf:
    return enregistrer_programme(PINS, uow=uow)


def clause(uow: MemoireUow, reservataire: int, mode: ModeNeuf) -> None:
    with uow:
        convention = uow.conventions.du_reservataire(reservataire)
        assert convention is not None
        uow.conventions.enregistrer(replace(convention, clauses=Clauses(neuf=mode)))
        uow.valider()


def evenements(uow: MemoireUow) -> int:
    with uow:
        return len(uow.evenements.tous())


def dernier(uow: MemoireUow) -> int:
    with uow:
        return max(e.numero for e in uow.journal.toutes())


def test_a_programme_is_read_with_its_concertation(uow: MemoireUow, pins: ProgrammeNeuf) -> None:
    read = lire_programmes(uow=uow)
    (one,) = read.programmes
    assert one.programme == pins
    assert [home.id for home in one.logements] == [1, 2, 3]
    assert one.concertation.a_convenir == (3,)
    assert not one.livre
    assert read.parties[PRIO] == "État (prioritaires)"
    assert "1" not in read.parties
    assert read.parties[BAILLEUR] == "Bailleur"


@pytest.mark.parametrize(
    ("fausse", "dit"),
    [
        (replace(PINS, nom=" "), "Indiquez le nom"),
        (replace(PINS, droits=(DroitNeuf(partie=PRIO, nombre=0),)), "un logement au moins"),
        (replace(PINS, livraison_prevue=date(2024, 1, 1)), "précède l’agrément"),
        (replace(PINS, droits=(DroitNeuf(partie="1", nombre=1),)), "choisissez l’une de ses parts"),
        (replace(PINS, logements=((1, "99"),)), "sans convention"),
        (replace(PINS, logements=((1, ""), (1, ""))), "deux fois"),
    ],
)
def test_a_programme_that_cannot_be_is_refused(
    uow: MemoireUow, fausse: ProgrammeNeuf, dit: str
) -> None:
    with pytest.raises(ProgrammeFauxError, match=dit):
        enregistrer_programme(fausse, uow=uow)


def test_a_dwelling_is_in_one_programme(uow: MemoireUow, pins: ProgrammeNeuf) -> None:
    with pytest.raises(
        ProgrammeFauxError, match="déjà dans le programme « Les Pins »".replace(" ", ".")
    ):
        enregistrer_programme(replace(PINS, nom="Autre", droits=(), logements=((1, ""),)), uow=uow)
    changed = enregistrer_programme(replace(pins, observation="îlot B"), uow=uow, motif="visite")
    assert changed.id == pins.id


def test_the_party_agreed_is_offered_the_dwelling_apart_from_the_flux(
    uow: MemoireUow, pins: ProgrammeNeuf
) -> None:
    opened = livrer_programme(pins.id, jour=LIVRAISON, uow=uow)
    assert len(opened) == 3
    with uow:
        vacance = uow.vacances.lire(opened[0])
        assert vacance.cause is CauseLiberation.LIVRAISON
        assert vacance.qualification is Qualification.FLUX
        accord = partie_convenue(opened[0], uow=uow)
        assert accord is not None
        assert accord.separee
        assert "convenue avec État (prioritaires)" in accord.phrase()
        assert "comptée à part" in accord.phrase()
    made = orienter(uow, opened[0])
    assert (made.reservataire_id, made.sous_contingent, made.suggere) == (1, "prioritaires", PRIO)
    assert made.suivi.hors_registre
    assert made.echeance is not None
    for issue, day in (
        (IssueOrientation.ATTRIBUEE, date(2026, 3, 10)),
        (IssueOrientation.BAIL_SIGNE, date(2026, 3, 20)),
    ):
        enregistrer_issue(made.id, issue, jour=day, uow=uow)
    assert evenements(uow) == 0
    with uow:
        assert registre_a_l_offre(made, uow=uow).comptes.droits == 0
        assert etapes_de(PRIO, uow.orientations.toutes()).mises == 0
    bilan = etablir_bilan(2026, reservataire_id=None, uow=uow, territoires=TERRITOIRES)
    (line,) = [line for line in bilan.lignes if line.proposes]
    assert (line.reservataire, line.sous_contingent) == ("État", "prioritaires")
    assert (line.neuf, line.attribues, line.baux) == ("neuf (compté à part)", 1, 1)
    assert (bilan.liberations, [s.servi for s in bilan.soldes_annee if s.servi]) == (0, [])


def test_after_its_first_letting_the_dwelling_is_in_the_flux(
    uow: MemoireUow, pins: ProgrammeNeuf
) -> None:
    opened = livrer_programme(pins.id, jour=LIVRAISON, uow=uow)
    made = orienter(uow, opened[0])
    enregistrer_issue(made.id, IssueOrientation.ATTRIBUEE, jour=made.jour, uow=uow)
    enregistrer_issue(made.id, IssueOrientation.BAIL_SIGNE, jour=made.jour, uow=uow)
    again = conge(uow, 1)
    with uow:
        assert partie_convenue(again, uow=uow) is None
    orienter(uow, again)
    with uow:
        assert charger_registre(uow=uow).comptes.droits == 1


def test_a_convention_may_count_new_dwellings_in_the_flux(
    uow: MemoireUow, pins: ProgrammeNeuf
) -> None:
    clause(uow, VILLE, ModeNeuf.DANS_LE_FLUX)
    opened = livrer_programme(pins.id, jour=LIVRAISON, uow=uow)
    made = orienter(uow, opened[1])
    assert made.reservataire_id == VILLE
    assert not made.suivi.hors_registre
    assert "comptée dans le flux" in made.explication
    with uow:
        ledger = charger_registre(uow=uow)
        assert ledger.comptes.droits == 1
        assert ledger.servi(str(VILLE)) == 1
    counted = {row.cle: row for row in compter_circuits(2026, uow=uow)}
    assert counted[str(VILLE)].neuf_du_flux == Compteur(proposes=1)
    assert counted[PRIO].neuf_separe == Compteur()


def test_another_party_needs_a_reason_and_nobody_is_guessed(
    uow: MemoireUow, pins: ProgrammeNeuf
) -> None:
    opened = livrer_programme(pins.id, jour=LIVRAISON, uow=uow)
    with pytest.raises(ReservataireAConvenirError, match="concertation"):
        orienter(uow, opened[2])
    with uow:
        none = partie_convenue(opened[2], uow=uow)
        assert none is not None
        assert "complétez-la" in none.phrase()
    with pytest.raises(DerogationSansMotifError):
        orienter(uow, opened[0], BAILLEUR)
    with pytest.raises(DestinataireInconnuError):
        orienter(uow, opened[0], "1", "essai")
    made = orienter(uow, opened[0], str(ACTION_LOGEMENT), "échange convenu le 2 mars")
    assert made.derogation == "échange convenu le 2 mars"
    assert made.suivi.hors_registre


def test_a_dwelling_given_back_is_not_offered_again_to_the_same(
    uow: MemoireUow, pins: ProgrammeNeuf
) -> None:
    opened = livrer_programme(pins.id, jour=LIVRAISON, uow=uow)
    made = orienter(uow, opened[0])
    enregistrer_issue(made.id, IssueOrientation.REFUSEE, jour=made.jour, motif="trop cher", uow=uow)
    with pytest.raises(ReservataireAConvenirError, match="rendu"):
        orienter(uow, opened[0])
    kept = orienter(uow, opened[0], BAILLEUR, "personne d’autre")
    assert kept.reservataire_id is None
    annuler_orientation(kept.id, motif="erreur", uow=uow)
    assert evenements(uow) == 0


def test_new_and_old_are_counted_apart(uow: MemoireUow, pins: ProgrammeNeuf) -> None:
    opened = livrer_programme(pins.id, jour=LIVRAISON, uow=uow)
    made = orienter(uow, opened[0])
    enregistrer_issue(made.id, IssueOrientation.ATTRIBUEE, jour=date(2027, 1, 4), uow=uow)
    orienter(uow, opened[0 + 1])
    kept = orienter(uow, conge(uow, 5))
    gone = orienter(uow, conge(uow, 6))
    annuler_orientation(gone.id, motif="erreur", uow=uow)
    rows = {row.cle: row for row in compter_circuits(2026, uow=uow)}
    assert rows[PRIO].neuf_separe == Compteur(proposes=1)
    assert rows[str(VILLE)].neuf_separe == Compteur(proposes=1)
    assert sum(row.ancien.proposes for row in rows.values()) == 1
    assert kept.suivi.hors_registre is False
    next_year = {row.cle: row for row in compter_circuits(2027, uow=uow)}
    assert next_year[PRIO].neuf_separe == Compteur(attribues=1)
    lines = {(x.financement, x.typologie, x.cle): x for x in lignes_du_neuf(2026, uow=uow)}
    assert lines["PLUS", "T3", PRIO].convenus == 1
    assert lines["PLUS", "T3", PRIO].compteur == Compteur(proposes=1)
    assert lines["", "", PRIO].droits == 1
    assert lines["PLUS", "T3", ""].convenus == 1


def test_a_delivery_is_taken_back_until_a_dwelling_is_offered(
    uow: MemoireUow, pins: ProgrammeNeuf
) -> None:
    opened = livrer_programme(pins.id, jour=LIVRAISON, uow=uow)
    delivered = dernier(uow)
    with pytest.raises(RienALivrerError):
        livrer_programme(pins.id, jour=LIVRAISON, uow=uow)
    with pytest.raises(FicheUtiliseeError, match="livrés"):
        retirer_programme(pins.id, uow=uow)
    offer = orienter(uow, opened[0])
    with pytest.raises(LivraisonEntameeError):
        annuler_action(delivered, motif="essai", transaction=lambda: uow)
    annuler_orientation(offer.id, motif="erreur", uow=uow)
    annuler_action(delivered, motif="mauvaise date", transaction=lambda: uow)
    (read,) = lire_programmes(uow=uow).programmes
    assert not read.livre
    assert read.programme.livraison_reelle is None
    assert livrer_programme(pins.id, jour=date(2026, 3, 2), uow=uow) == opened
    assert actions(uow)[-1] == "programme.livrer"


def test_a_dwelling_vacant_already_or_gone_is_not_delivered(
    uow: MemoireUow, pins: ProgrammeNeuf
) -> None:
    conge(uow, 1)
    assert len(livrer_programme(pins.id, jour=LIVRAISON, uow=uow)) == 2


def test_a_programme_never_delivered_goes_and_comes_back(
    uow: MemoireUow, pins: ProgrammeNeuf
) -> None:
    with pytest.raises(IntrouvableError, match="livraison"):
        annuler_livraison(pins.id, motif="x", uow=uow)
    retirer_programme(pins.id, uow=uow, motif="abandon")
    assert lire_programmes(uow=uow).programmes == ()
    annuler_action(dernier(uow), motif="erreur", transaction=lambda: uow)
    assert [p.programme.nom for p in lire_programmes(uow=uow).programmes] == ["Les Pins"]
