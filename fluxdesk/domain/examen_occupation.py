"""The examination of the occupation of a dwelling, every three years of a lease (B3).

CCH art. L442-5-2, known without its text at hand: the years, the zones and the cases are « à
vérifier », and the first two are the landlord's to change. Nothing here names a tenant.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from fluxdesk.domain.bail import au_jour, debut_bail, dire_bail
from fluxdesk.domain.dates import MOIS, ans_apres, en_chiffres, en_lettres, plus_mois
from fluxdesk.domain.gardee import gardee
from fluxdesk.domain.typographie import typographier

if TYPE_CHECKING:
    from fluxdesk.domain.territoire import Commune
    from fluxdesk.domain.vacance import Vacance

MOIS_AVANT = 6
ZONES_ABC = ("Abis", "A", "B1", "B2", "C")
ANNEES = range(1, 11)
SOURCE = (
    "CCH, art. L442-5-2, à vérifier : tous les trois ans depuis la signature du bail, dans les "
    "zones tendues fixées par décret ; A bis, A et B1 sont retenues par défaut"
)
_PREAVIS_USUEL = 3  # months, where the notice of a congé was not noted


class AvisOccupation(StrEnum):
    """What an examination found: nothing, or one of the five cases of the article (à vérifier)."""

    MAINTIEN = "aucune des cinq situations"
    SUR_OCCUPATION = "sur-occupation"
    SOUS_OCCUPATION = "sous-occupation"
    DEPART_HANDICAP = "logement adapté que l’occupant handicapé a quitté"
    ADAPTATION = "handicap ou perte d’autonomie : logement adapté nécessaire"
    DEPASSEMENT = "dépassement du plafond de ressources"


class EtatBail(StrEnum):
    """Where a lease stands before its next examination."""

    A_EXAMINER = "à examiner"
    BIENTOT = "dans les six mois"
    A_JOUR = "à jour"
    INCONNU = "bail inconnu"


@gardee
@dataclass(frozen=True, slots=True, kw_only=True)
class ExamenOccupation:
    """One examination of one dwelling on the day of a séance; ``id`` is 0 until recorded.

    ``note`` is about the dwelling and what is proposed, never about a person.
    """

    logement_id: int
    jour: date
    avis: AvisOccupation
    note: str = ""
    id: int = 0


@gardee
@dataclass(frozen=True, slots=True, kw_only=True)
class RegleExamen:
    """How many years between two examinations, and in which ABC zones; none is everywhere.

    ``source`` says who set them. ``id`` is 0 until recorded.
    """

    id: int = 0
    annees: int = 3
    zones: tuple[str, ...] = ("Abis", "A", "B1")
    source: str = SOURCE

    def concerne(self, commune: Commune | None) -> bool:
        """Whether leases are examined in this commune; not where its zone is unknown."""
        return not self.zones or (commune is not None and commune.zone_abc in self.zones)

    def dire(self) -> str:
        """« Tous les 3 ans, en zones A bis, A et B1. »."""
        every = "Tous les ans" if self.annees == 1 else f"Tous les {self.annees} ans"
        *others, last = [dire_zone(zone) for zone in self.zones] or [""]
        if not last:
            return f"{every}, dans toutes les communes."
        told = f"zones {', '.join(others)} et {last}" if others else f"zone {last}"
        return f"{every}, en {told}."


@dataclass(frozen=True, slots=True, kw_only=True)
class Prochain:
    """When a lease is examined next, None while unknown, and why that day."""

    etat: EtatBail
    jour: date | None
    phrase: str


def dire_zone(zone: str) -> str:
    """The zone as people write it."""
    return "A bis" if zone == "Abis" else zone


def compte_depuis(bail: str, examen: date | None) -> date | None:
    """The day the years run from: the lease, or an examination since; None while both miss."""
    known = [day for day in (debut_bail(bail), examen) if day is not None]
    return max(known, default=None)


def prochain_examen(bail: str, examen: date | None, regle: RegleExamen, jour: date) -> Prochain:
    """When the lease is examined next, seen on ``jour``.

    ``bail`` is its start (``domain/bail.py``), ``examen`` the last examination that was noted.
    """
    since = compte_depuis(bail, examen)
    if since is None:
        said = (
            "La date du bail n’est pas connue : importez le champ BAIL de RPLS (41) ou une colonne "
            "« Date du bail »."
        )
        return Prochain(etat=EtatBail.INCONNU, jour=None, phrase=typographier(said))
    due = ans_apres(since, regle.annees)
    said = f"{_depuis(bail, since)}, examen {regle.annees} an{'s' * (regle.annees > 1)} après : "
    return Prochain(
        etat=_etat(due, jour), jour=due, phrase=typographier(f"{said}{en_lettres(due)}.")
    )


def dernier_compte(limite: date, annees: int) -> date:
    """The last day from which that many years are over by ``limite``."""
    found = plus_mois(limite, -len(MOIS) * annees)
    while ans_apres(found + timedelta(days=1), annees) <= limite:
        found += timedelta(days=1)
    return found


def seuils(regle: RegleExamen, jour: date) -> tuple[date, date]:
    """The last starts that are to be examined on ``jour``, and within the six months."""
    soon = plus_mois(jour, MOIS_AVANT)
    return dernier_compte(jour, regle.annees), dernier_compte(soon, regle.annees)


def depart(vacance: Vacance) -> date:
    """The day the tenant left or leaves, as far as it is known.

    The état des lieux, else the end of the notice (three months where it was not noted), or the
    day the dwelling can be let if that comes first.
    """
    if vacance.suivi.liberation is not None:
        return vacance.suivi.liberation
    end = plus_mois(vacance.date_conge, vacance.suivi.preavis_mois or _PREAVIS_USUEL)
    return min(end, vacance.disponibilite or end)


def est_quitte(vacance: Vacance, bail: str, jour: date) -> bool:
    """Whether the lease is that of a tenant who left; one signed since is another's."""
    gone = depart(vacance)
    return gone <= jour and bail < gone.isoformat()[: len(bail) or None]


def _depuis(bail: str, compte: date) -> str:
    if debut_bail(bail) != compte:
        return f"Dernier examen noté le {en_lettres(compte)}"
    if au_jour(bail):
        return f"Bail du {en_lettres(compte)}"
    return f"Bail de {dire_bail(bail)}, jour inconnu, compté du {en_chiffres(compte)}"


def _etat(due: date, jour: date) -> EtatBail:
    if due <= jour:
        return EtatBail.A_EXAMINER
    return EtatBail.BIENTOT if due <= plus_mois(jour, MOIS_AVANT) else EtatBail.A_JOUR
