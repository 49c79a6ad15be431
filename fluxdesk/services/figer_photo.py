"""Freeze a dated état des lieux, read it back unchanged, compare it with another or with today."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.photo import ContenuPhoto, PhotoDepart
from fluxdesk.domain.photo_ecarts import comparer
from fluxdesk.domain.typographie import typographier
from fluxdesk.services.dresser_etat_des_lieux import DemandeEtat, dresser_etat_des_lieux
from fluxdesk.services.fiches import ecrire_fiche, lire_fiche

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fluxdesk.domain.photo_ecarts import Comparaison
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.ports import Bureau, Horloge

FIGER = "photo.figer"
RETIRER = "photo.retirer"


class PhotoAltereeError(FluxDeskError):
    """What is kept is not what was frozen."""

    def __init__(self, nom: str) -> None:
        super().__init__(
            f"La photo « {nom} » ne correspond plus à son empreinte : la base a été modifiée hors "
            "de FluxDesk. Reprenez une sauvegarde."
        )


class PhotoSansNomError(FluxDeskError):
    """A photo is called by its name."""

    def __init__(self) -> None:
        super().__init__("Donnez un nom à la photo de départ.")


def lister_photos(*, uow: UnitOfWork) -> Sequence[PhotoDepart]:
    """Every photo, the last one first."""
    with uow:
        return tuple(reversed(uow.photos.toutes()))


def lire_contenu(photo: PhotoDepart) -> ContenuPhoto:
    """What the photo froze.

    Raises:
        PhotoAltereeError: its text is not the one that was frozen.
    """
    if _empreinte(photo.contenu) != photo.empreinte:
        raise PhotoAltereeError(photo.nom)
    return lire_fiche(photo.contenu, ContenuPhoto)


def figer_photo(contenu: ContenuPhoto, nom: str, *, uow: UnitOfWork, horloge: Horloge) -> int:
    """Keep the photo as it is; its id. Undone by ``retirer_photo``.

    Raises:
        PhotoSansNomError: the name is empty.
        ConversionImpossibleError: its figures contradict one another.
    """
    with uow:
        photo = inscrire_photo(contenu, nom, uow=uow, horloge=horloge)
        uow.journal.ecrire(
            FIGER,
            f"photo:{photo.id}",
            typographier(
                f"Photo de départ « {photo.nom} » figée, empreinte {photo.empreinte[:12]}"
            ),
            apres={"jour": photo.jour, "nom": photo.nom, "empreinte": photo.empreinte},
        )
        uow.valider()
    return photo.id


def inscrire_photo(
    contenu: ContenuPhoto, nom: str, *, uow: UnitOfWork, horloge: Horloge
) -> PhotoDepart:
    """Record the frozen photo inside an open transaction; see ``figer_photo``."""
    if not nom.strip():
        raise PhotoSansNomError
    contenu.conversion()  # a photo that computes nothing could not be signed
    text = ecrire_fiche(contenu)
    photo = PhotoDepart(
        jour=contenu.etat.jour,
        nom=nom.strip(),
        contenu=text,
        empreinte=_empreinte(text),
        figee=horloge.aujourd_hui(),
    )
    return replace(photo, id=uow.photos.enregistrer(photo))


def retirer_photo(photo_id: int, *, uow: UnitOfWork, motif: str) -> None:
    """Take a frozen photo back; the journal keeps its name and fingerprint.

    Raises:
        IntrouvableError: no such photo.
    """
    with uow:
        photo = uow.photos.lire(photo_id)
        uow.photos.retirer(photo_id)
        uow.journal.ecrire(
            RETIRER,
            f"photo:{photo_id}",
            typographier(f"Photo de départ « {photo.nom} » retirée"),
            avant={"jour": photo.jour, "nom": photo.nom, "empreinte": photo.empreinte},
            motif=motif,
        )
        uow.valider()


def comparer_photos(avant: PhotoDepart, apres: PhotoDepart) -> Comparaison:
    """What changed from one photo to another.

    Raises:
        PhotoAltereeError: one of them is not what was frozen.
    """
    return comparer(lire_contenu(avant).etat, lire_contenu(apres).etat)


def comparer_a_aujourd_hui(photo: PhotoDepart, bureau: Bureau) -> Comparaison:
    """What changed since, counted the same way.

    Raises:
        PhotoAltereeError: it is not what was frozen.
    """
    etat = lire_contenu(photo).etat
    asked = DemandeEtat(
        annees=max(1, len(etat.annees)), mutations=etat.mutations, exclusions=etat.exclusions
    )
    today = dresser_etat_des_lieux(
        asked,
        uow=bureau.base.transaction(),
        horloge=bureau.horloge,
        territoires=bureau.territoires,
    )
    return comparer(etat, today)


def _empreinte(texte: str) -> str:
    return hashlib.sha256(texte.encode()).hexdigest()
