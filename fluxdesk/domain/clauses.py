"""What a convention says beside its rates: the eleven headings of regles.md 25.

Nothing here is law: each clause is what was signed. Presets and their sources are elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fluxdesk.domain.flux.parties import ModeRefus, Zone
from fluxdesk.domain.gardee import gardee


class UniteDelai(StrEnum):
    """How the days of a delay are counted (pratique.md §6, open questions)."""

    CALENDAIRES = "jours calendaires"
    OUVRES = "jours ouvrés"  # Monday to Friday, holidays left out


class SuiteCarence(StrEnum):
    """What the convention provides when no candidate came in time (regles.md 83)."""

    RELANCE = "relance du réservataire"
    SUIVANT = "passage au réservataire suivant"
    REPRISE = "reprise pour un tour par le bailleur"


class ModeNeuf(StrEnum):
    """Whether the first letting of a new dwelling counts in the flux (regles.md 47, 48)."""

    SEPARE = "compteur séparé"
    DANS_LE_FLUX = "dans le flux"


class RythmeBilan(StrEnum):
    """How often the réservataire is told where it stands."""

    ANNUEL = "annuel"
    SEMESTRIEL = "semestriel"
    TRIMESTRIEL = "trimestriel"
    MENSUEL = "mensuel"


@gardee
@dataclass(frozen=True, slots=True, kw_only=True)
class Clauses:
    """The clauses of one convention, as signed; None or empty is « not said ».

    ``rotation`` is the rotation retained, in 1/10 000 a year, over ``rotation_annees`` years.
    ``signalement_jours`` counts from the congé, ``candidats_nouveaux_jours`` from a CAL that
    chose nobody. ``refus_candidat``, ``refus_cal`` and ``retrait`` say what a failure costs the
    right when its cause is the candidate, the CAL or the landlord (regles.md 85).
    ``reprise`` says when the landlord takes a dwelling back and what it tells then, ``baux`` what
    it tells of leases and of candidates who refuse (regles.md 25, 8° and 9°). ``point_jours``
    counts from the end of a period to its intermediate bilan (10°). ``besoins`` is what
    the réservataire looks for, in the officer's words (pratique.md B23): no clause, a hint.
    ``zone_deleguee`` is where the management is délégué in a convention otherwise directe.
    ``fin`` is the last day in force; ``denonciation_mois`` the notice to end it, and
    ``alerte_mois`` how long before the officer wants to be told.
    """

    patrimoine: str = ""
    rotation: int | None = None
    rotation_annees: int = 3
    publics: tuple[str, ...] = ()
    signalement_jours: int | None = None
    signalement_contenu: str = ""
    unite_delai: UniteDelai = UniteDelai.CALENDAIRES
    suite_carence: SuiteCarence = SuiteCarence.RELANCE
    dossiers: str = ""
    information_cal: str = ""
    candidats_nouveaux_jours: int | None = None
    refus_candidat: ModeRefus = ModeRefus.NON_COMPTE_MIXITE
    refus_cal: ModeRefus = ModeRefus.NON_COMPTE_MIXITE
    retrait: ModeRefus = ModeRefus.NON_COMPTE
    neuf: ModeNeuf = ModeNeuf.SEPARE
    rythme: RythmeBilan = RythmeBilan.ANNUEL
    point_jours: int | None = None
    fin: date | None = None
    tacite_reconduction: bool = False
    reconduction_annees: int = 1
    denonciation_mois: int | None = None
    alerte_mois: int = 6
    reprise: str = ""
    baux: str = ""
    besoins: str = ""
    suivi: str = ""
    transmise_prefet: date | None = None
    zone_deleguee: Zone | None = None
