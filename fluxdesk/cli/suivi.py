"""Commands on the steps of a vacancy: its time line, what to do next, one step noted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from fluxdesk.cli.offres import CAUSES
from fluxdesk.cli.reperes import trouver_orientation, trouver_partie, trouver_vacance
from fluxdesk.cli.usage import DATE, TEXTE, Commande, Obligatoire, OptionsError
from fluxdesk.domain.dates import en_chiffres
from fluxdesk.domain.erreurs import IntrouvableError
from fluxdesk.domain.etapes_vacance import etapes_vacance
from fluxdesk.domain.prochaine_action import prochaine_action
from fluxdesk.domain.typographie import typographier
from fluxdesk.services.envoyer_offre import Envoi, envoyer_offre, relancer_offre
from fluxdesk.services.imputer_autrement import Imputation, imputer_autrement
from fluxdesk.services.noter_etape import (
    EtapeLogement,
    EtapeOffre,
    NoteLogement,
    NoteOffre,
    noter_etape_logement,
    noter_etape_offre,
)
from fluxdesk.services.notifier_decision import noter_accord_candidat, notifier_decision
from fluxdesk.services.passer_au_candidat import CandidatPerdu, passer_au_candidat
from fluxdesk.services.rappeler import rappels as lire_rappels
from fluxdesk.services.rappeler import situation_de
from fluxdesk.services.rapporter_en_continu import rapport_continu

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from fluxdesk.cli.session import Session
    from fluxdesk.services.ports import Bureau

_le = click.option(
    "--le",
    "jour",
    type=DATE,
    metavar="DATE",
    cls=Obligatoire,
    required=True,
    help="Le jour de l’étape, comme 31/12/2026 (obligatoire).",
)
LOGEMENT = {
    "visite-conseil": EtapeLogement.VISITE_CONSEIL,
    "liberation": EtapeLogement.LIBERATION,
}
OFFRE = {
    "candidats": EtapeOffre.CANDIDATS,
    "dossiers": EtapeOffre.DOSSIERS,
    "visite": EtapeOffre.VISITE,
    "cal-prevue": EtapeOffre.CAL_PREVUE,
    "sne": EtapeOffre.SNE,
    "entree": EtapeOffre.ENTREE,
}


@click.command("etapes", cls=Commande)
@click.argument("vacance", type=TEXTE)
@click.pass_obj
def etapes(session: Session, vacance: str) -> int:
    """Dire où en est une vacance, étape par étape, et la prochaine chose à faire."""
    with session.bureau() as bureau:
        ident = trouver_vacance(vacance, uow=bureau.base.transaction())
        with bureau.base.transaction() as uow:
            seen = situation_de(ident, bureau.horloge.aujourd_hui(), uow=uow, feries=bureau.feries)
    steps, following = etapes_vacance(seen), prochaine_action(seen)
    lines = [
        f"{step.code.value:<26}{step.etat.value:<12}{en_chiffres(step.jour or step.prevue):<12}"
        f"{step.explication}".rstrip()
        for step in steps
    ]
    due = f" ({en_chiffres(following.jour)})" if following.jour else ""
    told = typographier(f"À faire : {following.acte.value}{due}. {following.explication}")
    session.sortie.rendre({"etapes": steps, "prochaine": following}, "\n".join([*lines, told]))
    return 0


@click.command("rappels", cls=Commande)
@click.pass_obj
def rappels(session: Session) -> int:
    """Dire ce qui est proche ou passé, avec le calcul de chaque échéance."""
    with session.bureau() as bureau, bureau.base.transaction() as uow:
        found = lire_rappels(bureau.horloge.aujourd_hui(), uow=uow, feries=bureau.feries)
    told = [
        f"{en_chiffres(r.jour)}  {r.titre}, {r.logement}. {r.explication}".rstrip(". ")
        for r in found
    ]
    session.sortie.rendre({"rappels": found}, "\n".join(told) or "Rien de proche.")
    return 0


@click.command("etape", cls=Commande)
@click.argument("repere", type=TEXTE, metavar="VACANCE|OFFRE")
@click.argument("etape", type=TEXTE)
@_le
@click.pass_obj
def etape(session: Session, repere: str, etape: str, jour: date) -> int:
    """Noter le jour d’une étape.

    D’une VACANCE : visite-conseil, liberation. D’une OFFRE : envoi, relance, candidats, dossiers,
    visite, cal-prevue, notification, accord, sne, entree.
    """
    with session.bureau() as bureau:
        if etape in LOGEMENT:
            ident = trouver_vacance(repere, uow=bureau.base.transaction())
            note = NoteLogement(vacance_id=ident, etape=LOGEMENT[etape], jour=jour)
            after: object = noter_etape_logement(
                note, uow=bureau.base.transaction(), horloge=bureau.horloge
            )
        elif etape in OFFRE or etape in _ACTES:
            ident = trouver_orientation(repere, uow=bureau.base.transaction())
            after = _noter_offre(ident, etape, jour, bureau)
        else:
            known = ", ".join([*LOGEMENT, *OFFRE, *_ACTES])
            message = f"« {etape} » n’est pas une étape ; choisissez parmi : {known}."
            raise OptionsError(typographier(message))
    session.sortie.rendre({"etape": etape, "apres": after}, f"Noté le {en_chiffres(jour)}.")
    return 0


def _noter_offre(ident: int, etape: str, jour: date, bureau: Bureau) -> object:
    if etape in _ACTES:
        return _ACTES[etape](ident, jour, bureau)
    note = NoteOffre(orientation_id=ident, etape=OFFRE[etape], jour=jour)
    return noter_etape_offre(note, uow=bureau.base.transaction(), horloge=bureau.horloge)


def _envoyer(ident: int, jour: date, bureau: Bureau) -> object:
    return envoyer_offre(
        Envoi(orientation_id=ident, jour=jour),
        uow=bureau.base.transaction(),
        horloge=bureau.horloge,
        feries=bureau.feries,
    )


def _relancer(ident: int, jour: date, bureau: Bureau) -> object:
    return relancer_offre(
        Envoi(orientation_id=ident, jour=jour),
        uow=bureau.base.transaction(),
        horloge=bureau.horloge,
        feries=bureau.feries,
    )


def _notifier(ident: int, jour: date, bureau: Bureau) -> object:
    return notifier_decision(ident, jour, uow=bureau.base.transaction(), feries=bureau.feries)


def _accorder(ident: int, jour: date, bureau: Bureau) -> object:
    return noter_accord_candidat(ident, jour, uow=bureau.base.transaction(), horloge=bureau.horloge)


_ACTES: dict[str, Callable[[int, date, Bureau], object]] = {
    "envoi": _envoyer,
    "relance": _relancer,
    "notification": _notifier,
    "accord": _accorder,
}


@click.command("candidat-suivant", cls=Commande)
@click.argument("orientation", type=TEXTE)
@click.option("--cause", type=TEXTE, cls=Obligatoire, required=True, help="Pourquoi (obligatoire).")
@_le
@click.option("--nouveaux", is_flag=True, help="Demander de nouveaux candidats.")
@click.pass_obj
def candidat_suivant(
    session: Session, orientation: str, cause: str, jour: date, *, nouveaux: bool
) -> int:
    """Passer au candidat suivant : l’offre reste ouverte, le compte ne change pas."""
    if cause not in CAUSES:
        message = f"« {cause} » n’est pas une cause ; choisissez parmi : {', '.join(CAUSES)}."
        raise OptionsError(typographier(message))
    with session.bureau() as bureau:
        lost = CandidatPerdu(
            orientation_id=trouver_orientation(orientation, uow=bureau.base.transaction()),
            cause=CAUSES[cause],
            jour=jour,
            nouveaux=nouveaux,
        )
        after = passer_au_candidat(lost, uow=bureau.base.transaction(), feries=bureau.feries)
    session.sortie.rendre({"orientation": after}, f"L’offre {after.numero} reste ouverte.")
    return 0


@click.command("imputer", cls=Commande)
@click.argument("orientation", type=TEXTE)
@click.option("--reservataire", type=TEXTE, cls=Obligatoire, required=True, help="Sur quel droit.")
@click.option("--source", type=TEXTE, cls=Obligatoire, required=True, help="Règle ou accord.")
@click.pass_obj
def imputer(session: Session, orientation: str, reservataire: str, source: str) -> int:
    """Imputer un logement sur un autre droit que celui du réservataire sollicité."""
    with session.bureau() as bureau:
        day = bureau.horloge.aujourd_hui()
        charge = Imputation(
            orientation_id=trouver_orientation(orientation, uow=bureau.base.transaction()),
            partie=trouver_partie(reservataire, day, uow=bureau.base.transaction()),
            source=source,
        )
        after = imputer_autrement(charge, uow=bureau.base.transaction())
    session.sortie.rendre({"orientation": after}, f"Offre {after.numero} : droit imputé changé.")
    return 0


@click.command("continu", cls=Commande)
@click.argument("reservataire", type=TEXTE)
@click.option("--du", type=DATE, cls=Obligatoire, required=True, help="Premier jour (obligatoire).")
@click.option("--au", type=DATE, cls=Obligatoire, required=True, help="Dernier jour (obligatoire).")
@click.pass_obj
def continu(session: Session, reservataire: str, du: date, au: date) -> int:
    """Rendre compte à un réservataire de ses logements sur une période."""
    with session.bureau() as bureau:
        with bureau.base.transaction() as uow:
            who = uow.reservataires.trouver(reservataire)
        if who is None:
            what = "Le réservataire"
            raise IntrouvableError(what, reservataire)
        told = rapport_continu(who.id, du, au, uow=bureau.base.transaction())
    lines = [
        f"{row.numero}  {en_chiffres(row.jour)}  {row.adresse}, {row.commune}  {row.issue.value}"
        for row in told.lignes
    ]
    totals = f"Proposés {told.proposes}, attribués {told.attribues}, baux signés {told.baux}."
    session.sortie.rendre(told, "\n".join([*lines, totals]))
    return 0
