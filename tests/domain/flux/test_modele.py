"""The engine against a second reading of moteur.md §4, in plain fractions and without haste."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from fluxdesk.domain.flux.parties import (
    BAILLEUR,
    PARAMETRES,
    UN,
    Axe,
    Cible,
    Partie,
    TauxDate,
)
from fluxdesk.domain.flux.suggestion import suggerer
from tests.domain.flux.exemples import PARTOUT, Journee, commune, partie, unite

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fluxdesk.domain.flux.parties import (
        Unite,
    )

ZERO = Fraction(0)


class Modele:
    """Plain lists of what happened, every figure counted again at each question."""

    def __init__(self, parties: list[Partie]) -> None:
        self.parties = parties
        self.vues: list[Unite] = []
        self.servis: list[tuple[str, Unite]] = []
        self.refuses: list[tuple[str, Unite]] = []
        self.offres: list[str] = []

    def cles(self) -> list[str]:
        return [*[p.cle for p in self.parties], BAILLEUR]

    def par(self, cle: str) -> Partie:
        return next(p for p in self.parties if p.cle == cle)

    def du(self, cle: str) -> Fraction:
        if cle == BAILLEUR:
            return len(self.vues) - sum((self.du(p.cle) for p in self.parties), ZERO)
        p = self.par(cle)
        taux = sum(p.taux_au(u.jour) for u in self.vues if p.assiette.contient(u))
        k = min(len(self.vues), p.etalement)
        report = p.report * UN * k // p.etalement if p.etalement else p.report * UN
        return Fraction(taux + report, UN)

    def retard(self, cle: str) -> Fraction:
        return self.du(cle) - sum(1 for qui, _ in self.servis if qui == cle)

    def du_mixte(self, cle: str, axe: Axe, v: str) -> Fraction:
        if cle == BAILLEUR:
            offerts = [*self.vues, *[u for _, u in self.refuses]]
            total = sum(1 for u in offerts if u.valeur(axe) == v)
            return total - sum((self.du_mixte(p.cle, axe, v) for p in self.parties), ZERO)
        p = self.par(cle)
        droits = self.du(cle) + sum(1 for qui, _ in self.refuses if qui == cle)
        for cible in p.cibles:
            if (cible.axe, cible.modalite) == (axe, v):
                return droits * Fraction(cible.dix_milliemes, UN)
        vises = {c.modalite: Fraction(c.dix_milliemes, UN) for c in p.cibles if c.axe is axe}
        eligibles = [u for u in self.vues if p.territoire.contient(u)] or self.vues
        libres = [u for u in eligibles if u.valeur(axe) not in vises]
        parts = sum(1 for u in libres if u.valeur(axe) == v)
        return droits * (1 - sum(vises.values(), ZERO)) * Fraction(parts, max(1, len(libres)))

    def score(self, cle: str, une: Unite) -> Fraction:
        total = self.retard(cle)
        for axe, poids in PARAMETRES.axes:
            v = une.valeur(axe)
            proposes = [*self.servis, *self.refuses]
            recu = sum(1 for qui, u in proposes if qui == cle and u.valeur(axe) == v)
            ecart = self.du_mixte(cle, axe, v) - recu
            total += poids * min(Fraction(3), max(Fraction(-3), ecart))
        return total

    def besoin(self, cle: str, une: Unite, h: int, b: Fraction) -> int:
        retard = self.retard(cle) + self.attendu(cle, une) + self.rythme(cle, une) * h
        return max(0, floor(retard - b) + 1)

    def rythme(self, cle: str, une: Unite) -> Fraction:
        if cle == BAILLEUR:
            return 1 - sum((self.rythme(p.cle, une) for p in self.parties), ZERO)
        p = self.par(cle)
        base = sum(1 for u in self.vues if p.assiette.contient(u))
        return Fraction(p.taux_au(une.jour), UN) * Fraction(base, len(self.vues))

    def attendu(self, cle: str, une: Unite) -> Fraction:
        if cle == BAILLEUR:
            return ZERO
        p = self.par(cle)
        base = sum(1 for u in self.vues if p.assiette.contient(u))
        chances = sum(1 for u in self.vues if p.territoire.contient(u))
        manques = Fraction(base - chances, chances) if chances else ZERO
        return Fraction(p.taux_au(une.jour), UN) * manques

    def urgents(self, une: Unite, b: Fraction) -> set[str]:
        for h in range(PARAMETRES.horizon + 1):
            besoins = {cle: self.besoin(cle, une, h, b) for cle in self.cles()}
            if sum(besoins.values()) >= h + 1:
                return {cle for cle, besoin in besoins.items() if besoin}
        return set()

    def choisir(self, une: Unite, refusants: Iterable[str]) -> str:
        b = 1 - Fraction(1, 2 * len(self.parties))
        eligibles = [
            cle
            for cle in self.cles()
            if cle not in refusants and (cle == BAILLEUR or self.par(cle).territoire.contient(une))
        ]
        maximum = max(self.retard(cle) for cle in eligibles)
        tardifs = [cle for cle in eligibles if self.retard(cle) == maximum]
        admis = [cle for cle in eligibles if self.retard(cle) > 1 - b]
        if maximum >= b:
            candidats = tardifs
        else:
            presses = self.urgents(une, b)
            candidats = [cle for cle in admis if cle in presses] or admis or tardifs
        return max(candidats, key=lambda cle: self.merite(cle, une))

    def merite(self, cle: str, une: Unite) -> tuple[Fraction, Fraction, int, int]:
        dernier = max((n for n, qui in enumerate(self.offres, 1) if qui == cle), default=0)
        return (self.score(cle, une), self.retard(cle), -dernier, -self.cles().index(cle))


@given(
    st.lists(
        st.tuples(
            st.sampled_from("ABB"),
            st.sampled_from(("T1", "T2", "T3")),
            st.sampled_from(("PLAI", "PLS")),
            st.integers(0, 3),
        ),
        min_size=14,
        max_size=14,
    ),
    st.lists(st.integers(0, 2200), min_size=5, max_size=5),
    st.integers(-2, 2),
    st.integers(0, 9),
)
@settings(max_examples=12, deadline=None, derandomize=True)
def test_the_engine_chooses_what_a_plain_reading_of_the_rule_chooses(
    venues: list[tuple[str, str, str, int]], taux: list[int], report: int, etalement: int
) -> None:
    parties = [
        replace(partie("al", taux[0]), report=report, etalement=etalement),
        replace(partie("etat", taux[1]), cibles=(Cible(Axe.FINANCEMENT, "PLAI", 4000),)),
        partie("a", taux[2], commune("A")),
        Partie("b", "b", (TauxDate(taux[3]),), PARTOUT, commune("B")),
        partie("c", taux[4]),
    ]
    jour, modele = Journee(parties), Modele(parties)
    for numero, (lieu, typologie, financement, refus) in enumerate(venues):
        une = unite(str(numero), commune=lieu, typologie=typologie, financement=financement)
        jour.presenter(une)
        modele.vues.append(une)
        refusants: list[str] = []
        for _ in range(refus):
            cle = choisir_tous_deux(jour, modele, une, refusants)
            jour.servir(une.cle, cle)
            jour.refuser(une.cle, cle)
            modele.offres.append(cle)
            modele.refuses.append((cle, une))
            refusants.append(cle)
        cle = choisir_tous_deux(jour, modele, une, refusants)
        jour.servir(une.cle, cle)
        modele.offres.append(cle)
        modele.servis.append((cle, une))


def choisir_tous_deux(jour: Journee, modele: Modele, une: Unite, refusants: list[str]) -> str:
    suggestion = suggerer(jour.registre, une)
    assert suggestion.choix == modele.choisir(une, refusants)
    for rang in suggestion.classement:
        assert rang.score == modele.score(rang.cle, une)
    return suggestion.choix
