"""The look: two palettes, one style sheet, tinted icons, and the widgets made from them."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QDateEdit,
    QLabel,
    QPushButton,
    QStyleFactory,
)
from typing_extensions import override

from fluxdesk.resources import resource
from fluxdesk.ui.style import FEUILLE

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

Role = QPalette.ColorRole

SOMBRE_PROPRIETE = "fluxdesk_sombre"
COTE_ICONE = 16
ECART_ICONE = 0.25
MARGE_NOMBRE = 7
TAILLES_ICONE = (16, 20, 32, 40)  # 16 and 20 px at 100 % and 200 %


@dataclass(frozen=True, slots=True, kw_only=True)
class Jetons:
    """The colours of one palette, as #rrggbb (maquettes/README.md)."""

    fond: str
    panneau: str
    rail: str
    filet: str
    texte: str
    texte_doux: str
    accent: str
    sur_accent: str
    selection: str
    retard: str
    retard_fond: str
    alerte: str
    alerte_fond: str
    ok: str
    ok_fond: str
    barre: str
    repere: str


CLAIR = Jetons(
    fond="#f6f7f9",
    panneau="#ffffff",
    rail="#eef1f5",
    filet="#dfe3e8",
    texte="#1c2430",
    texte_doux="#5d6878",
    accent="#1d4f91",
    sur_accent="#ffffff",
    selection="#e6eef8",
    retard="#b3420a",
    retard_fond="#fdeee4",
    alerte="#8a6100",
    alerte_fond="#fbf1d6",
    ok="#1f6f4a",
    ok_fond="#e4f3ea",
    barre="#7aa3d4",
    repere="#1c2430",
)
SOMBRE = Jetons(
    fond="#14181e",
    panneau="#1b2027",
    rail="#171c22",
    filet="#303844",
    texte="#e6eaf0",
    texte_doux="#9aa6b6",
    accent="#7fb0ee",
    sur_accent="#0d1622",
    selection="#24324a",
    retard="#f0a070",
    retard_fond="#3b2a20",
    alerte="#e5c15c",
    alerte_fond="#372f19",
    ok="#7fd0a5",
    ok_fond="#1d3329",
    barre="#4f7fb8",
    repere="#e6eaf0",
)


class Etat(StrEnum):
    """A state that is shown by icon, word and tint."""

    RETARD = "retard"
    ALERTE = "alerte"
    OK = "ok"
    NEUTRE = "neutre"


def jetons() -> Jetons:
    """The colours in use."""
    app = QApplication.instance()
    return SOMBRE if app is not None and app.property(SOMBRE_PROPRIETE) else CLAIR


def appliquer(app: QApplication, *, sombre: bool) -> None:
    """Dress the whole program: Fusion, a full palette and the style sheet, at its font size.

    A program that wears just that keeps it: every widget alive would be dressed again.
    """
    tokens = SOMBRE if sombre else CLAIR
    sheet = _feuille(tokens, app.font().pointSizeF(), coche="sombre" if sombre else "clair")
    if app.property(SOMBRE_PROPRIETE) is sombre and app.styleSheet() == sheet:
        return
    app.setProperty(SOMBRE_PROPRIETE, sombre)
    app.setStyle(QStyleFactory.create("Fusion"))
    app.setPalette(_palette(tokens))
    app.setStyleSheet(sheet)


def _feuille(tokens: Jetons, corps: float, *, coche: str) -> str:
    return FEUILLE.substitute(
        asdict(tokens),
        corps=f"{corps:.1f}",
        titre=f"{corps * 1.5:.1f}",
        grand=f"{corps * 2:.1f}",
        fleche_bas=resource("icons", "fleche-bas.svg").as_posix(),
        fleche_haut=resource("icons", "fleche-haut.svg").as_posix(),
        coche=resource("icons", f"coche-{coche}.svg").as_posix(),
    )


