"""Files to import: chosen in a menu or dropped on the window, taken one after the other."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog
from typing_extensions import override

from fluxdesk.ui.dialogs.assistant_import import AssistantImport

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from fluxdesk.domain.profil import Genre
    from fluxdesk.ui.contexte import Contexte

FICHIERS = "Tableaux (*.csv *.txt *.xlsx *.xlsm *.xls *.xlsb *.ods *.zip);;Tous les fichiers (*)"


class ActesAssistant(QObject):
    """Follows one base; one assistant at a time, the next file when it is closed."""

    def __init__(self, contexte: Contexte, fenetre: QWidget) -> None:
        super().__init__(contexte)
        self._contexte = contexte
        self._fenetre = fenetre
        self._attente: list[tuple[Path, Genre | None]] = []
        self._genre: Genre | None = None
        self._choix: QFileDialog | None = None
        self.dialogue: AssistantImport | None = None
        contexte.importer.connect(self.demander)
        fenetre.setAcceptDrops(True)
        fenetre.installEventFilter(self)

    @Slot()
    def demander_sans_genre(self) -> None:
        """Ask which files to import, of any kind."""
        self.demander(None)

    @Slot(object)
    def demander(self, genre: Genre | None) -> None:
        """Ask which files of this kind to import."""
        self._genre = genre
        dialog = QFileDialog(self._fenetre, "Importer un fichier", "", FICHIERS)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self._on_files)
        self._choix = dialog
        dialog.open()

    def prendre(self, chemins: Sequence[Path], genre: Genre | None = None) -> None:
        """Take these files one after the other."""
        self._attente += [(path, genre) for path in chemins]
        self._suivant()

    @Slot("QStringList")
    def _on_files(self, noms: list[str]) -> None:
        self.prendre([Path(name) for name in noms], self._genre)

    def _suivant(self) -> None:
        if self.dialogue is not None or not self._attente:
            return
        path, kind = self._attente.pop(0)
        self.dialogue = AssistantImport(self._contexte, path, kind, self._fenetre)
        self.dialogue.voir.connect(self._show)
        self.dialogue.finished.connect(self._on_close)
        self.dialogue.open()
        self.dialogue.commencer()

    @Slot()
    def _on_close(self) -> None:
        if self.dialogue is not None:
            self.dialogue.deleteLater()
            self.dialogue = None
        self._suivant()

    @Slot(str)
    def _show(self, page: str) -> None:
        self._contexte.ouvrir.emit(page, 0)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Files dropped anywhere on the window are imported; anything else is refused."""
        kinds = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)
        if event.type() not in kinds or not isinstance(event, QDropEvent):
            return super().eventFilter(watched, event)
        paths = fichiers_de(event)
        if not paths or self.dialogue is not None:
            event.ignore()
            return True
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() == QEvent.Type.Drop:
            self.prendre(paths)
        return True


def fichiers_de(event: QDropEvent) -> list[Path]:
    """The files of a drag; nothing where one of them is none, or is a folder."""
    data = event.mimeData()
    urls = data.urls() if data.hasUrls() else []
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    return paths if len(paths) == len(urls) and all(path.is_file() for path in paths) else []
