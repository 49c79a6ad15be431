"""The one next act of a vacancy: always known, with the day it is for (issue 5, §2)."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from fluxdesk.domain.calendrier import Calendrier
from fluxdesk.domain.dates import en_lettres
from fluxdesk.domain.flux.phrases import a
from fluxdesk.domain.offres import principale
from fluxdesk.domain.preavis import fin_de_preavis
from fluxdesk.domain.typographie import typographier
from fluxdesk.domain.vacance import Etape, Qualification, etape

if TYPE_CHECKING:
    from datetime import date

    from fluxdesk.domain.echeance import Echeance
    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.domain.vacance import Vacance


class Acte(StrEnum):
    """What an officer does next with a vacancy, as the button says it."""

    QUALIFIER = "Qualifier la vacance"
    RENDRE = "Rendre le logement à la location"
    ORIENTER = "Orienter le logement"
    PROPOSER = "Proposer au titulaire"
    ENVOYER = "Envoyer l’offre"
    RECEVOIR = "Noter les candidats reçus"
    TRANCHER = "Décider de l’offre échue"
    COMPLETER = "Noter les dossiers complets"
    PROGRAMMER = "Fixer la date de la CAL"
    DECIDER = "Enregistrer la décision de la CAL"
    NOTIFIER = "Notifier la décision au candidat"
    REPONDRE = "Noter la réponse du candidat"
    LIBERER = "Noter l’état des lieux de sortie"
    FINIR_TRAVAUX = "Noter la fin des travaux"
    SIGNER = "Enregistrer le bail"
    RADIER = "Radier la demande du SNE"
    ENTRER = "Noter l’entrée dans les lieux"
    AUCUN = "Rien à faire"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProchaineAction:
    """The next act: ``jour`` is the day it is for (None: none is set), ``retard`` that it is past.

    ``orientation_id`` is the offer concerned, None where the act is on the vacancy.
    """

    acte: Acte
    explication: str
    jour: date | None = None
    retard: bool = False
    orientation_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """A vacancy, all its offers and today: what its time line and its next act are read from.

    ``signalement`` is until when the réservataires are to be told of it, where a convention
    says so. ``titulaire`` is the name of who is to be offered a dwelling held in identified stock.
    """

    vacance: Vacance
    offres: tuple[Orientation, ...]
    jour: date
    calendrier: Calendrier = field(default_factory=Calendrier)
    signalement: Echeance | None = None
    titulaire: str = ""

    @property
    def offre(self) -> Orientation | None:
        """The offer that speaks for the vacancy."""
        return principale(self.offres)

    @property
    def etape(self) -> Etape:
        """Where the vacancy stands."""
        return etape(self.vacance, [o.issue for o in self.offres])


def est_echue(offre: Orientation, jour: date) -> bool:
    """Whether the deadline is over and no candidate came: the officer decides what follows."""
    late = offre.echeance is not None and offre.echeance < jour
    return late and offre.suivi.candidats_recus is None


def prochaine_action(situation: Situation) -> ProchaineAction:
    """The one act to do next."""
    stage, offre = situation.etape, situation.offre
    if situation.vacance.suivi.retrait is not None:
        return _retiree(situation)
    if stage is Etape.A_QUALIFIER:
        return _a_faire(
            situation, Acte.QUALIFIER, "Dites si ce logement entre dans le flux.", _conge(situation)
        )
    if stage is Etape.HORS_FLUX:
        return _hors_flux(situation)
    if stage is Etape.A_ORIENTER or offre is None:
        due = situation.signalement
        said = f"À signaler avant le {en_lettres(due.jour)} : {due.explication}." if due else ""
        said = said or "Choisissez le réservataire à qui le proposer."
        return _a_faire(situation, Acte.ORIENTER, said, due.jour if due else None)
    if stage is Etape.PROPOSEE:
        return _proposee(situation, offre)
    return _attribuee(situation, offre) if stage is Etape.ATTRIBUEE else _louee(situation, offre)


def _hors_flux(situation: Situation) -> ProchaineAction:
    """The identified stock goes to the holder of its right (R441-5), the rest to nobody."""
    if situation.titulaire:
        said = (
            f"Ce logement est identifié : il revient {a(situation.titulaire)}, hors du flux (CCH, "
            "art. R441-5)."
        )
        return _a_faire(situation, Acte.PROPOSER, said, situation.vacance.disponibilite)
    said = (
        "Ce logement est tenu en stock, sans titulaire à qui le proposer : saisissez son droit ou "
        "qualifiez la vacance autrement."
        if situation.vacance.qualification is Qualification.STOCK
        else "Ce logement est hors du flux : il n’est proposé à aucun réservataire."
    )
    return ProchaineAction(acte=Acte.AUCUN, explication=typographier(said))


def _conge(situation: Situation) -> date:
    return situation.vacance.date_conge


def _retiree(situation: Situation) -> ProchaineAction:
    suivi = situation.vacance.suivi
    since = en_lettres(suivi.retrait) if suivi.retrait else ""
    why = f" ({suivi.retrait_motif})" if suivi.retrait_motif else ""
    said = f"Le logement est retiré de la location depuis le {since}{why}."
    return _a_faire(situation, Acte.RENDRE, said, suivi.travaux_fin)


def _proposee(situation: Situation, offre: Orientation) -> ProchaineAction:
    suivi = offre.suivi
    kept = offre.reservataire_id is None
    waits = not kept and offre.echeance is not None
    if waits and est_echue(offre, situation.jour):
        said = "Aucun candidat dans le délai : relancez, prolongez ou constatez la carence."
        return _de_l_offre(situation, offre, Acte.TRANCHER, said, offre.echeance)
    told = suivi.envoi is not None or bool(suivi.relances)
    if waits and not told and suivi.candidats_recus is None:
        said = "L’offre est enregistrée ; notez le jour et la voie de son envoi."
        return _de_l_offre(situation, offre, Acte.ENVOYER, said, offre.jour)
    if suivi.candidats_recus is None:
        said = offre.echeance_explication or "Le bailleur désigne lui-même les candidats."
        return _de_l_offre(situation, offre, Acte.RECEVOIR, f"{said}.", offre.echeance)
    if suivi.dossiers_complets is None:
        said = "Vérifiez que chaque dossier est complet avant la CAL."
        return _de_l_offre(situation, offre, Acte.COMPLETER, said, None)
    if suivi.cal_prevue is None:
        said = "Inscrivez le logement à l’ordre du jour d’une CAL."
        return _de_l_offre(situation, offre, Acte.PROGRAMMER, said, None)
    said = f"La CAL est fixée au {en_lettres(suivi.cal_prevue)}."
    return _de_l_offre(situation, offre, Acte.DECIDER, said, suivi.cal_prevue)


def _attribuee(situation: Situation, offre: Orientation) -> ProchaineAction:
    suivi, facts = offre.suivi, situation.vacance.suivi
    if suivi.notification is None:
        said = "La décision se notifie par écrit, avec dix jours au moins pour répondre."
        return _de_l_offre(situation, offre, Acte.NOTIFIER, said, offre.date_attribution)
    if suivi.reponse is None:
        said = "Sans réponse à cette date, le candidat a refusé (CCH, art. R441-10)."
        return _de_l_offre(situation, offre, Acte.REPONDRE, said, suivi.reponse_echeance)
    notice = fin_de_preavis(_conge(situation), facts.preavis_mois, facts.preavis_motif)
    if facts.liberation is None and notice is not None:
        said = f"Fin du préavis : {notice.explication}."
        return _a_faire(situation, Acte.LIBERER, said, notice.jour)
    if facts.travaux_debut is not None and facts.travaux_fin is None:
        said = "Le bail attend la fin des travaux."
        return _a_faire(situation, Acte.FINIR_TRAVAUX, said, situation.vacance.disponibilite)
    said = "Le candidat a accepté : il reste à signer le bail."
    return _de_l_offre(situation, offre, Acte.SIGNER, said, situation.vacance.disponibilite)


def _louee(situation: Situation, offre: Orientation) -> ProchaineAction:
    if offre.suivi.sne is None:
        said = "La radiation se fait à la signature du bail (CCH, art. R441-2-8)."
        return _de_l_offre(situation, offre, Acte.RADIER, said, offre.date_bail)
    if offre.suivi.entree is None:
        said = "Notez l’état des lieux d’entrée."
        return _de_l_offre(situation, offre, Acte.ENTRER, said, None)
    said = "La vacance est terminée."
    return ProchaineAction(acte=Acte.AUCUN, explication=said, orientation_id=offre.id)


def _a_faire(
    situation: Situation, acte: Acte, explication: str, jour: date | None
) -> ProchaineAction:
    return ProchaineAction(
        acte=acte,
        explication=typographier(explication),
        jour=jour,
        retard=jour is not None and jour < situation.jour,
    )


def _de_l_offre(
    situation: Situation, offre: Orientation, acte: Acte, explication: str, jour: date | None
) -> ProchaineAction:
    return ProchaineAction(
        acte=acte,
        explication=typographier(explication),
        jour=jour,
        retard=jour is not None and jour < situation.jour,
        orientation_id=offre.id,
    )
