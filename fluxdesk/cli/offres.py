"""Commands on offers: make one, make several at once, record what became of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from fluxdesk.cli import rendu
from fluxdesk.cli.reperes import trouver_orientation, trouver_partie, trouver_vacance
from fluxdesk.cli.usage import DATE, TEXTE, Commande, Obligatoire, OptionsError
from fluxdesk.domain.echec import CauseEchec
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.flux.parties import BAILLEUR, NOM_BAILLEUR
from fluxdesk.domain.orientation import IssueOrientation, issue_de
from fluxdesk.domain.typographie import typographier
from fluxdesk.services.enregistrer_issue import Reponse, noter_reponse
from fluxdesk.services.imputer_offre import cle_de
from fluxdesk.services.orienter_vacance import DemandeOrientation, orienter_vacance
from fluxdesk.services.prevoir_effets import prevoir_effets
from fluxdesk.services.proposer_a_tous import DemandeATous, proposer_a_tous
from fluxdesk.services.tenir_registre import lire_parties

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from fluxdesk.cli.session import Session
    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.services.ports import Bureau

ISSUES = {
    "attribuee": IssueOrientation.ATTRIBUEE,
    "bail": IssueOrientation.BAIL_SIGNE,
    "refus": IssueOrientation.REFUSEE,
    "carence": IssueOrientation.SANS_CANDIDAT,
    "non-attribution": IssueOrientation.NON_ATTRIBUEE,
    "refus-candidat": IssueOrientation.REFUS_CANDIDAT,
    "desistement": IssueOrientation.REFUS_CANDIDAT,
    "retrait": IssueOrientation.RETIREE,
}
DESISTEMENT = "desistement"
CAUSES = {cause.name.lower().replace("_", "-"): cause for cause in CauseEchec}


class PasDeDesistementError(FluxDeskError):
    """Nobody was chosen yet: there is no candidate to withdraw."""

    def __init__(self, numero: str) -> None:
        super().__init__(
            f"L’offre {numero} n’est pas attribuée en CAL : aucun candidat ne peut se désister. "
            "Enregistrez un refus ou une carence."
        )


@click.command("orienter", cls=Commande)
@click.argument("vacance", type=TEXTE)
@click.option(
    "--a-tous",
    is_flag=True,
    help="Proposer à plusieurs réservataires à la fois : ceux que la règle classe, ou ceux que "
    "--reservataire nomme.",
)
@click.option(
    "--reservataire",
    type=TEXTE,
    metavar="R",
    multiple=True,
    help="Un autre que le réservataire proposé : son nom, « nom / code » d’une part de sa "
    "convention, ou « Bailleur ». Se répète avec --a-tous.",
)
@click.option(
    "--motif",
    type=TEXTE,
    metavar="TEXTE",
    default="",
    help="Pourquoi un autre ; obligatoire alors.",
)
@click.pass_obj
def orienter(
    session: Session, vacance: str, reservataire: tuple[str, ...], motif: str, *, a_tous: bool
) -> int:
    """Proposer un logement vacant au réservataire suggéré, à un autre, ou à plusieurs."""
    if motif and not (reservataire or a_tous):
        message = "--motif va avec --reservataire : il dit pourquoi un autre est choisi."
        raise OptionsError(message)
    if len(reservataire) > 1 and not a_tous:
        message = "Une offre va à un seul réservataire ; pour plusieurs, ajoutez --a-tous."
        raise OptionsError(message)
    with session.bureau() as bureau:
        keys = _parties(reservataire, bureau)
        ident = trouver_vacance(vacance, uow=bureau.base.transaction())
        if a_tous:
            made = _proposer(
                DemandeATous(vacance_id=ident, destinataires=keys, derogation=motif), bureau
            )
        else:
            made = (_orienter(_demande(ident, keys, motif), bureau),)
        names = _noms(made, bureau)
    documents = [
        {"orientation": offer, "destinataire": who} for offer, who in zip(made, names, strict=True)
    ]
    told = "\n".join(rendu.offre(offer, who) for offer, who in zip(made, names, strict=True))
    session.sortie.rendre({"orientations": documents} if a_tous else documents[0], told)
    return 0


@click.command("issue", cls=Commande)
@click.argument("orientation", type=TEXTE)
@click.argument("issue", type=TEXTE, metavar="|".join(ISSUES))
@click.option(
    "--le",
    "jour",
    type=DATE,
    metavar="DATE",
    cls=Obligatoire,
    required=True,
    help="Jour de la réponse, comme 31/12/2026 (obligatoire).",
)
@click.option(
    "--motif", type=TEXTE, metavar="TEXTE", default="", help="Pourquoi ; gardé au journal."
)
@click.option(
    "--cause",
    type=TEXTE,
    metavar="CAUSE",
    default="",
    help="Pourquoi l’offre échoue, dans la liste fermée : " + ", ".join(CAUSES) + ".",
)
@click.pass_obj
def issue(
    session: Session, orientation: str, issue: str, jour: date, motif: str, cause: str
) -> int:
    """Enregistrer ce que devient une offre, et dire son effet sur le compte.

    ORIENTATION est le numéro de l’offre, comme 2026-031. Un désistement suit une attribution.
    """
    if issue not in ISSUES:
        message = f"« {issue} » n’est pas une réponse ; choisissez parmi : {', '.join(ISSUES)}."
        raise OptionsError(typographier(message))
    wanted = ISSUES[issue]
    why = _cause(cause, wanted) if cause else None
    with session.bureau() as bureau:
        ident = trouver_orientation(orientation, uow=bureau.base.transaction())
        with bureau.base.transaction() as uow:
            before = uow.orientations.lire(ident)
            if issue == DESISTEMENT and before.issue is not IssueOrientation.ATTRIBUEE:
                raise PasDeDesistementError(before.numero)
            effects = prevoir_effets(uow.orientations.de_la_vacance(before.vacance_id), uow=uow)
            answer = Reponse(
                orientation_id=ident,
                issue=wanted,
                jour=jour,
                motif=motif,
                cause=why,
            )
            after = noter_reponse(answer, uow=uow)
            uow.valider()
    said = effects[ident][wanted]
    session.sortie.rendre({"orientation": after, "effet": said}, rendu.reponse(after, said))
    return 0


def _cause(mot: str, issue: IssueOrientation) -> CauseEchec:
    """The cause that the word names; an unknown word is told those of this answer."""
    if mot not in CAUSES:
        known = ", ".join(word for word, cause in CAUSES.items() if issue_de(cause) is issue)
        message = f"« {mot} » n’est pas une cause ; choisissez parmi : {known or 'aucune'}."
        raise OptionsError(typographier(message))
    return CAUSES[mot]


def _parties(reperes: Sequence[str], bureau: Bureau) -> tuple[str, ...]:
    day = bureau.horloge.aujourd_hui()
    return tuple(trouver_partie(r, day, uow=bureau.base.transaction()) for r in reperes)


def _demande(vacance_id: int, cles: Sequence[str], motif: str) -> DemandeOrientation:
    chosen = cles[0] if cles else None
    return DemandeOrientation(vacance_id=vacance_id, destinataire=chosen, derogation=motif)


def _orienter(demande: DemandeOrientation, bureau: Bureau) -> Orientation:
    return orienter_vacance(
        demande,
        uow=bureau.base.transaction(),
        horloge=bureau.horloge,
        territoires=bureau.territoires,
        feries=bureau.feries,
    )


def _proposer(demande: DemandeATous, bureau: Bureau) -> tuple[Orientation, ...]:
    return proposer_a_tous(
        demande,
        uow=bureau.base.transaction(),
        horloge=bureau.horloge,
        territoires=bureau.territoires,
        feries=bureau.feries,
    )


def _noms(offres: Sequence[Orientation], bureau: Bureau) -> list[str]:
    with bureau.base.transaction() as uow:
        names = {p.cle: p.nom for p in lire_parties(uow=uow)} | {BAILLEUR: NOM_BAILLEUR}
    return [names[cle_de(offer)] for offer in offres]
