"""Commands on the rules of the flux: show them, try others, change them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from fluxdesk.cli.usage import TEXTE, Commande, Groupe, OptionsError
from fluxdesk.domain.regles_flux import en_dict
from fluxdesk.domain.regles_legales import FICHES, NomRegle
from fluxdesk.domain.regles_mots import NOMS, changer, en_mots
from fluxdesk.domain.typographie import typographier
from fluxdesk.services.enregistrer_regles import enregistrer_regles, lire_regles, preparer_essai

if TYPE_CHECKING:
    from fluxdesk.cli.session import Session
    from fluxdesk.domain.regles_flux import ReglesFlux
    from fluxdesk.services.enregistrer_regles import EffetDesRegles

MARGE = max(len(nom) for nom in NOMS) + 2


@click.group("regles", cls=Groupe, invoke_without_command=True)
@click.pass_context
def regles(contexte: click.Context) -> int:
    """Règles du flux de la base : poids de la mixité, tolérance, règles légales."""
    if contexte.invoked_subcommand is None:
        session: Session = contexte.obj
        with session.bureau() as bureau:
            read = lire_regles(uow=bureau.base.transaction())
        session.sortie.rendre(_document(read), _texte(read))
    return 0


@regles.command("modifier", cls=Commande)
@click.argument("changements", type=TEXTE, nargs=-1, metavar="NOM=VALEUR…")
@click.option(
    "--motif", type=TEXTE, metavar="TEXTE", default="", help="Pourquoi ; gardé au journal."
)
@click.option("--essai", is_flag=True, help="Dire l’effet des changements, sans rien enregistrer.")
@click.pass_obj
def modifier(session: Session, changements: tuple[str, ...], motif: str, *, essai: bool) -> int:
    """Changer des règles, avec leur effet sur les logements à orienter.

    NOM et VALEUR s’écrivent comme « fluxdesk regles » les montre :
    poids.qpv=fort, tolerance=1,25, plafond_etat="30 % (contrainte)".
    """
    asked = [_couper(text) for text in changements]
    if not asked:
        message = "Indiquez au moins un changement, comme tolerance=1,25."
        raise OptionsError(message)
    with session.bureau() as bureau:
        trial = preparer_essai(
            base=bureau.base, horloge=bureau.horloge, territoires=bureau.territoires
        )
        wanted = trial.regles
        for nom, valeur in asked:
            wanted = changer(wanted, nom, valeur)
        effect = trial.effet(wanted)
        if not essai:
            enregistrer_regles(wanted, motif=motif, uow=bureau.base.transaction())
    told = {**_document(wanted), "effet": effect, "phrase": effect.phrase(), "essai": essai}
    end = "C’était un essai : rien n’a été enregistré." if essai else "Règles du flux modifiées."
    session.sortie.rendre(told, _compte_rendu(wanted, [nom for nom, _ in asked], effect, end))
    return 0


def _couper(texte: str) -> tuple[str, str]:
    nom, sign, valeur = texte.partition("=")
    if not sign:
        message = f"« {texte} » : écrivez NOM=VALEUR, comme tolerance=1,25."
        raise OptionsError(message)
    return nom.strip(), valeur.strip()


def _document(lues: ReglesFlux) -> dict[str, object]:
    return {
        "regles": en_dict(lues),
        "mots": en_mots(lues),
        "sources": {
            nom.value: {"source": FICHES[nom].source, "a_verifier": FICHES[nom].doute}
            for nom in NomRegle
        },
    }


def _texte(lues: ReglesFlux) -> str:
    law = {nom.value: FICHES[nom] for nom in NomRegle}
    lines: list[str] = []
    for nom, said in en_mots(lues).items():
        lines.append(f"{nom:<{MARGE}}{said:<22}{NOMS[nom]}")
        if nom in law:
            doubt = f" — à vérifier : {law[nom].doute}" if law[nom].doute else ""
            lines.append(typographier(f"{'':<{MARGE}}{law[nom].source}{doubt}"))
    return "\n".join(lines)


def _compte_rendu(voulues: ReglesFlux, noms: list[str], effet: EffetDesRegles, fin: str) -> str:
    said = en_mots(voulues)
    lines = [f"{NOMS[nom]} : {said[nom]}" for nom in dict.fromkeys(noms)]
    lines.append(effet.phrase())
    lines += [f"  {c.lieu} : {c.avant} → {c.apres}" for c in effet.changements]
    return typographier("\n".join([*lines, fin]))
