"""The papers of an état des lieux: to sign, to check line by line, to explain."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from fluxdesk.adapters.pdf.photo_pdf import ecrire_photo_pdf, photo_en_octets
from fluxdesk.domain.bailleur import Bailleur
from fluxdesk.services.papiers_photo import PapierPhoto
from tests.services.photos import CONTENU, ETAT, PHOTO, SAISIE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from fluxdesk.services.papiers_photo import PhotoImprimee

PAPIER, INVENTAIRE, EXPLICATION = PapierPhoto


@pytest.fixture
def lu(lire_pdf: Callable[[bytes], list[str]]) -> Callable[[PhotoImprimee, PapierPhoto], str]:
    return lambda photo, papier: " ".join(
        " ".join(lire_pdf(photo_en_octets(photo, papier))).split()
    )


@pytest.mark.parametrize(
    "attendu",
    [
        "État des lieux des réservations",
        "« Départ 2027 », état au 22 novembre 2026, figée le 22 novembre 2026.",
        "810 logements dans le parc, 800 dans l’assiette du flux ; 10 n’y entrent pas.",
        "10 : logement intermédiaire (PLI).",
        "Rotation retenue (τ), moyenne 2025, 2024 7,50 %",
        "Flux à partager par an (F = L − S + MS) 48,00",
        "État (prioritaires) 200 25,0 % 0 7,50 %",
        "État (agents) part du stock 5,00 % 2,40 2 −7,20",
        "Action Logement stock + uniques 26,17 % 12,56 13 –",
        "Bailleur (non réservé) reste",
        "Droits identifiés, par programme",
        "non renseigné Armée défense nationale 1",
        "Droits identifiés, par QPV",
        "Aucun texte lu n’impose une formule",
        "Pour le compte d’OPH de l’Exemple Vu et accepté",
        "Pour le compte de la Ville d’Ajaccio",
    ],
)
def test_la_photo_dit_ses_chiffres_et_se_signe(
    lu: Callable[[PhotoImprimee, PapierPhoto], str], attendu: str
) -> None:
    assert attendu in lu(PHOTO, PAPIER)


def test_une_rotation_saisie_dit_sa_source(
    lu: Callable[[PhotoImprimee, PapierPhoto], str],
) -> None:
    text = lu(SAISIE, PAPIER)
    assert "saisie : rapport d’activité 2025 7,50 %" in text
    assert "figée" not in text
    none = replace(SAISIE.contenu.hypotheses.rotation, source="")
    bare = replace(
        SAISIE,
        contenu=replace(CONTENU, hypotheses=replace(CONTENU.hypotheses, rotation=none)),
    )
    assert "saisie : sans source" in lu(bare, PAPIER)


def test_une_base_sans_droit_ni_annee_lue_se_photographie(
    lu: Callable[[PhotoImprimee, PapierPhoto], str],
) -> None:
    empty = replace(ETAT, annees=(), exclus=(), stock=(), droits=())
    photo = replace(PHOTO, contenu=replace(CONTENU, etat=empty, stock=(), choix=()))
    text = lu(photo, PAPIER)
    assert "aucune année lue" in text
    assert "dans l’assiette du flux." in text
    assert "Aucun droit identifié au logement" in text
    assert "Inventaire des droits" in lu(photo, INVENTAIRE)


@pytest.mark.parametrize(
    "attendu",
    [
        "Les Lilas – 1 droit Identifiant Adresse Type Financ.",
        "2A00400002 2 RUE FESCH, AJACCIO T3 PLUS droit de suite (agents)",
        "1 1 RUE FESCH, AJACCIO T3 PLUS droit de suite 31/05/2031",
        "État : 1 droit identifié au logement, et 239 au programme, sans logement désigné.",
        "Sans programme – 1 droit",
        "Armée : 1 droit identifié au logement.",
        "Vu et accepté. Les réserves se portent dans la colonne « Observation ».",
    ],
)
def test_l_inventaire_se_verifie_programme_par_programme(
    lu: Callable[[PhotoImprimee, PapierPhoto], str], attendu: str
) -> None:
    assert attendu in lu(PHOTO, INVENTAIRE)


def test_l_inventaire_d_un_seul_ne_montre_que_ses_droits(
    lu: Callable[[PhotoImprimee, PapierPhoto], str],
) -> None:
    text = lu(replace(PHOTO, reservataire="Armée"), INVENTAIRE)
    assert "4 RUE FESCH" in text
    assert "1 RUE FESCH" not in text


@pytest.mark.parametrize(
    "attendu",
    [
        "Avant : sur 800 logements, 486 étaient réservés un par un.",
        (
            "Environ 60 se libèrent par an, moins 12 gardés pour les mutations, les relogements et "
            "les ventes : 48 sont à partager."
        ),
        "État (prioritaires) 25,0, soit 12,0 par an",
        "Ce qui ne change pas",
        "Le bailleur lui-même",
    ],
)
def test_la_page_simple_dit_ce_qui_change(
    lu: Callable[[PhotoImprimee, PapierPhoto], str], attendu: str
) -> None:
    assert attendu in lu(PHOTO, EXPLICATION)


def test_la_page_simple_tient_sur_une_page_et_regroupe_les_petits(
    lire_pdf: Callable[[bytes], list[str]],
) -> None:
    many = tuple(
        replace(CONTENU.stock[3], reservataire_id=n, nom=f"Commune {n}", suite=n)
        for n in range(10, 22)
    )
    photo = replace(SAISIE, contenu=replace(SAISIE.contenu, stock=many, choix=()))
    pages = lire_pdf(photo_en_octets(photo, EXPLICATION))
    assert len(pages) == 1
    told = " ".join(pages[0].split())
    assert "Les 4 autres" in told
    assert "plus 8 logements neufs" in told


def test_une_meme_photo_donne_les_memes_octets(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        ecrire_photo_pdf(PHOTO, PAPIER, tmp_path / name)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_un_bailleur_sans_siret_signe_de_son_nom(
    lu: Callable[[PhotoImprimee, PapierPhoto], str],
) -> None:
    assert "SIRET" not in lu(replace(PHOTO, bailleur=Bailleur(raison_sociale="OPH")), PAPIER)
