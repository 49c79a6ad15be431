"""What an officer does in a year, one method an act: each calls one service on the day it stands.

A dwelling is named by its number; its acts bear on its last vacancy and on its open offer.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Self

from fluxdesk.domain.convention import Avenant
from fluxdesk.domain.echec import CauseEchec
from fluxdesk.domain.offres import ouvertes
from fluxdesk.domain.orientation import IssueOrientation, issue_de
from fluxdesk.domain.parties import cle_partie
from fluxdesk.domain.vacance import CauseLiberation, Qualification, Vacance
from fluxdesk.services.annuler_orientation import annuler_orientation
from fluxdesk.services.controler_conventions import SaisieConvention
from fluxdesk.services.enregistrer_conge import enregistrer_conge
from fluxdesk.services.enregistrer_convention import enregistrer_convention
from fluxdesk.services.enregistrer_issue import Reponse, enregistrer_issue
from fluxdesk.services.livrer_programme import livrer_programme
from fluxdesk.services.orienter_vacance import DemandeOrientation, orienter_vacance
from fluxdesk.services.passer_au_suivant import passer_au_suivant
from fluxdesk.services.prevoir_soustraits import prevoir_soustraits
from fluxdesk.services.proposer_a_tous import DemandeATous, proposer_a_tous
from fluxdesk.services.qualifier_vacance import Precision, preciser_qualification
from fluxdesk.services.retirer_logement import Retrait, rendre_logement, retirer_logement
from fluxdesk.services.tenir_programmes import enregistrer_programme
from fluxdesk.services.trancher_echeance import reprendre_pour_un_tour
from tests.services.annee.parc import AL, conventions, logements, programme
from tests.services.monde import TERRITOIRES

if TYPE_CHECKING:
    from collections.abc import Callable

    from fluxdesk.domain.convention import ModeOffre
    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.domain.prevision import Prevision
    from fluxdesk.domain.suivi_vacance import MotifHorsFlux
    from fluxdesk.domain.vacance import CategorieSoustrait
    from fluxdesk.services.demonstration_horloge import HorlogeMobile
    from fluxdesk.services.depots import UnitOfWork


class Gestes:
    """The acts on dwellings, conventions and offers; candidates are in ``gestes_candidats``."""

    def __init__(self, transaction: Callable[[], UnitOfWork], horloge: HorlogeMobile) -> None:
        self.transaction = transaction
        self.horloge = horloge
        self.ids: dict[int, int] = {}  # dwelling ids by number
        self.offre_du: dict[str, Orientation] = {}  # offers as made, by their number

    def le(self, jour: str) -> Self:
        """Go to that day, ``2026-03-31``; never back."""
        self.horloge.aller(date.fromisoformat(jour))
        return self

    @property
    def jour(self) -> date:
        return self.horloge.aujourd_hui()

    # The base.
    def entrer_le_parc(self) -> None:
        with self.transaction() as uow:
            lot = uow.lots.ouvrir("parc.csv", "essai", "utf-8")
            uow.logements.ajouter(logements(), lot)
            uow.valider()
        with self.transaction() as uow:
            self.ids = {int(home.id_interne): home.id for home in uow.logements.tous()}

    def signer_les_conventions(self) -> None:
        for entree in conventions():
            self._signer(entree)

    def signer_un_avenant(self, taux: int) -> None:
        """Action Logement has this rate from today on."""
        with self.transaction() as uow:
            who = uow.reservataires.lire(int(AL))
            held = uow.conventions.du_reservataire(who.id)
        assert held is not None
        new = Avenant(numero=1, dix_milliemes=taux, debut=self.jour)
        entree = SaisieConvention(
            reservataire=who,
            convention=replace(held, avenants=(*held.avenants, new)),
            motif="avenant n° 1",
        )
        self._signer(entree)

    def _signer(self, entree: SaisieConvention) -> None:
        enregistrer_convention(
            entree, uow=self.transaction(), horloge=self.horloge, territoires=TERRITOIRES
        )

    def prevoir(self, *previsions: Prevision) -> None:
        prevoir_soustraits(previsions, uow=self.transaction())

    def convenir_du_programme(self) -> None:
        enregistrer_programme(programme(self.ids), uow=self.transaction())

    def livrer(self) -> None:
        with self.transaction() as uow:
            (one,) = uow.programmes.toutes()
        livrer_programme(one.id, jour=self.jour, uow=self.transaction())

    # Vacancies.
    def conge(self, rang: int, cause: CauseLiberation = CauseLiberation.CONGE) -> None:
        """A congé received today, left to qualify, then put in the flux."""
        self._liberer(rang, cause)
        self.qualifier(rang)

    def soustraire(self, rang: int, categorie: CategorieSoustrait, operation: str = "") -> None:
        self._liberer(rang, CauseLiberation.CONGE)
        told = Precision(categorie=categorie, operation=operation)
        self._qualifier(rang, Qualification.SOUSTRAIT, told)

    def garder_en_stock(self, rang: int, motif: MotifHorsFlux) -> None:
        self._liberer(rang, CauseLiberation.CONGE)
        self._qualifier(rang, Qualification.STOCK, Precision(hors_flux=motif))

    def qualifier(self, rang: int) -> None:
        self._qualifier(rang, Qualification.FLUX, Precision())

    def _liberer(self, rang: int, cause: CauseLiberation) -> None:
        freed = Vacance(logement_id=self.ids[rang], date_conge=self.jour, cause=cause)
        enregistrer_conge(freed, uow=self.transaction())

    def _qualifier(self, rang: int, comment: Qualification, precision: Precision) -> None:
        preciser_qualification(self.vacance(rang), comment, precision, uow=self.transaction())

    def retirer(self, rang: int, motif: str) -> None:
        retrait = Retrait(
            vacance_id=self.vacance(rang), jour=self.jour, motif=motif, cause=CauseEchec.TRAVAUX
        )
        retirer_logement(retrait, uow=self.transaction())

    def rendre(self, rang: int) -> None:
        rendre_logement(self.vacance(rang), jour=self.jour, uow=self.transaction())

    # Offers.
    def suivre(self, rang: int) -> None:
        """Offer it to whom the engine suggests, or to whom the programme was agreed with."""
        self._offrir(DemandeOrientation(vacance_id=self.vacance(rang)))

    def offrir(
        self, rang: int, a: str, motif: str = "comité", mode: ModeOffre | None = None
    ) -> None:
        """Offer it to that party, with the reason kept where it is not the one suggested."""
        self._offrir(
            DemandeOrientation(
                vacance_id=self.vacance(rang), destinataire=a, derogation=motif, mode=mode
            )
        )

    def _offrir(self, demande: DemandeOrientation) -> None:
        made = orienter_vacance(
            demande, uow=self.transaction(), horloge=self.horloge, territoires=TERRITOIRES
        )
        self.offre_du[made.numero] = made

    def offrir_a_plusieurs(self, rang: int, *a: str) -> None:
        demande = DemandeATous(
            vacance_id=self.vacance(rang), destinataires=a, derogation="difficile à louer"
        )
        proposer_a_tous(
            demande, uow=self.transaction(), horloge=self.horloge, territoires=TERRITOIRES
        )

    def annuler(self, rang: int, motif: str) -> None:
        annuler_orientation(self.offre(rang).id, motif=motif, uow=self.transaction())

    def attribuer(self, rang: int, a: str = "") -> None:
        self._repondre(rang, IssueOrientation.ATTRIBUEE, a)

    def bail(self, rang: int, a: str = "") -> None:
        self._repondre(rang, IssueOrientation.BAIL_SIGNE, a)

    def echouer(self, rang: int, cause: CauseEchec, a: str = "") -> None:
        """The offer comes to nothing, for that cause: its owner is the closed list's."""
        self._repondre(rang, issue_de(cause), a, cause)

    def reprendre(self, rang: int) -> None:
        """No candidate came: the landlord takes the dwelling for one turn."""
        reprendre_pour_un_tour(
            self._carence(rang), uow=self.transaction(), horloge=self.horloge,
            territoires=TERRITOIRES,
        )  # fmt: skip

    def passer_au_suivant(self, rang: int) -> None:
        """No candidate came: the next one in order is offered the dwelling."""
        passer_au_suivant(
            self._carence(rang), uow=self.transaction(), horloge=self.horloge,
            territoires=TERRITOIRES,
        )  # fmt: skip

    def _carence(self, rang: int) -> Reponse:
        return Reponse(
            orientation_id=self.offre(rang).id,
            issue=IssueOrientation.SANS_CANDIDAT,
            jour=self.jour,
            cause=CauseEchec.AUCUN_CANDIDAT,
        )

    def _repondre(
        self, rang: int, issue: IssueOrientation, a: str, cause: CauseEchec | None = None
    ) -> None:
        enregistrer_issue(
            self.offre(rang, a).id, issue, jour=self.jour, cause=cause, uow=self.transaction()
        )

    # What they bear on.
    def vacance(self, rang: int) -> int:
        """The last vacancy of the dwelling."""
        with self.transaction() as uow:
            return max(v.id for v in uow.vacances.toutes() if v.logement_id == self.ids[rang])

    def offre(self, rang: int, a: str = "") -> Orientation:
        """The open offer of the dwelling; the one to that party where there are several."""
        vacance = self.vacance(rang)
        with self.transaction() as uow:
            found = [
                o
                for o in ouvertes(uow.orientations.de_la_vacance(vacance))
                if a in {"", cle_partie(o.reservataire_id, o.sous_contingent)}
            ]
        (one,) = found
        return one
