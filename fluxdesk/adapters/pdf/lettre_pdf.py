"""Letters on paper, one or a whole day's in one document (ports.RedacteurLettre)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from io import BytesIO
from typing import TYPE_CHECKING

from reportlab.lib.units import mm

from fluxdesk.adapters.disk.sortie import poser
from fluxdesk.adapters.pdf.document import BAS, HAUT, HAUTEUR, LARGEUR, MARGE, PIED, UTILE
from fluxdesk.adapters.pdf.lettre_blocs import Groupe, boite, fiche, tableau
from fluxdesk.adapters.pdf.lettre_coupon import coupon
from fluxdesk.adapters.pdf.lettre_entete import entete
from fluxdesk.adapters.pdf.lettre_texte import Forme, Texte, Toile, decale, texte
from fluxdesk.adapters.pdf.style import ACCENT, DEMI, DOUX, FILET, GRAS, nettoyer, polices
from fluxdesk.domain.lettre import Blanc, Encadre, Fiche, Paragraphe
from fluxdesk.domain.modele_lettre import GenreCourrier

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from fluxdesk.adapters.pdf.lettre_entete import Entete
    from fluxdesk.adapters.pdf.lettre_texte import Bloc
    from fluxdesk.domain.bailleur import Bailleur
    from fluxdesk.domain.lettre import Element, Lettre

_DROITE = 85 * mm  # from the left margin: date and signature stand under the address
_DENSE, _AISE = 9.1, 10.2  # the proposal holds on one page; the others breathe
_PUCE = 12
_AIR = 7  # around the tables of the letters that breathe
_DOUX = Forme(PIED, couleur=DOUX)
_NUMERO = Forme(PIED, couleur=DOUX, droite=True)
_ENSEMBLE = 2  # blocks kept on the page of the signature
Page = list[tuple["Bloc", float]]


def ecrire_lettre(lettre: Lettre, cible: Path) -> None:
    """Write the letter; the same letter gives the same bytes.

    Raises:
        CaractereSansGlypheError: a sign that no shipped font can draw.
        LogoIllisibleError: the logo is not an image.
        EcritureError: the file cannot be written there.
    """
    poser(cible, lettre_en_octets(lettre))


def lettre_en_octets(lettre: Lettre) -> bytes:
    """The PDF itself."""
    made = Recueil(lettre.titre, lettre.bailleur)
    made.ajouter(lettre)
    return made.octets()


class Recueil:
    """Letters one after the other in one document, each with its own « page x/y »."""

    def __init__(self, titre: str, bailleur: Bailleur) -> None:
        polices()
        self._sortie = BytesIO()
        self._canvas = Toile(self._sortie)
        self._canvas.setTitle(nettoyer(titre))
        self._canvas.setAuthor(nettoyer(bailleur.raison_sociale))
        self._canvas.setCreator("FluxDesk")
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        self.lettres = 0
        self.pages = 0

    def ajouter(self, lettre: Lettre) -> int:
        """Set a letter after the others; its number of pages.

        Nothing is drawn before the whole letter was understood.
        """
        made = _mettre_en_pages(lettre)
        self.lettres += 1
        mark = f"lettre-{self.lettres}"
        self._canvas.bookmarkPage(mark)
        self._canvas.addOutlineEntry(nettoyer(lettre.titre), mark)
        for number, page in enumerate(made.pages, start=1):
            _dessiner(self._canvas, made, page, number)
            self._canvas.showPage()
        self.pages += len(made.pages)
        return len(made.pages)

    def octets(self) -> bytes:
        """The document, whole."""
        self._canvas.save()
        return self._sortie.getvalue()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Feuilles:
    """A letter laid out: its head, its pages, its foot."""

    tete: Entete
    suite: Texte
    pied: Texte
    pages: tuple[Page, ...]


def _mettre_en_pages(lettre: Lettre) -> _Feuilles:
    head = entete(lettre)
    pages = _paginer(_contenu(lettre), HAUTEUR - head.hauteur)
    if lettre.coupon:
        pages += _paginer(coupon(lettre.coupon), HAUTEUR - HAUT)
    last = f"{lettre.bailleur.raison_sociale} – {lettre.titre}"
    return _Feuilles(
        tete=head,
        suite=texte(last, _DOUX, UTILE),
        pied=texte(lettre.pied, _DOUX, UTILE - 25 * mm),
        pages=tuple(pages),
    )


def _dessiner(canvas: Toile, feuilles: _Feuilles, page: Page, numero: int) -> None:
    if numero == 1:
        feuilles.tete.dessiner(canvas)
    else:
        feuilles.suite.dessiner(canvas, MARGE, HAUTEUR - 10 * mm)
    for block, top in page:
        block.dessiner(canvas, MARGE, top)
    canvas.setStrokeColor(FILET)
    canvas.setLineWidth(0.5)
    canvas.line(MARGE, 14 * mm, LARGEUR - MARGE, 14 * mm)
    feuilles.pied.dessiner(canvas, MARGE, 13 * mm)
    number = texte(f"page\u00a0{numero}/{len(feuilles.pages)}", _NUMERO, 24 * mm)
    number.dessiner(canvas, LARGEUR - MARGE - 24 * mm, 13 * mm)


def _paginer(blocs: Sequence[Bloc], haut: float) -> list[Page]:
    """Lay the blocks out, the first page from that height down."""
    pages: list[Page] = [[]]
    waiting = list(reversed(blocs))
    y, gap = haut, 0.0
    while waiting:
        block = waiting.pop()
        top = y - (max(gap, block.avant) if pages[-1] else 0)
        if top - block.hauteur >= BAS:
            pages[-1].append((block, top))
            y, gap = top - block.hauteur, block.apres
            continue
        parts = block.couper(top - BAS)
        if parts:
            pages[-1].append((parts[0], top))
            waiting.append(parts[1])
        elif not pages[-1]:  # a whole page cannot hold it
            waiting += _eclater(block, pages[-1], top)
            y, gap = BAS, 0.0
            continue
        else:
            waiting.append(block)
        pages.append([])
        y, gap = HAUTEUR - HAUT, 0.0
    return pages


def _eclater(bloc: Bloc, page: Page, haut: float) -> list[Bloc]:
    """The parts of a group that no page holds; a single block is drawn over the foot instead."""
    if isinstance(bloc, Groupe) and len(bloc.blocs) > 1:
        return list(reversed(bloc.blocs))
    page.append((bloc, haut))
    return []


def _contenu(lettre: Lettre) -> list[Bloc]:
    size = _DENSE if lettre.genre is GenreCourrier.PROPOSITION else _AISE
    if lettre.destinataire is None:
        return [*_titre_de_page(lettre), *_elements(lettre.corps, size)]
    body = list(_elements(lettre.corps, size))
    kept = body[-_ENSEMBLE:]
    return [
        decale(lettre.lieu_et_date, Forme(9.2), _DROITE, UTILE, apres=3),
        texte(f"Objet\u00a0: {lettre.objet}", Forme(size + 0.7, DEMI), UTILE, avant=3, apres=5),
        *body[:-_ENSEMBLE],
        Groupe((*kept, *_signature(lettre.bailleur, size))),
    ]


def _titre_de_page(lettre: Lettre) -> Iterator[Bloc]:
    """A page for everybody has a title instead of an object."""
    title = lettre.objet[:1].upper() + lettre.objet[1:]
    yield texte(title, Forme(16, GRAS, ACCENT), UTILE, apres=2)
    yield texte(lettre.lieu_et_date, Forme(9.2, couleur=DOUX), UTILE, apres=8)


def _elements(corps: Sequence[Element], taille: float) -> Iterator[Bloc]:
    airy = 0 if taille == _DENSE else _AIR
    after, blank = taille / 3 + airy / 2, 0.0
    plain = Forme(taille)
    for element in corps:
        match element:
            case Blanc():
                blank = taille * 0.7
                continue
            case Encadre(titre, detail):
                yield boite(titre, detail)
            case Fiche():
                yield replace(fiche(element), avant=5 if element.titre else airy, apres=airy)
            case Paragraphe(dit, puce=True):
                item = Forme(taille, marge=_PUCE)
                yield texte(f"–\u00a0{dit}", item, UTILE, avant=blank, apres=after / 2)
            case Paragraphe(dit):
                yield texte(dit, plain, UTILE, avant=blank, apres=after)
            case _:
                yield tableau(element)
        blank = 0.0


def _signature(bailleur: Bailleur, taille: float) -> list[Texte]:
    named = [part for part in (bailleur.qualite_signataire, bailleur.signataire) if part]
    lines = named or [f"Pour {bailleur.raison_sociale}"]
    gap = 0 if taille == _DENSE else 14
    first, *others = (decale(line, Forme(9.2), _DROITE, UTILE) for line in lines)
    return [Texte(first.lignes, first.forme, first.largeur, avant=gap), *others]
