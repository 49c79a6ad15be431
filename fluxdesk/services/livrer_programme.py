"""Deliver a new programme: each of its dwellings waits for its first tenant."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fluxdesk.domain.dates import en_lettres
from fluxdesk.domain.erreurs import FluxDeskError, IntrouvableError
from fluxdesk.domain.logement import EtatLogement
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.suivi_vacance import SuiviVacance
from fluxdesk.domain.typographie import accorde, typographier
from fluxdesk.domain.vacance import CauseLiberation, Qualification, Vacance, retiree
from fluxdesk.services.lots_du_journal import lire_json
from fluxdesk.services.vacances_du_journal import retirer_vacances

if TYPE_CHECKING:
    from datetime import date

    from fluxdesk.domain.programme_neuf import ProgrammeNeuf
    from fluxdesk.services.depots import UnitOfWork

LIVRER, REPRENDRE = "programme.livrer", "programme.reprendre"


class RienALivrerError(FluxDeskError):
    """Every dwelling was delivered, or the programme has none."""

    def __init__(self, nom: str) -> None:
        super().__init__(
            f"Le programme « {nom} » n’a plus de logement à livrer : choisissez d’abord ses "
            "logements dans le patrimoine, ou ouvrez leurs vacances."
        )


class LivraisonEntameeError(FluxDeskError):
    """A dwelling was offered: the delivery cannot be taken back."""

    def __init__(self, nom: str) -> None:
        super().__init__(
            f"La livraison de « {nom} » ne peut plus être annulée : un de ses logements a été "
            "proposé. Annulez d’abord cette offre."
        )


def livrer_programme(programme_id: int, *, jour: date, uow: UnitOfWork) -> tuple[int, ...]:
    """Open the vacancies of the dwellings delivered that day; their ids.

    They are in the flux, with the cause « livraison neuve » and the programme they come with:
    their offers go to the party agreed (``premiere_location``). A dwelling that is vacant
    already, or was let since a former delivery, is left as it is; so is one that left the
    patrimoine.

    Raises:
        IntrouvableError: no such programme.
        RienALivrerError: no dwelling is left to deliver.
    """
    with uow:
        programme = uow.programmes.lire(programme_id)
        opened = tuple(_ouvrir(ident, programme, jour, uow) for ident in _a_livrer(programme, uow))
        if not opened:
            raise RienALivrerError(programme.nom)
        uow.programmes.enregistrer(replace(programme, livraison_reelle=jour))
        count = accorde(len(opened), "logement livré", "logements livrés")
        uow.journal.ecrire(
            LIVRER,
            f"programme:{programme_id}",
            typographier(f"Programme « {programme.nom} » : {count} le {en_lettres(jour)}"),
            avant={"livraison": programme.livraison_reelle},
            apres={"vacances": list(opened), "livraison": jour},
        )
        uow.valider()
    return opened


def annuler_livraison(programme_id: int, *, motif: str, uow: UnitOfWork) -> int:
    """Take back the vacancies of the last delivery; how many.

    Raises:
        IntrouvableError: the programme was never delivered, or is gone.
        LivraisonEntameeError: one of its dwellings was offered.
    """
    with uow:
        programme = uow.programmes.lire(programme_id)
        entree = next(
            (
                e
                for e in reversed(list(uow.journal.toutes()))
                if (e.action, e.objet) == (LIVRER, f"programme:{programme_id}")
            ),
            None,
        )
        if entree is None:
            what = "La livraison du programme"
            raise IntrouvableError(what, programme.nom)
        opened: list[int] = lire_json(entree.apres)["vacances"]
        if any(_offerte(ident, uow) for ident in opened):
            raise LivraisonEntameeError(programme.nom)
        retirer_vacances(opened, (), uow=uow)
        uow.programmes.enregistrer(replace(programme, livraison_reelle=None))
        told = typographier(f"Annulé : {entree.libelle}")
        uow.journal.ecrire(REPRENDRE, entree.objet, told, motif=motif.strip())
        uow.valider()
    return len(opened)


def _a_livrer(programme: ProgrammeNeuf, uow: UnitOfWork) -> list[int]:
    done = {
        v.logement_id
        for v in uow.vacances.toutes()
        if v.suivi.programme_id == programme.id and not retiree(v)
    }
    return [
        ident
        for ident, _ in programme.logements
        if ident not in done
        and uow.vacances.en_cours(ident) is None
        and uow.logements.lire(ident).etat is not EtatLogement.SORTI
    ]


def _ouvrir(logement_id: int, programme: ProgrammeNeuf, jour: date, uow: UnitOfWork) -> int:
    known = next(
        (
            v.id
            for v in uow.vacances.toutes()
            if (v.logement_id, v.suivi.programme_id) == (logement_id, programme.id)
        ),
        0,
    )
    return uow.vacances.enregistrer(
        Vacance(
            id=known,
            logement_id=logement_id,
            date_conge=jour,
            cause=CauseLiberation.LIVRAISON,
            disponibilite=jour,
            qualification=Qualification.FLUX,
            suivi=SuiviVacance(programme_id=programme.id),
        )
    )


def _offerte(vacance_id: int, uow: UnitOfWork) -> bool:
    offers = uow.orientations.de_la_vacance(vacance_id)
    return any(o.issue is not IssueOrientation.ANNULEE for o in offers)
