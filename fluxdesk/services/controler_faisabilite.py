"""Can the conventions all be kept together? Said before they are signed, never refused."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from fluxdesk.domain.controles import Gravite
from fluxdesk.domain.controles_loi import controler, jours_de_changement
from fluxdesk.domain.dates import en_lettres
from fluxdesk.domain.faisabilite import examiner
from fluxdesk.domain.faisabilite_droits import droits_au
from fluxdesk.domain.faisabilite_phrases import Grade, Message, NomsDesLieux, Redaction
from fluxdesk.domain.flux.parties import Unite
from fluxdesk.domain.flux_constate import LIBERATIONS_MIN, MOIS_OBSERVES, constater
from fluxdesk.domain.logement import modalite_qpv, periode_construction
from fluxdesk.domain.parties import parties_du_flux
from fluxdesk.domain.territoire import cle_residence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from fluxdesk.domain.controles import Alerte
    from fluxdesk.domain.convention import Convention
    from fluxdesk.domain.faisabilite import Coupe
    from fluxdesk.domain.flux_constate import FluxConstate
    from fluxdesk.domain.regles_flux import ReglesFlux
    from fluxdesk.domain.reservataire import Reservataire
    from fluxdesk.services.ports import Bureau, Horloge, Lectures, Territoires
    from fluxdesk.services.rows import GroupeRow

_MOIS_PAR_AN = 12
_SOMME = "somme_commune"


@dataclass(frozen=True, slots=True, kw_only=True)
class Examinateur:
    """What a check of conventions needs beside them; ``flux`` is read once for many checks."""

    horloge: Horloge
    territoires: Territoires
    couper: Coupe
    flux: FluxConstate


@dataclass(frozen=True, slots=True, kw_only=True)
class Examen:
    """What the law says, and whether the rights can be served, the worst first."""

    alertes: tuple[Alerte, ...] = ()
    messages: tuple[Message, ...] = ()


def lire_flux(*, lectures: Lectures, horloge: Horloge, territoires: Territoires) -> FluxConstate:
    """The dwellings freed in the last 36 months, or the patrimoine where they are too few."""
    today = horloge.aujourd_hui()
    rows = lectures.liberations(_mois_avant(today, MOIS_OBSERVES))
    firsts = [row.premier for row in rows if row.premier is not None]
    if sum(row.nombre for row in rows) < LIBERATIONS_MIN:
        return constater(_unites(lectures.parc(), territoires), 0)
    return constater(_unites(rows, territoires), _mois_entre(min(firsts), today))


def examinateur(bureau: Bureau, flux: FluxConstate | None = None) -> Examinateur:
    """The examiner of a desk; ``flux`` is what was read before, if it was."""
    return Examinateur(
        horloge=bureau.horloge,
        territoires=bureau.territoires,
        couper=bureau.couper,
        flux=flux
        or lire_flux(
            lectures=bureau.base.lectures,
            horloge=bureau.horloge,
            territoires=bureau.territoires,
        ),
    )


def un_an_avant(jour: date) -> date:
    """The first day of the last twelve months."""
    return _mois_avant(jour, _MOIS_PAR_AN)


def _mois_avant(jour: date, mois: int) -> date:
    return date(jour.year - mois // _MOIS_PAR_AN, jour.month, 1)


def _mois_entre(debut: date, fin: date) -> int:
    """Months begun from one day to another: a base younger than 36 months is not diluted."""
    months = (fin.year - debut.year) * _MOIS_PAR_AN + fin.month - debut.month
    return max(1, min(MOIS_OBSERVES, months))


def _unites(rows: Iterable[GroupeRow], territoires: Territoires) -> Iterator[tuple[Unite, int]]:
    for row in rows:
        commune = territoires.commune(row.commune)
        yield (
            Unite(
                cle="",
                jour=date.min,
                commune=commune.code if commune else row.commune,
                epci=row.epci,
                departement=row.departement,
                qpv=modalite_qpv(row.qpv),
                typologie=row.typologie,
                financement=row.financement,
                periode=periode_construction(row.annee_construction),
                quartier=row.qpv_code,
                residence=cle_residence(row.commune, row.programme),
            ),
            row.nombre,
        )


def examiner_conventions(
    conventions: Sequence[Convention],
    reservataires: Mapping[int, Reservataire],
    examinateur: Examinateur,
    regles: ReglesFlux | None = None,
) -> Examen:
    """The findings of the law and the graded messages, today and on each day a rate begins."""
    today = examinateur.horloge.aujourd_hui()
    communes = examinateur.territoires.communes
    found = controler(conventions, reservataires, communes, today, regles)
    made_up = [a for a in found if a.code == _SOMME and a.gravite is Gravite.ALERTE]
    messages = [Message(Grade.ALERTE, a.phrase) for a in made_up]
    messages += _messages(conventions, reservataires, examinateur)
    order = list(Grade)
    return Examen(
        alertes=tuple(a for a in found if a not in made_up),
        messages=tuple(sorted(messages, key=lambda m: order.index(m.grade))),
    )


def _messages(
    conventions: Sequence[Convention],
    reservataires: Mapping[int, Reservataire],
    examinateur: Examinateur,
) -> list[Message]:
    flux = examinateur.flux
    if not flux.total:
        return []
    today = examinateur.horloge.aujourd_hui()
    writing = Redaction(flux, NomsDesLieux(examinateur.territoires.communes))
    parties = parties_du_flux(conventions, reservataires)
    found: dict[tuple[Grade, str], Message] = {}
    for day in jours_de_changement(conventions, today):
        bilan = examiner(droits_au(parties, flux, day), flux, examinateur.couper)
        for message in writing.messages(bilan):
            later = f"À compter du {en_lettres(day)}\u00a0: " if day != today else ""
            key = message.grade, message.sujet
            found.setdefault(key, Message(message.grade, later + message.phrase, message.sujet))
    return _sans_contradiction(found.values())


def _sans_contradiction(messages: Iterable[Message]) -> list[Message]:
    """All is well only if it stays so."""
    found = list(messages)
    failing = any(m.grade is Grade.IMPOSSIBLE for m in found)
    return [m for m in found if not (failing and m.grade is Grade.OK)]
