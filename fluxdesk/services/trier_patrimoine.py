"""Sort the lines of an RPLS file by what they do to the base: new, changed, unchanged, refused."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from operator import itemgetter
from typing import TYPE_CHECKING

from fluxdesk.domain.bail import bail_suivant
from fluxdesk.domain.cellules import REMEDE
from fluxdesk.domain.correction import colonne_de, dire_valeur, garder, libelle_champ
from fluxdesk.domain.couverture import Lieu, couverture
from fluxdesk.domain.logement import EtatLogement, logement_de
from fluxdesk.domain.rapport import RefusLigne
from fluxdesk.domain.rapprochement import Rangs, Vues, fusionner, lit, ou_connu
from fluxdesk.domain.rpls import cle_de_contenu
from fluxdesk.domain.typographie import typographier
from fluxdesk.services.depots import Paquet
from fluxdesk.services.mesurer_qualite import paquets

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from fluxdesk.domain.logement import Logement
    from fluxdesk.domain.parts import Parts, Valeurs
    from fluxdesk.domain.rapprochement import Reperes
    from fluxdesk.domain.rpls_bloc import Bloc
    from fluxdesk.domain.rpls_traduction import Traducteur
    from fluxdesk.services.depots import Logements

_NOMS = ("cle", "id_rpls", "id_interne", "qpv", "qpv_code")
_LIEU = ("departement", "commune")


@dataclass(frozen=True, slots=True)
class Apport:
    """What a block brings: new dwellings, and changed ones."""

    nouveaux: Paquet
    modifies: list[Logement]


@dataclass(frozen=True, slots=True)
class Absence:
    """Active dwellings that a file should hold and does not, by id.

    ``perimetre`` says the places it covers where the base holds dwellings elsewhere, else nothing.
    """

    logements: tuple[int, ...]
    perimetre: str = ""


@dataclass(frozen=True, slots=True)
class _Gabarit:
    """Where the values of a line are: identifiers, and those a known dwelling may change by."""

    champs: tuple[str, ...]
    compares: tuple[str, ...]
    comparer: Callable[[Valeurs], Valeurs]
    places: Mapping[str, tuple[int, int]]

    @classmethod
    def de(cls, tables: Sequence[Sequence[str]], colonnes: frozenset[str]) -> _Gabarit:
        """For lines of these values, out of a file of these columns."""
        places = {
            name: (rank, place)
            for rank, names in enumerate(tables)
            for place, name in enumerate(names)
        }
        champs = tuple(places)
        compared = tuple(name for name in champs if lit(name, colonnes))
        # The department alone comes with every file: there are always two values or more.
        read = itemgetter(*(champs.index(name) for name in compared))
        return cls(champs, compared, read, places)

    def identifiants(self, parts: Parts, nombre: int) -> list[tuple[str, str]]:
        """The RPLS id and the landlord's, line by line; empty where the file has no such column."""
        if not {"id_rpls", "id_interne"}.intersection(self.places):
            return [("", "")] * nombre
        columns = [
            [str(value or "") for value in parts.colonne(*self.places[name])]
            if name in self.places
            else [""] * nombre
            for name in ("id_rpls", "id_interne")
        ]
        return list(zip(*columns, strict=True))

    def pareil(self, valeurs: Valeurs, connu: Valeurs) -> bool:
        """Whether the line surely teaches nothing; if not, ``fusionner`` knows."""
        if self.comparer(valeurs) != connu[len(_NOMS) :]:
            return False
        qpv, code = connu[_NOMS.index("qpv")], connu[_NOMS.index("qpv_code")]
        return bool(qpv or not code)


@dataclass(frozen=True, slots=True)
class _Passage:
    """A block on its way: what was read, and the key and known dwelling of each line.

    ``valeurs`` are there where some dwelling is known.
    """

    bloc: Bloc
    parts: Parts
    valeurs: Sequence[Valeurs]
    noms: Sequence[tuple[str, str]]
    cles: dict[int, str]
    connus: dict[int, tuple[int, Valeurs]]


