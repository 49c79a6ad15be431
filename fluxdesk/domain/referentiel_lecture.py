"""From one line of a public file to entries of a table of reference, or to why it is refused."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from fluxdesk.domain.logement import Financement
from fluxdesk.domain.referentiel import GenreReferentiel
from fluxdesk.domain.referentiel_communes import lire_ligne_commune
from fluxdesk.domain.referentiel_valeurs import (
    FAMILLES,
    FINANCEMENTS_A_PLAFOND,
    IDF,
    LigneEcarteeError,
    lire_categorie,
    lire_commune,
    lire_communes,
    lire_montant,
    lire_siren,
    lire_zone_123,
    lire_zone_abc,
    lire_zone_plafond,
)
from fluxdesk.domain.typographie import plie

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from fluxdesk.domain.referentiel_valeurs import LigneReferentiel

Entree: TypeAlias = "tuple[str, dict[str, str]]"  # key, columns
Lecteur: TypeAlias = "Callable[[LigneReferentiel], list[Entree]]"

_DEPARTEMENT_QPV = r"(?:\d{3}|02[AB])"
_GENERATIONS = {
    GenreReferentiel.QPV_2015: re.compile(rf"QP{_DEPARTEMENT_QPV}\d{{3}}", re.ASCII),
    GenreReferentiel.QPV_2024: re.compile(rf"QN{_DEPARTEMENT_QPV}\d{{2}}[A-Z]", re.ASCII),
}
_SANS_EPCI = re.compile(r"Z+", re.ASCII)
# What the ANCT list lost with its « œ » (formats.md §3).
_SANS_LIGATURE = {"Manuvre": "Manœuvre", "manuvre": "manœuvre", "Cur": "Cœur", "Surs": "Sœurs"}
_MOTS = re.compile(r"\w+")
_CODE_RPLS = re.compile(r"\d{2}", re.ASCII)
_SEUIL_BAS, _SEUIL_HAUT = 2_000, 60_000  # a year's income per unit: below, it is a month's
_ZONES_LARGES = ("paris", "idf", "autres")


def _lire_epci(ligne: LigneReferentiel) -> list[Entree]:
    if _SANS_EPCI.fullmatch(ligne.texte("siren").upper()):
        raise LigneEcarteeError(SANS_EPCI)
    siren = lire_siren(ligne, "siren")
    if not siren:
        ligne.refuser("siren", "Le SIREN de l’EPCI manque.")
    columns = {"nom": ligne.texte("nom"), "nature": ligne.texte("nature")}
    return [(siren, columns | {"communes": lire_communes(ligne, "communes")})]


SANS_EPCI = "commune sans EPCI"


@dataclass(frozen=True, slots=True)
class _LecteurQpv:
    """Reads districts of one generation."""

    genre: GenreReferentiel

    def __call__(self, ligne: LigneReferentiel) -> list[Entree]:
        code = ligne.texte("code").upper()
        if not code:
            ligne.refuser("code", "Le code du quartier manque.")
        if not _GENERATIONS[self.genre].fullmatch(code):
            other = next(g for g in _GENERATIONS if g is not self.genre)
            if _GENERATIONS[other].fullmatch(code):
                ligne.refuser(
                    "code", f"est un quartier de l’autre génération : importez-le dans « {other} »."
                )
            ligne.refuser("code", f"n’est pas un code de quartier ({_FORMES[self.genre]}).")
        columns = {
            "nom": _rendre_ligatures(ligne),
            "communes": lire_communes(ligne, "communes"),
            "epci": lire_siren(ligne, "epci"),
        }
        return [(code, columns)]


_FORMES = {
    GenreReferentiel.QPV_2015: "QP et six chiffres, comme QP093001",
    GenreReferentiel.QPV_2024: "QN, cinq chiffres et une lettre, comme QN09301M",
}


def _rendre_ligatures(ligne: LigneReferentiel) -> str:
    text = ligne.texte("nom")
    made = _MOTS.sub(lambda m: _SANS_LIGATURE.get(m.group(), m.group()), text)
    if made != text:
        ligne.douter("nom", f"a perdu son « œ » : lu « {made} ».")
    elif "?" in text:
        ligne.douter("nom", "a perdu un accent, remplacé par « ? ».")
    return made


def _lire_zonage(ligne: LigneReferentiel) -> list[Entree]:
    code = lire_commune(ligne, "code")
    said, other = ligne.texte("abc"), ligne.texte("123")
    abc = lire_zone_abc(said)
    if said and not abc and lire_zone_123(said) and not other:
        said, other = "", said  # the column « zone » of a list of zones 1, 2, 3
    apl = lire_zone_123(other)
    if said and not abc:
        ligne.refuser("abc", "n’est pas une zone Abis, A, B1, B2 ou C.")
    if other and not apl:
        ligne.refuser("123", "n’est pas une zone 1bis, 1, 2 ou 3.")
    found = {name: zone for name, zone in (("abc", abc), ("123", apl)) if zone}
    if not found:
        ligne.refuser("abc", "La zone manque.")
    return [(code, {"nom": ligne.texte("nom")} | found)]


def _lire_quartile(ligne: LigneReferentiel) -> list[Entree]:
    name = ligne.texte("nom")
    siren = ligne.texte("siren")
    regional = plie(name or siren).replace("-", " ").startswith(("ile de france", "idf"))
    key = IDF if regional and not siren.isdecimal() else lire_siren(ligne, "siren")
    if not key:
        ligne.refuser("siren", "Le SIREN de l’EPCI manque.")
    amount = lire_montant(ligne, "seuil")
    if not _SEUIL_BAS <= Decimal(amount) <= _SEUIL_HAUT:
        ligne.douter("seuil", "n’est pas un seuil annuel plausible par unité de consommation.")
    return [(key, {"nom": name or ("Île-de-France" if key == IDF else ""), "seuil": amount})]


def _lire_plafond(ligne: LigneReferentiel) -> list[Entree]:
    loan = ligne.texte("financement").upper()
    if loan not in FINANCEMENTS_A_PLAFOND:
        ligne.refuser("financement", "n’est pas un financement à plafonds (PLAI, PLUS, PLS, PLI).")
    category = lire_categorie(ligne.texte("categorie"))
    if not category:
        ligne.refuser("categorie", "n’est pas une catégorie de ménage, de 1 à 6 ou « + ».")
    if "montant" in ligne.noms:
        zone = lire_zone_plafond(ligne.texte("zone"))
        if not zone:
            ligne.refuser("zone", "n’est pas une zone de plafonds.")
        return [(cle_plafond(loan, zone, category), {"montant": lire_montant(ligne, "montant")})]
    return [
        (cle_plafond(loan, zone, category), {"montant": lire_montant(ligne, zone)})
        for zone in _ZONES_LARGES
        if zone in ligne.noms
    ]


def cle_plafond(financement: str, zone: str, categorie: str) -> str:
    """Key of a ceiling: « PLUS idf 3 »."""
    return f"{financement} {zone} {categorie}"


def _lire_financement(ligne: LigneReferentiel) -> list[Entree]:
    code = ligne.texte("code")
    if not _CODE_RPLS.fullmatch(code):
        ligne.refuser("code", "n’est pas un code de financement RPLS à deux chiffres.")
    family = FAMILLES.get(plie(ligne.texte("famille")))
    if family is None:
        named = ", ".join(f.value for f in Financement if f is not Financement.NON_RENSEIGNE)
        ligne.refuser("famille", f"n’est pas une famille de plafonds ({named}).")
    return [(code, {"famille": family.value, "libelle": ligne.texte("libelle")})]


LECTEURS: Mapping[GenreReferentiel, Lecteur] = {
    GenreReferentiel.COMMUNES: lire_ligne_commune,
    GenreReferentiel.EPCI: _lire_epci,
    GenreReferentiel.QPV_2015: _LecteurQpv(GenreReferentiel.QPV_2015),
    GenreReferentiel.QPV_2024: _LecteurQpv(GenreReferentiel.QPV_2024),
    GenreReferentiel.ZONAGE: _lire_zonage,
    GenreReferentiel.QUARTILE: _lire_quartile,
    GenreReferentiel.PLAFONDS: _lire_plafond,
    GenreReferentiel.FINANCEMENTS: _lire_financement,
}
