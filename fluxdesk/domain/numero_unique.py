"""The national number of a request for social housing (formats.md §2.1)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from fluxdesk.domain.erreurs import FluxDeskError

LONGUEUR = 18
_SCIENTIFIQUE = re.compile(r"\d(?:[.,]\d+)?E\+?\d{1,3}", re.ASCII)
_SECURITE_SOCIALE = re.compile(r"[12]\d{2}(?:0[1-9]|1[0-2]|[2-9]\d)(?:\d{2}|2[AB])\d{6}(?:\d{2})?")
_FORME = re.compile(r"[0-9A-Z]{3}(\d{2})(\d{2})\d{6}[0-9A-Z]{5}", re.ASCII)
_MOIS = range(1, 13)
_PREMIERE = 1998  # requests are registered at national scale since the law of 29 July 1998
_TRONQUE = re.compile(r"\d{15}000", re.ASCII)


class NumeroPerduError(FluxDeskError):
    """A spreadsheet took the number for a quantity: digits are lost for good."""

    def __init__(self) -> None:
        super().__init__(
            "Un tableur a transformé ce numéro unique en nombre (écriture comme 6,91E+17) et en a "
            "perdu les derniers chiffres : il est irrécupérable. Reprenez le fichier d’origine, "
            "mettez la colonne au format Texte avant de l’ouvrir, ou ressaisissez le numéro."
        )


class NumeroSecuriteSocialeError(FluxDeskError):
    """The cell looks like a NIR, which FluxDesk does not take."""

    def __init__(self) -> None:
        super().__init__(
            "Cette cellule ressemble à un numéro de sécurité sociale, que FluxDesk ne garde "
            "jamais. Écrivez le numéro unique de la demande (18 caractères)."
        )


class NumeroUniqueError(FluxDeskError):
    """Not eighteen letters and digits."""

    def __init__(self, longueur: int) -> None:
        super().__init__(
            f"Un numéro unique a {LONGUEUR} chiffres ou lettres, sans les espaces ; celui-ci en a "
            f"{longueur}. Corrigez-le d’après l’attestation d’enregistrement."
        )


@dataclass(frozen=True, slots=True)
class NumeroUnique:
    """The number in capitals without spaces, and what makes it doubtful, in words."""

    valeur: str
    doutes: tuple[str, ...] = ()


def lire_numero_unique(texte: str, annee: int) -> NumeroUnique:
    """The number written there; ``annee`` is today's year. No control key is known.

    The shape is territory (3), month and year (4), sequence (6), desk (5): what differs from it is
    doubted, not refused, since older forms survive.

    Raises:
        NumeroPerduError, NumeroSecuriteSocialeError, NumeroUniqueError: it cannot be one.
    """
    bare = "".join(texte.split()).upper()
    if _SCIENTIFIQUE.fullmatch(bare):
        raise NumeroPerduError
    if _SECURITE_SOCIALE.fullmatch(bare):
        raise NumeroSecuriteSocialeError
    if len(bare) != LONGUEUR or not (bare.isascii() and bare.isalnum()):
        raise NumeroUniqueError(len(bare))
    return NumeroUnique(bare, tuple(_doutes(bare, annee)))


def _doutes(numero: str, annee: int) -> list[str]:
    found = _FORME.fullmatch(numero)
    if found is None:
        return ["n’a pas la forme habituelle d’un numéro unique."]
    month, year = int(found[1]), 2000 + int(found[2])
    year -= 100 * (year > annee)
    doubts = []
    if month not in _MOIS or year < _PREMIERE:
        doubts.append("porte un mois et une année qui ne sont pas plausibles (MMAA).")
    if _TRONQUE.fullmatch(numero):
        doubts.append(
            "finit par 000 : un tableur qui l’a pris pour un nombre aurait effacé ces chiffres."
        )
    return doubts
