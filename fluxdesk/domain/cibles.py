"""Qualitative targets of a convention, as one cell of a table holds them."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.flux.parties import Axe, Cible
from fluxdesk.domain.logement import modalite_qpv
from fluxdesk.domain.taux import ecrire_taux, lire_taux
from fluxdesk.domain.typographie import plie

if TYPE_CHECKING:
    from collections.abc import Callable

_QPV = {word: modalite_qpv(qpv) for word, qpv in (("oui", True), ("non", False))}
_AXES = {plie(axe.value): axe for axe in Axe}


class CiblesIllisiblesError(FluxDeskError):
    """Not ``axe=modalité:taux,…|axe=…``."""

    def __init__(self, texte: str) -> None:
        super().__init__(
            f"Les cibles « {texte} » ne sont pas comprises. Écrivez par exemple "
            "« financement=PLAI:40,PLUS:60|qpv=oui:30 »."
        )


def lire_cibles(texte: str, part: Callable[[str], int] = lire_taux) -> tuple[Cible, ...]:
    """The targets written ``financement=PLAI:40,PLUS:60|qpv=oui:30``; none for an empty text.

    ``part`` reads a share as 1/10 000.

    Raises:
        CiblesIllisiblesError: an axis that is not one, or a modality that is missing or named
            twice.
        TauxIllisibleError, TauxAmbiguError: a share that is no percentage.
    """
    found: list[Cible] = []
    for group in texte.split("|") if texte.strip() else ():
        name, equals, modalities = group.partition("=")
        axe = _AXES.get(plie(name))
        if axe is None or not equals:
            raise CiblesIllisiblesError(texte)
        found += [_cible(axe, piece, texte, part) for piece in _parts(modalities)]
    if len({(c.axe, plie(c.modalite)) for c in found}) != len(found):
        raise CiblesIllisiblesError(texte)
    return tuple(found)


def ecrire_cibles(cibles: tuple[Cible, ...]) -> str:
    """The text that ``lire_cibles`` reads back; targets of one axis must follow one another."""
    return "|".join(
        f"{axe.value}=" + ",".join(_ecrire(cible) for cible in group)
        for axe, group in groupby(cibles, key=lambda cible: cible.axe)
    )


def _parts(texte: str) -> list[str]:
    """Split at each comma, but at none that is the decimal comma of a share."""
    parts: list[str] = []
    for piece in texte.split(","):
        if parts and ":" not in piece:
            parts[-1] += f",{piece}"
        else:
            parts.append(piece)
    return parts


def _cible(axe: Axe, piece: str, texte: str, part: Callable[[str], int]) -> Cible:
    name, _, share = piece.rpartition(":")
    modalite = " ".join(name.split())
    if not modalite:
        raise CiblesIllisiblesError(texte)
    if axe is Axe.QPV:
        modalite = _QPV.get(plie(modalite), modalite)
        if modalite not in _QPV.values():
            raise CiblesIllisiblesError(texte)
    return Cible(axe, modalite, part(share.strip()))


def _ecrire(cible: Cible) -> str:
    words = {value: word for word, value in _QPV.items()} if cible.axe is Axe.QPV else {}
    return f"{words.get(cible.modalite, cible.modalite)}:{ecrire_taux(cible.dix_milliemes)}"
