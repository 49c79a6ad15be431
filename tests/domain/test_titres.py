"""Titles of columns, as people write them."""

from __future__ import annotations

import pytest

from fluxdesk.domain.rpls_noms import rpls_dit
from fluxdesk.domain.titres import mots, ressemblance


@pytest.mark.parametrize(
    ("titre", "attendus"),
    [
        ("N° d’appt.", ("numero", "appartement")),
        ("Surf. Hab. (m²)", ("surface", "habitable")),
        ("QPV (O/N)", ("qpv",)),
        ("conventionné oui/non", ("conventionne",)),
        ("Du", ("du",)),  # nothing would be left of it
        ("€", ()),
    ],
)
def test_words_are_told_in_full(titre: str, attendus: tuple[str, ...]) -> None:
    assert mots(titre) == attendus


@pytest.mark.parametrize(
    ("titre", "nom", "au_moins", "au_plus"),
    [
        ("Réf. logement", "référence du logement", 100, 100),
        ("Logement (réf.)", "référence logement", 97, 97),  # another order
        ("Financ.", "financement", 100, 100),
        ("Constr. année", "année de construction", 97, 97),
        ("Typol.", "typologie", 85, 99),  # an abbreviation that no table has
        ("Surface habitable réelle", "surface habitable", 75, 90),
        ("Resevataire", "réservataire", 80, 90),  # a slip
        ("R?servataire", "réservataire", 75, 90),  # the accent died
        ("Loyer plafond", "loyer", 0, 40),
        ("Type de chauffage", "type", 0, 40),
        ("Logement – Typologie", "typologie", 94, 94),
        ("Lot", "log", 0, 20),
        ("€", "loyer", 0, 0),
        ("Observations", "cause", 0, 20),
    ],
)
def test_a_title_says_a_name_more_or_less(
    titre: str, nom: str, au_moins: int, au_plus: int
) -> None:
    assert au_moins <= ressemblance(titre, nom) <= au_plus


@pytest.mark.parametrize(
    ("titre", "champ"),
    [
        ("DEPCOM", "DEPCOM"),
        ("depcom_red", "DEPCOM"),
        ("FINAN_CODE", "FINAN"),
        ("FINAN_CODE – Code du financement initial", "FINAN"),
        ("LOYERACC", ""),
        ("Patrimoine", ""),
        ("REG_CODE", ""),
        ("Loyer principal", None),
        ("Surface", None),
    ],
)
def test_an_rpls_name_says_one_thing(titre: str, champ: str | None) -> None:
    assert rpls_dit(titre) == champ
