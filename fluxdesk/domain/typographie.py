"""French typography of the sentences shown and printed."""

from __future__ import annotations

import re
import unicodedata

_BEFORE = re.compile(r" (?=[:;?!%€»])")
_HORS_NOM = re.compile(r"[^A-Za-z0-9]+")
_AFTER = re.compile(r"(?<=«) ")


def typographier(texte: str) -> str:
    """The sentence with no-break spaces before ``: ; ? ! % €``, inside « » , and ’ for '."""
    return _AFTER.sub("\u00a0", _BEFORE.sub("\u00a0", texte)).replace("'", "’")


def plie(texte: str) -> str:
    """The text without case, accents nor doubled spaces: two spellings of one name are equal."""
    return " ".join(_sans_accent(texte).replace("’", "'").casefold().split())


def nom_simple(texte: str) -> str:
    """The text as a part of a file name, safe on every system: ASCII letters, digits, hyphens."""
    return _HORS_NOM.sub("-", _sans_accent(texte)).strip("-")[:60].rstrip("-")


def accorde(nombre: int, singulier: str, pluriel: str | None = None) -> str:
    """Count and noun that agree: ``1 logement``, ``2 logements``; French plural starts at two."""
    plural = f"{singulier}s" if pluriel is None else pluriel
    return f"{nombre}\u00a0{singulier if abs(nombre) < 2 else plural}"  # noqa: PLR2004


def _sans_accent(texte: str) -> str:
    bare = unicodedata.normalize("NFKD", texte.replace("œ", "oe").replace("Œ", "OE"))
    return "".join(c for c in bare if not unicodedata.combining(c))
