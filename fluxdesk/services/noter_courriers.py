"""Mark letters as written or waiting: each does the act that it tells of, and takes it back.

A proposal that is written is an offer sent that day, and its delay runs from there: the letter is
composed after, and says the same. A reminder is one more reminder, whose deadline stays; the letter
on the end of rights is the guarantor told.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from fluxdesk.domain.calendrier import sans_feries
from fluxdesk.domain.courrier import Courrier
from fluxdesk.domain.dates import en_lettres
from fluxdesk.domain.modele_lettre import GenreCourrier
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.typographie import accorde, typographier
from fluxdesk.services.compter_delai import envoyee_le
from fluxdesk.services.courriers_du_jour import cle_courrier
from fluxdesk.services.fiches import lire_image
from fluxdesk.services.lots_du_journal import lire_json
from fluxdesk.services.suivre import Dit, changer_offre
from fluxdesk.services.tenir_fiches import GARANTIES, ActeFiches, FicheToucheeError, inscrire

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from fluxdesk.domain.calendrier import Feries
    from fluxdesk.domain.garantie import Garantie
    from fluxdesk.domain.journal import EntreeJournal
    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.services.courriers_du_jour import CourrierAttendu
    from fluxdesk.services.depots import UnitOfWork

ATTENDRE, REPRENDRE = "courriers.attendre", "courriers.reprendre"
PAR_COURRIER = "courrier"


def noter_ecrits(
    courriers: Sequence[Courrier], jour: date, *, uow: UnitOfWork, feries: Feries = sans_feries
) -> None:
    """Mark these as written that day, inside an open transaction; written anew is one letter."""
    known = {cle_courrier(c): c for c in uow.courriers.toutes()}
    for courrier in courriers:
        mark = known.get(cle_courrier(courrier), courrier)
        uow.courriers.enregistrer(replace(courrier, id=mark.id, edite=jour))
        again = courrier.genre is GenreCourrier.PROPOSITION  # its sending may have been undone
        if again or mark.edite is None:
            _faire(courrier, jour, feries, uow=uow)


def remettre_en_attente(
    attendus: Sequence[CourrierAttendu], *, motif: str, uow: UnitOfWork
) -> None:
    """Undo the mark, and the act it did: these wait again, whatever was done with the paper."""
    with uow:
        before = [one.courrier for one in attendus if one.courrier.edite is not None]
        after = [replace(courrier, edite=None) for courrier in before]
        for courrier in after:
            uow.courriers.enregistrer(courrier)
        for courrier in before:
            _defaire(courrier, uow=uow)
        again = accorde(len(attendus), "courrier remis", "courriers remis")
        uow.journal.ecrire(
            ATTENDRE,
            "courriers:attente",
            f"{again} en attente",
            avant=before,
            apres=after,
            motif=motif,
        )
        uow.valider()


def reprendre_ecrits(entree: EntreeJournal, *, motif: str, uow: UnitOfWork) -> str:
    """Undo the return to waiting: these are written again; what was undone, in words.

    Raises:
        FicheToucheeError: one was written since, or the entry is older than its images.
    """
    told: Any = lire_json(entree.avant) if entree.avant else None
    with uow:
        if not told:
            raise FicheToucheeError(entree.libelle)
        before = [lire_image(image, Courrier) for image in told]
        known = {c.id: c for c in uow.courriers.toutes()}
        for courrier, day in [(c, c.edite) for c in before if c.edite is not None]:
            if known.get(courrier.id) != replace(courrier, edite=None):
                raise FicheToucheeError(entree.libelle)
            uow.courriers.enregistrer(courrier)
            _faire(courrier, day, None, uow=uow)
        said = typographier(f"Annulé : {entree.libelle}")
        uow.journal.ecrire(REPRENDRE, entree.objet, said, motif=motif.strip())
        uow.valider()
    return said


def _faire(courrier: Courrier, jour: date, feries: Feries | None, *, uow: UnitOfWork) -> None:
    """The act that the letter tells of, where the offer or the guarantee is open to it."""
    ident = int(courrier.objet.partition(":")[2])
    match courrier.genre:
        case GenreCourrier.PROPOSITION:
            _envoyer(uow.orientations.lire(ident), jour, feries, uow=uow)
        case GenreCourrier.RELANCE:
            offer = uow.orientations.lire(ident)
            if jour not in offer.suivi.relances:
                again = replace(offer.suivi, relances=(*offer.suivi.relances, jour))
                said = f"relance du {en_lettres(jour)} ({PAR_COURRIER})"
                changer_offre(offer, replace(offer, suivi=again), Dit(said), uow=uow)
        case GenreCourrier.FIN_DE_DROITS:
            loan = uow.garanties.lire(ident)
            if loan.informe is None and loan.rembourse is not None and loan.rembourse <= jour:
                _informer(loan, jour, uow=uow)
        case _:
            pass


def _defaire(courrier: Courrier, *, uow: UnitOfWork) -> None:
    """Take back the act that this letter did, if it still stands."""
    ident, day = int(courrier.objet.partition(":")[2]), courrier.edite
    match courrier.genre:
        case GenreCourrier.PROPOSITION:
            offer = uow.orientations.lire(ident)
            if (offer.suivi.envoi, offer.suivi.canal) == (day, PAR_COURRIER):
                unsent = replace(offer.suivi, envoi=None, canal="")
                said = "lettre remise en attente, envoi effacé"
                changer_offre(offer, replace(offer, suivi=unsent), Dit(said), uow=uow)
        case GenreCourrier.RELANCE:
            offer = uow.orientations.lire(ident)
            kept = tuple(one for one in offer.suivi.relances if one != day)
            if kept != offer.suivi.relances:
                less = replace(offer.suivi, relances=kept)
                said = "lettre remise en attente, relance effacée"
                changer_offre(offer, replace(offer, suivi=less), Dit(said), uow=uow)
        case GenreCourrier.FIN_DE_DROITS:
            loan = uow.garanties.lire(ident)
            if loan.informe == day:
                _informer(loan, None, uow=uow)
        case _:
            pass


def _envoyer(offre: Orientation, jour: date, feries: Feries | None, *, uow: UnitOfWork) -> None:
    """The offer sent by its letter, where nothing says yet that it went out.

    Without ``feries`` the deadline stays: it is the one of a letter that was written before.
    """
    if not _a_envoyer(offre, jour):
        return
    sent = replace(offre, suivi=replace(offre.suivi, envoi=jour, canal=PAR_COURRIER))
    if feries is not None:
        sent = envoyee_le(offre, jour, PAR_COURRIER, feries, uow=uow)
    said = f"envoyée le {en_lettres(jour)} ({PAR_COURRIER})"
    changer_offre(offre, sent, Dit(said), uow=uow)


def _a_envoyer(offre: Orientation, jour: date) -> bool:
    """Whether nothing tells yet that the offer went out."""
    told = offre.suivi.envoi or offre.suivi.candidats_recus or offre.suivi.relances
    return offre.issue is IssueOrientation.EN_COURS and not told and jour >= offre.jour


def _informer(garantie: Garantie, jour: date | None, *, uow: UnitOfWork) -> None:
    said = f"garant informé le {en_lettres(jour)}" if jour else "information du garant effacée"
    acte = ActeFiches(
        libelle=f"Garantie {garantie.programme} : {said}",
        avant=[garantie],
        apres=[replace(garantie, informe=jour)],
    )
    inscrire(GARANTIES, acte, uow=uow)
