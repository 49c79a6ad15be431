"""Columns of a file and the field each fills."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from typing_extensions import override

from fluxdesk.domain.appariement import Appariement
from fluxdesk.domain.champs import CHAMPS
from fluxdesk.domain.decoupe import lettres
from fluxdesk.ui.models.lignes import Colonne, ModeleLignes
from fluxdesk.ui.theme import Etat, jetons
from fluxdesk.ui.widgets.pastille import Pastille

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from fluxdesk.domain.profil import Genre
    from fluxdesk.services.etudier_fichier import Etude
    from fluxdesk.ui.models.lignes import Index

Role = Qt.ItemDataRole
LETTRE, TITRE, EXEMPLES, CHAMP, CONFIANCE = range(5)
LAISSEE = "Ne pas importer"
SURE, PROBABLE = 85, 65  # of 100
LONGUEUR = 28  # letters of a sample


def pastille(paire: Appariement) -> Pastille:
    """How sure a match is: icon, word and tint."""
    if paire.champ is None:
        return Pastille("minus", "non importée", Etat.NEUTRE)
    if paire.confiance >= SURE:
        return Pastille("circle-check", "sûr", Etat.OK)
    if paire.confiance >= PROBABLE:
        return Pastille("circle-help", "probable", Etat.NEUTRE)
    return Pastille("triangle-alert", "à vérifier", Etat.ALERTE)


class ColonnesModel(ModeleLignes[Appariement]):
    """One row a column; the field is changed in place."""

    choisi = Signal(int, object)  # place of the column, code of the field or None

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(
            (
                Colonne(titre="Col.", titre_complet="Colonne du fichier", texte=self._lettre),
                Colonne(
                    titre="Titre dans le fichier", texte=lambda a: a.titre, dit=lambda a: a.titre
                ),
                Colonne(titre="Exemples", texte=_exemples, dit=_exemples),
                Colonne(titre="Champ FluxDesk", texte=self._champ, dit=_pourquoi),
                Colonne(
                    titre="Confiance",
                    texte=lambda a: pastille(a).mot,
                    dit=lambda a: f"{pastille(a).mot}. {a.pourquoi}",
                    valeur=pastille,
                ),
            ),
            parent,
        )
        self._libelles: dict[str, str] = {}
        self._lettres: tuple[str, ...] = ()

    def montrer_etude(self, etude: Etude) -> None:
        """Show the columns of a file."""
        self._libelles = {c.code: c.libelle for c in CHAMPS[etude.genre]}
        self._lettres = tuple(lettres(c.index) for c in etude.lu.decoupe.colonnes)
        self.montrer(etude.appariements)

    def montrer_champs(self, etude: Etude) -> None:
        """Show the fields anew; the columns are those that were shown."""
        self._lues = self._lignes = etude.appariements
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, CONFIANCE))

    def options(self, _index: Index) -> list[tuple[str, str]]:
        """Fields to choose among, by label."""
        return [(LAISSEE, ""), *((label, code) for code, label in self._libelles.items())]

    @override
    def couleur(self, ligne: Appariement) -> QColor | None:
        return QColor(jetons().texte_doux) if ligne.champ is None else None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == CHAMP else flags

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if role == Role.EditRole and index.column() == CHAMP:
            row = self.ligne(index)
            return row.champ or "" if row else ""
        return super().data(index, role)

    @override
    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        row = self.ligne(index)
        if row is None or role != Role.EditRole or value == (row.champ or ""):
            return False
        self.choisi.emit(row.colonne, value or None)
        return True

    def _lettre(self, paire: Appariement) -> str:
        return self._lettres[paire.colonne]

    def _champ(self, paire: Appariement) -> str:
        return self._libelles.get(paire.champ, LAISSEE) if paire.champ else LAISSEE


def libelle_de(genre: Genre, code: str) -> str:
    """The name of a field on screen; the code itself where it is none."""
    return next((c.libelle for c in CHAMPS[genre] if c.code == code), code)


def _exemples(paire: Appariement) -> str:
    return " · ".join(
        text if len(text) <= LONGUEUR else f"{text[:LONGUEUR]}…" for text in paire.echantillons
    )


def _pourquoi(paire: Appariement) -> str:
    return paire.pourquoi
