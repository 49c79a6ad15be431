"""The réservataire a file means, by the names the base knows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from fluxdesk.domain.proximite import Proche, approcher
from fluxdesk.domain.titres import cle

if TYPE_CHECKING:
    from collections.abc import Sequence

# Names of one and the same body, beyond doubt.
_MEMES = (frozenset(map(cle, ("Action Logement", "Action Logement Services", "ALS", "AL"))),)
# Names that usually mean one body, whose contingent remains to be told.
_VOISINS = (
    frozenset(
        map(
            cle,
            (
                "État", "Préfecture", "Préfet", "DDETS", "DDCS", "DRIHL", "DEETS", "DEAL",
                "contingent préfectoral", "services de l’État", "préfet du département",
            ),
        )
    ),
    frozenset(
        map(cle, ("Conseil départemental", "Département", "Conseil général", "CD", "CG"))
    ),
    frozenset(map(cle, ("Conseil régional", "Région", "CR"))),
)  # fmt: skip
# Words that say what kind of body it is, not which one.
_GENERIQUES = frozenset(
    [
        "ville", "commune", "mairie", "de", "d", "du", "des", "la", "le", "les", "l",
        "communaute", "agglomeration", "agglo", "communes", "urbaine", "metropole", "conseil",
        "departement", "departemental", "contingent", "reservataire", "services",
    ]
)  # fmt: skip
_ABREGES = {
    "st": "saint", "ste": "sainte", "min": "ministere", "dept": "departement",
    "dpt": "departement", "pref": "prefecture", "ca": "communaute", "cc": "communaute",
    "cu": "communaute", "lgt": "logement", "hopital": "centre hospitalier",
    "ch": "centre hospitalier", "chu": "centre hospitalier",
}  # fmt: skip
_VOISIN, _MEME_NOM, _VOISIN_PARMI = 85, 90, 78


@dataclass(slots=True)
class NomsConnus:
    """The names of the base, looked up by what files write."""

    noms: Sequence[str]
    _par_cle: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self._par_cle = {cle(nom): nom for nom in self.noms}

    def exact(self, texte: str) -> str | None:
        """The name, case and accents apart, or another name of the same body."""
        return self._par_cle.get(cle(texte)) or self._seul(_MEMES, cle(texte))

    def proche(self, texte: str) -> Proche | None:
        """The name it probably is; to be confirmed."""
        wanted = _developper(cle(texte))
        neighbour = self._seul(_VOISINS, wanted)
        if neighbour:
            return Proche(neighbour, _VOISIN)
        own = _propres(wanted)
        same = [nom for key, nom in self._par_cle.items() if own and _propres(key) == own]
        if len(same) == 1:
            return Proche(same[0], _MEME_NOM)
        among = next((n for word in wanted.split() if (n := self._seul(_VOISINS, word))), None)
        if among:
            return Proche(among, _VOISIN_PARMI)
        return approcher(wanted, self._par_cle.items())

    def _seul(self, groupes: Sequence[frozenset[str]], voulu: str) -> str | None:
        """The one known name that is in the same group."""
        for group in groupes:
            if voulu in group:
                found = [nom for key, nom in self._par_cle.items() if key in group]
                return found[0] if len(found) == 1 else None
        return None


def _developper(cle_: str) -> str:
    """The key with the usual abbreviations in full; single letters of « C.H. » are joined."""
    joined = cle_.replace("c h ", "ch ")
    return " ".join(_ABREGES.get(word, word) for word in joined.split())


def _propres(cle_: str) -> frozenset[str]:
    """The words that tell which body it is."""
    return frozenset(cle_.split()) - _GENERIQUES
