"""Commands that read what existed before the flux: rights in stock, past years."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from fluxdesk.cli.imports import ESSAI, FICHIER, ajouter_modele, exiger_commande, rendre
from fluxdesk.cli.usage import Groupe
from fluxdesk.services import importer_historique as hist
from fluxdesk.services import importer_stock as droits

if TYPE_CHECKING:
    from pathlib import Path

    from fluxdesk.cli.session import Session


@click.group("stock", cls=Groupe, invoke_without_command=True)
@click.pass_context
def stock(contexte: click.Context) -> None:
    """Réservations en stock, logement par logement (état des lieux)."""
    exiger_commande(contexte, stock)


@stock.command("importer")
@FICHIER
@ESSAI
@click.pass_obj
def importer_stock(session: Session, fichier: Path, *, essai: bool) -> int:
    """Importer un tableau de droits en stock, un par ligne."""
    with session.bureau() as bureau:
        lu = droits.importer_stock(
            fichier,
            essai=essai,
            uow=bureau.base.transaction(),
            lire=bureau.lire_tableau,
            horloge=bureau.horloge,
            progress=session.sortie.progres,
        )
    return rendre(session, lu)


ajouter_modele(stock, droits.COLONNES)


@click.group("historique", cls=Groupe, invoke_without_command=True)
@click.pass_context
def historique(contexte: click.Context) -> None:
    """Vacances et attributions des années passées."""
    exiger_commande(contexte, historique)


@historique.command("importer")
@FICHIER
@ESSAI
@click.pass_obj
def importer_historique(session: Session, fichier: Path, *, essai: bool) -> int:
    """Importer les années passées : une ligne par offre, avant toute orientation.

    Plusieurs lignes d’un même logement et d’un même congé sont ses offres successives.
    """
    with session.bureau() as bureau:
        lu = hist.importer_historique(
            bureau.lire_tableau(fichier, hist.COLONNES),
            essai=essai,
            uow=bureau.base.transaction(),
            horloge=bureau.horloge,
            territoires=bureau.territoires,
            progress=session.sortie.progres,
        )
    return rendre(session, lu)


ajouter_modele(historique, hist.COLONNES)
