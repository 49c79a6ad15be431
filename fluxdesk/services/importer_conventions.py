"""Import a table of conventions, or say beforehand what it would change."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from fluxdesk.domain.dossier_convention import Dossier
from fluxdesk.domain.faisabilite_phrases import Grade
from fluxdesk.domain.ligne_clauses import COLONNES_CLAUSES
from fluxdesk.domain.ligne_convention import lire_ligne
from fluxdesk.domain.rapport import RapportImport, RefusLigne
from fluxdesk.domain.typographie import accorde, plie, typographier
from fluxdesk.services.colonnes import exiger_colonnes
from fluxdesk.services.controler_faisabilite import examiner_conventions
from fluxdesk.services.lire_lignes import lire_lignes, refuser_seules
from fluxdesk.services.ports import sans_progres

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from fluxdesk.domain.cellules import Cellules
    from fluxdesk.domain.convention import Convention
    from fluxdesk.domain.flux.parties import Zone
    from fluxdesk.domain.ligne_convention import LigneConvention
    from fluxdesk.domain.reservataire import Reservataire
    from fluxdesk.services.controler_faisabilite import Examen, Examinateur
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.ports import FichierLu, LecteurTableau, Progress, Territoires

COLONNES: tuple[str, ...] = (
    "reservataire",
    "categorie",
    "taux",
    "debut",
    "fin",
    "assiette",
    "territoire",
    "parent",
    "report",
    "plafond_report",
    "etalement",
    "refus",
    "carence",
    "mode_offre",
    "cibles",
    "mode_gestion",
    "delai_jours",
    "evenement_decompte",
    *COLONNES_CLAUSES,
)
ACTION = "import.conventions"


@dataclass(slots=True)
class _Tri:
    """The lines of the file, each with the réservataire it belongs to."""

    dossiers: dict[str, Dossier] = field(default_factory=dict)
    refus: list[RefusLigne] = field(default_factory=list)
    avertissements: list[RefusLigne] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Suite:
    """What a dossier does to the base."""

    dossier: Dossier
    reservataire: Reservataire
    convention: Convention

    @property
    def lignes(self) -> int:
        return len(self.dossier.lignes) + len(self.dossier.parts)

    @property
    def nouvelle(self) -> bool:
        return self.dossier.connue is None

    @property
    def change(self) -> bool:
        same = (self.dossier.reservataire, self.dossier.connue)
        return (self.reservataire, self.convention) != same


def importer_conventions(
    chemin: Path,
    *,
    essai: bool,
    uow: UnitOfWork,
    lire: LecteurTableau,
    examinateur: Examinateur,
    progress: Progress = sans_progres,
) -> RapportImport:
    """Create or change a convention for each réservataire of the file, in one transaction.

    Several lines of one réservataire are its avenants; a line with a ``parent`` is one of its
    sous-contingents. A refused line refuses itself only. What the law forbids, and rights that
    cannot all be served, are reported in ``avertissements``: conventions are recorded as they
    were signed. ``essai`` writes nothing; the rest can be undone until the ledger goes on.

    Raises:
        FichierIllisibleError: the file cannot be read, or lacks a column.
        AnnuleError: the officer stopped; the base is as it was.
    """
    lu = exiger_colonnes(lire(chemin, COLONNES), ("reservataire", "taux"))
    with uow:
        tri = _trier(lu, uow, examinateur.territoires, progress)
        suites = [_suite(d) for d in tri.dossiers.values() if d.lignes]
        findings = examiner_conventions(*_ensemble(suites, uow), examinateur, uow.regles.lire())
        rapport = _rapport(lu, tri, suites, findings, essai=essai)
        changed = [s for s in suites if s.change]
        if changed and not essai:
            rapport = _enregistrer(changed, rapport, uow, progress)
            uow.valider()
    return rapport


def _trier(lu: FichierLu, uow: UnitOfWork, territoires: Territoires, progress: Progress) -> _Tri:
    """Heads first, wherever they stand, so that a part can come before its parent."""
    tri = _Tri()
    situer = _situer(territoires)
    parts: list[tuple[LigneConvention, Cellules]] = []

    def lire(cellules: Cellules) -> None:
        read = lire_ligne(cellules, situer)
        if read.parent:
            parts.append((read, cellules))
        else:
            _dossier(tri, read.nom, uow).accepter(read, cellules)

    def rattacher(part: tuple[LigneConvention, Cellules]) -> None:
        read, cellules = part
        _dossier(tri, read.parent, uow).accepter_part(read, cellules)

    tri.refus, tri.avertissements = lire_lignes(lu, lire, progress)
    refuser_seules(parts, rattacher, tri.refus)
    tri.refus.sort(key=lambda refus: refus.ligne)
    return tri


def _dossier(tri: _Tri, nom: str, uow: UnitOfWork) -> Dossier:
    if plie(nom) not in tri.dossiers:
        who = uow.reservataires.trouver(nom)
        known = uow.conventions.du_reservataire(who.id) if who else None
        tri.dossiers[plie(nom)] = Dossier(who, known)
    return tri.dossiers[plie(nom)]


def _situer(territoires: Territoires) -> Callable[[Zone], tuple[Zone, tuple[str, ...]]]:
    """Zones in the codes of today, and the codes that nothing answers to."""

    def situer(zone: Zone) -> tuple[Zone, tuple[str, ...]]:
        today = {code: territoires.commune(code) for code in zone.communes}
        epcis = departements = frozenset[str]()
        if zone.epcis or zone.departements:
            communes = territoires.communes()
            epcis = zone.epcis - {c.epci for c in communes}
            departements = zone.departements - {c.departement for c in communes}
        missing = {code for code, commune in today.items() if commune is None}
        found = frozenset(commune.code for commune in today.values() if commune)
        return replace(zone, communes=found), tuple(sorted(missing | epcis | departements))

    return situer


def _suite(dossier: Dossier) -> _Suite:
    return _Suite(dossier, dossier.identite(), dossier.convention())


def _ensemble(
    suites: Sequence[_Suite], uow: UnitOfWork
) -> tuple[list[Convention], dict[int, Reservataire]]:
    """Conventions and réservataires as they will be; new ones under numbers of their own."""
    who = {r.id: r for r in uow.reservataires.tous()}
    conventions = {c.id: c for c in uow.conventions.toutes()}
    for rank, suite in enumerate(suites, start=1):
        ident = suite.reservataire.id or -rank
        who[ident] = suite.reservataire
        conventions[suite.convention.id or -rank] = replace(suite.convention, reservataire_id=ident)
    return list(conventions.values()), who


def _enregistrer(
    changed: Sequence[_Suite], rapport: RapportImport, uow: UnitOfWork, progress: Progress
) -> RapportImport:
    """Write, under a lot, and keep what stood before: ``annuler_conventions`` puts it back."""
    lot = uow.lots.ouvrir(rapport.fichier, rapport.format, rapport.encodage, progress)
    rapport = replace(rapport, lot=lot)
    who: list[Reservataire] = []
    made: list[Convention] = []
    for suite in changed:
        ident = uow.reservataires.enregistrer(suite.reservataire)
        number = uow.conventions.enregistrer(replace(suite.convention, reservataire_id=ident))
        who.append(uow.reservataires.lire(ident))
        made.append(uow.conventions.lire(number))
    known = [suite.dossier for suite in changed]
    uow.journal.ecrire(
        ACTION,
        f"lot:{lot}",
        _libelle(changed, rapport),
        avant={
            "reservataires": [d.reservataire for d in known if d.reservataire],
            "conventions": [d.connue for d in known if d.connue],
        },
        apres={
            "reservataires": who,
            "conventions": made,
            "evenement": uow.evenements.prochain_numero(),
        },
    )
    uow.lots.clore(rapport)
    return rapport


def _libelle(changed: Sequence[_Suite], rapport: RapportImport) -> str:
    made = sum(suite.nouvelle for suite in changed)
    return typographier(
        f"Import de « {rapport.fichier} » : "
        f"{accorde(made, 'convention créée', 'conventions créées')}, "
        f"{accorde(len(changed) - made, 'modifiée')}, "
        f"{accorde(rapport.refusees, 'ligne refusée', 'lignes refusées')}"
    )


def _rapport(
    lu: FichierLu,
    tri: _Tri,
    suites: Sequence[_Suite],
    findings: Examen,
    *,
    essai: bool,
) -> RapportImport:
    return RapportImport(
        fichier=lu.nom,
        format=lu.format,
        encodage=lu.encodage,
        essai=essai,
        lues=len(lu.lignes),
        creees=sum(s.lignes for s in suites if s.nouvelle),
        modifiees=sum(s.lignes for s in suites if s.change and not s.nouvelle),
        inchangees=sum(s.lignes for s in suites if not s.change),
        refusees=len(tri.refus),
        refus=tuple(tri.refus),
        avertissements=(*tri.avertissements, *_avertissements(findings)),
    )


def _avertissements(findings: Examen) -> Iterator[RefusLigne]:
    warned = [m for m in findings.messages if m.grade is not Grade.OK]
    for phrase in (*(a.phrase for a in findings.alertes), *(m.phrase for m in warned)):
        yield RefusLigne(ligne=0, colonne="", valeur="", phrase=phrase)
