"""Pages read and write through one context, which says what changed and what went wrong."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, NoReturn

import pytest
import shiboken6
from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.ui.contexte import Sujet

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from fluxdesk.services.ports import Progress
    from fluxdesk.ui.contexte import Contexte


class Vue(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[object] = []

    @Slot(object)
    def show_result(self, result: object) -> None:
        self.seen.append(result)


class Temoin(QObject):
    """Looks at the page before each event of the program: a click could be that event."""

    def __init__(self, vue: Vue) -> None:
        super().__init__()
        self._vue = vue
        self._ended = False
        self.found: set[tuple[bool, int]] = set()  # whether the work ended, results shown

    @Slot(str)
    def on_work(self, quoi: str) -> None:
        self._ended = not quoi

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.found.add((self._ended, len(self._vue.seen)))
        return False


@pytest.fixture
def vue(qtbot: QtBot) -> Vue:
    widget = Vue()
    qtbot.addWidget(widget)
    return widget


def _refuse() -> NoReturn:
    message = "La base est fermée."
    raise FluxDeskError(message)


def _fault() -> NoReturn:
    raise ZeroDivisionError


def test_what_is_read_on_the_worker_is_shown_in_the_window(
    contexte: Contexte, vue: Vue, qtbot: QtBot
) -> None:
    contexte.lire(lambda: threading.current_thread() is threading.main_thread(), vue.show_result)

    qtbot.waitUntil(lambda: vue.seen == [False])


def test_a_result_for_a_widget_that_is_gone_is_dropped(contexte: Contexte, qtbot: QtBot) -> None:
    gate = threading.Event()
    gone = Vue()
    contexte.lire(lambda: gate.wait(5), gone.show_result)

    shiboken6.delete(gone)
    gate.set()

    qtbot.waitUntil(lambda: contexte.tasks.en_cours == 0)
    assert gone.seen == []


def test_an_error_the_officer_can_mend_is_said_in_its_own_words(
    contexte: Contexte, vue: Vue, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(contexte.erreur) as told:
        contexte.lire(_refuse, vue.show_result)

    assert told.args == ["La base est fermée."]
    assert vue.seen == []


def test_a_fault_of_the_program_is_said_without_a_word_of_python(
    contexte: Contexte, vue: Vue, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(contexte.erreur) as told:
        contexte.lire(_fault, vue.show_result)

    assert "erreur imprévue" in told.args[0]
    assert "ZeroDivisionError" not in told.args[0]


def test_an_action_tells_its_result_then_what_it_changed(
    contexte: Contexte, vue: Vue, qtbot: QtBot
) -> None:
    said: list[str] = []
    contexte.travail.connect(said.append)
    order: list[object] = []
    contexte.change.connect(lambda subjects: order.append((list(vue.seen), subjects)))

    with qtbot.waitSignal(contexte.change):
        contexte.agir("Essai", lambda _p: 7, vue.show_result, sujets=[Sujet.VACANCES])

    assert order == [([7], frozenset({Sujet.VACANCES}))]
    assert said == ["Essai", ""]


def test_no_click_comes_between_the_end_of_an_action_and_its_result(
    contexte: Contexte, vue: Vue, qtbot: QtBot, qapp: QApplication
) -> None:
    witness = Temoin(vue)
    contexte.travail.connect(witness.on_work)

    qapp.installEventFilter(witness)
    contexte.agir("Essai", lambda _p: 7, vue.show_result, sujets=[])
    qtbot.waitUntil(lambda: contexte.tasks.en_cours == 0)
    qapp.removeEventFilter(witness)

    assert witness.found == {(False, 0), (True, 1)}


def test_a_second_action_is_refused_while_one_is_being_done(
    contexte: Contexte, vue: Vue, qtbot: QtBot
) -> None:
    gate = threading.Event()
    contexte.agir("Import", lambda _p: gate.wait(5), vue.show_result, sujets=[])

    with qtbot.waitSignal(contexte.erreur) as told:
        contexte.agir("Orientation", lambda _p: True, vue.show_result, sujets=[])
    gate.set()

    qtbot.waitUntil(lambda: len(vue.seen) == 1)
    assert "«\u00a0Import\u00a0» n’est pas terminé" in told.args[0]


def test_a_cancelled_action_changes_nothing_and_says_so(
    contexte: Contexte, vue: Vue, qtbot: QtBot
) -> None:
    gate = threading.Event()
    changed: list[object] = []
    contexte.change.connect(changed.append)

    def work(progress: Progress) -> None:
        gate.wait(5)
        progress(1, 2)

    contexte.agir("Import", work, vue.show_result, sujets=[Sujet.PATRIMOINE])
    with qtbot.waitSignal(contexte.avis) as told:
        contexte.annuler()
        gate.set()

    assert told.args == ["Import\u00a0: annulé, rien n’a été enregistré."]
    assert changed == []
    assert vue.seen == []


def test_cancelling_nothing_does_nothing(contexte: Contexte) -> None:
    contexte.annuler()

    assert contexte.tasks.en_cours == 0


def test_an_action_that_fails_lets_the_next_one_begin(
    contexte: Contexte, vue: Vue, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(contexte.erreur):
        contexte.agir("Congé", lambda _p: _refuse(), vue.show_result, sujets=[])
    contexte.agir("Congé", lambda _p: 1, vue.show_result, sujets=[])

    qtbot.waitUntil(lambda: vue.seen == [1])
