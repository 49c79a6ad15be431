"""The tabs that the page Bilans shows beside the bilans themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fluxdesk.ui.pages.onglet import Onglet

# In the order shown, after « Bilans ».
ONGLETS: tuple[type[Onglet], ...] = ()
