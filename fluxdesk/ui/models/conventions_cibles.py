"""The targets of a convention being typed: an axis, a modality and a share a row."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from typing_extensions import override

from fluxdesk.domain.controles import pourcentage
from fluxdesk.domain.flux.parties import UN, Axe, Cible
from fluxdesk.domain.logement import PERIODES, Financement, modalite_qpv
from fluxdesk.ui.models.conventions_lieux import Lieux
from fluxdesk.ui.models.saisie import ModeleSaisie

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject


AXE, MODALITE, PART = 0, 1, 2
AXES: dict[Axe, str] = {
    Axe.FINANCEMENT: "Financement",
    Axe.QPV: "Quartier prioritaire",
    Axe.TYPOLOGIE: "Typologie",
    Axe.COMMUNE: "Commune",
    Axe.EPCI: "EPCI",
    Axe.PERIODE: "Construction",
}
GENRES = {Axe.COMMUNE: "communes", Axe.EPCI: "epcis"}  # axes whose values are places, by code
MODALITES: dict[Axe, tuple[str, ...]] = {
    Axe.FINANCEMENT: tuple(f.value for f in Financement if f is not Financement.NON_RENSEIGNE),
    Axe.QPV: (modalite_qpv(True), modalite_qpv(False)),  # noqa: FBT003 - a value, not a switch
    Axe.TYPOLOGIE: tuple(f"T{n}" for n in range(1, 7)),
    Axe.PERIODE: tuple(label for _, label in PERIODES),
}
DOUBLE = "Deux cibles portent sur la même modalité."
VIDE = "Indiquez la modalité et la part de chaque cible."
TROP = "Les cibles d’une même caractéristique totalisent plus de 100\u00a0%."


class CiblesModel(ModeleSaisie[Cible]):
    """Holds what is typed; rows of one axis follow one another once they are read."""

    TITRES: ClassVar[tuple[str, ...]] = ("Caractéristique", "Modalité", "Part du droit")
    NOMBRES: ClassVar[frozenset[int]] = frozenset({PART})

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lieux = Lieux()

    def nommer_parmi(self, lieux: Lieux) -> None:
        """Give the places, to name communes and EPCI by."""
        self._lieux = lieux

    @property
    def lieux(self) -> Lieux:
        """The places that can be named."""
        return self._lieux

    def montrer(self, cibles: Sequence[Cible]) -> None:
        """Replace everything."""
        self.remplacer(cibles)

    @property
    def cibles(self) -> tuple[Cible, ...]:
        """What is typed, in the order of the axes."""
        return tuple(sorted(self._lignes, key=lambda c: list(Axe).index(c.axe)))

    def manque(self) -> str:
        """What is wrong, as a sentence; empty when nothing is."""
        named = Counter((c.axe, c.modalite) for c in self._lignes)
        sums: Counter[Axe] = Counter()
        for cible in self._lignes:
            sums[cible.axe] += cible.dix_milliemes
        if any(not c.modalite or not c.dix_milliemes for c in self._lignes):
            return VIDE
        if any(times > 1 for times in named.values()):
            return DOUBLE
        return TROP if any(total > UN for total in sums.values()) else ""

    def ajouter(self) -> None:
        """Add one row: the axis of the last one, and its first modality that is still free."""
        axe = self._lignes[-1].axe if self._lignes else Axe.FINANCEMENT
        self.inserer(Cible(axe, self._libre(axe), 0))

    def _libre(self, axe: Axe) -> str:
        taken = {c.modalite for c in self._lignes if c.axe is axe}
        return next((m for m in MODALITES.get(axe, ()) if m not in taken), "")

    def axe(self, rang: int) -> Axe:
        """The axis of one row."""
        return self._lignes[rang].axe

    @override
    def montre(self, ligne: Cible, colonne: int) -> str:
        return (AXES[ligne.axe], self._nom(ligne), pourcentage(ligne.dix_milliemes))[colonne]

    @override
    def tape(self, ligne: Cible, colonne: int) -> object:
        return (ligne.axe, ligne.modalite, ligne.dix_milliemes / 100)[colonne]

    @override
    def change(self, ligne: Cible, colonne: int, valeur: Any) -> Cible:
        match colonne:
            case 0:
                axe = Axe(valeur)
                kept = ligne.modalite if axe is ligne.axe else self._libre(axe)
                return replace(ligne, axe=axe, modalite=kept)
            case 1:
                return replace(ligne, modalite=str(valeur))
            case _:
                return replace(ligne, dix_milliemes=round(valeur * 100))

    def _nom(self, cible: Cible) -> str:
        genre = GENRES.get(cible.axe)
        return self._lieux.nom(genre, cible.modalite) if genre else cible.modalite
