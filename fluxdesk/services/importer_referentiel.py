"""Bring a table of reference up to date by a file, or say beforehand what it would change."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from fluxdesk.domain.cellules import Cellules, LigneRefuseeError
from fluxdesk.domain.dates import en_chiffres, en_lettres
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.referentiel import (
    CUMULES,
    GenreReferentiel,
    TableReferentiel,
    comparer,
    lignes_en_vigueur,
    retour,
)
from fluxdesk.domain.referentiel_grilles import GRILLES, manquantes, noms_attendus, placer
from fluxdesk.domain.referentiel_lecture import LECTEURS
from fluxdesk.domain.referentiel_mots import dire_ligne
from fluxdesk.domain.referentiel_rapport import Difference, LigneLaissee, RapportReferentiel
from fluxdesk.domain.referentiel_valeurs import LigneEcarteeError, LigneReferentiel
from fluxdesk.domain.typographie import accorde, typographier
from fluxdesk.services.consulter_referentiels import editions
from fluxdesk.services.ports import ColonnesAbsentesError, FichierIllisibleError, sans_progres

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from fluxdesk.domain.rapport import RefusLigne
    from fluxdesk.domain.referentiel import Ecarts, Lignes
    from fluxdesk.domain.referentiel_valeurs import ConnaitCommune
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.ports import FichierLu, LecteurTableau, Progress, Territoires

MONTREES = 500  # differences told one by one; counts are of all
_PAS = 1_000
_PREMIERE_ANNEE, _DERNIERE_ANNEE = 1990, 2100
# Tables whose lines gather several lines of the file, under the communes each names.
_REUNIS = frozenset({GenreReferentiel.EPCI, GenreReferentiel.QPV_2015, GenreReferentiel.QPV_2024})


@dataclass(frozen=True, slots=True, kw_only=True)
class DemandeReferentiel:
    """Which table, from which file, from which day, and where the file comes from."""

    genre: GenreReferentiel
    chemin: Path
    effet: date
    source: str


class EffetInvraisemblableError(FluxDeskError):
    """No table takes effect on such a day."""

    def __init__(self, effet: date) -> None:
        super().__init__(
            f"Aucune table ne prend effet le {en_chiffres(effet)} : vérifiez la date d’effet."
        )


class SourceManquanteError(FluxDeskError):
    """Nobody would know where the figures come from."""

    def __init__(self) -> None:
        super().__init__(
            "Indiquez d’où vient ce fichier, par exemple « ANCT, liste du 16 janvier 2026 »."
        )


@dataclass(slots=True)
class _Tri:
    """What the lines of the file make, before anything is compared."""

    genre: GenreReferentiel
    lignes: dict[str, dict[str, str]] = field(default_factory=dict)
    vues: dict[str, int] = field(default_factory=dict)  # key, line that brought it
    retenues: int = 0
    refus: list[RefusLigne] = field(default_factory=list)
    avertissements: list[RefusLigne] = field(default_factory=list)
    laissees: list[LigneLaissee] = field(default_factory=list)

    def lire(self, ligne: LigneReferentiel) -> None:
        """Take a line, set it aside, or refuse it."""
        cellules = ligne.cellules
        try:
            cellules.verifier_decoupage()
            entries = LECTEURS[self.genre](ligne)
            for key, columns in entries:
                self._verifier(ligne, key, columns)
        except LigneEcarteeError as error:
            self.laissees.append(LigneLaissee(ligne=cellules.numero, raison=str(error)))
        except LigneRefuseeError as error:
            self.refus.append(error.refus)
        else:
            self.retenues += 1
            for key, columns in entries:
                self._poser(cellules.numero, key, columns)
        self.avertissements += cellules.avertissements

    def _verifier(self, ligne: LigneReferentiel, cle: str, columns: Mapping[str, str]) -> None:
        known = self.lignes.get(cle)
        if known is None or self._suite(known, columns):
            return
        first = next(iter(ligne.noms))
        ligne.refuser(first, f"désigne « {cle} », déjà donné par la ligne {self.vues[cle]}.")

    def _suite(self, connue: Mapping[str, str], columns: Mapping[str, str]) -> bool:
        """Whether a second line of a key adds to the first: a further commune, a later movement."""
        if self.genre in _REUNIS:
            return bool(columns["communes"]) and columns["nom"] == connue["nom"]
        return bool(columns.get("date") and connue.get("date"))

    def _poser(self, numero: int, cle: str, columns: dict[str, str]) -> None:
        known = self.lignes.get(cle)
        if known is None:
            self.lignes[cle], self.vues[cle] = columns, numero
        elif self.genre in _REUNIS:
            codes = {*known["communes"].split(","), *columns["communes"].split(",")} - {""}
            known["communes"] = ",".join(sorted(codes))
        elif columns["date"] > known["date"]:
            self.lignes[cle] = columns

    def completer(self, avant: Lignes, placees: Mapping[str, str]) -> None:
        """Keep what a line already said in the columns that the file does not have.

        What becomes of a commune is told whole by its line.
        """
        if self.genre is GenreReferentiel.COMMUNES:
            return
        told = {column.code for column in GRILLES[self.genre].colonnes} - placees.keys()
        for key, line in self.lignes.items():
            kept = {
                name: value
                for name, value in avant.get(key, {}).items()
                if name in told or name not in line
            }
            self.lignes[key] = line | kept


def importer_referentiel(
    demande: DemandeReferentiel,
    *,
    essai: bool,
    uow: UnitOfWork,
    lire: LecteurTableau,
    territoires: Territoires,
    progress: Progress = sans_progres,
) -> RapportReferentiel:
    """Make an edition of the table from the file, in one transaction that can be undone.

    ``essai`` counts the same and writes nothing. An edition of the same day is written over
    (completed, where files may hold only what changes); its lines come back when undone.

    Raises:
        EffetInvraisemblableError, SourceManquanteError: the demand cannot be kept.
        FichierIllisibleError: unreadable file, or a column it cannot be without is missing.
        AnnuleError: the officer stopped; the base is as it was.
    """
    _verifier(demande)
    lu = _lire(demande, lire)
    tri = _trier(demande.genre, lu, lambda code: territoires.commune(code) is not None, progress)
    with uow:
        known = editions(demande.genre, uow=uow, territoires=territoires)
        before = lignes_en_vigueur(demande.genre, known, demande.effet)
        tri.completer(before, placer(demande.genre, lu.colonnes))
        rapport = _rapport(demande, lu, tri, before)
        rapport = replace(rapport, remplace=any(t.id and t.effet == demande.effet for t in known))
        if essai or not tri.lignes:
            return replace(rapport, essai=essai)
        rapport = replace(rapport, id=_enregistrer(demande, tri, rapport, uow))
        uow.valider()
    return rapport


def _verifier(demande: DemandeReferentiel) -> None:
    if not _PREMIERE_ANNEE <= demande.effet.year <= _DERNIERE_ANNEE:
        raise EffetInvraisemblableError(demande.effet)
    if not demande.source.strip():
        raise SourceManquanteError


def _lire(demande: DemandeReferentiel, lire: LecteurTableau) -> FichierLu:
    try:
        lu = lire(demande.chemin, noms_attendus(demande.genre))
    except ColonnesAbsentesError as error:
        raise _sans_colonnes(demande, manquantes(demande.genre, {})) from error
    missing = manquantes(demande.genre, placer(demande.genre, lu.colonnes))
    if missing:
        raise _sans_colonnes(demande, missing)
    return lu


def _sans_colonnes(demande: DemandeReferentiel, manque: Sequence[str]) -> FichierIllisibleError:
    grid = GRILLES[demande.genre]
    named = ", ".join(f"« {label} »" for label in manque)
    return FichierIllisibleError(
        f"« {demande.chemin.name} » n’a pas de colonne {named} : ce n’est pas la table "
        f"« {grid.titre} ». Fichier attendu : {grid.provenance}."
    )


def _trier(
    genre: GenreReferentiel, lu: FichierLu, connait: ConnaitCommune, progress: Progress
) -> _Tri:
    tri = _Tri(genre)
    names = placer(genre, lu.colonnes)
    for rank, ligne in enumerate(lu.lignes):
        if rank % _PAS == 0:
            progress(rank, len(lu.lignes), "Vérification des lignes")
        tri.lire(LigneReferentiel(Cellules(ligne.numero, ligne.champs), names, connait))
    return tri


def _rapport(
    demande: DemandeReferentiel, lu: FichierLu, tri: _Tri, avant: Lignes
) -> RapportReferentiel:
    gaps = comparer(avant, tri.lignes)
    kept = demande.genre in CUMULES
    return RapportReferentiel(
        genre=demande.genre,
        effet=demande.effet,
        source=demande.source.strip(),
        fichier=lu.nom,
        format=lu.format,
        encodage=lu.encodage,
        essai=False,
        lues=len(lu.lignes),
        retenues=tri.retenues,
        ecartees=len(tri.laissees),
        refusees=len(tri.refus),
        entrees=len(tri.lignes),
        nouvelles=len(gaps.nouvelles),
        changees=len(gaps.changees),
        inchangees=len(gaps.inchangees),
        absentes=len(gaps.absentes),
        cumule=kept,
        remplace=False,
        refus=tuple(tri.refus),
        avertissements=tuple(tri.avertissements),
        laissees=tuple(tri.laissees),
        differences=_differences(gaps, avant, tri.lignes, retirer=not kept),
    )


def _differences(
    ecarts: Ecarts, avant: Lignes, apres: Lignes, *, retirer: bool
) -> tuple[Difference, ...]:
    gone = ecarts.absentes if retirer else ()
    keys = (*ecarts.changees, *ecarts.nouvelles, *gone)[:MONTREES]
    return tuple(
        Difference(cle=key, avant=dire_ligne(avant.get(key)), apres=dire_ligne(apres.get(key)))
        for key in keys
    )


def _enregistrer(
    demande: DemandeReferentiel, tri: _Tri, rapport: RapportReferentiel, uow: UnitOfWork
) -> int:
    same = next(
        (t for t in uow.referentiels.toutes(demande.genre) if t.effet == demande.effet), None
    )
    lines: dict[str, Mapping[str, str]] = dict(tri.lignes)
    if same is not None and rapport.cumule:
        lines = {**same.lignes, **lines}
    ident = uow.referentiels.enregistrer(
        TableReferentiel(
            genre=demande.genre, effet=demande.effet, source=rapport.source, lignes=lines
        )
    )
    uow.journal.ecrire(
        "referentiel.importer",
        f"referentiel:{ident}",
        _libelle(demande, rapport),
        avant={"source": same.source, "lignes": retour(same.lignes, lines)} if same else None,
        apres={
            "genre": demande.genre.value,
            "effet": demande.effet.isoformat(),
            "source": rapport.source,
            "fichier": rapport.fichier,
            "lignes": len(lines),
            "nouvelles": rapport.nouvelles,
            "changees": rapport.changees,
        },
    )
    return ident


def _libelle(demande: DemandeReferentiel, rapport: RapportReferentiel) -> str:
    return typographier(
        f"Référentiel « {GRILLES[demande.genre].titre} » au {en_lettres(demande.effet)} : "
        f"{accorde(rapport.nouvelles, 'ligne nouvelle', 'lignes nouvelles')}, "
        f"{accorde(rapport.changees, 'changée')} ({rapport.source})"
    )
