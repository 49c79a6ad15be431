"""The commune that a file means by its name, where it gives no INSEE code."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from fluxdesk.domain.titres import cle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from fluxdesk.domain.territoire import Commune

_ABREGES = {"st": "saint", "ste": "sainte"}
_OUTRE_MER = ("97", "98")
_POSTAL = 5
_CORSE, _BASTIA = "20", "202"  # 200.. and 201.. are of Corse-du-Sud, 202.. and 206.. of the north
_NORD = (_BASTIA, "206")
_MONTREES = 5


@dataclass(slots=True)
class NomsDeCommunes:
    """Communes by name, among the départements that the file or the base names.

    ``communes`` is asked for once, at the first name that is looked up.
    """

    communes: Callable[[], Iterable[Commune]]
    departements: frozenset[str] = frozenset()
    _par_nom: dict[str, list[Commune]] = field(default_factory=dict)

    def chercher(self, texte: str) -> Sequence[Commune]:
        """Every commune of that name there; anywhere, where no département is named."""
        if not self._par_nom:
            for commune in self.communes():
                self._par_nom.setdefault(_nom(commune.nom), []).append(commune)
        found = self._par_nom.get(_nom(texte), ())
        if not self.departements:
            return found
        return [commune for commune in found if commune.departement in self.departements]

    @property
    def situees(self) -> bool:
        """Whether départements are named: without them one commune of a name is but likely."""
        return bool(self.departements)


def dire_commune(trouvees: Sequence[Commune]) -> str:
    """What a name was read as, or which communes it may be; follows the value."""
    if len(trouvees) == 1:
        (only,) = trouvees
        return f"est un nom de commune : lu {only.code} ({only.nom})."
    named = ", ".join(f"{c.nom} ({c.code})" for c in trouvees[:_MONTREES])
    more = "…" if len(trouvees) > _MONTREES else ""
    return f"est le nom de plusieurs communes : {named}{more}. Écrivez le code Insee."


def est_nom(texte: str) -> bool:
    """Whether a cell names a commune: every INSEE code has figures, no name has."""
    return bool(texte.strip()) and not any(letter.isdecimal() for letter in texte)


def departement_postal(code: str) -> str:
    """The département of a postal code; empty where it is none. A few codes straddle two."""
    bare = code.strip().removesuffix(".0")
    if not (bare.isascii() and bare.isdecimal()) or len(bare) not in {_POSTAL - 1, _POSTAL}:
        return ""
    whole = bare.zfill(_POSTAL)
    if whole.startswith(_CORSE):
        return "2B" if whole.startswith(_NORD) else "2A"
    return whole[:3] if whole.startswith(_OUTRE_MER) else whole[:2]


def _nom(texte: str) -> str:
    return " ".join(_ABREGES.get(word, word) for word in cle(texte).split())
