"""Record how an offer went: CAL decision, lease, refusal, no candidate."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fluxdesk.domain.dates import en_lettres
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.offres import attribuee, ouvertes
from fluxdesk.domain.orientation import ISSUES_RENDUES, IssueOrientation, issue_de
from fluxdesk.domain.typographie import typographier
from fluxdesk.services.droits_du_logement import consommer_au_bail
from fluxdesk.services.imputer_offre import plume
from fluxdesk.services.tenir_bail import poser_bail

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from fluxdesk.domain.echec import CauseEchec
    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.services.depots import UnitOfWork

SUITES = {
    IssueOrientation.EN_COURS: frozenset({IssueOrientation.ATTRIBUEE, *ISSUES_RENDUES}),
    IssueOrientation.ATTRIBUEE: frozenset({IssueOrientation.BAIL_SIGNE, *ISSUES_RENDUES}),
}


# Answers that the CAL gave.
_PASSAGES = frozenset({IssueOrientation.ATTRIBUEE, IssueOrientation.NON_ATTRIBUEE})


class SuiteImpossibleError(FluxDeskError):
    """The offer cannot end so from where it stands."""

    def __init__(self, avant: IssueOrientation, apres: IssueOrientation) -> None:
        super().__init__(
            f"Une offre « {avant.value} » ne peut pas devenir « {apres.value} ». "
            "Un bail suit une attribution en CAL ; une offre close ne change plus."
        )


class DejaAttribueeError(FluxDeskError):
    """The CAL chose the candidate of another of the réservataires it was offered to."""

    def __init__(self, numero: str) -> None:
        super().__init__(
            f"Ce logement est déjà attribué en CAL par l’offre {numero} : enregistrez d’abord le "
            "désistement de cette offre."
        )


class CauseContraireError(FluxDeskError):
    """The cause given is not one by which an offer ends so."""

    def __init__(self, cause: CauseEchec, issue: IssueOrientation) -> None:
        super().__init__(
            f"La cause « {cause.value} » ne va pas avec une offre « {issue.value} » : choisissez "
            "l’une de ses causes, ou la réponse qui va avec cette cause."
        )


class DateAvantOffreError(FluxDeskError):
    """The answer would come before the question."""

    def __init__(self, jour: date, avant: date) -> None:
        super().__init__(
            f"La date du {en_lettres(jour)} précède l’étape d’avant, le {en_lettres(avant)} : "
            "corrigez-la."
        )


class BailleurNeRefusePasError(FluxDeskError):
    """The landlord keeps the dwelling: there is nobody to refuse it."""

    def __init__(self) -> None:
        super().__init__(
            "Ce logement est gardé par le bailleur : pour l’orienter autrement, annulez "
            "l’orientation."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Reponse:
    """What became of an offer, on which day, and why; ``cause`` is of those of the issue."""

    orientation_id: int
    issue: IssueOrientation
    jour: date
    motif: str = ""
    cause: CauseEchec | None = None


def enregistrer_issue(
    orientation_id: int,
    issue: IssueOrientation,
    *,
    jour: date,
    motif: str = "",
    cause: CauseEchec | None = None,
    uow: UnitOfWork,
) -> None:
    """Record the issue; a dwelling given back returns to « à orienter » and to the ledger.

    Raises:
        IntrouvableError: no such offer.
        SuiteImpossibleError: not from where the offer stands.
        CauseContraireError: the cause is not of those of the issue.
        DejaAttribueeError: offered to several, and attributed to another.
        BailleurNeRefusePasError: the landlord's own dwelling.
        DateAvantOffreError: before the offer, or before the CAL for a lease.
    """
    with uow:
        answer = Reponse(
            orientation_id=orientation_id, issue=issue, jour=jour, motif=motif, cause=cause
        )
        noter_reponse(answer, uow=uow)
        uow.valider()


def noter_reponse(reponse: Reponse, *, uow: UnitOfWork) -> Orientation:
    """The same inside an open transaction, which the caller commits; the offer as it became."""
    before = uow.orientations.lire(reponse.orientation_id)
    offers = uow.orientations.de_la_vacance(before.vacance_id)
    _verifier(before, reponse, offers)
    after = _apres(before, reponse)
    uow.orientations.enregistrer(after)
    pen = plume(uow=uow)
    if reponse.issue in ISSUES_RENDUES:
        pen.rendre(after)
    else:
        pen.avancer(after)
    why = f" ({reponse.cause.value})" if reponse.cause else ""
    said = f"{reponse.issue.value}{why}, le {en_lettres(reponse.jour)}"
    _journaliser(before, after, said, uow=uow)
    if reponse.issue is IssueOrientation.BAIL_SIGNE:
        _ecarter(after, ouvertes(o for o in offers if o.id != after.id), uow=uow)
        logement = uow.vacances.lire(after.vacance_id).logement_id
        consommer_au_bail(logement, after.reservataire_id, reponse.jour, uow=uow)
        poser_bail(logement, after, reponse.jour, uow=uow)
    return after


def _verifier(before: Orientation, reponse: Reponse, offers: Iterable[Orientation]) -> None:
    if reponse.issue not in SUITES.get(before.issue, frozenset()):
        raise SuiteImpossibleError(before.issue, reponse.issue)
    if reponse.cause is not None and issue_de(reponse.cause) is not reponse.issue:
        raise CauseContraireError(reponse.cause, reponse.issue)
    if reponse.issue in ISSUES_RENDUES and before.reservataire_id is None:
        raise BailleurNeRefusePasError
    holder = attribuee(offers)
    if reponse.issue is IssueOrientation.ATTRIBUEE and holder is not None:
        raise DejaAttribueeError(holder.numero)
    earliest = before.date_attribution or before.jour
    if reponse.jour < earliest:
        raise DateAvantOffreError(reponse.jour, earliest)


def _apres(before: Orientation, reponse: Reponse) -> Orientation:
    day = reponse.jour
    after = replace(
        before,
        issue=reponse.issue,
        date_issue=day,
        motif_issue=reponse.motif.strip(),
        cause=reponse.cause,
    )
    if reponse.issue in _PASSAGES and before.issue is IssueOrientation.EN_COURS:
        passages = before.suivi.passages_cal + 1
        after = replace(after, suivi=replace(before.suivi, passages_cal=passages))
    if reponse.issue is IssueOrientation.ATTRIBUEE:
        return replace(after, date_attribution=day)
    if reponse.issue is IssueOrientation.BAIL_SIGNE:
        return replace(after, date_bail=day)
    return after


def _ecarter(signee: Orientation, autres: Iterable[Orientation], *, uow: UnitOfWork) -> None:
    """Close the offers that another lease leaves without a dwelling; they cost nothing."""
    for before in autres:
        after = replace(
            before,
            issue=IssueOrientation.ECARTEE,
            date_issue=signee.date_bail,
            motif_issue=f"Bail signé par l’offre {signee.numero}",
        )
        uow.orientations.enregistrer(after)
        _journaliser(before, after, IssueOrientation.ECARTEE.value, uow=uow)


def _journaliser(before: Orientation, after: Orientation, dit: str, *, uow: UnitOfWork) -> None:
    uow.journal.ecrire(
        "orientation.issue",
        f"orientation:{after.id}",
        typographier(f"Offre {after.numero} : {dit}"),
        avant=before,
        apres=after,
        motif=after.motif_issue,
    )
