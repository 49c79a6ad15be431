"""The templates of letters: what may be written, and what is answered when it cannot serve."""

from __future__ import annotations

import pytest

from fluxdesk.domain.champs_lettre import CHAMPS, champ_ecrit
from fluxdesk.domain.gabarit_lettre import (
    LONGUEUR_MAX,
    ModeleFautifError,
    Piece,
    comprendre,
    remplir,
    remplir_objet,
    verifier,
)
from fluxdesk.domain.lettre import Blanc, Paragraphe
from fluxdesk.domain.modele_lettre import GenreCourrier, ModeleLettre
from fluxdesk.domain.originaux_lettre import modele_en_vigueur, original

G = GenreCourrier
VALEURS = {champ.nom: "" for champ in CHAMPS[G.CARENCE]} | {
    "n° d’offre": "2026-031",
    "réservataire": "État",
    "date limite": "jeudi 2 avril 2026",
}


def modele(corps: str, objet: str = "constat", genre: GenreCourrier = G.CARENCE) -> ModeleLettre:
    return ModeleLettre(genre=genre, objet=objet, corps=corps)


def rempli(corps: str, **valeurs: str) -> list[object]:
    return list(remplir(comprendre(modele(corps)), VALEURS | valeurs))


def fautes(corps: str, objet: str = "constat", genre: GenreCourrier = G.CARENCE) -> list[str]:
    return [faute.dite.replace("\u00a0", " ") for faute in verifier(genre, objet, corps)]


@pytest.mark.parametrize("genre", list(G))
def test_every_original_may_serve(genre: GenreCourrier) -> None:
    shipped = original(genre)
    assert verifier(genre, shipped.objet, shipped.corps) == ()


@pytest.mark.parametrize("genre", list(G))
def test_no_placeholder_is_named_twice_and_each_is_described(genre: GenreCourrier) -> None:
    names = [champ.nom for champ in CHAMPS[genre]]
    assert len(set(names)) == len(names)
    assert all(champ.description and champ.exemple for champ in CHAMPS[genre])


def test_a_placeholder_gives_its_value_however_it_is_spelt() -> None:
    assert rempli("Le {date limite}, {RESERVATAIRE} ; {n° d'offre}.") == [
        Paragraphe("Le jeudi 2 avril 2026, État\u00a0; 2026-031.")
    ]


def test_a_value_is_never_read_again() -> None:
    assert rempli("Motif : {motif}", motif="{date limite} <b>") == [
        Paragraphe("Motif\u00a0: {date limite} <b>")
    ]


def test_a_line_whose_placeholders_are_all_empty_is_left_out() -> None:
    assert rempli("Un.\nMotif : {motif}.\nMotif : {motif}, le {date limite}.") == [
        Paragraphe("Un."),
        Paragraphe("Motif\u00a0: , le jeudi 2 avril 2026."),
    ]


def test_blanks_do_not_pile_up_nor_stand_at_the_ends() -> None:
    assert rempli("\nUn.\n\n{motif}\n\nDeux.\n\n") == [
        Paragraphe("Un."),
        Blanc(),
        Paragraphe("Deux."),
    ]


def test_a_dash_makes_an_item() -> None:
    assert rempli("– un\n  - deux\n–trois") == [
        Paragraphe("un", puce=True),
        Paragraphe("deux", puce=True),
        Paragraphe("–trois"),
    ]


def test_a_table_stands_where_it_was_asked_for() -> None:
    assert rempli("Un.\r\n{rappel de l’offre}\r\nDeux.") == [
        Paragraphe("Un."),
        Piece("rappel de l’offre"),
        Paragraphe("Deux."),
    ]


def test_a_body_of_nothing_but_empty_values_is_empty() -> None:
    assert rempli("{motif}") == []


def test_the_object_is_one_line() -> None:
    read = comprendre(modele("Un.", "constat  {n° d’offre}\n{motif}"))
    assert remplir_objet(read, VALEURS) == "constat 2026-031"


