"""Values kept whole: written with their images in the journal, and taken back by them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from fluxdesk.domain.conservation import Conservation
from fluxdesk.domain.erreurs import FluxDeskError, IntrouvableError
from fluxdesk.domain.examen_occupation import ExamenOccupation, RegleExamen
from fluxdesk.domain.garantie import Garantie
from fluxdesk.domain.objectif import Objectif
from fluxdesk.domain.prevision import Prevision
from fluxdesk.domain.programme_neuf import ProgrammeNeuf
from fluxdesk.domain.regle_equite import RegleEquite
from fluxdesk.domain.residence import Residence
from fluxdesk.domain.typographie import typographier
from fluxdesk.domain.vacance import retiree
from fluxdesk.services.depots_annee import Fiche
from fluxdesk.services.fiches import lire_image
from fluxdesk.services.lots_du_journal import lire_json

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from fluxdesk.domain.journal import EntreeJournal
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.depots_annee import Fiches

Valeur = TypeVar("Valeur", bound=Fiche)


class FicheToucheeError(FluxDeskError):
    """What the act wrote is not what stands now."""

    def __init__(self, libelle: str) -> None:
        super().__init__(
            f"« {libelle} » ne peut plus être annulé : ce qui avait été écrit a changé depuis. "
            "Annulez d’abord l’action plus récente, ou corrigez à la main."
        )


class FicheUtiliseeError(FluxDeskError):
    """Something else leans on what would be removed."""

    def __init__(self, pourquoi: str) -> None:
        super().__init__(f"Impossible de le retirer : {pourquoi}.")


def _libre(_fiche: Any, _uow: UnitOfWork) -> str:  # noqa: ANN401 - a fiche of any kind
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cahier(Generic[Valeur]):
    """One kind of value: the word of its acts, where it is kept.

    ``usage`` says, in words, what leans on a value that would be removed; empty is nothing.
    """

    code: str
    genre: type[Valeur]
    depot: Callable[[UnitOfWork], Fiches[Valeur]]
    usage: Callable[[Valeur, UnitOfWork], str] = _libre

    @property
    def action(self) -> str:
        """What the journal calls an act on this kind."""
        return f"{self.code}.ecrire"

    @property
    def annulation(self) -> str:
        """What the journal calls its undoing."""
        return f"{self.code}.annuler"


def _livraisons(programme: ProgrammeNeuf, uow: UnitOfWork) -> str:
    opened = any(
        v.suivi.programme_id == programme.id and not retiree(v) for v in uow.vacances.toutes()
    )
    return "ses logements ont été livrés, des vacances le citent" if opened else ""


PREVISIONS = Cahier(code="prevision", genre=Prevision, depot=lambda uow: uow.previsions)
OBJECTIFS = Cahier(code="objectif", genre=Objectif, depot=lambda uow: uow.objectifs)
RESIDENCES = Cahier(code="residence", genre=Residence, depot=lambda uow: uow.residences)
GARANTIES = Cahier(code="garantie", genre=Garantie, depot=lambda uow: uow.garanties)
EQUITES = Cahier(code="equite", genre=RegleEquite, depot=lambda uow: uow.equites)
PROGRAMMES = Cahier(
    code="programme", genre=ProgrammeNeuf, depot=lambda uow: uow.programmes, usage=_livraisons
)
EXAMENS = Cahier(code="examen", genre=ExamenOccupation, depot=lambda uow: uow.examens)
REGLES_EXAMEN = Cahier(code="regle_examen", genre=RegleExamen, depot=lambda uow: uow.regles_examen)
CONSERVATIONS = Cahier(code="conservation", genre=Conservation, depot=lambda uow: uow.conservations)
CAHIERS: dict[str, Cahier[Any]] = {
    cahier.action: cahier
    for cahier in (
        PREVISIONS,
        OBJECTIFS,
        RESIDENCES,
        EQUITES,
        PROGRAMMES,
        GARANTIES,
        EXAMENS,
        REGLES_EXAMEN,
        CONSERVATIONS,
    )
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ActeFiches(Generic[Valeur]):
    """Values as they were and as they will be: one only in ``avant`` goes, id 0 is new."""

    libelle: str
    avant: Sequence[Valeur] = ()
    apres: Sequence[Valeur] = ()
    motif: str = ""


def inscrire(
    cahier: Cahier[Valeur], acte: ActeFiches[Valeur], *, uow: UnitOfWork
) -> tuple[Valeur, ...]:
    """Write the act in the open transaction, which the caller commits; the values, numbered.

    Raises:
        IntrouvableError: a value to change or to remove is gone.
        FicheUtiliseeError: something leans on one to remove.
    """
    depot = cahier.depot(uow)
    _retirer(cahier, acte.avant, acte.apres, uow=uow)
    after = tuple(replace(v, id=depot.enregistrer(v)) for v in acte.apres)
    uow.journal.ecrire(
        cahier.action,
        f"{cahier.code}:{(*after, *acte.avant)[0].id}",
        typographier(acte.libelle),
        avant=list(acte.avant),
        apres=list(after),
        motif=acte.motif,
    )
    return after


def _retirer(
    cahier: Cahier[Valeur], avant: Sequence[Valeur], apres: Sequence[Valeur], *, uow: UnitOfWork
) -> None:
    kept = {v.id for v in apres}
    for gone in (v for v in avant if v.id not in kept):
        if used := cahier.usage(gone, uow):
            raise FicheUtiliseeError(used)
        cahier.depot(uow).retirer(gone.id)


def annuler_fiches(entree: EntreeJournal, *, motif: str, uow: UnitOfWork) -> str:
    """Put back what the act of that entry changed; what was undone, in words.

    What it had removed comes back under a new number.

    Raises:
        FicheToucheeError: what it wrote was changed or removed since.
        FicheUtiliseeError: something leans on what it made.
    """
    with uow:
        cahier = CAHIERS[entree.action]
        before, after = (_images(cahier, text) for text in (entree.avant, entree.apres))
        _verifier(cahier, entree, after, uow=uow)
        _retirer(cahier, after, before, uow=uow)
        known = {v.id for v in after}
        for value in before:
            back = value if value.id in known else replace(value, id=0)
            cahier.depot(uow).enregistrer(back)
        told = typographier(f"Annulé : {entree.libelle}")
        uow.journal.ecrire(cahier.annulation, entree.objet, told, motif=motif.strip())
        uow.valider()
    return told


def _images(cahier: Cahier[Valeur], texte: str) -> tuple[Valeur, ...]:
    told: Any = lire_json(texte)
    return tuple(lire_image(image, cahier.genre) for image in told)


def _verifier(
    cahier: Cahier[Valeur], entree: EntreeJournal, apres: Sequence[Valeur], *, uow: UnitOfWork
) -> None:
    depot = cahier.depot(uow)
    try:
        same = all(depot.lire(value.id) == value for value in apres)
    except IntrouvableError as error:
        raise FicheToucheeError(entree.libelle) from error
    if not same:
        raise FicheToucheeError(entree.libelle)
