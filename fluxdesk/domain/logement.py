"""A dwelling of the patrimoine, with the values the flux and the bilans read on it."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

# A value of a dwelling laid flat: a text, a whole number, 1 or 0 for yes or no, or nothing.
ValeurPlate: TypeAlias = str | int | None

NON_RENSEIGNE = "non renseigné"

# First year of each class and its label: usual classes of RPLS and USH (pratique.md §2.1).
# The decree names the axis but fixes no class (R441-5-1), so callers may pass their own.
PERIODES: tuple[tuple[int, str], ...] = (
    (0, "avant 1949"),
    (1949, "1949-1974"),
    (1975, "1975-1989"),
    (1990, "1990-1999"),
    (2000, "2000-2009"),
    (2010, "2010 et après"),
)


# Types that forms offer; a file may bring others.
TYPOLOGIES = ("T1", "T2", "T3", "T4", "T5", "T6")


class Financement(StrEnum):
    """Family of the initial financing, for ceilings and bilans (formats.md §1.3)."""

    PLAI = "PLAI"
    PLUS = "PLUS"
    PLS = "PLS"
    PLI = "PLI"
    AUTRE = "Autre"
    NON_RENSEIGNE = "non renseigné"


class TypeConstruction(StrEnum):
    """TYPECONST of RPLS."""

    COLLECTIF = "C"
    INDIVIDUEL = "I"
    ETUDIANT = "E"


class EtatLogement(StrEnum):
    """Whether the dwelling still belongs to the patrimoine."""

    ACTIF = "actif"
    SORTI = "sorti"


@dataclass(frozen=True, slots=True, kw_only=True)
class Adresse:
    """Parts of an address, kept as the file gave them; a missing part is an empty text."""

    numero: str = ""
    indice: str = ""
    type_voie: str = ""
    voie: str = ""
    lieu_dit: str = ""
    complement: str = ""
    batiment: str = ""
    immeuble: str = ""
    entree: str = ""
    escalier: str = ""
    couloir: str = ""
    appartement: str = ""
    boite: str = ""
    code_postal: str = ""
    nom_commune: str = ""

    def ligne(self) -> str:
        """Number and street on one line, or the locality where there is no street."""
        parts = (self.numero, self.indice, self.type_voie, self.voie)
        street = " ".join(part for part in parts if part)
        return street or self.lieu_dit or self.complement

    def acces(self) -> str:
        """Building, staircase and door, in words, for the second line of a letter."""
        named = (
            ("bât. ", self.batiment),
            ("imm. ", self.immeuble),
            ("entrée ", self.entree),
            ("esc. ", self.escalier),
            ("couloir ", self.couloir),
            ("porte ", self.appartement),
        )
        return ", ".join(name + value for name, value in named if value)

    def ville(self) -> str:
        """Postcode and commune, as on an envelope."""
        return f"{self.code_postal} {self.nom_commune}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """A residence or programme: the dwellings that share a name in a commune."""

    nom: str
    commune: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Logement:
    """One dwelling.

    ``cle`` is stable between two imports: the RPLS id, else the landlord's own id, else a
    digest of the row (``domain/rpls.py``). ``commune`` is the INSEE code as declared (an
    arrondissement stays one), ``epci`` a SIREN, ``departement`` a code such as 2A or 976.
    ``loyer``, ``charges`` and ``loyer_max`` (the most that the APL convention allows) are monthly,
    in euro cents. ``bail`` is the start of the sitting tenant's lease, as exact as it is known:
    ``2021-03-17``, else ``2021-03`` (RPLS gives the month), else nothing (``domain/bail.py``).
    ``id`` is 0 until recorded.
    """

    cle: str
    id: int = 0
    id_rpls: str = ""
    id_interne: str = ""
    programme: str = ""
    adresse: Adresse = field(default_factory=Adresse)
    commune: str = ""
    epci: str = ""
    departement: str = ""
    qpv: bool | None = None
    qpv_code: str = ""
    pieces: int | None = None
    typologie: str = NON_RENSEIGNE
    surface: int | None = None
    etage: str = ""
    ascenseur: bool | None = None
    construction: TypeConstruction | None = None
    financement: Financement = Financement.NON_RENSEIGNE
    financement_code: str = ""
    financement_libelle: str = ""
    conventionne: bool | None = None
    numero_convention: str = ""
    annee_construction: int | None = None
    dpe: str = ""
    dpe_date: str = ""
    loyer: int | None = None
    charges: int | None = None
    loyer_max: int | None = None
    bail: str = ""
    contingent_declare: str = ""
    etat: EtatLogement = EtatLogement.ACTIF
    source: str = ""

    @property
    def periode(self) -> str:
        """Construction class of the bilan."""
        return periode_construction(self.annee_construction)

    @property
    def modalite_qpv(self) -> str:
        """« QPV », « hors QPV » or « non renseigné »: unknown is never taken for outside."""
        return modalite_qpv(self.qpv)


PARTS_ADRESSE = tuple(part.name for part in fields(Adresse))
_OUI_NON = ("qpv", "ascenseur", "conventionne")


def logement_de(valeurs: Mapping[str, ValeurPlate]) -> Logement:
    """The dwelling of these flat values, parts of the address among them.

    What is not named keeps its default; ``cle`` is mandatory.
    """
    found: dict[str, Any] = dict(valeurs)
    found["adresse"] = Adresse(
        **{part: found.pop(part) for part in PARTS_ADRESSE if part in valeurs}
    )
    for name in _OUI_NON:
        if found.get(name) is not None:
            found[name] = bool(found[name])
    found["construction"] = (
        TypeConstruction(built) if (built := found.get("construction")) else None
    )
    found["financement"] = Financement(found.get("financement", Financement.NON_RENSEIGNE))
    found["etat"] = EtatLogement(found.get("etat", EtatLogement.ACTIF))
    return Logement(**found)


def modalite_qpv(qpv: bool | None) -> str:  # noqa: FBT001 - a value of the field, not a switch
    """The words of the QPV flag on paper and in the flux."""
    if qpv is None:
        return NON_RENSEIGNE
    return "QPV" if qpv else "hors QPV"


def periode_construction(
    annee: int | None, periodes: tuple[tuple[int, str], ...] = PERIODES
) -> str:
    """Label of the class that holds this year; « non renseigné » where the year is unknown."""
    if annee is None:
        return NON_RENSEIGNE
    return next(label for first, label in reversed(periodes) if annee >= first)
