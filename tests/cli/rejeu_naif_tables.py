"""The tables of a stream as the naive reading of the rule takes them, apart from the engine's."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import TypeAlias

Ligne: TypeAlias = dict[str, str]
Valeur: TypeAlias = tuple[str, str]  # axis and value

MIETTE = Fraction(1, 10_000)  # the unit of D_i


@dataclass
class Compte:
    """The state of one party (§4, State), and its convention."""

    nom: str
    ligne: Ligne
    taux: list[tuple[Fraction, str, str]] = field(default_factory=list)
    enfants: list[str] = field(default_factory=list)
    du: Fraction = Fraction(0)
    servi: int = 0
    neuf: bool = False
    refus: int = 0
    dernier: int = 0
    base: int = 0
    chances: int = 0
    eligibles: int = 0
    eligibles_par: dict[Valeur, int] = field(default_factory=lambda: defaultdict(int))
    proposes: dict[Valeur, int] = field(default_factory=lambda: defaultdict(int))

    @property
    def retard(self) -> Fraction:
        return self.du - self.servi

    @property
    def mode(self) -> str:
        return self.ligne["refus"] or "non_compte_mixite"

    @property
    def cibles(self) -> dict[Valeur, Fraction]:
        found = {}
        for axe in filter(None, self.ligne["cibles"].split("|")):
            nom, parts = axe.split("=")
            for part in parts.split(","):
                valeur, taux = part.split(":")
                found[nom, valeur] = Fraction(taux) / 100
        return found

    def taux_au(self, jour: str) -> Fraction | None:
        en_vigueur = [t for t, d, f in self.taux if (d or "0") <= jour <= (f or "9")]
        return en_vigueur[-1] if en_vigueur else None

    def couvre(self, colonne: str, une: Ligne) -> bool:
        if une["neuf"] == "oui" and not self.neuf:
            return False  # a first letting is outside the base of who counts it apart
        zone = self.ligne[colonne] or self.ligne["assiette"] or "tout"
        return zone == "tout" or any(
            une[sorte] == code for sorte, code in (place.split(":") for place in zone.split(","))
        )


def lignes(texte: str) -> list[Ligne]:
    return list(csv.DictReader(io.StringIO(texte), delimiter=";"))


def iso(texte: str) -> str:
    if "/" not in texte:
        return texte
    jour, mois, annee = map(int, texte.split("/"))
    return date(annee, mois, jour).isoformat()


def quatre(valeur: Fraction) -> str:
    miettes = valeur / MIETTE
    assert miettes.denominator == 1
    signe, entier = ("-", -miettes) if miettes < 0 else ("", miettes)
    return f"{signe}{int(entier) // 10_000}.{int(entier) % 10_000:04d}"
