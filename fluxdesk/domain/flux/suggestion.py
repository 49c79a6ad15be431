"""Who should receive the next dwelling: the rule QMT, exactly (moteur.md §4, steps 1 to 8)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from fluxdesk.domain.flux.erreurs import AucunEligibleError, DejaServiError
from fluxdesk.domain.flux.etat import Suivi
from fluxdesk.domain.flux.mixite import du_mixte, recu_mixte
from fluxdesk.domain.flux.parties import UN
from fluxdesk.domain.flux.urgence import urgence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fluxdesk.domain.flux.comptes import Comptes
    from fluxdesk.domain.flux.parties import Axe, Parametres, Unite
    from fluxdesk.domain.flux.registre import Registre


class Motif(StrEnum):
    """Why the chosen party comes first."""

    PLUS_EN_RETARD = "plus_en_retard"
    MIXITE = "mixite"
    URGENCE = "urgence"
    HORS_TOLERANCE = "hors_tolerance"
    AUCUN_RETARD = "aucun_retard"
    REPRISE = "reprise"  # a consumed refusal (R2) gives the dwelling to the landlord, uncounted


class RaisonExclusion(StrEnum):
    """Why a party is not in the running for this dwelling."""

    HORS_TERRITOIRE = "hors_territoire"
    SUSPENDU = "suspendu"
    A_REFUSE = "a_refuse"
    SANS_TAUX = "sans_taux"
    DEJA_SERVI = "deja_servi"


@dataclass(frozen=True, slots=True)
class Ecart:
    """A mix line, in dwellings: D_iv, X_iv and their difference, before clipping."""

    axe: Axe
    valeur: str
    du: Fraction
    recu: int
    ecart: Fraction


@dataclass(frozen=True, slots=True)
class Rang:
    """One party before this dwelling, in dwellings: score = retard + mixite.

    `besoin` marks the parties that an urgency concerns; `dernier` is the turn of the last
    offer made to the party, 0 if none: the smallest wins a tie.
    """

    cle: str
    nom: str
    du: Fraction
    servi: int
    retard: Fraction
    mixite: Fraction
    score: Fraction
    ecarts: tuple[Ecart, ...]
    exclusion: RaisonExclusion | None
    besoin: bool
    dernier: int = 0
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The party proposed for a dwelling and everything that led to it.

    `classement` holds the parties in the running, the chosen one first; `exclus` the others,
    each with its reason. Where the choice is divided into parts, `sous_choix` is the part that
    receives and `sous_rangs` the parts compared, level by level, the chosen one first.
    """

    unite: Unite
    choix: str
    sous_choix: str | None
    motif: Motif
    tolerance: Fraction
    classement: tuple[Rang, ...]
    exclus: tuple[Rang, ...]
    horizon_urgence: int | None
    refusants: tuple[str, ...]
    sous_rangs: tuple[Rang, ...]
    noms_refusants: tuple[str, ...] = ()

    @property
    def destinataire(self) -> str:
        """The key of the party that receives the dwelling."""
        return self.sous_choix or self.choix


def suggerer(registre: Registre, unite: Unite) -> Suggestion:
    """Suggest who should receive a dwelling; the ledger is not changed.

    A dwelling that has not entered the ledger is presented in thought first; one that came
    back goes on without its refusers.

    Raises:
        DejaServiError: the dwelling is in the hands of a party.
        AucunEligibleError: nobody may receive it, landlord included.
    """
    suivi = registre.suivi(unite.cle)
    comptes = registre.comptes
    if suivi is None:
        suivi = Suivi(unite)
        comptes = comptes.copie()
        comptes.ouvrir(unite)
    elif suivi.detenteur is not None:
        raise DejaServiError(unite.cle, registre.parties[suivi.detenteur].nom)
    return _Examen(registre, comptes, suivi).conclure()


@dataclass(frozen=True, slots=True)
class _Choix:
    """The outcome of steps 3 to 5, by rank."""

    motif: Motif | None
    candidats: frozenset[int]
    retenus: frozenset[int]
    horizon: int | None = None
    besoins: frozenset[int] = frozenset()


