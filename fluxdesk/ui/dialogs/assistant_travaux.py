"""What the assistant asks of the worker; no widget is touched here."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from fluxdesk.domain.profil import Genre
from fluxdesk.domain.rapport import MiseAPart
from fluxdesk.services.annuler_lot import annuler_lot
from fluxdesk.services.corriger_lecture import (
    Cellule,
    FichierCorrige,
    corrections,
    corriger_lecture,
)
from fluxdesk.services.etudier_fichier import etudier
from fluxdesk.services.garder_rapport import garder_rapport
from fluxdesk.services.importer_patrimoine import importer_patrimoine
from fluxdesk.services.importer_tableau import importer_tableau, reconnaitre_rpls
from fluxdesk.services.preparer_import import preparer
from fluxdesk.services.tenir_profils import enregistrer_profil
from fluxdesk.ui.contexte import Sujet

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fluxdesk.domain.correspondances import Correspondance
    from fluxdesk.domain.profil import Profil
    from fluxdesk.domain.rapport import RapportImport, RefusLigne
    from fluxdesk.services.corriger_lecture import (
        Saisie,
    )
    from fluxdesk.services.etudier_fichier import Etude
    from fluxdesk.services.ports import Bureau, FichierParBlocs, Progress

GENRE_RPLS = Genre.PATRIMOINE
MOTIF_ANNULATION = "Annulé aussitôt après l’import"
SUJETS: Mapping[Genre, tuple[Sujet, ...]] = {
    Genre.PATRIMOINE: (Sujet.PATRIMOINE, Sujet.VACANCES, Sujet.JOURNAL),
    Genre.STOCK: (Sujet.PATRIMOINE, Sujet.CONVENTIONS, Sujet.JOURNAL),
    Genre.CONVENTIONS: (Sujet.CONVENTIONS, Sujet.JOURNAL),
    Genre.VACANCES: (Sujet.VACANCES, Sujet.JOURNAL),
    Genre.CANDIDATS: (Sujet.VACANCES, Sujet.JOURNAL),
}


@dataclass(frozen=True, slots=True)
class Lecture:
    """A file just read: understood column by column, or recognised whole."""

    etude: Etude | None = None
    reconnu: FichierParBlocs | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Commande:
    """Everything the officer decided on a file."""

    lecture: Lecture
    valeurs: tuple[Correspondance, ...] = ()
    saisies: Mapping[Cellule, Saisie] = field(default_factory=dict)
    ignores: frozenset[str] = frozenset()


def lire(bureau: Bureau, chemin: Path, genre: Genre | None, progress: Progress) -> Lecture:
    """Read a file; RPLS is tried first, since its declaration names no column."""
    if genre in {None, GENRE_RPLS}:
        known = reconnaitre_rpls(chemin, bureau=bureau, progress=progress)
        if known is not None:
            return Lecture(reconnu=known)
    return lire_tableau(bureau, chemin, genre, progress)


def lire_tableau(bureau: Bureau, chemin: Path, genre: Genre | None, progress: Progress) -> Lecture:
    """Read a file as it lies, and propose how to understand it."""
    source = bureau.lire_source(chemin, progress)
    progress(0, 0, "Recherche du tableau")
    return Lecture(etudier(source, bureau=bureau, genre=genre))


def importer(
    bureau: Bureau, commande: Commande, *, essai: bool, progress: Progress
) -> RapportImport:
    """Run the importer of the kind, dry or for good; the report tells all that was decided."""
    study, known = commande.lecture.etude, commande.lecture.reconnu
    if study is None:
        assert known is not None  # noqa: S101 - one or the other was read
        report = _reconnu(bureau, known, commande, essai=essai, progress=progress)
    else:
        report = _tableau(bureau, study, commande, essai=essai, progress=progress)
    told = replace(report, ignores=tuple(sorted(commande.ignores)))
    if not essai:
        kind = study.genre if study else Genre.PATRIMOINE
        garder_rapport(told, genre=kind, uow=bureau.base.transaction())
    return told


def _reconnu(
    bureau: Bureau, lu: FichierParBlocs, commande: Commande, *, essai: bool, progress: Progress
) -> RapportImport:
    typed = FichierCorrige(lu, GENRE_RPLS, commande.saisies) if commande.saisies else lu
    report = importer_patrimoine(
        Path(lu.nom),
        essai=essai,
        uow=bureau.base.transaction(),
        lire=lambda *_: typed,
        territoires=bureau.territoires,
        progress=progress,
    )
    return replace(report, corrections=corrections(commande.saisies))


def _tableau(
    bureau: Bureau, etude: Etude, commande: Commande, *, essai: bool, progress: Progress
) -> RapportImport:
    progress(0, 0, "Préparation des lignes")
    lu = preparer(
        etude.lu.source, etude.lu.decoupe, etude.appariements, commande.valeurs, etude.genre
    )
    typed = corriger_lecture(
        replace(lu, remarques=[r for r in lu.remarques if _tient(r, commande.saisies)]),
        etude.genre,
        commande.saisies,
    )
    done = importer_tableau(etude.genre, typed, essai=essai, bureau=bureau, progress=progress)
    aside = (row for row in done.ecartees if not row.gardee)
    return replace(
        done.rapport,
        ecartees=tuple(MiseAPart(ligne=row.numero, raison=row.raison) for row in aside),
        corrections=corrections(commande.saisies),
    )


def _tient(remarque: RefusLigne, saisies: Mapping[Cellule, Saisie]) -> bool:
    """Whether a remark is still about what will be imported."""
    return Cellule(remarque.ligne, remarque.colonne) not in saisies


def annuler(bureau: Bureau, lot: int) -> str:
    """Undo an import that was just made; what was undone, in words."""
    return annuler_lot(lot, motif=MOTIF_ANNULATION, transaction=bureau.base.transaction)


def garder_profil(bureau: Bureau, profil: Profil) -> str:
    """Keep a profile; its name."""
    enregistrer_profil(profil, uow=bureau.base.transaction())
    return profil.nom


def exporter(bureau: Bureau, rapport: RapportImport, cible: Path) -> Path:
    """Write a report as a workbook; where."""
    bureau.ecrire_rapport_xlsx(rapport, cible)
    return cible
