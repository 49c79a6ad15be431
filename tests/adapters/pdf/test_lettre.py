"""The letter of proposal and its reply slip."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pypdf
import pytest
from reportlab.lib.units import mm

from fluxdesk.domain.convention import ModeGestion, ModeOffre
from fluxdesk.domain.logement import Adresse, Financement
from tests.adapters.pdf.exemples import changer, lettre_en_octets

if TYPE_CHECKING:
    from collections.abc import Callable

    from fluxdesk.services.faits_offre import LettreProposition


def test_the_letter_is_one_page_and_its_slip_another(
    lettre: LettreProposition, lire_pdf: Callable[[bytes], list[str]]
) -> None:
    first, second = lire_pdf(lettre_en_octets(lettre))
    assert "page 1/2" in first
    assert "page 2/2" in second
    assert "Coupon-réponse" in second


@pytest.mark.parametrize(
    "attendu",
    [
        "Habitat Balagne",
        "Tél. 04 95 00 00 00 – attributions@habitat.example",
        "À l’attention de Mme Casanova",
        "20401 Bastia Cedex 9",
        "Offre n° 2026-031",
        "Convention : 2B-2023, signée le 24 novembre 2023",
        "Contingent : État (prioritaires)",
        "Calvi, le 3 mars 2026",
        "Objet : proposition d’un logement T3, Les Oliviers",
        "Réponse attendue au plus tard le jeudi 2 avril 2026",
        "Soit 30 jours à compter de la notification du 3 mars 2026.",
        "14 avenue de la République, bât. B, porte 12, 20260 Calvi",
        "Référence 0312-A-04",
        "Identifiant RPLS 2B12345678",
        "Construction immeuble collectif, 1978",
        "Typologie T3 (3 pièces)",
        "Surface habitable 64 m²",
        "Étage 2",
        "Ascenseur non",
        "Financement PLUS (PLUS avec subvention de l’État)",
        "Quartier (QPV) QPV QN02B001M",
        "DPE D (06/2022)",
        "Conventionnement oui, n° 2B120011200019",
        "Loyer mensuel 1 234,05 €",
        "Provision charges 89,50 €",
        "Loyer et charges 1 323,55 €",
        "Plafonds ressources ceux du PLUS",
        "Dépôt de garantie non renseigné",
        "Congé reçu le 1er février 2026",
        "Disponible le 10 mai 2026",
        "3 candidats, désignés par leur numéro unique",
        "la 4e proposition de l’année 2026 sur le contingent « État (prioritaires) »",
        "dû 12,19 ; proposés 4 ; signés 2.",
        "La directrice générale Marie Sœur-Évrard",
    ],
)
def test_the_letter_says(
    attendu: str, lettre: LettreProposition, lire_pdf: Callable[[bytes], list[str]]
) -> None:
    assert attendu in lire_pdf(lettre_en_octets(lettre))[0]


@pytest.mark.parametrize(
    "attendu",
    [
        "À retourner au plus tard le jeudi 2 avril 2026",
        "À l’adresse Habitat Balagne, Service des attributions, 12 boulevard Wilson, 20260 Calvi",
        "De la part de État (prioritaires)",
        "Logement 0312-A-04, Les Oliviers, T3, 64 m², 14 avenue de la République",
        "Numéro unique Nom Composition du ménage 1 2 3",
        "Nous n’avons pas de candidat à proposer.",
        "Nous renonçons à ce logement.",
        "Fait le Nom et qualité Signature et cachet",
    ],
)
def test_the_slip_says(
    attendu: str, lettre: LettreProposition, lire_pdf: Callable[[bytes], list[str]]
) -> None:
    assert attendu in lire_pdf(lettre_en_octets(lettre))[1]


def test_the_cause_of_the_departure_is_not_told(
    lettre: LettreProposition, lire_pdf: Callable[[bytes], list[str]]
) -> None:
    assert lettre.vacance.cause not in " ".join(lire_pdf(lettre_en_octets(lettre)))


def test_what_is_unknown_is_told_so_and_never_made_up(
    lettre_nue: LettreProposition, lire_pdf: Callable[[bytes], list[str]]
) -> None:
    first, second = lire_pdf(lettre_en_octets(lettre_nue))
    for label in ("Adresse", "Typologie", "Étage", "Loyer et charges", "Financement", "DPE"):
        assert f"{label} non renseigné" in first
    assert "Plafonds ressources non renseigné" in first
    assert "Date limite de réponse : non renseignée" in first
    assert "Objet : proposition d’un logement Madame" in first
    assert "Le 1er mars 2026" in first
    assert "la 1re proposition de l’année 2026" in first
    assert "Pour OPH" in first
    assert "Logement non renseigné" in second


def test_the_total_is_not_computed_from_a_missing_part(
    lettre: LettreProposition, lire_pdf: Callable[[bytes], list[str]]
) -> None:
    text = lire_pdf(lettre_en_octets(changer(lettre, "logement", charges=None)))[0]
    assert "Loyer mensuel 1 234,05 €" in text
    assert "Loyer et charges non renseigné" in text


@pytest.mark.parametrize(
    ("valeurs", "attendu"),
    [
        ({"etage": "RC"}, "Étage rez-de-chaussée"),
        ({"ascenseur": True}, "Ascenseur oui"),
        ({"qpv": False}, "Quartier (QPV) hors QPV"),
        ({"conventionne": False}, "Conventionnement non"),
        ({"financement_libelle": ""}, "Financement PLUS "),
        ({"dpe_date": ""}, "DPE D "),
        ({"financement": Financement.AUTRE}, "Plafonds ressources non renseigné"),
        ({"commune": ""}, "Commune Calvi "),
        ({"programme": "", "adresse": Adresse(lieu_dit="Capu")}, "un logement T3, Capu"),
    ],
)
def test_a_value_of_the_dwelling_is_worded(
    valeurs: dict[str, object],
    attendu: str,
    lettre: LettreProposition,
    lire_pdf: Callable[[bytes], list[str]],
) -> None:
    assert attendu in lire_pdf(lettre_en_octets(changer(lettre, "logement", **valeurs)))[0]


def test_a_commune_out_of_the_cog_keeps_the_name_of_the_address(
    lettre: LettreProposition, lire_pdf: Callable[[bytes], list[str]]
) -> None:
    text = lire_pdf(lettre_en_octets(replace(lettre, commune=None)))[0]
    assert "Commune Calvi (2B050)" in text


def test_one_candidate_is_asked_for_in_the_singular(
    lettre: LettreProposition, lire_pdf: Callable[[bytes], list[str]]
) -> None:
    first, second = lire_pdf(lettre_en_octets(changer(lettre, "orientation", candidats=1)))
    assert "1 candidat, désigné par son numéro unique" in first
    assert "ménage 1 2 3" in second


def test_more_candidates_have_more_rows(
    lettre: LettreProposition, lire_pdf: Callable[[bytes], list[str]]
) -> None:
    second = lire_pdf(lettre_en_octets(changer(lettre, "orientation", candidats=5)))[1]
    assert "ménage 1 2 3 4 5" in second


def test_delegated_management_asks_for_no_candidate(
    lettre: LettreProposition, lire_pdf: Callable[[bytes], list[str]]
) -> None:
    delegated = changer(lettre, "convention", mode_gestion=ModeGestion.DELEGUEE)
    text = lire_pdf(lettre_en_octets(delegated))[0]
    assert "La convention nous confie la proposition des candidats pour votre compte" in text
    assert "Nous vous remercions de nous faire connaître" not in text


def test_a_letter_tells_that_others_are_offered_the_dwelling_too(
    lettre: LettreProposition, lire_pdf: Callable[[bytes], list[str]]
) -> None:
    pages = lire_pdf(lettre_en_octets(changer(lettre, "orientation", mode=ModeOffre.TOUS)))
    assert "proposé également à d’autres réservataires" in pages[0]
    assert len(pages) == 2
    assert "autres réservataires" not in lire_pdf(lettre_en_octets(lettre))[0]


def test_the_letter_without_sous_contingent_names_the_reservataire(
    lettre: LettreProposition, lire_pdf: Callable[[bytes], list[str]]
) -> None:
    assert (
        "Contingent : État Calvi, le"
        in lire_pdf(lettre_en_octets(replace(lettre, sous_contingent="")))[0]
    )


def test_the_address_stands_behind_the_window_of_the_envelope(lettre: LettreProposition) -> None:
    found: list[tuple[str, float, float]] = []

    def note(text: str, cm: list[float], tm: list[float], *_font: object) -> None:
        found.append((text, cm[4] + tm[4], cm[5] + tm[5]))

    page = pypdf.PdfReader(BytesIO(lettre_en_octets(lettre))).pages[0]
    page.extract_text(visitor_text=note)
    assert "Bastia" in page.extract_text()
    height = float(page.mediabox.height)
    lines = [(x, height - y) for text, x, y in found if "Bastia" in text or "DDETSPP" in text]
    assert lines
    for x, y in lines:
        assert 100 * mm <= x <= 110 * mm
        assert 55 * mm <= y <= 79 * mm


def long(texte: str) -> str:
    return (texte * 9)[:60]


def test_names_of_sixty_characters_still_make_two_pages(
    lettre: LettreProposition, lire_pdf: Callable[[bytes], list[str]]
) -> None:
    wide = changer(lettre, "bailleur", raison_sociale=long("Office de l’habitat "))
    wide = changer(
        wide,
        "reservataire",
        nom=long("Communauté de L’Île-Rousse "),
        service=long("Direction du logement "),
        adresse=(long("Rond-point du Maréchal "), "BP 60011", "20401 Bastia Cedex 9"),
    )
    wide = changer(wide, "logement", programme=long("Les Jardins de l’Étoile "))
    wide = changer(wide, "convention", reference=long("CONV-2B-"))
    pages = lire_pdf(lettre_en_octets(wide))
    assert len(pages) == 2
    assert long("Les Jardins de l’Étoile ").strip() in pages[0]


def test_an_endless_address_is_printed_in_the_smallest_size(
    lettre: LettreProposition, lire_pdf: Callable[[bytes], list[str]]
) -> None:
    endless = changer(lettre, "reservataire", adresse=tuple(f"ligne {n}" for n in range(20)))
    text = lire_pdf(lettre_en_octets(endless))[0]
    assert "ligne 0" in text
    assert "ligne 19" in text
