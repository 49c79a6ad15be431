"""Importing candidates: on open offers, the least of a person, and nothing of her elsewhere."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.candidat import Candidat
from fluxdesk.domain.erreurs import FluxDeskError, IntrouvableError
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.services.annuler_action import annulables, annuler_action
from fluxdesk.services.annuler_candidats import annuler_candidats
from fluxdesk.services.annuler_orientation import annuler_orientation
from fluxdesk.services.enregistrer_issue import enregistrer_issue
from fluxdesk.services.importer_candidats import COLONNES, ECARTEES, importer_candidats
from fluxdesk.services.tenir_candidats import retirer_candidat
from tests.services.fichiers_lus import CHEMIN, Tableau, comptes, phrases
from tests.services.monde import (
    AJACCIO,
    BASTIA,
    HORLOGE,
    TERRITOIRES,
    conge,
    monde,
    orienter,
    poser_seuils,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fluxdesk.domain.rapport import RapportImport
    from tests.services.memoire import MemoireUow

NUMERO = "1110318016982G1104"
LIGNE = {"offre": "2026-001", "numero_unique": NUMERO, "nom": "DURAND"}


def importer(uow: MemoireUow, *lignes: Mapping[str, str], essai: bool = False) -> RapportImport:
    return importer_candidats(
        Tableau(lignes, COLONNES)(CHEMIN, (*COLONNES, *ECARTEES)),
        essai=essai,
        uow=uow,
        horloge=HORLOGE,
        territoires=TERRITOIRES,
    )


@pytest.fixture
def uow() -> MemoireUow:
    """Offers 1 (open), 2 (refused), 3 (cancelled), 4 (kept by the landlord)."""
    made = monde()
    orienter(made, conge(made, 1), "2", "choix")
    orienter(made, conge(made, 2), "2", "choix")
    orienter(made, conge(made, 3), "2", "choix")
    orienter(made, conge(made, 4), "bailleur", "choix")
    enregistrer_issue(2, IssueOrientation.REFUSEE, jour=date(2026, 3, 4), uow=made)
    annuler_orientation(3, motif="erreur", uow=made)
    return made


def test_candidates_are_ranked_in_the_order_of_the_lines(uow: MemoireUow) -> None:
    rapport = importer(
        uow,
        LIGNE
        | {"numero_unique": "111 0318 016982 g1104", "personnes": "3", "quartile": "1er"}
        | {"dalo": "Oui", "priorite": "G bis)", "mutation": "2"},
        LIGNE | {"numero_unique": "2A0022599999912345", "quartile": "Q4"},
    )
    assert comptes(rapport) == (2, 0, 0, 0)
    assert rapport.avertissements == ()
    with uow:
        assert uow.candidats.de_l_orientation(1) == (
            Candidat(
                id=1,
                orientation_id=1,
                numero_unique=NUMERO,
                nom="DURAND",
                rang=1,
                personnes=3,
                quartile=1,
                dalo=True,
                priorite="g bis",
                mutation=False,
            ),
            Candidat(
                id=2,
                orientation_id=1,
                numero_unique="2A0022599999912345",
                nom="DURAND",
                rang=2,
                quartile=4,
            ),
        )


@pytest.mark.parametrize(
    ("change", "colonne", "fragment"),
    [
        ({"": "9 cellules"}, "", "séparateur"),
        ({"offre": ""}, "offre", "Le numéro de l’offre manque"),
        ({"offre": "2026-999"}, "offre", "n’est le numéro d’aucune offre"),
        ({"offre": "2026-002"}, "offre", "est une offre close (refusée par le réservataire)"),
        ({"offre": "2026-003"}, "offre", "est une offre annulée"),
        ({"numero_unique": ""}, "numero_unique", "Le numéro unique manque"),
        ({"numero_unique": "6,91E+17"}, "numero_unique", "il est irrécupérable"),
        ({"numero_unique": "189012A123456 12"}, "numero_unique", "sécurité sociale"),
        ({"numero_unique": "123"}, "numero_unique", "celui-ci en a 3"),
        ({"nom": ""}, "nom", "Le nom manque"),
        ({"nom": "x" * 121}, "nom", "dépasse 120 caractères"),
        ({"personnes": "0"}, "personnes", "n’est pas un nombre de personnes plausible"),
        ({"quartile": "5"}, "quartile", "écrivez 1, 2, 3 ou 4"),
        ({"priorite": "violences"}, "priorite", "n’est pas un code de la liste"),
        ({}, "numero_unique", "est déjà à la ligne 2 pour cette offre"),
    ],
)
def test_a_line_that_is_no_candidate_is_refused(
    uow: MemoireUow, change: dict[str, str], colonne: str, fragment: str
) -> None:
    rapport = importer(uow, LIGNE, LIGNE | change)
    assert comptes(rapport) == (1, 0, 0, 1)
    assert [(r.ligne, r.colonne) for r in rapport.refus] == [(3, colonne)]
    assert fragment in phrases(rapport)[0]


def test_un_candidat_retire_ne_revient_pas_par_un_fichier(uow: MemoireUow) -> None:
    importer(uow, LIGNE)
    retirer_candidat(1, 1, motif="essai", uow=uow, horloge=HORLOGE)
    rapport = importer(uow, LIGNE)
    assert comptes(rapport) == (0, 0, 0, 1)
    assert "parmi les candidats retirés" in phrases(rapport)[0]


def test_a_known_candidate_is_left_and_told_where_it_differs(uow: MemoireUow) -> None:
    importer(uow, LIGNE)
    before = uow.validations
    assert importer(uow, LIGNE).avertissements == ()
    rapport = importer(uow, LIGNE | {"personnes": "2"})
    assert comptes(rapport) == (0, 0, 1, 0)
    assert "avec d’autres renseignements" in phrases(rapport)[0]
    other = {"numero_unique": "111031801698200001"}
    assert comptes(importer(uow, LIGNE | other, essai=True)) == (1, 0, 0, 0)
    assert uow.validations == before
    importer(uow, LIGNE | other)
    with uow:
        assert [c.rang for c in uow.candidats.de_l_orientation(1)] == [1, 2]


def test_doubts_and_columns_that_are_not_read_are_told(uow: MemoireUow) -> None:
    rapport = importer(
        uow,
        LIGNE | {"numero_unique": "1111318016982G1104", "nir": "1 89 01", "telephone": "06"},
        LIGNE | {"offre": "2026-004"},
    )
    assert comptes(rapport) == (2, 0, 0, 0)
    told = phrases(rapport)
    assert "La colonne « nir » n’est pas lue" in told[0]
    assert "La colonne « telephone » n’est pas lue" in told[1]
    assert "mois et une année qui ne sont pas plausibles" in told[2]
    assert "est gardée par le bailleur" in told[3]
    assert not any("1 89 01" in phrase for phrase in told)


def test_the_report_that_is_kept_quotes_nothing_of_a_person(uow: MemoireUow) -> None:
    rapport = importer(
        uow,
        LIGNE,
        LIGNE | {"numero_unique": "1111318016982G1104"},
        LIGNE | {"numero_unique": "6,91E+17"},
        LIGNE,
    )
    assert any(NUMERO in phrase for phrase in phrases(rapport))
    with uow:
        kept = repr(uow._etat().lots[rapport.lot].rapport)
        said = repr(list(uow.journal.toutes()))
    assert "cette cellule" in kept
    for secret in (NUMERO, "1111318016982G1104", "DURAND"):
        assert secret not in kept
        assert secret not in said


def test_an_import_is_undone(uow: MemoireUow) -> None:
    rapport = importer(uow, LIGNE, LIGNE | {"offre": "2026-004"})
    with uow:
        entree = annulables(uow.journal.toutes())[-1]
    assert entree.objet == f"lot:{rapport.lot}"
    annuler_action(entree.numero, motif="x", transaction=lambda: uow)
    with uow:
        assert uow.candidats.de_l_orientation(1) == ()
        assert "2 candidats retirés" in list(uow.journal.toutes())[-1].libelle.replace(
            "\u00a0", " "
        )
    with pytest.raises(FluxDeskError, match="déjà annulé"):
        annuler_candidats(rapport.lot, uow=uow, motif="x")
    with pytest.raises(IntrouvableError):
        annuler_candidats(1, uow=uow, motif="x")


def test_the_income_tells_the_first_quartile_and_is_forgotten(uow: MemoireUow) -> None:
    poser_seuils(uow, {AJACCIO.epci: "8800"})
    numeros = [f"1110318016982G11{rank:02}" for rank in range(5)]
    incomes = ("8 123,50 €", "9321", "8123", "huit mille", "")
    given = ("", "", "3", "", "2")
    lines = [
        LIGNE | {"numero_unique": number, "ressources_uc": income, "quartile": quartile}
        for number, income, quartile in zip(numeros, incomes, given, strict=True)
    ]
    rapport = importer(uow, *lines)
    assert comptes(rapport) == (5, 0, 0, 0)
    with uow:
        assert [c.quartile for c in uow.candidats.de_l_orientation(1)] == [1, None, 3, None, 2]
        kept = repr(uow._etat().lots[rapport.lot].rapport) + repr(list(uow.journal.toutes()))
    told = phrases(rapport)
    assert [r.ligne for r in rapport.avertissements] == [2, 3, 4, 5]
    assert "Ligne 2, colonne ressources_uc : ressources inférieures au seuil" in told[0]
    assert "le quartile donné (3) contredit" in told[2]
    for secret in ("8 123", "8123", "9321", "huit mille"):
        assert secret not in "".join(told) + kept


def test_the_threshold_is_that_of_the_epci_of_the_dwelling(uow: MemoireUow) -> None:
    orienter(uow, conge(uow, 6), "2", "choix")
    poser_seuils(uow, {BASTIA.epci: "9500"})
    income = LIGNE | {"ressources_uc": "9000"}
    rapport = importer(uow, income, income | {"offre": "2026-005"})
    with uow:
        assert [uow.candidats.de_l_orientation(n)[0].quartile for n in (1, 5)] == [None, 1]
    assert "n’est pas connu pour l’EPCI du logement" in phrases(rapport)[0]
