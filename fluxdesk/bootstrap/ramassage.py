"""Python's cyclic garbage, collected in the thread of the widgets and nowhere else.

Python collects wherever an allocation tips its counters, the worker included; a widget that is
part of a cycle would then be destroyed by the worker, and Qt crashes (seen, with a closed
window collected during an import). Qt wants its objects to die in the thread they live in.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_PERIODE = 1_000  # milliseconds


class Ramassage(QObject):
    """Takes collection over from Python until ``finir()``; made in the thread of the widgets."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._minuteur = QTimer(self)
        self._minuteur.timeout.connect(self.ramasser)
        self._minuteur.start(_PERIODE)

    @Slot()
    def ramasser(self) -> None:
        """Collect the generations that Python would have collected by now."""
        for generation, (count, limit) in enumerate(
            zip(gc.get_count(), gc.get_threshold(), strict=True)
        ):
            if count <= limit:
                return
            gc.collect(generation)

    def finir(self) -> None:
        """Collect what is left here, and give collection back to Python."""
        self._minuteur.stop()
        gc.collect()
        gc.enable()
