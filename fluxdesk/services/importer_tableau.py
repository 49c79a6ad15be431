"""Hand a prepared table to the importer of its kind, and check that no line was lost."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from fluxdesk.domain.champs import CHAMPS
from fluxdesk.domain.profil import Genre
from fluxdesk.domain.typographie import typographier
from fluxdesk.services.controler_faisabilite import examinateur
from fluxdesk.services.importer_candidats import importer_candidats
from fluxdesk.services.importer_conventions import importer_conventions
from fluxdesk.services.importer_historique import importer_historique
from fluxdesk.services.importer_patrimoine import importer_patrimoine
from fluxdesk.services.importer_stock import importer_stock
from fluxdesk.services.importer_vacances import importer_vacances
from fluxdesk.services.mettre_en_blocs import FichierEnBlocs
from fluxdesk.services.ports import FichierIllisibleError, sans_progres

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from fluxdesk.domain.rapport import RapportImport
    from fluxdesk.domain.tableau_lu import LigneEcartee
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.ports import Bureau, FichierParBlocs, Horloge, LecteurTableau, Progress
    from fluxdesk.services.preparer_import import FichierPrepare

    Importeur = Callable[["_Demande"], RapportImport]


_OFFRE = "date_offre"
_SUITES = frozenset({"issue", "date_attribution", "date_bail", "date_reponse"})


_RPLS_MIN = 40  # columns: an export of another program that borrows a few names has fewer


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportTableau:
    """What became of every row under the header: ``rapport`` of the data, ``ecartees`` the rest."""

    rapport: RapportImport
    ecartees: tuple[LigneEcartee, ...]

    @property
    def lignes(self) -> int:
        """Rows under the header: created, changed, unchanged, refused and set aside."""
        return self.rapport.lues + sum(not row.gardee for row in self.ecartees)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Demande:
    lu: FichierPrepare
    essai: bool
    bureau: Bureau
    progress: Progress


def importer_tableau(
    genre: Genre,
    lu: FichierPrepare,
    *,
    essai: bool,
    bureau: Bureau,
    progress: Progress = sans_progres,
) -> ImportTableau:
    """Import the file, or say what it would change (``essai``).

    Raises:
        FichierIllisibleError: a field the kind cannot be without is filled by no column.
        AnnuleError: the officer stopped; the base is as it was.
        RuntimeError: lines were lost on the way, which is a fault of the program.
    """
    _exiger_champs(genre, lu)
    asked = _Demande(lu=lu, essai=essai, bureau=bureau, progress=progress)
    told = _IMPORTEURS[genre](asked)
    counted = told.creees + told.modifiees + told.inchangees + told.refusees
    if not len(lu.lignes) == told.lues == counted:
        message = f"{len(lu.lignes)} lines given, {told.lues} read, {counted} counted"
        raise RuntimeError(message)
    warnings = sorted((*lu.remarques, *told.avertissements), key=lambda found: found.ligne)
    return ImportTableau(
        rapport=replace(told, avertissements=tuple(warnings)), ecartees=tuple(lu.ecartees)
    )


def importer_rpls(
    chemin: Path, *, essai: bool, bureau: Bureau, progress: Progress = sans_progres
) -> ImportTableau | None:
    """Import a file laid out as RPLS, by its own reader; None where it is laid out otherwise.

    RPLS never goes by the columns that are matched: a file without identifiers knows its
    dwellings again by all its columns, whichever way it comes in.

    Raises:
        AnnuleError: the officer stopped; the base is as it was.
    """
    lu = reconnaitre_rpls(chemin, bureau=bureau, progress=progress)
    if lu is None:
        return None
    told = importer_patrimoine(
        chemin,
        essai=essai,
        uow=bureau.base.transaction(),
        lire=lambda *_: lu,
        territoires=bureau.territoires,
        progress=progress,
    )
    return ImportTableau(rapport=told, ecartees=())


def reconnaitre_rpls(
    chemin: Path, *, bureau: Bureau, progress: Progress = sans_progres
) -> FichierParBlocs | None:
    """A file laid out as RPLS; None where it is laid out otherwise."""
    try:
        lu = bureau.lire_patrimoine(chemin, progress)
    except FichierIllisibleError:
        return None
    return lu if len(lu.colonnes) >= _RPLS_MIN else None


def _exiger_champs(genre: Genre, lu: FichierPrepare) -> None:
    missing = [c.libelle for c in CHAMPS[genre] if c.obligatoire and c.code not in lu.colonnes]
    if missing:
        named = ", ".join(f"« {label} »" for label in missing)
        message = (
            f"Aucune colonne du fichier « {lu.nom} » ne remplit {named}, indispensable pour "
            f"importer un fichier de {genre.value}. Dites quelle colonne le fait."
        )
        raise FichierIllisibleError(typographier(message))


def _refuser_offres_sans_date(lu: FichierPrepare) -> None:
    """Nothing that a file says of offers is dropped silently."""
    told = [
        c.libelle for c in CHAMPS[Genre.VACANCES] if c.code in _SUITES.intersection(lu.colonnes)
    ]
    if told:
        named = ", ".join(f"« {label} »" for label in told)
        message = (
            f"Le fichier « {lu.nom} » dit la suite d’offres ({named}) sans la date de ces offres. "
            "Dites quelle colonne la donne, ou laissez ces colonnes de côté."
        )
        raise FichierIllisibleError(typographier(message))


def _patrimoine(demande: _Demande) -> RapportImport:
    return importer_patrimoine(
        Path(demande.lu.nom),
        essai=demande.essai,
        uow=demande.bureau.base.transaction(),
        lire=lambda *_: FichierEnBlocs(demande.lu),
        territoires=demande.bureau.territoires,
        progress=demande.progress,
    )


def _conventions(demande: _Demande) -> RapportImport:
    return importer_conventions(
        Path(demande.lu.nom),
        essai=demande.essai,
        uow=demande.bureau.base.transaction(),
        lire=lambda *_: demande.lu,
        examinateur=examinateur(demande.bureau),
        progress=demande.progress,
    )


def _vacances(demande: _Demande) -> RapportImport:
    """Vacancies; a table that dates their offers tells past years, and feeds the ledger."""
    if _OFFRE not in demande.lu.colonnes:
        _refuser_offres_sans_date(demande.lu)
        return _a_la_date(importer_vacances, demande)
    return importer_historique(
        demande.lu,
        essai=demande.essai,
        uow=demande.bureau.base.transaction(),
        horloge=demande.bureau.horloge,
        territoires=demande.bureau.territoires,
        progress=demande.progress,
    )


def _candidats(demande: _Demande) -> RapportImport:
    return importer_candidats(
        demande.lu,
        essai=demande.essai,
        uow=demande.bureau.base.transaction(),
        horloge=demande.bureau.horloge,
        territoires=demande.bureau.territoires,
        progress=demande.progress,
    )


class _Datable(Protocol):
    """An importer that needs no more than a table and the day."""

    def __call__(
        self,
        chemin: Path,
        *,
        essai: bool,
        uow: UnitOfWork,
        lire: LecteurTableau,
        horloge: Horloge,
        progress: Progress,
    ) -> RapportImport: ...


def _a_la_date(importer: _Datable, demande: _Demande) -> RapportImport:
    return importer(
        Path(demande.lu.nom),
        essai=demande.essai,
        uow=demande.bureau.base.transaction(),
        lire=lambda *_: demande.lu,
        horloge=demande.bureau.horloge,
        progress=demande.progress,
    )


_IMPORTEURS: Mapping[Genre, Importeur] = {
    Genre.PATRIMOINE: _patrimoine,
    Genre.STOCK: partial(_a_la_date, importer_stock),
    Genre.CONVENTIONS: _conventions,
    Genre.VACANCES: _vacances,
    Genre.CANDIDATS: _candidats,
}
