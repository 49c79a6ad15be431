"""Import a table of dwellings that will be taken out of the flux, whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxdesk.domain.cellules import Cellules, LigneRefuseeError
from fluxdesk.domain.cellules_lues import mot
from fluxdesk.domain.prevision import Prevision
from fluxdesk.domain.typographie import accorde, typographier
from fluxdesk.domain.vacance import CategorieSoustrait
from fluxdesk.services.colonnes import exiger_colonnes
from fluxdesk.services.prevoir_soustraits import ANNEES, NOMBRE_MAX, prevoir_soustraits

if TYPE_CHECKING:
    from pathlib import Path

    from fluxdesk.domain.rapport import RefusLigne
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.ports import LecteurTableau

COLONNES: tuple[str, ...] = (
    "annee", "categorie", "nombre", "operation", "commune", "qpv", "typologie", "observation",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class PrevisionsLues:
    """What the file brought, or why nothing was kept."""

    fichier: str
    previsions: tuple[Prevision, ...]
    refus: tuple[RefusLigne, ...]

    def phrase(self) -> str:
        """What was done, in words."""
        if self.refus:
            wrong = accorde(len(self.refus), "ligne refusée", "lignes refusées")
            return typographier(f"{self.fichier} : {wrong}, rien n’a été enregistré.")
        made = accorde(len(self.previsions), "prévision enregistrée", "prévisions enregistrées")
        return typographier(f"{self.fichier} : {made}.")


def importer_previsions(
    chemin: Path, *, uow: UnitOfWork, lire: LecteurTableau, annee: int
) -> PrevisionsLues:
    """Record a line for each row of the file, in one act that can be undone.

    Args:
        chemin: a csv or a workbook whose columns are ``COLONNES``.
        uow: a transaction.
        lire: reads it.
        annee: the year of the rows that say none.

    Raises:
        FichierIllisibleError: the file cannot be read, or lacks a column.
    """
    lu = exiger_colonnes(lire(chemin, COLONNES), ("categorie", "nombre"))
    made: list[Prevision] = []
    refused: list[RefusLigne] = []
    for line in lu.lignes:
        try:
            made.append(_lire(Cellules(line.numero, line.champs), annee))
        except LigneRefuseeError as error:
            refused.append(error.refus)
    done = () if refused or not made else prevoir_soustraits(made, uow=uow, motif=lu.nom)
    return PrevisionsLues(fichier=lu.nom, previsions=done, refus=tuple(refused))


def _lire(cellules: Cellules, annee: int) -> Prevision:
    cellules.verifier_decoupage()
    category = mot(cellules, "categorie", CategorieSoustrait)
    if category is None:
        named = ", ".join(c.value for c in CategorieSoustrait)
        cellules.refuser("categorie", f"La catégorie manque ; écrivez l’une de : {named}.")
    year = _entier(cellules, "annee") if cellules.texte("annee") else annee
    if year not in ANNEES:
        cellules.refuser("annee", "n’est pas une année.")
    return Prevision(
        annee=year,
        categorie=category,
        nombre=_entier(cellules, "nombre"),
        operation=cellules.texte("operation"),
        commune=cellules.texte("commune").upper(),
        qpv=cellules.texte("qpv"),
        typologie=cellules.texte("typologie").upper(),
        observation=cellules.texte("observation"),
    )


def _entier(cellules: Cellules, champ: str) -> int:
    text = cellules.texte(champ).removesuffix(".0")
    if not (text.isascii() and text.isdigit()) or int(text) > NOMBRE_MAX:
        cellules.refuser(
            champ, "n’est pas un nombre de logements." if text else "Le nombre manque."
        )
    return int(text)
