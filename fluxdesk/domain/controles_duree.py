"""Checks of what surrounds the rates: the end, the transmission, the delay in zone tendue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.controles import avertit
from fluxdesk.domain.duree_convention import avis_de_fin, dit_sans_convention, sans_convention
from fluxdesk.domain.flux.phrases import de
from fluxdesk.domain.reservataire import Categorie

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from fluxdesk.domain.controles import Alerte
    from fluxdesk.domain.convention import Convention
    from fluxdesk.domain.reservataire import Reservataire

JOURS_D_UN_MOIS = 31


def controler_durees(
    conventions: Sequence[Convention], reservataires: Mapping[int, Reservataire], jour: date
) -> Iterator[Alerte]:
    """What to verify that day beside the rates; nothing here stops a recording."""
    for avis in avis_de_fin(conventions, reservataires, jour):
        yield avertit("duree", avis.phrase)
    yield from _delais(conventions, reservataires)
    yield from _transmissions(conventions, reservataires)


def controler_absences(
    conventions: Sequence[Convention], reservataires: Mapping[int, Reservataire], jour: date
) -> Iterator[Alerte]:
    """The réservataires that never had a convention, whose rights are another's (regles.md 51)."""
    signed = {c.reservataire_id for c in conventions}
    for who in sans_convention(conventions, reservataires.values(), jour):
        if who.id not in signed:  # the end of one that ended is told already
            yield avertit("sans_convention", f"{who.nom}. {dit_sans_convention(who)}.")


def _delais(
    conventions: Iterable[Convention], reservataires: Mapping[int, Reservataire]
) -> Iterator[Alerte]:
    for convention in conventions:
        if convention.zone_tendue and convention.delai_jours > JOURS_D_UN_MOIS:
            name = reservataires[convention.reservataire_id].nom
            yield avertit(
                "delai_zone_tendue",
                f"Le délai {de(name)} est de {convention.delai_jours} jours. En zone tendue le "
                "réservataire propose ses candidats dans un mois au plus, quoi que dise la "
                "convention (CCH, art. L441-1) : les échéances sont comptées à un mois.",
            )


def _transmissions(
    conventions: Iterable[Convention], reservataires: Mapping[int, Reservataire]
) -> Iterator[Alerte]:
    """The préfet signs that of the État; the others are sent to it (regles.md 11)."""
    missing = [
        reservataires[c.reservataire_id].nom
        for c in conventions
        if c.signature is not None
        and c.clauses.transmise_prefet is None
        and reservataires[c.reservataire_id].categorie is not Categorie.ETAT
    ]
    if missing:
        yield avertit(
            "transmission",
            f"Aucune date de transmission au préfet n’est notée pour : {', '.join(missing)}. "
            "Le code prévoyait en 2017 une communication sans délai (CCH, art. R441-5) : "
            "vérifiez la rédaction en vigueur.",
        )
