"""The invariants P9 to P13 of moteur.md: the choice and the cancellations."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from hypothesis import assume, given
from hypothesis import strategies as st

from fluxdesk.domain.flux.evenements import Annulation, Presentation
from fluxdesk.domain.flux.parties import (
    UN,
    Axe,
    Cible,
)
from fluxdesk.domain.flux.registre import Registre, rejouer
from fluxdesk.domain.flux.suggestion import Motif, RaisonExclusion, suggerer
from tests.domain.flux.exemples import Journee, partie, unite
from tests.domain.flux.journaux import (
    COMMUNES,
    des_journaux,
    des_taux,
    des_unites,
    en_attente,
    moins,
    peu,
    photo,
    somme,
)

if TYPE_CHECKING:
    from fluxdesk.domain.flux.evenements import Evenement
    from fluxdesk.domain.flux.parties import (
        Partie,
        Unite,
    )
    from fluxdesk.domain.flux.suggestion import Suggestion


@moins
@given(des_taux(), des_unites(40))
def test_p9_relabelling_and_reordering_the_parties_changes_only_ties(
    taux: list[int], unites: list[Unite]
) -> None:
    parties = [partie(f"p{n}", t) for n, t in enumerate(taux)]
    autres = [replace(p, cle=f"z{p.cle}", nom="autre") for p in reversed(parties)]
    un, deux = Journee(parties), Journee(autres)
    for une in unites:
        un.suivre(une)
        deux.suivre(une)
        for p in parties:
            assert abs(un.registre.servi(p.cle) - deux.registre.servi(f"z{p.cle}")) <= 1


def candidats(suggestion: Suggestion) -> list[Fraction]:
    """Give the scores of those among whom the score decided."""
    premier = suggestion.classement[0]
    tardifs = suggestion.motif in {Motif.HORS_TOLERANCE, Motif.AUCUN_RETARD}
    return [
        rang.score
        for rang in suggestion.classement
        if (rang.retard == premier.retard or not tardifs)
        and (rang.besoin or suggestion.motif is not Motif.URGENCE)
    ]


@peu
@given(des_journaux(), st.sampled_from(COMMUNES))
def test_p10_the_choice_has_the_top_score_and_the_figures_recompute_it(
    cas: tuple[list[Partie], list[Evenement]], lieu: str
) -> None:
    suggestion = suggerer(rejouer(*cas), unite("P10", commune=lieu))
    premier = suggestion.classement[0]
    assert premier.score == max(candidats(suggestion))
    assert premier.cle == suggestion.choix
    for rang in (*suggestion.classement, *suggestion.exclus):
        assert rang.retard == rang.du - rang.servi
        assert all(e.ecart == e.du - e.recu for e in rang.ecarts)
        bornes = [max(Fraction(-3), min(Fraction(3), e.ecart)) for e in rang.ecarts]
        assert rang.mixite == sum(bornes)
        assert rang.score == rang.retard + rang.mixite
    minimum = 1 - suggestion.tolerance
    for rang in suggestion.exclus:
        servi = rang.exclusion is RaisonExclusion.DEJA_SERVI
        assert not servi or rang.retard <= minimum


@moins
@given(des_taux(), des_unites(60))
def test_p11_an_impossible_target_does_not_loosen_the_tolerance(
    taux: list[int], unites: list[Unite]
) -> None:
    tout_pls = (Cible(Axe.FINANCEMENT, "PLS", UN),)
    jour = Journee([replace(partie(f"p{n}", t), cibles=tout_pls) for n, t in enumerate(taux)])
    borne = jour.registre.tolerance * UN
    for une in unites:
        jour.suivre(une)
        assert max(map(abs, jour.retards())) <= borne


@peu
@given(des_journaux())
def test_p12_cancelling_the_last_event_restores_the_state_before_it(
    cas: tuple[list[Partie], list[Evenement]],
) -> None:
    parties, journal = cas
    registre = rejouer(parties, journal)
    registre.appliquer(Annulation(len(journal) + 1, journal[-1].numero))
    assert photo(registre) == photo(rejouer(parties, journal[:-1]))


@peu
@given(des_journaux(), st.data())
def test_p12_cancelling_a_dwelling_anywhere_is_as_if_it_never_came(
    cas: tuple[list[Partie], list[Evenement]], data: st.DataObject
) -> None:
    parties, journal = cas
    entrees = [e for e in journal if isinstance(e, Presentation)]
    entree = data.draw(st.sampled_from(entrees))
    registre = rejouer(parties, journal)
    registre.appliquer(Annulation(len(journal) + 1, entree.numero))
    reste = [
        e for e in journal if not isinstance(e, Annulation) and e.unite_cle != entree.unite.cle
    ]
    assert photo(registre) == photo(rejouer(parties, reste))


@peu
@given(des_journaux(), st.data())
def test_p12_any_event_can_be_cancelled_and_brought_back(
    cas: tuple[list[Partie], list[Evenement]], data: st.DataObject
) -> None:
    parties, journal = cas
    registre = rejouer(parties, journal)
    avant = photo(registre)
    numero = len(journal) + 1
    registre.appliquer(Annulation(numero, data.draw(st.sampled_from(journal)).numero))
    assert somme(registre) == en_attente(registre) * UN
    registre.appliquer(Annulation(numero + 1, numero))
    assert photo(registre) == avant


@peu
@given(des_journaux())
def test_p13_the_parts_of_a_party_sum_to_what_it_was_served(
    cas: tuple[list[Partie], list[Evenement]],
) -> None:
    parties, journal = cas
    registre = Registre(parties)
    for evenement in journal:
        registre.appliquer(evenement)
        parts = [registre.servi("prio"), registre.servi("agents")]
        assert sum(parts) == registre.servi("etat")


@moins
@given(des_unites(40), st.integers(1, 2500), st.integers(1, 2500))
def test_p13_the_most_late_part_is_served_inside_its_party(
    unites: list[Unite], prio: int, agents: int
) -> None:
    assume(prio != agents)
    jour = Journee(
        [
            partie("etat", prio + agents),
            replace(partie("prio", prio), parent="etat"),
            replace(partie("agents", agents), parent="etat"),
        ]
    )
    for une in unites:
        suggestion = jour.suivre(une)
        retards = [rang.retard for rang in suggestion.sous_rangs]
        assert retards == sorted(retards, reverse=True)
        assert suggestion.sous_choix in ({"prio", "agents"} if retards else {None})
