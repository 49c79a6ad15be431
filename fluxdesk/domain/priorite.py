"""Grounds of priority of a household: a letter of the law, never what lies behind it."""

from __future__ import annotations

import re

from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.typographie import plie

SOURCE = "CCH, art. L441-1, a à m"

# The letters in the order of the article (regles.md 74, marked [R]: to be read again on
# Légifrance before release). A code only is kept of a person, without its words (surete.md §1.3).
PRIORITES: dict[str, str] = {
    "a": "situation de handicap",
    "b": "sortie d’un appartement de coordination thérapeutique",
    "c": "personnes mal logées ou défavorisées",
    "d": "hébergement ou logement de transition",
    "e": "reprise d’activité après un chômage de longue durée",
    "f": "habitat indigne",
    "g": "violences au sein du couple ou mariage forcé",
    "g bis": "viol ou agression sexuelle au domicile ou à ses abords",
    "h": "parcours de sortie de la prostitution",
    "i": "traite des êtres humains ou proxénétisme",
    "j": "enfant mineur et logement suroccupé ou non décent",
    "k": "absence de logement",
    "l": "menace d’expulsion sans relogement",
    "m": "moins de 21 ans confiés à l’aide sociale à l’enfance",
}
_CODE = re.compile(r"(?:(?:cch )?(?:art\.? ?)?l\.? ?441-1,? ?)?([a-m])(?: ?(bis))?\)?")


class PrioriteInconnueError(FluxDeskError):
    """Not a letter of the closed list."""

    def __init__(self) -> None:
        named = ", ".join(PRIORITES)
        super().__init__(
            f"Le motif de priorité n’est pas un code de la liste ({SOURCE}) : {named}. N’écrivez "
            "que le code."
        )


def lire_priorite(texte: str) -> str:
    """The code written ``b``, ``B)``, ``g bis`` or ``L441-1 b``; empty for an empty text.

    Raises:
        PrioriteInconnueError: none of them; the text is not repeated, it may tell of a person.
    """
    if not texte:
        return ""
    found = _CODE.fullmatch(plie(texte))
    code = " ".join(filter(None, found.groups())) if found else ""
    if code not in PRIORITES:
        raise PrioriteInconnueError
    return code
