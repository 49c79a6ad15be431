"""All there is to know of one vacancy: what is read, and how it is told."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fluxdesk.domain.convention import ModeOffre
from fluxdesk.domain.dates import en_lettres
from fluxdesk.domain.etapes_vacance import etapes_vacance
from fluxdesk.domain.mots_logement import etage_et_ascenseur, euros
from fluxdesk.domain.offres import ouvertes, principale
from fluxdesk.domain.orientation import ISSUES_ENGAGEES, IssueOrientation
from fluxdesk.domain.prochaine_action import est_echue, prochaine_action
from fluxdesk.domain.vacance import Qualification, etape
from fluxdesk.services.prevoir_effets import prevoir_effets
from fluxdesk.services.rappeler import situation_de
from fluxdesk.ui.models.vacances import PASTILLES
from fluxdesk.ui.phrases import jour_court
from fluxdesk.ui.widgets.fiche import Champ

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from fluxdesk.domain.candidat import Candidat
    from fluxdesk.domain.etapes_vacance import EtapeDatee
    from fluxdesk.domain.logement import Logement
    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.domain.prochaine_action import ProchaineAction, Situation
    from fluxdesk.domain.territoire import Commune
    from fluxdesk.domain.vacance import Etape, Vacance
    from fluxdesk.services.ports import Bureau

TON_ISSUE: Mapping[IssueOrientation, str] = {
    IssueOrientation.ATTRIBUEE: "ok",
    IssueOrientation.BAIL_SIGNE: "ok",
    IssueOrientation.REFUSEE: "retard",
    IssueOrientation.SANS_CANDIDAT: "retard",
    IssueOrientation.NON_ATTRIBUEE: "retard",
    IssueOrientation.REFUS_CANDIDAT: "retard",
    IssueOrientation.RETIREE: "retard",
    IssueOrientation.ANNULEE: "neutre",
    IssueOrientation.ECARTEE: "neutre",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierVacance:
    """A vacancy with its dwelling and its offers, oldest first; ``noms`` are those offered to.

    ``effets`` say, by open offer, what each answer would do to the account; ``candidats`` are
    those of each offer, by rank.
    """

    vacance: Vacance
    logement: Logement
    commune: Commune | None
    offres: tuple[Orientation, ...]
    noms: Mapping[int, str]
    effets: Mapping[int, Mapping[IssueOrientation, str]]
    candidats: Mapping[int, tuple[Candidat, ...]]
    qualifiee: date | None
    jour: date
    situation: Situation

    @property
    def action(self) -> ProchaineAction:
        """The one next act."""
        return prochaine_action(replace(self.situation, jour=self.jour))

    @property
    def etapes(self) -> tuple[EtapeDatee, ...]:
        """The steps of its time line."""
        return etapes_vacance(replace(self.situation, jour=self.jour))

    @property
    def echue(self) -> bool:
        """Whether the deadline of the standing offer is over without a candidate."""
        offre = self.offre
        return offre is not None and est_echue(offre, self.jour)

    @property
    def etape(self) -> Etape:
        """Where the vacancy stands."""
        return etape(self.vacance, [o.issue for o in self.offres])

    @property
    def offre(self) -> Orientation | None:
        """The offer that speaks for the vacancy."""
        return principale(self.offres)

    @property
    def ouvertes(self) -> tuple[Orientation, ...]:
        """The offers that wait for an answer or a lease."""
        return ouvertes(self.offres)

    @property
    def lettres(self) -> tuple[Orientation, ...]:
        """The offers that have a letter to send: the landlord writes none to itself."""
        held = [o for o in (self.offre, *self.ouvertes) if o and o.issue in ISSUES_ENGAGEES]
        return tuple({o.id: o for o in held if o.reservataire_id is not None}.values())

    @property
    def a_un_suivant(self) -> bool:
        """Whether the dwelling was offered in order, and waits for an answer."""
        offre = self.offre
        return (
            offre is not None
            and offre.mode is ModeOffre.ORDRE
            and offre.issue is IssueOrientation.EN_COURS
        )

    @property
    def adresse(self) -> str:
        """Where the dwelling is, on one line."""
        return self.logement.adresse.ligne() or self.logement.cle

    @property
    def lieu(self) -> str:
        """Address and commune, as a page names the dwelling."""
        town = self.commune.nom if self.commune else self.logement.adresse.nom_commune
        return ", ".join(part for part in (self.adresse, town) if part)

    @property
    def destinataire(self) -> str:
        """Who holds the last offer; empty where there is none."""
        return self.noms.get(self.offre.id, "") if self.offre else ""


def lire_dossier(bureau: Bureau, vacance_id: int) -> DossierVacance:
    """Read a vacancy whole; runs on the worker."""
    with bureau.base.transaction() as uow:
        vacance = uow.vacances.lire(vacance_id)
        logement = uow.logements.lire(vacance.logement_id)
        offers = tuple(uow.orientations.de_la_vacance(vacance_id))
        effects = prevoir_effets(offers, uow=uow)
        today = bureau.horloge.aujourd_hui()
        situation = situation_de(vacance_id, today, uow=uow, feries=bureau.feries)
        people = {o.id: tuple(uow.candidats.de_l_orientation(o.id)) for o in offers}
    rows = bureau.base.lectures.orientations(vacance_id)
    return DossierVacance(
        vacance=vacance,
        logement=logement,
        commune=bureau.territoires.commune(logement.commune),
        offres=offers,
        noms={row.id: row.destinataire for row in rows},
        effets=effects,
        candidats=people,
        qualifiee=_jour_de_qualification(bureau, vacance_id),
        jour=today,
        situation=situation,
    )


def _jour_de_qualification(bureau: Bureau, vacance_id: int) -> date | None:
    """The local day of the last qualification, which only the journal knows."""
    about = f"vacance:{vacance_id}"
    for row in bureau.base.lectures.journal(about):
        if row.objet == about and row.action == "vacance.qualifier":
            return row.quand.astimezone().date()
    return None


def champs_du_logement(dossier: DossierVacance) -> list[Champ]:
    """The fiche of the dwelling and of its vacancy."""
    logement, vacance = dossier.logement, dossier.vacance
    flux = vacance.qualification is Qualification.FLUX
    taken = vacance.categorie_soustrait
    said = f"soustrait\u00a0: {taken.value}" if taken else vacance.qualification.value
    if vacance.suivi.motif_hors_flux:
        said = f"{said}\u00a0: {vacance.suivi.motif_hors_flux.value}"
    return [
        Champ("Adresse", ", ".join(p for p in (dossier.adresse, logement.adresse.acces()) if p)),
        Champ("Commune", _commune(dossier)),
        Champ("Référence", logement.id_rpls or logement.id_interne or logement.cle),
        Champ("Programme", logement.programme),
        Champ("Typologie", _typologie(logement)),
        Champ("Financement", logement.financement.value),
        Champ("QPV", _qpv(logement)),
        Champ("Construction", str(logement.annee_construction or "non renseignée")),
        Champ("DPE", " · ".join(p for p in (logement.dpe, logement.dpe_date) if p)),
        Champ("Loyer", _loyer(logement)),
        Champ("Congé reçu", en_lettres(vacance.date_conge)),
        Champ(
            "Libre le", en_lettres(vacance.disponibilite) if vacance.disponibilite else "à fixer"
        ),
        Champ("Cause", vacance.cause.value),
        Champ("Dans le flux", "oui" if flux else said),
        Champ("Opération", vacance.suivi.operation),
        Champ("Suite de", _suite_de(vacance)),
        Champ("Observation", vacance.observation),
    ]


def champs_des_offres(dossier: DossierVacance) -> list[Champ]:
    """The open offers, where there are several: who, until when."""
    if len(dossier.ouvertes) <= 1:
        return []
    lines = []
    for offre in dossier.ouvertes:
        due = jour_court(offre.echeance) if offre.echeance else ""
        chosen = offre.issue is IssueOrientation.ATTRIBUEE
        said = f"{dossier.noms[offre.id]} (offre n°\u00a0{offre.numero})"
        lines.append(Champ("Attribuée" if chosen else due, said, fort=chosen))
    return lines


def champs_du_deroule(dossier: DossierVacance) -> list[Champ]:
    """What happened, in order, and in bold where the vacancy stands today."""
    vacance = dossier.vacance
    lines = [Champ(jour_court(vacance.date_conge), "Congé reçu")]
    if vacance.qualification is not Qualification.A_QUALIFIER:
        when = jour_court(dossier.qualifiee or vacance.date_conge)
        lines.append(Champ(when, f"Qualifié\u00a0: {vacance.qualification.value}"))
    for offre in dossier.offres:
        lines += _champs_de_l_offre(offre, dossier.noms.get(offre.id, ""))
    lines.append(Champ(jour_court(dossier.jour), PASTILLES[dossier.etape].mot, fort=True))
    return lines


def _champs_de_l_offre(offre: Orientation, nom: str) -> Sequence[Champ]:
    kept = offre.reservataire_id is None
    made = "Gardé par le bailleur" if kept else f"Proposé\u00a0: {nom}"
    lines = [Champ(jour_court(offre.jour), f"{made} (offre n°\u00a0{offre.numero})")]
    if offre.derogation:
        lines.append(Champ("", f"Choix de l’agent\u00a0: {offre.derogation}"))
    if offre.date_attribution and offre.issue is IssueOrientation.BAIL_SIGNE:
        lines.append(Champ(jour_court(offre.date_attribution), "Attribuée en CAL", ton="ok"))
    if offre.issue is not IssueOrientation.EN_COURS:
        words = f"{offre.issue.value[0].upper()}{offre.issue.value[1:]}"
        day = jour_court(offre.date_issue) if offre.date_issue else ""
        lines.append(Champ(day, words, ton=TON_ISSUE[offre.issue]))
        if offre.cause:
            lines.append(Champ("", f"Cause\u00a0: {offre.cause.value}"))
        if offre.motif_issue:
            lines.append(Champ("", f"Motif\u00a0: {offre.motif_issue}"))
    return lines


def _commune(dossier: DossierVacance) -> str:
    code = f" ({dossier.commune.code})" if dossier.commune else ""
    postcode = dossier.logement.adresse.code_postal
    name = dossier.commune.nom if dossier.commune else dossier.logement.adresse.nom_commune
    return f"{postcode} {name}{code}".strip()


def _suite_de(vacance: Vacance) -> str:
    """A mutation chain: the vacancy whose letting freed this dwelling."""
    first = vacance.suivi.suite_de
    return f"mutation, vacance n°\u00a0{first}" if first else ""


def _typologie(logement: Logement) -> str:
    surface = f"{logement.surface}\u00a0m²" if logement.surface else ""
    floor = etage_et_ascenseur(logement.etage, logement.ascenseur)
    return " · ".join(p for p in (logement.typologie, surface, floor) if p)


def _qpv(logement: Logement) -> str:
    if logement.qpv is None:
        return "non renseigné"
    code = f" ({logement.qpv_code})" if logement.qpv_code else ""
    return f"oui{code}" if logement.qpv else "non"


def _loyer(logement: Logement) -> str:
    if logement.loyer is None:
        return ""
    charges = f" + {euros(logement.charges)} ch." if logement.charges else ""
    return euros(logement.loyer) + charges
