"""Keep the wording of the letters: the officer's version, and back to the original."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxdesk.domain.gabarit_lettre import comprendre
from fluxdesk.domain.modele_lettre import GenreCourrier, ModeleLettre
from fluxdesk.domain.originaux_lettre import modele_en_vigueur, original
from fluxdesk.domain.typographie import typographier
from fluxdesk.services.lots_du_journal import lire_json
from fluxdesk.services.tenir_fiches import FicheToucheeError

if TYPE_CHECKING:
    from fluxdesk.domain.journal import EntreeJournal
    from fluxdesk.services.depots import UnitOfWork

MODIFIER, ORIGINAL, RETABLIR = "modele.modifier", "modele.original", "modele.retablir"


def lire_modeles(*, uow: UnitOfWork) -> tuple[ModeleLettre, ...]:
    """The template in force of each kind, in their order; ``id`` is 0 for an original."""
    with uow:
        own = tuple(uow.modeles.toutes())
    return tuple(modele_en_vigueur(genre, own) for genre in GenreCourrier)


def enregistrer_modele(modele: ModeleLettre, *, uow: UnitOfWork) -> None:
    """Keep this wording in place of the one in force; that of the original is not kept twice.

    Raises:
        ModeleFautifError: no letter could be made from it; every fault is told.
    """
    comprendre(modele)
    shipped = original(modele.genre)
    if (modele.objet, modele.corps) == (shipped.objet, shipped.corps):
        revenir_a_l_original(modele.genre, uow=uow)
        return
    with uow:
        before = _retirer(modele.genre, uow=uow)
        uow.modeles.enregistrer(modele)
        _journaliser(MODIFIER, "modifié", before, modele, uow=uow)
        uow.valider()


def revenir_a_l_original(genre: GenreCourrier, *, uow: UnitOfWork) -> None:
    """Forget the officer's version; nothing is done where there is none."""
    with uow:
        before = _retirer(genre, uow=uow)
        if before.id == 0:
            return
        _journaliser(ORIGINAL, "revenu à l’original", before, original(genre), uow=uow)
        uow.valider()


def retablir_modele(entree: EntreeJournal, *, motif: str, uow: UnitOfWork) -> str:
    """Put back the wording that stood before that act; what was undone, in words.

    Raises:
        FicheToucheeError: it was changed since.
    """
    genre = GenreCourrier[entree.objet.partition(":")[2].upper()]
    before, after = (_image(genre, text) for text in (entree.avant, entree.apres))
    with uow:
        now = _retirer(genre, uow=uow)
        if (now.objet, now.corps) != (after.objet, after.corps):
            raise FicheToucheeError(entree.libelle)
        if before != original(genre):
            uow.modeles.enregistrer(before)
        told = typographier(f"Annulé : {entree.libelle}")
        uow.journal.ecrire(RETABLIR, entree.objet, told, motif=motif.strip())
        uow.valider()
    return told


def _image(genre: GenreCourrier, texte: str) -> ModeleLettre:
    """The wording that the journal keeps."""
    told: Any = lire_json(texte)
    return ModeleLettre(genre=genre, objet=told["objet"], corps=told["corps"])


def _retirer(genre: GenreCourrier, *, uow: UnitOfWork) -> ModeleLettre:
    """Take the officer's version away; what was in force."""
    before = modele_en_vigueur(genre, tuple(uow.modeles.toutes()))
    if before.id:
        uow.modeles.retirer(before.id)
    return before


def _journaliser(
    action: str, quoi: str, avant: ModeleLettre, apres: ModeleLettre, *, uow: UnitOfWork
) -> None:
    uow.journal.ecrire(
        action,
        f"modele:{apres.genre.name.lower()}",
        typographier(f"Modèle de lettre « {apres.genre.value} » {quoi}"),
        avant={"objet": avant.objet, "corps": avant.corps},
        apres={"objet": apres.objet, "corps": apres.corps},
    )
