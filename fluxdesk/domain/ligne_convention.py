"""One line of a table of conventions: a rate and, where its cells say so, the clauses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxdesk.domain.cellules_lues import borne, entier, lu, mot
from fluxdesk.domain.cibles import lire_cibles
from fluxdesk.domain.convention import ModeGestion, ModeOffre
from fluxdesk.domain.flux.parties import EvenementDecompte, ModeRefus
from fluxdesk.domain.ligne_clauses import lire_clauses
from fluxdesk.domain.reservataire import LIBELLES_CATEGORIE, Categorie
from fluxdesk.domain.taux import lire_taux
from fluxdesk.domain.territoire import lire_zone

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from fluxdesk.domain.cellules import Cellules
    from fluxdesk.domain.flux.parties import Cible, Zone

DELAI_MAX = 366
MODES_OFFRE: dict[ModeOffre, str] = {ModeOffre.ORDRE: "ordre", ModeOffre.TOUS: "tous"}
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
    autres: tuple[tuple[str, object], ...] = ()

    def clauses(self) -> dict[str, object]:
        """The clauses this line gives, by column; ``autres`` are those of ``ligne_clauses``."""
        given = {name: getattr(self, name) for name in _CLAUSES}
        said = {name: value for name, value in given.items() if value is not None}
        return said | dict(self.autres)


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
        taux=lu(cellules, "taux", lire_taux) or 0,
        debut=debut,
        fin=fin,
        categorie=mot(cellules, "categorie", Categorie, LIBELLES_CATEGORIE),
        assiette=_zone(cellules, "assiette", situer),
        territoire=_zone(cellules, "territoire", situer),
        report=entier(cellules, "report"),
        plafond_report=borne(cellules, "plafond_report", 0, 100_000),
        etalement=borne(cellules, "etalement", 0, 100_000),
        refus=mot(cellules, "refus", ModeRefus),
        carence=mot(cellules, "carence", ModeRefus),
        mode_offre=mot(cellules, "mode_offre", ModeOffre, MODES_OFFRE),
        cibles=lu(cellules, "cibles", lire_cibles),
        mode_gestion=mot(cellules, "mode_gestion", ModeGestion),
        delai_jours=borne(cellules, "delai_jours", 1, DELAI_MAX),
        evenement_decompte=mot(cellules, "evenement_decompte", EvenementDecompte),
        autres=lire_clauses(cellules),
    )


def _zone(
    cellules: Cellules, colonne: str, situer: Callable[[Zone], tuple[Zone, tuple[str, ...]]]
) -> Zone | None:
    zone = lu(cellules, colonne, lire_zone)
    if zone is None:
        return None
    today, unknown = situer(zone)
    if unknown:
        named = ", ".join(unknown)
        cellules.refuser(colonne, f"nomme des codes inconnus du référentiel : {named}.")
    return today
