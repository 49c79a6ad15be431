"""The acts on the candidates of an offer, its letters and what a mutation frees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.adapters.calendrier.feries import jours_feries
from fluxdesk.domain.candidat import Candidat
from fluxdesk.services.enchainer_mutation import LogementQuitte, ouvrir_suite
from fluxdesk.services.envoyer_offre import Envoi, envoyer_offre, relancer_offre
from fluxdesk.services.imputer_autrement import (
    Imputation,
    imputer_autrement,
    proposer_imputations,
)
from fluxdesk.services.noter_etape import EtapeOffre, NoteOffre, noter_etape_offre
from fluxdesk.services.notifier_decision import noter_accord_candidat, notifier_decision
from fluxdesk.services.passer_au_candidat import CandidatPerdu, passer_au_candidat
from fluxdesk.services.tenir_candidats import inscrire_candidat
from tests.services.annee.gestes import Gestes

if TYPE_CHECKING:
    from datetime import date

    from fluxdesk.domain.echec import CauseEchec
    from fluxdesk.domain.orientation import Orientation


class Officier(Gestes):
    """An officer: every act of the year."""

    def candidat(self, rang: int, nom: str, **connu: bool) -> None:
        """A household is proposed on the open offer; what is known: ``dalo``, ``mutation``…"""
        offre = self.offre(rang)
        with self.transaction() as uow:
            count = len(uow.candidats.de_l_orientation(offre.id))
        number = f"111031801{offre.id:06d}{count:03d}"
        household = Candidat(
            orientation_id=offre.id, numero_unique=number, nom=nom, **connu  # type: ignore[arg-type] # its flags
        )  # fmt: skip
        inscrire_candidat(household, uow=self.transaction(), horloge=self.horloge)

    def envoyer(self, rang: int) -> None:
        envoi = Envoi(orientation_id=self.offre(rang).id, jour=self.jour, canal="courriel")
        envoyer_offre(envoi, uow=self.transaction(), horloge=self.horloge, feries=jours_feries)

    def relancer(self, rang: int) -> None:
        envoi = Envoi(orientation_id=self.offre(rang).id, jour=self.jour)
        relancer_offre(envoi, uow=self.transaction(), horloge=self.horloge, feries=jours_feries)

    def noter(self, rang: int, etape: EtapeOffre) -> None:
        self._noter(self.offre(rang), etape)

    def radier(self, rang: int) -> None:
        """The demand is struck off the SNE once the lease is signed."""
        vacance = self.vacance(rang)
        with self.transaction() as uow:
            last = uow.orientations.de_la_vacance(vacance)[-1]
        self._noter(last, EtapeOffre.SNE)

    def _noter(self, offre: Orientation, etape: EtapeOffre) -> None:
        note = NoteOffre(orientation_id=offre.id, etape=etape, jour=self.jour)
        noter_etape_offre(note, uow=self.transaction(), horloge=self.horloge)

    def notifier(self, rang: int) -> date:
        """The decision reaches the candidate; until when it may answer."""
        return notifier_decision(
            self.offre(rang).id, self.jour, uow=self.transaction(), feries=jours_feries
        ).jour

    def accepter(self, rang: int) -> None:
        noter_accord_candidat(
            self.offre(rang).id, self.jour, uow=self.transaction(), horloge=self.horloge
        )

    def candidat_suivant(self, rang: int, cause: CauseEchec) -> None:
        """The first candidate comes to nothing; the offer goes on with the next."""
        offre = self.offre(rang)
        with self.transaction() as uow:
            first = uow.candidats.de_l_orientation(offre.id)[0]
        lost = CandidatPerdu(
            orientation_id=offre.id, cause=cause, jour=self.jour, candidat_id=first.id
        )
        passer_au_candidat(lost, uow=self.transaction(), feries=jours_feries)

    def imputer_dalo(self, rang: int) -> None:
        """Charge the first right that the law proposes for a DALO household."""
        ident = self.offre(rang).id
        first = proposer_imputations(ident, uow=self.transaction())[0]
        imputation = Imputation(orientation_id=ident, partie=first.partie, source=first.source)
        imputer_autrement(imputation, uow=self.transaction())

    def liberer_par_mutation(self, rang: int, quitte: int, *, soustrait: bool = False) -> None:
        """The household that signed for ``rang`` leaves ``quitte``."""
        left = LogementQuitte(
            vacance_id=self.vacance(rang),
            logement_id=self.ids[quitte],
            date_conge=self.jour,
            soustrait=soustrait,
        )
        ouvrir_suite(left, uow=self.transaction())
