"""What a convention reminds of when a dwelling is about to be offered (pratique.md B5, A6, B23)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.convention import ModeGestion
from fluxdesk.domain.typographie import typographier

if TYPE_CHECKING:
    from fluxdesk.domain.convention import Convention
    from fluxdesk.domain.flux.parties import Unite


def rappels_a_l_orientation(convention: Convention, unite: Unite) -> tuple[str, ...]:
    """Sentences to read before the offer: who proposes, for whom, what is looked for.

    They inform; nothing is decided by them.
    """
    clauses = convention.clauses
    delegated = convention.gestion_pour(unite) is ModeGestion.DELEGUEE
    said = (
        "Gestion déléguée ici : vous proposez les candidats pour lui." if delegated else "",
        f"Publics visés : {', '.join(clauses.publics)}." if clauses.publics else "",
        f"Ce qu’il recherche : {clauses.besoins}" if clauses.besoins else "",
    )
    return tuple(typographier(sentence) for sentence in said if sentence)
