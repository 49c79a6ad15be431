"""The lives of past vacancies, put together from lines, and what happened in them, day by day."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from fluxdesk.domain.dates import en_chiffres
from fluxdesk.domain.orientation import ISSUES_RENDUES, IssueOrientation
from fluxdesk.domain.vacance import Qualification

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from fluxdesk.domain.cellules import Cellules
    from fluxdesk.domain.ligne_historique import LigneHistorique, OffreLue
    from fluxdesk.domain.vacance import Vacance

HORS_FLUX = frozenset({Qualification.SOUSTRAIT, Qualification.STOCK, Qualification.HORS_CHAMP})


@dataclass(slots=True, kw_only=True)
class Passage:
    """An offer in the life of a vacancy; ``ligne`` is 0 for one that the base has already.

    ``cle`` is the party key that it charges. A dwelling given back has a day of ``lue.reponse``
    once ``Vie.accueillir`` or the caller has given it one.
    """

    cle: str
    lue: OffreLue
    ligne: int = 0

    @property
    def rendue(self) -> bool:
        """Whether the party gave the dwelling back."""
        return self.lue.issue in ISSUES_RENDUES

    def repondre(self, jour: date) -> date:
        """Date the answer that no line dates; the day kept, never before the CAL."""
        kept = max(jour, self.lue.attribution or self.lue.jour)
        self.lue = replace(self.lue, reponse=kept)
        return kept


@dataclass(slots=True, kw_only=True)
class Vie:
    """One vacancy and its offers in the order made; ``avant`` is how the base knew it, or None."""

    vacance: Vacance
    avant: Vacance | None = None
    passages: list[Passage] = field(default_factory=list)
    lignes: list[int] = field(default_factory=list)

    @property
    def loue_le(self) -> date | None:
        """The day of its lease; None while it has none."""
        return self.passages[-1].lue.bail if self.passages else None

    @property
    def ouverte(self) -> bool:
        """Whether the dwelling still waits for somebody."""
        return self.loue_le is None and self.vacance.qualification not in HORS_FLUX

    def accueillir(self, ligne: LigneHistorique, cle: str, cellules: Cellules) -> None:
        """Add what the line says; lines come in the order of their offers.

        Raises:
            LigneRefuseeError: it does not fit what the earlier lines, or the base, say.
        """
        if ligne.offre is None:
            if self.lignes:
                cellules.refuser("logement", f"a déjà cette vacance à la ligne {self.lignes[0]}.")
        else:
            self._enchainer(ligne.offre, cle, cellules)
            self.passages.append(Passage(cle=cle, lue=ligne.offre, ligne=ligne.numero))
            self.vacance = replace(self.vacance, qualification=Qualification.FLUX)
        self._comparer(ligne, cellules)
        self.lignes.append(ligne.numero)

    def _enchainer(self, offre: OffreLue, cle: str, cellules: Cellules) -> None:
        if self.vacance.qualification in HORS_FLUX:
            said = self.vacance.qualification.value
            cellules.refuser("logement", f"a une vacance hors du flux, « {said} », à ce congé.")
        if not self.passages:
            return
        last = self.passages[-1]
        where = f"ligne {last.ligne}" if last.ligne else "déjà dans la base"
        if not last.rendue:
            said = f"« {last.lue.issue.value} »"
            cellules.refuser("date_offre", f"suit une offre ({where}) qui est {said}.")
        if cle in {p.cle for p in self.passages}:
            cellules.refuser("reservataire", "a déjà rendu ce logement à ce congé.")
        answered = last.lue.reponse or last.repondre(offre.jour)
        if offre.jour < answered:
            day = en_chiffres(answered)
            cellules.refuser(
                "date_offre", f"précède la réponse à l’offre d’avant ({where}, {day})."
            )

    def _comparer(self, ligne: LigneHistorique, cellules: Cellules) -> None:
        """Doubt what differs from the first line of the vacancy, or from the base, which stays."""
        read = (
            ("date_disponibilite", ligne.disponibilite, self.vacance.disponibilite),
            ("cause", ligne.cause, self.vacance.cause),
            ("categorie", ligne.categorie, self.vacance.categorie_soustrait),
        )
        for column, said, kept in read:
            if said is not None and said != kept:
                cellules.douter(column, "diffère de ce qui est déjà dit de cette vacance, gardé.")


@dataclass(frozen=True, slots=True)
class Acte:
    """Something that happened: an offer made (« en cours »), then the steps it reached."""

    jour: date
    rang: int
    pas: int
    issue: IssueOrientation
    vie: Vie
    passage: Passage


def actes(vies: Iterable[Vie]) -> list[Acte]:
    """Everything to record, in the order of the days.

    On one day, in the order of the offers, then of the lines, then of the steps: what is given
    back is so before it is offered again.
    """
    mine = [(passage, vie) for vie in vies for passage in vie.passages if passage.ligne]
    mine.sort(key=lambda pair: (pair[0].lue.jour, pair[0].ligne))
    told = [
        Acte(day, rank, step, issue, vie, passage)
        for rank, (passage, vie) in enumerate(mine)
        for step, (day, issue) in enumerate(_etapes(passage))
    ]
    return sorted(told, key=lambda acte: (acte.jour, acte.rang, acte.pas))


def chevauchements(vies: Iterable[Vie]) -> Iterator[tuple[Vie, Vie]]:
    """Vacancies of one dwelling that begin before the former is over: (former, later)."""
    ordered = sorted(vies, key=lambda vie: vie.vacance.date_conge)
    for former, later in pairwise(ordered):
        let = former.loue_le
        if former.ouverte or (let is not None and let > later.vacance.date_conge):
            yield former, later


def _etapes(passage: Passage) -> Iterator[tuple[date, IssueOrientation]]:
    read = passage.lue
    yield read.jour, IssueOrientation.EN_COURS
    if read.attribution:
        yield read.attribution, IssueOrientation.ATTRIBUEE
    if read.bail:
        yield read.bail, IssueOrientation.BAIL_SIGNE
    if passage.rendue and read.reponse:
        yield read.reponse, read.issue
