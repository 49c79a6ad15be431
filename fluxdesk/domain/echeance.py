"""Deadlines, each with the sentence that says how it was computed (pratique.md §3.2, §7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from fluxdesk.domain.calendrier import Calendrier, dire_sautes
from fluxdesk.domain.clauses import UniteDelai
from fluxdesk.domain.dates import en_lettres, plus_mois
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.typographie import accorde

if TYPE_CHECKING:
    from datetime import date

    from fluxdesk.domain.convention import Convention

REPONSE_MINIMUM = 10  # days, R441-10
_NOTIFIEE = "à compter de la notification du"
_JOUR = timedelta(days=1)


class ReponseTropCourteError(FluxDeskError):
    """The candidate would have fewer days to answer than the law gives."""

    def __init__(self, jours: int) -> None:
        super().__init__(
            f"Un candidat a dix jours au moins pour répondre à une offre (CCH, art. R441-10) : "
            f"{accorde(jours, 'jour')} ne suffisent pas."
        )


@dataclass(frozen=True, slots=True)
class Echeance:
    """A deadline and the sentence that says how it was computed."""

    jour: date
    explication: str


def calculer_echeance(
    notification: date,
    delai_jours: int,
    *,
    zone_tendue: bool,
    reference: str = "",
    unite: UniteDelai = UniteDelai.CALENDAIRES,
    calendrier: Calendrier | None = None,
) -> Echeance:
    """Deadline of an offer notified that day (regles.md 34-35; L441-1).

    The day of notification does not count. The delay is the convention's, in calendar days or
    in worked ones, whose holidays are said; in zone tendue it is cut at one month, whatever
    the convention says (ordre public).
    """
    clause = f" (convention {reference})" if reference else " (clause de la convention)"
    agreed, skipped = _apres(notification, delai_jours, unite, calendrier or Calendrier())
    said = _jours(delai_jours, unite)
    month = plus_mois(notification, 1)
    start = f"{_NOTIFIEE} {en_lettres(notification)}"
    if zone_tendue and agreed > month:
        return Echeance(
            month,
            f"un mois {start} : en zone tendue la loi plafonne le délai de {said}"
            f"{clause} à un mois (CCH, art. L441-1)",
        )
    return Echeance(agreed, f"{said} {start}{clause}{skipped}")


def comptee_de_la_notification(explication: str) -> bool:
    """Whether a deadline runs from the day the offer was notified, and not from another act.

    A reminder's, a prolongation's, that of new candidates stay whenever the offer is sent.
    """
    return _NOTIFIEE in explication


def echeance_convention(
    convention: Convention, notification: date, calendrier: Calendrier
) -> Echeance:
    """The deadline that the convention gives the réservataire for its candidates."""
    return calculer_echeance(
        notification,
        convention.delai_jours,
        zone_tendue=convention.zone_tendue,
        reference=convention.reference,
        unite=convention.clauses.unite_delai,
        calendrier=calendrier,
    )


def echeance_nouveaux(
    convention: Convention, depuis: date, calendrier: Calendrier
) -> Echeance | None:
    """Until when the réservataire may present others, after candidates that came to nothing.

    None where the convention says nothing of it.
    """
    days, unit = convention.clauses.candidats_nouveaux_jours, convention.clauses.unite_delai
    if days is None:
        return None
    end, skipped = _apres(depuis, days, unit, calendrier)
    start = f"à compter du {en_lettres(depuis)} pour présenter de nouveaux candidats"
    return Echeance(end, f"{_jours(days, unit)} {start} (clause de la convention){skipped}")


def echeance_signalement(
    convention: Convention, conge: date, calendrier: Calendrier
) -> Echeance | None:
    """Until when the landlord tells the réservataire of the vacancy; None where nothing is said."""
    days, unit = convention.clauses.signalement_jours, convention.clauses.unite_delai
    if days is None:
        return None
    end, skipped = _apres(conge, days, unit, calendrier)
    start = f"à compter du congé du {en_lettres(conge)} pour signaler la vacance"
    return Echeance(end, f"{_jours(days, unit)} {start} (clause de la convention){skipped}")


def echeance_reponse(
    notification: date, calendrier: Calendrier, jours: int = REPONSE_MINIMUM
) -> Echeance:
    """Last day for the candidate to answer the offer; its silence is a refusal (R441-10).

    The day of notification does not count; a last day that is a Saturday, a Sunday or a
    holiday gives way to the next one worked.

    Raises:
        ReponseTropCourteError: fewer than ten days.
    """
    if jours < REPONSE_MINIMUM:
        raise ReponseTropCourteError(jours)
    day, moved = calendrier.reporter(notification + jours * _JOUR)
    said = f"{accorde(jours, 'jour')} à compter de la notification du {en_lettres(notification)}"
    law = "ce jour non compté (CCH, art. R441-10)"
    return Echeance(day, f"{said}, {law}" + (f" ; {moved}" if moved else ""))


def _apres(depart: date, jours: int, unite: UniteDelai, calendrier: Calendrier) -> tuple[date, str]:
    if unite is UniteDelai.CALENDAIRES:
        return depart + jours * _JOUR, ""
    end, skipped = calendrier.apres(depart, jours)
    said = dire_sautes(skipped)
    return end, f" ; {said}" if said else ""


def _jours(jours: int, unite: UniteDelai) -> str:
    """« 30 jours », « 15 jours ouvrés »: with an ordinary space, as in the papers of before."""
    plural = "s" if jours > 1 else ""
    worked = f" ouvré{plural}" if unite is UniteDelai.OUVRES else ""
    return f"{jours} jour{plural}{worked}"
