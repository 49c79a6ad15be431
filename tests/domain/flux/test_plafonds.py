"""The caps of law: each worked by hand, as a constraint and as a warning."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.flux.erreurs import AucunEligibleError
from fluxdesk.domain.flux.explication import raison
from fluxdesk.domain.flux.gardes import ConstatGarde
from fluxdesk.domain.flux.parties import BAILLEUR, EvenementDecompte
from fluxdesk.domain.flux.suggestion import Motif, RaisonExclusion, suggerer
from tests.domain.flux.exemples import Journee, partie, unite
from tests.domain.flux.lecture import lignes
from tests.domain.flux.lois import ALERTE, CONTRAINTE, ETAT, PLAFOND, sous

if TYPE_CHECKING:
    from fluxdesk.domain.flux.gardes import EffetGarde


def plafonnee(effet: EffetGarde = CONTRAINTE) -> Journee:
    """The État has one dwelling of the first; of two, 30 % rounded up is one."""
    jour = Journee([replace(ETAT, taux=partie("x", 9000).taux)], sous(PLAFOND, effet=effet))
    assert jour.suivre(unite("1")).gardes == ()
    return jour


def test_a_cap_keeps_its_party_out_and_says_so() -> None:
    suggestion = suggerer(plafonnee().registre, unite("2"))
    assert (suggestion.choix, suggestion.motif) == (BAILLEUR, Motif.GARDE_LEGALE)
    assert suggestion.sans_garde == "État"
    assert [(r.cle, r.exclusion) for r in suggestion.exclus] == [("etat", RaisonExclusion.PLAFOND)]
    (constat,) = suggestion.gardes
    assert constat == ConstatGarde(PLAFOND, "", "", 2026, 2, 6000, 1, decisif=True)
    assert constat.limite == 1
    assert lignes(suggestion) == [
        "Proposition : Bailleur. Dû 0,20 ; servi 0 ; retard 0,20 logement.",
        (
            "Motif : règle légale. La part de l'État ne dépasse pas 30 % du flux (R441-5-2, I) : "
            "sur 2 logements en 2026, celui-ci compris, 1 logement au plus, déjà reçu 1. "
            "Sans cette règle, le logement irait à l'État."
        ),
    ]
    assert raison(RaisonExclusion.PLAFOND) == "plafond légal atteint"


def test_a_cap_that_only_warns_speaks_when_its_party_is_proposed() -> None:
    jour = plafonnee(ALERTE)
    suggestion = suggerer(jour.registre, unite("2"))
    assert (suggestion.choix, suggestion.motif) == ("etat", Motif.HORS_TOLERANCE)
    assert suggestion.sans_garde == ""
    assert lignes(suggestion)[2:] == [
        (
            "Alerte légale : la part de l'État ne dépasse pas 30 % du flux (R441-5-2, I) : "
            "sur 2 logements en 2026, celui-ci compris, 1 logement au plus, déjà reçu 1."
        )
    ]
    jour.donner(unite("2"), "etat")
    suggestion = suggerer(jour.registre, unite("3"))
    assert suggestion.choix == "etat"
    jour.donner(unite("3"), "etat")
    assert (suggerer(jour.registre, unite("4")).choix, jour.retards()) == ("etat", [-3000, 3000])
    jour.donner(unite("4"), "etat")
    bailleur = suggerer(jour.registre, unite("5"))
    assert (bailleur.choix, bailleur.gardes) == (BAILLEUR, ())


def test_a_cap_counts_the_civil_year_of_the_dwelling() -> None:
    suggestion = suggerer(plafonnee().registre, unite("2", jour=date(2027, 1, 1)))
    assert (suggestion.choix, suggestion.gardes) == ("etat", ())


def test_a_cap_counts_what_is_held_not_what_was_given_back() -> None:
    parties = [replace(ETAT, decompte=EvenementDecompte.MISE_A_DISPOSITION)]
    jour = Journee(parties, sous(PLAFOND))
    jour.donner(unite("1"), "etat")
    jour.refuser("1", "etat")
    jour.servir("1", BAILLEUR)
    # The refusal consumed the right (and opened another), but the État holds no dwelling.
    assert jour.servis() == [1, 1]
    assert suggerer(jour.registre, unite("2")).gardes == ()


def test_a_cap_counts_its_parties_together_and_parts_of_them() -> None:
    parties = [
        partie("etat", 6000),
        replace(partie("prio", 5000), parent="etat"),
        replace(partie("agents", 1000), parent="etat"),
        partie("al", 1000),
    ]
    groupe = replace(PLAFOND, parties=("agents", "al", "partie d'autrefois"))
    jour = Journee(parties, sous(groupe))
    jour.donner(unite("1"), "agents")
    jour.donner(unite("2"), "prio")
    jour.donner(unite("3"), "prio")
    suggestion = suggerer(jour.registre, unite("4"))
    assert suggestion.gardes == ()  # ⌈30 % of 4⌉ is 2, one is held: one more fits
    jour.donner(unite("4"), "al")
    suggestion = suggerer(jour.registre, unite("5"))
    assert [c.tenus for c in suggestion.gardes] == [2]
    assert {r.cle: r.exclusion for r in suggestion.exclus}["al"] is RaisonExclusion.PLAFOND
    assert {r.cle: r.exclusion for r in suggestion.sous_rangs} == {}
    assert suggestion.choix == BAILLEUR


def test_a_capped_part_leaves_the_dwelling_to_the_other_part() -> None:
    parties = [
        replace(ETAT, taux=partie("x", 9000).taux),
        replace(partie("prio", 4000, nom="Prioritaires"), parent="etat"),
        replace(partie("agents", 5000, nom="Agents"), parent="etat"),
    ]
    agents = replace(PLAFOND, parties=("agents",), dix_milliemes=0, nom="des agents")
    jour = Journee(parties, sous(agents))
    suggestion = suggerer(jour.registre, unite("1"))
    assert (suggestion.destinataire, suggestion.motif) == ("prio", Motif.GARDE_LEGALE)
    assert suggestion.sous_rangs[1].exclusion is RaisonExclusion.PLAFOND
    assert lignes(suggestion)[1].endswith(
        "sur 1 logement en 2026, celui-ci compris, 0 logement au plus, déjà reçu 0. "
        "Sans cette règle, le logement irait à Agents."
    )
    tous = Journee(parties, sous(replace(agents, parties=("etat",))))
    suggestion = suggerer(tous.registre, unite("1"))
    assert (suggestion.choix, suggestion.exclus[0].exclusion) == (BAILLEUR, RaisonExclusion.PLAFOND)


def test_a_cap_may_leave_nobody() -> None:
    jour = Journee([ETAT], sous(replace(PLAFOND, dix_milliemes=0)))
    jour.donner(unite("1"), BAILLEUR)
    jour.refuser("1", BAILLEUR)
    with pytest.raises(AucunEligibleError):
        suggerer(jour.registre, unite("1"))
