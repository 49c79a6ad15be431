"""Pictures of the tabs of Bilans and of the new programmes, beside those of the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.ui.pages.bilans_equite import EquiteOnglet
from fluxdesk.ui.pages.bilans_previsionnel import PrevisionnelOnglet

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from fluxdesk.ui.main_window import MainWindow
    from fluxdesk.ui.pages.bilans import BilansPage
    from fluxdesk.ui.pages.patrimoine import PatrimoinePage


def onglets(
    window: MainWindow, page: BilansPage, attendre: Callable[[], None], folder: Path
) -> None:
    """Each tab after the first; nothing is written."""
    for rang in range(1, page.onglets.count()):
        page.onglets.setCurrentIndex(rang)
        attendre()
        window.grab().save(str(folder / f"bilans_{rang}.png"))
        if isinstance(tab := page.onglets.widget(rang), EquiteOnglet):
            tab.regler.click()
            attendre()
            assert tab.dialogue is not None
            tab.dialogue.grab().save(str(folder / "regle_equite.png"))
            tab.dialogue.reject()
        if isinstance(tab, PrevisionnelOnglet):
            tab.ajouter.click()
            attendre()
            assert tab.dialogue is not None
            tab.dialogue.grab().save(str(folder / "prevision.png"))
            tab.dialogue.reject()
    page.onglets.setCurrentIndex(0)
    rank = next(n for n, row in enumerate(page.model.lignes) if row.destinataire.epci)
    page.table.selectRow(rank)
    attendre()
    window.grab().save(str(folder / "bilans_epci.png"))


def programmes(page: PatrimoinePage, attendre: Callable[[], None], folder: Path) -> None:
    """The dialog of the new programmes, and the fiche of a residence; nothing is written."""
    acts = page.actes.neuf
    acts.action_programmes.trigger()
    attendre()
    assert acts.dialogue is not None
    acts.dialogue.nouveau.click()
    attendre()
    for rang in range(acts.dialogue.formulaire.onglets.count()):
        acts.dialogue.formulaire.onglets.setCurrentIndex(rang)
        attendre()
        acts.dialogue.grab().save(str(folder / f"programmes_neufs_{rang}.png"))
    acts.dialogue.reject()
    page.table.selectRow(0)
    acts.action_residence.trigger()
    attendre()
    assert acts.second is not None
    acts.second.grab().save(str(folder / "residence.png"))
    acts.second.reject()


def patrimoine(
    window: MainWindow, page: PatrimoinePage, attendre: Callable[[], None], folder: Path
) -> None:
    """What opens from the page Patrimoine."""
    programmes(page, attendre, folder)
    baux(window, attendre, folder)


def baux(window: MainWindow, attendre: Callable[[], None], folder: Path) -> None:
    """The leases to examine, what a séance says of one, the rule; nothing is written."""
    assert window.seance is not None
    acts = window.seance.baux
    acts.demander()
    attendre()
    assert acts.dialogue is not None
    acts.dialogue.table.selectRow(0)
    attendre()
    acts.dialogue.grab().save(str(folder / "baux.png"))
    acts.dialogue.examiner.click()
    assert acts.examen is not None
    acts.examen.grab().save(str(folder / "examen_occupation.png"))
    acts.examen.reject()
    acts.dialogue.regle.click()
    assert acts.regle is not None
    acts.regle.grab().save(str(folder / "regle_examens.png"))
    acts.regle.reject()
    acts.dialogue.reject()
