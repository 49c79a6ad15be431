"""The steps of a vacancy as its time line shows them."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from fluxdesk.domain.dates import en_lettres
from fluxdesk.domain.etapes_vacance import EtatEtape
from fluxdesk.domain.prochaine_action import Acte
from fluxdesk.ui.pages.vacances_gestes import DE_L_ETAPE, Geste, possible
from fluxdesk.ui.phrases import jour_court, retard_court
from fluxdesk.ui.theme import Etat
from fluxdesk.ui.widgets.parcours import Jalon

if TYPE_CHECKING:
    from datetime import date

    from fluxdesk.domain.etapes_vacance import EtapeDatee
    from fluxdesk.domain.prochaine_action import ProchaineAction
    from fluxdesk.ui.pages.vacances_dossier import DossierVacance

IMAGES = {
    EtatEtape.FAITE: "circle-check",
    EtatEtape.PROCHAINE: "arrow-right",
    EtatEtape.EN_RETARD: "clock",
    EtatEtape.A_VENIR: "minus",
    EtatEtape.NON_NOTEE: "circle-help",
    EtatEtape.SANS_OBJET: "minus",
}


def jalons_de(dossier: DossierVacance) -> list[Jalon]:
    """Every step that this vacancy has."""
    return [
        _jalon(step, dossier) for step in dossier.etapes if step.etat is not EtatEtape.SANS_OBJET
    ]


def ensuite(dossier: DossierVacance) -> str:
    """The next act and why, as rich text."""
    action = dossier.action
    why = escape(action.explication)
    if action.acte is Acte.AUCUN:
        return why
    return f"<b>{action.acte.value}</b>{_pour(action, dossier.jour)}<br>{why}"


def _pour(action: ProchaineAction, jour: date) -> str:
    if action.jour is None:
        return ""
    late = f" ({retard_court(action.jour, jour).lower()})" if action.retard else ""
    return f", pour le {en_lettres(action.jour)}{late}"


def _jalon(step: EtapeDatee, dossier: DossierVacance) -> Jalon:
    act = DE_L_ETAPE[step.code]
    if act is Geste.ORIENTER and possible(Geste.PROPOSER, dossier):
        act = Geste.PROPOSER
    missed = step.etat is EtatEtape.NON_NOTEE  # the day it was due tells nothing any more
    day = step.jour or (None if missed else step.prevue)
    late = step.etat is EtatEtape.EN_RETARD and step.prevue is not None
    when = jour_court(day) if day else ""
    if late and step.prevue is not None:
        when = retard_court(step.prevue, dossier.jour)
    return Jalon(
        titre=step.code.value,
        image=IMAGES[step.etat],
        etat=step.etat.value,
        quand=when,
        ton=Etat.RETARD if late else None,
        dit=_dit(step),
        cle=act.name if possible(act, dossier) else "",
        fort=step.etat is EtatEtape.PROCHAINE,
        doux=step.etat in {EtatEtape.A_VENIR, EtatEtape.NON_NOTEE},
    )


def _dit(step: EtapeDatee) -> str:
    if step.jour is None and step.prevue is not None:
        due = f"Prévue le {en_lettres(step.prevue)}"
        return f"{due}\u00a0: {step.explication}" if step.explication else due
    return step.explication
