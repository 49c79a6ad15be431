"""The work of the acts on a vacancy: use cases bound to a desk, run on the worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.services.annuler_orientation import annuler_offres, annuler_orientation
from fluxdesk.services.editer_lettre import editer_lettre
from fluxdesk.services.enregistrer_conge import enregistrer_conge
from fluxdesk.services.enregistrer_issue import enregistrer_issue
from fluxdesk.services.lire_courriers import lecture_de
from fluxdesk.services.orienter_vacance import orienter_vacance
from fluxdesk.services.passer_au_candidat import passer_au_candidat
from fluxdesk.services.passer_au_suivant import passer_au_suivant
from fluxdesk.services.proposer_a_tous import proposer_a_tous
from fluxdesk.services.proposer_au_titulaire import proposer_au_titulaire
from fluxdesk.services.qualifier_vacance import preciser_qualification

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.domain.vacance import Vacance
    from fluxdesk.services.enregistrer_issue import Reponse
    from fluxdesk.services.orienter_vacance import DemandeOrientation
    from fluxdesk.services.passer_au_candidat import CandidatPerdu
    from fluxdesk.services.ports import Bureau, Progress
    from fluxdesk.services.proposer_a_tous import DemandeATous
    from fluxdesk.ui.dialogs.qualification import SaisieQualification


def enregistrer(bureau: Bureau, vacance: Vacance, _progress: Progress) -> int:
    """Record a congé; the vacancy it opens."""
    return enregistrer_conge(vacance, uow=bureau.base.transaction())


def qualifier(
    bureau: Bureau, vacance_id: int, saisie: SaisieQualification, _progress: Progress
) -> None:
    """Qualify a vacancy."""
    preciser_qualification(
        vacance_id,
        saisie.qualification,
        saisie.precision,
        uow=bureau.base.transaction(),
        motif=saisie.motif,
    )


def repondre(bureau: Bureau, reponse: Reponse, vacance_id: int, _progress: Progress) -> int:
    """Record the answer; the vacancy it is about."""
    enregistrer_issue(
        reponse.orientation_id,
        reponse.issue,
        jour=reponse.jour,
        motif=reponse.motif,
        cause=reponse.cause,
        uow=bureau.base.transaction(),
    )
    return vacance_id


def perdre(bureau: Bureau, perdu: CandidatPerdu, _progress: Progress) -> Orientation:
    """Record that a candidate came to nothing; the offer goes on."""
    return passer_au_candidat(perdu, uow=bureau.base.transaction(), feries=bureau.feries)


def passer(bureau: Bureau, reponse: Reponse, _progress: Progress) -> Orientation:
    """Record the no and offer to the next."""
    return passer_au_suivant(
        reponse,
        uow=bureau.base.transaction(),
        horloge=bureau.horloge,
        territoires=bureau.territoires,
        feries=bureau.feries,
    )


def offrir_a_plusieurs(
    bureau: Bureau, demande: DemandeATous, _progress: Progress
) -> tuple[Orientation, ...]:
    """Make one offer to each."""
    return proposer_a_tous(
        demande,
        uow=bureau.base.transaction(),
        horloge=bureau.horloge,
        territoires=bureau.territoires,
        feries=bureau.feries,
    )


def orienter(bureau: Bureau, demande: DemandeOrientation, _progress: Progress) -> Orientation:
    """Make the offer."""
    return orienter_vacance(
        demande,
        uow=bureau.base.transaction(),
        horloge=bureau.horloge,
        territoires=bureau.territoires,
        feries=bureau.feries,
    )


def offrir_au_titulaire(bureau: Bureau, vacance_id: int, _progress: Progress) -> Orientation:
    """Make the offer to the holder of the right."""
    return proposer_au_titulaire(
        vacance_id,
        uow=bureau.base.transaction(),
        horloge=bureau.horloge,
        territoires=bureau.territoires,
        feries=bureau.feries,
    )


def annuler(bureau: Bureau, orientation_id: int, motif: str, _progress: Progress) -> None:
    """Cancel one offer."""
    annuler_orientation(orientation_id, motif=motif, uow=bureau.base.transaction())


def annuler_tout(bureau: Bureau, vacance_id: int, motif: str, _progress: Progress) -> None:
    """Cancel every open offer of a vacancy."""
    annuler_offres(vacance_id, motif=motif, uow=bureau.base.transaction())


def editer(bureau: Bureau, orientation_id: int, cible: Path, _progress: Progress) -> Path:
    """Write one letter."""
    return editer_lettre(
        orientation_id,
        cible,
        lecture=lecture_de(bureau),
        ecrire=bureau.ecrire_lettre,
        jour=bureau.horloge.aujourd_hui(),
    )


def editer_toutes(
    bureau: Bureau, lettres: Sequence[tuple[int, str]], dossier: Path, progress: Progress
) -> Path:
    """Write these letters, each under its name, in one folder."""
    for done, (ident, name) in enumerate(lettres):
        progress(done, len(lettres), name)
        editer(bureau, ident, dossier / name, progress)
    return dossier
