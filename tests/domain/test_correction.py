"""What an officer types, read as a file would be; what a file may not overwrite."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fluxdesk.adapters.referentiels.cog import Cog
from fluxdesk.domain.correction import (
    CHAMPS_CORRIGEABLES,
    ChampInconnuError,
    ValeurRefuseeError,
    champ_corrigeable,
    colonne_de,
    corriger,
    dire_valeur,
    garder,
    libelle_champ,
    lire_correction,
    suite_de,
    vide,
)
from fluxdesk.domain.logement import Adresse, EtatLogement, Financement, Logement, TypeConstruction

COG = Cog()
LOGEMENT = Logement(
    cle="R1", id=1, commune="2A004", epci="242010056", departement="2A", qpv=True,
    qpv_code="QN02A01M", pieces=3, typologie="T3", surface=62, loyer=40_215,
    adresse=Adresse(numero="4", voie="RUE DES OLIVIERS", code_postal="20000",
    nom_commune="AJACCIO"), source="RPLS",
)  # fmt: skip


def corrige(champ: str, texte: str) -> Logement:
    return corriger(LOGEMENT, lire_correction(champ, texte, trouver_commune=COG.commune))


@pytest.mark.parametrize(
    ("champ", "texte", "attendu"),
    [
        ("id_rpls", "R000000002", {"id_rpls": "R000000002"}),
        ("programme", " Les  Oliviers ", {"programme": "Les Oliviers"}),
        ("typologie", "T4", {"typologie": "T4", "pieces": 4}),
        ("typologie", "5", {"typologie": "T5", "pieces": 5}),
        ("surface", "71 m²", {"surface": 71}),
        ("etage", "2", {"etage": "2"}),
        ("construction", "e", {"construction": TypeConstruction.ETUDIANT}),
        ("annee_construction", "1974", {"annee_construction": 1974}),
        ("qpv", "non", {"qpv": False, "qpv_code": ""}),
        ("qpv", "oui", {}),
        ("conventionne", "oui", {"conventionne": True}),
        ("dpe", "g", {"dpe": "G"}),
        ("loyer", "402,20 €", {"loyer": 40_220}),
        ("loyer_max", "500", {"loyer_max": 50_000}),
        ("contingent_declare", "4", {"contingent_declare": "4"}),
    ],
)
def test_a_field_is_read_as_a_file_would_be(
    champ: str, texte: str, attendu: dict[str, object]
) -> None:
    assert corrige(champ, texte) == replace(LOGEMENT, **attendu)  # type: ignore[arg-type] # by name


def test_what_follows_from_a_field() -> None:
    made = corrige("commune", "2B033")
    assert (made.commune, made.departement, made.adresse.nom_commune) == ("2B033", "2B", "Bastia")
    assert made.epci != LOGEMENT.epci
    plai = corrige("financement", "10")
    assert plai.financement is Financement.PLAI
    assert (plai.financement_code, bool(plai.financement_libelle)) == ("10", True)
    assert suite_de("qpv") == ("qpv", "qpv_code")
    assert suite_de("etat") == ("etat",)
    assert (colonne_de("surface"), colonne_de("etat")) == ("SURFHAB", "")
    assert (libelle_champ("etat"), libelle_champ("dpe")) == ("État", "DPE")


@pytest.mark.parametrize(
    ("champ", "texte"),
    [
        ("surface", ""), ("surface", "grande"), ("surface", "999"), ("typologie", "beaucoup"),
        ("commune", "1053"), ("commune", "2A999"), ("commune", "Ajaccio"), ("financement", "88"),
        ("qpv", "peut-être"), ("dpe", "N"), ("loyer", "9999"), ("contingent_declare", "8"),
        ("annee_construction", "74"), ("id_rpls", "6,91E+17"), ("adresse", "4 rue des Oliviers"),
    ],
)  # fmt: skip
def test_what_no_dwelling_can_have_is_refused(champ: str, texte: str) -> None:
    with pytest.raises(ValeurRefuseeError, match="Attendu"):
        lire_correction(champ, texte, trouver_commune=COG.commune)


def test_a_field_nobody_mends() -> None:
    with pytest.raises(ChampInconnuError, match="source"):
        champ_corrigeable("source")
    assert all(dire_valeur(LOGEMENT, name) is not None for name in CHAMPS_CORRIGEABLES)


def test_a_file_keeps_off_the_values_of_hand() -> None:
    read = replace(
        LOGEMENT, surface=55, qpv=False, qpv_code="", commune="2B033", departement="2B",
        adresse=replace(LOGEMENT.adresse, nom_commune="BASTIA", numero="5"), dpe="C",
    )  # fmt: skip
    made, conflicts = garder(read, LOGEMENT, frozenset({"surface", "qpv", "commune"}))
    assert conflicts == ["commune", "qpv", "surface"]
    kept = replace(LOGEMENT.adresse, numero="5")
    assert made == replace(LOGEMENT, adresse=kept, dpe="C")
    made, conflicts = garder(read, LOGEMENT, frozenset({"adresse", "etat"}))
    assert (conflicts, made.adresse) == (["adresse"], LOGEMENT.adresse)
    both, _ = garder(read, LOGEMENT, frozenset({"adresse", "commune"}))
    assert both.adresse == LOGEMENT.adresse
    silent = replace(LOGEMENT, surface=None)
    assert garder(silent, LOGEMENT, frozenset({"surface"})) == (LOGEMENT, [])


def test_the_address_is_mended_part_by_part() -> None:
    street = lire_correction("voie", "rue Fesch", trouver_commune=COG.commune)
    assert street == {"voie": "rue Fesch", "type_voie": ""}
    told = replace(LOGEMENT, adresse=replace(LOGEMENT.adresse, type_voie="RUE"))
    assert corriger(told, street).adresse == replace(LOGEMENT.adresse, voie="rue Fesch")
    door = lire_correction("appartement", "12", trouver_commune=COG.commune)
    assert corriger(LOGEMENT, door).adresse.acces() == "porte 12"
    with pytest.raises(ValeurRefuseeError, match="une voie entière"):
        lire_correction("voie", " ", trouver_commune=COG.commune)
    with pytest.raises(ValeurRefuseeError, match="un numéro"):
        lire_correction("numero", "000", trouver_commune=COG.commune)


def test_a_file_keeps_off_the_parts_of_the_address_that_were_typed() -> None:
    read = replace(
        LOGEMENT, adresse=replace(LOGEMENT.adresse, numero="5", voie="RUE FESCH", batiment="B")
    )
    made, conflicts = garder(read, LOGEMENT, frozenset({"voie"}))
    assert conflicts == ["voie"]
    assert made.adresse == replace(LOGEMENT.adresse, numero="5", batiment="B")


def test_values_in_words() -> None:
    assert dire_valeur(LOGEMENT, "adresse") == "4 RUE DES OLIVIERS, 20000 AJACCIO"
    assert dire_valeur(LOGEMENT, "qpv") == "oui"
    assert dire_valeur(replace(LOGEMENT, qpv=False), "qpv") == "non"
    assert dire_valeur(LOGEMENT, "loyer") == "402,15 €"
    assert dire_valeur(LOGEMENT, "loyer_max") == ""
    assert dire_valeur(replace(LOGEMENT, etat=EtatLogement.SORTI), "etat") == "sorti"
    assert vide(LOGEMENT, "financement")
    assert not vide(LOGEMENT, "surface")
