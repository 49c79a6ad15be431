"""From one line of an RPLS file to a dwelling, or to the sentence that refuses it."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fluxdesk.domain.cellules import Cellules, LigneRefuseeError, decimal
from fluxdesk.domain.logement import (
    NON_RENSEIGNE,
    Adresse,
    EtatLogement,
    Logement,
    TypeConstruction,
)
from fluxdesk.domain.rpls_financement import lire_financement

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from fluxdesk.domain.rapport import RefusLigne
    from fluxdesk.domain.territoire import Commune

SOURCE_DECLARATION = "Déclaration RPLS"

ADRESSE: dict[str, str] = {
    "numero": "NUMVOIE",
    "indice": "INDREP",
    "type_voie": "TYPVOIE",
    "voie": "NOMVOIE",
    "lieu_dit": "LIEUDIT",
    "complement": "COMPLIDENT",
    "batiment": "BAT",
    "immeuble": "IMMEU",
    "entree": "ENTREE",
    "escalier": "ESC",
    "couloir": "COULOIR",
    "appartement": "NUMAPPT",
    "boite": "NUMBOITE",
}

_DEPCOM = re.compile(r"(?:\d{2}|2[AB])\d{3}", re.ASCII)
_SIREN = re.compile(r"\d{9}", re.ASCII)
_CODE_QPV = re.compile(r"Q[NP]\w{6}", re.ASCII)
_ABIME = re.compile(r"\d[.,]?\d*E\+\d+", re.IGNORECASE)
_DPE = frozenset("ABCDEFG")
_DPE_VIERGE = frozenset({"N", "NS", "VIERGE"})
_CONTINGENTS = frozenset("1234567")
_SORTIES = frozenset("123459")
_SANS_SORTIE = frozenset({"", "9"})
_TYPES = frozenset(t.value for t in TypeConstruction)
_PIECES_MAX = 30
_LONGUEUR_CODE = 5
_SANS_SURFACE = frozenset({0, 999})
_SANS_LOYER = 9999


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversion:
    """A dwelling or the refusal of its line, and what was doubted on the way."""

    resultat: Logement | RefusLigne
    avertissements: tuple[RefusLigne, ...] = ()


def convertir(
    numero: int,
    champs: Mapping[str, str],
    *,
    trouver_commune: Callable[[str], Commune | None],
    source: str,
) -> Conversion:
    """The dwelling of one line; its ``cle`` is empty where the line bears no identifier."""
    cellules = Cellules(numero, champs)
    result: Logement | RefusLigne
    try:
        result = replace(_logement(cellules, trouver_commune), source=source)
    except LigneRefuseeError as error:
        result = error.refus
    return Conversion(resultat=result, avertissements=tuple(cellules.avertissements))


def empreinte_ligne(champs: Mapping[str, str]) -> str:
    """Sixteen hexadecimal figures that change with any cell, whatever the order of the columns."""
    told = "\x1f".join(f"{name}\x1e{value}" for name, value in sorted(champs.items()) if value)
    return hashlib.sha256(told.encode()).hexdigest()[:16].upper()


def cle_de_contenu(empreinte: str, rang: int) -> str:
    """The key of a line without identifier: its content and its rank among identical lines."""
    return f"L-{empreinte}-{rang}"


def _logement(cellules: Cellules, trouver_commune: Callable[[str], Commune | None]) -> Logement:
    cellules.verifier_decoupage()
    id_rpls, id_interne = _identifiant(cellules, "IDENT_REP"), _identifiant(cellules, "IDENT_INT")
    code = _code_commune(cellules)
    commune = trouver_commune(code)
    if commune is None:
        cellules.douter("DEPCOM", "n’est pas une commune connue ; le code est gardé tel quel.")
    pieces = _pieces(cellules)
    financement = lire_financement(cellules)
    qpv, qpv_code = _qpv(cellules)
    return Logement(
        cle=id_rpls or id_interne,
        id_rpls=id_rpls,
        id_interne=id_interne,
        programme=cellules.texte("COMPLGEO"),
        adresse=_adresse(cellules, commune),
        commune=code,
        epci=_epci(cellules, commune),
        departement=commune.departement if commune else _departement(code),
        qpv=qpv,
        qpv_code=qpv_code,
        pieces=pieces,
        typologie=f"T{pieces}" if pieces else NON_RENSEIGNE,
        surface=cellules.entier("SURFHAB", _SANS_SURFACE),
        etage=cellules.texte("ETAGE"),
        construction=_construction(cellules),
        financement=financement.famille,
        financement_code=financement.code,
        financement_libelle=financement.libelle,
        conventionne=cellules.oui_non("CONV"),
        numero_convention=cellules.texte("NUMCONV"),
        annee_construction=cellules.annee("CONSTRUCT"),
        dpe=_dpe(cellules),
        dpe_date=cellules.mois_annee("DPEDATE"),
        loyer=cellules.centimes("LOYERPRINC", _SANS_LOYER),
        contingent_declare=cellules.code("CONTRESLOG", _CONTINGENTS),
        etat=_etat(cellules),
    )


def _identifiant(cellules: Cellules, colonne: str) -> str:
    value = cellules.texte(colonne)
    if _ABIME.fullmatch(value):
        cellules.refuser(
            colonne, "est un identifiant abîmé par un tableur : ses chiffres sont perdus."
        )
    return value


def _code_commune(cellules: Cellules) -> str:
    code = cellules.texte("DEPCOM").upper().removesuffix(".0")
    if code.isdecimal() and len(code) == _LONGUEUR_CODE - 1:
        code = f"0{code}"
        cellules.douter("DEPCOM", f"a perdu son premier zéro ; le code lu est {code}.")
    if not code:
        cellules.refuser("DEPCOM", "Le code de la commune manque.")
    if not _DEPCOM.fullmatch(code):
        cellules.refuser("DEPCOM", "n’est pas un code de commune.")
    return code


def _departement(code: str) -> str:
    return code[:3] if code.startswith(("97", "98")) else code[:2]


def _epci(cellules: Cellules, commune: Commune | None) -> str:
    """The EPCI of today; the one the line names only where the COG knows none."""
    if commune and commune.epci:
        return commune.epci
    declared = cellules.texte("EPCI")
    return declared if _SIREN.fullmatch(declared) else ""


def _pieces(cellules: Cellules) -> int | None:
    value = cellules.texte("NBPIECE")
    if not value:
        return None
    number = decimal(value)
    if number is None or number != int(number) or number > _PIECES_MAX:
        cellules.refuser("NBPIECE", "n’est pas un nombre de pièces.")
    return int(number) or None


def _qpv(cellules: Cellules) -> tuple[bool | None, str]:
    """Whether the dwelling is in a QPV, and its code, which only geocoded files give."""
    flag = cellules.oui_non("QPV")
    code = cellules.texte("PLG_QP24") or cellules.texte("PLG_QP")
    if flag is False or not _CODE_QPV.fullmatch(code.upper()):
        return flag, ""
    return True, code.upper()


def _construction(cellules: Cellules) -> TypeConstruction | None:
    code = cellules.code("TYPECONST", _TYPES)
    return TypeConstruction(code) if code else None


def _dpe(cellules: Cellules) -> str:
    letter = cellules.texte("DPEENERGIE").upper()
    return "" if letter in _DPE_VIERGE else cellules.code("DPEENERGIE", _DPE)


def _etat(cellules: Cellules) -> EtatLogement:
    exit_code = cellules.code("SORTIEPATRIM", _SORTIES)
    gone = exit_code not in _SANS_SORTIE or cellules.texte("OLDLOGT") in {"1", "2"}
    return EtatLogement.SORTI if gone else EtatLogement.ACTIF


def _adresse(cellules: Cellules, commune: Commune | None) -> Adresse:
    parts = {part: cellules.texte(column) for part, column in ADRESSE.items()}
    parts["numero"] = "" if not parts["numero"].strip("0") else parts["numero"]
    if parts["type_voie"] and parts["voie"].upper().startswith(f"{parts['type_voie'].upper()} "):
        parts["type_voie"] = ""  # the file says it twice
    postcode = cellules.texte("CODEPOSTAL").removesuffix(".0")
    if postcode.isdecimal():
        postcode = postcode.zfill(_LONGUEUR_CODE)
    name = cellules.texte("LIBCOM") or (commune.nom if commune else "")
    return Adresse(**parts, code_postal=postcode, nom_commune=name)
