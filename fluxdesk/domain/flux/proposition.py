"""The values that a suggestion is made of: who is proposed, why, and every figure seen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fluxdesk.domain.flux.gardes import ConstatGarde
    from fluxdesk.domain.flux.parties import Axe, Unite


class Motif(StrEnum):
    """Why the chosen party comes first."""

    PLUS_EN_RETARD = "plus_en_retard"
    MIXITE = "mixite"
    URGENCE = "urgence"
    HORS_TOLERANCE = "hors_tolerance"
    AUCUN_RETARD = "aucun_retard"
    REPRISE = "reprise"  # a consumed failure (R2) gives the dwelling to the landlord, uncounted
    GARDE_LEGALE = "garde_legale"  # a rule of law decided against the bare rule


class RaisonExclusion(StrEnum):
    """Why a party is not in the running for this dwelling."""

    HORS_TERRITOIRE = "hors_territoire"
    SUSPENDU = "suspendu"
    A_REFUSE = "a_refuse"
    CARENCE = "carence"
    SANS_TAUX = "sans_taux"
    NEUF_A_PART = "neuf_a_part"  # its convention counts first lettings out of the flux
    PLAFOND = "plafond"
    DEJA_SERVI = "deja_servi"


@dataclass(frozen=True, slots=True)
class Ecart:
    """A mix line, in dwellings: D_iv, X_iv and their difference, before clipping."""

    axe: Axe
    valeur: str
    du: Fraction
    recu: int
    ecart: Fraction


@dataclass(frozen=True, slots=True)
class Rang:
    """One party before this dwelling, in dwellings: score = retard + mixite.

    `besoin` marks the parties that an urgency concerns; `dernier` is the turn of the last
    offer made to the party, 0 if none: the smallest wins a tie. `faute` is the part of the
    retard owed to the lack of dwellings in its territory.
    """

    cle: str
    nom: str
    du: Fraction
    servi: int
    retard: Fraction
    mixite: Fraction
    score: Fraction
    ecarts: tuple[Ecart, ...]
    exclusion: RaisonExclusion | None
    besoin: bool
    dernier: int = 0
    parent: str | None = None
    faute: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The party proposed for a dwelling and everything that led to it.

    `classement` holds the parties in the running, the chosen one first; `exclus` the others,
    each with its reason. Where the choice is divided into parts, `sous_choix` is the part that
    receives and `sous_rangs` the parts compared, level by level, the chosen one first.
    `noms_refusants` gave the dwelling back, `noms_carents` being those of them who found no
    candidate. `gardes` are the rules of law that this dwelling triggers; `sans_garde` names who
    would be proposed without them, and is empty where it is the same.
    """

    unite: Unite
    choix: str
    sous_choix: str | None
    motif: Motif
    tolerance: Fraction
    classement: tuple[Rang, ...]
    exclus: tuple[Rang, ...]
    horizon_urgence: int | None
    refusants: tuple[str, ...]
    sous_rangs: tuple[Rang, ...]
    noms_refusants: tuple[str, ...] = ()
    noms_carents: tuple[str, ...] = ()
    gardes: tuple[ConstatGarde, ...] = ()
    sans_garde: str = ""

    @property
    def destinataire(self) -> str:
        """The key of the party that receives the dwelling."""
        return self.sous_choix or self.choix
