"""The menus: every command of the window by name, with its key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QInputDialog

from fluxdesk.domain.vacance_longue import MOIS
from fluxdesk.ui.apparence import Choix

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QMenu, QMenuBar

    from fluxdesk.ui.apparence import Apparence
    from fluxdesk.ui.pages.page import Page

Key = QKeySequence.StandardKey
LIBELLES = {
    Choix.SYSTEME: "Comme le système",
    Choix.CLAIR: "Thème clair",
    Choix.SOMBRE: "Thème sombre",
}


class Menus(QObject):
    """Fills the menu bar; each command is a signal, so that it can be given to whoever does it."""

    nouvelle = Signal()
    ouvrir = Signal()
    recente = Signal(object)  # Path
    importer = Signal()
    sauvegarder = Signal()
    identite = Signal()
    regles = Signal()
    referentiels = Signal()
    profils = Signal()
    courriers = Signal()
    modeles = Signal()
    pourquoi = Signal()
    purger = Signal()
    annuler = Signal()
    quitter = Signal()
    page = Signal(int)
    cotation = Signal(bool)
    vacance_longue = Signal(int)
    aide = Signal()
    a_propos = Signal()

    def __init__(self, barre: QMenuBar, pages: Sequence[type[Page]], apparence: Apparence) -> None:
        super().__init__(barre)
        self._apparence = apparence
        self._barre = barre
        self._de_base: list[QAction] = []
        self._fichier(barre.addMenu("&Fichier"))
        edition = barre.addMenu("&Édition")
        self._annuler = self._add(edition, "Annuler", self.annuler, key=Key.Undo)
        self.montrer_annulable("")
        self._courrier(barre.addMenu("&Courriers"))
        affichage = barre.addMenu("&Affichage")
        self._pages(affichage, pages)
        self._theme(affichage)
        aide = barre.addMenu("&Aide")
        self._add(aide, "Aide de cette page", self.aide, key=Key.HelpContents)
        self._add(aide, "À propos de FluxDesk", self.a_propos)
        self.montrer_base(ouverte=False)

    def montrer_base(self, *, ouverte: bool) -> None:
        """Allow what needs a base only while one is open."""
        for action in self._de_base:
            action.setEnabled(ouverte)
        if not ouverte:
            self.montrer_annulable("")

    @property
    def cotation_affichee(self) -> bool:
        """Whether the score of a demand is shown."""
        return self._apparence.cotation

    @property
    def mois_vacance_longue(self) -> int:
        """After how many months a vacancy alerts."""
        return self._apparence.mois_vacance_longue

    def montrer_annulable(self, libelle: str) -> None:
        """Name what Ctrl+Z undoes; nothing to undo where it is empty."""
        self._annuler.setText(f"Annuler\u00a0: {libelle}…" if libelle else "Annuler")
        self._annuler.setEnabled(bool(libelle))

    def montrer_recentes(self, chemins: Sequence[Path]) -> None:
        """List the bases opened lately."""
        self._recentes.clear()
        for chemin in chemins:
            action = self._recentes.addAction(chemin.stem)
            action.setToolTip(str(chemin))
            action.setData(chemin)
        self._recentes.setEnabled(bool(chemins))

    def _fichier(self, menu: QMenu) -> None:
        self._add(menu, "&Nouvelle base…", self.nouvelle, key=Key.New)
        self._add(menu, "&Ouvrir…", self.ouvrir, key=Key.Open)
        self._recentes = menu.addMenu("Bases &récentes")
        self._recentes.setToolTipsVisible(True)
        self._recentes.triggered.connect(self._on_recent)
        menu.addSeparator()
        self._de_base.append(self._add(menu, "&Importer un fichier…", self.importer, key="Ctrl+I"))
        menu.addSeparator()
        for text, done in (
            ("I&dentité du bailleur…", self.identite),
            ("Règles du &flux…", self.regles),
            ("Référe&ntiels…", self.referentiels),
            ("&Profils d’import…", self.profils),
            ("&Effacer les candidats anciens…", self.purger),
            ("&Sauvegarder maintenant", self.sauvegarder),
        ):
            self._de_base.append(self._add(menu, text, done))
        menu.addSeparator()
        self._add(menu, "&Quitter", self.quitter, key="Ctrl+Q")

    def _courrier(self, menu: QMenu) -> None:
        self._de_base += [
            self._add(menu, "&Courriers du jour…", self.courriers, key=Key.Print),
            self._add(menu, "&Modèles de lettres…", self.modeles),
            self._add(menu, "&Pourquoi ce logement…", self.pourquoi),
        ]

    def _pages(self, menu: QMenu, pages: Sequence[type[Page]]) -> None:
        group = QActionGroup(self)
        group.setExclusionPolicy(QActionGroup.ExclusionPolicy.None_)
        for number, page in enumerate(pages):
            action = group.addAction(page.titre)
            action.setData(number)
            action.setShortcut(QKeySequence(f"Ctrl+{number + 1}"))
            menu.addAction(action)
            self._de_base.append(action)
        group.triggered.connect(self._on_page)
        menu.addSeparator()

    def _theme(self, menu: QMenu) -> None:
        group = QActionGroup(self)
        for choice, text in LIBELLES.items():
            action = group.addAction(text)
            action.setCheckable(True)
            action.setData(choice.value)
            action.setChecked(choice is self._apparence.choix)
            menu.addAction(action)
        group.triggered.connect(self._on_theme)
        menu.addSeparator()
        self._add(menu, "Agrandir le texte", self._apparence.agrandir, key=Key.ZoomIn)
        self._add(menu, "Réduire le texte", self._apparence.reduire, key=Key.ZoomOut)
        self._add(menu, "Taille normale", self._apparence.taille_normale, key="Ctrl+0")
        menu.addSeparator()
        score = menu.addAction("Afficher la cotation des candidats")
        score.setCheckable(True)
        score.setChecked(self._apparence.cotation)
        score.toggled.connect(self._apparence.montrer_cotation)
        score.toggled.connect(self.cotation)
        self._add(menu, "Alerte de vacance longue…", self._demander_mois)

    def _add(
        self,
        menu: QMenu,
        text: str,
        done: SignalInstance | Callable[[], None],
        key: Key | str | None = None,
    ) -> QAction:
        action = menu.addAction(text)
        action.triggered.connect(done)
        if key is not None:
            action.setShortcut(QKeySequence(key))
        return action

    @Slot()
    def _demander_mois(self) -> None:
        chosen, agreed = QInputDialog.getInt(
            self._barre,
            "Alerte de vacance longue",
            "Signaler un logement vacant depuis plus de, en mois (usage\u00a0: trois)",
            self.mois_vacance_longue,
            MOIS[0],
            MOIS[-1],
        )
        if agreed:
            self._apparence.alerter_apres(chosen)
            self.vacance_longue.emit(chosen)

    @Slot(QAction)
    def _on_recent(self, action: QAction) -> None:
        self.recente.emit(action.data())

    @Slot(QAction)
    def _on_page(self, action: QAction) -> None:
        self.page.emit(action.data())

    @Slot(QAction)
    def _on_theme(self, action: QAction) -> None:
        self._apparence.choisir(Choix(action.data()))
