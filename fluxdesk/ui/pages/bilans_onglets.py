"""The tabs that the page Bilans shows beside the bilans themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.ui.pages.bilans_equite import EquiteOnglet
from fluxdesk.ui.pages.bilans_objectifs import ObjectifsOnglet
from fluxdesk.ui.pages.bilans_previsionnel import PrevisionnelOnglet

if TYPE_CHECKING:
    from fluxdesk.ui.pages.onglet import Onglet

# In the order shown, after « Bilans ».
ONGLETS: tuple[type[Onglet], ...] = (PrevisionnelOnglet, ObjectifsOnglet, EquiteOnglet)
