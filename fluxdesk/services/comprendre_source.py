"""What a file most likely holds: its sheet, its table, its fields, its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxdesk.domain.appariement import apparier, deviner_genre, nommer_faute_de_code
from fluxdesk.domain.correspondances import correspondre
from fluxdesk.domain.decoupe import lignes_de, proposer_decoupe
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.noms_communes import NomsDeCommunes, departement_postal, est_nom
from fluxdesk.domain.profil_applique import apparier_selon, correspondre_selon
from fluxdesk.domain.titres_connus import titre_connu
from fluxdesk.domain.typographie import plie, typographier
from fluxdesk.services.ports import FichierIllisibleError
from fluxdesk.services.tenir_profils import reconnaitre

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from fluxdesk.domain.appariement import Appariement
    from fluxdesk.domain.correspondances import Correspondance
    from fluxdesk.domain.profil import Genre, Profil
    from fluxdesk.domain.tableau_lu import Decoupe, Feuille, LigneTableau, SourceLue
    from fluxdesk.services.ports import Bureau


_POSTAL, _COMMUNE = "CODEPOSTAL", "DEPCOM"


class AutreGenreError(FluxDeskError):
    """A profile for another kind of file."""

    def __init__(self, profil: Profil, genre: Genre) -> None:
        super().__init__(
            typographier(
                f"Le profil « {profil.nom} » sert à importer un fichier de {profil.genre.value}, "
                f"pas de {genre.value}."
            )
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Comprehension:
    """A file as FluxDesk understands it, each step open to correction.

    ``profil`` is the one that was applied, None where the file was matched afresh.
    """

    source: SourceLue
    decoupe: Decoupe
    genre: Genre
    appariements: tuple[Appariement, ...]
    correspondances: tuple[Correspondance, ...]
    profil: Profil | None = None


def comprendre(
    source: SourceLue,
    *,
    bureau: Bureau,
    genre: Genre | None = None,
    feuille: str = "",
    profil: Profil | None = None,
) -> Comprehension:
    """The file, understood; what is given is not guessed.

    Without ``profil``, the one last kept for files of this shape and kind is applied if any.

    Raises:
        FichierIllisibleError: no such sheet, or none that holds a table.
        AutreGenreError: ``profil`` is for another kind of file than ``genre``.
    """
    if profil and genre and profil.genre is not genre:
        raise AutreGenreError(profil, genre)
    decoupe = proposer_decoupe(choisir_feuille(source, feuille), titre_connu)
    known = profil or reconnaitre(decoupe, uow=bureau.base.transaction())
    kind = genre or (known.genre if known else deviner_genre(decoupe))
    if known is not None and known.genre is not kind:
        known = None
    return relire(source, decoupe, kind, bureau=bureau, profil=known)


def relire(
    source: SourceLue,
    decoupe: Decoupe,
    genre: Genre,
    *,
    bureau: Bureau,
    profil: Profil | None = None,
) -> Comprehension:
    """The fields and words of a table that was cut as the officer wants it."""
    lignes, _ = lignes_de(feuille_de(source, decoupe.feuille), decoupe)
    paired = apparier(
        decoupe,
        lignes,
        genre,
        connait_commune=lambda code: bureau.territoires.commune(code) is not None,
    )
    paired = nommer_faute_de_code(paired)
    if profil is not None:
        paired = apparier_selon(profil, paired, decoupe)
    return Comprehension(
        source=source,
        decoupe=decoupe,
        genre=genre,
        appariements=paired,
        correspondances=mots_de(paired, lignes, genre, bureau=bureau, profil=profil),
        profil=profil,
    )


def mots_de(
    appariements: Sequence[Appariement],
    lignes: Sequence[LigneTableau],
    genre: Genre,
    *,
    bureau: Bureau,
    profil: Profil | None = None,
) -> tuple[Correspondance, ...]:
    """The words of the columns that fill closed lists, and what they are taken for."""
    with bureau.base.transaction() as uow:
        names = [one.nom for one in uow.reservataires.tous()]
    towns = NomsDeCommunes(bureau.territoires.communes, _departements(appariements, lignes, bureau))
    found = correspondre(appariements, lignes, genre, reservataires=names, communes=towns)
    return correspondre_selon(profil, found) if profil else found


def _departements(
    appariements: Sequence[Appariement], lignes: Sequence[LigneTableau], bureau: Bureau
) -> frozenset[str]:
    """Those that the postal codes of the file name; else those where the landlord has dwellings.

    Nothing is looked for where communes are not named, or have codes.
    """
    by_field = {one.champ: one.colonne for one in appariements}
    if not any(est_nom(cell) for cell in _valeurs(_COMMUNE, by_field, lignes)):
        return frozenset()
    told = {departement_postal(cell) for cell in _valeurs(_POSTAL, by_field, lignes)} - {""}
    return frozenset(told or {row.departement for row in bureau.base.lectures.parc()} - {""})


def _valeurs(
    champ: str, colonnes: Mapping[str | None, int], lignes: Sequence[LigneTableau]
) -> set[str]:
    place = colonnes.get(champ)
    return set() if place is None else {line.cellules[place] for line in lignes}


def choisir_feuille(source: SourceLue, nom: str = "") -> Feuille:
    """The sheet of that name; by default the visible one whose titles are best known.

    Raises:
        FichierIllisibleError: no such sheet, or nothing but hidden ones.
    """
    if nom:
        return feuille_de(source, nom)
    visible = [sheet for sheet in source.feuilles if not sheet.masquee and sheet.lignes]
    if not visible:
        raise _illisible(source, "ne montre aucune feuille qui contienne quelque chose")
    if len(visible) == 1:
        return visible[0]
    return max(visible, key=_connaissance)


def feuille_de(source: SourceLue, nom: str) -> Feuille:
    """The sheet of that name, case and accents apart.

    Raises:
        FichierIllisibleError: there is none.
    """
    for sheet in source.feuilles:
        if plie(sheet.nom) == plie(nom):
            return sheet
    named = ", ".join(f"« {sheet.nom} »" for sheet in source.feuilles)
    raise _illisible(source, f"n’a pas de feuille « {nom} ». Choisissez parmi : {named}")


def _connaissance(feuille: Feuille) -> int:
    return sum(titre_connu(c.titre) for c in proposer_decoupe(feuille, titre_connu).colonnes)


def _illisible(source: SourceLue, phrase: str) -> FichierIllisibleError:
    return FichierIllisibleError(typographier(f"Le fichier « {source.nom} » {phrase}."))
