"""The targets of the year in the workbook of the bilan."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fluxdesk.domain.bilan_faits import ObjectifVu
from tests.adapters.sheets.test_bilan_workbook import lire

if TYPE_CHECKING:
    from fluxdesk.domain.bilan import Bilan


def test_a_target_has_its_unknowns_and_the_two_rates_between_which_it_stands(bilan: Bilan) -> None:
    goal = ObjectifVu(
        annee=2025,
        epci="200",
        territoire="CA du Pays ajaccien",
        nature="1er quartile ou relogés, hors QPV",
        qui="tous",
        cible=2500,
        compte=4,
        base=20,
        inconnus=3,
        sans_lieu=1,
        etat="incertain",
    )
    empty = replace(goal, compte=0, base=0, inconnus=0, sans_lieu=0, etat="rien à mesurer")
    former = replace(goal, inconnus=None, sans_lieu=None, etat="")
    never = replace(goal, compte=None, base=None, etat="")
    made = replace(bilan, objectifs=(goal, empty, former, never))
    page = lire(made)["OBJECTIFS"]
    heads, *rows = [row[4:] for row in page.iter_rows(min_row=6, values_only=True)]
    assert heads[4:7] == ("Dont inconnus", "Réalisé au moins", "Réalisé au plus")
    assert rows == [
        ("incertain", 0.25, 4, 20, 3, 0.2, 0.35, 1),  # 4 / 20 and 7 / 20
        ("rien à mesurer", 0.25, 0, 0, 0, "néant", "néant", 0),
        (None, 0.25, 4, 20, None, 0.2, 0.2, None),
        (None, 0.25, None, None, None, None, None, None),
    ]
    written = lire(made, resultats=False)["OBJECTIFS"]
    assert written["K7"].value == '=IF(H7=0,"néant",ROUND((G7+I7)/H7,4))'
