"""Print a frozen photo: the signed paper, the inventory, the plain page, the workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.typographie import nom_simple
from fluxdesk.services.figer_photo import lire_contenu
from fluxdesk.services.papiers_photo import PapierPhoto, PhotoImprimee
from fluxdesk.services.ports import sans_progres

if TYPE_CHECKING:
    from pathlib import Path

    from fluxdesk.services.ports import Bureau, Progress


def editer_photo(
    photo_id: int,
    dossier: Path,
    *,
    bureau: Bureau,
    reservataire: str = "",
    progress: Progress = sans_progres,
) -> tuple[Path, ...]:
    """Write the four files of a photo in that folder; their paths.

    Raises:
        IntrouvableError: no such photo.
        PhotoAltereeError: it is not what was frozen.
        EcritureError: a file cannot be written there.
        AnnuleError: the officer stopped; the files written so far are whole.
    """
    with bureau.base.transaction() as uow:
        photo = uow.photos.lire(photo_id)
        bailleur = uow.bailleurs.lire()
    shown = PhotoImprimee(
        bailleur=bailleur,
        photo=photo,
        contenu=lire_contenu(photo),
        reservataire=reservataire,
    )
    end = "-".join(filter(None, (nom_simple(photo.nom), nom_simple(reservataire))))
    made: list[Path] = []
    for papier in PapierPhoto:
        progress(len(made), len(PapierPhoto) + 1, papier.value)
        target = dossier / f"{nom_simple(papier.value)}-{end}.pdf"
        bureau.ecrire_photo_pdf(shown, papier, target)
        made.append(target)
    book = dossier / f"Etat-des-lieux-{end}.xlsx"
    bureau.ecrire_photo_xlsx(shown, book)
    progress(len(PapierPhoto) + 1, len(PapierPhoto) + 1, "Classeur")
    return (*made, book)
