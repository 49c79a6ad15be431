"""Une offre dont le délai passe, en ligne de commande."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from fluxdesk.bootstrap.horloge import VARIABLE
from tests.cli.test_offres import JOUR
from tests.cli.test_suivi import _offrir
from tests.cli.test_vacances import dire

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.cli.appel import Appel
    from tests.cli.test_commandes import Objet


def test_une_offre_se_prolonge_avec_son_motif(appel: Appel, base: Path) -> None:
    _, numero, _ = _offrir(appel, base)
    more = ("prolonger", numero, "--jusqu-au", JOUR)
    assert appel("--base", base, *more).code == 2
    assert "01/06/2027" in dire(appel, base, *more, "--motif", "congés").sortie
    assert "n’est pas échue" in appel("--base", base, "echue", numero).paroles


def test_une_offre_echue_dit_la_suite_et_se_constate(
    appel: Appel, base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, numero, _ = _offrir(appel, base)
    monkeypatch.setenv(VARIABLE, JOUR)
    assert "Sa convention prévoit" in dire(appel, base, "echue", numero).sortie
    told = dire(appel, base, "carence", numero, "--le", JOUR, "--motif", "aucune nouvelle")
    assert "sans candidat dans le délai" in told.sortie


def test_le_bailleur_reprend_le_logement_pour_un_tour(appel: Appel, base: Path) -> None:
    _, numero, _ = _offrir(appel, base)
    made = dire(appel, base, "reprise", numero, "--le", JOUR, "--json").document
    offer = cast("Objet", made["orientation"])
    assert offer["reservataire_id"] is None
    told = dire(appel, base, "etapes", f"vacance:{offer['vacance_id']}").sortie
    assert "Noter les candidats reçus" in told  # the landlord's own, nobody is waited for
