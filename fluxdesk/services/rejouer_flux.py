"""Play a stream of dwellings through the engine, from two tables to a third, without a base."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from fluxdesk.domain import scenario_conventions, scenario_flux
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.flux.parties import PARAMETRES
from fluxdesk.domain.flux.registre import Registre
from fluxdesk.domain.flux.rejeu import jouer
from fluxdesk.domain.flux.suggestion import Motif
from fluxdesk.domain.scenario import Lecture, ScenarioRefuseError
from fluxdesk.domain.scenario_valeurs import decimales
from fluxdesk.services.colonnes import exiger_colonnes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction
    from pathlib import Path

    from fluxdesk.domain.flux.parties import Parametres
    from fluxdesk.domain.flux.rejeu import Rejeu
    from fluxdesk.domain.scenario import Probleme, Scenario
    from fluxdesk.services.ports import FichierLu, LecteurTableau, Progress


class SortieEstEntreeError(FluxDeskError):
    """The decisions would be written over one of the tables they come from."""

    def __init__(self, sortie: Path) -> None:
        super().__init__(
            f"« {sortie} » est un des fichiers à lire : il serait effacé. Choisissez un autre nom."
        )


class RedacteurRejeu(Protocol):
    """Writes the decisions of a replay, whole."""

    def __call__(self, rejeu: Rejeu, cible: Path) -> None: ...  # noqa: D102 - its own docstring


@dataclass(frozen=True, slots=True)
class FichiersRejeu:
    """How a replay reads its tables and writes its decisions."""

    lire: LecteurTableau
    ecrire: RedacteurRejeu


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandeRejeu:
    """The tables to read, the one to write, and the knobs of the rule."""

    conventions: Path
    flux: Path
    sortie: Path
    parametres: Parametres = PARAMETRES


@dataclass(frozen=True, slots=True, kw_only=True)
class ComptePartie:
    """Where a party stands at the end.

    ``du``, ``retard`` and ``retard_max`` are dwellings, exactly, with four decimals and a point;
    ``retard_max`` is the greatest |retard| after a dwelling was placed, or at the very start.
    ``refus`` counts the offers it refused; a party divided into parts has those of its parts.
    """

    nom: str
    parent: str | None
    du: str
    servi: int
    retard: str
    retard_max: str
    refus: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RapportRejeu:
    """What was played: dwellings by the motive that placed them, then everybody's account.

    ``logements`` are those of the flux, ``soustraits`` those that are taken out of it;
    ``tolerance`` is B, in dwellings.
    """

    sortie: Path
    logements: int
    soustraits: int
    refus: int
    tolerance: Fraction
    motifs: Mapping[str, int]
    parties: tuple[ComptePartie, ...]


def rejouer_flux(
    commande: CommandeRejeu,
    *,
    fichiers: FichiersRejeu,
    progress: Progress,
) -> RapportRejeu:
    """Read both tables, place every dwelling, write the decisions; all or nothing.

    Raises:
        SortieEstEntreeError: the result would replace a table.
        FichierIllisibleError: a table cannot be read, or lacks a column.
        ScenarioRefuseError: a cell cannot be played; every such cell is named.
        AnnuleError: stopped on the way.
    """
    target = commande.sortie.resolve()
    if target in {commande.conventions.resolve(), commande.flux.resolve()}:
        raise SortieEstEntreeError(commande.sortie)
    scenario = lire_scenario(commande.conventions, commande.flux, lire=fichiers.lire)
    total = len(scenario.arrivees)
    rejeu = jouer(
        Registre(scenario.parties, commande.parametres),
        scenario.arrivees,
        lambda place: progress(place, total, "Le flux est rejoué"),
    )
    fichiers.ecrire(rejeu, commande.sortie)
    return _rapport(commande.sortie, scenario, rejeu)


def lire_scenario(conventions: Path, flux: Path, *, lire: LecteurTableau) -> Scenario:
    """The parties and the stream that two tables hold.

    Raises:
        FichierIllisibleError: a table cannot be read, or lacks a column.
        ScenarioRefuseError: a cell cannot be played; every such cell is named.
    """
    problems: list[Probleme] = []
    rules = lire(conventions, scenario_conventions.COLONNES)
    exiger_colonnes(rules, scenario_conventions.OBLIGATOIRES)
    parties = scenario_conventions.lire_conventions(_lectures(rules, problems))
    stream = lire(flux, scenario_flux.COLONNES)
    exiger_colonnes(stream, scenario_flux.OBLIGATOIRES)
    scenario = scenario_flux.lire_flux(_lectures(stream, problems), parties)
    if problems:
        files = [rules.nom, stream.nom]
        problems.sort(key=lambda problem: (files.index(problem.fichier), problem.ligne))
        raise ScenarioRefuseError(problems)
    return scenario


def _lectures(lu: FichierLu, problems: list[Probleme]) -> list[Lecture]:
    return [Lecture(lu.nom, ligne.numero, ligne.champs, problems) for ligne in lu.lignes]


def _rapport(sortie: Path, scenario: Scenario, rejeu: Rejeu) -> RapportRejeu:
    counts = Counter(decision.motif for decision in rejeu.decisions)
    names = {solde.cle: solde.nom for solde in rejeu.soldes}
    return RapportRejeu(
        sortie=sortie,
        logements=len(rejeu.decisions),
        soustraits=scenario.soustraits,
        refus=sum(len(decision.refusants) for decision in rejeu.decisions),
        tolerance=rejeu.registre.tolerance,
        motifs={motif.value: counts[motif] for motif in Motif},
        parties=tuple(
            ComptePartie(
                nom=solde.nom,
                parent=None if solde.parent is None else names[solde.parent],
                du=decimales(solde.du),
                servi=solde.servi,
                retard=decimales(solde.retard),
                retard_max=decimales(rejeu.retards_max[solde.cle]),
                refus=rejeu.registre.refus(solde.cle),
            )
            for solde in rejeu.soldes
        ),
    )
