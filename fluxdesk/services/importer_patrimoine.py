"""Import an RPLS file into the patrimoine, or say beforehand what it would change."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from fluxdesk.domain.cellules import REMEDE
from fluxdesk.domain.rapport import RapportImport, RefusLigne
from fluxdesk.domain.rapprochement import Index, fusionner
from fluxdesk.domain.rpls import SOURCE_DECLARATION, cle_de_contenu, convertir, empreinte_ligne
from fluxdesk.domain.typographie import accorde, typographier
from fluxdesk.services.ports import sans_progres

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from fluxdesk.domain.logement import Logement
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.ports import (
        FichierLu,
        LecteurPatrimoine,
        LigneLue,
        Progress,
        Territoires,
    )

_PAS = 500


@dataclass(slots=True)
class _Tri:
    """What the lines of the file do to the base, before anything is written."""

    base: Index
    ajouts: list[Logement] = field(default_factory=list)
    modifies: list[Logement] = field(default_factory=list)
    inchanges: int = 0
    refus: list[RefusLigne] = field(default_factory=list)
    avertissements: list[RefusLigne] = field(default_factory=list)
    rangs: Counter[str] = field(default_factory=Counter)
    lignes_vues: dict[str, int] = field(default_factory=dict)

    def nommer(self, lu: Logement, ligne: LigneLue) -> Logement:
        """The dwelling with its key: made from the content where the line has no identifier."""
        if lu.cle:
            return lu
        digest = empreinte_ligne(ligne.champs)
        self.rangs[digest] += 1
        return replace(lu, cle=cle_de_contenu(digest, self.rangs[digest]))

    def classer(self, lu: Logement, ligne: LigneLue, colonnes: frozenset[str]) -> None:
        """Count the line as new, changed, unchanged, or second to name its dwelling."""
        known = self.base.trouver(lu)
        merged = fusionner(known, lu, colonnes) if known else lu
        names = {f"{kind}={name}" for kind, name in _noms(merged) if name}
        first = next((self.lignes_vues[n] for n in sorted(names) if n in self.lignes_vues), None)
        if first is not None:
            self.refus.append(_doublon(ligne, lu, first))
            return
        self.lignes_vues |= dict.fromkeys(names, ligne.numero)
        if known is None:
            self.ajouts.append(merged)
        elif merged == known:
            self.inchanges += 1
        else:
            self.modifies.append(merged)


def importer_patrimoine(
    chemin: Path,
    *,
    essai: bool,
    uow: UnitOfWork,
    lire: LecteurPatrimoine,
    territoires: Territoires,
    progress: Progress = sans_progres,
) -> RapportImport:
    """Create and change the dwellings of the file, in one transaction that can be undone.

    ``essai`` counts the same and writes nothing. No dwelling is ever deleted: those the file
    does not hold are counted as ``absents``.

    Raises:
        FichierIllisibleError: the file is not RPLS, or cannot be read.
        AnnuleError: the officer stopped; the base is as it was.
    """
    lu = lire(chemin, progress)
    with uow:
        tri = _trier(lu, Index.de(uow.logements.tous()), territoires, progress)
        rapport = _rapport(lu, tri, essai=essai)
        if essai or not (tri.ajouts or tri.modifies):
            return rapport
        lot = uow.lots.ouvrir(lu.nom, lu.format, lu.encodage)
        rapport = replace(rapport, lot=lot)
        total = rapport.creees + rapport.modifiees
        uow.logements.ajouter(_suivre(tri.ajouts, progress, 0, total), lot)
        uow.logements.modifier(_suivre(tri.modifies, progress, rapport.creees, total), lot)
        uow.lots.clore(rapport)
        uow.journal.ecrire(
            "import.patrimoine", f"lot:{lot}", _libelle(rapport), apres=_resume(rapport)
        )
        uow.valider()
    return rapport


def _trier(lu: FichierLu, base: Index, territoires: Territoires, progress: Progress) -> _Tri:
    tri = _Tri(base)
    colonnes = frozenset(lu.colonnes)
    declared = not colonnes.isdisjoint({"IDENT_REP", "IDENT_INT"})
    source = SOURCE_DECLARATION if declared else lu.format
    for rank, ligne in enumerate(lu.lignes):
        if rank % _PAS == 0:
            progress(rank, len(lu.lignes), "Vérification des lignes")
        made = convertir(
            ligne.numero, ligne.champs, trouver_commune=territoires.commune, source=source
        )
        tri.avertissements += made.avertissements
        if isinstance(made.resultat, RefusLigne):
            tri.refus.append(made.resultat)
        else:
            tri.classer(tri.nommer(made.resultat, ligne), ligne, colonnes)
    return tri


def _noms(logement: Logement) -> tuple[tuple[str, str], ...]:
    return (
        ("base", str(logement.id or "")),
        ("cle", logement.cle),
        ("rpls", logement.id_rpls),
        ("interne", logement.id_interne),
    )


def _doublon(ligne: LigneLue, lu: Logement, premiere: int) -> RefusLigne:
    column = "IDENT_REP" if lu.id_rpls else "IDENT_INT"
    value = lu.id_rpls or lu.id_interne
    return RefusLigne(
        ligne=ligne.numero,
        colonne=column,
        valeur=value,
        phrase=typographier(
            f"Ligne {ligne.numero}, colonne {column} : « {value} » désigne le même logement que "
            f"la ligne {premiere}. {REMEDE}"
        ),
    )


def _suivre(
    logements: Iterable[Logement], progress: Progress, debut: int, total: int
) -> Iterator[Logement]:
    for rank, logement in enumerate(logements, start=debut):
        if (rank - debut) % _PAS == 0:
            progress(rank, total, "Enregistrement des logements")
        yield logement


def _rapport(lu: FichierLu, tri: _Tri, *, essai: bool) -> RapportImport:
    known = len(tri.modifies) + tri.inchanges
    return RapportImport(
        fichier=lu.nom,
        format=lu.format,
        encodage=lu.encodage,
        essai=essai,
        lues=len(lu.lignes),
        creees=len(tri.ajouts),
        modifiees=len(tri.modifies),
        inchangees=tri.inchanges,
        refusees=len(tri.refus),
        refus=tuple(tri.refus),
        avertissements=tuple(tri.avertissements),
        absents=len(tri.base.par_cle) - known,
    )


def _libelle(rapport: RapportImport) -> str:
    return typographier(
        f"Import de « {rapport.fichier} » ({rapport.format}) : "
        f"{accorde(rapport.creees, 'logement créé', 'logements créés')}, "
        f"{accorde(rapport.modifiees, 'modifié')}, {accorde(rapport.refusees, 'refusé')}"
    )


def _resume(rapport: RapportImport) -> dict[str, str | int]:
    return {
        "fichier": rapport.fichier,
        "format": rapport.format,
        "encodage": rapport.encodage,
        "lues": rapport.lues,
        "creees": rapport.creees,
        "modifiees": rapport.modifiees,
        "inchangees": rapport.inchangees,
        "refusees": rapport.refusees,
    }
