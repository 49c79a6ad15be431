"""Calls of the command line inside the process, for the tests."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from fluxdesk.bootstrap.charge import charger_rejeu
from fluxdesk.cli.racine import executer
from fluxdesk.cli.session import Outils

if TYPE_CHECKING:
    from collections.abc import Callable

    from fluxdesk.services.ports import Atelier


@dataclass(frozen=True, slots=True)
class Reponse:
    """What a command gave."""

    code: int
    sortie: str
    paroles: str

    @property
    def document(self) -> dict[str, object]:
        """The one JSON document on stdout."""
        found = json.loads(self.sortie)
        assert isinstance(found, dict)
        return found


@dataclass(slots=True)
class Appel:
    """A command line whose window and self-test only say that they were asked for."""

    atelier: Callable[[], Atelier]
    auto_test: Callable[[], tuple[str, ...]] = lambda: ("FluxDesk fonctionne.",)
    fenetres: list[tuple[Path | None, bool]] = field(default_factory=list)

    def __call__(self, *mots: object) -> Reponse:
        out, err = io.StringIO(), io.StringIO()
        outils = Outils(
            charger_atelier=self.atelier,
            charger_rejeu=charger_rejeu,
            ouvrir_fenetre=self._ouvrir,
            auto_test=self.auto_test,
            journaux=Path("/var/log/fluxdesk.log"),
        )
        code = executer([str(mot) for mot in mots], outils, resultat=out, paroles=err)
        return Reponse(code, out.getvalue(), err.getvalue())

    def _ouvrir(self, base: Path | None, *, demonstration: bool) -> int:
        self.fenetres.append((base, demonstration))
        return 0


def sans_atelier() -> Atelier:
    """An Atelier that no command under test should ask for."""
    message = "this command opens no base"
    raise AssertionError(message)
