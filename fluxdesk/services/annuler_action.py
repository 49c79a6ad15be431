"""Revert an entry of the journal by another action (Ctrl+Z names the last one)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from fluxdesk.domain.erreurs import FluxDeskError, IntrouvableError
from fluxdesk.services import (
    actes_de_main,
    convertir_stock,
    figer_photo,
    importer_candidats,
    importer_conventions,
    importer_historique,
    importer_stock,
    importer_vacances,
    joindre_document,
)
from fluxdesk.services.actes_de_main import annuler_correction, annuler_sortie
from fluxdesk.services.annuler_candidats import annuler_candidats
from fluxdesk.services.annuler_conventions import annuler_conventions, annuler_conversion
from fluxdesk.services.annuler_historique import annuler_historique
from fluxdesk.services.annuler_import import annuler_import
from fluxdesk.services.annuler_orientation import annuler_orientation
from fluxdesk.services.annuler_referentiel import annuler_referentiel
from fluxdesk.services.annuler_stock import annuler_stock
from fluxdesk.services.annuler_vacances import annuler_vacances
from fluxdesk.services.droits_du_logement import CONSOMMER, RENDRE, rendre_droit
from fluxdesk.services.livrer_programme import LIVRER, REPRENDRE, annuler_livraison
from fluxdesk.services.noter_courriers import ATTENDRE, reprendre_ecrits
from fluxdesk.services.noter_courriers import REPRENDRE as ECRIRE_DE_NOUVEAU
from fluxdesk.services.purger_candidats import PURGER
from fluxdesk.services.revenir_convention import ACTES as ACTES_CONVENTION
from fluxdesk.services.revenir_convention import REVENIR as REVENIR_CONVENTION
from fluxdesk.services.revenir_convention import revenir_convention
from fluxdesk.services.rouvrir_offre import ISSUE, ROUVRIR, rouvrir_offre
from fluxdesk.services.suivre import OFFRE, REVENIR, revenir
from fluxdesk.services.suivre_bilans import (
    ANNULER_ENVOI,
    APPROUVER,
    ENVOYER,
    RETIRER,
    annuler_envoi,
    retirer_approbation,
)
from fluxdesk.services.suivre_communes import defaire_suite
from fluxdesk.services.tenir_candidats import REMETTRE as REMETTRE_CANDIDAT
from fluxdesk.services.tenir_candidats import RETIRER as RETIRER_CANDIDAT
from fluxdesk.services.tenir_candidats import remettre_candidat
from fluxdesk.services.tenir_fiches import CAHIERS, annuler_fiches
from fluxdesk.services.tenir_modeles import MODIFIER, ORIGINAL, RETABLIR, retablir_modele

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fluxdesk.domain.journal import EntreeJournal
    from fluxdesk.services.depots import UniteDeTravail, UnitOfWork

# Action that can be reverted, and the action that reverts it.
ANNULATIONS = {
    "orientation.creer": "orientation.annuler",
    "import.patrimoine": "import.annuler",
    importer_stock.ACTION: "import.annuler",
    importer_historique.ACTION: "import.annuler",
    importer_candidats.ACTION: "import.annuler",
    RETIRER_CANDIDAT: REMETTRE_CANDIDAT,
    importer_vacances.ACTION: "import.annuler",
    importer_conventions.ACTION: "import.annuler",
    "financements.rederiver": "import.annuler",
    "referentiel.importer": "referentiel.annuler",
    "conventions.suivre": "conventions.defaire",
    actes_de_main.CORRIGER: actes_de_main.ANNULER,
    actes_de_main.SORTIR: actes_de_main.ANNULER,
    CONSOMMER: RENDRE,
    LIVRER: REPRENDRE,
    convertir_stock.ACTION: "import.annuler",
    figer_photo.FIGER: figer_photo.RETIRER,
    joindre_document.JOINDRE: joindre_document.RETIRER,
    **{action: cahier.annulation for action, cahier in CAHIERS.items()},
    **REVENIR,
    ISSUE: ROUVRIR,
    APPROUVER: RETIRER,
    ENVOYER: ANNULER_ENVOI,
    ATTENDRE: ECRIRE_DE_NOUVEAU,
    MODIFIER: RETABLIR,
    ORIGINAL: RETABLIR,
    **dict.fromkeys(ACTES_CONVENTION, REVENIR_CONVENTION),
}
# Imports of conventions and of vacancies had no lot once: what they changed was not kept.
SANS_LOT = "lot:0"


class _Annuler(Protocol):
    """Undoes what bears that number: an import, an offer; what it counts is of no use here."""

    def __call__(self, ident: int, /, *, uow: UnitOfWork, motif: str) -> object: ...


_PAR_LE_NUMERO: dict[str, _Annuler] = {
    "orientation.creer": annuler_orientation,
    "import.patrimoine": annuler_import,
    importer_stock.ACTION: annuler_stock,
    importer_historique.ACTION: annuler_historique,
    importer_candidats.ACTION: annuler_candidats,
    RETIRER_CANDIDAT: remettre_candidat,
    importer_vacances.ACTION: annuler_vacances,
    importer_conventions.ACTION: annuler_conventions,
    "financements.rederiver": annuler_import,
    "referentiel.importer": annuler_referentiel,
    actes_de_main.CORRIGER: annuler_correction,
    actes_de_main.SORTIR: annuler_sortie,
    LIVRER: annuler_livraison,
    CONSOMMER: rendre_droit,
    convertir_stock.ACTION: annuler_conversion,
    figer_photo.FIGER: figer_photo.retirer_photo,
    joindre_document.JOINDRE: joindre_document.retirer_document,
    APPROUVER: retirer_approbation,
    ENVOYER: annuler_envoi,
}


class _Revenir(Protocol):
    """Undoes the act that the entry tells, by the images that it keeps."""

    def __call__(self, entree: EntreeJournal, /, *, motif: str, uow: UnitOfWork) -> object: ...


_PAR_L_ENTREE: dict[str, _Revenir] = {
    **dict.fromkeys(CAHIERS, annuler_fiches),
    **dict.fromkeys(REVENIR, revenir),
    "conventions.suivre": defaire_suite,
    ISSUE: rouvrir_offre,
    ATTENDRE: reprendre_ecrits,
    MODIFIER: retablir_modele,
    ORIGINAL: retablir_modele,
    **dict.fromkeys(ACTES_CONVENTION, revenir_convention),
}


class ActionNonAnnulableError(FluxDeskError):
    """Nothing reverts this kind of action, or it was reverted."""

    def __init__(self, libelle: str) -> None:
        super().__init__(f"Cette action ne peut pas être annulée : {libelle}.")


def annulables(entrees: Iterable[EntreeJournal]) -> list[EntreeJournal]:
    """Actions that can be reverted and were not, oldest first."""
    standing: dict[tuple[str, str], list[EntreeJournal]] = {}
    for entree in entrees:
        if entree.action in ANNULATIONS and entree.objet != SANS_LOT:
            standing.setdefault((ANNULATIONS[entree.action], entree.objet), []).append(entree)
        if undone := standing.get((entree.action, entree.objet)):
            undone.pop()
        if entree.action == "orientation.annuler":  # what happened to that offer goes with it
            for follow in (ROUVRIR, REVENIR[OFFRE]):
                standing.pop((follow, entree.objet), None)
        if entree.action == PURGER:  # whoever was set aside is gone for good
            standing = {key: acts for key, acts in standing.items() if key[0] != REMETTRE_CANDIDAT}
    # Of the acts of one kind on one thing, the last is undone first.
    return sorted((acts[-1] for acts in standing.values() if acts), key=lambda e: e.numero)


def annuler_action(numero: int, *, motif: str, transaction: UniteDeTravail) -> str:
    """Revert the journal entry of that number; what was undone, in words.

    Raises:
        IntrouvableError: no such entry.
        ActionNonAnnulableError: nothing reverts it.
        FluxDeskError: the reverting action refuses; see ``annuler_orientation`` and the
            services that undo imports.
    """
    with transaction() as uow:
        entrees = list(uow.journal.toutes())
    entree = next((e for e in entrees if e.numero == numero), None)
    if entree is None:
        msg = "L’entrée de journal"
        raise IntrouvableError(msg, numero)
    if entree not in annulables(entrees):
        raise ActionNonAnnulableError(entree.libelle)
    if entree.action in _PAR_L_ENTREE:
        _PAR_L_ENTREE[entree.action](entree, motif=motif, uow=transaction())
    else:
        ident = int(entree.objet.partition(":")[2])
        _PAR_LE_NUMERO[entree.action](ident, motif=motif, uow=transaction())
    return entree.libelle
