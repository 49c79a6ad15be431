"""The last stop of an error nobody caught: logged where it happened, told once, closed safely."""

from __future__ import annotations

import logging
import sys
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox

if TYPE_CHECKING:
    from types import TracebackType

    from PySide6.QtWidgets import QWidget

log = logging.getLogger(__name__)


class CrashHook(QObject):
    """Logs the error where it happened, then tells the GUI thread, once; shows nothing itself."""

    crashed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told = False

    def install(self) -> None:
        """Take over from Python, for every thread; Ctrl+C stays Python's."""
        sys.excepthook = self._catch
        threading.excepthook = self._catch_thread

    def uninstall(self) -> None:
        """Give back to Python."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def _catch_thread(self, args: threading.ExceptHookArgs) -> None:
        self._catch(args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback)

    def _catch(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if not issubclass(kind, Exception):
            sys.__excepthook__(kind, error, trace)
            return
        log.critical("uncaught", exc_info=(kind, error, trace))
        if not self._told:  # a model that fails in paint fails at every repaint
            self._told = True
            self.crashed.emit(f"{kind.__name__}: {error}")


def boite_de_panne(detail: str, parent: QWidget) -> QMessageBox:
    """The box that says the program must close, what is safe, and what to send for help."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Critical)
    box.setWindowTitle("FluxDesk doit fermer")
    box.setText("FluxDesk a rencontré une erreur imprévue et va se fermer.")
    box.setInformativeText(
        "Tout ce qui a été enregistré est dans la base\u00a0: rien n’est perdu. Rouvrez FluxDesk "
        "pour continuer. Si l’erreur revient, joignez le journal technique à votre demande d’aide."
    )
    box.setDetailedText(detail)
    box.addButton("Fermer FluxDesk", QMessageBox.ButtonRole.AcceptRole)
    return box
