"""What the words of a command line stand for: a vacancy, an offer, a party."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.erreurs import FluxDeskError, IntrouvableError
from fluxdesk.domain.flux.parties import BAILLEUR
from fluxdesk.domain.parties import cle_partie
from fluxdesk.domain.typographie import plie

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from fluxdesk.domain.convention import Avenant
    from fluxdesk.services.depots import UnitOfWork

_VACANCE, _LOGEMENT = "vacance:", "logement:"
_LA_VACANCE, _VACANCE_OU_LOGEMENT = "La vacance", "La vacance ou le logement"
_L_OFFRE, _LE_RESERVATAIRE = "L’offre", "Le réservataire"


class VacanceAmbigueError(FluxDeskError):
    """A number is both that of a vacancy and the reference of another dwelling that is free."""

    def __init__(self, repere: str) -> None:
        super().__init__(
            f"« {repere} » désigne une vacance et, d’autre part, un logement vacant. Écrivez "
            f"« {_VACANCE}{repere} » ou « {_LOGEMENT}{repere} »."
        )


class SansVacanceError(FluxDeskError):
    """The dwelling is known, but it is not free."""

    def __init__(self, reference: str) -> None:
        super().__init__(
            f"Le logement « {reference} » n’a pas de vacance en cours. Enregistrez d’abord le "
            "congé de son locataire."
        )


class PartDeConventionError(FluxDeskError):
    """The right of this réservataire is divided: one of its parts must be named."""

    def __init__(self, nom: str, parts: Sequence[str]) -> None:
        listed = ", ".join(f"« {part} »" for part in parts)
        super().__init__(f"Le droit de {nom} est divisé. Précisez la part : {listed}.")


def trouver_vacance(repere: str, *, uow: UnitOfWork) -> int:
    """Id of the vacancy that this id, or reference of a dwelling, stands for.

    ``vacance:12`` and ``logement:12`` settle which is meant.

    Raises:
        IntrouvableError: neither is known.
        SansVacanceError: the dwelling is not free.
        VacanceAmbigueError: both are, and differ.
    """
    with uow:
        if repere.startswith(_LOGEMENT):
            return _du_logement(repere.removeprefix(_LOGEMENT), uow=uow)
        number = repere.removeprefix(_VACANCE)
        vacance_id = _numero(number, {v.id for v in uow.vacances.toutes()})
        if repere.startswith(_VACANCE) and vacance_id is None:
            raise IntrouvableError(_LA_VACANCE, number)
        if vacance_id is None:
            return _du_logement(repere, uow=uow)
        logement = uow.logements.trouver(repere) if repere == number else None
        autre = uow.vacances.en_cours(logement.id) if logement else None
        if autre is not None and autre.id != vacance_id:
            raise VacanceAmbigueError(repere)
        return vacance_id


def trouver_orientation(repere: str, *, uow: UnitOfWork) -> int:
    """Id of the offer of this number (2026-031), or of this id.

    Raises:
        IntrouvableError: no offer answers to it.
    """
    with uow:
        offre = uow.orientations.par_numero(repere)
        if offre is not None:
            return offre.id
        found = _numero(repere, {o.id for o in uow.orientations.toutes()})
        if found is None:
            raise IntrouvableError(_L_OFFRE, repere)
        return found


def trouver_partie(repere: str, jour: date, *, uow: UnitOfWork) -> str:
    """Party key of « Bailleur », a réservataire, « nom / code », or a sous-contingent's name.

    Raises:
        IntrouvableError: nobody answers to it.
        PartDeConventionError: the réservataire's right is divided and no part is named.
    """
    if plie(repere) == BAILLEUR:
        return BAILLEUR
    with uow:
        named = {plie(nom): cle for nom, cle in _parts(jour, uow=uow).items()}
        if plie(repere) in named:
            return named[plie(repere)]
        who = uow.reservataires.trouver(repere)
        if who is None:
            raise IntrouvableError(_LE_RESERVATAIRE, repere)
        avenant = _avenant(who.id, jour, uow=uow)
        if avenant is not None and avenant.sous_contingents:
            parts = [f"{who.nom} / {s.code}" for s in avenant.sous_contingents]
            raise PartDeConventionError(who.nom, parts)
        return cle_partie(who.id)


def _parts(jour: date, *, uow: UnitOfWork) -> dict[str, str]:
    """Every way to name a sous-contingent of that day, with its key.

    A bare name that two conventions share names neither: only « réservataire / code » does.
    """
    whole: dict[str, str] = {}
    bare: dict[str, list[str]] = {}
    for who in uow.reservataires.tous():
        avenant = _avenant(who.id, jour, uow=uow)
        for sous in avenant.sous_contingents if avenant else ():
            cle = cle_partie(who.id, sous.code)
            whole[f"{who.nom} / {sous.code}"] = whole[f"{who.nom} ({sous.nom})"] = cle
            bare.setdefault(sous.nom, []).append(cle)
    return whole | {nom: cles[0] for nom, cles in bare.items() if len(cles) == 1}


def _avenant(reservataire_id: int, jour: date, *, uow: UnitOfWork) -> Avenant | None:
    convention = uow.conventions.du_reservataire(reservataire_id)
    return convention.avenant_au(jour) if convention else None


def _du_logement(reference: str, *, uow: UnitOfWork) -> int:
    logement = uow.logements.trouver(reference)
    if logement is None:
        raise IntrouvableError(_VACANCE_OU_LOGEMENT, reference)
    vacance = uow.vacances.en_cours(logement.id)
    if vacance is None:
        raise SansVacanceError(reference)
    return vacance.id


def _numero(texte: str, connus: set[int]) -> int | None:
    number = int(texte) if texte.isascii() and texte.isdigit() else 0
    return number if number in connus else None
