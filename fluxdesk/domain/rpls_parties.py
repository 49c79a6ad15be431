"""What a line of RPLS says of a dwelling, part by part; each part reads few columns.

Parts are in the order their doubts are told in; a refusal stops at its part. Equal cells make
an equal part, so that a file of many lines reads each set of cells once (``rpls_traduction``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from fluxdesk.domain.bail import lire_bail_rpls
from fluxdesk.domain.cellules import decimal
from fluxdesk.domain.logement import NON_RENSEIGNE, EtatLogement, TypeConstruction
from fluxdesk.domain.rpls_financement import lire_financement

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from fluxdesk.domain.cellules import Cellules
    from fluxdesk.domain.logement import Financement, ValeurPlate
    from fluxdesk.domain.territoire import Commune

    TrouverCommune: TypeAlias = Callable[[str], Commune | None]
    Valeurs: TypeAlias = tuple[ValeurPlate, ...]

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
_TEXTES = {
    "programme": "COMPLGEO",
    "etage": "ETAGE",
    "numero_convention": "NUMCONV",
    **{part: ADRESSE[part] for part in ADRESSE if part not in {"numero", "type_voie", "voie"}},
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


@dataclass(frozen=True, slots=True)
class Partie:
    """Values that are read together: from which columns, and how, as flat values."""

    champs: tuple[str, ...]
    colonnes: tuple[str, ...]
    lire: Callable[[Cellules, TrouverCommune], Valeurs]


def _identifiant(colonne: str) -> Callable[[Cellules, TrouverCommune], Valeurs]:
    def lire(cellules: Cellules, _trouver: TrouverCommune) -> Valeurs:
        value = cellules.texte(colonne)
        if _ABIME.fullmatch(value):
            cellules.refuser(
                colonne, "est un identifiant abîmé par un tableur : ses chiffres sont perdus."
            )
        return (value,)

    return lire


def _texte(colonne: str) -> Callable[[Cellules, TrouverCommune], Valeurs]:
    return lambda cellules, _: (cellules.texte(colonne),)


def _code_lu(cellules: Cellules, trouver: TrouverCommune) -> str:
    """The code of the commune, its first zero put back where the COG confirms it; or empty."""
    code = cellules.texte("DEPCOM").upper().removesuffix(".0")
    short = code.isdecimal() and len(code) == _LONGUEUR_CODE - 1
    return f"0{code}" if short and trouver(f"0{code}") else code


def _commune(cellules: Cellules, trouver: TrouverCommune) -> Valeurs:
    written = cellules.texte("DEPCOM").upper().removesuffix(".0")
    code = _code_lu(cellules, trouver)
    if code != written:
        cellules.douter("DEPCOM", f"a perdu son premier zéro ; le code lu est {code}.")
    if not code:
        cellules.refuser("DEPCOM", "Le code de la commune manque.")
    if not _DEPCOM.fullmatch(code):
        cellules.refuser("DEPCOM", "n’est pas un code de commune.")
    commune = trouver(code)
    if commune is None:
        cellules.douter("DEPCOM", "n’est pas une commune connue ; le code est gardé tel quel.")
    return code, commune.departement if commune else _departement(code)


def _departement(code: str) -> str:
    return code[:3] if code.startswith(("97", "98")) else code[:2]


def _epci(cellules: Cellules, trouver: TrouverCommune) -> Valeurs:
    """The EPCI of today; the one the line names only where the COG knows none."""
    commune = trouver(_code_lu(cellules, trouver))
    if commune and commune.epci:
        return (commune.epci,)
    declared = cellules.texte("EPCI")
    return (declared if _SIREN.fullmatch(declared) else "",)


def _nom_commune(cellules: Cellules, trouver: TrouverCommune) -> Valeurs:
    name = cellules.texte("LIBCOM")
    if name:
        return (name,)
    commune = trouver(_code_lu(cellules, trouver))
    return (commune.nom if commune else "",)


def _pieces(cellules: Cellules, _trouver: TrouverCommune) -> Valeurs:
    value = cellules.texte("NBPIECE")
    if not value:
        return None, NON_RENSEIGNE
    number = decimal(value)
    if number is None or number != int(number) or number > _PIECES_MAX:
        cellules.refuser("NBPIECE", "n’est pas un nombre de pièces.")
    rooms = int(number) or None
    return rooms, f"T{rooms}" if rooms else NON_RENSEIGNE


def _financement(cellules: Cellules, _trouver: TrouverCommune) -> Valeurs:
    found = lire_financement(cellules)
    return found.famille.value, found.code, found.libelle


def _qpv(cellules: Cellules, _trouver: TrouverCommune) -> Valeurs:
    """Whether the dwelling is in a QPV, and its code, which only geocoded files give."""
    flag = cellules.oui_non("QPV")
    code = (cellules.texte("PLG_QP24") or cellules.texte("PLG_QP")).upper()
    if flag is False or not _CODE_QPV.fullmatch(code):
        return None if flag is None else int(flag), ""
    return 1, code


def _construction(cellules: Cellules, _trouver: TrouverCommune) -> Valeurs:
    return (cellules.code("TYPECONST", _TYPES) or None,)


def _conventionne(cellules: Cellules, _trouver: TrouverCommune) -> Valeurs:
    flag = cellules.oui_non("CONV")
    return (None if flag is None else int(flag),)


def _dpe(cellules: Cellules, _trouver: TrouverCommune) -> Valeurs:
    letter = cellules.texte("DPEENERGIE").upper()
    return ("" if letter in _DPE_VIERGE else cellules.code("DPEENERGIE", _DPE),)


def _etat(cellules: Cellules, _trouver: TrouverCommune) -> Valeurs:
    exit_code = cellules.code("SORTIEPATRIM", _SORTIES)
    gone = exit_code not in _SANS_SORTIE or cellules.texte("OLDLOGT") in {"1", "2"}
    return ((EtatLogement.SORTI if gone else EtatLogement.ACTIF).value,)


def _numero(cellules: Cellules, _trouver: TrouverCommune) -> Valeurs:
    value = cellules.texte("NUMVOIE")
    return (value if value.strip("0") else "",)


def _voie(cellules: Cellules, _trouver: TrouverCommune) -> Valeurs:
    kind, name = cellules.texte("TYPVOIE"), cellules.texte("NOMVOIE")
    twice = kind and name.upper().startswith(f"{kind.upper()} ")
    return "" if twice else kind, name


def _code_postal(cellules: Cellules, _trouver: TrouverCommune) -> Valeurs:
    postcode = cellules.texte("CODEPOSTAL").removesuffix(".0")
    return (postcode.zfill(_LONGUEUR_CODE) if postcode.isdecimal() else postcode,)


PARTIES: tuple[Partie, ...] = (
    Partie(("id_rpls",), ("IDENT_REP",), _identifiant("IDENT_REP")),
    Partie(("id_interne",), ("IDENT_INT",), _identifiant("IDENT_INT")),
    Partie(("commune", "departement"), ("DEPCOM",), _commune),
    Partie(("pieces", "typologie"), ("NBPIECE",), _pieces),
    Partie(
        ("financement", "financement_code", "financement_libelle"),
        ("FINAN", "FINANAUTRE", "FINAN_LIBELLE"),
        _financement,
    ),
    Partie(("qpv", "qpv_code"), ("QPV", "PLG_QP24", "PLG_QP"), _qpv),
    *(Partie((champ,), (colonne,), _texte(colonne)) for champ, colonne in _TEXTES.items()),
    Partie(("numero",), ("NUMVOIE",), _numero),
    Partie(("type_voie", "voie"), ("TYPVOIE", "NOMVOIE"), _voie),
    Partie(("code_postal",), ("CODEPOSTAL",), _code_postal),
    Partie(("nom_commune",), ("LIBCOM", "DEPCOM"), _nom_commune),
    Partie(("epci",), ("EPCI", "DEPCOM"), _epci),
    Partie(("surface",), ("SURFHAB",), lambda cells, _: (cells.entier("SURFHAB", _SANS_SURFACE),)),
    Partie(("construction",), ("TYPECONST",), _construction),
    Partie(("conventionne",), ("CONV",), _conventionne),
    Partie(("annee_construction",), ("CONSTRUCT",), lambda cells, _: (cells.annee("CONSTRUCT"),)),
    Partie(("dpe",), ("DPEENERGIE",), _dpe),
    Partie(("dpe_date",), ("DPEDATE",), lambda cells, _: (cells.mois_annee("DPEDATE"),)),
    Partie(
        ("loyer",), ("LOYERPRINC",), lambda cells, _: (cells.centimes("LOYERPRINC", _SANS_LOYER),)
    ),
    Partie(
        ("loyer_max",),
        ("LOYERMAXAPL",),
        lambda cells, _: (cells.centimes("LOYERMAXAPL", _SANS_LOYER),),
    ),
    Partie(
        ("bail",),
        ("BAIL", "MODE", "BAIL_DATE", "MOIS_BAIL", "ANNEE_BAIL"),
        lambda cells, _: (lire_bail_rpls(cells),),
    ),
    Partie(
        ("contingent_declare",),
        ("CONTRESLOG",),
        lambda cells, _: (cells.code("CONTRESLOG", _CONTINGENTS),),
    ),
    Partie(("etat",), ("SORTIEPATRIM", "OLDLOGT"), _etat),
)


def parties_avec(familles: Mapping[str, Financement]) -> tuple[Partie, ...]:
    """The same parts, the families of financing those of the landlord's own table."""

    def lire(cellules: Cellules, _trouver: TrouverCommune) -> Valeurs:
        found = lire_financement(cellules, familles)
        return found.famille.value, found.code, found.libelle

    return tuple(replace(p, lire=lire) if p.lire is _financement else p for p in PARTIES)
