"""The sentences: each motive in full, and the turns that a special case takes."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from fluxdesk.domain.flux.parties import BAILLEUR, ModeRefus
from fluxdesk.domain.flux.suggestion import Motif, suggerer
from tests.domain.flux.exemples import (
    MODELE,
    PAR_TYPOLOGIE,
    SANS_MIXITE,
    Journee,
    commune,
    partie,
    unite,
)
from tests.domain.flux.lecture import AL, CALVI, lignes, mixte


def test_beyond_the_tolerance_then_level_and_parted_by_the_last_offer() -> None:
    jour = Journee([AL, replace(CALVI, taux=AL.taux)], SANS_MIXITE)
    jour.donner(unite("1"), "al")
    assert lignes(suggerer(jour.registre, unite("2"))) == [
        "Proposition : Calvi. Dû 0,80 ; servi 0 ; retard 0,80 logement.",
        (
            "Motif : son retard atteint la tolérance (0,75 logement) ; "
            "il passe avant toute considération de mixité."
        ),
    ]
    jour.donner(unite("2"), "calvi")
    jour.donner(unite("3"), "calvi")
    jour.donner(unite("4"), "al")
    jour.donner(unite("5"), BAILLEUR)
    assert lignes(suggerer(jour.registre, unite("6"))) == [
        "Proposition : Calvi. Dû 2,40 ; servi 2 ; retard 0,40 logement.",
        (
            "Motif : c'est le réservataire éligible le plus en retard (à égalité avec "
            "Action Logement, 0,40 ; départagés par l'ancienneté du dernier logement proposé)."
        ),
    ]


def test_the_most_late_names_who_comes_next() -> None:
    jour = Journee([AL, CALVI], SANS_MIXITE)
    assert lignes(suggerer(jour.registre, MODELE)) == [
        "Proposition : Action Logement. Dû 0,40 ; servi 0 ; retard 0,40 logement.",
        "Motif : c'est le réservataire éligible le plus en retard (devant Calvi, 0,35).",
    ]


def test_the_landlord_most_late_is_not_called_a_reservataire() -> None:
    al = replace(AL, taux=partie("", 3000).taux)
    jour = Journee([al, partie("b", 2900)], SANS_MIXITE)
    assert lignes(suggerer(jour.registre, MODELE)) == [
        "Proposition : Bailleur. Dû 0,41 ; servi 0 ; retard 0,41 logement.",
        "Motif : le bailleur est le plus en retard des éligibles (devant Action Logement, 0,30).",
    ]


def test_a_better_mix_quotes_the_lines_that_decided() -> None:
    jour = mixte("T1", "T2", "T1", parties=[AL, CALVI])
    assert lignes(suggerer(jour.registre, unite("4", typologie="T1"))) == [
        "Proposition : Calvi. Dû 1,40 ; servi 1 ; retard 0,40 logement.",
        (
            "Motif : 2 réservataires sont en retard de moins d'un logement ; Action Logement l'est "
            "un peu plus (0,60), mais ce logement corrige mieux l'équilibre de Calvi : "
            "typologie T1 : dû 1,05, reçu 0 (+1,05)."
        ),
    ]


def test_an_urgency_names_its_horizon_and_those_concerned() -> None:
    parties = [partie("a", 1000, nom="Bastia"), CALVI]
    jour = Journee(parties, PAR_TYPOLOGIE)
    for numero, typologie in enumerate(["T1", "T1", "T2"]):
        jour.suivre(unite(str(numero), typologie=typologie))
    suggestion = suggerer(jour.registre, unite("x", typologie="T1"))
    debut, motif = lignes(suggestion)
    assert debut == "Proposition : Calvi. Dû 1,40 ; servi 1 ; retard 0,40 logement."
    attendu = (
        "Motif : urgence. Sans ce logement, un réservataire dépasserait la tolérance {} ; "
        "concernés : Calvi, Bailleur."
    )
    assert motif == attendu.format("à la prochaine libération")
    deux = replace(suggestion, horizon_urgence=2)
    assert lignes(deux)[1] == attendu.format("dans les 2 prochaines libérations")
    zero = replace(suggestion, horizon_urgence=0, exclus=())
    assert lignes(zero)[1].endswith("dès maintenant ; concerné : Calvi.")


def test_nobody_late_enough_says_how_far_each_would_go() -> None:
    jour = Journee([partie("a", 0, nom="Arnas"), partie("b", 3000, commune("Bastia"))])
    jour.donner(unite("1"), BAILLEUR)
    for numero in range(2, 5):
        jour.donner(unite(str(numero), commune="Bastia"), BAILLEUR)
    jour.donner(unite("5"), BAILLEUR)
    suggestion = suggerer(jour.registre, unite("6"))
    assert lignes(suggestion) == [
        "Proposition : Bailleur. Dû 5,10 ; servi 5 ; retard 0,10 logement.",
        (
            "Motif : aucun retard suffisant. Avec ce logement, chaque éligible prendrait une "
            "avance d'au moins la tolérance (0,75 logement) ; celle du bailleur serait la plus "
            "petite (0,90, devant Arnas, 1,00)."
        ),
    ]
    premier = replace(suggestion.classement[0], du=Fraction(5), retard=Fraction(0))
    egaux = replace(suggestion, classement=(premier, suggestion.classement[1]))
    assert lignes(egaux)[1].endswith("(1,00, à égalité avec Arnas, 1,00).")


def test_nobody_late_and_nobody_else_to_receive() -> None:
    jour = Journee([partie("b", 9000, commune("Bastia"))])
    jour.donner(unite("1", commune="Bastia"), BAILLEUR)
    jour.donner(unite("2", commune="Bastia"), BAILLEUR)
    assert lignes(suggerer(jour.registre, MODELE)) == [
        "Proposition : Bailleur. Dû 1,20 ; servi 2 ; avance 0,80 logement.",
        (
            "Motif : aucun retard. Avec ce logement, l'avance du bailleur serait de 1,80, "
            "mais aucun autre n'est éligible."
        ),
    ]


def test_the_refusals_are_recalled() -> None:
    jour = Journee([AL, CALVI])
    jour.donner(MODELE, "al")
    jour.refuser("L0", "al")
    assert lignes(suggerer(jour.registre, MODELE))[2:] == [
        "A refusé ce logement : Action Logement."
    ]
    jour.servir("L0", "calvi")
    jour.refuser("L0", "calvi")
    derniere = suggerer(jour.registre, MODELE)
    assert lignes(derniere)[1:] == [
        (
            "Motif : aucun retard. Avec ce logement, l'avance du bailleur serait de 0,75, "
            "mais aucun autre n'est éligible."
        ),
        "Ont refusé ce logement : Action Logement, Calvi.",
    ]


def test_a_dwelling_taken_back_for_one_turn() -> None:
    jour = Journee([replace(AL, refus=ModeRefus.BAILLEUR_UN_TOUR)])
    jour.donner(MODELE, "al")
    jour.refuser("L0", "al")
    assert lignes(suggerer(jour.registre, MODELE)) == [
        "Proposition : Bailleur. Dû 0,60 ; servi 0 ; retard 0,60 logement.",
        (
            "Motif : le droit d'Action Logement est consommé par son refus ; "
            "le bailleur reprend ce logement pour un tour, sans décompte."
        ),
        "A refusé ce logement : Action Logement.",
    ]


def des_parts() -> Journee:
    etat = partie("etat", 5500, nom="État")
    prio = replace(partie("prio", 3500, nom="État (prioritaires)"), parent="etat")
    agents = replace(partie("agents", 2000, nom="État (agents publics)"), parent="etat")
    return Journee([etat, prio, agents, partie("c", 1000, nom="Calvi")], SANS_MIXITE)


def test_a_party_of_two_parts_says_which_part_and_why() -> None:
    jour = des_parts()
    suggestion = suggerer(jour.registre, MODELE)
    assert lignes(suggestion) == [
        "Proposition : État (prioritaires). Dû 0,35 ; servi 0 ; retard 0,35 logement.",
        "Motif : État est le réservataire éligible le plus en retard (devant Bailleur, 0,35).",
        (
            "Au sein de l'État (dû 0,55 ; servi 0 ; retard 0,55 logement) : État (prioritaires) "
            "est la part la plus en retard (devant État (agents publics), 0,20)."
        ),
    ]
    hors = replace(suggestion, motif=Motif.HORS_TOLERANCE)
    assert lignes(hors)[1].startswith("Motif : le retard de l'État atteint la tolérance")


def test_the_only_part_left_is_said_so() -> None:
    jour = des_parts()
    jour.donner(MODELE, "prio")
    jour.refuser("L0", "prio")
    assert lignes(suggerer(jour.registre, MODELE))[2:] == [
        (
            "Au sein de l'État (dû 0,55 ; servi 0 ; retard 0,55 logement) : État (agents publics) "
            "est la seule part éligible."
        ),
        "A refusé ce logement : État (prioritaires).",
    ]
