"""Commands on the objectives of attribution: measured, taken from the texts, set, removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from fluxdesk.cli.usage import ANNEE, CHEMIN, TEXTE, Groupe, Obligatoire
from fluxdesk.domain.controles import pourcentage
from fluxdesk.domain.objectif import (
    BaseObjectif,
    LieuObjectif,
    NatureObjectif,
    Objectif,
    Population,
)
from fluxdesk.domain.taux import lire_taux
from fluxdesk.domain.typographie import accorde, typographier
from fluxdesk.services.eclairer_objectifs import dire_mesure, nom_objectif
from fluxdesk.services.fixer_objectifs import (
    fixer_objectif,
    lire_trajectoire,
    proposer_objectifs,
    reprendre_objectifs,
    retirer_objectif,
)
from fluxdesk.services.lister_objectifs import lister_objectifs
from fluxdesk.services.mesurer_objectifs import mesurer_objectifs

if TYPE_CHECKING:
    from pathlib import Path

    from fluxdesk.cli.session import Session
    from fluxdesk.services.mesurer_objectifs import LigneObjectif, TableauObjectifs
    from fluxdesk.services.ports import Bureau

NATURES = {
    "q1": NatureObjectif.Q1_HORS_QPV,
    "qpv": NatureObjectif.NON_Q1_QPV,
    "prioritaires": NatureObjectif.PRIORITAIRES,
    "libre": NatureObjectif.LIBRE,
}
POPULATIONS = {one.name.lower().replace("_", "-"): one for one in Population}
LIEUX = {one.name.lower().replace("_", "-"): one for one in LieuObjectif}
BASES = {one.name.lower(): one for one in BaseObjectif}


@click.group("objectifs", cls=Groupe, invoke_without_command=True)
@click.option("--annee", type=ANNEE, metavar="ANNEE", help="En cours par défaut.")
@click.option("--sortie", type=CHEMIN, metavar="FICHIER", help="Tableau à écrire, xlsx ou csv.")
@click.pass_context
def objectifs(contexte: click.Context, annee: int | None, sortie: Path | None) -> int:
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
            if sortie is not None:
                table = lister_objectifs(read)
                bureau.ecrire_liste(table.titres, table.lignes, sortie)
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
@click.option("--fin", type=ANNEE, metavar="ANNEE", help="Dernière année ; sans fin par défaut.")
@click.option(
    "--trajectoire", type=TEXTE, default="", help="« 2026 : 20 % ; 2027 : 22,5 % », par année."
)
@click.option("--libelle", type=TEXTE, default="", help="Nom d’un objectif libre (obligatoire).")
@click.option(
    "--menages",
    "population",
    type=click.Choice(tuple(POPULATIONS)),
    default="prioritaires",
    help="D’un objectif libre.",
)
@click.option(
    "--lieu", type=click.Choice(tuple(LIEUX)), default="partout", help="D’un objectif libre."
)
@click.option(
    "--base", type=click.Choice(tuple(BASES)), default="baux", help="D’un objectif libre."
)
@click.pass_obj
def fixer(session: Session, /, **champs: str | int | None) -> int:
    """Fixer une cible, comme : fixer q1 25 --annee 2026 --epci 242010056 --source « CIA »."""
    read: dict[str, object] = {
        **champs,
        "nature": NATURES[str(champs["nature"])],
        "cible": lire_taux(str(champs["cible"])),
        "trajectoire": lire_trajectoire(str(champs["trajectoire"])),
        "population": POPULATIONS[str(champs["population"])],
        "lieu": LIEUX[str(champs["lieu"])],
        "base": BASES[str(champs["base"])],
    }
    wanted = Objectif(**read)  # type: ignore[arg-type] # click gives each option its type
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
