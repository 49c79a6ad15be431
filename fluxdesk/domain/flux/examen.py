"""One dwelling examined by the rule, then by the rules of law (moteur.md §4, regles.md 20-29)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from fluxdesk.domain.flux.eligibilite import Eligibilite
from fluxdesk.domain.flux.gardes import EffetGarde
from fluxdesk.domain.flux.parties import UN
from fluxdesk.domain.flux.proposition import Motif, Rang, Suggestion
from fluxdesk.domain.flux.tri import Trieur
from fluxdesk.domain.flux.veille import depasse, manquant

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fluxdesk.domain.flux.comptes import Comptes
    from fluxdesk.domain.flux.etat import Suivi
    from fluxdesk.domain.flux.gardes import ConstatGarde
    from fluxdesk.domain.flux.parties import Parametres
    from fluxdesk.domain.flux.proposition import Ecart, RaisonExclusion
    from fluxdesk.domain.flux.tri import Tri
    from fluxdesk.domain.flux.veille import Regard, Veille


@dataclass(frozen=True, slots=True)
class _Vue:
    """A rule of law that this dwelling triggers, and what it sees."""

    regard: Regard
    constat: ConstatGarde

    @property
    def contraint(self) -> bool:
        return self.constat.garde.effet is EffetGarde.CONTRAINTE


class Examen:
    """One dwelling examined against all the parties."""

    __slots__ = ("_arbre", "_comptes", "_suivi", "_tolerance", "_trieur", "_veille")

    def __init__(
        self,
        comptes: Comptes,
        veille: Veille,
        suivi: Suivi,
        parametres: Parametres,
        tolerance: Fraction,
    ) -> None:
        self._arbre = comptes.arbre
        self._comptes = comptes
        self._veille = veille
        self._suivi = suivi
        self._tolerance = tolerance
        self._trieur = Trieur(comptes, suivi, parametres, tolerance)

    def conclure(self) -> Suggestion:
        """Propose somebody and set down everything seen on the way.

        A landlord's turn after a consumed failure (R2) is a right already spent: no rule of law
        reads it again.

        Raises:
            AucunEligibleError: nobody may receive the dwelling.
        """
        nu = Eligibilite(self._arbre, self._suivi)
        libre = self._trieur.trier(nu, {})
        if libre.motif is Motif.REPRISE or not self._veille.regards:
            return self._poser(libre)
        plafonds = self._plafonds(nu)
        plafonnes = [vue.regard.feuilles for vue in plafonds if vue.contraint]
        eligibilite = Eligibilite(self._arbre, self._suivi, frozenset().union(*plafonnes))
        manques = self._manques(eligibilite)
        tenu = self._tenir(libre, eligibilite, manques)
        vues = [
            *(v for v in plafonds if v.contraint or tenu.feuille in v.regard.feuilles),
            *manques,
        ]
        if tenu.feuille == libre.feuille:
            return replace(self._poser(tenu), gardes=tuple(vue.constat for vue in vues))
        return replace(
            self._poser(tenu),
            motif=Motif.GARDE_LEGALE,
            gardes=tuple(_juge(vue, libre, tenu) for vue in vues),
            sans_garde=self._arbre.parties[libre.feuille].nom,
        )

    def _plafonds(self, eligibilite: Eligibilite) -> list[_Vue]:
        """List the caps that one dwelling more would exceed and that keep somebody out."""
        return [
            vue
            for vue in self._vues(plafond=True)
            if depasse(vue.constat) and any(map(eligibilite.recoit, vue.regard.feuilles))
        ]

    def _manques(self, eligibilite: Eligibilite) -> list[_Vue]:
        """List the parties that lack a dwelling by law and may receive this one."""
        return [
            vue
            for vue in self._vues(plafond=False)
            if manquant(vue.constat) and any(map(eligibilite.recoit, vue.regard.feuilles))
        ]

    def _vues(self, *, plafond: bool) -> Iterable[_Vue]:
        unite = self._suivi.unite
        for regard in self._veille.regards:
            if (regard.rang is None) is plafond and regard.case(unite) is not None:
                yield _Vue(regard, self._veille.constat(regard, unite))

    def _tenir(self, libre: Tri, eligibilite: Eligibilite, manques: Iterable[_Vue]) -> Tri:
        """Choose again under the constraints; where they change nobody, the bare motive stands."""
        devant: dict[int, int] = {}
        for vue in manques:
            if vue.contraint and vue.regard.rang is not None:
                for rang in self._arbre.lignees[vue.regard.rang]:
                    devant[rang] = max(devant.get(rang, 0), vue.constat.manque)
        force = self._trieur.trier(eligibilite, devant)
        if devant and force.feuille == libre.feuille:
            return self._trieur.trier(eligibilite, {})
        return force

    def _poser(self, tri: Tri) -> Suggestion:
        parties, suivi = self._arbre.parties, self._suivi
        reprise = tri.motif is Motif.REPRISE  # nobody else is even compared
        rangs = {
            rang: self._rang(tri, rang, raison)
            for rang, raison in tri.exclusions.items()
            if not reprise or rang in tri.choix.retenus
        }
        premier = tri.ordre[0]
        return Suggestion(
            unite=suivi.unite,
            choix=parties[premier].cle,
            sous_choix=None if tri.feuille == premier else parties[tri.feuille].cle,
            motif=tri.motif,
            tolerance=self._tolerance,
            classement=tuple(rangs[rang] for rang in tri.ordre),
            exclus=tuple(rang for rang in rangs.values() if rang.exclusion),
            horizon_urgence=tri.choix.horizon,
            refusants=tuple(parties[rang].cle for rang in suivi.refusants),
            sous_rangs=tuple(self._fiche(rang, raison) for rang, raison in tri.parts),
            noms_refusants=tuple(parties[rang].nom for rang in suivi.refusants),
            noms_carents=tuple(parties[rang].nom for rang in suivi.carents),
        )

    def _rang(self, tri: Tri, rang: int, raison: RaisonExclusion | None) -> Rang:
        notes = self._trieur.notes
        besoin = rang in tri.choix.besoins
        return self._fiche(rang, raison, notes.mixites[rang], notes.ecarts(rang), besoin=besoin)

    def _fiche(
        self,
        rang: int,
        exclusion: RaisonExclusion | None,
        mixite: Fraction = Fraction(0),
        ecarts: tuple[Ecart, ...] = (),
        *,
        besoin: bool = False,
    ) -> Rang:
        partie = self._arbre.parties[rang]
        compte = self._comptes.comptes[rang]
        retard = Fraction(compte.retard, UN)
        return Rang(
            cle=partie.cle,
            nom=partie.nom,
            du=Fraction(compte.du, UN),
            servi=compte.servi,
            retard=retard,
            mixite=mixite,
            score=retard + mixite,
            ecarts=ecarts,
            exclusion=exclusion,
            besoin=besoin,
            dernier=compte.dernier,
            parent=partie.parent,
            faute=Fraction(compte.faute, UN),
        )


def _juge(vue: _Vue, libre: Tri, tenu: Tri) -> ConstatGarde:
    """Mark a constraint that kept out who was first, or put first who is proposed."""
    ecarte = libre if vue.regard.rang is None else tenu
    return replace(vue.constat, decisif=vue.contraint and ecarte.feuille in vue.regard.feuilles)
