"""The names RPLS columns bear, vintage after vintage, and how a layout is recognised by them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from fluxdesk.domain.typographie import plie

if TYPE_CHECKING:
    from collections.abc import Iterable

# Positions 1 to 63 of the declaration (arrêté du 5 janvier 2010, table 2; formats.md §1.1);
# the 64th is a comment.
POSITIONS: tuple[str, ...] = (
    "IDENT_REP",
    "IDENT_INT",
    "DROIT",
    "DEPCOM",
    "CODEPOSTAL",
    "LIBCOM",
    "NUMVOIE",
    "INDREP",
    "TYPVOIE",
    "NOMVOIE",
    "NUMAPPT",
    "NUMBOITE",
    "ESC",
    "COULOIR",
    "ETAGE",
    "COMPLIDENT",
    "ENTREE",
    "BAT",
    "IMMEU",
    "COMPLGEO",
    "LIEUDIT",
    "QPV",
    "TYPECONST",
    "NBPIECE",
    "SURFHAB",
    "CONSTRUCT",
    "LOCAT",
    "PATRIMOINE",
    "ORIGINE",
    "RSEXPRO",
    "SIRETEXPRO",
    "FINAN",
    "FINANAUTRE",
    "CONV",
    "NUMCONV",
    "DATCONV",
    "SORTIEPATRIM",
    "OLDLOGT",
    "NEWLOGT",
    "MODE",
    "BAIL",
    "MODESURF",
    "SURFMODE",
    "LOYERPRINC",
    "LOYERACC",
    "CONTRIB",
    "CUS",
    "DPEDATE",
    "DPEENERGIE",
    "DPESERRE",
    "SRU_EXPIR",
    "SRU_ALINEA",
    "IDENTGES",
    "CODSEGPATRIM",
    "LIBSEGPATRIM",
    "LOYERMAXAPL",
    "LOYERMAXCUS",
    "QUALACQ",
    "MISCOMMERCIAL",
    "PRIXVENTE",
    "PRODFIN",
    "REMLOCDATE",
    "CONTRESLOG",
)
IDENTIFIANTS = frozenset({"IDENT_REP", "IDENT_INT"})
_PUBLIQUES = frozenset(
    [
        "REG",
        "LIBREG",
        "DEP",
        "LIBDEP",
        "EPCI",
        "LIBEPCI",
        "REG_LIBELLE",
        "DEP_LIBELLE",
        "EPCI_LIBELLE",
        "DROIT_LIBELLE",
        "QPV_LIBELLE",
        "TYPECONST_LIBELLE",
        "FINAN_LIBELLE",
        "NEWLOGT_LIBELLE",
        "DEPCOM_LIBELLE",
        "PMR",
        "PMR_LIBELLE",
        "PLG_QP24",
        "PLG_QP15",
        "PLG_QP",
        "EPSG",
        "X",
        "Y",
        "COMAQP",
        "COMAZUS",
        "UU2020",
        "AAV2020",
        "ZE2020",
        "IDENT_ORG",
    ]
)
_CONNUES = frozenset(POSITIONS) | _PUBLIQUES
_RECONNUES_MIN = 3  # fewer known names are no RPLS header
_NON_MOT = re.compile(r"[^A-Z0-9]+")


def nom_de_colonne(entete: str) -> str:
    """The RPLS name behind a header cell: case, accents, ``_red`` and ``_CODE`` undone."""
    name = _NON_MOT.sub("_", plie(entete).upper()).strip("_").removesuffix("_RED")
    bare = name.removesuffix("_CODE")
    return bare if bare in _CONNUES else name


def est_entete(noms: Iterable[str]) -> bool:
    """Whether these are the names of RPLS columns."""
    return len(_CONNUES.intersection(noms)) >= _RECONNUES_MIN


def format_lu(entete: list[str], noms: list[str]) -> str:
    """The layout in words, from the traits each vintage has (formats.md §1.2)."""
    raw = {cell.strip().upper() for cell in entete}
    if not IDENTIFIANTS.isdisjoint(noms):
        return "Déclaration RPLS avec colonnes"
    if "DEPCOM_CODE" in raw:
        return "RPLS données ouvertes 2022 à 2024"
    if {"PLG_QP24", "PLG_QP15"} & raw or any(cell.endswith("_LIBELLE") for cell in raw):
        return "RPLS données ouvertes 2025"
    if any(cell.endswith("_RED") for cell in raw):
        return "RPLS données ouvertes 2017"
    if "REG" in raw:
        return "RPLS données ouvertes 2018"
    return "RPLS données ouvertes 2016 ou avant"
