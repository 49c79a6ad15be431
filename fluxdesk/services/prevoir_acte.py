"""What an act would do, before it is confirmed: the act itself is run, and nothing is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self, cast

from fluxdesk.domain.calendrier import sans_feries
from fluxdesk.domain.effet_acte import effets_de_l_acte
from fluxdesk.services.rappeler import situation_de

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from types import TracebackType

    from fluxdesk.domain.calendrier import Feries
    from fluxdesk.services.depots import UnitOfWork


class _Essai:
    """A transaction inside another: it neither begins, nor commits, nor rolls back."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    def __getattr__(self, nom: str) -> Any:  # noqa: ANN401 - whatever the other one has
        return getattr(self._uow, nom)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        tb: TracebackType | None,
    ) -> None:
        """Leave everything to the transaction around."""

    def valider(self) -> None:
        """Keep nothing."""


def prevoir_acte(
    vacance_id: int,
    acte: Callable[[UnitOfWork], object],
    *,
    jour: date,
    uow: UnitOfWork,
    feries: Feries = sans_feries,
) -> tuple[str, ...]:
    """What the act would change, in sentences, the next act last; writes nothing.

    Args:
        vacance_id: the vacancy that the act is about.
        acte: the use case, to which the transaction is given.
        jour: today.
        uow: a transaction that is not open yet; it is never committed.
        feries: public holidays.

    Raises:
        IntrouvableError: no such vacancy.
        FluxDeskError: whatever the act refuses, in its own sentence.
    """
    with uow:
        before = situation_de(vacance_id, jour, uow=uow, feries=feries)
        acte(cast("UnitOfWork", _Essai(uow)))
        after = situation_de(vacance_id, jour, uow=uow, feries=feries)
    return effets_de_l_acte(before, after)
