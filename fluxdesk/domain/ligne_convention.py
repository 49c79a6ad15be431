"""One line of a table of conventions: a rate and, where its cells say so, the clauses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from fluxdesk.domain.cibles import lire_cibles
from fluxdesk.domain.convention import ModeGestion, ModeOffre
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.flux.parties import EvenementDecompte, ModeRefus
from fluxdesk.domain.reservataire import LIBELLES_CATEGORIE, Categorie
from fluxdesk.domain.taux import lire_taux
from fluxdesk.domain.territoire import lire_zone
from fluxdesk.domain.typographie import plie

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from fluxdesk.domain.cellules import Cellules
    from fluxdesk.domain.flux.parties import Cible, Zone

Valeur = TypeVar("Valeur")
Mot = TypeVar("Mot", bound=StrEnum)

DELAI_MAX = 366
MODES_OFFRE: dict[ModeOffre, str] = {ModeOffre.ORDRE: "ordre", ModeOffre.TOUS: "tous"}
_ENTIER = re.compile(r"([+-]?)(\d{1,6})(?:[.,]0+)?", re.ASCII)
_CLAUSES = (
    "assiette",
    "territoire",
    "report",
    "plafond_report",
    "etalement",
    "refus",
    "carence",
    "mode_offre",
    "cibles",
    "mode_gestion",
    "delai_jours",
    "evenement_decompte",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LigneConvention:
    """What one line says; None is an empty cell, which says nothing.

    A line with a ``parent`` is a sous-contingent of that réservataire.
    """

    nom: str
    parent: str
    taux: int
    debut: date | None
    fin: date | None
    categorie: Categorie | None
    assiette: Zone | None
    territoire: Zone | None
    report: int | None
    plafond_report: int | None
    etalement: int | None
    refus: ModeRefus | None
    carence: ModeRefus | None
    mode_offre: ModeOffre | None
    cibles: tuple[Cible, ...] | None
    mode_gestion: ModeGestion | None
    delai_jours: int | None
    evenement_decompte: EvenementDecompte | None

    def clauses(self) -> dict[str, object]:
        """The clauses this line gives, by field of Convention."""
        given = {name: getattr(self, name) for name in _CLAUSES}
        return {name: value for name, value in given.items() if value is not None}


def lire_ligne(
    cellules: Cellules, situer: Callable[[Zone], tuple[Zone, tuple[str, ...]]]
) -> LigneConvention:
    """The line, read.

    ``situer`` gives a zone in the codes of today, and the codes that are unknown.

    Raises:
        LigneRefuseeError: the first cell that cannot be understood.
    """
    nom = cellules.texte("reservataire")
    if not nom:
        cellules.refuser("reservataire", "Le nom du réservataire manque.")
    if not cellules.texte("taux"):
        cellules.refuser("taux", "Le taux manque.")
    debut, fin = cellules.jour("debut"), cellules.jour("fin")
    if debut and fin and fin < debut:
        cellules.refuser("fin", "précède la date de début.")
    return LigneConvention(
        nom=nom,
        parent=cellules.texte("parent"),
        taux=_lu(cellules, "taux", lire_taux) or 0,
        debut=debut,
        fin=fin,
        categorie=mot(cellules, "categorie", Categorie, LIBELLES_CATEGORIE),
        assiette=_zone(cellules, "assiette", situer),
        territoire=_zone(cellules, "territoire", situer),
        report=_entier(cellules, "report"),
        plafond_report=_borne(cellules, "plafond_report", 0, 100_000),
        etalement=_borne(cellules, "etalement", 0, 100_000),
        refus=mot(cellules, "refus", ModeRefus),
        carence=mot(cellules, "carence", ModeRefus),
        mode_offre=mot(cellules, "mode_offre", ModeOffre, MODES_OFFRE),
        cibles=_lu(cellules, "cibles", lire_cibles),
        mode_gestion=mot(cellules, "mode_gestion", ModeGestion),
        delai_jours=_borne(cellules, "delai_jours", 1, DELAI_MAX),
        evenement_decompte=mot(cellules, "evenement_decompte", EvenementDecompte),
    )


def mot(
    cellules: Cellules, colonne: str, mots: type[Mot], libelles: Mapping[Mot, str] | None = None
) -> Mot | None:
    """The word of a closed list, case and accents folded; None for an empty cell."""
    text = _plier(cellules.texte(colonne))
    if not text:
        return None
    spelled = {_plier(word.value): word for word in mots}
    spelled |= {_plier(label): word for word, label in (libelles or {}).items()}
    if text not in spelled:
        known = ", ".join(f"« {word.value} »" for word in mots)
        cellules.refuser(colonne, f"n’est pas dans la liste : {known}.")
    return spelled[text]


def _plier(texte: str) -> str:
    return plie(texte).replace("_", " ")


def _lu(cellules: Cellules, colonne: str, lire: Callable[[str], Valeur], /) -> Valeur | None:
    text = cellules.texte(colonne)
    if not text:
        return None
    try:
        return lire(text)
    except FluxDeskError as error:
        cellules.refuser_pour(colonne, error)


def _zone(
    cellules: Cellules, colonne: str, situer: Callable[[Zone], tuple[Zone, tuple[str, ...]]]
) -> Zone | None:
    zone = _lu(cellules, colonne, lire_zone)
    if zone is None:
        return None
    today, unknown = situer(zone)
    if unknown:
        named = ", ".join(unknown)
        cellules.refuser(colonne, f"nomme des codes inconnus du référentiel : {named}.")
    return today


def _entier(cellules: Cellules, colonne: str) -> int | None:
    text = cellules.texte(colonne)
    found = _ENTIER.fullmatch(text.replace("−", "-"))
    if found:
        return int(found[1] + found[2])
    if text:
        cellules.refuser(colonne, "n’est pas un nombre entier.")
    return None


def _borne(cellules: Cellules, colonne: str, mini: int, maxi: int) -> int | None:
    value = _entier(cellules, colonne)
    if value is not None and not mini <= value <= maxi:
        cellules.refuser(colonne, f"doit être compris entre {mini} et {maxi}.")
    return value
