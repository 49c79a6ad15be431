"""Compute the annual bilan owed to every réservataire and to the Préfecture (R441-5-1)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from fluxdesk.domain.bilan import (
    Bilan,
    LigneBilan,
    LigneSolde,
    LigneSoustrait,
    ordre_de_lecture,
)
from fluxdesk.domain.flux.evenements import Presentation
from fluxdesk.domain.flux.journal import effectifs
from fluxdesk.domain.flux.parties import BAILLEUR, UN
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.parties import cle_partie, lire_cle
from fluxdesk.domain.vacance import CategorieSoustrait
from fluxdesk.services.tenir_registre import registre_au

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from fluxdesk.domain.flux.parties import Partie, Unite
    from fluxdesk.domain.flux.registre import Registre
    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.domain.reservataire import Reservataire
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.ports import Territoires

PREFECTURE = "Préfecture"
BAILLEUR_NON_RESERVE = "Bailleur (non réservé)"


@dataclass(frozen=True, slots=True, kw_only=True)
class DestinataireBilan:
    """One recipient of the year's bilan and its three totals; None is the Préfecture."""

    reservataire_id: int | None
    nom: str
    proposes: int
    attribues: int
    baux: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    """What the counts are read from: standing offers, their dwellings, the parties."""

    annee: int
    offres: Sequence[Orientation]
    unites: Mapping[str, Unite]
    parties: Sequence[Partie]
    territoires: Territoires


def etablir_bilan(
    annee: int, *, reservataire_id: int | None, uow: UnitOfWork, territoires: Territoires
) -> Bilan:
    """The bilan of the year for one réservataire, or for the Préfecture (None).

    An offer counts as proposed in the year it was made, attributed in the year of the CAL
    decision, let in the year of the lease. The dwelling is described as it was when it
    entered the flux. Réservataires with nothing have a zero row.

    Raises:
        IntrouvableError: no such réservataire.
    """
    with uow:
        bailleur = uow.bailleurs.lire()
        end = registre_au(date(annee, 12, 31), uow=uow)
        start = registre_au(date(annee - 1, 12, 31), uow=uow)
        source = _source(annee, end, uow=uow, territoires=territoires)
        holder = None if reservataire_id is None else uow.reservataires.lire(reservataire_id)
        soustraits = _soustraits(annee, uow=uow)
    general = Bilan(
        annee=annee,
        bailleur=bailleur.raison_sociale,
        siret=bailleur.siret,
        destinataire=PREFECTURE,
        reservataire=None,
        lignes=tuple(_lignes(source)),
        soustraits=soustraits,
        soldes=_soldes(end, None, annee),
        soldes_annee=_soldes(end, start, annee),
        liberations=sum(1 for u in source.unites.values() if u.jour.year == annee),
    )
    return general if holder is None else bilan_pour(general, holder)


def bilan_pour(general: Bilan, reservataire: Reservataire) -> Bilan:
    """The rows and the accounts of one réservataire, out of the Préfecture's bilan."""
    return replace(
        general,
        destinataire=reservataire.nom,
        reservataire=reservataire.nom,
        lignes=_pour(general.lignes, reservataire.nom),
        soldes=_soldes_pour(general.soldes, reservataire.id),
        soldes_annee=_soldes_pour(general.soldes_annee, reservataire.id),
    )


def destinataires(
    annee: int, *, uow: UnitOfWork, territoires: Territoires
) -> tuple[DestinataireBilan, ...]:
    """The Préfecture, then every réservataire that has a convention, with its totals."""
    with uow:
        registre = registre_au(date(annee, 12, 31), uow=uow)
        source = _source(annee, registre, uow=uow, territoires=territoires)
        names = {c.reservataire_id for c in uow.conventions.toutes()}
        known = [r for r in uow.reservataires.tous() if r.id in names]
    lignes = tuple(_lignes(source))
    return (
        _destinataire(None, PREFECTURE, lignes),
        *(_destinataire(r.id, r.nom, _pour(lignes, r.nom)) for r in known),
    )


def _destinataire(ident: int | None, nom: str, lignes: tuple[LigneBilan, ...]) -> DestinataireBilan:
    return DestinataireBilan(
        reservataire_id=ident,
        nom=nom,
        proposes=sum(x.proposes for x in lignes),
        attribues=sum(x.attribues for x in lignes),
        baux=sum(x.baux for x in lignes),
    )


