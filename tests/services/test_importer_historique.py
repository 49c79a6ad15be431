"""Past years by file: the same ledger, bilan and suggestion as if they had been lived here."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.vacance import CauseLiberation, Qualification
from fluxdesk.services import tenir_registre
from fluxdesk.services.tenir_registre import charger_registre
from tests.services.annee_jouee import Annee, fichier_de
from tests.services.fichiers_lus import comptes, phrases
from tests.services.historiques import BAIL, REFUS, SUITE, etat, grand_monde, importer
from tests.services.monde import monde


@pytest.mark.parametrize("graine", range(4))
def test_a_year_by_file_is_the_year_that_was_lived(
    graine: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tenir_registre, "PAS_DU_POINT", 40)
    lived, told = grand_monde(), grand_monde()
    Annee(lived, graine).jouer(35)
    lignes = fichier_de(lived)

    rapport = importer(told, lignes)

    assert comptes(rapport) == (len(lignes), 0, 0, 0)
    assert rapport.avertissements == ()
    assert etat(told) == etat(lived)


def test_the_lines_may_stand_in_any_order() -> None:
    lived, told = grand_monde(), grand_monde()
    Annee(lived, 1).jouer(20)
    rapport = importer(told, fichier_de(lived)[::-1])
    assert rapport.refusees == 0
    with told, lived:
        assert charger_registre(uow=told).soldes() == charger_registre(uow=lived).soldes()


def test_the_words_of_files_are_understood_and_the_rest_follows_from_the_dates() -> None:
    uow = monde()
    lignes = [
        REFUS | {"issue": "Carence", "motif": "personne"},
        SUITE | {"issue": "attribué"},
        BAIL | {"logement": "interne:2", "reservataire": "Bailleur", "issue": ""},
        BAIL
        | {"logement": "interne:3", "reservataire": "etat", "sous_contingent": "Agents"}
        | {"issue": "", "date_bail": ""},
        BAIL
        | {"logement": "interne:4", "reservataire": "État", "sous_contingent": "prioritaires"}
        | {"issue": "", "date_bail": "", "date_attribution": ""},
        {"logement": "interne:5", "date_conge": "01/02/2025"},
    ]
    assert comptes(importer(uow, lignes)) == (6, 0, 0, 0)
    with uow:
        offers = uow.orientations.toutes()
        last = uow.vacances.toutes()[-1]
        entree = list(uow.journal.toutes())[-1]
    assert sorted((o.numero, o.issue, o.sous_contingent) for o in offers) == [
        ("2025-001", IssueOrientation.SANS_CANDIDAT, ""),
        ("2025-002", IssueOrientation.BAIL_SIGNE, ""),
        ("2025-003", IssueOrientation.ATTRIBUEE, "agents"),
        ("2025-004", IssueOrientation.EN_COURS, "prioritaires"),
        ("2025-005", IssueOrientation.BAIL_SIGNE, ""),
    ]
    assert offers[0].motif_issue == "personne"
    assert offers[0].echeance == date(2025, 3, 12)
    assert "essai.csv" in offers[0].explication
    assert "ligne 2" in offers[0].explication.replace("\u00a0", " ")
    assert (last.cause, last.qualification) == (CauseLiberation.CONGE, Qualification.A_QUALIFIER)
    assert (entree.action, entree.objet) == ("import.historique", "lot:2")
    assert entree.libelle.replace("\u00a0", " ") == (
        "Import de « essai.csv » : 5 vacances reprises, 5 offres, 0 ligne refusée"
    )


@pytest.mark.parametrize(
    ("change", "colonne", "fragment"),
    [
        ({"": "9 cellules au lieu de 8"}, "", "séparateur manque"),
        ({"logement": ""}, "logement", "L’identifiant du logement manque"),
        ({"logement": "X9"}, "logement", "n’est l’identifiant d’aucun logement"),
        ({"date_conge": ""}, "date_conge", "La date du congé manque"),
        ({"date_conge": "31/02/2025"}, "date_conge", "n’est pas une date"),
        ({"date_conge": "01/01/2027"}, "date_conge", "est dans l’avenir"),
        ({"date_disponibilite": "01/01/2025"}, "date_disponibilite", "précède la date du congé"),
        ({"date_offre": "01/01/2025"}, "date_offre", "précède la date du congé (01/02/2025)"),
        ({"date_offre": ""}, "date_offre", "La date de l’offre manque"),
        ({"date_attribution": "09/02/2025"}, "date_attribution", "précède la date de l’offre"),
        ({"date_bail": "19/02/2025"}, "date_bail", "précède la date de la CAL (20/02/2025)"),
        ({"date_bail": "23/11/2026"}, "date_bail", "est dans l’avenir"),
        ({"date_attribution": ""}, "date_attribution", "À défaut, écrivez celle du bail"),
        ({"date_bail": ""}, "date_bail", "La date du bail manque"),
        ({"issue": "volée"}, "issue", "n’est pas dans la liste"),
        ({"issue": "en cours"}, "date_attribution", "contredit l’issue « en cours »"),
        ({"issue": "refus"}, "date_bail", "contredit l’issue « refusée par le réservataire »"),
        ({"cause": "vol"}, "cause", "n’est pas dans la liste"),
        ({"qualification": "soustrait"}, "qualification", "contredit l’offre"),
        ({"categorie": "vente"}, "categorie", "Seul un logement soustrait"),
        ({"reservataire": "Inconnu"}, "reservataire", "créez d’abord ce réservataire"),
        ({"reservataire": "Nouveau"}, "reservataire", "n’a pas de convention"),
        ({"reservataire": "État"}, "sous_contingent", "écrivez « agents », « prioritaires »"),
        (
            {"reservataire": "", "issue": "refus", "date_bail": ""},
            "issue",
            "le bailleur ne se refuse pas",
        ),
    ],
)
def test_a_line_that_does_not_fit_is_refused_alone(
    change: dict[str, str], colonne: str, fragment: str
) -> None:
    uow = monde()
    with uow:
        who = uow.reservataires.lire(1)
        uow.reservataires.enregistrer(replace(who, id=0, nom="Nouveau"))
        uow.valider()
    rapport = importer(uow, [BAIL | change, BAIL | {"logement": "interne:2"}])
    assert comptes(rapport) == (1, 0, 0, 1)
    (refus,) = rapport.refus
    assert (refus.ligne, refus.colonne) == (2, colonne)
    assert fragment in phrases(rapport)[0]


@pytest.mark.parametrize(
    ("lignes", "fautive", "fragment"),
    [
        ([BAIL, SUITE], 3, "suit une offre (ligne 2) qui est « bail signé »"),
        ([REFUS, SUITE | {"date_offre": "14/02/2025"}], 3, "précède la réponse à l’offre d’avant"),
        (
            [REFUS | {"date_attribution": "14/02/2025"}, SUITE | {"date_offre": "14/02/2025"}],
            3,
            "(ligne 2, 15/02/2025)",
        ),
        (
            [
                REFUS | {"date_reponse": "", "date_attribution": "18/02/2025"},
                SUITE,
            ],
            3,
            "(ligne 2, 18/02/2025)",
        ),
        ([REFUS, BAIL | {"date_offre": "16/02/2025"}], 3, "a déjà rendu ce logement"),
        (
            [{"logement": "interne:1", "date_conge": "01/02/2025"}] * 2,
            3,
            "a déjà cette vacance à la ligne 2",
        ),
        (
            [
                {
                    "logement": "interne:1",
                    "date_conge": "01/02/2025",
                    "qualification": "soustrait",
                    "categorie": "vente",
                },
                BAIL,
            ],
            3,
            "a une vacance hors du flux, « soustrait »",
        ),
        (
            [REFUS, BAIL | {"date_conge": "02/02/2025"}],
            3,
            "tombe pendant la vacance du congé du 01/02/2025",
        ),
        (
            [BAIL, BAIL | {"date_conge": "15/02/2025", "date_offre": "16/02/2025"}],
            3,
            "sans bail signé avant",
        ),
    ],
)
def test_lines_that_contradict_each_other_are_refused(
    lignes: list[dict[str, str]], fautive: int, fragment: str
) -> None:
    rapport = importer(monde(), lignes)
    assert [refus.ligne for refus in rapport.refus] == [fautive]
    assert comptes(rapport) == (len(lignes) - 1, 0, 0, 1)
    assert fragment in phrases(rapport)[0]


def test_an_answer_without_a_day_is_dated_and_told() -> None:
    uow = monde()
    lignes = [
        REFUS | {"date_reponse": ""},
        SUITE,
        REFUS | {"logement": "interne:2", "date_reponse": ""},
        REFUS | {"logement": "interne:3", "date_reponse": "", "date_offre": "20/11/2026"},
    ]
    rapport = importer(uow, lignes)
    told = phrases(rapport)
    assert comptes(rapport) == (4, 0, 0, 0)
    assert [phrase[-11:] for phrase in told] == ["16/02/2025.", "12/03/2025.", "22/11/2026."]
    with uow:
        days = [o.date_issue for o in uow.orientations.toutes() if o.date_bail is None]
    assert days == [date(2025, 2, 16), date(2025, 3, 12), date(2026, 11, 22)]


def test_what_is_doubtful_is_taken_and_told() -> None:
    uow = monde()
    with uow:
        (first,) = (town := uow.conventions.lire(3)).avenants
        dated = replace(first, debut=date(2025, 6, 1))
        uow.conventions.enregistrer(replace(town, avenants=(dated,)))
        uow.valider()
    lignes = [
        REFUS | {"cause": "décès", "date_disponibilite": "01/05/2025"},
        SUITE | {"cause": "abandon", "sous_contingent": "x"},
        SUITE | {"logement": "interne:6", "date_offre": "16/02/2025"},
        {"logement": "interne:5", "date_conge": "01/02/2025", "reservataire": "Action Logement"},
    ]
    rapport = importer(uow, lignes)
    assert comptes(rapport) == (4, 0, 0, 0)
    told = [(w.ligne, w.colonne) for w in rapport.avertissements]
    assert told == [
        (3, "sous_contingent"),
        (3, "cause"),
        (3, "reservataire"),
        (4, "reservataire"),
        (4, "reservataire"),
        (5, "reservataire"),
    ]
    assert "n’a pas de taux en vigueur le 16 février 2025" in phrases(rapport)[2]
    assert "hors de son territoire" in phrases(rapport)[4]
