"""What to look at before a bilan is approved: each point says where it is mended."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from fluxdesk.domain.bilan_controles import totaux_faux
from fluxdesk.domain.bilan_lignes import SANS_CAUSE
from fluxdesk.domain.logement import NON_RENSEIGNE
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.typographie import accorde, typographier
from fluxdesk.domain.vacance import Etape, Qualification, etape, retiree
from fluxdesk.services.etablir_bilan import CLE_CIL, CLE_PREFECTURE
from fluxdesk.services.relever_faits import hors_registre, lire_logements

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date

    from fluxdesk.domain.bilan import Bilan
    from fluxdesk.domain.bilan_faits import FaitOffre
    from fluxdesk.domain.flux.parties import Unite
    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.domain.vacance import Vacance
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.ports import Territoires

    _Attente = tuple[Vacance, str]

_SANS_CATEGORIE = "sans catégorie"
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


def verifier_bilan(
    bilan: Bilan, *, jour: date, uow: UnitOfWork, territoires: Territoires
) -> tuple[PointAVerifier, ...]:
    """The check list of one bilan on that day, what makes it false first.

    It tells what can change that bilan alone: the vacancies of its territory, its own offers.
    """
    with uow:
        offers = [o for o in uow.orientations.toutes() if o.issue is not IssueOrientation.ANNULEE]
        waiting = _en_attente(uow.vacances.toutes(), offers, bilan.periode.fin)
        waiting = _concernees(bilan, waiting, uow=uow, territoires=territoires)
        landlord = uow.bailleurs.lire()
    found = [
        *(PointAVerifier(phrase=p, ou=Ou.BILANS, grave=True) for p in totaux_faux(bilan)),
        *_donnees(bilan.detail),
        *_vacances(waiting),
        *_offres(bilan, offers, jour),
        *_annee(bilan, jour),
        *_previsions(bilan),
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


def _en_attente(
    vacances: Iterable[Vacance], offres: Iterable[Orientation], fin: date
) -> list[_Attente]:
    """Vacancies of the period or before that still wait for the officer, and for what."""
    issues: dict[int, list[IssueOrientation]] = {}
    for offer in offres:
        issues.setdefault(offer.vacance_id, []).append(offer.issue)
    found = []
    for vacancy in (v for v in vacances if not retiree(v)):
        if vacancy.qualification is Qualification.SOUSTRAIT:
            if vacancy.categorie_soustrait is None:
                found.append((vacancy, _SANS_CATEGORIE))
        elif vacancy.date_conge <= fin:
            step = etape(vacancy, issues.get(vacancy.id, ()))
            if step in {Etape.A_QUALIFIER, Etape.A_ORIENTER}:
                found.append((vacancy, step.value))
    return found


def _concernees(
    bilan: Bilan, attentes: list[_Attente], *, uow: UnitOfWork, territoires: Territoires
) -> list[_Attente]:
    """Those that the recipient of this bilan would find in it: few are left to read."""
    test = _test(bilan, uow=uow)
    if test is None:
        return attentes
    homes = lire_logements({v.logement_id for v, _ in attentes}, uow=uow)
    return [
        (vacancy, why)
        for vacancy, why in attentes
        if test(hors_registre(vacancy, homes[vacancy.logement_id], territoires))
    ]


def _test(bilan: Bilan, *, uow: UnitOfWork) -> Callable[[Unite], bool] | None:
    """Whether a dwelling concerns the recipient; None when every one does."""
    if bilan.cle == CLE_PREFECTURE:
        return None
    if bilan.cle == CLE_CIL:
        return lambda unit: bool(unit.epci)
    if bilan.d_un_epci:
        return lambda unit: bilan.cle == f"epci:{unit.epci}"
    zones = [
        zone
        for c in uow.conventions.toutes()
        if bilan.cle == f"reservataire:{c.reservataire_id}"
        for zone in (c.assiette, c.territoire)
    ]
    if any(zone.tout for zone in zones):
        return None
    return lambda unit: any(zone.contient(unit) for zone in zones)


def _vacances(attentes: Sequence[_Attente]) -> Iterator[PointAVerifier]:
    waiting: dict[str, list[int]] = {}
    for vacancy, why in attentes:
        waiting.setdefault(why, []).append(vacancy.id)
    for step, words, grave in (
        (Etape.A_QUALIFIER, "à qualifier", True),
        (Etape.A_ORIENTER, "à orienter", False),
    ):
        held = waiting.get(step.value)
        if held:
            counted = accorde(len(held), f"vacance {words}, libérée", f"vacances {words}, libérées")
            yield _point(f"{counted} avant la fin de la période.", Ou.VACANCES, held[0],
                         grave=grave)  # fmt: skip
    stray = waiting.get(_SANS_CATEGORIE)
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
    if bilan.convention is not None and not bilan.convention.reference:
        yield _point("La convention du réservataire n’a pas de référence.", Ou.CONVENTIONS)


def _previsions(bilan: Bilan) -> Iterator[PointAVerifier]:
    """A year that nobody foresaw; operations that no EPCI can count."""
    year = bilan.annee + 1
    if not bilan.periode.entiere:
        return
    if year not in bilan.annees_prevues:
        yield _point(
            f"Aucun prévisionnel des logements soustraits pour {year} (R441-5-1, à joindre). Si"
            " aucun n’est prévu, dites-le par une prévision à 0.",
            Ou.PREVISIONNEL,
            year,
        )
    told = bilan.non_localises if bilan.reservataire else (*bilan.prevus, *bilan.non_localises)
    lost = [f.annee for f in told if f.nombre and not f.localise]
    if lost:
        counted = accorde(len(lost), "opération prévue", "opérations prévues")
        years = ", ".join(map(str, sorted(set(lost))))
        yield _point(
            f"{counted} sans commune ({years}) : aucun EPCI ne"
            f" {'la' if len(lost) == 1 else 'les'} compte.",
            Ou.PREVISIONNEL,
            max(lost),
        )
