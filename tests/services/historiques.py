"""A world whose past comes by file, for the tests of its import."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from fluxdesk.domain.convention import ModeOffre
from fluxdesk.domain.flux.parties import EvenementDecompte, ModeRefus
from fluxdesk.domain.vacance import CauseLiberation, Qualification, Vacance
from fluxdesk.services.etablir_bilan import etablir_bilan
from fluxdesk.services.importer_historique import (
    COLONNES,
    importer_historique,
)
from fluxdesk.services.suggerer_orientation import suggerer_orientation
from fluxdesk.services.tenir_registre import charger_registre, ouvrir_registre
from tests.services.annee_jouee import horloge
from tests.services.fichiers_lus import CHEMIN, Tableau
from tests.services.monde import ACTION_LOGEMENT, ETAT, TERRITOIRES, logement, monde

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from fluxdesk.domain.rapport import RapportImport
    from tests.services.memoire import MemoireUow

JOUR = date(2026, 11, 22)

BAIL = {
    "logement": "interne:1",
    "date_conge": "01/02/2025",
    "reservataire": "Action logement",
    "date_offre": "10/02/2025",
    "issue": "bail signé",
    "date_attribution": "20/02/2025",
    "date_bail": "01/03/2025",
}
REFUS = BAIL | {
    "issue": "refusée",
    "date_reponse": "15/02/2025",
    "date_attribution": "",
    "date_bail": "",
}
SUITE = BAIL | {
    "reservataire": "Ville d'Ajaccio",
    "date_offre": "16/02/2025",
}


def grand_monde() -> MemoireUow:
    """The small world with forty dwellings, and conventions whose clauses differ."""
    uow = monde()
    with uow:
        lot = uow.lots.ouvrir("suite.csv", "essai", "utf-8")
        made = (logement(n, commune="2B033" if n % 4 == 0 else "2A004") for n in range(7, 41))
        uow.logements.ajouter(made, lot)
        for one, refus, decompte in zip(
            uow.conventions.toutes(),
            (ModeRefus.COMPTE, ModeRefus.BAILLEUR_UN_TOUR, ModeRefus.NON_COMPTE_MIXITE),
            EvenementDecompte,
            strict=True,
        ):
            changed = replace(one, refus=refus, evenement_decompte=decompte, delai_jours=20)
            uow.conventions.enregistrer(changed)
        action = uow.conventions.lire(2)
        uow.conventions.enregistrer(replace(action, mode_offre=ModeOffre.ORDRE))
        uow.valider()
    return uow


def importer(
    uow: MemoireUow, lignes: Sequence[Mapping[str, str]], *, essai: bool = False
) -> RapportImport:
    return importer_historique(
        Tableau(lignes, COLONNES)(CHEMIN, COLONNES),
        essai=essai,
        uow=uow,
        horloge=horloge(JOUR),
        territoires=TERRITOIRES,
    )


def etat(uow: MemoireUow) -> tuple[object, ...]:
    """All that the ledger, the bilans and a suggestion say."""
    with uow:
        vacances = uow.vacances.toutes()
        events = uow.evenements.tous()
        offers = [
            replace(o, explication="", classement="", suggere="", derogation="")
            for o in uow.orientations.toutes()
        ]
        soldes = charger_registre(uow=uow).soldes()
        assert ouvrir_registre(uow=uow, jour=JOUR).soldes() == soldes
        waiting = uow.vacances.enregistrer(
            Vacance(
                logement_id=40,
                date_conge=JOUR,
                cause=CauseLiberation.CONGE,
                qualification=Qualification.FLUX,
            )
        )
        uow.valider()
    bilans = [
        replace(
            etablir_bilan(annee, reservataire_id=who, uow=uow, territoires=TERRITOIRES), detail=()
        )
        for annee in (2024, 2025, 2026)
        for who in (None, ETAT, ACTION_LOGEMENT)
    ]
    shown = suggerer_orientation(waiting, uow=uow, horloge=horloge(JOUR), territoires=TERRITOIRES)
    return vacances, events, offers, soldes, bilans, shown.suggestion, shown.etapes
