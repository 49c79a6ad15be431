"""Importing rights in stock: one a line, compared with the base and with RPLS, undone whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.droit_stock import DroitStock, NatureDroit
from fluxdesk.domain.erreurs import FluxDeskError, IntrouvableError
from fluxdesk.domain.logement import EtatLogement
from fluxdesk.domain.reservataire import Categorie, Reservataire
from fluxdesk.services.annuler_action import annulables, annuler_action
from fluxdesk.services.annuler_stock import annuler_stock
from fluxdesk.services.importer_stock import COLONNES, importer_stock
from fluxdesk.services.lots_du_journal import LotToucheError
from fluxdesk.services.ports import FichierIllisibleError
from tests.services.fichiers_lus import CHEMIN, Tableau, comptes, phrases
from tests.services.monde import HORLOGE, monde

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fluxdesk.domain.rapport import RapportImport
    from tests.services.memoire import MemoireUow

DROIT = {"logement": "1", "reservataire": "ACTION  LOGEMENT"}


def importer(uow: MemoireUow, *lignes: Mapping[str, str], essai: bool = False) -> RapportImport:
    return importer_stock(
        CHEMIN, essai=essai, uow=uow, lire=Tableau(lignes, COLONNES), horloge=HORLOGE
    )


def declarer(uow: MemoireUow, **contingents: str) -> None:
    """Declare contingents in RPLS: ``l1="4"`` is dwelling 1."""
    with uow:
        made = [
            replace(uow.logements.lire(int(n[1:])), contingent_declare=code)
            for n, code in contingents.items()
        ]
        uow.logements.modifier(made, 1)
        uow.valider()


def test_each_line_is_a_right_on_one_dwelling() -> None:
    uow = monde()
    rapport = importer(
        uow,
        DROIT,
        {
            "logement": "interne:2",
            "reservataire": "Etat",
            "sous_contingent": "Agents",
            "nature": "désignation unique",
            "fin": "31/12/2031",
            "source": "Convention 2014",
        },
        {"logement": "3", "reservataire": "Ville d'Ajaccio", "sous_contingent": "Garanties"},
    )
    assert comptes(rapport) == (3, 0, 0, 0)
    with uow:
        assert uow.stock.tous() == (
            DroitStock(id=1, logement_id=1, reservataire_id=2, source="essai.csv"),
            DroitStock(
                id=2,
                logement_id=2,
                reservataire_id=1,
                sous_contingent="agents",
                nature=NatureDroit.DESIGNATION_UNIQUE,
                fin=date(2031, 12, 31),
                source="Convention 2014",
            ),
            DroitStock(
                id=3,
                logement_id=3,
                reservataire_id=3,
                sous_contingent="Garanties",
                source="essai.csv",
            ),
        )
        entree = list(uow.journal.toutes())[-1]
    assert (entree.action, entree.objet) == ("import.stock", f"lot:{rapport.lot}")
    assert entree.libelle.replace("\u00a0", " ") == (
        "Import de « essai.csv » : 3 droits en stock créés, 0 modifié, 0 ligne refusée"
    )


@pytest.mark.parametrize(
    ("change", "colonne", "fragment"),
    [
        ({"": "3 cellules au lieu de 2"}, "", "séparateur"),
        ({"logement": ""}, "logement", "L’identifiant du logement manque"),
        ({"logement": "99"}, "logement", "importez d’abord le patrimoine"),
        ({"logement": "6"}, "logement", "est sorti du patrimoine"),
        ({"reservataire": ""}, "reservataire", "Le nom du réservataire manque"),
        ({"reservataire": "ALS"}, "reservataire", "créez d’abord ce réservataire"),
        ({"logement": "2", "nature": "éternelle"}, "nature", "n’est pas dans la liste"),
        ({"logement": "2", "fin": "2031"}, "fin", "n’est pas une date"),
        ({}, "logement", "a déjà ce droit à la ligne 2"),
    ],
)
def test_a_line_that_is_no_right_is_refused(
    change: dict[str, str], colonne: str, fragment: str
) -> None:
    uow = monde()
    with uow:
        uow.logements.modifier([replace(uow.logements.lire(6), etat=EtatLogement.SORTI)], 1)
        uow.valider()
    rapport = importer(uow, DROIT, DROIT | change)
    assert comptes(rapport) == (1, 0, 0, 1)
    assert [(r.ligne, r.colonne) for r in rapport.refus] == [(3, colonne)]
    assert fragment in phrases(rapport)[0]


def test_a_right_already_there_is_left_and_a_changed_one_is_changed() -> None:
    uow = monde()
    importer(uow, DROIT | {"fin": "01/01/2030"})
    before = uow.validations
    assert comptes(importer(uow, DROIT, essai=True)) == (0, 0, 1, 0)
    assert comptes(importer(uow, DROIT)) == (0, 0, 1, 0)
    assert comptes(importer(uow, DROIT | {"fin": "01/01/2031"}, essai=True)) == (0, 1, 0, 0)
    assert uow.validations == before
    importer(uow, DROIT | {"fin": "01/01/2031"})
    with uow:
        (droit,) = uow.stock.tous()
    assert droit.fin == date(2031, 1, 1)


def test_what_is_doubtful_is_told() -> None:
    uow = monde()
    importer(uow, DROIT)
    rapport = importer(
        uow,
        DROIT | {"reservataire": "État", "sous_contingent": "police"},
        DROIT | {"reservataire": "Ville d’Ajaccio", "fin": "02/03/2026"},
    )
    told = phrases(rapport)
    assert "« police » n’est pas dans la convention de État, qui a « agents »" in told[0]
    assert "est aussi réservé à « Action Logement »" in told[1]
    assert "« 02/03/2026 » est passée : ce droit est échu" in told[2]
    assert "est aussi réservé à « Action Logement », « État »" in told[3]
    assert len(told) == 4


def test_what_rpls_declares_is_compared() -> None:
    uow = monde()
    declarer(uow, l1="4", l2="3", l3="7", l4="1", l5="x")
    rapport = importer(uow, *(DROIT | {"logement": f"{n}"} for n in (1, 2, 3, 5)))
    told = phrases(rapport)
    assert [(w.ligne, w.colonne) for w in rapport.avertissements] == [
        (2, "reservataire"),
        (4, "reservataire"),
        (0, ""),
    ]
    assert "« 4 – collectivités territoriales et EPCI »" in told[0]
    assert "« 7 – non réservé »" in told[1]
    assert told[2] == ("1 logement déclaré réservé au RPLS n’a aucun droit en stock, dont « 4 ».")


def test_a_state_right_agrees_with_dwellings_declared_unreserved() -> None:
    uow = monde()
    declarer(uow, l1="7")
    assert importer(uow, DROIT | {"reservataire": "État"}).avertissements == ()


def test_a_holder_without_convention_may_have_rights() -> None:
    uow = monde()
    with uow:
        uow.reservataires.enregistrer(Reservataire(nom="CAF", categorie=Categorie.AUTRE))
        uow.valider()
    rapport = importer(uow, DROIT | {"reservataire": "caf", "sous_contingent": "A"})
    assert comptes(rapport) == (1, 0, 0, 0)
    assert rapport.avertissements == ()


def test_a_table_without_holders_is_not_read() -> None:
    with pytest.raises(FichierIllisibleError, match="reservataire"):
        importer_stock(
            CHEMIN, essai=True, uow=monde(), lire=Tableau([{"logement": "1"}]), horloge=HORLOGE
        )


def test_an_import_is_undone_with_what_it_changed() -> None:
    uow = monde()
    importer(uow, DROIT | {"fin": "01/01/2030"}, DROIT | {"logement": "2"})
    with uow:
        before = uow.stock.tous()
    second = importer(
        uow,
        DROIT | {"fin": "01/01/2031"},
        DROIT | {"logement": "2", "nature": "désignation unique"},
        DROIT | {"logement": "3"},
    )
    with pytest.raises(LotToucheError, match="a changé depuis"):
        annuler_stock(second.lot - 1, uow=uow, motif="x")
    assert annuler_stock(second.lot, uow=uow, motif="x") == (1, 2)
    with uow:
        assert uow.stock.tous() == before
        entree = annulables(uow.journal.toutes())[-1]
    annuler_action(entree.numero, motif="x", transaction=lambda: uow)
    with uow:
        assert uow.stock.tous() == ()
        assert entree not in annulables(uow.journal.toutes())
    with pytest.raises(FluxDeskError, match="déjà annulé"):
        annuler_stock(second.lot, uow=uow, motif="x")
    with pytest.raises(IntrouvableError):
        annuler_stock(1, uow=uow, motif="x")
