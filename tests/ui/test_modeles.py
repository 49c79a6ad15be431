"""The models show rows as the officer reads them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from fluxdesk.domain.vacance import Etape
from fluxdesk.services.rows import (
    ActionAFaire,
    AFaireRow,
    FluxRow,
    JournalRow,
    LogementRow,
    TriLogements,
    Urgence,
    VacanceRow,
)
from fluxdesk.ui.models.a_faire import AOrienterModel, quand
from fluxdesk.ui.models.flux import BarreFlux, Col, FluxModel, part_dite
from fluxdesk.ui.models.journal import JournalModel
from fluxdesk.ui.models.lignes import ROLE_LIGNE, ROLE_VALEUR
from fluxdesk.ui.models.logements import BLOC, COLONNES, EN_LECTURE, Bloc, LogementModel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QAbstractItemModel

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
MARDI = date(2026, 3, 3)


def textes(model: QAbstractItemModel, row: int = 0) -> list[str]:
    return [model.index(row, column).data() for column in range(model.columnCount())]


def dits(model: QAbstractItemModel, row: int) -> list[str | None]:
    spoken = Qt.ItemDataRole.AccessibleTextRole
    return [model.index(row, column).data(spoken) for column in range(model.columnCount())]


def titres(model: QAbstractItemModel) -> list[str]:
    across = Qt.Orientation.Horizontal
    return [model.headerData(column, across) for column in range(model.columnCount())]


def flux(nom: str, du: str, servi: int, *, parent: str = "", part: int | None = 2200) -> FluxRow:
    owed = Fraction(du)
    return FluxRow(
        cle=nom, nom=nom, parent=parent, part=part, du=owed, servi=servi, retard=owed - servi
    )


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


def vacance(adresse: str) -> VacanceRow:
    return VacanceRow(
        id=1,
        logement_id=1,
        reference="R1",
        adresse=adresse,
        commune="CALVI",
        typologie="T3",
        financement="PLAI",
        etape=Etape.A_ORIENTER,
        qualification="dans le flux",
        date_conge=date(2026, 2, 3),
        disponibilite=None,
        age_jours=28,
        orientation_id=None,
        destinataire="",
        numero_offre="",
        echeance=None,
    )


def test_the_flux_is_read_party_by_party_with_french_numbers() -> None:
    model = FluxModel()
    tester = QAbstractItemModelTester(model, FATAL)
    model.montrer_flux(
        [
            flux("État", "16.4", 15, part=3000),
            flux("État (prioritaires)", "13.75", 13, parent="État", part=2500),
            flux("Bailleur", "15.65", 18, part=None),
        ]
    )

    assert tester.model() is model
    assert textes(model, 0) == ["État", "30\u00a0%", "", "16,40", "15", "+1,40"]
    assert textes(model, 1)[0] == "\u2003prioritaires"
    assert textes(model, 2)[1] == ""
    assert textes(model, 2)[5] == "−2,35"
    bar = model.index(0, Col.BARRE)
    assert bar.data(ROLE_VALEUR) == BarreFlux(Fraction("16.4"), 15, Fraction("19.8"))
    assert bar.data(Qt.ItemDataRole.AccessibleTextRole) == "servi 15, dû 16,40"
    assert model.index(1, 0).data(Qt.ItemDataRole.ForegroundRole) is not None


def test_a_note_stands_under_its_party_and_says_what_figures_do_not() -> None:
    model = FluxModel()
    tester = QAbstractItemModelTester(model, FATAL)
    late = replace(flux("Ville", "2.5", 1), faute=Fraction("0.8"))
    small = replace(flux("Ville (part)", "0.5", 1, parent="Ville"), attente="1 logement attendu")
    model.montrer_flux([late, small, flux("CC", "1", 1)], Fraction("0.9"))

    assert tester.model() is model
    assert model.notes() == [1, 3]
    said = "dont 0,80 de retard faute de logement libéré sur son territoire"
    assert textes(model, 1) == [f"\u2003{said}", "", "", "", "", ""]
    assert textes(model, 3)[0] == "\u2003\u20031 logement attendu"
    assert dits(model, 0) == [
        "Ville",
        None,
        "servi 1, dû 2,50, à 0,90 près",
        None,
        None,
        f"1,50 logement de retard, {said}",
    ]
    assert dits(model, 1) == [f"Ville, {said}", None, None, None, None, None]
    assert dits(model, 2)[2] == "servi 1, dû 0,50"
    assert dits(model, 2)[5] == "0,50 logement d’avance"
    assert dits(model, 4)[5] == "ni retard ni avance"
    assert model.index(0, Col.BARRE).data(ROLE_VALEUR).tolerance == Fraction("0.9")
    assert model.index(1, Col.BARRE).data(ROLE_VALEUR) is None
    assert model.index(2, Col.BARRE).data(ROLE_VALEUR).tolerance is None
    assert model.index(1, 0).data(Qt.ItemDataRole.ForegroundRole) is not None


def test_an_empty_flux_shows_nothing() -> None:
    model = FluxModel()

    model.montrer_flux([])

    assert model.rowCount() == 0


@pytest.mark.parametrize(
    ("part", "text"),
    [(2200, "22\u00a0%"), (1250, "12,5\u00a0%"), (1, "0,01\u00a0%"), (0, "0\u00a0%"), (None, "")],
)
def test_a_share_is_said_as_short_as_it_can(part: int | None, text: str) -> None:
    assert part_dite(part) == text


@pytest.mark.parametrize(
    ("jour", "urgence", "text"),
    [
        (date(2026, 3, 1), Urgence.EN_RETARD, "En retard de 2\u00a0jours"),
        (date(2026, 2, 20), Urgence.AUJOURD_HUI, "Aujourd’hui"),
        (date(2026, 3, 4), Urgence.BIENTOT, "Demain"),
        (date(2026, 3, 5), Urgence.BIENTOT, "Jeudi"),
        (date(2026, 3, 10), Urgence.BIENTOT, "10 mars 2026"),
        (date(2027, 2, 28), Urgence.PLUS_TARD, "28 février 2027"),
    ],
)
def test_a_deadline_is_said_as_one_says_it(jour: date, urgence: Urgence, text: str) -> None:
    row = AFaireRow(
        jour=jour, urgence=urgence, titre="", detail="", action=ActionAFaire.OUVRIR_VACANCE
    )

    assert quand(row, MARDI) == text


@pytest.mark.parametrize(
    ("adresse", "lieu"), [("3 rue Basse", "3 rue Basse, CALVI"), ("", "R1, CALVI")]
)
def test_a_dwelling_without_address_is_named_by_its_reference(adresse: str, lieu: str) -> None:
    model = AOrienterModel()
    tester = QAbstractItemModelTester(model, FATAL)

    model.montrer([vacance(adresse)])

    assert tester.model() is model
    assert textes(model) == [lieu, "T3", "PLAI", "28\u00a0j"]


def test_the_journal_says_when_on_the_clock_of_the_officer() -> None:
    model = JournalModel()
    tester = QAbstractItemModelTester(model, FATAL)
    told = datetime(2026, 3, 3, 9, 42, tzinfo=UTC)

    model.montrer(
        [
            JournalRow(
                numero=12,
                quand=told,
                auteur="m.rossi",
                action="vacance.creer",
                objet="vacance:3",
                libelle="Congé enregistré",
                motif="",
                annulable=False,
            )
        ]
    )

    assert tester.model() is model
    assert textes(model) == ["12", f"{told.astimezone():%d/%m/%Y %H:%M}", "m.rossi",
                             "Congé enregistré", ""]  # fmt: skip


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


@pytest.mark.parametrize("make", [AOrienterModel, FluxModel, JournalModel, LogementModel])
def test_every_column_has_a_title_and_no_other_header(
    make: Callable[[], QAbstractItemModel],
) -> None:
    model = make()

    assert all(titres(model))
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.FontRole) is None
    assert model.data(QModelIndex()) is None
    for role in (Qt.ItemDataRole.TextAlignmentRole, Qt.ItemDataRole.ToolTipRole):
        model.headerData(0, Qt.Orientation.Horizontal, role)
