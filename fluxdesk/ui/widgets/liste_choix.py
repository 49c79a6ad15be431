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
    metrics = liste.fontMetrics()
    liste.addItems(noms)
    tall = round(HAUTEUR_LIGNE * metrics.height())
    for rank in range(liste.count()):
        liste.item(rank).setSizeHint(QSize(0, tall))
    liste.setFixedWidth(max(metrics.horizontalAdvance(name) for name in noms) + MARGE)
