"""What is behind a convention: a time line, two versions side by side, signed PDFs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from fluxdesk.domain.clauses import Clauses
from fluxdesk.domain.reservataire import Categorie, Reservataire
from fluxdesk.services.enregistrer_convention import enregistrer_convention
from fluxdesk.services.joindre_document import documents_de, objet_convention
from fluxdesk.ui.dialogs.convention import ConventionDialog
from fluxdesk.ui.dialogs.convention_versions import PAREILLES
from fluxdesk.ui.pages.conventions import ConventionsPage
from fluxdesk.ui.phrases import octets
from fluxdesk.ui.widgets.frise import Bande, Frise
from tests.ui.actes.test_convention import existante

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from fluxdesk.services.controler_conventions import SaisieConvention
    from fluxdesk.services.ports import Bureau
    from fluxdesk.ui.contexte import Contexte
    from fluxdesk.ui.dialogs.convention_dossier import DossierDialog
    from tests.ui.actes.conftest import Attendre, Montrer


@pytest.fixture
def page(contexte: Contexte, montrer: Montrer) -> ConventionsPage:
    return montrer(ConventionsPage(contexte))


def enregistrer(bureau: Bureau, saisie: SaisieConvention) -> int:
    return enregistrer_convention(
        saisie,
        uow=bureau.base.transaction(),
        horloge=bureau.horloge,
        territoires=bureau.territoires,
    )


def ouvrir(page: ConventionsPage, nom: str, attendre: Attendre) -> DossierDialog:
    rows = [row.reservataire.nom for row in page.model.lignes]
    page.table.selectRow(rows.index(nom))
    page.dossier.click()
    attendre()
    assert page.actes_dossier.dialogue is not None
    return page.actes_dossier.dialogue


def test_the_avenants_stand_on_a_time_line(page: ConventionsPage, attendre: Attendre) -> None:
    dialog = ouvrir(page, "Ville d’Ajaccio", attendre)
    assert "Convention d’origine 8\u00a0%" in dialog.frise.accessibleName()
    assert dialog.avenants.count() == 1
    assert dialog.duree.text().startswith("Fin proche, jusqu’au")
    dialog.frise.grab()  # painted without a warning
    dialog.accept()
    attendre()
    assert page.actes_dossier.dialogue is None


def test_two_versions_are_compared_and_the_likeness_is_said(
    page: ConventionsPage, attendre: Attendre, contexte: Contexte
) -> None:
    dialog = ouvrir(page, "Ville de Bastia", attendre)
    versions = dialog.versions
    assert versions.vide.isVisibleTo(versions)
    assert not versions.choix.isVisibleTo(versions)
    old = existante(contexte.bureau, "Bastia")
    changed = replace(old.convention, clauses=Clauses(publics=("salariés",)), delai_jours=21)
    enregistrer(contexte.bureau, replace(old, convention=changed, motif="avenant de juin"))
    dialog.accept()
    dialog = ouvrir(page, "Ville de Bastia", attendre)
    versions = dialog.versions
    assert [(x.libelle, x.avant, x.apres) for x in versions.model.lignes] == [
        ("Publics visés", "", "salariés"),
        (
            "Délai",
            "45 jours calendaires, un mois au plus (zone tendue)",
            "21 jours calendaires, un mois au plus (zone tendue)",
        ),
    ]
    assert versions.apres.currentText().endswith("avenant de juin")
    versions.seulement.setChecked(False)
    assert len(versions.model.lignes) > 30
    versions.seulement.setChecked(True)
    versions.avant.setCurrentIndex(1)
    assert versions.constat.text() == PAREILLES
    assert versions.model.lignes == ()
    versions.montrer(())
    assert versions.vide.isVisibleTo(versions)


@pytest.fixture
def fichiers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path, list[str]]:
    """A signed PDF that is chosen, where its copy goes, and what was opened."""
    signed, copy = tmp_path / "signee.pdf", tmp_path / "copie.pdf"
    signed.write_bytes(b"%PDF-1.7")
    opened: list[str] = []
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(signed), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(copy), ""))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    return signed, copy, opened


def test_a_signed_pdf_is_joined_opened_and_copied(
    page: ConventionsPage,
    attendre: Attendre,
    contexte: Contexte,
    fichiers: tuple[Path, Path, list[str]],
) -> None:
    _, copy, opened = fichiers
    said: list[str] = []
    contexte.avis.connect(said.append)
    documents = ouvrir(page, "État", attendre).documents
    documents.joindre.click()
    attendre()
    kept = documents.document()
    assert kept is not None
    assert (kept.nom, kept.genre) == ("signee.pdf", "convention signée")
    documents.ouvrir.click()
    attendre()
    assert page.actes_dossier.copie is not None
    assert page.actes_dossier.copie.read_bytes() == b"%PDF-1.7"
    assert len(opened) == 1
    documents.copier.click()
    attendre()
    assert copy.read_bytes() == b"%PDF-1.7"
    assert str(copy) in said[-1]


@pytest.mark.usefixtures("fichiers")
def test_a_document_is_taken_away_with_a_reason(
    page: ConventionsPage, attendre: Attendre, contexte: Contexte
) -> None:
    documents = ouvrir(page, "État", attendre).documents
    for asked in (documents._demander_ouverture, documents._demander_copie):
        asked()  # nothing is chosen: nothing happens
    documents._demander_retrait()
    documents._retirer()
    assert not documents.ouvrir.isEnabled()
    documents.joindre.click()
    attendre()
    documents.retirer.click()
    assert documents.question is not None
    documents.question._motif.setText("mauvais fichier")
    documents.question.accept()
    attendre()
    row = page.model.ligne(page.table.currentIndex())
    assert row is not None
    held = objet_convention(row.convention.id)
    assert documents_de(held, uow=contexte.bureau.base.transaction()) == ()
    assert documents.document() is None


def test_a_choice_of_file_given_up_changes_nothing(
    page: ConventionsPage, attendre: Attendre, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    signed = tmp_path / "signee.pdf"
    signed.write_bytes(b"%PDF-1.7")
    documents = ouvrir(page, "État", attendre).documents
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    documents.joindre.click()
    assert documents.model.lignes == ()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(signed), ""))
    documents.joindre.click()
    attendre()
    documents.copier.click()
    assert sorted(p.name for p in tmp_path.glob("*.pdf")) == ["signee.pdf"]


def test_who_signed_nothing_is_listed_and_can_begin(
    page: ConventionsPage, attendre: Attendre, contexte: Contexte, qtbot: QtBot
) -> None:
    who = Reservataire(nom="Commune de Calvi", categorie=Categorie.COMMUNE)
    with contexte.bureau.base.transaction() as uow:
        uow.reservataires.enregistrer(who)
        uow.valider()
    page.recharger()
    attendre()
    rank = next(n for n, r in enumerate(page.model.lignes) if r.reservataire.nom == who.nom)
    row = page.model.lignes[rank]
    assert not row.signee
    shown = [page.model.index(rank, n).data() for n in range(page.model.columnCount())]
    assert shown[0] == "Commune de Calvi"
    assert shown[-1] == "Sans convention"
    assert shown[4:8] == ["", "", "", ""]
    end = page.model.index(rank, page.model.columnCount() - 1)
    assert "préfet" in end.data(3)
    assert any("Sans convention" in phrase for phrase in page.alertes.phrases)
    page.table.selectRow(rank)
    assert not page.dossier.isEnabled()
    page._demander_dossier()
    assert page.actes_dossier.dialogue is None
    page.modifier.click()
    form = page.dialogue
    assert isinstance(form, ConventionDialog)
    qtbot.addWidget(form)
    assert form.windowTitle() == "Ajouter une convention"
    entered = form.saisie()
    assert entered.reservataire.id == row.reservataire.id
    assert entered.reservataire.nom == "Commune de Calvi"
    assert form.ui.garantie_emprunt.isChecked()


def test_a_band_stops_where_the_line_does(qtbot: QtBot) -> None:
    frise = Frise()
    qtbot.addWidget(frise)
    frise.resize(480, 96)
    frise.grab()  # nothing to show yet
    bands = (
        Bande(titre="Convention", texte="20 %", debut=None, fin=date(2025, 5, 31)),
        Bande(titre="Avenant", texte="22 %", debut=date(2025, 6, 1), fin=None),
    )
    frise.montrer(bands, date(2026, 3, 3))
    assert frise.abscisse(date(1990, 1, 1)) == frise.abscisse(date(2025, 1, 1))
    assert frise.abscisse(date(2025, 6, 1)) < frise.abscisse(date(2026, 3, 3))
    assert not frise.grab().isNull()
    assert frise.sizeHint().height() == 96


@pytest.mark.parametrize(
    ("weight", "said"),
    [(12, "1\u00a0Ko"), (840_000, "840\u00a0Ko"), (12_540_000, "12,5\u00a0Mo")],
)
def test_the_weight_of_a_file_is_said_in_words(weight: int, said: str) -> None:
    assert octets(weight) == said
