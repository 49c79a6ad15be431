"""All that the page Conventions shows, read at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxdesk.domain.convention import Convention
from fluxdesk.domain.dates import en_lettres
from fluxdesk.domain.duree_convention import duree_au, sans_convention
from fluxdesk.domain.flux.parties import Zone
from fluxdesk.services.controler_conventions import controler_base
from fluxdesk.services.controler_faisabilite import examinateur, un_an_avant
from fluxdesk.ui.models.conventions import LigneConvention, sommes
from fluxdesk.ui.models.conventions_lieux import Lieux, zone_en_mots

if TYPE_CHECKING:
    from fluxdesk.domain.reservataire import Reservataire
    from fluxdesk.services.controler_faisabilite import Examen
    from fluxdesk.services.ports import Bureau
    from fluxdesk.ui.models.conventions import LigneSomme


@dataclass(frozen=True, slots=True, kw_only=True)
class EtatConventions:
    """All that the page shows; ``lieux`` also serves the dialog, and ``annee`` only it.

    ``annee`` counts the dwellings that entered the flux in the last twelve months.
    """

    lignes: tuple[LigneConvention, ...]
    sommes: tuple[LigneSomme, ...]
    examen: Examen
    lieux: Lieux
    jour: str
    annee: int


def _vierge(who: Reservataire) -> Convention:
    """What a réservataire that signed nothing has: no rate, nowhere."""
    return Convention(reservataire_id=who.id, avenants=(), assiette=Zone(), territoire=Zone())


def _lieux(bureau: Bureau) -> Lieux:
    return Lieux.du_cog(bureau.territoires.communes(), bureau.base.lectures.parc())


def lire_conventions(bureau: Bureau, lieux: Lieux) -> EtatConventions:
    """Read the page; runs on the worker. The places of the COG are read once."""
    today = bureau.horloge.aujourd_hui()
    places = lieux if lieux.tous else _lieux(bureau)
    with bureau.base.transaction() as uow:
        conventions = uow.conventions.toutes()
        known = {r.id: r for r in uow.reservataires.tous()}
    signed = {c.reservataire_id for c in conventions}
    rows = tuple(
        LigneConvention(
            reservataire=known[c.reservataire_id],
            convention=c,
            avenant=c.avenant_au(today),
            territoire=zone_en_mots(c.territoire, places) if c.id else "",
            duree=duree_au(c, today),
        )
        for c in (
            *conventions,
            *(
                _vierge(who)
                for who in sans_convention(conventions, known.values(), today)
                if who.id not in signed
            ),
        )
    )
    return EtatConventions(
        lignes=rows,
        sommes=tuple(sommes(rows, bureau.territoires.communes())),
        examen=controler_base(uow=bureau.base.transaction(), examinateur=examinateur(bureau)),
        lieux=places,
        jour=en_lettres(today),
        annee=sum(row.nombre for row in bureau.base.lectures.liberations(un_an_avant(today))),
    )
