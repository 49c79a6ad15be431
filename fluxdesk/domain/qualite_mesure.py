"""The measure of the quality of a base, block of dwellings by block."""

from __future__ import annotations

from array import array
from collections import Counter
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from fluxdesk.domain.logement import NON_RENSEIGNE, EtatLogement, Programme
from fluxdesk.domain.qualite import (
    CHAMPS_NOTES,
    FICHES,
    Alerte,
    GenreAlerte,
    Qualite,
    ScoreChamp,
    ScoreProgramme,
)
from fluxdesk.domain.qualite_regles import REGLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from fluxdesk.domain.logement import ValeurPlate
    from fluxdesk.domain.qualite_regles import Regle, ReperesQualite

# What tells a door from the next one, in the same commune.
_LIEU = ("numero", "indice", "type_voie", "voie", "lieu_dit", "complement", "batiment", "immeuble")
_ACCES = ("entree", "escalier", "couloir", "etage")
_PORTES = ("appartement", "boite")
CHAMPS_LUS: tuple[str, ...] = (
    "id_rpls", "programme", "commune", "nom_commune", "qpv", "pieces", "typologie", "surface",
    "construction", "financement", "financement_code", "annee_construction", "dpe", "loyer",
    "loyer_max", "contingent_declare", *_LIEU, *_ACCES, *_PORTES,
)  # fmt: skip
_VIDES = frozenset({None, "", NON_RENSEIGNE})
_SORTI = EtatLogement.SORTI.value
_PERSONNE: frozenset[Any] = frozenset()
_NON_JUGE = object()

Colonnes = dict[str, "Sequence[Any]"]


