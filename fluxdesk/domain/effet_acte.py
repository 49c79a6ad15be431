"""What an act changes in the life of a vacancy, in sentences, and what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.dates import en_lettres
from fluxdesk.domain.preavis import fin_de_preavis
from fluxdesk.domain.prochaine_action import Acte, prochaine_action
from fluxdesk.domain.typographie import typographier

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.domain.prochaine_action import Situation
    from fluxdesk.domain.suivi_vacance import SuiviOffre


def effets_de_l_acte(avant: Situation, apres: Situation) -> tuple[str, ...]:
    """What differs, the deadlines with their reasoning; the next act is the last sentence."""
    told = (*_du_logement(avant, apres), *_des_offres(avant, apres), _ensuite(apres))
    return tuple(typographier(sentence) for sentence in told)


def _du_logement(avant: Situation, apres: Situation) -> Iterator[str]:
    before, after = avant.vacance, apres.vacance
    suivi = after.suivi
    notice = fin_de_preavis(after.date_conge, suivi.preavis_mois, suivi.preavis_motif)
    was = before.suivi
    if notice is not None and notice != fin_de_preavis(
        before.date_conge, was.preavis_mois, was.preavis_motif
    ):
        yield f"Fin du préavis le {en_lettres(notice.jour)} : {notice.explication}."
    if after.disponibilite is not None and after.disponibilite != before.disponibilite:
        yield f"Le logement peut être loué à compter du {en_lettres(after.disponibilite)}."
    if suivi.etat is not was.etat:
        yield f"Le logement est noté « {suivi.etat.value} »."


def _des_offres(avant: Situation, apres: Situation) -> Iterator[str]:
    before = {offer.id: offer for offer in avant.offres}
    for offer in apres.offres:
        if offer.id in before:
            yield from _d_une_offre(before[offer.id], offer)
        else:
            yield f"Offre {offer.numero} : le logement est orienté de nouveau."


def _d_une_offre(before: Orientation, after: Orientation) -> Iterator[str]:
    if after.issue is not before.issue:
        yield f"Offre {after.numero} : {after.issue.value}."
    if after.echeance is not None and after.echeance != before.echeance:
        yield f"Réponse attendue le {en_lettres(after.echeance)}, soit {_soit(after)}."
    yield from _du_suivi(before.suivi, after.suivi)


def _soit(offre: Orientation) -> str:
    return offre.echeance_explication or "la date fixée"


def _du_suivi(before: SuiviOffre, after: SuiviOffre) -> Iterator[str]:
    due = after.reponse_echeance
    if due is not None and due != before.reponse_echeance:
        yield (
            f"Le candidat peut répondre jusqu’au {en_lettres(due)} ; son silence vaut refus "
            "(CCH, art. R441-10)."
        )
    if after.impute != before.impute:
        yield "Le logement change de compte : voyez le flux et le journal."


def _ensuite(situation: Situation) -> str:
    action = prochaine_action(situation)
    if action.acte is Acte.AUCUN:
        return action.explication
    when = f", pour le {en_lettres(action.jour)}" if action.jour else ""
    return f"Ensuite : {action.acte.value[0].lower()}{action.acte.value[1:]}{when}."
