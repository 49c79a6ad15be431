"""The invariants P1 to P13 of moteur.md, on made-up ledgers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from fluxdesk.domain.flux.evenements import Annulation, Presentation
from fluxdesk.domain.flux.parties import (
    BAILLEUR,
    UN,
    Axe,
    Cible,
    ModeRefus,
    Parametres,
    Partie,
    TauxDate,
)
from fluxdesk.domain.flux.registre import Registre, rejouer
from fluxdesk.domain.flux.suggestion import Motif, RaisonExclusion, suggerer
from tests.domain.flux.exemples import MODELE, PARTOUT, Journee, commune, partie, unite

if TYPE_CHECKING:
    from fluxdesk.domain.flux.evenements import Evenement
    from fluxdesk.domain.flux.parties import (
        Unite,
    )
    from fluxdesk.domain.flux.suggestion import Suggestion

COMMUNES = ("A", "B", "C")
AXES = Parametres().axes

peu = settings(max_examples=20, deadline=None, derandomize=True)
moins = settings(max_examples=12, deadline=None, derandomize=True)


@st.composite
def des_unites(draw: st.DrawFn, taille: int = 25) -> list[Unite]:
    valeurs = draw(
        st.lists(
            st.tuples(
                st.sampled_from(COMMUNES),
                st.sampled_from(("PLAI", "PLUS", "PLS")),
                st.sampled_from(("QPV", "hors QPV")),
                st.sampled_from(("T1", "T2", "T3", "T4")),
            ),
            min_size=taille,
            max_size=taille,
        )
    )
    return [
        unite(f"L{n}", commune=c, epci=f"E{c}", financement=f, qpv=q, typologie=t)
        for n, (c, f, q, t) in enumerate(valeurs)
    ]


@st.composite
def des_taux(draw: st.DrawFn, maximum: int = 6) -> list[int]:
    """Rates that leave the landlord its own share."""
    bornes = draw(st.sets(st.integers(1, UN - 1), min_size=1, max_size=maximum))
    return [b - a for a, b in pairwise([0, *sorted(bornes)])]


@st.composite
def des_parties(draw: st.DrawFn) -> list[Partie]:
    """Free and territorial parties, a node of two parts, balances and all modes of refusal."""
    modes = st.sampled_from(ModeRefus)
    etat = partie("etat", draw(st.integers(0, 4000)))
    prio = replace(partie("prio", draw(st.integers(0, 3000))), parent="etat", refus=draw(modes))
    agents = replace(partie("agents", 500), parent="etat", refus=draw(modes))
    al = replace(
        partie("al", draw(st.integers(0, 3000))),
        report=draw(st.integers(-3, 3)),
        etalement=draw(st.integers(0, 20)),
        refus=draw(modes),
    )
    locale = replace(partie("a", draw(st.integers(0, 5000)), commune("A")), refus=draw(modes))
    promise = Partie("b", "b", (TauxDate(draw(st.integers(0, 1500))),), PARTOUT, commune("B"))
    return draw(st.permutations([etat, prio, agents, al, locale, promise]))


@st.composite
def des_journaux(draw: st.DrawFn) -> tuple[list[Partie], list[Evenement]]:
    """A day's work: suggestions followed or not, refusals, dwellings left waiting."""
    parties = draw(des_parties())
    jour = Journee(parties)
    feuilles = [*[p.cle for p in parties if p.cle != "etat"], BAILLEUR]
    for une in draw(des_unites(12)):
        jour.presenter(une)
        for _ in range(draw(st.integers(0, 2))):
            suggestion = suggerer(jour.registre, une)
            libres = [f for f in feuilles if f not in suggestion.refusants]
            cle = draw(st.sampled_from([suggestion.destinataire, *libres]))
            jour.servir(une.cle, cle)
            if cle == BAILLEUR or draw(st.booleans()):
                break
            jour.refuser(une.cle, cle)
    return parties, list(jour.registre.journal)


def en_attente(registre: Registre) -> int:
    """Count the dwellings whose right is open and charged to nobody."""
    cles = {e.unite_cle for e in registre.journal if not isinstance(e, Annulation)}
    suivis = [registre.suivi(cle) for cle in cles]
    return sum(1 for s in suivis if s and s.detenteur is None and not s.reprise)


def somme(registre: Registre) -> int:
    return sum(s.retard for s in registre.soldes() if s.parent is None)


def photo(registre: Registre) -> list[object]:
    """Set down all that two equal ledgers must share."""
    lignes: list[object] = [*registre.soldes()]
    for une in (MODELE, unite("autre", commune="A", epci="EA", typologie="T1")):
        lignes += [
            registre.equilibre(p.cle, axe, une.valeur(axe)) for p in registre.parties for axe in Axe
        ]
    lignes += [registre.refus(p.cle) for p in registre.parties]
    return [*lignes, suggerer(registre, unite("photo", commune="B", epci="EB"))]


