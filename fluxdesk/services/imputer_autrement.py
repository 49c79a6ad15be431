"""Charge a dwelling to another right than the one it was offered on (regles.md 63, 65)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.flux.parties import BAILLEUR, NOM_BAILLEUR
from fluxdesk.domain.flux.phrases import de
from fluxdesk.domain.offres import partie_imputee
from fluxdesk.domain.orientation import ISSUES_ENGAGEES
from fluxdesk.domain.parties import cle_partie, lire_cle
from fluxdesk.domain.reservataire import Categorie
from fluxdesk.domain.typographie import typographier
from fluxdesk.services.annuler_orientation import MotifManquantError
from fluxdesk.services.compter_delai import unite_de_l_offre
from fluxdesk.services.imputer_offre import cle_de, plume
from fluxdesk.services.noter_etape import OffreCloseError
from fluxdesk.services.premiere_location import compte_a_part
from fluxdesk.services.suivre import Dit, changer_offre
from fluxdesk.services.tenir_registre import charger_registre, lire_parties

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxdesk.domain.flux.parties import Partie, Unite
    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.services.depots import UnitOfWork

PREFET = "Ménage DALO désigné : sur les droits du préfet (CCH, art. L441-2-3, II)"
ALS = (
    "Ménage DALO désigné, salarié ou demandeur d’emploi : sur les droits d’Action Logement "
    "(CCH, art. L313-26-2)"
)
CARENCEE = (
    "Ménage DALO désigné, commune carencée : d’abord sur les droits de la commune "
    "(CCH, art. L302-9-1)"
)
_SOURCES = {
    Categorie.COMMUNE: CARENCEE,
    Categorie.ETAT: PREFET,
    Categorie.ACTION_LOGEMENT: ALS,
}


class PartieInconnueError(FluxDeskError):
    """The party is none that an account is kept for."""

    def __init__(self) -> None:
        super().__init__(
            "Choisissez un réservataire qui a une convention ; s’il est divisé en "
            "sous-contingents, choisissez l’un d’eux."
        )


class DejaImputeError(FluxDeskError):
    """The dwelling is charged to that party already, or that party refused it."""

    def __init__(self, nom: str, pourquoi: str) -> None:
        super().__init__(f"Ce logement ne peut être imputé sur le droit {de(nom)} : {pourquoi}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class PropositionImputation:
    """A right that the dwelling may be charged to, and the rule that says so."""

    partie: str
    nom: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Imputation:
    """The right to charge, by which rule or agreement, and why."""

    orientation_id: int
    partie: str
    source: str
    motif: str = ""


def proposer_imputations(
    orientation_id: int, *, carencee: bool = False, uow: UnitOfWork
) -> tuple[PropositionImputation, ...]:
    """The rights that a household recognised DALO may be charged to, the first to look at first.

    Empty where no candidate of the offer is DALO. ``carencee`` tells that the prefect found the
    commune wanting (SRU): its rights come before those of the prefect. Only parties that serve
    the place, and not the one charged already, are proposed.

    Raises:
        IntrouvableError: no such offer.
    """
    with uow:
        offre = uow.orientations.lire(orientation_id)
        if not any(c.dalo for c in uow.candidats.de_l_orientation(orientation_id)):
            return ()
        unite = unite_de_l_offre(offre, uow=uow)
        kinds = {r.id: r.categorie for r in uow.reservataires.tous()}
        order = list(_SOURCES) if carencee else [Categorie.ETAT, Categorie.ACTION_LOGEMENT]
        leaves = [p for p in _feuilles(lire_parties(uow=uow)) if _sert(p, unite)]
    return tuple(
        PropositionImputation(partie=leaf.cle, nom=leaf.nom, source=typographier(_SOURCES[kind]))
        for kind in order
        for leaf in leaves
        if kinds.get(lire_cle(leaf.cle)[0] or 0) is kind and leaf.cle != partie_imputee(offre)
    )


def imputer_autrement(imputation: Imputation, *, uow: UnitOfWork) -> Orientation:
    """Move the charge in the ledger; the offer as it became. Imputing to who was asked undoes it.

    Raises:
        IntrouvableError: no such offer.
        MotifManquantError: no source.
        OffreCloseError: the offer holds the dwelling no more.
        PartieInconnueError, DejaImputeError: the party cannot be charged.
    """
    if not imputation.source.strip():
        raise MotifManquantError
    with uow:
        before = uow.orientations.lire(imputation.orientation_id)
        if before.issue not in ISSUES_ENGAGEES:
            raise OffreCloseError(before.numero, before.issue)
        names = {p.cle: p.nom for p in _feuilles(lire_parties(uow=uow))}
        names[BAILLEUR] = NOM_BAILLEUR
        _verifier(before, imputation, names, uow=uow)
        asked = imputation.partie == cle_de(before)
        new = unite_de_l_offre(before, uow=uow).neuf
        suivi = replace(
            before.suivi,
            a_part=new and compte_a_part(imputation.partie, uow=uow),
            impute="" if asked else imputation.partie,
            impute_source="" if asked else imputation.source.strip(),
        )
        told = f"imputée sur le droit {de(names[imputation.partie])} ({imputation.source.strip()})"
        after = changer_offre(
            before, replace(before, suivi=suivi), Dit(told, imputation.motif), uow=uow
        )
        plume(uow=uow).transferer(before, after)
        uow.valider()
    return after


def _verifier(
    offre: Orientation, imputation: Imputation, noms: dict[str, str], *, uow: UnitOfWork
) -> None:
    key = imputation.partie
    if key not in noms:
        raise PartieInconnueError
    if key == partie_imputee(offre):
        raise DejaImputeError(noms[key], "il l’est déjà")
    ledger = charger_registre(uow=uow)
    known = ledger.suivi(str(offre.vacance_id))
    refused = known.refusants if known else ()
    if key in {ledger.parties[rank].cle for rank in refused}:
        raise DejaImputeError(noms[key], "il l’a refusé, ou l’a rendu")
    asked = {
        cle_partie(o.reservataire_id, o.sous_contingent)
        for o in uow.orientations.de_la_vacance(offre.vacance_id)
        if o.id != offre.id and o.issue in ISSUES_ENGAGEES
    }
    if key in asked:
        raise DejaImputeError(noms[key], "une autre offre en cours le lui propose")


def _feuilles(parties: tuple[Partie, ...]) -> Iterator[Partie]:
    divided = {p.parent for p in parties}
    return (p for p in parties if p.cle not in divided)


def _sert(partie: Partie, unite: Unite) -> bool:
    return partie.territoire.contient(unite) and partie.taux_date(unite.jour) is not None
