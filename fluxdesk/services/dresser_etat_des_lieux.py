"""Count what conventions start from: patrimoine, rotation, rights (regles.md 89-97)."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING

from fluxdesk.domain.assiette import EXCLUSIONS, Exclusion, exclusion
from fluxdesk.domain.conversion import ANNEES_MAX
from fluxdesk.domain.droit_stock import IDENTIFIES
from fluxdesk.domain.logement import EtatLogement, modalite_qpv
from fluxdesk.domain.photo import EtatDesLieux, Exclu, RotationDe, SoustraitsDe
from fluxdesk.domain.territoire import cle_residence, noms_distincts
from fluxdesk.domain.typographie import plie
from fluxdesk.domain.vacance import (
    CategorieSoustrait,
    CauseLiberation,
    Qualification,
    retiree,
)
from fluxdesk.services.ports import sans_progres
from fluxdesk.services.recenser_droits import Parc, Place, recenser_droits, recenser_stock

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from fluxdesk.domain.droit_stock import DroitStock
    from fluxdesk.domain.garantie import Garantie
    from fluxdesk.domain.logement import ValeurPlate
    from fluxdesk.domain.vacance import (
        Vacance,
    )
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.ports import Horloge, Progress, Territoires

_CHAMPS = (
    "etat", "construction", "financement", "conventionne", "commune", "epci", "departement", "qpv",
    "qpv_code", "programme",
)  # fmt: skip
_PAQUET = 5_000
_QUOI = "État des lieux"
_NEUVES = frozenset({CauseLiberation.LIVRAISON, CauseLiberation.ACQUISITION})
COMMUNE = "Commune"
AXES_ROTATION = ("Financement", "QPV", COMMUNE)


@dataclass(frozen=True, slots=True, kw_only=True)
class DemandeEtat:
    """How it is counted: years read (1 to 5), internal mutations counted or not, exclusions."""

    annees: int = 3
    mutations: bool = True
    exclusions: tuple[Exclusion, ...] = EXCLUSIONS


@dataclass(slots=True)
class _Champ:
    """The dwellings of the field, by id, with what each is on the axes of rotation."""

    total: int = 0
    places: dict[int, Place] = field(default_factory=dict)
    valeurs: dict[int, tuple[str, ...]] = field(default_factory=dict)
    exclus: Counter[Exclusion] = field(default_factory=Counter)


def dresser_etat_des_lieux(
    demande: DemandeEtat,
    *,
    uow: UnitOfWork,
    horloge: Horloge,
    territoires: Territoires,
    progress: Progress = sans_progres,
) -> EtatDesLieux:
    """Read the base; writes nothing.

    The years are the last whole ones in which the base knows a letting, ``demande.annees`` of
    them at most: what was never entered is not taken for zero.

    Raises:
        AnnuleError: the officer stopped.
    """
    today = horloge.aujourd_hui()
    with uow:
        rights = [droit for droit in uow.stock.tous() if droit.vaut(today)]
        vacancies = [v for v in uow.vacances.toutes() if not retiree(v)]
        park = _lire_parc(demande, _mis_a_part(demande, rights, vacancies), territoires, uow)
        progress(1, 2, _QUOI)
        years = _annees(vacancies, today.year, demande.annees)
        parc = Parc(
            jour=today,
            places=park.places,
            relocations=_relocations(vacancies, demande, years),
            annees=years,
        )
        guarantees = [g for g in uow.garanties.toutes() if g.vaut(today)]
        stock = recenser_stock(rights, guarantees, parc, uow=uow)
        lines = recenser_droits(rights, uow=uow)
    progress(2, 2, _QUOI)
    names = _noms(park, guarantees, territoires)
    return EtatDesLieux(
        jour=today,
        parc=park.total,
        exclus=tuple(Exclu(motif=m, nombre=park.exclus[m]) for m in Exclusion if park.exclus[m]),
        annees=years,
        mutations=demande.mutations,
        rotation=parc.rotation(park.places),
        rotations=tuple(_par_axe(park, parc, names)),
        soustraits=tuple(_soustraits(vacancies, years)),
        stock=tuple(replace(x, nom_part=names.get(x.sous_contingent, "")) for x in stock),
        droits=lines,
        exclusions=demande.exclusions,
    )


def _noms(
    park: _Champ, garanties: Iterable[Garantie], territoires: Territoires
) -> Mapping[str, str]:
    """Names of the communes of the field, and of those that exercise the rights of another."""
    codes = {place.commune for place in park.places.values()} | {g.exercee_par for g in garanties}
    found = map(territoires.commune, sorted(codes))
    return noms_distincts(commune for commune in found if commune is not None)


def _mis_a_part(
    demande: DemandeEtat, droits: Iterable[DroitStock], vacances: Iterable[Vacance]
) -> dict[int, Exclusion]:
    """Dwellings that are out of the count for what the base says beside their description."""
    last: dict[int, Vacance] = {}
    for vacance in sorted(vacances, key=lambda v: v.date_conge):
        last[vacance.logement_id] = vacance
    found = {
        ident: Exclusion.HORS_CHAMP
        for ident, vacance in last.items()
        if vacance.qualification is Qualification.HORS_CHAMP
    }
    found |= {d.logement_id: Exclusion.IDENTIFIE for d in droits if d.nature in IDENTIFIES}
    return {ident: motif for ident, motif in found.items() if motif in demande.exclusions}


def _lire_parc(
    demande: DemandeEtat,
    a_part: Mapping[int, Exclusion],
    territoires: Territoires,
    uow: UnitOfWork,
) -> _Champ:
    park = _Champ()
    ids = (known[0] for known in uow.logements.reperes())
    while batch := list(islice(ids, _PAQUET)):
        for ident, values in uow.logements.valeurs(batch, _CHAMPS).items():
            _compter(park, demande, ident, dict(zip(_CHAMPS, values, strict=True)), a_part)
    known: dict[str, str] = {}
    for ident, place in park.places.items():
        if place.commune not in known:
            commune = territoires.commune(place.commune)
            known[place.commune] = commune.code if commune else place.commune
        park.places[ident] = place._replace(commune=known[place.commune])
        park.valeurs[ident] = (*park.valeurs[ident][:-1], known[place.commune])
    return park


def _compter(
    park: _Champ,
    demande: DemandeEtat,
    ident: int,
    lu: Mapping[str, ValeurPlate],
    a_part: Mapping[int, Exclusion],
) -> None:
    if lu["etat"] != EtatLogement.ACTIF:
        return
    park.total += 1
    built = lu["construction"]
    why = a_part.get(ident) or exclusion(
        str(built) if built else None,
        str(lu["financement"]),
        lu["conventionne"],
        demande.exclusions,
    )
    if why is not None:
        park.exclus[why] += 1
        return
    commune = str(lu["commune"])
    place = Place(
        commune,
        str(lu["epci"]),
        str(lu["departement"]),
        str(lu["qpv_code"]),
        cle_residence(commune, str(lu["programme"])),
    )
    qpv = lu["qpv"]
    district = modalite_qpv(None if qpv is None else bool(qpv))
    park.places[ident] = place
    park.valeurs[ident] = (str(lu["financement"]), district, place.commune)


def _annees(vacances: Iterable[Vacance], cette_annee: int, nombre: int) -> tuple[int, ...]:
    """The last whole years in which something was let, newest first."""
    known = {_annee(v) for v in vacances if v.cause not in _NEUVES}
    window = range(cette_annee - 1, cette_annee - 1 - min(ANNEES_MAX, max(1, nombre)), -1)
    return tuple(year for year in window if year in known)


def _annee(vacance: Vacance) -> int:
    return (vacance.disponibilite or vacance.date_conge).year


def _relocations(
    vacances: Iterable[Vacance], demande: DemandeEtat, annees: tuple[int, ...]
) -> dict[int, Counter[int]]:
    """How many times each dwelling was let again, by year (regles.md 94)."""
    found: dict[int, Counter[int]] = defaultdict(Counter)
    for vacance in vacances:
        moved = vacance.cause is CauseLiberation.MUTATION and not demande.mutations
        if _annee(vacance) in annees and vacance.cause not in _NEUVES and not moved:
            found[vacance.logement_id][_annee(vacance)] += 1
    return found


def _par_axe(park: _Champ, parc: Parc, noms: Mapping[str, str]) -> Iterable[RotationDe]:
    for rank, axe in enumerate(AXES_ROTATION):
        groups: dict[str, list[int]] = defaultdict(list)
        for ident, values in park.valeurs.items():
            groups[values[rank]].append(ident)
        named = noms if axe == COMMUNE else {}
        for value in sorted(groups, key=lambda v: (plie(named.get(v, v)), v)):
            rotation = parc.rotation(groups[value])
            yield RotationDe(axe=axe, valeur=value, rotation=rotation, nom=named.get(value, ""))


def _soustraits(vacances: Iterable[Vacance], annees: tuple[int, ...]) -> Iterable[SoustraitsDe]:
    counts = Counter((v.categorie_soustrait, _annee(v)) for v in vacances)
    for categorie in CategorieSoustrait:
        yield SoustraitsDe(
            categorie=categorie, nombres=tuple(counts[categorie, year] for year in annees)
        )
