"""A file as the assistant shows it, and each thing the officer changes of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.correspondances import Correspondance
from fluxdesk.domain.profil import Genre
from fluxdesk.domain.tableau_lu import Feuille, SourceLue
from fluxdesk.services import etudier_fichier as etudes
from fluxdesk.services.etudier_fichier import etudier
from fluxdesk.services.tenir_profils import enregistrer_profil
from tests.services.bureaux import bureau
from tests.services.monde import monde

if TYPE_CHECKING:
    from fluxdesk.services.etudier_fichier import Etude
    from fluxdesk.services.ports import Bureau

LIGNES = (
    ("ÉTAT DU PATRIMOINE",),
    ("Code UG", "Code INSEE", "Typologie", "Financement", "Remarques"),
    ("U1", "2A004", "T2", "PLUS", ""),
    ("U2", "2A004", "T3", "PLA social", ""),
    ("Total", "", "2", "", ""),
)
AUTRE = (("logement", "date_conge"), ("U1", "03/02/2026"))


@pytest.fixture
def desk() -> Bureau:
    return bureau(monde())


@pytest.fixture
def source() -> SourceLue:
    return SourceLue(
        nom="erp.xlsx",
        format="Classeur",
        feuilles=(Feuille(nom="Parc", lignes=LIGNES), Feuille(nom="Congés", lignes=AUTRE)),
    )


@pytest.fixture
def etude(source: SourceLue, desk: Bureau) -> Etude:
    return etudier(source, bureau=desk)


def champs(etude: Etude) -> list[str | None]:
    return [pair.champ for pair in etude.appariements]


def test_what_is_proposed_is_shown_with_what_can_be_chosen(etude: Etude) -> None:
    assert etude.genre is Genre.PATRIMOINE
    assert etude.feuille.nom == "Parc"
    assert champs(etude)[:4] == ["IDENT_INT", "DEPCOM", "NBPIECE", "FINAN"]
    assert [line.numero for line in etude.lignes] == [3, 4]
    assert etudes.raisons(etude) == {"total": 1}
    assert "État" in etude.reservataires
    assert not etude.manquants
    assert not etude.entiere


def test_another_sheet_kind_or_header_is_understood_afresh(etude: Etude, desk: Bureau) -> None:
    other = etudes.changer_feuille(etude, "Congés", bureau=desk)
    assert other.feuille.nom == "Congés"
    departures = etudes.changer_genre(other, Genre.VACANCES, bureau=desk)
    assert departures.entiere
    lower = etudes.changer_entetes(etude, (2,), bureau=desk)
    assert [line.numero for line in lower.lignes] == [4]
    none = etudes.changer_entetes(etude, (), bureau=desk)
    assert none.lu.decoupe.entetes == ()


def test_a_field_goes_to_one_column(etude: Etude) -> None:
    moved = etudes.choisir_champ(etude, 4, "NBPIECE")
    assert champs(moved) == ["IDENT_INT", "DEPCOM", None, "FINAN", "NBPIECE"]
    assert moved.appariements[4].pourquoi == "Choisi par vous."
    left = etudes.choisir_champ(moved, 1, None)
    assert [one.code for one in left.manquants] == ["DEPCOM"]


def test_the_values_follow_the_columns(etude: Etude, desk: Bureau) -> None:
    left = etudes.relire_valeurs(etudes.choisir_champ(etude, 3, None), bureau=desk)
    assert {one.champ for one in left.lu.correspondances} == {"NBPIECE"}


def test_a_profile_is_made_recognised_and_left_aside(
    etude: Etude, source: SourceLue, desk: Bureau
) -> None:
    kept = [
        Correspondance(champ="FINAN", lue="PLA social", nombre=1, proposee="11", confiance=70,
                       sure=True),
        Correspondance(champ="FINAN", lue="?", nombre=1, proposee="", confiance=0, sure=False),
        Correspondance(champ="FINAN", lue="!", nombre=1, proposee=None, confiance=0, sure=True),
    ]  # fmt: skip
    profil = etudes.en_profil("ERP", etude, kept, frozenset({"sorte"}))
    assert profil.champs["Typologie"] == "NBPIECE"
    assert profil.valeurs == {"FINAN": {"PLA social": "11"}}
    enregistrer_profil(profil, uow=desk.base.transaction())

    again = etudier(source, bureau=desk)

    assert again.lu.profil is not None
    assert again.lu.profil.nom == "ERP"
    assert [p.nom for p in again.profils] == ["ERP"]
    assert all(one.sure for one in again.lu.correspondances)
    fresh = etudes.changer_profil(again, None, bureau=desk)
    assert fresh.lu.profil is None
    back = etudes.changer_profil(fresh, again.profils[0], bureau=desk)
    assert back.lu.profil == again.profils[0]
    assert replace(back.lu, source=source) == back.lu
