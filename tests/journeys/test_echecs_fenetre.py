"""Failures that are nobody's refusal, at the real window: the CAL's, then the landlord's.

Both leave the right due, by the clauses of these conventions: the dwelling opens its rights once
(for Action Logement 0.20 and a quarter of the dwelling carried in), and nobody is served once it
has been given back twice.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from fluxdesk.domain.echec import CauseEchec
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.vacance import Qualification
from tests.journeys.test_annee_fenetre import agent  # noqa: F401 - a fixture
from tests.journeys.test_rentree_fenetre import lire, soldes
from tests.services.annee.parc import AL

if TYPE_CHECKING:
    from tests.journeys.agent_annee import AgentDeLAnnee


def test_the_cal_then_the_landlord_give_a_dwelling_back_and_the_right_stays_due(
    agent: AgentDeLAnnee,  # noqa: F811 - the fixture
) -> None:
    agent.le("2026-05-11").conge(6, Qualification.FLUX)
    assert agent.le("2026-05-18").suivre(6) == "Action Logement"
    assert soldes(agent)[AL] == (Fraction(9, 20), 1)

    told = agent.le("2026-05-26").echouer(6, CauseEchec.NON_ATTRIBUTION)
    assert "Action Logement" in told
    assert soldes(agent)[AL] == (Fraction(9, 20), 0)

    second = agent.le("2026-05-28").suivre(6)
    assert second != "Action Logement"  # never asked again for the same dwelling
    agent.le("2026-06-02").echouer(6, CauseEchec.ERREUR)

    assert [served for _, served in soldes(agent).values()] == [0] * len(soldes(agent))
    assert soldes(agent)[AL][0] == Fraction(9, 20)
    with lire(agent) as uow:
        offers = uow.orientations.de_la_vacance(agent.vacances[6])
    assert [(o.issue, o.cause) for o in offers] == [
        (IssueOrientation.NON_ATTRIBUEE, CauseEchec.NON_ATTRIBUTION),
        (IssueOrientation.RETIREE, CauseEchec.ERREUR),
    ]
