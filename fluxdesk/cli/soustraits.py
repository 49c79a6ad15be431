"""Commands on the dwellings that will be taken out of the flux: foreseen, done, the gap."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from fluxdesk.cli.usage import ANNEE, CHEMIN, TEXTE, Groupe, Obligatoire
from fluxdesk.domain.prevision import Prevision
from fluxdesk.domain.typographie import accorde, typographier
from fluxdesk.services.comparer_soustraits import lire_soustraits
from fluxdesk.services.importer_previsions import importer_previsions
from fluxdesk.services.prevoir_soustraits import (
    lire_categorie,
    prevoir_soustraits,
    reconduire_soustraits,
    retirer_prevision,
)

if TYPE_CHECKING:
    from pathlib import Path

    from fluxdesk.cli.session import Session
    from fluxdesk.domain.prevision import LigneSoustraits
    from fluxdesk.services.comparer_soustraits import TableauSoustraits

_motif = click.option("--motif", type=TEXTE, default="", metavar="TEXTE", help="Gardé au journal.")


@click.group("soustraits", cls=Groupe, invoke_without_command=True)
@click.option("--annee", type=ANNEE, metavar="ANNEE", help="En cours par défaut.")
@click.pass_context
def soustraits(contexte: click.Context, annee: int | None) -> int:
    """Prévisionnel des logements soustraits du flux : prévu, réalisé, écart (R441-5-1)."""
    if contexte.invoked_subcommand is None:
        session: Session = contexte.obj
        with session.bureau() as bureau:
            read = lire_soustraits(
                annee or 0,
                uow=bureau.base.transaction(),
                horloge=bureau.horloge,
                territoires=bureau.territoires,
            )
        session.sortie.rendre(read, _texte(read))
    return 0


@soustraits.command("prevoir")
@click.option("--annee", type=ANNEE, cls=Obligatoire, required=True, help="L’année (obligatoire).")
@click.option(
    "--categorie", type=TEXTE, cls=Obligatoire, required=True, help="La cause (obligatoire)."
)
@click.option(
    "--nombre", type=int, cls=Obligatoire, required=True, help="De logements (obligatoire)."
)
@click.option("--operation", type=TEXTE, default="", help="Nom de l’opération.")
@click.option("--commune", type=TEXTE, default="", help="Code Insee.")
@click.option("--typologie", type=TEXTE, default="", help="T1 à T6.")
@_motif
@click.pass_obj
def prevoir(session: Session, /, motif: str, **champs: str | int) -> int:
    """Ajouter une prévision."""
    wanted = Prevision(**{**champs, "categorie": lire_categorie(str(champs["categorie"]))})  # type: ignore[arg-type] # click gives each option its type
    with session.bureau() as bureau:
        made = prevoir_soustraits((wanted,), uow=bureau.base.transaction(), motif=motif)
    session.sortie.rendre(made[0], typographier(f"Prévision n° {made[0].id} enregistrée."))
    return 0


@soustraits.command("modifier")
@click.argument("numero", type=int)
@click.option("--annee", type=ANNEE, metavar="ANNEE")
@click.option("--categorie", type=TEXTE, help="La cause.")
@click.option("--nombre", type=int, help="De logements.")
@click.option("--operation", type=TEXTE, help="Nom de l’opération.")
@click.option("--commune", type=TEXTE, help="Code Insee.")
@click.option("--typologie", type=TEXTE, help="T1 à T6.")
@_motif
@click.pass_obj
def modifier(session: Session, /, numero: int, motif: str, **champs: str | int | None) -> int:
    """Changer une prévision, par son numéro ; ce qui n’est pas donné reste."""
    given: dict[str, object] = {name: told for name, told in champs.items() if told is not None}
    if "categorie" in given:
        given["categorie"] = lire_categorie(str(given["categorie"]))
    with session.bureau() as bureau:
        with bureau.base.transaction() as uow:
            known = uow.previsions.lire(numero)
        wanted = replace(known, **given)  # type: ignore[arg-type] # click gives each its type
        made = prevoir_soustraits((wanted,), uow=bureau.base.transaction(), motif=motif)
    session.sortie.rendre(made[0], typographier(f"Prévision n° {made[0].id} modifiée."))
    return 0


@soustraits.command("reconduire")
@click.argument("annee", type=ANNEE)
@click.pass_obj
def reconduire(session: Session, annee: int) -> int:
    """Copier les prévisions d’une année à la suivante."""
    with session.bureau() as bureau:
        made = reconduire_soustraits(annee, uow=bureau.base.transaction())
    told = accorde(len(made), "prévision reconduite", "prévisions reconduites")
    session.sortie.rendre({"previsions": made}, f"{told} en {annee + 1}.")
    return 0


@soustraits.command("retirer")
@click.argument("numero", type=int)
@_motif
@click.pass_obj
def retirer(session: Session, numero: int, motif: str) -> int:
    """Retirer une prévision, par son numéro."""
    with session.bureau() as bureau:
        retirer_prevision(numero, uow=bureau.base.transaction(), motif=motif)
    session.sortie.rendre({"retiree": numero}, typographier(f"Prévision n° {numero} retirée."))
    return 0


@soustraits.command("importer")
@click.argument("fichier", type=CHEMIN)
@click.option("--annee", type=ANNEE, metavar="ANNEE", help="Des lignes sans année.")
@click.pass_obj
def importer(session: Session, fichier: Path, annee: int | None) -> int:
    """Ajouter les prévisions d’un tableau, toutes ou aucune."""
    with session.bureau() as bureau:
        read = importer_previsions(
            fichier,
            uow=bureau.base.transaction(),
            lire=bureau.lire_tableau,
            annee=annee or bureau.horloge.aujourd_hui().year,
        )
    lines = [read.phrase(), *(refus.phrase for refus in read.refus)]
    session.sortie.rendre(read, "\n".join(lines))
    return 1 if read.refus else 0


def _texte(lu: TableauSoustraits) -> str:
    lines = [f"Soustraits {lu.annee} : prévu, réalisé, écart"]
    lines += [_ligne(x, lu) for x in lu.lignes]
    lines += [
        f"{(t.categorie.value if t.categorie else 'Total'):<40}"
        f"{t.prevu:>5}{t.realise:>5}{t.ecart:>+5}"
        for t in lu.totaux
    ]
    return typographier("\n".join(lines))


def _ligne(ligne: LigneSoustraits, lu: TableauSoustraits) -> str:
    place = lu.communes.get(ligne.commune, "")
    told = (ligne.operation, place, ligne.qpv, ligne.typologie)
    named = ", ".join(filter(None, told)) or "toutes opérations"
    number = f"n° {ligne.prevision.id}" if ligne.prevision else "non prévu"
    counts = f"{ligne.prevu}, {ligne.realise}, {ligne.ecart:+d}"
    return f"  {number} · {ligne.categorie.value}, {named} : {counts}"
