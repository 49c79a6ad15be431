"""The quality of the patrimoine in the window: seen, led to, mended, marked."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QLabel

from fluxdesk.domain.logement import EtatLogement, Logement
from fluxdesk.domain.plafonds_logement import Plafonds
from fluxdesk.domain.provenance import Origine, Provenance
from fluxdesk.domain.qualite import Qualite
from fluxdesk.domain.referentiel import GenreReferentiel
from fluxdesk.domain.territoire import Commune
from fluxdesk.services.consulter_logement import FicheLogement
from fluxdesk.services.consulter_referentiels import Quartier
from fluxdesk.services.marquer_sortis import Absents, CauseSortie
from fluxdesk.ui.dialogs.correction import CorrectionDialog
from fluxdesk.ui.dialogs.sortie import SortieDialog
from fluxdesk.ui.models.logements_fiche import champs_logement
from fluxdesk.ui.models.qualite import lignes_alertes, pour_cent, pour_mille_dit
from fluxdesk.ui.pages.patrimoine import PatrimoinePage
from fluxdesk.ui.widgets.fiche import Fiche
from tests.ui.gestes import calmer, montrer

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from fluxdesk.ui.contexte import Contexte

Ok = QDialogButtonBox.StandardButton.Ok


@pytest.fixture
def page(contexte: Contexte, qtbot: QtBot) -> PatrimoinePage:
    with contexte.bureau.base.transaction() as uow:
        lot = uow.lots.ouvrir("essai", "essai", "")
        first = next(uow.logements.tous())
        uow.logements.modifier([replace(first, surface=500, etat=EtatLogement.ACTIF)], lot)
        uow.valider()
    made = PatrimoinePage(contexte)
    montrer(made, qtbot)
    return made


def rang(page: PatrimoinePage, champ: str) -> int:
    rows = page.vue_qualite.alertes_model.lignes
    return next(number for number, row in enumerate(rows) if row.champ == champ)


def mesurer(page: PatrimoinePage, qtbot: QtBot) -> None:
    page.qualite.click()
    calmer(page, qtbot)


def test_what_is_wrong_leads_to_the_dwellings(page: PatrimoinePage, qtbot: QtBot) -> None:
    mesurer(page, qtbot)
    vue = page.vue_qualite
    assert vue.isVisible()
    assert page.actes.bouton_corriger.isHidden()
    assert "présentes et sans alerte" in vue.dit.text()
    assert vue.programmes_model.lignes[0].nom == "Toute la base"
    vue.programmes.selectRow(1)
    assert vue.champs_model.lignes == vue.programmes_model.lignes[1].champs
    vue.programmes.sortByColumn(3, Qt.SortOrder.DescendingOrder)
    empty = rang(page, "annee_construction")
    vue.alertes.selectRow(empty)
    assert not vue.montrer_logements.isEnabled()
    vue.alertes.activated.emit(vue.alertes_model.index(empty, 0))
    assert vue.isVisible()
    vue.alertes.selectRow(rang(page, "qpv"))
    assert "liste de quartiers" in vue.conseil.text()
    vue.alertes.selectRow(rang(page, "surface"))
    qtbot.keyClick(vue.alertes, Qt.Key.Key_Return)
    calmer(page, qtbot)
    assert page.table.isVisible()
    assert page.model.rowCount() == 1
    assert page.toutes.text() == "Surface qui ne va pas avec le type"
    qtbot.keyClick(page.table, Qt.Key.Key_Escape)
    calmer(page, qtbot)
    assert page.model.rowCount() > 1
    assert page.toutes.isHidden()
    page.toutes.click()


def test_a_value_is_mended_and_measured_again(page: PatrimoinePage, qtbot: QtBot) -> None:
    mesurer(page, qtbot)
    page.vue_qualite.alertes.selectRow(rang(page, "surface"))
    page.vue_qualite.montrer_logements.click()
    calmer(page, qtbot)
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    dialog = page.actes.dialogue
    assert isinstance(dialog, CorrectionDialog)
    assert dialog.champ.currentData() == "surface"
    dialog.valeur.setText("50")
    dialog.motif.setText("relevé")
    with qtbot.waitSignal(page.contexte.avis) as told:
        dialog.accept()
    assert "corrigé" in told.args[0]
    calmer(page, qtbot)
    assert any("Surface" in text for text in page.fiche.textes())
    assert any(label.text() == "saisi à la main" for label in page.fiche.findChildren(QLabel))
    mesurer(page, qtbot)
    assert page.vue_qualite.alertes_model.lignes[rang(page, "surface")].nombre == 0
    page.contexte.change.emit(page.sujets)
    calmer(page, qtbot)
    page.vue_qualite.liste.click()
    assert page.table.isVisible()


def test_dwellings_are_marked_as_gone(page: PatrimoinePage, qtbot: QtBot) -> None:
    page.table.selectRow(0)
    (ident,) = page._chosen()
    page.actes.bouton_sortir.click()
    dialog = page.actes.dialogue
    assert isinstance(dialog, SortieDialog)
    dialog.cause.setCurrentIndex(dialog.cause.findData(CauseSortie.AUTRE))
    assert not dialog.boutons.button(Ok).isEnabled()
    dialog.raison.setText("changement d’usage")
    assert dialog.boutons.button(Ok).isEnabled()
    dialog.cause.setCurrentIndex(0)
    dialog.accept()
    calmer(page, qtbot)
    with page.contexte.bureau.base.transaction() as uow:
        known = uow.logements.lire(ident)
    if known.etat is EtatLogement.SORTI:  # the first dwelling of the list may be vacant
        assert any("sorti du patrimoine" in text for text in page.fiche.textes())


def test_nothing_chosen_is_nothing_done(page: PatrimoinePage) -> None:
    page.table.clearSelection()
    page.actes.corriger()
    page.actes.sortir()
    assert page.actes.dialogue is None


def test_an_empty_base_offers_only_the_import(contexte_vide: Contexte, qtbot: QtBot) -> None:
    page = PatrimoinePage(contexte_vide)
    montrer(page, qtbot)
    assert page.qualite.isHidden()
    assert page.actes.bouton_corriger.isHidden()
    page.vue_qualite.mesurer()
    calmer(page, qtbot)
    assert page.vue_qualite.champs_model.lignes[0].total == 0


def test_the_dialog_says_what_is_expected(contexte: Contexte, qtbot: QtBot) -> None:
    towns = contexte.bureau.territoires
    dialog = CorrectionDialog([1, 2], "id_rpls", towns)
    qtbot.addWidget(dialog)
    assert dialog.champ.currentData() == "surface"
    dialog.motif.setText("visite")
    assert not dialog.boutons.button(Ok).isEnabled()
    dialog.valeur.setText("beaucoup")
    assert "ne convient pas" in dialog.aide.text()
    assert not dialog.boutons.button(Ok).isEnabled()
    dialog.valeur.setText("62")
    assert dialog.boutons.button(Ok).isEnabled()
    assert dialog.saisie().texte == "62"
    dialog.champ.setCurrentIndex(dialog.champ.findData("adresse"))
    assert dialog.confirmer.isChecked()
    assert not dialog.remplacer.isEnabled()
    assert dialog.saisie().texte is None
    dialog.champ.setCurrentIndex(dialog.champ.findData("dpe"))
    assert dialog.remplacer.isChecked()
    alone = CorrectionDialog([1], "id_rpls", towns)
    qtbot.addWidget(alone)
    assert alone.champ.currentData() == "id_rpls"


def test_each_value_knows_its_source(qtbot: QtBot) -> None:
    logement = Logement(cle="1", surface=50, loyer_max=45_000, dpe="C", source="RPLS 2024")
    when = datetime(2026, 3, 1, 9, tzinfo=UTC)
    typed = Provenance(
        logement_id=1, champ="surface", origine=Origine.SAISIE, detail="relevé",
        auteur="m.rossi", quand=when,
    )  # fmt: skip
    erp = replace(typed, champ="dpe", origine=Origine.FICHIER, detail="erp.xlsx")
    said = {
        champ.titre: champ
        for champ in champs_logement(FicheLogement(logement=logement, provenances=(typed, erp)))
    }
    assert said["Surface"].marque == "saisi à la main"
    assert said["Surface"].dit.startswith("Saisi par m.rossi, 01/03/2026")
    assert (said["DPE"].marque, said["DPE"].dit.startswith("Importé par")) == ("", True)
    assert said["Loyer maximal"].dit == "Source\u00a0: RPLS 2024"
    assert champs_logement(FicheLogement(logement=replace(logement, source="")))[1].dit == ""
    fiche = Fiche("Le logement")
    qtbot.addWidget(fiche)
    fiche.montrer(tuple(said.values()))
    assert fiche.textes()


def test_rates_are_rounded_down() -> None:
    assert pour_cent(Fraction(9999, 10_000)) == "99,9\u00a0%"
    assert pour_mille_dit(0, 0) == "—"


def test_what_the_last_file_covers_is_said_where_it_is_not_the_whole_base() -> None:
    empty = Qualite(logements=0, alertes=(), champs=(), programmes=())
    said = lignes_alertes(
        empty, Absents(fichier="sud.csv", perimetre="le département 2A", logements=(4,))
    )[-1]
    assert said.logements == (4,)
    assert said.conseil.startswith(
        "Le fichier «\u00a0sud.csv\u00a0», qui couvre le département 2A, ne les contient pas."
    )


def test_the_fiche_says_what_the_dated_tables_say() -> None:
    commune = Commune(code="01033", nom="Valserhône", departement="01")
    ceilings = Plafonds(
        financement="PLUS",
        zone="autres",
        montants={"1": Decimal(23403), "+": Decimal(6710)},
        effet=date(2026, 1, 1),
        source="plafonds PLUS 2026",
    )
    district = Quartier(
        genre=GenreReferentiel.QPV_2024,
        code="QN00101M",
        nom="Le Haut",
        effet=date(2024, 1, 1),
        source="ANCT",
    )
    rpls = Provenance(
        logement_id=1, champ="surface", origine=Origine.RPLS, detail="« rpls.csv » (RPLS 2018)",
        auteur="m.rossi", quand=datetime(2026, 3, 1, 9, tzinfo=UTC),
    )  # fmt: skip
    erp = replace(rpls, champ="dpe", origine=Origine.FICHIER, detail="« erp.xlsx »")
    fiche = FicheLogement(
        logement=Logement(
            cle="1", commune="01091", surface=50, dpe="C", loyer=1, qpv=True, qpv_code="QN00101M"
        ),
        provenances=(rpls, replace(rpls, champ="loyer"), erp),
        commune=commune,
        quartiers=(district,),
        commune_sans_qpv=True,
        plafonds=ceilings,
    )
    said = {c.titre: c.valeur.replace("\u00a0", " ") for c in champs_logement(fiche)}
    assert said["Commune"] == "Valserhône (01033)\ndéclarée : (01091)"
    assert said["QPV"] == (
        "oui (QN00101M)\nLe Haut, périmètre de 2024 (liste du 01/01/2024)\n"
        "aucun quartier prioritaire dans la commune aujourd’hui"
    )
    assert said["Plafonds"].replace("\u202f", " ") == ("1 : 23 403 €\n+ par pers. : 6 710 €")
    assert said["Source"] == (
        "« rpls.csv » (RPLS 2018), 01/03/2026\n« erp.xlsx », 01/03/2026 : DPE"
    )
