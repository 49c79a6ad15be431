"""The shares that the law secures: each worked by hand, as a constraint and as a warning."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from fluxdesk.domain.flux.gardes import ConstatGarde, NatureGarde
from fluxdesk.domain.flux.parties import BAILLEUR, ModeRefus
from fluxdesk.domain.flux.suggestion import Motif, RaisonExclusion, suggerer
from tests.domain.flux.exemples import Journee, commune, partie, unite
from tests.domain.flux.lecture import lignes
from tests.domain.flux.lois import AL, ALERTE, CONTRAINTE, ETAT, PLAFOND, PLANCHER, UNIFORME, sous

if TYPE_CHECKING:
    from fluxdesk.domain.flux.gardes import EffetGarde, Garde


def inegale(*gardes: Garde, effet: EffetGarde = CONTRAINTE) -> Journee:
    """Three of Bastia to the État, two of Calvi to the others: 1,20 is due to it in Calvi."""
    jour = Journee([ETAT, AL], sous(*gardes, effet=effet))
    for numero in range(3):
        jour.donner(unite(str(numero), commune="Bastia", qpv="QPV"), "etat")
    jour.donner(unite("4"), "al")
    jour.donner(unite("5"), BAILLEUR)
    return jour


def test_the_same_share_in_every_commune_comes_before_the_most_late() -> None:
    suggestion = suggerer(inegale(UNIFORME).registre, unite("6"))
    assert (suggestion.choix, suggestion.motif) == ("etat", Motif.GARDE_LEGALE)
    assert suggestion.gardes == (
        ConstatGarde(UNIFORME, "etat", "État", 0, 3, 12000, 0, decisif=True),
    )
    assert lignes(suggestion) == [
        "Proposition : État. Dû 2,40 ; servi 3 ; avance 0,60 logement.",
        (
            "Motif : règle légale. La part de l'État est la même dans chaque commune "
            "(R441-5-2, II) : dans celle-ci, sur 3 logements, celui-ci compris, dû 1,20, reçu 0 : "
            "il manque 1,20 logement. Sans cette règle, le logement irait à Action Logement."
        ),
    ]


def test_a_share_that_only_warns_leaves_the_choice_to_the_bare_rule() -> None:
    suggestion = suggerer(inegale(UNIFORME, PLANCHER, effet=ALERTE).registre, unite("6"))
    assert (suggestion.choix, suggestion.motif) == ("al", Motif.HORS_TOLERANCE)
    # Three dwellings outside QPV: 0,90 due at 30 %, less than one whole dwelling.
    assert [c.garde.nature for c in suggestion.gardes] == [NatureGarde.UNIFORME]
    assert lignes(suggestion)[2:] == [
        (
            "Alerte légale : la part de l'État est la même dans chaque commune (R441-5-2, II) : "
            "dans celle-ci, sur 3 logements, celui-ci compris, dû 1,20, reçu 0 : "
            "il manque 1,20 logement."
        )
    ]


def test_the_floor_outside_qpv_looks_at_those_dwellings_alone() -> None:
    moitie = replace(PLANCHER, dix_milliemes=5000)
    jour = inegale(moitie)
    assert suggerer(jour.registre, unite("6", qpv="QPV")).gardes == ()
    for valeur in ("hors QPV", "non"):
        suggestion = suggerer(jour.registre, unite("6", qpv=valeur))
        assert suggestion.choix == "etat"
        assert suggestion.gardes == (
            ConstatGarde(moitie, "etat", "État", 0, 3, 15000, 0, decisif=True),
        )
        phrase = "La part de l'État hors QPV n'est pas inférieure à 50 % (R441-5-2, II) : hors QPV,"
        assert phrase in lignes(suggestion)[1]


def test_a_proposal_that_makes_up_for_the_lack_needs_no_warning() -> None:
    jour = Journee([ETAT, AL], sous(UNIFORME, effet=ALERTE))
    for numero in range(3):
        jour.donner(unite(str(numero)), "al" if numero else BAILLEUR)
    suggestion = suggerer(jour.registre, unite("x"))
    assert suggestion.choix == "etat"
    assert [c.manque for c in suggestion.gardes] == [16000]
    assert len(lignes(suggestion)) == 2


def test_a_constraint_that_changes_nobody_leaves_the_ordinary_motive() -> None:
    jour = Journee([ETAT, AL], sous(UNIFORME, replace(PLAFOND, parties=("al",))))
    for numero in range(3):
        jour.donner(unite(str(numero)), "al" if numero else BAILLEUR)
    suggestion = suggerer(jour.registre, unite("x"))
    assert (suggestion.choix, suggestion.motif) == ("etat", Motif.HORS_TOLERANCE)
    assert [c.decisif for c in suggestion.gardes] == [False, False]
    assert suggestion.sans_garde == ""
    exclusions = {r.cle: r.exclusion for r in suggestion.exclus}
    assert exclusions["al"] is RaisonExclusion.PLAFOND


def test_of_two_lacks_the_greatest_comes_first_then_the_usual_ties() -> None:
    deux = replace(UNIFORME, parties=("etat", "al"), nom="de chacun")
    parties = [replace(ETAT, taux=partie("x", 2000).taux), AL]
    jour = Journee(parties, sous(deux))
    for numero in range(6):
        jour.donner(unite(f"b{numero}", commune="Bastia"), "al")
    for numero in range(4):
        jour.donner(unite(f"c{numero}"), BAILLEUR)
    suggestion = suggerer(jour.registre, unite("x"))
    # In Calvi 1,00 of five is due to the État and 2,00 to Action Logement; over both, 2,20
    # is due to the État, which has none, and 4,40 to Action Logement, which has six.
    assert [c.manque for c in suggestion.gardes] == [10000, 20000]
    assert (suggestion.choix, suggestion.sans_garde) == ("al", "État")
    assert [c.decisif for c in suggestion.gardes] == [False, True]
    assert "il manque 2,00 logements à Action Logement. Sans cette règle" in lignes(suggestion)[1]


def test_a_lacking_part_is_reached_through_its_whole() -> None:
    parties = [
        replace(ETAT, taux=partie("x", 5000).taux),
        replace(partie("prio", 4000), parent="etat"),
        replace(partie("agents", 1000, nom="Agents"), parent="etat"),
    ]
    jour = Journee(parties, sous(replace(UNIFORME, parties=("agents",), nom="des agents")))
    for numero in range(9):
        jour.donner(unite(str(numero)), "prio")
    jour.donner(unite("bastia", commune="Bastia"), "agents")
    suggestion = suggerer(jour.registre, unite("x"))
    assert [c.manque for c in suggestion.gardes] == [10000]
    assert (suggestion.choix, suggestion.destinataire) == ("etat", "agents")
    assert [r.cle for r in suggestion.sous_rangs] == ["agents", "prio"]
    jour.donner(unite("x"), "agents")
    assert suggerer(jour.registre, unite("y")).gardes == ()


def test_two_rules_that_decide_are_both_said() -> None:
    jour = inegale(UNIFORME, replace(PLAFOND, parties=("al",), dix_milliemes=1600, nom="d'ALS"))
    suggestion = suggerer(jour.registre, unite("6"))
    assert [c.decisif for c in suggestion.gardes] == [True, True]
    phrase = lignes(suggestion)[1]
    assert phrase.startswith("Motif : règle légale. La part d'ALS ne dépasse pas 16 % du flux")
    assert ", déjà reçu 1. La part de l'État est la même dans chaque commune" in phrase
    assert phrase.endswith("Sans ces règles, le logement irait à Action Logement.")


def test_two_warnings_share_a_line() -> None:
    jour = inegale(UNIFORME, replace(PLANCHER, dix_milliemes=4000), effet=ALERTE)
    ligne = lignes(suggerer(jour.registre, unite("6")))[2]
    assert ligne.startswith("Alertes légales : la part de l'État est la même")
    assert "il manque 1,20 logement. La part de l'État hors QPV n'est pas inférieure" in ligne


def test_a_rule_does_not_look_at_who_may_not_receive() -> None:
    ailleurs = replace(ETAT, territoire=commune("Bastia"))
    jour = Journee([ailleurs, AL], sous(UNIFORME, PLAFOND))
    for numero in range(4):
        jour.donner(unite(str(numero)), BAILLEUR)
    assert suggerer(jour.registre, unite("x")).gardes == ()
    assert suggerer(jour.registre, unite("x", commune="")).gardes == ()


def test_a_rule_does_not_count_dwellings_out_of_the_base_nor_days_without_a_rate() -> None:
    calvi = replace(ETAT, assiette=commune("Calvi"))
    jour = Journee([calvi, AL], sous(PLANCHER))
    for numero in range(4):
        jour.donner(unite(str(numero), commune="Bastia"), BAILLEUR)
    assert suggerer(jour.registre, unite("x", commune="Bastia")).gardes == ()
    ancien = replace(ETAT, taux=(replace(ETAT.taux[0], debut=date(2026, 6, 1)),))
    jour = Journee([ancien, AL], sous(UNIFORME))
    for numero in range(4):
        jour.donner(unite(str(numero)), BAILLEUR)
    assert suggerer(jour.registre, unite("x", jour=date(2026, 7, 1))).gardes == ()


def test_the_landlord_lacks_nothing_by_law() -> None:
    jour = Journee([ETAT], sous(replace(UNIFORME, parties=(BAILLEUR,))))
    for numero in range(4):
        jour.donner(unite(str(numero)), "etat")
    assert suggerer(jour.registre, unite("x")).gardes == ()


def test_the_turn_of_the_landlord_is_not_read_again_by_the_law() -> None:
    parties = [replace(ETAT, refus=ModeRefus.BAILLEUR_UN_TOUR), AL]
    jour = Journee(parties, sous(replace(UNIFORME, parties=("al",))))
    for numero in range(3):
        jour.donner(unite(str(numero)), "etat")
    jour.donner(unite("x"), "etat")
    jour.refuser("x", "etat")
    suggestion = suggerer(jour.registre, unite("x"))
    assert (suggestion.choix, suggestion.motif) == (BAILLEUR, Motif.REPRISE)
    assert suggestion.gardes == ()
