"""Leases for the demonstration: open RPLS has none, so some are invented, and say so."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING

from fluxdesk.domain.examen_occupation import AvisOccupation
from fluxdesk.domain.logement import EtatLogement
from fluxdesk.domain.provenance import Origine, Provenance
from fluxdesk.services.actes_de_main import CORRIGER, ActeDeMain, inscrire
from fluxdesk.services.noter_examen import Seance, noter_examen

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from fluxdesk.domain.logement import Logement
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.ports import Horloge

MOTIF = "Démonstration : baux inventés"
_BAUX = 60
_EXAMINES = 8  # the oldest of them, on the day the story begins
_ANCIENNETE = timedelta(days=8 * 365)


def dater_baux(graine: int, *, uow: UnitOfWork, horloge: Horloge) -> None:
    """Give leases to some dwellings, by hand as an officer would, and examine the oldest."""
    today = horloge.aujourd_hui()
    with uow:
        homes = [home for home in uow.logements.tous() if home.etat is EtatLogement.ACTIF]
        dated = _baux(homes, today, graine)
        acte = ActeDeMain(
            action=CORRIGER,
            libelle=f"Bail depuis le : {len(dated)} baux inventés",
            motif=MOTIF,
            champ="bail",
            logements=dated,
            provenances=[
                Provenance(
                    logement_id=home.id,
                    champ="bail",
                    origine=Origine.SAISIE,
                    detail=MOTIF,
                    auteur=uow.auteur,
                    quand=horloge.maintenant(),
                )
                for home in dated
            ],
            resume={"corriges": len(dated)},
        )
        inscrire(acte, uow=uow)
    oldest = sorted(dated, key=lambda home: home.bail)[:_EXAMINES]
    seance = Seance(
        logements=[home.id for home in oldest], jour=today, avis=AvisOccupation.MAINTIEN
    )
    noter_examen(seance, uow=uow, horloge=horloge, motif=MOTIF)


def _baux(homes: Sequence[Logement], jour: date, graine: int) -> list[Logement]:
    """Some dwellings, each with a day or a month of the last years, as files tell them."""
    chance = Random(graine + 1)  # noqa: S311 - a story, and not that of the vacancies
    chosen = chance.sample(homes, min(_BAUX, len(homes)))
    days = [jour - timedelta(days=chance.randrange(1, _ANCIENNETE.days)) for _ in chosen]
    return [
        replace(home, bail=day.isoformat() if rank % 3 else day.isoformat()[: len("2021-03")])
        for rank, (home, day) in enumerate(zip(chosen, days, strict=True))
    ]
