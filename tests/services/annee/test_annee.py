"""The scripted year gives, cell by cell, figures computed by hand (issue 5, « Done when » 1)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.bilan import AxeBilan, totaux
from fluxdesk.domain.bilan_comptes import comptes
from fluxdesk.domain.bilan_controles import mesures, totaux_faux
from fluxdesk.domain.bilan_lignes import causes_de
from fluxdesk.domain.periode import lire_periode
from fluxdesk.services.comparer_soustraits import lire_soustraits
from fluxdesk.services.compter_neuf import compter_circuits
from fluxdesk.services.etablir_bilan import etablir_bilan
from fluxdesk.services.lire_equite import lire_equite
from fluxdesk.services.rapporter_en_continu import rapport_continu
from tests.services.annee import chiffres, chiffres_suite
from tests.services.monde import TERRITOIRES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fluxdesk.domain.bilan import Bilan, LigneBilan, LigneSolde
    from fluxdesk.services.compter_neuf import Compteur
    from tests.services.annee.chiffres import Comptes, Quatre
    from tests.services.annee.conftest import AnneeJouee

ANNEES = {
    2026: (chiffres.PAR_PARTIE_2026, chiffres.TOTAL_2026, chiffres.LIBERATIONS_2026),
    2027: (chiffres.PAR_PARTIE_2027, chiffres.TOTAL_2027, chiffres.LIBERATIONS_2027),
}


def tenus(soldes: Iterable[LigneSolde]) -> Comptes:
    return {s.cle: (s.du, s.servi) for s in soldes}


def par_partie(lignes: Iterable[LigneBilan]) -> dict[tuple[str, str], Quatre]:
    found: dict[tuple[str, str], list[LigneBilan]] = {}
    for ligne in lignes:
        found.setdefault((ligne.reservataire, ligne.sous_contingent), []).append(ligne)
    return {who: mesures(rows) for who, rows in found.items()}


def general(annee: AnneeJouee, quand: int | str) -> Bilan:
    period = lire_periode(str(quand))
    return etablir_bilan(period, reservataire_id=None, uow=annee.uow, territoires=TERRITOIRES)


def test_the_hand_figures_agree_with_each_other() -> None:
    for soldes, rights in (
        (chiffres.FIN_2026, 19),
        (chiffres.FIN_2027, 20),
        (chiffres.ANNEE_2027, 1),
    ):
        heads = {key: account for key, account in soldes.items() if "/" not in key}
        assert sum(due for due, _ in heads.values()) == rights
        assert sum(served for _, served in heads.values()) == rights
    tables: list[Iterable[Quatre]] = [table.values() for table in chiffres.AXES_2026.values()]
    tables += [chiffres.PAR_LOGEMENT.values(), chiffres.PAR_PARTIE_2026.values()]
    for table in tables:
        columns = zip(*table, strict=True)
        assert tuple(sum(column) for column in columns) == chiffres.TOTAL_2026
    assert sum(chiffres_suite.CAUSES_2026.values()) == chiffres.TOTAL_2026[3]


def test_dues_and_served_at_the_end_of_the_year_are_exact(annee: AnneeJouee) -> None:
    made = general(annee, 2026)
    assert tenus(made.soldes) == chiffres.FIN_2026
    assert tenus(made.soldes_annee) == chiffres.FIN_2026  # the ledger began with it


def test_dues_and_served_of_the_next_year_alone_and_since_the_first_day(annee: AnneeJouee) -> None:
    made = general(annee, 2027)
    assert tenus(made.soldes) == chiffres.FIN_2027
    assert tenus(made.soldes_annee) == chiffres.ANNEE_2027


def test_what_is_carried_into_the_next_year_is_the_balance_of_the_first(annee: AnneeJouee) -> None:
    before = {s.cle: s.solde for s in general(annee, 2026).soldes}
    after = {c.cumul.cle: c.cumul.solde - c.annee.solde for c in comptes(general(annee, 2027))}
    assert before == after == chiffres.REPORT_2027


def test_at_midsummer_two_dwellings_wait_and_the_avenant_counts_from_june(
    annee: AnneeJouee,
) -> None:
    made = general(annee, "2026-S1")
    assert tenus(made.soldes) == chiffres.FIN_JUIN_2026
    assert {s.cle: s.taux for s in made.soldes}["2"] == 2400
    assert {s.cle: s.taux for s in general(annee, "2026-05").soldes}["2"] == 2000


@pytest.mark.parametrize("quand", [2026, 2027])
def test_every_party_has_its_offers_decisions_leases_and_failures(
    annee: AnneeJouee, quand: int
) -> None:
    parties, whole, freed = ANNEES[quand]
    made = general(annee, quand)
    assert par_partie(made.lignes) == parties
    assert mesures(made.lignes) == whole
    assert made.liberations == freed
    assert totaux_faux(made) == ()


def test_every_dwelling_has_its_offers(annee: AnneeJouee) -> None:
    found: dict[int, Quatre] = {
        rang: mesures(f for f in general(annee, 2026).detail if f.logement.id_interne == str(rang))
        for rang in range(1, 25)
    }
    counted = {rang: marks for rang, marks in found.items() if any(marks)}
    assert counted == chiffres.PAR_LOGEMENT


@pytest.mark.parametrize("axe", list(AxeBilan))
def test_each_axis_of_the_law_adds_up(annee: AnneeJouee, axe: AxeBilan) -> None:
    rows = totaux(general(annee, 2026).lignes, axe)
    assert [(t.modalite, mesures([t])) for t in rows] == list(chiffres.AXES_2026[axe].items())


def test_failures_are_told_by_cause_and_by_owner(annee: AnneeJouee) -> None:
    rows = causes_de(general(annee, 2026))
    assert {(c.cause, c.responsable): c.nombre for c in rows if c.nombre} == (
        chiffres_suite.CAUSES_2026
    )


def test_a_failure_of_january_belongs_to_the_year_of_the_offer(annee: AnneeJouee) -> None:
    seen = annee.en_janvier.general
    assert mesures(seen.lignes) == chiffres.TOTAL_2026_VU_LE_4_JANVIER
    assert tenus(seen.soldes) == chiffres.FIN_2026


def test_each_recipient_receives_its_own(annee: AnneeJouee) -> None:
    found = {d.cle: mesures([d]) for d in annee.ensemble(2026).destinataires}
    axes = chiffres.AXES_2026
    assert found == {
        "prefecture": chiffres.TOTAL_2026,
        "reservataire:1": axes["reservataire"]["État"],
        "reservataire:2": axes["reservataire"]["Action Logement"],
        "reservataire:3": axes["reservataire"]["Ville d’Ajaccio"],
        "reservataire:4": axes["reservataire"]["Haute-Corse"],
        "epci:242000354": axes["commune"]["Bastia (2B033)"],
        "epci:242010056": axes["commune"]["Ajaccio (2A004)"],
        "cil": chiffres.TOTAL_2026,
    }


def test_an_epci_is_told_of_its_territory_only(annee: AnneeJouee) -> None:
    whole = annee.ensemble(2026)
    here = whole.bilan(whole.destinataire("epci:242000354"))
    assert here.liberations == 5  # 6 7 8 21 13
    assert [(x.categorie.value, x.nombre) for x in here.soustraits if x.nombre] == [
        ("habitat indigne", 1)  # 19
    ]


def test_dwellings_taken_out_stand_beside_what_was_foreseen(annee: AnneeJouee) -> None:
    table = lire_soustraits(
        2026, uow=annee.uow, horloge=annee.officier.horloge, territoires=TERRITOIRES
    )
    told = {t.categorie: (t.prevu, t.realise, t.ecart) for t in table.totaux}
    assert told == chiffres_suite.SOUSTRAITS_2026
    counted = {x.categorie: x.nombre for x in general(annee, 2026).soustraits}
    done = {c: told[1] for c, told in chiffres_suite.SOUSTRAITS_2026.items() if c is not None}
    assert counted == done


def test_new_dwellings_are_counted_apart_where_the_convention_says_so(annee: AnneeJouee) -> None:
    def trois(compteur: Compteur) -> tuple[int, int, int]:
        return compteur.proposes, compteur.attribues, compteur.baux

    rows = compter_circuits(2026, uow=annee.uow)
    found = {r.cle: (trois(r.neuf_separe), trois(r.neuf_du_flux), trois(r.ancien)) for r in rows}
    assert found == chiffres_suite.CIRCUITS_2026


def test_the_rights_of_the_new_programme_are_told(annee: AnneeJouee) -> None:
    told = [(n.reservataire, n.typologie, n.financement, n.droits)
            for n in general(annee, 2026).neufs]  # fmt: skip
    assert told == [
        ("État (prioritaires)", "T3", "PLUS", 1),
        ("Ville d’Ajaccio", "T2", "PLAI", 1),
        ("Bailleur (non réservé)", "T4", "PLUS", 1),
    ]


def test_cheap_dwellings_are_told_by_the_right_charged(annee: AnneeJouee) -> None:
    table = lire_equite(
        2026, (), uow=annee.uow, horloge=annee.officier.horloge, territoires=TERRITOIRES
    )
    assert {p.cle: (p.recus, p.bas) for p in table.parts} == chiffres_suite.EQUITE_2026


@pytest.mark.parametrize("reservataire", [1, 2, 3, 4])
def test_the_continuous_report_counts_as_the_bilan_does(
    annee: AnneeJouee, reservataire: int
) -> None:
    told = rapport_continu(reservataire, date(2026, 1, 1), date(2026, 12, 31), uow=annee.uow)
    counted = chiffres.AXES_2026["reservataire"][told.reservataire]
    assert (told.proposes, told.attribues, told.baux) == counted[:3]
