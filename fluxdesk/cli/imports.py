"""Commands that read a file into the base."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from fluxdesk.cli.rendu import rapport
from fluxdesk.cli.usage import CHEMIN, CommandeManquanteError, Groupe
from fluxdesk.services import importer_conventions as conv
from fluxdesk.services import importer_vacances as vac
from fluxdesk.services.controler_faisabilite import examinateur
from fluxdesk.services.importer_patrimoine import importer_patrimoine

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from fluxdesk.cli.session import Session
    from fluxdesk.domain.rapport import RapportImport

FICHIER = click.argument("fichier", type=CHEMIN)
ESSAI = click.option("--essai", is_flag=True, help="Lire et contrôler sans rien enregistrer.")


@click.group("patrimoine", cls=Groupe, invoke_without_command=True)
@click.pass_context
def patrimoine(contexte: click.Context) -> None:
    """Logements du bailleur."""
    exiger_commande(contexte, patrimoine)


@patrimoine.command("importer")
@FICHIER
@ESSAI
@click.pass_obj
def importer_logements(session: Session, fichier: Path, *, essai: bool) -> int:
    """Importer un fichier RPLS : données détaillées ou déclaration du bailleur."""
    with session.bureau() as bureau:
        lu = importer_patrimoine(
            fichier,
            essai=essai,
            uow=bureau.base.transaction(),
            lire=bureau.lire_patrimoine,
            territoires=bureau.territoires,
            progress=session.sortie.progres,
        )
    return rendre(session, lu)


@click.group("conventions", cls=Groupe, invoke_without_command=True)
@click.pass_context
def conventions(contexte: click.Context) -> None:
    """Réservataires et conventions de réservation."""
    exiger_commande(contexte, conventions)


@conventions.command("importer")
@FICHIER
@ESSAI
@click.pass_obj
def importer_conventions(session: Session, fichier: Path, *, essai: bool) -> int:
    """Importer un tableau de conventions, une par ligne."""
    with session.bureau() as bureau:
        lu = conv.importer_conventions(
            fichier,
            essai=essai,
            uow=bureau.base.transaction(),
            lire=bureau.lire_tableau,
            examinateur=examinateur(bureau),
            progress=session.sortie.progres,
        )
    return rendre(session, lu)


@click.group("vacances", cls=Groupe, invoke_without_command=True)
@click.pass_context
def vacances(contexte: click.Context) -> None:
    """Congés reçus et logements vacants."""
    exiger_commande(contexte, vacances)


@vacances.command("importer")
@FICHIER
@ESSAI
@click.pass_obj
def importer_vacances(session: Session, fichier: Path, *, essai: bool) -> int:
    """Importer un tableau de congés, un par ligne."""
    with session.bureau() as bureau:
        lu = vac.importer_vacances(
            fichier,
            essai=essai,
            uow=bureau.base.transaction(),
            lire=bureau.lire_tableau,
            horloge=bureau.horloge,
            progress=session.sortie.progres,
        )
    return rendre(session, lu)


def exiger_commande(contexte: click.Context, groupe: click.Group) -> None:
    """A group of commands does nothing by itself.

    Raises:
        CommandeManquanteError: none of its commands was named.
    """
    if contexte.invoked_subcommand is None:
        raise CommandeManquanteError(contexte, groupe)


def ajouter_modele(groupe: click.Group, colonnes: Sequence[str]) -> None:
    """Give this group the command that writes the empty workbook of these columns."""

    @groupe.command("modele")
    @FICHIER
    @click.pass_obj
    def modele(session: Session, fichier: Path) -> int:
        """Écrire un classeur à remplir, avec ses colonnes et leur explication."""
        with session.bureau() as bureau:
            bureau.ecrire_modele(colonnes, fichier)
        session.sortie.rendre({"fichier": fichier, "colonnes": colonnes}, str(fichier))
        return 0


def rendre(session: Session, lu: RapportImport) -> int:
    """Say what was done: a success as soon as one line was taken, or was already there."""
    session.sortie.rendre(lu, rapport(lu))
    return 0 if lu.creees + lu.modifiees + lu.inchangees else 1


ajouter_modele(conventions, conv.COLONNES)
