"""Freeze the photo and record the drafts that follow from it: one act, one undoing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fluxdesk.domain.controles import avertit, pourcentage
from fluxdesk.domain.controles_loi import controler
from fluxdesk.domain.rapport import RapportImport
from fluxdesk.domain.typographie import accorde, typographier
from fluxdesk.services.enregistrer_convention import exiger_permis, inscrire_convention
from fluxdesk.services.figer_photo import inscrire_photo
from fluxdesk.services.projets_de_conventions import preparer_projets

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from fluxdesk.domain.controles import Alerte
    from fluxdesk.services.controler_conventions import SaisieConvention
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.ports import Horloge, Territoires
    from fluxdesk.services.projets_de_conventions import DemandeProjets

ACTION = "conversion.creer"
FORMAT = "conversion du stock"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversionFaite:
    """The photo, and the conventions that were made or given an avenant."""

    photo_id: int
    conventions: tuple[int, ...]


def controler_projets(
    demande: DemandeProjets, *, uow: UnitOfWork, territoires: Territoires
) -> tuple[Alerte, ...]:
    """What the law says of all the conventions with these drafts (regles.md 98); writes nothing.

    A part of today that a draft no longer has, because no dwelling of the stock is told to be its
    own, is warned of: the draft would end that right without a word.

    Raises:
        FluxDeskError: see ``preparer_projets``.
    """
    with uow:
        drafts = preparer_projets(demande, uow=uow)
        found = _juger(demande, drafts, uow, territoires)
        return (*found, *_parts_perdues(demande, drafts, uow=uow))


def _parts_perdues(
    demande: DemandeProjets, projets: Sequence[SaisieConvention], *, uow: UnitOfWork
) -> Iterator[Alerte]:
    for draft in projets:
        known = uow.conventions.du_reservataire(draft.reservataire.id)
        today = known.avenant_au(demande.effet) if known else None
        kept = {p.code for p in draft.convention.avenants[-1].sous_contingents}
        lost = [p for p in (today.sous_contingents if today else ()) if p.code not in kept]
        if lost:
            named = ", ".join(f"{part.nom} {pourcentage(part.dix_milliemes)}" for part in lost)
            yield avertit(
                "part_perdue",
                f"{draft.reservataire.nom} : aucun logement du stock n’est rattaché à une part de "
                f"sa convention ({named}). Le projet ne la reprend pas : rattachez-lui des "
                "logements, ou ajoutez-la au projet.",
            )


def _juger(
    demande: DemandeProjets,
    projets: Sequence[SaisieConvention],
    uow: UnitOfWork,
    territoires: Territoires,
) -> tuple[Alerte, ...]:
    """All of them together: the rates of half of them never apply."""
    changed = {one.convention.id for one in projets if one.convention.id}
    others = [c for c in uow.conventions.toutes() if c.id not in changed]
    who = {r.id: r for r in uow.reservataires.tous()}
    together = [*others, *(one.convention for one in projets)]
    return controler(together, who, territoires.communes, demande.effet, uow.regles.lire())


def convertir_stock(
    demande: DemandeProjets,
    nom: str,
    *,
    uow: UnitOfWork,
    horloge: Horloge,
    territoires: Territoires,
) -> ConversionFaite:
    """Record the photo and the drafts; undone whole from the journal.

    A draft is a convention without signature, or an avenant that begins on the day of effect:
    the officer completes it.

    Raises:
        PhotoSansNomError: the name is empty.
        ControleError: a blocking legal check.
        FluxDeskError: see ``preparer_projets``.
    """
    with uow:
        first = uow.evenements.prochain_numero()
        photo = inscrire_photo(demande.contenu, nom, uow=uow, horloge=horloge)
        drafts = preparer_projets(demande, uow=uow)
        exiger_permis(_juger(demande, drafts, uow, territoires))
        before = [uow.conventions.lire(d.convention.id) for d in drafts if d.convention.id]
        made = tuple(inscrire_convention(draft, uow=uow) for draft in drafts)
        rapport = _rapport(photo.nom, drafts)
        lot = uow.lots.ouvrir(rapport.fichier, rapport.format, rapport.encodage)
        known = [d.reservataire for d in drafts]
        uow.journal.ecrire(
            ACTION,
            f"lot:{lot}",
            _libelle(photo.nom, rapport),
            avant={"reservataires": known, "conventions": before},
            apres={
                "reservataires": known,
                "conventions": [uow.conventions.lire(ident) for ident in made],
                "evenement": first,
                "photo": photo.id,
            },
        )
        uow.lots.clore(replace(rapport, lot=lot))
        uow.valider()
    return ConversionFaite(photo_id=photo.id, conventions=made)


def _rapport(nom: str, projets: Sequence[SaisieConvention]) -> RapportImport:
    changed = sum(1 for one in projets if one.convention.id)
    return RapportImport(
        fichier=nom,
        format=FORMAT,
        encodage="",
        essai=False,
        lues=len(projets),
        creees=len(projets) - changed,
        modifiees=changed,
        inchangees=0,
        refusees=0,
    )


def _libelle(nom: str, rapport: RapportImport) -> str:
    made = accorde(rapport.creees, "projet de convention", "projets de conventions")
    changed = accorde(rapport.modifiees, "avenant")
    return typographier(f"Conversion « {nom} » : photo figée, {made}, {changed}")
