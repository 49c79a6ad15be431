"""A second reading of moteur.md §4, in plain fractions and without haste."""

from __future__ import annotations

from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING

from fluxdesk.domain.flux.parties import BAILLEUR, PARAMETRES, UN, ModeRefus

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fluxdesk.domain.flux.parties import Axe, Partie, Unite

ZERO = Fraction(0)


class Modele:
    """Plain lists of what happened, every figure counted again at each question."""

    def __init__(self, parties: list[Partie]) -> None:
        self.parties = parties
        self.droits: list[tuple[Unite, tuple[str, ...]]] = []
        self.servis: list[tuple[str, Unite]] = []
        self.refuses: list[tuple[str, Unite]] = []
        self.offres: list[str] = []
        self.reprises: set[str] = set()

    @property
    def vues(self) -> list[Unite]:
        """The dwellings whose right was opened; one that came back may be there twice."""
        return [u for u, _ in self.droits]

    def presenter(self, une: Unite) -> None:
        self.droits.append((une, ()))

    def servir(self, cle: str, une: Unite) -> None:
        if une.cle not in self.reprises:
            self.offres.append(cle)
            self.servis.append((cle, une))

    def rendre(self, une: Unite, refusants: list[str], mode: ModeRefus) -> None:
        """Take the dwelling back from the last of its refusers."""
        cle = refusants[-1]
        match mode:
            case ModeRefus.COMPTE:
                self.droits.append((une, tuple(refusants)))
            case ModeRefus.BAILLEUR_UN_TOUR:
                self.reprises.add(une.cle)
            case _:
                self.servis.remove((cle, une))
                if mode is ModeRefus.NON_COMPTE_MIXITE:
                    self.refuses.append((cle, une))

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

    def faute(self, cle: str) -> Fraction:
        """Follow what would be late if every dwelling of the territory had been received."""
        p = self.par(cle)
        manque = ZERO
        for u in self.vues:
            accru = p.taux_au(u.jour) if p.assiette.contient(u) else 0
            manque += Fraction(accru, UN)
            if p.territoire.contient(u):
                manque = max(ZERO, manque - 1)
        return max(ZERO, min(manque, self.retard(cle)))

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
        dans = [(u, refus) for u, refus in self.droits if p.territoire.contient(u)]
        eligibles = [u for u, refus in dans if cle not in refus] or self.vues
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
        if une.cle in self.reprises:
            return BAILLEUR
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
