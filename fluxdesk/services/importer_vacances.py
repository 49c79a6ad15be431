"""Import a table of vacancies, or say beforehand what it would change."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from fluxdesk.domain.cellules_lues import mot
from fluxdesk.domain.dates import en_chiffres
from fluxdesk.domain.logement import EtatLogement
from fluxdesk.domain.rapport import RapportImport
from fluxdesk.domain.typographie import accorde, typographier
from fluxdesk.domain.vacance import (
    CategorieSoustrait,
    CauseLiberation,
    Qualification,
    Vacance,
    retiree,
)
from fluxdesk.services.colonnes import exiger_colonnes
from fluxdesk.services.droits_du_logement import qualifier_par_les_droits
from fluxdesk.services.lire_lignes import lire_lignes
from fluxdesk.services.ports import sans_progres
from fluxdesk.services.qualifier_vacance import CategorieError, verifier_categorie

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from fluxdesk.domain.cellules import Cellules
    from fluxdesk.domain.droit_stock import DroitStock
    from fluxdesk.domain.logement import Logement
    from fluxdesk.domain.rapport import RefusLigne
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.ports import FichierLu, Horloge, LecteurTableau, Progress

COLONNES: tuple[str, ...] = (
    "logement",
    "date_conge",
    "date_disponibilite",
    "cause",
    "qualification",
    "categorie",
)
ACTION = "import.vacances"


@dataclass(slots=True)
class _Tri:
    """What the lines do: the vacancies to open, the known ones, the refused ones.

    ``identifies`` are the rights in stock by dwelling: they qualify what the line does not.
    """

    connues: dict[tuple[int, date], Vacance]
    identifies: dict[int, list[DroitStock]]
    ajouts: dict[int, tuple[int, Vacance]] = field(default_factory=dict)
    inchangees: int = 0
    refus: list[RefusLigne] = field(default_factory=list)
    avertissements: list[RefusLigne] = field(default_factory=list)


def importer_vacances(
    chemin: Path,
    *,
    essai: bool,
    uow: UnitOfWork,
    lire: LecteurTableau,
    horloge: Horloge,
    progress: Progress = sans_progres,
) -> RapportImport:
    """Open a vacancy for each line, in one transaction; a known one is left as it is.

    A vacancy is known by its dwelling and the day of its congé. A congé dated after today is
    taken, since notice is given ahead, but told. One whose import was undone comes back under its
    number. ``essai`` writes nothing; the rest can be undone (``annuler_vacances``).

    Raises:
        FichierIllisibleError: the file cannot be read, or lacks a column.
        AnnuleError: the officer stopped; the base is as it was.
    """
    lu = exiger_colonnes(lire(chemin, COLONNES), ("logement", "date_conge"))
    with uow:
        tri = _trier(lu, uow, horloge.aujourd_hui(), progress)
        rapport = _rapport(lu, tri, essai=essai)
        if tri.ajouts and not essai:
            rapport = _enregistrer(tri, rapport, uow, progress)
            uow.valider()
    return rapport


def _enregistrer(
    tri: _Tri, rapport: RapportImport, uow: UnitOfWork, progress: Progress
) -> RapportImport:
    lot = uow.lots.ouvrir(rapport.fichier, rapport.format, rapport.encodage, progress)
    rapport = replace(rapport, lot=lot)
    back = {v.id: v for v in tri.connues.values()}
    added = [made for _, made in tri.ajouts.values()]
    uow.journal.ecrire(
        ACTION,
        f"lot:{lot}",
        _libelle(rapport),
        avant={"vacances": [back[made.id] for made in added if made.id]},
        apres={"vacances": [replace(m, id=uow.vacances.enregistrer(m)) for m in added]},
    )
    uow.lots.clore(rapport)
    return rapport


def _trier(lu: FichierLu, uow: UnitOfWork, jour: date, progress: Progress) -> _Tri:
    held: dict[int, list[DroitStock]] = {}
    for droit in uow.stock.tous():
        held.setdefault(droit.logement_id, []).append(droit)
    tri = _Tri({(v.logement_id, v.date_conge): v for v in uow.vacances.toutes()}, held)
    tri.refus, tri.avertissements = lire_lignes(
        lu, lambda cellules: _classer(cellules, tri, uow, jour), progress
    )
    return tri


def _classer(cellules: Cellules, tri: _Tri, uow: UnitOfWork, jour: date) -> None:
    logement = _logement(cellules, uow)
    read = _vacance(cellules, logement, jour)
    made = qualifier_par_les_droits(read, tri.identifies.get(logement.id, ()))
    known = tri.connues.get((logement.id, made.date_conge))
    if known is not None and not retiree(known):
        tri.inchangees += 1
        return
    if logement.etat is EtatLogement.SORTI:
        cellules.refuser("logement", "est sorti du patrimoine.")
    if logement.id in tri.ajouts:
        number, _ = tri.ajouts[logement.id]
        cellules.refuser("logement", f"est déjà rendu vacant par la ligne {number}.")
    current = uow.vacances.en_cours(logement.id)
    if current is not None:
        day = en_chiffres(current.date_conge)
        cellules.refuser("logement", f"a déjà une vacance en cours (congé du {day}).")
    tri.ajouts[logement.id] = (cellules.numero, replace(made, id=known.id if known else 0))


def _logement(cellules: Cellules, uow: UnitOfWork) -> Logement:
    reference = cellules.texte("logement")
    if not reference:
        cellules.refuser("logement", "L’identifiant du logement manque.")
    logement = uow.logements.trouver(reference)
    if logement is None:
        cellules.refuser(
            "logement", "n’est l’identifiant d’aucun logement : importez d’abord le patrimoine."
        )
    return logement


def _vacance(cellules: Cellules, logement: Logement, jour: date) -> Vacance:
    conge = cellules.jour("date_conge")
    if conge is None:
        cellules.refuser("date_conge", "La date du congé manque.")
    if conge > jour:
        cellules.douter("date_conge", "est dans l’avenir.")
    disponibilite = cellules.jour("date_disponibilite")
    if disponibilite is not None and disponibilite < conge:
        cellules.refuser("date_disponibilite", "précède la date du congé.")
    qualification = mot(cellules, "qualification", Qualification) or Qualification.A_QUALIFIER
    categorie = mot(cellules, "categorie", CategorieSoustrait)
    try:
        verifier_categorie(qualification, categorie)
    except CategorieError as error:
        cellules.refuser_pour("categorie", error)
    return Vacance(
        logement_id=logement.id,
        date_conge=conge,
        cause=mot(cellules, "cause", CauseLiberation) or CauseLiberation.CONGE,
        disponibilite=disponibilite,
        qualification=qualification,
        categorie_soustrait=categorie,
    )


def _rapport(lu: FichierLu, tri: _Tri, *, essai: bool) -> RapportImport:
    return RapportImport(
        fichier=lu.nom,
        format=lu.format,
        encodage=lu.encodage,
        essai=essai,
        lues=len(lu.lignes),
        creees=len(tri.ajouts),
        modifiees=0,
        inchangees=tri.inchangees,
        refusees=len(tri.refus),
        refus=tuple(tri.refus),
        avertissements=tuple(tri.avertissements),
    )


def _libelle(rapport: RapportImport) -> str:
    return typographier(
        f"Import de « {rapport.fichier} » : "
        f"{accorde(rapport.creees, 'vacance créée', 'vacances créées')}, "
        f"{accorde(rapport.refusees, 'ligne refusée', 'lignes refusées')}"
    )
