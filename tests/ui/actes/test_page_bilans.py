"""The page Bilans shows what each recipient is owed, and writes the files."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QFileDialog

from fluxdesk.domain.bilan import LIBELLES_AXE
from fluxdesk.domain.periode import annuelle
from fluxdesk.ui.pages.bilans import BilansPage
from fluxdesk.ui.pages.bilans_lecture import annee_due, echeance_du_bilan

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from fluxdesk.ui.contexte import Contexte
    from tests.ui.actes.conftest import Attendre, Montrer


@pytest.fixture
def page(contexte: Contexte, montrer: Montrer) -> BilansPage:
    return montrer(BilansPage(contexte))


@pytest.fixture
def dossier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "bilans"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    return folder


def test_the_prefecture_comes_first_then_every_reservataire(page: BilansPage) -> None:
    rows = [row.destinataire for row in page.model.lignes]
    assert rows[0].cle == "prefecture"
    assert len(rows) > 5
    holders = [row for row in rows if row.reservataire_id is not None]
    assert rows[0].proposes >= sum(row.proposes for row in holders)


def test_the_preview_adds_up_to_the_row_chosen(page: BilansPage, attendre: Attendre) -> None:
    page.table.selectRow(1)
    attendre()
    row = page.model.lignes[1].destinataire
    lines = page.apercu.totaux.lignes
    titles = [line.libelle for line in lines if line.comptes is None]
    assert titles == list(LIBELLES_AXE.values())
    first_axis = lines[1 : lines.index(next(x for x in lines[1:] if x.comptes is None))]
    assert sum(x.comptes[0] for x in first_axis if x.comptes) == row.proposes
    assert row.nom in page.apercu._bilan.accessibleName()
    assert page.apercu.comptes.isVisible()
    assert not page.apercu.sans_compte.isVisible()


def test_an_epci_is_told_why_it_has_no_account(page: BilansPage, attendre: Attendre) -> None:
    rank = next(n for n, row in enumerate(page.model.lignes) if row.destinataire.epci)
    page.table.selectRow(rank)
    attendre()
    assert not page.apercu.comptes.isVisible()
    assert "pas par EPCI" in page.apercu.sans_compte.text()
    points = page.envoi.table
    assert all(points.rowHeight(n) >= points.hauteur_ligne() for n in range(2))


def test_another_year_is_read(page: BilansPage, attendre: Attendre) -> None:
    assert page.annees.count() > 1
    other = page.annees.count() - 1
    page.annees.setCurrentIndex(other)
    page.annees.activated.emit(other)
    attendre()
    year = page.annees.itemData(other)
    assert page.annees.currentData() == year
    assert f"28 février {year + 1}" in page.sous_titre.text()


def test_the_bilans_of_all_are_written_in_the_folder_chosen(
    page: BilansPage, attendre: Attendre, dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        "fluxdesk.ui.pages.bilans_edition.QDesktopServices.openUrl",
        lambda url: opened.append(url.toLocalFile()),
    )
    page.tous.click()
    attendre()
    made = sorted(path.suffix for path in dossier.iterdir())
    recipients = page.model.rowCount()
    assert made == [s for s in (".csv", ".pdf", ".pdf", ".xlsx") for _ in range(recipients)]
    assert f"{4 * recipients}\u00a0fichiers écrits" in page.annonce.texte
    page.annonce.boutons()[0].click()
    assert opened == [str(dossier)]


def test_one_bilan_alone_is_written(page: BilansPage, attendre: Attendre, dossier: Path) -> None:
    page.table.selectRow(2)
    attendre()
    page.un.click()
    attendre()
    assert len(list(dossier.iterdir())) == 4


def test_no_folder_no_file(
    page: BilansPage, attendre: Attendre, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    page.tous.click()
    attendre()
    assert not page.annonce.isVisible()


def test_a_base_without_vacancies_has_no_bilan(
    contexte_vide: Contexte, qtbot: QtBot, attendre_vide: Attendre
) -> None:
    page = BilansPage(contexte_vide)
    qtbot.addWidget(page)
    page.show()
    attendre_vide()
    assert page.vide.isVisible()
    assert not page.tous.isEnabled()
    page.un.click()


@pytest.mark.parametrize(
    ("jour", "annee"),
    [(date(2026, 2, 10), 2025), (date(2026, 3, 1), 2026)],
)
def test_until_the_deadline_last_year_is_prepared(jour: date, annee: int) -> None:
    assert annee_due((2026, 2025), jour) == annee


def test_a_running_year_is_said_to_be_provisional() -> None:
    assert "Provisoire" in echeance_du_bilan(annuelle(2026), date(2026, 3, 1))
    assert echeance_du_bilan(annuelle(2025), date(2026, 3, 1)).startswith("À transmettre")
