"""Replaying a stream of dwellings from two tables, without a base."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from fluxdesk.cli.usage import CHEMIN, TEXTE, Commande, Obligatoire
from fluxdesk.domain.scenario_parametres import TextesParametres, lire_parametres
from fluxdesk.domain.typographie import accorde
from fluxdesk.services.rejouer_flux import CommandeRejeu, rejouer_flux

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from fluxdesk.cli.session import Session
    from fluxdesk.services.rejouer_flux import RapportRejeu

_TETES = ("", "dû", "servi", "retard", "au plus", "refus")


def _table(nom: str, aide: str) -> Callable[[click.decorators.FC], click.decorators.FC]:
    return click.option(
        f"--{nom}",
        type=CHEMIN,
        metavar="FICHIER",
        cls=Obligatoire,
        required=True,
        help=f"{aide} (obligatoire).",
    )


def _reglage(
    nom: str, forme: str, aide: str
) -> Callable[[click.decorators.FC], click.decorators.FC]:
    return click.option(f"--{nom}", type=TEXTE, metavar=forme, default="", help=aide)


@click.command("rejouer", cls=Commande)
@_table("conventions", "Tableau des conventions")
@_table("flux", "Tableau des logements, dans l’ordre d’arrivée")
@_table("sortie", "Tableau des décisions à écrire")
@_reglage("horizon", "N", "Libérations à venir que l’urgence regarde ; 60 sans précision.")
@_reglage("kappa", "N", "Écrêtement d’une ligne de mixité, en logements ; 3 sans précision.")
@_reglage("tolerance", "B", "Retard toléré, en logements ; 1 − 1/(2n − 2) sans précision.")
@_reglage("poids", "AXE=P,…", "Poids des axes de mixité, comme « financement=2,periode=0 ».")
@click.pass_obj
def rejouer(
    session: Session, /, conventions: Path, flux: Path, sortie: Path, **reglages: str
) -> int:
    """Rejouer un flux de logements sous des conventions données, sans base.

    Chaque logement va à qui le moteur propose et qui ne le refuse pas. Les formats des trois
    tableaux sont décrits dans le fichier README, « Replaying a stream ».
    """
    commande = CommandeRejeu(
        conventions=conventions,
        flux=flux,
        sortie=sortie,
        parametres=lire_parametres(TextesParametres(**reglages)),
    )
    made = rejouer_flux(
        commande, fichiers=session.outils.charger_rejeu(), progress=session.sortie.progres
    )
    session.sortie.rendre(made, _texte(made))
    return 0


def _texte(fait: RapportRejeu) -> str:
    """Counts, then the account of everybody in columns."""
    motifs = ", ".join(f"{motif} {count}" for motif, count in fait.motifs.items() if count)
    rows = [
        _TETES,
        *(
            (
                f"  {partie.nom}" if partie.parent else partie.nom,
                _virgule(partie.du),
                str(partie.servi),
                _virgule(partie.retard),
                _virgule(partie.retard_max),
                str(partie.refus),
            )
            for partie in fait.parties
        ),
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [
        "  ".join([row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:])]) for row in rows
    ]
    counts = (
        accorde(fait.logements, "logement placé", "logements placés"),
        accorde(fait.soustraits, "soustrait"),
        accorde(fait.refus, "refus", "refus"),
    )
    return "\n".join(
        (
            f"{', '.join(counts)}.",
            *([f"Motifs\u00a0: {motifs}."] if motifs else ()),
            *lines,
            f"Décisions\u00a0: {fait.sortie}",
        )
    )


def _virgule(nombre: str) -> str:
    return nombre.replace(".", ",").replace("-", "−")
