"""The conventions and avenants that follow from a conversion, as drafts to be completed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

from fluxdesk.domain.clauses import Clauses
from fluxdesk.domain.convention import Avenant, Convention, SousContingent
from fluxdesk.domain.conversion import Formule, taux_arrondis
from fluxdesk.domain.dates import ans_apres, en_lettres
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.flux.parties import UN, Zone
from fluxdesk.domain.repartition import plus_fort_reste
from fluxdesk.services.controler_conventions import SaisieConvention
from fluxdesk.services.recenser_droits import Place, zone_de_conversion

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from fluxdesk.domain.conversion import Part
    from fluxdesk.domain.photo import ContenuPhoto
    from fluxdesk.domain.reservataire import Reservataire
    from fluxdesk.services.depots import UnitOfWork

AUTRES = "autres"
UN_JOUR = timedelta(days=1)


class EffetTropTotError(FluxDeskError):
    """An avenant begins on that day or after it already."""

    def __init__(self, nom: str, debut: date) -> None:
        super().__init__(
            f"La convention de {nom} a déjà un avenant qui commence le {en_lettres(debut)} : "
            "choisissez une date d’effet postérieure, ou écartez ce réservataire."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class DemandeProjets:
    """What is made of a photo: the day of effect, and the réservataires that get a draft."""

    contenu: ContenuPhoto
    effet: date
    reservataires: frozenset[int]


def preparer_projets(demande: DemandeProjets, *, uow: UnitOfWork) -> tuple[SaisieConvention, ...]:
    """The drafts, in the order of the stock, inside an open transaction; writes nothing.

    Raises:
        ConversionImpossibleError: the photo does not compute.
        EffetTropTotError: a convention has a later avenant.
    """
    who = {r.id: r for r in uow.reservataires.tous()}
    known = {c.reservataire_id: c for c in uow.conventions.toutes()}
    reason = f"Conversion du stock du {en_lettres(demande.contenu.etat.jour)}"
    return tuple(
        SaisieConvention(
            reservataire=who[ident],
            convention=_projet(demande, who[ident], known.get(ident), parts, uow),
            motif=reason,
        )
        for ident, parts in _par_reservataire(demande).items()
    )


def _par_reservataire(demande: DemandeProjets) -> dict[int, list[tuple[Part, int]]]:
    conversion = demande.contenu.conversion()
    found: dict[int, list[tuple[Part, int]]] = {}
    for part, rate in zip(conversion.parts, taux_arrondis(conversion), strict=True):
        if part.stock.reservataire_id in demande.reservataires:
            found.setdefault(part.stock.reservataire_id, []).append((part, rate))
    return found


def _projet(
    demande: DemandeProjets,
    reservataire: Reservataire,
    connue: Convention | None,
    parts: Sequence[tuple[Part, int]],
    uow: UnitOfWork,
) -> Convention:
    starts = [a.debut for a in connue.avenants if a.debut] if connue else []
    if starts and max(starts) >= demande.effet:
        raise EffetTropTotError(reservataire.nom, max(starts))
    number = connue.avenants[-1].numero + 1 if connue else 0
    named = {line.sous_contingent: line.nom_part for line in demande.contenu.stock}
    exercised = {
        g.exercee_par: named.get(g.exercee_par) or g.exercee_par
        for g in uow.garanties.toutes()
        if g.reservataire_id == reservataire.id and g.exercee_par
    }
    added = tuple(
        _situer(avenant, exercised) for avenant in _avenants(demande, connue, parts, number)
    )
    hypotheses = demande.contenu.hypotheses
    rate = hypotheses.rotation.taux or 0
    clauses = replace(
        connue.clauses if connue else Clauses(),
        rotation=round(rate * UN),
        rotation_annees=max(1, len(demande.contenu.etat.annees)),
    )
    if connue is not None:
        return replace(connue, avenants=(*_closes(connue, demande.effet), *added), clauses=clauses)
    zone = zone_de_conversion(reservataire, None, _lieux(demande, reservataire, uow))
    return Convention(
        reservataire_id=reservataire.id,
        reference=f"Projet – conversion du {demande.contenu.etat.jour:%d/%m/%Y}",
        avenants=added,
        assiette=zone,
        territoire=zone,
        garantie_emprunt=any(g.reservataire_id == reservataire.id for g in uow.garanties.toutes()),
        clauses=clauses,
    )


def _closes(convention: Convention, effet: date) -> Iterable[Avenant]:
    """The avenants signed, the last one ending the day before the draft begins."""
    *first, last = convention.avenants
    yield from first
    open_then = last.fin is None or last.fin >= effet
    yield replace(last, fin=effet - UN_JOUR) if open_then else last


def _avenants(
    demande: DemandeProjets,
    connue: Convention | None,
    parts: Sequence[tuple[Part, int]],
    numero: int,
) -> tuple[Avenant, ...]:
    """One rate; two where single designations are spread: with them for n years, then without."""
    rates = {part.stock.sous_contingent: rate for part, rate in parts}
    with_uniques = _avenant(numero, rates, connue, debut=demande.effet)
    if not any(part.formule is Formule.DROITS_UNIQUES and part.uniques for part, _ in parts):
        return (with_uniques,)
    years = demande.contenu.hypotheses.annees_uniques
    then = ans_apres(demande.effet, years)
    after = {
        part.stock.sous_contingent: rate - round(UN * part.taux * part.uniques / part.logements)
        if part.uniques
        else rate
        for part, rate in parts
    }
    return (
        replace(with_uniques, fin=then - UN_JOUR),
        _avenant(numero + 1, after, connue, debut=then),
    )


def _avenant(
    numero: int, taux: Mapping[str, int], connue: Convention | None, *, debut: date
) -> Avenant:
    known = {s.code: s for a in (connue.avenants if connue else ()) for s in a.sous_contingents}
    total = sum(taux.values())
    if set(taux) == {""}:
        last = connue.avenants[-1].sous_contingents if connue else ()
        return Avenant(
            numero=numero,
            dix_milliemes=total,
            debut=debut,
            sous_contingents=_a_proportion(last, total),
        )
    named = {code or AUTRES: rate for code, rate in taux.items()}
    return Avenant(
        numero=numero,
        dix_milliemes=total,
        debut=debut,
        sous_contingents=tuple(
            replace(
                known.get(code) or SousContingent(code=code, nom=code, dix_milliemes=0),
                dix_milliemes=rate,
            )
            for code, rate in named.items()
        ),
    )


def _situer(avenant: Avenant, communes: Mapping[str, str]) -> Avenant:
    """The rights that a commune exercises for another are served on its own territory.

    ``communes`` are the names of these communes by code.
    """

    def place(part: SousContingent) -> SousContingent:
        if part.code not in communes or part.territoire is not None:
            return part
        zone = Zone(communes=frozenset({part.code}))
        return replace(part, nom=f"Exercés par {communes[part.code]}", territoire=zone)

    return replace(avenant, sous_contingents=tuple(map(place, avenant.sous_contingents)))


def _a_proportion(parts: tuple[SousContingent, ...], total: int) -> tuple[SousContingent, ...]:
    """The parts of before, in the proportions of before, of a new total."""
    before = sum(one.dix_milliemes for one in parts)
    if not before:
        return ()
    shares = [Fraction(one.dix_milliemes * total, before) for one in parts]
    rates = plus_fort_reste(shares, total)
    return tuple(replace(one, dix_milliemes=rate) for one, rate in zip(parts, rates, strict=True))


def _lieux(demande: DemandeProjets, reservataire: Reservataire, uow: UnitOfWork) -> Iterable[Place]:
    """Where the rights of that réservataire are, guarantees included."""
    for droit in demande.contenu.etat.droits:
        if droit.reservataire == reservataire.nom:
            yield Place(droit.commune, droit.epci, "")
    for garantie in uow.garanties.toutes():
        if garantie.reservataire_id == reservataire.id and garantie.commune:
            yield Place(garantie.commune, "", "")
