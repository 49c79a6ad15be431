"""Import an RPLS file into the patrimoine, or say beforehand what it would change."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from fluxdesk.domain.plages import en_plages
from fluxdesk.domain.provenance import SIGNES, valeurs_de_main
from fluxdesk.domain.rapport import RapportImport
from fluxdesk.domain.rapprochement import Reperes
from fluxdesk.domain.rpls import SOURCE_DECLARATION
from fluxdesk.domain.rpls_parties import parties_avec
from fluxdesk.domain.rpls_traduction import Traducteur
from fluxdesk.domain.typographie import accorde, typographier
from fluxdesk.services.depots import Arrivage
from fluxdesk.services.ports import sans_progres
from fluxdesk.services.territoires_base import familles_de
from fluxdesk.services.trier_patrimoine import Absence, Tri

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from fluxdesk.services.depots import Paquet, UnitOfWork
    from fluxdesk.services.ports import (
        FichierParBlocs,
        LecteurPatrimoine,
        Progress,
        Territoires,
    )

ACTION = "import.patrimoine"
RELECTURE = "import.relire"
ABSENTS = "absents"  # ids of the dwellings of the base that the file does not hold, as ranges
PERIMETRE = "perimetre"  # the places they were looked for in, empty for everywhere
_RESUME = (
    "fichier",
    "format",
    "encodage",
    "lues",
    "creees",
    "modifiees",
    "inchangees",
    "refusees",
    PERIMETRE,
)
_IDENTIFIANTS = frozenset({"IDENT_REP", "IDENT_INT"})


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
    does not hold, in the places it covers, are counted as ``absents``.

    Raises:
        FichierIllisibleError: the file is not RPLS, or cannot be read.
        AnnuleError: the officer stopped; the base is as it was.
    """
    with _sans_ramasse_miettes():
        return _importer(lire(chemin, progress), uow, territoires, progress, essai=essai)


@contextmanager
def _sans_ramasse_miettes() -> Iterator[None]:
    """Millions of tuples and no cycle among them: looking for some costs a tenth of an import."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _importer(
    lu: FichierParBlocs,
    uow: UnitOfWork,
    territoires: Territoires,
    progress: Progress,
    *,
    essai: bool,
) -> RapportImport:
    columns = frozenset(lu.colonnes)
    with uow:
        origins = uow.provenances.toutes()
        passage = _Passage(
            lu,
            Tri(
                Traducteur(territoires.commune, parties_avec(familles_de(territoires))),
                columns,
                lu.format if columns.isdisjoint(_IDENTIFIANTS) else SOURCE_DECLARATION,
                uow.logements,
                Reperes.de(uow.logements.reperes()),
                valeurs_de_main(origins),
                valeurs_de_main(origins, SIGNES),
            ),
            uow,
            progress,
        )
        if essai:
            passage.compter()
            return passage.rapport(essai=True)
        passage.enregistrer()
        rapport = passage.rapport(essai=False)
        if rapport.lot:
            uow.lots.clore(rapport)
            objet, libelle = f"lot:{rapport.lot}", _libelle(rapport)
            uow.journal.ecrire(ACTION, objet, libelle, apres=passage.resume(rapport))
            uow.valider(progress)
        elif rapport.absents:  # nothing changed, and yet it says which dwellings are gone
            objet, libelle = f"fichier:{rapport.fichier}", _sans_changement(rapport)
            uow.journal.ecrire(RELECTURE, objet, libelle, apres=passage.resume(rapport))
            uow.valider(progress)
    return rapport


@dataclass(slots=True)
class _Passage:
    """The file going through, block by block; a lot is opened at the first change."""

    lu: FichierParBlocs
    tri: Tri
    uow: UnitOfWork
    progress: Progress
    lot: int = 0
    absence: Absence = field(default_factory=lambda: Absence(()))

    def compter(self) -> None:
        """Sort every line; write nothing."""
        for bloc in self.lu.blocs(self.progress):
            self.tri.trier(bloc)

    def enregistrer(self) -> None:
        """Sort every line and write what it brings."""
        arrivage = Arrivage(
            lambda: self.tri.traducteur.tables,
            {"source": self.tri.source},
            self._paquets(),
        )
        self.uow.logements.inserer(arrivage, self._lot, self.progress)

    def rapport(self, *, essai: bool) -> RapportImport:
        """What was done so far."""
        tri = self.tri
        self.absence = tri.absents()
        return RapportImport(
            fichier=self.lu.nom,
            format=self.lu.format_final(tri.lues),
            encodage=self.lu.encodage,
            essai=essai,
            lues=tri.lues,
            creees=tri.creees,
            modifiees=tri.modifiees,
            inchangees=tri.inchangees,
            refusees=len(tri.refus),
            refus=tuple(tri.refus),
            avertissements=tuple(tri.avertissements),
            absents=len(self.absence.logements),
            perimetre=self.absence.perimetre,
            lot=self.lot,
        )

    def resume(self, rapport: RapportImport) -> dict[str, str | int]:
        """What the journal keeps of the import."""
        return {
            **{name: getattr(rapport, name) for name in _RESUME},
            ABSENTS: en_plages(self.absence.logements),
        }

    def _paquets(self) -> Iterator[Paquet]:
        """New dwellings, block by block; changed ones are written on the way."""
        for bloc in self.lu.blocs(self.progress):
            found = self.tri.trier(bloc)
            if found.modifies:
                self.uow.logements.modifier(found.modifies, self._lot())
            if found.nouveaux.cles:
                yield found.nouveaux

    def _lot(self) -> int:
        if not self.lot:
            told = (self.lu.nom, self.lu.format, self.lu.encodage)
            self.lot = self.uow.lots.ouvrir(*told, self.progress)
        return self.lot


def _libelle(rapport: RapportImport) -> str:
    return typographier(
        f"Import de « {rapport.fichier} » ({rapport.format}) : "
        f"{accorde(rapport.creees, 'logement créé', 'logements créés')}, "
        f"{accorde(rapport.modifiees, 'modifié')}, {accorde(rapport.refusees, 'refusé')}"
    )


def _sans_changement(rapport: RapportImport) -> str:
    gone = accorde(
        rapport.absents, "logement de la base en est absent", "logements en sont absents"
    )
    where = f" (il couvre {rapport.perimetre})" if rapport.perimetre else ""
    return typographier(f"Lecture de « {rapport.fichier} » : rien ne change, {gone}{where}")
