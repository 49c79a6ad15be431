"""Commands on letters: those that wait, and the page that says why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from fluxdesk.cli import rendu
from fluxdesk.cli.imports import exiger_commande
from fluxdesk.cli.papier import ORIENTATION, SORTIE, ecrire_papier
from fluxdesk.cli.usage import CHEMIN, DATE, TEXTE, Groupe, Obligatoire, OptionsError
from fluxdesk.domain.dates import en_chiffres
from fluxdesk.domain.typographie import accorde, typographier
from fluxdesk.services.courriers_du_jour import courriers_du_jour
from fluxdesk.services.editer_courriers import CommandeCourriers, editer_courriers
from fluxdesk.services.editer_pourquoi import editer_pourquoi
from fluxdesk.services.lire_courriers import lecture_de

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from fluxdesk.cli.session import Session
    from fluxdesk.services.courriers_du_jour import CourrierAttendu
    from fluxdesk.services.ports import Bureau

LISTES = ("xlsx", "csv")
DEPUIS = click.option(
    "--depuis", type=DATE, metavar="DATE", help="Jour du premier fait ; soixante jours sinon."
)
TOUS = click.option("--tous", is_flag=True, help="Compter aussi les courriers déjà écrits.")


@click.group("courriers", cls=Groupe, invoke_without_command=True)
@click.pass_context
def courriers(contexte: click.Context) -> None:
    """Courriers qui attendent d’être écrits."""
    exiger_commande(contexte, courriers)


@courriers.command("lister")
@DEPUIS
@TOUS
@click.pass_obj
def lister(session: Session, depuis: date | None, *, tous: bool) -> int:
    """Dire quels courriers attendent ; n’enregistre rien."""
    with session.bureau() as bureau:
        found = _attendus(bureau, depuis, tous=tous)
    session.sortie.rendre({"courriers": found}, _dire(found))
    return 0


@courriers.command("editer")
@click.option(
    "--sortie",
    type=CHEMIN,
    metavar="DOSSIER",
    cls=Obligatoire,
    required=True,
    help="Dossier où écrire (obligatoire).",
)
@DEPUIS
@TOUS
@click.option("--fusion", is_flag=True, help="Un seul document pour tous les courriers.")
@click.option(
    "--liste",
    type=TEXTE,
    metavar="|".join(LISTES),
    default="",
    help="Écrire aussi la liste des destinataires.",
)
@click.pass_obj
def editer(
    session: Session,
    sortie: Path,
    depuis: date | None,
    liste: str,
    *,
    tous: bool,
    fusion: bool,
) -> int:
    """Écrire les courriers qui attendent, et les noter comme écrits."""
    if liste and liste not in LISTES:
        message = f"« {liste} » n’est pas un format ; choisissez parmi : {', '.join(LISTES)}."
        raise OptionsError(typographier(message))
    with session.bureau() as bureau:
        written = editer_courriers(
            CommandeCourriers(
                attendus=_attendus(bureau, depuis, tous=tous),
                jour=bureau.horloge.aujourd_hui(),
                dossier=sortie,
                fusion=fusion,
                publipostage=liste,
            ),
            lecture=lecture_de(bureau),
            ecrire=bureau.ecrire_courriers,
            ecrire_liste=bureau.ecrire_liste,
            progress=session.sortie.progres,
        )
    told = rendu.fichiers(written) if written else "Aucun courrier n’attend."
    session.sortie.rendre({"fichiers": written}, told)
    return 0


@courriers.command("pourquoi")
@ORIENTATION
@SORTIE
@click.pass_obj
def pourquoi(session: Session, orientation: str, sortie: Path) -> int:
    """Écrire la page qui dit pourquoi ce logement a été proposé à ce réservataire.

    ORIENTATION est le numéro de l’offre, comme 2026-031.
    """
    return ecrire_papier(session, orientation, sortie, editer_pourquoi)


def _attendus(bureau: Bureau, depuis: date | None, *, tous: bool) -> tuple[CourrierAttendu, ...]:
    today = bureau.horloge.aujourd_hui()
    return courriers_du_jour(today, uow=bureau.base.transaction(), depuis=depuis, tous=tous)


def _dire(attendus: Sequence[CourrierAttendu]) -> str:
    lines = [
        f"{en_chiffres(one.courrier.jour)}  {one.courrier.genre.value} : {one.numero},"
        f" {one.destinataire}{_ecrit(one.courrier.edite)}"
        for one in attendus
    ]
    return "\n".join([*lines, accorde(len(attendus), "courrier")])


def _ecrit(jour: date | None) -> str:
    return f" (écrit le {en_chiffres(jour)})" if jour else ""
