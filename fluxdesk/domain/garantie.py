"""A right that answers a loan guarantee, and when it ends (regles.md 29-33, 97; R441-6)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from fluxdesk.domain.dates import ans_apres
from fluxdesk.domain.flux.nombres import nombre
from fluxdesk.domain.flux.parties import UN
from fluxdesk.domain.gardee import gardee
from fluxdesk.domain.regles_flux import GARANTIES
from fluxdesk.domain.taux import ecrire_taux
from fluxdesk.domain.typographie import accorde, plie, typographier

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

PROROGATION = 5  # years after the last repayment (L441-1, R441-6; regles.md 32)
BIENTOT = 12  # months: what ends within them is told


@gardee
@dataclass(frozen=True, slots=True, kw_only=True)
class Garantie:
    """One guaranteed loan of one programme; ``id`` is 0 until recorded.

    ``quotite`` is the share guaranteed, in 1/10 000; ``logements`` the dwellings of the
    programme, ``droits`` those reserved in return. ``derniere_echeance`` is the last repayment
    as the loan foresees it, ``rembourse`` the day it was wholly repaid, ``informe`` the day the
    guarantor was told. ``exercee_par`` is the commune that uses the rights of its EPCI or
    département, by INSEE code (regles.md 33).
    """

    reservataire_id: int
    programme: str
    id: int = 0
    commune: str = ""
    pret: str = ""
    quotite: int = 0
    logements: int = 0
    droits: int = 0
    derniere_echeance: date | None = None
    rembourse: date | None = None
    informe: date | None = None
    exercee_par: str = ""
    observation: str = ""

    @property
    def fin(self) -> date | None:
        """The last day of the right: last repayment + 5 years; None while it is not known."""
        last = self.rembourse or self.derniere_echeance
        return None if last is None else ans_apres(last, PROROGATION)

    def vaut(self, jour: date) -> bool:
        """Whether the right still stands that day."""
        return self.fin is None or self.fin >= jour


def droits_attendus(garantie: Garantie, plafond: int = GARANTIES.dix_milliemes) -> Fraction:
    """Dwellings that the guarantee gives: cap × programme × quotité (regles.md 30, 97)."""
    return Fraction(plafond * garantie.quotite * garantie.logements, UN * UN)


class GenreAlerte(StrEnum):
    """What there is to do about a guarantee."""

    DEPASSEMENT = "plafond dépassé"
    ECHUE = "droits échus"
    A_INFORMER = "garant à informer"
    BIENTOT = "fin prochaine"


@dataclass(frozen=True, slots=True, kw_only=True)
class AlerteGarantie:
    """One thing to do; ``garantie_id`` is that of the loan it is about."""

    genre: GenreAlerte
    garantie_id: int
    phrase: str


def alerter(
    garanties: Sequence[Garantie], jour: date, plafond: int = GARANTIES.dix_milliemes
) -> tuple[AlerteGarantie, ...]:
    """What the guarantees ask for, the gravest first (regles.md 29, 32, 96, 97)."""
    found = [
        *_depassements([g for g in garanties if g.vaut(jour)], plafond),
        *(alerte for garantie in garanties for alerte in _echeances(garantie, jour)),
    ]
    order = list(GenreAlerte)
    return tuple(sorted(found, key=lambda one: (order.index(one.genre), one.garantie_id)))


def _echeances(garantie: Garantie, jour: date) -> list[AlerteGarantie]:
    found: list[AlerteGarantie] = []

    def dire(genre: GenreAlerte, phrase: str) -> None:
        found.append(
            AlerteGarantie(genre=genre, garantie_id=garantie.id, phrase=typographier(phrase))
        )

    named = f"{garantie.programme}{f', prêt {garantie.pret}' if garantie.pret else ''}"
    end = garantie.fin
    if garantie.rembourse is not None and garantie.informe is None:
        dire(
            GenreAlerte.A_INFORMER,
            f"{named} : prêt remboursé le {garantie.rembourse:%d/%m/%Y}. Informez le garant ; ses "
            f"droits durent jusqu’au {end:%d/%m/%Y} (CCH, art. R441-6).",
        )
    if end is not None and end < jour:
        dire(
            GenreAlerte.ECHUE,
            f"{named} : droits échus depuis le {end:%d/%m/%Y}. Recalculez le taux et proposez un "
            "avenant.",
        )
    elif end is not None and _mois(jour, end) <= BIENTOT:
        dire(GenreAlerte.BIENTOT, f"{named} : les droits prennent fin le {end:%d/%m/%Y}.")
    return found


def _depassements(garanties: Iterable[Garantie], plafond: int) -> list[AlerteGarantie]:
    programmes: dict[tuple[str, str], list[Garantie]] = defaultdict(list)
    for garantie in garanties:
        programmes[plie(garantie.programme), garantie.commune].append(garantie)
    found: list[AlerteGarantie] = []
    for mine in programmes.values():
        rights = sum(g.droits for g in mine)
        most = max(g.logements for g in mine)
        shares = sum(g.quotite for g in mine)
        if rights * UN > plafond * most:
            share = f" ({nombre(Fraction(100 * rights, most), 1)} %)" if most else ""
            phrase = (
                f"{mine[0].programme} : {accorde(rights, 'droit')} pour "
                f"{accorde(most, 'logement')}{share}, "
                f"le plafond des garanties est de {ecrire_taux(plafond)}."
            )
        elif shares > UN:
            phrase = (
                f"{mine[0].programme} : les quotités garanties totalisent {ecrire_taux(shares)}, "
                "plus que le prêt."
            )
        else:
            continue
        found.append(
            AlerteGarantie(
                genre=GenreAlerte.DEPASSEMENT,
                garantie_id=mine[0].id,
                phrase=typographier(phrase),
            )
        )
    return found


def _mois(debut: date, fin: date) -> int:
    return (fin.year - debut.year) * 12 + fin.month - debut.month
