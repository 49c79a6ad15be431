"""The parties of a ledger, their rights, and a dwelling as the ledger sees it (moteur.md §2)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from fluxdesk.domain.flux.gardes import Garde

UN = 10_000  # one dwelling, in the unit of dues
BAILLEUR = "bailleur"  # key of the implicit landlord party
NOM_BAILLEUR = "Bailleur"


class Axe(StrEnum):
    """A characteristic along which the mix of dwellings is watched (moteur.md §1)."""

    FINANCEMENT = "financement"
    QPV = "qpv"
    TYPOLOGIE = "typologie"
    COMMUNE = "commune"
    EPCI = "epci"
    PERIODE = "periode"


class ModeRefus(StrEnum):
    """What a refusal costs the refuser (moteur.md §3.5)."""

    NON_COMPTE = "non_compte"  # R0: as if never offered
    NON_COMPTE_MIXITE = "non_compte_mixite"  # R0m: kept as a proposal in the mix only
    COMPTE = "compte"  # R1: consumed; offering it again opens a new right
    BAILLEUR_UN_TOUR = "bailleur_un_tour"  # R2: consumed; the landlord takes it, uncounted


class EvenementDecompte(StrEnum):
    """The step from which a right is consumed for good: a clause of each convention (regles 82).

    The steps follow each other in this order. An offer in progress is engaged whatever the
    clause; one that fails at the chosen step or after it has consumed the right.
    """

    MISE_A_DISPOSITION = "mise à disposition"
    ATTRIBUTION_CAL = "attribution en CAL"
    BAIL_SIGNE = "bail signé"


@dataclass(frozen=True, slots=True)
class Unite:
    """A freed dwelling as the ledger sees it; `jour` decides which rates apply.

    `neuf` is a first letting that one convention at least counts in the flux (`Partie.neuf`).
    """

    cle: str
    jour: date
    commune: str
    epci: str
    departement: str
    qpv: str
    typologie: str
    financement: str
    periode: str
    quartier: str = ""  # code of its QPV
    residence: str = ""  # territoire.cle_residence
    neuf: bool = False

    def valeur(self, axe: Axe) -> str:
        """Read the value of this dwelling on an axis."""
        valeur: str = getattr(self, axe)  # an axis bears the name of its field
        return valeur


@dataclass(frozen=True, slots=True)
class Zone:
    """A set of places of any scale, or everywhere (pratique.md A8, B9).

    The union of its communes, EPCI, departements, quartiers (QPV codes) and residences
    (``territoire.cle_residence``).
    """

    tout: bool = False
    communes: frozenset[str] = frozenset()
    epcis: frozenset[str] = frozenset()
    departements: frozenset[str] = frozenset()
    quartiers: frozenset[str] = frozenset()
    residences: frozenset[str] = frozenset()

    @classmethod
    def partout(cls) -> Zone:
        """Make the zone that holds every dwelling."""
        return cls(tout=True)

    def contient(self, unite: Unite) -> bool:
        """Tell whether the dwelling stands in this zone."""
        return (
            self.tout
            or unite.commune in self.communes
            or unite.epci in self.epcis
            or unite.departement in self.departements
            or unite.quartier in self.quartiers
            or unite.residence in self.residences
        )


@dataclass(frozen=True, slots=True)
class TauxDate:
    """A rate in 1/10 000 of the flow, from `debut` to `fin` included; None is open-ended."""

    dix_milliemes: int
    debut: date | None = None
    fin: date | None = None

    def couvre(self, jour: date) -> bool:
        """Tell whether the rate applies on that day."""
        return (self.debut is None or self.debut <= jour) and (self.fin is None or jour <= self.fin)


@dataclass(frozen=True, slots=True)
class Cible:
    """The share, in 1/10 000 of its own due, that a party must receive of one modality."""

    axe: Axe
    modalite: str
    dix_milliemes: int


@dataclass(frozen=True, slots=True)
class Partie:
    """One party to the flow, or one part of another when `parent` is set (moteur.md §2).

    `report` is the opening balance in whole dwellings, signed; it is paid over the first
    `etalement` rights opened in the ledger, or at once when that is 0. `refus` and `carence` say
    what an offer that fails before the step `decompte` costs; `refus_candidat` and `refus_cal` the
    same where the candidate or the CAL made it fail, `retrait` where the landlord did, at any step.

    `neuf` tells whether its convention counts first lettings in the flux (regles.md 47, 48).
    moteur.md does not treat this: conventions of one landlord may differ, and the due of each
    must follow its own. It is read as a part of the base: a new dwelling is outside that of a
    party that counts it apart, which accrues nothing and is not eligible. Given to such a party
    all the same, it is charged to the landlord, who has the complement of the dues: the accounts
    add up, and nobody's due opens against its clause.
    """

    cle: str
    nom: str
    taux: tuple[TauxDate, ...]
    assiette: Zone
    territoire: Zone
    parent: str | None = None
    report: int = 0
    etalement: int = 0
    refus: ModeRefus = ModeRefus.NON_COMPTE_MIXITE
    carence: ModeRefus = ModeRefus.NON_COMPTE_MIXITE
    refus_candidat: ModeRefus = ModeRefus.NON_COMPTE_MIXITE
    refus_cal: ModeRefus = ModeRefus.NON_COMPTE_MIXITE
    retrait: ModeRefus = ModeRefus.NON_COMPTE
    decompte: EvenementDecompte = EvenementDecompte.BAIL_SIGNE
    cibles: tuple[Cible, ...] = ()
    suspendu: bool = False
    neuf: bool = False

    def compte(self, unite: Unite) -> bool:
        """Tell whether its convention counts this dwelling in the flux, wherever it stands."""
        return self.neuf or not unite.neuf

    def taux_date(self, jour: date) -> TauxDate | None:
        """Find the rate of that day; where several cover it, the last declared is in force."""
        return next((taux for taux in reversed(self.taux) if taux.couvre(jour)), None)

    def taux_au(self, jour: date) -> int:
        """Read the rate of that day in 1/10 000, 0 where there is none."""
        taux = self.taux_date(jour)
        return taux.dix_milliemes if taux else 0


@dataclass(frozen=True, slots=True)
class Parametres:
    """The knobs of the rule (moteur.md §4).

    `horizon` counts future dwellings, `kappa` clips a mix line in dwellings, `axes` pairs
    each scored axis with its weight, `tolerance` is B in dwellings (None: 1 - 1/(2n-2)),
    `gardes` are the rules of law watched beside the rights.
    """

    horizon: int = 60
    kappa: int = 3
    axes: tuple[tuple[Axe, Fraction], ...] = (
        (Axe.FINANCEMENT, Fraction(1)),
        (Axe.QPV, Fraction(1)),
        (Axe.TYPOLOGIE, Fraction(1)),
        (Axe.EPCI, Fraction(1)),
        (Axe.PERIODE, Fraction(1)),
    )
    tolerance: Fraction | None = None
    gardes: tuple[Garde, ...] = ()


PARAMETRES = Parametres()
