"""Recipients of the bilan of a year, and the figures of one bilan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont
from typing_extensions import override

from fluxdesk.domain.bilan import LIBELLES_AXE, AxeBilan, LigneSolde, totaux
from fluxdesk.domain.controles import pourcentage
from fluxdesk.domain.flux.nombres import nombre
from fluxdesk.services.etablir_bilan import DestinataireBilan
from fluxdesk.ui.models.lignes import Colonne, ModeleLignes
from fluxdesk.ui.phrases import milliers

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QObject

    from fluxdesk.domain.bilan import Bilan


class DestinataireModel(ModeleLignes[DestinataireBilan]):
    """Shows recipients with their three counts, the Préfecture first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(
            (
                Colonne(titre="Destinataire", texte=lambda row: row.nom, dit=lambda row: row.nom),
                Colonne(
                    titre="Proposés",
                    texte=lambda row: milliers(row.proposes),
                    tri=lambda row: row.proposes,
                    nombre=True,
                    titre_complet="Offres faites dans l’année",
                ),
                Colonne(
                    titre="Attribués",
                    texte=lambda row: milliers(row.attribues),
                    tri=lambda row: row.attribues,
                    nombre=True,
                    titre_complet="Attributions en CAL dans l’année",
                ),
                Colonne(
                    titre="Baux",
                    texte=lambda row: milliers(row.baux),
                    tri=lambda row: row.baux,
                    nombre=True,
                    titre_complet="Baux signés dans l’année",
                ),
            ),
            parent,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class LigneTotal:
    """A modality with its counts, or, without counts, the title of an axis."""

    libelle: str
    comptes: tuple[int, int, int] | None = None


def lignes_des_totaux(bilan: Bilan) -> tuple[LigneTotal, ...]:
    """The counts axis by axis, each axis under its title."""
    found: list[LigneTotal] = []
    for axe in AxeBilan:
        rows = totaux(bilan.lignes, axe)
        found.append(LigneTotal(libelle=LIBELLES_AXE[axe]))
        found += [
            LigneTotal(libelle=row.modalite, comptes=(row.proposes, row.attribues, row.baux))
            for row in rows
        ]
    return tuple(found)


class TotauxModel(ModeleLignes[LigneTotal]):
    """Shows the totals of a bilan; the titles of the axes are in bold."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(
            (
                Colonne(
                    titre="Logements",
                    texte=lambda row: f"    {row.libelle}" if row.comptes else row.libelle,
                    dit=lambda row: row.libelle,
                ),
                *(
                    Colonne(titre=titre, texte=_compte(place), nombre=True)
                    for place, titre in enumerate(("Proposés", "Attribués", "Baux"))
                ),
            ),
            parent,
        )

    @override
    def police(self, ligne: LigneTotal) -> QFont | None:
        if ligne.comptes is not None:
            return None
        font = QFont()
        font.setBold(True)
        return font


class SoldesModel(ModeleLignes[LigneSolde]):
    """Shows the accounts on 31 December, the parts of a node just below it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(
            (
                Colonne(
                    titre="Réservataire",
                    texte=lambda row: f"    {row.nom}" if row.parent else row.nom,
                    dit=lambda row: row.nom,
                ),
                Colonne(
                    titre="Taux",
                    texte=lambda row: "" if row.taux is None else pourcentage(row.taux),
                    nombre=True,
                ),
                Colonne(titre="Dû", texte=lambda row: nombre(row.du), nombre=True),
                Colonne(titre="Servi", texte=lambda row: milliers(row.servi), nombre=True),
                Colonne(
                    titre="Solde",
                    texte=lambda row: nombre(row.solde, signe=True),
                    nombre=True,
                    titre_complet="Dû moins servi, au 31 décembre",
                ),
            ),
            parent,
        )


def soldes_ordonnes(soldes: Sequence[LigneSolde]) -> tuple[LigneSolde, ...]:
    """Each node with its parts after it, in the order of the conventions."""
    heads = [solde for solde in soldes if not solde.parent]
    return tuple(
        row
        for head in heads
        for row in (head, *(solde for solde in soldes if solde.parent == head.cle))
    )


def _compte(place: int) -> Callable[[LigneTotal], str]:
    def text(row: LigneTotal) -> str:
        return milliers(row.comptes[place]) if row.comptes else ""

    return text
