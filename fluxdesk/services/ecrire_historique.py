"""Write past vacancies and offers in the base, by the pen of live acts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fluxdesk.domain.convention import ModeOffre
from fluxdesk.domain.orientation import ISSUES_RENDUES, IssueOrientation, Orientation, numero_offre
from fluxdesk.domain.parties import lire_cle
from fluxdesk.domain.suivi_vacance import SuiviOffre
from fluxdesk.domain.typographie import typographier
from fluxdesk.services.imputer_offre import Plume
from fluxdesk.services.ports import sans_progres
from fluxdesk.services.premiere_location import suivi_de_l_offre
from fluxdesk.services.tenir_registre import avancer_point, charger_registre

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from fluxdesk.domain.flux.parties import Unite
    from fluxdesk.domain.histoire import Acte, Vie
    from fluxdesk.domain.ligne_historique import OffreLue
    from fluxdesk.domain.vacance import Vacance
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.passe_connu import Passe
    from fluxdesk.services.ports import Progress

_PAS = 20  # acts between two words of the progress


@dataclass(frozen=True, slots=True, kw_only=True)
class Ecrits:
    """What was written: vacancies opened or changed, offers made; ``avant`` stood before."""

    vacances: tuple[int, ...]
    offres: tuple[int, ...]
    avant: tuple[Vacance, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reprise:
    """The lives that a file tells and what happened in them, in order; ``jour`` is today."""

    fichier: str
    jour: date
    vies: Sequence[Vie]
    actes: Sequence[Acte]


def ecrire(
    reprise: Reprise, *, passe: Passe, uow: UnitOfWork, progress: Progress = sans_progres
) -> Ecrits:
    """Record the vacancies, then each offer and each step on its day, inside an open transaction.

    An offer bears the number that it would have had, the next of its year, and no suggestion: none
    was shown. Its deadline is that of the convention.

    Raises:
        AnnuleError: the officer stopped.
    """
    changed: list[int] = []
    before: list[Vacance] = []
    for life in reprise.vies:
        if life.vacance != life.avant:
            ident = uow.vacances.enregistrer(life.vacance)
            life.vacance = replace(life.vacance, id=ident)
            changed.append(ident)
            before += [life.avant] if life.avant else []
    scribe = _Scribe(reprise, passe, uow)
    for rank, acte in enumerate(reprise.actes):
        if rank % _PAS == 0:
            progress(rank, len(reprise.actes), "Écriture des offres")
        scribe.noter(acte)
    avancer_point(scribe.plume.registre, reprise.jour, uow=uow)
    made = tuple(sorted(offre.id for offre in scribe.offres.values()))
    return Ecrits(vacances=tuple(changed), offres=made, avant=tuple(before))


class _Scribe:
    """Turns acts into offers and events, one after the other."""

    def __init__(self, reprise: Reprise, passe: Passe, uow: UnitOfWork) -> None:
        self._fichier = reprise.fichier
        self._passe = passe
        self._uow = uow
        self._numeros: Counter[int] = Counter()
        self.plume = Plume(charger_registre(uow=uow, jour=reprise.jour), uow)
        self.offres: dict[int, Orientation] = {}  # by rank of the act

    def noter(self, acte: Acte) -> None:
        """Record one act; the offer is stored as it ended, its events one by one."""
        if acte.issue is IssueOrientation.EN_COURS:
            unite = self._unite(acte)
            made = self._rediger(acte)
            flags = suivi_de_l_offre(
                acte.vie.vacance, acte.passage.cle, unite, uow=self._uow, suivi=made.suivi
            )
            made = replace(made, suivi=flags)
            made = replace(made, id=self._uow.orientations.enregistrer(made))
            self.offres[acte.rang] = made
            self.plume.proposer(made, unite)
            return
        offre = replace(self.offres[acte.rang], issue=acte.issue)
        if acte.issue in ISSUES_RENDUES:
            self.plume.rendre(offre)
        else:
            self.plume.avancer(offre)

    def _unite(self, acte: Acte) -> Unite:
        vacance = acte.vie.vacance
        known = self.plume.registre.suivi(str(vacance.id))
        return known.unite if known else self._passe.unite(vacance, acte.jour)

    def _rediger(self, acte: Acte) -> Orientation:
        key, read = acte.passage.cle, acte.passage.lue
        convention = self._passe.convention(key)
        deadline = self._passe.echeance(key, acte.jour)
        in_order = convention is not None and convention.mode_offre is ModeOffre.ORDRE
        reservataire_id, sous = lire_cle(key)
        said = f"Offre reprise de l’historique : « {self._fichier} », ligne {acte.passage.ligne}."
        return Orientation(
            numero=numero_offre(acte.jour.year, self._rang(acte.jour.year)),
            vacance_id=acte.vie.vacance.id,
            jour=acte.jour,
            reservataire_id=reservataire_id,
            sous_contingent=sous,
            echeance=deadline.jour if deadline else None,
            echeance_explication=deadline.explication if deadline else "",
            candidats=convention.candidats if convention else 0,
            explication=typographier(said),
            mode=ModeOffre.ORDRE if in_order else ModeOffre.UN_SEUL,
            issue=read.issue,
            date_issue=read.reponse or read.bail or read.attribution,
            date_attribution=read.attribution,
            date_bail=read.bail,
            motif_issue=read.motif,
            suivi=SuiviOffre(passages_cal=_passages(read)),
        )

    def _rang(self, annee: int) -> int:
        """The next rank of the year among offer numbers."""
        if annee not in self._numeros:
            self._numeros[annee] = self._uow.orientations.nombre_de_l_annee(annee)
        self._numeros[annee] += 1
        return self._numeros[annee]


def _passages(lue: OffreLue) -> int:
    """The one time, at least, that the CAL looked at it; a file tells no more."""
    seen = lue.attribution is not None or lue.issue is IssueOrientation.NON_ATTRIBUEE
    return int(seen)
