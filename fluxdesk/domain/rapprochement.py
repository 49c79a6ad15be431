"""Which dwelling of the base a line of a file is, and what the line changes on it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from fluxdesk.domain.rpls import ADRESSE

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
    "contingent_declare": ("CONTRESLOG",),
    "etat": ("SORTIEPATRIM", "OLDLOGT"),
}
_COLONNES_ADRESSE = ADRESSE | {"code_postal": "CODEPOSTAL", "nom_commune": "LIBCOM"}


@dataclass(slots=True)
class Index:
    """The dwellings of the base by each name a line can give them."""

    par_rpls: dict[str, Logement] = field(default_factory=dict)
    par_interne: dict[str, Logement] = field(default_factory=dict)
    par_cle: dict[str, Logement] = field(default_factory=dict)

    @classmethod
    def de(cls, logements: Iterable[Logement]) -> Index:
        """Index these dwellings."""
        index = cls()
        for logement in logements:
            index.par_cle[logement.cle] = logement
            if logement.id_rpls:
                index.par_rpls[logement.id_rpls] = logement
            if logement.id_interne:
                index.par_interne[logement.id_interne] = logement
        return index

    def trouver(self, lu: Logement) -> Logement | None:
        """The same dwelling: by its RPLS id, else the landlord's id, else the key."""
        return (
            self.par_rpls.get(lu.id_rpls)
            or self.par_interne.get(lu.id_interne)
            or self.par_cle.get(lu.cle)
        )


def fusionner(connu: Logement, lu: Logement, colonnes: frozenset[str]) -> Logement:
    """The known dwelling as the line describes it.

    What the file has no column for keeps its value; a known identifier is never emptied. Equal
    to ``connu`` when the line teaches nothing: the name of the source alone is no change.
    """
    kept = {
        name: getattr(connu, name)
        for name, sources in _COLONNES.items()
        if colonnes.isdisjoint(sources)
    }
    merged = replace(
        lu,
        **kept,
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
    return connu if replace(merged, source=connu.source) == connu else merged


def _adresse(connue: Adresse, lue: Adresse, colonnes: frozenset[str]) -> Adresse:
    kept = {
        part: getattr(connue, part)
        for part, column in _COLONNES_ADRESSE.items()
        if column not in colonnes
    }
    return replace(lue, **kept)
