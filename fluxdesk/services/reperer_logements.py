"""Dwellings found by whatever name a line gives them, without a query a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fluxdesk.domain.cellules import Cellules
    from fluxdesk.domain.logement import Logement
    from fluxdesk.services.depots import UnitOfWork


class Reperes:
    """The dwellings of the base, read once."""

    def __init__(self, uow: UnitOfWork) -> None:
        self.par_id: dict[int, Logement] = {}
        keys: dict[str, Logement] = {}
        rpls: dict[str, Logement] = {}
        own: dict[str, Logement] = {}
        for logement in uow.logements.tous():
            self.par_id[logement.id] = keys[logement.cle] = logement
            rpls[logement.id_rpls] = own[logement.id_interne] = logement
        self._par_nom = own | rpls | keys  # a key goes before an RPLS id, and that before the rest

    def trouver(self, reference: str) -> Logement | None:
        """By key, RPLS id, or the landlord's own id, as ``Logements.trouver``."""
        return self._par_nom.get(reference)

    def exiger(self, cellules: Cellules) -> Logement:
        """The dwelling that the line names in its column ``logement``.

        Raises:
            LigneRefuseeError: it names none, or none of the base.
        """
        reference = cellules.texte("logement")
        if not reference:
            cellules.refuser("logement", "L’identifiant du logement manque.")
        found = self.trouver(reference)
        if found is None:
            cellules.refuser(
                "logement", "n’est l’identifiant d’aucun logement : importez d’abord le patrimoine."
            )
        return found
