"""The acts on an offer whose deadline they move or answer, and the one on what it is charged to."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from fluxdesk.domain.clauses import SuiteCarence
from fluxdesk.domain.echeance import REPONSE_MINIMUM
from fluxdesk.domain.echec import CauseEchec
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.services.enregistrer_issue import Reponse
from fluxdesk.services.envoyer_offre import (
    Envoi,
    envoyer_offre,
    prolonger_offre,
    relancer_offre,
)
from fluxdesk.services.imputer_autrement import Imputation, imputer_autrement
from fluxdesk.services.notifier_decision import noter_accord_candidat, notifier_decision
from fluxdesk.services.trancher_echeance import constater_carence, reprendre_pour_un_tour
from fluxdesk.ui.dialogs.acte import ActeSaisi
from fluxdesk.ui.dialogs.acte_champs import ChampChoix, ChampJour, ChampNombre, ChampTexte
from fluxdesk.ui.pages.vacances_gestes import Geste
from fluxdesk.ui.pages.vacances_saisies import JOUR, MOTIF, champ_offre, offre_de, titre_de

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.imputer_autrement import PropositionImputation
    from fluxdesk.services.ports import Bureau
    from fluxdesk.services.trancher_echeance import OffreEchue
    from fluxdesk.ui.dialogs.acte import Faire
    from fluxdesk.ui.dialogs.acte_champs import ChampActe, Valeurs
    from fluxdesk.ui.pages.vacances_dossier import DossierVacance

CANAUX = ("courriel", "courrier", "plateforme du réservataire", "remise en main propre")
SEMAINE = timedelta(days=7)
DELAI_MAX = 60
RELANCE, PROLONGE, CARENCE, REPRISE = "relance", "prolongation", "carence", "reprise"


def envoyer(dossier: DossierVacance) -> ActeSaisi:
    """Note the sending of the offer: its delay runs from there."""

    def faire(bureau: Bureau, uow: UnitOfWork, v: Valeurs) -> None:
        sent = Envoi(
            orientation_id=offre_de(dossier, v), jour=v.jour(JOUR), canal=str(v.choix("canal"))
        )
        envoyer_offre(sent, uow=uow, horloge=bureau.horloge, feries=bureau.feries)

    known = dossier.offre.suivi.envoi if dossier.offre else None
    fields = (
        *champ_offre(dossier),
        ChampJour(code=JOUR, nom="Envoyée le", jour=known or dossier.jour),
        ChampChoix(code="canal", nom="Par", choix=tuple((c, c) for c in CANAUX)),
    )
    phrase = "Le délai du réservataire court à compter de cet envoi."
    return _acte(Geste.ENVOYER, dossier, ("Noter l’envoi", phrase), fields, faire)


def relancer(dossier: DossierVacance) -> ActeSaisi:
    """Note a reminder, and the deadline it gives."""

    def faire(bureau: Bureau, uow: UnitOfWork, v: Valeurs) -> None:
        _relancer(bureau, uow, v, offre_de(dossier, v))

    fields = (
        *champ_offre(dossier),
        ChampJour(code=JOUR, nom="Relancé le", jour=dossier.jour),
        ChampJour(
            code="jusqu_au", nom="Délai laissé jusqu’au", jour=dossier.jour + SEMAINE, connu=False
        ),
    )
    phrase = "Sans autre date, le délai de la convention court de nouveau à compter de la relance."
    return _acte(Geste.RELANCER, dossier, ("Noter la relance", phrase), fields, faire)


def prolonger(dossier: DossierVacance) -> ActeSaisi:
    """Give more time, and say why."""

    def faire(bureau: Bureau, uow: UnitOfWork, v: Valeurs) -> None:
        _prolonger(bureau, uow, v, offre_de(dossier, v))

    fields = (
        *champ_offre(dossier),
        ChampJour(code=JOUR, nom="Jusqu’au", jour=_plus_tard(dossier)),
        ChampTexte(code=MOTIF, nom="Motif", obligatoire=True),
    )
    return _acte(Geste.PROLONGER, dossier, ("Prolonger le délai", ""), fields, faire)


def notifier(dossier: DossierVacance) -> ActeSaisi:
    """Note the day the offer reached the candidate."""

    def faire(bureau: Bureau, uow: UnitOfWork, v: Valeurs) -> None:
        notifier_decision(
            offre_de(dossier, v),
            v.jour(JOUR),
            uow=uow,
            feries=bureau.feries,
            jours=v.nombre("jours"),
        )

    known = dossier.offre.suivi.notification if dossier.offre else None
    fields = (
        ChampJour(code=JOUR, nom="Notifiée le", jour=known or dossier.jour),
        ChampNombre(
            code="jours",
            nom="Délai pour répondre",
            nombre=REPONSE_MINIMUM,
            minimum=REPONSE_MINIMUM,
            maximum=DELAI_MAX,
            suffixe="\u00a0jours",
        ),
    )
    phrase = "Le candidat a dix jours au moins pour répondre (CCH, art. R441-10)."
    return _acte(Geste.NOTIFIER, dossier, ("Noter la notification", phrase), fields, faire)


def accord(dossier: DossierVacance) -> ActeSaisi:
    """The candidate accepts; its refusal is the other button."""

    def faire(bureau: Bureau, uow: UnitOfWork, v: Valeurs) -> None:
        noter_accord_candidat(offre_de(dossier, v), v.jour(JOUR), uow=uow, horloge=bureau.horloge)

    known = dossier.offre.suivi.reponse if dossier.offre else None
    fields = (ChampJour(code=JOUR, nom="Accepté le", jour=known or dossier.jour),)
    made = _acte(Geste.ACCORD, dossier, ("Le candidat accepte", ""), fields, faire)
    return _avec_autre(made, "Le candidat refuse…")


def trancher(dossier: DossierVacance, echue: OffreEchue) -> ActeSaisi:
    """What to do of an offer whose deadline is over: never anything by itself."""
    choices: list[tuple[str, object]] = [
        ("Relancer le réservataire", RELANCE),
        ("Prolonger le délai", PROLONGE),
        ("Constater qu’aucun candidat n’est venu", CARENCE),
        ("Reprendre le logement pour un tour", REPRISE),
    ]
    wanted = {SuiteCarence.RELANCE: RELANCE, SuiteCarence.REPRISE: REPRISE}.get(
        echue.suite, CARENCE
    )
    if echue.offre.suivi.relances and wanted == RELANCE:
        wanted = CARENCE

    def faire(bureau: Bureau, uow: UnitOfWork, v: Valeurs) -> None:
        _trancher(bureau, uow, v, echue.offre.id)

    fields = (
        ChampChoix(code="quoi", nom="Décision", choix=tuple(choices), voulu=wanted),
        ChampJour(code=JOUR, nom="Le", jour=dossier.jour),
        ChampJour(
            code="jusqu_au",
            nom="Nouveau délai jusqu’au",
            jour=echue.relance.jour if echue.relance else dossier.jour + SEMAINE,
            si="quoi",
            parmi=(RELANCE, PROLONGE),
        ),
        ChampTexte(code=MOTIF, nom="Motif", obligatoire=True, si="quoi", parmi=(PROLONGE, REPRISE)),
    )
    phrase = f"{echue.conseil} Si la carence est constatée, {_sans_tete(echue.effet)}"
    made = _acte(Geste.TRANCHER, dossier, ("Enregistrer la décision", phrase), fields, faire)
    return _avec_autre(made, "Passer au suivant…") if dossier.a_un_suivant else made


def imputer(
    dossier: DossierVacance,
    proposees: Sequence[PropositionImputation],
    autres: Sequence[tuple[str, str]],
) -> ActeSaisi:
    """Charge the dwelling to another right, by a rule proposed or an agreement that is named."""
    choices: list[tuple[str, object]] = [(f"{p.nom}\u00a0: {p.source}", p) for p in proposees]
    choices += [(nom, cle) for cle, nom in autres]
    offre = dossier.offre

    def faire(_bureau: Bureau, uow: UnitOfWork, v: Valeurs) -> None:
        chosen, said = v.choix("droit"), v.texte("source")
        rule = next((p for p in proposees if p is chosen), None)
        imputation = Imputation(
            orientation_id=offre.id if offre else 0,
            partie=rule.partie if rule else str(chosen),
            source=said or (rule.source if rule else ""),
            motif=v.texte(MOTIF),
        )
        imputer_autrement(imputation, uow=uow)

    own = tuple(cle for cle, _ in autres)
    fields: tuple[ChampActe, ...] = (
        ChampChoix(code="droit", nom="Sur le droit de", choix=tuple(choices)),
        ChampTexte(
            code="source",
            nom="Règle ou accord",
            invite="par exemple : accord du comité de suivi du 3 mars",
            obligatoire=True,
            si="droit",
            parmi=own,
        ),
        ChampTexte(code=MOTIF, nom="Précision", invite="facultative, gardée au journal"),
    )
    phrase = (
        "Le droit imputé n’est pas forcément celui de qui présente le candidat. Les règles "
        "proposées pour un ménage DALO sont à vérifier avec la convention."
    )
    return _acte(Geste.IMPUTER, dossier, ("Imputer", phrase), fields, faire)


def _relancer(bureau: Bureau, uow: UnitOfWork, v: Valeurs, offre: int) -> None:
    sent = Envoi(
        orientation_id=offre, jour=v.jour(JOUR), canal="relance", jusqu_au=v.jour_connu("jusqu_au")
    )
    relancer_offre(sent, uow=uow, horloge=bureau.horloge, feries=bureau.feries)


def _prolonger(bureau: Bureau, uow: UnitOfWork, v: Valeurs, offre: int) -> None:
    until = v.jour_connu("jusqu_au") or v.jour(JOUR)
    prolonger_offre(offre, until, motif=v.texte(MOTIF), uow=uow, horloge=bureau.horloge)


def _trancher(bureau: Bureau, uow: UnitOfWork, v: Valeurs, offre: int) -> None:
    match v.choix("quoi"):
        case "relance":
            _relancer(bureau, uow, v, offre)
        case "prolongation":
            _prolonger(bureau, uow, v, offre)
        case "carence":
            constater_carence(offre, jour=v.jour(JOUR), uow=uow)
        case _:
            reprendre_pour_un_tour(
                Reponse(
                    orientation_id=offre,
                    issue=IssueOrientation.SANS_CANDIDAT,
                    jour=v.jour(JOUR),
                    motif=v.texte(MOTIF),
                    cause=CauseEchec.AUCUN_CANDIDAT,
                ),
                uow=uow,
                horloge=bureau.horloge,
                territoires=bureau.territoires,
                feries=bureau.feries,
            )


def _plus_tard(dossier: DossierVacance) -> date:
    due = dossier.offre.echeance if dossier.offre else None
    return max(due or dossier.jour, dossier.jour) + SEMAINE


def _sans_tete(effet: str) -> str:
    """« Rendu : le logement n’est pas décompté… » in the middle of a sentence."""
    said = effet.removeprefix("Rendu\u00a0: ")
    return said[0].lower() + said[1:]


def _acte(
    geste: Geste,
    dossier: DossierVacance,
    mots: tuple[str, str],
    champs: tuple[ChampActe, ...],
    faire: Faire,
) -> ActeSaisi:
    verb, phrase = mots
    return ActeSaisi(
        vacance_id=dossier.vacance.id,
        titre=titre_de(geste),
        verbe=verb,
        champs=champs,
        faire=faire,
        phrase=phrase,
    )


def _avec_autre(acte: ActeSaisi, autre: str) -> ActeSaisi:
    return replace(acte, autre=autre)


SAISIES_OFFRE: dict[Geste, Callable[[DossierVacance], ActeSaisi]] = {
    Geste.ENVOYER: envoyer,
    Geste.RELANCER: relancer,
    Geste.PROLONGER: prolonger,
    Geste.NOTIFIER: notifier,
    Geste.ACCORD: accord,
}
