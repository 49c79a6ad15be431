"""What a convention reminds of before an offer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from fluxdesk.domain.clauses import Clauses
from fluxdesk.domain.controles import Lieu, unite_du_lieu
from fluxdesk.domain.convention import Avenant, Convention, ModeGestion
from fluxdesk.domain.flux.parties import Zone
from fluxdesk.domain.rappel_convention import rappels_a_l_orientation

CALVI = unite_du_lieu(Lieu(nom="", commune="2B050", epci="", departement="2B"), date(2026, 3, 3))
BASTIA = replace(CALVI, commune="2B033")
DIRECTE = Convention(
    reservataire_id=1,
    avenants=(Avenant(numero=0, dix_milliemes=1_000),),
    assiette=Zone.partout(),
    territoire=Zone.partout(),
    clauses=Clauses(
        zone_deleguee=Zone(communes=frozenset({"2B050"})),
        publics=("salariés", "travailleurs clés"),
        besoins="Des T2 au centre.",
    ),
)


def test_a_part_of_the_territory_may_be_delegated() -> None:
    assert DIRECTE.gestion_pour(CALVI) is ModeGestion.DELEGUEE
    assert DIRECTE.gestion_pour(BASTIA) is ModeGestion.DIRECTE
    everywhere = replace(DIRECTE, mode_gestion=ModeGestion.DELEGUEE, clauses=Clauses())
    assert everywhere.gestion_pour(BASTIA) is ModeGestion.DELEGUEE


def test_what_is_looked_for_is_told_and_what_is_not_said_is_not() -> None:
    assert rappels_a_l_orientation(DIRECTE, CALVI) == (
        "Gestion déléguée ici\u00a0: vous proposez les candidats pour lui.",
        "Publics visés\u00a0: salariés, travailleurs clés.",
        "Ce qu’il recherche\u00a0: Des T2 au centre.",
    )
    assert rappels_a_l_orientation(replace(DIRECTE, clauses=Clauses()), CALVI) == ()
