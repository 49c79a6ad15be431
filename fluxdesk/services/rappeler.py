"""What is near or past, on every vacancy: deadlines, visits, CAL, answers, leases to finish."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from fluxdesk.domain.calendrier import Calendrier, sans_feries
from fluxdesk.domain.dates import en_lettres
from fluxdesk.domain.echeance import echeance_signalement
from fluxdesk.domain.flux.parties import NOM_BAILLEUR
from fluxdesk.domain.prochaine_action import Acte, Situation, prochaine_action
from fluxdesk.domain.typographie import typographier
from fluxdesk.domain.vacance import Etape, Qualification, retiree
from fluxdesk.services.droits_du_logement import titulaire_attendu

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from fluxdesk.domain.calendrier import Feries
    from fluxdesk.domain.convention import Convention
    from fluxdesk.domain.droit_stock import DroitStock
    from fluxdesk.domain.echeance import Echeance
    from fluxdesk.domain.logement import Logement
    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.domain.prochaine_action import ProchaineAction
    from fluxdesk.domain.vacance import Vacance
    from fluxdesk.services.depots import UnitOfWork

AVANT = timedelta(days=5)  # J-5, pratique.md §3.1
_SANS_SUITE = frozenset({Qualification.SOUSTRAIT, Qualification.HORS_CHAMP})
APRES_BAIL = timedelta(days=60)  # a lease older than that was finished outside of the program


# As a list says it, where the name of the réservataire follows on the same line.
_COURTS = {
    Acte.ENVOYER: "Offre à envoyer",
    Acte.COMPLETER: "Dossiers à compléter",
    Acte.PROGRAMMER: "CAL à fixer",
    Acte.DECIDER: "Passage en CAL",
    Acte.NOTIFIER: "Décision à notifier",
    Acte.REPONDRE: "Réponse du candidat",
    Acte.SIGNER: "Bail à signer",
    Acte.RADIER: "Radiation SNE",
    Acte.ENTRER: "Entrée à noter",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rappel:
    """One thing near or past; ``explication`` is the reasoning of its day."""

    jour: date
    titre: str
    explication: str
    vacance_id: int
    logement: str
    orientation_id: int | None = None
    numero: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Base:
    """What every reminder is read from, loaded once."""

    jour: date
    feries: Feries
    conventions: Sequence[Convention]
    noms: Mapping[int, str]
    offres: Mapping[int, tuple[Orientation, ...]]
    droits: Sequence[DroitStock]


def rappels(jour: date, *, uow: UnitOfWork, feries: Feries = sans_feries) -> tuple[Rappel, ...]:
    """Reminders of that day, inside an open transaction, the oldest first."""
    offers: dict[int, tuple[Orientation, ...]] = {}
    for offer in uow.orientations.toutes():
        offers[offer.vacance_id] = (*offers.get(offer.vacance_id, ()), offer)
    base = _Base(
        jour=jour,
        feries=feries,
        conventions=uow.conventions.toutes(),
        noms={r.id: r.nom for r in uow.reservataires.tous()},
        offres=offers,
        droits=tuple(uow.stock.tous()),
    )
    found: list[Rappel] = []
    for vacance in uow.vacances.toutes():
        if _ouverte(vacance, base):
            found += _rappels_de(vacance, uow.logements.lire(vacance.logement_id), base)
    return tuple(sorted(found, key=lambda r: (r.jour, r.vacance_id)))


def situation_de(
    vacance_id: int, jour: date, *, uow: UnitOfWork, feries: Feries = sans_feries
) -> Situation:
    """All that the time line and the next act of a vacancy are read from.

    Inside an open transaction; ``signalement`` is the nearest that a convention serving the
    place says, ``titulaire`` who is waited to be offered a dwelling of the identified stock.
    """
    vacance = uow.vacances.lire(vacance_id)
    logement = uow.logements.lire(vacance.logement_id)
    days = Calendrier(feries, logement.departement)
    offers = tuple(uow.orientations.de_la_vacance(vacance_id))
    holder = titulaire_attendu(vacance, offers, uow.stock.tous())
    return Situation(
        vacance=vacance,
        offres=offers,
        jour=jour,
        calendrier=days,
        signalement=_signalement(vacance, uow.conventions.toutes(), days),
        titulaire=uow.reservataires.lire(holder).nom if holder is not None else "",
    )


def _signalement(
    vacance: Vacance, conventions: Sequence[Convention], calendrier: Calendrier
) -> Echeance | None:
    if vacance.qualification is not Qualification.FLUX:
        return None
    day = vacance.date_conge
    told = [echeance_signalement(c, day, calendrier) for c in conventions if c.avenant_au(day)]
    known = [deadline for deadline in told if deadline is not None]
    return min(known, key=lambda deadline: deadline.jour, default=None)


def _ouverte(vacance: Vacance, base: _Base) -> bool:
    """Whether anything may be left to do: most vacancies of a base are over."""
    if retiree(vacance) or vacance.qualification in _SANS_SUITE:
        return False
    leases = [o.date_bail for o in base.offres.get(vacance.id, ()) if o.date_bail is not None]
    return all(base.jour - lease <= APRES_BAIL for lease in leases)


def _rappels_de(vacance: Vacance, logement: Logement, base: _Base) -> Iterator[Rappel]:
    days = Calendrier(base.feries, logement.departement)
    offers = base.offres.get(vacance.id, ())
    seen = Situation(
        vacance=vacance,
        offres=offers,
        jour=base.jour,
        calendrier=days,
        signalement=_signalement(vacance, base.conventions, days),
        titulaire=base.noms.get(titulaire_attendu(vacance, offers, base.droits) or 0, ""),
    )
    action = _attente(prochaine_action(seen), seen)
    where = logement.adresse.ligne() or logement.cle
    if action.jour is not None and action.acte is not Acte.QUALIFIER and _proche(action, seen):
        offer = next((o for o in seen.offres if o.id == action.orientation_id), None)
        yield Rappel(
            jour=action.jour,
            titre=typographier(_titre(action, offer, seen.titulaire, base)),
            explication=action.explication,
            vacance_id=vacance.id,
            logement=where,
            orientation_id=action.orientation_id,
            numero=offer.numero if offer else "",
        )
    yield from _visites(seen, where)


def _attente(action: ProchaineAction, situation: Situation) -> ProchaineAction:
    """An offer whose sending was not noted is waited for all the same, by its deadline."""
    offer = situation.offre
    if action.acte is not Acte.ENVOYER or offer is None:
        return action
    said = typographier(f"{offer.echeance_explication} ; l’envoi n’est pas noté")
    return replace(action, acte=Acte.RECEVOIR, jour=offer.echeance, explication=said)


def _proche(action: ProchaineAction, situation: Situation) -> bool:
    """An offer that waits is always shown, as the page has always done; the rest when near."""
    if action.jour is None or action.acte in {Acte.RECEVOIR, Acte.TRANCHER}:
        return True
    return action.jour - situation.jour <= AVANT


def _visites(situation: Situation, ou: str) -> Iterator[Rappel]:
    """Visits that are planned within the days to come."""
    offer = situation.offre
    waits = situation.etape in {Etape.PROPOSEE, Etape.ATTRIBUEE}
    planned = (
        (situation.vacance.suivi.visite_conseil, "Visite conseil", None),
        (offer.suivi.visite if offer and waits else None, "Visite d’un candidat", offer),
    )
    for day, title, of in planned:
        if day is not None and situation.jour <= day <= situation.jour + AVANT:
            yield Rappel(
                jour=day,
                titre=title,
                explication=f"Prévue le {en_lettres(day)}",
                vacance_id=situation.vacance.id,
                logement=ou,
                orientation_id=of.id if of else None,
                numero=of.numero if of else "",
            )


def _titre(action: ProchaineAction, offre: Orientation | None, titulaire: str, base: _Base) -> str:
    if action.acte is Acte.PROPOSER:
        return f"À proposer à son titulaire : {titulaire}"
    if offre is None:
        return action.acte.value
    who = base.noms[offre.reservataire_id] if offre.reservataire_id else NOM_BAILLEUR
    if action.acte is Acte.TRANCHER:
        return f"Offre échue : {who}"
    if action.acte is Acte.RECEVOIR and action.jour is not None:
        near = action.jour - base.jour <= AVANT
        return f"{'À relancer' if near else 'Candidats attendus'} : {who}"
    return f"{_COURTS.get(action.acte, action.acte.value)} : {who}"
