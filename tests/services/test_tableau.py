"""The page Aujourd'hui, the check of the base, the journal's undo."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, cast

import pytest

from fluxdesk.domain.clauses import RythmeBilan
from fluxdesk.domain.convention import Avenant
from fluxdesk.domain.erreurs import IntrouvableError
from fluxdesk.domain.flux.evenements import Service
from fluxdesk.domain.logement import Adresse
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.regles_flux import REGLES_FLUX
from fluxdesk.domain.regles_legales import EffetRegle, RegleLegale
from fluxdesk.domain.reservataire import Categorie
from fluxdesk.domain.vacance import CategorieSoustrait, Qualification
from fluxdesk.services.annuler_action import (
    ActionNonAnnulableError,
    annulables,
    annuler_action,
)
from fluxdesk.services.dresser_tableau import dresser_tableau, urgence
from fluxdesk.services.enregistrer_issue import enregistrer_issue
from fluxdesk.services.enregistrer_regles import enregistrer_regles
from fluxdesk.services.qualifier_vacance import qualifier_vacance
from fluxdesk.services.rows import ActionAFaire, Urgence
from fluxdesk.services.verifier_base import verifier_base
from tests.services.base_memoire import BaseMemoire
from tests.services.memoire import HorlogeFixe, MemoireUow
from tests.services.monde import (
    HORLOGE,
    TERRITOIRES,
    actions,
    conge,
    enregistrer,
    logement,
    monde,
    orienter,
    saisie,
)

if TYPE_CHECKING:
    from fluxdesk.services.ports import Base
    from fluxdesk.services.rows import TableauDeBord


def tableau(uow: MemoireUow, jour: date = HORLOGE.aujourd_hui()) -> TableauDeBord:  # noqa: B008
    clock = HorlogeFixe(datetime(jour.year, jour.month, jour.day, tzinfo=UTC))
    base = cast("Base", BaseMemoire(uow))
    return dresser_tableau(base=base, horloge=clock, territoires=TERRITOIRES)


@pytest.mark.parametrize(
    ("jour", "mot"),
    [
        (date(2026, 3, 2), Urgence.EN_RETARD),
        (date(2026, 3, 3), Urgence.AUJOURD_HUI),
        (date(2026, 3, 10), Urgence.BIENTOT),
        (date(2026, 3, 11), Urgence.PLUS_TARD),
    ],
)
def test_urgency_is_how_near_the_day_is(jour: date, mot: Urgence) -> None:
    assert urgence(jour, date(2026, 3, 3)) is mot


def test_an_empty_base_has_nothing_to_do_and_nothing_to_say() -> None:
    empty = tableau(MemoireUow())
    assert (empty.a_faire, empty.a_orienter, empty.commentaires) == ((), (), ())
    assert [row.nom for row in empty.flux] == ["Bailleur (non réservé)"]


def test_deadlines_qualifications_and_bilans_are_things_to_do_in_order() -> None:
    uow = monde()
    made = orienter(uow, conge(uow, 1), "2", "essai")
    to_qualify = conge(uow, 2, Qualification.A_QUALIFIER)
    conge(uow, 3)
    shown = tableau(uow, date(2026, 4, 5))
    others = [r for r in shown.a_faire if r.action is not ActionAFaire.OUVRIR_COURRIERS]
    assert len(others) == len(shown.a_faire) - 1  # the letters of the day are one line
    assert "1\u00a0offre ouverte" in shown.charge
    assert [(row.titre, row.urgence, row.cible) for row in others] == [
        ("Congé à qualifier", Urgence.AUJOURD_HUI, to_qualify),
        ("Offre échue\u00a0: Action Logement", Urgence.EN_RETARD, made.vacance_id),
        ("Bilans 2026 à transmettre", Urgence.PLUS_TARD, 2026),
    ]
    assert [row.logement_id for row in shown.a_orienter] == [3]


def test_a_notice_of_a_later_day_is_not_yet_due() -> None:
    uow = monde()
    conge(uow, 1, Qualification.A_QUALIFIER)
    assert tableau(uow, date(2026, 1, 15)).a_faire[0].urgence is Urgence.BIENTOT


def test_in_january_the_bilan_is_the_one_of_last_year() -> None:
    uow = monde()
    orienter(uow, conge(uow, 1), "2", "essai")
    shown = tableau(uow, date(2027, 2, 25))
    (bilans,) = [row for row in shown.a_faire if row.action is ActionAFaire.OUVRIR_BILANS]
    assert (bilans.jour, bilans.urgence, bilans.cible) == (
        date(2027, 2, 28),
        Urgence.BIENTOT,
        2026,
    )


def test_an_intermediate_bilan_owed_by_a_convention_is_a_thing_to_do() -> None:
    uow = monde()
    orienter(uow, conge(uow, 1), "2", "essai")
    with uow:
        held = next(c for c in uow.conventions.toutes() if c.reservataire_id == 2)
        asked = replace(held.clauses, rythme=RythmeBilan.TRIMESTRIEL)
        uow.conventions.enregistrer(replace(held, clauses=asked))
        uow.valider()
    (row,) = [x for x in tableau(uow, date(2026, 4, 5)).a_faire if "intermédiaire" in x.titre]
    assert row.titre.endswith("1er trimestre 2026")
    assert "Action Logement" in row.detail
    assert (row.jour, row.cible) == (date(2026, 4, 30), 20260103)
    assert "sans délai écrit" in row.detail
    assert "intermédiaire" not in str(tableau(uow, date(2026, 2, 5)).a_faire)
    with uow:
        uow.conventions.enregistrer(replace(held, clauses=replace(asked, point_jours=15)))
        uow.valider()
    (row,) = [x for x in tableau(uow, date(2026, 4, 5)).a_faire if "intermédiaire" in x.titre]
    assert (row.jour, "sans délai" in row.detail) == (date(2026, 4, 15), False)


@pytest.mark.parametrize(
    ("fin", "mots"), [(date(2026, 5, 1), "près de son terme"), (date(2026, 2, 1), "échue")]
)
def test_a_convention_near_its_end_is_a_thing_to_do(fin: date, mots: str) -> None:
    uow = monde()
    entry = saisie("Région", Categorie.REGION, 500)
    ending = Avenant(numero=0, dix_milliemes=500, fin=fin)
    enregistrer(replace(entry, convention=replace(entry.convention, avenants=(ending,))), uow)
    (row,) = tableau(uow).a_faire
    assert mots in row.titre
    assert row.action is ActionAFaire.OUVRIR_CONVENTIONS


def test_a_convention_that_runs_for_long_is_not() -> None:
    uow = monde()
    entry = saisie("Région", Categorie.REGION, 500)
    far = Avenant(numero=0, dix_milliemes=500, fin=date(2030, 1, 1))
    enregistrer(replace(entry, convention=replace(entry.convention, avenants=(far,))), uow)
    assert tableau(uow).a_faire == ()


def test_the_flux_shows_everyone_with_parts_and_what_was_taken_out() -> None:
    uow = monde()
    orienter(uow, conge(uow, 1), "2", "essai")
    ident = conge(uow, 2, Qualification.A_QUALIFIER)
    qualifier_vacance(
        ident, Qualification.SOUSTRAIT, categorie=CategorieSoustrait.MUTATION, uow=uow
    )
    shown = tableau(uow)
    assert [row.part for row in shown.flux] == [3000, 2500, 500, 2000, 1000, None]
    assert sum(row.retard for row in shown.flux if not row.parent) == 0
    assert (shown.liberations, shown.soustraits) == (1, 1)


def test_a_dwelling_without_address_is_named_by_its_reference() -> None:
    uow = monde()
    with uow:
        bare = replace(uow.logements.lire(2), adresse=Adresse(nom_commune="AJACCIO"))
        uow.logements.modifier([bare], uow.lots.ouvrir("x", "x", "x"))
        uow.valider()
    conge(uow, 2, Qualification.A_QUALIFIER)
    assert tableau(uow).a_faire[0].detail.startswith("logement 2, AJACCIO")


def test_the_comments_name_the_latest_and_the_share_of_the_state_outside_districts() -> None:
    uow = monde()
    orienter(uow, conge(uow, 1), "2", "essai")
    since, late, state = tableau(uow).commentaires
    assert since.endswith("1\u00a0logement du flux.")
    assert late.startswith("Plus grand retard\u00a0: ")
    assert state.startswith("État hors QPV\u00a0: 0,0\u00a0%")
    assert "à vérifier" in state


def test_a_small_right_says_when_its_next_dwelling_is_due() -> None:
    uow = monde()
    orienter(uow, conge(uow, 1), "2", "essai")
    waits = {row.nom: row.attente for row in tableau(uow, date(2026, 9, 3)).flux}
    # One dwelling in 184 days of a base of its own: 10 % of 1,98 a year.
    assert waits["Ville d’Ajaccio"] == (
        "1\u00a0logement attendu tous les 5\u00a0ans\u00a0; prochain dû vers mars 2031"
    )
    assert waits["Bailleur (non réservé)"] == ""
    too_soon = tableau(uow, date(2026, 8, 3)).flux
    assert {row.attente for row in too_soon} == {""}
    forgotten = tableau(uow, date(2030, 1, 1)).flux
    assert {row.attente for row in forgotten} == {""}


def test_a_right_of_several_dwellings_a_year_needs_no_such_word() -> None:
    uow = monde()
    for dwelling in range(1, 6):
        orienter(uow, conge(uow, dwelling))
    waits = {row.nom: row.attente for row in tableau(uow, date(2026, 9, 3)).flux}
    assert waits["État"] == ""
    assert waits["Ville d’Ajaccio"]


def test_a_floor_of_the_state_that_is_ignored_is_not_told() -> None:
    uow = monde()
    orienter(uow, conge(uow, 1), "2", "essai")
    silent = RegleLegale(3_000, EffetRegle.IGNOREE)
    rules = replace(REGLES_FLUX, plancher_etat_hors_qpv=silent)
    enregistrer_regles(rules, motif="clause de la convention", uow=uow)
    assert not any("hors QPV" in said for said in tableau(uow).commentaires)


def test_a_state_served_enough_outside_districts_raises_no_doubt() -> None:
    uow = monde()
    orienter(uow, conge(uow, 1), "1/agents", "essai")
    assert "à vérifier" not in tableau(uow).commentaires[-1]


def test_a_dwelling_that_the_state_gave_back_is_not_its_own() -> None:
    uow = monde()
    made = orienter(uow, conge(uow, 1), "1/agents", "essai")
    enregistrer_issue(made.id, IssueOrientation.REFUSEE, jour=made.jour, uow=uow)
    assert "0,0\u00a0%" in tableau(uow).commentaires[-1]


def test_a_sound_base_has_no_fault() -> None:
    uow = monde()
    orienter(uow, conge(uow, 1))
    assert verifier_base(base=cast("Base", BaseMemoire(uow))) == ()


def test_faults_of_the_file_are_told() -> None:
    base = BaseMemoire(monde(), ["La page 3 est abîmée : restaurez."])
    assert verifier_base(base=cast("Base", base)) == ("La page 3 est abîmée\u00a0: restaurez.",)


def test_a_journal_changed_behind_our_back_is_found() -> None:
    uow = monde()
    uow._valide.journal[1] = replace(uow._valide.journal[1], libelle="autre")
    (found,) = verifier_base(base=cast("Base", BaseMemoire(uow)))
    assert "n° 2" in found


def test_a_ledger_that_does_not_replay_is_found() -> None:
    uow = monde()
    with uow:
        uow.evenements.ajouter(Service(1, "absent", "2"))
        uow.valider()
    (found,) = verifier_base(base=cast("Base", BaseMemoire(uow)))
    assert "ne se rejoue pas" in found


def test_the_last_offer_can_be_undone_from_the_journal() -> None:
    uow = monde()
    made = orienter(uow, conge(uow, 1))
    with uow:
        last = annulables(uow.journal.toutes())[-1]
    assert last.objet == f"orientation:{made.id}"
    assert "2026-001" in annuler_action(last.numero, motif="erreur", transaction=lambda: uow)
    assert actions(uow)[-1] == "orientation.annuler"
    with uow:
        assert last.numero not in {entry.numero for entry in annulables(uow.journal.toutes())}
    with pytest.raises(ActionNonAnnulableError):
        annuler_action(last.numero, motif="erreur", transaction=lambda: uow)


def test_an_import_can_be_undone_from_the_journal() -> None:
    uow = monde()
    with uow:
        lot = uow.lots.ouvrir("b.csv", "essai", "utf-8")
        uow.logements.ajouter([logement(9)], lot)
        uow.journal.ecrire("import.patrimoine", f"lot:{lot}", "Import de b.csv")
        uow.valider()
        entry = list(uow.journal.toutes())[-1]
    assert "b.csv" in annuler_action(entry.numero, motif="mauvais fichier", transaction=lambda: uow)
    with uow:
        assert uow.logements.nombre() == 6


def test_dues_that_do_not_add_up_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    uow = monde()
    orienter(uow, conge(uow, 1))
    monkeypatch.setattr("fluxdesk.services.verifier_base.UN", 9_999)
    (found,) = verifier_base(base=cast("Base", BaseMemoire(uow)))
    assert "ne s’équilibrent pas" in found


def test_an_unknown_entry_cannot_be_undone() -> None:
    uow = monde()
    with pytest.raises(IntrouvableError):
        annuler_action(99, motif="x", transaction=lambda: uow)
