"""Suggest the réservataire owed a freed dwelling, and say why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxdesk.domain.calendrier import Calendrier, sans_feries
from fluxdesk.domain.convention import ModeOffre, est_deleguee
from fluxdesk.domain.dates import en_lettres
from fluxdesk.domain.echeance import echeance_convention
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.flux.explication import expliquer
from fluxdesk.domain.flux.nommer import nommer
from fluxdesk.domain.flux.suggestion import suggerer
from fluxdesk.domain.offres import etapes_de
from fluxdesk.domain.parties import comptent_le_neuf, unite_du_flux
from fluxdesk.domain.vacance import Etape, etape
from fluxdesk.services.premiere_location import partie_convenue
from fluxdesk.services.tenir_registre import convention_de, ouvrir_registre

if TYPE_CHECKING:
    from datetime import date

    from fluxdesk.domain.calendrier import Feries
    from fluxdesk.domain.echeance import Echeance
    from fluxdesk.domain.flux.parties import EvenementDecompte, Unite
    from fluxdesk.domain.flux.registre import Registre
    from fluxdesk.domain.flux.suggestion import Suggestion
    from fluxdesk.domain.logement import Logement
    from fluxdesk.domain.offres import Etapes
    from fluxdesk.domain.territoire import Commune
    from fluxdesk.domain.vacance import Vacance
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.ports import Horloge, Territoires


class PasAOrienterError(FluxDeskError):
    """The vacancy is not waiting for a réservataire."""

    def __init__(self, stage: Etape) -> None:
        super().__init__(
            f"Cette vacance n’est pas à orienter (elle est « {stage.value} »)."
            if stage is not Etape.A_QUALIFIER
            else "Qualifiez d’abord cette vacance : est-elle dans le flux ?"
        )


class LogementRetireError(FluxDeskError):
    """The landlord withdrew the dwelling: it is offered to nobody until it is given back."""

    def __init__(self, jour: date) -> None:
        super().__init__(
            f"Ce logement est retiré de la location depuis le {en_lettres(jour)} : rendez-le "
            "d’abord à la location."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposition:
    """A suggestion with all that the screen shows around it.

    ``texte`` holds the sentences of the engine; ``destinataire`` is a party key of the ledger. For
    a first letting that somebody was agreed for, both are what the concertation says
    (``services/premiere_location.py``), ``suggestion`` what the engine sees of the others, and
    ``convenue`` is True.
    ``echeance`` is what the deadline would be, None when the landlord keeps the dwelling.
    ``mode`` is how the convention of that party has a dwelling offered, ``decompte`` the
    step that it counts (None for the landlord); ``etapes`` are the counters of the party, before
    this dwelling, and ``jour`` is today.
    """

    vacance: Vacance
    logement: Logement
    commune: Commune | None
    suggestion: Suggestion
    texte: str
    echeance: Echeance | None
    destinataire: str
    destinataire_nom: str
    mode: ModeOffre
    decompte: EvenementDecompte | None
    etapes: Etapes
    jour: date
    convenue: bool = False


def suggerer_orientation(
    vacance_id: int,
    *,
    uow: UnitOfWork,
    horloge: Horloge,
    territoires: Territoires,
    feries: Feries = sans_feries,
) -> Proposition:
    """The engine's suggestion for this vacancy, today; writes nothing.

    Raises:
        IntrouvableError: no such vacancy.
        PasAOrienterError: it is not waiting for a réservataire.
        LogementRetireError: the landlord withdrew it.
    """
    with uow:
        return preparer_proposition(
            vacance_id, uow=uow, horloge=horloge, territoires=territoires, feries=feries
        )[0]


def preparer_proposition(
    vacance_id: int,
    *,
    uow: UnitOfWork,
    horloge: Horloge,
    territoires: Territoires,
    feries: Feries = sans_feries,
) -> tuple[Proposition, Registre]:
    """The suggestion and the ledger it was read from, inside an open transaction."""
    vacance = uow.vacances.lire(vacance_id)
    _verifier_etape(vacance, uow=uow)
    logement = uow.logements.lire(vacance.logement_id)
    commune = territoires.commune(logement.commune)
    today = horloge.aujourd_hui()
    registre = ouvrir_registre(uow=uow, jour=today)
    suggestion = suggerer(registre, unite_au_registre(registre, vacance, logement, commune, today))
    agreed = partie_convenue(vacance_id, uow=uow)
    agreed = agreed if agreed and agreed.cle else None
    key = agreed.cle if agreed else suggestion.destinataire
    days = Calendrier(feries, logement.departement)
    convention = convention_de(key, uow=uow)
    proposition = Proposition(
        vacance=vacance,
        logement=logement,
        commune=commune,
        suggestion=suggestion,
        texte=agreed.phrase(_comptent(registre, suggestion.unite))
        if agreed
        else expliquer(nommer(suggestion, _noms_des_lieux(commune))),
        echeance=echeance_pour(key, today, unite=suggestion.unite, calendrier=days, uow=uow),
        destinataire=key,
        destinataire_nom=agreed.nom if agreed else nom_de_partie(registre, key),
        mode=ModeOffre.UN_SEUL if agreed else mode_offre_de(key, uow=uow),
        decompte=convention.evenement_decompte if convention else None,
        etapes=etapes_de(key, uow.orientations.toutes()),
        jour=today,
        convenue=agreed is not None,
    )
    return proposition, registre


def _comptent(registre: Registre, unite: Unite) -> tuple[str, ...]:
    """Whose due a first letting opens; nobody's where it never enters the ledger."""
    return comptent_le_neuf(registre.parties, unite) if unite.neuf else ()


def _noms_des_lieux(commune: Commune | None) -> dict[str, str]:
    """The places of the dwelling as officers call them, by code."""
    if commune is None:
        return {}
    return {commune.code: commune.nom, commune.epci: commune.epci_nom}


def nom_de_partie(registre: Registre, cle: str) -> str:
    """Name of a party of the ledger, as letters and screens write it."""
    return next(p.nom for p in registre.parties if p.cle == cle)


def mode_offre_de(cle: str, *, uow: UnitOfWork) -> ModeOffre:
    """To how many the convention of this party has a dwelling offered; the landlord is one."""
    convention = convention_de(cle, uow=uow)
    return convention.mode_offre if convention else ModeOffre.UN_SEUL


def echeance_pour(
    cle: str, notification: date, *, unite: Unite, calendrier: Calendrier, uow: UnitOfWork
) -> Echeance | None:
    """Deadline of an offer made that day to this party.

    None for the landlord, and where it designates candidates for the réservataire (déléguée):
    nobody else is waited for (regles.md 77).
    """
    convention = convention_de(cle, uow=uow)
    if convention is None or est_deleguee(convention, unite):
        return None
    return echeance_convention(convention, notification, calendrier)


def _verifier_etape(vacance: Vacance, *, uow: UnitOfWork) -> None:
    stage = etape(vacance, [o.issue for o in uow.orientations.de_la_vacance(vacance.id)])
    if vacance.suivi.retrait is not None:
        raise LogementRetireError(vacance.suivi.retrait)
    if stage is not Etape.A_ORIENTER:
        raise PasAOrienterError(stage)


def unite_au_registre(
    registre: Registre, vacance: Vacance, logement: Logement, commune: Commune | None, jour: date
) -> Unite:
    """The dwelling as the ledger knows it, or as it would enter that day.

    A first letting that no convention counts never enters it; it is seen as any dwelling.
    """
    known = registre.suivi(str(vacance.id))
    if known is not None:
        return known.unite
    return unite_du_flux(vacance, logement, commune=commune, jour=jour, parties=registre.parties)
