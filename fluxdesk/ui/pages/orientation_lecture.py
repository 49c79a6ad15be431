"""What the orientation panel shows, read on the worker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxdesk.domain.prochaine_action import Acte
from fluxdesk.domain.vacance import Etape
from fluxdesk.domain.vacance_longue import MOIS_USUELS
from fluxdesk.services.proposer_au_titulaire import prevoir_au_titulaire
from fluxdesk.services.suggerer_orientation import suggerer_orientation
from fluxdesk.ui.pages.vacances_dossier import lire_dossier
from fluxdesk.ui.widgets.a_savoir import lire_savoir

if TYPE_CHECKING:
    from fluxdesk.services.ports import Bureau
    from fluxdesk.services.proposer_au_titulaire import PropositionTitulaire
    from fluxdesk.services.suggerer_orientation import Proposition
    from fluxdesk.ui.pages.vacances_dossier import DossierVacance
    from fluxdesk.ui.widgets.a_savoir import Savoir


@dataclass(frozen=True, slots=True)
class LuOrientation:
    """A vacancy as it stands, and who is owed it, or holds it by right, where it waits for them."""

    dossier: DossierVacance
    proposition: Proposition | None = None
    savoir: Savoir | None = None
    au_titulaire: PropositionTitulaire | None = None


def lire_orientation(bureau: Bureau, vacance_id: int, mois: int = MOIS_USUELS) -> LuOrientation:
    """Read the vacancy and ask the engine, or whose right it is; runs on the worker.

    ``mois`` is after how many months a vacancy is long.
    """
    dossier = lire_dossier(bureau, vacance_id)
    if dossier.action.acte is Acte.PROPOSER:
        holder = prevoir_au_titulaire(
            vacance_id,
            uow=bureau.base.transaction(),
            horloge=bureau.horloge,
            territoires=bureau.territoires,
            feries=bureau.feries,
        )
        return LuOrientation(dossier, au_titulaire=holder)
    if dossier.etape is not Etape.A_ORIENTER:
        return LuOrientation(dossier)
    proposition = suggerer_orientation(
        vacance_id,
        uow=bureau.base.transaction(),
        horloge=bureau.horloge,
        territoires=bureau.territoires,
        feries=bureau.feries,
    )
    known = lire_savoir(bureau, vacance_id, proposition.destinataire, mois)
    return LuOrientation(dossier, proposition, known)
