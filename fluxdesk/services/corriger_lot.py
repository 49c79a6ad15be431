"""Mend or confirm one field of many dwellings, with a reason; undone as one act."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from fluxdesk.domain.correction import (
    champ_corrigeable,
    corriger,
    dire_valeur,
    lire_correction,
    vide,
)
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.provenance import Origine, Provenance
from fluxdesk.domain.typographie import accorde, typographier
from fluxdesk.services.actes_de_main import (
    CORRIGER,
    ActeDeMain,
    MotifManquantError,
    RienAFaireError,
    inscrire,
)
from fluxdesk.services.ports import sans_progres

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from fluxdesk.domain.logement import Logement, ValeurPlate
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.ports import Horloge, Progress, Territoires

_QUOI = "Correction des logements"
_PAS = 500
_RPLS = "id_rpls"


class ValeurUniqueError(FluxDeskError):
    """Several dwellings cannot bear that value, or another one bears it."""

    def __init__(self, pourquoi: str) -> None:
        super().__init__(f"Cette valeur désigne un seul logement : {pourquoi}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What was asked: ``texte`` as typed, None to vouch for the values as they stand."""

    champ: str
    texte: str | None
    motif: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionFaite:
    """Dwellings whose value changed, those vouched for as they stood, those with nothing there."""

    lot: int
    corriges: int
    confirmes: int
    vides: int
    phrase: str


@dataclass(slots=True)
class _Tri:
    corriges: list[Logement] = field(default_factory=list)
    confirmes: list[Logement] = field(default_factory=list)
    vides: int = 0


def corriger_lot(
    ids: Sequence[int],
    correction: Correction,
    *,
    uow: UnitOfWork,
    horloge: Horloge,
    territoires: Territoires,
    progress: Progress = sans_progres,
) -> CorrectionFaite:
    """Give these dwellings this value, or confirm the one they have.

    A value typed that was there already is confirmed. What is empty cannot be confirmed: it is
    counted and left.

    Raises:
        ValeurRefuseeError: the field cannot hold what was typed; ChampInconnuError: no such field.
        ValeurUniqueError: an identifier for several dwellings, or that another one has.
        MotifManquantError: no reason. RienAFaireError: nothing would be recorded.
        AnnuleError: the officer stopped; the base is as it was.
    """
    if not correction.motif.strip():
        raise MotifManquantError
    values = _valeurs(correction, territoires)
    with uow:
        if champ_corrigeable(correction.champ).seul and values:
            _exiger_seul(ids, correction.champ, str(values[correction.champ]), uow)
        sort = _trier(ids, correction.champ, values, uow, progress)
        if not sort.corriges and not sort.confirmes:
            why = "aucun logement n’est choisi" if not sort.vides else "il n’y a rien à confirmer"
            raise RienAFaireError(why)
        said = _phrase(correction, sort, values)
        lot = inscrire(_acte(correction, sort, said, uow.auteur, horloge.maintenant()), uow=uow)
    return CorrectionFaite(
        lot=lot,
        corriges=len(sort.corriges),
        confirmes=len(sort.confirmes),
        vides=sort.vides,
        phrase=said,
    )


def _acte(
    correction: Correction, sort: _Tri, libelle: str, auteur: str, quand: datetime
) -> ActeDeMain:
    return ActeDeMain(
        action=CORRIGER,
        libelle=libelle,
        motif=correction.motif.strip(),
        champ=correction.champ,
        logements=[*sort.corriges, *sort.confirmes],
        provenances=_provenances(sort, correction, auteur, quand),
        resume={
            "valeur": correction.texte,
            "corriges": len(sort.corriges),
            "confirmes": len(sort.confirmes),
        },
    )


def _valeurs(correction: Correction, territoires: Territoires) -> dict[str, ValeurPlate]:
    """What was typed, read; nothing where values are confirmed."""
    champ_corrigeable(correction.champ)
    if correction.texte is None:
        return {}
    return lire_correction(correction.champ, correction.texte, trouver_commune=territoires.commune)


def _exiger_seul(ids: Sequence[int], champ: str, valeur: str, uow: UnitOfWork) -> None:
    if len(ids) > 1:
        chosen = accorde(len(ids), "logement est choisi", "logements sont choisis")
        raise ValeurUniqueError(chosen)
    for ident, _, rpls, _ in uow.logements.reperes() if champ == _RPLS else ():
        if rpls == valeur and ident not in ids:
            why = "un autre l’a déjà"
            raise ValeurUniqueError(why)


def _trier(
    ids: Sequence[int],
    champ: str,
    valeurs: Mapping[str, ValeurPlate],
    uow: UnitOfWork,
    progress: Progress,
) -> _Tri:
    found = _Tri()
    for rank, ident in enumerate(dict.fromkeys(ids)):
        if rank % _PAS == 0:
            progress(rank, len(ids), _QUOI)
        known = uow.logements.lire(ident)
        made = corriger(known, valeurs) if valeurs else known
        if made != known:
            found.corriges.append(made)
        elif vide(known, champ):
            found.vides += 1
        else:
            found.confirmes.append(known)
    return found


def _provenances(
    tri: _Tri, correction: Correction, auteur: str, quand: datetime
) -> list[Provenance]:
    return [
        Provenance(
            logement_id=logement.id,
            champ=correction.champ,
            origine=origin,
            detail=correction.motif.strip(),
            auteur=auteur,
            quand=quand,
        )
        for origin, logements in (
            (Origine.SAISIE, tri.corriges),
            (Origine.CONFIRMEE, tri.confirmes),
        )
        for logement in logements
    ]


def _phrase(correction: Correction, tri: _Tri, valeurs: Mapping[str, ValeurPlate]) -> str:
    label = champ_corrigeable(correction.champ).libelle
    if not valeurs:
        return typographier(f"{label} : {_compte(tri.confirmes, 'confirmé')}")
    said = dire_valeur((tri.corriges or tri.confirmes)[0], correction.champ)
    told = [_compte(tri.corriges, "corrigé")] if tri.corriges else []
    told += [_compte(tri.confirmes, "confirmé")] if tri.confirmes else []
    return typographier(f"{label} « {said} » : {', '.join(told)}")


def _compte(logements: Sequence[Logement], verbe: str) -> str:
    return accorde(len(logements), f"logement {verbe}", f"logements {verbe}s")
