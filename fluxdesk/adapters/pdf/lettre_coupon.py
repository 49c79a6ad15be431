"""The reply slip: what the réservataire fills in, signs and sends back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.units import mm
from reportlab.platypus import KeepTogether, Spacer, Table

from fluxdesk.adapters.pdf.document import UTILE
from fluxdesk.adapters.pdf.lettre_entete import reference_convention
from fluxdesk.adapters.pdf.lettre_valeurs import (
    contingent,
    jour_de_semaine,
    nombre_candidats,
    resume,
)
from fluxdesk.adapters.pdf.style import BLANC, DEMI, DOUX, GRAS, TEXTE, para, style
from fluxdesk.adapters.pdf.tableaux import POLICE, SANS_MARGE, fiche

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.platypus import Flowable

    from fluxdesk.services.ports import LettreProposition

_LIGNES_CANDIDATS = 3
_LARGEURS = (10 * mm, 52 * mm, 56 * mm, UTILE - 118 * mm)
_ENTETES = ("", "Numéro unique", "Nom", "Composition du ménage")


def coupon(lettre: LettreProposition) -> list[Flowable]:
    """The whole page; the officer's data are printed, the answers are left blank."""
    number = lettre.orientation.numero
    return [
        para("Coupon-réponse", style(17, GRAS, apres=1)),
        para(f"Offre n°\u00a0{number}", style(10.5, DEMI, couleur=DOUX, apres=6)),
        fiche(_rappel(lettre), UTILE, colonnes=1),
        Spacer(0, 6 * mm),
        _case("Nous proposons les candidats suivants, dans cet ordre\u00a0:"),
        Spacer(0, 2 * mm),
        _candidats(max(_LIGNES_CANDIDATS, nombre_candidats(lettre))),
        Spacer(0, 5 * mm),
        _case("Nous n’avons pas de candidat à proposer."),
        Spacer(0, 3 * mm),
        _case("Nous renonçons à ce logement."),
        Spacer(0, 5 * mm),
        KeepTogether([_cadre(("Observations",), 22 * mm), Spacer(0, 4 * mm), _signature()]),
    ]


def _rappel(lettre: LettreProposition) -> list[tuple[str, str]]:
    due = lettre.orientation.echeance
    landlord = lettre.bailleur
    back = (landlord.raison_sociale, landlord.service, *landlord.adresse, landlord.courriel)
    return [
        ("À retourner", f"au plus tard le {jour_de_semaine(due)}" if due else ""),
        ("À l’adresse", ", ".join(part for part in back if part)),
        ("De la part de", contingent(lettre)),
        ("Convention", reference_convention(lettre)),
        ("Logement", resume(lettre)),
    ]


def _case(texte: str) -> Flowable:
    """A box to tick and its words."""
    side = 4 * mm
    row = [[_boite(side), para(texte, style(10, DEMI))]]
    table = Table(row, colWidths=[side + 3 * mm, UTILE - side - 3 * mm], hAlign="LEFT")
    table.setStyle([*SANS_MARGE, ("VALIGN", (0, 0), (-1, -1), "MIDDLE")])
    return table


def _boite(cote: float) -> Flowable:
    box = Table([[""]], colWidths=[cote], rowHeights=[cote], hAlign="LEFT")
    box.setStyle([("BOX", (0, 0), (-1, -1), 0.9, TEXTE), *SANS_MARGE])
    return box


def _candidats(nombre: int) -> Flowable:
    """Rows high enough to write in by hand."""
    head = [para(texte, style(8.4, DEMI, couleur=BLANC)) for texte in _ENTETES]
    rows: list[list[Flowable | str]] = [head]
    rows += [[para(str(rang), style(10, DEMI)), "", "", ""] for rang in range(1, nombre + 1)]
    table = Table(rows, colWidths=_LARGEURS, rowHeights=[None] + [12 * mm] * nombre, repeatRows=1)
    table.setStyle(
        [
            POLICE,
            ("GRID", (0, 0), (-1, -1), 0.6, DOUX),
            ("BACKGROUND", (0, 0), (-1, 0), DOUX),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ]
    )
    return table


def _signature() -> Flowable:
    return _cadre(("Fait le", "Nom et qualité", "Signature et cachet"), 30 * mm)


def _cadre(titres: Sequence[str], hauteur: float) -> Flowable:
    """Frames to write in, side by side, each with its title in the corner."""
    soft = style(8.4, couleur=DOUX)
    width = UTILE / len(titres)
    cells = [[para(titre, soft) for titre in titres]]
    table = Table(cells, colWidths=[width] * len(titres), rowHeights=[hauteur])
    table.setStyle(
        [POLICE, ("GRID", (0, 0), (-1, -1), 0.6, DOUX), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    )
    return table
