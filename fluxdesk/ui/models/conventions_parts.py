"""The sous-contingents of a convention being typed: a name, a rate and a territory a row."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from typing_extensions import override

from fluxdesk.domain.controles import pourcentage
from fluxdesk.domain.convention import SousContingent
from fluxdesk.domain.typographie import plie
from fluxdesk.ui.models.conventions_lieux import Lieux, zone_en_mots
from fluxdesk.ui.models.saisie import ModeleSaisie

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from fluxdesk.domain.flux.parties import Zone

NOM, TAUX, LIEU = 0, 1, 2
PARTOUT = "comme la convention"
_HORS_CODE = re.compile(r"[^a-z0-9]+")


class PartsModel(ModeleSaisie[SousContingent]):
    """Holds what is typed; a code, once given, never changes: the ledger knows it."""

    TITRES: ClassVar[tuple[str, ...]] = ("Sous-contingent", "Taux", "Exercé sur")
    NOMBRES: ClassVar[frozenset[int]] = frozenset({TAUX})
    FIXES: ClassVar[frozenset[int]] = frozenset({LIEU})

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lieux = Lieux()

    def nommer_parmi(self, lieux: Lieux) -> None:
        """Give the places, to name territories by."""
        self._lieux = lieux

    def exercer(self, rang: int, zone: Zone | None) -> None:
        """Say where one part is served; None is where its convention is."""
        self._lignes[rang] = replace(self._lignes[rang], territoire=zone)
        place = self.index(rang, LIEU)
        self.dataChanged.emit(place, place)

    def montrer(self, parts: Sequence[SousContingent]) -> None:
        """Replace everything."""
        self.remplacer(parts)

    @property
    def parts(self) -> tuple[SousContingent, ...]:
        """What is typed."""
        return tuple(self._lignes)

    def ajouter(self, nom: str, dix_milliemes: int) -> None:
        """Add one row at the end."""
        self.inserer(SousContingent(code=self._code(nom), nom=nom, dix_milliemes=dix_milliemes))

    def _code(self, nom: str) -> str:
        """A short code of the name that no other part has."""
        base = _HORS_CODE.sub("-", plie(nom)).strip("-")[:20] or "part"
        taken = {part.code for part in self._lignes}
        code, number = base, 1
        while code in taken:
            number += 1
            code = f"{base}-{number}"
        return code

    @override
    def montre(self, ligne: SousContingent, colonne: int) -> str:
        if colonne == LIEU:
            zone = ligne.territoire
            return zone_en_mots(zone, self._lieux) if zone else PARTOUT
        return ligne.nom if colonne == NOM else pourcentage(ligne.dix_milliemes)

    @override
    def tape(self, ligne: SousContingent, colonne: int) -> object:
        return ligne.nom if colonne == NOM else ligne.dix_milliemes / 100

    @override
    def change(self, ligne: SousContingent, colonne: int, valeur: Any) -> SousContingent | None:
        if colonne != NOM:
            return replace(ligne, dix_milliemes=round(valeur * 100))
        nom = str(valeur).strip()
        return replace(ligne, nom=nom) if nom else None
