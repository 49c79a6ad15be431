"""An open base in memory, with the rows the page Aujourd'hui reads."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from fluxdesk.domain.examen_occupation import EtatBail, compte_depuis
from fluxdesk.domain.logement import EtatLogement
from fluxdesk.domain.offres import principale
from fluxdesk.domain.vacance import Etape, etape
from fluxdesk.services.droits_du_logement import titulaire_attendu
from fluxdesk.services.rows import VacanceRow
from fluxdesk.services.rows_baux import BailRow, CompteBaux

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from fluxdesk.domain.logement import Logement
    from fluxdesk.domain.vacance import Vacance
    from fluxdesk.services.rows_baux import FiltreBaux
    from tests.services.memoire import MemoireUow


class LecturesMemoire:
    """The rows of vacancies; the other screens are read from the real base in their tests."""

    def __init__(self, uow: MemoireUow) -> None:
        self._uow = uow

    def vacances(self, jour: date) -> Sequence[VacanceRow]:
        with self._uow as uow:
            return [self._row(v, uow, jour) for v in uow.vacances.toutes()]

    def comptes_baux(self, filtre: FiltreBaux) -> Sequence[CompteBaux]:
        found = Counter((row.code_commune, state) for row, state in self._baux(filtre))
        return [CompteBaux(commune=c, etat=s, nombre=n) for (c, s), n in found.items()]

    def baux(self, filtre: FiltreBaux) -> Sequence[BailRow]:
        rows = [row for row, _ in self._baux(filtre)]
        rows.sort(key=lambda r: (not r.bail, compte_depuis(r.bail, r.examen) or date.max, r.id))
        return rows[: filtre.limite]

    def communes(self) -> Sequence[str]:
        with self._uow as uow:
            return sorted({one.commune for one in uow.logements.tous()})

    def _baux(self, filtre: FiltreBaux) -> Iterator[tuple[BailRow, EtatBail]]:
        with self._uow as uow:
            for one in uow.logements.tous():
                last = [e.jour for e in uow.examens.du_logement(one.id)][-1:]
                state = etat_du_bail(one, last, filtre)
                away = one.id in filtre.quittes or one.etat is EtatLogement.SORTI
                asked = filtre.etat in {None, state} and filtre.texte in one.adresse.ligne()
                here = filtre.communes is None or one.commune in filtre.communes
                if not away and asked and here:
                    row = BailRow(
                        id=one.id,
                        reference=one.id_interne,
                        programme=one.programme,
                        adresse=one.adresse.ligne(),
                        commune=one.adresse.nom_commune,
                        code_commune=one.commune,
                        typologie=one.typologie,
                        bail=one.bail,
                        examen=last[0] if last else None,
                    )
                    yield row, state

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


def etat_du_bail(logement: Logement, dernier: Sequence[date], filtre: FiltreBaux) -> EtatBail:
    since = compte_depuis(logement.bail, dernier[0] if dernier else None)
    if since is None:
        return EtatBail.INCONNU
    if since <= filtre.echu:
        return EtatBail.A_EXAMINER
    return EtatBail.BIENTOT if since <= filtre.proche else EtatBail.A_JOUR


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
