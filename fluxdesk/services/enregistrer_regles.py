"""Read the rules of the flux, see what others would change, record them with a reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.flux.registre import Registre, rejouer
from fluxdesk.domain.flux.suggestion import suggerer
from fluxdesk.domain.regles_flux import parametres_du_flux
from fluxdesk.domain.regles_mots import en_mots
from fluxdesk.domain.typographie import accorde, typographier
from fluxdesk.domain.vacance import Etape
from fluxdesk.services.suggerer_orientation import nom_de_partie, unite_au_registre
from fluxdesk.services.tenir_registre import charger_registre

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from fractions import Fraction

    from fluxdesk.domain.convention import Convention
    from fluxdesk.domain.flux.evenements import Evenement
    from fluxdesk.domain.flux.parties import Parametres, Unite
    from fluxdesk.domain.regles_flux import ReglesFlux
    from fluxdesk.domain.reservataire import Reservataire
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.ports import Base, Horloge, Territoires


class ReglesSansMotifError(FluxDeskError):
    """Rules change what everybody receives: the journal keeps why."""

    def __init__(self) -> None:
        super().__init__(
            "Indiquez pourquoi les règles changent : le motif sera inscrit au journal."
        )


class ReglesInchangeesError(FluxDeskError):
    """There is nothing to record."""

    def __init__(self) -> None:
        super().__init__("Ces règles sont déjà celles de la base : rien n’a été enregistré.")


@dataclass(frozen=True, slots=True)
class Changement:
    """A dwelling that would go elsewhere: where it is, to whom now and to whom then."""

    vacance_id: int
    lieu: str
    avant: str
    apres: str


@dataclass(frozen=True, slots=True)
class EffetDesRegles:
    """What rules would change for the dwellings to orient, each taken as the next one."""

    a_orienter: int
    changements: tuple[Changement, ...]

    def phrase(self) -> str:
        """One French sentence."""
        waiting, changed = self.a_orienter, len(self.changements)
        if not waiting:
            return typographier(
                "Aucun logement n’est à orienter : ces règles vaudront pour les prochains."
            )
        if not changed:
            return _sans_effet(waiting)
        if waiting == 1:
            who = "le logement à orienter serait proposé"
        else:
            verb = "serait proposé" if changed == 1 else "seraient proposés"
            who = f"{changed} des {accorde(waiting, 'logement')} à orienter {verb}"
        return f"Avec ces règles, {who} à un autre réservataire."


def _sans_effet(waiting: int) -> str:
    if waiting == 1:
        return "Avec ces règles, le logement à orienter serait proposé au même réservataire."
    return (
        f"Avec ces règles, les {accorde(waiting, 'logement')} à orienter seraient proposés aux "
        "mêmes réservataires."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class EssaiDeRegles:
    """The ledger and the dwellings that wait, read once, to try rules on; holds no base."""

    registre: Registre
    evenements: Sequence[Evenement]
    regles: ReglesFlux
    attentes: tuple[tuple[Unite, str], ...]
    conventions: Sequence[Convention]
    reservataires: Mapping[int, Reservataire]
    jour: date

    def effet(self, regles: ReglesFlux) -> EffetDesRegles:
        """What these rules would change; writes nothing."""
        before, after = self._choix(self.registre), self._choix(self._sous(regles))
        return EffetDesRegles(
            len(self.attentes),
            tuple(
                Changement(
                    int(unite.cle),
                    lieu,
                    nom_de_partie(self.registre, old),
                    nom_de_partie(self.registre, new),
                )
                for (unite, lieu), old, new in zip(self.attentes, before, after, strict=True)
                if old != new
            ),
        )

    @property
    def tolerance_exacte(self) -> Fraction:
        """1 - 1/(2n-2) for the parties of this base, in dwellings."""
        return Registre(self.registre.parties[:-1]).tolerance

    def parametres(self, regles: ReglesFlux) -> Parametres:
        """The knobs of the engine under these rules, today."""
        return parametres_du_flux(regles, self.conventions, self.reservataires, self.jour)

    def _sous(self, regles: ReglesFlux) -> Registre:
        """The ledger under these rules."""
        knobs = self.parametres(regles)
        if knobs.gardes == self.registre.parametres.gardes:
            ledger = self.registre.copie()
            ledger.parametres = knobs
            return ledger
        # The rules of law count dwellings of their own: those counters come from a replay.
        return rejouer(self.registre.parties[:-1], self.evenements, knobs)

    def _choix(self, registre: Registre) -> list[str]:
        return [suggerer(registre, unite).destinataire for unite, _ in self.attentes]


def lire_regles(*, uow: UnitOfWork) -> ReglesFlux:
    """The rules in force."""
    with uow:
        return uow.regles.lire()


def preparer_essai(*, base: Base, horloge: Horloge, territoires: Territoires) -> EssaiDeRegles:
    """Read all that trying rules needs."""
    today = horloge.aujourd_hui()
    waiting = [row for row in base.lectures.vacances(today) if row.etape is Etape.A_ORIENTER]
    with base.transaction() as uow:
        ledger = charger_registre(uow=uow, jour=today)
        return EssaiDeRegles(
            registre=ledger,
            evenements=uow.evenements.tous(),
            regles=uow.regles.lire(),
            attentes=tuple(
                (
                    _unite(row.id, ledger, today, uow=uow, territoires=territoires),
                    f"{row.adresse or row.reference}, {row.commune}",
                )
                for row in waiting
            ),
            conventions=uow.conventions.toutes(),
            reservataires={r.id: r for r in uow.reservataires.tous()},
            jour=today,
        )


def _unite(
    vacance_id: int, registre: Registre, jour: date, *, uow: UnitOfWork, territoires: Territoires
) -> Unite:
    vacance = uow.vacances.lire(vacance_id)
    logement = uow.logements.lire(vacance.logement_id)
    commune = territoires.commune(logement.commune)
    return unite_au_registre(registre, vacance, logement, commune, jour)


def enregistrer_regles(regles: ReglesFlux, *, motif: str, uow: UnitOfWork) -> None:
    """Replace the rules; the journal keeps those that change, before and after, in words.

    Raises:
        ReglesSansMotifError: no reason is given.
        ReglesInchangeesError: they are those in force.
    """
    if not motif.strip():
        raise ReglesSansMotifError
    with uow:
        before = uow.regles.lire()
        if regles == before:
            raise ReglesInchangeesError
        uow.regles.enregistrer(regles)
        old, new = en_mots(before), en_mots(regles)
        changed = [nom for nom in new if old[nom] != new[nom]]
        uow.journal.ecrire(
            "regles.modifier",
            "regles:1",
            "Règles du flux modifiées",
            avant={nom: old[nom] for nom in changed},
            apres={nom: new[nom] for nom in changed},
            motif=motif.strip(),
        )
        uow.valider()
