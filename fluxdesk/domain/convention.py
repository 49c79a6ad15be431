"""A signed convention de réservation and its avenants (R441-5, R441-5-2)."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from fluxdesk.domain.clauses import Clauses
from fluxdesk.domain.flux.parties import EvenementDecompte, ModeRefus

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from fluxdesk.domain.flux.parties import Cible, Unite, Zone


class ModeGestion(StrEnum):
    """Who proposes the candidates (regles.md 77)."""

    DIRECTE = "directe"
    DELEGUEE = "déléguée"


class ModeOffre(StrEnum):
    """To how many réservataires a dwelling is offered at once (pratique.md B20)."""

    UN_SEUL = "un seul"
    ORDRE = "dans l’ordre"  # the next one after a refusal or the delay
    TOUS = "à tous"  # charged to the one whose candidate signs


@dataclass(frozen=True, slots=True, kw_only=True)
class SousContingent:
    """A part of the rate with its own account, such as État agents 5 %; rate in 1/10 000.

    ``territoire`` is where it is served if that is not the convention's: the rights of an EPCI
    that one of its communes exercises.
    """

    code: str
    nom: str
    dix_milliemes: int
    territoire: Zone | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Avenant:
    """The rate in force from ``debut`` to ``fin`` (inclusive; None = open), in 1/10 000.

    Avenant 0 is the convention as first signed. The sum of ``sous_contingents``, where there
    are any, is the whole rate.
    """

    numero: int
    dix_milliemes: int
    debut: date | None = None
    fin: date | None = None
    sous_contingents: tuple[SousContingent, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Convention:
    """One convention of one réservataire; ``id`` is 0 until recorded.

    ``assiette`` says which dwellings count in the percentage, ``territoire`` where they can be
    served (moteur.md §2). ``report`` is the opening balance in dwellings, spread over
    ``etalement`` dwellings of the flux (0 = at once), never more than
    ``plafond_report`` either way. ``delai_jours`` counts calendar days.
    ``zone_tendue`` caps that delay at one month (L441-1, regles.md 34). ``garantie_emprunt``
    says the right answers a loan guarantee, which the 20 % cap counts (regles.md 29).
    """

    reservataire_id: int
    avenants: tuple[Avenant, ...]
    id: int = 0
    reference: str = ""
    signature: date | None = None
    assiette: Zone
    territoire: Zone
    mode_gestion: ModeGestion = ModeGestion.DIRECTE
    delai_jours: int = 30
    zone_tendue: bool = False
    candidats: int = 3
    evenement_decompte: EvenementDecompte = EvenementDecompte.BAIL_SIGNE
    refus: ModeRefus = ModeRefus.NON_COMPTE_MIXITE
    carence: ModeRefus = ModeRefus.NON_COMPTE_MIXITE
    mode_offre: ModeOffre = ModeOffre.UN_SEUL
    report: int = 0
    plafond_report: int | None = None
    etalement: int = 0
    cibles: tuple[Cible, ...] = ()
    garantie_emprunt: bool = False
    clauses: Clauses = field(default_factory=Clauses)

    @property
    def dernier_jour(self) -> date | None:
        """The day after which nothing of it holds; None where it has no end, or renews itself."""
        return None if self.clauses.tacite_reconduction else self.clauses.fin

    def gestion_pour(self, unite: Unite) -> ModeGestion:
        """Who proposes the candidates for this dwelling: a part of the territory may be délégué."""
        zone = self.clauses.zone_deleguee
        delegated = zone is not None and zone.contient(unite)
        return ModeGestion.DELEGUEE if delegated else self.mode_gestion

    def avenant_au(self, jour: date) -> Avenant | None:
        """The avenant in force that day: the last signed one whose dates hold it, or None."""
        if self.dernier_jour is not None and jour > self.dernier_jour:
            return None
        held = [a for a in self.avenants if _holds(a, jour)]
        return held[-1] if held else None

    def dix_milliemes_au(self, jour: date) -> int:
        """The rate in force that day, in 1/10 000; 0 where no avenant holds the day."""
        avenant = self.avenant_au(jour)
        return avenant.dix_milliemes if avenant else 0


def avec_champs(convention: Convention, champs: Mapping[str, object]) -> Convention:
    """The convention with these values, each by the name of its field, or of a clause's."""
    given = dict(champs)
    names = {f.name for f in fields(Clauses)}
    clauses = {name: given.pop(name) for name in given.keys() & names}
    changed = replace(convention.clauses, **clauses)  # type: ignore[arg-type] # named by fields
    return replace(convention, clauses=changed, **given)  # type: ignore[arg-type] # the same


def est_deleguee(convention: Convention, unite: Unite) -> bool:
    """Whether the landlord designates candidates for the réservataire on this dwelling.

    By the convention, or by the zone in which it is agreed (regles.md 77).
    """
    zone = convention.clauses.zone_deleguee
    if convention.mode_gestion is ModeGestion.DELEGUEE:
        return True
    return zone is not None and zone.contient(unite)


def _holds(avenant: Avenant, jour: date) -> bool:
    after = avenant.debut is None or avenant.debut <= jour
    return after and (avenant.fin is None or jour <= avenant.fin)
