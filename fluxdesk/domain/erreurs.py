"""The root of every error an officer can mend."""

from __future__ import annotations

from fluxdesk.domain.typographie import typographier


class FluxDeskError(Exception):
    """Something the officer can mend; ``str(error)`` is the French sentence to show.

    A program fault is any other exception: it is logged with its trace and told apart.
    """

    def __init__(self, phrase: str) -> None:
        super().__init__(typographier(phrase))


class IntrouvableError(FluxDeskError):
    """Nothing in the base answers to the reference that was given."""

    def __init__(self, quoi: str, reference: object) -> None:
        super().__init__(f"{quoi} « {reference} » n’existe pas dans cette base.")
