"""The text of an ad for a dwelling hard to let, to copy into Bienvéo or AL'in (pratique.md §4).

Only what the base holds is said: nothing is guessed, and what is unknown is left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.dates import en_lettres
from fluxdesk.domain.logement import NON_RENSEIGNE, Financement, TypeConstruction
from fluxdesk.domain.mots_logement import etage_et_ascenseur, euros
from fluxdesk.domain.typographie import typographier

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from fluxdesk.domain.bailleur import Bailleur
    from fluxdesk.domain.logement import Logement

_GENRES = {
    TypeConstruction.COLLECTIF: "Appartement",
    TypeConstruction.INDIVIDUEL: "Maison",
    TypeConstruction.ETUDIANT: "Logement étudiant",
}


def texte_annonce(
    logement: Logement, *, commune: str, disponibilite: date | None, bailleur: Bailleur
) -> str:
    """The ad, one idea a line; amounts by month, in euros.

    Args:
        logement: the dwelling.
        commune: its commune in words.
        disponibilite: when it can be let, if that is known.
        bailleur: whom to call.
    """
    lines = (
        _titre(logement, commune),
        *_description(logement),
        _argent(logement),
        f"Disponible à partir du {en_lettres(disponibilite)}." if disponibilite else "",
        (
            "Logement social, sous conditions de ressources ; une demande de logement social "
            "enregistrée (numéro unique) est nécessaire."
        ),
        _contact(bailleur),
    )
    return typographier("\n".join(line for line in lines if line))


def _titre(logement: Logement, commune: str) -> str:
    kind = _GENRES.get(logement.construction) if logement.construction else None
    size = "" if logement.typologie == NON_RENSEIGNE else logement.typologie
    surface = f"{logement.surface} m²" if logement.surface else ""
    what = " ".join(part for part in (kind or "Logement", size) if part)
    return ", ".join(part for part in (what, surface, commune) if part)


def _description(logement: Logement) -> Iterator[str]:
    if logement.programme:
        yield f"Résidence {logement.programme}."
    floor = etage_et_ascenseur(logement.etage, logement.ascenseur)
    if floor:
        yield f"{floor[0].upper()}{floor[1:]}."
    if logement.annee_construction:
        yield f"Immeuble de {logement.annee_construction}."
    if logement.dpe:
        yield f"Diagnostic de performance énergétique : {logement.dpe}."
    if logement.financement not in {Financement.NON_RENSEIGNE, Financement.AUTRE}:
        yield f"Financement {logement.financement.value}."


def _argent(logement: Logement) -> str:
    if logement.loyer is None:
        return ""
    rent = f"Loyer : {euros(logement.loyer)} par mois hors charges"
    if logement.charges is None:
        return f"{rent}."
    return f"{rent}, charges : {euros(logement.charges)}."


def _contact(bailleur: Bailleur) -> str:
    named = [bailleur.raison_sociale, bailleur.telephone, bailleur.courriel]
    return f"Contact : {', '.join(part for part in named if part)}"
