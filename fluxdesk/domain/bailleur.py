"""The landlord whose base this is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Bailleur:
    """Identity printed on every letter and bilan.

    ``adresse`` is a tuple of lines; ``logo`` the bytes of a PNG or JPEG file, or None.
    """

    raison_sociale: str
    siret: str = ""
    adresse: tuple[str, ...] = ()
    ville: str = ""
    service: str = ""
    telephone: str = ""
    courriel: str = ""
    signataire: str = ""
    qualite_signataire: str = ""
    logo: bytes | None = None
