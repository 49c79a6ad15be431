"""The main acts of a year at the real window; its bilan against figures computed by hand.

In order, with the rights that each dwelling opens (moteur.md §2; rates of ``annee.parc``):

 dwelling 1  20/01  offered as proposed to Action Logement, let on 2 March
 dwelling 2  02/02  an override: to the agents of the État, where the rule proposes its other part,
                    more late; refused; then the commune, no candidate: the landlord takes it for
                    one turn (R2: the right of the commune is consumed)
 dwelling 17 02/03  taken out of the flux (renewal)
 dwelling 5  11/05  offered to Action Logement by mistake, cancelled: never was; left to offer
 dwelling 7  18/05  offered to Action Logement, charged to the État (DALO), let to a household that
                    leaves dwelling 13, which comes back to be qualified
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING

import openpyxl
import pytest
from PySide6.QtWidgets import QFileDialog

from fluxdesk.adapters.db.base import creer_base
from fluxdesk.adapters.disk.reglages import ReglagesDisque
from fluxdesk.bootstrap.charge import charger_atelier
from fluxdesk.domain.echec import CauseEchec
from fluxdesk.domain.vacance import CategorieSoustrait, Qualification
from fluxdesk.services.demonstration_horloge import HorlogeMobile
from fluxdesk.ui.main_window import MainWindow
from fluxdesk.ui.pages.bilans import BilansPage
from tests.journeys.agent_annee import AgentDeLAnnee
from tests.services.annee.gestes import Gestes
from tests.services.annee.parc import AGENTS, AL, PRIO, VILLE
from tests.services.memoire import BAILLEUR
from tests.ui.gestes import application

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

PREMIER = date(2026, 1, 2)
FLUX, SOUSTRAIT = Qualification.FLUX, Qualification.SOUSTRAIT
# Proposed, attributed, let, without issue.
ATTENDUS = {
    "Préfecture": (5, 3, 3, 2),
    "État": (2, 1, 1, 1),  # 2 7
    "Action Logement": (1, 1, 1, 0),  # 1
    "Ville d’Ajaccio": (1, 0, 0, 1),  # 2
    "Haute-Corse": (0, 0, 0, 0),
}  # the landlord has 2 for its turn: 1, 1, 1, 0
SOLDES = {  # three rights before June, two in Ajaccio and one in Bastia
    "1": (Fraction(90, 100), 1),  # 3 x 0.30
    PRIO: (Fraction(75, 100), 1),  # 3 x 0.25; 7 is charged to it
    AGENTS: (Fraction(15, 100), 0),  # 3 x 0.05
    AL: (Fraction(135, 100), 1),  # 3 x (0.20 + a quarter of the dwelling carried in)
    VILLE: (Fraction(20, 100), 1),  # 2 x 0.10; the carence consumed its right
    "4": (Fraction(10, 100), 0),  # 1 x 0.10
    "bailleur": (Fraction(45, 100), 0),  # 3 - the above; its turn is not counted
}


@pytest.fixture
def agent(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[AgentDeLAnnee]:
    monkeypatch.setenv("FLUXDESK_DOSSIER", str(tmp_path / "dossier"))
    application()
    clock = HorlogeMobile(PREMIER)
    place = tmp_path / "annee.fluxdesk"
    base = creer_base(
        place, BAILLEUR, auteur="m.rossi", horloge=clock, sauvegardes=tmp_path / "sauvegardes"
    )
    start = Gestes(base.transaction, clock)
    start.entrer_le_parc()
    start.signer_les_conventions()
    base.fermer()
    window = MainWindow(
        partial(charger_atelier, clock),
        chemin=place,
        reglages=ReglagesDisque(tmp_path / "reglages.json"),
        horloge=clock,
        demonstration=None,
    )
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    made = AgentDeLAnnee(qtbot, window, clock, start.ids)
    made.attendre(lambda: window.seance)
    made.calme()
    yield made
    made.calme()
    window.close()


def vivre(a: AgentDeLAnnee) -> None:
    a.le("2026-01-12").conge(1, FLUX)
    assert a.le("2026-01-20").suivre(1) == "Action Logement"
    a.le("2026-01-23").conge(2, FLUX)
    a.le("2026-02-02").deroger(2, AGENTS, "Demande urgente du préfet")
    a.le("2026-02-10").attribuer(1)
    shown = a.le("2026-02-10").echouer(2, CauseEchec.LOGEMENT_INADAPTE)
    assert "n’est pas décompté du droit de l’État" in shown
    a.le("2026-02-12").deroger(2, VILLE, "Engagement du comité")
    a.le("2026-03-02").bail(1)
    a.le("2026-03-02").conge(17, SOUSTRAIT, CategorieSoustrait.RENOUVELLEMENT_URBAIN)
    decided = a.le("2026-03-20").trancher(2, "aucun candidat malgré la relance")
    assert decided == "Reprendre le logement pour un tour"
    a.le("2026-03-27").attribuer(2)
    a.le("2026-04-10").bail(2)
    a.le("2026-05-05").conge(5, FLUX)
    a.le("2026-05-11").deroger(5, AL, "essai")
    a.le("2026-05-12").annuler(5, "erreur de destinataire")
    a.le("2026-05-15").conge(7, FLUX)
    a.le("2026-05-18").deroger(7, AL, "candidat déjà identifié")
    a.le("2026-05-20").inscrire(7, "FILIPPI", dalo=True, mutation=True)
    assert "L441-2-3" in a.le("2026-05-22").imputer(7)
    a.le("2026-05-26").attribuer(7)
    a.le("2026-05-29").bail(7)
    a.le("2026-05-29").liberer_par_mutation(13)


def test_a_year_lived_at_the_window_gives_the_bilan_computed_by_hand(
    agent: AgentDeLAnnee, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vivre(agent)
    page = agent.le("2027-01-15").page(4, BilansPage)
    assert isinstance(page, BilansPage)
    page.recharger()
    agent.calme()
    assert page.periode is not None
    assert page.periode.annee == 2026
    rows = {row.destinataire.nom: row.destinataire for row in page.model.lignes}
    found = {
        nom: (rows[nom].proposes, rows[nom].attribues, rows[nom].baux, rows[nom].sans_suite)
        for nom in ATTENDUS
    }
    assert found == ATTENDUS
    page.table.selectRow(0)
    agent.calme()
    assert page.apercu._bilan is not None
    soldes = {s.cle: (s.du, s.servi) for s in page.apercu.soldes.lignes}
    assert soldes == SOLDES
    points = {row.phrase for row in page.envoi.points.lignes}
    assert {
        "1\u00a0vacance à qualifier, libérée avant la fin de la période.",  # 13
        "1\u00a0vacance à orienter, libérée avant la fin de la période.",  # 5
    } <= points
    dossier = tmp_path / "bilans"
    dossier.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(dossier))
    agent.cliquer(page.un)
    agent.attendre(page.annonce.isVisible)
    (classeur,) = dossier.glob("*.xlsx")
    sheet = openpyxl.load_workbook(classeur, data_only=True)["BILAN CROISÉ"]
    total = next(row for row in sheet.iter_rows(values_only=True) if row[0] == "Total")
    assert total[11:15] == ATTENDUS["Préfecture"]
