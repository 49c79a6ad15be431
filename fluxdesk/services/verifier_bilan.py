"""What to look at before a bilan is approved: each point says where it is mended."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from fluxdesk.domain.bilan_controles import totaux_faux
from fluxdesk.domain.bilan_lignes import SANS_CAUSE, prevus_de
from fluxdesk.domain.logement import NON_RENSEIGNE
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.typographie import accorde, typographier
from fluxdesk.domain.vacance import Etape, Qualification, etape, retiree

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from fluxdesk.domain.bilan import Bilan
    from fluxdesk.domain.bilan_faits import FaitOffre
    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.domain.vacance import Vacance
    from fluxdesk.services.depots import UnitOfWork

_CHAMPS = {
    "typologie": "sans typologie",
    "financement": "sans financement",
    "periode": "sans année de construction",
}


class Ou(StrEnum):
    """Where a point is mended."""

    VACANCES = "vacances"
    PATRIMOINE = "patrimoine"
    CONVENTIONS = "conventions"
    REGLAGES = "réglages"
    BILANS = "bilans"
    PREVISIONNEL = "prévisionnel"


@dataclass(frozen=True, slots=True, kw_only=True)
class PointAVerifier:
    """One sentence, and the page and object that it leads to (0: the page alone).

    ``grave`` points make the bilan false; the others are told and may be let pass.
    """

    phrase: str
    ou: Ou
    cible: int = 0
    grave: bool = False


def verifier_bilan(bilan: Bilan, *, jour: date, uow: UnitOfWork) -> tuple[PointAVerifier, ...]:
    """The check list of one bilan on that day, what makes it false first."""
    with uow:
        vacancies = [v for v in uow.vacances.toutes() if not retiree(v)]
        offers = [o for o in uow.orientations.toutes() if o.issue is not IssueOrientation.ANNULEE]
        landlord = uow.bailleurs.lire()
    found = [
        *(PointAVerifier(phrase=p, ou=Ou.BILANS, grave=True) for p in totaux_faux(bilan)),
        *_donnees(bilan.detail),
        *_vacances(vacancies, offers, bilan.periode.fin),
        *_offres(bilan, offers, jour),
        *_annee(bilan, jour),
    ]
    if not landlord.siret:
        found.append(_point("Le SIRET du bailleur n’est pas renseigné.", Ou.REGLAGES))
    return tuple(sorted(found, key=lambda p: not p.grave))


def _point(phrase: str, ou: Ou, cible: int = 0, *, grave: bool = False) -> PointAVerifier:
    return PointAVerifier(phrase=typographier(phrase), ou=ou, cible=cible, grave=grave)


def _donnees(detail: Sequence[FaitOffre]) -> Iterator[PointAVerifier]:
    """Dwellings counted under « non renseigné »."""
    missing: dict[str, list[int]] = {}
    for fait in detail:
        for field, words in _CHAMPS.items():
            if getattr(fait.logement, field) in {"", NON_RENSEIGNE}:
                missing.setdefault(words, []).append(fait.logement_id)
        if fait.lieu.qpv == NON_RENSEIGNE:
            missing.setdefault("dont on ne sait pas s’ils sont en QPV", []).append(fait.logement_id)
        if not fait.lieu.commune:
            missing.setdefault("sans commune", []).append(fait.logement_id)
    for words, homes in missing.items():
        counted = accorde(len(set(homes)), "logement proposé", "logements proposés")
        yield _point(f"{counted} {words}.", Ou.PATRIMOINE, homes[0], grave=True)


def _vacances(
    vacances: Sequence[Vacance], offres: Sequence[Orientation], fin: date
) -> Iterator[PointAVerifier]:
    """Vacancies of the period or before that still wait for the officer."""
    issues: dict[int, list[IssueOrientation]] = {}
    for offer in offres:
        issues.setdefault(offer.vacance_id, []).append(offer.issue)
    waiting: dict[Etape, list[int]] = {}
    for vacancy in vacances:
        if vacancy.date_conge <= fin:
            waiting.setdefault(etape(vacancy, issues.get(vacancy.id, ())), []).append(vacancy.id)
    for step, words, grave in (
        (Etape.A_QUALIFIER, "à qualifier", True),
        (Etape.A_ORIENTER, "à orienter", False),
    ):
        held = waiting.get(step)
        if held:
            counted = accorde(len(held), f"vacance {words}, libérée", f"vacances {words}, libérées")
            yield _point(f"{counted} avant la fin de la période.", Ou.VACANCES, held[0],
                         grave=grave)  # fmt: skip
    stray = [
        v.id
        for v in vacances
        if v.qualification is Qualification.SOUSTRAIT and v.categorie_soustrait is None
    ]
    if stray:
        counted = accorde(len(stray), "logement soustrait", "logements soustraits")
        yield _point(f"{counted} sans catégorie d’opération.", Ou.VACANCES, stray[0], grave=True)


def _offres(bilan: Bilan, offres: Sequence[Orientation], jour: date) -> Iterator[PointAVerifier]:
    mine = {f.numero: f for f in bilan.detail}
    late = [
        o
        for o in offres
        if o.numero in mine
        and o.issue is IssueOrientation.EN_COURS
        and o.echeance is not None
        and o.echeance < jour
    ]
    if late:
        counted = accorde(len(late), "offre échue", "offres échues")
        yield _point(f"{counted} sans réponse enregistrée.", Ou.VACANCES, late[0].vacance_id)
    blind = [f for f in bilan.detail if f.cause_echec == SANS_CAUSE]
    if blind:
        counted = accorde(len(blind), "offre sans suite", "offres sans suite")
        yield _point(f"{counted} dont la cause n’est pas dite.", Ou.VACANCES, blind[0].vacance_id)
    held = Counter(f.vacance_id for f in bilan.detail if f.baux)
    twice = [ident for ident, count in held.items() if count > 1]
    if twice:
        counted = accorde(len(twice), "logement", "logements")
        yield _point(f"{counted} avec deux baux signés dans la période.", Ou.VACANCES, twice[0])


def _annee(bilan: Bilan, jour: date) -> Iterator[PointAVerifier]:
    period = bilan.periode
    if jour <= period.fin:
        yield _point(f"La période {period.bornes} n’est pas finie : le bilan est provisoire.",
                     Ou.BILANS)  # fmt: skip
    if period.entiere and not prevus_de(bilan, period.annee + 1):
        year = period.annee + 1
        yield _point(
            f"Aucun prévisionnel des logements soustraits pour {year} (R441-5-1, à joindre).",
            Ou.PREVISIONNEL,
            year,
        )
    if bilan.convention is not None and not bilan.convention.reference:
        yield _point("La convention du réservataire n’a pas de référence.", Ou.CONVENTIONS)
