"""Offer a dwelling of the identified stock straight to the holder of its right.

Défense, sécurité intérieure, établissements publics de santé keep identified dwellings (R441-5;
regles.md 5, 19): nobody is suggested, no account moves, and the ledger does not know the offer.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fluxdesk.domain.calendrier import Calendrier, sans_feries
from fluxdesk.domain.dates import en_lettres
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.flux.phrases import a
from fluxdesk.domain.orientation import ISSUES_RENDUES, Orientation, numero_offre
from fluxdesk.domain.parties import cle_partie, unite_du_flux
from fluxdesk.domain.suivi_vacance import SuiviOffre
from fluxdesk.domain.typographie import typographier
from fluxdesk.domain.vacance import Etape, Qualification, etape
from fluxdesk.services.droits_du_logement import droit_identifie
from fluxdesk.services.suggerer_orientation import (
    LogementRetireError,
    PasAOrienterError,
    echeance_pour,
)
from fluxdesk.services.tenir_registre import convention_de

if TYPE_CHECKING:
    from datetime import date

    from fluxdesk.domain.calendrier import Feries
    from fluxdesk.domain.droit_stock import DroitStock
    from fluxdesk.domain.echeance import Echeance
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.ports import Horloge, Territoires

SANS_DELAI = "Titulaire du stock identifié, sans convention qui fixe un délai"


class PasDeTitulaireError(FluxDeskError):
    """No identified right stands on this dwelling, or the vacancy is not held in stock."""

    def __init__(self) -> None:
        super().__init__(
            "Aucun droit de la défense, de la sécurité intérieure ou de la santé ne tient ce "
            "logement en stock : saisissez ce droit ou qualifiez la vacance autrement."
        )


class TitulaireARenduError(FluxDeskError):
    """The holder gave the dwelling back for this vacancy."""

    def __init__(self, nom: str) -> None:
        super().__init__(
            f"{nom} a déjà rendu ce logement : qualifiez la vacance autrement pour le proposer à "
            "un autre."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Titulaire:
    """Who holds the dwelling of a vacancy in identified stock, and by which right."""

    nom: str
    droit: DroitStock

    @property
    def cle(self) -> str:
        """The party key that the offer would be to."""
        return cle_partie(self.droit.reservataire_id, self.droit.sous_contingent)

    def phrase(self) -> str:
        """What the officer reads in place of a suggestion."""
        end = f", jusqu’au {en_lettres(self.droit.fin)}" if self.droit.fin else ""
        return typographier(
            f"Logement identifié ({self.droit.nature.value}{end}) : il revient {a(self.nom)}, hors "
            "du flux (CCH, art. R441-5)."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PropositionTitulaire:
    """What an offer to the holder would be today: ``echeance`` is None where no clause says."""

    vacance_id: int
    titulaire: Titulaire
    echeance: Echeance | None


def titulaire_de(vacance_id: int, *, uow: UnitOfWork) -> Titulaire | None:
    """Who is to be offered the dwelling, inside an open transaction; None where it is not held.

    Raises:
        IntrouvableError: no such vacancy.
    """
    vacance = uow.vacances.lire(vacance_id)
    if vacance.qualification is not Qualification.STOCK:
        return None
    droit = droit_identifie(vacance.logement_id, vacance.date_conge, uow=uow)
    if droit is None:
        return None
    return Titulaire(nom=uow.reservataires.lire(droit.reservataire_id).nom, droit=droit)


def prevoir_au_titulaire(
    vacance_id: int,
    *,
    uow: UnitOfWork,
    horloge: Horloge,
    territoires: Territoires,
    feries: Feries = sans_feries,
) -> PropositionTitulaire:
    """The offer that ``proposer_au_titulaire`` would make; writes nothing.

    Raises:
        The same.
    """
    with uow:
        holder = _titulaire(vacance_id, uow=uow)
        due = _delai(vacance_id, holder, horloge, territoires, feries, uow=uow)
        return PropositionTitulaire(vacance_id=vacance_id, titulaire=holder, echeance=due)


def proposer_au_titulaire(
    vacance_id: int,
    *,
    uow: UnitOfWork,
    horloge: Horloge,
    territoires: Territoires,
    feries: Feries = sans_feries,
) -> Orientation:
    """Make the offer, of today, undone like any other; without a convention it has no deadline.

    Raises:
        IntrouvableError: no such vacancy.
        PasDeTitulaireError, TitulaireARenduError: see the classes.
        LogementRetireError, PasAOrienterError: it is withdrawn, or offered already.
    """
    with uow:
        holder = _titulaire(vacance_id, uow=uow)
        due = _delai(vacance_id, holder, horloge, territoires, feries, uow=uow)
        made = _rediger(vacance_id, holder, due, horloge.aujourd_hui(), uow=uow)
        made = replace(made, id=uow.orientations.enregistrer(made))
        home = uow.logements.lire(uow.vacances.lire(vacance_id).logement_id)
        where = home.adresse.ligne() or home.cle
        uow.journal.ecrire(
            "orientation.creer",
            f"orientation:{made.id}",
            typographier(f"Offre {made.numero} : {where} proposé à son titulaire « {holder.nom} »"),
            apres=made,
        )
        uow.valider()
    return made


def _titulaire(vacance_id: int, *, uow: UnitOfWork) -> Titulaire:
    """The holder, where it can be offered the dwelling today."""
    titulaire = titulaire_de(vacance_id, uow=uow)
    if titulaire is None:
        raise PasDeTitulaireError
    vacance = uow.vacances.lire(vacance_id)
    offers = uow.orientations.de_la_vacance(vacance_id)
    if vacance.suivi.retrait is not None:
        raise LogementRetireError(vacance.suivi.retrait)
    stage = etape(vacance, [o.issue for o in offers])
    if stage is not Etape.HORS_FLUX:
        raise PasAOrienterError(stage)
    if any(o.issue in ISSUES_RENDUES for o in offers):
        raise TitulaireARenduError(titulaire.nom)
    return titulaire


def _delai(
    vacance_id: int,
    titulaire: Titulaire,
    horloge: Horloge,
    territoires: Territoires,
    feries: Feries,
    *,
    uow: UnitOfWork,
) -> Echeance | None:
    today = horloge.aujourd_hui()
    vacance = uow.vacances.lire(vacance_id)
    home = uow.logements.lire(vacance.logement_id)
    unite = unite_du_flux(vacance, home, commune=territoires.commune(home.commune), jour=today)
    days = Calendrier(feries, home.departement)
    return echeance_pour(titulaire.cle, today, unite=unite, calendrier=days, uow=uow)


def _rediger(
    vacance_id: int, titulaire: Titulaire, echeance: Echeance | None, jour: date, *, uow: UnitOfWork
) -> Orientation:
    droit, key = titulaire.droit, titulaire.cle
    convention = convention_de(key, uow=uow)
    return Orientation(
        numero=numero_offre(jour.year, uow.orientations.nombre_de_l_annee(jour.year) + 1),
        vacance_id=vacance_id,
        jour=jour,
        reservataire_id=droit.reservataire_id,
        sous_contingent=droit.sous_contingent,
        echeance=echeance.jour if echeance else None,
        echeance_explication=echeance.explication if echeance else SANS_DELAI,
        candidats=convention.candidats if convention else 0,
        suggere=key,
        explication=titulaire.phrase(),
        suivi=SuiviOffre(hors_registre=True),
    )
