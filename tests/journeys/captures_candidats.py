"""Pictures of what follows an offer: candidates, the SNE memo, the text of an ad, the purge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.vacance import Etape

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from fluxdesk.ui.main_window import MainWindow
    from fluxdesk.ui.pages.vacances import VacancesPage


def _choisir(page: VacancesPage, etape: Etape, attendre: Callable[[], None]) -> None:
    page.liste.etapes.setCurrentIndex(page.liste.etapes.findData("toutes"))
    attendre()
    rows = [r for r in page.liste.model.lignes if r.etape is etape and r.destinataire != "Bailleur"]
    page.montrer_objet(rows[-1].id)
    attendre()


def suites(
    window: MainWindow, page: VacancesPage, attendre: Callable[[], None], folder: Path
) -> None:
    """Each dialog over the page Vacances; nothing is written."""
    asked = page.suites
    _choisir(page, Etape.PROPOSEE, attendre)
    asked.demander_candidats()
    attendre()
    people = asked.candidats.dialogue
    assert people is not None
    people.grab().save(str(folder / "candidats.png"))
    people.nouveau.click()
    attendre()
    assert asked.candidats.fiche is not None
    asked.candidats.fiche.grab().save(str(folder / "candidat.png"))
    asked.candidats.fiche.reject()
    people.reject()
    for stage, ask, name in (
        (Etape.BAIL_SIGNE, asked.demander_sne, "memo_sne"),
        (Etape.A_ORIENTER, asked.demander_annonce, "annonce"),
    ):
        _choisir(page, stage, attendre)
        ask()
        attendre()
        assert asked.dialogue is not None
        asked.dialogue.grab().save(str(folder / f"{name}.png"))
        asked.dialogue.reject()
    assert window.seance is not None
    purge = window.seance.purge
    purge.demander()
    attendre()
    assert purge.dialogue is not None
    purge.dialogue.grab().save(str(folder / "purge.png"))
    purge.dialogue.reject()
    page.liste.etapes.setCurrentIndex(0)
    attendre()
