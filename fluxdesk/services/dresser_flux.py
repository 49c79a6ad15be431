"""How fair the flux is so far: what each party is owed and got, in figures and in words."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

from fluxdesk.domain.attente import attente, phrase
from fluxdesk.domain.flux.evenements import Carence, Presentation, Refus, Service
from fluxdesk.domain.flux.nombres import nombre
from fluxdesk.domain.flux.parties import BAILLEUR, UN
from fluxdesk.domain.logement import modalite_qpv
from fluxdesk.domain.parties import lire_cle
from fluxdesk.domain.regles_legales import EffetRegle
from fluxdesk.domain.reservataire import Categorie
from fluxdesk.domain.taux import ecrire_taux
from fluxdesk.domain.typographie import accorde, typographier
from fluxdesk.services.rows import FluxRow

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from fluxdesk.domain.flux.evenements import Fait
    from fluxdesk.domain.flux.parties import Partie, Unite
    from fluxdesk.domain.flux.registre import Registre
    from fluxdesk.domain.regles_flux import ReglesFlux
    from fluxdesk.domain.reservataire import Reservataire

OBSERVE = timedelta(days=3 * 365)
OBSERVE_MIN = Fraction(1, 2)  # years: less than that says nothing of a rhythm
JOURS_PAR_AN = 365
PETIT_DROIT = 2  # dwellings a year: a right under that waits for months


def lignes_du_flux(registre: Registre, unites: Sequence[Unite], today: date) -> tuple[FluxRow, ...]:
    """One line a party, in the order of the conventions, the landlord last.

    ``unites`` are the dwellings that entered the flux: their rhythm tells when the next one of
    a small right is due. A forecast, which enters no account.
    """
    seen, years = _observes(unites, today)
    return tuple(
        FluxRow(
            cle=s.cle,
            nom="Bailleur (non réservé)" if s.cle == BAILLEUR else s.nom,
            parent=s.parent or "",
            part=None if s.cle == BAILLEUR else party.taux_au(today),
            du=Fraction(s.du, UN),
            servi=s.servi,
            retard=Fraction(s.retard, UN),
            faute=Fraction(s.faute, UN),
            attente=_attente(party, Fraction(s.retard, UN), seen, years, today),
        )
        for s, party in zip(registre.soldes(), registre.parties, strict=True)
    )


def _observes(unites: Sequence[Unite], today: date) -> tuple[list[Unite], Fraction]:
    """The dwellings of the last three years, and the years they were seen in."""
    start = today - OBSERVE
    seen = [u for u in unites if start < u.jour <= today]
    first = min((u.jour for u in unites), default=today)
    return seen, Fraction((today - max(first, start)).days, JOURS_PAR_AN)


def _attente(
    party: Partie, retard: Fraction, seen: Sequence[Unite], years: Fraction, today: date
) -> str:
    """How long a small right waits; empty for the others, and where too little was seen."""
    if party.cle == BAILLEUR or years < OBSERVE_MIN:
        return ""
    base = sum(1 for u in seen if party.compte(u) and party.assiette.contient(u))
    rights = Fraction(party.taux_au(today) * base, UN) / years
    found = attente(rights, retard, today) if rights < PETIT_DROIT else None
    return phrase(found) if found else ""


def commentaires_du_flux(
    registre: Registre,
    regles: ReglesFlux,
    reservataires: Mapping[int, Reservataire],
    facts: Sequence[Fait],
) -> tuple[str, ...]:
    """Sentences on the whole flux: since when, who is the latest, the État outside QPV."""
    late = max(
        (s for s in registre.soldes() if s.parent is None), key=lambda s: s.retard, default=None
    )
    rights = registre.comptes.droits
    said: list[str] = []
    if rights:
        opened = accorde(rights, "logement")
        said.append(f"Dû et servi : depuis l’ouverture du registre, {opened} du flux.")
    if late is not None and late.retard > 0:
        said.append(
            f"Plus grand retard : {late.nom}, {nombre(Fraction(late.retard, UN))} logement "
            f"(tolérance {nombre(registre.tolerance)})."
        )
    states = {i for i, r in reservataires.items() if r.categorie is Categorie.ETAT}
    if regles.plancher_etat_hors_qpv.effet is not EffetRegle.IGNOREE:
        parties = [p for p in registre.parties if lire_cle(p.cle)[0] in states]
        floor = regles.plancher_etat_hors_qpv.dix_milliemes
        said += _etat_hors_qpv(states, parties, facts, floor)
    return tuple(typographier(s) for s in said)


def _etat_hors_qpv(
    states: set[int], parties: Sequence[Partie], facts: Sequence[Fait], plancher: int
) -> list[str]:
    """Share of the État among the dwellings offered outside QPV (R441-5-2 II).

    First lettings that it counts apart are out of both.
    """
    outside = {
        e.unite.cle
        for e in facts
        if isinstance(e, Presentation) and e.unite.qpv == modalite_qpv(qpv=False)
        if not e.unite.neuf or any(p.compte(e.unite) for p in parties)
    }
    served: dict[str, int | None] = {}
    for event in facts:
        if isinstance(event, Service):
            served[event.unite_cle] = lire_cle(event.partie)[0]
        elif isinstance(event, Refus | Carence):
            served.pop(event.unite_cle, None)
    if not states or not outside:
        return []
    share = Fraction(sum(1 for cle in outside if served.get(cle) in states), len(outside))
    verdict = "" if share * UN >= plancher else " : à vérifier avec votre convention"
    floor = ecrire_taux(plancher)
    return [
        f"État hors QPV : {nombre(share * 100, 1)} % ({floor} au moins, art. R441-5-2){verdict}."
    ]
