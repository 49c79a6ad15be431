"""From one line of an RPLS file to a dwelling, or to the sentence that refuses it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxdesk.domain.cellules import Cellules, LigneRefuseeError
from fluxdesk.domain.logement import logement_de
from fluxdesk.domain.rpls_parties import PARTIES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fluxdesk.domain.logement import Logement, ValeurPlate
    from fluxdesk.domain.rapport import RefusLigne
    from fluxdesk.domain.rpls_parties import TrouverCommune

SOURCE_DECLARATION = "Déclaration RPLS"


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversion:
    """A dwelling or the refusal of its line, and what was doubted on the way."""

    resultat: Logement | RefusLigne
    avertissements: tuple[RefusLigne, ...] = ()


def convertir(
    numero: int,
    champs: Mapping[str, str],
    *,
    trouver_commune: TrouverCommune,
    source: str,
) -> Conversion:
    """The dwelling of one line; its ``cle`` is empty where the line bears no identifier."""
    cellules = Cellules(numero, champs)
    result: Logement | RefusLigne
    try:
        result = _logement(cellules, trouver_commune, source)
    except LigneRefuseeError as error:
        result = error.refus
    return Conversion(resultat=result, avertissements=tuple(cellules.avertissements))


def empreinte_ligne(champs: Mapping[str, str]) -> str:
    """Sixteen hexadecimal figures that change with any cell, whatever the order of the columns."""
    told = b"".join(fragment(name, value) for name, value in sorted(champs.items()))
    return empreinte(told)


def fragment(colonne: str, valeur: str) -> bytes:
    """What one cell adds to the text a line is known by; an empty cell adds nothing."""
    return f"\x1f{colonne}\x1e{valeur}".encode() if valeur else b""


def empreinte(fragments: bytes) -> str:
    """The digest of fragments joined in the order of the names of their columns."""
    return hashlib.sha256(fragments[1:]).hexdigest()[:16].upper()


def cle_de_contenu(empreinte: str, rang: int) -> str:
    """The key of a line without identifier: its content and its rank among identical lines."""
    return f"L-{empreinte}-{rang}"


def _logement(cellules: Cellules, trouver_commune: TrouverCommune, source: str) -> Logement:
    cellules.verifier_decoupage()
    values: dict[str, ValeurPlate] = {"source": source}
    for partie in PARTIES:
        values.update(zip(partie.champs, partie.lire(cellules, trouver_commune), strict=True))
    return logement_de(values | {"cle": values["id_rpls"] or values["id_interne"]})
