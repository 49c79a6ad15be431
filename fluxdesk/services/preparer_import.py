"""From a file that is understood to the import of its kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxdesk.domain.cellules import CELLULES, dit
from fluxdesk.domain.champs import champ_de
from fluxdesk.domain.decoupe import lignes_de
from fluxdesk.domain.noms_communes import departement_postal
from fluxdesk.domain.rapport import RefusLigne
from fluxdesk.domain.rpls_financement import AUTRES
from fluxdesk.domain.typographie import typographier
from fluxdesk.domain.valeurs_lues import Ecrit, canonique
from fluxdesk.services.comprendre_source import feuille_de
from fluxdesk.services.ports import FichierLu, LigneLue

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from fluxdesk.domain.appariement import Appariement
    from fluxdesk.domain.champs import Champ
    from fluxdesk.domain.correspondances import Correspondance
    from fluxdesk.domain.profil import Genre
    from fluxdesk.domain.tableau_lu import Decoupe, LigneEcartee, LigneTableau, SourceLue

_SANS_TITRE = re.compile(r"Colonne [A-Z]+")
_MEMOIRE_MAX = 50_000
_FINANCEMENT, _PRECISION = "FINAN", "FINANAUTRE"
_COMMUNE, _POSTAL = "DEPCOM", "CODEPOSTAL"


@dataclass(frozen=True, slots=True, kw_only=True)
class FichierPrepare(FichierLu):
    """A file in the columns of its kind.

    ``ecartees`` are the rows that were no data, told; ``remarques`` the cells of which
    something had to be supposed.
    """

    ecartees: Sequence[LigneEcartee] = ()
    remarques: Sequence[RefusLigne] = ()


def preparer(
    source: SourceLue,
    decoupe: Decoupe,
    appariements: Sequence[Appariement],
    correspondances: Sequence[Correspondance],
    genre: Genre,
) -> FichierPrepare:
    """The lines of the table under the field codes, in the words its importer reads.

    Only correspondences that are sure, by the table or by the officer, are applied; a value
    taken for an empty one is left out. A line of a text whose cells go beyond its titles is
    given as one that cannot be cut.

    Raises:
        FichierIllisibleError: the sheet is not in the file.
    """
    lignes, aside = lignes_de(feuille_de(source, decoupe.feuille), decoupe)
    kept = _colonnes(appariements, _mots(correspondances), _dits(correspondances), genre)
    towns = _Homonymes.de(kept, correspondances)
    made = list(_lignes(lignes, kept, _hors_titres(source, decoupe, appariements), towns))
    return FichierPrepare(
        nom=source.nom,
        format=_format(source, decoupe),
        encodage=source.encodage or "classeur",
        lignes=made,
        colonnes=tuple(column.code for column in kept),
        ecartees=tuple(aside),
        remarques=tuple(_remarques(lignes, kept, towns)),
    )


class _Colonne(dict[str, str]):
    """A column kept: what each of its cells says to the importer, found once for each.

    ``supposees`` are the cells of which something had to be supposed, and what.
    """

    def __init__(self, code: str, place: int, lire: Callable[[str], Ecrit]) -> None:
        super().__init__()
        self.code = code
        self.place = place
        self.supposees: dict[str, str] = {}
        self._lire = lire

    def __missing__(self, cellule: str) -> str:
        if len(self) >= _MEMOIRE_MAX:
            self.clear()
        read = self._lire(cellule)
        if read.remarque:
            self.supposees[cellule] = read.remarque
        self[cellule] = read.texte
        return read.texte


@dataclass(frozen=True, slots=True)
class _Homonymes:
    """Communes that bear one name in the file: the postal code of a line says which it means.

    ``codes`` are by name and département, and empty where no line can say.
    """

    nom: int
    postal: int
    codes: Mapping[tuple[str, str], str]

    @classmethod
    def de(
        cls, colonnes: Sequence[_Colonne], correspondances: Iterable[Correspondance]
    ) -> _Homonymes:
        """For these columns; a name that was decided for the whole file is no more in doubt."""
        places = {column.code: column.place for column in colonnes}
        if _COMMUNE not in places or _POSTAL not in places:
            return cls(0, 0, {})
        codes = {
            (one.lue, area): code
            for one in correspondances
            if one.champ == _COMMUNE and one.proposee is None
            for area, code in one.selon
        }
        return cls(places[_COMMUNE], places[_POSTAL], codes)

    def code(self, cellules: Sequence[str]) -> str:
        """The commune that the line means; empty where it names none of several."""
        if not self.codes:
            return ""
        area = departement_postal(cellules[self.postal])
        return self.codes.get((dit(cellules[self.nom]), area), "")


def _mots(correspondances: Iterable[Correspondance]) -> dict[str, dict[str, str]]:
    """What the words of each field are taken for, for sure."""
    found: dict[str, dict[str, str]] = {}
    for one in correspondances:
        if one.sure and one.proposee is not None:
            found.setdefault(one.champ, {})[one.lue] = one.proposee
    return found


def _dits(correspondances: Iterable[Correspondance]) -> dict[tuple[str, str], str]:
    """What the report says of a word, by field and word."""
    return {(one.champ, one.lue): one.remarque for one in correspondances if one.remarque}


def _colonnes(
    appariements: Iterable[Appariement],
    mots: Mapping[str, Mapping[str, str]],
    dits: Mapping[tuple[str, str], str],
    genre: Genre,
) -> list[_Colonne]:
    kept: dict[str, _Colonne] = {}
    for one in appariements:
        if one.champ is None:
            continue
        field = champ_de(genre, one.champ)
        words = mots.get(field.code, {})
        kept[field.code] = _Colonne(field.code, one.colonne, _lecture(field, words, dits))
    financing = kept.get(_FINANCEMENT)
    if financing is not None and _PRECISION not in kept:
        words = mots.get(_FINANCEMENT, {})
        kept[_PRECISION] = _Colonne(_PRECISION, financing.place, _precision(words))
    return list(kept.values())


def _lecture(
    champ: Champ, mots: Mapping[str, str], dits: Mapping[tuple[str, str], str]
) -> Callable[[str], Ecrit]:
    def lire(cellule: str) -> Ecrit:
        said = dit(cellule)
        word, remark = mots.get(said), dits.get((champ.code, said), "")
        if word is not None:
            return Ecrit(word, remark)
        read = canonique(champ.nature, cellule)
        return Ecrit(read.texte, remark) if remark else read

    return lire


def _precision(mots: Mapping[str, str]) -> Callable[[str], Ecrit]:
    """What the file calls a financing that RPLS only knows as another one: « PALULOS »."""

    def lire(cellule: str) -> Ecrit:
        said = dit(cellule)
        return Ecrit(said if mots.get(said) in AUTRES and said not in AUTRES else "")

    return lire


def _lignes(
    lignes: Sequence[LigneTableau],
    colonnes: Sequence[_Colonne],
    hors: Sequence[int],
    homonymes: _Homonymes,
) -> Iterator[LigneLue]:
    for line in lignes:
        cells = line.cellules
        if any(cells[place] for place in hors):
            width = len(cells) - len(hors)
            told = f"plus de cellules que de titres ({width})"
            yield LigneLue(line.numero, {CELLULES: told})
            continue
        fields = {c.code: c[cells[c.place]] for c in colonnes}
        if code := homonymes.code(cells):
            fields[_COMMUNE] = code
        yield LigneLue(line.numero, fields)


def _remarques(
    lignes: Sequence[LigneTableau], colonnes: Sequence[_Colonne], homonymes: _Homonymes
) -> Iterator[RefusLigne]:
    """What was supposed, line by line."""
    doubtful = [column for column in colonnes if column.supposees]
    for line in lignes if doubtful else ():
        for column in doubtful:
            value = line.cellules[column.place]
            said = column.supposees.get(value)
            if column.code == _COMMUNE and (code := homonymes.code(line.cellules)):
                said = f"est un nom de commune : lu {code}, d’après le code postal."
            if said:
                where = f"Ligne {line.numero}, colonne {column.code} : « {value} » {said}"
                yield RefusLigne(
                    ligne=line.numero,
                    colonne=column.code,
                    valeur=value,
                    phrase=typographier(where),
                )


def _hors_titres(
    source: SourceLue, decoupe: Decoupe, appariements: Sequence[Appariement]
) -> tuple[int, ...]:
    """Places of the last columns of a text that no header names and that fill no field.

    In a workbook notes stand there; in a text they tell that a line was cut in too many cells.
    """
    if not source.separateur or not decoupe.entetes:
        return ()
    paired = {one.colonne for one in appariements if one.champ is not None}
    nameless = (
        place not in paired and _SANS_TITRE.fullmatch(column.titre) is not None
        for place, column in enumerate(decoupe.colonnes)
    )
    titled = max((place for place, bare in enumerate(nameless) if not bare), default=-1)
    return tuple(range(titled + 1, len(decoupe.colonnes)))


def _format(source: SourceLue, decoupe: Decoupe) -> str:
    if source.separateur:
        return source.format
    return f"{source.format}, feuille « {decoupe.feuille} »"
