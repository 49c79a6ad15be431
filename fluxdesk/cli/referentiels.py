"""Commands on the tables of reference: what is in force, bring one up to date, look in one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from fluxdesk.cli.rendu import MONTREES
from fluxdesk.cli.usage import CHEMIN, DATE, TEXTE, Groupe, Obligatoire
from fluxdesk.domain.dates import en_chiffres, en_lettres
from fluxdesk.domain.referentiel_grilles import GRILLES
from fluxdesk.domain.referentiel_mots import phrases
from fluxdesk.domain.typographie import accorde, typographier
from fluxdesk.services.annuler_referentiel import revenir_edition
from fluxdesk.services.consulter_referentiels import (
    chercher,
    lire_genre,
    lister_referentiels,
    voir_referentiel,
)
from fluxdesk.services.importer_referentiel import DemandeReferentiel, importer_referentiel
from fluxdesk.services.rederiver_financements import rederiver_financements
from fluxdesk.services.suivre_communes import suivre_communes

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from fluxdesk.cli.session import Session
    from fluxdesk.domain.rapport import RefusLigne
    from fluxdesk.domain.referentiel_rapport import RapportReferentiel
    from fluxdesk.services.consulter_referentiels import LigneVue, ReferentielRow

ESSAI = "C’était un essai : rien n’a été enregistré."
_genre = click.argument("genre", type=TEXTE)
_essai = click.option("--essai", is_flag=True, help="Dire ce qui changerait, sans enregistrer.")


@click.group("referentiels", cls=Groupe, invoke_without_command=True)
@click.pass_context
def referentiels(contexte: click.Context) -> int:
    """Tables de référence : communes, EPCI, QPV, zonages, seuils, plafonds, financements."""
    if contexte.invoked_subcommand is None:
        return _lister(contexte.obj)
    return 0


@referentiels.command("lister")
@click.pass_obj
def lister(session: Session) -> int:
    """Dire les éditions de chaque table et celle en vigueur."""
    return _lister(session)


@referentiels.command("importer")
@_genre
@click.argument("fichier", type=CHEMIN)
@click.option(
    "--effet",
    type=DATE,
    metavar="DATE",
    cls=Obligatoire,
    required=True,
    help="Jour où la table prend effet (obligatoire).",
)
@click.option(
    "--source",
    type=TEXTE,
    metavar="TEXTE",
    cls=Obligatoire,
    required=True,
    help="D’où vient le fichier (obligatoire).",
)
@_essai
@click.pass_obj
def importer(
    session: Session, genre: str, fichier: Path, effet: date, source: str, *, essai: bool
) -> int:  # fmt: skip
    """Mettre une table à jour par un fichier CSV ou un classeur.

    GENRE : communes, epci, « qpv 2015 », « qpv 2024 », zonage, « premier quartile »,
    plafonds ou financements.
    """
    asked = DemandeReferentiel(genre=lire_genre(genre), chemin=fichier, effet=effet, source=source)
    with session.bureau() as bureau:
        made = importer_referentiel(
            asked,
            essai=essai,
            uow=bureau.base.transaction(),
            lire=bureau.lire_tableau,
            territoires=bureau.territoires,
            progress=session.sortie.progres,
        )
    session.sortie.rendre(made, _compte_rendu(made))
    return 0 if made.retenues else 1


@referentiels.command("voir")
@_genre
@click.argument("cle", type=TEXTE, required=False, default="")
@click.option("--le", "jour", type=DATE, metavar="DATE", help="Jour voulu ; aujourd’hui sinon.")
@click.pass_obj
def voir(session: Session, genre: str, cle: str, jour: date | None) -> int:
    """Montrer les lignes d’une table en vigueur ; CLE est un code ou des mots à chercher."""
    wanted = lire_genre(genre)
    with session.bureau() as bureau:
        day = jour or bureau.horloge.aujourd_hui()
        lines = voir_referentiel(
            wanted, uow=bureau.base.transaction(), territoires=bureau.territoires, jour=day
        )
    exact = tuple(line for line in lines if line.cle.upper() == cle.upper())
    found = exact or chercher(lines, cle)
    told = {"genre": wanted, "jour": day, "lignes": found}
    head = f"{GRILLES[wanted].titre} au {en_lettres(day)} : {accorde(len(found), 'ligne')}."
    session.sortie.rendre(told, typographier("\n".join([head, *_lignes(found)])))
    return 0 if found else 1


@referentiels.command("revenir")
@_genre
@click.option(
    "--motif",
    type=TEXTE,
    metavar="TEXTE",
    cls=Obligatoire,
    required=True,
    help="Pourquoi (obligatoire) ; gardé au journal.",
)
@click.pass_obj
def revenir(session: Session, genre: str, motif: str) -> int:  # fmt: skip
    """Retirer la dernière édition apportée : la précédente reprend effet."""
    wanted = lire_genre(genre)
    with session.bureau() as bureau:
        told = revenir_edition(wanted, motif=motif, uow=bureau.base.transaction())
    session.sortie.rendre({"genre": wanted, "phrase": told}, f"{told}.")
    return 0


@referentiels.command("financements")
@_essai
@click.pass_obj
def financements(session: Session, *, essai: bool) -> int:
    """Reclasser les logements déjà importés selon la table des financements en vigueur."""
    with session.bureau() as bureau:
        made = rederiver_financements(
            essai=essai, uow=bureau.base.transaction(), territoires=bureau.territoires
        )
    end = ESSAI if essai else f"Import n° {made.lot}." if made.lot else ""
    session.sortie.rendre(made, typographier(f"{made.phrase()}\n{end}".strip()))
    return 0


@referentiels.command("suivre-communes")
@_essai
@click.pass_obj
def suivre(session: Session, *, essai: bool) -> int:
    """Étendre les conventions d’une commune fusionnée à la commune qui lui succède."""
    with session.bureau() as bureau:
        made = suivre_communes(
            essai=essai, uow=bureau.base.transaction(), territoires=bureau.territoires
        )
    lines = [
        f"{c.reservataire} : {', '.join(f'{a} devenue {b}' for a, b in c.ajouts)}" for c in made
    ]
    lines = lines or ["Toutes les communes des conventions sont celles d’aujourd’hui."]
    end = [ESSAI] if essai else []
    session.sortie.rendre(
        {"essai": essai, "conventions": made}, typographier("\n".join([*lines, *end]))
    )
    return 0


def _lister(session: Session) -> int:
    with session.bureau() as bureau:
        rows = lister_referentiels(
            uow=bureau.base.transaction(),
            territoires=bureau.territoires,
            jour=bureau.horloge.aujourd_hui(),
        )
    session.sortie.rendre({"referentiels": rows}, typographier("\n".join(map(_table, rows))))
    return 0


def _table(row: ReferentielRow) -> str:
    current = row.courante
    if current is None and not row.editions:
        return f"{row.genre.value} — {row.titre} : aucune édition. Fichier : {row.provenance}."
    lines = [f"{row.genre.value} — {row.titre} : {accorde(row.lignes, 'ligne')} en vigueur"]
    for edition in row.editions:
        state = "à venir" if edition.a_venir else "en vigueur" if edition.en_vigueur else "ancienne"
        count = accorde(edition.lignes, "ligne")
        lines.append(f"  {en_chiffres(edition.effet)}  {state:<10}  {count}, {edition.source}")
    return "\n".join(lines)


def _compte_rendu(made: RapportReferentiel) -> str:
    lines = [f"{made.fichier} ({made.format}, {made.encodage})", *phrases(made)]
    lines += _refus("Refus", made.refus) + _refus("À vérifier", made.avertissements)
    if made.essai:
        lines.append(ESSAI)
    return typographier("\n".join(lines))


def _refus(titre: str, refus: tuple[RefusLigne, ...]) -> list[str]:
    if not refus:
        return []
    shown = [f"  {one.phrase}" for one in refus[:MONTREES]]
    more = len(refus) - len(shown)
    rest = [f"  et {accorde(more, 'autre')}, que l’option --json donne."] if more else []
    return [f"{titre} :", *shown, *rest]


def _lignes(lignes: tuple[LigneVue, ...]) -> list[str]:
    shown = [
        f"  {line.cle}  {' · '.join(v for v in line.colonnes.values() if v)}"
        for line in lignes[:MONTREES]
    ]
    more = len(lignes) - len(shown)
    rest = [f"  et {accorde(more, 'autre')} : précisez CLE, ou --json."] if more else []
    return [*shown, *rest]
