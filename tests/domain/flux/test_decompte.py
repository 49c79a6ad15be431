"""The steps of an offer, and what it costs to fail before or after the step that counts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fluxdesk.domain.flux.erreurs import EtapeError, NonDetenuError
from fluxdesk.domain.flux.evenements import Carence, Decompte
from fluxdesk.domain.flux.parties import BAILLEUR, EvenementDecompte, ModeRefus
from fluxdesk.domain.flux.suggestion import Motif, RaisonExclusion, suggerer
from tests.domain.flux.exemples import MODELE, Journee, partie, unite
from tests.domain.flux.lecture import lignes

R0, R0M, R1, R2 = ModeRefus
MISE, CAL, BAIL = EvenementDecompte


def compteurs(jour: Journee) -> dict[str, tuple[int, int, int]]:
    return {s.cle: (s.mises, s.attributions, s.baux) for s in jour.registre.soldes()}


def test_the_three_counters_are_kept_for_a_part_and_for_the_whole() -> None:
    jour = Journee(
        [
            partie("etat", 3000),
            replace(partie("prio", 2500), parent="etat"),
            replace(partie("dalo", 1500), parent="prio"),
            partie("al", 2000),
        ]
    )
    jour.donner(unite("1"), "dalo")
    jour.avancer("1", "dalo", CAL)
    jour.avancer("1", "dalo", BAIL)
    jour.donner(unite("2"), "dalo")
    jour.avancer("2", "dalo", CAL)
    jour.refuser("2", "dalo")
    jour.servir("2", "al")
    jour.donner(unite("3"), BAILLEUR)
    etat = (2, 2, 1)
    assert compteurs(jour) == {
        "etat": etat,
        "prio": etat,
        "dalo": etat,
        "al": (1, 0, 0),
        BAILLEUR: (1, 0, 0),
    }
    assert jour.servis() == [1, 1, 1, 1, 1]


def test_a_lease_without_a_recorded_attribution_counts_the_attribution_too() -> None:
    jour = Journee([partie("al", 2000)])
    jour.donner(MODELE, "al")
    jour.avancer("L0", "al", BAIL)
    assert compteurs(jour)["al"] == (1, 1, 1)


@pytest.mark.parametrize(
    ("decompte", "avant", "cal", "bail"),
    [
        # What x is worth after a failure before any step, after the CAL, after the lease.
        (MISE, 1, 1, 1),
        (CAL, 0, 1, 1),
        (BAIL, 0, 0, 1),
    ],
)
@pytest.mark.parametrize("clause", [R0, R0M])
@pytest.mark.parametrize("carence", [False, True])
def test_a_right_is_consumed_from_the_step_of_the_convention_on(
    decompte: EvenementDecompte,
    avant: int,
    cal: int,
    bail: int,
    clause: ModeRefus,
    carence: bool,  # noqa: FBT001 # a case of the table
) -> None:
    for etapes, attendu in (((), avant), ((CAL,), cal), ((CAL, BAIL), bail)):
        jour = Journee([replace(partie("al", 5000), decompte=decompte, refus=clause)])
        if carence:
            autre = replace(partie("al", 5000), decompte=decompte, refus=R1, carence=clause)
            jour = Journee([autre])
        jour.donner(MODELE, "al")
        for etape in etapes:
            jour.avancer("L0", "al", etape)
        echouer = jour.manquer if carence else jour.refuser
        echouer("L0", "al")
        assert jour.registre.servi("al") == attendu
        # A consumed right opens a new one on the same dwelling (R1).
        assert jour.registre.du("al") == 5000 * (1 + attendu)
        assert jour.registre.refus("al") == (not carence)
        assert jour.registre.carences("al") == carence


def test_before_the_step_a_refusal_and_a_carence_each_follow_their_clause() -> None:
    parties = [replace(partie("al", 5000), refus=R1, carence=R0), partie("b", 1000)]
    jour = Journee(parties)
    jour.donner(unite("1"), "al")
    jour.manquer("1", "al")
    assert jour.registre.servi("al") == 0
    assert suggerer(jour.registre, unite("1")).motif is not Motif.REPRISE
    jour.donner(unite("2"), "al")
    jour.refuser("2", "al")
    assert jour.registre.servi("al") == 1


@pytest.mark.parametrize("etapes", [(), (CAL,), (CAL, BAIL)])
def test_a_carence_may_give_the_dwelling_to_the_landlord_for_one_turn_at_any_step(
    etapes: tuple[EvenementDecompte, ...],
) -> None:
    jour = Journee([replace(partie("al", 5000), carence=R2, decompte=CAL), partie("b", 4000)])
    jour.donner(MODELE, "al")
    for etape in etapes:
        jour.avancer("L0", "al", etape)
    jour.manquer("L0", "al")
    suggestion = suggerer(jour.registre, MODELE)
    assert (suggestion.choix, suggestion.motif) == (BAILLEUR, Motif.REPRISE)
    jour.servir("L0", BAILLEUR)
    assert jour.servis() == [1, 0, 0]
    assert compteurs(jour)[BAILLEUR] == (1, 0, 0)
    assert sum(jour.retards()) == 0


@pytest.mark.parametrize(
    ("avant", "etape"), [((), MISE), ((CAL,), MISE), ((CAL,), CAL), ((BAIL,), CAL), ((BAIL,), BAIL)]
)
def test_a_step_neither_goes_back_nor_repeats(
    avant: tuple[EvenementDecompte, ...], etape: EvenementDecompte
) -> None:
    jour = Journee([partie("al", 2000)])
    jour.donner(MODELE, "al")
    for faite in avant:
        jour.avancer("L0", "al", faite)
    soldes = jour.registre.soldes()
    with pytest.raises(EtapeError, match="ne peut plus y être enregistrée"):
        jour.avancer("L0", "al", etape)
    assert jour.registre.soldes() == soldes


@pytest.mark.parametrize("evenement", [Carence(9, "L0", "b"), Decompte(9, "L0", "b", CAL)])
def test_only_the_holder_reaches_a_step_or_lacks_a_candidate(
    evenement: Carence | Decompte,
) -> None:
    jour = Journee([partie("al", 2000), partie("b", 2000, nom="Calvi")])
    jour.donner(MODELE, "al")
    phrase = "«\u00a0L0\u00a0» n’est pas entre les mains de «\u00a0Calvi\u00a0»"
    with pytest.raises(NonDetenuError, match=phrase):
        jour.registre.appliquer(evenement)


def test_the_next_offer_of_the_dwelling_starts_from_the_first_step() -> None:
    jour = Journee([replace(partie("al", 5000), decompte=CAL), partie("b", 2000)])
    jour.donner(MODELE, "b")
    jour.avancer("L0", "b", CAL)
    jour.refuser("L0", "b")
    jour.servir("L0", "al")
    jour.refuser("L0", "al")
    assert jour.registre.servi("al") == 0


def test_cancelling_a_step_makes_the_later_refusal_free_again() -> None:
    jour = Journee([replace(partie("al", 5000), decompte=CAL, refus=R0)])
    jour.donner(MODELE, "al")
    etape = jour.avancer("L0", "al", CAL)
    jour.refuser("L0", "al")
    assert jour.registre.servi("al") == 1
    jour.annuler(etape)
    assert jour.registre.servi("al") == 0
    assert compteurs(jour)["al"] == (1, 0, 0)


def test_cancelling_an_offer_drops_its_steps_and_its_carence() -> None:
    jour = Journee([partie("al", 5000), partie("b", 2000)])
    jour.presenter(MODELE)
    offre = jour.servir("L0", "al")
    jour.avancer("L0", "al", CAL)
    jour.manquer("L0", "al")
    jour.servir("L0", "b")
    jour.annuler(offre)
    assert compteurs(jour) == {"al": (0, 0, 0), "b": (1, 0, 0), BAILLEUR: (0, 0, 0)}
    assert jour.registre.carences("al") == 0


def test_who_found_no_candidate_is_not_said_to_have_refused() -> None:
    parties = [partie("etat", 5000, nom="État"), partie("al", 2000, nom="Action Logement")]
    parts = [
        replace(partie("prio", 4000, nom="Prioritaires"), parent="etat"),
        replace(partie("agents", 1000, nom="Agents"), parent="etat"),
    ]
    jour = Journee([*parties, *parts, partie("calvi", 2000, nom="Calvi")])
    jour.donner(MODELE, "prio")
    jour.manquer("L0", "prio")
    jour.servir("L0", "agents")
    jour.manquer("L0", "agents")
    jour.servir("L0", "calvi")
    jour.refuser("L0", "calvi")
    suggestion = suggerer(jour.registre, MODELE)
    assert suggestion.refusants == ("prio", "agents", "calvi")
    assert suggestion.noms_carents == ("Prioritaires", "Agents")
    assert {r.cle: r.exclusion for r in suggestion.exclus} == {
        "etat": RaisonExclusion.CARENCE,
        "calvi": RaisonExclusion.A_REFUSE,
        BAILLEUR: RaisonExclusion.DEJA_SERVI,
    }
    assert lignes(suggestion)[2:] == [
        "A refusé ce logement : Calvi.",
        "Sans candidat pour ce logement : Prioritaires, Agents.",
    ]


def test_a_right_consumed_without_a_candidate_is_said_so() -> None:
    jour = Journee([replace(partie("al", 5000, nom="Action Logement"), carence=R2)])
    jour.donner(MODELE, "al")
    jour.manquer("L0", "al")
    assert lignes(suggerer(jour.registre, MODELE))[1:] == [
        (
            "Motif : le droit d'Action Logement est consommé, faute de candidat ; "
            "le bailleur reprend ce logement pour un tour, sans décompte."
        ),
        "Sans candidat pour ce logement : Action Logement.",
    ]
