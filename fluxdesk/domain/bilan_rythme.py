"""Who is owed an intermediate bilan, by the rhythm that its convention says (regles.md 25, 10°).

No text gives a delay: it is the one of the convention, or the month that follows the period, as
is usual.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from fluxdesk.domain.bilan_emis import EtatBilan
from fluxdesk.domain.clauses import RythmeBilan
from fluxdesk.domain.periode import periodes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from fluxdesk.domain.bilan_emis import BilanEmis
    from fluxdesk.domain.convention import Convention
    from fluxdesk.domain.periode import Periode


@dataclass(frozen=True, slots=True, kw_only=True)
class PointDu:
    """An intermediate bilan that was not sent; ``d_usage`` where no clause says when it is due."""

    reservataire_id: int
    rythme: RythmeBilan
    periode: Periode
    echeance: date
    d_usage: bool


def attendu(convention: Convention, periode: Periode) -> bool:
    """Whether that convention, in force on the last day, asks for a bilan of that period.

    The bilan of a year is owed to everybody (R441-5-1).
    """
    if periode.entiere:
        return True
    in_force = convention.avenant_au(periode.fin) is not None
    return in_force and convention.clauses.rythme is periode.rythme


def points_dus(
    conventions: Iterable[Convention], emis: Sequence[BilanEmis], jour: date
) -> tuple[PointDu, ...]:
    """What is owed that day: the last period ended of each convention, unless it was sent."""
    sent = {(e.destinataire, e.debut, e.fin) for e in emis if e.etat is EtatBilan.ENVOYE}
    found: dict[tuple[int, date, date], PointDu] = {}
    for convention in conventions:
        rhythm, who = convention.clauses.rythme, convention.reservataire_id
        period = derniere_finie(rhythm, jour)
        if rhythm is RythmeBilan.ANNUEL or not attendu(convention, period):
            continue
        if (f"reservataire:{who}", period.debut, period.fin) not in sent:
            found.setdefault(
                (who, period.debut, period.fin),
                PointDu(
                    reservataire_id=who,
                    rythme=rhythm,
                    periode=period,
                    echeance=_echeance(convention.clauses.point_jours, period.fin),
                    d_usage=convention.clauses.point_jours is None,
                ),
            )
    return tuple(found.values())


def derniere_finie(rythme: RythmeBilan, jour: date) -> Periode:
    """The last period of a rhythm that ended before that day."""
    known = (*periodes(jour.year - 1, rythme), *periodes(jour.year, rythme))
    return max((p for p in known if p.fin < jour), key=lambda p: p.fin)


def _echeance(jours: int | None, fin: date) -> date:
    """So many days after the period, or the last day of the month after the one it ends."""
    if jours is not None:
        return fin + timedelta(days=jours)
    after = fin + timedelta(days=32)  # always in the month after next
    return after.replace(day=1) - timedelta(days=1)
