"""A candidate as the officer types it, checked; and whether its file is complete."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.numero_unique import lire_numero_unique
from fluxdesk.domain.priorite import lire_priorite

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fluxdesk.domain.candidat import Candidat

NOM_MAX: Final = 120
PERSONNES: Final = range(1, 31)
QUARTILES: Final = range(1, 5)
# What a file usually lacks, named without a word on the person (surete.md §1.3).
PIECES: Final = (
    "pièce d’identité ou titre de séjour",
    "avis d’imposition",
    "justificatifs de ressources",
    "situation familiale",
    "logement actuel",
    "attestation d’enregistrement",
)
_SEPARATEUR: Final = " ; "


class CandidatIncorrectError(FluxDeskError):
    """What was typed cannot be kept; the sentence says which field and what to write."""


def verifier_candidat(candidat: Candidat, annee: int) -> tuple[Candidat, tuple[str, ...]]:
    """The candidate as it is kept, and what is doubtful of its numéro unique, in words.

    Args:
        candidat: as typed, spaces included.
        annee: today's year.

    Raises:
        CandidatIncorrectError: no name, or a count or a quartile out of range.
        NumeroUniqueError, NumeroPerduError, NumeroSecuriteSocialeError: not a numéro unique.
        PrioriteInconnueError: not a letter of L441-1.
    """
    nom = " ".join(candidat.nom.split())
    if not nom:
        message = "Le nom du candidat manque."
        raise CandidatIncorrectError(message)
    if len(nom) > NOM_MAX:
        message = f"Le nom dépasse {NOM_MAX} caractères : n’écrivez que le nom."
        raise CandidatIncorrectError(message)
    if candidat.personnes is not None and candidat.personnes not in PERSONNES:
        message = "Le nombre de personnes du ménage n’est pas plausible (1 à 30)."
        raise CandidatIncorrectError(message)
    if candidat.quartile is not None and candidat.quartile not in QUARTILES:
        message = "Le quartile est 1, 2, 3 ou 4."
        raise CandidatIncorrectError(message)
    numero = lire_numero_unique(candidat.numero_unique, annee)
    kept = replace(
        candidat,
        nom=nom,
        numero_unique=numero.valeur,
        priorite=lire_priorite(candidat.priorite.strip()),
    )
    return kept, numero.doutes


def ecrire_pieces(manquantes: Iterable[str]) -> str:
    """The missing pieces in one text, those of ``PIECES`` only, in its order."""
    missing = set(manquantes)
    return _SEPARATEUR.join(piece for piece in PIECES if piece in missing)


def lire_pieces(texte: str) -> tuple[str, ...]:
    """The pieces that ``ecrire_pieces`` wrote."""
    return tuple(texte.split(_SEPARATEUR)) if texte else ()


def dossier_dit(candidat: Candidat) -> str:
    """Whether the file is complete, in a word an officer reads at a glance."""
    if candidat.pieces_manquantes:
        return f"incomplet : {candidat.pieces_manquantes}"
    return {True: "complet", False: "incomplet", None: "à vérifier"}[candidat.dossier_complet]


def dossiers_complets(candidats: Iterable[Candidat]) -> bool:
    """Whether there is at least one candidate, and every file is complete."""
    states = [c.dossier_complet is True and not c.pieces_manquantes for c in candidats]
    return bool(states) and all(states)
