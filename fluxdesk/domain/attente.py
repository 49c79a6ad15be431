"""When the next dwelling of a small réservataire is due (moteur.md §3.6, regles.md 100)."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING

from fluxdesk.domain.dates import MOIS
from fluxdesk.domain.flux.nombres import nombre
from fluxdesk.domain.typographie import accorde, typographier

if TYPE_CHECKING:
    from datetime import date

_PAR_AN = len(MOIS)


@dataclass(frozen=True, slots=True)
class Attente:
    """The rhythm of a right: years between two dwellings, and when the next one is due.

    `dus` are whole dwellings due already. `annee` and `mois` (1 to 12) say when the due reaches
    one dwelling more than what was served, at this rhythm; the day's own month where `dus` is
    not 0.
    """

    intervalle: Fraction
    dus: int
    annee: int
    mois: int


def attente(droits_par_an: Fraction, retard: Fraction, jour: date) -> Attente | None:
    """Foresee the next dwelling due; a forecast to be read, which enters no account.

    Args:
        droits_par_an: the dwellings that the right should bring in a year.
        retard: due minus served today, in dwellings.
        jour: today.

    Returns:
        The rhythm, exact; None for a right that brings nothing.
    """
    if droits_par_an <= 0:
        return None
    reste = max(Fraction(0), 1 - retard) / droits_par_an
    ecoule = Fraction(jour.day - 1, monthrange(jour.year, jour.month)[1])
    mois = floor(jour.month - 1 + ecoule + reste * _PAR_AN)
    return Attente(
        intervalle=1 / droits_par_an,
        dus=max(0, floor(retard)),
        annee=jour.year + mois // _PAR_AN,
        mois=mois % _PAR_AN + 1,
    )


def phrase(attente: Attente) -> str:
    """« 1 logement attendu tous les 2,1 ans ; prochain dû vers mai 2027 »."""
    if not attente.dus:
        suite = f"prochain dû vers {MOIS[attente.mois - 1]} {attente.annee}"
    elif attente.dus == 1:
        suite = "un logement est dû"
    else:
        suite = f"{attente.dus} logements sont dus"
    return typographier(f"{_rythme(attente.intervalle)} ; {suite}")


def _rythme(intervalle: Fraction) -> str:
    """Say how often, in years from one year on, in months down to one, then in dwellings."""
    mois = intervalle * _PAR_AN
    if mois < 1:
        return f"{accorde(round(1 / intervalle), 'logement attendu', 'logements attendus')} par an"
    en_annees = round(mois, 1) >= _PAR_AN
    duree, unite = (intervalle, "ans") if en_annees else (mois, "mois")
    decimales = nombre(duree, 1).removesuffix(",0")
    combien = f"tous les {unite}" if decimales == "1" else f"tous les {decimales}\u00a0{unite}"
    return f"1\u00a0logement attendu {combien}"
