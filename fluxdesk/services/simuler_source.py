"""What a simulation plays: a year of the base as it was recorded, or a stream of files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeGuard

from fluxdesk.domain.echec import Responsable
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.flux.evenements import Carence, Presentation, Refus
from fluxdesk.domain.flux.journal import effectifs
from fluxdesk.domain.flux.parties import PARAMETRES
from fluxdesk.domain.flux.rejeu import Arrivee
from fluxdesk.services.rejouer_flux import lire_scenario
from fluxdesk.services.simuler_hypothese import hypothese_signee, lieux_liberes
from fluxdesk.services.tenir_registre import registre_au

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from fluxdesk.domain.flux.evenements import Evenement
    from fluxdesk.domain.flux.parties import Parametres, Partie, Unite
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.ports import Base, LecteurTableau, Territoires
    from fluxdesk.services.simuler_hypothese import Clause, Lieu

DECEMBRE = 12


class FluxVideError(FluxDeskError):
    """There is nothing to play."""

    def __init__(self, nom: str) -> None:
        super().__init__(
            f"« {nom} » ne contient aucun logement du flux : il est vide, ou tous ses logements "
            "sont soustraits. Choisissez un autre fichier."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Everything a simulation needs, read once; nothing of it is ever written.

    ``ouverture`` are the events of the dwellings that were there before ``debut``, those of the
    year included; ``suite`` what was really done with ``arrivees``. A stream of files has
    neither: nothing was done with it. ``adresses`` are by dwelling key, ``noms`` by code of a
    commune or an EPCI.
    """

    titre: str
    parties: tuple[Partie, ...]
    parametres: Parametres
    arrivees: tuple[Arrivee, ...]
    debut: date
    adresses: Mapping[str, str]
    lieux: tuple[Lieu, ...]
    noms: Mapping[str, str]
    ouverture: tuple[Evenement, ...] = ()
    suite: tuple[Evenement, ...] = ()
    reelle: bool = False

    @property
    def hypothese(self) -> tuple[Clause, ...]:
        """What was signed, to begin from."""
        last = max((a.unite.jour for a in self.arrivees), default=self.debut)
        end = date(self.debut.year, DECEMBRE, 31) if self.reelle else last
        return hypothese_signee(self.parties, self.debut, end)


def annees_jouables(*, uow: UnitOfWork) -> tuple[int, ...]:
    """Years in which a dwelling entered the flux, newest first."""
    with uow:
        facts = [event for event, _ in effectifs(uow.evenements.tous())]
    years = {e.unite.jour.year for e in facts if isinstance(e, Presentation)}
    return tuple(sorted(years, reverse=True))


def lire_annee(annee: int, *, base: Base, territoires: Territoires) -> Source:
    """A year of the base: its dwellings in order of arrival, and who refused each of them.

    What happened after 31 December is left out, so that the year as it was done ends where
    its bilan does. The offers of the year for a dwelling freed before it open the ledger.

    Raises:
        FluxError: the recorded events do not fit together; the base was altered.
    """
    debut, fin = date(annee, 1, 1), date(annee, DECEMBRE, 31)
    rows = base.lectures.vacances(fin)
    with base.transaction() as uow:
        registre = registre_au(fin, uow=uow)
    unites = {e.unite_cle: e.unite for e in registre.journal if isinstance(e, Presentation)}
    nouveaux = {cle: unite for cle, unite in unites.items() if unite.jour >= debut}
    before, after = _partager(registre.journal, nouveaux)
    refus = _refus(after)
    parties = registre.parties[:-1]
    return Source(
        titre=str(annee),
        parties=parties,
        parametres=registre.parametres,
        arrivees=tuple(
            Arrivee(unite, refus.get(cle, frozenset())) for cle, unite in nouveaux.items()
        ),
        debut=debut,
        adresses={str(row.id): ", ".join(filter(None, (row.adresse, row.commune))) for row in rows},
        lieux=lieux_liberes(parties, nouveaux.values(), lambda unite: _lieu(unite, territoires)),
        noms=_noms(unites.values(), territoires),
        ouverture=before,
        suite=after,
        reelle=True,
    )


def lire_fichiers(conventions: Path, flux: Path, *, lire: LecteurTableau) -> Source:
    """A stream and its conventions, in the tables that `fluxdesk rejouer` reads.

    Raises:
        FichierIllisibleError: a table cannot be read, or lacks a column.
        ScenarioRefuseError: a cell cannot be played; every such cell is named.
        FluxVideError: no dwelling of the stream is in the flux.
    """
    scenario = lire_scenario(conventions, flux, lire=lire)
    unites = [arrivee.unite for arrivee in scenario.arrivees]
    if not unites:
        raise FluxVideError(flux.name)
    return Source(
        titre=f"{conventions.name} et {flux.name}",
        parties=scenario.parties,
        parametres=PARAMETRES,
        arrivees=scenario.arrivees,
        debut=min(unite.jour for unite in unites),
        adresses={},
        lieux=lieux_liberes(
            scenario.parties, unites, lambda unite: f"dans la commune {unite.commune}"
        ),
        noms={},
    )


def _partager(
    journal: Iterable[Evenement], nouveaux: Mapping[str, Unite]
) -> tuple[tuple[Evenement, ...], tuple[Evenement, ...]]:
    before: list[Evenement] = []
    after: list[Evenement] = []
    for event, _ in effectifs(list(journal)):
        (after if event.unite_cle in nouveaux else before).append(event)
    return tuple(before), tuple(after)


def _refus(suite: Iterable[Evenement]) -> dict[str, frozenset[str]]:
    """Who gave each dwelling back; one that found no candidate would have found none either."""
    found: dict[str, frozenset[str]] = {}
    for event in suite:
        if _rendu(event):
            before = found.get(event.unite_cle, frozenset())
            found[event.unite_cle] = before | {event.partie}
    return found


def _rendu(event: Evenement) -> TypeGuard[Refus | Carence]:
    """Whether an offer failed otherwise than by the landlord's own doing."""
    if isinstance(event, Refus):
        return event.par is not Responsable.BAILLEUR
    return isinstance(event, Carence)


def _lieu(unite: Unite, territoires: Territoires) -> str:
    commune = territoires.commune(unite.commune)
    return f"à {commune.nom}" if commune else f"dans la commune {unite.commune}"


def _noms(unites: Iterable[Unite], territoires: Territoires) -> dict[str, str]:
    names: dict[str, str] = {}
    for unite in unites:
        commune = territoires.commune(unite.commune)
        if commune is not None:
            names[unite.commune] = commune.nom
            names[unite.epci] = commune.epci_nom or unite.epci
    return names
