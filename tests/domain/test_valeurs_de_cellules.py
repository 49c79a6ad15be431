"""Cells of a file, in the writings that importers read."""

from __future__ import annotations

import pytest

from fluxdesk.domain.champs import NatureChamp
from fluxdesk.domain.valeurs_lues import canonique


@pytest.mark.parametrize(
    ("nature", "texte", "lu"),
    [
        (NatureChamp.DATE, "31/12/2026", "31/12/2026"),
        (NatureChamp.DATE, "2026-12-31 00:00:00", "31/12/2026"),
        (NatureChamp.DATE, "31/12/2026 14:30", "31/12/2026"),
        (NatureChamp.DATE, "01/02/24", "01/02/2024"),
        (NatureChamp.DATE, "01.02.75", "01/02/1975"),
        (NatureChamp.DATE, "46066", "13/02/2026"),
        (NatureChamp.DATE, "46066.5", "13/02/2026"),
        (NatureChamp.DATE, "03/2024", "01/03/2024"),
        (NatureChamp.DATE, "31/02/2024", "31/02/2024"),
        (NatureChamp.DATE, "31/02/24", "31/02/24"),
        (NatureChamp.DATE, "mars", "mars"),
        (NatureChamp.DATE, "  ", ""),
        (NatureChamp.MOIS, "2021-07-01", "07/2021"),
        (NatureChamp.MOIS, "07/2021", "07/2021"),
        (NatureChamp.MOIS, "01/1900", "01/1900"),
        (NatureChamp.MOIS, "?", "?"),
        (NatureChamp.DATE_OU_MOIS, "3/2021", "03/2021"),
        (NatureChamp.DATE_OU_MOIS, "2021-03-17", "17/03/2021"),
        (NatureChamp.DATE_OU_MOIS, "01/1900", ""),
        (NatureChamp.DATE_OU_MOIS, "mars", "mars"),
        (NatureChamp.ANNEE, "1998", "1998"),
        (NatureChamp.ANNEE, "12/04/1998", "1998"),
        (NatureChamp.ANNEE, "9999", "9999"),
        (NatureChamp.ANNEE, "04/1998", "1998"),
        (NatureChamp.NOMBRE, "65,5 m²", "65,5"),
        (NatureChamp.NOMBRE, "20 %", "20 %"),
        (NatureChamp.MONTANT, "1\u202f234,50\u00a0€ / mois", "1 234,50"),
        (NatureChamp.TEXTE, " RUE  FESCH ", "RUE FESCH"),
    ],
)
def test_a_cell_is_written_as_importers_read_it(nature: NatureChamp, texte: str, lu: str) -> None:
    assert canonique(nature, texte).texte == lu


def test_what_had_to_be_supposed_is_told() -> None:
    assert "19.." in canonique(NatureChamp.DATE, "01/02/75").remarque
    assert "tableur" in canonique(NatureChamp.ANNEE, "36000").remarque
    assert "premier jour" in canonique(NatureChamp.DATE, "03/2024").remarque
    assert canonique(NatureChamp.MOIS, "03/2024").remarque == ""
    assert canonique(NatureChamp.DATE, "01/02/1975").remarque == ""
