"""Every control has a name for a screen reader, and no word is cut at one and a half times."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QTableView,
    QWidget,
)

from fluxdesk.domain.bailleur import Bailleur
from fluxdesk.services.enregistrer_regles import preparer_essai
from fluxdesk.services.ports import sans_progres
from fluxdesk.ui import theme
from fluxdesk.ui.aide import AIDES, boite_a_propos, boite_aide
from fluxdesk.ui.classeur import PAGES
from fluxdesk.ui.dialogs import assistant_travaux as travaux
from fluxdesk.ui.dialogs.assistant_import import AssistantImport
from fluxdesk.ui.dialogs.correction import CorrectionDialog
from fluxdesk.ui.dialogs.identite import IdentiteDialog
from fluxdesk.ui.dialogs.motif import MotifDialog
from fluxdesk.ui.dialogs.nouvelle_base import NouvelleBaseDialog
from fluxdesk.ui.dialogs.regles import ReglesDialog
from fluxdesk.ui.dialogs.sortie import SortieDialog
from fluxdesk.ui.pages.accueil import AccueilPage
from fluxdesk.ui.pages.aujourdhui import AujourdhuiPage
from fluxdesk.ui.pages.journal import JournalPage
from fluxdesk.ui.pages.patrimoine import PatrimoinePage
from fluxdesk.ui.pages.patrimoine_qualite import QualiteVue
from fluxdesk.ui.widgets.texte_coupe import TexteCoupe
from tests.journeys.classeur_erp import ecrire_erp
from tests.ui.faux import MAYOTTE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import (
        QApplication,
    )
    from pytestqt.qtbot import QtBot

    from fluxdesk.ui.contexte import Contexte
    from fluxdesk.ui.pages.page import Page

PATIENCE = 10_000
POSE = 50  # ms: what was just read is laid out at the next turns of the loop
COMMANDES = (
    QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox, QAbstractItemView,
    QProgressBar,
)  # fmt: skip


def accueil(_contexte: Contexte, _folder: Path) -> QWidget:
    page = AccueilPage(avec_demonstration=True)
    page.montrer_recents([MAYOTTE, MAYOTTE.with_name("autre.fluxdesk")])
    return page


def importation(contexte: Contexte, _folder: Path) -> QWidget:
    dialog = AssistantImport(contexte, MAYOTTE, None)
    dialog.commencer()
    return dialog


def assistant(rang: int, contexte: Contexte, folder: Path) -> QWidget:
    """A step of the assistant on a workbook of an ERP, everything read."""
    path = folder / "erp.xlsx"
    ecrire_erp(path)
    dialog = AssistantImport(contexte, path, None)
    bureau = contexte.bureau
    dialog.conduite.lecture = travaux.lire_tableau(bureau, path, None, sans_progres)
    order = travaux.Commande(lecture=dialog.conduite.lecture)
    dialog.conduite.essai = travaux.importer(bureau, order, essai=True, progress=sans_progres)
    dialog.montrer(rang)
    return dialog


def regles(contexte: Contexte, _folder: Path) -> QWidget:
    bureau = contexte.bureau
    trial = preparer_essai(base=bureau.base, horloge=bureau.horloge, territoires=bureau.territoires)
    return ReglesDialog(contexte, trial)


ECRANS: dict[str, Callable[[Contexte, Path], QWidget]] = {
    "accueil": accueil,
    "aujourdhui": lambda contexte, _f: AujourdhuiPage(contexte),
    "patrimoine": lambda contexte, _f: PatrimoinePage(contexte),
    "qualite": lambda contexte, _f: QualiteVue(contexte),
    "correction": lambda contexte, _f: CorrectionDialog([1], "dpe", contexte.bureau.territoires),
    "sortie": lambda contexte, _f: SortieDialog([1], contexte.bureau.horloge.aujourd_hui()),
    "journal": lambda contexte, _f: JournalPage(contexte),
    "identite": lambda _c, _f: IdentiteDialog(Bailleur(raison_sociale="OPH")),
    "motif": lambda _c, _f: MotifDialog("Annuler", "Annuler cette offre.", "Annuler"),
    "nouvelle base": lambda _c, folder: NouvelleBaseDialog(folder),
    "import": importation,
    **{f"assistant {rang + 1}": partial(assistant, rang) for rang in range(5)},
    "regles": regles,
}


@pytest.fixture
def grand(app: QApplication, qtbot: QtBot) -> Iterator[None]:
    """Text at 150 %."""
    font = app.font()
    large = app.font()
    large.setPointSizeF(font.pointSizeF() * 1.5)
    app.setFont(large)
    theme.appliquer(app, sombre=False)
    yield
    app.setFont(font)
    theme.appliquer(app, sombre=False)


def montrer(widget: QWidget, contexte: Contexte, qtbot: QtBot) -> None:
    qtbot.addWidget(widget)
    if not isinstance(widget, QDialog):
        widget.resize(1440, 900)
    widget.show()
    qtbot.waitUntil(lambda: contexte.tasks.en_cours == 0, timeout=PATIENCE)
    widget.grab()
    qtbot.waitUntil(lambda: contexte.tasks.en_cours == 0, timeout=PATIENCE)
    qtbot.wait(POSE)


def commandes(widget: QWidget) -> list[QWidget]:
    return [w for w in widget.findChildren(QWidget) if isinstance(w, COMMANDES) and w.isVisible()]


def nom(widget: QWidget) -> str:
    told = QAccessible.queryAccessibleInterface(widget)
    return told.text(QAccessible.Text.Name) or widget.accessibleName()


@pytest.mark.parametrize("screen", list(ECRANS))
def test_every_control_has_a_name_and_is_reached_by_the_keyboard(
    screen: str, contexte: Contexte, qtbot: QtBot, tmp_path: Path
) -> None:
    widget = ECRANS[screen](contexte, tmp_path)

    montrer(widget, contexte, qtbot)

    found = commandes(widget)
    assert found
    inner = ("qt_spinbox_lineedit", "qt_toolbar_ext_button")
    named = [w for w in found if w.objectName() not in inner and not _corner(w)]
    assert [repr(w) for w in named if not nom(w)] == []
    typed = (QAbstractButton, QLineEdit, QPlainTextEdit)
    reached = [
        w
        for w in found
        if isinstance(w, typed)
        and w.isEnabled()
        and not _corner(w)
        and not isinstance(w.parentWidget(), QLineEdit)
    ]
    assert [repr(w) for w in reached if not w.focusPolicy() & Qt.FocusPolicy.TabFocus] == []


@pytest.mark.parametrize("screen", list(ECRANS))
def test_no_word_is_cut_at_one_and_a_half_times(
    screen: str, contexte: Contexte, qtbot: QtBot, tmp_path: Path, grand: None
) -> None:
    widget = ECRANS[screen](contexte, tmp_path)

    montrer(widget, contexte, qtbot)

    assert [cut for w in widget.findChildren(QWidget) if (cut := coupe(w))] == []


def _corner(widget: QWidget) -> bool:
    """The corner button that Qt puts in each table, between two hidden headers."""
    return isinstance(widget, QAbstractButton) and isinstance(widget.parentWidget(), QTableView)


def coupe(widget: QWidget) -> str:
    """The words of a label or button that do not fit; empty where all do."""
    if not isinstance(widget, (QLabel, QAbstractButton)) or not widget.isVisible():
        return ""
    if isinstance(widget, TexteCoupe) or not widget.text():
        return ""
    if isinstance(widget, QLabel) and widget.wordWrap():
        fits = widget.height() >= widget.heightForWidth(widget.width()) - 1
        return "" if fits else widget.text()
    metrics = widget.fontMetrics()
    wide = max(metrics.horizontalAdvance(line) for line in widget.text().splitlines())
    fits = widget.width() >= wide and widget.height() >= metrics.ascent()
    return "" if fits else widget.text()


@pytest.mark.parametrize("page", PAGES, ids=[page.nom for page in PAGES])
def test_each_page_of_the_rail_has_its_help(page: type[Page], qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)

    box = boite_aide(page, owner)

    assert box.windowTitle() == f"Aide\u00a0: {page.titre}"
    assert "Ctrl+F" in box.informativeText()
    assert set(AIDES) == {page.nom for page in PAGES}


def test_about_names_the_versions(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)

    assert "PySide6" in boite_a_propos(owner).informativeText()


def test_a_recent_base_opens_from_the_first_page(qtbot: QtBot) -> None:
    page = AccueilPage(avec_demonstration=False)
    qtbot.addWidget(page)
    for _ in range(2):
        page.montrer_recents([MAYOTTE])
    button = [b for b in page.findChildren(QAbstractButton) if b.text() == MAYOTTE.stem][-1]

    with qtbot.waitSignal(page.recente) as told:
        button.click()

    assert told.args == [MAYOTTE]
