"""Pictures of the acts on a vacancy: its time line, the answer to an offer, the dialog of acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.echec import CauseEchec
from fluxdesk.domain.vacance import Etape
from fluxdesk.ui.dialogs.issue import IssueDialog
from fluxdesk.ui.pages.vacances_gestes import Geste

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from fluxdesk.ui.main_window import MainWindow
    from fluxdesk.ui.pages.vacances import VacancesPage

ACTES = {
    Etape.A_ORIENTER: (Geste.PREAVIS, Geste.TRAVAUX),
    Etape.PROPOSEE: (Geste.TRANCHER, Geste.RETIRER, Geste.IMPUTER),
    Etape.ATTRIBUEE: (Geste.NOTIFIER, Geste.ACCORD),
}


def vacances(
    window: MainWindow, page: VacancesPage, attendre: Callable[[], None], folder: Path
) -> None:
    """One vacancy of each stage and its acts; nothing is written."""
    for stage, gestures in ACTES.items():
        _choisir(page, stage, attendre)
        window.grab().save(str(folder / f"vacance_{stage.name.lower()}.png"))
        for geste in gestures:
            page._faire(geste)
            attendre()
            if page.suivi.dialogue is not None:
                page.suivi.dialogue.grab().save(str(folder / f"acte_{geste.name.lower()}.png"))
                page.suivi.dialogue.reject()
                page.suivi.dialogue = None
    _repondre(page, attendre, folder)
    _au_titulaire(window, page, attendre, folder)


def _au_titulaire(
    window: MainWindow, page: VacancesPage, attendre: Callable[[], None], folder: Path
) -> None:
    """The dwelling that waits for the holder of its right, if one does."""
    held = next((row for row in page.liste.model.lignes if row.au_titulaire), None)
    if held is not None:
        page.montrer_objet(held.id)
        attendre()
        page._faire(Geste.PROPOSER)
        attendre()
        window.grab().save(str(folder / "titulaire.png"))
        page._revenir()
        attendre()


def _repondre(page: VacancesPage, attendre: Callable[[], None], folder: Path) -> None:
    _choisir(page, Etape.PROPOSEE, attendre)
    page._faire(Geste.REPONDRE)
    dialog = page.actes.dialogue
    if isinstance(dialog, IssueDialog):
        dialog.choisir(CauseEchec.REFUS_ETAGE)
        dialog.ui.nouveaux.setChecked(True)
        attendre()
        dialog.grab().save(str(folder / "reponse.png"))
        dialog.reject()


def _choisir(page: VacancesPage, etape: Etape, attendre: Callable[[], None]) -> None:
    """The first vacancy of the stage that a réservataire holds, if one may."""
    rows = [r for r in page.liste.model.lignes if r.etape is etape]
    held = [r for r in rows if r.destinataire != "Bailleur"]
    page.montrer_objet((held or rows)[0].id)
    attendre()
