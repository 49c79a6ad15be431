"""One line of RPLS becomes a dwelling: sentinels are nothing, codes keep their zeros."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fluxdesk.domain.logement import EtatLogement, Financement, Logement, TypeConstruction
from fluxdesk.domain.rapport import RefusLigne
from fluxdesk.domain.rpls import cle_de_contenu, convertir, empreinte_ligne
from fluxdesk.domain.territoire import Commune

if TYPE_CHECKING:
    from fluxdesk.domain.rpls import Conversion

AJACCIO = Commune(code="2A004", nom="Ajaccio", departement="2A", epci="242010056")
SANS_EPCI = Commune(code="29083", nom="Île-de-Sein", departement="29")


def lire(**champs: str) -> Conversion:
    known = {"2A004": AJACCIO, "01053": AJACCIO, "29083": SANS_EPCI}
    return convertir(214, {"DEPCOM": "2A004"} | champs, trouver_commune=known.get, source="essai")


def logement(**champs: str) -> Logement:
    found = lire(**champs).resultat
    assert isinstance(found, Logement)
    return found


def refus(**champs: str) -> RefusLigne:
    found = lire(**champs).resultat
    assert isinstance(found, RefusLigne)
    return found


@pytest.mark.parametrize(
    ("champ", "lu", "attendu"),
    [
        ("IDENT_INT", " 0001-0001 ", ("id_interne", "0001-0001")),
        ("COMPLGEO", "LES  CHÊNES\u00a0", ("programme", "LES CHÊNES")),
        ("COMPLGEO", "Re\u0301sidence", ("programme", "Résidence")),
        ("COMPLGEO", "N/A", ("programme", "")),
        ("SURFHAB", "999", ("surface", None)),
        ("SURFHAB", "0", ("surface", None)),
        ("SURFHAB", "71,5", ("surface", 72)),
        ("SURFHAB", "71.4", ("surface", 71)),
        ("ETAGE", "00", ("etage", "00")),
        ("ETAGE", "RC", ("etage", "RC")),
        ("NBPIECE", "", ("typologie", "non renseigné")),
        ("NBPIECE", "0", ("pieces", None)),
        ("NBPIECE", "3.0", ("typologie", "T3")),
        ("NBPIECE", "9", ("typologie", "T9")),
        ("CONSTRUCT", "9999", ("annee_construction", None)),
        ("CONSTRUCT", "1974", ("annee_construction", 1974)),
        ("TYPECONST", "e", ("construction", TypeConstruction.ETUDIANT)),
        ("TYPECONST", "", ("construction", None)),
        ("CONV", "1", ("conventionne", True)),
        ("CONV", "2", ("conventionne", False)),
        ("CONV", "NON", ("conventionne", False)),
        ("CONV", "", ("conventionne", None)),
        ("QPV", "1", ("qpv", True)),
        ("QPV", "2", ("qpv", False)),
        ("QPV", "", ("qpv", None)),
        ("DPEENERGIE", "c", ("dpe", "C")),
        ("DPEENERGIE", "VIERGE", ("dpe", "")),
        ("DPEDATE", "01/1900", ("dpe_date", "")),
        ("DPEDATE", "09/2019", ("dpe_date", "09/2019")),
        ("LOYERPRINC", "9999", ("loyer", None)),
        ("LOYERPRINC", "426,5", ("loyer", 42650)),
        ("LOYERPRINC", "1 426 €", ("loyer", 142600)),
        ("LOYERPRINC", "1.1144e+003", ("loyer", 111440)),
        ("LOYERPRINC", "", ("loyer", None)),
        ("CONTRESLOG", "7", ("contingent_declare", "7")),
        ("SORTIEPATRIM", "9", ("etat", EtatLogement.ACTIF)),
        ("SORTIEPATRIM", "1", ("etat", EtatLogement.SORTI)),
        ("OLDLOGT", "2", ("etat", EtatLogement.SORTI)),
        ("LOYERACC", "25", ("charges", None)),
    ],
)
def test_each_cell_is_read_as_the_declaration_writes_it(
    champ: str, lu: str, attendu: tuple[str, object]
) -> None:
    assert getattr(logement(**{champ: lu}), attendu[0]) == attendu[1]
    assert lire(**{champ: lu}).avertissements == ()


@pytest.mark.parametrize(
    ("champ", "lu", "nom"),
    [
        ("SURFHAB", "grand", "surface"),
        ("CONSTRUCT", "1066", "annee_construction"),
        ("CONSTRUCT", "2999", "annee_construction"),
        ("LOYERPRINC", "-12", "loyer"),
        ("LOYERPRINC", "NaN", "loyer"),
        ("LOYERPRINC", "1_000", "loyer"),
        ("LOYERPRINC", "9E999", "loyer"),
        ("LOYERPRINC", "٤٢٦", "loyer"),
        ("DPEDATE", "13/2019", "dpe_date"),
        ("DPEENERGIE", "H", "dpe"),
        ("TYPECONST", "X", "construction"),
        ("CONTRESLOG", "8", "contingent_declare"),
        ("QPV", "0", "qpv"),
        ("CONV", "3", "conventionne"),
    ],
)
def test_what_cannot_be_is_left_empty_and_told(champ: str, lu: str, nom: str) -> None:
    assert not getattr(logement(**{champ: lu}), nom)
    (told,) = lire(**{champ: lu}).avertissements
    assert (told.ligne, told.colonne, told.valeur) == (214, champ, lu)
    assert told.phrase.startswith(f"Ligne 214, colonne {champ}\u00a0: «\u00a0{lu}\u00a0» ")
    assert told.phrase.endswith(".")


@pytest.mark.parametrize(
    ("champ", "lu", "phrase"),
    [
        ("NBPIECE", "T3 bis", "«\u00a0T3 bis\u00a0» n’est pas un nombre de pièces."),
        ("NBPIECE", "3,5", "«\u00a03,5\u00a0» n’est pas un nombre de pièces."),
        ("NBPIECE", "99", "«\u00a099\u00a0» n’est pas un nombre de pièces."),
        ("DEPCOM", "", "Le code de la commune manque."),
        ("DEPCOM", "AJACCIO", "«\u00a0AJACCIO\u00a0» n’est pas un code de commune."),
        (
            "IDENT_REP",
            "6,91E+17",
            (
                "«\u00a06,91E+17\u00a0» est un identifiant abîmé par un tableur\u00a0: "
                "ses chiffres sont perdus."
            ),
        ),
    ],
)
def test_what_a_dwelling_cannot_be_without_refuses_the_line(
    champ: str, lu: str, phrase: str
) -> None:
    told = refus(**{champ: lu})
    assert (told.ligne, told.colonne, told.valeur) == (214, champ, lu)
    assert told.phrase == (
        f"Ligne 214, colonne {champ}\u00a0: {phrase} Corrigez le fichier ou ignorez cette ligne."
    )


def test_a_line_of_the_wrong_width_is_refused() -> None:
    told = refus(**{"": "40 cellules au lieu de 47"})
    assert told.phrase == (
        "Ligne 214\u00a0: 40 cellules au lieu de 47\u00a0: un séparateur manque ou est en trop. "
        "Corrigez le fichier ou ignorez cette ligne."
    )


@pytest.mark.parametrize(
    ("code", "autre", "famille", "libelle"),
    [
        ("10", "", Financement.PLAI, "PLA d’intégration/LLTS dans les DOM"),
        ("13", "LBU & PR?T CDC", Financement.PLUS, "PLUS/LLS dans les DOM"),
        ("14", "", Financement.PLS, "PLS/PPLS/PCLS/PLA CFF"),
        ("16", "", Financement.PLI, "PLI"),
        ("49", "Palulos", Financement.PLUS, "Palulos"),
        ("49", "", Financement.AUTRE, "Autre financement (depuis 1977)"),
        ("99", "PALULOS", Financement.AUTRE, "PALULOS"),
        ("52.0", "", Financement.PLUS, "HLM/O"),
        ("", "", Financement.NON_RENSEIGNE, ""),
    ],
)
def test_the_financing_gives_its_family_and_keeps_its_words(
    code: str, autre: str, famille: Financement, libelle: str
) -> None:
    found = logement(FINAN=code, FINANAUTRE=autre)
    assert (found.financement, found.financement_libelle) == (famille, libelle)
    assert found.financement_code == code.removesuffix(".0")


def test_an_unknown_financing_is_told_and_keeps_the_label_of_the_file() -> None:
    made = lire(FINAN="77", FINAN_LIBELLE="Prêt local")
    assert isinstance(made.resultat, Logement)
    assert made.resultat.financement is Financement.AUTRE
    assert made.resultat.financement_libelle == "Prêt local"
    assert [a.colonne for a in made.avertissements] == ["FINAN"]


def test_the_commune_of_today_gives_epci_and_departement() -> None:
    found = logement(EPCI="999999999")
    assert (found.commune, found.epci, found.departement) == ("2A004", "242010056", "2A")
    assert found.adresse.nom_commune == "Ajaccio"
    assert logement(LIBCOM="AJACCIO").adresse.nom_commune == "AJACCIO"


@pytest.mark.parametrize(
    ("code", "epci", "attendu"),
    [
        ("29083", "200000001", ("200000001", "29")),
        ("29083", "NC", ("", "29")),
        ("97199", "", ("", "971")),
        ("99999", "", ("", "99")),
    ],
)
def test_where_the_cog_is_silent_the_line_speaks(
    code: str, epci: str, attendu: tuple[str, str]
) -> None:
    found = logement(DEPCOM=code, EPCI=epci)
    assert (found.commune, found.epci, found.departement) == (code, *attendu)


def test_a_commune_code_that_lost_its_zero_is_restored_and_told() -> None:
    made = lire(DEPCOM="1053.0", CODEPOSTAL="1000")
    assert isinstance(made.resultat, Logement)
    assert (made.resultat.commune, made.resultat.adresse.code_postal) == ("01053", "01000")
    assert "01053" in made.avertissements[0].phrase


def test_a_geocoded_code_says_the_dwelling_is_in_a_qpv() -> None:
    assert logement(PLG_QP24="QN02A01M").qpv_code == "QN02A01M"
    assert logement(PLG_QP24="QN02A01M").qpv is True
    assert logement(PLG_QP="qp02a001", QPV="1").qpv_code == "QP02A001"
    assert logement(PLG_QP24="QN02A01M", QPV="2").qpv_code == ""
    assert logement(PLG_QP24="HZ").qpv is None


def test_the_address_keeps_its_parts_and_says_the_street_type_once() -> None:
    found = logement(
        NUMVOIE="-", TYPVOIE="LIEU-DIT", NOMVOIE="LIEU-DIT CAMPICCIOLI", NUMAPPT="0012"
    ).adresse
    assert (found.numero, found.ligne(), found.appartement) == ("", "LIEU-DIT CAMPICCIOLI", "0012")
    assert logement(NUMVOIE="0", TYPVOIE="RUE", NOMVOIE="HAUTE").adresse.ligne() == "RUE HAUTE"
    assert logement(CODEPOSTAL="2A").adresse.code_postal == "2A"


def test_the_key_is_the_rpls_id_else_the_landlords_id() -> None:
    assert logement(IDENT_REP="R", IDENT_INT="I").cle == "R"
    assert logement(IDENT_INT="I").cle == "I"
    assert logement().cle == ""


def test_the_digest_of_a_line_does_not_depend_on_the_order_of_columns() -> None:
    one = empreinte_ligne({"A": "1", "B": "2", "C": ""})
    assert one == empreinte_ligne({"B": "2", "A": "1"})
    assert one != empreinte_ligne({"A": "2", "B": "1"})
    assert cle_de_contenu(one, 2) == f"L-{one}-2"
    assert len(one) == 16


@given(
    st.dictionaries(
        st.sampled_from(
            [
                "NBPIECE",
                "SURFHAB",
                "FINAN",
                "LOYERPRINC",
                "DEPCOM",
                "CONSTRUCT",
                "QPV",
                "PLG_QP24",
                "NUMVOIE",
                "DPEDATE",
                "TYPECONST",
            ]
        ),
        st.text(max_size=12),
    )
)
def test_no_cell_whatever_stops_the_import(champs: dict[str, str]) -> None:
    assert isinstance(lire(**champs).resultat, (Logement, RefusLigne))
