"""A new programme being typed: its rights, and who is agreed for each dwelling."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, ClassVar

from typing_extensions import override

from fluxdesk.domain.programme_neuf import DroitNeuf
from fluxdesk.ui.models.saisie import ModeleSaisie

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QObject

    from fluxdesk.domain.logement import Logement
    from fluxdesk.ui.models.lignes import Index

A_CONVENIR = "à convenir"
PARTIE, NOMBRE, FINANCEMENT, TYPOLOGIE = range(4)
CONVENU = 4


@dataclass(frozen=True, slots=True)
class LigneConcertation:
    """One dwelling and the party agreed; empty is nobody yet."""

    logement: Logement
    partie: str


class DroitsModel(ModeleSaisie[DroitNeuf]):
    """The rights agreed at financing, typed in place."""

    TITRES: ClassVar[tuple[str, ...]] = ("Réservataire", "Logements", "Financement", "Type")
    NOMBRES: ClassVar[frozenset[int]] = frozenset({NOMBRE})

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parties: Mapping[str, str] = {}

    @property
    def droits(self) -> tuple[DroitNeuf, ...]:
        """What is typed."""
        return tuple(self._lignes)

    def montrer(self, droits: Sequence[DroitNeuf], parties: Mapping[str, str]) -> None:
        """Replace everything."""
        self._parties = parties
        self.remplacer(droits)

    def ajouter(self) -> None:
        """Add a right of one dwelling for the first party."""
        self.inserer(DroitNeuf(partie=next(iter(self._parties)), nombre=1))

    def options(self, index: Index) -> list[tuple[str, str]]:
        """What the cell may hold, with its words."""
        if index.column() == PARTIE:
            return [(name, key) for key, name in self._parties.items()]
        known = ("PLAI", "PLUS", "PLS") if index.column() == FINANCEMENT else _TYPES
        return [("tous", ""), *((word, word) for word in known)]

    @override
    def montre(self, ligne: DroitNeuf, colonne: int) -> str:
        if colonne == PARTIE:
            return self._parties.get(ligne.partie, ligne.partie)
        return str(self.tape(ligne, colonne) or "tous")

    @override
    def tape(self, ligne: DroitNeuf, colonne: int) -> object:
        return (ligne.partie, ligne.nombre, ligne.financement, ligne.typologie)[colonne]

    @override
    def change(self, ligne: DroitNeuf, colonne: int, valeur: Any) -> DroitNeuf:
        match colonne:
            case 0:
                return replace(ligne, partie=str(valeur))
            case 1:
                return replace(ligne, nombre=int(valeur))
            case 2:
                return replace(ligne, financement=str(valeur))
            case _:
                return replace(ligne, typologie=str(valeur))


class ConcertationModel(ModeleSaisie[LigneConcertation]):
    """A dwelling a row; the last column is the party agreed for its first letting."""

    TITRES: ClassVar[tuple[str, ...]] = (
        "Logement",
        "Type",
        "Financement",
        "Surface",
        "Convenu avec",
    )
    FIXES: ClassVar[frozenset[int]] = frozenset(range(CONVENU))

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parties: Mapping[str, str] = {}

    @property
    def lignes(self) -> tuple[LigneConcertation, ...]:
        """The dwellings as shown."""
        return tuple(self._lignes)

    @property
    def logements(self) -> tuple[tuple[int, str], ...]:
        """Dwelling ids with the party agreed, as a programme keeps them."""
        return tuple((line.logement.id, line.partie) for line in self._lignes)

    def montrer(self, lignes: Sequence[tuple[Logement, str]], parties: Mapping[str, str]) -> None:
        """Replace everything."""
        self._parties = parties
        self.remplacer(LigneConcertation(home, party) for home, party in lignes)

    def retirer_rangs(self, rangs: Sequence[int]) -> None:
        """Take dwellings out of the programme."""
        gone = set(rangs)
        self.remplacer(line for row, line in enumerate(self._lignes) if row not in gone)

    def options(self, _index: Index) -> list[tuple[str, str]]:
        """Who may be agreed."""
        return [(A_CONVENIR, ""), *((name, key) for key, name in self._parties.items())]

    @override
    def montre(self, ligne: LigneConcertation, colonne: int) -> str:
        home = ligne.logement
        words = (
            ", ".join(filter(None, (home.adresse.ligne() or home.cle, home.adresse.acces()))),
            home.typologie,
            home.financement.value,
            f"{home.surface}\u00a0m²" if home.surface else "",
            self._parties.get(ligne.partie, ligne.partie) or A_CONVENIR,
        )
        return words[colonne]

    @override
    def tape(self, ligne: LigneConcertation, colonne: int) -> object:
        return ligne.partie

    @override
    def change(self, ligne: LigneConcertation, colonne: int, valeur: Any) -> LigneConcertation:
        return replace(ligne, partie=str(valeur))


_TYPES = ("T1", "T2", "T3", "T4", "T5", "T6")
