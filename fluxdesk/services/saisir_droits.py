"""Enter rights on dwellings by hand: the same checks and the same undoing as a file of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from fluxdesk.domain.droit_stock import NatureDroit
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.services.importer_stock import importer_stock
from fluxdesk.services.ports import FichierLu, LigneLue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fluxdesk.domain.rapport import RapportImport
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.ports import Horloge

A_LA_MAIN = "saisie à la main"


class DroitsRefusesError(FluxDeskError):
    """Not one of the dwellings named could be given the right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SaisieDroits:
    """One right on several dwellings, named by RPLS id, landlord's id or key."""

    reservataire: str
    logements: tuple[str, ...]
    nature: NatureDroit = NatureDroit.DROIT_DE_SUITE
    sous_contingent: str = ""
    source: str = ""


def saisir_droits(saisie: SaisieDroits, *, uow: UnitOfWork, horloge: Horloge) -> RapportImport:
    """Give the right on each dwelling; what was done, refusals told dwelling by dwelling.

    Undone like an import of rights in stock.

    Raises:
        DroitsRefusesError: none could be given.
    """

    def lire(chemin: Path, attendues: Sequence[str]) -> FichierLu:
        return FichierLu(
            nom=chemin.name,
            format=A_LA_MAIN,
            encodage="",
            colonnes=tuple(attendues),
            lignes=[
                LigneLue(
                    rank,
                    {
                        "logement": name,
                        "reservataire": saisie.reservataire,
                        "sous_contingent": saisie.sous_contingent,
                        "nature": saisie.nature.value,
                        "fin": "",
                        "source": saisie.source or A_LA_MAIN,
                    },
                )
                for rank, name in enumerate(saisie.logements, start=1)
            ],
        )

    done = importer_stock(Path(A_LA_MAIN), essai=False, uow=uow, lire=lire, horloge=horloge)
    if done.refus and not done.creees + done.modifiees + done.inchangees:
        raise DroitsRefusesError(done.refus[0].phrase)
    return done