class Mesure:
    """Counts what was seen so far; ``main`` are the fields an officer stands behind, by dwelling.

    An alert on a value that was ``confirmes`` as it stands is not told again.
    """

    def __init__(
        self,
        reperes: ReperesQualite,
        main: Mapping[int, frozenset[str]],
        confirmes: Mapping[int, frozenset[str]],
    ) -> None:
        self._reperes = reperes
        self._main = main
        self._confirmes = confirmes
        self._verdicts: list[dict[tuple[Any, ...], Any]] = [{} for _ in REGLES]
        self._alertes: dict[GenreAlerte, array[int]] = {genre: array("q") for genre in GenreAlerte}
        self._programmes: dict[tuple[str, str], int] = {}
        self._noms: list[str] = []
        self._totaux: Counter[int] = Counter()
        self._par_programme: Counter[int] = Counter()
        self._vides = {champ: Counter[int]() for champ in CHAMPS_NOTES}
        self._suspects = {champ: Counter[int]() for champ in CHAMPS_NOTES}
        self._surs = {champ: Counter[int]() for champ in CHAMPS_NOTES}
        self._portes: dict[bytes, tuple[int, int]] = {}
        self._doubles: set[int] = set()

    def ajouter(self, ids: Sequence[int], lignes: Sequence[Sequence[ValeurPlate]]) -> None:
        """Judge dwellings; each line holds the values of ``CHAMPS_LUS``, then its state."""
        kept = [(i, row) for i, row in zip(ids, lignes, strict=True) if row[-1] != _SORTI]
        if not kept:
            return
        names, rows = zip(*kept, strict=True)
        columns: Colonnes = dict(zip((*CHAMPS_LUS, "etat"), zip(*rows, strict=True), strict=True))
        columns["titulaires"] = [self._reperes.titulaires.get(i, _PERSONNE) for i in names]
        columns["adresse"] = _adresses(columns)
        places = self._ranger(columns)
        self._totaux.update(places)
        for champ in CHAMPS_NOTES:
            column = columns[champ]
            self._vides[champ].update(
                p for p, value in zip(places, column, strict=True) if value in _VIDES
            )
        for regle, known in zip(REGLES, self._verdicts, strict=True):
            self._juger(regle, known, columns, names, places)
        self._chercher_doubles(columns, names, places)
        self._compter_surs(columns, names, places)

    def resultat(self) -> Qualite:
        """The measure of all that was added."""
        missing = self._reperes.manques()
        order = sorted(self._programmes.items(), key=lambda item: item[0])
        return Qualite(
            logements=self._totaux.total(),
            alertes=tuple(
                Alerte(genre, tuple(sorted(found)))
                for genre, found in self._alertes.items()
                if found
            ),
            champs=tuple(self._score(champ, self._programmes.values()) for champ in CHAMPS_NOTES),
            programmes=tuple(
                ScoreProgramme(
                    programme=Programme(nom=nom, commune=commune),
                    nom_commune=self._noms[place],
                    logements=self._totaux[place],
                    alertes=self._par_programme[place],
                    champs=tuple(self._score(champ, (place,)) for champ in CHAMPS_NOTES),
                )
                for (nom, commune), place in order
            ),
            non_mesurees=missing,
        )

    def _ranger(self, columns: Colonnes) -> list[int]:
        """The rank of the programme of each dwelling."""
        found: list[int] = []
        known = self._programmes
        for key, town in zip(
            zip(columns["programme"], columns["commune"], strict=True),
            columns["nom_commune"],
            strict=True,
        ):
            place = known.get(key)
            if place is None:
                place = known[key] = len(known)
                self._noms.append(town or key[1])
            found.append(place)
        return found

    def _juger(
        self,
        regle: Regle,
        connus: dict[tuple[Any, ...], Any],
        columns: Colonnes,
        ids: Sequence[int],
        places: Sequence[int],
    ) -> None:
        keys = zip(*(columns[name] for name in regle.valeurs), strict=True)
        for ident, place, key in zip(ids, places, keys, strict=True):
            verdict = connus.get(key, _NON_JUGE)
            if verdict is _NON_JUGE:
                verdict = connus[key] = regle.juger(self._reperes, *key)
            if verdict is not None:
                self._alerter(verdict, ident, place, plein=key[0] not in _VIDES)

    def _alerter(self, genre: GenreAlerte, ident: int, place: int, *, plein: bool) -> None:
        champ = FICHES[genre].champ
        if champ in self._confirmes.get(ident, ()):
            return
        self._alertes[genre].append(ident)
        self._par_programme[place] += 1
        if plein:
            self._suspects[champ][place] += 1

    def _chercher_doubles(
        self, columns: Colonnes, ids: Sequence[int], places: Sequence[int]
    ) -> None:
        for ident, place, door in zip(ids, places, _portes(columns), strict=True):
            if door is None:
                continue
            first = self._portes.setdefault(door, (ident, place))
            if first[0] == ident:
                continue
            for one, where in ((ident, place), first):
                if one not in self._doubles:
                    self._doubles.add(one)
                    self._alerter(GenreAlerte.DOUBLON, one, where, plein=True)

    def _compter_surs(self, columns: Colonnes, ids: Sequence[int], places: Sequence[int]) -> None:
        for line, ident in enumerate(ids):
            for champ in self._main.get(ident, ()):
                if champ in self._surs and columns[champ][line] not in _VIDES:
                    self._surs[champ][places[line]] += 1

    def _score(self, champ: str, places: Iterable[int]) -> ScoreChamp:
        ranks = tuple(places)
        total = sum(self._totaux[rank] for rank in ranks)
        full = total - sum(self._vides[champ][rank] for rank in ranks)
        return ScoreChamp(
            champ=champ,
            total=total,
            complets=full,
            plausibles=full - sum(self._suspects[champ][rank] for rank in ranks),
            confirmes=sum(self._surs[champ][rank] for rank in ranks),
        )


def _adresses(columns: Colonnes) -> list[str]:
    """Street or locality of each dwelling; empty where it has neither."""
    parts = zip(columns["voie"], columns["lieu_dit"], columns["complement"], strict=True)
    return [street or locality or more for street, locality, more in parts]


def _portes(columns: Colonnes) -> Iterable[bytes | None]:
    """A digest of the door of each dwelling; None where the door or the street is unknown.

    Digests rather than texts: half a million addresses are kept until the last one is read.
    """
    named = zip(*(columns[name] for name in (*_PORTES, "adresse")), strict=True)
    parts = zip(*(columns[name] for name in ("commune", *_LIEU, *_ACCES, *_PORTES)), strict=True)
    for (flat, box, street), part in zip(named, parts, strict=True):
        known = street and (flat or box)
        told = "\x1f".join(map(str, part)).casefold() if known else ""
        yield blake2b(told.encode(), digest_size=16).digest() if known else None
