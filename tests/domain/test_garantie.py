"""Loan guarantees: what they give, when they end, and what there is to do about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from fluxdesk.domain.garantie import Garantie, GenreAlerte, alerter, droits_attendus

JOUR = date(2026, 11, 22)
VILLE = Garantie(
    id=1,
    reservataire_id=3,
    programme="Les Lilas",
    commune="2A004",
    pret="CDC 1142",
    quotite=2500,
    logements=20,
    droits=1,
    derniere_echeance=date(2040, 6, 30),
)


def test_quatre_droits_se_partagent_a_la_quotite_garantie() -> None:
    """20 dwellings × 20 % = 4 rights; 25 / 25 / 50 % gives 1 / 1 / 2 (question 17-2768)."""
    shares = (2500, 2500, 5000)
    assert [droits_attendus(replace(VILLE, quotite=q)) for q in shares] == [1, 1, 2]


def test_le_droit_finit_cinq_ans_apres_le_dernier_versement() -> None:
    assert VILLE.fin == date(2045, 6, 30)
    assert replace(VILLE, rembourse=date(2024, 2, 29)).fin == date(2029, 2, 28)
    assert replace(VILLE, derniere_echeance=None).fin is None
    assert VILLE.vaut(date(2045, 6, 30))
    assert not VILLE.vaut(date(2045, 7, 1))
    assert replace(VILLE, derniere_echeance=None).vaut(JOUR)


def genres(*garanties: Garantie) -> list[GenreAlerte]:
    return [alerte.genre for alerte in alerter(garanties, JOUR)]


def test_une_garantie_en_cours_ne_demande_rien() -> None:
    assert genres(VILLE, replace(VILLE, id=2, derniere_echeance=None)) == []


def test_un_pret_rembourse_s_annonce_au_garant() -> None:
    repaid = replace(VILLE, rembourse=date(2026, 5, 31))
    (alerte,) = alerter([repaid], JOUR)
    assert alerte.genre is GenreAlerte.A_INFORMER
    assert "31/05/2031" in alerte.phrase
    assert "prêt CDC 1142" in alerte.phrase
    assert genres(replace(repaid, informe=date(2026, 6, 2))) == []


def test_des_droits_echus_appellent_un_avenant_et_une_fin_proche_se_dit() -> None:
    ended = replace(VILLE, pret="", derniere_echeance=date(2021, 11, 21))
    (alerte,) = alerter([ended], JOUR)
    assert alerte.genre is GenreAlerte.ECHUE
    assert alerte.phrase.startswith("Les Lilas\u00a0: droits échus depuis le 21/11/2026")
    assert genres(replace(ended, derniere_echeance=date(2022, 11, 1))) == [GenreAlerte.BIENTOT]
    assert genres(replace(ended, derniere_echeance=date(2022, 12, 1))) == []


def test_le_plafond_de_20_pour_cent_compte_toutes_les_garanties_du_programme() -> None:
    others = [replace(VILLE, id=n, reservataire_id=n, droits=2) for n in (2, 3)]
    (alerte,) = alerter([VILLE, *others], JOUR)
    assert alerte.genre is GenreAlerte.DEPASSEMENT
    assert "5\u00a0droits pour 20\u00a0logements (25,0\u00a0%)" in alerte.phrase
    assert genres(VILLE, others[0], replace(others[1], programme="Autre")) == []
    assert genres(VILLE, others[0], replace(others[1], droits=1)) == []


def test_une_garantie_echue_ne_compte_plus_dans_le_plafond() -> None:
    ended = replace(VILLE, id=2, droits=9, derniere_echeance=date(2010, 1, 1))
    assert genres(VILLE, ended) == [GenreAlerte.ECHUE]


def test_un_programme_sans_logement_ne_donne_aucun_droit() -> None:
    (alerte,) = alerter([replace(VILLE, logements=0)], JOUR)
    assert alerte.phrase.startswith(
        "Les Lilas\u00a0: 1\u00a0droit pour 0\u00a0logement, le plafond"
    )


def test_des_quotites_ne_depassent_pas_le_pret() -> None:
    (alerte,) = alerter([VILLE, replace(VILLE, id=2, quotite=8000, droits=0)], JOUR)
    assert "105\u00a0%" in alerte.phrase


def test_les_plus_graves_viennent_d_abord() -> None:
    repaid = replace(VILLE, rembourse=date(2022, 3, 5), droits=9)
    ended = replace(VILLE, id=2, rembourse=date(2015, 1, 5))
    assert genres(ended, repaid) == [
        GenreAlerte.DEPASSEMENT,
        GenreAlerte.ECHUE,
        GenreAlerte.A_INFORMER,
        GenreAlerte.A_INFORMER,
        GenreAlerte.BIENTOT,
    ]
