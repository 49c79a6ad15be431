"""Import the candidates that réservataires propose, or say what that would change.

Personal data: only the columns below are read (surete.md §1.3). The report given back quotes the
cells, for the officer to mend the file; the one kept in the base quotes none.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from fluxdesk.domain.candidat import Candidat
from fluxdesk.domain.candidat_saisi import NOM_MAX, PERSONNES
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.numero_unique import lire_numero_unique
from fluxdesk.domain.orientation import ISSUES_OUVERTES, IssueOrientation
from fluxdesk.domain.priorite import lire_priorite
from fluxdesk.domain.rapport import RapportImport, RefusLigne
from fluxdesk.domain.rapport_prive import sans_valeurs
from fluxdesk.domain.typographie import accorde, plie, typographier
from fluxdesk.services.colonnes import exiger_colonnes
from fluxdesk.services.deduire_quartile import RessourcesDites, deduire_quartile
from fluxdesk.services.lire_lignes import lire_lignes
from fluxdesk.services.ports import sans_progres

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from typing import TypeVar

    from fluxdesk.domain.cellules import Cellules
    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.ports import FichierLu, Horloge, Progress, Territoires

    Valeur = TypeVar("Valeur")

# Read to tell the first quartile, then forgotten: never written, never quoted.
RESSOURCES = "ressources_uc"
COLONNES: tuple[str, ...] = (
    "offre",
    "numero_unique",
    "nom",
    "personnes",
    "quartile",
    "dalo",
    "priorite",
    "mutation",
    RESSOURCES,
)
# Named to the reader so that their presence can be told; their cells are never looked at.
ECARTEES: tuple[str, ...] = (
    "nir",
    "numero_de_securite_sociale",
    "n_de_securite_sociale",
    "n_securite_sociale",
    "numero_securite_sociale",
    "n_ss",
    "date_de_naissance",
    "date_naissance",
    "ne_le",
    "nationalite",
    "handicap",
    "sante",
    "adresse",
    "telephone",
    "courriel",
    "email",
    "e_mail",
    "commentaire",
    "commentaires",
    "observations",
)
ACTION = "import.candidats"
_QUARTILES = {str(rank): rank for rank in range(1, 5)}


@dataclass(slots=True)
class _Tri:
    """What the lines do: candidates to add by offer, the known ones, the refused lines."""

    connus: dict[int, dict[str, Candidat]] = field(default_factory=dict)
    lignes: dict[tuple[int, str], int] = field(default_factory=dict)
    ajouts: list[Candidat] = field(default_factory=list)
    inchanges: int = 0
    refus: list[RefusLigne] = field(default_factory=list)
    avertissements: list[RefusLigne] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Jour:
    """What lines are judged by: the open transaction, the communes and the day."""

    uow: UnitOfWork
    territoires: Territoires
    aujourd_hui: date


def importer_candidats(
    lu: FichierLu,
    *,
    essai: bool,
    uow: UnitOfWork,
    horloge: Horloge,
    territoires: Territoires,
    progress: Progress = sans_progres,
) -> RapportImport:
    """Attach a candidate to an open offer for each line, ranked in the order of the lines.

    One that the offer has already is left as it is. A yearly income per consumption unit tells
    the first quartile where the line gives no quartile (regles.md 68). ``essai`` writes nothing;
    otherwise it is one transaction, which can be undone.

    Raises:
        FichierIllisibleError: the file lacks a column.
        AnnuleError: the officer stopped; the base is as it was.
    """
    exiger_colonnes(lu, COLONNES[:3])
    with uow:
        tri = _trier(lu, _Jour(uow, territoires, horloge.aujourd_hui()), progress)
        rapport = _rapport(lu, tri, essai=essai)
        if not essai and tri.ajouts:
            rapport = _enregistrer(tri, rapport, uow, progress)
            uow.valider()
    return rapport


def _trier(lu: FichierLu, jour: _Jour, progress: Progress) -> _Tri:
    tri = _Tri()
    tri.refus, tri.avertissements = lire_lignes(
        lu, lambda cellules: _classer(cellules, tri, jour), progress
    )
    return tri


def _classer(cellules: Cellules, tri: _Tri, jour: _Jour) -> None:
    uow = jour.uow
    offre = _offre(cellules, uow)
    made = _candidat(cellules, offre, jour.aujourd_hui.year)
    made = replace(made, quartile=_deduit(cellules, made.quartile, offre, jour))
    mine = tri.connus.setdefault(
        offre.id, {c.numero_unique: c for c in uow.candidats.de_l_orientation(offre.id)}
    )
    if any(c.numero_unique == made.numero_unique for c in uow.candidats.retires(offre.id)):
        cellules.refuser(
            "numero_unique", "est parmi les candidats retirés de cette offre : remettez-le plutôt."
        )
    first = tri.lignes.get((offre.id, made.numero_unique))
    if first is not None:
        cellules.refuser("numero_unique", f"est déjà à la ligne {first} pour cette offre.")
    tri.lignes[offre.id, made.numero_unique] = cellules.numero
    known = mine.get(made.numero_unique)
    if known is None:
        mine[made.numero_unique] = made = replace(made, rang=_rang(mine))
        tri.ajouts.append(made)
        return
    if replace(made, id=known.id, rang=known.rang, dossier_complet=known.dossier_complet) != known:
        cellules.douter(
            "numero_unique", "est déjà candidat à cette offre, avec d’autres renseignements."
        )
    tri.inchanges += 1


def _rang(connus: dict[str, Candidat]) -> int:
    return max((c.rang for c in connus.values()), default=0) + 1


def _offre(cellules: Cellules, uow: UnitOfWork) -> Orientation:
    number = cellules.texte("offre")
    if not number:
        cellules.refuser("offre", "Le numéro de l’offre manque.")
    found = uow.orientations.par_numero(number)
    if found is None:
        cellules.refuser("offre", "n’est le numéro d’aucune offre : écrivez-le comme 2026-031.")
    if found.issue is IssueOrientation.ANNULEE:
        cellules.refuser("offre", "est une offre annulée : elle ne reçoit plus de candidats.")
    if found.issue not in ISSUES_OUVERTES:
        cellules.refuser("offre", f"est une offre close ({found.issue.value}).")
    if found.reservataire_id is None:
        cellules.douter("offre", "est gardée par le bailleur : ces candidats sont les siens.")
    return found


def _candidat(cellules: Cellules, offre: Orientation, annee: int) -> Candidat:
    if not cellules.texte("numero_unique"):
        cellules.refuser("numero_unique", "Le numéro unique manque.")
    numero = _lu(cellules, "numero_unique", lambda text: lire_numero_unique(text, annee))
    for doubt in numero.doutes:
        cellules.douter("numero_unique", doubt)
    nom = cellules.texte("nom")
    if not nom:
        cellules.refuser("nom", "Le nom manque.")
    if len(nom) > NOM_MAX:
        cellules.refuser("nom", f"dépasse {NOM_MAX} caractères : n’écrivez que le nom.")
    return Candidat(
        orientation_id=offre.id,
        numero_unique=numero.valeur,
        nom=nom,
        personnes=_personnes(cellules),
        quartile=_quartile(cellules),
        dalo=cellules.oui_non("dalo"),
        priorite=_lu(cellules, "priorite", lire_priorite),
        mutation=cellules.oui_non("mutation"),
    )


def _lu(cellules: Cellules, colonne: str, lire: Callable[[str], Valeur], /) -> Valeur:
    try:
        return lire(cellules.texte(colonne))
    except FluxDeskError as error:
        cellules.refuser_pour(colonne, error)


def _personnes(cellules: Cellules) -> int | None:
    count = cellules.entier("personnes", frozenset())
    if count is not None and count not in PERSONNES:
        cellules.refuser("personnes", "n’est pas un nombre de personnes plausible (1 à 30).")
    return count


def _quartile(cellules: Cellules) -> int | None:
    text = plie(cellules.texte("quartile")).removesuffix(".0")
    bare = text.removeprefix("q").removesuffix("er").removesuffix("e").strip()
    if bare and bare not in _QUARTILES:
        cellules.refuser("quartile", "n’est pas un quartile : écrivez 1, 2, 3 ou 4.")
    return _QUARTILES.get(bare)


def _deduit(cellules: Cellules, donne: int | None, offre: Orientation, jour: _Jour) -> int | None:
    """The quartile given, else what the income tells of it."""
    told = RessourcesDites(par_uc=cellules.texte(RESSOURCES), territoires=jour.territoires)
    read = deduire_quartile(told, donne, offre, jour.aujourd_hui, uow=jour.uow)
    if read.phrase:
        cellules.signaler(RESSOURCES, read.phrase)
    return read.quartile


def _enregistrer(
    tri: _Tri, rapport: RapportImport, uow: UnitOfWork, progress: Progress
) -> RapportImport:
    lot = uow.lots.ouvrir(rapport.fichier, rapport.format, rapport.encodage, progress)
    rapport = replace(rapport, lot=lot)
    for candidat in tri.ajouts:
        uow.candidats.enregistrer(candidat, lot)
    uow.lots.clore(sans_valeurs(rapport))
    offers = sorted({c.orientation_id for c in tri.ajouts})
    uow.journal.ecrire(
        ACTION,
        f"lot:{lot}",
        _libelle(rapport),
        apres={"offres": offers, "candidats": len(tri.ajouts)},
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
        modifiees=0,
        inchangees=tri.inchanges,
        refusees=len(tri.refus),
        refus=tuple(tri.refus),
        avertissements=(*_ecartees(lu), *tri.avertissements),
    )


def _ecartees(lu: FichierLu) -> Iterator[RefusLigne]:
    for name in lu.colonnes:
        if name in ECARTEES:
            phrase = (
                f"La colonne « {name} » n’est pas lue : FluxDesk ne garde d’un candidat que ce qui "
                "sert à l’attribution. Retirez-la du fichier si vous le transmettez."
            )
            yield RefusLigne(ligne=0, colonne=name, valeur="", phrase=typographier(phrase))


def _libelle(rapport: RapportImport) -> str:
    return typographier(
        f"Import de « {rapport.fichier} » : "
        f"{accorde(rapport.creees, 'candidat ajouté', 'candidats ajoutés')}, "
        f"{accorde(rapport.refusees, 'ligne refusée', 'lignes refusées')}"
    )
