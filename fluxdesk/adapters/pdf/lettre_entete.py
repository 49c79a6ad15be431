"""The head of the letter: who writes, and the address behind the window of the envelope."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader

from fluxdesk.adapters.pdf.document import HAUTEUR, MARGE, UTILE
from fluxdesk.adapters.pdf.lettre_texte import Forme, texte
from fluxdesk.adapters.pdf.style import DEMI, DOUX, GRAS, NORMAL
from fluxdesk.domain.erreurs import FluxDeskError

if TYPE_CHECKING:
    from fluxdesk.adapters.pdf.lettre_texte import Texte, Toile
    from fluxdesk.domain.bailleur import Bailleur
    from fluxdesk.domain.lettre import Lettre
    from fluxdesk.domain.reservataire import Reservataire

# Where both DL windows (35 and 45 mm high, NF Z 11-001) show the sheet, wherever it slid.
_ADRESSE_X, _ADRESSE_HAUT = 105 * mm, 55 * mm
_ADRESSE_LARGEUR, _ADRESSE_HAUTEUR = 85 * mm, 24 * mm
_TAILLES_ADRESSE = (9.5, 9, 8.5, 8, 7.5, 7, 6.5, 6)
_TAILLE_MINIMALE = 5.5

_INTERLIGNE = 1.12  # the lines of an address are close: it is read at a glance

_HAUT = 13 * mm
_REFERENCES_HAUT = 52 * mm
_REFERENCES_LARGEUR = 74 * mm
_SOUS_FENETRE = 91 * mm
_LOGO_LARGEUR, _LOGO_HAUTEUR = 42 * mm, 24 * mm
_ECART_LOGO = 6 * mm
_DOUX = Forme(8.4, couleur=DOUX)


class LogoIllisibleError(FluxDeskError):
    """The logo in the base is not an image that can be printed."""

    def __init__(self) -> None:
        super().__init__(
            "Le logo du bailleur n’est pas une image PNG ou JPEG lisible : la lettre n’a pas été"
            " éditée. Choisissez un autre logo dans l’identité du bailleur, ou retirez-le."
        )


@lru_cache(maxsize=2)
def lire_logo(octets: bytes) -> ImageReader:
    """The logo, decoded; that of the letters of a day is decoded once.

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
    identite: tuple[Texte, ...]
    adresse: tuple[Texte, ...]
    references: tuple[Texte, ...]

    @property
    def hauteur(self) -> float:
        """Height to keep free on page one: below the window, and below the references."""
        if not self.adresse:
            logo = _taille(self.logo)[1] if self.logo else 0
            return float(_HAUT + max(logo, _hauteur(self.identite)) + 10 * mm)
        references = _hauteur(self.references)
        return float(max(_SOUS_FENETRE, _REFERENCES_HAUT + references + 4 * mm))

    def dessiner(self, canvas: Toile) -> None:
        """Landlord on top, address at the right, references at its left."""
        x = MARGE
        if self.logo:
            width, height = _taille(self.logo)
            canvas.drawImage(self.logo, x, HAUTEUR - _HAUT - height, width, height, mask="auto")
            x += width + _ECART_LOGO
        _poser(canvas, self.identite, x, HAUTEUR - _HAUT)
        _poser(canvas, self.adresse, _ADRESSE_X, HAUTEUR - _ADRESSE_HAUT)
        _poser(canvas, self.references, MARGE, HAUTEUR - _REFERENCES_HAUT)


def entete(lettre: Lettre) -> Entete:
    """The head of this letter; without a recipient there is no address.

    Raises:
        LogoIllisibleError: the logo is not an image.
    """
    octets = lettre.bailleur.logo
    logo = lire_logo(octets) if octets else None
    room = UTILE - (_taille(logo)[0] + _ECART_LOGO if logo else 0)
    to = lettre.destinataire
    return Entete(
        logo=logo,
        identite=_identite(lettre.bailleur, room),
        adresse=_adresse(to) if to else (),
        references=_references(lettre.references),
    )


def _taille(image: ImageReader) -> tuple[float, float]:
    width, height = image.getSize()
    scale = min(_LOGO_LARGEUR / width, _LOGO_HAUTEUR / height)
    return float(width * scale), float(height * scale)


def _identite(bailleur: Bailleur, largeur: float) -> tuple[Texte, ...]:
    """Name, address and ways to answer; what is not recorded leaves no line."""
    contact = ("Tél.\u00a0" + bailleur.telephone) if bailleur.telephone else ""
    told = (
        ", ".join(bailleur.adresse),
        bailleur.service,
        " – ".join(part for part in (contact, bailleur.courriel) if part),
        f"SIRET\u00a0{bailleur.siret}" if bailleur.siret else "",
    )
    name = texte(bailleur.raison_sociale, Forme(13, GRAS), largeur, apres=2)
    return (name, *(texte(line, _DOUX, largeur) for line in told if line))


def _adresse(destinataire: Reservataire) -> tuple[Texte, ...]:
    """The postal address, in the largest size that the window shows whole."""
    contact = f"À l’attention de {destinataire.contact}" if destinataire.contact else ""
    lines = [line for line in (destinataire.service, contact, *destinataire.adresse) if line]
    for size in _TAILLES_ADRESSE:
        block = _bloc(destinataire.nom, lines, size)
        if _hauteur(block) <= _ADRESSE_HAUTEUR:
            return block
    return _bloc(destinataire.nom, lines, _TAILLE_MINIMALE)


def _bloc(nom: str, lignes: list[str], taille: float) -> tuple[Texte, ...]:
    bold, plain = (Forme(taille, font, interligne=_INTERLIGNE) for font in (DEMI, NORMAL))
    rest = (texte(line, plain, _ADRESSE_LARGEUR) for line in lignes)
    return (texte(nom, bold, _ADRESSE_LARGEUR), *rest)


def _references(lignes: tuple[str, ...]) -> tuple[Texte, ...]:
    if not lignes:
        return ()
    first = texte(lignes[0], Forme(9.5, DEMI), _REFERENCES_LARGEUR, apres=2)
    return (first, *(texte(line, _DOUX, _REFERENCES_LARGEUR) for line in lignes[1:]))


def _hauteur(textes: tuple[Texte, ...]) -> float:
    return sum(one.hauteur + one.apres for one in textes)


def _poser(canvas: Toile, textes: tuple[Texte, ...], x: float, haut: float) -> None:
    for one in textes:
        one.dessiner(canvas, x, haut)
        haut -= one.hauteur + one.apres
