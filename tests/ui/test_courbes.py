"""The curves of retard: their scale, their lines, and how mouse and keyboard walk them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester

from fluxdesk.ui import theme
from fluxdesk.ui.widgets.courbes import CONSIGNE, Courbes
from fluxdesk.ui.widgets.courbes_graphe import Graphe
from fluxdesk.ui.widgets.courbes_legende import CHOISIES, Legende, plus_changees
from fluxdesk.ui.widgets.courbes_style import COULEURS, TIRETS, couleur, plume
from fluxdesk.ui.widgets.courbes_trace import (
    Courbe,
    Trace,
    abscisses,
    echelle,
    etager,
    marques,
)

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

DEBUT = date(2025, 1, 1)
POINTS = 24


def courbe(rang: int, *, nom: str = "", part: bool = False, ecart: int = 0) -> Courbe:
    values = [(rang * 1700 + n * 900) % 14000 - 7000 for n in range(POINTS)]
    return Courbe(
        cle=str(rang),
        nom=nom or f"Réservataire {rang}",
        style=rang,
        fait=values,
        simule=[v + ecart for v in values],
        part=part,
    )


def trace(*courbes: Courbe) -> Trace:
    return Trace(
        jours=tuple(DEBUT + timedelta(days=15 * n) for n in range(POINTS)),
        courbes=courbes,
        tolerance=9300,
        titres=("Ce qui a été fait", "Ce qui aurait été fait"),
        mots=("fait", "simulé"),
    )


TROIS = trace(courbe(0, nom="Bailleur"), courbe(1, ecart=2000), courbe(2, part=True, ecart=9000))


@pytest.fixture
def dessin(qtbot: QtBot) -> Courbes:
    made = Courbes()
    qtbot.addWidget(made)
    made.resize(900, 300)
    made.montrer(TROIS, TROIS.courbes)
    made.show()
    qtbot.waitExposed(made)
    return made


# --- what is drawn, before any pixel ---------------------------------------------------------


def test_dwellings_of_one_day_stand_one_after_the_other_inside_it() -> None:
    days = [DEBUT, DEBUT, DEBUT + timedelta(days=1)]
    first = DEBUT.toordinal()
    assert abscisses(days) == (first, first + 0.5, first + 1)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        pytest.param(-9300, 9300, (-10000, -5000, 0, 5000, 10000), id="tolerance alone"),
        pytest.param(-500, 2500, (-1000, 0, 1000, 2000, 3000), id="small"),
        pytest.param(-90000, 260000, (-100000, 0, 100000, 200000, 300000), id="large"),
    ],
)
def test_marks_are_round_and_hold_everything(
    low: int, high: int, expected: tuple[int, ...]
) -> None:
    assert marques(low, high) == expected


def test_the_axis_names_months_days_or_years() -> None:
    words = [word for _, word in echelle(TROIS, TROIS.courbes).dates]
    assert words[:3] == ["janv.", "fév.", "mars"]
    short = Trace(
        jours=(DEBUT, DEBUT + timedelta(days=3)),
        courbes=(),
        tolerance=9300,
        titres=TROIS.titres,
        mots=TROIS.mots,
    )
    assert [word for _, word in echelle(short, ()).dates][:2] == ["1 janv.", "2 janv."]
    long = Trace(
        jours=(DEBUT, date(2027, 2, 1)),
        courbes=(),
        tolerance=9300,
        titres=TROIS.titres,
        mots=TROIS.mots,
    )
    assert "2026" in [word for _, word in echelle(long, ()).dates]


def test_the_scale_of_one_day_has_some_room() -> None:
    alone = Trace(jours=(DEBUT,), courbes=(), tolerance=1, titres=TROIS.titres, mots=TROIS.mots)
    first, last = echelle(alone, ()).etendue
    assert last > first


def test_names_that_would_touch_are_moved_apart_inside_the_frame() -> None:
    assert etager([10, 12, 14], 16, 200) == [10, 26, 42]
    assert etager([190, 195, 199], 16, 200) == [168, 184, 200]
    assert etager([], 16, 200) == []


def test_forty_parties_are_told_apart() -> None:
    assert len({(plume(n).color().name(), tuple(plume(n).dashPattern())) for n in range(43)}) == 43
    assert len(TIRETS) * len(COULEURS[theme.CLAIR]) == 42
    assert plume(3, choisie=True).widthF() > plume(3).widthF()


def test_night_has_its_own_colours(app: QApplication) -> None:
    day = couleur(1)
    theme.appliquer(app, sombre=True)
    assert couleur(1) != day
    assert couleur(0) == QColor(theme.SOMBRE.texte)


# --- the graphs ------------------------------------------------------------------------------


def test_lines_names_and_tolerance_are_on_the_picture(dessin: Courbes) -> None:
    shown = dessin.graphes[0].grab().toImage()
    seen = {
        shown.pixelColor(x, y).name() for x in range(shown.width()) for y in range(shown.height())
    }
    assert {theme.CLAIR.selection, couleur(1).name(), couleur(2).name()} <= seen
    assert [label.text() for label in dessin.titres] == list(TROIS.titres)


def test_the_keyboard_walks_points_and_parties(dessin: Courbes, qtbot: QtBot) -> None:
    assert dessin.lecture == CONSIGNE
    told: list[str] = []
    dessin.lue.connect(told.append)
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Down):
        qtbot.keyClick(dessin, key)
    assert dessin.curseur == (1, "1")
    assert told[-1] == dessin.lecture
    assert dessin.lecture.startswith("16 janvier 2025, Réservataire 1\u00a0: ")
    assert dessin.lecture.endswith("fait, −0,24 simulé")
    assert dessin.accessibleDescription() == dessin.lecture
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_Up):
        qtbot.keyClick(dessin, key)
    assert dessin.curseur == (POINTS - 1, "0")
    for key in (Qt.Key.Key_PageUp, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_A):
        qtbot.keyClick(dessin, key)
    assert dessin.curseur == (POINTS - 12, "0")
    qtbot.keyClick(dessin, Qt.Key.Key_End)
    assert dessin.curseur == (POINTS - 1, "0")


def test_the_mouse_finds_the_nearest_curve_and_leaves_nothing_behind(
    dessin: Courbes, qtbot: QtBot
) -> None:
    graph = dessin.graphes[1]
    frame = graph._cadre()
    place = QPoint(int(frame.left()), int(graph._y(frame, TROIS.courbes[2].simule[0])))
    qtbot.mouseMove(graph, place + QPoint(40, 0))
    qtbot.mouseMove(graph, place)
    assert dessin.curseur == (0, "2")
    dessin.grab()
    dessin.clearFocus()
    dessin.leaveEvent(QEvent(QEvent.Type.Leave))
    assert dessin.curseur is None


def test_the_keyboard_keeps_its_place_when_the_mouse_goes(dessin: Courbes) -> None:
    dessin.activateWindow()
    dessin.setFocus()
    dessin.pointer(2, "1")
    dessin.leaveEvent(QEvent(QEvent.Type.Leave))
    assert dessin.curseur == (2, "1")
    dessin.grab()


def test_the_picture_is_copied_without_the_mark(dessin: Courbes) -> None:
    dessin.pointer(2, "1")
    QGuiApplication.clipboard().clear()
    dessin.copier()
    assert QGuiApplication.clipboard().pixmap().width() >= 900
    assert dessin.curseur == (2, "1")


def test_a_curve_that_is_not_drawn_is_not_marked(dessin: Courbes) -> None:
    dessin.choisir("9")
    marks = [dessin.curseur]
    for cle in ("1", "0"):
        dessin.choisir(cle)
        marks.append(dessin.curseur)
    dessin.montrer(TROIS, TROIS.courbes[1:])
    assert [*marks, dessin.curseur] == [None, (POINTS - 1, "1"), (POINTS - 1, "0"), None]


def test_without_a_simulation_there_is_nothing_to_walk(qtbot: QtBot) -> None:
    empty = Courbes()
    qtbot.addWidget(empty)
    empty.resize(600, 200)
    empty.show()
    qtbot.keyClick(empty, Qt.Key.Key_Right)
    empty.choisir("1")
    empty.graphes[0].grab()
    qtbot.mouseMove(empty.graphes[0], QPoint(20, 20))
    assert empty.curseur is None
    assert empty.lecture == CONSIGNE


def test_forty_names_keep_to_the_room_there_is(qtbot: QtBot) -> None:
    many = trace(*(courbe(n, nom="Communauté d’agglomération du Très Long Nom") for n in range(40)))
    graph = Graphe(simulees=True)
    qtbot.addWidget(graph)
    graph.resize(420, 160)
    graph.montrer(many.courbes, echelle(many, many.courbes), many.tolerance)
    graph.show()
    graph.grab()
    assert graph._cadre().width() > 150
    graph.changeEvent(QEvent(QEvent.Type.PaletteChange))
    assert not graph._images


# --- the legend ------------------------------------------------------------------------------


def test_the_legend_checks_what_changed_most_then_what_is_asked(qtbot: QtBot) -> None:
    many = [courbe(n, ecart=n * 100, part=n == 7) for n in range(9)]
    legend = Legende()
    qtbot.addWidget(legend)
    QAbstractItemModelTester(legend.model)
    legend.montrer(many)
    legend.show()
    assert [c.cle for c in legend.model.visibles] == ["4", "5", "6", "8"]
    assert len(plus_changees(many)) == CHOISIES
    most, everything, nothing = legend.boutons
    everything.click()
    assert len(legend.model.visibles) == 9
    nothing.click()
    assert legend.model.visibles == ()
    most.click()
    assert len(legend.model.visibles) == CHOISIES


def test_space_checks_a_line_and_the_line_chosen_is_told(qtbot: QtBot) -> None:
    legend = Legende()
    qtbot.addWidget(legend)
    legend.model.cocher(())
    legend.montrer(TROIS.courbes)
    legend.show()
    told: list[str] = []
    legend.choisie.connect(told.append)
    list_view = legend.liste
    list_view.setCurrentIndex(legend.model.index(2))
    assert told == ["2"]
    assert not {"2"} & {c.cle for c in legend.model.visibles}
    qtbot.keyClick(list_view, Qt.Key.Key_Space)
    assert {"2"} <= {c.cle for c in legend.model.visibles}
    index = legend.model.index(2)
    assert str(index.data()).startswith("\u2003")
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "Réservataire 2"
    assert not legend.model.setData(index, "x", Qt.ItemDataRole.EditRole)
