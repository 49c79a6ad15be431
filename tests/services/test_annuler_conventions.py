"""Undoing an import of conventions: rights and accounts are exactly those of before."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from fluxdesk.adapters.db.valeurs import en_json
from fluxdesk.domain.droit_stock import DroitStock
from fluxdesk.domain.erreurs import FluxDeskError, IntrouvableError
from fluxdesk.services.annuler_action import annulables
from fluxdesk.services.annuler_conventions import annuler_conventions
from fluxdesk.services.annuler_lot import annuler_lot
from fluxdesk.services.annuler_orientation import annuler_orientation
from fluxdesk.services.conventions_du_journal import lire_convention, lire_reservataire
from fluxdesk.services.enregistrer_issue import enregistrer_issue
from fluxdesk.services.garder_rapport import lire_rapport
from fluxdesk.services.importer_conventions import importer_conventions
from fluxdesk.services.lots_du_journal import LotToucheError
from fluxdesk.services.ports import FichierLu, LigneLue
from fluxdesk.services.tenir_registre import charger_registre
from tests.adapters.db.exemples import CONVENTION, RESERVATAIRE
from tests.services.monde import (
    ACTION_LOGEMENT,
    HORLOGE,
    TERRITOIRES,
    VILLE,
    conge,
    monde,
    orienter,
)
from tests.services.test_importer_conventions import SANS_FLUX

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fluxdesk.domain.rapport import RapportImport
    from tests.services.memoire import MemoireUow

AVENANT = {"reservataire": "Action Logement", "taux": "25", "debut": "01/01/2026"}
CLAUSE = {"reservataire": "État", "taux": "30", "categorie": "état", "refus": "compté"}
DEPARTEMENT = {"reservataire": "Département", "taux": "5", "categorie": "département"}
DU_DEPARTEMENT = 4


def importer(uow: MemoireUow, *lignes: Mapping[str, str]) -> RapportImport:
    columns = tuple(dict.fromkeys(name for line in lignes for name in line))
    rows = tuple(LigneLue(n, line) for n, line in enumerate(lignes, start=2))
    lu = FichierLu(nom="droits.csv", format="csv", encodage="utf-8", colonnes=columns, lignes=rows)
    asked = replace(SANS_FLUX, horloge=HORLOGE, territoires=TERRITOIRES)
    done = importer_conventions(
        Path("droits.csv"), essai=False, uow=uow, lire=lambda *_: lu, examinateur=asked
    )
    assert not done.refus
    return done


def etat(uow: MemoireUow) -> tuple[object, ...]:
    with uow:
        return (
            uow.reservataires.tous(),
            uow.conventions.toutes(),
            charger_registre(uow=uow).soldes(),
        )


def annuler(uow: MemoireUow, lot: int = 2) -> tuple[int, int]:
    return annuler_conventions(lot, uow=uow, motif="mauvais fichier")


def test_the_images_of_the_journal_read_back_the_same() -> None:
    assert lire_convention(json.loads(en_json(CONVENTION))) == CONVENTION
    assert lire_reservataire(json.loads(en_json(RESERVATAIRE))) == RESERVATAIRE
    assert set(asdict(CONVENTION)) == set(json.loads(en_json(CONVENTION)))


def test_an_import_of_conventions_is_undone_whole_and_keeps_its_report() -> None:
    uow = monde()
    orienter(uow, conge(uow, 1))
    before = etat(uow)
    done = importer(uow, AVENANT, CLAUSE, DEPARTEMENT)
    assert (done.lot, done.creees, done.modifiees) == (2, 1, 2)
    assert lire_rapport(2, uow=uow) == done
    assert etat(uow) != before
    assert "droits.csv" in annuler_lot(2, motif="mauvais fichier", transaction=lambda: uow)
    assert etat(uow) == before
    with uow:
        entree = list(uow.journal.toutes())[-1]
        assert all(e.objet != "lot:2" for e in annulables(uow.journal.toutes()))
    assert (entree.action, entree.objet, entree.motif) == (
        "import.annuler",
        "lot:2",
        "mauvais fichier",
    )
    assert entree.libelle.replace("\u00a0", " ") == (
        "Import n° 2 annulé : 1 convention retirée, 2 remises en état"
    )


def test_a_reservataire_known_before_its_convention_stays() -> None:
    uow = monde()
    with uow:
        uow.conventions.retirer(ACTION_LOGEMENT)
        uow.valider()
    before = etat(uow)
    importer(uow, AVENANT)
    assert annuler(uow) == (1, 0)
    assert etat(uow) == before


def test_nothing_is_undone_once_the_ledger_counted_a_dwelling() -> None:
    uow = monde()
    before = etat(uow)
    importer(uow, AVENANT)
    made = orienter(uow, conge(uow, 1))
    with pytest.raises(LotToucheError, match="annulez d’abord ces offres"):
        annuler(uow)
    annuler_orientation(made.id, motif="erreur", uow=uow)
    assert annuler(uow) == (0, 1)
    assert etat(uow)[:2] == before[:2]


def test_an_answer_since_counts_only_where_it_is_of_one_of_its_parties() -> None:
    uow = monde()
    hers = orienter(uow, conge(uow, 1), str(ACTION_LOGEMENT), "à sa demande")
    other = orienter(uow, conge(uow, 2), str(VILLE), "à sa demande")
    importer(uow, AVENANT)
    today = HORLOGE.aujourd_hui()
    enregistrer_issue(other.id, other.issue.REFUSEE, jour=today, uow=uow)
    assert annuler(uow) == (0, 1)
    again = importer(uow, AVENANT).lot
    enregistrer_issue(hers.id, hers.issue.REFUSEE, jour=today, uow=uow)
    with pytest.raises(LotToucheError, match="le registre a compté"):
        annuler(uow, again)


def test_nothing_is_undone_once_one_of_its_conventions_changed() -> None:
    uow = monde()
    importer(uow, AVENANT)
    importer(uow, AVENANT | {"taux": "28"})
    with pytest.raises(LotToucheError, match="Action Logement a changé depuis"):
        annuler(uow)
    annuler(uow, 3)
    assert annuler(uow) == (0, 1)
    with pytest.raises(FluxDeskError, match="déjà annulé"):
        annuler(uow)
    with pytest.raises(IntrouvableError):
        annuler(uow, 1)


def test_a_convention_that_was_offered_a_dwelling_stays() -> None:
    uow = monde()
    importer(uow, DEPARTEMENT)
    made = orienter(uow, conge(uow, 1), str(DU_DEPARTEMENT), "à sa demande")
    annuler_orientation(made.id, motif="erreur", uow=uow)
    with pytest.raises(LotToucheError, match="une offre a été faite à Département"):
        annuler(uow)


def test_a_reservataire_that_has_rights_in_stock_stays() -> None:
    uow = monde()
    importer(uow, DEPARTEMENT)
    with uow:
        uow.stock.enregistrer(DroitStock(logement_id=1, reservataire_id=DU_DEPARTEMENT))
        uow.valider()
    with pytest.raises(LotToucheError, match="des droits en stock ont été donnés à Département"):
        annuler(uow)
