"""All that an officer reads of one dwelling: its values, their origins, what the tables say."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fluxdesk.domain.logement import Financement
from fluxdesk.domain.plafonds_logement import plafonds, zone_de_plafonds
from fluxdesk.domain.provenance import SIGNES, provenances_derivees
from fluxdesk.domain.referentiel import GenreReferentiel
from fluxdesk.domain.territoire import a_change
from fluxdesk.services.consulter_referentiels import communes_en_qpv, editions, quartiers
from fluxdesk.services.rows import TriLogements

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from fluxdesk.domain.examen_occupation import ExamenOccupation
    from fluxdesk.domain.logement import Logement
    from fluxdesk.domain.plafonds_logement import Plafonds
    from fluxdesk.domain.provenance import Provenance
    from fluxdesk.domain.territoire import Commune
    from fluxdesk.services.consulter_referentiels import Quartier
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.ports import Horloge, Lectures, Territoires
    from fluxdesk.services.rows import FiltreLogements, LogementRow


@dataclass(frozen=True, slots=True, kw_only=True)
class FicheLogement:
    """A dwelling and what is known around it.

    ``provenances`` are the origins of its values: those of hand, else the import that brought
    each. ``commune`` is that of today, None where the COG does not know the code. ``quartiers``
    are the perimeters that hold its district; ``commune_sans_qpv`` tells that its commune has
    none today. ``plafonds`` is None where no table gives them. ``examens`` are those of the
    occupation, oldest first.
    """

    logement: Logement
    provenances: tuple[Provenance, ...] = ()
    commune: Commune | None = None
    quartiers: tuple[Quartier, ...] = ()
    commune_sans_qpv: bool = False
    plafonds: Plafonds | None = None
    examens: tuple[ExamenOccupation, ...] = ()


def consulter_logement(
    logement_id: int, *, uow: UnitOfWork, horloge: Horloge, territoires: Territoires
) -> FicheLogement:
    """The fiche of that dwelling today.

    Raises:
        IntrouvableError: there is no such dwelling.
    """
    today = horloge.aujourd_hui()
    with uow:
        logement = uow.logements.lire(logement_id)
        commune = territoires.commune(logement.commune)
        origins = _origines(logement, uow)
        districts = quartiers(logement.qpv_code, uow=uow) if logement.qpv_code else ()
        towns = communes_en_qpv(today, uow=uow)
        examined = tuple(uow.examens.du_logement(logement_id))
        ceilings = _plafonds(logement, commune, uow, territoires, today)
    return FicheLogement(
        logement=logement,
        provenances=origins,
        commune=commune,
        quartiers=tuple(districts),
        commune_sans_qpv=bool(
            towns is not None and commune and not {commune.code, logement.commune} & towns
        ),
        plafonds=ceilings,
        examens=examined,
    )


def situer_lignes(
    lignes: Sequence[LogementRow], territoires: Territoires
) -> tuple[LogementRow, ...]:
    """These rows, each in the commune of today where the one declared merged since."""
    return tuple(_dans_la_commune_du_jour(row, territoires) for row in lignes)


def trier_comme_montre(
    filtre: FiltreLogements, lectures: Lectures, territoires: Territoires
) -> FiltreLogements:
    """The same list, sorted by the communes of today that ``situer_lignes`` shows."""
    if filtre.tri is not TriLogements.COMMUNE:
        return filtre
    now = ((code, territoires.commune(code)) for code in lectures.communes())
    moved = tuple((code, c.nom) for code, c in now if c is not None and a_change(code, c))
    return replace(filtre, communes=moved)


def _origines(logement: Logement, uow: UnitOfWork) -> tuple[Provenance, ...]:
    """Those of hand, else the import that brought the value.

    A lease signed here gives way to an import that told a later one.
    """
    derived = provenances_derivees(logement, uow.lots.du_logement(logement.id))
    brought = {one.champ: one for one in derived}
    kept = {
        one.champ: one
        for one in uow.provenances.du_logement(logement.id)
        if one.origine not in SIGNES or not _suivi(one, brought.get(one.champ))
    }
    return (*kept.values(), *(one for one in derived if one.champ not in kept))


def _suivi(signe: Provenance, apporte: Provenance | None) -> bool:
    return apporte is not None and apporte.quand > signe.quand


def _dans_la_commune_du_jour(row: LogementRow, territoires: Territoires) -> LogementRow:
    today = territoires.commune(row.code_commune)
    if today is None or not a_change(row.code_commune, today):
        return row
    return replace(row, commune=today.nom)


def _plafonds(
    logement: Logement,
    commune: Commune | None,
    uow: UnitOfWork,
    territoires: Territoires,
    jour: date,
) -> Plafonds | None:
    loan = logement.financement
    if commune is None or loan is Financement.NON_RENSEIGNE:
        return None
    tables = editions(GenreReferentiel.PLAFONDS, uow=uow, territoires=territoires)
    return plafonds(loan.value, zone_de_plafonds(loan, commune), tables, jour)
