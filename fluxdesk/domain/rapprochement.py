"""Which dwelling of the base a line of a file is, and what the line changes on it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from fluxdesk.domain.bail import bail_retenu
from fluxdesk.domain.rpls_parties import ADRESSE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fluxdesk.domain.logement import Adresse, Logement

# The columns each value comes from: a file without them says nothing of it.
_COLONNES: dict[str, tuple[str, ...]] = {
    "programme": ("COMPLGEO",),
    "qpv": ("QPV", "PLG_QP24", "PLG_QP"),
    "qpv_code": ("PLG_QP24", "PLG_QP"),
    "pieces": ("NBPIECE",),
    "typologie": ("NBPIECE",),
    "surface": ("SURFHAB",),
    "etage": ("ETAGE",),
    "construction": ("TYPECONST",),
    "financement": ("FINAN",),
    "financement_code": ("FINAN",),
    "financement_libelle": ("FINAN",),
    "conventionne": ("CONV",),
    "numero_convention": ("NUMCONV",),
    "annee_construction": ("CONSTRUCT",),
    "dpe": ("DPEENERGIE",),
    "dpe_date": ("DPEDATE",),
    "loyer": ("LOYERPRINC",),
    "loyer_max": ("LOYERMAXAPL",),
    "bail": ("BAIL", "BAIL_DATE", "ANNEE_BAIL"),
    "contingent_declare": ("CONTRESLOG",),
    "etat": ("SORTIEPATRIM", "OLDLOGT"),
}
_COLONNES_ADRESSE = ADRESSE | {"code_postal": "CODEPOSTAL", "nom_commune": "LIBCOM"}


@dataclass(slots=True)
class Reperes:
    """Ids of the dwellings of the base by each name a line can give them."""

    par_rpls: dict[str, int] = field(default_factory=dict)
    par_interne: dict[str, int] = field(default_factory=dict)
    par_cle: dict[str, int] = field(default_factory=dict)

    @classmethod
    def de(cls, noms: Iterable[tuple[int, str, str, str]]) -> Reperes:
        """From ids, each with its key, RPLS id and landlord's id."""
        found = cls()
        for ident, cle, rpls, interne in noms:
            found.par_cle[cle] = ident
            if rpls:
                found.par_rpls[rpls] = ident
            if interne:
                found.par_interne[interne] = ident
        return found

    def trouver(self, cle: str, rpls: str, interne: str) -> int:
        """The same dwelling: by its RPLS id, else the landlord's id, else the key; else 0."""
        return (
            self.par_rpls.get(rpls) or self.par_interne.get(interne) or self.par_cle.get(cle) or 0
        )


@dataclass(slots=True)
class Vues:
    """The lines of the file by every name of the dwelling they are about."""

    _par_id: dict[int, int] = field(default_factory=dict)
    _par_cle: dict[str, int] = field(default_factory=dict)
    _par_interne: dict[str, int] = field(default_factory=dict)
    _par_rpls: dict[str, int] = field(default_factory=dict)

    def logements(self) -> set[int]:
        """Dwellings of the base that a line was about, by id."""
        return {*self._par_id}

    def noter_cle(self, ligne: int, cle: str) -> int:
        """The same, of a new dwelling that has no other name than its key."""
        first = self._par_cle.setdefault(cle, ligne)
        return 0 if first == ligne else first

    def noter(self, ligne: int, ident: int, cle: str, rpls: str = "", interne: str = "") -> int:
        """The line that named this dwelling before; 0, and this one is noted, if there is none.

        ``ident`` is 0 for a dwelling that the base does not hold; the key may be left out
        (empty) for one it holds, where no other line can bear that key.
        """
        first = (
            (self._par_id.get(ident) if ident else 0)
            or self._par_cle.get(cle)
            or (self._par_interne.get(interne) if interne else 0)
            or (self._par_rpls.get(rpls) if rpls else 0)
        )
        if first:
            return first
        if cle:
            self._par_cle[cle] = ligne
        if ident:
            self._par_id[ident] = ligne
        if interne:
            self._par_interne[interne] = ligne
        if rpls:
            self._par_rpls[rpls] = ligne
        return 0


@dataclass(slots=True)
class Rangs:
    """The rank of each line among those of equal content; most contents are met once."""

    _vus: set[str] = field(default_factory=set)
    _repetes: dict[str, int] = field(default_factory=dict)

    def suivant(self, empreinte: str) -> int:
        """Rank of one more line of this content, from 1."""
        if empreinte not in self._vus:
            self._vus.add(empreinte)
            return 1
        rank = self._repetes.get(empreinte, 1) + 1
        self._repetes[empreinte] = rank
        return rank


def lit(champ: str, colonnes: frozenset[str]) -> bool:
    """Whether a file of these columns says something of the value, for a known dwelling."""
    if champ in _COLONNES_ADRESSE:
        return _COLONNES_ADRESSE[champ] in colonnes
    return champ not in _COLONNES or not colonnes.isdisjoint(_COLONNES[champ])


def fusionner(connu: Logement, lu: Logement, colonnes: frozenset[str]) -> Logement:
    """The known dwelling as the line describes it.

    What the file has no column for keeps its value; a known identifier is never emptied. Equal
    to ``connu`` when the line teaches nothing: the name of the source alone is no change.
    """
    kept = {name: getattr(connu, name) for name in _COLONNES if not lit(name, colonnes)}
    merged = replace(
        lu,
        **{"bail": bail_retenu(connu.bail, lu.bail), **kept},
        id=connu.id,
        cle=connu.cle,
        id_rpls=lu.id_rpls or connu.id_rpls,
        id_interne=lu.id_interne or connu.id_interne,
        adresse=_adresse(connu.adresse, lu.adresse, colonnes),
        ascenseur=connu.ascenseur,
        charges=connu.charges,
    )
    if merged.qpv is False:
        merged = replace(merged, qpv_code="")
    return ou_connu(merged, connu)


def ou_connu(lu: Logement, connu: Logement) -> Logement:
    """The known dwelling itself, where the name of the source is all that differs."""
    return connu if replace(lu, source=connu.source) == connu else lu


def _adresse(connue: Adresse, lue: Adresse, colonnes: frozenset[str]) -> Adresse:
    kept = {part: getattr(connue, part) for part in _COLONNES_ADRESSE if not lit(part, colonnes)}
    return replace(lue, **kept)
