"""The dated état des lieux that conventions start from (regles.md 89-97, pratique.md B17-B19)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from fluxdesk.domain.assiette import EXCLUSIONS, Exclusion
from fluxdesk.domain.conversion import (
    Formule,
    Hypotheses,
    Rotation,
    StockDe,
    convertir,
)
from fluxdesk.domain.gardee import gardee
from fluxdesk.domain.vacance import CategorieSoustrait

if TYPE_CHECKING:
    from fluxdesk.domain.conversion import (
        Conversion,
    )


@gardee
@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoDepart:
    """One snapshot, frozen once ``figee``; ``id`` is 0 until recorded.

    ``contenu`` is a ``ContenuPhoto`` as JSON; ``empreinte`` its SHA-256.
    """

    jour: date
    nom: str
    id: int = 0
    contenu: str = ""
    empreinte: str = ""
    figee: date | None = None


@gardee
@dataclass(frozen=True, slots=True, kw_only=True)
class Exclu:
    """How many dwellings one reason keeps out of the count."""

    motif: Exclusion
    nombre: int


@gardee
@dataclass(frozen=True, slots=True, kw_only=True)
class RotationDe:
    """The rotation of the dwellings that share a value: a financing, a commune….

    ``valeur`` is a code where the value has one, and ``nom`` its name; empty, the value is shown.
    """

    axe: str
    valeur: str
    rotation: Rotation
    nom: str = ""

    @property
    def dite(self) -> str:
        """The value as people say it."""
        return self.nom or self.valeur


@gardee
@dataclass(frozen=True, slots=True, kw_only=True)
class SoustraitsDe:
    """Dwellings taken out of the flux for one cause, one count a year read."""

    categorie: CategorieSoustrait
    nombres: tuple[int, ...]


@gardee
@dataclass(frozen=True, slots=True, kw_only=True)
class DroitPhoto:
    """One right on one dwelling, as the state of play of the État lists them (pratique.md 2.3).

    ``surface`` in m²; ``contrepartie`` says what the right answers, where it is known.
    """

    cle: str
    id_rpls: str
    id_interne: str
    adresse: str
    commune: str
    nom_commune: str
    epci: str
    qpv: str
    programme: str
    typologie: str
    surface: int | None
    financement: str
    numero_convention: str
    annee_construction: int | None
    reservataire: str
    sous_contingent: str
    nature: str
    contrepartie: str
    fin: date | None
    source: str


@gardee
@dataclass(frozen=True, slots=True, kw_only=True)
class EtatDesLieux:
    """What the base says on ``jour``: patrimoine, rotation, rights, what was taken out.

    ``annees`` are the years read, newest first; every count a year follows their order.
    ``exclusions`` are the reasons that applied, ``exclus`` those that kept a dwelling out.
    """

    jour: date
    parc: int
    exclus: tuple[Exclu, ...]
    annees: tuple[int, ...]
    mutations: bool
    rotation: Rotation
    rotations: tuple[RotationDe, ...]
    soustraits: tuple[SoustraitsDe, ...]
    stock: tuple[StockDe, ...]
    droits: tuple[DroitPhoto, ...]
    exclusions: tuple[Exclusion, ...] = EXCLUSIONS

    @property
    def assiette(self) -> int:
        """Dwellings of the field."""
        return self.parc - sum(one.nombre for one in self.exclus)

    @property
    def soustraits_par_an(self) -> int:
        """Dwellings taken out in a year, on average, halves up; 0 where no year was read."""
        years = len(self.annees)
        total = sum(sum(one.nombres) for one in self.soustraits)
        return (2 * total + years) // (2 * years) if years else 0


@gardee
@dataclass(frozen=True, slots=True, kw_only=True)
class Choix:
    """The formula that was agreed for one line of the stock."""

    reservataire_id: int
    sous_contingent: str
    formule: Formule


@gardee
@dataclass(frozen=True, slots=True, kw_only=True)
class ContenuPhoto:
    """Everything a photo freezes: what was counted, what was typed, what was chosen.

    ``stock`` is that of the état with the rotations that were typed.
    """

    etat: EtatDesLieux
    hypotheses: Hypotheses
    stock: tuple[StockDe, ...]
    choix: tuple[Choix, ...] = ()

    def conversion(self) -> Conversion:
        """What follows from it, exactly.

        Raises:
            ConversionImpossibleError: see ``domain.conversion``.
        """
        chosen = {(one.reservataire_id, one.sous_contingent): one.formule for one in self.choix}
        return convertir(self.hypotheses, self.stock, chosen)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Rights that share their values on the axes of the photo."""

    valeurs: tuple[str, ...]
    nombre: int


AXES_PHOTO: tuple[tuple[str, str], ...] = (
    ("programme", "Programme"),
    ("nom_commune", "Commune"),
    ("financement", "Financement"),
    ("typologie", "Typologie"),
    ("qpv", "QPV"),
    ("reservataire", "Réservataire"),
    ("nature", "Nature du droit"),
)


def croiser(droits: tuple[DroitPhoto, ...], *axes: str) -> tuple[Case, ...]:
    """Rights counted by their values on these axes (fields of ``DroitPhoto``), in order."""
    counts: dict[tuple[str, ...], int] = {}
    for droit in droits:
        key = tuple(str(getattr(droit, axe)) for axe in axes)
        counts[key] = counts.get(key, 0) + 1
    return tuple(Case(valeurs=key, nombre=counts[key]) for key in sorted(counts))
