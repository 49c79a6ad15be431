"""Rows of the conversion: rights in stock, rotation, formulas side by side, effect."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from fluxdesk.domain.conversion import Formule, part_de
from fluxdesk.domain.dates import en_chiffres
from fluxdesk.domain.flux.nombres import nombre
from fluxdesk.domain.photo import PhotoDepart, RotationDe
from fluxdesk.domain.photo_ecarts import ecrire_rotation, nom_de
from fluxdesk.ui.models.lignes import Colonne, ModeleLignes
from fluxdesk.ui.phrases import milliers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from fluxdesk.domain.conversion import Conversion, Hypotheses, Part, StockDe

MOTS = {
    Formule.PART_DU_STOCK: "Part du stock",
    Formule.ROTATION: "Rotation par contingent",
    Formule.DROITS_UNIQUES: "Stock et droits uniques",
}
INCONNUE = "à saisir"
TITRES = {
    Formule.PART_DU_STOCK: "Stock",
    Formule.ROTATION: "Contingent",
    Formule.DROITS_UNIQUES: "Uniques",
}


@dataclass(frozen=True, slots=True)
class LigneFormule:
    """A line of the stock by each formula, in shares of the whole flow; None is unknown."""

    stock: StockDe
    parts: tuple[Fraction | None, ...]
    logements: tuple[Fraction | None, ...]
    choisie: Formule


@dataclass(frozen=True, slots=True)
class LigneEffet:
    """What a line becomes; the landlord has no ``part``."""

    nom: str
    part: Part | None
    taux: Fraction
    logements: Fraction
    arrondi: int


def lignes_formules(
    hypotheses: Hypotheses,
    stock: Sequence[StockDe],
    choix: dict[tuple[int, str], Formule],
) -> tuple[LigneFormule, ...]:
    """One line a réservataire or sous-contingent.

    Raises:
        ConversionImpossibleError: the whole cannot be computed.
    """
    flow = hypotheses.flux
    made = []
    for line in stock:
        parts = tuple(part_de(line, formule, hypotheses) for formule in Formule)
        made.append(
            LigneFormule(
                line,
                parts,
                tuple(None if part is None else part * flow for part in parts),
                choix.get(line.cle, Formule.PART_DU_STOCK),
            )
        )
    return tuple(made)


def lignes_effet(conversion: Conversion) -> tuple[LigneEffet, ...]:
    """One line a réservataire or sous-contingent, the landlord last."""
    rows = [
        LigneEffet(nom_de(p.stock), p, p.taux, p.logements, p.arrondi) for p in conversion.parts
    ]
    share = conversion.bailleur / conversion.flux
    landlord = LigneEffet(
        "Bailleur (non réservé)", None, share, conversion.bailleur, conversion.bailleur_arrondi
    )
    return (*rows, landlord)


def pour_cent(valeur: Fraction | None) -> str:
    """``22,50 %``, or that the rotation is missing."""
    return INCONNUE if valeur is None else f"{nombre(valeur * 100)}\u00a0%"


class StockModel(ModeleLignes["StockDe"]):
    """Rights in stock, one row a réservataire or sous-contingent."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(
            (
                Colonne(titre="Réservataire", texte=nom_de),
                Colonne(
                    titre="De suite",
                    titre_complet="Droits de suite",
                    texte=lambda row: milliers(row.suite),
                    tri=lambda row: row.suite,
                    nombre=True,
                ),
                Colonne(
                    titre="Uniques",
                    titre_complet="Droits uniques",
                    texte=lambda row: milliers(row.uniques),
                    tri=lambda row: row.uniques,
                    nombre=True,
                ),
                Colonne(
                    titre="Territoire",
                    titre_complet="Logements de l’assiette sur son territoire",
                    texte=lambda row: milliers(row.assiette),
                    tri=lambda row: row.assiette,
                    nombre=True,
                ),
                Colonne(
                    titre="Taux actuel",
                    texte=lambda row: (
                        "–"
                        if row.taux_actuel is None
                        else pour_cent(Fraction(row.taux_actuel, 10_000))
                    ),
                    tri=lambda row: row.taux_actuel or 0,
                    nombre=True,
                ),
            ),
            parent,
        )


