"""Who received cheap dwellings and residences in demand, beside the flux and the stock."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fluxdesk.domain.convention import ModeOffre
from fluxdesk.domain.equite import (
    LogementServi,
    MixAttractivite,
    avec_un_de_plus,
    bon_marche,
    compter_classes,
    mesurer_classe,
    mesurer_equite,
    mixite_attractivite,
)
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.flux.parties import BAILLEUR, NOM_BAILLEUR, UN
from fluxdesk.domain.offres import partie_imputee
from fluxdesk.domain.orientation import ISSUES_ENGAGEES
from fluxdesk.domain.parties import noms_des_racines
from fluxdesk.domain.regle_equite import RegleEquite
from fluxdesk.domain.residence import CLASSES, cle_residence
from fluxdesk.domain.typographie import typographier
from fluxdesk.services.tenir_fiches import EQUITES, ActeFiches, inscrire
from fluxdesk.services.tenir_registre import lire_parties
from fluxdesk.services.tenir_residences import residence_de

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from fluxdesk.domain.equite import PartEquite
    from fluxdesk.domain.logement import ValeurPlate
    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.ports import Horloge, Territoires
    from fluxdesk.services.rows import ProgrammeRow

_CHAMPS = ("financement", "typologie", "commune", "loyer", "programme")


class RegleEquiteFausseError(FluxDeskError):
    """A band or a ceiling that cannot be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableauEquite:
    """A year: the rule, the share of each party, its mix by class and that of the stock.

    ``classes`` gives, by class of attractivity, the share of each party, in the same order.
    """

    annee: int
    annees: tuple[int, ...]
    regle: RegleEquite
    parts: tuple[PartEquite, ...]
    classes: Mapping[int, tuple[PartEquite, ...]]
    mixites: tuple[MixAttractivite, ...]
    stock: MixAttractivite


def lire_regle(*, uow: UnitOfWork) -> RegleEquite:
    """The rule of this base, inside an open transaction; that of the program until it is set."""
    return next(iter(uow.equites.toutes()), RegleEquite())


def fixer_equite(regle: RegleEquite, *, uow: UnitOfWork, motif: str = "") -> RegleEquite:
    """Set the band and the ceilings.

    Raises:
        RegleEquiteFausseError: a band over 100 %, a ceiling of nothing, or two for one kind.
    """
    if not 0 <= regle.tolerance <= UN or any(p.centimes <= 0 for p in regle.plafonds):
        message = "La bande est de 0 à 100 % et chaque plafond de loyer au-dessus de zéro."
        raise RegleEquiteFausseError(message)
    if len({(p.typologie, p.zone) for p in regle.plafonds}) < len(regle.plafonds):
        message = "Deux plafonds portent sur le même type et la même zone : gardez-en un."
        raise RegleEquiteFausseError(message)
    with uow:
        before = tuple(uow.equites.toutes())[:1]
        wanted = replace(regle, id=before[0].id if before else 0)
        acte = ActeFiches(
            libelle="Règle d’équité modifiée", avant=before, apres=(wanted,), motif=motif
        )
        (made,) = inscrire(EQUITES, acte, uow=uow)
        uow.valider()
    return made


def lire_equite(
    annee: int,
    programmes: Sequence[ProgrammeRow],
    *,
    uow: UnitOfWork,
    horloge: Horloge,
    territoires: Territoires,
) -> TableauEquite:
    """What the offers of a year that stand gave to whom (the running year where it is 0)."""
    shown = annee or horloge.aujourd_hui().year
    with uow:
        rule = lire_regle(uow=uow)
        names = _noms(uow)
        served = _services(shown, rule, uow=uow, territoires=territoires)
        classes = {r.cle: r.attractivite for r in uow.residences.toutes()}
        years = {o.jour.year for o in uow.orientations.toutes() if _tient(o)}
    stock = Counter[int | None]()
    for row in programmes:
        key = cle_residence(row.programme.nom, row.programme.commune)
        stock[classes.get(key)] += row.logements
    return TableauEquite(
        annee=shown,
        annees=tuple(sorted(years | {shown, horloge.aujourd_hui().year}, reverse=True)),
        regle=rule,
        parts=mesurer_equite(served, names),
        classes={rank: mesurer_classe(served, names, rank) for rank in CLASSES},
        mixites=mixite_attractivite(served, names),
        stock=MixAttractivite(cle="", nom="Patrimoine", comptes=compter_classes(stock)),
    )


