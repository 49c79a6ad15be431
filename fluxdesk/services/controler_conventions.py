"""Check conventions against the caps of the law, while they are typed and as they stand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fluxdesk.domain.controles import controler

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fluxdesk.domain.controles import Alerte
    from fluxdesk.domain.convention import Convention
    from fluxdesk.domain.reservataire import Reservataire
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


def controler_base(
    *, uow: UnitOfWork, horloge: Horloge, territoires: Territoires
) -> tuple[Alerte, ...]:
    """Findings on the conventions of the base."""
    with uow:
        conventions = uow.conventions.toutes()
        reservataires = {r.id: r for r in uow.reservataires.tous()}
    return controler(conventions, reservataires, territoires.communes, horloge.aujourd_hui())


def controler_saisie(
    saisie: SaisieConvention, *, uow: UnitOfWork, horloge: Horloge, territoires: Territoires
) -> tuple[Alerte, ...]:
    """Findings on the base as it would be with this form recorded."""
    with uow:
        return alertes_avec(saisie, uow=uow, horloge=horloge, territoires=territoires)


def alertes_avec(
    saisie: SaisieConvention, *, uow: UnitOfWork, horloge: Horloge, territoires: Territoires
) -> tuple[Alerte, ...]:
    """The same, inside a transaction that is open already."""
    reservataires = {r.id: r for r in uow.reservataires.tous()}
    reservataires[saisie.reservataire.id or _NOUVEAU] = saisie.reservataire
    typed = replace(saisie.convention, reservataire_id=saisie.reservataire.id or _NOUVEAU)
    conventions = _avec(uow.conventions.toutes(), typed)
    return controler(conventions, reservataires, territoires.communes, horloge.aujourd_hui())


def _avec(conventions: Sequence[Convention], typed: Convention) -> list[Convention]:
    others = [c for c in conventions if typed.id == 0 or c.id != typed.id]
    return [*others, typed]
