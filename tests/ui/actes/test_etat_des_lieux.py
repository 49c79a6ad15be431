"""From rights in stock to a frozen photo and drafts, through the window."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from fluxdesk.domain.conversion import Formule
from fluxdesk.domain.droit_stock import DroitStock, NatureDroit
from fluxdesk.domain.profil import Genre
from fluxdesk.services.figer_photo import lister_photos
from fluxdesk.ui.pages.conventions import ConventionsPage

if TYPE_CHECKING:
    from pathlib import Path

    from fluxdesk.domain.photo import PhotoDepart
    from fluxdesk.services.ports import Bureau
    from fluxdesk.ui.contexte import Contexte
    from fluxdesk.ui.dialogs.conversion import ConversionDialog
    from fluxdesk.ui.etat_des_lieux import ActesEtatDesLieux
    from tests.ui.actes.conftest import Attendre, Montrer

ALS = "Action Logement Services"


@pytest.fixture
def actes(bureau: Bureau, contexte: Contexte, montrer: Montrer) -> ActesEtatDesLieux:
    """The page on a base where Action Logement has thirty rights, one of them single."""
    with bureau.base.transaction() as uow:
        who = uow.reservataires.trouver(ALS)
        assert who is not None
        ids = [known[0] for known in uow.logements.reperes()][:30]
        for rank, ident in enumerate(ids):
            nature = NatureDroit.DROIT_DE_SUITE if rank else NatureDroit.DESIGNATION_UNIQUE
            uow.stock.enregistrer(
                DroitStock(logement_id=ident, reservataire_id=who.id, nature=nature)
            )
        uow.valider()
    return montrer(ConventionsPage(contexte)).stock.etats


@pytest.fixture
def ouvrir(actes: ActesEtatDesLieux, attendre: Attendre) -> ConversionDialog:
    """The assistant at its first step."""
    actes.demander()
    attendre()
    assert actes.photos is not None
    actes.photos.commencer.click()
    attendre()
    assert actes.conversion is not None
    return actes.conversion


def photos(bureau: Bureau) -> list[PhotoDepart]:
    return list(lister_photos(uow=bureau.base.transaction()))


def debuts(bureau: Bureau) -> list[date | None]:
    with bureau.base.transaction() as uow:
        als = uow.reservataires.trouver(ALS)
        assert als is not None
        convention = uow.conventions.du_reservataire(als.id)
    assert convention is not None
    return [avenant.debut for avenant in convention.avenants]


def noms(actes: ActesEtatDesLieux) -> list[str]:
    assert actes.photos is not None
    return [row.nom for row in actes.photos.model.lignes]


def ouverts(actes: ActesEtatDesLieux) -> list[object]:
    return [one for one in (actes.photos, actes.conversion) if one is not None]


def ecarts(actes: ActesEtatDesLieux, attendre: Attendre) -> int:
    """How many differences are shown between the photos chosen, or with today."""
    assert actes.photos is not None
    actes.photos.ecarts.click()
    attendre()
    assert actes.ecarts is not None
    actes.ecarts.accept()
    return len(actes.ecarts.model.lignes)


def suivre(dialogue: ConversionDialog, attendre: Attendre) -> None:
    assert dialogue.pied.suivant.isEnabled()
    dialogue.pied.suivant.click()
    attendre()


def saisir_rotation(dialogue: ConversionDialog) -> None:
    step = dialogue.assiette
    step.lire_rotation.setChecked(True)
    step.rotation.setValue(7.5)
    step.source.setText("rapport d’activité 2025")


def test_du_stock_aux_projets_rien_ne_s_ecrit_avant_la_fin(
    ouvrir: ConversionDialog, actes: ActesEtatDesLieux, bureau: Bureau, attendre: Attendre
) -> None:
    dialogue = ouvrir
    assert [(li.nom, li.suite, li.uniques) for li in dialogue.stock.model.lignes] == [(ALS, 29, 1)]
    suivre(dialogue, attendre)
    assert not dialogue.pied.suivant.isEnabled()  # no whole year of lettings in the base
    saisir_rotation(dialogue)
    dialogue.assiette.soustraits.setValue(12)
    suivre(dialogue, attendre)
    dialogue.formules.formule.setCurrentIndex(2)
    dialogue.formules.formule.activated.emit(2)
    assert dialogue.formules.model.lignes[0].choisie is Formule.DROITS_UNIQUES
    suivre(dialogue, attendre)
    assert dialogue.effet.model.lignes[-1].nom == "Bailleur (non réservé)"
    assert dialogue.effet.alertes.phrases
    suivre(dialogue, attendre)
    assert photos(bureau) == []
    dialogue.photo.nom.setText("Départ 2027")
    dialogue.photo.effet.setDate(dialogue.photo.effet.date().addYears(1))
    attendre()
    suivre(dialogue, attendre)
    assert dialogue.conduite.termine
    (photo,) = photos(bureau)
    assert photo.nom == "Départ 2027"
    assert debuts(bureau)[-2] == date(2028, 1, 1)
    suivre(dialogue, attendre)
    assert noms(actes) == ["Départ 2027"]


def test_une_rotation_propre_se_saisit_avec_sa_source(
    ouvrir: ConversionDialog, attendre: Attendre
) -> None:
    dialogue = ouvrir
    suivre(dialogue, attendre)
    saisir_rotation(dialogue)
    suivre(dialogue, attendre)
    step = dialogue.formules
    step.formule.setCurrentIndex(1)
    step.formule.activated.emit(1)
    assert "rotation" in step.constat.mots.text()
    assert not dialogue.pied.suivant.isEnabled()
    step.rotation.setValue(9)
    step.source.setText("AL’in 2025")
    step.rotation.editingFinished.emit()
    assert dialogue.pied.suivant.isEnabled()
    (row,) = step.model.lignes
    assert row.stock.rotation.saisie == 900
    dialogue.pied.precedent.click()
    assert dialogue.assiette.rotation.value() == 7.5


def test_les_exclusions_et_les_annees_relisent_la_base(
    ouvrir: ConversionDialog, attendre: Attendre
) -> None:
    dialogue = ouvrir
    suivre(dialogue, attendre)
    before = dialogue.conduite.etat
    assert before is not None
    for box in dialogue.assiette.exclusions.values():
        box.setChecked(False)
    dialogue.assiette.annees.setValue(5)
    dialogue.assiette.mutations.setChecked(False)
    attendre()
    after = dialogue.conduite.etat
    assert after is not None
    assert after.assiette == after.parc
    assert dialogue.conduite.demande.annees == 5
    saisir_rotation(dialogue)
    dialogue.assiette.source.clear()
    assert "source" in dialogue.assiette.constat.mots.text()
    assert not dialogue.pied.suivant.isEnabled()


def test_sans_projet_seule_la_photo_est_figee(
    ouvrir: ConversionDialog, bureau: Bureau, attendre: Attendre
) -> None:
    dialogue = ouvrir
    suivre(dialogue, attendre)
    saisir_rotation(dialogue)
    for _ in range(3):
        suivre(dialogue, attendre)
    dialogue.photo.projets.item(0).setCheckState(Qt.CheckState.Unchecked)
    attendre()
    assert dialogue.pied.suivant.text() == "Figer la photo"
    with bureau.base.transaction() as uow:
        before = uow.conventions.toutes()
    suivre(dialogue, attendre)
    assert len(photos(bureau)) == 1
    with bureau.base.transaction() as uow:
        assert uow.conventions.toutes() == before


def test_des_droits_se_saisissent_sans_quitter_l_assistant(
    ouvrir: ConversionDialog, actes: ActesEtatDesLieux, bureau: Bureau, attendre: Attendre
) -> None:
    with bureau.base.transaction() as uow:
        ident, key, *_ = list(uow.logements.reperes())[40]
    ouvrir.stock.saisir.click()
    attendre()
    form = actes.droits
    assert form is not None
    assert not form.boutons.button(form.boutons.StandardButton.Ok).isEnabled()
    form.reservataire.setCurrentText("État")
    form.nature.setCurrentIndex(2)
    form.logements.setPlainText(f"{key}\n{key} inconnu")
    form.accept()
    attendre()
    with bureau.base.transaction() as uow:
        mine = [d for d in uow.stock.tous() if d.logement_id == ident]
    assert [d.nature for d in mine] == [NatureDroit.DEFENSE]
    assert "inconnu" in ouvrir.bandeau.texte
    assert ouvrir.conduite.etat is not None
    assert len(ouvrir.conduite.etat.droits) == 32  # the one the State holds by right too


def test_importer_des_droits_ouvre_l_assistant_d_import(
    ouvrir: ConversionDialog, actes: ActesEtatDesLieux, contexte: Contexte, attendre: Attendre
) -> None:
    asked: list[object] = []
    contexte.importer.connect(asked.append)
    ouvrir.stock.importer.click()
    attendre()
    assert asked == [Genre.STOCK]
    assert ouverts(actes) == []


def test_sans_droit_on_ne_va_pas_plus_loin(
    bureau: Bureau, contexte: Contexte, montrer: Montrer, attendre: Attendre
) -> None:
    actes = montrer(ConventionsPage(contexte)).stock.etats
    actes.demander()
    attendre()
    assert actes.photos is not None
    actes.photos.commencer.click()
    attendre()
    assert actes.conversion is not None
    assert actes.conversion.stock.vide.isVisible()
    assert not actes.conversion.pied.suivant.isEnabled()
    actes.conversion.reject()
    actes.photos.reject()
    attendre()
    assert ouverts(actes) == []
    assert photos(bureau) == []


def figer(ouvrir: ConversionDialog, attendre: Attendre) -> None:
    suivre(ouvrir, attendre)
    saisir_rotation(ouvrir)
    for _ in range(3):
        suivre(ouvrir, attendre)
    ouvrir.photo.projets.item(0).setCheckState(Qt.CheckState.Unchecked)
    attendre()
    suivre(ouvrir, attendre)
    suivre(ouvrir, attendre)


def test_une_photo_se_compare_a_aujourd_hui_et_s_imprime(
    ouvrir: ConversionDialog,
    actes: ActesEtatDesLieux,
    bureau: Bureau,
    attendre: Attendre,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    figer(ouvrir, attendre)
    dialogue = actes.photos
    assert dialogue is not None
    assert ecarts(actes, attendre) == 0
    with bureau.base.transaction() as uow:
        one = uow.stock.tous()[1]
        uow.stock.enregistrer(replace(one, fin=date(2040, 1, 1)))
        uow.valider()
    assert ecarts(actes, attendre) == 1
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    dialogue.imprimer.click()
    attendre()
    assert len(list(tmp_path.glob("*Photo-de-depart*"))) >= 3
    assert "4\u00a0fichiers enregistrés" in dialogue.bandeau.texte


def test_deux_photos_se_comparent_entre_elles(
    ouvrir: ConversionDialog, actes: ActesEtatDesLieux, attendre: Attendre
) -> None:
    figer(ouvrir, attendre)
    dialogue = actes.photos
    assert dialogue is not None
    dialogue.commencer.click()
    attendre()
    assert actes.conversion is not None
    figer(actes.conversion, attendre)
    dialogue.table.selectAll()
    assert dialogue.ecarts.text() == "Comparer entre elles…"
    assert not dialogue.imprimer.isEnabled()
    assert ecarts(actes, attendre) == 0
