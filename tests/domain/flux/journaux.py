"""Made-up ledgers for the invariants, and what to compare of two of them."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import settings
from hypothesis import strategies as st

from fluxdesk.domain.flux.evenements import Annulation
from fluxdesk.domain.flux.parties import (
    BAILLEUR,
    UN,
    Axe,
    EvenementDecompte,
    ModeRefus,
    Partie,
    TauxDate,
)
from fluxdesk.domain.flux.suggestion import suggerer
from tests.domain.flux.exemples import MODELE, PARTOUT, Journee, commune, partie, unite

if TYPE_CHECKING:
    from fluxdesk.domain.flux.evenements import Evenement
    from fluxdesk.domain.flux.parties import (
        Unite,
    )
    from fluxdesk.domain.flux.registre import Registre

COMMUNES = ("A", "B", "C")
_CAL, _BAIL = EvenementDecompte.ATTRIBUTION_CAL, EvenementDecompte.BAIL_SIGNE
PARCOURS = ((), (), (_CAL,), (_CAL, _BAIL), (_BAIL,))  # the steps an offer goes through

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
def des_clauses(draw: st.DrawFn, une: Partie) -> Partie:
    """Give a party any clause of refusal, of carence and of counting."""
    modes = st.sampled_from(ModeRefus)
    etapes = st.sampled_from(EvenementDecompte)
    return replace(une, refus=draw(modes), carence=draw(modes), decompte=draw(etapes))


@st.composite
def des_parties(draw: st.DrawFn) -> list[Partie]:
    """Free and territorial parties, a node of two parts, balances and all the clauses."""
    neuf = draw(st.booleans())
    etat = replace(partie("etat", draw(st.integers(0, 4000))), neuf=neuf)
    prio = replace(
        draw(des_clauses(partie("prio", draw(st.integers(0, 3000))))), parent="etat", neuf=neuf
    )
    agents = replace(draw(des_clauses(partie("agents", 500))), parent="etat", neuf=neuf)
    al = replace(
        draw(des_clauses(partie("al", draw(st.integers(0, 3000))))),
        report=draw(st.integers(-3, 3)),
        etalement=draw(st.integers(0, 20)),
        neuf=draw(st.booleans()),
    )
    locale = draw(des_clauses(partie("a", draw(st.integers(0, 5000)), commune("A"))))
    promise = Partie("b", "b", (TauxDate(draw(st.integers(0, 1500))),), PARTOUT, commune("B"))
    return draw(st.permutations([etat, prio, agents, al, locale, promise]))


@st.composite
def des_journaux(draw: st.DrawFn) -> tuple[list[Partie], list[Evenement]]:
    """A day's work: suggestions followed or not, steps, failures, dwellings left waiting.

    Some dwellings are first lettings, offered to those who count them and to the others.
    """
    parties = draw(des_parties())
    jour = Journee(parties)
    feuilles = [*[p.cle for p in parties if p.cle != "etat"], BAILLEUR]
    for ordinaire in draw(des_unites(12)):
        une = replace(ordinaire, neuf=draw(st.sampled_from((False, False, True))))
        jour.presenter(une)
        for _ in range(draw(st.integers(0, 2))):
            suggestion = suggerer(jour.registre, une)
            libres = [f for f in feuilles if f not in suggestion.refusants]
            cle = draw(st.sampled_from([suggestion.destinataire, *libres]))
            jour.servir(une.cle, cle)
            for etape in draw(st.sampled_from(PARCOURS)):
                jour.avancer(une.cle, cle, etape)
            if cle == BAILLEUR or draw(st.booleans()):
                break
            echouer = draw(st.sampled_from((jour.refuser, jour.manquer)))
            echouer(une.cle, cle)
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
    lignes += [registre.carences(p.cle) for p in registre.parties]
    return [*lignes, suggerer(registre, unite("photo", commune="B", epci="EB"))]
