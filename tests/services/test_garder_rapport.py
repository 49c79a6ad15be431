"""The report of an import is kept with its number, and the import undone by it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fluxdesk.domain.erreurs import IntrouvableError
from fluxdesk.domain.profil import Genre
from fluxdesk.domain.rapport import CorrectionCellule, MiseAPart, RapportImport, RefusLigne
from fluxdesk.services.annuler_lot import annuler_lot
from fluxdesk.services.garder_rapport import garder_rapport, lire_rapport
from tests.services.memoire import MemoireUow
from tests.services.monde import HORLOGE, logement

RAPPORT = RapportImport(
    fichier="f.xlsx", format="Classeur", encodage="", essai=False,
    lues=1, creees=1, modifiees=0, inchangees=0, refusees=0,
    ecartees=(MiseAPart(ligne=7, raison="total"),),
)  # fmt: skip


@pytest.fixture
def uow() -> MemoireUow:
    return MemoireUow(horloge=HORLOGE)


def importe(uow: MemoireUow) -> int:
    with uow:
        lot = uow.lots.ouvrir("f.xlsx", "Classeur", "")
        uow.logements.ajouter([logement(1)], lot)
        uow.journal.ecrire("import.patrimoine", f"lot:{lot}", "Import")
        uow.valider()
    return lot


def test_the_report_is_kept_and_read_again(uow: MemoireUow) -> None:
    lot = importe(uow)

    garder_rapport(replace(RAPPORT, lot=lot), genre=Genre.PATRIMOINE, uow=uow)

    assert lire_rapport(lot, uow=uow).ecartees == RAPPORT.ecartees


def test_the_report_of_candidates_is_kept_without_what_it_quotes(uow: MemoireUow) -> None:
    lot = importe(uow)
    told = RefusLigne(
        ligne=3, colonne="nom", valeur="Mme Exemple", phrase="Ligne 3 : «\u00a0Mme Exemple\u00a0» …"
    )
    whole = replace(
        RAPPORT,
        lot=lot,
        refus=(told,),
        corrections=(CorrectionCellule(ligne=4, colonne="nom", lue="Exenple", corrigee="Exemple"),),
    )

    garder_rapport(whole, genre=Genre.CANDIDATS, uow=uow)

    kept = lire_rapport(lot, uow=uow)
    assert kept.refus[0].phrase == "Ligne 3 : cette cellule …"
    assert "xemple" not in repr(kept)
    assert kept.corrections[0].ligne == 4


def test_an_import_that_wrote_nothing_keeps_nothing(uow: MemoireUow) -> None:
    garder_rapport(RAPPORT, genre=Genre.PATRIMOINE, uow=uow)

    with pytest.raises(IntrouvableError):
        lire_rapport(0, uow=uow)


def test_an_import_is_undone_by_its_number_once(uow: MemoireUow) -> None:
    lot = importe(uow)

    assert annuler_lot(lot, motif="trop tôt", transaction=lambda: uow) == "Import"

    with uow:
        assert uow.logements.nombre() == 0
    with pytest.raises(IntrouvableError):
        annuler_lot(lot, motif="encore", transaction=lambda: uow)
