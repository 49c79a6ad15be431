"""A file as the assistant shows it: what is understood, and what the officer changes of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fluxdesk.domain.appariement import signature
from fluxdesk.domain.champs import CHAMPS
from fluxdesk.domain.decoupe import decouper, lignes_de
from fluxdesk.domain.profil import Profil
from fluxdesk.services.comprendre_source import comprendre, feuille_de, mots_de, relire

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fluxdesk.domain.appariement import Appariement
    from fluxdesk.domain.champs import Champ
    from fluxdesk.domain.correspondances import Correspondance
    from fluxdesk.domain.profil import Genre
    from fluxdesk.domain.tableau_lu import Feuille, LigneEcartee, LigneTableau, SourceLue
    from fluxdesk.services.comprendre_source import Comprehension
    from fluxdesk.services.ports import Bureau

CERTAINE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Etude:
    """What is understood of a file, with the rows and the names the screens show.

    ``lignes`` are the rows of data, ``ecartees`` the others below the header. ``profils`` and
    ``reservataires`` are what the base knows, to choose among.
    """

    lu: Comprehension
    feuille: Feuille
    lignes: Sequence[LigneTableau]
    ecartees: Sequence[LigneEcartee]
    profils: tuple[Profil, ...]
    reservataires: tuple[str, ...]

    @property
    def genre(self) -> Genre:
        """What the file holds."""
        return self.lu.genre

    @property
    def appariements(self) -> tuple[Appariement, ...]:
        """The columns, each with its field."""
        return self.lu.appariements

    @property
    def manquants(self) -> tuple[Champ, ...]:
        """Mandatory fields that no column fills."""
        filled = {pair.champ for pair in self.appariements}
        return tuple(c for c in CHAMPS[self.genre] if c.obligatoire and c.code not in filled)

    @property
    def entiere(self) -> bool:
        """Whether every column bears the very name of its field, as our own models do."""
        named = all(pair.titre == pair.champ for pair in self.appariements)
        return named and not self.manquants


def etudier(source: SourceLue, *, bureau: Bureau, genre: Genre | None = None) -> Etude:
    """What is proposed for a file.

    Raises:
        FichierIllisibleError: no sheet holds a table.
    """
    return _etude(comprendre(source, bureau=bureau, genre=genre), bureau)


def changer_feuille(etude: Etude, nom: str, *, bureau: Bureau) -> Etude:
    """The same file, another of its sheets."""
    read = comprendre(etude.lu.source, bureau=bureau, genre=etude.genre, feuille=nom)
    return _etude(read, bureau)


def changer_entetes(etude: Etude, entetes: Sequence[int], *, bureau: Bureau) -> Etude:
    """The same sheet, its columns named by these rows and its data right below them."""
    start = max(entetes) + 1 if entetes else 0
    cut = decouper(etude.feuille, entetes, start)
    return _etude(relire(etude.lu.source, cut, etude.genre, bureau=bureau), bureau)


def changer_genre(etude: Etude, genre: Genre, *, bureau: Bureau) -> Etude:
    """The same table, taken for another kind."""
    return _etude(relire(etude.lu.source, etude.lu.decoupe, genre, bureau=bureau), bureau)


def changer_profil(etude: Etude, profil: Profil | None, *, bureau: Bureau) -> Etude:
    """The table read as a profile says; None matches it afresh."""
    if profil is None:
        return changer_genre(etude, etude.genre, bureau=bureau)
    source, cut = etude.lu.source, etude.lu.decoupe
    return _etude(relire(source, cut, profil.genre, bureau=bureau, profil=profil), bureau)


def choisir_champ(etude: Etude, colonne: int, champ: str | None) -> Etude:
    """The column fills this field by the officer's word; the one that did fills none."""
    pairs = tuple(_choisi(pair, colonne, champ) for pair in etude.appariements)
    return replace(etude, lu=replace(etude.lu, appariements=pairs))


def relire_valeurs(etude: Etude, *, bureau: Bureau) -> Etude:
    """The values of the columns as they are matched now."""
    words = mots_de(
        etude.appariements, etude.lignes, etude.genre, bureau=bureau, profil=etude.lu.profil
    )
    return replace(etude, lu=replace(etude.lu, correspondances=words))


def en_profil(
    nom: str,
    etude: Etude,
    retenues: Sequence[Correspondance],
    ignores: frozenset[str] = frozenset(),
) -> Profil:
    """How the file was read, to read those of the same shape; only sure values are kept."""
    kept: dict[str, dict[str, str]] = {}
    for one in retenues:
        if one.sure and one.proposee is not None:
            kept.setdefault(one.champ, {})[one.lue] = one.proposee
    return Profil(
        nom=nom,
        genre=etude.genre,
        signature=signature(etude.lu.decoupe),
        feuille=etude.feuille.nom,
        entetes=etude.lu.decoupe.entetes,
        champs={pair.titre: pair.champ for pair in etude.appariements if pair.champ},
        valeurs=kept,
        ignores=ignores,
    )


def raisons(etude: Etude) -> Counter[str]:
    """How many rows are set aside for each reason; hidden rows that are kept are told too."""
    return Counter(row.raison for row in etude.ecartees)


def _etude(lu: Comprehension, bureau: Bureau) -> Etude:
    sheet = feuille_de(lu.source, lu.decoupe.feuille)
    lines, aside = lignes_de(sheet, lu.decoupe)
    with bureau.base.transaction() as uow:
        profils = tuple(uow.profils.tous())
        names = tuple(one.nom for one in uow.reservataires.tous())
    return Etude(
        lu=lu,
        feuille=sheet,
        lignes=lines,
        ecartees=aside,
        profils=profils,
        reservataires=names,
    )


def _choisi(paire: Appariement, colonne: int, champ: str | None) -> Appariement:
    if paire.colonne == colonne:
        said = "Choisi par vous." if champ else "Laissée de côté par vous."
        return replace(paire, champ=champ, confiance=CERTAINE if champ else 0, pourquoi=said)
    if champ and paire.champ == champ:
        said = "Le champ a été donné à une autre colonne."
        return replace(paire, champ=None, confiance=0, pourquoi=said)
    return paire
