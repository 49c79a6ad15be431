"""Sums of the rates place by place: what passes 100 %, and whether other places make up for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.controles import avertit, bloque, lieux, pourcentage, unite_du_lieu
from fluxdesk.domain.dates import en_lettres
from fluxdesk.domain.flux.parties import UN
from fluxdesk.domain.regles_legales import EffetRegle

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from fluxdesk.domain.controles import Alerte, Lieu
    from fluxdesk.domain.convention import Convention
    from fluxdesk.domain.regles_flux import ReglesFlux
    from fluxdesk.domain.reservataire import Reservataire
    from fluxdesk.domain.territoire import Commune


class Sommes:
    """The rates of a set of conventions, added up wherever they meet."""

    def __init__(
        self,
        conventions: Sequence[Convention],
        reservataires: Mapping[int, Reservataire],
        communes: Sequence[Commune],
        regles: ReglesFlux,
    ) -> None:
        self._conventions = conventions
        self._reservataires = reservataires
        self._regles = regles
        bases = [c.assiette for c in conventions]
        self._places = lieux(bases, communes)
        # Where a right is served may tell apart communes that no rate does.
        self._fines = lieux([*bases, *(c.territoire for c in conventions)], communes)

    def au(self, jour: date) -> Iterator[tuple[str, Alerte]]:
        """The findings of a day, each with the place it is about."""
        room = [
            place
            for place in self._fines
            if sum(c.dix_milliemes_au(jour) for c in self._ici(place, jour)) < UN
        ]
        for place in self._places:
            here = [c for c in self._ici(place, jour) if c.dix_milliemes_au(jour)]
            rates = [(self._nom(c), c.dix_milliemes_au(jour)) for c in here]
            if sum(rate for _, rate in rates) > UN:
                elsewhere = any(_atteint(c, room, jour) for c in here)
                yield place.nom, _plus_de_cent(place, rates, jour, compensable=elsewhere)
            yield from ((place.nom, a) for a in self._garanties(place, here, jour))

    def _ici(self, place: Lieu, jour: date) -> list[Convention]:
        unite = unite_du_lieu(place, jour)
        return [c for c in self._conventions if c.assiette.contient(unite)]

    def _nom(self, convention: Convention) -> str:
        return self._reservataires[convention.reservataire_id].nom

    def _garanties(self, place: Lieu, here: Iterable[Convention], jour: date) -> Iterator[Alerte]:
        rule = self._regles.plafond_garanties
        backed = sum(c.dix_milliemes_au(jour) for c in here if c.garantie_emprunt)
        if backed > rule.dix_milliemes and rule.effet is not EffetRegle.IGNOREE:
            yield bloque(
                "garanties_plafond",
                f"Au {en_lettres(jour)}, {place.nom}, les droits nés de garanties d’emprunt "
                f"totalisent {pourcentage(backed)} : ils ne peuvent dépasser "
                f"{pourcentage(rule.dix_milliemes)} (CCH, art. R441-5 et suivants).",
            )


def _atteint(convention: Convention, places: Iterable[Lieu], jour: date) -> bool:
    return any(convention.territoire.contient(unite_du_lieu(p, jour)) for p in places)


def _plus_de_cent(
    place: Lieu, taux: Sequence[tuple[str, int]], jour: date, *, compensable: bool
) -> Alerte:
    """What passes 100 % here is served elsewhere, or cannot be served at all (moteur.md §2)."""
    detail = " + ".join(f"{name} {pourcentage(rate)}" for name, rate in taux)
    total = pourcentage(sum(rate for _, rate in taux))
    if compensable:
        return avertit(
            "somme_commune",
            f"Au {en_lettres(jour)}, {place.nom}, les pourcentages conventionnés s’additionnent à "
            f"{total} (> 100 %) : {detail}. Ce qui dépasse ne peut être servi que dans d’autres "
            "communes.",
        )
    return bloque(
        "somme_commune",
        f"Au {en_lettres(jour)}, {place.nom}, les taux s’additionnent à {total}, plus de 100 % : "
        f"{detail}. Aucun de ces réservataires ne peut être servi ailleurs.",
    )
