"""What writes the papers takes what its port says, name by name."""

from __future__ import annotations

import inspect

import pytest

from fluxdesk.bootstrap import atelier
from fluxdesk.services import ports_papiers
from fluxdesk.services.ports import Bureau

REDACTEURS = {
    field: kind
    for field, kind in Bureau.__annotations__.items()
    if hasattr(ports_papiers, str(kind)) and str(kind).startswith("Redacteur")
}


def test_the_desk_has_its_redactors() -> None:
    assert {"ecrire_lettre", "ecrire_bilan_pdf", "ecrire_courriers"} <= REDACTEURS.keys()


@pytest.mark.parametrize("champ", REDACTEURS)
def test_a_redactor_takes_what_its_port_says(champ: str) -> None:
    port = getattr(ports_papiers, REDACTEURS[champ])
    asked = list(inspect.signature(port.__call__).parameters)[1:]
    assert list(inspect.signature(getattr(atelier, champ)).parameters) == asked
