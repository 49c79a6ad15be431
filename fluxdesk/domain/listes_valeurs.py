"""The closed lists of a file's values: what importers take, and how people write it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from fluxdesk.domain.titres import cle

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def _jamais(_texte: str) -> str | None:
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Liste:
    """A closed list.

    ``valeurs`` gives the label of each value an importer takes, in the order to show them;
    ``variantes`` the value that other spellings stand for beyond doubt, by ``titres.cle``;
    ``douteuses`` spellings that usually stand for one, for the officer to confirm; ``lire``
    understands forms that no table can hold.
    """

    valeurs: Mapping[str, str]
    variantes: Mapping[str, str]
    douteuses: Mapping[str, str] = field(default_factory=dict)
    lire: Callable[[str], str | None] = _jamais

    def exacte(self, texte: str) -> str | None:
        """The value this text stands for beyond doubt."""
        known = cle(texte)
        return self.variantes.get(known) or self.lire(known)

    def connait(self, texte: str) -> bool:
        """Whether the text is one of the spellings, doubtful ones included."""
        return self.exacte(texte) is not None or cle(texte) in self.douteuses


def liste(
    valeurs: Mapping[str, str],
    variantes: Mapping[str, str],
    douteuses: Mapping[str, str] | None = None,
    lire: Callable[[str], str | None] = _jamais,
) -> Liste:
    """A closed list whose spellings are written by value, between ``|``.

    A value and its label are spellings of it, before any other.
    """
    spelled = _par_variante(variantes)
    spelled |= {cle(label): value for value, label in valeurs.items()}
    spelled |= {cle(value): value for value in valeurs}
    return Liste(
        valeurs=valeurs,
        variantes=spelled,
        douteuses=_par_variante(douteuses or {}),
        lire=lire,
    )


def _par_variante(variantes: Mapping[str, str]) -> dict[str, str]:
    return {cle(word): value for value, words in variantes.items() for word in words.split("|")}
