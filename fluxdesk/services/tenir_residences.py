"""What an officer knows of residences: written, removed, found for a dwelling."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.residence import CLASSES, Residence, cle_residence
from fluxdesk.services.tenir_fiches import RESIDENCES, ActeFiches, inscrire

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fluxdesk.domain.logement import Programme
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.rows import ProgrammeRow


class ResidenceFausseError(FluxDeskError):
    """The fiche contradicts itself; the sentence says what to mend."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResidenceLue:
    """A programme of the patrimoine and what is known of it; None where nothing is."""

    ligne: ProgrammeRow
    residence: Residence | None


def lire_residences(
    programmes: Sequence[ProgrammeRow], *, uow: UnitOfWork
) -> tuple[ResidenceLue, ...]:
    """Every programme with its fiche."""
    with uow:
        known = {r.cle: r for r in uow.residences.toutes()}
    return tuple(
        ResidenceLue(ligne=row, residence=known.get(_cle(row.programme))) for row in programmes
    )


def residence_de(programme: str, commune: str, *, uow: UnitOfWork) -> Residence | None:
    """What is known of that programme, inside an open transaction."""
    wanted = cle_residence(programme, commune)
    return next((r for r in uow.residences.toutes() if r.cle == wanted), None)


def enregistrer_residence(residence: Residence, *, uow: UnitOfWork, motif: str = "") -> Residence:
    """Record the fiche of a residence: the one it has is changed, whatever its number.

    Raises:
        ResidenceFausseError: no name, or a class that is none.
    """
    if not residence.nom.strip():
        message = "Ce logement n’a pas de programme : donnez-lui en un par « Corriger »."
        raise ResidenceFausseError(message)
    if residence.attractivite is not None and residence.attractivite not in CLASSES:
        message = "L’attractivité est de 1 (très demandée) à 3 (peu demandée), ou non renseignée."
        raise ResidenceFausseError(message)
    with uow:
        known = residence_de(residence.nom, residence.commune, uow=uow)
        wanted = _numeroter(residence, known)
        told = "fragile" if residence.fragile else "sans fragilité signalée"
        acte = ActeFiches(
            libelle=f"Résidence « {residence.nom} » : {told}, {dire_classe(residence)}",
            avant=(known,) if known else (),
            apres=(wanted,),
            motif=motif,
        )
        (made,) = inscrire(RESIDENCES, acte, uow=uow)
        uow.valider()
    return made


def dire_classe(residence: Residence) -> str:
    """The attractivity in words."""
    if residence.attractivite is None:
        return "attractivité non renseignée"
    return CLASSES[residence.attractivite]


def _numeroter(residence: Residence, connue: Residence | None) -> Residence:
    return Residence(
        id=connue.id if connue else 0,
        nom=residence.nom.strip(),
        commune=residence.commune,
        fragile=residence.fragile,
        attractivite=residence.attractivite,
        note=residence.note.strip(),
        depuis=residence.depuis,
    )


def _cle(programme: Programme) -> tuple[str, str]:
    return cle_residence(programme.nom, programme.commune)
