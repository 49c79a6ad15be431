"""Set targets of attribution: proposed from the texts, typed, changed, removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.controles import pourcentage
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.flux.parties import UN
from fluxdesk.domain.objectif import NatureObjectif
from fluxdesk.domain.objectifs_proposes import objectifs_proposes
from fluxdesk.domain.taux import lire_taux
from fluxdesk.domain.typographie import accorde
from fluxdesk.services.tenir_fiches import OBJECTIFS, ActeFiches, inscrire

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from fluxdesk.domain.objectif import Objectif
    from fluxdesk.services.depots import UnitOfWork

ANNEES = range(2000, 2101)
TENDRE = "2026\u00a0: 20 % ; 2027\u00a0: 22,5 % ; 2028\u00a0: 25 %"


class ObjectifFauxError(FluxDeskError):
    """The target contradicts itself or says no source; the sentence says what to mend."""


class RienAProposerError(FluxDeskError):
    """Every target of the texts is set already."""

    def __init__(self) -> None:
        super().__init__("Tous les objectifs des textes sont déjà fixés : modifiez-les au besoin.")


def fixer_objectif(objectif: Objectif, *, uow: UnitOfWork, motif: str = "") -> Objectif:
    """Record a target, new (id 0) or changed.

    Raises:
        ObjectifFauxError: a rate, a year or a step that cannot be, no source, no name.
        IntrouvableError: the one to change is gone.
    """
    for sentence in _fautes(objectif):
        raise ObjectifFauxError(sentence)
    with uow:
        before = (uow.objectifs.lire(objectif.id),) if objectif.id else ()
        acte = ActeFiches(libelle=_libelle(objectif), avant=before, apres=(objectif,), motif=motif)
        (made,) = inscrire(OBJECTIFS, acte, uow=uow)
        uow.valider()
    return made


def proposer_objectifs(
    annee: int, epcis: Sequence[str], *, uow: UnitOfWork
) -> tuple[Objectif, ...]:
    """The targets of the texts that nobody set yet, from that year; writes nothing."""
    with uow:
        return _manquants(annee, epcis, uow=uow)


def reprendre_objectifs(
    annee: int, epcis: Sequence[str], *, uow: UnitOfWork
) -> tuple[Objectif, ...]:
    """Record the targets of the texts that nobody set yet, in one act.

    Raises:
        RienAProposerError: there is none left.
    """
    with uow:
        wanted = _manquants(annee, epcis, uow=uow)
        if not wanted:
            raise RienAProposerError
        told = accorde(len(wanted), "objectif repris des textes", "objectifs repris des textes")
        made = inscrire(OBJECTIFS, ActeFiches(libelle=f"{told}, {annee}", apres=wanted), uow=uow)
        uow.valider()
    return made


def retirer_objectif(objectif_id: int, *, uow: UnitOfWork, motif: str = "") -> None:
    """Remove a target.

    Raises:
        IntrouvableError: it is gone.
    """
    with uow:
        gone = uow.objectifs.lire(objectif_id)
        acte = ActeFiches(libelle=f"{_libelle(gone)}, retiré", avant=(gone,), motif=motif)
        inscrire(OBJECTIFS, acte, uow=uow)
        uow.valider()


def _manquants(annee: int, epcis: Sequence[str], *, uow: UnitOfWork) -> tuple[Objectif, ...]:
    known = {(o.nature, o.epci, o.partie) for o in uow.objectifs.toutes()}
    every = objectifs_proposes(
        annee, epcis, uow.reservataires.tous(), tuple(uow.conventions.toutes())
    )
    return tuple(o for o in every if (o.nature, o.epci, o.partie) not in known)


def _fautes(objectif: Objectif) -> Iterator[str]:
    rates = (objectif.cible, *(target for _, target in objectif.trajectoire))
    if any(not 0 <= rate <= UN for rate in rates):
        yield "Une cible est un pourcentage de 0 à 100."
    years = [objectif.annee, *(year for year, _ in objectif.trajectoire)]
    if any(year not in ANNEES for year in years):
        yield "Une année s’écrit comme 2026."
    if objectif.fin is not None and objectif.fin < objectif.annee:
        yield "La dernière année de l’objectif précède la première : corrigez l’une des deux."
    if len(set(years[1:])) < len(years[1:]):
        yield "La trajectoire donne deux cibles à une même année : gardez-en une."
    if objectif.nature is NatureObjectif.LIBRE and not objectif.libelle.strip():
        yield "Nommez cet objectif : son libellé paraît au bilan."
    if not objectif.source.strip():
        yield "Indiquez la source de la cible : texte, CIA, CUS, décision de la CIL."


def _libelle(objectif: Objectif) -> str:
    named = objectif.libelle or objectif.nature.value
    return f"Objectif {objectif.annee} : {named}, {pourcentage(objectif.cible)}"


class TrajectoireIllisibleError(FluxDeskError):
    """Not a list of years and rates."""

    def __init__(self, texte: str) -> None:
        super().__init__(
            f"« {texte} » n’est pas une année et sa cible. Écrivez comme {TENDRE}, avec des "
            "points-virgules."
        )


def lire_trajectoire(texte: str) -> tuple[tuple[int, int], ...]:
    """Years with their targets, as ``2026 : 20 % ; 2027 : 22,5 %``; nothing for an empty text.

    Raises:
        TrajectoireIllisibleError, TauxIllisibleError: a year or a rate that is none.
    """
    found = []
    for part in filter(None, (piece.strip() for piece in texte.split(";"))):
        year, _, rate = (bit.strip() for bit in part.partition(":"))
        if not (year.isascii() and year.isdigit() and int(year) in ANNEES and rate):
            raise TrajectoireIllisibleError(part)
        found.append((int(year), lire_taux(rate)))
    return tuple(found)
