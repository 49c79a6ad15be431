"""The ledger: what its journal of events makes of each party's rights (moteur.md §2, §4)."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from fluxdesk.domain.flux.arbre import Arbre
from fluxdesk.domain.flux.erreurs import (
    AnnulationError,
    FluxError,
    NumeroError,
    PointDepasseError,
)
from fluxdesk.domain.flux.etat import Etat
from fluxdesk.domain.flux.evenements import Annulation
from fluxdesk.domain.flux.journal import annules, effectifs
from fluxdesk.domain.flux.mixite import du_mixte, recu_mixte
from fluxdesk.domain.flux.parties import PARAMETRES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from fluxdesk.domain.flux.comptes import Comptes
    from fluxdesk.domain.flux.etat import Suivi
    from fluxdesk.domain.flux.evenements import Evenement
    from fluxdesk.domain.flux.parties import Axe, Parametres, Partie
    from fluxdesk.domain.flux.veille import Veille

__all__ = ["FluxError", "Registre", "Solde", "rejouer"]


@dataclass(frozen=True, slots=True)
class Solde:
    """Where a party stands: `du`, `retard` and `faute` in 1/10 000 of a dwelling, else dwellings.

    `mises`, `attributions` and `baux` count the offers that reached each step, failed later or
    not. `faute` is the part of the retard that no dwelling of its territory could have avoided.
    """

    cle: str
    nom: str
    parent: str | None
    du: int
    servi: int
    retard: int
    mises: int = 0
    attributions: int = 0
    baux: int = 0
    faute: int = 0


class Registre:
    """The state of one ledger (a landlord, a perimeter of conventions), fed event by event.

    Opened from a checkpoint (`point.degeler`), it knows the events since then only: what needs
    an older one raises PointDepasseError.
    """

    __slots__ = ("_depart", "_etat", "_journal", "_numeros", "_point", "arbre", "parametres")

    def __init__(self, parties: Sequence[Partie], parametres: Parametres = PARAMETRES) -> None:
        """Open an empty ledger.

        Raises:
            FluxError: the parties do not form a tree of distinct keys.
        """
        self.arbre = Arbre(parties)
        self.parametres = parametres
        self._depart = Etat(self.arbre, parametres.gardes)
        self._point = 0
        self._etat = self._depart.copie()
        self._journal: list[Evenement] = []
        self._numeros: set[int] = set()

    @property
    def parties(self) -> tuple[Partie, ...]:
        """The parties in convention order, landlord last."""
        return self.arbre.parties

    @property
    def journal(self) -> tuple[Evenement, ...]:
        """Every event applied since the first or since the checkpoint, the cancelled ones too."""
        return tuple(self._journal)

    @property
    def dernier(self) -> int:
        """The greatest number of an event of the ledger, 0 before the first."""
        return max(self._numeros, default=self._point)

    @property
    def etat(self) -> Etat:
        """The accounts and the dwellings, for reading only."""
        return self._etat

    @property
    def comptes(self) -> Comptes:
        """The accounts, for reading only."""
        return self._etat.comptes

    @property
    def veille(self) -> Veille:
        """The counters of the rules of law, for reading only."""
        return self._etat.veille

    @property
    def tolerance(self) -> Fraction:
        """B, in dwellings: 1 - 1/(2n-2) for n competing parties, unless set (moteur.md §4)."""
        if self.parametres.tolerance is not None:
            return self.parametres.tolerance
        # Alone, the landlord is never late: the bound of two parties serves as well as any.
        autres = max(1, len(self.arbre.racines) - 1)
        return 1 - Fraction(1, 2 * autres)

    def du(self, cle: str) -> int:
        """Read D_i, in 1/10 000 of a dwelling."""
        return self.comptes.comptes[self.arbre.rang(cle)].du

    def servi(self, cle: str) -> int:
        """Read x_i, in dwellings; a party divided into parts has what its parts have."""
        return self.comptes.comptes[self.arbre.rang(cle)].servi

    def retard(self, cle: str) -> int:
        """Read L_i = D_i - x_i, in 1/10 000 of a dwelling."""
        return self.comptes.comptes[self.arbre.rang(cle)].retard

    def refus(self, cle: str) -> int:
        """Count the refusals of a party, whatever they cost it."""
        return self.comptes.comptes[self.arbre.rang(cle)].refus

    def carences(self, cle: str) -> int:
        """Count the offers that found no candidate in time, whatever they cost."""
        return self.comptes.comptes[self.arbre.rang(cle)].carences

    def recu(self, cle: str, axe: Axe, valeur: str) -> int:
        """Count X_iv, the dwellings of one value proposed to a party."""
        return recu_mixte(self.comptes, self.arbre.rang(cle), axe, valeur)

    def equilibre(self, cle: str, axe: Axe, valeur: str) -> Fraction:
        """Compute D_iv - X_iv, in dwellings: what a party misses of one value (moteur.md §2)."""
        rang = self.arbre.rang(cle)
        du = du_mixte(self.comptes, rang, axe, valeur)
        return du - recu_mixte(self.comptes, rang, axe, valeur)

    def soldes(self) -> tuple[Solde, ...]:
        """Sum up every party in convention order, landlord last."""
        return tuple(
            Solde(
                partie.cle,
                partie.nom,
                partie.parent,
                compte.du,
                compte.servi,
                compte.retard,
                compte.mises,
                compte.attributions,
                compte.baux,
                compte.faute,
            )
            for partie, compte in zip(self.parties, self.comptes.comptes, strict=True)
        )

    def suivi(self, unite_cle: str) -> Suivi | None:
        """Find where a dwelling stands; None if it has not entered the ledger.

        Raises:
            PointDepasseError: the dwelling was let before the checkpoint.
        """
        return self._etat.suivi(unite_cle)

    def copie(self) -> Registre:
        """Copy the ledger so that neither side changes the other."""
        copie = Registre(self.parties[:-1], self.parametres)
        copie._depart, copie._point = self._depart, self._point
        copie._etat = self._etat.copie()
        copie._journal = self._journal.copy()
        copie._numeros = self._numeros.copy()
        return copie

    def appliquer(self, evenement: Evenement) -> None:
        """Apply one event; a refused event changes nothing. A cancellation replays the journal.

        Raises:
            FluxError: the event does not fit the state; its text says why.
        """
        if evenement.numero in self._numeros:
            raise NumeroError(evenement.numero)
        self._verifier(evenement)
        if isinstance(evenement, Annulation):
            if evenement.annule in annules(self._journal):
                raise AnnulationError(evenement.annule)
            self._etat = self._derouler([*self._journal, evenement])
        else:
            self._etat.jouer(evenement)
        self._journal.append(evenement)
        self._numeros.add(evenement.numero)

    def charger(self, evenements: Iterable[Evenement]) -> None:
        """Put the ledger in the state that this whole journal leaves, forgetting the former.

        The journal of a ledger opened from a checkpoint holds the events since then.

        Raises:
            FluxError: an event does not fit; the ledger is then unchanged.
        """
        journal = list(evenements)
        self._etat = self._derouler(journal)
        self._journal = journal
        self._numeros = {evenement.numero for evenement in journal}

    def repartir(self, etat: Etat, numero: int) -> None:
        """Start from the state that events up to this number left, forgetting the former."""
        self._depart, self._point = etat, numero
        self.charger(())

    def _verifier(self, evenement: Evenement) -> None:
        ancien = evenement.annule if isinstance(evenement, Annulation) else evenement.numero
        if self._point and min(ancien, evenement.numero) <= self._point:
            raise PointDepasseError

    def _derouler(self, journal: Sequence[Evenement]) -> Etat:
        for evenement in journal:
            self._verifier(evenement)
        etat = self._depart.copie()
        for fait, indulgent in effectifs(journal):
            try:
                etat.jouer(fait)
            except PointDepasseError:
                raise  # whether the event fits is written before the checkpoint
            except FluxError:
                if not indulgent:
                    raise
        return etat


def rejouer(
    parties: Sequence[Partie],
    evenements: Iterable[Evenement],
    parametres: Parametres = PARAMETRES,
) -> Registre:
    """Replay a journal: the state is nothing else than that (moteur.md §4, P4).

    Args:
        parties: the conventions, in their order of precedence for ties.
        evenements: the journal, in order; numbers are distinct.
        parametres: the knobs of the rule.

    Raises:
        FluxError: the parties or an event do not fit; the text says why.
    """
    registre = Registre(parties, parametres)
    registre.charger(evenements)
    return registre
