"""Who may receive a dwelling, and why the others may not (moteur.md §4, step 2).

A party that counts new dwellings apart is not eligible for a first letting: moteur.md says nothing
of it, `Partie` says why. It is the last reason told, since an officer may still give it the
dwelling, out of its account.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.flux.proposition import RaisonExclusion

if TYPE_CHECKING:
    from fluxdesk.domain.flux.arbre import Arbre
    from fluxdesk.domain.flux.etat import Suivi

# Said of a divided party when its parts are out for several reasons: what happened first, unless
# a part may still be given the dwelling out of the flux.
_D_ABORD = (
    RaisonExclusion.NEUF_A_PART,
    RaisonExclusion.A_REFUSE,
    RaisonExclusion.CARENCE,
    RaisonExclusion.PLAFOND,
)


class Eligibilite:
    """The reasons that keep parties out of one dwelling; `plafonnes` are leaves at a legal cap."""

    __slots__ = ("_a_part", "_arbre", "_plafonnes", "_suivi", "_taux", "_territoires")

    def __init__(self, arbre: Arbre, suivi: Suivi, plafonnes: frozenset[int] = frozenset()) -> None:
        self._arbre = arbre
        self._suivi = suivi
        self._plafonnes = plafonnes
        self._taux = arbre.taux(suivi.unite.jour)
        lieu = arbre.lieu(suivi.unite)
        self._a_part = lieu.a_part
        self._territoires = {*lieu.territoires, *lieu.a_part, arbre.bailleur}

    def exclusion(self, rang: int) -> RaisonExclusion | None:
        """Tell why a party may not receive; a node needs a part that may."""
        if rang not in self._territoires:
            return RaisonExclusion.HORS_TERRITOIRE
        if self._taux[rang] is None:
            return RaisonExclusion.SANS_TAUX
        if self._arbre.parties[rang].suspendu:
            return RaisonExclusion.SUSPENDU
        enfants = self._arbre.enfants[rang]
        return self._du_noeud(enfants) if enfants else self._de_la_feuille(rang)

    def recoit(self, rang: int) -> bool:
        """Tell whether a party may receive, and with it all those it is a part of."""
        return all(self.exclusion(dessus) is None for dessus in self._arbre.lignees[rang])

    def _de_la_feuille(self, rang: int) -> RaisonExclusion | None:
        if rang in self._suivi.carents:
            return RaisonExclusion.CARENCE
        if rang in self._suivi.refusants:
            return RaisonExclusion.A_REFUSE
        if rang in self._a_part:
            return RaisonExclusion.NEUF_A_PART
        return RaisonExclusion.PLAFOND if rang in self._plafonnes else None

    def _du_noeud(self, enfants: tuple[int, ...]) -> RaisonExclusion | None:
        raisons = [self.exclusion(enfant) for enfant in enfants]
        if None in raisons:
            return None
        return next((raison for raison in _D_ABORD if raison in raisons), raisons[0])
