"""The rules of law on shares of the flow: what they say, where, and how sure it is.

Sources: regles.md 20-23, 29, 98. Their values are parameters of each base.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from fluxdesk.domain.flux.gardes import NatureGarde


class EffetRegle(StrEnum):
    """What a rule of law does to the proposals; ``IGNOREE`` also silences the checks."""

    IGNOREE = "ignorée"
    ALERTE = "alerte"
    CONTRAINTE = "contrainte"


class NomRegle(StrEnum):
    """A rule of law; its value is the field of ``ReglesFlux`` that holds it."""

    PLAFOND_ETAT = "plafond_etat"
    PLAFOND_AGENTS = "plafond_agents"
    PLAFOND_GARANTIES = "plafond_garanties"
    PLANCHER_ETAT_HORS_QPV = "plancher_etat_hors_qpv"
    ETAT_UNIFORME = "etat_uniforme"


@dataclass(frozen=True, slots=True)
class RegleLegale:
    """A share in 1/10 000 of the flow and its effect; ``ETAT_UNIFORME`` does not read the share."""

    dix_milliemes: int
    effet: EffetRegle = EffetRegle.ALERTE


@dataclass(frozen=True, slots=True, kw_only=True)
class FicheRegle:
    """What a rule says, where it is written, and how sure we are of it.

    ``de_qui`` follows « la part ». ``doute`` is empty where the text itself was read
    (regles.md [T]); else it says what must be checked.
    """

    phrase: str
    de_qui: str
    nature: NatureGarde
    source: str
    note: str = ""
    doute: str = ""


FICHES: dict[NomRegle, FicheRegle] = {
    NomRegle.PLAFOND_ETAT: FicheRegle(
        phrase="La part de l’État ne dépasse pas",
        de_qui="de l’État",
        nature=NatureGarde.PLAFOND,
        source="CCH, art. R441-5-2, I",
        note="Sauf arrêté préfectoral, exceptionnel et d’un an au plus.",
    ),
    NomRegle.PLAFOND_AGENTS: FicheRegle(
        phrase="La part des agents de l’État ne dépasse pas",
        de_qui="des agents de l’État",
        nature=NatureGarde.PLAFOND,
        source="CCH, art. R441-5-2, I",
        note="Ce sont les sous-contingents de l’État dont le nom contient « agent ».",
    ),
    NomRegle.PLAFOND_GARANTIES: FicheRegle(
        phrase="Les droits nés de garanties d’emprunt ne dépassent pas ensemble",
        de_qui="des garanties d’emprunt",
        nature=NatureGarde.PLAFOND,
        source="CCH, art. R441-5 et suivants",
        doute="Depuis 2020, la base des 20 % (le flux, ou chaque programme) reste à vérifier.",
    ),
    NomRegle.PLANCHER_ETAT_HORS_QPV: FicheRegle(
        phrase="Hors QPV, la part de l’État n’est pas inférieure à",
        de_qui="de l’État",
        nature=NatureGarde.PLANCHER_HORS_QPV,
        source="CCH, art. R441-5-2, II",
        note="Sauf clause contraire de la convention.",
    ),
    NomRegle.ETAT_UNIFORME: FicheRegle(
        phrase="La part de l’État est la même dans chaque commune",
        de_qui="de l’État",
        nature=NatureGarde.UNIFORME,
        source="CCH, art. R441-5-2, II",
        note="Sauf clause contraire de la convention.",
    ),
}
