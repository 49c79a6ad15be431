"""Legal checks of a set of conventions, one French sentence each (regles.md 20-29, 98)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.controles import avertit, bloque, pourcentage
from fluxdesk.domain.controles_sommes import Sommes
from fluxdesk.domain.flux.parties import EvenementDecompte, ModeRefus
from fluxdesk.domain.flux.phrases import de
from fluxdesk.domain.regles_flux import REGLES_FLUX
from fluxdesk.domain.regles_legales import EffetRegle, NomRegle
from fluxdesk.domain.reservataire import Categorie
from fluxdesk.domain.typographie import plie

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from fluxdesk.domain.controles import Alerte
    from fluxdesk.domain.convention import Avenant, Convention
    from fluxdesk.domain.regles_flux import ReglesFlux
    from fluxdesk.domain.reservataire import Reservataire
    from fluxdesk.domain.territoire import Commune

_NON_COMPTES = frozenset({ModeRefus.NON_COMPTE, ModeRefus.NON_COMPTE_MIXITE})


def controler(
    conventions: Sequence[Convention],
    reservataires: Mapping[int, Reservataire],
    communes: Callable[[], Iterable[Commune]],
    jour: date,
    regles: ReglesFlux | None = None,
) -> tuple[Alerte, ...]:
    """Every finding on these conventions, today and on each later day a rate changes.

    Blocking: sum of the rates of a commune over 100 % that no other place can make up for,
    État over its cap or its agents over theirs (R441-5-2 I), loan guarantees over theirs. The
    caps are those of the base; one that is ignored is not checked. A finding that lasts is said
    once, at its first day.
    """
    rules = regles or REGLES_FLUX
    sums = Sommes(conventions, reservataires, tuple(communes()), rules)
    found: dict[tuple[str, str], Alerte] = {}
    for day in jours_de_changement(conventions, jour):
        about = [*_du_jour(conventions, reservataires, day, rules), *sums.au(day)]
        for subject, alerte in about:
            found.setdefault((alerte.code, subject), alerte)
    return tuple(found.values())


def jours_de_changement(conventions: Iterable[Convention], jour: date) -> list[date]:
    """That day, and each later one where a rate begins."""
    starts = {a.debut for c in conventions for a in c.avenants if a.debut and a.debut > jour}
    return [jour, *sorted(starts)]


def _du_jour(
    conventions: Sequence[Convention],
    reservataires: Mapping[int, Reservataire],
    jour: date,
    regles: ReglesFlux,
) -> Iterator[tuple[str, Alerte]]:
    for convention in conventions:
        who = reservataires[convention.reservataire_id]
        avenant = convention.avenant_au(jour)
        if avenant is None:
            continue
        found = [*_sous_contingents(who, avenant), *_clauses_sans_effet(who, convention)]
        if who.categorie is Categorie.ETAT:
            found += _plafonds(avenant, regles)
            found += _etat(convention, avenant, regles)
        yield from ((who.nom, alerte) for alerte in found)


def _sous_contingents(who: Reservataire, avenant: Avenant) -> Iterator[Alerte]:
    parts = sum(s.dix_milliemes for s in avenant.sous_contingents)
    if avenant.sous_contingents and parts != avenant.dix_milliemes:
        yield bloque(
            "sous_contingents",
            f"Les sous-contingents {de(who.nom)} totalisent {pourcentage(parts)}, alors que son "
            f"taux est de {pourcentage(avenant.dix_milliemes)}. Corrigez l’un ou l’autre.",
        )


def _clauses_sans_effet(who: Reservataire, convention: Convention) -> Iterator[Alerte]:
    """A right consumed by the offer itself is not given back by a later clause (regles 82-85)."""
    if convention.evenement_decompte is not EvenementDecompte.MISE_A_DISPOSITION:
        return
    named = (("refus", convention.refus), ("carence", convention.carence))
    idle = [name for name, clause in named if clause in _NON_COMPTES]
    if idle:
        several = len(idle) > 1
        clauses = " et ".join(f"« {name} »" for name in idle)
        yield avertit(
            "clause_sans_effet",
            f"{who.nom} : le droit est consommé dès la mise à disposition. "
            f"{'Les clauses' if several else 'La clause'} {clauses} « ne compte pas » "
            f"{'sont' if several else 'est'} donc sans effet.",
        )


def _plafonds(avenant: Avenant, regles: ReglesFlux) -> Iterator[Alerte]:
    rate = avenant.dix_milliemes
    cap = regles.plafond_etat.dix_milliemes
    if rate > cap and _suivie(regles, NomRegle.PLAFOND_ETAT):
        yield bloque(
            "etat_plafond",
            f"La part de l’État est de {pourcentage(rate)} : elle ne peut dépasser "
            f"{pourcentage(cap)} du flux annuel (CCH, art. R441-5-2), sauf arrêté "
            "préfectoral d’un an au plus.",
        )
    agents = sum(s.dix_milliemes for s in avenant.sous_contingents if "agent" in plie(s.nom))
    cap = regles.plafond_agents.dix_milliemes
    if agents > cap and _suivie(regles, NomRegle.PLAFOND_AGENTS):
        yield bloque(
            "agents_plafond",
            f"La part des agents de l’État est de {pourcentage(agents)} : elle ne peut "
            f"dépasser {pourcentage(cap)} du flux annuel (CCH, art. R441-5-2).",
        )


def _etat(convention: Convention, avenant: Avenant, regles: ReglesFlux) -> Iterator[Alerte]:
    rate = avenant.dix_milliemes
    floor = regles.plancher_etat_hors_qpv.dix_milliemes
    if rate < floor and _suivie(regles, NomRegle.PLANCHER_ETAT_HORS_QPV):
        yield avertit(
            "etat_hors_qpv",
            f"La part de l’État est de {pourcentage(rate)}. Sauf clause contraire, elle "
            f"ne peut être inférieure à {pourcentage(floor)} hors QPV (CCH, art. "
            "R441-5-2, II) : vérifiez la convention.",
        )
    some = not convention.assiette.tout and convention.assiette.communes
    if some and _suivie(regles, NomRegle.ETAT_UNIFORME):
        yield avertit(
            "etat_uniforme",
            "La part de l’État s’applique uniformément dans chaque commune, sauf clause "
            "contraire (CCH, art. R441-5-2, II) : son assiette ne nomme que certaines communes.",
        )


def _suivie(regles: ReglesFlux, nom: NomRegle) -> bool:
    return regles.regle(nom).effet is not EffetRegle.IGNOREE
