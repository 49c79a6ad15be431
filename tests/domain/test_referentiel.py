"""Tables of reference: columns of public files, values, what each line becomes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.cellules import Cellules, LigneRefuseeError
from fluxdesk.domain.logement import Financement
from fluxdesk.domain.referentiel import (
    GenreReferentiel,
    TableReferentiel,
    comparer,
    lignes_en_vigueur,
    remettre,
    retour,
)
from fluxdesk.domain.referentiel_grilles import GRILLES, manquantes, noms_attendus, placer
from fluxdesk.domain.referentiel_lecture import LECTEURS
from fluxdesk.domain.referentiel_valeurs import (
    LigneEcarteeError,
    LigneReferentiel,
    lire_categorie,
    lire_zone_plafond,
)
from fluxdesk.domain.rpls_parties import parties_avec

if TYPE_CHECKING:
    from collections.abc import Mapping

G = GenreReferentiel
CONNUES = {"01053", "02571", "02691", "2A004", "93001"}


def lire(
    genre: GenreReferentiel, **cells: str
) -> tuple[list[tuple[str, dict[str, str]]], list[str]]:
    """The entries of one line and what was doubted in it."""
    cellules = Cellules(4, cells)
    ligne = LigneReferentiel(cellules, placer(genre, list(cells)), CONNUES.__contains__)
    return LECTEURS[genre](ligne), [a.phrase for a in cellules.avertissements]


def refus(genre: GenreReferentiel, **cells: str) -> str:
    with pytest.raises(LigneRefuseeError) as error:
        lire(genre, **cells)
    return error.value.refus.phrase


def test_the_columns_of_public_files_are_recognised() -> None:
    anct = ("code_qp", "lib_qp", "insee_reg", "insee_com", "lib_com", "siren_epci", "lib_epci")
    assert placer(G.QPV_2024, anct) == {
        "code": "code_qp",
        "nom": "lib_qp",
        "communes": "insee_com",
        "epci": "siren_epci",
    }
    dated = ("codgeo", "reg", "dep", "libgeo", "zonage_en_vigueur_depuis_le_5_septembre_2025")
    assert placer(G.ZONAGE, dated)["abc"] == dated[-1]
    insee = ("codgeo", "libgeo", "epci", "libepci", "dep", "reg")
    assert placer(G.EPCI, insee) == {"siren": "epci", "nom": "libepci", "communes": "codgeo"}
    assert manquantes(G.FINANCEMENTS, placer(G.FINANCEMENTS, ("finan",))) == ["Famille"]
    assert all(len(set(noms_attendus(g))) == len(noms_attendus(g)) for g in GRILLES)


@pytest.mark.parametrize(
    ("read", "kept", "doubt"),
    [
        ("01053", "01053", ""),
        ("1053", "01053", "premier zéro"),
        ("1053.0", "01053", "premier zéro"),
        ("02571, 02691", "02571,02691", ""),
        ("02691; 02571", "02571,02691", ""),
        ("2a004", "2A004", ""),
        ("75056", "75056", "pas une commune connue"),
        ("", "", ""),
    ],
)
def test_the_communes_of_a_district(read: str, kept: str, doubt: str) -> None:
    made, doubts = lire(G.QPV_2024, code_qp="QN00101M", lib_qp="Croix Blanche", insee_com=read)
    assert made[0][1]["communes"] == kept
    assert (doubt in doubts[0]) if doubt else not doubts


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        ({"code_qp": ""}, "Le code du quartier manque"),
        ({"code_qp": "QP093001"}, "autre génération"),
        ({"code_qp": "QN1"}, "QN, cinq chiffres et une lettre"),
        ({"code_qp": "QN00101M", "insee_com": "153"}, "cinq signes"),
        ({"code_qp": "QN00101M", "insee_com": "9999"}, "aucune commune ne porte"),
        ({"code_qp": "QN00101M", "siren_epci": "2,00E+08"}, "abîmé par un tableur"),
        ({"code_qp": "QN00101M", "siren_epci": "20006919"}, "neuf chiffres"),
    ],
)
def test_a_bad_district_is_refused_with_a_sentence(cells: dict[str, str], sentence: str) -> None:
    assert sentence in refus(G.QPV_2024, **cells)


def test_districts_of_2015_have_their_own_form() -> None:
    assert lire(G.QPV_2015, code_qp="qp02a001")[0][0][0] == "QP02A001"
    assert "QPV" not in refus(G.QPV_2015, code_qp="QN00101M")


def test_a_lost_ligature_is_put_back_and_told() -> None:
    made, doubts = lire(G.QPV_2024, code_qp="QN01605M", lib_qp="Champ De Manuvre")
    assert made[0][1]["nom"] == "Champ De Manœuvre"
    assert "œ" in doubts[0]
    _, doubts = lire(G.QPV_2024, code_qp="QN01605M", lib_qp="R?publique")
    assert "a perdu un accent" in doubts[0]


def test_communes_of_the_cog() -> None:
    assert lire(G.COMMUNES, typecom="COM", com="1001", libelle="Abergement")[0] == [
        ("01001", {"nom": "Abergement", "departement": "01", "type": "actuelle"})
    ]
    assert lire(G.COMMUNES, com="97302", libelle="Cayenne")[0][0][1]["departement"] == "973"
    made, _ = lire(G.COMMUNES, typecom="COMD", com="01340", libelle="A", comparent="01015")
    assert made == [("01340", {"nom": "A", "type": "déléguée", "parente": "01015"})]
    with pytest.raises(LigneEcarteeError, match="même code"):
        lire(G.COMMUNES, typecom="COMD", com="01015", libelle="A", comparent="01015")
    assert "type de commune" in refus(G.COMMUNES, typecom="XX", com="01015", libelle="A")
    assert "Le nom de la commune manque" in refus(G.COMMUNES, com="01015", libelle="")
    assert "Le code de la commune manque" in refus(G.COMMUNES, com="", libelle="A")


def mouvement(**cells: str) -> Mapping[str, str]:
    told = {"mod": "32", "date_eff": "2026-01-01", "typecom_av": "COM", "typecom_ap": "COM"}
    return told | {"com_av": "01091", "com_ap": "01033", "libelle_ap": "Valserhône"} | cells


def test_movements_of_the_cog() -> None:
    made, _ = lire(G.COMMUNES, **mouvement())
    assert made == [
        (
            "01091",
            {
                "nom": "Valserhône",
                "type": "ancienne",
                "parente": "01033",
                "date": "2026-01-01",
            },
        )
    ]
    assert lire(G.COMMUNES, **mouvement(date_eff=""))[0][0][1]["date"] == ""
    assert "pas une date" in refus(G.COMMUNES, **mouvement(date_eff="hier"))
    for aside in ({"mod": "21"}, {"typecom_ap": "COMD"}, {"com_av": "01033"}):
        with pytest.raises(LigneEcarteeError):
            lire(G.COMMUNES, **mouvement(**aside))


def test_members_of_an_epci() -> None:
    made, _ = lire(G.EPCI, codgeo="01053", epci="200 071 751", libepci="CA du Bassin")
    assert made == [("200071751", {"nom": "CA du Bassin", "nature": "", "communes": "01053"})]
    with pytest.raises(LigneEcarteeError, match="sans EPCI"):
        lire(G.EPCI, codgeo="29083", epci="ZZZZZZZZZ")
    assert "Le SIREN de l’EPCI manque" in refus(G.EPCI, epci="")


@pytest.mark.parametrize(
    ("cells", "zones"),
    [
        ({"zone": "A bis"}, {"abc": "Abis"}),
        ({"zone_abc_2024": "Zone B1"}, {"abc": "B1"}),
        ({"zone": "01bis"}, {"123": "1bis"}),
        ({"zone": "2.0"}, {"123": "2"}),
        ({"zone_abc": "c", "zone_123": "3"}, {"abc": "C", "123": "3"}),
    ],
)
def test_zones(cells: dict[str, str], zones: dict[str, str]) -> None:
    made, _ = lire(G.ZONAGE, codgeo="01053", **cells)
    assert made == [("01053", {"nom": ""} | zones)]


def test_a_zone_that_is_none_is_refused() -> None:
    assert "Abis, A, B1" in refus(G.ZONAGE, codgeo="01053", zone="D")
    assert "1bis, 1, 2" in refus(G.ZONAGE, codgeo="01053", zone_123="4")
    assert "La zone manque" in refus(G.ZONAGE, codgeo="01053", zone="")


def test_thresholds_of_the_first_quartile() -> None:
    made, doubts = lire(G.QUARTILE, siren="242010056", nom="CA", seuil_2025="8 602,50 €")
    assert made == [("242010056", {"nom": "CA", "seuil": "8602.5"})]
    assert not doubts
    assert lire(G.QUARTILE, nom="Île-de-France", montant="10800")[0][0][0] == "IDF"
    assert lire(G.QUARTILE, siren="IDF", montant="10800")[0][0][1]["nom"] == "Île-de-France"
    _, doubts = lire(G.QUARTILE, siren="242010056", seuil="716")
    assert "plausible" in doubts[0]
    assert "SIREN de l’EPCI manque" in refus(G.QUARTILE, nom="CA", seuil="9000")
    assert "Le montant manque" in refus(G.QUARTILE, siren="242010056", seuil="")
    assert "abîmé" in refus(G.QUARTILE, siren="242010056", seuil="1.1144e+006")
    assert "montant en euros" in refus(G.QUARTILE, siren="242010056", seuil="beaucoup")
    assert "montant en euros" in refus(G.QUARTILE, siren="242010056", seuil="0")


def test_ceilings_long_and_wide() -> None:
    long = {"financement": "plus", "zone": "Île-de-France", "categorie": "Catégorie 3"}
    made, _ = lire(G.PLAFONDS, **long, plafond="48 362")
    assert made == [("PLUS idf 3", {"montant": "48362"})]
    wide = {"paris_et_limitrophes": "1", "ile_de_france": "2", "autres_regions": "3"}
    made, _ = lire(G.PLAFONDS, financement="PLAI", categorie="par personne suppl.", **wide)
    assert [key for key, _ in made] == ["PLAI paris +", "PLAI idf +", "PLAI autres +"]
    assert "financement à plafonds" in refus(G.PLAFONDS, financement="PALULOS", categorie="1")
    assert "catégorie" in refus(G.PLAFONDS, financement="PLUS", categorie="8")
    assert "zone de plafonds" in refus(G.PLAFONDS, **long | {"zone": "Lune"}, plafond="1")


@pytest.mark.parametrize(
    ("said", "zone"),
    [
        ("Paris et communes limitrophes", "paris"),
        ("Paris", "paris"),
        ("Île-de-France hors Paris et communes limitrophes", "idf"),
        ("Autres régions", "autres"),
        ("B2 et C", "B2-C"),
        ("A bis", "Abis"),
        ("", ""),
    ],
)
def test_zones_of_ceilings(said: str, zone: str) -> None:
    assert lire_zone_plafond(said) == zone


def test_categories_of_households() -> None:
    assert [lire_categorie(t) for t in ("1", "6 personnes", "+", "", "0")] == [
        "1",
        "6",
        "+",
        "",
        "",
    ]


def test_families_of_financing() -> None:
    made, _ = lire(G.FINANCEMENTS, code="53", famille="pls", libelle="ILM")
    assert made == [("53", {"famille": "PLS", "libelle": "ILM"})]
    assert "deux chiffres" in refus(G.FINANCEMENTS, code="5", famille="PLS")
    assert "famille de plafonds" in refus(G.FINANCEMENTS, code="53", famille="HBM")


def test_an_import_reads_the_landlord_s_families() -> None:
    mine = {"53": Financement.PLS, "88": Financement.PLI, "49": Financement.PLAI}
    part = next(p for p in parties_avec(mine) if "financement" in p.champs)

    def famille(**cells: str) -> tuple[object, list[str]]:
        cellules = Cellules(1, cells)
        found = part.lire(cellules, lambda _code: None)
        return found[0], [a.phrase for a in cellules.avertissements]

    assert famille(FINAN="53") == ("PLS", [])
    assert famille(FINAN="13") == ("PLUS", [])
    assert famille(FINAN="88") == ("PLI", [])
    assert famille(FINAN="49", FINANAUTRE="PALULOS") == ("PLAI", [])
    assert famille(FINAN="77")[0] == "Autre"
    assert famille(FINAN="")[0] == "non renseigné"


def table(genre: GenreReferentiel, day: date, **lines: str) -> TableReferentiel:
    return TableReferentiel(
        genre=genre, effet=day, source="x", lignes={k: {"nom": v} for k, v in lines.items()}
    )


def test_editions_follow_one_another_or_add_up() -> None:
    days = [date(2024, 1, 1), date(2025, 1, 1)]
    both = [table(G.QPV_2024, days[0], a="1", b="1"), table(G.QPV_2024, days[1], b="2")]
    assert lignes_en_vigueur(G.QPV_2024, both, days[1]) == {"b": {"nom": "2"}}
    assert lignes_en_vigueur(G.ZONAGE, both, days[1]) == {"a": {"nom": "1"}, "b": {"nom": "2"}}
    assert lignes_en_vigueur(G.ZONAGE, both, date(2023, 1, 1)) == {}


def test_what_changes_can_be_put_back() -> None:
    before = {"a": {"n": "1"}, "b": {"n": "1"}, "c": {"n": "1"}}
    after = {"a": {"n": "1"}, "b": {"n": "2"}, "d": {"n": "1"}}
    gaps = comparer(before, after)
    assert (gaps.nouvelles, gaps.changees, gaps.inchangees) == (("d",), ("b",), ("a",))
    assert gaps.absentes == ("c",)
    assert remettre(after, retour(before, after)) == before
