"""Profiles of import are handed from one colleague to another as files."""

from __future__ import annotations

import json

import pytest

from fluxdesk.domain.profil import Genre, Profil, ProfilIllisibleError, en_dict, lire_dict

PROFIL = Profil(
    nom="Export de l’ERP",
    genre=Genre.VACANCES,
    signature="a1",
    feuille="Congés 2024",
    entetes=(3, 4),
    champs={"Réf. logement": "logement"},
    valeurs={"cause": {"DCD": "décès"}},
    ignores=frozenset({"date_lointaine", "cause"}),
)


def test_a_profile_survives_a_file() -> None:
    assert lire_dict(json.loads(json.dumps(en_dict(PROFIL)))) == PROFIL


@pytest.mark.parametrize(
    "abime",
    [
        {},
        en_dict(PROFIL) | {"genre": "autre chose"},
        en_dict(PROFIL) | {"nom": 3},
        en_dict(PROFIL) | {"entetes": ["a"]},
        en_dict(PROFIL) | {"champs": {"Réf": None}},
        en_dict(PROFIL) | {"valeurs": []},
    ],
)
def test_another_file_is_refused_with_what_to_do(abime: dict[str, object]) -> None:
    with pytest.raises(ProfilIllisibleError, match="exporter de nouveau"):
        lire_dict(abime)
