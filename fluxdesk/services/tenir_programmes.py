"""New programmes: their rights agreed at financing and their concertation (regles.md 46-49)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.programme_neuf import LogementNeuf, controler_concertation
from fluxdesk.domain.vacance import retiree
from fluxdesk.services.premiere_location import noms_des_parties
from fluxdesk.services.tenir_fiches import PROGRAMMES, ActeFiches, inscrire

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from fluxdesk.domain.logement import Logement
    from fluxdesk.domain.programme_neuf import Concertation, ProgrammeNeuf
    from fluxdesk.services.depots import UnitOfWork


class ProgrammeFauxError(FluxDeskError):
    """The programme contradicts itself or the base; the sentence says what to mend."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeLu:
    """A programme, its dwellings, its concertation checked, and whether it was delivered."""

    programme: ProgrammeNeuf
    logements: tuple[Logement, ...]
    concertation: Concertation
    livre: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Programmes:
    """Every programme, and the names of the parties that can be agreed, by key."""

    programmes: tuple[ProgrammeLu, ...]
    parties: Mapping[str, str]


def lire_programmes(*, uow: UnitOfWork) -> Programmes:
    """Every programme in the order entered."""
    with uow:
        delivered = {v.suivi.programme_id for v in uow.vacances.toutes() if not retiree(v)}
        return Programmes(
            programmes=tuple(
                _lire(p, livre=p.id in delivered, uow=uow) for p in uow.programmes.toutes()
            ),
            parties=noms_des_parties(uow=uow),
        )


def enregistrer_programme(
    programme: ProgrammeNeuf, *, uow: UnitOfWork, motif: str = ""
) -> ProgrammeNeuf:
    """Record the programme, new (id 0) or changed, with its rights and its concertation.

    Raises:
        ProgrammeFauxError: no name, a right of no dwelling, a dwelling twice or in another
            programme, a party that cannot hold a dwelling, a delivery before the agrément.
        IntrouvableError: a dwelling, or the programme to change, is gone.
    """
    with uow:
        for sentence in _fautes(programme, uow=uow):
            raise ProgrammeFauxError(sentence)
        before = (uow.programmes.lire(programme.id),) if programme.id else ()
        rights = sum(right.nombre for right in programme.droits)
        told = (
            f"Programme neuf « {programme.nom} » : {rights} droits, "
            f"{len(programme.logements)} logements"
        )
        (made,) = inscrire(
            PROGRAMMES,
            ActeFiches(libelle=told, avant=before, apres=(programme,), motif=motif),
            uow=uow,
        )
        uow.valider()
    return made


def retirer_programme(programme_id: int, *, uow: UnitOfWork, motif: str = "") -> None:
    """Remove a programme that was not delivered.

    Raises:
        IntrouvableError: it is gone.
        FicheUtiliseeError: it was delivered.
    """
    with uow:
        gone = uow.programmes.lire(programme_id)
        told = f"Programme neuf « {gone.nom} » retiré"
        inscrire(PROGRAMMES, ActeFiches(libelle=told, avant=(gone,), motif=motif), uow=uow)
        uow.valider()


def logement_neuf(logement: Logement) -> LogementNeuf:
    """The dwelling as rights are counted on it."""
    return LogementNeuf(
        id=logement.id, financement=logement.financement.value, typologie=logement.typologie
    )


def _lire(programme: ProgrammeNeuf, *, livre: bool, uow: UnitOfWork) -> ProgrammeLu:
    homes = tuple(uow.logements.lire(ident) for ident, _ in programme.logements)
    return ProgrammeLu(
        programme=programme,
        logements=homes,
        concertation=controler_concertation(programme, [logement_neuf(one) for one in homes]),
        livre=livre,
    )


def _fautes(programme: ProgrammeNeuf, *, uow: UnitOfWork) -> Iterator[str]:
    if not programme.nom.strip():
        yield "Indiquez le nom du programme."
    if any(right.nombre < 1 for right in programme.droits):
        yield "Un droit convenu porte sur un logement au moins : corrigez le nombre ou retirez-le."
    yield from _dates(programme)
    known = noms_des_parties(uow=uow)
    named = [right.partie for right in programme.droits]
    named += [party for _, party in programme.logements if party]
    if any(party not in known for party in named):
        yield (
            "Un droit ou un logement est convenu avec un réservataire sans convention, ou dont le "
            "droit est divisé : choisissez l’une de ses parts."
        )
    yield from _logements(programme, uow=uow)


def _dates(programme: ProgrammeNeuf) -> Iterator[str]:
    delivered = programme.livraison_reelle or programme.livraison_prevue
    if programme.agrement and delivered and delivered < programme.agrement:
        yield "La livraison précède l’agrément : corrigez l’une des deux dates."


def _logements(programme: ProgrammeNeuf, *, uow: UnitOfWork) -> Iterator[str]:
    taken = {
        ident: other.nom
        for other in uow.programmes.toutes()
        if other.id != programme.id
        for ident, _ in other.logements
    }
    counts = Counter(ident for ident, _ in programme.logements)
    for ident, times in counts.items():
        home = uow.logements.lire(ident)
        where = home.adresse.ligne() or home.cle
        if times > 1:
            yield f"Le logement {where} est deux fois dans le programme : retirez-en un."
        if ident in taken:
            yield f"Le logement {where} est déjà dans le programme « {taken[ident]} »."
