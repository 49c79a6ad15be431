"""The objectives of a year as a table for the CIL (pratique.md A2, B24): counts, rate, target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.controles import pourcentage
from fluxdesk.domain.typographie import typographier
from fluxdesk.services.eclairer_objectifs import pour_cent
from fluxdesk.services.listes import Liste

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fluxdesk.domain.objectif import Objectif
    from fluxdesk.domain.objectif_mesure import Mesure
    from fluxdesk.services.listes import Cellule
    from fluxdesk.services.mesurer_objectifs import PasObjectif, TableauObjectifs

TOUT = "tout le patrimoine"
_TITRES = (
    "Année",
    "Territoire",
    "SIREN de l’EPCI",
    "Réservataire",
    "Objectif",
    "Ménages comptés",
    "Où",
    "Sur les",
    "Comptés",
    "Autres",
    "Non renseignés",
    "Total",
    "Quartier non connu, hors total",
    "Taux, non renseignés pour zéro",
    "Taux, non renseignés pour un",
    "Cible",
    "État",
    "Source",
    "Certitude",
)


def lister_objectifs(lu: TableauObjectifs) -> Liste:
    """One row an objective and a year it holds, the year shown first.

    A rate is two: with what is not known counted for nothing, then for all. Nobody is named.
    """
    rows = [
        _ligne(line.objectif, step, lu)
        for line in lu.lignes
        for step in sorted(line.pas, key=lambda s: (s.annee != lu.annee, s.annee))
    ]
    return Liste(titres=_TITRES, lignes=tuple(rows))


def _ligne(objectif: Objectif, pas: PasObjectif, lu: TableauObjectifs) -> tuple[Cellule, ...]:
    population, place, base = objectif.mesure
    seen = pas.mesure
    return (
        pas.annee,
        _nom(lu.epcis, objectif.epci) or TOUT,
        objectif.epci,
        _nom(lu.parties, objectif.partie) or "tous",
        objectif.libelle or objectif.nature.value,
        population.value,
        place.value,
        base.value,
        seen.oui,
        seen.non,
        seen.inconnus,
        seen.total,
        seen.sans_lieu,
        *_taux(seen),
        pourcentage(pas.cible),
        seen.etat(pas.cible).value,
        objectif.source,
        objectif.certitude.value,
    )


def _taux(mesure: Mesure) -> tuple[str, str]:
    low, high = mesure.taux, mesure.taux_haut
    if low is None or high is None:
        return "", ""
    return typographier(pour_cent(low)), typographier(pour_cent(high))


def _nom(noms: Mapping[str, str], cle: str) -> str:
    return noms.get(cle, cle)
