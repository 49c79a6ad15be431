"""A letter on the screen: its words on a sheet, as near to the paper as a text can be."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTextBrowser

from fluxdesk.domain.lettre import Blanc, Encadre, Fiche, Paragraphe
from fluxdesk.domain.logement import NON_RENSEIGNE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from fluxdesk.domain.lettre import Element, Lettre

# Paper is white whatever the theme of the screen; the colours are those of the PDF.
_FEUILLE = "QTextBrowser { background: #ffffff; color: #1c2430; padding: 18px; }"
_ACCENT, _DOUX, _FOND = "#1d4f91", "#5d6878", "#f4f6f9"


class ApercuLettre(QTextBrowser):
    """Shows one letter; nothing in its texts is read as markup."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Aperçu de la lettre")
        self.setStyleSheet(_FEUILLE)
        self.setOpenLinks(False)

    def montrer(self, lettre: Lettre) -> None:
        """Show a letter from its top."""
        self.setHtml(_page(lettre))


def _page(lettre: Lettre) -> str:
    landlord = lettre.bailleur
    soft = "<br>".join(escape(line) for line in (*landlord.adresse, landlord.service) if line)
    head = f"<p><b>{escape(landlord.raison_sociale)}</b><br><font color='{_DOUX}'>{soft}</font></p>"
    body = "".join(_element(element) for element in lettre.corps)
    if lettre.destinataire is None:
        title = lettre.objet[:1].upper() + lettre.objet[1:]
        return f"{head}<h2><font color='{_ACCENT}'>{escape(title)}</font></h2>{body}"
    to = lettre.destinataire
    lines = "<br>".join(escape(line) for line in (to.service, to.contact, *to.adresse) if line)
    left = "<br>".join(escape(line) for line in lettre.references)
    address = (
        f"<table width='100%' cellspacing='6'><tr>"
        f"<td width='50%'><font color='{_DOUX}'>{left}</font></td>"
        f"<td><b>{escape(to.nom)}</b><br>{lines}<br><br>{escape(lettre.lieu_et_date)}</td></tr>"
        "</table>"
    )
    signs = (landlord.qualite_signataire, landlord.signataire)
    signed = "<br>".join(escape(line) for line in signs if line)
    signature = f"<p align='right'>{signed or escape(f'Pour {landlord.raison_sociale}')}</p>"
    return f"{head}{address}<p><b>Objet : {escape(lettre.objet)}</b></p>{body}{signature}"


def _element(element: Element) -> str:
    match element:
        case Blanc():
            return "<br>"
        case Paragraphe(texte, puce):
            mark = "–&nbsp;" if puce else ""
            return f"<p style='margin: 3px 0 3px {14 if puce else 0}px'>{mark}{escape(texte)}</p>"
        case Encadre(titre, detail):
            said = f"<b><font color='{_ACCENT}'>{escape(titre)}</font></b><br>{escape(detail)}"
            box = f"<table width='100%' cellpadding='6' bgcolor='{_FOND}'>"
            return f"{box}<tr><td>{said}</td></tr></table>"
        case Fiche():
            rows = [(name, value or NON_RENSEIGNE) for name, value in element.lignes]
            return _tableau(element.titre, rows)
        case _:
            return _tableau(element.titre, [element.entetes, *element.lignes])


def _tableau(titre: str, lignes: Sequence[tuple[str, ...]]) -> str:
    head = f"<p><b><font color='{_ACCENT}'>{escape(titre)}</font></b></p>" if titre else ""
    cells = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in lignes
    )
    return f"{head}<table width='100%' cellpadding='2'>{cells}</table>"
