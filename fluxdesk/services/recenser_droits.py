"""Count the rights in stock: by réservataire for the conversion, one by one for the photo."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from fluxdesk.domain.conversion import Rotation, StockDe
from fluxdesk.domain.droit_stock import IDENTIFIES, NatureDroit
from fluxdesk.domain.flux.parties import Unite, Zone
from fluxdesk.domain.photo import DroitPhoto
from fluxdesk.domain.reservataire import Categorie
from fluxdesk.domain.typographie import plie

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from fluxdesk.domain.convention import Convention
    from fluxdesk.domain.droit_stock import DroitStock
    from fluxdesk.domain.garantie import Garantie
    from fluxdesk.domain.logement import Logement
    from fluxdesk.domain.reservataire import Reservataire
    from fluxdesk.services.depots import UnitOfWork

GARANTIE = "garantie d’emprunt"


class Place(NamedTuple):
    """Where a dwelling of the field stands: codes of today."""

    commune: str
    epci: str
    departement: str
    quartier: str = ""
    residence: str = ""

    def unite(self, jour: date) -> Unite:
        """The place as a zone tests it."""
        return Unite(
            cle="",
            jour=jour,
            commune=self.commune,
            epci=self.epci,
            departement=self.departement,
            qpv="",
            typologie="",
            financement="",
            periode="",
            quartier=self.quartier,
            residence=self.residence,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Parc:
    """The dwellings of the field by id, and how often each was let again in the years read."""

    jour: date
    places: Mapping[int, Place]
    relocations: Mapping[int, Counter[int]]
    annees: tuple[int, ...]

    def rotation(self, logements: Iterable[int]) -> Rotation:
        """That of some dwellings."""
        total: Counter[int] = Counter()
        number = 0
        for ident in logements:
            number += 1
            if ident in self.relocations:
                total.update(self.relocations[ident])
        return Rotation(logements=number, relocations=tuple(total[year] for year in self.annees))

    def dans(self, zone: Zone) -> int:
        """How many dwellings stand in the zone."""
        counts = Counter(self.places.values())
        return sum(n for place, n in counts.items() if zone.contient(place.unite(self.jour)))


@dataclass(slots=True)
class _Ligne:
    """The rights of one réservataire or sous-contingent, as they are counted."""

    suite: set[int] = field(default_factory=set)
    uniques: int = 0
    lieux: Counter[Place] = field(default_factory=Counter)
    programme: int = 0  # rights of guarantees on programmes, no dwelling named
    communes: Counter[str] = field(default_factory=Counter)  # those of these programmes


def recenser_stock(
    droits: Sequence[DroitStock], garanties: Sequence[Garantie], parc: Parc, *, uow: UnitOfWork
) -> tuple[StockDe, ...]:
    """One line a réservataire and sous-contingent, in the order of the réservataires.

    Inside an open transaction. Rights on dwellings out of the field are not counted. Those of a
    guarantee are, where the stock names no dwelling of its programme for that réservataire. What a
    commune exercises for its EPCI or département is a line of its own (regles.md 33).
    """
    lines = _compter(droits, _delegues(droits, garanties, uow), parc)
    _ajouter_garanties(lines, droits, garanties, uow)
    who = {r.id: r for r in uow.reservataires.tous()}
    conventions = {c.reservataire_id: c for c in uow.conventions.toutes()}
    return tuple(
        _stock(key, line, who[key[0]], conventions.get(key[0]), parc)
        for key, line in sorted(lines.items())
    )


def recenser_droits(droits: Sequence[DroitStock], *, uow: UnitOfWork) -> tuple[DroitPhoto, ...]:
    """Each right with its dwelling, by programme then address; inside an open transaction."""
    who = {r.id: r.nom for r in uow.reservataires.tous()}
    guaranteed = {
        (g.reservataire_id, plie(g.programme)): g for g in uow.garanties.toutes() if g.droits
    }
    found = []
    for droit in droits:
        logement = uow.logements.lire(droit.logement_id)
        answer = guaranteed.get((droit.reservataire_id, plie(logement.programme)))
        found.append(_photo(droit, logement, who[droit.reservataire_id], answer))
    return tuple(
        sorted(found, key=lambda one: (one.programme, one.adresse, one.cle, one.reservataire))
    )


def zone_de_conversion(
    reservataire: Reservataire, convention: Convention | None, lieux: Iterable[Place]
) -> Zone:
    """Where the percentage counts: as signed, else the territory of the réservataire.

    A commune or an EPCI has its own territory for perimeter (R441-5-3, regles.md 10): that of
    most of its rights. The others have the whole département.
    """
    if convention is not None:
        return convention.assiette
    counts = Counter(lieux)
    if reservataire.categorie is Categorie.COMMUNE and counts:
        return Zone(communes=frozenset({_principal(counts, "commune")}))
    if reservataire.categorie is Categorie.EPCI and counts:
        return Zone(epcis=frozenset({_principal(counts, "epci")}))
    return Zone.partout()


def _principal(lieux: Counter[Place], nom: str) -> str:
    total: Counter[str] = Counter()
    for place, number in lieux.items():
        total[getattr(place, nom)] += number
    return max(sorted(total), key=lambda code: total[code])


def _delegues(
    droits: Iterable[DroitStock], garanties: Iterable[Garantie], uow: UnitOfWork
) -> dict[tuple[int, int], str]:
    """Who exercises the rights of a réservataire on a dwelling, where another does."""
    named = {
        (g.reservataire_id, plie(g.programme)): g.exercee_par for g in garanties if g.exercee_par
    }
    if not named:
        return {}
    return {
        (droit.reservataire_id, droit.logement_id): by
        for droit in droits
        if (by := named.get((droit.reservataire_id, _programme(droit, uow))))
    }


def _programme(droit: DroitStock, uow: UnitOfWork) -> str:
    return plie(uow.logements.lire(droit.logement_id).programme)


def _compter(
    droits: Iterable[DroitStock], delegues: Mapping[tuple[int, int], str], parc: Parc
) -> dict[tuple[int, str], _Ligne]:
    lines: dict[tuple[int, str], _Ligne] = {}
    for droit in droits:
        place = parc.places.get(droit.logement_id)
        if place is None or droit.nature in IDENTIFIES:
            continue
        by = delegues.get((droit.reservataire_id, droit.logement_id), "")
        part = droit.sous_contingent or by
        line = lines.setdefault((droit.reservataire_id, part), _Ligne())
        line.lieux[place] += 1
        if droit.nature is NatureDroit.DESIGNATION_UNIQUE:
            line.uniques += 1
        else:
            line.suite.add(droit.logement_id)
    return lines


def _ajouter_garanties(
    lines: dict[tuple[int, str], _Ligne],
    droits: Iterable[DroitStock],
    garanties: Iterable[Garantie],
    uow: UnitOfWork,
) -> None:
    programmes = {(d.reservataire_id, _programme(d, uow)) for d in droits}
    for garantie in garanties:
        if (garantie.reservataire_id, plie(garantie.programme)) in programmes:
            continue
        line = lines.setdefault((garantie.reservataire_id, garantie.exercee_par), _Ligne())
        line.programme += garantie.droits
        line.communes[garantie.commune] += garantie.droits


def _stock(
    cle: tuple[int, str],
    ligne: _Ligne,
    reservataire: Reservataire,
    convention: Convention | None,
    parc: Parc,
) -> StockDe:
    named = {place.commune: place for place in parc.places.values()}
    lieux = ligne.lieux + Counter(
        {named[code]: number for code, number in ligne.communes.items() if code in named}
    )
    zone = zone_de_conversion(reservataire, convention, lieux.elements())
    return StockDe(
        reservataire_id=cle[0],
        nom=reservataire.nom,
        categorie=reservataire.categorie,
        sous_contingent=cle[1],
        assiette=parc.dans(zone),
        suite=len(ligne.suite) + ligne.programme,
        uniques=ligne.uniques,
        rotation=parc.rotation(ligne.suite),
        taux_actuel=_taux(convention, cle[1], parc.jour),
    )


def _taux(convention: Convention | None, sous_contingent: str, jour: date) -> int | None:
    avenant = convention.avenant_au(jour) if convention else None
    if avenant is None:
        return None
    if not sous_contingent:
        return avenant.dix_milliemes
    named = {s.code: s.dix_milliemes for s in avenant.sous_contingents}
    return named.get(sous_contingent, 0)  # a part that the convention in force has not


def _photo(
    droit: DroitStock, logement: Logement, reservataire: str, garantie: Garantie | None
) -> DroitPhoto:
    return DroitPhoto(
        cle=logement.cle,
        id_rpls=logement.id_rpls,
        id_interne=logement.id_interne,
        adresse=logement.adresse.ligne(),
        commune=logement.commune,
        nom_commune=logement.adresse.nom_commune,
        epci=logement.epci,
        qpv=logement.modalite_qpv,
        programme=logement.programme,
        typologie=logement.typologie,
        surface=logement.surface,
        financement=logement.financement.value,
        numero_convention=logement.numero_convention,
        annee_construction=logement.annee_construction,
        reservataire=reservataire,
        sous_contingent=droit.sous_contingent,
        nature=droit.nature.value,
        contrepartie=GARANTIE if garantie else "",
        fin=droit.fin or (garantie.fin if garantie else None),
        source=droit.source,
    )
