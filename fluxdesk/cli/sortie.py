"""Where a command speaks: its result on stdout, everything else on stderr."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from fluxdesk.cli.valeurs import document

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class Sortie:
    """The two streams of a command; ``json`` turns the result into one JSON document."""

    def __init__(self, resultat: TextIO, paroles: TextIO, *, json: bool) -> None:
        self._resultat = resultat
        self._paroles = paroles
        self._json = json
        self._dernier = ""

    def rendre(self, valeur: object, texte: str) -> None:
        """Give the result: the value as JSON where it was asked for, else the French text."""
        print(document(valeur) if self._json else texte, file=self._resultat, flush=True)

    def dire(self, phrase: str) -> None:
        """Tell the person something that is not the result."""
        print(phrase, file=self._paroles, flush=True)

    def refuser(
        self,
        phrase: str,
        code: int,
        journal: Path | None = None,
        refus: Sequence[object] = (),
    ) -> int:
        """Say why nothing was done, to the person and to the program; the exit code.

        ``refus`` are the cells at fault, where the refusal is about some.
        """
        self.dire(phrase)
        if self._json:
            fault = {"erreur": phrase, "code": code, "journal": journal}
            if refus:
                fault["refus"] = refus
            print(document(fault), file=self._resultat, flush=True)
        return code

    def progres(self, fait: int, total: int, quoi: str = "") -> None:  # noqa: ARG002 - a Progress
        """A Progress: one line each time another thing is being done, so that logs stay short."""
        if quoi and quoi != self._dernier:
            self._dernier = quoi
            self.dire(f"{quoi}…")
