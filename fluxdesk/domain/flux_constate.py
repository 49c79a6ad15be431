"""The dwellings that free up, place by place: what a right can be served with (moteur.md §2).

Forecasts enter no ledger: these counts only tell whether conventions can be kept together.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from fluxdesk.domain.flux.parties import Axe, Unite
from fluxdesk.domain.typographie import accorde

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

MOIS_OBSERVES = 36
LIBERATIONS_MIN = 30  # under that, the patrimoine says more than so few vacancies
_JOUR = date(1, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class FluxConstate:
    """How many dwellings free up in each place.

    ``lieux`` are dwellings reduced to the places that zones name, ``nombres`` how many
    each stands for, ``modalites`` how many of them have a value on an axis, by rank of place.
    ``mois`` is the time they were seen in; 0 says that the patrimoine stands in.
    """

    mois: int
    lieux: tuple[Unite, ...] = ()
    nombres: tuple[int, ...] = ()
    modalites: Mapping[tuple[Axe, str], Mapping[int, int]] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """Dwellings counted."""
        return sum(self.nombres)

    @property
    def echelle(self) -> tuple[int, int]:
        """What a count is multiplied by, then divided by, to be printed: a year, or a hundred."""
        return (12, self.mois) if self.mois else (100, max(1, self.total))

    @property
    def source(self) -> str:
        """Where the figures come from, as a sentence."""
        if self.mois:
            seen = accorde(self.total, "logement entré", "logements entrés")
            return f"Libérations : moyenne de {seen} dans le flux en {self.mois} mois."
        return (
            f"Moins de {LIBERATIONS_MIN} libérations connues : chiffres pour 100 logements "
            "libérés, répartis comme le patrimoine."
        )


def constater(unites: Iterable[tuple[Unite, int]], mois: int) -> FluxConstate:
    """Count dwellings, given alike ones together with their number."""
    rangs: dict[Unite, int] = {}
    nombres: Counter[int] = Counter()
    modalites: dict[tuple[Axe, str], Counter[int]] = {}
    for unite, nombre in unites:
        rang = rangs.setdefault(_lieu(unite), len(rangs))
        nombres[rang] += nombre
        for axe in Axe:
            modalites.setdefault((axe, unite.valeur(axe)), Counter())[rang] += nombre
    return FluxConstate(
        mois=mois,
        lieux=tuple(rangs),
        nombres=tuple(nombres[rang] for rang in range(len(rangs))),
        modalites=modalites,
    )


def _lieu(unite: Unite) -> Unite:
    return Unite(
        cle="",
        jour=_JOUR,
        commune=unite.commune,
        epci=unite.epci,
        departement=unite.departement,
        qpv="",
        typologie="",
        financement="",
        periode="",
        quartier=unite.quartier,
        residence=unite.residence,
    )
