"""Profiles: kept, recognised, handed over, never believed."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from fluxdesk.domain.appariement import signature
from fluxdesk.domain.profil import Genre, Profil, ProfilIllisibleError
from fluxdesk.services.tenir_profils import (
    NOM_MAX,
    NomDeProfilError,
    ProfilExistantError,
    ProfilInconnuError,
    enregistrer_profil,
    exporter_profil,
    importer_profil,
    lire_profils,
    profil_du_texte,
    profil_nomme,
    reconnaitre,
    retirer_profil,
)
from tests.domain.tables import decoupe
from tests.services.memoire import MemoireUow

if TYPE_CHECKING:
    from pathlib import Path

FORME = decoupe(["Code UG", "Commune", "Financement"])
PROFIL = Profil(
    nom="Export ERP",
    genre=Genre.PATRIMOINE,
    signature=signature(FORME),
    feuille="Feuil1",
    entetes=(2, 3),
    champs={"Code UG": "IDENT_INT", "Commune": "DEPCOM", "Financement": "FINAN"},
    valeurs={"FINAN": {"PLUS-PLAI": "13", "?": ""}},
    ignores=frozenset({"surface"}),
)
STOCK = Profil(
    nom="Stock",
    genre=Genre.STOCK,
    signature="0",
    champs={"Logement": "logement", "Contingent": "reservataire"},
    valeurs={"reservataire": {"Préf.": "État"}},
)


@pytest.fixture
def uow() -> MemoireUow:
    return MemoireUow()


def journal(uow: MemoireUow) -> list[tuple[str, str]]:
    with uow:
        return [(entry.action, entry.libelle) for entry in uow.journal.toutes()]


def test_a_profile_is_kept_then_replaced_by_name(uow: MemoireUow) -> None:
    first = enregistrer_profil(PROFIL, uow=uow)
    again = enregistrer_profil(replace(PROFIL, nom="  export  erp ", feuille="B"), uow=uow)

    assert first == again
    assert [one.feuille for one in lire_profils(uow=uow)] == ["B"]
    assert profil_nomme("EXPORT ERP", uow=uow).nom == "export erp"
    assert journal(uow) == [
        (
            "profil.enregistrer",
            "Profil d’import «\u00a0Export ERP\u00a0» enregistré (patrimoine)",
        ),
        ("profil.enregistrer", "Profil d’import «\u00a0export erp\u00a0» remplacé (patrimoine)"),
    ]


@pytest.mark.parametrize("nom", ["", "  ", "x" * (NOM_MAX + 1), "a\u202eb", "a\x00"])
def test_a_name_is_one_that_can_be_shown(uow: MemoireUow, nom: str) -> None:
    with pytest.raises(NomDeProfilError):
        enregistrer_profil(replace(PROFIL, nom=nom), uow=uow)
    assert lire_profils(uow=uow) == ()


def test_the_last_profile_of_the_same_shape_is_recognised(uow: MemoireUow) -> None:
    enregistrer_profil(replace(PROFIL, nom="B"), uow=uow)
    enregistrer_profil(replace(PROFIL, nom="A"), uow=uow)
    enregistrer_profil(replace(PROFIL, nom="C", signature="autre"), uow=uow)

    found = reconnaitre(decoupe(["CODE UG", "commune", "Financement "]), uow=uow)

    assert found is not None
    assert found.nom == "A"
    assert reconnaitre(decoupe(["Autre"]), uow=uow) is None


def test_a_profile_is_forgotten(uow: MemoireUow) -> None:
    enregistrer_profil(PROFIL, uow=uow)
    retirer_profil("export erp", uow=uow)

    assert lire_profils(uow=uow) == ()
    assert journal(uow)[-1] == (
        "profil.retirer",
        "Profil d’import «\u00a0Export ERP\u00a0» retiré",
    )


def test_an_unknown_profile_is_told_with_those_there_are(uow: MemoireUow) -> None:
    with pytest.raises(ProfilInconnuError, match="Aucun n’est encore enregistré"):
        profil_nomme("X", uow=uow)
    enregistrer_profil(PROFIL, uow=uow)
    with pytest.raises(ProfilInconnuError, match="parmi\u00a0: «\u00a0Export ERP\u00a0»"):
        retirer_profil("X", uow=uow)


@pytest.mark.parametrize("profil", [PROFIL, STOCK])
def test_a_profile_goes_from_desk_to_desk(uow: MemoireUow, tmp_path: Path, profil: Profil) -> None:
    path = tmp_path / "profil.json"
    enregistrer_profil(profil, uow=uow)
    exporter_profil(profil.nom, path, uow=uow)
    other = MemoireUow()

    read = importer_profil(path, uow=other)

    assert replace(read, id=0) == profil
    assert lire_profils(uow=other) == (read,)
    with pytest.raises(ProfilExistantError):
        importer_profil(path, uow=other)
    assert importer_profil(path, uow=other, remplacer=True).id == read.id


def test_a_file_is_not_written_over(uow: MemoireUow, tmp_path: Path) -> None:
    path = tmp_path / "profil.json"
    path.write_text("x", encoding="utf-8")
    enregistrer_profil(PROFIL, uow=uow)

    with pytest.raises(FileExistsError):
        exporter_profil("Export ERP", path, uow=uow)
    assert path.read_text(encoding="utf-8") == "x"


def document(uow: MemoireUow, tmp_path: Path) -> dict[str, Any]:
    path = tmp_path / "bon.json"
    enregistrer_profil(PROFIL, uow=uow)
    exporter_profil(PROFIL.nom, path, uow=uow)
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize(
    "changement",
    [
        {"genre": "planètes"},
        {"nom": 12},
        {"champs": {"Code UG": "champ_inconnu"}},
        {"champs": {"Code UG": ["IDENT_INT"]}},
        {"champs": {"T" * 501: "IDENT_INT"}},
        {"champs": {f"T{n}": "IDENT_INT" for n in range(5001)}},
        {"valeurs": {"inconnu": {}}},
        {"valeurs": {"FINAN": {"PLUS": "=cmd()"}}},
        {"valeurs": {"COMPLGEO": {"LES PINS": "AUTRE"}}},
        {"entetes": [-1]},
        {"entetes": [10**9]},
        {"entetes": [1e999]},
        {"entetes": ["x"]},
        {"ignores": [1]},
        {"feuille": None},
    ],
)
def test_a_file_that_lies_is_refused(
    uow: MemoireUow, tmp_path: Path, changement: dict[str, object]
) -> None:
    told = document(uow, tmp_path)
    told["profil"] |= changement

    with pytest.raises(ProfilIllisibleError):
        profil_du_texte(json.dumps(told).encode())


@pytest.mark.parametrize(
    "octets",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"{}",
        b'{"genre_de_fichier": "autre"}',
        '{"genre_de_fichier": "profil d’import FluxDesk", "version": 2, "profil": {}}'.encode(),
        '{"genre_de_fichier": "profil d’import FluxDesk", "version": 1, "profil": 3}'.encode(),
        '{"genre_de_fichier": "profil d’import FluxDesk", "version": NaN}'.encode(),
        b"[" * 200_000,
        b'{"entetes": [1e999]}',
    ],
)
def test_what_is_no_profile_is_refused(octets: bytes) -> None:
    with pytest.raises(ProfilIllisibleError):
        profil_du_texte(octets)


def test_an_infinite_row_is_refused(uow: MemoireUow, tmp_path: Path) -> None:
    text = json.dumps(document(uow, tmp_path)).replace("[2, 3]", "[1e999]")

    with pytest.raises(ProfilIllisibleError):
        profil_du_texte(text.encode())


def test_a_file_too_big_to_be_a_profile_is_not_read(uow: MemoireUow, tmp_path: Path) -> None:
    path = tmp_path / "gros.json"
    path.write_bytes(b" " * 1_000_001)

    with pytest.raises(ProfilIllisibleError):
        importer_profil(path, uow=uow)
    assert journal(uow) == []
