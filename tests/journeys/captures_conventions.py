"""Pictures of the form of a convention, of its usual values and of its file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.services.demonstration_acteurs import ETAT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QStackedWidget, QTabWidget, QWidget

    from fluxdesk.ui.pages.conventions import ConventionsPage

    Attendre = Callable[[Callable[[], object]], None]


def conventions(page: ConventionsPage, attendre: Attendre, folder: Path) -> None:
    """Each heading of the form of the État, the usual values, each tab of its file."""
    names = [row.reservataire.nom for row in page.model.lignes]
    page.table.selectRow(names.index(ETAT))
    page.modifier.click()
    form = page.dialogue
    assert form is not None
    attendre(form.isVisible)
    _pages(form, form.ui.onglets, attendre, folder / "convention")
    form.ui.preregler.click()
    attendre(form.prereglages.isVisible)
    form.prereglages.grab().save(str(folder / "convention_prereglages.png"))
    form.prereglages.reject()
    form.reject()
    page.dossier.click()
    attendre(lambda: page.actes_dossier.dialogue)
    dossier = page.actes_dossier.dialogue
    assert dossier is not None
    _pages(dossier, dossier.onglets, attendre, folder / "dossier")
    dossier.reject()


def _pages(
    dialog: QWidget, pages: QStackedWidget | QTabWidget, attendre: Attendre, stem: Path
) -> None:
    for rank in range(pages.count()):
        pages.setCurrentIndex(rank)
        attendre(dialog.isVisible)
        dialog.grab().save(str(stem.with_name(f"{stem.name}_{rank:02}.png")))
