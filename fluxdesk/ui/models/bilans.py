"""Recipients of the bilan of a period, and the figures of one bilan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont
from typing_extensions import override

from fluxdesk.domain.bilan import LIBELLES_AXE, AxeBilan, LigneSolde, totaux
from fluxdesk.domain.bilan_controles import mesures
from fluxdesk.domain.controles import pourcentage
from fluxdesk.domain.flux.nombres import nombre
from fluxdesk.ui.models.bilans_envoi import etat_court
from fluxdesk.ui.models.lignes import Colonne, ModeleLignes
from fluxdesk.ui.phrases import milliers

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QObject

    from fluxdesk.domain.bilan import Bilan
    from fluxdesk.domain.bilan_emis import BilanEmis
    from fluxdesk.services.etablir_bilan import DestinataireBilan


@dataclass(frozen=True, slots=True, kw_only=True)
class LigneDestinataire:
    """A recipient of the period, and the last version of its bilan that was approved.

    ``attendu`` tells that the law, or its convention for a part of a year, asks for it.
    """

    destinataire: DestinataireBilan
    emis: BilanEmis | None = None
    attendu: bool = True


class DestinataireModel(ModeleLignes[LigneDestinataire]):
    """Shows recipients, where their bilan stands and its counts, the Préfecture first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(
            (
                Colonne(
                    titre="Destinataire",
                    texte=lambda row: row.destinataire.nom,
                    dit=lambda row: row.destinataire.nom,
                ),
                Colonne(titre="État", texte=lambda row: etat_court(row.emis, attendu=row.attendu)),
                Colonne(
                    titre="Prop.",
                    texte=lambda row: milliers(row.destinataire.proposes),
                    tri=lambda row: row.destinataire.proposes,
                    nombre=True,
                    titre_complet="Offres faites dans la période",
                ),
                Colonne(
                    titre="Attr.",
                    texte=lambda row: milliers(row.destinataire.attribues),
                    tri=lambda row: row.destinataire.attribues,
                    nombre=True,
                    titre_complet="Attributions en CAL dans la période",
                ),
                Colonne(
                    titre="Baux",
                    texte=lambda row: milliers(row.destinataire.baux),
                    tri=lambda row: row.destinataire.baux,
                    nombre=True,
                    titre_complet="Baux signés dans la période",
                ),
            ),
            parent,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class LigneTotal:
    """A modality with its counts, or, without counts, the title of an axis."""

    libelle: str
    comptes: tuple[int, int, int, int] | None = None


def lignes_des_totaux(bilan: Bilan) -> tuple[LigneTotal, ...]:
    """The counts axis by axis, each axis under its title."""
    found: list[LigneTotal] = []
    for axe in AxeBilan:
        rows = totaux(bilan.lignes, axe)
        found.append(LigneTotal(libelle=LIBELLES_AXE[axe]))
        found += [LigneTotal(libelle=row.modalite, comptes=mesures([row])) for row in rows]
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
                    for place, titre in enumerate(("Proposés", "Attribués", "Baux", "Sans suite"))
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
    """Shows the accounts on the last day, the parts of a node just below it."""

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
                    titre_complet="Dû moins servi, au dernier jour",
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
