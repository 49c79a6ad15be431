"""Blocks of an RPLS file made into flat dwellings: each set of equal cells is read once."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial, reduce
from itertools import compress
from operator import add, itemgetter
from typing import TYPE_CHECKING

from fluxdesk.domain.cellules import CELLULES, Cellules, LigneRefuseeError
from fluxdesk.domain.parts import Parts
from fluxdesk.domain.rapport import RefusLigne
from fluxdesk.domain.rpls import convertir, empreinte, fragment
from fluxdesk.domain.rpls_bloc import Palette
from fluxdesk.domain.rpls_parties import PARTIES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from fluxdesk.domain.rpls_bloc import Bloc
    from fluxdesk.domain.rpls_parties import Partie, TrouverCommune, Valeurs

_LECTURES_MAX = 50_000  # a column of identifiers never repeats: what was read of it is let go


@dataclass(frozen=True, slots=True)
class _Lu:
    """A part read from its cells: its values, what was doubted, and the refusal if there is one.

    ``rang`` is its place among all that were read of the part. Remarks bear the line 0.
    """

    ordre: int
    rang: int
    valeurs: Valeurs
    doutes: tuple[RefusLigne, ...] = ()
    refus: RefusLigne | None = None


class _Lecture(dict[tuple[str, ...], _Lu]):
    """A part by the cells it is read from, read when they are first met."""

    def __init__(
        self, ordre: int, partie: Partie, colonnes: tuple[str, ...], trouver: TrouverCommune
    ) -> None:
        super().__init__()
        self.champs = partie.champs
        self.colonnes = colonnes
        self._ordre = ordre
        self._partie = partie
        self._trouver = trouver
        self.valeurs: list[Valeurs] = []

    def alleger(self) -> None:
        """Let go of what was read, where it is much."""
        if len(self) >= _LECTURES_MAX:
            self.clear()
            self.valeurs = []

    def __missing__(self, cells: tuple[str, ...]) -> _Lu:
        rank = len(self.valeurs)
        cellules = Cellules(0, dict(zip(self.colonnes, cells, strict=True)))
        try:
            values = self._partie.lire(cellules, self._trouver)
            found = _Lu(self._ordre, rank, values, tuple(cellules.avertissements))
        except LigneRefuseeError as error:
            empty = (None,) * len(self.champs)
            found = _Lu(self._ordre, rank, empty, tuple(cellules.avertissements), error.refus)
        self[cells] = found
        self.valeurs.append(found.valeurs)
        return found


class _Teinte:
    """What is known of each rank of one palette: the values of its parts, their remarks."""

    def __init__(self, palette: Palette, lectures: Sequence[_Lecture]) -> None:
        self._lectures = [
            (reading, _choix([palette.colonnes.index(name) for name in reading.colonnes]))
            for reading in lectures
        ]
        self.champs = tuple(name for reading in lectures for name in reading.champs)
        self.palette = Palette(palette.colonnes)
        self.valeurs: list[Valeurs] = []
        self.remarques: dict[int, list[_Lu]] = {}
        self.fragments: list[tuple[bytes, ...]] = []

    def suivre(self, palette: Palette) -> None:
        """Read what the palette gained; all of it, where it is a new one."""
        if palette is not self.palette:
            self.palette = palette
            self.valeurs, self.remarques, self.fragments = [], {}, []
        for reading, _ in self._lectures:
            reading.alleger()
        for rank in range(len(self.valeurs), len(palette.valeurs)):
            cells = palette.valeurs[rank]
            read = [reading[choose(cells)] for reading, choose in self._lectures]
            self.valeurs.append(reduce(add, (lu.valeurs for lu in read), ()))
            told = [lu for lu in read if lu.doutes or lu.refus]
            if told:
                self.remarques[rank] = told

    def remarquees(self, rangs: Sequence[int]) -> list[tuple[int, list[_Lu]]]:
        """The lines that something is remarked of, and what."""
        known = self.remarques
        if not known:
            return []
        return [(line, known[rank]) for line, rank in enumerate(rangs) if rank in known]

    def fragmenter(self, suites: Sequence[Sequence[int]]) -> None:
        """Make the fragments of the new ranks, joined by runs of places."""
        names = self.palette.colonnes
        for cells in self.palette.valeurs[len(self.fragments) :]:
            self.fragments.append(
                tuple(b"".join(fragment(names[p], cells[p]) for p in run) for run in suites)
            )


@dataclass(frozen=True, slots=True)
class BlocTraduit:
    """The dwellings of a block, flat, without their keys.

    ``parts`` are those that ``Traducteur.tables`` names, of each line of the block. ``refusees``
    are the places of those that are refused; ``refus`` has them too, and the lines that do not
    fit the columns. Refusals and doubts are in the order of the file.
    """

    parts: Parts
    refusees: frozenset[int] = frozenset()
    refus: Sequence[RefusLigne] = ()
    avertissements: Sequence[RefusLigne] = ()


@dataclass(slots=True)
class Traducteur:
    """Reads the blocks of one file; the palettes of each name the same columns."""

    trouver_commune: TrouverCommune
    parties: Sequence[Partie] = PARTIES
    _teintes: list[_Teinte] = field(default_factory=list)
    _croisees: list[tuple[_Lecture, list[tuple[int, int]]]] = field(default_factory=list)
    _suites: list[list[list[int]]] = field(default_factory=list)
    _ordre: Callable[[tuple[bytes, ...]], tuple[bytes, ...]] = tuple

    @property
    def tables(self) -> list[tuple[str, ...]]:
        """Names of the values of a dwelling, table by table, once a block was read."""
        local = [teinte.champs for teinte in self._teintes if teinte.champs]
        return [*local, *(reading.champs for reading, _ in self._croisees)]

    def traduire(self, bloc: Bloc) -> BlocTraduit:
        """The dwellings of the block."""
        if not self._teintes:
            self._preparer(bloc.palettes)
        for teinte, palette in zip(self._teintes, bloc.palettes, strict=True):
            teinte.suivre(palette)
        shown = [bool(teinte.champs) for teinte in self._teintes]
        tables: list[Sequence[Valeurs]] = [one.valeurs for one in compress(self._teintes, shown)]
        rangs = list(compress(bloc.rangs, shown))
        remarks: dict[int, list[_Lu]] = {}
        for reading, places in self._croisees:
            reading.alleger()
            read = [reading[cells] for cells in zip(*_colonnes(bloc, places), strict=True)]
            tables.append(reading.valeurs)
            rangs.append([lu.rang for lu in read])
            for line, lu in enumerate(read):
                if lu.doutes or lu.refus:
                    remarks.setdefault(line, []).append(lu)
        for teinte, ranks in zip(self._teintes, bloc.rangs, strict=True):
            for line, told in teinte.remarquees(ranks):
                remarks.setdefault(line, []).extend(told)
        return self._rendre(bloc, Parts(tables, rangs), remarks)

    def empreintes(self, bloc: Bloc, lignes: Sequence[int]) -> list[str]:
        """The digests of these lines of a block that was just read (``rpls.empreinte_ligne``)."""
        parts: list[Iterable[tuple[bytes, ...]]] = []
        for teinte, runs, ranks in zip(self._teintes, self._suites, bloc.rangs, strict=True):
            teinte.fragmenter(runs)
            wanted = ranks if len(lignes) == len(ranks) else [ranks[line] for line in lignes]
            parts.append(map(teinte.fragments.__getitem__, wanted))
        order = self._ordre
        return [empreinte(b"".join(order(told))) for told in reduce(partial(map, add), parts)]

    def _rendre(self, bloc: Bloc, parts: Parts, remarques: dict[int, list[_Lu]]) -> BlocTraduit:
        if not remarques and not bloc.ecarts:
            return BlocTraduit(parts)
        refused: dict[int, RefusLigne] = {}
        doubts: list[RefusLigne] = []
        for line in sorted(remarques):
            number = bloc.numeros[line]
            for lu in sorted(remarques[line], key=lambda lu: lu.ordre):
                doubts += [doubt.a_la_ligne(number) for doubt in lu.doutes]
                if lu.refus:
                    refused[line] = lu.refus.a_la_ligne(number)
                    break
        refusals = [*refused.values(), *self._ecarts(bloc.ecarts)]
        refusals.sort(key=lambda refus: refus.ligne)
        return BlocTraduit(parts, frozenset(refused), refusals, doubts)

    def _ecarts(self, ecarts: Sequence[tuple[int, str]]) -> list[RefusLigne]:
        found = (
            convertir(number, {CELLULES: told}, trouver_commune=self.trouver_commune, source="")
            for number, told in ecarts
        )
        return [made.resultat for made in found if isinstance(made.resultat, RefusLigne)]

    def _preparer(self, palettes: Sequence[Palette]) -> None:
        places = {
            name: (slot, place)
            for slot, palette in enumerate(palettes)
            for place, name in enumerate(palette.colonnes)
            if name
        }
        local: list[list[_Lecture]] = [[] for _ in palettes]
        for rank, partie in enumerate(self.parties):
            columns = tuple(name for name in partie.colonnes if name in places)
            slots = {places[name][0] for name in columns}
            if not columns:
                continue
            reading = _Lecture(rank, partie, columns, self.trouver_commune)
            if len(slots) == 1:
                local[slots.pop()].append(reading)
            else:
                self._croisees.append((reading, [places[name] for name in columns]))
        self._teintes = [_Teinte(p, found) for p, found in zip(palettes, local, strict=True)]
        self._suites, self._ordre = _ranger(places, len(palettes))


def _choix(places: Sequence[int]) -> Callable[[tuple[str, ...]], tuple[str, ...]]:
    if len(places) == 1:
        only = places[0]
        return lambda cells: (cells[only],)
    return itemgetter(*places)


def _colonnes(bloc: Bloc, places: Iterable[tuple[int, int]]) -> list[list[str]]:
    """The cells of these columns, line by line."""
    return [
        [cells[place] for cells in map(bloc.palettes[slot].valeurs.__getitem__, bloc.rangs[slot])]
        for slot, place in places
    ]


def _ranger(
    places: dict[str, tuple[int, int]], nombre: int
) -> tuple[list[list[list[int]]], Callable[[tuple[bytes, ...]], tuple[bytes, ...]]]:
    """How fragments go in the order of the names: runs of places by palette, then their order."""
    runs: list[list[list[int]]] = [[] for _ in range(nombre)]
    order: list[tuple[int, int]] = []
    last = -1
    for _, (slot, place) in sorted(places.items()):
        if slot == last:
            runs[slot][-1].append(place)
        else:
            runs[slot].append([place])
            order.append((slot, len(runs[slot]) - 1))
        last = slot
    starts = [sum(map(len, runs[:slot])) for slot in range(nombre)]
    ranks = [starts[slot] + run for slot, run in order]
    return runs, itemgetter(*ranks) if len(ranks) > 1 else tuple
