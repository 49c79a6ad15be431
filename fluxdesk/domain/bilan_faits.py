"""What a bilan counts, one by one: offers, dwellings taken out, dwellings freed. No applicant."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fluxdesk.domain.gardee import gardee
from fluxdesk.domain.logement import NON_RENSEIGNE
from fluxdesk.domain.vacance import CategorieSoustrait

NEUF, NEUF_A_PART, RELOCATION = "neuf", "neuf (compté à part)", "relocation"
TOUS = "tous"  # whom a target binds when it binds everybody
SOUS_PLAFOND, AU_DESSUS = "loyer ≤ plafond APL", "loyer > plafond APL"


@gardee
@dataclass(frozen=True, slots=True, kw_only=True)
class Lieu:
    """Where a dwelling stands, as printed; ``epci`` and ``insee`` are codes, the rest words."""

    departement: str = ""
    epci: str = ""
    epci_nom: str = ""
    insee: str = ""
    commune: str = ""
    qpv: str = ""

    @property
    def intercommunalite(self) -> str:
        """``CA du Pays Ajaccien (242010056)``, the code alone where the name is unknown."""
        if self.epci and self.epci_nom:
            return f"{self.epci_nom} ({self.epci})"
        return self.epci or NON_RENSEIGNE


@gardee
@dataclass(frozen=True, slots=True, kw_only=True)
class LogementVu:
    """A dwelling as a bilan describes it; rents in euro cents a month.

    Axes are as they were when it entered the flux, the rest as it is known today.
    """

    id_interne: str = ""
    id_rpls: str = ""
    programme: str = ""
    adresse: str = ""
    qpv_code: str = ""
    typologie: str = ""
    surface: int | None = None
    etage: str = ""
    financement: str = ""
    loyer: int | None = None
    loyer_max: int | None = None
    annee_construction: int | None = None
    periode: str = ""

    @property
    def plafond(self) -> str:
        """Whether the rent is within what the APL convention allows (pratique.md B16)."""
        if self.loyer is None or self.loyer_max is None:
            return NON_RENSEIGNE
        return SOUS_PLAFOND if self.loyer <= self.loyer_max else AU_DESSUS


@gardee
@dataclass(frozen=True, slots=True, kw_only=True)
class FaitOffre:
    """One offer that counts in the period, with its four marks (0 or 1).

    ``partie`` is the party key charged, ``reservataire`` and ``sous_contingent`` its names;
    ``oriente`` the one the dwelling was offered to, where another is charged. ``proposes`` marks
    an offer made in the period, ``attribues`` a CAL decision in it, ``baux`` a lease signed in
    it, ``sans_suite`` an offer made in it that failed, whenever it did. The reason is the word
    of a closed list: what the officer wrote freely may name somebody. ``a_part`` marks a first
    letting that the ledger does not hold: proposed all the same, neither owed nor served.
    """

    numero: str
    vacance_id: int
    partie: str
    reservataire: str
    lieu: Lieu
    logement: LogementVu
    logement_id: int = 0
    sous_contingent: str = ""
    oriente: str = ""
    neuf: bool = False
    a_part: bool = False
    cause_liberation: str = ""
    date_conge: date | None = None
    liberation: date | None = None
    disponibilite: date | None = None
    jour: date | None = None
    echeance: date | None = None
    candidats_recus: date | None = None
    candidats: int = 0
    date_cal: date | None = None
    decision: str = ""
    notification: date | None = None
    reponse: date | None = None
    bail: date | None = None
    issue: str = ""
    cause_echec: str = ""
    responsable: str = ""
    proposes: int = 0
    attribues: int = 0
    baux: int = 0
    sans_suite: int = 0

    @property
    def circuit(self) -> str:
        """New, new and counted apart, or let again (regles.md 47, 48)."""
        if self.a_part:
            return NEUF_A_PART
        return NEUF if self.neuf else RELOCATION


@gardee
@dataclass(frozen=True, slots=True, kw_only=True)
class FaitSoustrait:
    """One dwelling freed in the period and taken out of the flux (R441-5 al. 5).

    ``qpv_code`` names its district: a forecast may be for that district only.
    """

    categorie: CategorieSoustrait
    operation: str = ""
    lieu: Lieu
    typologie: str = ""
    qpv_code: str = ""


@gardee
@dataclass(frozen=True, slots=True, kw_only=True)
class FaitPrevu:
    """Dwellings that an operation was to need in a year (regles.md 17)."""

    annee: int
    categorie: CategorieSoustrait
    nombre: int
    operation: str = ""
    lieu: Lieu
    typologie: str = ""

    @property
    def localise(self) -> bool:
        """Whether it names its commune: else no EPCI can count it as its own."""
        return bool(self.lieu.insee)


@gardee
@dataclass(frozen=True, slots=True, kw_only=True)
class DroitNeufVu:
    """Rights on a new programme: dwellings of one kind promised to one party."""

    programme: str
    lieu: Lieu
    livraison_prevue: date | None = None
    livraison_reelle: date | None = None
    partie: str = ""
    reservataire: str = ""
    typologie: str = ""
    financement: str = ""
    droits: int = 0


@gardee
@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectifVu:
    """A target and where it stands; ``cible`` in 1/10 000, counts None while not measured.

    ``inconnus`` are in ``base``, not in ``compte``: the rate lies between ``compte`` and
    ``compte + inconnus`` over ``base``. ``sans_lieu`` are out of both. None in a bilan kept
    before they were told. ``etat`` is what the figures say of the target, in a word.
    """

    annee: int
    epci: str
    territoire: str
    nature: str
    qui: str
    cible: int
    source: str = ""
    compte: int | None = None
    base: int | None = None
    inconnus: int | None = None
    sans_lieu: int | None = None
    etat: str = ""
