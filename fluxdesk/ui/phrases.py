"""Small turns of phrase of the screens."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from fluxdesk.domain.dates import MOIS
from fluxdesk.domain.flux.nombres import MOINS
from fluxdesk.domain.flux.parties import BAILLEUR
from fluxdesk.domain.flux.phrases import a
from fluxdesk.domain.typographie import typographier

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QPlainTextEdit

PLURIEL = 2
MEGA = 1_000_000
COURT = 4  # letters: a month that short is written whole
_ABREGES = {
    "février": "fév",
    "avril": "avr",
    "octobre": "oct",
    "novembre": "nov",
    "décembre": "déc",
}


def proposer_a(cle: str, nom: str) -> str:
    """What the button that makes an offer says."""
    return "Garder pour le bailleur" if cle == BAILLEUR else typographier(f"Proposer {a(nom)}")


def phrases_du_moteur(texte: str, nom: str) -> str:
    """The sentences of the engine as rich text, without the name that stands above them."""
    first, *others = texte.split("\n")
    said = first.removeprefix("Proposition\u00a0: ").removeprefix(nom)
    return paragraphe("\n".join((said.lstrip(". "), *others)))


def paragraphe(texte: str) -> str:
    """Lines set apart enough to be read, as rich text."""
    lines = (escape(line) for line in typographier(texte).split("\n"))
    return f'<p style="line-height: 135%">{"<br>".join(lines)}</p>'


def jour_court(jour: date) -> str:
    """``3 fév. 2026``: the form of a time line."""
    month = MOIS[jour.month - 1]
    short = month if len(month) <= COURT else f"{_ABREGES.get(month, month[:4])}."
    return f"{jour.day} {short} {jour.year}"


def milliers(nombre: int) -> str:
    """``1 234`` with a narrow no-break space, ``−3`` with a true minus."""
    grouped = f"{abs(nombre):,}".replace(",", "\u202f")
    return f"{MOINS}{grouped}" if nombre < 0 else grouped


def compte(nombre: int, singulier: str, pluriel: str = "") -> str:
    """``1 logement``, ``1 234 logements``; French plural starts at two."""
    word = singulier if abs(nombre) < PLURIEL else pluriel or f"{singulier}s"
    return f"{milliers(nombre)}\u00a0{word}"


def jours(nombre: int) -> str:
    """``1 jour``, ``28 jours``."""
    return compte(nombre, "jour")


def retard_de(echeance: date, jour: date) -> str:
    """« En retard de 2 jours », « Aujourd’hui », « Dans 3 jours »."""
    left = (echeance - jour).days
    if left < 0:
        return f"En retard de {jours(-left)}"
    return "Aujourd’hui" if left == 0 else f"Dans {jours(left)}"


def retard_court(echeance: date, jour: date) -> str:
    """The same for a column: « Retard de 2 j », « Aujourd’hui », « Dans 3 j »."""
    left = (echeance - jour).days
    if left < 0:
        return f"Retard de {-left}\u00a0j"
    return f"Dans {left}\u00a0j" if left else retard_de(echeance, jour)


def octets(nombre: int) -> str:
    """``840 Ko``, ``12,5 Mo``: the weight of a file."""
    if nombre < MEGA:
        return f"{milliers(max(1, round(nombre / 1_000)))}\u00a0Ko"
    whole, tenth = divmod(round(nombre / 100_000), 10)
    return f"{milliers(whole)},{tenth}\u00a0Mo"


def texte_ecrit(champ: QPlainTextEdit) -> str:
    """What is typed, its no-break spaces kept: the plain text of Qt makes spaces of them."""
    return champ.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")
