"""Commands on a base as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from fluxdesk.cli.usage import CHEMIN, TEXTE, Commande, Obligatoire
from fluxdesk.domain.bailleur import Bailleur
from fluxdesk.domain.typographie import accorde
from fluxdesk.services.enregistrer_bailleur import RaisonSocialeVideError
from fluxdesk.services.verifier_base import verifier_base

if TYPE_CHECKING:
    from pathlib import Path

    from fluxdesk.cli.session import Session


@click.command("nouveau", cls=Commande)
@click.argument("base", type=CHEMIN)
@click.option(
    "--raison-sociale",
    type=TEXTE,
    metavar="NOM",
    cls=Obligatoire,
    required=True,
    help="Nom du bailleur (obligatoire).",
)
@click.option("--siret", metavar="NUMÉRO", default="", help="SIRET du bailleur, 14 chiffres.")
@click.pass_obj
def nouveau(session: Session, base: Path, raison_sociale: str, siret: str) -> int:
    """Créer une base vide pour un bailleur."""
    if not raison_sociale.strip():
        raise RaisonSocialeVideError
    bailleur = Bailleur(raison_sociale=raison_sociale.strip(), siret="".join(siret.split()))
    session.outils.charger_atelier().creer(base, bailleur).base.fermer()
    session.sortie.rendre(
        {"base": base, "raison_sociale": bailleur.raison_sociale, "siret": bailleur.siret},
        f"La base « {base} » est créée pour « {bailleur.raison_sociale} ».",
    )
    return 0


@click.command("verifier", cls=Commande)
@click.pass_obj
def verifier(session: Session) -> int:
    """Vérifier le fichier de la base, son journal et le registre du flux."""
    with session.bureau() as bureau:
        path = bureau.base.chemin
        found = verifier_base(base=bureau.base)
    told = [accorde(len(found), "anomalie"), *found] if found else ["La base est saine."]
    session.sortie.rendre({"base": path, "saine": not found, "anomalies": found}, "\n".join(told))
    return 1 if found else 0
