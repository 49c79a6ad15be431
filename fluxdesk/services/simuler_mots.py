"""The words of a simulation: clauses, axes, and why a dwelling went where it went."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from fluxdesk.domain.flux.nombres import nombre
from fluxdesk.domain.flux.parties import UN, Axe, ModeRefus
from fluxdesk.domain.flux.suggestion import Motif
from fluxdesk.domain.typographie import accorde, typographier

if TYPE_CHECKING:
    from fluxdesk.domain.flux.rejeu import Decision

LIBELLES_REFUS = {
    ModeRefus.NON_COMPTE_MIXITE: "ne compte pas, sauf dans l’équilibre",
    ModeRefus.NON_COMPTE: "ne compte pas du tout",
    ModeRefus.COMPTE: "consomme le droit",
    ModeRefus.BAILLEUR_UN_TOUR: "rend le logement au bailleur pour un tour",
}
LIBELLES_AXES = {
    Axe.FINANCEMENT: "Financement",
    Axe.QPV: "QPV",
    Axe.TYPOLOGIE: "Typologie",
    Axe.COMMUNE: "Commune",
    Axe.EPCI: "EPCI",
    Axe.PERIODE: "Période",
}
_MOTIFS: dict[str, str] = {
    Motif.PLUS_EN_RETARD: "le plus en retard des éligibles",
    Motif.MIXITE: "en retard de moins que la tolérance, et ce logement corrige mieux son équilibre",
    Motif.URGENCE: "sans ce logement, un réservataire dépasserait bientôt la tolérance",
    Motif.HORS_TOLERANCE: "son retard atteint la tolérance",
    Motif.AUCUN_RETARD: "personne n’est en retard ; son avance serait la plus petite",
    Motif.REPRISE: "le refus a consommé le droit ; le bailleur reprend ce logement sans décompte",
    "garde_legale": "une règle de la loi, réglée comme obligatoire, passe avant les droits",
}


def phrase_du_motif(decision: Decision) -> str:
    """The motive, where the party stood before, and how many had refused."""
    motif = _MOTIFS[decision.motif]
    du, retard = nombre(Fraction(decision.du, UN)), nombre(Fraction(decision.retard, UN))
    ecart = "avance" if retard.startswith("−") else "retard"
    text = f"{motif[0].upper()}{motif[1:]} (dû {du}, servi {decision.servi}, {ecart} "
    text += f"{retard.removeprefix('−')})"
    if decision.refusants:
        text += f", après {accorde(len(decision.refusants), 'refus', 'refus')}"
    return typographier(f"{text}.")
