"""What an update of a table of reference does, in the officer's words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from fluxdesk.domain.dates import en_lettres
from fluxdesk.domain.referentiel_grilles import GRILLES
from fluxdesk.domain.typographie import accorde, typographier

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fluxdesk.domain.referentiel_rapport import RapportReferentiel


def phrases(rapport: RapportReferentiel) -> list[str]:
    """The counts of the file, then those of the table; both add up."""
    title, day = GRILLES[rapport.genre].titre, en_lettres(rapport.effet)
    said = (
        f"{accorde(rapport.lues, 'ligne lue', 'lignes lues')} : "
        f"{accorde(rapport.retenues, 'retenue')}, {accorde(rapport.ecartees, 'laissée')}, "
        f"{accorde(rapport.refusees, 'refusée')}."
    )
    made = (
        f"« {title} » au {day} : {accorde(rapport.nouvelles, 'ligne nouvelle', 'lignes nouvelles')}"
        f", {accorde(rapport.changees, 'changée')}, {accorde(rapport.inchangees, 'inchangée')}"
        f"{_absentes(rapport)}."
    )
    told = [said, made]
    reasons = Counter(line.raison for line in rapport.laissees)
    told += [f"Laissées : {accorde(count, 'ligne')}, {why}." for why, count in reasons.items()]
    if rapport.remplace:
        told.append(
            "Une édition de ce jour existe : elle est complétée."
            if rapport.cumule
            else "Une édition de ce jour existe : elle est remplacée."
        )
    return [typographier(sentence) for sentence in told]


def _absentes(rapport: RapportReferentiel) -> str:
    if not rapport.absentes:
        return ""
    if rapport.cumule:
        return f", {accorde(rapport.absentes, 'absente')} du fichier et gardées telles quelles"
    return f", {accorde(rapport.absentes, 'retirée')}"


def dire_ligne(ligne: Mapping[str, str] | None) -> str:
    """A line in one: its values, those that say something."""
    return " · ".join(value for value in ligne.values() if value) if ligne else ""
