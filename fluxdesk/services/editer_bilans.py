"""Write the bilans of a year, a workbook and a PDF for each recipient."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxdesk.domain.typographie import accorde, nom_simple
from fluxdesk.services.etablir_bilan import bilan_pour, destinataires, etablir_bilan

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from fluxdesk.services.depots import UniteDeTravail
    from fluxdesk.services.ports import Progress, RedacteurBilan, Territoires


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandeBilans:
    """Which year, to which folder, for whom; None = every recipient, (None,) = the Préfecture."""

    annee: int
    dossier: Path
    reservataires: Sequence[int | None] | None = None


def editer_bilans(
    commande: CommandeBilans,
    *,
    transaction: UniteDeTravail,
    territoires: Territoires,
    ecrire_xlsx: RedacteurBilan,
    ecrire_pdf: RedacteurBilan,
    progress: Progress,
) -> tuple[Path, ...]:
    """Write the files, in the order of the recipients; the paths written."""
    wanted = commande.reservataires
    if wanted is None:
        known = destinataires(commande.annee, uow=transaction(), territoires=territoires)
        wanted = [d.reservataire_id for d in known]
    commande.dossier.mkdir(parents=True, exist_ok=True)
    general = etablir_bilan(
        commande.annee, reservataire_id=None, uow=transaction(), territoires=territoires
    )
    with transaction() as uow:
        holders = {i: uow.reservataires.lire(i) for i in wanted if i is not None}
    written: list[Path] = []
    for done, ident in enumerate(wanted):
        bilan = general if ident is None else bilan_pour(general, holders[ident])
        progress(done, len(wanted), bilan.destinataire)
        stem = commande.dossier / nom_de_bilan(commande.annee, bilan.destinataire)
        if stem.with_name(stem.name + ".pdf") in written:  # two names that fold to the same
            stem = stem.with_name(f"{stem.name} {ident}")
        for write, suffix in ((ecrire_xlsx, ".xlsx"), (ecrire_pdf, ".pdf")):
            target = stem.with_name(stem.name + suffix)
            write(bilan, target)
            written.append(target)
    progress(len(wanted), len(wanted))
    with transaction() as uow:
        uow.journal.ecrire(
            "bilan.editer",
            f"bilan:{commande.annee}",
            f"Bilan {commande.annee} édité pour {accorde(len(wanted), 'destinataire')}",
        )
        uow.valider()
    return tuple(written)


def nom_de_bilan(annee: int, destinataire: str) -> str:
    """File name without suffix, safe on every system: ``Bilan 2026 Prefecture``."""
    return f"Bilan {annee} {nom_simple(destinataire)}"
