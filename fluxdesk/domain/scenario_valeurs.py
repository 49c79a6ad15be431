"""Cells of the tables of a stream: percentages, whole numbers, words; what they mean exactly."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from fluxdesk.domain.cibles import lire_cibles
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.flux.parties import UN, Axe, ModeRefus
from fluxdesk.domain.logement import modalite_qpv
from fluxdesk.domain.typographie import plie

if TYPE_CHECKING:
    from fluxdesk.domain.flux.parties import Cible

NOMBRE_MAX = 100_000  # dwellings: no landlord's carry-over comes near
_POURCENTAGE = re.compile(r"(\d{1,9})(?:[.,](\d*))?\s*%?", re.ASCII)
_ENTIER = re.compile(r"([+-]?)(\d{1,9})(?:[.,]0*)?", re.ASCII)
_FRACTION = re.compile(r"\d{1,6}(?:[.]\d{1,6}|/[1-9]\d{0,5})?", re.ASCII)
_PLACES = frozenset({Axe.COMMUNE, Axe.EPCI})
_CODE_QPV = re.compile(r"q[pn]\d\w*", re.ASCII)
_VRAI = frozenset({"oui", "o", "1", "vrai", "true", "x"})
_FAUX = frozenset({"non", "n", "0", "faux", "false"})
_OUI = _VRAI | {"qpv", "en qpv"}
_NON = _FAUX | {"2", "hors qpv", "hors", "hqpv"}


class CelluleError(FluxDeskError):
    """A cell that says nothing the engine understands; the text is the sentence."""


def lire_pourcentage(texte: str) -> int:
    """A percentage from 0 to 100 in 1/10 000; ``0,4`` is 0.4 %: this column is in percent.

    Raises:
        CelluleError: no percentage, over 100, or finer than 0.01 %, which would not be exact.
    """
    found = _POURCENTAGE.fullmatch(texte)
    if found is None:
        message = f"« {texte} » n’est pas un pourcentage. Écrivez un nombre de 0 à 100, comme 22,5."
        raise CelluleError(message)
    rate = Fraction(f"{found[1]}.{found[2] or 0}") * 100
    if rate > UN:
        message = f"« {texte} » dépasse 100 %. Écrivez un nombre de 0 à 100, comme 22,5."
        raise CelluleError(message)
    if rate.denominator != 1:
        message = (
            f"« {texte} » a plus de deux décimales : les comptes ne seraient pas exacts."
            " Arrondissez ce taux au centième de pour cent."
        )
        raise CelluleError(message)
    return int(rate)


def lire_report(texte: str) -> int:
    """A carry-over, in whole dwellings, with its sign.

    Raises:
        CelluleError: no whole number, or beyond `NOMBRE_MAX`.
    """
    found = _ENTIER.fullmatch(texte.replace("\u2212", "-"))
    if found is None:
        message = f"« {texte} » n’est pas un nombre entier. Écrivez des logements, comme 8 ou -8."
        raise CelluleError(message)
    number = int(found[1] + found[2])
    if abs(number) > NOMBRE_MAX:
        message = f"« {texte} » dépasse {NOMBRE_MAX} logements. Corrigez ce nombre."
        raise CelluleError(message)
    return number


def lire_etalement(texte: str) -> int:
    """Over how many dwellings a carry-over is spread; 0 is at once.

    Raises:
        CelluleError: no whole number, negative, or beyond `NOMBRE_MAX`.
    """
    number = lire_report(texte)
    if number < 0:
        message = (
            f"« {texte} » est négatif. Écrivez sur combien de logements le report s’étale,"
            " 0 pour tout de suite."
        )
        raise CelluleError(message)
    return number


def lire_refus(texte: str) -> ModeRefus:
    """What a refusal costs.

    Raises:
        CelluleError: none of the four words.
    """
    words = {mode.value: mode for mode in ModeRefus}
    word = plie(texte).replace(" ", "_").replace("-", "_")
    if word not in words:
        known = ", ".join(words)
        message = f"« {texte} » n’est pas un mode de refus. Écrivez l’un de : {known}."
        raise CelluleError(message)
    return words[word]


def lire_oui_non(texte: str) -> bool:
    """Yes or no, as for a QPV.

    Raises:
        CelluleError: neither.
    """
    word = plie(texte)
    if word not in _VRAI | _FAUX:
        message = f"« {texte} » n’est ni oui ni non. Écrivez l’un des deux, ou laissez vide."
        raise CelluleError(message)
    return word in _VRAI


def lire_objectifs(texte: str) -> tuple[Cible, ...]:
    """The targets of a convention; places are in capitals, as codes are everywhere.

    Raises:
        FluxDeskError: not ``axe=modalité:taux,…|axe=…``, or a share that is no percentage.
    """
    return tuple(
        replace(cible, modalite=code(cible.modalite)) if cible.axe in _PLACES else cible
        for cible in lire_cibles(texte, lire_pourcentage)
    )


def code(texte: str) -> str:
    """A code of a place as it is compared: text, its zeros kept, in capitals."""
    return texte.strip().upper()


def lire_qpv(texte: str) -> str:
    """« QPV » or « hors QPV »; the code of a district says it is in one.

    Raises:
        CelluleError: neither yes nor no.
    """
    word = plie(texte).replace("-", " ")
    if word in _OUI or _CODE_QPV.fullmatch(word):
        return modalite_qpv(qpv=True)
    if word in _NON:
        return modalite_qpv(qpv=False)
    message = f"« {texte} » ne dit pas si le logement est en QPV. Écrivez oui ou non."
    raise CelluleError(message)


def lire_soustrait(texte: str) -> bool:
    """Whether the dwelling is taken out of the flux: any category says so.

    Raises:
        CelluleError: a word that says no, where an empty cell should.
    """
    if plie(texte) in _NON:
        message = (
            f"« {texte} » n’est pas une catégorie. Pour un logement du flux, laissez la cellule"
            " vide."
        )
        raise CelluleError(message)
    return True


def lire_nombre(texte: str) -> Fraction:
    """A number of at most six decimals or a fraction, exactly: ``0,9`` or ``13/14``.

    Raises:
        CelluleError: another word, or a division by zero.
    """
    bare = texte.strip().replace(",", ".")
    if not _FRACTION.fullmatch(bare):
        message = f"« {texte} » n’est pas un nombre. Écrivez-le comme 0,9 ou 13/14."
        raise CelluleError(message)
    return Fraction(bare)


def decimales(dix_milliemes: int) -> str:
    """An amount in 1/10 000 of a dwelling, in dwellings: ``-0.3500``; exact."""
    whole, rest = divmod(abs(dix_milliemes), UN)
    return f"{'-' if dix_milliemes < 0 else ''}{whole}.{rest:04d}"
