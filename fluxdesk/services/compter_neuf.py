"""New dwellings and relettings of a year, each counted apart (pratique.md B22, §2.2 sheet 8)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxdesk.domain.offres import au_titulaire, comptee_a_part, partie_imputee
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.services.tenir_programmes import lire_programmes

if TYPE_CHECKING:
    from datetime import date

    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.services.depots import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Compteur:
    """Offers made, CAL attributions and leases charged to one party in the year."""

    proposes: int = 0
    attribues: int = 0
    baux: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LigneCompteurs:
    """One party: first lettings counted apart, first lettings in the flux, relettings."""

    cle: str
    nom: str
    neuf_separe: Compteur
    neuf_du_flux: Compteur
    ancien: Compteur


@dataclass(frozen=True, slots=True, kw_only=True)
class LigneNeuf:
    """A line of the sheet NEUF: a programme, one kind of dwelling, one party."""

    programme: str
    commune: str
    livraison_prevue: date | None
    livraison_reelle: date | None
    financement: str
    typologie: str
    cle: str
    nom: str
    droits: int
    convenus: int
    compteur: Compteur


@dataclass(slots=True)
class _Faits:
    """Counts of the year by circuit and party, and by programme, kind and party."""

    circuits: dict[tuple[str, str], Counter[str]]
    programmes: dict[tuple[int, str, str, str], Counter[str]]


def compter_circuits(annee: int, *, uow: UnitOfWork) -> tuple[LigneCompteurs, ...]:
    """One line a party, those with nothing included."""
    parties = lire_programmes(uow=uow).parties
    with uow:
        facts = _faits(annee, uow)
    return tuple(
        LigneCompteurs(
            cle=cle,
            nom=nom,
            neuf_separe=_compteur(facts.circuits.get(("separe", cle))),
            neuf_du_flux=_compteur(facts.circuits.get(("flux", cle))),
            ancien=_compteur(facts.circuits.get(("ancien", cle))),
        )
        for cle, nom in parties.items()
    )


def lignes_du_neuf(annee: int, *, uow: UnitOfWork) -> tuple[LigneNeuf, ...]:
    """Programmes by kind and party: rights, dwellings agreed, and what the year did of them."""
    read = lire_programmes(uow=uow)
    with uow:
        facts = _faits(annee, uow)
    lines: list[LigneNeuf] = []
    for one in read.programmes:
        programme = one.programme
        rights, agreed = Counter[tuple[str, str, str]](), Counter[tuple[str, str, str]]()
        for right in programme.droits:
            rights[right.financement, right.typologie, right.partie] += right.nombre
        for home in one.logements:
            kind = home.financement.value, home.typologie
            agreed[*kind, programme.convenue(home.id)] += 1
        given = {key[1:] for key in facts.programmes if key[0] == programme.id}
        lines += [
            LigneNeuf(
                programme=programme.nom,
                commune=programme.commune,
                livraison_prevue=programme.livraison_prevue,
                livraison_reelle=programme.livraison_reelle,
                financement=kind[0],
                typologie=kind[1],
                cle=kind[2],
                nom=read.parties.get(kind[2], ""),
                droits=rights[kind],
                convenus=agreed[kind],
                compteur=_compteur(facts.programmes.get((programme.id, *kind))),
            )
            for kind in sorted({*rights, *agreed, *given})
        ]
    return tuple(lines)


def _faits(annee: int, uow: UnitOfWork) -> _Faits:
    facts = _Faits({}, {})
    vacances = {v.id: v for v in uow.vacances.toutes()}
    for offer in uow.orientations.toutes():
        vacance = vacances[offer.vacance_id]
        if offer.issue is IssueOrientation.ANNULEE or au_titulaire(offer, vacance):
            continue
        cle = partie_imputee(offer)
        programme = vacance.suivi.programme_id
        circuit = "ancien" if programme is None else "flux"
        circuit = "separe" if comptee_a_part(offer) else circuit
        done = _faites(offer, annee)
        facts.circuits.setdefault((circuit, cle), Counter()).update(done)
        if programme is not None:
            home = uow.logements.lire(vacance.logement_id)
            key = programme, home.financement.value, home.typologie, cle
            facts.programmes.setdefault(key, Counter()).update(done)
    return facts


def _faites(offer: Orientation, annee: int) -> dict[str, int]:
    days = {"proposes": offer.jour, "attribues": offer.date_attribution, "baux": offer.date_bail}
    return {name: int(day is not None and day.year == annee) for name, day in days.items()}


def _compteur(comptes: Counter[str] | None) -> Compteur:
    counts = comptes or Counter()
    return Compteur(proposes=counts["proposes"], attribues=counts["attribues"], baux=counts["baux"])
