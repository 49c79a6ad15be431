"""The year that the demonstration tells: which dwellings are freed, when, and what comes of it.

Drawn from a seed, so that two bases built on the same day are the same. Every delay is chosen
so that what should be over is over by today, and what should wait still waits.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import cycle
from random import Random
from typing import TYPE_CHECKING

from fluxdesk.domain.logement import EtatLogement
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.vacance import CategorieSoustrait, CauseLiberation, Qualification
from fluxdesk.services.demonstration_acteurs import AJACCIO, BASTIA, MAMOUDZOU

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from fluxdesk.domain.logement import Logement

VENDREDI = 4
RECENTE = 40  # days: an offer made since then still waits within its deadline
REFUS = (
    "Aucun candidat pour cette typologie dans le délai",
    "Logement non adapté au ménage pressenti (étage sans ascenseur)",
    "Loyer trop élevé pour les candidats pressentis",
    "Commune refusée par les candidats consultés",
)


@dataclass(frozen=True, slots=True)
class Reponse:
    """What comes of an offer, so many days after it (or after the answer before it)."""

    issue: IssueOrientation
    apres: int
    motif: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Histoire:
    """One vacancy: delays in days, each from the step before.

    ``offres`` holds the answers to each offer in turn; an empty one is still waited for.
    ``reservee`` asks that a réservataire receive it, for an open offer must have a deadline;
    ``a_plusieurs`` that it may be the one offered to several at once: the answers are those of
    the réservataire suggested, the others stay in the running.
    """

    logement: Logement
    conge: date
    disponible: int
    cause: CauseLiberation = CauseLiberation.CONGE
    qualifiee: int | None = 2
    qualification: Qualification = Qualification.FLUX
    categorie: CategorieSoustrait | None = None
    motif: str = ""
    attente: int = 3
    offres: tuple[tuple[Reponse, ...], ...] = ()
    reservee: bool = False
    a_plusieurs: bool = False


def ouvre(jour: date) -> date:
    """That day, or the Friday before where it falls on a week-end."""
    return jour - timedelta(days=max(0, jour.weekday() - VENDREDI))


class Scenario:
    """Draws the year that ends today."""

    def __init__(self, logements: Sequence[Logement], aujourd_hui: date, graine: int) -> None:
        self._hasard = Random(graine)  # noqa: S311 - a story, not a secret
        actifs = [logement for logement in logements if logement.etat is EtatLogement.ACTIF]
        self._restants = self._hasard.sample(actifs, len(actifs))
        self._silences = cycle((False, True, False))
        self._jour = aujourd_hui

    def histoires(self) -> tuple[Histoire, ...]:
        """Every vacancy of the year; the story is told in the order of its days, not this one."""
        return (
            *self._a_traiter(),
            *self._proposees(),
            *self._attribuees(),
            *self._hors_flux(),
            *(self._conclue(self._entre(75, 100)) for _ in range(12)),
            # Thirty days more for each time it is given back, so that all is over by today.
            *(self._conclue(self._entre(105 + 30 * r, 355), refus=r) for r in self._refus(52)),
        )

    def _entre(self, least: int, most: int) -> int:
        return self._hasard.randint(least, most)

    def _prendre(self, accepte: Callable[[Logement], bool] = lambda _: True) -> Logement:
        """Take a dwelling out of the hat, one that suits where there is any."""
        suits = (rank for rank, logement in enumerate(self._restants) if accepte(logement))
        return self._restants.pop(next(suits, 0))

    def _a(self, commune: str) -> Logement:
        return self._prendre(lambda logement: logement.commune == commune)

    def _il_y_a(self, jours: int) -> date:
        return self._jour - timedelta(days=jours)

    def _a_traiter(self) -> Iterator[Histoire]:
        """What waits for the officer: two to qualify, three to offer, one of them given back."""
        for jours, commune in ((1, MAMOUDZOU), (4, AJACCIO)):
            yield Histoire(
                logement=self._a(commune),
                conge=self._il_y_a(jours),
                disponible=90,
                qualifiee=None,
            )
        for jours, commune in ((12, BASTIA), (16, MAMOUDZOU)):
            yield Histoire(logement=self._a(commune), conge=self._il_y_a(jours), disponible=60)
        rendue = (Reponse(IssueOrientation.REFUSEE, 9, REFUS[0]),)
        yield Histoire(
            logement=self._a(AJACCIO),
            conge=self._il_y_a(20),
            disponible=60,
            offres=(rendue,),
            reservee=True,
        )

    def _proposees(self) -> Iterator[Histoire]:
        """Three open offers: one whose deadline has passed, one that nears it, one of this week."""
        for jours, commune in ((45, BASTIA), (30, AJACCIO), (9, MAMOUDZOU)):
            yield Histoire(
                logement=self._a(commune),
                conge=self._il_y_a(jours),
                disponible=75,
                offres=((),),
                reservee=True,
            )

    def _attribuees(self) -> Iterator[Histoire]:
        """Decided in CAL, lease to come; among the open offers, so that no turn is held up."""
        for jours in (62, 52, 40, 34, 26, 19):
            yield Histoire(
                logement=self._prendre(),
                conge=self._il_y_a(jours),
                disponible=80,
                attente=4,
                offres=((Reponse(IssueOrientation.ATTRIBUEE, self._entre(6, 9)),),),
                a_plusieurs=jours < RECENTE,
            )

    def _hors_flux(self) -> Iterator[Histoire]:
        """Vacancies that never enter the flux, and why."""
        soustraits = (
            (CategorieSoustrait.MUTATION, CauseLiberation.MUTATION, 5),
            (CategorieSoustrait.RENOUVELLEMENT_URBAIN, CauseLiberation.RELOGEMENT, 2),
            (CategorieSoustrait.HABITAT_INDIGNE, CauseLiberation.CONGE, 1),
            (CategorieSoustrait.VENTE, CauseLiberation.CONGE, 1),
        )
        for categorie, cause, nombre in soustraits:
            for _ in range(nombre):
                yield self._retiree(Qualification.SOUSTRAIT, cause, categorie=categorie)
        for _ in range(3):
            yield self._retiree(
                Qualification.HORS_CHAMP,
                CauseLiberation.CONGE,
                motif="Logement non conventionné, hors du champ des réservations",
            )
        held = self._retiree(
            Qualification.STOCK,
            CauseLiberation.CONGE,
            motif="Logement identifié, réservé à la sécurité intérieure",
        )
        yield replace(held, conge=self._il_y_a(8))  # it waits to be offered to its holder

    def _retiree(
        self,
        qualification: Qualification,
        cause: CauseLiberation,
        *,
        categorie: CategorieSoustrait | None = None,
        motif: str = "",
    ) -> Histoire:
        outside = qualification is Qualification.HORS_CHAMP
        return Histoire(
            logement=self._prendre(lambda logement: not outside or logement.conventionne is False),
            conge=self._il_y_a(self._entre(20, 355)),
            disponible=self._entre(30, 90),
            cause=cause,
            qualifiee=self._entre(2, 6),
            qualification=qualification,
            categorie=categorie,
            motif=motif,
        )

    def _refus(self, nombre: int) -> list[int]:
        """How many times each of so many dwellings is given back before it is let."""
        times = [2, *([1] * 8)]
        return self._hasard.sample([*times, *([0] * (nombre - len(times)))], nombre)

    def _conclue(self, jours: int, *, refus: int = 0) -> Histoire:
        """A vacancy that is over: given back so many times, then decided in CAL and let."""
        signe = Reponse(IssueOrientation.BAIL_SIGNE, self._entre(8, 20))
        decision = Reponse(IssueOrientation.ATTRIBUEE, self._entre(12, 26))
        return Histoire(
            logement=self._prendre(),
            conge=self._il_y_a(jours),
            disponible=self._entre(30, 90),
            cause=self._cause(),
            qualifiee=self._entre(2, 6),
            attente=self._entre(4, 12),
            offres=(
                *((self._non(),) for _ in range(refus)),
                (decision, signe),
            ),
        )

    def _non(self) -> Reponse:
        """The next way to give a dwelling back: the deadline passes one time in three."""
        if next(self._silences):
            return Reponse(IssueOrientation.SANS_CANDIDAT, 31)
        return Reponse(IssueOrientation.REFUSEE, self._entre(6, 15), self._hasard.choice(REFUS))

    def _cause(self) -> CauseLiberation:
        return self._hasard.choices(
            (
                CauseLiberation.CONGE,
                CauseLiberation.DECES,
                CauseLiberation.ABANDON,
                CauseLiberation.EXPULSION,
            ),
            weights=(16, 2, 1, 1),
        )[0]
