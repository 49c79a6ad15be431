"""The ceilings of income of a dwelling."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from fluxdesk.adapters.referentiels.cog import Cog
from fluxdesk.domain.logement import Financement
from fluxdesk.domain.plafonds_logement import plafonds, zone_de_plafonds
from fluxdesk.domain.referentiel import GenreReferentiel, TableReferentiel
from fluxdesk.domain.referentiel_livre import editions_livrees


@pytest.mark.parametrize(
    ("code", "financement", "zone"),
    [
        ("75056", Financement.PLUS, "paris"),
        ("93001", Financement.PLAI, "paris"),  # Aubervilliers is a neighbour of Paris
        ("93005", Financement.PLUS, "idf"),
        ("2A004", Financement.PLUS, "autres"),
        ("97611", Financement.PLUS, ""),  # ceilings of overseas are others
        ("75056", Financement.PLI, "Abis"),
        ("15014", Financement.PLI, "B2-C"),
    ],
)
def test_the_zone_follows_the_commune_and_the_loan(
    code: str, financement: Financement, zone: str
) -> None:
    commune = Cog().commune(code)
    assert commune is not None
    assert zone_de_plafonds(financement, commune) == zone


def test_the_newest_edition_that_holds_some_is_read() -> None:
    shipped = editions_livrees(GenreReferentiel.PLAFONDS, ())
    found = plafonds("PLUS", "autres", shipped, date(2026, 6, 1))
    assert found is not None
    assert (found.effet, found.montants["1"], found.montants["+"]) == (
        date(2026, 1, 1),
        Decimal(23403),
        Decimal(6710),
    )
    other = TableReferentiel(
        genre=GenreReferentiel.PLAFONDS,
        effet=date(2026, 2, 1),
        source="arrêté",
        lignes={"PLAI autres 1": {"montant": "12759"}},
    )
    assert plafonds("PLUS", "autres", (*shipped, other), date(2026, 6, 1)) == found
    assert plafonds("PLAI", "autres", (*shipped, other), date(2026, 1, 1)) is None
