"""Write the files of the bilans from their page: those chosen, or the whole pack."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from fluxdesk.domain.typographie import typographier
from fluxdesk.services.editer_bilans import CommandeBilans, editer_bilans
from fluxdesk.ui.contexte import Sujet
from fluxdesk.ui.phrases import compte

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fluxdesk.services.ports import Bureau, Progress
    from fluxdesk.ui.pages.bilans import BilansPage


class EditionBilans(QObject):
    """Asks for a folder, writes on the worker, says what was written."""

    def __init__(self, page: BilansPage) -> None:
        super().__init__(page)
        self._page = page
        self._dossier = Path()
        page.un.clicked.connect(self._editer_choisis)
        page.tous.clicked.connect(self._editer_tous)

    @Slot()
    def _editer_tous(self) -> None:
        self._editer(None)

    @Slot()
    def _editer_choisis(self) -> None:
        chosen = [row.destinataire.cle for row in self._page.choisis()]
        if chosen:
            self._editer(chosen)

    def _editer(self, destinataires: Sequence[str] | None) -> None:
        page = self._page
        folder = QFileDialog.getExistingDirectory(page, "Dossier où écrire les bilans")
        if folder and page.periode is not None:
            self._dossier = Path(folder)
            commande = CommandeBilans(
                periode=page.periode,
                dossier=self._dossier,
                destinataires=destinataires,
                seuil=page.envoi.sous(),
            )
            page.contexte.agir(
                f"Édition des bilans {page.periode.nom}",
                partial(_editer, page.contexte.bureau, commande),
                self._annoncer,
                sujets=(Sujet.JOURNAL,),
            )

    @Slot(object)
    def _annoncer(self, fichiers: Sequence[Path]) -> None:
        written = compte(len(fichiers), "fichier écrit", "fichiers écrits")
        name = self._page.periode.nom if self._page.periode else ""
        self._page.annonce.dire(
            typographier(f"Bilans {name} : {written} dans « {self._dossier} »."),
            [("Ouvrir le dossier", "folder-open", self._ouvrir_dossier)],
        )

    @Slot()
    def _ouvrir_dossier(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._dossier)))


def _editer(bureau: Bureau, commande: CommandeBilans, progress: Progress) -> tuple[Path, ...]:
    return editer_bilans(commande, bureau=bureau, progress=progress)