def test_the_officer_s_version_stands_for_the_original() -> None:
    own = modele("Un.")
    assert modele_en_vigueur(G.CARENCE, (own,)) is own
    assert modele_en_vigueur(G.BAIL, (own,)) == original(G.BAIL)


@pytest.mark.parametrize(
    ("corps", "attendu"),
    [
        (
            "Un.\nLe {date limit}.",
            (
                "Ligne 2 : le champ « {date limit} » n’existe pas dans ce courrier. Écrivez"
                " « {date limite} »."
            ),
        ),
        (
            "{zzz}",
            (
                "Ligne 1 : le champ « {zzz} » n’existe pas dans ce courrier. Choisissez un champ de"
                " la liste."
            ),
        ),
        (
            "Le { }.",
            "Ligne 1 : les accolades sont vides. Écrivez-y le nom d’un champ, ou retirez-les.",
        ),
        (
            "Le {date limite du mois",
            (
                "Ligne 1 : l’accolade ouverte devant « date limite du mois » n’est pas refermée."
                " Écrivez « } » après le nom du champ, ou retirez l’accolade."
            ),
        ),
        (
            "Le {",
            (
                "Ligne 1 : l’accolade ouverte en fin de ligne n’est pas refermée. Écrivez « } »"
                " après le nom du champ, ou retirez l’accolade."
            ),
        ),
        (
            "date limite}",
            (
                "Ligne 1 : l’accolade fermée après « date limite » n’a pas été ouverte. Écrivez « {"
                " » devant le nom du champ, ou retirez l’accolade."
            ),
        ),
        (
            "}",
            (
                "Ligne 1 : l’accolade fermée en début de ligne n’a pas été ouverte. Écrivez « { »"
                " devant le nom du champ, ou retirez l’accolade."
            ),
        ),
        (
            "Voici {rappel de l’offre}",
            "Ligne 1 : « {rappel de l’offre} » est un bloc. Mettez-le seul sur une ligne du corps.",
        ),
        (
            "– {rappel de l’offre}",
            "Ligne 1 : « {rappel de l’offre} » est un bloc. Mettez-le seul sur une ligne du corps.",
        ),
        ("\n \n", "Ligne 1 : le corps est vide. Écrivez le texte du courrier."),
        (
            "a" * (LONGUEUR_MAX + 1),
            "Ligne 1 : le corps a 12001 signes, il en tient 12000. Raccourcissez-le.",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_line_and_what_to_write(corps: str, attendu: str) -> None:
    assert fautes(corps) == [attendu]


def test_an_object_is_checked_too() -> None:
    assert fautes("Un.", "") == ["Objet : il est vide. Écrivez en une ligne de quoi il va."]
    assert fautes("Un.", "{rappel de l’offre}") == [
        "Objet : « {rappel de l’offre} » est un bloc. Mettez-le seul sur une ligne du corps."
    ]


def test_the_proposal_keeps_its_deadline_and_its_sheet() -> None:
    assert fautes("{fiche du logement}\n{fiche du logement}", genre=G.PROPOSITION) == [
        (
            "Ligne 2 : « {encadré de la date limite} » manque. Mettez-le une fois, seul sur une"
            " ligne du corps."
        ),
        (
            "Ligne 2 : « {fiche du logement} » y est plusieurs fois. Mettez-le une fois, seul sur"
            " une ligne du corps."
        ),
    ]


def test_a_template_that_cannot_serve_says_all_that_is_wrong() -> None:
    with pytest.raises(ModeleFautifError, match="ne peut pas servir") as told:
        comprendre(modele("{a}\n{b}"))
    assert [faute.ligne for faute in told.value.fautes] == [1, 2]


def test_a_placeholder_is_written_in_braces() -> None:
    assert champ_ecrit(CHAMPS[G.CARENCE][0]) == "{bailleur}"
