"""Cut from the bilan of everything what concerns one réservataire or one EPCI."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from fluxdesk.domain.bilan import ConventionVue
from fluxdesk.domain.bilan_faits import TOUS
from fluxdesk.domain.bilan_lignes import lignes_de, soustraits_de
from fluxdesk.domain.flux.parties import Unite
from fluxdesk.domain.parties import lire_cle

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from fluxdesk.domain.bilan import Bilan
    from fluxdesk.domain.bilan_faits import FaitPrevu
    from fluxdesk.domain.convention import Convention


@dataclass(frozen=True, slots=True, kw_only=True)
class Unites:
    """The dwellings behind the bilan of everything, as zones see them.

    ``liberees`` follow the order of its ``liberes``, ``soustraites`` that of its ``realises``.
    """

    liberees: tuple[Unite, ...] = ()
    soustraites: tuple[Unite, ...] = ()


def part_du_reservataire(
    general: Bilan, nom: str, conventions: Sequence[Convention], unites: Unites
) -> Bilan:
    """The rows and the accounts of one réservataire, and the flux of the assiette of its rate."""
    held = conventions[0]
    ident = held.reservataire_id
    detail = tuple(f for f in general.detail if lire_cle(f.partie)[0] == ident)
    parties = tuple(pair for pair in general.parties if pair[0] == nom)
    part = replace(
        general,
        cle=f"reservataire:{ident}",
        destinataire=nom,
        reservataire=nom,
        convention=ConventionVue(
            reference=held.reference,
            signature=held.signature,
            fin=held.clauses.fin,
            decompte=held.evenement_decompte.value,
        ),
        parties=parties,
        lignes=lignes_de(detail, parties),
        soldes=tuple(s for s in general.soldes if lire_cle(s.cle)[0] == ident),
        soldes_annee=tuple(s for s in general.soldes_annee if lire_cle(s.cle)[0] == ident),
        detail=detail,
        neufs=tuple(n for n in general.neufs if lire_cle(n.partie)[0] == ident),
        objectifs=tuple(o for o in general.objectifs if o.qui in {TOUS, nom}),
    )
    if any(c.assiette.tout for c in conventions):
        return part
    return _de_l_assiette(part, conventions, unites)


def _de_l_assiette(part: Bilan, conventions: Sequence[Convention], unites: Unites) -> Bilan:
    """Its percentage is taken of a part of the patrimoine: what happened elsewhere is not told."""

    def ici(unite: Unite) -> bool:
        return any(c.assiette.contient(unite) for c in conventions)

    freed = tuple(
        place for place, unit in zip(part.liberes, unites.liberees, strict=True) if ici(unit)
    )
    taken = tuple(
        fait for fait, unit in zip(part.realises, unites.soustraites, strict=True) if ici(unit)
    )
    return replace(
        _prevu(part, lambda fait: ici(_unite_prevue(fait))),
        convention=part.convention and replace(part.convention, partielle=True),
        soustraits=soustraits_de(taken),
        liberations=len(freed),
        liberes=freed,
        realises=taken,
    )


def part_de_l_epci(general: Bilan, nom: str, code: str) -> Bilan:
    """What happened on the territory of one EPCI; accounts are kept by convention, not by place."""
    detail = tuple(f for f in general.detail if f.lieu.epci == code)
    taken = tuple(f for f in general.realises if f.lieu.epci == code)
    freed = tuple(place for place in general.liberes if place.epci == code)
    return replace(
        _prevu(general, lambda fait: fait.lieu.epci == code),
        cle=f"epci:{code}",
        destinataire=nom,
        lignes=lignes_de(detail, general.parties),
        soustraits=soustraits_de(taken),
        soldes=(),
        soldes_annee=(),
        liberations=len(freed),
        detail=detail,
        liberes=freed,
        realises=taken,
        neufs=tuple(n for n in general.neufs if n.lieu.epci == code),
        objectifs=tuple(o for o in general.objectifs if o.epci in {code, ""}),
    )


def _prevu(bilan: Bilan, ici: Callable[[FaitPrevu], bool]) -> Bilan:
    """What is foreseen there; an operation without a commune is told apart, in no total."""
    return replace(
        bilan,
        prevus=tuple(f for f in bilan.prevus if f.localise and ici(f)),
        non_localises=tuple(f for f in bilan.prevus if not f.localise),
    )


def _unite_prevue(fait: FaitPrevu) -> Unite:
    """A forecast as a zone sees it; it may name its district, never its residence."""
    return Unite(
        cle="",
        jour=date(fait.annee, 1, 1),
        commune=fait.lieu.insee,
        epci=fait.lieu.epci,
        departement=fait.lieu.departement,
        qpv=fait.lieu.qpv,
        typologie=fait.typologie,
        financement="",
        periode="",
        quartier=fait.lieu.qpv,
    )
