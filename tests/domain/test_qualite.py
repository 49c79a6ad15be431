"""Alerts and scores: each rule, what silences it, what is counted."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from fluxdesk.adapters.referentiels.cog import Cog
from fluxdesk.domain.logement import NON_RENSEIGNE
from fluxdesk.domain.plages import en_plages, lire_plages
from fluxdesk.domain.qualite import FICHES, GenreAlerte, note
from fluxdesk.domain.qualite_mesure import CHAMPS_LUS, Mesure
from fluxdesk.domain.qualite_regles import (
    BORNES_SURFACE,
    REGLES,
    ReperesQualite,
    juger_annee,
    juger_commune,
    juger_financement,
    juger_identifiant,
    juger_loyer,
    juger_qpv,
    juger_reservataire,
    juger_surface,
)
from fluxdesk.domain.reservataire import Categorie

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fluxdesk.domain.logement import ValeurPlate
    from fluxdesk.domain.qualite import Qualite

COG = Cog()
AJACCIO, SANS_QPV = "2A004", "2A001"
ETAT, VILLE = frozenset({Categorie.ETAT}), frozenset({Categorie.COMMUNE})


def reperes(
    titulaires: Mapping[int, frozenset[Categorie]] | None = None,
    conventions: frozenset[Categorie] = frozenset(),
) -> ReperesQualite:
    return ReperesQualite(
        annee=2026,
        trouver_commune=COG.commune,
        communes_qpv=frozenset({AJACCIO}),
        codes_autres=frozenset({"49", "99"}),
        titulaires=titulaires or {},
        conventions=conventions,
    )


SAIN: dict[str, ValeurPlate] = {
    **dict.fromkeys(CHAMPS_LUS, ""),
    "id_rpls": "R000000001", "programme": "LES OLIVIERS", "commune": AJACCIO,
    "nom_commune": "AJACCIO", "qpv": 1, "pieces": 3, "typologie": "T3", "surface": 62,
    "construction": "C", "financement": "PLUS", "financement_code": "13",
    "annee_construction": 1974, "dpe": "D", "loyer": 40_000, "loyer_max": 50_000,
    "contingent_declare": "7", "voie": "RUE DES OLIVIERS", "numero": "4", "appartement": "12",
    "etat": "actif",
}  # fmt: skip


def mesurer(
    *logements: dict[str, ValeurPlate],
    blocs: int = 1,
    conventions: frozenset[Categorie] = frozenset(),
    main: Mapping[int, frozenset[str]] | None = None,
) -> Qualite:
    mesure = Mesure(reperes(conventions=conventions), main or {}, main or {})
    rows = [
        tuple((SAIN | {"appartement": str(n)} | given)[name] for name in (*CHAMPS_LUS, "etat"))
        for n, given in enumerate(logements, start=1)
    ]
    ids = list(range(1, len(rows) + 1))
    step = -(-len(ids) // blocs) or 1
    for start in range(0, max(len(ids), 1), step):
        mesure.ajouter(ids[start : start + step], rows[start : start + step])
    return mesure.resultat()


def alertes(qualite: Qualite) -> dict[str, tuple[int, ...]]:
    return {a.genre.value: tuple(a.logements) for a in qualite.alertes}


def test_a_sound_dwelling_raises_nothing() -> None:
    found = mesurer({})
    assert found.alertes == ()
    assert found.note == 1
    assert found.logements == 1
    assert {s.complets for s in found.champs} == {s.plausibles for s in found.champs} == {1}


@pytest.mark.parametrize(
    ("genre", "valeurs"),
    [
        (GenreAlerte.SANS_ID_RPLS, {"id_rpls": ""}),
        (GenreAlerte.COMMUNE_INCONNUE, {"commune": "2A999", "qpv": None}),
        (GenreAlerte.COMMUNE_FUSIONNEE, {"commune": "49001", "qpv": None}),
        (GenreAlerte.QPV, {"commune": SANS_QPV}),
        (GenreAlerte.ANNEE, {"annee_construction": 1849}),
        (GenreAlerte.ANNEE, {"annee_construction": 2027}),
        (GenreAlerte.SURFACE, {"surface": 12}),
        (GenreAlerte.SURFACE, {"surface": 500}),
        (GenreAlerte.LOYER, {"loyer": 50_001}),
        (GenreAlerte.FINANCEMENT, {"financement": NON_RENSEIGNE, "financement_code": ""}),
        (GenreAlerte.FINANCEMENT, {"financement": "Autre", "financement_code": "88"}),
        (GenreAlerte.RESERVATAIRE, {"contingent_declare": "3"}),
    ],
)
def test_each_kind_of_alert(genre: GenreAlerte, valeurs: dict[str, ValeurPlate]) -> None:
    found = mesurer(valeurs, conventions=VILLE)
    assert alertes(found) == {genre.value: (1,)}
    assert found.logements_de(genre) == (1,)
    assert found.programmes[0].alertes == 1
    score = next(s for s in found.champs if s.champ == FICHES[genre].champ)
    assert score.plausibles == 0


@pytest.mark.parametrize(
    "valeurs",
    [
        {"qpv": None, "commune": SANS_QPV},
        {"qpv": 0, "commune": SANS_QPV},
        {"commune": "75101", "qpv": None},
        {"annee_construction": None},
        {"surface": None},
        {"pieces": None, "surface": 1},
        {"pieces": 1, "surface": 9},
        {"pieces": 3, "surface": 10, "construction": "E"},
        {"pieces": 9, "surface": 300},
        {"loyer": None},
        {"loyer_max": None, "loyer": 900_000},
        {"financement": "Autre", "financement_code": "49"},
        {"financement": "Autre", "financement_code": ""},
        {"contingent_declare": "4"},
        {"contingent_declare": ""},
    ],
)
def test_what_is_unknown_or_within_bounds_is_no_alert(valeurs: dict[str, ValeurPlate]) -> None:
    assert alertes(mesurer(valeurs, conventions=VILLE)) == {}


def test_what_cannot_be_judged_is_said() -> None:
    blind = ReperesQualite(annee=2026, trouver_commune=COG.commune)
    assert set(blind.manques()) == {GenreAlerte.QPV, GenreAlerte.RESERVATAIRE}
    assert juger_qpv(blind, 1, SANS_QPV) is None
    assert juger_reservataire(blind, "3", frozenset()) is None
    assert reperes(conventions=VILLE).manques() == {}
    assert set(mesurer({}).non_mesurees) == {GenreAlerte.RESERVATAIRE}


def test_rights_in_stock_speak_before_conventions() -> None:
    known = reperes(titulaires={1: VILLE}, conventions=ETAT)
    assert juger_reservataire(known, "1", VILLE) is GenreAlerte.RESERVATAIRE
    assert juger_reservataire(known, "4", VILLE) is None
    assert juger_reservataire(known, "", VILLE) is None
    assert juger_reservataire(known, "7", VILLE) is GenreAlerte.RESERVATAIRE
    assert juger_reservataire(known, "1", frozenset()) is None


def test_rules_by_themselves() -> None:
    known = reperes()
    assert juger_identifiant(known, "R1") is None
    assert juger_commune(known, " 2a004 ") is None
    assert juger_annee(known, 1850) is None
    assert juger_loyer(known, 100, 100) is None
    assert juger_financement(known, "PLUS", "13") is None
    assert juger_surface(known, 62, 0, "C") is None
    assert juger_qpv(known, 1, "2A999") is GenreAlerte.QPV
    assert len({FICHES[g].champ for g in GenreAlerte}) == len(GenreAlerte) - 1
    assert [b.pieces for b in BORNES_SURFACE] == [1, 2, 3, 4, 5, 6, 7]
    assert all(b.source and b.mini < b.maxi for b in BORNES_SURFACE)
    assert len(REGLES) == 8


@pytest.mark.parametrize("blocs", [1, 3])
def test_the_same_door_twice(blocs: int) -> None:
    found = mesurer(
        {"appartement": "12"},
        {"appartement": "13"},
        {"appartement": "12", "voie": "rue des oliviers"},
        {"appartement": "12"},
        {"appartement": "", "boite": ""},
        {"appartement": "", "boite": ""},
        {"appartement": "12", "voie": ""},
        {"appartement": "12", "voie": ""},
        blocs=blocs,
        conventions=VILLE,
    )
    assert alertes(found) == {"doublon": (1, 3, 4)}
    adresse = next(s for s in found.champs if s.champ == "adresse")
    assert (adresse.total, adresse.complets, adresse.plausibles) == (8, 6, 3)


def test_a_confirmed_value_is_no_alert_and_counts() -> None:
    found = mesurer(
        {"surface": 12}, {"surface": 12}, {"surface": None}, {"dpe": ""},
        main={1: frozenset({"surface", "etat"}), 3: frozenset({"surface"})},
    )  # fmt: skip
    assert alertes(found) == {"surface_type": (2,)}
    surface = next(s for s in found.champs if s.champ == "surface")
    assert (surface.total, surface.complets, surface.plausibles, surface.confirmes) == (4, 3, 2, 1)


def test_scores_by_programme_and_dwellings_that_left() -> None:
    found = mesurer(
        {"programme": "B", "nom_commune": ""},
        {"programme": "A", "dpe": ""},
        {"programme": "A"},
        {"programme": "C", "etat": "sorti"},
        blocs=2,
    )
    assert [(p.programme.nom, p.nom_commune, p.logements) for p in found.programmes] == [
        ("A", "AJACCIO", 2),
        ("B", AJACCIO, 1),
    ]
    assert found.programmes[0].note == Fraction(21, 22)
    assert found.logements == 3


def test_an_empty_base() -> None:
    found = mesurer()
    assert (found.logements, found.alertes, found.programmes) == (0, (), ())
    assert found.note == note(()) == 1
    assert found.logements_de(GenreAlerte.QPV) == ()
    assert mesurer({"etat": "sorti"}).logements == 0


@pytest.mark.parametrize(
    ("ids", "texte"), [([], ""), ([7], "7"), ([3, 1, 2, 2, 9], "1-3,9"), ([1, 2], "1-2")]
)
def test_ranges_of_ids(ids: list[int], texte: str) -> None:
    assert en_plages(ids) == texte
    assert lire_plages(texte) == sorted({*ids})
