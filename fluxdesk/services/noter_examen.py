"""Note the examinations of a séance, and the rule they follow; both undone from the journal."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fluxdesk.domain.bail import debut_bail, dire_bail
from fluxdesk.domain.dates import en_lettres
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.examen_occupation import ANNEES, ZONES_ABC, ExamenOccupation
from fluxdesk.domain.typographie import accorde, typographier
from fluxdesk.services.lister_baux import regle_examen
from fluxdesk.services.tenir_fiches import EXAMENS, REGLES_EXAMEN, ActeFiches, inscrire

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from fluxdesk.domain.examen_occupation import AvisOccupation, RegleExamen
    from fluxdesk.domain.logement import Logement
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.ports import Horloge

NOTE_MAX = 500


class ExamenRefuseError(FluxDeskError):
    """The examination cannot be noted so; the sentence says why."""


class RegleExamenFausseError(FluxDeskError):
    """The rule cannot be so; the sentence says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seance:
    """What the commission said on one day of these dwellings, all alike."""

    logements: Sequence[int]
    jour: date
    avis: AvisOccupation
    note: str = ""


def noter_examen(
    seance: Seance, *, uow: UnitOfWork, horloge: Horloge, motif: str = ""
) -> tuple[ExamenOccupation, ...]:
    """Note that these dwellings were examined that day; the next examination counts from it.

    Raises:
        ExamenRefuseError: no dwelling, a day to come, a day before a lease, a note too long.
        IntrouvableError: no such dwelling.
    """
    ids = tuple(dict.fromkeys(seance.logements))
    with uow:
        homes = [uow.logements.lire(ident) for ident in ids]
        _verifier(seance, homes, horloge.aujourd_hui())
        made = [
            ExamenOccupation(
                logement_id=ident, jour=seance.jour, avis=seance.avis, note=seance.note.strip()
            )
            for ident in ids
        ]
        count = accorde(len(ids), "logement examiné", "logements examinés")
        acte = ActeFiches(
            libelle=(
                f"Examen d’occupation du {en_lettres(seance.jour)} : {count}, {seance.avis.value}"
            ),
            apres=made,
            motif=motif.strip(),
        )
        noted = inscrire(EXAMENS, acte, uow=uow)
        uow.valider()
    return noted


def regler_examens(regle: RegleExamen, *, uow: UnitOfWork, motif: str = "") -> RegleExamen:
    """Change the rule of this base: years, zones, and whose word it is.

    Raises:
        RegleExamenFausseError: years out of bounds, an unknown zone, no source.
    """
    _verifier_regle(regle)
    with uow:
        known = regle_examen(uow)
        wanted = _a_la_place(regle, known)
        before = [known] if known.id else []
        acte = ActeFiches(
            libelle=f"Examens d’occupation : {wanted.dire()}",
            avant=before,
            apres=[wanted],
            motif=motif.strip(),
        )
        (made,) = inscrire(REGLES_EXAMEN, acte, uow=uow)
        uow.valider()
    return made


def _verifier(seance: Seance, homes: Sequence[Logement], jour: date) -> None:
    if not homes:
        message = "Choisissez au moins un logement examiné."
        raise ExamenRefuseError(message)
    if seance.jour > jour:
        message = f"Le {en_lettres(seance.jour)} est à venir : notez l’examen une fois fait."
        raise ExamenRefuseError(typographier(message))
    if len(seance.note) > NOTE_MAX:
        message = f"La note dépasse {NOTE_MAX} caractères : résumez-la."
        raise ExamenRefuseError(message)
    late = [h for h in homes if (start := debut_bail(h.bail)) is not None and start > seance.jour]
    if late:
        first = late[0]
        where = first.adresse.ligne() or first.id_interne or first.cle
        others = f" (et {accorde(len(late) - 1, 'autre')})" if len(late) > 1 else ""
        message = (
            f"Le bail de {where}{others} commence après cette date, le {dire_bail(first.bail)} : "
            "corrigez la date de l’examen, ou ce bail dans Patrimoine."
        )
        raise ExamenRefuseError(typographier(message))


def _a_la_place(regle: RegleExamen, connue: RegleExamen) -> RegleExamen:
    """The rule under the number of the one it takes the place of, its zones in their order."""
    zones = tuple(zone for zone in ZONES_ABC if zone in regle.zones)
    return replace(regle, id=connue.id, zones=zones, source=regle.source.strip())


def _verifier_regle(regle: RegleExamen) -> None:
    problems = (
        (
            regle.annees not in ANNEES,
            f"Le délai entre deux examens va de {ANNEES[0]} à {ANNEES[-1]} ans.",
        ),
        (
            not set(regle.zones) <= set(ZONES_ABC),
            "Les zones s’écrivent A bis, A, B1, B2 et C.",
        ),
        (not regle.source.strip(), "Indiquez la source : un texte, une décision, un usage."),
    )
    for wrong, sentence in problems:
        if wrong:
            raise RegleExamenFausseError(typographier(sentence))
