"""Names that every system accepts for a file, from any text."""

from __future__ import annotations

import re
import unicodedata

OCTETS = 120  # of the whole name: below the limit of every file system, ciphered ones included

_INTERDITS = re.compile(r'[<>:"/\\|?*]')
_RESERVES = frozenset(
    {"con", "prn", "aux", "nul"}
    | {f"{device}{number}" for device in ("com", "lpt") for number in "123456789¹²³"}
)


def nom_sur(texte: str, *, extension: str = "", octets: int = OCTETS) -> str:
    """One name, never a path: no device of Windows, no control, direction or reserved sign.

    It is never empty and never longer than so many bytes; the extension is kept whole.
    """
    flat = _INTERDITS.sub("-", unicodedata.normalize("NFC", texte))
    seen = "".join(c if c == " " or unicodedata.category(c)[0] not in "CZ" else "" for c in flat)
    name = _couper(seen.strip(" ."), octets - len(extension.encode())).rstrip(" .")
    if name.partition(".")[0].strip().casefold() in _RESERVES:
        name = _couper(f"_{name}", octets - len(extension.encode())).rstrip(" .")
    return (name or "sans nom") + extension


def _couper(texte: str, octets: int) -> str:
    return texte.encode()[:octets].decode(errors="ignore")
