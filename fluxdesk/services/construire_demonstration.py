"""Build the demonstration base: real dwellings, an invented landlord and its leases, a year played.

Everything goes through the use cases of the program, so that the journal tells the story and
the ledger is the one that the officer's own acts would have made.
"""

from __future__ import annotations

import heapq
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from fluxdesk.domain.dates import MOIS
from fluxdesk.domain.droit_stock import NatureDroit
from fluxdesk.domain.flux.parties import BAILLEUR
from fluxdesk.domain.flux.suggestion import RaisonExclusion
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.parties import cle_partie
from fluxdesk.domain.vacance import Qualification, Vacance
from fluxdesk.services.demonstration_acteurs import (
    ETAT,
    PRIORITAIRES,
    conventions_fictives,
)
from fluxdesk.services.demonstration_baux import dater_baux
from fluxdesk.services.demonstration_scenario import Scenario, ouvre
from fluxdesk.services.enregistrer_conge import enregistrer_conge
from fluxdesk.services.enregistrer_convention import enregistrer_convention
from fluxdesk.services.enregistrer_issue import enregistrer_issue
from fluxdesk.services.importer_patrimoine import importer_patrimoine
from fluxdesk.services.noter_etape import EtapeOffre, NoteOffre, noter_etape_offre
from fluxdesk.services.notifier_decision import noter_accord_candidat, notifier_decision
from fluxdesk.services.orienter_vacance import DemandeOrientation, orienter_vacance
from fluxdesk.services.proposer_a_tous import DemandeATous, lister_invites, proposer_a_tous
from fluxdesk.services.qualifier_vacance import qualifier_vacance
from fluxdesk.services.saisir_droits import SaisieDroits, saisir_droits
from fluxdesk.services.suggerer_orientation import suggerer_orientation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from fluxdesk.domain.flux.suggestion import Suggestion
    from fluxdesk.domain.logement import Logement
    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.services.demonstration_horloge import HorlogeMobile
    from fluxdesk.services.demonstration_scenario import Histoire, Reponse
    from fluxdesk.services.ports import Bureau, Progress
    from fluxdesk.services.suggerer_orientation import Proposition

DUREE = timedelta(days=365)
GRAINE = 2020  # on whatever day of the week, réservataires are owed what waits (tested)
_DALO = "Ménage reconnu prioritaire au titre du DALO, désigné par le préfet"
_DALO_APRES = 15  # offers made before it
_ENSEMBLE = 3  # réservataires that one dwelling is offered to together
_NOTIFIEE, _ACCEPTEE = timedelta(days=3), timedelta(days=7)  # after the decision of the CAL
_TOUR_LAISSE = "Le bailleur laisse son tour au réservataire le plus en retard"


def debut_demonstration(aujourd_hui: date) -> date:
    """The day the story begins: the clock of the base must stand there when it is made."""
    return ouvre(aujourd_hui - DUREE)


def construire_demonstration(
    fichiers: Sequence[Path],
    aujourd_hui: date,
    *,
    bureau: Bureau,
    horloge: HorlogeMobile,
    progress: Progress,
    graine: int = GRAINE,
) -> None:
    """Fill an empty base, whose clock is ``horloge`` and stands on ``debut_demonstration``.

    Raises:
        FluxDeskError: a file of dwellings cannot be read.
        AnnuleError: stopped on the way; the base is to be thrown away.
    """
    for fichier in fichiers:
        progress(0, 0, f"Import de {fichier.name}")
        importer_patrimoine(
            fichier,
            essai=False,
            uow=bureau.base.transaction(),
            lire=bureau.lire_patrimoine,
            territoires=bureau.territoires,
            progress=progress,
        )
    dater_baux(graine, uow=bureau.base.transaction(), horloge=horloge)
    for saisie in conventions_fictives(horloge.aujourd_hui(), aujourd_hui):
        enregistrer_convention(
            saisie,
            uow=bureau.base.transaction(),
            horloge=horloge,
            territoires=bureau.territoires,
        )
    with bureau.base.transaction() as uow:
        scenario = Scenario(tuple(uow.logements.tous()), aujourd_hui, graine)
        cles = {r.nom: r.id for r in uow.reservataires.tous()}
    conteur = _Conteur(bureau, horloge, cles, aujourd_hui)
    conteur.jouer(scenario.histoires(), progress)


