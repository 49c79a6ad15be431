"""The rules of law that the tests of the engine share, and a ledger to read them on."""

from __future__ import annotations

from dataclasses import replace

from fluxdesk.domain.flux.gardes import EffetGarde, Garde, NatureGarde
from fluxdesk.domain.flux.parties import Parametres
from tests.domain.flux.exemples import partie

ALERTE, CONTRAINTE = EffetGarde
UNIFORME = Garde(NatureGarde.UNIFORME, "de l'État", ("etat",), 0, CONTRAINTE, "R441-5-2, II")
PLANCHER = replace(UNIFORME, nature=NatureGarde.PLANCHER_HORS_QPV, dix_milliemes=3000)
PLAFOND = replace(PLANCHER, nature=NatureGarde.PLAFOND, source="R441-5-2, I")
ETAT = partie("etat", 4000, nom="État")
AL = partie("al", 4000, nom="Action Logement")


def sous(*gardes: Garde, effet: EffetGarde = CONTRAINTE) -> Parametres:
    return Parametres(axes=(), gardes=tuple(replace(g, effet=effet) for g in gardes))
