"""How each curve is told from the others: a colour of Okabe and Ito, and dashes."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from fluxdesk.ui.theme import CLAIR, SOMBRE, jetons

# Okabe & Ito (2008): white swallows the yellow, night the blue; black is the landlord's.
AUTRES = ("#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9")
COULEURS = {CLAIR: ("#0072B2", *AUTRES), SOMBRE: ("#F0E442", *AUTRES)}
# Seven patterns beside six colours: forty-two pairs, and no neighbours that share either.
TIRETS: tuple[tuple[float, ...], ...] = (
    (),
    (6, 2.5),
    (2, 2),
    (7, 2, 1.5, 2),
    (11, 3),
    (7, 2, 1.5, 2, 1.5, 2),
    (3.5, 1.5),
)
EPAISSEUR = 1.8
EPAISSEUR_CHOISIE = 2.8
ECHANTILLON = QSize(34, 12)


def couleur(style: int) -> QColor:
    """The colour of a curve; the landlord has that of the text."""
    tokens = jetons()
    tints = COULEURS[tokens]
    return QColor(tints[(style - 1) % len(tints)] if style else tokens.texte)


def plume(style: int, *, choisie: bool = False) -> QPen:
    """The pen of a curve."""
    pen = QPen(couleur(style), EPAISSEUR_CHOISIE if choisie else EPAISSEUR)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    dashes = TIRETS[(style - 1) % len(TIRETS)] if style else ()
    if dashes:
        pen.setDashPattern(dashes)
    return pen


def echantillon(style: int, rapport: float) -> QPixmap:
    """A short piece of the curve, for the legend; ``rapport`` is that of the screen's pixels."""
    picture = QPixmap(ECHANTILLON * rapport)
    picture.setDevicePixelRatio(rapport)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(plume(style))
    middle = ECHANTILLON.height() / 2
    painter.drawLine(QPointF(1, middle), QPointF(ECHANTILLON.width() - 3, middle))
    painter.end()
    return picture
