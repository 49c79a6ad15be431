"""Columns to fields, on tables such as landlords have."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.appariement import apparier, deviner_genre, signature
from fluxdesk.domain.champs import CHAMPS, champ_de
from fluxdesk.domain.profil import Genre
from fluxdesk.domain.titres_connus import titre_connu
from tests.domain.tables import COMMUNES, decoupe, lignes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from fluxdesk.domain.appariement import Appariement

ENTETE_2025 = Path(__file__).parents[1] / "data" / "rpls2025_entete_73_colonnes.csv"

ERP = {
    "Code UG": ("0012-01", "0012-02", "0012-03"),
    "N° RPLS": ("2A00412345", "2A00412346", "2A00412347"),
    "Commune INSEE": ("1053", "2A004", "2B033"),
    "Résidence": ("LES PINS", "LES PINS", "FESCH"),
    "Adresse": ("RUE FESCH", "RUE FESCH", "COURS NAPOLÉON"),
    "CP": ("1000", "20000", "20200"),
    "Ville": ("BOURG", "AJACCIO", "BASTIA"),
    "Type": ("T3bis", "F2", "Studio"),
    "Surf. hab.": ("65,5", "40 m²", "22"),
    "Nature du financement": ("PLUS", "PLAI", "PLA TS"),
    "Date mise en service": ("2001-05-03", "12/04/98", "36000"),
    "Loyer principal": ("345,20 €", "1 200,00", "9999"),
    "Loyer plafond": ("400", "500", "600"),
    "QPV (O/N)": ("O", "N", "N"),
    "DPE": ("D", "C", "G"),
    "Nom du locataire": ("DUPONT", "DURAND", "ROSSI"),
}
ATTENDU = {
    "Code UG": "IDENT_INT",
    "N° RPLS": "IDENT_REP",
    "Commune INSEE": "DEPCOM",
    "Résidence": "COMPLGEO",
    "Adresse": "NOMVOIE",
    "CP": "CODEPOSTAL",
    "Ville": "LIBCOM",
    "Type": "NBPIECE",
    "Surf. hab.": "SURFHAB",
    "Nature du financement": "FINAN",
    "Date mise en service": "CONSTRUCT",
    "Loyer principal": "LOYERPRINC",
    "Loyer plafond": None,
    "QPV (O/N)": "QPV",
    "DPE": "DPEENERGIE",
    "Nom du locataire": None,
}


def paires(
    table: Mapping[str, Sequence[str]],
    genre: Genre = Genre.PATRIMOINE,
    masquees: Sequence[str] = (),
) -> dict[str, Appariement]:
    found = apparier(
        decoupe(list(table), masquees),
        lignes(table),
        genre,
        connait_commune=COMMUNES.__contains__,
    )
    assert [one.colonne for one in found] == list(range(len(table)))
    return {one.titre: one for one in found}


def test_an_erp_export_is_understood() -> None:
    found = paires(ERP)

    assert {titre: one.champ for titre, one in found.items()} == ATTENDU
    assert found["Code UG"].confiance == 100
    assert found["Code UG"].pourquoi == "Le titre nomme ce champ."
    assert found["Commune INSEE"].pourquoi == (
        "Le titre nomme ce champ, 100\u00a0% des valeurs sont des codes de commune du COG."
    )
    assert found["Loyer plafond"].confiance == 0
    assert found["Loyer plafond"].pourquoi == ("Ni le titre ni les valeurs ne désignent un champ.")
    assert found["Type"].echantillons == ("T3bis", "F2", "Studio")
    assert found["Résidence"].echantillons == ("LES PINS", "FESCH")


def test_what_a_column_holds_decides_between_two_fields_of_one_title() -> None:
    codes = paires({"Commune": ("2A004", "2B033", "1053")})
    names = paires({"Commune": ("AJACCIO", "BASTIA", "BOURG")})
    kinds = paires({"Type": ("Collectif", "Individuel", "Collectif")})

    assert codes["Commune"].champ == "DEPCOM"
    assert names["Commune"].champ == "LIBCOM"
    assert kinds["Type"].champ == "TYPECONST"


def test_what_a_column_holds_speaks_where_its_title_does_not() -> None:
    found = paires(
        {
            "Colonne 1": ("2A004", "2B033", "1053"),
            "Colonne 2": ("T2", "T3 bis", "Studio"),
            "Colonne 3": ("PLAI", "PLUS", "PLS"),
            "Colonne 4": ("QN02A001", "QP015002", "QN02A001"),
            "Colonne 5": ("2A00412345", "2A00412346", "2A00412347"),
            "Colonne 6": ("a", "b", "c"),
        }
    )

    assert [one.champ for one in found.values()] == [
        "DEPCOM", "NBPIECE", "FINAN", "PLG_QP24", "IDENT_REP", None,
    ]  # fmt: skip
    assert found["Colonne 1"].confiance == 78
    assert found["Colonne 1"].pourquoi == (
        "100\u00a0% des valeurs sont des codes de commune du COG."
    )


def test_two_values_prove_nothing() -> None:
    assert paires({"Colonne": ("T2", "T3")})["Colonne"].champ is None


def test_values_that_deny_the_title_lower_it() -> None:
    found = paires(
        {"Loyer": ("abc", "def", "12"), "Surface": ("12", "x", "13"), "Code postal": ("a", "b", "")}
    )

    assert found["Loyer"].champ == "LOYERPRINC"
    assert found["Loyer"].confiance == 77
    assert "33\u00a0% seulement des valeurs sont des montants" in found["Loyer"].pourquoi
    assert found["Surface"].confiance == 100  # two of three: neither confirmed nor denied
    assert found["Code postal"].champ is None  # a code that is surely not one


def test_a_field_goes_to_the_surest_column_only() -> None:
    found = paires({"Loyer": ("300",), "Loyer principal mensuel HC": ("300",)})

    assert found["Loyer"].champ == "LOYERPRINC"
    assert found["Loyer principal mensuel HC"].champ is None
    assert found["Loyer principal mensuel HC"].pourquoi == (
        "Le champ «\u00a0Loyer principal\u00a0» est mieux rempli par «\u00a0Loyer\u00a0»."
    )


def test_a_hidden_column_is_served_last() -> None:
    found = paires(
        {"Loyer": ("300",), "Loyer mensuel en cours": ("310",), "DPE": ("A",)},
        masquees=("Loyer", "DPE"),
    )

    assert found["Loyer"].champ is None
    assert found["Loyer mensuel en cours"].champ == "LOYERPRINC"
    assert found["DPE"].champ == "DPEENERGIE"
    assert found["DPE"].pourquoi.endswith("la colonne est masquée dans le fichier.")


def test_titles_of_two_rows() -> None:
    found = paires(
        {
            "Logement – Référence": ("1", "2", "3"),
            "Logement – Type": ("Collectif", "Collectif", "Individuel"),
            "Logement – Typologie": ("T2", "T3", "T4"),
            "Situation – Commune": ("AJACCIO", "BASTIA", "BOURG"),
            "Situation – Code": ("2A004", "2B033", "1053"),
            "Loyer – Principal": ("300", "310", "320"),
            "Loyer – Charges": ("30", "31", "32"),
        }
    )

    assert [one.champ for one in found.values()] == [
        "IDENT_INT", "TYPECONST", "NBPIECE", "LIBCOM", "DEPCOM", "LOYERPRINC", None,
    ]  # fmt: skip


def test_the_layout_of_rpls_is_known_by_its_names() -> None:
    titles = ENTETE_2025.read_text(encoding="utf-8").splitlines()[0].split(";")
    found = apparier(decoupe(titles), [], Genre.PATRIMOINE, connait_commune=COMMUNES.__contains__)
    kept = {one.titre: one.champ for one in found if one.champ}

    assert deviner_genre(decoupe(titles)) is Genre.PATRIMOINE
    assert len(titles) == 73
    assert len(kept) == 23
    assert all(titre.removesuffix("_CODE") == champ for titre, champ in kept.items())


@pytest.mark.parametrize(
    ("genre", "table", "attendus"),
    [
        (
            Genre.STOCK,
            {
                "N° logement": "12",
                "Réservé par": "ALS",
                "Type de droit": "droit de suite",
                "Échéance": "31/12/2030",
                "Convention": "C-12",
            },
            ["logement", "reservataire", "nature", "fin", "source"],
        ),
        (
            Genre.VACANCES,
            {
                "Réf. logement": "12",
                "Date de préavis": "01/02/2024",
                "Dispo le": "01/04/2024",
                "Motif de départ": "décès",
                "Contingent": "Préfecture",
                "Proposé le": "02/03/2024",
                "Décision": "refus",
                "Date CAL": "",
                "Date signature bail": "",
                "Répondu le": "12/03/2024",
            },
            [
                "logement", "date_conge", "date_disponibilite", "cause", "reservataire",
                "date_offre", "issue", "date_attribution", "date_bail", "date_reponse",
            ],
        ),
        (
            Genre.CONVENTIONS,
            {"Réservataire": "ALS", "Type": "Employeur", "% du flux": "20 %", "Début": "1/1/2024"},
            ["reservataire", "categorie", "taux", "debut"],
        ),
        (
            Genre.CANDIDATS,
            {
                "N° de proposition": "2026-001",
                "NUR": "075012345678901234",
                "Nom prénom": "ROSSI Anne",
                "Nb pers.": "3",
                "Quartile": "Q1",
                "DALO": "oui",
                "Demande de mutation": "non",
            },
            ["offre", "numero_unique", "nom", "personnes", "quartile", "dalo", "mutation"],
        ),
    ],
)  # fmt: skip
def test_every_kind_of_file(genre: Genre, table: dict[str, str], attendus: list[str]) -> None:
    columns = {titre: (cell,) for titre, cell in table.items()}

    assert deviner_genre(decoupe(list(table))) is genre
    assert [one.champ for one in paires(columns, genre).values()] == attendus


def test_what_nobody_needs_of_a_person_is_not_shown() -> None:
    table = {
        "N° de proposition": ("2026-001",),
        "Nom": ("ROSSI",),
        "N° de sécurité sociale": ("2 80",),
    }
    found = paires(table, Genre.CANDIDATS)

    assert found["Nom"].echantillons == ("ROSSI",)
    assert found["N° de sécurité sociale"].champ is None
    assert found["N° de sécurité sociale"].echantillons == ()


def test_titles_that_say_nothing_are_a_patrimoine() -> None:
    assert deviner_genre(decoupe(["a", "b"])) is Genre.PATRIMOINE
    assert deviner_genre(decoupe([])) is Genre.PATRIMOINE


def test_titles_are_known_or_not() -> None:
    assert titre_connu("Surf. hab.") == 100
    assert titre_connu("Logement – Typologie") >= 94
    assert titre_connu("depcom_red") == 100
    assert titre_connu("Édité le 12/03/2026") == 0
    assert titre_connu("2026") == 0
    assert titre_connu("logement " * 20) == 0


def test_the_signature_tells_shapes_apart_and_nothing_else() -> None:
    one = signature(decoupe(["Réf. logement", "Surface  hab."]))

    assert one == signature(decoupe(["REF LOGEMENT", "surface hab"]))
    assert one == signature(replace(decoupe(["Réf.logement", "Surface hab"]), feuille="2027"))
    assert one != signature(decoupe(["Surface hab.", "Réf. logement"]))
    assert one != signature(decoupe(["Réf. logement", "Surface hab.", "DPE"]))
    assert len(one) == 16


def test_fields_have_one_code_each() -> None:
    for genre, fields in CHAMPS.items():
        codes = [one.code for one in fields]
        assert len(codes) == len(set(codes))
        assert champ_de(genre, codes[0]) is fields[0]
        assert any(one.obligatoire for one in fields)
