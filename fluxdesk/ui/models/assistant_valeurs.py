"""Values read in a file and what each is taken for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from typing_extensions import override

from fluxdesk.domain.champs import champ_de
from fluxdesk.domain.correspondances import valeurs_possibles
from fluxdesk.ui.models.lignes import Colonne, ModeleLignes
from fluxdesk.ui.phrases import milliers
from fluxdesk.ui.theme import Etat
from fluxdesk.ui.widgets.pastille import Pastille

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from fluxdesk.domain.correspondances import Correspondance
    from fluxdesk.domain.profil import Genre
    from fluxdesk.ui.models.lignes import Index

Role = Qt.ItemDataRole
CONFIRMEE, CHAMP, LUE, NOMBRE, RETENUE, CONFIANCE = range(6)
TELLE_QUELLE = "(laisser telle quelle)"
VIDE = "(laisser vide)"
INCONNUE = "à choisir"


@dataclass(frozen=True, slots=True)
class Valeur:
    """A value, its field in words, and whether the officer decided."""

    lue: Correspondance
    champ: str
    decidee: bool = False
    retenue: str | None = None

    @property
    def cle(self) -> tuple[str, str]:
        """Field and value, which name it."""
        return self.lue.champ, self.lue.lue

    @property
    def actuelle(self) -> str | None:
        """What it stands for now; None for itself."""
        return self.retenue if self.decidee else self.lue.proposee

    @property
    def acquise(self) -> bool:
        """Whether it will be applied: sure by itself, or by the officer's word."""
        return self.decidee or self.lue.sure


class ValeursModel(ModeleLignes[Valeur]):
    """One row a value; a check box confirms what is proposed, a list changes it."""

    decide = Signal(str, str, object)  # field, value read, value kept or None
    revenu = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(
            (
                Colonne(titre="Retenir", texte=lambda _: "", tri=lambda v: v.acquise),
                Colonne(titre="Champ", texte=lambda v: v.champ),
                Colonne(titre="Valeur lue", texte=lambda v: v.lue.lue, dit=lambda v: v.lue.lue),
                Colonne(
                    titre="Lignes",
                    texte=lambda v: milliers(v.lue.nombre),
                    tri=lambda v: v.lue.nombre,
                    nombre=True,
                ),
                Colonne(titre="Valeur retenue", texte=self._retenue, dit=self._retenue),
                Colonne(
                    titre="Confiance", texte=lambda v: pastille(v).mot, valeur=pastille, dit=_dit
                ),
            ),
            parent,
        )
        self._genre: Genre | None = None
        self._noms: Sequence[str] = ()
        self._listes: dict[str, dict[str, str]] = {}

    def preparer(self, genre: Genre, reservataires: Sequence[str]) -> None:
        """Tell what values may be taken for."""
        self._genre, self._noms = genre, reservataires
        self._listes.clear()

    def options(self, index: Index) -> list[tuple[str, str]]:
        """Values to choose among, by label; the first two decide otherwise."""
        row = self.ligne(index)
        if row is None:
            return []
        known = self._liste(row.lue.champ)
        return [
            (TELLE_QUELLE, TELLE_QUELLE),
            (VIDE, ""),
            *((label, value) for value, label in known.items()),
        ]

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        row = self.ligne(index)
        if index.column() == RETENUE:
            return flags | Qt.ItemFlag.ItemIsEditable
        if index.column() == CONFIRMEE and row is not None and _confirmable(row):
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        row = self.ligne(index)
        if row is None:
            return None
        if index.column() == CONFIRMEE and not (row.acquise or _confirmable(row)):
            return None  # nothing to tick: the value is to be chosen
        if index.column() == CONFIRMEE and role == Role.CheckStateRole:
            return Qt.CheckState.Checked if row.acquise else Qt.CheckState.Unchecked
        if index.column() == CONFIRMEE and role == Role.AccessibleTextRole:
            return "retenue" if row.acquise else "à confirmer"
        if index.column() == RETENUE and role == Role.EditRole:
            kept = row.actuelle
            return TELLE_QUELLE if kept is None else kept
        return super().data(index, role)

    @override
    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        row = self.ligne(index)
        if row is None:
            return False
        if role == Role.CheckStateRole:
            if Qt.CheckState(value) is Qt.CheckState.Checked:
                self.decide.emit(*row.cle, row.actuelle)
            else:
                self.revenu.emit(*row.cle)
            return True
        self.decide.emit(*row.cle, None if value == TELLE_QUELLE else value)
        return True

    def _liste(self, champ: str) -> dict[str, str]:
        if self._genre is not None and champ not in self._listes:
            found = valeurs_possibles(self._genre, champ_de(self._genre, champ), self._noms)
            self._listes[champ] = dict(found)
        return self._listes.get(champ, {})

    def _retenue(self, valeur: Valeur) -> str:
        kept = valeur.actuelle
        if kept is None:
            return TELLE_QUELLE if valeur.acquise else INCONNUE
        return self._liste(valeur.lue.champ).get(kept, kept) or VIDE


def pastille(valeur: Valeur) -> Pastille:
    """How sure the value is: icon, word and tint."""
    if valeur.decidee:
        return Pastille("check", "choisie par vous", Etat.OK)
    if valeur.lue.sure:
        return Pastille("circle-check", "sûre", Etat.OK)
    if valeur.lue.proposee is None:
        return Pastille("circle-alert", "inconnue", Etat.RETARD)
    return Pastille("triangle-alert", "à confirmer", Etat.ALERTE)


def _dit(valeur: Valeur) -> str:
    return f"{pastille(valeur).mot}, confiance {valeur.lue.confiance}\u00a0%"


def _confirmable(valeur: Valeur) -> bool:
    return not valeur.lue.sure and valeur.actuelle is not None
