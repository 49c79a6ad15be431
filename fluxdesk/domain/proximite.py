"""How near two spellings are: to propose one for the other, never to decide."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from fluxdesk.domain.titres import cle

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SEUIL = 70  # under it nothing is proposed
_PLAFOND = 95  # however near, another spelling is no certainty
_CONTENU, _COUVERT = 70, 22  # one holds all the words of the other
_MOT_MIN = 3
_HESITATION, _DOUTE = 4, 15  # two answers as near as each other


@dataclass(frozen=True, slots=True)
class Proche:
    """The nearest answer and how near it is, from ``SEUIL`` to 95."""

    reponse: str
    confiance: int


def proximite(une: str, autre: str) -> int:
    """From 0 to 95 for two texts already made keys (``titres.cle``); their order is indifferent."""
    if une == autre:
        return _PLAFOND
    words, others = set(une.split()), set(autre.split())
    short, long = sorted((words, others), key=lambda found: (len(found), sum(map(len, found))))
    score = 0.0
    if short <= long and sum(map(len, short)) >= _MOT_MIN:
        score = _CONTENU + _COUVERT * sum(map(len, short)) / sum(map(len, long))
    if _chiffres(une) == _chiffres(autre):
        lined_up = (" ".join(sorted(words)), " ".join(sorted(others)))
        ratios = {_ratio(*sorted(pair)) for pair in {(une, autre), lined_up}}
        score = max(score, *(100 * ratio for ratio in ratios))
    return min(_PLAFOND, round(score))


def approcher(texte: str, reponses: Iterable[tuple[str, str]]) -> Proche | None:
    """The answer whose spelling is nearest; None where none comes near.

    ``reponses`` are (key of a spelling, answer). Where two answers are as near, the first is
    given with less confidence.
    """
    wanted = cle(texte)
    best: dict[str, int] = {}
    for spelling, answer in reponses:
        best[answer] = max(best.get(answer, 0), proximite(wanted, spelling))
    ranked = sorted(best.items(), key=lambda found: -found[1])
    if not ranked or ranked[0][1] < SEUIL:
        return None
    answer, near = ranked[0]
    if _hesite(ranked):
        near = max(SEUIL, near - _DOUTE)
    return Proche(answer, near)


def _hesite(classes: Sequence[tuple[str, int]]) -> bool:
    return len(classes) > 1 and classes[0][1] - classes[1][1] < _HESITATION


def _chiffres(texte: str) -> list[str]:
    """Figures never resemble each other: ``t99`` is not nearly ``t9``."""
    return [sign for sign in texte if sign.isdigit()]


def _ratio(une: str, autre: str) -> float:
    """The share of letters in common; 0 where it is surely under the threshold."""
    matcher = SequenceMatcher(None, une, autre, autojunk=False)
    needed = SEUIL / 100
    if matcher.real_quick_ratio() < needed or matcher.quick_ratio() < needed:
        return 0.0
    return matcher.ratio()
