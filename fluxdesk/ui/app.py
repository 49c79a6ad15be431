"""The program as Qt sees it: name, language, fonts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QFont, QFontDatabase, QIcon
from PySide6.QtWidgets import QApplication

from fluxdesk import __version__
from fluxdesk.resources import resource

if TYPE_CHECKING:
    from collections.abc import Sequence

FAMILLE = "Inter"
GRAISSES = ("Regular", "Medium", "SemiBold", "Bold")
CORPS_MINIMAL = 10.0  # points; systems that say nothing give 9, too small to read all day
CORPS = "fluxdesk_corps"


def creer_application(argv: Sequence[str]) -> QApplication:
    """The application, in French, with its fonts; the one already made where there is one."""
    QLocale.setDefault(QLocale(QLocale.Language.French, QLocale.Country.France))
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(list(argv))
    if app.property(CORPS) is not None:
        return app  # dressed already: another translator, or the fonts again, would pile up
    QCoreApplication.setApplicationName("FluxDesk")
    QCoreApplication.setOrganizationName("FluxDesk")
    QCoreApplication.setApplicationVersion(__version__)
    app.setWindowIcon(QIcon(str(resource("icons", "fluxdesk.svg"))))
    _speak_french(app)
    _load_fonts(app)
    return app


def _speak_french(app: QApplication) -> None:
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(QLocale(), "qtbase", "_", folder):
        app.installTranslator(translator)


def _load_fonts(app: QApplication) -> None:
    for weight in GRAISSES:
        QFontDatabase.addApplicationFont(str(resource("fonts", f"{FAMILLE}-{weight}.ttf")))
    size = max(app.font().pointSizeF(), CORPS_MINIMAL)
    app.setProperty(CORPS, size)
    font = QFont(FAMILLE)
    font.setPointSizeF(size)
    app.setFont(font)