class RotationModel(ModeleLignes[RotationDe]):
    """Rotation read in the base, one row a segment."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(
            (
                Colonne(titre="Segment", texte=lambda row: row.axe),
                Colonne(titre="Valeur", texte=lambda row: row.dite),
                Colonne(
                    titre="Logements",
                    texte=lambda row: milliers(row.rotation.logements),
                    tri=lambda row: row.rotation.logements,
                    nombre=True,
                ),
                Colonne(
                    titre="Relocations",
                    texte=lambda row: " + ".join(map(str, row.rotation.relocations)) or "–",
                    tri=lambda row: sum(row.rotation.relocations),
                    nombre=True,
                    titre_complet="Une par année lue, la plus récente d’abord",
                ),
                Colonne(
                    titre="Rotation",
                    texte=lambda row: ecrire_rotation(row.rotation),
                    tri=lambda row: row.rotation.taux or Fraction(0),
                    nombre=True,
                ),
            ),
            parent,
        )


def _colonne_formule(rang: int, formule: Formule) -> Colonne[LigneFormule]:
    return Colonne(
        titre=TITRES[formule],
        titre_complet=MOTS[formule],
        texte=lambda row: pour_cent(row.parts[rang]),
        tri=lambda row: row.parts[rang] or Fraction(0),
        nombre=True,
        dit=lambda row: (
            None
            if row.logements[rang] is None
            else f"{nombre(row.logements[rang] or Fraction(0))} logements par an"
        ),
    )


class FormulesModel(ModeleLignes[LigneFormule]):
    """The three formulas side by side, and the one that is kept."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(
            (
                Colonne(titre="Réservataire", texte=lambda row: nom_de(row.stock)),
                Colonne(
                    titre="Rotation",
                    texte=lambda row: ecrire_rotation(row.stock.rotation),
                    tri=lambda row: row.stock.rotation.taux or Fraction(0),
                    nombre=True,
                    dit=lambda row: row.stock.rotation.source or None,
                ),
                *(_colonne_formule(rank, formule) for rank, formule in enumerate(Formule)),
                Colonne(titre="Retenue", texte=lambda row: MOTS[row.choisie]),
            ),
            parent,
        )


class EffetModel(ModeleLignes[LigneEffet]):
    """What each one gets, in rate and in dwellings."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(
            (
                Colonne(titre="Réservataire", texte=lambda row: row.nom),
                Colonne(
                    titre="Taux",
                    texte=lambda row: pour_cent(row.taux),
                    tri=lambda row: row.taux,
                    nombre=True,
                    titre_complet="Part du flux de son territoire",
                ),
                Colonne(
                    titre="Logements par an",
                    texte=lambda row: nombre(row.logements),
                    tri=lambda row: row.logements,
                    nombre=True,
                ),
                Colonne(
                    titre="Arrondi",
                    texte=lambda row: milliers(row.arrondi),
                    tri=lambda row: row.arrondi,
                    nombre=True,
                    titre_complet="Au plus fort reste : la somme est le flux entier",
                ),
                Colonne(
                    titre="Écart",
                    texte=_ecart,
                    nombre=True,
                    titre_complet="Avec le taux actuel, en logements par an",
                ),
            ),
            parent,
        )


def _ecart(ligne: LigneEffet) -> str:
    gap = ligne.part.ecart if ligne.part else None
    return "–" if gap is None else nombre(gap, signe=True)


class PhotosModel(ModeleLignes[PhotoDepart]):
    """The frozen photos, the last one first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(
            (
                Colonne(titre="Photo", texte=lambda row: row.nom, dit=lambda row: row.nom),
                Colonne(
                    titre="État au",
                    texte=lambda row: en_chiffres(row.jour),
                    tri=lambda row: row.jour,
                ),
                Colonne(titre="Figée le", texte=lambda row: en_chiffres(row.figee)),
                Colonne(
                    titre="Empreinte",
                    texte=lambda row: f"{row.empreinte[:16]}…",
                    dit=lambda row: row.empreinte,
                ),
            ),
            parent,
        )
