"""Check conventions while they are typed and as they stand: the law, and what can be kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fluxdesk.domain.controles_duree import controler_absences, controler_durees
from fluxdesk.domain.controles_loi import controler
from fluxdesk.services.controler_faisabilite import examiner_conventions

if TYPE_CHECKING:
    from fluxdesk.domain.controles import Alerte
    from fluxdesk.domain.convention import Convention
    from fluxdesk.domain.reservataire import Reservataire
    from fluxdesk.services.controler_faisabilite import Examen, Examinateur
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.ports import Horloge, Territoires

# Key of a réservataire that is being typed and has no number yet.
_NOUVEAU = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SaisieConvention:
    """What the form holds: a réservataire (id 0 = new) and its convention (id 0 = new)."""

    reservataire: Reservataire
    convention: Convention
    motif: str = ""


def controler_base(*, uow: UnitOfWork, examinateur: Examinateur) -> Examen:
    """Findings on the conventions of the base, and on those that it lacks."""
    with uow:
        conventions = uow.conventions.toutes()
        reservataires = {r.id: r for r in uow.reservataires.tous()}
        regles = uow.regles.lire()
    found = examiner_conventions(conventions, reservataires, examinateur, regles)
    today = examinateur.horloge.aujourd_hui()
    lasting = controler_durees(conventions, reservataires, today)
    without = controler_absences(conventions, reservataires, today)
    return replace(found, alertes=(*found.alertes, *lasting, *without))


def controler_saisie(
    saisie: SaisieConvention, *, uow: UnitOfWork, examinateur: Examinateur
) -> Examen:
    """Findings on the base as it would be with this form recorded.

    The end, the delay and the transmission are those of this convention alone.
    """
    with uow:
        conventions, reservataires = _avec(saisie, uow)
        regles = uow.regles.lire()
    found = examiner_conventions(conventions, reservataires, examinateur, regles)
    own = [c for c in conventions if c.reservataire_id == saisie.reservataire.id]
    lasting = controler_durees(own, reservataires, examinateur.horloge.aujourd_hui())
    return replace(found, alertes=(*found.alertes, *lasting))


def alertes_avec(
    saisie: SaisieConvention, *, uow: UnitOfWork, horloge: Horloge, territoires: Territoires
) -> tuple[Alerte, ...]:
    """What the law says of it, inside a transaction that is open already."""
    conventions, reservataires = _avec(saisie, uow)
    return controler(
        conventions,
        reservataires,
        territoires.communes,
        horloge.aujourd_hui(),
        uow.regles.lire(),
    )


def _avec(
    saisie: SaisieConvention, uow: UnitOfWork
) -> tuple[list[Convention], dict[int, Reservataire]]:
    reservataires = {r.id: r for r in uow.reservataires.tous()}
    reservataires[saisie.reservataire.id or _NOUVEAU] = saisie.reservataire
    typed = replace(saisie.convention, reservataire_id=saisie.reservataire.id or _NOUVEAU)
    others = [c for c in uow.conventions.toutes() if typed.id == 0 or c.id != typed.id]
    return [*others, typed], reservataires
