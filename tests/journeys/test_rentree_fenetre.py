"""The acts of a year that ``test_annee_fenetre`` leaves out, at the real window, by hand too.

In order; every dwelling is in Bastia, so the commune of Ajaccio has no right on any:

 19, 21   new: programme typed in March, delivered in April; 19 is let to the État (agreed), apart
 6        18/05  offered as proposed to Action Logement, let on 29 May
          01/06  avenant: Action Logement goes from 20 % to 30 %
 8        09/06  offered to three at once; the État says no, the candidate of Action Logement signs
 13       14/12  offered as proposed to the État; attributed and let in January
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from fluxdesk.domain.echec import CauseEchec
from fluxdesk.domain.flux.parties import BAILLEUR, UN
from fluxdesk.domain.vacance import Etape, Qualification
from fluxdesk.services.tenir_registre import charger_registre
from fluxdesk.ui.dates import en_qt
from fluxdesk.ui.dialogs.choix_logements import ChoixLogementsDialog
from fluxdesk.ui.dialogs.convention import ConventionDialog
from fluxdesk.ui.dialogs.issue import IssueDialog
from fluxdesk.ui.dialogs.plusieurs import PlusieursDialog
from fluxdesk.ui.dialogs.programmes import ProgrammesDialog
from fluxdesk.ui.models.programmes import CONVENU, PARTIE
from fluxdesk.ui.pages.bilans import BilansPage
from fluxdesk.ui.pages.conventions import ConventionsPage
from fluxdesk.ui.pages.patrimoine import PatrimoinePage
from fluxdesk.ui.pages.patrimoine_programmes import LivraisonDialog
from fluxdesk.ui.pages.vacances_gestes import Geste
from tests.journeys.test_annee_fenetre import agent  # noqa: F401 - a fixture
from tests.services.annee.parc import AGENTS, AL, PRIO, VILLE

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QPushButton

    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.ui.widgets.programme_formulaire import ProgrammeFormulaire
    from tests.journeys.agent_annee import AgentDeLAnnee

FLUX = Qualification.FLUX
NEUFS = (19, 21)
SOLDES = {  # three rights in Bastia: 6 before the avenant, 8 and 13 after it
    "1": (Fraction(90, 100), 1),
    PRIO: (Fraction(75, 100), 1),  # 13; the first letting of 19 is counted apart
    AGENTS: (Fraction(15, 100), 0),
    AL: (Fraction(155, 100), 2),  # 0.20 + 2 x 0.30, and three quarters of the dwelling carried in
    VILLE: (Fraction(0), 0),
    "4": (Fraction(30, 100), 0),
    BAILLEUR: (Fraction(25, 100), 0),  # 0.15 + 2 x 0.05
}
# Proposed, attributed, let, without issue.
BILAN_2026 = {
    "Préfecture": (6, 3, 3, 2),  # 8 was three offers
    "État": (3, 1, 1, 1),  # 19 8 13
    "Action Logement": (2, 2, 2, 0),  # 6 8
    "Haute-Corse": (1, 0, 0, 1),  # 8, whose tenant another designated
}
BILAN_2027 = {
    "Préfecture": (0, 1, 1, 0),  # 13
    "État": (0, 1, 1, 0),
    "Action Logement": (0, 0, 0, 0),
    "Haute-Corse": (0, 0, 0, 0),
}


def lire(a: AgentDeLAnnee) -> UnitOfWork:
    assert a.fenetre.seance is not None
    return a.fenetre.seance.bureau.base.transaction()


def convenir_du_programme(a: AgentDeLAnnee) -> ProgrammesDialog:
    """Two dwellings; one right, of the État, on the first; the other for the landlord."""
    page = a.page(2, PatrimoinePage)
    assert isinstance(page, PatrimoinePage)
    page.actes.neuf.action_programmes.trigger()
    dialog = a.dialogue(ProgrammesDialog)
    a.calme()
    a.cliquer(dialog.commencer)
    form = dialog.formulaire
    form.nom.setText("Les Pins")
    montrer_l_onglet_de(form, form.ajouter_logements)
    a.cliquer(form.ajouter_logements)
    choice = a.dialogue(ChoixLogementsDialog)
    a.attendre(choice.model.rowCount)
    choice.table.clearSelection()
    choice.table.setSelectionMode(choice.table.SelectionMode.MultiSelection)
    for row, home in enumerate(choice.model.lignes):
        if home.id in {a.ids[rang] for rang in NEUFS}:
            choice.table.selectRow(row)
    accepter(a, choice)
    a.attendre(lambda: len(form.grille.lignes) == len(NEUFS))
    montrer_l_onglet_de(form, form.ajouter_droit)
    a.cliquer(form.ajouter_droit)
    form.droits.setData(form.droits.index(0, PARTIE), PRIO)
    for row, line in enumerate(form.grille.lignes):
        agreed = PRIO if line.logement.id == a.ids[19] else BAILLEUR
        form.grille.setData(form.grille.index(row, CONVENU), agreed)
    a.cliquer(dialog.noter)
    a.attendre(lambda: dialog.liste.count() == 1)
    return dialog


def montrer_l_onglet_de(form: ProgrammeFormulaire, button: QPushButton) -> None:
    tabs = form.onglets
    for n in range(tabs.count()):
        tabs.setCurrentIndex(n)
        if button.isVisible():
            return


def accepter(a: AgentDeLAnnee, dialog: QDialog) -> None:
    dialog.accept()
    a.calme()


def livrer(a: AgentDeLAnnee, dialog: ProgrammesDialog) -> None:
    """A vacancy opens for each dwelling."""
    a.cliquer(dialog.livraison)
    day = a.dialogue(LivraisonDialog)
    day.jour.setDate(en_qt(a.horloge.aujourd_hui()))
    accepter(a, day)
    a.attendre(lambda: dialog.liste.currentItem().text() == "Les Pins (livré)")
    a.cliquer(dialog.fermer)
    with lire(a) as uow:
        opened = {v.logement_id: v.id for v in uow.vacances.toutes()}
    a.vacances |= {rang: opened[a.ids[rang]] for rang in NEUFS}


def signer_l_avenant(a: AgentDeLAnnee, taux: float) -> None:
    """Action Logement has this rate from today on, typed in its convention."""
    page = a.page(3, ConventionsPage)
    assert isinstance(page, ConventionsPage)
    a.attendre(page.model.rowCount)
    names = [row.reservataire.nom for row in page.model.lignes]
    page.table.selectRow(names.index("Action Logement"))
    a.cliquer(page.modifier)
    dialog = a.dialogue(ConventionDialog)
    dialog.ui.taux.setValue(taux)
    dialog.ui.debut.setDate(en_qt(a.horloge.aujourd_hui()))
    a.accepter(dialog)
    a.attendre(lambda: not dialog.isVisible())
    a.calme()


def offrir_a_trois(a: AgentDeLAnnee, rang: int) -> dict[str, tuple[Fraction, int]]:
    """Offer it to all who have a right on it; dues and served, as the list shows them."""
    page = a.commencer_a_orienter(rang)
    page.entete.a_plusieurs.trigger()
    dialog = a.dialogue(PlusieursDialog)
    for row in range(dialog.model.rowCount()):
        wanted = dialog.model.lignes[row].cle in {PRIO, AL, "4"}
        if wanted != (dialog.model.lignes[row] in dialog.model.coches()):
            dialog.model.basculer(row)
    dialog.motif.setText("Difficile à louer")
    shown = {row.cle: (row.du, row.servi) for row in dialog.model.lignes}
    a.accepter(dialog)
    a.etape(rang, Etape.PROPOSEE)
    return shown


def repondre(a: AgentDeLAnnee, rang: int, a_qui: str) -> IssueDialog:
    """The answer to one of the offers that stand."""
    a.faire(rang, Geste.REPONDRE)
    dialog = a.dialogue(IssueDialog)
    offers = dialog.ui.offres
    place = next(n for n in range(offers.count()) if offers.itemText(n).startswith(a_qui))
    offers.setCurrentIndex(place)
    return dialog


def choisir_parmi_trois(a: AgentDeLAnnee, rang: int) -> None:
    dialog = repondre(a.le("2026-06-16"), rang, "État")
    dialog.choisir(CauseEchec.AUCUN_CANDIDAT)
    a.cliquer(dialog.ui.faire)
    a.calme()
    dialog = repondre(a.le("2026-06-23"), rang, "Action Logement")
    dialog.ui.attribuee.setChecked(True)
    a.cliquer(dialog.ui.faire)
    a.etape(rang, Etape.ATTRIBUEE)
    dialog = repondre(a.le("2026-06-30"), rang, "Action Logement")
    dialog.ui.bail_signe.setChecked(True)
    a.cliquer(dialog.ui.faire)
    a.etape(rang, Etape.BAIL_SIGNE)


def soldes(a: AgentDeLAnnee) -> dict[str, tuple[Fraction, int]]:
    with lire(a) as uow:
        ledger = charger_registre(uow=uow)
    return {s.cle: (Fraction(s.du, UN), s.servi) for s in ledger.soldes()}


def bilan_de(a: AgentDeLAnnee, annee: int) -> dict[str, tuple[int, int, int, int]]:
    """Proposed, attributed, let, without issue, as the page of bilans shows that year."""
    page = a.page(4, BilansPage)
    assert isinstance(page, BilansPage)
    page.recharger()
    a.calme()
    page.annees.setCurrentIndex(page.annees.findData(annee))
    page.annees.activated.emit(page.annees.currentIndex())
    a.attendre(lambda: page.periode is not None and page.periode.annee == annee)
    a.calme()
    rows = {row.destinataire.nom: row.destinataire for row in page.model.lignes}
    return {
        nom: (rows[nom].proposes, rows[nom].attribues, rows[nom].baux, rows[nom].sans_suite)
        for nom in BILAN_2026
    }


def premiere_location(a: AgentDeLAnnee) -> None:
    """The offer goes to the party agreed, whoever is the most late, and opens no right."""
    typed = convenir_du_programme(a.le("2026-03-02"))
    livrer(a.le("2026-04-01"), typed)
    a.le("2026-04-07").suivre(19)
    shown = a.vues.dossier
    assert shown is not None
    assert [shown.noms[offer.id] for offer in shown.ouvertes] == ["État (prioritaires)"]
    a.le("2026-04-20").attribuer(19)
    a.le("2026-05-04").bail(19)
    assert set(soldes(a).values()) == {(Fraction(0), 0)}


def test_what_comes_once_in_a_year_is_done_at_the_window(agent: AgentDeLAnnee) -> None:  # noqa: F811 - the fixture
    premiere_location(agent)
    agent.le("2026-05-11").conge(6, FLUX)
    assert agent.le("2026-05-18").suivre(6) == "Action Logement"
    agent.le("2026-05-26").attribuer(6)
    agent.le("2026-05-29").bail(6)

    signer_l_avenant(agent.le("2026-06-01"), 30)
    agent.le("2026-06-08").conge(8, FLUX)
    shown = offrir_a_trois(agent.le("2026-06-09"), 8)
    assert shown[AL] == (Fraction(100, 100), 1)  # 0.20 + 0.25 in May, 0.30 + 0.25 today
    assert shown[PRIO] == (Fraction(50, 100), 0)
    choisir_parmi_trois(agent, 8)

    agent.le("2026-12-07").conge(13, FLUX)
    assert agent.le("2026-12-14").suivre(13) == "État (prioritaires)"
    agent.le("2027-01-05").attribuer(13)
    agent.le("2027-01-18").bail(13)
    assert soldes(agent) == SOLDES
    agent.le("2027-01-20")
    assert bilan_de(agent, 2026) == BILAN_2026
    assert bilan_de(agent, 2027) == BILAN_2027