@dataclass(slots=True)
class Tri:
    """Counts and remarks of the lines seen so far.

    ``mains`` are the fields an officer stands behind, by dwelling: no line overwrites them.
    ``signes`` are the dwellings whose lease FluxDesk saw signed: only a later one follows it.
    """

    traducteur: Traducteur
    colonnes: frozenset[str]
    source: str
    logements: Logements
    reperes: Reperes
    mains: Mapping[int, frozenset[str]] = field(default_factory=dict)
    signes: Collection[int] = ()
    lues: int = 0
    creees: int = 0
    modifiees: int = 0
    inchangees: int = 0
    refus: list[RefusLigne] = field(default_factory=list)
    avertissements: list[RefusLigne] = field(default_factory=list)
    _vues: Vues = field(default_factory=Vues)
    _rangs: Rangs = field(default_factory=Rangs)
    _conflits: list[RefusLigne] = field(default_factory=list)
    _gabarit: _Gabarit | None = None
    _lieux: set[tuple[object, object]] = field(default_factory=set)

    def trier(self, bloc: Bloc) -> Apport:
        """Count the lines of one more block.

        Raises:
            RuntimeError: a line was lost, which is a fault of the program.
        """
        read = self.traducteur.traduire(bloc)
        if self._gabarit is None:
            self._gabarit = _Gabarit.de(self.traducteur.tables, self.colonnes)
        (table, area), (_, town) = (self._gabarit.places[name] for name in _LIEU)
        rows = read.parts.tables[table]
        self._lieux |= {(rows[r][area], rows[r][town]) for r in {*read.parts.rangs[table]}}
        lines = range(len(bloc.numeros))
        kept = [line for line in lines if line not in read.refusees] if read.refusees else lines
        names = self._gabarit.identifiants(read.parts, len(lines))
        keys = self._cles(bloc, kept, names)
        known = self._connus(self._gabarit, keys, names)
        doubles: list[RefusLigne] = []
        values = read.parts.lignes() if known else ()
        passage = _Passage(bloc, read.parts, values, names, keys, known)
        found = self._classer(passage, self._gabarit, doubles)
        self.refus += sorted((*read.refus, *doubles), key=lambda refus: refus.ligne)
        told = sorted((*read.avertissements, *self._conflits), key=lambda found: found.ligne)
        self.avertissements += told
        self._conflits.clear()
        self.lues += len(bloc)
        self._verifier()
        return found

    def _verifier(self) -> None:
        told = self.creees + self.modifiees + self.inchangees + len(self.refus)
        if told != self.lues:
            message = f"{self.lues} lines were read and {told} were counted"
            raise RuntimeError(message)

    def _cles(
        self, bloc: Bloc, lignes: Iterable[int], noms: Sequence[tuple[str, str]]
    ) -> dict[int, str]:
        """The key of each line: its identifier, else made from its content."""
        keys = {line: noms[line][0] or noms[line][1] for line in lignes}
        nameless = [line for line, key in keys.items() if not key]
        if nameless:
            digests = self.traducteur.empreintes(bloc, nameless)
            for line, digest in zip(nameless, digests, strict=True):
                keys[line] = cle_de_contenu(digest, self._rangs.suivant(digest))
        return keys

    def _connus(
        self, gabarit: _Gabarit, cles: dict[int, str], noms: Sequence[tuple[str, str]]
    ) -> dict[int, tuple[int, Valeurs]]:
        """The dwelling of the base each line is, where it is one: its id, its flat values."""
        if not self.reperes.par_cle:
            return {}
        find = self.reperes.trouver
        ids = {line: ident for line, key in cles.items() if (ident := find(key, *noms[line]))}
        values = self.logements.valeurs(sorted({*ids.values()}), (*_NOMS, *gabarit.compares))
        return {line: (ident, values[ident]) for line, ident in ids.items()}

    def _classer(self, passage: _Passage, gabarit: _Gabarit, doubles: list[RefusLigne]) -> Apport:
        new: list[int] = []
        changed: list[Logement] = []
        for line, key in passage.cles.items():
            first = self._noter(passage, line, key)
            if first:
                doubles.append(_doublon(passage.bloc.numeros[line], passage.noms[line], first))
            elif line not in passage.connus:
                new.append(line)
            elif made := self._changer(passage, gabarit, line):
                changed.append(made)
            else:
                self.inchangees += 1
        self.creees += len(new)
        self.modifiees += len(changed)
        keys = [passage.cles[line] for line in new]
        return Apport(Paquet(keys, passage.parts.choisir(new)), changed)

    def _noter(self, passage: _Passage, ligne: int, cle: str) -> int:
        """The line that was about the same dwelling before, or 0."""
        number, (rpls, interne) = passage.bloc.numeros[ligne], passage.noms[ligne]
        if ligne in passage.connus:
            ident, known = passage.connus[ligne]
            names = (rpls or str(known[1]), interne or str(known[2]))
            # Its id is enough: a line that bears its key is known by it. Half a million keys less.
            return self._vues.noter(number, ident, "", *names)
        if rpls or interne:
            return self._vues.noter(number, 0, cle, rpls, interne)
        return self._vues.noter_cle(number, cle)

    def absents(self) -> Absence:
        """Dwellings of the base that no line was about, where the file should have held them."""
        missing = sorted({*self.reperes.par_cle.values()} - self._vues.logements())
        places: dict[int, Lieu] = {}
        for batch in paquets(missing):
            for ident, (state, *place) in self.logements.valeurs(batch, ("etat", *_LIEU)).items():
                if state == EtatLogement.ACTIF.value:
                    places[ident] = self._lieu(*place)
        named = {self._lieu(*place) for place in self._lieux if all(place)}
        covered = couverture(named, places.values())
        found = tuple(ident for ident, place in places.items() if covered.couvre(place))
        return Absence(found, covered.phrase() if named and len(found) < len(places) else "")

    def _lieu(self, departement: object, commune: object) -> Lieu:
        """The place as the COG of today knows it: communes merge between two files."""
        today = self.traducteur.trouver_commune(str(commune))
        if today is None:
            return Lieu(str(departement), str(commune))
        return Lieu(today.departement, today.code)

    def _garder(
        self, numero: int, lu: Logement, connu: Logement, mains: frozenset[str]
    ) -> Logement:
        """The dwelling as the line describes it, but for values of hand; conflicts are told."""
        kept, conflicts = garder(lu, connu, mains)
        self._conflits += [_conflit(numero, champ, lu, connu) for champ in conflicts]
        return ou_connu(kept, connu)

    def _changer(self, passage: _Passage, gabarit: _Gabarit, ligne: int) -> Logement | None:
        """The known dwelling as the line describes it; None where the line teaches nothing."""
        (ident, known), values = passage.connus[ligne], passage.valeurs[ligne]
        if gabarit.pareil(values, known):
            return None
        described = dict(zip(gabarit.champs, values, strict=True))
        read = logement_de(described | {"cle": passage.cles[ligne], "source": self.source})
        before = self.logements.lire(ident)
        merged = fusionner(before, read, self.colonnes)
        if ident in self.signes:
            merged = ou_connu(replace(merged, bail=bail_suivant(before.bail, merged.bail)), before)
        if (hands := self.mains.get(ident)) is not None:
            merged = self._garder(passage.bloc.numeros[ligne], merged, before, hands)
        return None if merged == before else merged


def _conflit(numero: int, champ: str, lu: Logement, garde: Logement) -> RefusLigne:
    said, kept = dire_valeur(lu, champ), dire_valeur(garde, champ)
    return RefusLigne(
        ligne=numero,
        colonne=colonne_de(champ),
        valeur=said,
        phrase=typographier(
            f"Ligne {numero}, {libelle_champ(champ)} : le fichier dit « {said} », la valeur mise "
            f"ou confirmée à la main, « {kept} », est gardée."
        ),
    )


def _doublon(numero: int, noms: tuple[str, str], premiere: int) -> RefusLigne:
    rpls, interne = noms
    column, value = ("IDENT_REP", rpls) if rpls else ("IDENT_INT", interne)
    return RefusLigne(
        ligne=numero,
        colonne=column,
        valeur=value,
        phrase=typographier(
            f"Ligne {numero}, colonne {column} : « {value} » désigne le même logement que "
            f"la ligne {premiere}. {REMEDE}"
        ),
    )
