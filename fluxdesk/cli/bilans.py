"""Commands on the bilans: the folder of a period, check, approve, send, tell what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from fluxdesk.cli import rendu
from fluxdesk.cli.usage import ANNEE, CHEMIN, DATE, TEXTE, Commande, Groupe, Obligatoire
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.periode import lire_periode
from fluxdesk.domain.typographie import accorde, plie, typographier
from fluxdesk.services.approuver_bilans import approuver_bilans
from fluxdesk.services.editer_bilans import CommandeBilans, editer_bilans
from fluxdesk.services.etablir_bilan import etablir_ensemble
from fluxdesk.services.suivre_bilans import (
    annuler_envoi,
    dernier,
    derniers,
    differences,
    marquer_envoye,
    retirer_approbation,
)
from fluxdesk.services.verifier_bilan import verifier_bilan

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from fluxdesk.cli.session import Session
    from fluxdesk.domain.bilan_emis import BilanEmis
    from fluxdesk.domain.periode import Periode
    from fluxdesk.services.etablir_bilan import DestinataireBilan, Ensemble
    from fluxdesk.services.ports import Bureau

_sortie = click.option(
    "--sortie",
    type=CHEMIN,
    metavar="DOSSIER",
    cls=Obligatoire,
    required=True,
    help="Dossier où écrire (obligatoire).",
)
_periode = click.argument("periode", type=TEXTE)
_destinataire = click.argument("destinataire", type=TEXTE)
_pour = click.option(
    "--pour",
    "pour",
    type=TEXTE,
    multiple=True,
    metavar="DESTINATAIRE",
    help="Seulement ce destinataire ; l’option se répète.",
)
_secret = click.option(
    "--secret",
    type=click.IntRange(0),
    default=0,
    metavar="N",
    help="Regrouper les lignes de moins de N attributions ou baux.",
)
_motif = click.option(
    "--motif",
    type=TEXTE,
    metavar="TEXTE",
    cls=Obligatoire,
    required=True,
    help="Pourquoi, gardé au journal (obligatoire).",
)


class SansBilanError(FluxDeskError):
    """Nothing was approved yet for that recipient."""

    def __init__(self, nom: str, periode: Periode) -> None:
        super().__init__(
            f"Aucun bilan {periode.nom} n’est approuvé pour « {nom} ». Approuvez-le d’abord : "
            f"fluxdesk bilans approuver {periode.code} --pour « {nom} »."
        )


@click.command("bilan", cls=Commande)
@click.argument("annee", type=ANNEE)
@_sortie
@click.pass_obj
def bilan(session: Session, annee: int, sortie: Path) -> int:
    """Écrire les bilans de l’année pour tous : Préfecture, réservataires, EPCI, CIL."""
    return _ecrire(session, CommandeBilans(periode=annee, dossier=sortie))


@click.group("bilans", cls=Groupe)
def bilans() -> None:
    """Bilans d’une période : vérifier, écrire, approuver, envoyer, comparer.

    PERIODE s’écrit 2026, 2026-S1, 2026-T3 ou 2026-05.
    """


@bilans.command("lister")
@_periode
@click.pass_obj
def lister(session: Session, periode: str) -> int:
    """Dire les destinataires, leurs chiffres et où en est chaque bilan."""
    period = lire_periode(periode)
    with session.bureau() as bureau:
        made = _ensemble(bureau, period)
        with bureau.base.transaction() as uow:
            sent = derniers(period, uow=uow)
    rows = [
        {"destinataire": d, "emis": _sans_chiffres(sent.get(d.cle))} for d in made.destinataires
    ]
    text = "\n".join(
        typographier(
            f"{d.cle} : {d.nom} – {_etat(sent.get(d.cle))} – {d.proposes} proposés, "
            f"{d.attribues} attribués, {d.baux} baux, {d.sans_suite} sans suite"
        )
        for d in made.destinataires
    )
    session.sortie.rendre({"periode": period.code, "destinataires": rows}, text)
    return 0


@bilans.command("dossier")
@_periode
@_sortie
@_pour
@_secret
@click.pass_obj
def dossier(
    session: Session, periode: str, sortie: Path, pour: tuple[str, ...], secret: int
) -> int:
    """Écrire le dossier d’une période : classeur, PDF et texte de chaque destinataire."""
    commande = CommandeBilans(
        periode=lire_periode(periode), dossier=sortie, destinataires=pour or None, seuil=secret
    )
    return _ecrire(session, commande)


def _ecrire(session: Session, commande: CommandeBilans) -> int:
    with session.bureau() as bureau:
        if commande.destinataires is not None:
            made = _ensemble(bureau, commande.quand)
            keys = [_trouver(made, text).cle for text in commande.destinataires]
            commande = CommandeBilans(
                periode=commande.quand,
                dossier=commande.dossier,
                destinataires=keys,
                seuil=commande.seuil,
            )
        written = editer_bilans(commande, bureau=bureau, progress=session.sortie.progres)
    period = commande.quand
    told = {"annee": period.annee, "periode": period.code, "fichiers": written}
    session.sortie.rendre(told, rendu.fichiers(written))
    return 0


@bilans.command("verifier")
@_periode
@_destinataire
@click.pass_obj
def verifier(session: Session, periode: str, destinataire: str) -> int:
    """Dire ce qui est à vérifier avant l’envoi d’un bilan."""
    with session.bureau() as bureau:
        made = _ensemble(bureau, lire_periode(periode))
        found = made.bilan(_trouver(made, destinataire))
        points = verifier_bilan(
            found,
            jour=bureau.horloge.aujourd_hui(),
            uow=bureau.base.transaction(),
            territoires=bureau.territoires,
        )
    lines = [f"{'À corriger' if p.grave else 'À voir'} : {p.phrase}" for p in points]
    session.sortie.rendre(
        {"points": points}, "\n".join(map(typographier, lines)) or "Rien à vérifier."
    )
    return 0


@bilans.command("approuver")
@_periode
@_pour
@_secret
@click.pass_obj
def approuver(session: Session, periode: str, pour: tuple[str, ...], secret: int) -> int:
    """Approuver des bilans : leurs fichiers exacts sont gelés dans la base.

    Sans --pour, tous ceux de la période. Un bilan déjà envoyé donne un rectificatif.
    """
    period = lire_periode(periode)
    with session.bureau() as bureau:
        made = _ensemble(bureau, period)
        kept = approuver_bilans(
            period, _cles(made, pour), bureau=bureau, progress=session.sortie.progres, seuil=secret
        )
    text = "\n".join(f"{emis.nom} : {_etat(emis)}" for emis in kept)
    session.sortie.rendre({"bilans": [_sans_chiffres(e) for e in kept]}, typographier(text))
    return 0


@bilans.command("envoyer")
@_periode
@_pour
@click.option("--le", "jour", type=DATE, metavar="DATE", help="Jour de l’envoi (aujourd’hui).")
@click.pass_obj
def envoyer(session: Session, periode: str, pour: tuple[str, ...], jour: date | None) -> int:
    """Marquer des bilans approuvés comme envoyés."""
    period = lire_periode(periode)
    with session.bureau() as bureau:
        day = jour or bureau.horloge.aujourd_hui()
        made = _ensemble(bureau, period)
        found = [_dernier(bureau, made, cle, period) for cle in _cles(made, pour)]
        sent = [marquer_envoye(e.id, jour=day, uow=bureau.base.transaction()) for e in found]
    counted = accorde(len(sent), "bilan marqué envoyé", "bilans marqués envoyés")
    session.sortie.rendre(
        {"bilans": [_sans_chiffres(e) for e in sent]}, f"{counted} le {day:%d/%m/%Y}."
    )
    return 0


@bilans.command("differences")
@_periode
@_destinataire
@click.pass_obj
def dire_differences(session: Session, periode: str, destinataire: str) -> int:
    """Dire, case par case, ce qui a changé depuis le bilan approuvé ou envoyé."""
    period = lire_periode(periode)
    with session.bureau() as bureau:
        made = _ensemble(bureau, period)
        who = _trouver(made, destinataire)
        found = differences(_dernier(bureau, made, who.cle, period), made.bilan(who))
    session.sortie.rendre({"differences": found}, "\n".join(found) or "Rien n’a changé.")
    return 0


@bilans.command("revenir")
@_periode
@_destinataire
@_motif
@click.pass_obj
def revenir(session: Session, periode: str, destinataire: str, motif: str) -> int:
    """Annuler l’envoi d’un bilan, ou retirer son approbation s’il n’est pas envoyé."""
    period = lire_periode(periode)
    with session.bureau() as bureau:
        made = _ensemble(bureau, period)
        emis = _dernier(bureau, made, _trouver(made, destinataire).cle, period)
        back = annuler_envoi if emis.envoye is not None else retirer_approbation
        back(emis.id, motif=motif, uow=bureau.base.transaction())
    session.sortie.rendre({"bilan": _sans_chiffres(emis)}, f"{emis.nom}\u00a0: étape annulée.")
    return 0


def _ensemble(bureau: Bureau, periode: Periode) -> Ensemble:
    return etablir_ensemble(periode, uow=bureau.base.transaction(), territoires=bureau.territoires)


def _trouver(ensemble: Ensemble, texte: str) -> DestinataireBilan:
    """By key, else by name, case and accents folded."""
    named = [d for d in ensemble.destinataires if plie(d.nom) == plie(texte)]
    return named[0] if named else ensemble.destinataire(texte)


def _cles(ensemble: Ensemble, pour: Sequence[str]) -> list[str]:
    if not pour:
        return [d.cle for d in ensemble.destinataires]
    return [_trouver(ensemble, text).cle for text in pour]


def _dernier(bureau: Bureau, ensemble: Ensemble, cle: str, periode: Periode) -> BilanEmis:
    with bureau.base.transaction() as uow:
        found = dernier(periode, cle, uow=uow)
    if found is None:
        raise SansBilanError(ensemble.destinataire(cle).nom, periode)
    return found


def _etat(emis: BilanEmis | None) -> str:
    if emis is None:
        return "à vérifier"
    mark = f", rectificatif {emis.version - 1}" if emis.version > 1 else ""
    return f"{emis.etat.value}{mark}"


def _sans_chiffres(emis: BilanEmis | None) -> dict[str, object] | None:
    """The version without its figures, which are a document of their own."""
    if emis is None:
        return None
    return {
        "destinataire": emis.destinataire,
        "nom": emis.nom,
        "version": emis.version,
        "etat": emis.etat.value,
        "approuve": emis.approuve,
        "envoye": emis.envoye,
        "differences": emis.differences,
    }
