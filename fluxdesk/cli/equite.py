"""Commands on fairness: each party's part of cheap dwellings and of residences in demand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from fluxdesk.cli.usage import ANNEE, CHEMIN, TEXTE, Groupe
from fluxdesk.domain.equite import pour_cent
from fluxdesk.domain.regle_equite import RegleEquite, lire_plafond
from fluxdesk.domain.taux import lire_taux
from fluxdesk.domain.typographie import typographier
from fluxdesk.services.lire_equite import fixer_equite, lire_equite, lire_regle
from fluxdesk.services.lister_equite import dire_classes, dire_regle, lister_equite

if TYPE_CHECKING:
    from pathlib import Path

    from fluxdesk.cli.session import Session
    from fluxdesk.services.lire_equite import TableauEquite


@click.group("equite", cls=Groupe, invoke_without_command=True)
@click.option("--annee", type=ANNEE, metavar="ANNEE", help="En cours par défaut.")
@click.option("--sortie", type=CHEMIN, metavar="FICHIER", help="Tableau à écrire, xlsx ou csv.")
@click.pass_context
def equite(contexte: click.Context, annee: int | None, sortie: Path | None) -> int:
    """Équité : part de chacun dans les loyers bas et les résidences, à côté de sa part du flux."""
    if contexte.invoked_subcommand is None:
        session: Session = contexte.obj
        with session.bureau() as bureau:
            read = lire_equite(
                annee or 0,
                bureau.base.lectures.programmes(),
                uow=bureau.base.transaction(),
                horloge=bureau.horloge,
                territoires=bureau.territoires,
            )
            if sortie is not None:
                table = lister_equite(read)
                bureau.ecrire_liste(table.titres, table.lignes, sortie)
        session.sortie.rendre(read, _texte(read))
    return 0


@equite.command("regle")
@click.option("--bande", type=TEXTE, default="", help="De part et d’autre, comme « 5 % ».")
@click.option(
    "--plafond",
    "plafonds",
    type=TEXTE,
    multiple=True,
    metavar="T3=380",
    help="Loyer par mois sous lequel un type est bon marché ; « T3:2=402,50 » en zone 2.",
)
@click.option("--source", type=TEXTE, default="", help="Qui l’a convenu.")
@click.option("--motif", type=TEXTE, default="", metavar="TEXTE", help="Gardé au journal.")
@click.pass_obj
def regle(
    session: Session, /, bande: str, plafonds: tuple[str, ...], source: str, motif: str
) -> int:
    """Dire la règle, ou la changer ; ce qui n’est pas donné reste."""
    with session.bureau() as bureau:
        with bureau.base.transaction() as uow:
            known = lire_regle(uow=uow)
        wanted = RegleEquite(
            id=known.id,
            tolerance=lire_taux(bande) if bande else known.tolerance,
            plafonds=tuple(map(lire_plafond, plafonds)) or known.plafonds,
            source=source or known.source,
        )
        if wanted != known:
            wanted = fixer_equite(wanted, uow=bureau.base.transaction(), motif=motif)
    session.sortie.rendre(wanted, dire_regle(wanted))
    return 0


def _texte(lu: TableauEquite) -> str:
    lines = [f"Équité {lu.annee}", dire_regle(lu.regle)]
    for part in lu.parts:
        told = (
            f"  {part.nom} : {part.recus} reçus ({pour_cent(part.part_flux)} du flux), "
            f"{part.bas} bon marché ({pour_cent(part.part_bas)}), {part.inconnus} non renseignés : "
            f"{part.etat(lu.regle.tolerance).value}"
        )
        beside = dire_classes(lu, part.cle)
        lines.append(f"{told} ; résidences {beside}" if beside else told)
    return typographier("\n".join(lines))
