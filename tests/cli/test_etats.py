"""Rights in stock on the command line: counted, frozen, printed, compared; guarantees."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from fluxdesk.bootstrap.atelier import AtelierLocal
from fluxdesk.bootstrap.horloge import SystemClock
from fluxdesk.domain.convention import Avenant
from fluxdesk.domain.droit_stock import DroitStock, NatureDroit
from fluxdesk.domain.garantie import Garantie
from fluxdesk.services.tenir_garanties import enregistrer_garantie

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from fluxdesk.services.ports import Bureau
    from tests.cli.appel import Appel

VILLE = "Ville d’Ajaccio"


@pytest.fixture
def bureau(base: Path) -> Iterator[Bureau]:
    desk = AtelierLocal(SystemClock()).ouvrir(base)
    yield desk
    desk.base.fermer()


@pytest.fixture
def reserves(bureau: Bureau, base: Path) -> Path:
    """Five rights of the town, one on a dwelling of the armed forces."""
    with bureau.base.transaction() as uow:
        who = uow.reservataires.trouver(VILLE)
        assert who is not None
        for rank, (ident, *_) in enumerate(list(uow.logements.reperes())[:5]):
            nature = NatureDroit.DROIT_DE_SUITE if rank else NatureDroit.DEFENSE
            uow.stock.enregistrer(
                DroitStock(logement_id=ident, reservataire_id=who.id, nature=nature)
            )
        uow.valider()
    bureau.base.fermer()
    return base


def test_l_etat_des_lieux_se_dit(appel: Appel, reserves: Path) -> None:
    told = appel("--base", reserves, "etat-des-lieux", "--sans-mutations").sortie
    assert "hors assiette\u00a0: 2, stock identifié" in told
    assert f"{VILLE}\u00a0: 4\u00a0droits de suite, 0\u00a0unique" in told
    assert "aucune année entière" in told


def test_une_photo_se_fige_s_edite_et_se_compare(
    appel: Appel, reserves: Path, tmp_path: Path
) -> None:
    assert "Aucune photo" in appel("--base", reserves, "etat-des-lieux", "photos").sortie
    refused = appel("--base", reserves, "etat-des-lieux", "figer", "Départ")
    assert refused.code == 1
    assert "rotation du parc est inconnue" in refused.paroles
    typed = ("--rotation", "7,5", "--source", "rapport 2025", "--soustraits", "12")
    made = appel("--base", reserves, "etat-des-lieux", "figer", "Départ", *typed)
    assert "figée" in made.sortie
    assert f"{VILLE}\u00a0: " in made.sortie
    assert "Départ" in appel("--base", reserves, "etat-des-lieux", "photos").sortie
    same = appel("--base", reserves, "etat-des-lieux", "comparer", "1")
    assert same.sortie.strip() == "Rien n’a changé."
    done = appel(
        "--base", reserves, "etat-des-lieux", "editer", "1", "--sortie", tmp_path / "p", "--json"
    )
    assert len(list((tmp_path / "p").iterdir())) == 4
    assert done.code == 0


def test_les_garanties_se_disent_avec_leurs_alertes(
    appel: Appel, base: Path, bureau: Bureau
) -> None:
    with bureau.base.transaction() as uow:
        who = uow.reservataires.trouver(VILLE)
        assert who is not None
        known = uow.conventions.du_reservataire(who.id)
        assert known is not None
        rates = (Avenant(numero=0, dix_milliemes=800),)
        uow.conventions.enregistrer(
            replace(known, garantie_emprunt=True, signature=None, avenants=rates)
        )
        uow.valider()
    for end in (date(2015, 1, 1), None):
        enregistrer_garantie(
            Garantie(
                reservataire_id=who.id,
                programme="Les Lilas",
                logements=20,
                droits=2,
                derniere_echeance=end,
            ),
            uow=bureau.base.transaction(),
        )
    bureau.base.fermer()
    told = appel("--base", base, "garanties").sortie
    assert "2\u00a0droits, jusqu’au 01/01/2020" in told
    assert "fin inconnue" in told
    assert "droits échus\u00a0: Les Lilas" in told
    assert "taux de 8\u00a0% à 4\u00a0%" in told


def test_sans_garantie_c_est_dit(appel: Appel, base: Path) -> None:
    assert appel("--base", base, "garanties").sortie.strip() == "Aucune garantie d’emprunt."
