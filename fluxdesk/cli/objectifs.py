"""Commands on the objectives of attribution: measured, taken from the texts, set, removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from fluxdesk.cli.usage import ANNEE, TEXTE, Groupe, Obligatoire
from fluxdesk.domain.controles import pourcentage
from fluxdesk.domain.objectif import NatureObjectif, Objectif
from fluxdesk.domain.taux import lire_taux
from fluxdesk.domain.typographie import accorde, typographier
from fluxdesk.services.eclairer_objectifs import dire_mesure, nom_objectif
from fluxdesk.services.fixer_objectifs import (
    fixer_objectif,
    proposer_objectifs,
    reprendre_objectifs,
    retirer_objectif,
)
from fluxdesk.services.mesurer_objectifs import mesurer_objectifs

if TYPE_CHECKING:
    from fluxdesk.cli.session import Session
    from fluxdesk.services.mesurer_objectifs import LigneObjectif, TableauObjectifs
    from fluxdesk.services.ports import Bureau

NATURES = {
    "q1": NatureObjectif.Q1_HORS_QPV,
    "qpv": NatureObjectif.NON_Q1_QPV,
    "prioritaires": NatureObjectif.PRIORITAIRES,
}


@click.group("objectifs", cls=Groupe, invoke_without_command=True)
@click.option("--annee", type=ANNEE, metavar="ANNEE", help="En cours par défaut.")
@click.pass_context
def objectifs(contexte: click.Context, annee: int | None) -> int:
    """Objectifs d’attribution par EPCI et par année, mesurés sur les baux et les attributions."""
    if contexte.invoked_subcommand is None:
        session: Session = contexte.obj
        with session.bureau() as bureau:
            read = mesurer_objectifs(
                annee or 0,
                uow=bureau.base.transaction(),
                horloge=bureau.horloge,
                territoires=bureau.territoires,
            )
        session.sortie.rendre(read.lignes, _texte(read))
    return 0


@objectifs.command("proposer")
@click.option("--annee", type=ANNEE, cls=Obligatoire, required=True, help="L’année (obligatoire).")
@click.option("--essai", is_flag=True, help="Les dire sans les enregistrer.")
@click.pass_obj
def proposer(session: Session, annee: int, *, essai: bool) -> int:
    """Reprendre les cibles des textes, avec leur source ; à confirmer une par une."""
    with session.bureau() as bureau:
        take = proposer_objectifs if essai else reprendre_objectifs
        made = take(annee, epcis_du_parc(bureau), uow=bureau.base.transaction())
    lines = [f"{accorde(len(made), 'objectif')} pour {annee} :"]
    lines += [
        f"  {o.nature.value} {o.epci or o.partie} : {pourcentage(o.cible)} — {o.source} "
        f"({o.certitude.value})"
        for o in made
    ]
    session.sortie.rendre({"objectifs": made, "essai": essai}, typographier("\n".join(lines)))
    return 0


@objectifs.command("fixer")
@click.argument("nature", type=click.Choice(tuple(NATURES)))
@click.argument("cible", type=TEXTE)
@click.option("--annee", type=ANNEE, cls=Obligatoire, required=True, help="L’année (obligatoire).")
@click.option("--source", type=TEXTE, cls=Obligatoire, required=True, help="Qui la fixe.")
@click.option("--epci", type=TEXTE, default="", help="SIREN ; tout le parc par défaut.")
@click.option("--partie", type=TEXTE, default="", help="Clé d’un réservataire ; tous par défaut.")
@click.pass_obj
def fixer(session: Session, /, nature: str, cible: str, annee: int, **champs: str) -> int:
    """Fixer une cible, comme : fixer q1 25 --annee 2026 --epci 242010056 --source « CIA »."""
    wanted = Objectif(annee=annee, nature=NATURES[nature], cible=lire_taux(cible), **champs)  # type: ignore[arg-type] # texts only
    with session.bureau() as bureau:
        made = fixer_objectif(wanted, uow=bureau.base.transaction())
    session.sortie.rendre(made, typographier(f"Objectif n° {made.id} enregistré."))
    return 0


@objectifs.command("retirer")
@click.argument("numero", type=int)
@click.option("--motif", type=TEXTE, default="", metavar="TEXTE", help="Gardé au journal.")
@click.pass_obj
def retirer(session: Session, numero: int, motif: str) -> int:
    """Retirer un objectif, par son numéro."""
    with session.bureau() as bureau:
        retirer_objectif(numero, uow=bureau.base.transaction(), motif=motif)
    session.sortie.rendre({"retire": numero}, typographier(f"Objectif n° {numero} retiré."))
    return 0


def epcis_du_parc(bureau: Bureau) -> tuple[str, ...]:
    """The EPCI where the landlord has dwellings, by SIREN."""
    return tuple(sorted({row.epci for row in bureau.base.lectures.parc() if row.epci}))


def _texte(lu: TableauObjectifs) -> str:
    lines = [f"Objectifs {lu.annee}" if lu.lignes else f"Aucun objectif en vigueur en {lu.annee}."]
    lines += [_ligne(line, lu) for line in lu.lignes]
    return typographier("\n".join(lines))


def _ligne(ligne: LigneObjectif, lu: TableauObjectifs) -> str:
    told = f"  n° {ligne.objectif.id} · {nom_objectif(ligne, lu)} : {dire_mesure(ligne.mesure)}"
    state = ligne.mesure.etat(ligne.cible).value
    return f"{told} ; cible {pourcentage(ligne.cible)}, {state}"
