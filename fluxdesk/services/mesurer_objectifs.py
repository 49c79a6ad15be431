"""Objectives of a year measured on attributions and leases, with what is not known told apart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from fluxdesk.domain.candidat import EtatCandidat
from fluxdesk.domain.flux.evenements import Presentation
from fluxdesk.domain.flux.journal import effectifs
from fluxdesk.domain.flux.parties import BAILLEUR, NOM_BAILLEUR
from fluxdesk.domain.logement import modalite_qpv
from fluxdesk.domain.objectif import en_vigueur
from fluxdesk.domain.objectif_mesure import Attribution, mesurer
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.parties import cle_partie, noms_des_racines
from fluxdesk.services.consulter_referentiels import seuil_quartile
from fluxdesk.services.tenir_registre import lire_parties

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from decimal import Decimal

    from fluxdesk.domain.candidat import Candidat
    from fluxdesk.domain.objectif import Objectif
    from fluxdesk.domain.objectif_mesure import Mesure
    from fluxdesk.domain.territoire import Commune
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.ports import Horloge, Territoires

# Who was chosen: the tenant, else the one the CAL kept.
_CHOISIS = (EtatCandidat.LOCATAIRE, EtatCandidat.RETENU)


@dataclass(frozen=True, slots=True, kw_only=True)
class PasObjectif:
    """One year of an objective."""

    annee: int
    cible: int
    mesure: Mesure


@dataclass(frozen=True, slots=True, kw_only=True)
class LigneObjectif:
    """An objective in force in the year shown; ``pas`` are its years, ends included.

    ``seuil`` is the yearly income a consumption unit of the 1st quartile of its EPCI, None
    where no table tells it.
    """

    objectif: Objectif
    cible: int
    mesure: Mesure
    pas: tuple[PasObjectif, ...]
    seuil: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TableauObjectifs:
    """The objectives of a year, and the names of their EPCI and parties."""

    annee: int
    annees: tuple[int, ...]
    lignes: tuple[LigneObjectif, ...]
    epcis: Mapping[str, str]
    parties: Mapping[str, str]


def mesurer_objectifs(
    annee: int, *, uow: UnitOfWork, horloge: Horloge, territoires: Territoires
) -> TableauObjectifs:
    """The objectives in force in the year (the running one where it is 0), measured.

    An attribution counts in the year of the CAL, a lease in that of its signature; the right
    charged says whose it is. Dwellings counted apart from the flux count here too.
    """
    today = horloge.aujourd_hui()
    shown = annee or today.year
    with uow:
        every = uow.objectifs.toutes()
        done = lire_attributions(uow=uow, territoires=territoires)
        parties = lire_parties(uow=uow)
        names = {p.cle: p.nom for p in parties} | noms_des_racines(parties)
        names[BAILLEUR] = NOM_BAILLEUR
    held = en_vigueur(every, shown)
    places = {c.epci: c for c in territoires.communes() if c.epci}
    return TableauObjectifs(
        annee=shown,
        annees=_annees(every, done, today.year),
        lignes=tuple(
            LigneObjectif(
                objectif=one,
                cible=one.cible_en(shown),
                mesure=mesurer(one, shown, done),
                pas=_pas(one, shown, done),
                seuil=_seuil(one, places, min(today, date(shown, 12, 31)), uow=uow),
            )
            for one in held
        ),
        epcis={epci: commune.epci_nom or epci for epci, commune in places.items()},
        parties=names,
    )


def lire_attributions(*, uow: UnitOfWork, territoires: Territoires) -> tuple[Attribution, ...]:
    """Every attribution that stands, each once, inside an open transaction.

    Place and QPV are those of the day the dwelling entered the flux, else those of today.
    """
    offers = [
        o
        for o in uow.orientations.toutes()
        if o.issue is not IssueOrientation.ANNULEE and (o.date_attribution or o.date_bail)
    ]
    homes = {v.id: v.logement_id for v in uow.vacances.toutes()}
    wanted = sorted({homes[o.vacance_id] for o in offers})
    values = uow.logements.valeurs(wanted, ("commune", "epci", "qpv"))
    facts = (event for event, _ in effectifs(uow.evenements.tous()))
    seen = {e.unite.cle: e.unite for e in facts if isinstance(e, Presentation)}
    made = []
    for offer in offers:
        unite = seen.get(str(offer.vacance_id))
        code, epci, qpv = values[homes[offer.vacance_id]]
        commune = territoires.commune(str(code))
        here = commune.epci if commune else str(epci or "")
        made.append(
            Attribution(
                cle=offer.suivi.impute or cle_partie(offer.reservataire_id, offer.sous_contingent),
                epci=unite.epci if unite else here,
                qpv=unite.qpv if unite else modalite_qpv(None if qpv is None else bool(qpv)),
                attribution=offer.date_attribution,
                bail=offer.date_bail,
                menage=_choisi(uow.candidats.de_l_orientation(offer.id)),
            )
        )
    return tuple(made)


def _choisi(candidats: Iterable[Candidat]) -> Candidat | None:
    """The tenant, else the first that the CAL kept; None where nobody is recorded as chosen."""
    kept = [c for c in candidats if c.etat in _CHOISIS]
    return min(kept, key=lambda c: (_CHOISIS.index(c.etat), c.rang), default=None)


def _annees(
    objectifs: Sequence[Objectif], attributions: Sequence[Attribution], courante: int
) -> tuple[int, ...]:
    days = (d for a in attributions for d in (a.attribution, a.bail) if d is not None)
    years = {courante, *(o.annee for o in objectifs), *(d.year for d in days)}
    years |= {o.fin for o in objectifs if o.fin is not None}
    return tuple(sorted(years, reverse=True))


def _pas(
    objectif: Objectif, annee: int, attributions: Sequence[Attribution]
) -> tuple[PasObjectif, ...]:
    """From its first year to the end of its trajectory, the year shown among them."""
    planned = [year for year, _ in objectif.trajectoire]
    last = max((annee, *planned, objectif.fin or annee))
    return tuple(
        PasObjectif(
            annee=year, cible=objectif.cible_en(year), mesure=mesurer(objectif, year, attributions)
        )
        for year in range(objectif.annee, last + 1)
    )


def _seuil(
    objectif: Objectif, places: Mapping[str, Commune], jour: date, *, uow: UnitOfWork
) -> Decimal | None:
    commune = places.get(objectif.epci)
    if commune is None:
        return None
    return seuil_quartile(objectif.epci, commune.departement, jour, uow=uow)
