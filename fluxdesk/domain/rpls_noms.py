"""RPLS names, where a title bears one: it then says exactly one thing (formats.md §1)."""

from __future__ import annotations

import re

from fluxdesk.domain.champs_patrimoine import PATRIMOINE
from fluxdesk.domain.titres import TIRET
from fluxdesk.domain.typographie import plie

_NOM = re.compile(r"[A-Z][A-Z0-9_]*", re.ASCII)
CODES = frozenset(one.code for one in PATRIMOINE)
# Columns of RPLS that no field of FluxDesk keeps: some resemble one, like LOYERACC or PATRIMOINE.
_SANS_CHAMP = frozenset(
    [
        "DROIT", "LOCAT", "PATRIMOINE", "ORIGINE", "RSEXPRO", "SIRETEXPRO", "DATCONV", "NEWLOGT",
        "MODE", "MODESURF", "SURFMODE", "LOYERACC", "CONTRIB", "CUS", "DPESERRE",
        "SRU_EXPIR", "SRU_ALINEA", "IDENTGES", "CODSEGPATRIM", "LIBSEGPATRIM", "LOYERMAXAPL",
        "LOYERMAXCUS", "QUALACQ", "MISCOMMERCIAL", "PRIXVENTE", "PRODFIN", "REMLOCDATE",
        "REG", "LIBREG", "DEP", "LIBDEP", "LIBEPCI", "REG_LIBELLE", "DEP_LIBELLE",
        "EPCI_LIBELLE", "DROIT_LIBELLE", "QPV_LIBELLE", "TYPECONST_LIBELLE", "NEWLOGT_LIBELLE",
        "PMR", "PMR_LIBELLE", "PLG_QP15", "PLG_VOIE", "PLG_ZUS", "PLG_QVA", "PLG_ZFU", "EPSG",
        "X", "Y", "COMAQP", "COMAZUS", "COMIRIS", "UU2020", "AAV2020", "ZE2020", "IDENT_ORG",
        "CAT_ORG", "RS", "SIRET", "DATMISEVENTE", "DATVEFFECT", "DPE_CONSO_ENER",
        "DPE_CONSO_GES", "DPE_NUM_REF", "IDENT_FISCAL", "QUALITE_VOIE", "QUALITE_NUMERO",
        "MOIS_BAIL", "ANNEE_BAIL",
    ]
)  # fmt: skip


def rpls_dit(titre: str) -> str | None:
    """The field of the dwelling the title is the RPLS name of, empty for one that none keeps.

    None where it is no RPLS name. Case, ``_red`` of 2017 and ``_CODE`` of the open data are
    undone; the descriptions and units that may stand below the names are left aside.
    """
    name = plie(titre.partition(TIRET)[0]).upper().removesuffix("_RED")
    if _NOM.fullmatch(name) is None:
        return None
    for known in (name, name.removesuffix("_CODE")):
        if known in CODES:
            return known
        if known in _SANS_CHAMP:
            return ""
    return None
