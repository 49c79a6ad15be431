"""Mark dwellings as gone (sale, demolition…); list those the last file does not hold."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.logement import EtatLogement
from fluxdesk.domain.plages import lire_plages
from fluxdesk.domain.provenance import Origine, Provenance
from fluxdesk.domain.typographie import accorde, typographier
from fluxdesk.services.actes_de_main import (
    SORTIR,
    ActeDeMain,
    MotifManquantError,
    RienAFaireError,
    inscrire,
)
from fluxdesk.services.importer_patrimoine import ABSENTS, ACTION, PERIMETRE, RELECTURE
from fluxdesk.services.lots_du_journal import lire_json
from fluxdesk.services.mesurer_qualite import paquets
from fluxdesk.services.ports import sans_progres

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from fluxdesk.domain.logement import Logement
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.ports import Horloge, Progress

_QUOI = "Sortie des logements"
_PAS = 500
_ANNULE = "import.annuler"


class CauseSortie(StrEnum):
    """Why a dwelling left the patrimoine (SORTIEPATRIM of RPLS, in three)."""

    VENTE = "vente"
    DEMOLITION = "démolition"
    AUTRE = "autre"


class SortieFutureError(FluxDeskError):
    """A dwelling that will go is still there."""

    def __init__(self, jour: date) -> None:
        super().__init__(
            f"La sortie du {jour:%d/%m/%Y} n’a pas encore eu lieu : marquez-la ce jour-là."
        )


class LogementOccupeParLeFluxError(FluxDeskError):
    """A vacancy of the dwelling is being dealt with."""

    def __init__(self, reference: str, nombre: int) -> None:
        others = f" ({nombre} logements choisis sont dans ce cas)" if nombre > 1 else ""
        super().__init__(
            f"Le logement « {reference} » a une vacance en cours{others} : terminez-la ou "
            "retirez-la du flux avant de marquer sa sortie."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Sortie:
    """How the dwellings went; ``raison`` must be said where the cause is « autre »."""

    cause: CauseSortie
    jour: date
    raison: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SortieFaite:
    """How many are marked, how many were already."""

    lot: int
    sortis: int
    deja: int
    phrase: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Absents:
    """Dwellings still in the patrimoine that the last file does not hold, by id.

    ``fichier`` is empty where no file was imported yet; ``perimetre`` says which places the file
    covers, empty where the base holds no other.
    """

    fichier: str = ""
    perimetre: str = ""
    quand: datetime | None = None
    logements: tuple[int, ...] = ()


def marquer_sortis(
    ids: Sequence[int],
    sortie: Sortie,
    *,
    uow: UnitOfWork,
    horloge: Horloge,
    progress: Progress = sans_progres,
) -> SortieFaite:
    """Mark these dwellings as gone; they keep their history and count no more in the stock.

    Raises:
        MotifManquantError: the cause is « autre » and nothing says which.
        SortieFutureError: the day is ahead. RienAFaireError: all are gone already.
        LogementOccupeParLeFluxError: one has an open vacancy.
        AnnuleError: the officer stopped; the base is as it was.
    """
    if sortie.cause is CauseSortie.AUTRE and not sortie.raison.strip():
        raise MotifManquantError
    if sortie.jour > horloge.aujourd_hui():
        raise SortieFutureError(sortie.jour)
    with uow:
        known = _lire(ids, uow, progress)
        going = [one for one in known if one.etat is EtatLogement.ACTIF]
        if not going:
            why = "les logements choisis sont déjà sortis" if known else "aucun logement choisi"
            raise RienAFaireError(why)
        _refuser_les_vacants(going, uow)
        count = accorde(len(going), "logement sorti", "logements sortis")
        said = typographier(f"{count} du patrimoine : {_detail(sortie)}")
        lot = inscrire(_acte(sortie, going, said, uow.auteur, horloge.maintenant()), uow=uow)
    return SortieFaite(lot=lot, sortis=len(going), deja=len(known) - len(going), phrase=said)


def _acte(
    sortie: Sortie, going: Sequence[Logement], libelle: str, auteur: str, quand: datetime
) -> ActeDeMain:
    return ActeDeMain(
        action=SORTIR,
        libelle=libelle,
        motif=sortie.raison.strip() or sortie.cause.value,
        champ="etat",
        logements=[replace(one, etat=EtatLogement.SORTI) for one in going],
        provenances=[
            Provenance(
                logement_id=one.id,
                champ="etat",
                origine=Origine.SAISIE,
                detail=_detail(sortie),
                auteur=auteur,
                quand=quand,
            )
            for one in going
        ],
        resume={"cause": sortie.cause.value, "jour": sortie.jour},
    )


def absents_du_dernier_fichier(*, uow: UnitOfWork) -> Absents:
    """What the last import of the patrimoine that stands did not hold, less what went since."""
    with uow:
        standing = {}
        for entree in uow.journal.toutes():
            if entree.action in {ACTION, RELECTURE}:
                standing[entree.objet, entree.numero] = entree
            elif entree.action == _ANNULE:
                standing = {key: e for key, e in standing.items() if key[0] != entree.objet}
        if not standing:
            return Absents()
        last = max(standing.values(), key=lambda entree: entree.numero)
        told = lire_json(last.apres)
        wanted = {*lire_plages(str(told.get(ABSENTS, "")))}
        still = [name[0] for name in uow.logements.reperes() if name[0] in wanted]
        return Absents(
            fichier=str(told["fichier"]),
            perimetre=str(told.get(PERIMETRE, "")),
            quand=last.quand,
            logements=tuple(_actifs(still, uow)),
        )


def _lire(ids: Sequence[int], uow: UnitOfWork, progress: Progress) -> list[Logement]:
    found = []
    for rank, ident in enumerate(dict.fromkeys(ids)):
        if rank % _PAS == 0:
            progress(rank, len(ids), _QUOI)
        found.append(uow.logements.lire(ident))
    return found


def _refuser_les_vacants(logements: Sequence[Logement], uow: UnitOfWork) -> None:
    busy = [one for one in logements if uow.vacances.en_cours(one.id) is not None]
    if busy:
        name = busy[0].id_interne or busy[0].id_rpls or busy[0].cle
        raise LogementOccupeParLeFluxError(name, len(busy))


def _actifs(ids: Sequence[int], uow: UnitOfWork) -> list[int]:
    found: list[int] = []
    for batch in paquets(ids):
        states = uow.logements.valeurs(batch, ("etat",))
        found += [i for i in batch if states[i][0] == EtatLogement.ACTIF.value]
    return found


def _detail(sortie: Sortie) -> str:
    more = f" ({sortie.raison.strip()})" if sortie.raison.strip() else ""
    return f"{sortie.cause.value} le {sortie.jour:%d/%m/%Y}{more}"
