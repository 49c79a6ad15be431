"""Commands on any table of an officer: import it, keep the way it is read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click
from typing_extensions import override

from fluxdesk.cli.rendu import MONTREES, rapport
from fluxdesk.cli.usage import CHEMIN, TEXTE, Commande, Groupe, Obligatoire
from fluxdesk.domain.champs import champ_de
from fluxdesk.domain.profil import Genre, en_dict
from fluxdesk.domain.typographie import accorde, typographier
from fluxdesk.services.comprendre_source import comprendre
from fluxdesk.services.importer_tableau import importer_rpls, importer_tableau
from fluxdesk.services.preparer_import import preparer
from fluxdesk.services.tenir_profils import (
    exporter_profil,
    importer_profil,
    lire_profils,
    profil_nomme,
    retirer_profil,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from fluxdesk.cli.session import Session
    from fluxdesk.domain.correspondances import Correspondance
    from fluxdesk.domain.profil import Profil
    from fluxdesk.services.comprendre_source import Comprehension
    from fluxdesk.services.importer_tableau import ImportTableau
    from fluxdesk.services.ports import Bureau

GENRES = {genre.name.lower(): genre for genre in Genre}


class GenreType(click.ParamType[Genre, str]):
    """A kind of file, by one word."""

    name = "genre"

    @override
    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> Genre:
        if value.lower() not in GENRES:
            named = ", ".join(GENRES)
            self.fail(
                f"« {value} » n’est pas un genre de fichier ; choisissez : {named}.", param, ctx
            )
        return GENRES[value.lower()]


@click.command("importer", cls=Commande)
@click.argument("fichier", type=CHEMIN)
@click.option(
    "--genre",
    cls=Obligatoire,
    type=GenreType(),
    required=True,
    metavar="GENRE",
    help=f"Ce que contient le fichier : {', '.join(GENRES)}. Obligatoire.",
)
@click.option(
    "--feuille", type=TEXTE, metavar="NOM", default="", help="Feuille du classeur à lire."
)
@click.option(
    "--profil", type=TEXTE, metavar="NOM", default="", help="Profil d’import à appliquer."
)
@click.option("--essai", is_flag=True, help="Lire et contrôler sans rien enregistrer.")
@click.pass_obj
def importer(
    session: Session, fichier: Path, *, genre: Genre, feuille: str, profil: str, essai: bool
) -> int:
    """Importer n’importe quel tableau, classeur ou texte.

    Les colonnes sont reconnues par leur titre et leur contenu, ou par un profil enregistré.
    Une valeur qui ne fait que ressembler à une autre n’est jamais remplacée : elle est dite.
    """
    with session.bureau() as bureau:
        asked = _Demande(fichier, genre, feuille, profil)
        lu, done = _importer(asked, bureau, session, essai=essai)
    text = "\n".join([*(_compte_rendu(lu, done) if lu else ()), rapport(done.rapport)])
    session.sortie.rendre(_document(genre, lu, done), typographier(text))
    told = done.rapport
    return 0 if told.creees + told.modifiees + told.inchangees else 1


@dataclass(frozen=True, slots=True)
class _Demande:
    """A file to import, and what is said of it; empty names are left to be found."""

    fichier: Path
    genre: Genre
    feuille: str
    profil: str


def _importer(
    demande: _Demande, bureau: Bureau, session: Session, *, essai: bool
) -> tuple[Comprehension | None, ImportTableau]:
    """What was understood, None for RPLS, which needs no matching; and what was done."""
    progress = session.sortie.progres
    if demande.genre is Genre.PATRIMOINE and not (demande.feuille or demande.profil):
        rpls = importer_rpls(demande.fichier, essai=essai, bureau=bureau, progress=progress)
        if rpls is not None:
            return None, rpls
    named = demande.profil
    lu = comprendre(
        bureau.lire_source(demande.fichier, progress),
        bureau=bureau,
        genre=demande.genre,
        feuille=demande.feuille,
        profil=profil_nomme(named, uow=bureau.base.transaction()) if named else None,
    )
    ready = preparer(lu.source, lu.decoupe, lu.appariements, lu.correspondances, lu.genre)
    done = importer_tableau(lu.genre, ready, essai=essai, bureau=bureau, progress=progress)
    return lu, done


def _document(genre: Genre, lu: Comprehension | None, fait: ImportTableau) -> dict[str, object]:
    return {
        "genre": genre.name.lower(),
        "feuille": lu.decoupe.feuille if lu else "",
        "profil": lu.profil.nom if lu and lu.profil else None,
        "colonnes": lu.appariements if lu else (),
        "a_confirmer": _a_confirmer(lu) if lu else (),
        "lignes": fait.lignes,
        "ecartees": fait.ecartees,
        "rapport": fait.rapport,
    }


def _compte_rendu(lu: Comprehension, fait: ImportTableau) -> Iterator[str]:
    if lu.profil:
        yield f"Profil d’import « {lu.profil.nom} »."
    yield "Colonnes :"
    left: list[str] = []
    for one in lu.appariements:
        if one.champ is None:
            left.append(f"« {one.titre} »")
        else:
            label = champ_de(lu.genre, one.champ).libelle
            yield f"  « {one.titre} » → {label} ({one.confiance} %)"
    if left:
        yield f"  laissées de côté : {', '.join(left)}"
    yield from _doutes(lu)
    if fait.ecartees:
        counts = Counter(row.raison for row in fait.ecartees)
        told = ", ".join(f"{reason} ({number})" for reason, number in counts.items())
        yield f"Lignes à part : {told}."


def _a_confirmer(lu: Comprehension) -> list[Correspondance]:
    return [one for one in lu.correspondances if not one.sure]


def _doutes(lu: Comprehension) -> Iterator[str]:
    doubts = _a_confirmer(lu)
    if not doubts:
        return
    yield "Valeurs laissées telles quelles, à confirmer dans un profil :"
    for one in doubts[:MONTREES]:
        label = champ_de(lu.genre, one.champ).libelle
        guess = f"sans doute « {one.proposee} »" if one.proposee else "rien ne lui ressemble"
        times = accorde(one.nombre, "ligne")
        yield f"  {label}, « {one.lue} » ({times}) : {guess}"
    if len(doubts) > MONTREES:
        more = accorde(len(doubts) - MONTREES, "autre")
        yield f"  et {more}, que l’option --json donne."


@click.group("profils", cls=Groupe, invoke_without_command=True)
@click.pass_context
def profils(contexte: click.Context) -> int:
    """Profils d’import : comment sont lus les fichiers d’une même forme."""
    if contexte.invoked_subcommand is None:
        return _lister(contexte.obj)
    return 0


@profils.command("lister")
@click.pass_obj
def lister(session: Session) -> int:
    """Dire les profils d’import de la base."""
    return _lister(session)


@profils.command("exporter")
@click.argument("nom", type=TEXTE)
@click.argument("fichier", type=CHEMIN)
@click.pass_obj
def exporter(session: Session, nom: str, fichier: Path) -> int:
    """Écrire un profil dans un fichier, à remettre à un collègue."""
    with session.bureau() as bureau:
        exporter_profil(nom, fichier, uow=bureau.base.transaction())
    session.sortie.rendre({"fichier": fichier}, str(fichier))
    return 0


@profils.command("importer")
@click.argument("fichier", type=CHEMIN)
@click.option("--remplacer", is_flag=True, help="Remplacer le profil qui porte le même nom.")
@click.pass_obj
def reprendre(session: Session, fichier: Path, *, remplacer: bool) -> int:
    """Enregistrer le profil qu’un fichier contient."""
    with session.bureau() as bureau:
        made = importer_profil(fichier, uow=bureau.base.transaction(), remplacer=remplacer)
    told = typographier(f"Profil d’import « {made.nom} » enregistré.")
    session.sortie.rendre(en_dict(made), told)
    return 0


@profils.command("retirer")
@click.argument("nom", type=TEXTE)
@click.pass_obj
def retirer(session: Session, nom: str) -> int:
    """Oublier un profil ; ce qu’il a servi à importer reste."""
    with session.bureau() as bureau:
        retirer_profil(nom, uow=bureau.base.transaction())
    told = typographier(f"Profil d’import « {nom} » retiré.")
    session.sortie.rendre({"retire": nom}, told)
    return 0


def _lister(session: Session) -> int:
    with session.bureau() as bureau:
        found = lire_profils(uow=bureau.base.transaction())
    lines = [_ligne(one) for one in found] or ["Aucun profil d’import."]
    session.sortie.rendre({"profils": [en_dict(one) for one in found]}, "\n".join(lines))
    return 0


def _ligne(profil: Profil) -> str:
    columns = accorde(len(profil.champs), "colonne")
    return typographier(f"{profil.nom} : {profil.genre.value}, {columns}")
