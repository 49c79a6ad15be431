"""Avenants: the rate of a convention through time, never rewritten."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from fluxdesk.domain.controles import pourcentage
from fluxdesk.domain.convention import Avenant
from fluxdesk.domain.convention_mots import nom_avenant, periode
from fluxdesk.domain.dates import en_lettres

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from fluxdesk.domain.convention import SousContingent


@dataclass(frozen=True, slots=True, kw_only=True)
class TauxSaisi:
    """The rate as the form holds it, in 1/10 000."""

    dix_milliemes: int
    parts: tuple[SousContingent, ...]
    debut: date | None
    fin: date | None


def taux_change(anciens: Sequence[Avenant], taux: TauxSaisi) -> bool:
    """Whether the form holds another rate, or other parts, than the last avenant.

    Where a part is exercised is no rate: changing it alone makes no avenant.
    """
    last = anciens[-1] if anciens else None
    if last is None:
        return False
    signed, typed = _sans_lieu(last.sous_contingents), _sans_lieu(taux.parts)
    return (last.dix_milliemes, signed) != (taux.dix_milliemes, typed)


def _sans_lieu(parts: Sequence[SousContingent]) -> tuple[SousContingent, ...]:
    return tuple(replace(part, territoire=None) for part in parts)


def premier_jour(anciens: Sequence[Avenant]) -> date | None:
    """First day a new avenant may begin; None where any day will do."""
    last = anciens[-1]
    return last.debut + timedelta(days=1) if last.debut else None


def avenants_saisis(anciens: Sequence[Avenant], taux: TauxSaisi) -> tuple[Avenant, ...]:
    """The avenants to record: a changed rate closes the last one and adds another."""
    if not anciens:
        return (_avenant(0, taux),)
    *before, last = anciens
    if not taux_change(anciens, taux) or taux.debut is None:
        return (*before, replace(last, fin=taux.fin, sous_contingents=taux.parts))
    eve = taux.debut - timedelta(days=1)
    closed = replace(last, fin=eve if last.fin is None else min(last.fin, eve))
    return (*before, closed, _avenant(last.numero + 1, taux))


def _avenant(numero: int, taux: TauxSaisi) -> Avenant:
    return Avenant(
        numero=numero,
        dix_milliemes=taux.dix_milliemes,
        debut=taux.debut,
        fin=taux.fin,
        sous_contingents=taux.parts,
    )


def avenant_en_mots(avenant: Avenant) -> str:
    """« Avenant n° 1 : 25 %, du 1er janvier 2026 au 31 décembre 2026 »."""
    parts = ", ".join(f"{p.nom} {pourcentage(p.dix_milliemes)}" for p in avenant.sous_contingents)
    detail = f" ({parts})" if parts else ""
    rate = f"{pourcentage(avenant.dix_milliemes)}{detail}, {periode(avenant, en_lettres)}"
    return f"{nom_avenant(avenant)}\u00a0: {rate}"
