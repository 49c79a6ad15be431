"""The engine against a second reading of moteur.md §4, on random streams with failed offers."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from fluxdesk.domain.flux.parties import (
    BAILLEUR,
    UN,
    Axe,
    Cible,
    EvenementDecompte,
    ModeRefus,
    Partie,
    TauxDate,
)
from fluxdesk.domain.flux.suggestion import suggerer
from tests.domain.flux.exemples import PARTOUT, Journee, commune, partie, unite
from tests.domain.flux.journaux import PARCOURS, des_clauses
from tests.domain.flux.modele import Modele

if TYPE_CHECKING:
    from fluxdesk.domain.flux.parties import (
        Unite,
    )

ETAPES = list(EvenementDecompte)
UN_TOUR = ModeRefus.BAILLEUR_UN_TOUR


@st.composite
def des_parties(draw: st.DrawFn, clauses: st.SearchStrategy[bool]) -> list[Partie]:
    """Five reservataires, with the default clauses or with any."""
    taux = draw(st.lists(st.integers(0, 2200), min_size=5, max_size=5))
    al = replace(
        partie("al", taux[0]), report=draw(st.integers(-2, 2)), etalement=draw(st.integers(0, 9))
    )
    parties = [
        al,
        replace(partie("etat", taux[1]), cibles=(Cible(Axe.FINANCEMENT, "PLAI", 4000),)),
        partie("a", taux[2], commune("A")),
        Partie("b", "b", (TauxDate(taux[3]),), PARTOUT, commune("B")),
        partie("c", taux[4]),
    ]
    return [draw(des_clauses(p)) for p in parties] if draw(clauses) else parties


@st.composite
def des_unites(draw: st.DrawFn) -> list[Unite]:
    valeurs = st.tuples(
        st.sampled_from("ABB"),
        st.sampled_from(("T1", "T2", "T3")),
        st.sampled_from(("PLAI", "PLS")),
    )
    return [
        unite(str(numero), commune=lieu, typologie=typologie, financement=financement)
        for numero, (lieu, typologie, financement) in enumerate(
            draw(st.lists(valeurs, min_size=14, max_size=14))
        )
    ]


@given(des_parties(st.booleans()), des_unites(), st.data())
@settings(max_examples=10, deadline=None, derandomize=True)
def test_the_engine_chooses_what_a_plain_reading_of_the_rule_chooses(
    parties: list[Partie], unites: list[Unite], data: st.DataObject
) -> None:
    jour, modele = Journee(parties), Modele(parties)
    for une in unites:
        jour.presenter(une)
        modele.presenter(une)
        refusants: list[str] = []
        echecs = data.draw(st.integers(0, 3))
        while True:
            cle = choisir_tous_deux(jour, modele, une, refusants)
            jour.servir(une.cle, cle)
            modele.servir(cle, une)
            if cle == BAILLEUR or len(refusants) == echecs:
                break
            refusants.append(cle)
            echouer_tous_deux(jour, modele, une, refusants, data)
    for solde in jour.registre.soldes()[:-1]:
        assert Fraction(solde.faute, UN) == modele.faute(solde.cle)


def echouer_tous_deux(
    jour: Journee, modele: Modele, une: Unite, refusants: list[str], data: st.DataObject
) -> None:
    """Take an offer through some steps, then end it by a refusal or a carence."""
    cle = refusants[-1]
    etapes = data.draw(st.sampled_from(PARCOURS))
    for etape in etapes:
        jour.avancer(une.cle, cle, etape)
    carence = data.draw(st.booleans())
    echouer = jour.manquer if carence else jour.refuser
    echouer(une.cle, cle)
    par = modele.par(cle)
    mode = par.carence if carence else par.refus
    atteinte = etapes[-1] if etapes else EvenementDecompte.MISE_A_DISPOSITION
    if ETAPES.index(atteinte) >= ETAPES.index(par.decompte) and mode is not UN_TOUR:
        mode = ModeRefus.COMPTE
    modele.rendre(une, refusants, mode)


def choisir_tous_deux(jour: Journee, modele: Modele, une: Unite, refusants: list[str]) -> str:
    suggestion = suggerer(jour.registre, une)
    assert suggestion.choix == modele.choisir(une, refusants)
    for rang in suggestion.classement:
        assert rang.score == modele.score(rang.cle, une)
    return suggestion.choix
