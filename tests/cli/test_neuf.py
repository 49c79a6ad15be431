"""New programmes on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.bootstrap.atelier import AtelierLocal
from fluxdesk.bootstrap.horloge import SystemClock
from fluxdesk.domain.programme_neuf import ProgrammeNeuf
from fluxdesk.services.rows import FiltreLogements
from fluxdesk.services.tenir_programmes import enregistrer_programme

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.appel import Appel


def ajouter(base: Path) -> int:
    """A programme of one dwelling of the base that nobody is leaving; its number."""
    desk = AtelierLocal(SystemClock()).ouvrir(base)
    ids = desk.base.lectures.ids_logements(FiltreLogements())
    with desk.base.transaction() as uow:
        free = next(i for i in ids if uow.vacances.en_cours(i) is None)
    made = enregistrer_programme(
        ProgrammeNeuf(nom="Les Pins", logements=((free, ""),)), uow=desk.base.transaction()
    )
    desk.base.fermer()
    return made.id


def test_a_programme_is_shown_and_delivered(appel: Appel, base: Path) -> None:
    assert "Aucun programme neuf." in appel("--base", base, "neuf").sortie
    number = ajouter(base)
    assert "à livrer" in appel("--base", base, "neuf").sortie
    done = appel("--base", base, "neuf", "livrer", number, "--le", "22/11/2026")
    assert "1\u00a0vacance ouverte." in done.sortie
    shown = appel("--base", base, "neuf", "--annee", "2026", "--json")
    assert shown.document["annee"] == 2026
    kept = appel("--base", base, "neuf", "retirer", number)
    assert kept.code == 1
    assert "livrés" in kept.paroles


def test_a_programme_that_was_not_delivered_goes(appel: Appel, base: Path) -> None:
    number = ajouter(base)
    assert appel("--base", base, "neuf", "retirer", number, "--motif", "abandon").code == 0
    assert "Aucun" in appel("--base", base, "neuf").sortie
