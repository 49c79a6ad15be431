"""What an officer changes on many dwellings at once: one lot, one journal entry, one undoing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.plages import en_plages, lire_plages
from fluxdesk.domain.provenance import Origine, Provenance
from fluxdesk.domain.rapport import RapportImport
from fluxdesk.domain.typographie import accorde, typographier
from fluxdesk.services.lots_du_journal import entree_du_lot, lire_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from fluxdesk.domain.logement import Logement
    from fluxdesk.services.depots import UnitOfWork

CORRIGER = "qualite.corriger"
SORTIR = "qualite.sortir"
ANNULER = "qualite.annuler"
FORMAT = "saisie à la main"


class MotifManquantError(FluxDeskError):
    """Values of many dwellings change: the journal keeps why."""

    def __init__(self) -> None:
        super().__init__("Indiquez le motif : il sera inscrit au journal.")


class RienAFaireError(FluxDeskError):
    """No dwelling chosen would change."""

    def __init__(self, pourquoi: str) -> None:
        super().__init__(f"Rien n’a été enregistré : {pourquoi}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ActeDeMain:
    """Dwellings as they will be, all of them, and the origin of what was set on each."""

    action: str
    libelle: str
    motif: str
    champ: str
    logements: Sequence[Logement]
    provenances: Sequence[Provenance]
    resume: Mapping[str, object]


def inscrire(acte: ActeDeMain, *, uow: UnitOfWork) -> int:
    """Write the act in the open transaction and validate it; its lot.

    A dwelling that was only confirmed is in the lot too: acts are undone in their order.
    """
    lot = uow.lots.ouvrir(acte.libelle, FORMAT, "")
    ids = [logement.id for logement in acte.logements]
    wanted = {*ids}
    before = [
        en_dict(known)
        for known in uow.provenances.toutes()
        if known.logement_id in wanted and known.champ == acte.champ
    ]
    uow.logements.modifier(acte.logements, lot)
    uow.provenances.enregistrer(acte.provenances)
    uow.lots.clore(_rapport(acte.libelle, len(ids), lot))
    uow.journal.ecrire(
        acte.action,
        f"lot:{lot}",
        acte.libelle,
        avant={"provenances": before},
        apres={**acte.resume, "champ": acte.champ, "logements": en_plages(ids)},
        motif=acte.motif,
    )
    uow.valider()
    return lot


def annuler_acte(action: str, lot: int, *, uow: UnitOfWork, motif: str) -> int:
    """Put back the values of the act and where they came from; how many dwellings.

    Raises:
        IntrouvableError: no act of that kind has this number.
        FluxDeskError: it is already undone, or a later act or import changed a dwelling.
    """
    with uow:
        entree = entree_du_lot(action, lot, uow=uow)
        _, restored = uow.lots.annuler(lot)
        told = lire_json(entree.apres)
        for ident in lire_plages(told["logements"]):
            uow.provenances.retirer(ident, told["champ"])
        uow.provenances.enregistrer(lues(lire_json(entree.avant)["provenances"]))
        back = accorde(restored, "logement remis en état", "logements remis en état")
        uow.journal.ecrire(
            ANNULER,
            f"lot:{lot}",
            typographier(f"Annulé : {entree.libelle} ({back})"),
            apres={"remis": restored},
            motif=motif,
        )
        uow.valider()
    return restored


def annuler_correction(lot: int, *, uow: UnitOfWork, motif: str) -> int:
    """Undo a bulk mending; see ``annuler_acte``."""
    return annuler_acte(CORRIGER, lot, uow=uow, motif=motif)


def annuler_sortie(lot: int, *, uow: UnitOfWork, motif: str) -> int:
    """Bring dwellings marked as gone back; see ``annuler_acte``."""
    return annuler_acte(SORTIR, lot, uow=uow, motif=motif)


def _rapport(libelle: str, nombre: int, lot: int) -> RapportImport:
    return RapportImport(
        fichier=libelle,
        format=FORMAT,
        encodage="",
        essai=False,
        lues=nombre,
        creees=0,
        modifiees=nombre,
        inchangees=0,
        refusees=0,
        lot=lot,
    )


def en_dict(provenance: Provenance) -> dict[str, object]:
    """The origin of a value as the journal keeps it."""
    return {
        "logement_id": provenance.logement_id,
        "champ": provenance.champ,
        "origine": provenance.origine.value,
        "detail": provenance.detail,
        "auteur": provenance.auteur,
        "quand": provenance.quand.isoformat(),
    }


def lues(lignes: Iterable[Mapping[str, Any]]) -> list[Provenance]:
    """The origins that ``en_dict`` wrote."""
    return [
        Provenance(
            **{
                **line,
                "origine": Origine(line["origine"]),
                "quand": datetime.fromisoformat(line["quand"]),
            }
        )
        for line in lignes
    ]
