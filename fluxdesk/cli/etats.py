"""Commands on rights in stock: état des lieux, photos de départ, loan guarantees."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from fluxdesk.cli.usage import CHEMIN, TEXTE, Commande, Groupe, Obligatoire
from fluxdesk.domain.conversion import ANNEES_MAX, Hypotheses
from fluxdesk.domain.dates import en_chiffres
from fluxdesk.domain.flux.nombres import nombre
from fluxdesk.domain.photo import ContenuPhoto
from fluxdesk.domain.photo_ecarts import ecrire_rotation, nom_de
from fluxdesk.domain.taux import ecrire_taux, lire_taux
from fluxdesk.domain.typographie import accorde, typographier
from fluxdesk.services.dresser_etat_des_lieux import DemandeEtat, dresser_etat_des_lieux
from fluxdesk.services.editer_photo import editer_photo
from fluxdesk.services.figer_photo import comparer_a_aujourd_hui, figer_photo, lister_photos
from fluxdesk.services.tenir_garanties import lire_garanties

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from fluxdesk.cli.session import Session
    from fluxdesk.domain.conversion import Conversion
    from fluxdesk.domain.photo import EtatDesLieux
    from fluxdesk.services.ports import Bureau
    from fluxdesk.services.tenir_garanties import EtatGaranties

_annees = click.option(
    "--annees",
    type=click.IntRange(1, ANNEES_MAX),
    default=3,
    metavar="N",
    help="Dernières années entières lues, 1 à 5 (3 par défaut).",
)
_sans_mutations = click.option(
    "--sans-mutations", is_flag=True, help="Ne pas compter les mutations internes."
)


@click.group("etat-des-lieux", cls=Groupe, invoke_without_command=True)
@_annees
@_sans_mutations
@click.pass_context
def etat_des_lieux(contexte: click.Context, annees: int, *, sans_mutations: bool) -> int:
    """État des lieux des réservations : assiette, rotation, droits en stock (règles 89-97)."""
    if contexte.invoked_subcommand is None:
        session: Session = contexte.obj
        with session.bureau() as bureau:
            etat = _dresser(bureau, annees, sans_mutations=sans_mutations)
        session.sortie.rendre(etat, "\n".join(_texte(etat)))
    return 0


@etat_des_lieux.command("figer", cls=Commande)
@click.argument("nom", type=TEXTE)
@click.option("--rotation", type=TEXTE, default="", metavar="TAUX", help="Saisie, comme « 7,5 ».")
@click.option("--source", type=TEXTE, default="", help="D’où vient la rotation saisie.")
@click.option("--soustraits", type=int, default=None, metavar="N", help="Par an.")
@click.option("--neuf", type=int, default=0, metavar="N", help="Compté dans le flux, par an.")
@click.pass_obj
def figer(
    session: Session, nom: str, rotation: str, source: str, soustraits: int | None, neuf: int
) -> int:
    """Figer une photo de départ, convertie par la part du stock."""
    with session.bureau() as bureau:
        etat = _dresser(bureau, 3, sans_mutations=False)
        typed = lire_taux(rotation) if rotation else None
        content = ContenuPhoto(
            etat=etat,
            hypotheses=Hypotheses(
                patrimoine=etat.assiette,
                rotation=replace(etat.rotation, saisie=typed, source=source),
                soustraits=etat.soustraits_par_an if soustraits is None else soustraits,
                neuf=neuf,
            ),
            stock=etat.stock,
        )
        ident = figer_photo(content, nom, uow=bureau.base.transaction(), horloge=bureau.horloge)
    found = content.conversion()
    told = [typographier(f"Photo n° {ident} figée."), *_conversion(found)]
    session.sortie.rendre({"photo": ident, "conversion": found}, "\n".join(told))
    return 0


@etat_des_lieux.command("photos")
@click.pass_obj
def photos(session: Session) -> int:
    """Dire les photos figées."""
    with session.bureau() as bureau:
        found = lister_photos(uow=bureau.base.transaction())
    lines = [
        f"{one.id}  {one.nom}, état au {en_chiffres(one.jour)}, empreinte {one.empreinte[:12]}"
        for one in found
    ] or ["Aucune photo de départ."]
    shown = [
        {"id": one.id, "nom": one.nom, "jour": one.jour, "empreinte": one.empreinte}
        for one in found
    ]
    session.sortie.rendre({"photos": shown}, "\n".join(lines))
    return 0


@etat_des_lieux.command("editer")
@click.argument("photo", type=int)
@click.option(
    "--sortie", type=CHEMIN, cls=Obligatoire, required=True, metavar="DIR", help="Obligatoire."
)
@click.option("--reservataire", type=TEXTE, default="", help="Un seul ; tous par défaut.")
@click.pass_obj
def editer(session: Session, photo: int, sortie: Path, reservataire: str) -> int:
    """Écrire les papiers et le classeur d’une photo."""
    sortie.mkdir(parents=True, exist_ok=True)
    with session.bureau() as bureau:
        made = editer_photo(
            photo,
            sortie,
            bureau=bureau,
            reservataire=reservataire,
            progress=session.sortie.progres,
        )
    session.sortie.rendre({"fichiers": made}, "\n".join(map(str, made)))
    return 0


@etat_des_lieux.command("comparer")
@click.argument("photo", type=int)
@click.pass_obj
def comparer(session: Session, photo: int) -> int:
    """Dire ce qui a changé depuis une photo."""
    with session.bureau() as bureau:
        with bureau.base.transaction() as uow:
            kept = uow.photos.lire(photo)
        found = comparer_a_aujourd_hui(kept, bureau)
    lines = [
        f"{one.quoi} : {one.avant or '–'} → {one.apres or '–'}"
        for one in (*found.chiffres, *found.droits)
    ] or ["Rien n’a changé."]
    session.sortie.rendre(found, typographier("\n".join(lines)))
    return 0


@click.command("garanties", cls=Commande)
@click.pass_obj
def garanties(session: Session) -> int:
    """Garanties d’emprunt : droits, fin, ce qu’il y a à faire (règles 29-33)."""
    with session.bureau() as bureau:
        etat = lire_garanties(uow=bureau.base.transaction(), horloge=bureau.horloge)
    document = {
        "garanties": etat.garanties,
        "alertes": etat.alertes,
        "recalculs": etat.recalculs,
    }
    session.sortie.rendre(document, typographier("\n".join(_garanties(etat))))
    return 0


def _dresser(bureau: Bureau, annees: int, *, sans_mutations: bool) -> EtatDesLieux:
    return dresser_etat_des_lieux(
        DemandeEtat(annees=annees, mutations=not sans_mutations),
        uow=bureau.base.transaction(),
        horloge=bureau.horloge,
        territoires=bureau.territoires,
    )


def _texte(etat: EtatDesLieux) -> Iterator[str]:
    yield typographier(f"Parc : {accorde(etat.parc, 'logement')}, assiette : {etat.assiette}.")
    for one in etat.exclus:
        yield typographier(f"  hors assiette : {one.nombre}, {one.motif.value}")
    years = ", ".join(map(str, etat.annees)) or "aucune année entière dans la base"
    yield typographier(f"Rotation : {ecrire_rotation(etat.rotation)} ({years}).")
    yield typographier(f"Soustraits par an : {etat.soustraits_par_an}.")
    for line in etat.stock:
        rights = accorde(line.suite, "droit de suite", "droits de suite")
        yield typographier(
            f"  {nom_de(line)} : {rights}, {accorde(line.uniques, 'unique')}, "
            f"rotation {ecrire_rotation(line.rotation)}"
        )


def _conversion(conversion: Conversion) -> Iterator[str]:
    yield typographier(f"Flux : {nombre(conversion.flux)} logements par an.")
    for part in conversion.parts:
        yield typographier(
            f"  {nom_de(part.stock)} : {nombre(part.taux * 100)} %, "
            f"{nombre(part.logements)} par an, arrondi {part.arrondi}"
        )
    yield typographier(f"  Bailleur : {nombre(conversion.bailleur)} par an")


def _garanties(etat: EtatGaranties) -> Iterator[str]:
    if not etat.garanties:
        yield "Aucune garantie d’emprunt."
    for one in etat.garanties:
        end = f"jusqu’au {en_chiffres(one.fin)}" if one.fin else "fin inconnue"
        who = etat.reservataires[one.reservataire_id].nom
        yield f"{one.id}  {one.programme}, {who} : {accorde(one.droits, 'droit')}, {end}"
    for alerte in etat.alertes:
        yield f"  {alerte.genre.value} : {alerte.phrase}"
    for recalcul in etat.recalculs:
        yield (
            f"  {recalcul.reservataire.nom} : taux de {ecrire_taux(recalcul.taux)} à "
            f"{ecrire_taux(recalcul.propose)} ({recalcul.echus}/{recalcul.droits} droits échus)"
        )
