"""The acts of the file of a convention: keep a signed PDF, give it back, take it away."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTemporaryDir, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from fluxdesk.services.joindre_document import (
    copier_document,
    documents_de,
    joindre_pdf,
    objet_convention,
    retirer_document,
)
from fluxdesk.services.versions_convention import versions
from fluxdesk.ui.contexte import Sujet
from fluxdesk.ui.dialogs.convention_dossier import DossierDialog, EtatDossier

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fluxdesk.domain.document import Document
    from fluxdesk.services.ports import Bureau, Progress
    from fluxdesk.ui.contexte import Contexte
    from fluxdesk.ui.models.conventions_lieux import Lieux

SUJETS = (Sujet.JOURNAL,)


def lire_dossier(bureau: Bureau, convention_id: int) -> EtatDossier:
    """Read what is behind a convention; runs on the worker."""
    with bureau.base.transaction() as uow:
        convention = uow.conventions.lire(convention_id)
        who = uow.reservataires.lire(convention.reservataire_id)
    return EtatDossier(
        nom=who.nom,
        convention=convention,
        versions=versions(convention_id, uow=bureau.base.transaction()),
        documents=documents_de(objet_convention(convention_id), uow=bureau.base.transaction()),
        jour=bureau.horloge.aujourd_hui(),
    )


class ActesDossier(QObject):
    """Opens the dialog of one convention, does what it asks, shows it again."""

    def __init__(self, contexte: Contexte, page: QWidget) -> None:
        super().__init__(page)
        self._contexte = contexte
        self._page = page
        self._lieux: Lieux | None = None
        self._ident = 0
        self.dialogue: DossierDialog | None = None
        self.copie: Path | None = None
        self._copies = QTemporaryDir()  # gone with the window

    def ouvrir(self, convention_id: int, lieux: Lieux) -> None:
        """Read the convention, then show its dialog."""
        self._ident, self._lieux = convention_id, lieux
        self._relire()

    def _relire(self) -> None:
        work = partial(lire_dossier, self._contexte.bureau, self._ident)
        self._contexte.lire(work, self._montrer)

    @Slot(object)
    def _montrer(self, etat: EtatDossier) -> None:
        if self.dialogue is not None:
            self.dialogue.montrer(etat)
            return
        if self._lieux is None:
            return
        dialog = DossierDialog(etat, self._lieux, self._page)
        asked = dialog.documents
        asked.jointure.connect(self._joindre)
        asked.copie.connect(self._copier)
        asked.ouverture.connect(self._ouvrir_copie)
        asked.retrait.connect(self._retirer)
        dialog.finished.connect(self._fermer)
        self.dialogue = dialog
        dialog.open()

    @Slot()
    def _fermer(self) -> None:
        if self.dialogue is not None:
            self.dialogue.deleteLater()
            self.dialogue = None

    @Slot(Path, str)
    def _joindre(self, chemin: Path, genre: str) -> None:
        work = partial(_joindre, self._contexte.bureau, chemin, self._ident, genre)
        self._contexte.agir("Document à joindre", work, self._fait, sujets=SUJETS)

    @Slot(int, str)
    def _retirer(self, ident: int, motif: str) -> None:
        work = partial(_retirer, self._contexte.bureau, ident, motif)
        self._contexte.agir("Retrait du document", work, self._fait, sujets=SUJETS)

    @Slot(int, Path)
    def _copier(self, ident: int, cible: Path) -> None:
        work = partial(_copier, self._contexte.bureau, ident, cible)
        self._contexte.agir("Copie du document", work, self._copie_faite, sujets=())

    @Slot(int)
    def _ouvrir_copie(self, ident: int) -> None:
        """The kept bytes stay in the base: what is opened is a copy."""
        target = Path(self._copies.filePath(f"document-{ident}.pdf"))
        work = partial(_copier, self._contexte.bureau, ident, target)
        self._contexte.agir("Ouverture du document", work, self._montrer_copie, sujets=())

    @Slot(object)
    def _fait(self, _result: object) -> None:
        self._relire()

    @Slot(object)
    def _copie_faite(self, cible: Path) -> None:
        self._contexte.avis.emit(f"Document enregistré\u00a0: {cible}")

    @Slot(object)
    def _montrer_copie(self, cible: Path) -> None:
        self.copie = cible
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(cible)))


def _joindre(bureau: Bureau, chemin: Path, ident: int, genre: str, _progress: Progress) -> int:
    return joindre_pdf(chemin, objet_convention(ident), genre, uow=bureau.base.transaction())


def _retirer(bureau: Bureau, ident: int, motif: str, _progress: Progress) -> Document:
    return retirer_document(ident, uow=bureau.base.transaction(), motif=motif)


def _copier(bureau: Bureau, ident: int, cible: Path, _progress: Progress) -> Path:
    return copier_document(ident, cible, uow=bureau.base.transaction())
