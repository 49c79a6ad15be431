"""What waits beside the deadlines: the work in hand, letters to send, dwellings left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.charge import mesurer_charge
from fluxdesk.domain.typographie import accorde, typographier
from fluxdesk.services.courriers_du_jour import courriers_du_jour
from fluxdesk.services.enchainer_mutation import suites_a_ouvrir
from fluxdesk.services.lister_baux import compter_a_examiner
from fluxdesk.services.rows import ActionAFaire, AFaireRow, Urgence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from fluxdesk.domain.charge import Charge
    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.services.courriers_du_jour import CourrierAttendu
    from fluxdesk.services.enchainer_mutation import Suite
    from fluxdesk.services.ports import Base, Territoires
    from fluxdesk.services.rows import VacanceRow


def compter_travail(
    jour: date, rows: Mapping[int, VacanceRow], *, base: Base
) -> tuple[Charge, tuple[AFaireRow, ...]]:
    """The workload of that day, and what to do that no deadline says.

    Args:
        jour: today.
        rows: the vacancies as they are listed, by id.
        base: where it is read.
    """
    letters = courriers_du_jour(jour, uow=base.transaction())
    left = suites_a_ouvrir(uow=base.transaction())
    offers: dict[int, list[Orientation]] = {}
    with base.transaction() as uow:
        for offer in uow.orientations.toutes():
            offers.setdefault(offer.vacance_id, []).append(offer)
        charge = mesurer_charge(uow.vacances.toutes(), offers, jour, courriers=len(letters))
    return charge, (*_suites(left, rows, jour), *_courriers(letters, jour))


def examens_a_mener(jour: date, *, base: Base, territoires: Territoires) -> Iterator[AFaireRow]:
    """The leases whose occupation is to be examined, the second kind of thing on an agenda (B3)."""
    due, soon = compter_a_examiner(jour, base=base, territoires=territoires)
    if due:
        more = f" ; {accorde(soon, 'autre')} dans les six mois" if soon else ""
        yield AFaireRow(
            jour=jour,
            urgence=Urgence.BIENTOT,
            titre=typographier(f"Examens d’occupation : {accorde(due, 'bail', 'baux')}"),
            detail=typographier(
                f"À examiner par la CALEOL (CCH, art. L442-5-2, règle à vérifier){more}"
            ),
            action=ActionAFaire.OUVRIR_BAUX,
        )


def _suites(
    left: Sequence[Suite], rows: Mapping[int, VacanceRow], jour: date
) -> Iterator[AFaireRow]:
    for suite in left:
        row = rows.get(suite.vacance_id)
        where = (row.adresse or row.reference) if row else ""
        yield AFaireRow(
            jour=suite.bail,
            urgence=Urgence.AUJOURD_HUI if suite.bail <= jour else Urgence.BIENTOT,
            titre="Logement quitté à enregistrer",
            detail=typographier(
                f"Bail signé par un locataire en mutation : {where}. Son ancien logement se libère"
            ),
            action=ActionAFaire.OUVRIR_VACANCE,
            cible=suite.vacance_id,
        )


def _courriers(letters: Sequence[CourrierAttendu], jour: date) -> Iterator[AFaireRow]:
    if not letters:
        return
    names = sorted({letter.destinataire for letter in letters})
    shown = ", ".join(names[:3]) + (" et d’autres" if len(names) > 3 else "")  # noqa: PLR2004 - what a line holds
    yield AFaireRow(
        jour=jour,
        urgence=Urgence.AUJOURD_HUI,
        titre=accorde(len(letters), "lettre à envoyer", "lettres à envoyer"),
        detail=f"À {shown}",
        action=ActionAFaire.OUVRIR_COURRIERS,
    )
