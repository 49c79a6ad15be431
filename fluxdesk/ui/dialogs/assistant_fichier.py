"""First step: what the file is, and where its table lies."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QModelIndex, QSignalBlocker, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QSpinBox
from typing_extensions import override

from fluxdesk.domain.decoupe import (
    MASQUEE,
    NOTE,
    PIED,
    REPETE,
    SOUS_TITRE,
    SOUS_TOTAL,
    TOTAL,
    VIDE,
)
from fluxdesk.domain.profil import Genre
from fluxdesk.domain.typographie import typographier
from fluxdesk.services import etudier_fichier
from fluxdesk.services.etudier_fichier import raisons
from fluxdesk.ui.dialogs.assistant_etape import Etape
from fluxdesk.ui.models.assistant_apercu import FIXES, ApercuModel
from fluxdesk.ui.phrases import compte
from fluxdesk.ui.theme import Etat, aerer
from fluxdesk.ui.widgets.fond_delegate import FondDelegate
from fluxdesk.ui.widgets.table import Table

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fluxdesk.domain.profil import Profil
    from fluxdesk.domain.tableau_lu import SourceLue
    from fluxdesk.services.etudier_fichier import Etude
    from fluxdesk.services.ports import Bureau
    from fluxdesk.ui.dialogs.assistant_conduite import Conduite

SANS_PROFIL = "Aucun profil"
HAUTEUR_MAX = 5  # header rows
SEPARATEURS = {"\t": "tabulation", " ": "espace"}
LARGEUR_MAX, LARGEUR_MIN = 220, 60
PLURIELS = {
    VIDE: "lignes vides",
    REPETE: "en-têtes répétés",
    TOTAL: "totaux",
    SOUS_TOTAL: "sous-totaux",
    SOUS_TITRE: "lignes d’explication",
    PIED: "pieds de page",
    NOTE: "intertitres ou notes",
    MASQUEE: "lignes masquées (gardées)",
}
SINGULIERS = {VIDE: "ligne vide", MASQUEE: "ligne masquée (gardée)"}


class EtapeFichier(Etape):
    """The kind, the sheet and the header, over the first rows of the file."""

    titre: ClassVar[str] = "Fichier"
    aide: ClassVar[str] = (
        "Vérifiez que les titres des colonnes sont bien ceux du tableau\u00a0: cliquez sur leur "
        "ligne pour les déplacer."
    )

    def __init__(self, conduite: Conduite) -> None:
        super().__init__(conduite)
        self.compris = QLabel()
        self.compris.setWordWrap(True)
        self.comptes = QLabel()
        self.comptes.setWordWrap(True)
        self.comptes.setProperty("role", "doux")
        self.genre = self._liste("Le fichier contient")
        for genre in Genre:
            self.genre.addItem(genre.value.capitalize(), genre)
        self.profil = self._liste("Profil d’import")
        self.feuille = self._liste("Feuille")
        self.ligne = self._nombre("Titres à la ligne", 0, 1)
        self.ligne.setSpecialValueText("aucune")
        self.hauteur = self._nombre("Sur", 1, HAUTEUR_MAX)
        self.model = ApercuModel(self)
        self.table = Table("Premières lignes du fichier")
        self.table.setModel(self.model)
        self.table.setItemDelegate(FondDelegate(self))
        self.table.horizontalHeader().setStretchLastSection(False)
        self._lay_out()
        aerer(self)
        self.genre.activated.connect(self._on_genre)
        self.profil.activated.connect(self._on_profil)
        self.feuille.activated.connect(self._on_feuille)
        self.ligne.valueChanged.connect(self._on_entete)
        self.hauteur.valueChanged.connect(self._on_entete)
        self.table.clicked.connect(self._on_row)
        self.table.activated.connect(self._on_row)

    @override
    def premier(self) -> QWidget:
        return self.genre

    @property
    @override
    def pret(self) -> bool:
        study = self.conduite.etude
        return study is not None and bool(study.lignes)

    @override
    def montrer(self) -> None:
        study = self.conduite.etude
        if study is None:
            return
        self._fill(study)
        self.compris.setText(comprendre(study.lu.source))
        self.comptes.setText(compter(study))
        self.model.montrer(study)
        self._fit_columns()
        profil = study.lu.profil
        if not study.lignes:
            self.constat.dire(
                "Aucune ligne de données sous ces titres. Choisissez une autre feuille ou une "
                "autre ligne de titres.",
                Etat.RETARD,
            )
        elif profil is not None:
            self.constat.dire(typographier(f"Profil « {profil.nom} » reconnu."), Etat.OK)
        else:
            self.constat.dire("")

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for place, (text, widget) in enumerate(
            (
                ("Le fichier contient", self.genre),
                ("Profil", self.profil),
                ("Feuille", self.feuille),
                ("Titres à la ligne", self.ligne),
                ("sur", self.hauteur),
            )
        ):
            label = QLabel(text)
            label.setBuddy(widget)
            row, column = divmod(place, 3)
            grid.addWidget(label, row, 2 * column)
            grid.addWidget(widget, row, 2 * column + 1)
        grid.addWidget(self.comptes, 1, 4, 1, 2)
        for column in (1, 3, 5):
            grid.setColumnStretch(column, 1)
        self.corps.addWidget(self.compris)
        self.corps.addLayout(grid)
        self.corps.addWidget(self.table, 1)

    def _liste(self, nom: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(nom)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(12)
        return box

    def _nombre(self, nom: str, least: int, most: int) -> QSpinBox:
        box = QSpinBox()
        box.setAccessibleName(nom)
        box.setRange(least, most)
        box.setKeyboardTracking(False)
        return box

    def _fill(self, etude: Etude) -> None:
        held = (self.genre, self.profil, self.feuille, self.ligne, self.hauteur)
        blockers = [QSignalBlocker(widget) for widget in held]
        self.genre.setCurrentIndex(self.genre.findData(etude.genre))
        self.profil.clear()
        self.profil.addItem(SANS_PROFIL, None)
        for profil in etude.profils:
            self.profil.addItem(profil.nom, profil)
        chosen = etude.lu.profil.nom if etude.lu.profil else SANS_PROFIL
        self.profil.setCurrentIndex(max(self.profil.findText(chosen), 0))
        self.feuille.clear()
        for sheet in etude.lu.source.feuilles:
            name = f"{sheet.nom} (masquée)" if sheet.masquee else sheet.nom
            self.feuille.addItem(name, sheet.nom)
        self.feuille.setCurrentIndex(self.feuille.findData(etude.feuille.nom))
        self.feuille.setEnabled(self.feuille.count() > 1)
        rows, headers = len(etude.feuille.lignes), etude.lu.decoupe.entetes
        self.ligne.setRange(0, etude.feuille.numero(rows - 1) if rows else 0)
        self.ligne.setValue(etude.feuille.numero(headers[0]) if headers else 0)
        self.hauteur.setValue(len(headers) or 1)
        self.hauteur.setSuffix(" ligne" if self.hauteur.value() == 1 else " lignes")
        self.hauteur.setEnabled(bool(headers))
        for blocker in blockers:
            blocker.unblock()

    def _fit_columns(self) -> None:
        self.table.resizeColumnsToContents()
        for column in range(len(FIXES), self.model.columnCount()):
            width = self.table.columnWidth(column)
            self.table.setColumnWidth(column, max(LARGEUR_MIN, min(width, LARGEUR_MAX)))

    @Slot()
    def _on_genre(self) -> None:
        kind = Genre(self.genre.currentData())  # Qt keeps a text
        self.conduite.changer("Appariement des colonnes", partial(_genre, kind))

    @Slot()
    def _on_profil(self) -> None:
        self.conduite.changer("Application du profil", partial(_profil, self.profil.currentData()))

    @Slot()
    def _on_feuille(self) -> None:
        self.conduite.changer(
            "Lecture de la feuille", partial(_feuille, self.feuille.currentData())
        )

    @Slot()
    def _on_entete(self) -> None:
        study = self.conduite.etude
        if study is None:
            return
        wanted, height = self.ligne.value(), self.hauteur.value()
        rows = range(len(study.feuille.lignes))
        first = next((row for row in rows if study.feuille.numero(row) >= wanted), 0)
        self._move(tuple(range(first, min(first + height, len(rows)))) if wanted else ())

    @Slot(QModelIndex)
    def _on_row(self, index: QModelIndex) -> None:
        """The header begins at the row that was chosen, and keeps its height."""
        study = self.conduite.etude
        if study is None:
            return
        last = min(index.row() + self.hauteur.value(), len(study.feuille.lignes))
        self._move(tuple(range(index.row(), last)))

    def _move(self, entetes: tuple[int, ...]) -> None:
        study = self.conduite.etude
        if study is not None and entetes != study.lu.decoupe.entetes:
            self.conduite.changer("Recherche des colonnes", partial(_entetes, entetes))


def comprendre(source: SourceLue) -> str:
    """What the file is, in one line."""
    parts = [source.format]
    if source.encodage:
        parts.append(f"encodage {source.encodage}")
    if source.separateur:
        sign = SEPARATEURS.get(source.separateur, f"« {source.separateur} »")
        parts.append(f"séparateur {sign}")
    sheets = len(source.feuilles)
    hidden = sum(sheet.masquee for sheet in source.feuilles)
    if sheets > 1:
        told = compte(sheets, "feuille")
        parts.append(f"{told}, dont {compte(hidden, 'masquée')}" if hidden else told)
    if not source.masquages:
        parts.append("ce format ne dit pas quelles lignes et colonnes sont masquées")
    return typographier(" · ".join(parts))


def compter(etude: Etude) -> str:
    """How many rows are data, and why the others are not."""
    lines = compte(len(etude.lignes), "ligne de données", "lignes de données")
    why = [
        compte(count, SINGULIERS.get(reason, reason), PLURIELS.get(reason, reason))
        for reason, count in raisons(etude).most_common()
    ]
    return f"{lines}. À part\u00a0: {', '.join(why)}." if why else f"{lines}."


def _genre(genre: Genre, etude: Etude, bureau: Bureau) -> Etude:
    return etudier_fichier.changer_genre(etude, genre, bureau=bureau)


def _profil(profil: Profil | None, etude: Etude, bureau: Bureau) -> Etude:
    return etudier_fichier.changer_profil(etude, profil, bureau=bureau)


def _feuille(nom: str, etude: Etude, bureau: Bureau) -> Etude:
    return etudier_fichier.changer_feuille(etude, nom, bureau=bureau)


def _entetes(entetes: tuple[int, ...], etude: Etude, bureau: Bureau) -> Etude:
    return etudier_fichier.changer_entetes(etude, entetes, bureau=bureau)
