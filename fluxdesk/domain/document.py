"""A file kept in the base: a signed convention, a bilan as it was sent."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A kept file, without its bytes; ``id`` is 0 until recorded.

    ``objet`` is ``kind:id`` such as ``convention:3``, ``genre`` what it is to that object,
    ``empreinte`` the SHA-256 of its bytes in hexadecimal, ``taille`` their number.
    """

    objet: str
    genre: str
    nom: str
    id: int = 0
    empreinte: str = ""
    taille: int = 0
