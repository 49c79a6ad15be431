"""The small parts of the window: tables that copy, cut texts, bars, cards, dates."""

from __future__ import annotations

from datetime import UTC, date, datetime
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QDate, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QKeySequence

from fluxdesk.services.rows import FluxRow
from fluxdesk.ui import dates, theme
from fluxdesk.ui.models.flux import Col, FluxModel
from fluxdesk.ui.widgets.bandeau import Bandeau
from fluxdesk.ui.widgets.barre_flux import BarreFluxDelegate
from fluxdesk.ui.widgets.premiers_pas import Pas, PremiersPas
from fluxdesk.ui.widgets.recherche import Recherche
from fluxdesk.ui.widgets.table import Table
from fluxdesk.ui.widgets.texte_coupe import TexteCoupe

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


def parties(*given: tuple[str, int, int]) -> list[FluxRow]:
    return [
        FluxRow(
            cle=name, nom=name, parent="", part=2000, du=Fraction(owed), servi=served,
            retard=Fraction(owed - served),
        )
        for name, owed, served in given
    ]  # fmt: skip


@pytest.fixture
def table(qtbot: QtBot) -> Table:
    made = Table("Flux")
    qtbot.addWidget(made)
    model = FluxModel(made)
    model.montrer_flux(parties(("État <1>", 10, 5), ("Calvi", 4, 4)))
    made.setModel(model)
    return made


class TestTable:
    """Dense rows of tabular figures, copied as a table."""

    def test_ctrl_c_copies_the_chosen_rows_with_their_titles(
        self, table: Table, qtbot: QtBot
    ) -> None:
        table.hideColumn(Col.BARRE)
        table.selectAll()

        qtbot.keySequence(table, QKeySequence(QKeySequence.StandardKey.Copy))
        table.copier()

        copied = QGuiApplication.clipboard().mimeData()
        assert copied.text().splitlines() == [
            "Réservataire\tPart\tDû\tServi\tRetard",
            "État <1>\t20\u00a0%\t10,00\t5\t+5,00",
            "Calvi\t20\u00a0%\t4,00\t4\t0,00",
        ]
        assert "<td>État &lt;1&gt;</td>" in copied.html()

    def test_copying_nothing_leaves_the_clipboard(self, table: Table) -> None:
        QGuiApplication.clipboard().setText("avant")

        table.copier()

        assert QGuiApplication.clipboard().text() == "avant"

    def test_rows_follow_the_size_of_the_text(
        self, table: Table, app: QApplication, qtbot: QtBot
    ) -> None:
        before = table.verticalHeader().defaultSectionSize()
        font = app.font()
        large = app.font()
        large.setPointSizeF(font.pointSizeF() * 2)

        assert before == pytest.approx(table.fontMetrics().height() * 1.9, abs=1)
        app.setFont(large)
        qtbot.waitUntil(lambda: table.verticalHeader().defaultSectionSize() > before * 1.6)
        app.setFont(font)

        qtbot.waitUntil(lambda: table.verticalHeader().defaultSectionSize() == before)

    def test_columns_are_as_wide_as_what_they_show(self, table: Table) -> None:
        table.largeurs({Col.DU: "1 234,00", Col.RETARD: "0"})

        metrics = table.fontMetrics()
        assert table.columnWidth(Col.DU) > metrics.horizontalAdvance("1 234,00")
        assert table.columnWidth(Col.RETARD) > metrics.horizontalAdvance("Retard")

    def test_a_fitted_table_is_as_tall_as_its_rows(self, table: Table) -> None:
        table.ajuster()

        rows = 2 * table.verticalHeader().defaultSectionSize()
        assert rows < table.maximumHeight() <= rows + 2 * table.hauteur_ligne()

    def test_a_table_without_rows_has_a_size_too(self, qtbot: QtBot) -> None:
        bare = Table("Vide", nue=True)
        qtbot.addWidget(bare)
        bare.horizontalHeader().hide()

        assert bare.sizeHint().height() == 2
        assert bare.property("role") == "nue"


