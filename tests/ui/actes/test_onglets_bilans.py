"""The page Bilans holds tabs; each reads when it is seen and out of date."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import pytest
from typing_extensions import override

from fluxdesk.ui.contexte import Sujet
from fluxdesk.ui.pages import bilans
from fluxdesk.ui.pages.bilans import BilansPage
from fluxdesk.ui.pages.onglet import Onglet

if TYPE_CHECKING:
    from fluxdesk.ui.contexte import Contexte
    from tests.ui.actes.conftest import Attendre, Montrer


class Compteur(Onglet):
    """A tab that counts its readings."""

    titre: ClassVar[str] = "Lectures"

    def __init__(self, contexte: Contexte) -> None:
        super().__init__(contexte)
        self.lectures = 0

    @override
    def recharger(self) -> None:
        super().recharger()
        self.lectures += 1


@pytest.fixture
def page(contexte: Contexte, montrer: Montrer, monkeypatch: pytest.MonkeyPatch) -> BilansPage:
    monkeypatch.setattr(bilans, "ONGLETS", (Compteur,))
    return montrer(BilansPage(contexte))


def test_a_tab_reads_when_it_is_shown_and_again_when_something_changed(
    page: BilansPage, contexte: Contexte, attendre: Attendre
) -> None:
    (tab,) = page.autres
    assert isinstance(tab, Compteur)
    assert tab.lectures == 0
    page.onglets.setCurrentIndex(1)
    assert page.onglets.tabText(1) == "Lectures"
    assert tab.lectures == 1
    contexte.change.emit(frozenset({Sujet.VACANCES}))
    attendre()
    assert tab.lectures == 2
    page.onglets.setCurrentIndex(0)
    page.onglets.setCurrentIndex(1)
    assert tab.lectures == 2


def test_the_year_and_the_buttons_belong_to_the_bilans(page: BilansPage) -> None:
    assert page.tous.isVisible()
    page.onglets.setCurrentIndex(1)
    assert not page.tous.isVisible()
    page.onglets.setCurrentIndex(0)
    assert page.tous.isVisible()
