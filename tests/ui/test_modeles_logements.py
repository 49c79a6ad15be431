"""The list of dwellings is read block by block, as it is looked at."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from fluxdesk.services.rows import (
    LogementRow,
    TriLogements,
)
from fluxdesk.ui.models.lignes import ROLE_LIGNE
from fluxdesk.ui.models.logements import BLOC, COLONNES, EN_LECTURE, Bloc, LogementModel
from tests.ui.modeles_lus import textes, titres

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
MARDI = date(2026, 3, 3)


def logement(ident: int) -> LogementRow:
    return LogementRow(
        id=ident,
        reference=f"R{ident}",
        programme="Les Oliviers",
        adresse=f"{ident} rue Haute",
        commune="CALVI",
        typologie="T3",
        surface=66,
        etage="2",
        financement="PLAI",
        qpv="hors QPV",
        periode="1990-1999",
        dpe="C",
        loyer=40215,
    )


class TestLogements:
    """The virtual list asks for what is looked at, and for nothing else."""

    def model(self, count: int) -> tuple[LogementModel, list[int]]:
        model = LogementModel()
        asked: list[int] = []
        model.manque.connect(asked.append)
        model.montrer_ids(range(1, count + 1))
        return model, asked

    def test_a_cell_not_read_yet_asks_once_for_its_block(self) -> None:
        model, asked = self.model(1000)

        assert model.rowCount() == 1000
        assert textes(model, 300) == [EN_LECTURE] * len(COLONNES)
        assert textes(model, 301)[0] == EN_LECTURE
        assert asked == [300 // BLOC]
        assert list(model.ids_du_bloc(2)) == list(range(2 * BLOC + 1, 3 * BLOC + 1))

    def test_a_block_that_was_read_is_shown(self) -> None:
        model, _ = self.model(3)
        tester = QAbstractItemModelTester(model, FATAL)

        model.montrer_bloc(Bloc(model.tirage, 0, tuple(logement(i) for i in (1, 2, 3))))

        assert tester.model() is model
        assert textes(model, 1)[:5] == ["2 rue Haute", "CALVI", "Les Oliviers", "T3", "66\u00a0m²"]
        assert textes(model, 1)[-2:] == ["402,15\u00a0€", "R2"]
        assert model.index(1, 0).data(ROLE_LIGNE).id == 2
        assert model.identifiant(1) == 2
        assert model.rang_de(3) == 2
        assert model.rang_de(9) is None

    def test_a_block_of_an_older_list_is_thrown_away(self) -> None:
        model, _ = self.model(2)
        old = Bloc(model.tirage, 0, (logement(1), logement(2)))

        model.montrer_ids([2, 1])
        model.montrer_bloc(old)
        model.montrer_bloc(Bloc(model.tirage, 0, ()))

        assert textes(model, 0)[0] == EN_LECTURE

    def test_a_row_deleted_since_stays_unread(self) -> None:
        model, _ = self.model(2)

        model.montrer_bloc(Bloc(model.tirage, 0, (logement(1),)))

        assert textes(model, 1)[0] == EN_LECTURE

    def test_sorting_is_asked_for_not_done(self) -> None:
        model, _ = self.model(2)
        wanted: list[tuple[TriLogements, bool]] = []
        model.trier.connect(lambda key, down: wanted.append((key, down)))
        names = titres(model)

        model.sort(names.index("Loyer"), Qt.SortOrder.DescendingOrder)
        model.sort(names.index("DPE"))
        model.sort(-1)

        assert wanted == [(TriLogements.LOYER, True)]

    def test_unknown_values_are_left_empty(self) -> None:
        model, _ = self.model(1)
        row = LogementRow(
            **{
                f: getattr(logement(1), f)
                for f in LogementRow.__slots__
                if f not in {"surface", "loyer"}
            },
            surface=None,
            loyer=None,
        )

        model.montrer_bloc(Bloc(model.tirage, 0, (row,)))

        assert textes(model)[titres(model).index("Surface")] == ""
        assert textes(model)[titres(model).index("Loyer")] == ""
