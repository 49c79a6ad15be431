"""The facts of a bilan: boundaries of years, imputation, EPCI, forecast, new, targets."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from fluxdesk.domain.bilan_ecarts import ecarts
from fluxdesk.domain.bilan_faits import AU_DESSUS, NEUF_A_PART, SOUS_PLAFOND, LogementVu
from fluxdesk.domain.bilan_lignes import causes_de, loyers_de, territoires_de
from fluxdesk.domain.bilan_prevus import non_localises, prevus_de, relogements_de, sans_prevision
from fluxdesk.domain.droit_stock import DroitStock, NatureDroit
from fluxdesk.domain.echec import CauseEchec
from fluxdesk.domain.logement import NON_RENSEIGNE
from fluxdesk.domain.objectif import NatureObjectif, Objectif
from fluxdesk.domain.orientation import IssueOrientation, Orientation
from fluxdesk.domain.periode import lire_periode
from fluxdesk.domain.prevision import Prevision
from fluxdesk.domain.programme_neuf import DroitNeuf, ProgrammeNeuf
from fluxdesk.domain.reservataire import Categorie, Reservataire
from fluxdesk.domain.suivi_vacance import SuiviOffre, SuiviVacance
from fluxdesk.domain.vacance import CategorieSoustrait, Qualification
from fluxdesk.services.enregistrer_issue import enregistrer_issue
from fluxdesk.services.etablir_bilan import etablir_bilan, etablir_ensemble
from fluxdesk.services.fiches import ecrire_fiche, lire_fiche
from fluxdesk.services.imputer_autrement import Imputation, imputer_autrement
from fluxdesk.services.proposer_au_titulaire import proposer_au_titulaire
from fluxdesk.services.qualifier_vacance import qualifier_vacance
from tests.services.monde import HORLOGE, JOUR, TERRITOIRES, conge, monde, orienter

if TYPE_CHECKING:
    from fluxdesk.domain.bilan import Bilan
    from fluxdesk.domain.periode import Periode
    from tests.services.memoire import MemoireUow


def bilan(uow: MemoireUow, quand: int | Periode = 2026, qui: int | None = None) -> Bilan:
    return etablir_bilan(quand, reservataire_id=qui, uow=uow, territoires=TERRITOIRES)


def changer(uow: MemoireUow, offre: Orientation, **champs: object) -> None:
    with uow:
        kept = uow.orientations.lire(offre.id)
        uow.orientations.enregistrer(replace(kept, **champs))  # type: ignore[arg-type]
        uow.valider()


def sommes(made: Bilan) -> tuple[int, int, int, int]:
    return (
        sum(x.proposes for x in made.lignes),
        sum(x.attribues for x in made.lignes),
        sum(x.baux for x in made.lignes),
        sum(x.sans_suite for x in made.lignes),
    )


def test_proposed_in_a_year_and_let_in_the_next_counts_once_in_each() -> None:
    uow = monde()
    made = orienter(uow, conge(uow, 1), "2", "essai")
    enregistrer_issue(made.id, IssueOrientation.ATTRIBUEE, jour=date(2026, 12, 30), uow=uow)
    enregistrer_issue(made.id, IssueOrientation.BAIL_SIGNE, jour=date(2027, 1, 4), uow=uow)
    assert sommes(bilan(uow)) == (1, 1, 0, 0)
    assert sommes(bilan(uow, 2027)) == (0, 0, 1, 0)
    assert sommes(bilan(uow, lire_periode("2026-T1"))) == (1, 0, 0, 0)
    assert sommes(bilan(uow, lire_periode("2026-12"))) == (0, 1, 0, 0)


def test_an_offer_that_failed_is_sans_suite_in_the_year_it_was_made() -> None:
    uow = monde()
    made = orienter(uow, conge(uow, 1), "2", "essai")
    enregistrer_issue(made.id, IssueOrientation.REFUSEE, jour=date(2027, 1, 4), uow=uow)
    changer(uow, made, cause=CauseEchec.NON_ATTRIBUTION)
    assert sommes(bilan(uow)) == (1, 0, 0, 1)
    assert sommes(bilan(uow, 2027)) == (0, 0, 0, 0)
    counted = {(c.cause, c.responsable): c.nombre for c in causes_de(bilan(uow))}
    assert counted[CauseEchec.NON_ATTRIBUTION.value, "CAL"] == 1
    assert len(counted) == len(CauseEchec)
    assert bilan(uow).detail[0].decision == "non-attribution"


def test_a_failure_without_a_cause_keeps_what_its_issue_says() -> None:
    uow = monde()
    for home, issue in (
        (1, IssueOrientation.REFUSEE),
        (2, IssueOrientation.SANS_CANDIDAT),
        (3, IssueOrientation.ECARTEE),
    ):
        changer(uow, orienter(uow, conge(uow, home), "2", "essai"), issue=issue, cause=None)
    told = [f.cause_echec for f in bilan(uow).detail]
    assert told == [
        "cause non renseignée",
        "aucun candidat dans le délai",
        "attribué à un autre réservataire",
    ]
    assert {c.cause for c in causes_de(bilan(uow)) if c.nombre} == set(told)


def test_an_offer_counts_for_the_party_charged() -> None:
    uow = monde()
    made = orienter(uow, conge(uow, 1), "1/prioritaires", "essai")
    imputer_autrement(Imputation(orientation_id=made.id, partie="2", source="accord"), uow=uow)
    assert sommes(bilan(uow, qui=2))[0] == 1
    assert sommes(bilan(uow, qui=1))[0] == 0
    assert bilan(uow).detail[0].oriente == "État (prioritaires)"


def test_a_new_dwelling_counted_apart_is_proposed_even_to_one_without_convention() -> None:
    uow = monde()
    vacancy = conge(uow, 1)
    with uow:
        opened = uow.vacances.lire(vacancy)
        uow.vacances.enregistrer(replace(opened, suivi=SuiviVacance(programme_id=1)))
        who = uow.reservataires.enregistrer(Reservataire(nom="Région", categorie=Categorie.REGION))
        uow.orientations.enregistrer(
            Orientation(
                numero="N-1",
                vacance_id=vacancy,
                jour=JOUR,
                reservataire_id=who,
                issue=IssueOrientation.EN_COURS,
                suivi=SuiviOffre(hors_registre=True),
            )
        )
        uow.valider()
    made = bilan(uow)
    (row,) = [x for x in made.lignes if x.proposes]
    assert (row.reservataire, row.neuf, row.commune) == (
        "Région",
        NEUF_A_PART,
        "Ajaccio (2A004)",
    )
    assert (made.liberations, made.detail[0].a_part) == (0, True)


def test_a_dwelling_offered_to_the_holder_of_its_right_is_in_no_bilan() -> None:
    uow = monde()
    with uow:
        uow.stock.enregistrer(
            DroitStock(logement_id=1, reservataire_id=1, nature=NatureDroit.DEFENSE)
        )
        uow.valider()
    vacancy = conge(uow, 1, Qualification.A_QUALIFIER)
    proposer_au_titulaire(vacancy, uow=uow, horloge=HORLOGE, territoires=TERRITOIRES)
    assert [x for x in bilan(uow).lignes if x.proposes] == []


def test_an_epci_receives_what_happened_on_its_territory_and_no_account() -> None:
    uow = monde()
    orienter(uow, conge(uow, 1), "2", "essai")
    orienter(uow, conge(uow, 6), "2", "essai")
    made = etablir_ensemble(2026, uow=uow, territoires=TERRITOIRES)
    here = made.bilan(made.destinataire("epci:242000354"))
    assert (here.liberations, sommes(here)[0], here.soldes) == (1, 1, ())
    assert {x.commune for x in here.lignes if x.proposes} == {"Bastia (2B033)"}
    whole = made.bilan(made.destinataire("cil"))
    assert [(t.departement, t.liberations, t.proposes) for t in territoires_de(whole)] == [
        ("2A", 1, 1),
        ("2B", 1, 1),
    ]
    assert not whole.au_logement


def test_forecast_and_done_stand_side_by_side() -> None:
    uow = monde()
    ident = conge(uow, 4, Qualification.A_QUALIFIER)
    qualifier_vacance(ident, Qualification.SOUSTRAIT, categorie=CategorieSoustrait.VENTE, uow=uow)
    with uow:
        for year, count in ((2026, 2), (2027, 3), (2030, 9)):
            uow.previsions.enregistrer(
                Prevision(
                    annee=year, categorie=CategorieSoustrait.MUTATION, nombre=count, commune="2A004"
                )
            )
        uow.previsions.enregistrer(
            Prevision(annee=2027, categorie=CategorieSoustrait.VENTE, nombre=1, commune="99999")
        )
        uow.valider()
    made = bilan(uow)
    rows = [(x.categorie, x.commune, x.prevus, x.realises) for x in relogements_de(made)]
    assert ("mutation dans le parc", "Ajaccio (2A004)", 2, 0) in rows
    assert ("vente", "Ajaccio (2A004)", 0, 1) in rows
    assert len(rows) == len(CategorieSoustrait)
    assert [(f.nombre, f.lieu.commune) for f in prevus_de(made, 2027)] == [
        (3, "Ajaccio (2A004)"),
        (1, "99999"),
    ]
    zones = {t.departement: t.soustraits for t in territoires_de(made)}
    assert zones == {"2A": 1}


def test_a_territory_has_its_own_forecasts_and_those_of_no_commune_apart() -> None:
    uow = monde()
    orienter(uow, conge(uow, 1), "2", "essai")  # in Ajaccio
    orienter(uow, conge(uow, 6), "2", "essai")  # in Bastia
    taken = conge(uow, 4, Qualification.A_QUALIFIER)  # in Ajaccio
    qualifier_vacance(taken, Qualification.SOUSTRAIT, categorie=CategorieSoustrait.VENTE, uow=uow)
    with uow:
        for commune, count in (("2A004", 3), ("2B033", 5), ("", 7), ("", 1)):
            uow.previsions.enregistrer(
                Prevision(
                    annee=2027, categorie=CategorieSoustrait.VENTE, nombre=count, commune=commune
                )
            )
        uow.valider()
    made = etablir_ensemble(2026, uow=uow, territoires=TERRITOIRES)
    told = {}
    for cle in ("prefecture", "reservataire:2", "reservataire:3", "epci:242010056", "cil"):
        here = made.bilan(made.destinataire(cle))
        told[cle] = (
            here.liberations,
            len(here.realises),
            sum(f.nombre for f in prevus_de(here, 2027)),
            non_localises(here, 2027),
        )
    whole, ajaccio = (2, 1, 16, 0), (1, 1, 3, 8)
    assert told == {
        "prefecture": whole,
        "reservataire:2": whole,
        "reservataire:3": ajaccio,  # its percentage is of the commune
        "epci:242010056": ajaccio,
        "cil": whole,
    }
    bastia = made.bilan(made.destinataire("epci:242000354"))
    assert (bastia.realises, bastia.annees_prevues) == ((), (2027,))
    assert sans_prevision(bastia, 2027) == ""
    later = replace(bastia, non_localises=bastia.non_localises[1:])
    assert ecarts(bastia, later) == ("Prévus 2027, non localisés\u00a0: 8 devient 1",)


def test_rights_on_new_programmes_and_targets_are_told() -> None:
    uow = monde()
    with uow:
        uow.programmes.enregistrer(
            ProgrammeNeuf(
                nom="Les Oliviers",
                commune="2A004",
                droits=(
                    DroitNeuf(partie="1/agents", nombre=2),
                    DroitNeuf(partie="2", nombre=3),
                    DroitNeuf(partie="bailleur", nombre=1),
                    DroitNeuf(partie="77", nombre=4),
                ),
            )
        )
        uow.programmes.enregistrer(
            ProgrammeNeuf(
                nom="Ancien",
                livraison_reelle=date(2020, 1, 1),
                droits=(DroitNeuf(partie="2", nombre=3),),
            )
        )
        uow.objectifs.enregistrer(
            Objectif(annee=2026, nature=NatureObjectif.PRIORITAIRES, cible=2500, partie="2")
        )
        uow.objectifs.enregistrer(
            Objectif(annee=2026, nature=NatureObjectif.PRIORITAIRES, cible=2500, epci="999")
        )
        uow.valider()
    made = bilan(uow)
    assert [(n.reservataire, n.droits) for n in made.neufs] == [
        ("État (agents)", 2),
        ("Action Logement", 3),
        ("Bailleur (non réservé)", 1),
        ("", 4),
    ]
    assert [(o.qui, o.territoire, o.base) for o in made.objectifs] == [
        ("Action Logement", "tout le patrimoine", 0),
        ("tous", "999", 0),
    ]
    assert [n.droits for n in bilan(uow, qui=2).neufs] == [3]


def test_rents_are_compared_to_their_ceiling() -> None:
    assert LogementVu(loyer=1, loyer_max=1).plafond == SOUS_PLAFOND
    assert LogementVu(loyer=2, loyer_max=1).plafond == AU_DESSUS
    assert LogementVu(loyer=2).plafond == NON_RENSEIGNE
    uow = monde()
    orienter(uow, conge(uow, 1), "2", "essai")
    (row,) = loyers_de(bilan(uow))
    assert (row.reservataire, row.plafond, row.proposes) == ("Action Logement", NON_RENSEIGNE, 1)


def test_a_bilan_is_kept_as_text_and_comes_back_exact() -> None:
    uow = monde()
    orienter(uow, conge(uow, 1), "2", "essai")
    made = bilan(uow, qui=2)
    assert lire_fiche(ecrire_fiche(made), type(made)) == made
    assert made.convention is not None
    assert made.detail[0].jour == JOUR
