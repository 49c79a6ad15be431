"""The letters that wait: what happened and nobody was told of yet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from fluxdesk.domain.courrier import Courrier
from fluxdesk.domain.modele_lettre import GenreCourrier
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.services.composer_courrier import refusee_par_la_cal
from fluxdesk.services.valeurs_lettre import nom_du_logement

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from fluxdesk.domain.garantie import Garantie
    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.services.depots import UnitOfWork

G = GenreCourrier
ANCIENNETE = timedelta(days=60)  # what is older was surely told by other means
RAPPEL = timedelta(days=5)  # before the deadline (pratique.md §3.1)
ORIENTATION, GARANTIE = "orientation", "garantie"
Cle = tuple[GenreCourrier, str, date]


@dataclass(frozen=True, slots=True, kw_only=True)
class CourrierAttendu:
    """A letter to write, or written already: ``courrier.edite`` says when.

    ``numero`` is that of the offer, or the programme of a guarantee; ``quoi`` names the dwelling.
    ``envoi`` is the day that a proposal is said to have been sent.
    """

    courrier: Courrier
    destinataire: str
    numero: str
    quoi: str
    envoi: date | None = None


def courriers_du_jour(
    jour: date, *, uow: UnitOfWork, depuis: date | None = None, tous: bool = False
) -> tuple[CourrierAttendu, ...]:
    """What waits that day, oldest first.

    Args:
        jour: today: a reminder is due five days before the deadline, and at it.
        uow: the transaction to read in.
        depuis: facts older than that are left out; sixty days by default.
        tous: those already written too.
    """
    since = depuis if depuis is not None else jour - ANCIENNETE
    with uow:
        written = {_cle(c): c for c in uow.courriers.toutes()}
        found = [
            kept
            for due in _dus(jour, written, uow=uow)
            if since <= due.courrier.jour <= jour and (tous or not _ecrit(due, written))
            for kept in (_avec(due, written),)
        ]
    return tuple(sorted(found, key=lambda one: one.courrier.jour))


def cle_courrier(courrier: Courrier) -> Cle:
    """What makes one letter: its kind, its object, the day of the fact."""
    return courrier.genre, courrier.objet, courrier.jour


_cle = cle_courrier


def _ecrit(attendu: CourrierAttendu, ecrits: Mapping[Cle, Courrier]) -> bool:
    """Whether the letter is written; one that was sent later than it says is written anew."""
    known = ecrits.get(_cle(attendu.courrier))
    if known is None or known.edite is None:
        return False
    return attendu.envoi is None or attendu.envoi <= known.edite


def _avec(attendu: CourrierAttendu, ecrits: Mapping[Cle, Courrier]) -> CourrierAttendu:
    return replace(attendu, courrier=ecrits.get(_cle(attendu.courrier), attendu.courrier))


def _dus(
    jour: date, ecrits: Mapping[Cle, Courrier], *, uow: UnitOfWork
) -> Iterator[CourrierAttendu]:
    names = {r.id: r.nom for r in uow.reservataires.tous()}
    held = {c.reservataire_id for c in uow.conventions.toutes()}
    for offer in uow.orientations.toutes():
        if offer.reservataire_id is None:
            continue
        if offer.reservataire_id not in held and not offer.suivi.hors_registre:
            continue
        for genre, day in _de_l_offre(offer, jour):
            yield CourrierAttendu(
                courrier=Courrier(
                    genre=genre,
                    objet=f"{ORIENTATION}:{offer.id}",
                    jour=day,
                    reservataire_id=offer.reservataire_id,
                ),
                destinataire=names[offer.reservataire_id],
                numero=offer.numero,
                quoi=_logement(offer, uow=uow),
                envoi=offer.suivi.envoi if genre is G.PROPOSITION else None,
            )
    for guarantee in uow.garanties.toutes():
        due = _de_la_garantie(guarantee, names)
        if due is not None and (guarantee.informe is None or _ecrit(due, ecrits)):
            yield due


def _logement(offer: Orientation, *, uow: UnitOfWork) -> str:
    home = uow.logements.lire(uow.vacances.lire(offer.vacance_id).logement_id)
    where = home.adresse.ville()
    return ", ".join(part for part in (nom_du_logement(home), where) if part)


def _de_l_offre(offre: Orientation, jour: date) -> Iterator[tuple[GenreCourrier, date]]:
    """The letters that this offer has called for so far, each with the day of its fact."""
    if offre.issue is IssueOrientation.ANNULEE:
        return
    received = offre.suivi.candidats_recus
    if offre.issue is IssueOrientation.EN_COURS:
        yield G.PROPOSITION, offre.jour
        told = offre.suivi.envoi or offre.suivi.relances  # what was never sent needs no reminder
        if told and offre.echeance and received is None:
            yield from _relances(offre, offre.echeance, jour)
    for genre, day in (
        (G.ACCUSE, received),
        (G.DECISION_CAL, offre.date_attribution),
        (G.BAIL, offre.date_bail),
        (_CLOTURES.get(offre.issue), offre.date_issue),
        (G.DECISION_CAL if refusee_par_la_cal(offre) else None, offre.date_issue),
    ):
        if genre is not None and day is not None:
            yield genre, day


_CLOTURES = {
    IssueOrientation.SANS_CANDIDAT: G.CARENCE,
    IssueOrientation.ECARTEE: G.ECARTE,
}


def _relances(
    offre: Orientation, echeance: date, jour: date
) -> Iterator[tuple[GenreCourrier, date]]:
    """The last reminder that is due: the one before the deadline is void once it is passed."""
    if echeance <= jour:
        yield G.RELANCE, echeance
    elif echeance - RAPPEL > (offre.suivi.envoi or offre.jour):
        yield G.RELANCE, echeance - RAPPEL


def _de_la_garantie(garantie: Garantie, noms: Mapping[int, str]) -> CourrierAttendu | None:
    """The letter on the end of its rights, once the last repayment is known."""
    last = garantie.rembourse or garantie.derniere_echeance
    if last is None:
        return None
    return CourrierAttendu(
        courrier=Courrier(
            genre=G.FIN_DE_DROITS,
            objet=f"{GARANTIE}:{garantie.id}",
            jour=last,
            reservataire_id=garantie.reservataire_id,
        ),
        destinataire=noms[garantie.reservataire_id],
        numero=garantie.programme,
        quoi=garantie.pret,
    )
