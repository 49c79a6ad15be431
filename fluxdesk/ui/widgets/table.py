"""The one table of the program: dense rows, tabular figures, copied as a table."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt
from PySide6.QtGui import QFont, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

HAUTEUR_LIGNE = 1.9  # times the height of the text (design: interface.md §5)
MARGE_CELLULE = 11  # padding of the style sheet, and Qt's own margin
RANGEES_MESUREES = 100
Mode = QHeaderView.ResizeMode


class Table(QTableView):
    """A read-only table of whole rows; Ctrl+C copies what is selected."""

    def __init__(self, nom: str, parent: QWidget | None = None, *, nue: bool = False) -> None:
        super().__init__(parent)
        self._souple: tuple[int, int] | None = None
        self.setAccessibleName(nom)
        if nue:  # inside a card, which draws the border
            self.setProperty("role", "nue")
        font = QFont()  # only the figures: family and size stay those of the program
        font.setFeature(QFont.Tag("tnum"), 1)
        self.setFont(font)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)  # Tab leaves the table: the keyboard is never caught
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(Mode.Fixed)
        header = self.horizontalHeader()
        header.setAccessibleName("Titres des colonnes")
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._fit_rows()
        copy = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self, self.copier)
        copy.setContext(Qt.ShortcutContext.WidgetShortcut)

    def hauteur_ligne(self) -> int:
        """Height of a row at the size of the text."""
        return round(self.fontMetrics().height() * HAUTEUR_LIGNE)

    def largeurs(self, exemples: dict[int, str]) -> None:
        """Make each named column as wide as this example, or as its title if that is wider."""
        metrics = self.fontMetrics()
        model = self.model()
        for column, example in exemples.items():
            title = str(model.headerData(column, Qt.Orientation.Horizontal) or "")
            widest = max(metrics.horizontalAdvance(example), metrics.horizontalAdvance(title))
            self.setColumnWidth(column, widest + 2 * MARGE_CELLULE + metrics.averageCharWidth())

    def etirer(self, colonne: int) -> None:
        """Give one column all the room that is left."""
        self.horizontalHeader().setStretchLastSection(False)
        self.horizontalHeader().setSectionResizeMode(colonne, Mode.Stretch)

    def etirer_au_moins(self, colonne: int, exemple: str) -> None:
        """Give one column the room that is left, never less than this example needs."""
        self.horizontalHeader().setStretchLastSection(False)
        self.largeurs({colonne: exemple})
        self._souple = (colonne, self.columnWidth(colonne))
        # A bar that appears takes the height of a row: the table asks for that much more.
        self.horizontalScrollBar().rangeChanged.connect(self.updateGeometry)

    def envelopper(self) -> None:
        """Let long texts go on below: each row is as high as it needs.

        Every row is measured when one changes, so beyond a hundred they keep one line.
        """
        self.setWordWrap(True)
        self.model().modelReset.connect(self._mesurer_rangees)
        self._mesurer_rangees()

    def _mesurer_rangees(self) -> None:
        few = self.model().rowCount() <= RANGEES_MESUREES
        self.verticalHeader().setSectionResizeMode(Mode.ResizeToContents if few else Mode.Fixed)
        self._fit_rows()

    def ajuster(self) -> None:
        """Never be taller than the rows there are: what follows the table comes right below."""
        self.setMaximumHeight(self.sizeHint().height())

    def rangs_choisis(self) -> list[int]:
        """Numbers of the selected rows, without an index for each: there may be thousands."""
        chosen = self.selectionModel().selection()
        ranges = (chosen.at(place) for place in range(chosen.count()))
        return sorted({row for one in ranges for row in range(one.top(), one.bottom() + 1)})

    def copier(self) -> None:
        """Copy the selected rows, titles first, as text and as a table for Word."""
        rows = sorted({index.row() for index in self.selectedIndexes()})
        if not rows:
            return
        model = self.model()
        columns = [
            section
            for place in range(model.columnCount())
            if not self.isColumnHidden(section := self.horizontalHeader().logicalIndex(place))
        ]
        titles = [
            str(model.headerData(column, Qt.Orientation.Horizontal) or "") for column in columns
        ]
        lines = [titles, *(_cells(model, row, columns) for row in rows)]
        data = QMimeData()
        data.setText("\n".join("\t".join(line) for line in lines))
        cells = "".join(
            "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in line) + "</tr>"
            for line in lines
        )
        data.setHtml(f"<table>{cells}</table>")
        QGuiApplication.clipboard().setMimeData(data)

    def _fit_rows(self) -> None:
        least = self.hauteur_ligne() if self.wordWrap() else 1
        self.verticalHeader().setMinimumSectionSize(least)
        self.verticalHeader().setDefaultSectionSize(self.hauteur_ligne())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit_rows()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._souple is not None:
            column, least = self._souple
            others = self.horizontalHeader().length() - self.columnWidth(column)
            self.setColumnWidth(column, max(least, self.viewport().width() - others))
        super().resizeEvent(event)

    @override
    def sizeHint(self) -> QSize:
        """Room for the rows there are, so that a short table in a card is not a tall hole."""
        model: QAbstractItemModel | None = self.model()  # None until one is set
        rows = model.rowCount() if model is not None else 0
        header = self.horizontalHeader().sizeHint().height() if self._has_header() else 0
        height = header + rows * self.verticalHeader().defaultSectionSize() + 2
        bar = self.horizontalScrollBar()
        if self._souple is not None and bar.maximum() > 0:
            height += bar.sizeHint().height()
        return QSize(super().sizeHint().width(), height)

    def _has_header(self) -> bool:
        return not self.horizontalHeader().isHidden()


def _cells(model: QAbstractItemModel, row: int, columns: list[int]) -> list[str]:
    return [str(model.index(row, column).data() or "") for column in columns]
