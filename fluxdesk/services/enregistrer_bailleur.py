"""Record the identity of the landlord."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fluxdesk.domain.erreurs import FluxDeskError

if TYPE_CHECKING:
    from fluxdesk.domain.bailleur import Bailleur
    from fluxdesk.services.depots import UnitOfWork

LOGO_MAX = 1_000_000


class RaisonSocialeVideError(FluxDeskError):
    """The landlord has no name."""

    def __init__(self) -> None:
        super().__init__("Indiquez la raison sociale du bailleur.")


class LogoTropLourdError(FluxDeskError):
    """The logo would swell every letter."""

    def __init__(self) -> None:
        super().__init__("Le logo dépasse 1 Mo : choisissez une image plus légère (PNG ou JPEG).")


def enregistrer_bailleur(bailleur: Bailleur, *, uow: UnitOfWork) -> None:
    """Replace the identity printed on letters and bilans.

    Raises:
        RaisonSocialeVideError: no name.
        LogoTropLourdError: a logo over 1 MB.
    """
    if not bailleur.raison_sociale.strip():
        raise RaisonSocialeVideError
    if bailleur.logo is not None and len(bailleur.logo) > LOGO_MAX:
        raise LogoTropLourdError
    with uow:
        before = uow.bailleurs.lire()
        uow.bailleurs.enregistrer(bailleur)
        uow.journal.ecrire(
            "bailleur.modifier",
            "bailleur:1",
            f"Identité du bailleur : {bailleur.raison_sociale}",
            # The picture itself would weigh on every line of the journal.
            avant=replace(before, logo=None),
            apres=replace(bailleur, logo=None),
        )
        uow.valider()
