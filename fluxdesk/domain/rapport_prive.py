"""A report that a base may keep: it quotes nothing of a person (surete.md §1.3)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fluxdesk.domain.cellules import propre

if TYPE_CHECKING:
    from fluxdesk.domain.rapport import RapportImport, RefusLigne


def sans_valeurs(rapport: RapportImport) -> RapportImport:
    """The same report without the cells it quotes, nor those that the officer corrected."""
    return replace(
        rapport,
        refus=tuple(map(_sans_valeur, rapport.refus)),
        avertissements=tuple(map(_sans_valeur, rapport.avertissements)),
        corrections=tuple(replace(c, lue="", corrigee="") for c in rapport.corrections),
    )


def _sans_valeur(dite: RefusLigne) -> RefusLigne:
    quoted = f"«\u00a0{propre(dite.valeur)}\u00a0»"
    return replace(dite, valeur="", phrase=dite.phrase.replace(quoted, "cette cellule"))
