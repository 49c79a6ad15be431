"""The models of the acts hold what they are given, whatever a view asks them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, QRectF, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QStyleOptionViewItem

from fluxdesk.domain.bilan import LigneSolde
from fluxdesk.domain.controles import Alerte, Gravite
from fluxdesk.domain.convention import Avenant, Convention, SousContingent
from fluxdesk.domain.duree_convention import duree_au
from fluxdesk.domain.flux.parties import UN, Zone
from fluxdesk.domain.reservataire import Categorie, Reservataire
from fluxdesk.domain.vacance import Etape
from fluxdesk.services.etablir_bilan import DestinataireBilan
from fluxdesk.services.rows import VacanceRow
from fluxdesk.ui.models.bilans import (
    DestinataireModel,
    LigneDestinataire,
    SoldesModel,
    TotauxModel,
    soldes_ordonnes,
)
from fluxdesk.ui.models.classement import ClassementModel, nom_affiche
from fluxdesk.ui.models.classement_choix import ChoixModel, LigneChoix
from fluxdesk.ui.models.conventions import ConventionModel, LigneConvention, LigneSomme, SommeModel
from fluxdesk.ui.models.conventions_parts import PartsModel
from fluxdesk.ui.models.lignes import ROLE_LIGNE, ROLE_VALEUR
from fluxdesk.ui.models.vacances import COLONNE_AGE, COLONNE_ECHEANCE, VacanceModel
from fluxdesk.ui.models.vacances_logements import LogementsTrouvesModel
from fluxdesk.ui.phrases import jour_court, proposer_a, retard_court
from fluxdesk.ui.theme import Etat
from fluxdesk.ui.widgets.alertes import ListeAlertes
from fluxdesk.ui.widgets.equilibre import Barre, rectangle_de_barre
from fluxdesk.ui.widgets.pastille import Pastille, PastilleDelegate
from fluxdesk.ui.widgets.taux_delegate import TauxDelegate

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel
    from pytestqt.qtbot import QtBot

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
MARDI = date(2026, 3, 3)


def vacance(ident: int, echeance: date | None, etape: Etape = Etape.PROPOSEE) -> VacanceRow:
    return VacanceRow(
        id=ident,
        logement_id=ident,
        reference="R1",
        adresse="" if ident == 2 else "14 rue des Oliviers",
        commune="Calvi",
        typologie="T3",
        financement="PLAI",
        etape=etape,
        qualification="dans le flux",
        date_conge=MARDI - timedelta(days=28),
        disponibilite=None,
        age_jours=28,
        orientation_id=1,
        destinataire="Action Logement",
        numero_offre="2026-001",
        echeance=echeance,
    )


def ligne_convention(avenant: Avenant | None) -> LigneConvention:
    first = avenant or Avenant(numero=0, dix_milliemes=500, fin=date(2020, 1, 1))
    convention = Convention(
        id=1,
        reservataire_id=1,
        avenants=(first,),
        assiette=Zone.partout(),
        territoire=Zone.partout(),
        zone_tendue=True,
    )
    return LigneConvention(
        reservataire=Reservataire(id=1, nom="État", categorie=Categorie.ETAT),
        convention=convention,
        avenant=avenant,
        territoire="tout le patrimoine",
        duree=duree_au(convention, date(2026, 3, 3)),
    )


@pytest.mark.parametrize(
    "model",
    [
        VacanceModel,
        ClassementModel,
        ChoixModel,
        ConventionModel,
        SommeModel,
        PartsModel,
        LogementsTrouvesModel,
        DestinataireModel,
        TotauxModel,
        SoldesModel,
    ],
)
def test_an_empty_model_is_sound(model: type[QAbstractItemModel], qtbot: QtBot) -> None:
    made = model()
    tester = QAbstractItemModelTester(made, FATAL)
    assert tester.model() is made
    assert made.rowCount() == 0
    assert made.rowCount(made.index(0, 0)) == 0
    assert made.data(QModelIndex()) is None


def test_deadlines_are_told_with_a_word_once_they_are_near(qtbot: QtBot) -> None:
    model = VacanceModel()
    model.dater(MARDI)
    QAbstractItemModelTester(model, FATAL)
    days = (-2, 0, 2, 30, None)
    model.montrer(
        [vacance(n, None if d is None else MARDI + timedelta(days=d)) for n, d in enumerate(days)]
    )
    badges = [model.index(n, COLONNE_ECHEANCE).data(ROLE_VALEUR) for n in range(5)]
    assert badges[0] == Pastille("clock", "Retard de 2\u00a0j", Etat.RETARD)
    assert badges[1].mot == "Aujourd’hui"
    assert badges[2] == Pastille("calendar-clock", "Dans 2\u00a0j", Etat.ALERTE)
    assert badges[3:] == [None, None]
    said = model.index(0, COLONNE_ECHEANCE).data(Qt.ItemDataRole.ToolTipRole)
    assert said == "01/03/2026\u00a0: en retard de 2\u00a0jours"
    assert model.index(2, 1).data() == "R1"  # no street: the reference instead
    assert model.index(0, 0).data(ROLE_LIGNE).id == 0
    assert model.rang_de(3) == 3
    assert model.rang_de(99) is None


def test_an_age_alerts_once_the_dwelling_is_empty_for_too_long(qtbot: QtBot) -> None:
    model = VacanceModel()
    model.dater(MARDI, 2)
    old = replace(vacance(0, None), disponibilite=MARDI - timedelta(days=63))
    let = replace(old, etape=Etape.BAIL_SIGNE)
    model.montrer([old, let, replace(old, disponibilite=MARDI - timedelta(days=31))])
    badges = [model.index(n, COLONNE_AGE).data(ROLE_VALEUR) for n in range(3)]
    assert badges == [
        Pastille("triangle-alert", f"{old.age_jours}\u00a0j", Etat.ALERTE), None, None,
    ]  # fmt: skip
    said = model.index(0, COLONNE_AGE).data(Qt.ItemDataRole.ToolTipRole)
    assert said.endswith("vacant depuis plus de 2 mois")
    assert [model.longue(row) for row in model.lignes] == [True, False, False]


def test_unknown_values_are_sorted_last_both_ways(qtbot: QtBot) -> None:
    model = VacanceModel()
    model.montrer([vacance(0, None), vacance(1, MARDI), vacance(3, MARDI + timedelta(days=1))])
    kept = model.index(0, 0)
    model.sort(COLONNE_ECHEANCE, Qt.SortOrder.AscendingOrder)
    assert [row.id for row in model.lignes] == [1, 3, 0]
    model.sort(COLONNE_ECHEANCE, Qt.SortOrder.DescendingOrder)
    assert [row.id for row in model.lignes] == [3, 1, 0]
    model.sort(-1)
    assert [row.id for row in model.lignes] == [0, 1, 3]
    assert kept.row() == 0


def test_a_convention_out_of_force_says_so(qtbot: QtBot) -> None:
    parts = (SousContingent(code="p", nom="prioritaires", dix_milliemes=2_500),)
    model = ConventionModel()
    model.montrer(
        [
            ligne_convention(
                Avenant(
                    numero=0,
                    dix_milliemes=2_500,
                    fin=date(2026, 12, 31),
                    sous_contingents=parts,
                )
            ),
            ligne_convention(None),
        ]
    )
    QAbstractItemModelTester(model, FATAL)
    last = model.columnCount() - 1
    assert [model.index(n, last).data() for n in (0, 1)] == ["31/12/2026", "Sans convention"]
    assert model.index(0, 2).data() == "25\u00a0%"
    assert model.index(0, 3).data() == "prioritaires 25\u00a0%"
    assert model.index(1, 3).data() == ""
    assert "zone tendue" in model.index(0, 6).data(Qt.ItemDataRole.ToolTipRole)


def test_a_sum_over_one_hundred_is_said_in_words(qtbot: QtBot) -> None:
    model = SommeModel()
    model.montrer(
        [
            LigneSomme(lieu="À Calvi", taux=UN + 1, detail="trop"),
            LigneSomme(lieu="À Bastia", taux=UN, detail="juste"),
        ]
    )
    assert model.index(0, 2).data() == "Plus de 100\u00a0%"
    assert model.index(1, 2).data() == "Possible"


def test_the_parts_of_a_node_follow_it() -> None:
    def solde(cle: str, parent: str = "") -> LigneSolde:
        return LigneSolde(cle=cle, nom=cle, parent=parent, taux=1, du=Fraction(1), servi=0)

    ordered = soldes_ordonnes([solde("1"), solde("2"), solde("1/a", "1")])
    assert [row.cle for row in ordered] == ["1", "1/a", "2"]


def test_recipients_count_in_french(qtbot: QtBot) -> None:
    model = DestinataireModel()
    model.montrer(
        [
            LigneDestinataire(
                destinataire=DestinataireBilan(
                    cle="prefecture", nom="Préfecture", proposes=1234, attribues=2, baux=1
                )
            )
        ]
    )
    assert model.index(0, 2).data() == "1\u202f234"


def test_a_choice_shows_what_it_would_leave(qtbot: QtBot) -> None:
    model = ChoixModel()
    row = LigneChoix(cle="1", nom="Calvi", du=Fraction(5), servi=5, retard=Fraction(0))
    model.montrer([row])
    assert model.index(0, 4).data() == "−1,00"
    assert model.headerData(4, Qt.Orientation.Horizontal) == "Après ce choix"
    assert model.headerData(0, Qt.Orientation.Vertical) is None


@pytest.mark.parametrize(
    ("ecart", "debut", "fin"), [("1", 50, 65), ("-1", 35, 50), ("9", 50, 94), ("0", 50, 50)]
)
def test_a_bar_leans_to_the_side_of_what_is_missing(ecart: str, debut: int, fin: int) -> None:
    box = rectangle_de_barre(Barre(Fraction(ecart)), QRectF(0, 0, 100, 30))
    assert round(box.left()) == debut
    assert round(box.right()) == fin


def test_a_rate_is_edited_in_per_cent(qtbot: QtBot) -> None:
    model = PartsModel()
    model.ajouter("agents", 500)
    delegate = TauxDelegate("Taux du sous-contingent en pour cent")
    editor = delegate.createEditor(None, QStyleOptionViewItem(), model.index(0, 1))  # type: ignore[arg-type] # a window of its own
    qtbot.addWidget(editor)
    delegate.setEditorData(editor, model.index(0, 1))
    assert editor.property("value") == 5
    assert model.index(0, 1).data() == "5\u00a0%"
    assert model.headerData(1, Qt.Orientation.Vertical) is None
    model.retirer(7)
    assert model.rowCount() == 1


def test_a_badge_asks_for_its_width(qtbot: QtBot) -> None:
    model = VacanceModel()
    model.montrer([vacance(0, None)])
    option = QStyleOptionViewItem()
    plain = PastilleDelegate().sizeHint(option, model.index(0, 3)).width()
    assert PastilleDelegate().sizeHint(option, model.index(0, 0)).width() > plain


def test_blocking_findings_are_read_first(qtbot: QtBot) -> None:
    liste = ListeAlertes()
    qtbot.addWidget(liste)
    liste.montrer(
        [
            Alerte(Gravite.ALERTE, "a", "à vérifier"),
            Alerte(Gravite.BLOQUANT, "b", "trop"),
        ]
    )
    assert liste.phrases == ("trop", "à vérifier")
    liste.montrer([])
    assert not liste.phrases


def test_small_phrases() -> None:
    assert proposer_a("bailleur", "Bailleur") == "Garder pour le bailleur"
    assert proposer_a("1", "État") == "Proposer à l’État"
    assert nom_affiche("bailleur", "Bailleur") == "Bailleur (non réservé)"
    assert jour_court(date(2026, 2, 3)) == "3 fév. 2026"
    assert jour_court(date(2026, 9, 3)) == "3 sept. 2026"
    assert jour_court(date(2026, 8, 3)) == "3 août 2026"
    assert retard_court(MARDI, MARDI) == "Aujourd’hui"
