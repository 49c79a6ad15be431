"""What a dry run refused or doubted, corrected in place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from typing_extensions import override

from fluxdesk.domain.champs import CHAMPS
from fluxdesk.domain.rapport import sans_lieu, sorte
from fluxdesk.ui.models.lignes import Colonne, ModeleLignes
from fluxdesk.ui.phrases import milliers
from fluxdesk.ui.theme import Etat
from fluxdesk.ui.widgets.pastille import Pastille

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from fluxdesk.domain.profil import Genre
    from fluxdesk.domain.rapport import RapportImport, RefusLigne
    from fluxdesk.ui.models.lignes import Index

Role = Qt.ItemDataRole
LIGNE, GRAVITE, COLONNE, VALEUR, A_FAIRE = range(5)


@dataclass(frozen=True, slots=True)
class Remarque:
    """A refusal or a warning, with the field it is about in words."""

    refus: RefusLigne
    refusee: bool
    champ: str
    corrigeable: bool

    @property
    def phrase(self) -> str:
        """Where it is, by the name of the field on screen, and the whole sentence."""
        place = [f"Ligne {milliers(self.refus.ligne)}"] if self.refus.ligne else []
        where = ", ".join([*place, self.champ] if self.champ else place)
        said = sans_lieu(self.refus)
        return f"{where}\u00a0: {said}" if where else said

    @property
    def sorte(self) -> str:
        """What kind it is, the same for every line with the same fault."""
        return sorte(self.refus)


def remarques(
    rapport: RapportImport, genre: Genre, ignores: frozenset[str]
) -> tuple[Remarque, ...]:
    """Refusals first, then the warnings that are not ignored."""
    labels = {champ.code: champ.libelle for champ in CHAMPS[genre]}
    told = [(row, True) for row in rapport.refus]
    told += [(row, False) for row in rapport.avertissements if sorte(row) not in ignores]
    return tuple(
        Remarque(row, refused, labels.get(row.colonne, row.colonne), row.colonne in labels)
        for row, refused in told
    )


def titre_de_sorte(remarque: Remarque) -> str:
    """The kind in words: the field instead of its code."""
    return remarque.sorte.replace(remarque.refus.colonne, remarque.champ, 1)


class EssaiModel(ModeleLignes[Remarque]):
    """Line, gravity, column, value and what to do; the value can be typed anew."""

    corrige = Signal(object, str)  # RefusLigne, text

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(
            (
                Colonne(
                    titre="Ligne",
                    texte=lambda r: milliers(r.refus.ligne),
                    tri=lambda r: r.refus.ligne,
                    nombre=True,
                ),
                Colonne(titre="Gravité", texte=lambda r: pastille(r).mot, valeur=pastille),
                Colonne(titre="Champ", texte=lambda r: r.champ),
                Colonne(titre="Valeur", texte=lambda r: r.refus.valeur, dit=_dit_valeur),
                Colonne(
                    titre="À faire",
                    texte=lambda r: sans_lieu(r.refus),
                    dit=lambda r: r.phrase,
                ),
            ),
            parent,
        )

    def filtrer(self, toutes: Sequence[Remarque], gravite: bool | None, kind: str) -> None:  # noqa: FBT001 - None for both
        """Show those of a gravity and of a kind; an empty kind shows all."""
        self.montrer(
            [one for one in toutes if gravite in {None, one.refusee} and kind in {"", one.sorte}]
        )

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        row = self.ligne(index)
        if index.column() == VALEUR and row is not None and row.corrigeable:
            return flags | Qt.ItemFlag.ItemIsEditable
        return flags

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        row = self.ligne(index)
        if row is not None and role == Role.EditRole:
            return row.refus.valeur
        return super().data(index, role)

    @override
    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        row = self.ligne(index)
        if row is None or value == row.refus.valeur:
            return False
        self.corrige.emit(row.refus, str(value))
        return True


def pastille(remarque: Remarque) -> Pastille:
    """Whether the line is refused or only doubted."""
    if remarque.refusee:
        return Pastille("ban", "refusée", Etat.RETARD)
    return Pastille("triangle-alert", "à vérifier", Etat.ALERTE)


def _dit_valeur(remarque: Remarque) -> str | None:
    if not remarque.corrigeable:
        return None
    return (
        f"{remarque.refus.valeur}\nDouble-cliquez ou F2 pour corriger, pour cet import seulement."
    )