@pytest.mark.parametrize("dark", [False, True])
def test_the_bar_shows_served_and_the_mark_shows_owed(
    *, dark: bool, table: Table, app: QApplication
) -> None:
    theme.appliquer(app, sombre=dark)
    table.setItemDelegateForColumn(Col.BARRE, BarreFluxDelegate(table))
    table.resize(900, 300)
    table.show()
    cell = table.visualRect(table.model().index(0, Col.BARRE))
    shot = table.viewport().grab(cell).toImage()
    middle = shot.height() // 2

    colours = [shot.pixelColor(x, middle).name() for x in range(shot.width())]

    tokens = theme.jetons()
    bars = [x for x, colour in enumerate(colours) if colour == QColor(tokens.barre).name()]
    marks = [x for x, colour in enumerate(colours) if colour == QColor(tokens.repere).name()]
    assert bars
    assert marks
    assert max(bars) < min(marks)  # 5 served of 10 owed
    assert (max(bars) - min(bars)) / (max(marks) - min(bars)) == pytest.approx(0.5, abs=0.06)


def test_a_text_too_long_ends_with_dots_and_keeps_its_whole_in_the_tooltip(qtbot: QtBot) -> None:
    label = TexteCoupe("8 boulevard Wilson, CALVI, T2 PLUS", "doux")
    qtbot.addWidget(label)
    label.resize(80, 20)
    label.show()

    assert label.montre().endswith("…")
    assert label.toolTip() == "8 boulevard Wilson, CALVI, T2 PLUS"
    assert label.minimumSizeHint().width() == 0
    assert not label.grab().size().isEmpty()


def test_the_first_step_left_has_the_main_button(qtbot: QtBot) -> None:
    steps = PremiersPas()
    qtbot.addWidget(steps)
    told: list[str] = []
    steps.choisi.connect(told.append)

    for _ in range(2):  # shown again after each change
        steps.montrer(
            (
                Pas("patrimoine", "Patrimoine", "…", "Importer", fait=True),
                Pas("conventions", "Conventions", "…", "Saisir", fait=False),
                Pas("vacances", "Congé", "…", "Enregistrer", fait=False),
            )
        )
    first, second = steps.boutons()
    first.click()

    assert (first.text(), second.text()) == ("Saisir", "Enregistrer")
    assert first.property("role") == "principal"
    assert second.property("role") is None
    assert told == ["conventions"]


def test_a_search_waits_until_typing_stops(qtbot: QtBot) -> None:
    page = Table("Page")
    qtbot.addWidget(page)
    field = Recherche("Chercher", "Adresse…", page)
    told: list[str] = []
    field.cherche.connect(lambda: told.append(field.texte))

    qtbot.keyClicks(field, " rue ")

    assert told == []
    qtbot.waitUntil(lambda: told == ["rue"])


def test_the_band_tells_a_refusal_until_it_is_closed(qtbot: QtBot) -> None:
    band = Bandeau()
    qtbot.addWidget(band)

    band.alerter("Le fichier est illisible.")

    assert not band.isHidden()
    assert band.texte == "Le fichier est illisible."
    assert band.property("role") == "avis-retard"


def test_dates_cross_to_qt_and_back() -> None:
    day = date(2026, 3, 3)

    assert dates.en_qt(day) == QDate(2026, 3, 3)
    assert dates.de_qt(dates.en_qt(day)) == day
    assert dates.jour_entier(day) == "mardi 3 mars 2026"


def test_a_moment_is_said_by_its_hour_today_and_by_its_day_before() -> None:
    told = datetime(2026, 3, 3, 9, 42, tzinfo=UTC)
    local = told.astimezone()

    assert dates.quand_dit(told, local.date()) == f"à {local:%H:%M}"
    assert dates.quand_dit(told, date(2026, 3, 9)) == "le 3 mars 2026"


def test_icons_leave_room_before_the_words() -> None:
    plain = theme.icone("plus").pixmap(QSize(16, 16)).width()
    spaced = theme.icone("plus", ecart=0.25).availableSizes()

    assert plain == 16
    assert QSize(20, 16) in spaced


def test_the_focus_of_a_table_leaves_with_tab(table: Table) -> None:
    assert not table.tabKeyNavigation()
    assert table.focusPolicy() & Qt.FocusPolicy.TabFocus
