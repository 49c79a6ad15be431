"""The head of the letter: who writes, and the address behind the window of the envelope."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader

from fluxdesk.adapters.pdf.document import HAUTEUR, MARGE, UTILE, poser_texte
from fluxdesk.adapters.pdf.lettre_valeurs import contingent, jour_en_lettres
from fluxdesk.adapters.pdf.style import DEMI, DOUX, GRAS, NORMAL, para, style
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.logement import NON_RENSEIGNE

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Flowable

    from fluxdesk.domain.bailleur import Bailleur
    from fluxdesk.services.ports import LettreProposition

# Where both DL windows (35 and 45 mm high, NF Z 11-001) show the sheet, wherever it slid.
_ADRESSE_X, _ADRESSE_HAUT = 105 * mm, 55 * mm
_ADRESSE_LARGEUR, _ADRESSE_HAUTEUR = 85 * mm, 24 * mm
_TAILLES_ADRESSE = (9.5, 8.5, 7.5, 6.5, 5.5)

_HAUT = 13 * mm
_REFERENCES_HAUT = 52 * mm
_REFERENCES_LARGEUR = 74 * mm
_SOUS_FENETRE = 91 * mm
_LOGO_LARGEUR, _LOGO_HAUTEUR = 42 * mm, 24 * mm


class LogoIllisibleError(FluxDeskError):
    """The logo in the base is not an image that can be printed."""

    def __init__(self) -> None:
        super().__init__(
            "Le logo du bailleur n’est pas une image PNG ou JPEG lisible : la lettre n’a pas été"
            " éditée. Choisissez un autre logo dans l’identité du bailleur, ou retirez-le."
        )


def lire_logo(octets: bytes) -> ImageReader:
    """The logo, decoded.

    Raises:
        LogoIllisibleError: neither PNG nor JPEG, damaged, or absurdly large.
    """
    if not octets.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")):
        raise LogoIllisibleError
    try:
        image = ImageReader(BytesIO(octets))
        image.getRGBData()
    except Exception as error:  # the decoders raise anything on a damaged file
        raise LogoIllisibleError from error
    return image


@dataclass(frozen=True, slots=True, kw_only=True)
class Entete:
    """Everything that stands above the body, made before any page is drawn."""

    logo: ImageReader | None
    identite: list[Flowable]
    adresse: list[Flowable]
    references: list[Flowable]

    @property
    def hauteur(self) -> float:
        """Height to keep free on page one: below the window, and below the references."""
        references = _hauteur(self.references, _REFERENCES_LARGEUR)
        return float(max(_SOUS_FENETRE, _REFERENCES_HAUT + references + 4 * mm))

    def dessiner(self, canvas: Canvas) -> None:
        """Landlord on top, address at the right, references at its left."""
        x = MARGE + (_dessiner_logo(canvas, self.logo) + 6 * mm if self.logo else 0)
        poser_texte(canvas, self.identite, x, HAUTEUR - _HAUT, UTILE + MARGE - x)
        top = HAUTEUR - _ADRESSE_HAUT
        poser_texte(canvas, self.adresse, _ADRESSE_X, top, _ADRESSE_LARGEUR)
        top = HAUTEUR - _REFERENCES_HAUT
        poser_texte(canvas, self.references, MARGE, top, _REFERENCES_LARGEUR)


def entete(lettre: LettreProposition) -> Entete:
    """The head of this letter.

    Raises:
        LogoIllisibleError: the logo is not an image.
    """
    logo = lettre.bailleur.logo
    return Entete(
        logo=lire_logo(logo) if logo else None,
        identite=_identite(lettre.bailleur),
        adresse=_adresse(lettre),
        references=_references(lettre),
    )


def _dessiner_logo(canvas: Canvas, image: ImageReader) -> float:
    width, height = image.getSize()
    scale = min(_LOGO_LARGEUR / width, _LOGO_HAUTEUR / height)
    bottom = HAUTEUR - _HAUT - height * scale
    canvas.drawImage(image, MARGE, bottom, width * scale, height * scale, mask="auto")
    return float(width * scale)


def _identite(bailleur: Bailleur) -> list[Flowable]:
    """Name, address and ways to answer; what is not recorded leaves no line."""
    soft = style(8.4, couleur=DOUX)
    contact = ("Tél.\u00a0" + bailleur.telephone) if bailleur.telephone else ""
    texts = (
        ", ".join(bailleur.adresse),
        bailleur.service,
        " – ".join(part for part in (contact, bailleur.courriel) if part),
        f"SIRET\u00a0{bailleur.siret}" if bailleur.siret else "",
    )
    name = para(bailleur.raison_sociale, style(13, GRAS, apres=2))
    return [name, *(para(text, soft) for text in texts if text)]


def _adresse(lettre: LettreProposition) -> list[Flowable]:
    """The postal address, in the largest size that the window shows whole."""
    who = lettre.reservataire
    lines = [line for line in (who.service, _attention(who.contact), *who.adresse) if line]
    blocks = [_bloc(who.nom, lines, size) for size in _TAILLES_ADRESSE]
    fits = (b for b in blocks if _hauteur(b, _ADRESSE_LARGEUR) <= _ADRESSE_HAUTEUR)
    return next(fits, blocks[-1])


def _bloc(nom: str, lignes: list[str], taille: float) -> list[Flowable]:
    bold, plain = (style(taille, police, interligne=1.15) for police in (DEMI, NORMAL))
    return [para(nom, bold), *(para(ligne, plain) for ligne in lignes)]


def _attention(contact: str) -> str:
    return f"À l’attention de {contact}" if contact else ""


def _references(lettre: LettreProposition) -> list[Flowable]:
    bold, soft = style(9.5, DEMI, apres=2), style(8.4, couleur=DOUX)
    texts = [
        f"Convention\u00a0: {reference_convention(lettre)}",
        f"Contingent\u00a0: {contingent(lettre)}",
    ]
    number = para(f"Offre n°\u00a0{lettre.orientation.numero}", bold)
    return [number, *(para(text, soft) for text in texts)]


def reference_convention(lettre: LettreProposition) -> str:
    """Reference and date of signature of the convention, as far as they are known."""
    convention = lettre.convention
    signed = f"signée le {jour_en_lettres(convention.signature)}" if convention.signature else ""
    return ", ".join(part for part in (convention.reference, signed) if part) or NON_RENSEIGNE


def _hauteur(textes: list[Flowable], largeur: float) -> float:
    return float(sum(texte.wrap(largeur, HAUTEUR)[1] for texte in textes))
