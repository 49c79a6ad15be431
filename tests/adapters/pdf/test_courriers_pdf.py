"""The letters of a day: one file each or one for all, all or none."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pypdf
import pytest

from fluxdesk.adapters.disk.sortie import EcritureError
from fluxdesk.adapters.pdf.courriers_pdf import ecrire_courriers
from fluxdesk.adapters.pdf.lettre_pdf import lettre_en_octets
from fluxdesk.adapters.pdf.style import CaractereSansGlypheError
from fluxdesk.domain.lettre import Paragraphe, Tableau
from fluxdesk.domain.modele_lettre import GenreCourrier, ModeleLettre
from fluxdesk.services.ports import sans_progres
from tests.adapters.pdf.exemples import changer, composer

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from fluxdesk.domain.lettre import Lettre
    from fluxdesk.services.faits_offre import LettreProposition

G = GenreCourrier


def ecrire(lettres: list[Lettre], dossier: Path, recueil: str = "") -> list[str]:
    made = ecrire_courriers(
        [("Lettre.pdf", one) for one in lettres],
        dossier,
        recueil=recueil,
        total=len(lettres),
        progress=sans_progres,
    )
    return [path.name for path in made]


def relance(lettre: LettreProposition, corps: str = "") -> Lettre:
    own = ModeleLettre(genre=G.RELANCE, objet="relance", corps=corps) if corps else None
    return composer(lettre, G.RELANCE, own)


def test_no_file_overwrites_another(lettre: LettreProposition, tmp_path: Path) -> None:
    (tmp_path / "Lettre.pdf").write_text("à garder", "utf-8")
    made = ecrire([relance(lettre), relance(lettre)], tmp_path)
    assert made == ["Lettre (2).pdf", "Lettre (3).pdf"]
    assert (tmp_path / "Lettre.pdf").read_text("utf-8") == "à garder"
    assert len(list(tmp_path.iterdir())) == 3


def test_one_document_holds_all_the_letters_each_with_its_pages(
    lettre: LettreProposition, tmp_path: Path, lire_pdf: Callable[[bytes], list[str]]
) -> None:
    assert ecrire([composer(lettre), relance(lettre)], tmp_path, "Tout.pdf") == ["Tout.pdf"]
    octets = (tmp_path / "Tout.pdf").read_bytes()
    pages = lire_pdf(octets)
    assert [page.rsplit("page ", 1)[1] for page in pages] == ["1/2", "2/2", "1/1"]
    outline = pypdf.PdfReader(BytesIO(octets)).outline
    assert [mark.title for mark in outline] == [  # type: ignore[union-attr]
        "Proposition de logement n°\u00a02026-031",
        "Relance n°\u00a02026-031",
    ]


def test_nothing_to_write_writes_nothing(tmp_path: Path) -> None:
    assert ecrire([], tmp_path / "a", "Tout.pdf") == []
    assert ecrire([], tmp_path / "b") == []


@pytest.mark.parametrize("recueil", ["", "Tout.pdf"])
def test_a_letter_that_cannot_be_set_stops_them_all(
    recueil: str, lettre: LettreProposition, tmp_path: Path
) -> None:
    bad = changer(lettre, "logement", programme="Le 😀")
    with pytest.raises(CaractereSansGlypheError, match="Le 😀"):
        ecrire([relance(lettre), relance(bad)], tmp_path, recueil)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_told(lettre: LettreProposition, tmp_path: Path) -> None:
    (tmp_path / "fichier").write_text("", "utf-8")
    with pytest.raises(EcritureError, match="courriers"):
        ecrire([relance(lettre)], tmp_path / "fichier")


def test_the_officer_s_paragraphs_items_and_blanks_are_set(
    lettre: LettreProposition, lire_pdf: Callable[[bytes], list[str]]
) -> None:
    made = relance(lettre, "Un <b>gras</b> & {réservataire}.\n\n– premier\n– second\n\nFin.")
    (page,) = lire_pdf(lettre_en_octets(made))
    assert "Un <b>gras</b> & État. – premier – second Fin." in page


def test_a_long_letter_leaves_no_line_alone(
    lettre: LettreProposition, lire_pdf: Callable[[bytes], list[str]]
) -> None:
    sentence = "Cette phrase est assez longue pour tenir sur plusieurs lignes de la page. " * 5
    for count in range(9, 16):
        made = relance(lettre, "\n".join([sentence] * count))
        pages = pypdf.PdfReader(BytesIO(lettre_en_octets(made))).pages
        assert len(pages) >= 1
        for page in pages[1:]:
            lines = [line for line in page.extract_text().splitlines() if "phrase" in line]
            assert len(lines) != 1


def test_a_body_of_one_endless_paragraph_runs_over_pages(
    lettre: LettreProposition, lire_pdf: Callable[[bytes], list[str]]
) -> None:
    pages = lire_pdf(lettre_en_octets(relance(lettre, "mot " * 2500)))
    assert sum(page.count("mot") for page in pages) == 2500
    assert len(pages) == 3


def test_an_endless_word_stays_on_the_page(
    lettre: LettreProposition, lire_pdf: Callable[[bytes], list[str]]
) -> None:
    (page,) = lire_pdf(lettre_en_octets(relance(lettre, "A" * 300 + "\nFin.")))
    assert page.replace(" ", "").count("A" * 300) == 1


def test_a_page_for_a_mayor_repeats_the_head_of_its_table(
    lettre: LettreProposition, lire_pdf: Callable[[bytes], list[str]], logo: bytes
) -> None:
    rows = tuple((f"Réservataire {n}", str(n)) for n in range(90))
    table = Tableau("Les comptes", ("Nom", "Retard"), rows, (3, 1), frozenset({1}))
    with_logo = changer(lettre, "bailleur", logo=logo)
    page = replace(
        relance(with_logo),
        genre=G.POURQUOI,
        destinataire=None,
        references=(),
        corps=(Paragraphe("Avant."), table, replace(table, lignes=rows[:3])),
    )
    pages = lire_pdf(lettre_en_octets(page))
    assert "Relance" in pages[0]
    assert all("Nom Retard" in one for one in pages)
    assert sum(one.count("Réservataire") for one in pages) == 93
    assert "Réservataire" in lire_pdf(lettre_en_octets(replace(page, bailleur=lettre.bailleur)))[0]


def test_a_slip_for_many_candidates_takes_the_pages_it_needs(
    lettre: LettreProposition, lire_pdf: Callable[[bytes], list[str]]
) -> None:
    pages = lire_pdf(lettre_en_octets(composer(changer(lettre, "orientation", candidats=25))))
    assert "Signature et cachet" in pages[-1]
    assert len(pages) >= 3
