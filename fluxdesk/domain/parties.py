"""From signed conventions to the parties of the flux ledger."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fluxdesk.domain.clauses import ModeNeuf
from fluxdesk.domain.flux.parties import BAILLEUR, Partie, TauxDate, Unite
from fluxdesk.domain.territoire import cle_residence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from fluxdesk.domain.convention import Avenant, Convention
    from fluxdesk.domain.flux.parties import Zone
    from fluxdesk.domain.logement import Logement
    from fluxdesk.domain.reservataire import Reservataire
    from fluxdesk.domain.territoire import Commune
    from fluxdesk.domain.vacance import Vacance

SANS_PART = "sans sous-contingent"


def cle_partie(reservataire_id: int | None, sous_contingent: str = "") -> str:
    """Party key of a réservataire or of one of its sous-contingents; None is the landlord."""
    if reservataire_id is None:
        return BAILLEUR
    return f"{reservataire_id}/{sous_contingent}" if sous_contingent else str(reservataire_id)


def cle_racine(convention: Convention) -> str:
    """Party key of the whole right of a convention, its sous-contingents included.

    That of the réservataire, unless the right is divided by some avenants and not by others:
    then the réservataire's own key is that of the days without parts, a part like the others,
    and what was offered on such a day stays on its account.
    """
    key = cle_partie(convention.reservataire_id)
    divided = {bool(a.sous_contingents) for a in convention.avenants}
    return f"{key}/" if len(divided) > 1 else key


def noms_des_racines(parties: Iterable[Partie]) -> dict[str, str]:
    """Names of the réservataires among the parties, by the key that an offer to one has."""
    return {cle_partie(lire_cle(p.cle)[0]): p.nom for p in parties if p.parent is None}


def lire_cle(cle: str) -> tuple[int | None, str]:
    """Réservataire id and sous-contingent code of a party key; (None, "") for the landlord.

    The key of a whole that is divided on some days only reads as the réservataire.
    """
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
    cle = cle_racine(convention)
    head = _partie(convention, cle, nom, None, [_taux(convention, a) for a in convention.avenants])
    own = cle_partie(convention.reservataire_id)
    names: dict[str, str] = {}
    rates: dict[str, list[TauxDate]] = {}
    zones: dict[str, Zone | None] = {}
    for avenant in convention.avenants:
        for sous in avenant.sous_contingents:
            names[sous.code] = sous.nom
            zones[sous.code] = sous.territoire
            rate = replace(_taux(convention, avenant), dix_milliemes=sous.dix_milliemes)
            rates.setdefault(sous.code, []).append(rate)
    children = [
        _part(
            _partie(convention, cle_partie(convention.reservataire_id, c), "", cle, r),
            f"{nom} ({names[c]})",
            zones[c],
        )
        for c, r in rates.items()
    ]
    if cle != own:
        whole = [_taux(convention, a) for a in convention.avenants if not a.sous_contingents]
        children.append(_partie(convention, own, f"{nom} ({SANS_PART})", cle, whole))
    return [head, *children]


def _taux(convention: Convention, avenant: Avenant) -> TauxDate:
    return TauxDate(avenant.dix_milliemes, avenant.debut, _fin(convention, avenant.fin))


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
        neuf=convention.clauses.neuf is ModeNeuf.DANS_LE_FLUX,
        cibles=() if parent else convention.cibles,
    )


def _plafonne(convention: Convention) -> int:
    """The opening balance that the convention lets in."""
    cap = convention.plafond_report
    return convention.report if cap is None else max(-cap, min(cap, convention.report))


def comptent_le_neuf(parties: Iterable[Partie], unite: Unite) -> tuple[str, ...]:
    """Names of the réservataires in force there that day that count first lettings in the flux.

    A dwelling in the base of one of them opens its due, whether or not it could be served there.
    """
    return tuple(
        p.nom
        for p in parties
        if p.cle != BAILLEUR and p.parent is None and p.neuf
        if p.taux_date(unite.jour) is not None and p.assiette.contient(unite)
    )


def unite_du_flux(
    vacance: Vacance,
    logement: Logement,
    *,
    commune: Commune | None,
    jour: date,
    parties: Iterable[Partie] = (),
) -> Unite:
    """The freed dwelling as the ledger sees it.

    ``commune`` is that of today (the parent of an arrondissement, the one that took the place of
    a merged one), since that is what conventions name, with its EPCI; None where the COG does not
    know the code, and then the dwelling's own stand. ``jour`` is the day it enters the ledger,
    that is the day it is first offered: the rates in force that day are the ones that accrue
    (moteur.md §4, step 1). ``parties`` are those of the ledger, where it may enter it: the first
    letting of a programme is ``neuf`` if one of them counts it in the flux.
    """
    unite = Unite(
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
    first = vacance.suivi.programme_id is not None
    return replace(unite, neuf=True) if first and comptent_le_neuf(parties, unite) else unite
