"""Both palettes can be read, cover everything Fusion draws, and follow the officer's choice."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from fluxdesk.ui import theme
from fluxdesk.ui.app import CORPS_MINIMAL, creer_application
from fluxdesk.ui.apparence import Apparence, Choix
from fluxdesk.ui.theme import CLAIR, SOMBRE, Etat
from tests.ui.faux import ReglagesDEssai

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from fluxdesk.ui.theme import Jetons

LISIBLE = 4.5  # contrast of text, WCAG AA


def _luminance(colour: str) -> float:
    parts = [QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF()]
    line = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * line[0] + 0.7152 * line[1] + 0.0722 * line[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("tokens", [CLAIR, SOMBRE], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("texte", "fond"),
        ("texte", "panneau"),
        ("texte", "selection"),
        ("texte_doux", "panneau"),
        ("texte_doux", "fond"),
        ("texte_doux", "rail"),
        ("accent", "selection"),
        ("sur_accent", "accent"),
        ("retard", "retard_fond"),
        ("alerte", "alerte_fond"),
        ("ok", "ok_fond"),
    ],
)
def test_every_text_can_be_read_on_its_ground(tokens: Jetons, text: str, ground: str) -> None:
    colours = asdict(tokens)

    assert contrast(colours[text], colours[ground]) >= LISIBLE


@pytest.mark.parametrize("dark", [False, True])
def test_the_palette_names_every_colour_that_fusion_draws_with(
    *, dark: bool, app: QApplication
) -> None:
    theme.appliquer(app, sombre=dark)

    tokens = SOMBRE if dark else CLAIR
    assert theme.jetons() is tokens
    palette = app.palette()
    for role, colour in (
        (QPalette.ColorRole.Window, tokens.fond),
        (QPalette.ColorRole.Base, tokens.panneau),
        (QPalette.ColorRole.Text, tokens.texte),
        (QPalette.ColorRole.Mid, tokens.filet),
        (QPalette.ColorRole.Dark, tokens.texte_doux),
    ):
        assert palette.color(role).name() == colour


@pytest.mark.parametrize("dark", [False, True])
def test_icons_take_the_colour_of_the_text(*, dark: bool, app: QApplication) -> None:
    theme.appliquer(app, sombre=dark)

    picture = theme.icone("plus").pixmap(QSize(40, 40)).toImage()

    inked = {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).alpha() == 255
    }
    assert inked == {theme.jetons().texte}


def test_a_button_changes_its_icon_with_the_palette(app: QApplication, qtbot: QtBot) -> None:
    button = theme.bouton("Copier", "copy")
    qtbot.addWidget(button)
    before = button.icon().cacheKey()

    theme.appliquer(app, sombre=True)

    assert button.icon().cacheKey() != before


@pytest.mark.parametrize("state", list(Etat))
def test_a_badge_says_its_state_in_a_word(state: Etat, qtbot: QtBot) -> None:
    badge = theme.etiquette_etat("En retard", state)
    qtbot.addWidget(badge)

    assert badge.text() == "En retard"
    assert badge.property("etat") == state.value
    text, ground = theme.couleurs_etat(state)
    assert contrast(text, ground) >= LISIBLE


def test_the_application_speaks_french_in_its_own_font(qtbot: QtBot) -> None:
    app = creer_application(["fluxdesk"])
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)

    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "Annuler"
    assert QLocale().language() == QLocale.Language.French
    assert app.font().family() == "Inter"
    assert app.font().pointSizeF() >= CORPS_MINIMAL
    assert creer_application(["fluxdesk"]) is app


def test_what_is_worn_already_is_not_put_on_again(app: QApplication, qtbot: QtBot) -> None:
    worn = app.style()

    theme.appliquer(app, sombre=False)
    assert app.style() is worn

    theme.appliquer(app, sombre=True)
    assert app.style() is not worn
    assert theme.icone("x") is not theme.icone("x", SOMBRE.retard)
    assert theme.icone("x", SOMBRE.retard) is theme.icone("x", SOMBRE.retard)


def test_the_choice_of_palette_is_kept(app: QApplication, qtbot: QtBot) -> None:
    settings = ReglagesDEssai()
    owner = QWidget()
    qtbot.addWidget(owner)
    look = Apparence(app, settings, owner)
    assert look.choix is Choix.SYSTEME

    look.choisir(Choix.SOMBRE)

    assert theme.jetons() is SOMBRE
    assert Apparence(app, settings, owner).choix is Choix.SOMBRE


def test_the_system_is_followed_unless_a_palette_was_chosen(
    app: QApplication, qtbot: QtBot
) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    look = Apparence(app, ReglagesDEssai(), owner)
    theme.appliquer(app, sombre=True)  # as if the system had been dark until now

    app.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert theme.jetons() is CLAIR

    look.choisir(Choix.SOMBRE)
    app.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert theme.jetons() is SOMBRE


def test_the_text_grows_and_shrinks_within_bounds(app: QApplication, qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    settings = ReglagesDEssai()
    look = Apparence(app, settings, owner)
    normal = app.font().pointSizeF()

    look.agrandir()
    assert app.font().pointSizeF() == pytest.approx(normal * 1.1)
    for _ in range(20):
        look.agrandir()
    assert look.zoom == 200
    for _ in range(20):
        look.reduire()
    assert look.zoom == 80
    look.taille_normale()

    assert app.font().pointSizeF() == pytest.approx(normal)
    settings.ecrire("zoom", "grand")
    assert look.zoom == 100
