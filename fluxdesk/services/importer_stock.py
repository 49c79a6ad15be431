"""Import the reservations in stock, dwelling by dwelling, or say what that would change."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import TYPE_CHECKING

from fluxdesk.domain.cellules_lues import mot
from fluxdesk.domain.contingent import CONTINGENTS, est_reserve, s_accorde
from fluxdesk.domain.droit_stock import DroitStock, NatureDroit
from fluxdesk.domain.logement import EtatLogement
from fluxdesk.domain.rapport import RapportImport, RefusLigne
from fluxdesk.domain.typographie import accorde, plie, typographier
from fluxdesk.services.colonnes import exiger_colonnes
from fluxdesk.services.lire_lignes import lire_lignes
from fluxdesk.services.ports import sans_progres
from fluxdesk.services.reperer_logements import Reperes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from fluxdesk.domain.cellules import Cellules
    from fluxdesk.domain.logement import Logement
    from fluxdesk.domain.reservataire import Reservataire
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.ports import FichierLu, Horloge, LecteurTableau, Progress

COLONNES: tuple[str, ...] = (
    "logement",
    "reservataire",
    "sous_contingent",
    "nature",
    "fin",
    "source",
)
ACTION = "import.stock"


@dataclass(slots=True)
class _Tri:
    """What the lines do: rights to enter, to change, the known ones, the refused lines."""

    reperes: Reperes
    reservataires: Mapping[int, Reservataire]
    parts: Mapping[int, Mapping[str, str]]
    connus: dict[tuple[int, int, str], DroitStock]
    titulaires: dict[int, set[int]]
    lignes: dict[tuple[int, int, str], int] = field(default_factory=dict)
    ajouts: list[DroitStock] = field(default_factory=list)
    modifies: list[tuple[DroitStock, DroitStock]] = field(default_factory=list)
    inchanges: int = 0
    refus: list[RefusLigne] = field(default_factory=list)
    avertissements: list[RefusLigne] = field(default_factory=list)


def importer_stock(
    chemin: Path,
    *,
    essai: bool,
    uow: UnitOfWork,
    lire: LecteurTableau,
    horloge: Horloge,
    progress: Progress = sans_progres,
) -> RapportImport:
    """Enter or change a right for each line, in one transaction that can be undone.

    A right is known by its dwelling, its réservataire and its sous-contingent; an empty cell says
    nothing of a known one. What RPLS declares of the dwelling (CONTRESLOG), and rights of others
    on it, are told and stop nothing. ``essai`` writes nothing.

    Raises:
        FichierIllisibleError: the file cannot be read, or lacks a column.
        AnnuleError: the officer stopped; the base is as it was.
    """
    lu = exiger_colonnes(lire(chemin, COLONNES), ("logement", "reservataire"))
    with uow:
        tri = _trier(lu, uow, horloge.aujourd_hui(), progress)
        rapport = _rapport(lu, tri, essai=essai)
        if not essai and (tri.ajouts or tri.modifies):
            rapport = _enregistrer(tri, rapport, uow, progress)
            uow.valider()
    return rapport


def empreinte(droits: Iterable[DroitStock]) -> str:
    """Digest of rights, to know later whether any was changed since."""
    told = "\n".join(map(repr, sorted(droits, key=lambda droit: droit.id)))
    return sha256(told.encode()).hexdigest()


def _trier(lu: FichierLu, uow: UnitOfWork, jour: date, progress: Progress) -> _Tri:
    known = uow.stock.tous()
    holders: dict[int, set[int]] = {}
    for droit in known:
        holders.setdefault(droit.logement_id, set()).add(droit.reservataire_id)
    tri = _Tri(
        reperes=Reperes(uow),
        reservataires={r.id: r for r in uow.reservataires.tous()},
        parts=_parts(uow),
        connus={_cle(droit): droit for droit in known},
        titulaires=holders,
    )
    tri.refus, tri.avertissements = lire_lignes(
        lu, lambda cellules: _classer(cellules, tri, lu.nom, jour), progress
    )
    return tri


def _parts(uow: UnitOfWork) -> dict[int, dict[str, str]]:
    """Codes of the sous-contingents of each réservataire, by code and by name."""
    return {
        convention.reservataire_id: {
            plie(name): sous.code
            for avenant in convention.avenants
            for sous in avenant.sous_contingents
            for name in (sous.code, sous.nom)
        }
        for convention in uow.conventions.toutes()
    }


def _cle(droit: DroitStock) -> tuple[int, int, str]:
    return droit.logement_id, droit.reservataire_id, plie(droit.sous_contingent)


def _classer(cellules: Cellules, tri: _Tri, fichier: str, jour: date) -> None:
    logement = tri.reperes.exiger(cellules)
    if logement.etat is EtatLogement.SORTI:
        cellules.refuser("logement", "est sorti du patrimoine.")
    who = _reservataire(cellules, tri)
    lu = DroitStock(
        logement_id=logement.id,
        reservataire_id=who.id,
        sous_contingent=_sous_contingent(cellules, tri, who),
    )
    first = tri.lignes.get(_cle(lu))
    if first is not None:
        cellules.refuser("logement", f"a déjà ce droit à la ligne {first}.")
    known = tri.connus.get(_cle(lu))
    made = _completer(cellules, known or replace(lu, source=fichier), jour)
    tri.lignes[_cle(lu)] = cellules.numero
    _comparer(cellules, tri, logement, who)
    if known is None:
        tri.ajouts.append(made)
    elif made == known:
        tri.inchanges += 1
    else:
        tri.modifies.append((known, made))


def _reservataire(cellules: Cellules, tri: _Tri) -> Reservataire:
    name = cellules.texte("reservataire")
    if not name:
        cellules.refuser("reservataire", "Le nom du réservataire manque.")
    found = next((r for r in tri.reservataires.values() if plie(r.nom) == plie(name)), None)
    if found is None:
        cellules.refuser(
            "reservataire", "n’est pas connu : créez d’abord ce réservataire, ou corrigez son nom."
        )
    return found


def _sous_contingent(cellules: Cellules, tri: _Tri, who: Reservataire) -> str:
    text = cellules.texte("sous_contingent")
    known = tri.parts.get(who.id, {})
    if text and known and plie(text) not in known:
        named = ", ".join(f"« {code} »" for code in sorted(set(known.values())))
        cellules.douter(
            "sous_contingent", f"n’est pas dans la convention de {who.nom}, qui a {named}."
        )
    return known.get(plie(text), text)


def _completer(cellules: Cellules, droit: DroitStock, jour: date) -> DroitStock:
    """The right as the line describes it; an empty cell leaves what is known."""
    told = cellules.jour("fin")
    if told and told < jour:
        cellules.douter("fin", "est passée : ce droit est échu, il ne compte plus.")
    return replace(
        droit,
        nature=mot(cellules, "nature", NatureDroit) or droit.nature,
        fin=told or droit.fin,
        source=cellules.texte("source") or droit.source,
    )


def _comparer(cellules: Cellules, tri: _Tri, logement: Logement, who: Reservataire) -> None:
    """Tell the rights of others on the dwelling, and what RPLS declares of it."""
    holders = tri.titulaires.setdefault(logement.id, set())
    others = sorted(tri.reservataires[ident].nom for ident in holders - {who.id})
    if others:
        named = ", ".join(f"« {name} »" for name in others)
        cellules.douter("logement", f"est aussi réservé à {named} : vérifiez qui a ce droit.")
    holders.add(who.id)
    code = logement.contingent_declare
    if not s_accorde(code, who.categorie):
        told = CONTINGENTS[code].libelle
        cellules.douter(
            "reservataire",
            f"n’est pas le contingent déclaré au RPLS pour ce logement, « {code} – {told} » : "
            "vérifiez l’un et l’autre.",
        )


def _enregistrer(
    tri: _Tri, rapport: RapportImport, uow: UnitOfWork, progress: Progress
) -> RapportImport:
    lot = uow.lots.ouvrir(rapport.fichier, rapport.format, rapport.encodage, progress)
    rapport = replace(rapport, lot=lot)
    entered = [uow.stock.enregistrer(droit, lot) for droit in tri.ajouts]
    changed = [uow.stock.enregistrer(after) for _, after in tri.modifies]
    uow.lots.clore(rapport)
    mine = {*entered, *changed}
    uow.journal.ecrire(
        ACTION,
        f"lot:{lot}",
        _libelle(rapport),
        avant={"droits": [before for before, _ in tri.modifies]},
        apres={
            "crees": entered,
            "modifies": changed,
            "empreinte": empreinte(droit for droit in uow.stock.tous() if droit.id in mine),
        },
    )
    return rapport


def _rapport(lu: FichierLu, tri: _Tri, *, essai: bool) -> RapportImport:
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
        avertissements=(*tri.avertissements, *_oublies(tri)),
    )


def _oublies(tri: _Tri) -> Iterator[RefusLigne]:
    """Dwellings that RPLS declares reserved, and that nobody has a right on."""
    held = {key[0] for key in (*tri.connus, *tri.lignes)}
    forgotten = sorted(
        logement.id_rpls or logement.id_interne or logement.cle
        for logement in tri.reperes.par_id.values()
        if est_reserve(logement.contingent_declare)
        and logement.etat is EtatLogement.ACTIF
        and logement.id not in held
    )
    if forgotten:
        one = "logement déclaré réservé au RPLS n’a"
        several = "logements déclarés réservés au RPLS n’ont"
        told = accorde(len(forgotten), one, several)
        phrase = f"{told} aucun droit en stock, dont « {forgotten[0]} »."
        yield RefusLigne(ligne=0, colonne="", valeur="", phrase=typographier(phrase))


def _libelle(rapport: RapportImport) -> str:
    return typographier(
        f"Import de « {rapport.fichier} » : "
        f"{accorde(rapport.creees, 'droit en stock créé', 'droits en stock créés')}, "
        f"{accorde(rapport.modifiees, 'modifié')}, "
        f"{accorde(rapport.refusees, 'ligne refusée', 'lignes refusées')}"
    )
