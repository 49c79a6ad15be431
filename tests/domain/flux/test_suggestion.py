"""Who is suggested: the worked examples and each step of the rule, by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from time import process_time

import pytest

from fluxdesk.domain.flux.erreurs import AucunEligibleError, DejaServiError
from fluxdesk.domain.flux.evenements import Presentation, Service
from fluxdesk.domain.flux.parties import (
    BAILLEUR,
    UN,
    Axe,
    ModeRefus,
    Parametres,
    TauxDate,
    Zone,
)
from fluxdesk.domain.flux.registre import rejouer
from fluxdesk.domain.flux.suggestion import Ecart, Motif, RaisonExclusion, suggerer
from tests.domain.flux.exemples import (
    MODELE,
    PAR_TYPOLOGIE,
    PARTOUT,
    SANS_MIXITE,
    Journee,
    commune,
    partie,
    unite,
)

R2 = ModeRefus.BAILLEUR_UN_TOUR


def test_the_48_dwellings_of_rule_99_give_the_totals_of_the_largest_remainders() -> None:
    taux = {"prio": 2500, "agents": 500, "als": 2200, "commune": 800, "epci": 400, "dep": 600}
    jour = Journee([partie(cle, t) for cle, t in taux.items()])
    for numero in range(48):
        jour.suivre(unite(f"L{numero}"))
    assert jour.servis() == [12, 2, 11, 4, 2, 3, 14]


def test_the_same_48_dwellings_with_the_state_as_one_party_of_two_parts() -> None:
    etat = partie("etat", 3000)
    parts = [
        replace(partie("prio", 2500), parent="etat"),
        replace(partie("agents", 500), parent="etat"),
    ]
    autres = [partie("als", 2200), partie("commune", 800), partie("epci", 400), partie("dep", 600)]
    jour = Journee([etat, *parts, *autres])
    for numero in range(48):
        jour.suivre(unite(f"L{numero}"))
    assert jour.servis() == [14, 12, 2, 11, 4, 2, 3, 14]


def test_the_most_late_comes_first_and_the_ranking_shows_why() -> None:
    suggestion = suggerer(Journee([partie("a", 3000), partie("b", 2000)]).registre, MODELE)
    assert (suggestion.choix, suggestion.sous_choix) == (BAILLEUR, None)
    assert suggestion.destinataire == BAILLEUR
    assert suggestion.motif is Motif.PLUS_EN_RETARD
    assert suggestion.tolerance == Fraction(3, 4)
    assert [rang.cle for rang in suggestion.classement] == [BAILLEUR, "a"]
    assert [(r.cle, r.exclusion) for r in suggestion.exclus] == [("b", RaisonExclusion.DEJA_SERVI)]
    premier = suggestion.classement[0]
    assert (premier.du, premier.servi, premier.retard) == (Fraction(1, 2), 0, Fraction(1, 2))
    assert premier.ecarts[0] == Ecart(Axe.FINANCEMENT, "PLAI", Fraction(1, 2), 0, Fraction(1, 2))
    assert premier.mixite == Fraction(5, 2)
    assert premier.score == 3


def test_a_better_mix_wins_over_a_little_more_lateness() -> None:
    jour = Journee([partie("a", 4000), partie("b", 3500)], PAR_TYPOLOGIE)
    jour.donner(unite("1", typologie="T1"), "a")
    jour.donner(unite("2", typologie="T2"), "b")
    jour.donner(unite("3", typologie="T1"), BAILLEUR)
    suggestion = suggerer(jour.registre, unite("4", typologie="T1"))
    assert (suggestion.choix, suggestion.motif) == ("b", Motif.MIXITE)
    premier, second = suggestion.classement
    assert (premier.retard, second.retard) == (Fraction(2, 5), Fraction(3, 5))
    # a: 1,6 due on 3 of 4 T1, 1 received; b: 1,4 due on 3 of 4, none received.
    assert (premier.mixite, second.mixite) == (Fraction(105, 100), Fraction(1, 5))
    assert (premier.score, second.score) == (Fraction(145, 100), Fraction(4, 5))


def test_the_mix_of_one_axis_counts_its_weight_and_no_more_than_kappa() -> None:
    parametres = Parametres(kappa=1, axes=((Axe.COMMUNE, Fraction(1, 2)),))
    jour = Journee([partie("a", 5000)], parametres)
    for numero in range(6):
        jour.donner(unite(str(numero)), BAILLEUR)
    rangs = suggerer(jour.registre, unite("x")).classement
    assert [(rang.cle, rang.retard, rang.mixite) for rang in rangs] == [
        ("a", Fraction(7, 2), Fraction(1, 2))
    ]


def test_beyond_the_tolerance_lateness_comes_before_any_mix() -> None:
    jour = Journee([partie("a", 4000), partie("b", 1000)])
    jour.donner(unite("1", typologie="T1"), "b")
    jour.donner(unite("2", typologie="T2"), BAILLEUR)
    suggestion = suggerer(jour.registre, unite("3", typologie="T9"))
    assert (suggestion.choix, suggestion.motif) == ("a", Motif.HORS_TOLERANCE)
    assert suggestion.classement[0].retard == Fraction(6, 5)


def test_two_parties_at_half_a_dwelling_are_at_the_tolerance_not_without_lateness() -> None:
    suggestion = suggerer(Journee([partie("a", 5000)]).registre, MODELE)
    assert (suggestion.choix, suggestion.motif) == ("a", Motif.HORS_TOLERANCE)
    assert [rang.cle for rang in suggestion.classement] == ["a", BAILLEUR]


def test_when_nobody_is_late_enough_the_nearest_to_its_right_receives() -> None:
    jour = Journee([partie("a", 0), partie("b", 3000, commune("Bastia"))])
    jour.donner(unite("1"), BAILLEUR)
    for numero in range(2, 5):
        jour.donner(unite(str(numero), commune="Bastia"), BAILLEUR)
    jour.donner(unite("5"), "a")
    jour.refuser("5", "a")
    jour.servir("5", BAILLEUR)
    suggestion = suggerer(jour.registre, unite("6"))
    assert (suggestion.choix, suggestion.motif) == (BAILLEUR, Motif.AUCUN_RETARD)
    assert [(rang.cle, rang.retard) for rang in suggestion.classement] == [
        (BAILLEUR, Fraction(1, 10)),
        ("a", Fraction(0)),
    ]


def test_ties_go_to_who_waited_longest_then_to_the_order_of_conventions() -> None:
    parties = [partie(cle, 2500) for cle in "abc"]
    jour = Journee(parties, SANS_MIXITE)
    suivis = [jour.suivre(unite(str(numero))).choix for numero in range(8)]
    assert suivis == ["a", "b", "c", BAILLEUR] * 2
    autre = Journee(parties, SANS_MIXITE)
    for numero, cle in enumerate(["c", "b", "a", BAILLEUR]):
        autre.donner(unite(str(numero)), cle)
    assert suggerer(autre.registre, unite("x")).choix == "c"
    assert [r.dernier for r in suggerer(autre.registre, unite("x")).classement] == [1, 2, 3, 4]


def test_who_may_not_receive_is_left_out_with_its_reason() -> None:
    ancien = TauxDate(1000, fin=date(2026, 1, 31))
    parties = [
        partie("ailleurs", 500, commune("Bastia")),
        replace(partie("ancien", 0), taux=(ancien,)),
        replace(partie("suspendu", 1000), suspendu=True),
        partie("refus", 4000),
        partie("nul", 0),
    ]
    jour = Journee(parties)
    jour.donner(MODELE, "refus")
    jour.refuser("L0", "refus")
    suggestion = suggerer(jour.registre, MODELE)
    assert suggestion.choix == BAILLEUR
    assert suggestion.refusants == ("refus",)
    assert {rang.cle: rang.exclusion for rang in suggestion.exclus} == {
        "ailleurs": RaisonExclusion.HORS_TERRITOIRE,
        "ancien": RaisonExclusion.SANS_TAUX,
        "suspendu": RaisonExclusion.SUSPENDU,
        "refus": RaisonExclusion.A_REFUSE,
        "nul": RaisonExclusion.DEJA_SERVI,
    }


@pytest.mark.parametrize(
    ("mode", "suivant", "motif", "retard"),
    [
        (ModeRefus.NON_COMPTE, BAILLEUR, Motif.PLUS_EN_RETARD, Fraction(2, 5)),
        (ModeRefus.NON_COMPTE_MIXITE, BAILLEUR, Motif.PLUS_EN_RETARD, Fraction(2, 5)),
        (ModeRefus.COMPTE, BAILLEUR, Motif.HORS_TOLERANCE, Fraction(4, 5)),
        (ModeRefus.BAILLEUR_UN_TOUR, BAILLEUR, Motif.REPRISE, Fraction(2, 5)),
    ],
)
def test_after_a_refusal_the_next_one_is_found_in_each_mode(
    mode: ModeRefus, suivant: str, motif: Motif, retard: Fraction
) -> None:
    jour = Journee([replace(partie("a", 5000), refus=mode), partie("b", 1000)])
    assert jour.suivre(MODELE).choix == "a"
    jour.refuser("L0", "a")
    suggestion = suggerer(jour.registre, MODELE)
    assert (suggestion.choix, suggestion.motif) == (suivant, motif)
    assert suggestion.classement[0].retard == retard
    assert suggestion.noms_refusants == ("a",)


def test_a_dwelling_taken_back_for_one_turn_has_no_other_candidate() -> None:
    jour = Journee([replace(partie("a", 5000), refus=R2), partie("b", 4000)])
    jour.donner(MODELE, "a")
    jour.refuser("L0", "a")
    suggestion = suggerer(jour.registre, MODELE)
    assert [rang.cle for rang in suggestion.classement] == [BAILLEUR]
    jour.servir("L0", BAILLEUR)
    jour.refuser("L0", BAILLEUR)
    assert suggerer(jour.registre, MODELE).choix == "b"


def test_the_part_that_refused_gives_way_to_the_other_then_the_whole_is_out() -> None:
    etat = [
        partie("etat", 6000),
        replace(partie("prio", 5000), parent="etat"),
        replace(partie("agents", 1000), parent="etat"),
    ]
    jour = Journee(etat)
    premiere = jour.suivre(MODELE)
    assert (premiere.choix, premiere.sous_choix) == ("etat", "prio")
    assert [(r.cle, r.parent, r.score) for r in premiere.sous_rangs] == [
        ("prio", "etat", Fraction(1, 2)),
        ("agents", "etat", Fraction(1, 10)),
    ]
    jour.refuser("L0", "prio")
    seconde = suggerer(jour.registre, MODELE)
    assert (seconde.choix, seconde.destinataire) == ("etat", "agents")
    assert seconde.sous_rangs[1].exclusion is RaisonExclusion.A_REFUSE
    jour.servir("L0", "agents")
    jour.refuser("L0", "agents")
    troisieme = suggerer(jour.registre, MODELE)
    assert troisieme.choix == BAILLEUR
    assert troisieme.exclus[0].exclusion is RaisonExclusion.A_REFUSE


def test_a_party_whose_parts_are_all_elsewhere_is_elsewhere_too() -> None:
    part = replace(partie("part", 1000, commune("Bastia")), parent="a")
    suggestion = suggerer(Journee([partie("a", 9000), part]).registre, MODELE)
    assert suggestion.choix == BAILLEUR
    assert suggestion.exclus[0].exclusion is RaisonExclusion.HORS_TERRITOIRE


def test_the_choice_goes_down_to_the_last_level() -> None:
    jour = Journee(
        [
            partie("etat", 9000),
            replace(partie("prio", 8000), parent="etat"),
            replace(partie("agents", 1000), parent="etat"),
            replace(partie("dalo", 3000), parent="prio"),
            replace(partie("autres", 5000), parent="prio"),
        ]
    )
    suggestion = suggerer(jour.registre, MODELE)
    assert (suggestion.choix, suggestion.sous_choix) == ("etat", "autres")
    assert [rang.cle for rang in suggestion.sous_rangs] == ["prio", "agents", "autres", "dalo"]


def test_a_dwelling_in_hands_is_not_suggested_again() -> None:
    jour = Journee([partie("a", 1000)])
    jour.donner(MODELE, "a")
    with pytest.raises(DejaServiError):
        suggerer(jour.registre, MODELE)


def test_when_all_have_refused_it_says_so() -> None:
    jour = Journee([])
    jour.donner(MODELE, BAILLEUR)
    jour.refuser("L0", BAILLEUR)
    with pytest.raises(AucunEligibleError, match="Personne ne peut plus recevoir"):
        suggerer(jour.registre, MODELE)


def test_looking_at_a_dwelling_does_not_enter_it() -> None:
    jour = Journee([partie("a", 1000)])
    assert suggerer(jour.registre, MODELE) == suggerer(jour.registre, MODELE)
    assert jour.registre.suivi("L0") is None
    jour.presenter(MODELE)
    entree = suggerer(jour.registre, MODELE)
    assert entree == suggerer(Journee([partie("a", 1000)]).registre, MODELE)


def test_forty_parties_and_a_long_journal_are_quick() -> None:
    zones = [PARTOUT] * 10 + [Zone(communes=frozenset({f"C{n}"})) for n in range(30)]
    parties = [partie(f"p{n}", 200, zone) for n, zone in enumerate(zones)]
    unites = [
        unite(f"L{n}", commune=f"C{n % 30}", typologie=f"T{n % 5}", financement=f"F{n % 3}")
        for n in range(4000)
    ]
    journal = [
        evenement
        for n, une in enumerate(unites)
        for evenement in (
            Presentation(2 * n + 1, une),
            Service(2 * n + 2, une.cle, f"p{n % 10}"),
        )
    ]
    debut = process_time()
    registre = rejouer(parties, journal)
    replay = process_time() - debut
    for une in unites[:20]:
        suggerer(registre, replace(une, cle="x"))
    suggestion = (process_time() - debut - replay) / 20
    assert sum(solde.du for solde in registre.soldes()) == 4000 * UN
    # Generous: a shared machine is slow by moments; the aims are 3 s for 20 000 and 5 ms.
    assert replay < 3
    assert suggestion < 0.05