def avertir(
    vacance_id: int, cle: str, *, uow: UnitOfWork, horloge: Horloge, territoires: Territoires
) -> tuple[str, ...]:
    """What to heed before offering this dwelling to that party; nothing of it binds.

    Raises:
        IntrouvableError: no such vacancy.
    """
    year = horloge.aujourd_hui().year
    with uow:
        home = uow.logements.lire(uow.vacances.lire(vacance_id).logement_id)
        residence = residence_de(home.programme, home.commune, uow=uow)
        rule, names = lire_regle(uow=uow), _noms(uow)
        served = _services(year, rule, uow=uow, territoires=territoires)
    told: list[str] = []
    if residence is not None and (warning := residence.avertissement()):
        told.append(warning)
    root = cle.partition("/")[0]
    told += _sur_l_attractivite(residence.attractivite if residence else None, root, served, names)
    values = (home.financement.value, home.typologie, home.commune, home.loyer, home.programme)
    if _bas(values, rule, territoires):
        after = avec_un_de_plus(mesurer_equite(served, names), root)
        if after is not None and after.depasse(rule.tolerance):
            told.append(f"Avec ce logement, {after.phrase(rule.tolerance)}.")
    return tuple(map(typographier, told))


def _sur_l_attractivite(
    classe: int | None, cle: str, served: Sequence[LogementServi], noms: dict[str, str]
) -> list[str]:
    """Say it where the residence is in little demand and the party has had its part of these."""
    if classe != max(CLASSES):
        return []
    mixes = {m.cle: m for m in mixite_attractivite(served, noms)}
    mine = mixes.get(cle)
    every = [n for m in mixes.values() for n in m.comptes[:-1]]
    if mine is None or not sum(mine.comptes[:-1]):
        return []
    hard = sum(m.comptes[classe - 1] for m in mixes.values())
    if mine.parts[classe - 1] * sum(every) <= hard:
        return []
    had, known = mine.comptes[classe - 1], sum(mine.comptes[:-1])
    return [
        (
            f"Résidence {CLASSES[classe]} : {mine.nom} en a déjà reçu {had} sur {known} logements, "
            "plus que l’ensemble des réservataires."
        )
    ]


def _noms(uow: UnitOfWork) -> dict[str, str]:
    """The whole parties, by key: the parts of a right are counted with it."""
    return noms_des_racines(lire_parties(uow=uow)) | {BAILLEUR: NOM_BAILLEUR}


def _services(
    annee: int, regle: RegleEquite, *, uow: UnitOfWork, territoires: Territoires
) -> tuple[LogementServi, ...]:
    """Offers of the year that hold a dwelling, each once, first lettings included.

    The party charged counts it (regles.md 63, 65), where it is another than the one offered.
    """
    homes = {v.id: v.logement_id for v in uow.vacances.toutes()}
    offers = [o for o in uow.orientations.toutes() if o.jour.year == annee and _tient(o)]
    values = uow.logements.valeurs(sorted({homes[o.vacance_id] for o in offers}), _CHAMPS)
    classes = {r.cle: r.attractivite for r in uow.residences.toutes()}
    return tuple(
        LogementServi(
            cle=partie_imputee(offer).partition("/")[0],
            classe=classes.get(cle_residence(str(row[4] or ""), str(row[2] or ""))),
            bas=_bas(row, regle, territoires),
        )
        for offer in offers
        for row in (values[homes[offer.vacance_id]],)
    )


def _tient(offre: Orientation) -> bool:
    chosen = offre.mode is not ModeOffre.TOUS or offre.date_attribution is not None
    return offre.issue in ISSUES_ENGAGEES and chosen


def _bas(
    valeurs: Sequence[ValeurPlate], regle: RegleEquite, territoires: Territoires
) -> bool | None:
    money, kind, code, rent, _ = valeurs
    commune = territoires.commune(str(code))
    zone = commune.zone_123 if commune else ""
    return bon_marche(regle, str(money), str(kind), zone, None if rent is None else int(rent))
