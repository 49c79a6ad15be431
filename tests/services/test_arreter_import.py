"""An import of a table tells how far it is, and can be stopped: the base is as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.profil import Genre
from fluxdesk.services.importer_tableau import importer_tableau
from fluxdesk.services.ports import AnnuleError
from fluxdesk.services.preparer_import import FichierPrepare
from tests.services.bureaux import bureau
from tests.services.fichiers_lus import CHEMIN, Tableau
from tests.services.historiques import BAIL
from tests.services.monde import conge, monde, orienter

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.services.memoire import MemoireUow

CONGE = {"logement": "interne:5", "date_conge": "01/02/2025"}
DROIT = {"logement": "interne:1", "reservataire": "État", "sous_contingent": "agents"}
CONVENTION = {"reservataire": "CAF", "taux": "2", "categorie": "autre"}
CANDIDAT = {"offre": "2026-001", "numero_unique": "1110318016982G1104", "nom": "DURAND"}


class Suivi:
    """Notes what is told; stops the import at a word."""

    def __init__(self, arret: str = "jamais") -> None:
        self.mots: list[str] = []
        self._arret = arret

    def __call__(self, fait: int, total: int, quoi: str = "") -> None:
        assert 0 <= fait <= total
        self.mots.append(quoi)
        if quoi == self._arret:
            raise AnnuleError


@pytest.fixture
def uow() -> MemoireUow:
    """One open offer of this year, on dwelling 6."""
    made = monde()
    orienter(made, conge(made, 6), "2", "choix")
    return made


def prepare(ligne: Mapping[str, str]) -> FichierPrepare:
    read = Tableau([ligne])(CHEMIN, tuple(ligne))
    return FichierPrepare(
        nom=read.nom,
        format=read.format,
        encodage=read.encodage,
        lignes=read.lignes,
        colonnes=read.colonnes,
    )


@pytest.mark.parametrize(
    ("genre", "ligne"),
    [
        (Genre.STOCK, DROIT),
        (Genre.CONVENTIONS, CONVENTION),
        (Genre.VACANCES, CONGE),
        (Genre.CANDIDATS, CANDIDAT),
    ],
)
def test_a_table_tells_how_far_it_is_and_can_be_stopped(
    uow: MemoireUow, genre: Genre, ligne: Mapping[str, str]
) -> None:
    before = uow.validations
    stopped, whole = Suivi("Lecture des lignes"), Suivi()
    with pytest.raises(AnnuleError):
        importer_tableau(genre, prepare(ligne), essai=False, bureau=bureau(uow), progress=stopped)
    assert uow.validations == before
    done = importer_tableau(genre, prepare(ligne), essai=False, bureau=bureau(uow), progress=whole)
    assert (done.rapport.creees, done.rapport.refus) == (1, ())
    assert whole.mots[0] == "Lecture des lignes"


@pytest.mark.parametrize("mot", ["Lecture des lignes", "Écriture des offres"])
def test_past_years_are_stopped_while_read_and_while_written(mot: str) -> None:
    uow = monde()
    before = uow.validations
    with pytest.raises(AnnuleError):
        importer_tableau(
            Genre.VACANCES, prepare(BAIL), essai=False, bureau=bureau(uow), progress=Suivi(mot)
        )
    assert uow.validations == before
    with uow:
        assert not uow.vacances.toutes()
        assert not uow.evenements.tous()
