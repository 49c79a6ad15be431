"""What the officer reads: grade, figures, where they come from."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.faisabilite import Bilan, Charge, Manque
from fluxdesk.domain.faisabilite_droits import Droit
from fluxdesk.domain.faisabilite_phrases import Grade, NomsDesLieux, Redaction
from fluxdesk.domain.flux.parties import UN, Axe, Zone
from fluxdesk.domain.flux_constate import constater
from fluxdesk.domain.territoire import Commune
from tests.domain.test_faisabilite import unite

if TYPE_CHECKING:
    from fluxdesk.domain.flux_constate import FluxConstate

COMMUNES = tuple(
    Commune(code=code, nom=nom, departement="01", epci="200", epci_nom="Syndicat B+C")
    for code, nom in (("B", "Bourg-B"), ("C", "Village-C"))
) + tuple(Commune(code=f"V{n}", nom=f"Village {n}", departement="01") for n in range(9))
AN = constater([(unite("B"), 300)], 36)
STOCK = constater([(unite("B"), 29)], 0)
SOURCE = "Libérations : moyenne de 300 logements entrés dans le flux en 36 mois."
VIDE = Bilan(manques=(), tendus=(), du=0, capacite=0)


def zone(*codes: str) -> Zone:
    return Zone(communes=frozenset(codes))


def droit(nom: str, par_an: int, territoire: Zone, *, propre: bool = False) -> Droit:
    return Droit(nom, nom, par_an * 3 * UN, territoire, propre)


def manque(
    *droits: Droit,
    offre: int,
    theta: Fraction,
    modalite: tuple[Axe, str] | None = None,
) -> Bilan:
    unit = 1 if modalite is None else UN
    short = Manque(
        droits=droits,
        du=sum(d.quantite for d in droits) * unit,
        capacite=offre * 3 * UN * unit,
        theta=theta,
        modalite=modalite,
    )
    return Bilan(manques=(short,), tendus=(), du=1, capacite=1)


def dit(bilan: Bilan, flux: FluxConstate = AN) -> list[tuple[Grade, str]]:
    writing = Redaction(flux, NomsDesLieux(lambda: COMMUNES))
    return [(m.grade, m.phrase.replace("\u00a0", " ")) for m in writing.messages(bilan)]


def test_rights_that_cannot_all_be_served() -> None:
    found = manque(
        droit("Bourg-B", 45, zone("B")),
        droit("Syndicat B+C", 63, zone("B", "C")),
        offre=100,
        theta=Fraction(100, 108),
    )
    assert dit(found) == [
        (
            Grade.IMPOSSIBLE,
            (
                "Les droits cumulés de Bourg-B, Syndicat B+C représentent 108,0 logements/an, or "
                "les territoires où ils peuvent être servis (Bourg-B, Village-C) n’en libèrent que "
                "100,0/an : il manque 8,0 logements/an (8,0 % de trop). Ensemble, ils ne peuvent "
                f"recevoir que 92,6 % de leurs droits. {SOURCE}"
            ),
        )
    ]


@pytest.mark.parametrize(
    ("offre", "theta", "told"),
    [
        (
            30,
            Fraction(30, 40),
            (
                "(Bourg-B) n’en libère que 30,0/an : il manque 10,0 logements/an (33,3 % de trop). "
                "Il ne peut recevoir que 75,0 % de ses droits."
            ),
        ),
        (
            0,
            Fraction(0),
            "(Bourg-B) n’en libère aucun : il manque 40,0 logements/an. Il ne peut pas être servi.",
        ),
    ],
)
def test_one_right_that_cannot_be_served(offre: int, theta: Fraction, told: str) -> None:
    ((_, phrase),) = dit(manque(droit("État", 40, zone("B")), offre=offre, theta=theta))
    assert phrase == (
        "Les droits de l’État représentent 40,0 logements/an, or le territoire où ils peuvent "
        f"être servis {told} {SOURCE}"
    )


def test_several_rights_without_any_dwelling() -> None:
    rights = (droit("A", 1, zone("B")), droit("D", 1, zone("B")))
    ((_, phrase),) = dit(manque(*rights, offre=0, theta=Fraction(0)))
    assert "n’en libère aucun : il manque 2,0 logements/an. Tous ne peuvent pas" in phrase


@pytest.mark.parametrize(
    ("noms", "told"),
    [
        (
            ("A",),
            (
                "La cible d’A (financement : PLAI) représente 10,0 logements/an, or le territoire "
                "où elle peut être servie (département 01) n’en libère que 5,0/an"
            ),
        ),
        (
            ("B", "C"),
            (
                "Les cibles cumulées de B, C (financement : PLAI) représentent 20,0 "
                "logements/an, or le territoire où elles peuvent être servies (département 01) "
                "n’en libère que 5,0/an"
            ),
        ),
    ],
)
def test_targets_that_cannot_be_kept_cost_no_right(noms: tuple[str, ...], told: str) -> None:
    rights = tuple(droit(n, 10, Zone(departements=frozenset({"01"}))) for n in noms)
    ((_, phrase),) = dit(
        manque(*rights, offre=5, theta=Fraction(1, 4), modalite=(Axe.FINANCEMENT, "PLAI"))
    )
    assert phrase.startswith(told)
    assert "qu’à 25,0 %, sans rien coûter au nombre de logements dus" in phrase
    ((_, nothing),) = dit(
        manque(*rights, offre=0, theta=Fraction(0), modalite=(Axe.FINANCEMENT, "PLAI"))
    )
    assert "Une telle cible ne peut pas être tenue, sans rien coûter" in nothing


@pytest.mark.parametrize(
    ("propre", "then"),
    [
        (False, "retards longs à prévoir"),
        (True, "presque toutes les libérations de ce territoire lui reviennent"),
    ],
)
def test_a_load_near_its_limit(propre: bool, then: str) -> None:  # noqa: FBT001 - a case
    near = Charge(droit("Village-C", 36, zone("C"), propre=propre), 40 * 3 * UN)
    found = Bilan(manques=(), tendus=(near,), du=36 * 3 * UN, capacite=100 * 3 * UN)
    assert dit(found) == [
        (
            Grade.TENDU,
            f"Village-C : droit 36,0/an pour 40,0 libérations/an (charge 90 %) : {then}. {SOURCE}",
        ),
        (
            Grade.OK,
            (
                "Tous les droits peuvent être servis : 36,0 logements/an pour 100,0 "
                f"libérations/an. {SOURCE}"
            ),
        ),
    ]


def test_nothing_is_said_of_nothing() -> None:
    assert dit(VIDE) == []


def test_the_patrimoine_stands_in_for_too_few_vacancies_and_says_so() -> None:
    found = Bilan(manques=(), tendus=(), du=29 * UN // 2, capacite=29 * UN)
    ((_, phrase),) = dit(found, STOCK)
    assert phrase == (
        "Tous les droits peuvent être servis : 50,0 logements pour 100 libérés pour 100,0 "
        "libérations. Moins de 30 libérations connues : chiffres pour 100 logements libérés, "
        "répartis comme le patrimoine."
    )
    short = manque(droit("État", 1, zone("B")), offre=0, theta=Fraction(0))
    assert "il manque 10,3 logements." in dit(short, STOCK)[0][1]


@pytest.mark.parametrize(
    ("zones", "told"),
    [
        ((zone("B"), Zone.partout()), ("tout le patrimoine", 1)),
        (
            (zone("C"), Zone(epcis=frozenset({"200", "999"}), departements=frozenset({"2A"}))),
            ("département 2A, 999, Syndicat B+C, Village-C", 4),
        ),
        (
            (zone(*(f"V{n}" for n in range(7))),),
            ("Village 0, Village 1, Village 2, Village 3, Village 4, Village 5, Village 6", 7),
        ),
        (
            (zone(*(f"V{n}" for n in range(8))),),
            (
                "Village 0, Village 1, Village 2, Village 3, Village 4, Village 5 et 2 autres",
                8,
            ),
        ),
    ],
)
def test_places_are_named_then_counted(zones: tuple[Zone, ...], told: tuple[str, int]) -> None:
    assert NomsDesLieux(lambda: COMMUNES).citer(zones) == told