def _palette(tokens: Jetons) -> QPalette:
    """Every role: Fusion draws check boxes and outlines from Mid, Dark and Light too."""
    palette = QPalette()
    for role, colour in (
        (Role.Window, tokens.fond),
        (Role.WindowText, tokens.texte),
        (Role.Base, tokens.panneau),
        (Role.AlternateBase, tokens.rail),
        (Role.Text, tokens.texte),
        (Role.Button, tokens.panneau),
        (Role.ButtonText, tokens.texte),
        (Role.BrightText, tokens.sur_accent),
        (Role.ToolTipBase, tokens.panneau),
        (Role.ToolTipText, tokens.texte),
        (Role.PlaceholderText, tokens.texte_doux),
        (Role.Highlight, tokens.accent),
        (Role.HighlightedText, tokens.sur_accent),
        (Role.Accent, tokens.accent),
        (Role.Link, tokens.accent),
        (Role.LinkVisited, tokens.accent),
        (Role.Light, tokens.panneau),
        (Role.Midlight, tokens.rail),
        (Role.Mid, tokens.filet),
        (Role.Dark, tokens.texte_doux),
        (Role.Shadow, tokens.filet),
    ):
        palette.setColor(role, QColor(colour))
    for role in (Role.Text, Role.WindowText, Role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.texte_doux))
    return palette


@cache
def _dessin(nom: str) -> bytes:
    return resource("icons", f"{nom}.svg").read_bytes()


def _image(svg: bytes, couleur: str, cote: int, marge: int) -> QPixmap:
    picture = QPixmap(cote + marge, cote)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    tinted = QByteArray(svg.replace(b"currentColor", couleur.encode()))
    QSvgRenderer(tinted).render(painter, QRectF(0, 0, cote, cote))
    painter.end()
    return picture


@cache
def _peinte(nom: str, couleur: str, eteinte: str, ecart: float) -> QIcon:
    """Painted once: a page has dozens of icons, and most are the same few."""
    icon = QIcon()
    for mode, tint in ((QIcon.Mode.Normal, couleur), (QIcon.Mode.Disabled, eteinte)):
        for size in TAILLES_ICONE:
            icon.addPixmap(_image(_dessin(nom), tint, size, round(size * ecart)), mode)
    return icon


def icone(nom: str, couleur: str | None = None, *, ecart: float = 0) -> QIcon:
    """The icon of this name in a colour, that of the text by default.

    ``ecart`` is room kept at its right, as a share of its side: Qt sets words too close.
    """
    tokens = jetons()
    return _peinte(nom, couleur or tokens.texte, tokens.texte_doux, ecart)


class Bouton(QPushButton):
    """A button whose icon follows the palette; ``principal`` is the one action of a page."""

    def __init__(self, texte: str, nom_icone: str | None, *, principal: bool) -> None:
        super().__init__(texte)
        self.setAutoDefault(True)  # Entrée presses the focused button, outside dialogs too
        self._icon_name = nom_icone
        self._main = principal
        if principal:
            self.setProperty("role", "principal")
        self._tint()

    def _tint(self) -> None:
        if self._icon_name:
            tint = jetons().sur_accent if self._main else None
            self.setIcon(icone(self._icon_name, tint, ecart=ECART_ICONE))
            self.setIconSize(QSize(round(COTE_ICONE * (1 + ECART_ICONE)), COTE_ICONE))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()


def bouton_principal(texte: str, icone: str | None = None) -> QPushButton:
    """The button of the one action a page is for."""
    return Bouton(texte, icone, principal=True)


def bouton(texte: str, icone: str | None = None) -> QPushButton:
    """An ordinary button."""
    return Bouton(texte, icone, principal=False)


def aerer(parent: QWidget) -> None:
    """Set figures off the border of their boxes: Qt 6.11 forgets the padding of a styled one."""
    for box in parent.findChildren(QAbstractSpinBox):
        if not isinstance(box, QDateEdit):
            box.lineEdit().setTextMargins(MARGE_NOMBRE, 0, 0, 0)


def couleurs_etat(etat: Etat) -> tuple[str, str]:
    """Text and ground of a state."""
    tokens = jetons()
    return {
        Etat.RETARD: (tokens.retard, tokens.retard_fond),
        Etat.ALERTE: (tokens.alerte, tokens.alerte_fond),
        Etat.OK: (tokens.ok, tokens.ok_fond),
        Etat.NEUTRE: (tokens.texte, tokens.rail),
    }[etat]


def etiquette_etat(texte: str, etat: Etat = Etat.NEUTRE) -> QLabel:
    """A badge: the word of a state on its tint."""
    label = QLabel(texte)
    label.setProperty("etat", etat.value)
    return label


def rhabiller(parent: QWidget) -> None:
    """Dress the labels again: a scroll area dresses them before the form names their roles."""
    for label in parent.findChildren(QLabel):
        label.style().polish(label)
