"""Each act on a vacancy as it is asked for: its fields, and the use case it runs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from fluxdesk.domain.echec import RESPONSABLES, CauseEchec, Responsable
from fluxdesk.domain.preavis import MotifPreavis
from fluxdesk.domain.suivi_vacance import EtatVacance
from fluxdesk.services.noter_etape import (
    EtapeLogement,
    EtapeOffre,
    NoteLogement,
    NoteOffre,
    noter_etape_logement,
    noter_etape_offre,
)
from fluxdesk.services.noter_preavis import noter_preavis
from fluxdesk.services.noter_travaux import Travaux, noter_travaux
from fluxdesk.services.retirer_logement import Retrait, rendre_logement, retirer_logement
from fluxdesk.ui.dialogs.acte import ActeSaisi
from fluxdesk.ui.dialogs.acte_champs import ChampCase, ChampChoix, ChampJour, ChampTexte
from fluxdesk.ui.pages.vacances_gestes import Geste

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.ports import Bureau
    from fluxdesk.ui.dialogs.acte import Faire
    from fluxdesk.ui.dialogs.acte_champs import ChampActe, Valeurs
    from fluxdesk.ui.pages.vacances_dossier import DossierVacance

JOUR, MOTIF, OFFRE, EFFACER = "jour", "motif", "offre", "effacer"
LAISSER = "laisser"

PHRASES: dict[Geste, str] = {
    Geste.CANDIDATS: "Le réservataire a présenté ses candidats : le délai est tenu.",
    Geste.DOSSIERS: "Chaque dossier est complet : le logement peut passer en CAL.",
    Geste.VISITE: "Le jour où un candidat visite le logement ; il est rappelé à Aujourd’hui.",
    Geste.CAL: "Le jour de la CAL où ce logement est inscrit ; il est rappelé à Aujourd’hui.",
    Geste.SNE: "La demande est radiée du SNE à la signature du bail (CCH, art. R441-2-8).",
    Geste.ENTREE: "Le jour de l’état des lieux d’entrée.",
    Geste.VISITE_CONSEIL: "Le jour de la visite avant le départ, faite ou prévue.",
    Geste.LIBERATION: "Le jour où le locataire sortant rend les clés.",
}
ETAPES_OFFRE = {
    Geste.CANDIDATS: EtapeOffre.CANDIDATS,
    Geste.DOSSIERS: EtapeOffre.DOSSIERS,
    Geste.VISITE: EtapeOffre.VISITE,
    Geste.CAL: EtapeOffre.CAL_PREVUE,
    Geste.SNE: EtapeOffre.SNE,
    Geste.ENTREE: EtapeOffre.ENTREE,
}
ETAPES_LOGEMENT = {
    Geste.VISITE_CONSEIL: EtapeLogement.VISITE_CONSEIL,
    Geste.LIBERATION: EtapeLogement.LIBERATION,
}


def titre_de(geste: Geste) -> str:
    """The title of the dialog of an act."""
    return geste.value.removesuffix("…")


def champ_offre(dossier: DossierVacance) -> tuple[ChampActe, ...]:
    """Which offer, where several are open."""
    if len(dossier.ouvertes) <= 1:
        return ()
    choices = tuple(
        (f"{dossier.noms[o.id]}, offre n°\u00a0{o.numero}", o.id) for o in dossier.ouvertes
    )
    wanted = dossier.offre.id if dossier.offre else None
    return (ChampChoix(code=OFFRE, nom="Offre", choix=choices, voulu=wanted),)


def offre_de(dossier: DossierVacance, v: Valeurs) -> int:
    """The offer that the act is about."""
    chosen = v.choix(OFFRE)
    if isinstance(chosen, int):
        return chosen
    return dossier.offre.id if dossier.offre else 0


def etape_offre(geste: Geste, dossier: DossierVacance) -> ActeSaisi:
    """Note, change or take back the day of a step of the offer."""
    step = ETAPES_OFFRE[geste]
    known: date | None = getattr(dossier.offre.suivi, step.value) if dossier.offre else None

    def noter(bureau: Bureau, uow: UnitOfWork, v: Valeurs) -> None:
        note = NoteOffre(
            orientation_id=offre_de(dossier, v), etape=step, jour=_jour(v), motif=v.texte(MOTIF)
        )
        noter_etape_offre(note, uow=uow, horloge=bureau.horloge)

    fields = (*champ_offre(dossier), *_champs_du_jour(known, dossier.jour))
    return _simple(geste, dossier, fields, noter)


def etape_logement(geste: Geste, dossier: DossierVacance) -> ActeSaisi:
    """Note, change or take back the day of a step of the dwelling."""
    step = ETAPES_LOGEMENT[geste]
    known: date | None = getattr(dossier.vacance.suivi, step.value)

    def noter(bureau: Bureau, uow: UnitOfWork, v: Valeurs) -> None:
        note = NoteLogement(
            vacance_id=dossier.vacance.id, etape=step, jour=_jour(v), motif=v.texte(MOTIF)
        )
        noter_etape_logement(note, uow=uow, horloge=bureau.horloge)

    return _simple(geste, dossier, _champs_du_jour(known, dossier.jour), noter)


def preavis(dossier: DossierVacance) -> ActeSaisi:
    """Note the notice: its reason and whether it is proved."""
    suivi = dossier.vacance.suivi
    reasons = tuple((m.value[0].upper() + m.value[1:], m.value) for m in MotifPreavis)

    def noter(_bureau: Bureau, uow: UnitOfWork, v: Valeurs) -> None:
        why = MotifPreavis(str(v.choix(MOTIF)))
        noter_preavis(dossier.vacance.id, why, justifie=v.vrai("justifie"), uow=uow)

    fields = (
        ChampChoix(code=MOTIF, nom="Motif", choix=reasons, voulu=suivi.preavis_motif),
        ChampCase(code="justifie", nom="Le justificatif est fourni", coche=suivi.preavis_justifie),
    )
    phrase = (
        "Un, deux ou trois mois à compter de la réception du congé ; usage courant, à vérifier "
        "au bail (loi du 6 juillet 1989, art. 15)."
    )
    return ActeSaisi(
        vacance_id=dossier.vacance.id,
        titre=titre_de(Geste.PREAVIS),
        verbe="Noter le préavis",
        champs=fields,
        faire=noter,
        phrase=phrase,
    )


def travaux(dossier: DossierVacance) -> ActeSaisi:
    """Note the works as they stand, and the day the dwelling can be let."""
    suivi, today = dossier.vacance.suivi, dossier.jour
    began, ended, free = suivi.travaux_debut, suivi.travaux_fin, dossier.vacance.disponibilite

    def noter(_bureau: Bureau, uow: UnitOfWork, v: Valeurs) -> None:
        works = Travaux(
            vacance_id=dossier.vacance.id,
            debut=v.jour_connu("debut"),
            fin=v.jour_connu("fin"),
            nature=v.texte("nature"),
            disponibilite=v.jour_connu("libre"),
        )
        noter_travaux(works, uow=uow)

    fields = (
        ChampJour(code="debut", nom="Commencés le", jour=began or today, connu=True),
        ChampJour(
            code="fin",
            nom="Finis le",
            jour=ended or today,
            connu=ended is not None or began is not None,
        ),
        ChampTexte(code="nature", nom="Nature", texte=suivi.travaux_nature, invite="facultative"),
        ChampJour(
            code="libre", nom="Louable à compter du", jour=free or today, connu=free is not None
        ),
    )
    return ActeSaisi(
        vacance_id=dossier.vacance.id,
        titre=titre_de(Geste.TRAVAUX),
        verbe="Noter les travaux",
        champs=fields,
        faire=noter,
    )


def retirer(dossier: DossierVacance) -> ActeSaisi:
    """Withdraw the dwelling, and say what becomes of its open offers."""
    causes = tuple(
        (f"Close\u00a0: {c.value.split(' : ')[-1]}", c.value)
        for c in CauseEchec
        if RESPONSABLES[c] is Responsable.BAILLEUR
    )
    states = tuple(
        (e.value[0].upper() + e.value[1:], e.value)
        for e in EtatVacance
        if e is not EtatVacance.COMMERCIALE
    )

    def faire(_bureau: Bureau, uow: UnitOfWork, v: Valeurs) -> None:
        cause = v.choix("cause")
        retrait = Retrait(
            vacance_id=dossier.vacance.id,
            jour=v.jour(JOUR),
            motif=v.texte(MOTIF),
            cause=CauseEchec(str(cause)) if cause not in {None, LAISSER} else None,
            etat=EtatVacance(str(v.choix("etat"))),
        )
        retirer_logement(retrait, uow=uow)

    several = len(dossier.ouvertes) > 1
    keep = "Reste ouverte\u00a0: le logement revient bientôt"
    choices = (*causes, (keep, LAISSER))
    fields: tuple[ChampActe, ...] = (
        ChampJour(code=JOUR, nom="Le", jour=dossier.jour),
        ChampChoix(code="etat", nom="Le logement est", choix=states),
        ChampTexte(code=MOTIF, nom="Motif", obligatoire=True),
    )
    if dossier.ouvertes:
        name = "Chaque offre" if several else "L’offre"
        fields = (*fields[:2], ChampChoix(code="cause", nom=name, choix=choices), fields[2])
    return ActeSaisi(
        vacance_id=dossier.vacance.id,
        titre=titre_de(Geste.RETIRER),
        verbe="Retirer le logement",
        champs=fields,
        faire=faire,
        phrase="Le logement n’est plus proposé tant qu’il n’est pas rendu à la location.",
    )


def rendre(dossier: DossierVacance) -> ActeSaisi:
    """Give the dwelling back to letting."""

    def faire(_bureau: Bureau, uow: UnitOfWork, v: Valeurs) -> None:
        rendre_logement(dossier.vacance.id, jour=v.jour(JOUR), motif=v.texte(MOTIF), uow=uow)

    return ActeSaisi(
        vacance_id=dossier.vacance.id,
        titre=titre_de(Geste.RENDRE),
        verbe="Rendre le logement",
        champs=(
            ChampJour(code=JOUR, nom="Le", jour=dossier.jour),
            ChampTexte(code=MOTIF, nom="Motif", invite="facultatif, gardé au journal"),
        ),
        faire=faire,
    )


def _champs_du_jour(connu: date | None, aujourd_hui: date) -> tuple[ChampActe, ...]:
    day = ChampJour(code=JOUR, nom="Le", jour=connu or aujourd_hui)
    why = ChampTexte(code=MOTIF, nom="Précision", invite="facultative, gardée au journal")
    if connu is None:
        return (day, why)
    return (day, ChampCase(code=EFFACER, nom="Effacer cette date, notée par erreur"), why)


def _jour(v: Valeurs) -> date | None:
    return None if v.vrai(EFFACER) else v.jour(JOUR)


def _simple(
    geste: Geste, dossier: DossierVacance, champs: tuple[ChampActe, ...], faire: Faire
) -> ActeSaisi:
    return ActeSaisi(
        vacance_id=dossier.vacance.id,
        titre=titre_de(geste),
        verbe="Enregistrer la date",
        champs=champs,
        faire=faire,
        phrase=PHRASES[geste],
    )


SAISIES: dict[Geste, Callable[[DossierVacance], ActeSaisi]] = {
    **{geste: partial(etape_offre, geste) for geste in ETAPES_OFFRE},
    **{geste: partial(etape_logement, geste) for geste in ETAPES_LOGEMENT},
    Geste.PREAVIS: preavis,
    Geste.TRAVAUX: travaux,
    Geste.RETIRER: retirer,
    Geste.RENDRE: rendre,
}
