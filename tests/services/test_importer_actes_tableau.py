"""Rights in stock, past years and candidates, by the road of any table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.profil import Genre
from fluxdesk.domain.tableau_lu import Feuille, SourceLue
from fluxdesk.services.comprendre_source import comprendre
from fluxdesk.services.importer_tableau import importer_tableau
from fluxdesk.services.preparer_import import preparer
from tests.services.bureaux import bureau
from tests.services.monde import monde

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fluxdesk.services.importer_tableau import ImportTableau
    from tests.services.memoire import MemoireUow


def importer(uow: MemoireUow, genre: Genre, lignes: Sequence[Sequence[str]]) -> ImportTableau:
    source = SourceLue(
        nom="liste.xlsx",
        format="Classeur xlsx",
        encodage="",
        separateur="",
        feuilles=(Feuille(nom="Feuil1", lignes=lignes),),
    )
    lu = comprendre(source, bureau=bureau(uow), genre=genre)
    made = preparer(lu.source, lu.decoupe, lu.appariements, lu.correspondances, lu.genre)
    return importer_tableau(lu.genre, made, essai=False, bureau=bureau(uow))


def test_rights_in_stock() -> None:
    uow = monde()
    done = importer(
        uow,
        Genre.STOCK,
        [
            ["N° module", "Réservé à", "Type de droit", "Échéance"],
            ["1", "Action Logement", "DDS", "31/12/2031"],
            ["2", "État", "1 tour", ""],
        ],
    )
    assert (done.rapport.creees, done.rapport.refus) == (2, ())
    with uow:
        natures = [droit.nature.value for droit in uow.stock.tous()]
    assert natures == ["droit de suite", "désignation unique"]


def test_past_years_then_candidates_of_what_is_still_open() -> None:
    uow = monde()
    done = importer(
        uow,
        Genre.VACANCES,
        [
            ["N° module", "Congé reçu le", "Désignataire", "Proposé le", "Suite donnée",
             "Refusé le", "Motif de refus", "Date CAL", "Bail signé le"],
            ["1", "01/02/2025", "Action Logement", "10/02/2025", "Refus", "12/02/2025", "petit",
             "", ""],
            ["1", "01/02/2025", "Ville d’Ajaccio", "13/02/2025", "Loué", "", "", "20/02/2025",
             "01/03/2025"],
            ["2", "01/02/2026", "Action Logement", "10/02/2026", "", "", "", "", ""],
        ],
    )  # fmt: skip
    assert (done.rapport.creees, done.rapport.refus) == (3, ())
    with uow:
        offers = uow.orientations.toutes()
    assert [(o.issue, o.motif_issue) for o in offers] == [
        (IssueOrientation.REFUSEE, "petit"),
        (IssueOrientation.BAIL_SIGNE, ""),
        (IssueOrientation.EN_COURS, ""),
    ]
    done = importer(
        uow,
        Genre.CANDIDATS,
        [
            ["N° offre", "NUD", "Nom du demandeur", "Nb personnes", "Quartile", "DALO"],
            ["2026-001", "1110318016982G1104", "DURAND", "3", "Q1", "non"],
        ],
    )
    assert (done.rapport.creees, done.rapport.refus) == (1, ())
    with uow:
        (candidat,) = uow.candidats.de_l_orientation(offers[2].id)
    assert (candidat.quartile, candidat.dalo, candidat.personnes) == (1, False, 3)
