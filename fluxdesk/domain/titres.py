"""Titles of columns compared as people write them: accents, abbreviations, order of words."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

from fluxdesk.domain.typographie import plie

ENTIER = 100
TIRET = " – "  # between the rows of a header, see tableau_lu.Colonne

_NON_MOT = re.compile(r"[^a-z0-9]+")
_CASES = re.compile(r"\(?\bo(?:ui)? ?/ ?n(?:on)?\b\)?")
_VIDES = frozenset(
    {"de", "du", "des", "d", "la", "le", "les", "l", "en", "au", "aux", "a", "et", "dans"}
)
_UNITES = frozenset({"m2", "eur", "euro", "mm", "aaaa", "jj"})
# One spelling of each word for the usual abbreviations; a plural loses its s beforehand.
_ABREGES = {
    "n": "numero", "no": "numero", "num": "numero", "nr": "numero",
    "ref": "reference", "surf": "surface", "sup": "superficie", "hab": "habitable",
    "log": "logement", "logt": "logement", "lgt": "logement", "lgmt": "logement",
    "nb": "nombre", "nbre": "nombre", "nbr": "nombre", "nbe": "nombre",
    "dt": "date", "dat": "date", "cod": "code", "cd": "code", "cde": "code",
    "lib": "libelle", "libl": "libelle", "appart": "appartement", "appt": "appartement",
    "apt": "appartement", "bat": "batiment", "bt": "batiment", "esc": "escalier",
    "financ": "financement", "finan": "financement", "constr": "construction",
    "pce": "piece", "loy": "loyer", "princ": "principal", "mens": "mensuel",
    "adr": "adresse", "com": "commune", "dispo": "disponibilite", "resa": "reservation",
    "resid": "residence", "res": "residence", "prog": "programme", "et": "etage",
    "cat": "categorie", "prop": "proposition", "attrib": "attribution", "pers": "personne",
    "conv": "convention", "id": "identifiant", "ident": "identifiant",
    "reserv": "reservataire",
}  # fmt: skip
# A word that makes another thing of what the rest of the title names.
_AUTRE_CHOSE = frozenset(
    [
        "plafond", "max", "maximum", "maximal", "min", "ancien", "ancienne", "precedent",
        "charge", "garage", "parking", "chauffage", "gaz", "utile", "corrigee", "annexe", "prix",
        "tel", "telephone", "mail", "email", "gardien", "moyen", "moyenne", "accessoire",
        "ges", "serre", "naissance", "vente", "caf",
    ]
)  # fmt: skip
_PREFIXE_MIN = 3
_PREFIXE = 0.9  # an abbreviation is worth a little less than the word
_DESORDRE = 0.97
_DERNIERE = 0.94  # the title matches by its last header row only
_AUTRE = 0.6
_FLOU_MIN, _FLOU = 0.86, 0.9


def cle(texte: str) -> str:
    """The text as letters and figures only, one space between words: what tables are keyed by."""
    return _NON_MOT.sub(" ", plie(texte)).strip()


@lru_cache(maxsize=4096)
def mots(texte: str) -> tuple[str, ...]:
    """The words that count, in full and in the singular; all of them if none would be left."""
    bare = cle(_CASES.sub(" ", plie(texte)))
    words = bare.split()
    kept = [_entier(w) for w in words if w not in _VIDES and w not in _UNITES]
    return tuple(kept or words)


def ressemblance(titre: str, nom: str) -> int:
    """How much a title of a column says this name, from 0 to 100."""
    score = _score(mots(titre), mots(nom))
    _, dash, last = titre.rpartition(TIRET)
    if dash:
        score = max(score, _DERNIERE * _score(mots(last), mots(nom)))
    return round(ENTIER * score)


def _entier(mot: str) -> str:
    single = mot[:-1] if mot.endswith("s") and len(mot) > _PREFIXE_MIN else mot
    return _ABREGES.get(single, single)


@lru_cache(maxsize=65536)
def _score(titre: tuple[str, ...], nom: tuple[str, ...]) -> float:
    if titre == nom:
        return 1.0 if nom else 0.0
    common = _reconnues(titre, nom)
    score = _DESORDRE * common / max(1, sum(map(len, (*titre, *nom))))
    if score < _FLOU:
        score = max(score, _flou("".join(titre), "".join(nom)))
    return score * _AUTRE if _AUTRE_CHOSE.intersection(titre) - {*nom} else score


def _reconnues(titre: tuple[str, ...], nom: tuple[str, ...]) -> float:
    """Letters of the words that both hold; a word of the title may be the start of one."""
    found = 0.0
    for word in nom:
        if word in titre:
            found += 2 * len(word)
            continue
        short = next((t for t in titre if len(t) >= _PREFIXE_MIN and word.startswith(t)), "")
        if short:
            found += _PREFIXE * (len(short) + len(word))
    return found


def _flou(titre: str, nom: str) -> float:
    """A slip of the finger, or a letter that died; nothing for short words."""
    short, long = sorted((len(titre), len(nom)))
    if short <= _PREFIXE_MIN or 2 * short < _FLOU_MIN * (short + long):
        return 0.0
    matcher = SequenceMatcher(None, titre, nom, autojunk=False)
    if matcher.quick_ratio() < _FLOU_MIN:
        return 0.0
    ratio = matcher.ratio()
    return _FLOU * ratio if ratio >= _FLOU_MIN else 0.0
