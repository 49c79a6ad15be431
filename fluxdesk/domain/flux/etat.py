"""Where each dwelling stands, and what each event does to the accounts (moteur.md §4)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxdesk.domain.echec import Responsable
from fluxdesk.domain.flux.comptes import Comptes
from fluxdesk.domain.flux.erreurs import (
    DejaPresenteError,
    DejaRefuseError,
    DejaServiError,
    EtapeError,
    NonDetenuError,
    NonPresenteError,
    NonServiError,
    PointDepasseError,
)
from fluxdesk.domain.flux.evenements import Carence, Decompte, Presentation, Refus, Service
from fluxdesk.domain.flux.parties import EvenementDecompte, ModeRefus
from fluxdesk.domain.flux.veille import Veille

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fluxdesk.domain.flux.arbre import Arbre
    from fluxdesk.domain.flux.evenements import Fait
    from fluxdesk.domain.flux.gardes import Garde
    from fluxdesk.domain.flux.parties import Partie, Unite

_MISE, _BAIL = EvenementDecompte.MISE_A_DISPOSITION, EvenementDecompte.BAIL_SIGNE
_RANGS = {etape: rang for rang, etape in enumerate(EvenementDecompte)}


@dataclass(frozen=True, slots=True)
class Suivi:
    """Where a dwelling of the ledger stands; parties are ranks of the tree.

    `detenteur` holds it now (its account, or the landlord's: `Arbre.imputee`); `compte` tells
    whether that service entered the accounts;
    `etape` is the step that this offer reached. `refusants` gave it back, `carents` being those
    of them who found no candidate. `reprise` tells that a consumed refusal or carence (R2) gave
    the dwelling to the landlord for one turn.
    """

    unite: Unite
    detenteur: int | None = None
    compte: bool = False
    etape: EvenementDecompte = EvenementDecompte.MISE_A_DISPOSITION
    refusants: tuple[int, ...] = ()
    carents: tuple[int, ...] = ()
    reprise: bool = False


class Etat:
    """The accounts and the dwellings of a ledger after some events.

    `clos` are dwellings let for good before a checkpoint, of which nothing else is known.
    """

    __slots__ = ("arbre", "clos", "comptes", "suivis", "veille")

    def __init__(self, arbre: Arbre, gardes: Sequence[Garde]) -> None:
        self.arbre = arbre
        self.comptes = Comptes(arbre)
        self.veille = Veille(arbre, gardes)
        self.suivis: dict[str, Suivi] = {}
        self.clos: frozenset[str] = frozenset()

    def copie(self) -> Etat:
        """Copy the state so that neither side changes the other."""
        copie = Etat(self.arbre, ())
        copie.comptes = self.comptes.copie()
        copie.veille = self.veille.copie()
        copie.suivis = self.suivis.copy()
        copie.clos = self.clos
        return copie

    def jouer(self, fait: Fait) -> None:
        """Apply one event; a refused event changes nothing.

        Raises:
            FluxError: the event does not fit the state; see the concrete errors.
        """
        if isinstance(fait, Presentation):
            self._presenter(fait.unite)
        elif isinstance(fait, Service):
            self._servir(fait)
        elif isinstance(fait, Decompte):
            self._avancer(fait)
        else:
            self._rendre(fait)

    def suivi(self, cle: str) -> Suivi | None:
        """Find where a dwelling stands; None if it has not entered the ledger.

        Raises:
            PointDepasseError: the dwelling was let before the checkpoint.
        """
        if cle in self.clos:
            raise PointDepasseError
        return self.suivis.get(cle)

    def _presenter(self, unite: Unite) -> None:
        if self.suivi(unite.cle) is not None:
            raise DejaPresenteError(unite.cle)
        self.comptes.ouvrir(unite)
        self.veille.entrer(unite)
        self.suivis[unite.cle] = Suivi(unite)

    def _servir(self, service: Service) -> None:
        suivi = self._suivi(service.unite_cle)
        feuille = self.arbre.feuille(service.partie)
        if suivi.detenteur is not None:
            raise DejaServiError(service.unite_cle, self.arbre.parties[suivi.detenteur].nom)
        if feuille in suivi.refusants:
            raise DejaRefuseError(service.unite_cle, self.arbre.parties[feuille].nom)
        compte = self.arbre.imputee(feuille, suivi.unite)
        reprise = suivi.reprise and compte == self.arbre.bailleur
        if suivi.reprise and not reprise:
            # The refuser already consumed the right to this dwelling: giving it to a third
            # party instead of the landlord opens a new one, or the dues would not add up.
            self.comptes.ouvrir(suivi.unite, suivi.refusants)
        if not reprise:
            self.comptes.servir(compte, suivi.unite)
        self.comptes.noter_mise(compte)
        self.veille.tenir(compte, suivi.unite, 1)
        self.suivis[service.unite_cle] = Suivi(
            unite=suivi.unite,
            detenteur=feuille,
            compte=not reprise,
            refusants=suivi.refusants,
            carents=suivi.carents,
            reprise=reprise,
        )

    def _avancer(self, decompte: Decompte) -> None:
        suivi = self._suivi(decompte.unite_cle)
        feuille = self.arbre.feuille(decompte.partie)
        if suivi.detenteur != feuille:
            raise NonDetenuError(decompte.unite_cle, self.arbre.parties[feuille].nom)
        if _RANGS[decompte.etape] <= _RANGS[suivi.etape]:
            raise EtapeError(decompte.unite_cle, suivi.etape, decompte.etape)
        # A lease is signed on an attribution, whether or not that one was recorded.
        self.comptes.noter_etapes(
            self.arbre.imputee(feuille, suivi.unite),
            attribution=suivi.etape is _MISE,
            bail=decompte.etape is _BAIL,
        )
        self.suivis[decompte.unite_cle] = Suivi(
            unite=suivi.unite,
            detenteur=feuille,
            compte=suivi.compte,
            etape=decompte.etape,
            refusants=suivi.refusants,
            carents=suivi.carents,
            reprise=suivi.reprise,
        )

    def _rendre(self, echec: Refus | Carence) -> None:
        suivi = self._suivi(echec.unite_cle)
        feuille = self.arbre.feuille(echec.partie)
        partie = self.arbre.parties[feuille]
        carence = isinstance(echec, Carence)
        if suivi.detenteur != feuille:
            faute = NonDetenuError if carence else NonServiError
            raise faute(echec.unite_cle, partie.nom)
        par = echec.par if isinstance(echec, Refus) else Responsable.RESERVATAIRE
        compte = self.arbre.imputee(feuille, suivi.unite)
        # What stood on the landlord's account for another goes back without a trace: no clause
        # of the refuser bears on a dwelling that it counts apart.
        a_part = compte != feuille
        mode = ModeRefus.NON_COMPTE if a_part else _mode(partie, suivi, par, carence=carence)
        refusants = (*suivi.refusants, feuille)
        if par is Responsable.RESERVATAIRE and not a_part:
            self.comptes.noter_echec(feuille, carence=carence)
        self.veille.tenir(compte, suivi.unite, -1)
        if suivi.compte:
            self._imputer(mode, suivi.unite, refusants, compte)
        self.suivis[echec.unite_cle] = Suivi(
            suivi.unite,
            refusants=refusants,
            carents=(*suivi.carents, feuille) if carence else suivi.carents,
            reprise=suivi.reprise or mode is ModeRefus.BAILLEUR_UN_TOUR,
        )

    def _imputer(
        self, mode: ModeRefus, unite: Unite, refusants: tuple[int, ...], compte: int
    ) -> None:
        """Charge the failure of a counted service to the account that it was served on."""
        if mode is ModeRefus.COMPTE:
            self.comptes.ouvrir(unite, refusants)
        # Under R2 the right is consumed and the landlord's taking uncounted: nothing moves.
        elif mode is not ModeRefus.BAILLEUR_UN_TOUR:
            en_mixite = mode is ModeRefus.NON_COMPTE_MIXITE
            self.comptes.rendre(compte, unite, en_mixite=en_mixite)

    def _suivi(self, cle: str) -> Suivi:
        suivi = self.suivi(cle)
        if suivi is None:
            raise NonPresenteError(cle)
        return suivi


def _mode(partie: Partie, suivi: Suivi, par: Responsable, *, carence: bool) -> ModeRefus:
    """Tell what a failed offer costs: its clause, or the right if the step that counts is reached.

    The landlord's turn of R2 is a way of consuming the right, and stays one. What the landlord
    withdraws is never consumed by the step that it had reached: its clause alone rules.
    """
    clause = _clause(partie, par, carence=carence)
    consomme = _RANGS[suivi.etape] >= _RANGS[partie.decompte]
    if par is Responsable.BAILLEUR or not consomme or clause is ModeRefus.BAILLEUR_UN_TOUR:
        return clause
    return ModeRefus.COMPTE


def _clause(partie: Partie, par: Responsable, *, carence: bool) -> ModeRefus:
    match par:
        case Responsable.CANDIDAT:
            return partie.refus_candidat
        case Responsable.CAL:
            return partie.refus_cal
        case Responsable.BAILLEUR:
            return partie.retrait
        case _:
            return partie.carence if carence else partie.refus
