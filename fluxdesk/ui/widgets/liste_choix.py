"""A narrow list of names to choose from, at the left of what each shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from fluxdesk.ui.widgets.table import HAUTEUR_LIGNE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QListWidget

MARGE = 36  # the padding of an item, the borders, and a little air


def garnir(liste: QListWidget, noms: Sequence[str]) -> None:
    """Fill the list, as wide as its longest name, its rows as tall as those of a table."""
    remplir(liste, noms)
    metrics = liste.fontMetrics()
    liste.setFixedWidth(max(metrics.horizontalAdvance(name) for name in noms) + MARGE)


def remplir(liste: QListWidget, lignes: Sequence[str]) -> None:
    """Replace the rows, as tall as those of a table."""
    liste.clear()
    liste.addItems(lignes)
    regler_hauteurs(liste)


def regler_hauteurs(liste: QListWidget) -> None:
    """Make every row of a list as tall as those of a table."""
    tall = round(HAUTEUR_LIGNE * liste.fontMetrics().height())
    for rank in range(liste.count()):
        liste.item(rank).setSizeHint(QSize(0, tall))
