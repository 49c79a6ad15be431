"""Which column of a file fills which field: by its title, and by what it holds."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fluxdesk.domain.cellules import propre
from fluxdesk.domain.champs import CHAMPS
from fluxdesk.domain.contenus import controle_de
from fluxdesk.domain.indices import SEUIL, Lecture, dire, mesurer, titre_dit
from fluxdesk.domain.profil import Genre
from fluxdesk.domain.titres import cle
from fluxdesk.domain.typographie import typographier

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from fluxdesk.domain.champs import Champ
    from fluxdesk.domain.indices import Indice
    from fluxdesk.domain.tableau_lu import Decoupe, LigneTableau

ECHANTILLONS = 3
_CODE, _NOM = "DEPCOM", "LIBCOM"
_FAUTE_DE_CODE = 60
_REGARDEES = 400  # lines whose values are weighed, spread over the file
_PRIVES = frozenset({Genre.CANDIDATS})  # files about people
_OBLIGATOIRE = 3  # how much more a mandatory column says of the kind of a file


@dataclass(frozen=True, slots=True, kw_only=True)
class Appariement:
    """A column and the field it is taken for, None where it is left out.

    ``colonne`` is the place of the column among those of the Decoupe, ``confiance`` goes from
    0 to 100 and ``pourquoi`` says in French what it rests on. ``echantillons`` are the first
    three different values of the column.
    """

    colonne: int
    titre: str
    champ: str | None
    confiance: int
    pourquoi: str
    echantillons: tuple[str, ...] = ()


def apparier(
    decoupe: Decoupe,
    lignes: Sequence[LigneTableau],
    genre: Genre,
    *,
    connait_commune: Callable[[str], bool],
) -> tuple[Appariement, ...]:
    """Every column of the table, in its order, with the field it most surely fills.

    A field goes to one column only, the surest; hidden columns are served after all others.
    ``connait_commune`` tells whether the COG knows a code. A column of a file of candidates that
    fills no field shows no sample: nobody needs to read it.
    """
    columns = [
        Lecture(place, c.titre, c.masquee, _valeurs(lignes, place))
        for place, c in enumerate(decoupe.colonnes)
    ]
    tests = [(one, controle_de(genre, one, connait_commune)) for one in CHAMPS[genre]]
    clues = [
        clue
        for column in columns
        for field, test in tests
        if (clue := mesurer(column, field, test)).confiance >= SEUIL
    ]
    clues.sort(key=_ordre)
    kept = _servir(clues)
    best = {clue.lecture.place: clue for clue in reversed(clues)}
    return tuple(
        _appariement(
            c,
            kept.get(c.place),
            _pourquoi(kept, best.get(c.place), c.place),
            _echantillons(lignes, c.place) if c.place in kept or genre not in _PRIVES else (),
        )
        for c in columns
    )


def nommer_faute_de_code(appariements: Sequence[Appariement]) -> tuple[Appariement, ...]:
    """The same, the names of communes standing for their codes where no column gives these.

    To be looked at: a name is read only where it is that of one commune (``noms_communes``).
    """
    filled = {one.champ for one in appariements}
    if _CODE in filled or _NOM not in filled:
        return tuple(appariements)
    said = typographier(
        "Aucune colonne ne donne le code Insee : le nom de la commune en tient lieu, là où le "
        "département n’en a qu’une de ce nom."
    )
    return tuple(
        replace(one, champ=_CODE, confiance=_FAUTE_DE_CODE, pourquoi=said)
        if one.champ == _NOM
        else one
        for one in appariements
    )


def deviner_genre(decoupe: Decoupe) -> Genre:
    """The kind of file its titles speak of; patrimoine where they say nothing."""
    return max(Genre, key=lambda genre: _poids(decoupe, CHAMPS[genre]))


def signature(decoupe: Decoupe) -> str:
    """Sixteen hexadecimal figures of the titles in their order, whatever accents, case, spaces."""
    titles = "\x1f".join(cle(column.titre).replace(" ", "") for column in decoupe.colonnes)
    return hashlib.sha256(titles.encode()).hexdigest()[:16]


def _ordre(indice: Indice) -> tuple[bool, int, int]:
    return indice.lecture.masquee, -indice.confiance, indice.lecture.place


def _servir(indices: Iterable[Indice]) -> dict[int, Indice]:
    """The surest clue of each column whose field is still free, surest first."""
    kept: dict[int, Indice] = {}
    fields: set[str] = set()
    for clue in indices:
        if clue.lecture.place not in kept and clue.champ.code not in fields:
            kept[clue.lecture.place] = clue
            fields.add(clue.champ.code)
    return kept


def _appariement(
    lecture: Lecture, garde: Indice | None, pourquoi: str, echantillons: tuple[str, ...]
) -> Appariement:
    return Appariement(
        colonne=lecture.place,
        titre=lecture.titre,
        champ=garde.champ.code if garde else None,
        confiance=garde.confiance if garde else 0,
        pourquoi=typographier(pourquoi),
        echantillons=echantillons,
    )


def _pourquoi(gardes: dict[int, Indice], meilleur: Indice | None, place: int) -> str:
    if place in gardes:
        return dire(gardes[place])
    if meilleur is None:
        return "Ni le titre ni les valeurs ne désignent un champ."
    code = meilleur.champ.code
    winner = next(c.lecture.titre for c in gardes.values() if c.champ.code == code)
    return f"Le champ « {meilleur.champ.libelle} » est mieux rempli par « {winner} »."


def _valeurs(lignes: Sequence[LigneTableau], place: int) -> tuple[str, ...]:
    """The values of the column that are no blank, on lines spread over the table."""
    step = max(1, len(lignes) // _REGARDEES)
    cells = (propre(line.cellules[place]) for line in lignes[::step])
    return tuple(cell for cell in cells if cell)


def _echantillons(lignes: Sequence[LigneTableau], place: int) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for line in lignes:
        cell = propre(line.cellules[place])
        if cell:
            found[cell] = None
        if len(found) == ECHANTILLONS:
            break
    return tuple(found)


def _poids(decoupe: Decoupe, champs: Sequence[Champ]) -> float:
    """How well titles fill the fields of a kind, mandatory ones above all."""
    filled = 0.0
    for one in champs:
        said = max((titre_dit(c.titre, one).confiance for c in decoupe.colonnes), default=0)
        worth = _OBLIGATOIRE if one.obligatoire else 1
        if said >= SEUIL:
            filled += worth * said
        elif one.obligatoire:
            filled -= worth * 100
    return filled