class _Examen:
    """One dwelling examined against all the parties."""

    __slots__ = ("arbre", "comptes", "parametres", "suivi", "tolerance")

    def __init__(self, registre: Registre, comptes: Comptes, suivi: Suivi) -> None:
        self.arbre = comptes.arbre
        self.comptes = comptes
        self.parametres: Parametres = registre.parametres
        self.suivi = suivi
        self.tolerance = registre.tolerance

    def conclure(self) -> Suggestion:
        """Run steps 2 to 7 and set down everything seen on the way."""
        exclusions = {rang: self._exclusion(rang) for rang in self.arbre.racines}
        eligibles = [rang for rang, raison in exclusions.items() if raison is None]
        if not eligibles:
            raise AucunEligibleError(self.suivi.unite.cle)
        choix = self._choisir(eligibles)
        for rang in eligibles:
            if rang not in choix.retenus:
                exclusions[rang] = RaisonExclusion.DEJA_SERVI
        rangs = {
            rang: self._rang(rang, raison, besoin=rang in choix.besoins)
            for rang, raison in exclusions.items()
            if rang in choix.retenus or choix.motif is not Motif.REPRISE
        }
        ordre = sorted(choix.retenus, key=lambda rang: self._cle(choix, rang, rangs[rang]))
        premier = ordre[0]
        feuille, sous_rangs = self._descendre(premier)
        return Suggestion(
            unite=self.suivi.unite,
            choix=rangs[premier].cle,
            sous_choix=None if feuille == premier else self.arbre.parties[feuille].cle,
            motif=choix.motif or self._motif(premier, eligibles),
            tolerance=self.tolerance,
            classement=tuple(rangs[rang] for rang in ordre),
            exclus=tuple(rang for rang in rangs.values() if rang.exclusion),
            horizon_urgence=choix.horizon,
            refusants=tuple(self.arbre.parties[rang].cle for rang in self.suivi.refusants),
            sous_rangs=sous_rangs,
            noms_refusants=tuple(self.arbre.parties[r].nom for r in self.suivi.refusants),
        )

    def _exclusion(self, rang: int) -> RaisonExclusion | None:
        """Tell why a party may not receive the dwelling (step 2); a node needs an eligible part."""
        unite = self.suivi.unite
        if rang != self.arbre.bailleur and rang not in self.arbre.lieu(unite).territoires:
            return RaisonExclusion.HORS_TERRITOIRE
        if self.arbre.taux(unite.jour)[rang] is None:
            return RaisonExclusion.SANS_TAUX
        if self.arbre.parties[rang].suspendu:
            return RaisonExclusion.SUSPENDU
        if rang in self.suivi.refusants:
            return RaisonExclusion.A_REFUSE
        raisons = [self._exclusion(enfant) for enfant in self.arbre.enfants[rang]]
        if not raisons or None in raisons:
            return None
        return RaisonExclusion.A_REFUSE if RaisonExclusion.A_REFUSE in raisons else raisons[0]

    def _choisir(self, eligibles: list[int]) -> _Choix:
        """Narrow the eligible down to candidates (steps 3 to 5)."""
        if self.suivi.reprise and self.arbre.bailleur in eligibles:
            seul = frozenset({self.arbre.bailleur})
            return _Choix(Motif.REPRISE, seul, seul)
        tous = frozenset(eligibles)
        retards = {rang: self.comptes.comptes[rang].retard for rang in eligibles}
        maximum = max(retards.values())
        en_tete = frozenset(rang for rang in eligibles if retards[rang] == maximum)
        minimum = (1 - self.tolerance) * UN
        admissibles = frozenset(rang for rang in eligibles if retards[rang] > minimum)
        if maximum >= self.tolerance * UN:
            return _Choix(Motif.HORS_TOLERANCE, en_tete, admissibles | en_tete)
        if not admissibles:
            return _Choix(Motif.AUCUN_RETARD, en_tete, tous)
        horizon, besoins = urgence(
            self.comptes, self.suivi.unite.jour, self.tolerance, self.parametres.horizon
        )
        urgents = besoins & admissibles
        if urgents and urgents != admissibles:  # an urgency of all narrows nothing
            return _Choix(Motif.URGENCE, urgents, admissibles, horizon, besoins)
        return _Choix(None, admissibles, admissibles)

    def _motif(self, premier: int, eligibles: Iterable[int]) -> Motif:
        """Tell lateness from mix when no constraint narrowed the choice."""
        retards = [self.comptes.comptes[rang].retard for rang in eligibles]
        plus_en_retard = self.comptes.comptes[premier].retard == max(retards)
        return Motif.PLUS_EN_RETARD if plus_en_retard else Motif.MIXITE

    def _cle(self, choix: _Choix, numero: int, rang: Rang) -> tuple[bool | int | Fraction, ...]:
        """Sort candidates first, then by score and tie-breaks (step 7); smallest is best.

        Beyond the tolerance, and when nobody is late, lateness alone orders the others too.
        """
        aucun = choix.motif is Motif.AUCUN_RETARD
        retard = rang.retard if aucun else max(rang.retard, self.tolerance)
        return (
            numero not in choix.candidats,
            -retard,
            -rang.score,
            -rang.retard,
            rang.dernier,
            numero,
        )

    def _descendre(self, rang: int) -> tuple[int, tuple[Rang, ...]]:
        """Give the dwelling to the most late part, then to its part, down to a leaf (step 7)."""
        vus: list[Rang] = []
        while self.arbre.enfants[rang]:
            parts = [
                (raison is not None, -compte.retard, compte.dernier, enfant, raison)
                for enfant in self.arbre.enfants[rang]
                for compte, raison in [(self.comptes.comptes[enfant], self._exclusion(enfant))]
            ]
            parts.sort(key=lambda part: part[:4])
            # Lateness alone compares the parts of a node: they carry no mix.
            vus += [self._fiche(enfant, raison) for *_, enfant, raison in parts]
            rang = parts[0][3]
        return rang, tuple(vus)

    def _rang(self, rang: int, exclusion: RaisonExclusion | None, *, besoin: bool) -> Rang:
        ecarts = tuple(self._ecart(rang, axe) for axe, _ in self.parametres.axes)
        kappa = Fraction(self.parametres.kappa)
        lignes = zip(self.parametres.axes, ecarts, strict=True)
        mixite = sum(
            (poids * max(-kappa, min(kappa, ligne.ecart)) for (_, poids), ligne in lignes),
            Fraction(0),
        )
        return self._fiche(rang, exclusion, mixite, ecarts, besoin=besoin)

    def _fiche(
        self,
        rang: int,
        exclusion: RaisonExclusion | None,
        mixite: Fraction = Fraction(0),
        ecarts: tuple[Ecart, ...] = (),
        *,
        besoin: bool = False,
    ) -> Rang:
        partie = self.arbre.parties[rang]
        compte = self.comptes.comptes[rang]
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
        )

    def _ecart(self, rang: int, axe: Axe) -> Ecart:
        valeur = self.suivi.unite.valeur(axe)
        du = du_mixte(self.comptes, rang, axe, valeur)
        recu = recu_mixte(self.comptes, rang, axe, valeur)
        return Ecart(axe, valeur, du, recu, du - recu)