class _Conteur:
    """Plays the stories side by side, each act on its day."""

    def __init__(
        self, bureau: Bureau, horloge: HorlogeMobile, cles: dict[str, int], fin: date
    ) -> None:
        self._bureau = bureau
        self._fin = fin
        self._horloge = horloge
        self._offres = 0
        self._etat = cle_partie(cles[ETAT])
        self._prioritaires = cle_partie(cles[ETAT], PRIORITAIRES)
        self._dalo = False
        self._a_plusieurs = False

    def jouer(self, histoires: Sequence[Histoire], progress: Progress) -> None:
        """Every act of every story, in the order of the days."""
        agenda: list[tuple[date, int, Iterator[date]]] = []
        for rang, histoire in enumerate(histoires):
            actes = self._vivre(histoire)
            agenda.append((next(actes), rang, actes))
        heapq.heapify(agenda)
        done = 0
        while agenda:
            jour, rang, actes = heapq.heappop(agenda)
            self._horloge.aller(jour)
            progress(done, len(histoires), f"{MOIS[jour.month - 1].capitalize()} {jour.year}")
            suivant = next(actes, None)
            if suivant is None:
                done += 1
            else:
                heapq.heappush(agenda, (suivant, rang, actes))
        progress(done, len(histoires))

    def _vivre(self, histoire: Histoire) -> Iterator[date]:
        """The acts of one vacancy; gives the day of each act before it does it."""
        yield ouvre(histoire.conge)
        vacance_id = self._conge(histoire)
        if histoire.qualifiee is None:
            return
        jour = histoire.conge + timedelta(days=histoire.qualifiee)
        yield ouvre(jour)
        if histoire.qualification is Qualification.STOCK:
            self._identifier(histoire.logement)
        qualifier_vacance(
            vacance_id,
            histoire.qualification,
            categorie=histoire.categorie,
            uow=self._bureau.base.transaction(),
            motif=histoire.motif,
        )
        yield from self._proposer(vacance_id, histoire, jour)

    def _proposer(self, vacance_id: int, histoire: Histoire, jour: date) -> Iterator[date]:
        """Offer after offer, until one holds; a story out of the flux has none."""
        for tour, reponses in enumerate(histoire.offres):
            jour += timedelta(days=histoire.attente)
            yield ouvre(jour)
            offre = (self._ensemble(vacance_id) if histoire.a_plusieurs else None) or (
                self._orienter(vacance_id, premiere=tour == 0, reservee=histoire.reservee)
            )
            # The landlord does not refuse its own dwelling: it goes to the last answer.
            kept = offre.reservataire_id is None
            for reponse in histoire.offres[-1] if kept else reponses:
                jour += timedelta(days=reponse.apres)
                yield ouvre(jour)
                self._repondre(offre, reponse)
                if reponse.issue is IssueOrientation.ATTRIBUEE:
                    yield from self._notifier(offre.id, jour)
            if kept:
                return

    def _notifier(self, orientation_id: int, decision: date) -> Iterator[date]:
        """The candidate is told of the decision, and accepts: as far as today goes."""
        feries = self._bureau.feries
        for delay, note in (
            (_NOTIFIEE, partial(notifier_decision, feries=feries)),
            (_ACCEPTEE, partial(noter_accord_candidat, horloge=self._horloge)),
        ):
            day = ouvre(decision + delay)
            if day > self._fin:
                return
            yield day
            note(orientation_id, day, uow=self._bureau.base.transaction())

    def _identifier(self, logement: Logement) -> None:
        """The dwelling is one that the State keeps by right: it is to be offered to it."""
        right = SaisieDroits(
            reservataire=ETAT,
            logements=(logement.cle,),
            nature=NatureDroit.SECURITE,
            source="convention avec le ministère (démonstration)",
        )
        saisir_droits(right, uow=self._bureau.base.transaction(), horloge=self._horloge)

    def _conge(self, histoire: Histoire) -> int:
        jour = self._horloge.aujourd_hui()
        vacance = Vacance(
            logement_id=histoire.logement.id,
            date_conge=jour,
            cause=histoire.cause,
            disponibilite=jour + timedelta(days=histoire.disponible),
        )
        return enregistrer_conge(vacance, uow=self._bureau.base.transaction())

    def _orienter(self, vacance_id: int, *, premiere: bool, reservee: bool) -> Orientation:
        proposition = suggerer_orientation(
            vacance_id,
            uow=self._bureau.base.transaction(),
            horloge=self._horloge,
            territoires=self._bureau.territoires,
        )
        autre = self._autrement(proposition, reservee=reservee) if premiere else None
        destinataire, motif = autre or (None, "")
        self._offres += 1
        return orienter_vacance(
            DemandeOrientation(vacance_id=vacance_id, destinataire=destinataire, derogation=motif),
            uow=self._bureau.base.transaction(),
            horloge=self._horloge,
            territoires=self._bureau.territoires,
        )

    def _ensemble(self, vacance_id: int) -> Orientation | None:
        """Offer it to the party suggested and to the most late beside it: once in the year.

        The offer of the party suggested; None where the rule suggests the landlord, or has done.
        """
        tools = (self._horloge, self._bureau.territoires)
        uow = self._bureau.base.transaction()
        shown = suggerer_orientation(vacance_id, uow=uow, horloge=tools[0], territoires=tools[1])
        if self._a_plusieurs or shown.echeance is None:
            return None
        self._a_plusieurs = True
        invites = lister_invites(vacance_id, uow=uow, horloge=tools[0], territoires=tools[1])
        first = shown.destinataire
        late = sorted(invites, key=lambda i: (i.cle != first, not i.retenu, -i.retard))
        chosen = tuple(invite.cle for invite in late[:_ENSEMBLE])
        demande = DemandeATous(vacance_id=vacance_id, destinataires=chosen)
        return proposer_a_tous(demande, uow=uow, horloge=tools[0], territoires=tools[1])[0]

    def _autrement(self, proposition: Proposition, *, reservee: bool) -> tuple[str, str] | None:
        """Another choice than the suggestion and its reason: once, and to have a deadline.

        Only for a first offer: afterwards, the one named here may have refused the dwelling.
        """
        if reservee and proposition.echeance is None:
            return self._plus_en_retard(proposition.suggestion), _TOUR_LAISSE
        due = not self._dalo and self._offres >= _DALO_APRES
        if due and proposition.destinataire != self._prioritaires:
            self._dalo = True
            return self._prioritaires, _DALO
        return None

    def _plus_en_retard(self, suggestion: Suggestion) -> str:
        """Key of the réservataire that waits most, among those that may hold the dwelling."""
        rangs = [
            rang
            for rang in (*suggestion.classement, *suggestion.exclus)
            if rang.exclusion in {None, RaisonExclusion.DEJA_SERVI} and rang.cle != BAILLEUR
        ]
        cle = max(rangs, key=lambda rang: rang.retard).cle
        return self._prioritaires if cle == self._etat else cle

    def _repondre(self, offre: Orientation, reponse: Reponse) -> None:
        enregistrer_issue(
            offre.id,
            reponse.issue,
            jour=self._horloge.aujourd_hui(),
            motif=reponse.motif,
            uow=self._bureau.base.transaction(),
        )
        if reponse.issue is IssueOrientation.BAIL_SIGNE:
            self._entrer(offre.id)

    def _entrer(self, orientation_id: int) -> None:
        """What follows a lease."""
        jour = self._horloge.aujourd_hui()
        for etape in (EtapeOffre.SNE, EtapeOffre.ENTREE):
            note = NoteOffre(orientation_id=orientation_id, etape=etape, jour=jour)
            noter_etape_offre(note, uow=self._bureau.base.transaction(), horloge=self._horloge)
