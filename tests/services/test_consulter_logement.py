"""The fiche of a dwelling: the origin of each value, and what the dated tables say of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.logement import Financement, Logement
from fluxdesk.domain.provenance import ApportDeLot, Origine, Provenance, provenances_derivees
from fluxdesk.services.consulter_logement import consulter_logement, situer_lignes
from fluxdesk.services.rows import LogementRow
from tests.services.memoire import HorlogeFixe
from tests.services.monde_referentiels import G, faire_monde

if TYPE_CHECKING:
    from pathlib import Path

    from fluxdesk.services.consulter_logement import FicheLogement
    from tests.services.monde_referentiels import Monde

QUAND = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
CONNU = Logement(
    cle="1",
    commune="01099",
    departement="01",
    financement=Financement.PLUS,
    surface=50,
    dpe="D",
    loyer=40_000,
)


@pytest.fixture
def monde(tmp_path: Path) -> Monde:
    """One dwelling of an RPLS file, in a commune that merged since."""
    made = faire_monde(tmp_path)
    poser(made, "rpls.csv", "RPLS 2018", CONNU)
    return made


def poser(monde: Monde, fichier: str, format_lu: str, logement: Logement) -> int:
    with monde.uow as uow:
        lot = uow.lots.ouvrir(fichier, format_lu, "utf-8")
        if logement.id:
            uow.logements.modifier([logement], lot)
        else:
            uow.logements.ajouter([logement], lot)
        uow.valider()
    return lot


def consulter(monde: Monde) -> FicheLogement:
    return consulter_logement(
        1, uow=monde.uow, horloge=HorlogeFixe(QUAND), territoires=monde.territoires
    )


def origines(fiche: FicheLogement) -> dict[str, tuple[Origine, str]]:
    return {
        one.champ: (one.origine, one.detail.replace("\u00a0", " ")) for one in fiche.provenances
    }


def test_each_value_knows_the_file_that_brought_it(monde: Monde) -> None:
    rpls = (Origine.RPLS, "« rpls.csv » (RPLS 2018)")
    assert origines(consulter(monde)) == dict.fromkeys(
        ("commune", "surface", "financement", "dpe", "loyer", "etat"), rpls
    )
    before = consulter(monde).logement
    poser(monde, "erp.xlsx", "Classeur", replace(before, loyer=41_000, etage="2"))
    poser(monde, "dpe.xlsx", "Classeur", replace(consulter(monde).logement, dpe="C"))
    told = origines(consulter(monde))
    assert told["loyer"] == told["etage"] == (Origine.FICHIER, "« erp.xlsx » (Classeur)")
    assert told["dpe"] == (Origine.FICHIER, "« dpe.xlsx » (Classeur)")
    assert told["surface"] == rpls
    typed = Provenance(
        logement_id=1, champ="loyer", origine=Origine.SAISIE, detail="quittance",
        auteur="m.rossi", quand=QUAND,
    )  # fmt: skip
    with monde.uow as uow:
        uow.provenances.enregistrer([typed])
        uow.valider()
    assert origines(consulter(monde))["loyer"] == (Origine.SAISIE, "quittance")


def test_a_value_older_than_what_imports_keep_has_no_origin(monde: Monde) -> None:
    logement = consulter(monde).logement
    later = ApportDeLot(
        fichier="erp.xlsx", format="Classeur", auteur="m.rossi", quand=QUAND,
        avant=replace(logement, loyer=1),
    )  # fmt: skip
    assert [one.champ for one in provenances_derivees(logement, [later])] == ["loyer"]


def test_an_import_undone_brought_nothing(monde: Monde) -> None:
    lot = poser(monde, "erp.xlsx", "Classeur", replace(consulter(monde).logement, loyer=41_000))
    with monde.uow as uow:
        uow.lots.annuler(lot)
        uow.valider()
    fiche = consulter(monde)
    assert fiche.logement.loyer == 40_000
    assert origines(fiche)["loyer"] == (Origine.RPLS, "« rpls.csv » (RPLS 2018)")


def test_the_commune_of_today_and_its_ceilings(monde: Monde) -> None:
    fiche = consulter(monde)
    assert fiche.commune is not None
    assert (fiche.logement.commune, fiche.commune.code) == ("01099", "01033")
    assert fiche.plafonds is not None
    assert (fiche.plafonds.zone, fiche.plafonds.montants["2"], fiche.plafonds.effet) == (
        "autres",
        Decimal(31254),
        date(2026, 1, 1),
    )
    poser(monde, "e", "c", replace(fiche.logement, financement=Financement.NON_RENSEIGNE))
    assert consulter(monde).plafonds is None
    poser(monde, "e", "c", replace(fiche.logement, commune="99999"))
    lost = consulter(monde)
    assert (lost.commune, lost.plafonds, lost.commune_sans_qpv) == (None, None, False)


def test_the_dated_perimeters_of_its_district(monde: Monde) -> None:
    assert consulter(monde).quartiers == ()
    assert not consulter(monde).commune_sans_qpv  # no list was brought: nothing is known
    text = "code_qp;lib_qp;insee_com\nQN00101M;Le Haut;93001\n"
    monde.apporter(G.QPV_2024, text, date(2024, 1, 1))
    assert consulter(monde).commune_sans_qpv
    poser(monde, "e", "c", replace(consulter(monde).logement, qpv=True, qpv_code="QN00101M"))
    (found,) = consulter(monde).quartiers
    assert (found.nom, found.genre, found.effet) == ("Le Haut", G.QPV_2024, date(2024, 1, 1))
    text = "code_qp;lib_qp;insee_com\nQN00101M;Le Haut;01033\n"
    monde.apporter(G.QPV_2024, text, date(2025, 1, 1))
    assert not consulter(monde).commune_sans_qpv


def test_lists_show_the_commune_of_today(monde: Monde) -> None:
    row = LogementRow(
        id=1, reference="1", programme="", adresse="", commune="ARLOD", typologie="T2",
        surface=None, etage="", financement="PLUS", qpv="", periode="", dpe="", loyer=None,
        code_commune="01099",
    )  # fmt: skip
    same = replace(row, commune="CHATILLON", code_commune="01091")
    lost = replace(row, code_commune="99999")
    shown = situer_lignes([row, same, lost], monde.territoires)
    assert [one.commune for one in shown] == ["Bellegarde", "CHATILLON", "ARLOD"]
