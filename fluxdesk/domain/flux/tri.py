"""Steps 3 to 7 of the rule: from the eligible parties to the leaf that receives (moteur.md §4)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fluxdesk.domain.flux.erreurs import AucunEligibleError
from fluxdesk.domain.flux.notes import Notes
from fluxdesk.domain.flux.parties import UN
from fluxdesk.domain.flux.proposition import Motif, RaisonExclusion
from fluxdesk.domain.flux.urgence import urgence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from fractions import Fraction

    from fluxdesk.domain.flux.comptes import Comptes
    from fluxdesk.domain.flux.eligibilite import Eligibilite
    from fluxdesk.domain.flux.etat import Suivi
    from fluxdesk.domain.flux.parties import Parametres


@dataclass(frozen=True, slots=True)
class Choix:
    """The outcome of steps 3 to 5, by rank: candidates come first, then those `retenus`."""

    motif: Motif | None
    candidats: frozenset[int]
    retenus: frozenset[int]
    horizon: int | None = None
    besoins: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Tri:
    """Who receives, and in what order the others come; parties are ranks.

    `ordre` ranks those in the running; `exclusions` gives the competing parties their reason to
    be out; `parts` compares the parts of the chosen party, level by level, the chosen first.
    """

    choix: Choix
    motif: Motif
    exclusions: Mapping[int, RaisonExclusion | None]
    ordre: tuple[int, ...]
    feuille: int
    parts: tuple[tuple[int, RaisonExclusion | None], ...]


class Trieur:
    """The rule applied to one dwelling, as often as the rules of law ask for it."""

    __slots__ = ("_arbre", "_comptes", "_parametres", "_suivi", "_tolerance", "notes")

    def __init__(
        self, comptes: Comptes, suivi: Suivi, parametres: Parametres, tolerance: Fraction
    ) -> None:
        self._arbre = comptes.arbre
        self._comptes = comptes
        self._parametres = parametres
        self._suivi = suivi
        self._tolerance = tolerance
        self.notes = Notes(comptes, suivi.unite, parametres)

    def trier(self, eligibilite: Eligibilite, manques: Mapping[int, int]) -> Tri:
        """Choose and rank.

        Args:
            eligibilite: who may receive.
            manques: parties that a rule of law puts before all others, with what they lack.

        Raises:
            AucunEligibleError: nobody may receive.
        """
        exclusions = {rang: eligibilite.exclusion(rang) for rang in self._arbre.racines}
        eligibles = [rang for rang, raison in exclusions.items() if raison is None]
        if not eligibles:
            raise AucunEligibleError(self._suivi.unite.cle)
        choix = self._choisir(eligibles)
        if manques:
            devant = frozenset(rang for rang in eligibles if rang in manques)
            choix = replace(
                choix, motif=Motif.GARDE_LEGALE, candidats=devant, retenus=choix.retenus | devant
            )
        for rang in eligibles:
            if rang not in choix.retenus:
                exclusions[rang] = RaisonExclusion.DEJA_SERVI
        ordre = tuple(sorted(choix.retenus, key=lambda rang: self._cle(choix, rang, manques)))
        feuille, parts = self._descendre(ordre[0], eligibilite, manques)
        motif = choix.motif or self._motif(ordre[0], eligibles)
        return Tri(choix, motif, exclusions, ordre, feuille, parts)

    def _choisir(self, eligibles: list[int]) -> Choix:
        """Narrow the eligible down to candidates (steps 3 to 5)."""
        if self._suivi.reprise and self._arbre.bailleur in eligibles:
            seul = frozenset({self._arbre.bailleur})
            return Choix(Motif.REPRISE, seul, seul)
        tous = frozenset(eligibles)
        retards = {rang: self._comptes.comptes[rang].retard for rang in eligibles}
        maximum = max(retards.values())
        en_tete = frozenset(rang for rang in eligibles if retards[rang] == maximum)
        minimum = (1 - self._tolerance) * UN
        admissibles = frozenset(rang for rang in eligibles if retards[rang] > minimum)
        if maximum >= self._tolerance * UN:
            return Choix(Motif.HORS_TOLERANCE, en_tete, admissibles | en_tete)
        if not admissibles:
            return Choix(Motif.AUCUN_RETARD, en_tete, tous)
        horizon, besoins = urgence(
            self._comptes, self._suivi.unite.jour, self._tolerance, self._parametres.horizon
        )
        urgents = besoins & admissibles
        if urgents and urgents != admissibles:  # an urgency of all narrows nothing
            return Choix(Motif.URGENCE, urgents, admissibles, horizon, besoins)
        return Choix(None, admissibles, admissibles)

    def _motif(self, premier: int, eligibles: Iterable[int]) -> Motif:
        """Tell lateness from mix when no constraint narrowed the choice."""
        retards = [self._comptes.comptes[rang].retard for rang in eligibles]
        plus_en_retard = self._comptes.comptes[premier].retard == max(retards)
        return Motif.PLUS_EN_RETARD if plus_en_retard else Motif.MIXITE

    def _cle(self, choix: Choix, rang: int, manques: Mapping[int, int]) -> tuple[int, ...]:
        """Sort candidates first, then by score and tie-breaks (step 7); smallest is best.

        Beyond the tolerance, and when nobody is late, lateness alone orders the others too.
        """
        compte = self._comptes.comptes[rang]
        tolerance = self._tolerance
        retard = compte.retard * tolerance.denominator
        if choix.motif is not Motif.AUCUN_RETARD:
            retard = max(retard, tolerance.numerator * UN)
        return (
            rang not in choix.candidats,
            -manques.get(rang, 0),
            -retard,
            -self.notes.scores[rang],
            -compte.retard,
            compte.dernier,
            rang,
        )

    def _descendre(
        self, rang: int, eligibilite: Eligibilite, manques: Mapping[int, int]
    ) -> tuple[int, tuple[tuple[int, RaisonExclusion | None], ...]]:
        """Give the dwelling to the most late part, then to its part, down to a leaf (step 7)."""
        vus: list[tuple[int, RaisonExclusion | None]] = []
        while self._arbre.enfants[rang]:
            parts = [
                (enfant, eligibilite.exclusion(enfant)) for enfant in self._arbre.enfants[rang]
            ]
            # Lateness alone compares the parts of a node: they carry no mix.
            parts.sort(key=lambda part: self._cle_part(part[0], part[1], manques))
            vus += parts
            rang = parts[0][0]
        return rang, tuple(vus)

    def _cle_part(
        self, rang: int, raison: RaisonExclusion | None, manques: Mapping[int, int]
    ) -> tuple[int, ...]:
        compte = self._comptes.comptes[rang]
        manque = manques.get(rang, 0)
        return (raison is not None, -manque, -compte.retard, compte.dernier, rang)
