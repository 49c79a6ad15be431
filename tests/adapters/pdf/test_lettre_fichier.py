"""The file of the letter: same bytes, own fonts, safe logo, no black box."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pypdf
import pytest

from fluxdesk.adapters.disk.sortie import EcritureError
from fluxdesk.adapters.pdf.lettre_entete import LogoIllisibleError
from fluxdesk.adapters.pdf.lettre_pdf import ecrire_lettre
from fluxdesk.adapters.pdf.style import CaractereSansGlypheError
from tests.adapters.pdf.exemples import changer, composer, lettre_en_octets

if TYPE_CHECKING:
    from pathlib import Path

    from fluxdesk.services.faits_offre import LettreProposition


def test_the_same_letter_gives_the_same_bytes(lettre: LettreProposition) -> None:
    assert lettre_en_octets(lettre) == lettre_en_octets(lettre)


def test_the_metadata_name_the_offer_the_landlord_and_the_language(
    lettre: LettreProposition,
) -> None:
    reader = pypdf.PdfReader(BytesIO(lettre_en_octets(lettre)))
    assert reader.metadata is not None
    assert reader.metadata.title == "Proposition de logement n°\u00a02026-031"
    assert reader.metadata.author == "Habitat Balagne"
    assert str(reader.root_object["/Lang"]) == "fr-FR"


def test_every_font_is_embedded(lettre: LettreProposition) -> None:
    for page in pypdf.PdfReader(BytesIO(lettre_en_octets(lettre))).pages:
        embedded, loose = page._get_fonts()
        assert len(embedded) == 3
        assert not loose


@pytest.mark.parametrize(
    ("partie", "valeurs"),
    [
        ("bailleur", {"telephone": "04 ☎️95"}),
        ("bailleur", {"raison_sociale": "Habitat 😀"}),
        ("reservataire", {"contact": "M. 漢"}),
        ("convention", {"reference": "2B-ع"}),
        ("logement", {"programme": "Le 😀"}),
    ],
)
def test_a_sign_without_glyph_anywhere_is_named_in_a_sentence(
    partie: str, valeurs: dict[str, object], lettre: LettreProposition
) -> None:
    with pytest.raises(CaractereSansGlypheError, match=r"^Le caractère «.* n’a pas été édité\. "):
        lettre_en_octets(changer(lettre, partie, **valeurs))


def test_the_logo_is_printed(lettre: LettreProposition, logo: bytes) -> None:
    octets = lettre_en_octets(changer(lettre, "bailleur", logo=logo))
    pages = pypdf.PdfReader(BytesIO(octets)).pages
    assert len(pages[0].images) == 1


@pytest.mark.parametrize(
    "octets", [b"GIF89a", b"<svg/>", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"x" * 5000]
)
def test_a_file_that_is_no_image_stops_the_letter(octets: bytes, lettre: LettreProposition) -> None:
    with pytest.raises(LogoIllisibleError, match="Le logo du bailleur"):
        lettre_en_octets(changer(lettre, "bailleur", logo=octets))


def test_a_truncated_logo_stops_the_letter(lettre: LettreProposition, logo: bytes) -> None:
    with pytest.raises(LogoIllisibleError):
        lettre_en_octets(changer(lettre, "bailleur", logo=logo[: len(logo) // 2]))


def test_the_letter_is_written_where_it_is_asked_for(
    lettre: LettreProposition, tmp_path: Path
) -> None:
    ecrire_lettre(composer(lettre), tmp_path / "lettre.pdf")
    assert (tmp_path / "lettre.pdf").read_bytes() == lettre_en_octets(lettre)
    with pytest.raises(EcritureError):
        ecrire_lettre(composer(lettre), tmp_path / "absent" / "lettre.pdf")
