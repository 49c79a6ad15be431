"""The words of a file, and what they are taken for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.appariement import Appariement
from fluxdesk.domain.champs import CHAMPS, champ_de
from fluxdesk.domain.correspondances import correspondre, valeurs_possibles
from fluxdesk.domain.listes import liste_de
from fluxdesk.domain.noms_reservataires import NomsConnus
from fluxdesk.domain.profil import Genre
from fluxdesk.domain.proximite import approcher, proximite
from tests.domain.tables import lignes

if TYPE_CHECKING:
    from fluxdesk.domain.correspondances import Correspondance

CONNUS = (
    "État", "Action Logement", "Ville d’Ajaccio", "Ville de Bastia",
    "Communauté d’agglomération du Pays Ajaccien", "Département de la Corse-du-Sud",
    "Ministère des Armées", "CAF de Corse", "Centre hospitalier d’Ajaccio",
    "Commune de Saint-Denis", "SNCF", "La Poste",
)  # fmt: skip


def correspondances(
    genre: Genre, champ: str, *valeurs: str, reservataires: tuple[str, ...] = CONNUS
) -> dict[str, Correspondance]:
    paired = [
        Appariement(colonne=0, titre="T", champ=champ, confiance=100, pourquoi=""),
        Appariement(colonne=0, titre="U", champ=None, confiance=0, pourquoi=""),
    ]
    found = correspondre(paired, lignes({"T": valeurs}), genre, reservataires=reservataires)
    assert all(one.champ == champ for one in found)
    assert all(one.sure == (one.confiance == 100) for one in found)
    assert all((one.proposee is None) == (one.confiance == 0) for one in found)
    return {one.lue: one for one in found}


def sures(genre: Genre, champ: str, *valeurs: str) -> dict[str, str | None]:
    found = correspondances(genre, champ, *valeurs)
    return {lue: one.proposee for lue, one in found.items() if one.sure}


@pytest.mark.parametrize(
    ("texte", "pieces"),
    [
        ("T3bis", "3"), ("F3", "3"), ("3 pièces", "3"), ("Studio", "1"), ("T 2", "2"),
        ("T6 et +", "6"), ("T5 et plus", "5"), ("T1'", "1"), ("Type 4", "4"), ("4P", "4"),
        ("T1 bis", "1"), ("7", "7"), ("T4 duplex", "4"),
    ],
)  # fmt: skip
def test_types_are_read_in_rooms(texte: str, pieces: str) -> None:
    assert sures(Genre.PATRIMOINE, "NBPIECE", texte) == {texte: pieces}


def test_types_that_are_none_are_left_to_the_officer() -> None:
    found = correspondances(Genre.PATRIMOINE, "NBPIECE", "T0", "T99", "Garage", "Chambre")

    assert [found[lue].proposee for lue in ("T0", "T99", "Garage")] == [None] * 3
    assert (found["Chambre"].proposee, found["Chambre"].sure) == ("1", False)


def test_financing_by_code_and_by_label() -> None:
    told = ("13", "PLUS", "PLA I", "PLA-TS", "PLA d’intégration/LLTS dans les DOM", "Palulos",
            "HLM/O", "PLUS_CD", "13 - PLUS", "PLS/PPLS/PCLS/PLA CFF")  # fmt: skip
    assert sures(Genre.PATRIMOINE, "FINAN", *told) == dict(
        zip(told, ["13", "13", "10", "11", "10", "49", "52", "13", "13", "14"], strict=True)
    )


def test_financing_that_may_be_two_things_is_not_decided() -> None:
    found = correspondances(
        Genre.PATRIMOINE, "FINAN", "PLUS-PLAI", "13 - PLAI", "PLUS 2004", "PLU", "Zorglub", "97"
    )

    assert (found["PLUS-PLAI"].proposee, found["PLUS-PLAI"].confiance) == ("13", 85)
    assert found["13 - PLAI"].proposee in {"10", "13"}
    assert not found["13 - PLAI"].sure
    assert found["PLUS 2004"].proposee == "13"
    assert found["PLU"].proposee == "13"
    assert (found["Zorglub"].proposee, found["Zorglub"].sure) == (None, False)


@pytest.mark.parametrize("mot", ["oui", "O", "VRAI", "X", "1", "Yes"])
def test_words_for_yes(mot: str) -> None:
    assert sures(Genre.PATRIMOINE, "CONV", mot) == {mot: "oui"}


@pytest.mark.parametrize("mot", ["non", "N", "FAUX", "2", "no"])
def test_words_for_no_and_the_two_of_rpls(mot: str) -> None:
    assert sures(Genre.PATRIMOINE, "QPV", mot) == {mot: "non"}


def test_zero_is_no_only_beside_one() -> None:
    assert sures(Genre.CANDIDATS, "dalo", "0", "1") == {"0": "non", "1": "oui"}
    assert sures(Genre.CANDIDATS, "dalo", "0", "1", "2") == {"1": "oui", "2": "non"}
    alone = correspondances(Genre.CANDIDATS, "dalo", "0")["0"]
    assert (alone.proposee, alone.sure) == ("non", False)


def test_words_of_the_acts() -> None:
    assert sures(Genre.VACANCES, "cause", "Préavis", "DECES") == {
        "Préavis": "congé du locataire",
        "DECES": "décès",
    }
    assert sures(Genre.VACANCES, "qualification", "Flux") == {"Flux": "dans le flux"}
    assert sures(Genre.VACANCES, "categorie", "NPNRU") == {
        "NPNRU": "relogement de renouvellement urbain"
    }
    assert sures(Genre.VACANCES, "issue", "Carence", "Signé", "Refus") == {
        "Carence": "sans candidat dans le délai",
        "Signé": "bail signé",
        "Refus": "refusée par le réservataire",
    }
    assert sures(Genre.CONVENTIONS, "categorie", "Mairie") == {"Mairie": "commune"}
    assert sures(Genre.STOCK, "nature", "Un tour") == {"Un tour": "désignation unique"}
    assert sures(Genre.CANDIDATS, "quartile", "Q1", "2ème quartile") == {
        "Q1": "1",
        "2ème quartile": "2",
    }


def test_a_word_that_may_mean_two_things_waits_for_the_officer() -> None:
    found = correspondances(Genre.VACANCES, "qualification", "Hors flux")["Hors flux"]

    assert (found.proposee, found.confiance, found.sure) == ("soustrait", 85, False)


@pytest.mark.parametrize(
    ("texte", "nom"),
    [
        ("ETAT", "État"), ("ville d'ajaccio", "Ville d’Ajaccio"), ("ALS", "Action Logement"),
        ("Action Logement Services", "Action Logement"),
    ],
)  # fmt: skip
def test_names_that_are_surely_known_ones(texte: str, nom: str) -> None:
    assert sures(Genre.STOCK, "reservataire", texte) == {texte: nom}


@pytest.mark.parametrize(
    ("texte", "nom"),
    [
        ("Préfecture", "État"),
        ("Préfecture - prioritaires", "État"),
        ("contingent préf. fonctionnaires", "État"),
        ("Mairie d’Ajaccio", "Ville d’Ajaccio"),
        ("AJACCIO", "Ville d’Ajaccio"),
        ("Ville Ajacio", "Ville d’Ajaccio"),
        ("CA Pays Ajaccien", "Communauté d’agglomération du Pays Ajaccien"),
        ("Dépt Corse-du-Sud", "Département de la Corse-du-Sud"),
        ("Min. Armées", "Ministère des Armées"),
        ("C.H. Ajaccio", "Centre hospitalier d’Ajaccio"),
        ("St Denis", "Commune de Saint-Denis"),
        ("CAF", "CAF de Corse"),
        ("Actoin Logement", "Action Logement"),
    ],
)
def test_names_that_resemble_are_never_applied_silently(texte: str, nom: str) -> None:
    found = correspondances(Genre.STOCK, "reservataire", texte)[texte]

    assert (found.proposee, found.sure) == (nom, False)
    assert found.confiance < 100


@pytest.mark.parametrize("texte", ["EDF", "CAPA", "Bailleur"])
def test_names_that_resemble_none(texte: str) -> None:
    assert correspondances(Genre.STOCK, "reservataire", texte)[texte].proposee is None


def test_two_known_names_of_one_group_are_not_chosen_between() -> None:
    both = ("Préfecture de Corse", "Préfecture", "État", "AL", "Action Logement")

    assert NomsConnus(both).exact("ALS") is None
    assert NomsConnus(both).exact("préfecture") == "Préfecture"
    near = NomsConnus(("Ville de Bastia", "Commune de Bastia")).proche("Mairie de Bastia")
    assert near is not None
    assert near.confiance < 90
    assert NomsConnus(()).proche("Ville") is None


def test_every_value_is_counted_the_most_frequent_first_and_blanks_left_out() -> None:
    found = correspondances(Genre.PATRIMOINE, "CONV", "N", "O", "N", "", " - ", "N/A", "n")

    assert [(one.lue, one.nombre) for one in found.values()] == [("N", 2), ("O", 1), ("n", 1)]


def test_a_column_of_free_values_has_none() -> None:
    assert correspondances(Genre.PATRIMOINE, "COMPLGEO", "LES PINS") == {}


def test_likeness_is_looked_for_among_the_most_frequent_only() -> None:
    values = [f"PLUS {n}" for n in range(320)]
    found = correspondances(Genre.PATRIMOINE, "FINAN", *values)

    assert len(found) == 320
    assert sum(one.proposee is not None for one in found.values()) == 300


def test_choices_of_a_field() -> None:
    finan = valeurs_possibles(Genre.PATRIMOINE, champ_de(Genre.PATRIMOINE, "FINAN"), ())
    names = valeurs_possibles(Genre.STOCK, champ_de(Genre.STOCK, "reservataire"), ("A", "B"))

    assert ("13", "PLUS/LLS dans les DOM") in finan
    assert names == (("A", "A"), ("B", "B"))
    assert valeurs_possibles(Genre.STOCK, champ_de(Genre.STOCK, "logement"), ()) == ()


def test_spellings_stand_for_values_of_their_list() -> None:
    for genre, fields in CHAMPS.items():
        for one in fields:
            closed = liste_de(genre, one)
            if closed is None:
                continue
            assert set(closed.variantes.values()) <= set(closed.valeurs)
            assert set(closed.douteuses.values()) <= set(closed.valeurs)
            assert not closed.variantes.keys() & closed.douteuses.keys()
            assert all(closed.exacte(value) == value for value in closed.valeurs)


def test_nearness() -> None:
    assert proximite("action logement", "logement action") == 95
    assert proximite("plus", "plus") == 95
    assert proximite("caf corse", "caf") == proximite("caf", "caf corse")
    assert approcher("zzz", [("a", "A")]) is None
    assert approcher("zzz", []) is None


def test_past_years_name_the_landlord_who_keeps_a_dwelling() -> None:
    assert sures(Genre.VACANCES, "reservataire", "Bailleur", "Non réservé") == {
        "Bailleur": "Bailleur",
        "Non réservé": "Bailleur",
    }
    assert not sures(Genre.STOCK, "reservataire", "Bailleur")
    field = champ_de(Genre.VACANCES, "reservataire")
    assert valeurs_possibles(Genre.VACANCES, field, ("État",)) == (
        ("État", "État"),
        ("Bailleur", "Bailleur (logement gardé)"),
    )
