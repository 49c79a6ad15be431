"""Commands on new programmes: rights and concertation, delivery, counters of the year."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from fluxdesk.cli.usage import ANNEE, DATE, TEXTE, Groupe, Obligatoire
from fluxdesk.domain.typographie import accorde, typographier
from fluxdesk.services.compter_neuf import lignes_du_neuf
from fluxdesk.services.livrer_programme import livrer_programme
from fluxdesk.services.tenir_programmes import lire_programmes, retirer_programme

if TYPE_CHECKING:
    from datetime import date

    from fluxdesk.cli.session import Session


@click.group("neuf", cls=Groupe, invoke_without_command=True)
@click.option("--annee", type=ANNEE, metavar="ANNEE", help="En cours par défaut.")
@click.pass_context
def neuf(contexte: click.Context, annee: int | None) -> int:
    """Programmes neufs : droits convenus, concertation, première location de l’année."""
    if contexte.invoked_subcommand is None:
        session: Session = contexte.obj
        with session.bureau() as bureau:
            year = annee or bureau.horloge.aujourd_hui().year
            read = lire_programmes(uow=bureau.base.transaction())
            lines = lignes_du_neuf(year, uow=bureau.base.transaction())
        told = [
            f"n° {one.programme.id} · {one.programme.nom} : "
            f"{accorde(one.concertation.total_logements, 'logement')}, "
            f"{accorde(one.concertation.total_droits, 'droit')}, "
            f"{'livré' if one.livre else 'à livrer'}"
            for one in read.programmes
        ] or ["Aucun programme neuf."]
        session.sortie.rendre({"annee": year, "lignes": lines}, typographier("\n".join(told)))
    return 0


@neuf.command("livrer")
@click.argument("numero", type=int)
@click.option("--le", "jour", type=DATE, cls=Obligatoire, required=True, help="Jour (obligatoire).")
@click.pass_obj
def livrer(session: Session, numero: int, jour: date) -> int:
    """Livrer un programme : une vacance s’ouvre pour chacun de ses logements."""
    with session.bureau() as bureau:
        opened = livrer_programme(numero, jour=jour, uow=bureau.base.transaction())
    told = f"{accorde(len(opened), 'vacance ouverte', 'vacances ouvertes')}."
    session.sortie.rendre({"vacances": opened}, told)
    return 0


@neuf.command("retirer")
@click.argument("numero", type=int)
@click.option("--motif", type=TEXTE, default="", metavar="TEXTE", help="Gardé au journal.")
@click.pass_obj
def retirer(session: Session, numero: int, motif: str) -> int:
    """Retirer un programme qui n’est pas livré."""
    with session.bureau() as bureau:
        retirer_programme(numero, uow=bureau.base.transaction(), motif=motif)
    session.sortie.rendre({"retire": numero}, typographier(f"Programme n° {numero} retiré."))
    return 0
