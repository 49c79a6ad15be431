"""One vacancy lived whole at the real window, from the congé to the entry of the new tenant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.candidat import EtatCandidat
from fluxdesk.domain.echec import CauseEchec
from fluxdesk.domain.etapes_vacance import CodeEtape, EtatEtape
from fluxdesk.domain.prochaine_action import Acte
from fluxdesk.domain.vacance import Qualification
from fluxdesk.ui.dialogs.acte import ActeDialog
from fluxdesk.ui.dialogs.issue import IssueDialog
from fluxdesk.ui.pages.vacances_gestes import Geste
from tests.journeys.test_annee_fenetre import agent  # noqa: F401 - a fixture

if TYPE_CHECKING:
    from fluxdesk.ui.pages.vacances_dossier import DossierVacance
    from tests.journeys.agent_annee import AgentDeLAnnee


def dossier_de(a: AgentDeLAnnee) -> DossierVacance:
    dossier = a.vues.dossier
    assert dossier is not None
    return dossier


def noter(a: AgentDeLAnnee, geste: Geste) -> str:
    """Do the act of the menu on the day proposed; its effect, as it was shown before."""
    a.faire(1, geste)
    dialog = a.dialogue(ActeDialog)
    a.attendre(lambda: "Calcul" not in dialog.effet.text())
    told = dialog.effet.text()
    a.cliquer(dialog.faire)
    a.calme()
    return told


def suite(a: AgentDeLAnnee) -> Acte:
    """The next act, which is what the one button says."""
    page = a.ouvrir(1)
    acte = dossier_de(a).action.acte
    assert page.entete.suite.text() == f"{acte.value}…"
    return acte


def perdre_le_premier(a: AgentDeLAnnee) -> None:
    a.faire(1, Geste.REPONDRE)
    dialog = a.dialogue(IssueDialog)
    dialog.choisir(CauseEchec.REFUS_ETAGE)
    dialog.ui.au_suivant.setChecked(True)
    assert "rien ne change au compte" in dialog.ui.effet.text()
    a.cliquer(dialog.ui.faire)
    a.calme()


def jusqu_aux_candidats(a: AgentDeLAnnee) -> None:
    a.le("2026-01-12").conge(1, Qualification.FLUX)
    assert "Fin du préavis" in noter(a, Geste.PREAVIS)
    assert suite(a) is Acte.ORIENTER
    a.le("2026-01-20").suivre(1)
    assert suite(a) is Acte.ENVOYER
    assert "noter les candidats reçus" in noter(a, Geste.ENVOYER)
    a.le("2026-01-28").inscrire(1, "ROSSI", dalo=False, mutation=False)
    a.inscrire(1, "FILIPPI", dalo=False, mutation=False, numero="069032612345612346")
    noter(a, Geste.CANDIDATS)


def jusqu_a_la_cal(a: AgentDeLAnnee) -> None:
    perdre_le_premier(a)
    people = a.ouvrir(1).dossier
    assert people is not None
    assert people.offre is not None
    assert [c.etat for c in people.candidats[people.offre.id]] == [
        EtatCandidat.REFUS,
        EtatCandidat.PROPOSE,
    ]
    assert suite(a) is Acte.COMPLETER
    noter(a, Geste.DOSSIERS)
    noter(a, Geste.CAL)
    assert suite(a) is Acte.DECIDER
    a.le("2026-02-10").attribuer(1)


def jusqu_au_bail(a: AgentDeLAnnee) -> None:
    assert suite(a) is Acte.NOTIFIER
    assert "jusqu’au 20 février 2026" in noter(a, Geste.NOTIFIER)
    a.le("2026-02-16")
    assert suite(a) is Acte.REPONDRE
    noter(a, Geste.ACCORD)
    a.le("2026-04-10")
    assert suite(a) is Acte.LIBERER
    noter(a, Geste.LIBERATION)
    assert suite(a) is Acte.SIGNER
    a.le("2026-04-14").bail(1)


def test_a_vacancy_is_lived_from_the_conge_to_the_entry(agent: AgentDeLAnnee) -> None:  # noqa: F811 - the fixture
    jusqu_aux_candidats(agent)
    jusqu_a_la_cal(agent)
    jusqu_au_bail(agent)
    assert suite(agent) is Acte.RADIER
    noter(agent, Geste.ENTREE)
    stands = {step.code: step.etat for step in dossier_de(agent).etapes}
    assert stands.pop(CodeEtape.VISITE_CONSEIL) is EtatEtape.A_VENIR
    assert stands.pop(CodeEtape.TRAVAUX) is EtatEtape.SANS_OBJET
    assert stands.pop(CodeEtape.SNE) is EtatEtape.PROCHAINE
    assert set(stands.values()) == {EtatEtape.FAITE}
