"""A year of acts played through the live services, and the file that tells it afterwards."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING

from fluxdesk.domain.orientation import ISSUES_RENDUES, IssueOrientation
from fluxdesk.domain.vacance import CategorieSoustrait, CauseLiberation, Qualification, Vacance
from fluxdesk.services.enregistrer_conge import enregistrer_conge
from fluxdesk.services.enregistrer_issue import enregistrer_issue
from fluxdesk.services.orienter_vacance import DemandeOrientation, orienter_vacance
from fluxdesk.services.suggerer_orientation import suggerer_orientation
from tests.services.memoire import HorlogeFixe
from tests.services.monde import TERRITOIRES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.domain.vacance import Vacance as _Vacance
    from tests.services.memoire import MemoireUow

PREMIER = date(2025, 1, 6)


def horloge(jour: date) -> HorlogeFixe:
    return HorlogeFixe(datetime(jour.year, jour.month, jour.day, 9, tzinfo=UTC))


class Annee:
    """One day after the other, an act a day at most: files tell days, not hours."""

    def __init__(self, uow: MemoireUow, graine: int) -> None:
        self._uow = uow
        self._sort = Random(graine)  # noqa: S311 - a year made up
        self.jour = PREMIER

    def jouer(self, logements: int) -> None:
        """Free the dwellings in turn; each is offered until somebody takes it, or nearly."""
        for rang in range(logements):
            self._demain()
            if rang % 5 == 4:
                self._liberer(rang + 1, Qualification.SOUSTRAIT, CategorieSoustrait.MUTATION)
            else:
                self._placer(self._liberer(rang + 1, Qualification.FLUX))

    def _liberer(
        self,
        logement: int,
        qualification: Qualification,
        categorie: CategorieSoustrait | None = None,
    ) -> int:
        return enregistrer_conge(
            Vacance(
                logement_id=logement,
                date_conge=self.jour,
                disponibilite=self.jour + timedelta(days=90),
                cause=self._sort.choice(list(CauseLiberation)),
                qualification=qualification,
                categorie_soustrait=categorie,
            ),
            uow=self._uow,
        )

    def _placer(self, vacance: int) -> None:
        while True:
            offre = self._offrir(vacance)
            draw = self._sort.random()
            if draw < 0.1:
                return  # nobody has answered yet
            if offre.reservataire_id is not None and draw < 0.5:
                if draw < 0.2:
                    self._repondre(offre, IssueOrientation.ATTRIBUEE)
                self._repondre(offre, self._sort.choice(sorted(ISSUES_RENDUES)))
                continue
            self._repondre(offre, IssueOrientation.ATTRIBUEE)
            if draw < 0.9:
                self._repondre(offre, IssueOrientation.BAIL_SIGNE)
            return

    def _offrir(self, vacance: int) -> Orientation:
        """The suggestion, or now and then another party that may have it."""
        self._demain()
        clock = horloge(self.jour)
        shown = suggerer_orientation(vacance, uow=self._uow, horloge=clock, territoires=TERRITOIRES)
        others = [r.cle for r in shown.suggestion.classement if r.cle != "1"]
        key = self._sort.choice(others) if others and self._sort.random() < 0.3 else None
        return orienter_vacance(
            DemandeOrientation(vacance_id=vacance, destinataire=key, derogation="choix"),
            uow=self._uow,
            horloge=clock,
            territoires=TERRITOIRES,
        )

    def _repondre(self, offre: Orientation, issue: IssueOrientation) -> None:
        self._demain()
        motif = f"réponse du {self.jour}"
        enregistrer_issue(offre.id, issue, jour=self.jour, motif=motif, uow=self._uow)

    def _demain(self) -> None:
        self.jour += timedelta(days=1)


def fichier_de(uow: MemoireUow) -> list[dict[str, str]]:
    """The lines that tell what stands in a base: one an offer, or one a vacancy without any."""
    with uow:
        noms = {r.id: r.nom for r in uow.reservataires.tous()}
        return [
            _vacance(vacance) | told
            for vacance in uow.vacances.toutes()
            for told in _offres(uow, vacance.id, noms)
        ]


def _vacance(vacance: _Vacance) -> dict[str, str]:
    taken_out = vacance.categorie_soustrait
    return {
        "logement": f"interne:{vacance.logement_id}",
        "date_conge": f"{vacance.date_conge:%d/%m/%Y}",
        "date_disponibilite": str(vacance.disponibilite or ""),
        "cause": vacance.cause.value,
        "qualification": vacance.qualification.value,
        "categorie": taken_out.value if taken_out else "",
    }


def _offres(uow: MemoireUow, vacance: int, noms: dict[int, str]) -> Iterator[dict[str, str]]:
    offers = [
        o
        for o in uow.orientations.de_la_vacance(vacance)
        if o.issue is not IssueOrientation.ANNULEE
    ]
    if not offers:
        yield {}
    for offre in offers:
        given_back = offre.issue in ISSUES_RENDUES
        yield {
            "reservataire": noms.get(offre.reservataire_id or 0, "Bailleur"),
            "sous_contingent": offre.sous_contingent,
            "date_offre": str(offre.jour),
            "issue": offre.issue.value,
            "date_reponse": str(offre.date_issue) if given_back else "",
            "date_attribution": str(offre.date_attribution or ""),
            "date_bail": str(offre.date_bail or ""),
            "motif": offre.motif_issue,
        }