def _source(
    annee: int, registre: Registre, *, uow: UnitOfWork, territoires: Territoires
) -> _Source:
    facts = [event for event, _ in effectifs(uow.evenements.tous())]
    return _Source(
        annee=annee,
        offres=[o for o in uow.orientations.toutes() if _compte(o)],
        unites={e.unite.cle: e.unite for e in facts if isinstance(e, Presentation)},
        parties=registre.parties,
        territoires=territoires,
    )


def _compte(offre: Orientation) -> bool:
    """Offers of the flux that stand; new dwellings counted apart are in ``compter_neuf``."""
    return offre.issue is not IssueOrientation.ANNULEE and not offre.suivi.hors_registre


def _lignes(source: _Source) -> Iterator[LigneBilan]:
    """Crossed rows in order, then the zero rows of the parties that have none."""
    counts: dict[tuple[str, ...], list[int]] = {}
    names = {p.cle: _nom_et_sous(p, source.parties) for p in source.parties}
    for offer in source.offres:
        marks = [
            int(day is not None and day.year == source.annee)
            for day in (offer.jour, offer.date_attribution, offer.date_bail)
        ]
        if any(marks):
            unite = source.unites[str(offer.vacance_id)]
            who = names[cle_partie(offer.reservataire_id, offer.sous_contingent)]
            row = counts.setdefault((*who, *_cases(unite, source.territoires)), [0, 0, 0])
            row[:] = [total + mark for total, mark in zip(row, marks, strict=True)]
    served = {key[:2] for key in counts}
    parents = {p.parent for p in source.parties}
    for partie in source.parties:
        if partie.cle not in parents and names[partie.cle] not in served:
            counts[*names[partie.cle], "", "", "", "", ""] = [0, 0, 0]
    for key, (proposed, attributed, let) in sorted(counts.items(), key=_ordre):
        yield _ligne(key, proposed, attributed, let)


def _ordre(item: tuple[tuple[str, ...], list[int]]) -> tuple[tuple[int, str], ...]:
    return tuple(ordre_de_lecture(word) for word in item[0])


def _ligne(key: tuple[str, ...], proposed: int, attributed: int, let: int) -> LigneBilan:
    who, sous, kind, money, qpv, place, period = key
    return LigneBilan(
        reservataire=who,
        sous_contingent=sous,
        typologie=kind,
        financement=money,
        qpv=qpv,
        commune=place,
        periode=period,
        proposes=proposed,
        attribues=attributed,
        baux=let,
    )


def _nom_et_sous(partie: Partie, parties: Sequence[Partie]) -> tuple[str, str]:
    if partie.cle == BAILLEUR:
        return BAILLEUR_NON_RESERVE, ""
    if partie.parent is None:
        return partie.nom, ""
    head = next(p.nom for p in parties if p.cle == partie.parent)
    return head, partie.nom.removeprefix(f"{head} (").removesuffix(")")


def _cases(unite: Unite, territoires: Territoires) -> tuple[str, ...]:
    commune = territoires.commune(unite.commune)
    place = f"{commune.nom} ({commune.code})" if commune else unite.commune
    return unite.typologie, unite.financement, unite.qpv, place, unite.periode


def _pour(lignes: tuple[LigneBilan, ...], nom: str) -> tuple[LigneBilan, ...]:
    return tuple(x for x in lignes if x.reservataire == nom)


def _soustraits(annee: int, *, uow: UnitOfWork) -> tuple[LigneSoustrait, ...]:
    """Every category, zero included, by the year of the congé."""
    counts = Counter(
        v.categorie_soustrait for v in uow.vacances.toutes() if v.date_conge.year == annee
    )
    return tuple(LigneSoustrait(categorie=c, nombre=counts[c]) for c in CategorieSoustrait)


def _soldes(end: Registre, start: Registre | None, annee: int) -> tuple[LigneSolde, ...]:
    """Accounts at the end of the year, less those at its start where one is given."""
    last = date(annee, 12, 31)
    rates = {p.cle: p.taux_au(last) for p in end.parties}
    return tuple(
        LigneSolde(
            cle=s.cle,
            nom=BAILLEUR_NON_RESERVE if s.cle == BAILLEUR else s.nom,
            parent=s.parent or "",
            taux=None if s.cle == BAILLEUR else rates[s.cle],
            du=Fraction(s.du - (start.du(s.cle) if start else 0), UN),
            servi=s.servi - (start.servi(s.cle) if start else 0),
        )
        for s in end.soldes()
    )


def _soldes_pour(soldes: tuple[LigneSolde, ...], reservataire_id: int) -> tuple[LigneSolde, ...]:
    return tuple(s for s in soldes if lire_cle(s.cle)[0] == reservataire_id)
