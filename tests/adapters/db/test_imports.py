"""What files bring beside dwellings is kept, found again and taken back; both bases alike."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.candidat import Candidat
from fluxdesk.domain.droit_stock import DroitStock, NatureDroit
from fluxdesk.domain.erreurs import IntrouvableError
from fluxdesk.domain.profil import Genre, Profil
from fluxdesk.domain.provenance import Origine, Provenance
from fluxdesk.domain.referentiel import GenreReferentiel, TableReferentiel
from tests.adapters.db.exemples import importer, logement, remplir
from tests.services.memoire import MemoireUow

if TYPE_CHECKING:
    from fluxdesk.adapters.db.base import SqlBase
    from fluxdesk.services.depots import UnitOfWork

PROFIL = Profil(nom="Export É", genre=Genre.STOCK, signature="s1", entetes=(1, 2))
DROIT = DroitStock(
    logement_id=1,
    reservataire_id=1,
    nature=NatureDroit.DESIGNATION_UNIQUE,
    sous_contingent="PRIO",
    fin=date(2030, 1, 1),
    source="inventaire",
    observation="à vérifier",
)
RETIRE = date(2026, 11, 20)
CANDIDAT = Candidat(
    orientation_id=1,
    numero_unique="111031801698200001",
    nom="Exemple",
    rang=2,
    personnes=3,
    quartile=1,
    dalo=False,
    priorite="L441-1 b",
    mutation=True,
    dossier_complet=False,
)
PROVENANCE = Provenance(
    logement_id=1,
    champ="loyer",
    origine=Origine.SAISIE,
    detail="quittance",
    auteur="m.rossi",
    quand=datetime(2026, 3, 1, 9, 30, tzinfo=UTC),
)
TABLE = TableReferentiel(
    genre=GenreReferentiel.QUARTILE,
    effet=date(2025, 1, 1),
    source="arrêté du 3 juin 2025",
    lignes={"242010056": {"seuil": "9 876"}},
)


@pytest.fixture(params=["base", "memoire"])
def uow(request: pytest.FixtureRequest) -> UnitOfWork:
    if request.param == "memoire":
        return _remplie(MemoireUow())
    base: SqlBase = request.getfixturevalue("base")
    return _remplie(base.transaction())


def _remplie(uow: UnitOfWork) -> UnitOfWork:
    with uow:
        remplir(uow)
        uow.valider()
    return uow


def test_a_profile_is_known_by_its_name(uow: UnitOfWork) -> None:
    with uow:
        ident = uow.profils.enregistrer(PROFIL)
        assert uow.profils.enregistrer(replace(PROFIL, nom="EXPORT e", signature="s2")) == ident
        other = uow.profils.enregistrer(replace(PROFIL, nom="Autre"))
        names = [(p.id, p.nom, p.signature) for p in uow.profils.tous()]
        assert names == [(other, "Autre", "s1"), (ident, "EXPORT e", "s2")]
        uow.profils.retirer(other)
        assert [p.id for p in uow.profils.tous()] == [ident]
        with pytest.raises(IntrouvableError):
            uow.profils.retirer(other)


def test_a_right_in_stock_is_kept_whole_and_goes_with_its_import(uow: UnitOfWork) -> None:
    with uow:
        lot = uow.lots.ouvrir("stock.xlsx", "classeur", "")
        kept = uow.stock.enregistrer(DROIT, lot)
        typed = uow.stock.enregistrer(replace(DROIT, source="saisie"))
        uow.stock.enregistrer(replace(DROIT, id=kept, observation=""))
        assert uow.stock.tous() == (
            replace(DROIT, id=kept, observation=""),
            replace(DROIT, id=typed, source="saisie"),
        )
        assert uow.stock.retirer_lot(lot) == 1
        assert [droit.id for droit in uow.stock.tous()] == [typed]


def test_candidates_of_an_offer_come_by_rank(uow: UnitOfWork) -> None:
    with uow:
        lot = uow.lots.ouvrir("candidats.csv", "csv", "UTF-8")
        second = uow.candidats.enregistrer(CANDIDAT)
        first = uow.candidats.enregistrer(replace(CANDIDAT, rang=1, dalo=None), lot)
        aside = replace(CANDIDAT, numero_unique="9", retire=RETIRE)
        away = uow.candidats.enregistrer(aside)
        assert uow.candidats.retires(1) == (replace(aside, id=away),)
        assert uow.candidats.lire(away) == replace(aside, id=away)
        uow.candidats.enregistrer(replace(CANDIDAT, id=second, quartile=None))
        assert uow.candidats.de_l_orientation(1) == (
            replace(CANDIDAT, id=first, rang=1, dalo=None),
            replace(CANDIDAT, id=second, quartile=None),
        )
        assert uow.candidats.de_l_orientation(2) == ()
        assert uow.candidats.retirer_lot(lot) == 1
        uow.candidats.effacer(second)
        assert uow.candidats.de_l_orientation(1) == ()


def test_the_last_origin_of_a_value_holds(uow: UnitOfWork) -> None:
    confirmed = replace(PROVENANCE, origine=Origine.CONFIRMEE)
    with uow:
        uow.provenances.enregistrer([PROVENANCE, replace(PROVENANCE, champ="dpe")])
        uow.provenances.enregistrer([confirmed])
        assert uow.provenances.du_logement(1) == (replace(PROVENANCE, champ="dpe"), confirmed)
        assert uow.provenances.toutes() == uow.provenances.du_logement(1)
        uow.provenances.retirer(1, "dpe")
        assert uow.provenances.du_logement(1) == (confirmed,)


def test_the_edition_in_force_is_the_last_before_the_day(uow: UnitOfWork) -> None:
    with uow:
        new = uow.referentiels.enregistrer(TABLE)
        old = uow.referentiels.enregistrer(replace(TABLE, effet=date(2024, 1, 1), lignes={}))
        assert uow.referentiels.enregistrer(replace(TABLE, source="rectificatif")) == new
        found = uow.referentiels.toutes(GenreReferentiel.QUARTILE)
        assert [table.id for table in found] == [old, new]
        assert found[1] == replace(TABLE, id=new, source="rectificatif")
        for day, ident in ((date(2024, 6, 1), old), (date(2026, 1, 1), new)):
            table = uow.referentiels.au(GenreReferentiel.QUARTILE, day)
            assert table is not None
            assert table.id == ident
        assert uow.referentiels.au(GenreReferentiel.QUARTILE, date(2023, 1, 1)) is None
        assert uow.referentiels.au(GenreReferentiel.EPCI, date(2026, 1, 1)) is None
        uow.referentiels.retirer(new)
        assert [t.id for t in uow.referentiels.toutes(GenreReferentiel.QUARTILE)] == [old]


def test_what_each_import_did_to_a_dwelling(uow: UnitOfWork) -> None:
    with uow:
        first = importer(uow, logement("neuf", surface=40))
        made = uow.logements.trouver("neuf")
        assert made is not None
        lot = uow.lots.ouvrir("erp.xlsx", "Classeur", "")
        uow.logements.modifier([replace(made, surface=41, qpv=True)], lot)
        born, changed = uow.lots.du_logement(made.id)
        assert (born.fichier, born.format[:4], born.avant) == ("essai.csv", "RPLS", None)
        assert (changed.fichier, changed.format, changed.avant) == ("erp.xlsx", "Classeur", made)
        assert changed.auteur == "m.rossi"
        assert changed.quand.tzinfo is not None
        uow.lots.annuler(lot)
        assert uow.lots.du_logement(made.id) == [born]
        assert first
