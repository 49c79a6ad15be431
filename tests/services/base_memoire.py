"""An open base in memory, with the rows the page Aujourd'hui reads."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from fluxdesk.domain.offres import principale
from fluxdesk.domain.vacance import Etape, etape
from fluxdesk.services.droits_du_logement import titulaire_attendu
from fluxdesk.services.rows import VacanceRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from fluxdesk.domain.vacance import Vacance
    from tests.services.memoire import MemoireUow


class LecturesMemoire:
    """The rows of vacancies; the other screens are read from the real base in their tests."""

    def __init__(self, uow: MemoireUow) -> None:
        self._uow = uow

    def vacances(self, jour: date) -> Sequence[VacanceRow]:
        with self._uow as uow:
            return [self._row(v, uow, jour) for v in uow.vacances.toutes()]

    @staticmethod
    def _row(vacance: Vacance, uow: MemoireUow, jour: date) -> VacanceRow:
        dwelling = uow.logements.lire(vacance.logement_id)
        offers = uow.orientations.de_la_vacance(vacance.id)
        last = principale(offers)
        stage = etape(vacance, [o.issue for o in offers])
        held = titulaire_attendu(vacance, offers, uow.stock.tous()) is not None
        return VacanceRow(
            id=vacance.id,
            logement_id=dwelling.id,
            reference=dwelling.id_interne,
            adresse=dwelling.adresse.ligne(),
            commune=dwelling.adresse.nom_commune,
            typologie=dwelling.typologie,
            financement=dwelling.financement.value,
            etape=stage,
            qualification=vacance.qualification.value,
            date_conge=vacance.date_conge,
            disponibilite=vacance.disponibilite,
            age_jours=(jour - vacance.date_conge).days,
            orientation_id=last.id if last else None,
            destinataire="Action Logement" if last else "",
            numero_offre=last.numero if last else "",
            echeance=last.echeance if last else None,
            au_titulaire=held and stage is Etape.HORS_FLUX,
        )


class BaseMemoire:
    """Satisfies what the services ask of an open base."""

    chemin = Path("memoire.fluxdesk")

    def __init__(self, uow: MemoireUow, defauts: Sequence[str] = ()) -> None:
        self._uow = uow
        self._defauts = defauts
        self.lectures = LecturesMemoire(uow)

    def transaction(self) -> MemoireUow:
        return self._uow

    def verifier(self) -> Sequence[str]:
        return self._defauts
