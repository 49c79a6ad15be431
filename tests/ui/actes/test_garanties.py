"""Loan guarantees through the window: entered, watched, removed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.garantie import Garantie
from fluxdesk.services.tenir_garanties import enregistrer_garantie, lire_garanties
from fluxdesk.ui.dates import en_qt
from fluxdesk.ui.pages.conventions import ConventionsPage

if TYPE_CHECKING:
    from fluxdesk.services.ports import Bureau
    from fluxdesk.ui.contexte import Contexte
    from fluxdesk.ui.garanties import ActesGaranties
    from tests.ui.actes.conftest import Attendre, Montrer

AJACCIO = "Ville d’Ajaccio"


@pytest.fixture
def actes(contexte: Contexte, montrer: Montrer, attendre: Attendre) -> ActesGaranties:
    made = montrer(ConventionsPage(contexte)).stock.garanties
    made.demander()
    attendre()
    return made


def toutes(bureau: Bureau) -> tuple[Garantie, ...]:
    return lire_garanties(uow=bureau.base.transaction(), horloge=bureau.horloge).garanties


LILAS = Garantie(reservataire_id=0, programme="Les Lilas", pret="CDC 7", logements=20, droits=2)


def ajouter(bureau: Bureau, garantie: Garantie) -> None:
    with bureau.base.transaction() as uow:
        who = uow.reservataires.trouver(AJACCIO)
    assert who is not None
    enregistrer_garantie(replace(garantie, reservataire_id=who.id), uow=bureau.base.transaction())


def test_une_garantie_se_saisit_et_dit_ce_qu_elle_donne(
    actes: ActesGaranties, bureau: Bureau, attendre: Attendre
) -> None:
    assert actes.dialogue is not None
    actes.dialogue.nouvelle.click()
    fiche = actes.fiche
    assert fiche is not None
    ok = fiche.boutons.button(fiche.boutons.StandardButton.Ok)
    assert not ok.isEnabled()
    fiche.reservataire.setCurrentIndex(fiche.reservataire.findText(AJACCIO))
    known = fiche.programme.itemText(0)
    fiche.programme.setCurrentText(known)
    assert fiche.logements.value() > 0
    fiche.logements.setValue(20)
    fiche.quotite.setValue(25)
    fiche.droits.setValue(1)
    fiche.echeance.connue.setChecked(True)
    fiche.echeance.champ.setDate(en_qt(date(2040, 6, 30)))
    assert "1,0 droits" in fiche.dit.text()
    assert "30 juin 2045" in fiche.dit.text()
    assert fiche.exercee.currentText() == "le garant lui-même"
    fiche.exercee.setCurrentIndex(fiche.exercee.findText("Bastia"))
    fiche.accept()
    attendre()
    (made,) = toutes(bureau)
    assert made.exercee_par == "2B033"
    assert (made.programme, made.quotite, made.droits) == (known, 2500, 1)
    assert made.derniere_echeance == date(2040, 6, 30)
    assert [row.etat for row in actes.dialogue.model.lignes] == ["En cours"]


def test_une_garantie_se_modifie_et_se_retire(
    actes: ActesGaranties, bureau: Bureau, attendre: Attendre
) -> None:
    ajouter(bureau, replace(LILAS, rembourse=date(2026, 5, 31), exercee_par="99999"))
    assert actes.dialogue is not None
    actes.dialogue.relire()
    attendre()
    assert actes.dialogue.model.lignes[0].etat == "Garant à informer"
    assert "Informez le garant" in actes.dialogue.constat.mots.text()
    actes.dialogue.changer.click()
    assert actes.fiche is not None
    assert actes.fiche.pret.text() == "CDC 7"
    actes.fiche.informe.connue.setChecked(True)
    actes.fiche.informe.champ.setDate(en_qt(date(2026, 6, 2)))
    actes.fiche.accept()
    attendre()
    assert toutes(bureau)[0].informe == date(2026, 6, 2)
    assert toutes(bureau)[0].exercee_par == "99999"  # unknown to the COG, kept as it stood
    actes.dialogue.oter.click()
    assert actes.motif is not None
    actes.motif._motif.setText("saisie deux fois")
    actes.motif.accept()
    attendre()
    assert toutes(bureau) == ()
    assert actes.dialogue.choisie() is None
    assert not actes.dialogue.changer.isEnabled()


def test_des_droits_echus_menent_a_la_convention(
    actes: ActesGaranties, bureau: Bureau, contexte: Contexte, attendre: Attendre
) -> None:
    for year in (2015, 2040, 2041, 2042, 2043):
        ended = date(year, 1, 1)
        ajouter(bureau, replace(LILAS, programme=f"P{year}", droits=5, derniere_echeance=ended))
    with bureau.base.transaction() as uow:
        who = uow.reservataires.trouver(AJACCIO)
        assert who is not None
        convention = uow.conventions.du_reservataire(who.id)
        assert convention is not None
        rates = tuple(replace(a, debut=None) for a in convention.avenants[:1])
        uow.conventions.enregistrer(
            replace(convention, garantie_emprunt=True, signature=None, avenants=rates)
        )
        uow.valider()
    dialogue = actes.dialogue
    assert dialogue is not None
    dialogue.relire()
    attendre()
    said = dialogue.constat.mots.text()
    assert "Et 1\u00a0autre." in said
    assert "le taux passerait de" in said
    assert not dialogue.proposer.isHidden()
    shown: list[tuple[str, int]] = []
    contexte.ouvrir.connect(lambda page, ident: shown.append((page, ident)))
    dialogue.proposer.click()
    attendre()
    assert shown == [("conventions", convention.id)]
