"""From signed conventions to the parties of the flux ledger."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fluxdesk.domain.flux.parties import BAILLEUR, Partie, TauxDate, Unite
from fluxdesk.domain.territoire import cle_residence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from fluxdesk.domain.convention import Convention
    from fluxdesk.domain.flux.parties import Zone
    from fluxdesk.domain.logement import Logement
    from fluxdesk.domain.reservataire import Reservataire
    from fluxdesk.domain.territoire import Commune
    from fluxdesk.domain.vacance import Vacance


def cle_partie(reservataire_id: int | None, sous_contingent: str = "") -> str:
    """Party key of a réservataire or of one of its sous-contingents; None is the landlord."""
    if reservataire_id is None:
        return BAILLEUR
    return f"{reservataire_id}/{sous_contingent}" if sous_contingent else str(reservataire_id)


def lire_cle(cle: str) -> tuple[int | None, str]:
    """Réservataire id and sous-contingent code of a party key; (None, "") for the landlord."""
    if cle == BAILLEUR:
        return None, ""
    number, _, sous = cle.partition("/")
    return int(number), sous


def parties_du_flux(
    conventions: Iterable[Convention], reservataires: Mapping[int, Reservataire]
) -> tuple[Partie, ...]:
    """Parties in the order of the conventions, each parent just before its children."""
    found: list[Partie] = []
    for convention in conventions:
        found += _parties(convention, reservataires[convention.reservataire_id].nom)
    return tuple(found)


def _parties(convention: Convention, nom: str) -> list[Partie]:
    cle = cle_partie(convention.reservataire_id)
    head = _partie(convention, cle, nom, None, [
        TauxDate(a.dix_milliemes, a.debut, _fin(convention, a.fin)) for a in convention.avenants
    ])  # fmt: skip
    names: dict[str, str] = {}
    rates: dict[str, list[TauxDate]] = {}
    zones: dict[str, Zone | None] = {}
    for avenant in convention.avenants:
        for sous in avenant.sous_contingents:
            names[sous.code] = sous.nom
            zones[sous.code] = sous.territoire
            rates.setdefault(sous.code, []).append(
                TauxDate(sous.dix_milliemes, avenant.debut, _fin(convention, avenant.fin))
            )
    children = [
        _part(
            _partie(convention, cle_partie(convention.reservataire_id, c), "", cle, r),
            f"{nom} ({names[c]})",
            zones[c],
        )
        for c, r in rates.items()
    ]
    return [head, *children]


def _fin(convention: Convention, fin: date | None) -> date | None:
    """The last day of a rate: never after the convention's own."""
    ends = [day for day in (fin, convention.dernier_jour) if day is not None]
    return min(ends, default=None)


def _part(partie: Partie, nom: str, territoire: Zone | None) -> Partie:
    """Name a part; rights that another exercises are served on its own territory."""
    return replace(partie, nom=nom, territoire=territoire or partie.territoire)


def _partie(
    convention: Convention, cle: str, nom: str, parent: str | None, taux: list[TauxDate]
) -> Partie:
    return Partie(
        cle=cle,
        nom=nom,
        taux=tuple(taux),
        assiette=convention.assiette,
        territoire=convention.territoire,
        parent=parent,
        report=0 if parent else _plafonne(convention),
        etalement=0 if parent else convention.etalement,
        refus=convention.refus,
        carence=convention.carence,
        refus_candidat=convention.clauses.refus_candidat,
        refus_cal=convention.clauses.refus_cal,
        retrait=convention.clauses.retrait,
        decompte=convention.evenement_decompte,
        cibles=() if parent else convention.cibles,
    )


def _plafonne(convention: Convention) -> int:
    """The opening balance that the convention lets in."""
    cap = convention.plafond_report
    return convention.report if cap is None else max(-cap, min(cap, convention.report))


def unite_du_flux(
    vacance: Vacance, logement: Logement, *, commune: Commune | None, jour: date
) -> Unite:
    """The freed dwelling as the ledger sees it.

    ``commune`` is that of today (the parent of an arrondissement, the one that took the place of
    a merged one), since that is what conventions name, with its EPCI; None where the COG does not
    know the code, and then the dwelling's own stand. ``jour`` is the day it enters the ledger,
    that is the day it is first offered: the rates in force that day are the ones that accrue
    (moteur.md §4, step 1).
    """
    return Unite(
        cle=str(vacance.id),
        jour=jour,
        commune=commune.code if commune else logement.commune,
        epci=(commune.epci if commune else "") or logement.epci,
        departement=logement.departement,
        qpv=logement.modalite_qpv,
        typologie=logement.typologie,
        financement=logement.financement.value,
        periode=logement.periode,
        quartier=logement.qpv_code,
        residence=cle_residence(logement.commune, logement.programme),
    )
