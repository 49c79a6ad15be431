"""The models show rows as the officer reads them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from fluxdesk.domain.vacance import Etape
from fluxdesk.services.rows import (
    ActionAFaire,
    AFaireRow,
    FluxRow,
    JournalRow,
    Urgence,
    VacanceRow,
)
from fluxdesk.ui.models.a_faire import AOrienterModel, quand
from fluxdesk.ui.models.flux import BarreFlux, Col, FluxModel, part_dite
from fluxdesk.ui.models.journal import JournalModel
from fluxdesk.ui.models.lignes import ROLE_VALEUR
from fluxdesk.ui.models.logements import LogementModel
from tests.ui.modeles_lus import dits, textes, titres

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QAbstractItemModel

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
MARDI = date(2026, 3, 3)


def flux(nom: str, du: str, servi: int, *, parent: str = "", part: int | None = 2200) -> FluxRow:
    owed = Fraction(du)
    return FluxRow(
        cle=nom, nom=nom, parent=parent, part=part, du=owed, servi=servi, retard=owed - servi
    )


def vacance(adresse: str) -> VacanceRow:
    return VacanceRow(
        id=1,
        logement_id=1,
        reference="R1",
        adresse=adresse,
        commune="CALVI",
        typologie="T3",
        financement="PLAI",
        etape=Etape.A_ORIENTER,
        qualification="dans le flux",
        date_conge=date(2026, 2, 3),
        disponibilite=None,
        age_jours=28,
        orientation_id=None,
        destinataire="",
        numero_offre="",
        echeance=None,
    )


def test_the_flux_is_read_party_by_party_with_french_numbers() -> None:
    model = FluxModel()
    tester = QAbstractItemModelTester(model, FATAL)
    model.montrer_flux(
        [
            flux("État", "16.4", 15, part=3000),
            flux("État (prioritaires)", "13.75", 13, parent="État", part=2500),
            flux("Bailleur", "15.65", 18, part=None),
        ]
    )

    assert tester.model() is model
    assert textes(model, 0) == ["État", "30\u00a0%", "", "16,40", "15", "+1,40"]
    assert textes(model, 1)[0] == "\u2003prioritaires"
    assert textes(model, 2)[1] == ""
    assert textes(model, 2)[5] == "−2,35"
    bar = model.index(0, Col.BARRE)
    assert bar.data(ROLE_VALEUR) == BarreFlux(Fraction("16.4"), 15, Fraction("19.8"))
    assert bar.data(Qt.ItemDataRole.AccessibleTextRole) == "servi 15, dû 16,40"
    assert model.index(1, 0).data(Qt.ItemDataRole.ForegroundRole) is not None


def test_a_note_stands_under_its_party_and_says_what_figures_do_not() -> None:
    model = FluxModel()
    tester = QAbstractItemModelTester(model, FATAL)
    late = replace(flux("Ville", "2.5", 1), faute=Fraction("0.8"))
    small = replace(flux("Ville (part)", "0.5", 1, parent="Ville"), attente="1 logement attendu")
    model.montrer_flux([late, small, flux("CC", "1", 1)], Fraction("0.9"))

    assert tester.model() is model
    assert model.notes() == [1, 3]
    said = "dont 0,80 de retard faute de logement libéré sur son territoire"
    assert textes(model, 1) == [f"\u2003{said}", "", "", "", "", ""]
    assert textes(model, 3)[0] == "\u2003\u20031 logement attendu"
    assert dits(model, 0) == [
        "Ville",
        None,
        "servi 1, dû 2,50, à 0,90 près",
        None,
        None,
        f"1,50 logement de retard, {said}",
    ]
    assert dits(model, 1) == [f"Ville, {said}", None, None, None, None, None]
    assert dits(model, 2)[2] == "servi 1, dû 0,50"
    assert dits(model, 2)[5] == "0,50 logement d’avance"
    assert dits(model, 4)[5] == "ni retard ni avance"
    assert model.index(0, Col.BARRE).data(ROLE_VALEUR).tolerance == Fraction("0.9")
    assert model.index(1, Col.BARRE).data(ROLE_VALEUR) is None
    assert model.index(2, Col.BARRE).data(ROLE_VALEUR).tolerance is None
    assert model.index(1, 0).data(Qt.ItemDataRole.ForegroundRole) is not None


def test_an_empty_flux_shows_nothing() -> None:
    model = FluxModel()

    model.montrer_flux([])

    assert model.rowCount() == 0


@pytest.mark.parametrize(
    ("part", "text"),
    [(2200, "22\u00a0%"), (1250, "12,5\u00a0%"), (1, "0,01\u00a0%"), (0, "0\u00a0%"), (None, "")],
)
def test_a_share_is_said_as_short_as_it_can(part: int | None, text: str) -> None:
    assert part_dite(part) == text


@pytest.mark.parametrize(
    ("jour", "urgence", "text"),
    [
        (date(2026, 3, 1), Urgence.EN_RETARD, "En retard de 2\u00a0jours"),
        (date(2026, 2, 20), Urgence.AUJOURD_HUI, "Aujourd’hui"),
        (date(2026, 3, 4), Urgence.BIENTOT, "Demain"),
        (date(2026, 3, 5), Urgence.BIENTOT, "Jeudi"),
        (date(2026, 3, 10), Urgence.BIENTOT, "10 mars 2026"),
        (date(2027, 2, 28), Urgence.PLUS_TARD, "28 février 2027"),
    ],
)
def test_a_deadline_is_said_as_one_says_it(jour: date, urgence: Urgence, text: str) -> None:
    row = AFaireRow(
        jour=jour, urgence=urgence, titre="", detail="", action=ActionAFaire.OUVRIR_VACANCE
    )

    assert quand(row, MARDI) == text


@pytest.mark.parametrize(
    ("adresse", "lieu"), [("3 rue Basse", "3 rue Basse, CALVI"), ("", "R1, CALVI")]
)
def test_a_dwelling_without_address_is_named_by_its_reference(adresse: str, lieu: str) -> None:
    model = AOrienterModel()
    tester = QAbstractItemModelTester(model, FATAL)

    model.montrer([vacance(adresse)])

    assert tester.model() is model
    assert textes(model) == [lieu, "T3", "PLAI", "28\u00a0j"]


def test_the_journal_says_when_on_the_clock_of_the_officer() -> None:
    model = JournalModel()
    tester = QAbstractItemModelTester(model, FATAL)
    told = datetime(2026, 3, 3, 9, 42, tzinfo=UTC)

    model.montrer(
        [
            JournalRow(
                numero=12,
                quand=told,
                auteur="m.rossi",
                action="vacance.creer",
                objet="vacance:3",
                libelle="Congé enregistré",
                motif="",
                annulable=False,
            )
        ]
    )

    assert tester.model() is model
    assert textes(model) == ["12", f"{told.astimezone():%d/%m/%Y %H:%M}", "m.rossi",
                             "Congé enregistré", ""]  # fmt: skip


@pytest.mark.parametrize("make", [AOrienterModel, FluxModel, JournalModel, LogementModel])
def test_every_column_has_a_title_and_no_other_header(
    make: Callable[[], QAbstractItemModel],
) -> None:
    model = make()

    assert all(titres(model))
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.FontRole) is None
    assert model.data(QModelIndex()) is None
    for role in (Qt.ItemDataRole.TextAlignmentRole, Qt.ItemDataRole.ToolTipRole):
        model.headerData(0, Qt.Orientation.Horizontal, role)