@peu
@given(des_journaux())
def test_p1_lateness_sums_to_the_dwellings_still_waiting_after_each_event(
    cas: tuple[list[Partie], list[Evenement]],
) -> None:
    parties, journal = cas
    registre = Registre(parties)
    assert somme(registre) == 0
    for evenement in journal:
        registre.appliquer(evenement)
        assert somme(registre) == en_attente(registre) * UN


@peu
@given(des_journaux(), st.sampled_from(COMMUNES))
def test_p2_the_choice_is_eligible_and_never_a_refuser(
    cas: tuple[list[Partie], list[Evenement]], lieu: str
) -> None:
    jour = Journee(cas[0])
    jour.registre.charger(cas[1])
    jour.numero = len(cas[1])
    une = unite("P2", commune=lieu)
    jour.presenter(une)
    partants = {p.cle: p for p in cas[0] if p.cle != "etat"}
    for _ in range(3):
        suggestion = suggerer(jour.registre, une)
        cle = suggestion.destinataire
        assert cle not in suggestion.refusants
        assert cle not in {rang.cle for rang in suggestion.exclus}
        assert cle == BAILLEUR or partants[cle].territoire.contient(une)
        jour.servir("P2", cle)
        if cle == BAILLEUR:
            break
        jour.refuser("P2", cle)


@peu
@given(des_journaux())
def test_p3_on_each_axis_the_mix_lines_of_a_party_sum_to_its_lateness(
    cas: tuple[list[Partie], list[Evenement]],
) -> None:
    registre = rejouer(*cas)
    unites = [e.unite for e in cas[1] if isinstance(e, Presentation)]
    for axe in Axe:
        valeurs = {une.valeur(axe) for une in unites}
        for solde in registre.soldes():
            total = sum(registre.equilibre(solde.cle, axe, valeur) for valeur in valeurs)
            assert total == Fraction(solde.retard, UN)


@peu
@given(des_journaux())
def test_p4_a_replay_gives_the_same_state_and_the_same_suggestion(
    cas: tuple[list[Partie], list[Evenement]],
) -> None:
    parties, journal = cas
    pas_a_pas = Registre(parties)
    for evenement in journal:
        pas_a_pas.appliquer(evenement)
    assert photo(pas_a_pas) == photo(rejouer(parties, journal)) == photo(pas_a_pas.copie())


@peu
@given(des_taux(), des_unites(60))
def test_p5_with_constant_rates_and_no_territory_nobody_leaves_the_tolerance(
    taux: list[int], unites: list[Unite]
) -> None:
    jour = Journee([partie(f"p{n}", t) for n, t in enumerate(taux)])
    borne = jour.registre.tolerance * UN
    for une in unites:
        jour.suivre(une)
        assert max(map(abs, jour.retards())) <= borne


@peu
@given(des_journaux())
def test_p6_a_dwelling_only_looked_at_changes_nothing(
    cas: tuple[list[Partie], list[Evenement]],
) -> None:
    registre = rejouer(*cas)
    avant = photo(registre)
    suggerer(registre, unite("soustraite", commune="A", typologie="T7", financement="LLI"))
    assert photo(registre) == avant


@peu
@given(st.integers(-9, 9), st.integers(1, 30), des_unites(30))
def test_p7_a_balance_is_paid_exactly_and_by_even_steps(
    report: int, etalement: int, unites: list[Unite]
) -> None:
    registre = Registre([replace(partie("al", 0), report=report, etalement=etalement)])
    dus = [0]
    for numero, une in enumerate(unites, start=1):
        registre.appliquer(Presentation(numero, une))
        dus.append(registre.du("al"))
    pas = [b - a for a, b in pairwise(dus)]
    assert dus[etalement] == dus[-1] == report * UN
    assert all(abs(p) * etalement <= abs(report) * UN + etalement for p in pas)


@peu
@given(st.integers(0, UN), st.integers(0, UN), st.integers(1, 28))
def test_p8_a_change_of_rate_makes_no_jump(avant: int, apres: int, change: int) -> None:
    debut = date(2026, 2, 1)
    bascule = debut + timedelta(change)
    taux = (TauxDate(avant, fin=bascule - timedelta(1)), TauxDate(apres, debut=bascule))
    registre = Registre([replace(partie("al", 0), taux=taux)])
    dus = [0]
    for numero in range(1, 31):
        une = unite(f"L{numero}", jour=debut + timedelta(numero - 1))
        registre.appliquer(Presentation(numero, une))
        dus.append(registre.du("al"))
    pas = [b - a for a, b in pairwise(dus)]
    assert pas == [avant] * change + [apres] * (30 - change)


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
