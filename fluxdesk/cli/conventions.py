"""Commands on one convention: its clauses, what changed, the file signed."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import click

from fluxdesk.cli.usage import CHEMIN, TEXTE, Groupe
from fluxdesk.domain.convention_mots import comparer, lignes
from fluxdesk.domain.duree_convention import avis_de_fin, duree_au, duree_en_mots
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.territoire import ecrire_zone
from fluxdesk.domain.typographie import typographier
from fluxdesk.services.joindre_document import joindre_pdf, objet_convention
from fluxdesk.services.versions_convention import versions

if TYPE_CHECKING:
    from pathlib import Path

    from fluxdesk.cli.session import Session
    from fluxdesk.domain.convention import Convention
    from fluxdesk.services.ports import Bureau


class SansConventionError(FluxDeskError):
    """No convention bears that name."""

    def __init__(self, nom: str, connus: list[str]) -> None:
        super().__init__(
            f"Aucune convention au nom de « {nom} ». Conventions de la base : {', '.join(connus)}."
        )


@click.group("convention", cls=Groupe, invoke_without_command=True)
@click.pass_context
def convention(contexte: click.Context) -> int:
    """Une convention : ses clauses, ses versions, son PDF ; seule, celles qui finissent."""
    if contexte.invoked_subcommand is None:
        session: Session = contexte.obj
        with session.bureau() as bureau:
            with bureau.base.transaction() as uow:
                signed = uow.conventions.toutes()
                known = {r.id: r for r in uow.reservataires.tous()}
            told = avis_de_fin(signed, known, bureau.horloge.aujourd_hui())
        phrases = [a.phrase for a in told] or ["Aucune convention ne finit bientôt."]
        session.sortie.rendre(told, "\n".join(phrases))
    return 0


@convention.command("montrer")
@click.argument("reservataire", type=TEXTE)
@click.pass_obj
def montrer(session: Session, reservataire: str) -> int:
    """Dire les clauses d’une convention, rubrique par rubrique."""
    with session.bureau() as bureau:
        found = _convention(bureau, reservataire)
        today = bureau.horloge.aujourd_hui()
    said = [x for x in lignes(found, ecrire_zone) if x.valeur]
    lines = [duree_en_mots(duree_au(found, today))]
    lines += [f"{x.rubrique} · {x.libelle} : {x.valeur}" for x in said]
    session.sortie.rendre(found, typographier("\n".join(lines)))
    return 0


@convention.command("comparer")
@click.argument("reservataire", type=TEXTE)
@click.pass_obj
def comparer_versions(session: Session, reservataire: str) -> int:
    """Dire ce qui a changé, d’une version de la convention à la suivante."""
    with session.bureau() as bureau:
        found = _convention(bureau, reservataire)
        kept = versions(found.id, uow=bureau.base.transaction())
    lines: list[str] = []
    for before, after in pairwise(kept):
        lines.append(f"{after.quand:%d/%m/%Y} : {after.motif or after.libelle}")
        lines += [
            f"  {x.rubrique} · {x.libelle} : {x.avant or 'non dit'} → {x.apres or 'non dit'}"
            for x in comparer(before.convention, after.convention, ecrire_zone)
            if x.change
        ]
    session.sortie.rendre(
        kept, typographier("\n".join(lines) or "Le journal ne garde qu’une version.")
    )
    return 0


@convention.command("joindre")
@click.argument("reservataire", type=TEXTE)
@click.argument("fichier", type=CHEMIN)
@click.option("--genre", type=TEXTE, default="convention signée", help="« avenant signé »…")
@click.pass_obj
def joindre(session: Session, reservataire: str, fichier: Path, genre: str) -> int:
    """Garder un PDF signé avec la convention."""
    with session.bureau() as bureau:
        objet = objet_convention(_convention(bureau, reservataire).id)
        ident = joindre_pdf(fichier, objet, genre, uow=bureau.base.transaction())
    session.sortie.rendre({"document": ident}, typographier(f"Document n° {ident} joint."))
    return 0


def _convention(bureau: Bureau, nom: str) -> Convention:
    """The convention of that réservataire.

    Raises:
        SansConventionError: nobody of that name has one.
    """
    with bureau.base.transaction() as uow:
        who = uow.reservataires.trouver(nom)
        found = uow.conventions.du_reservataire(who.id) if who else None
        known = {r.id: r.nom for r in uow.reservataires.tous()}
        held = [known[c.reservataire_id] for c in uow.conventions.toutes()]
    if found is None:
        raise SansConventionError(nom, held)
    return found
