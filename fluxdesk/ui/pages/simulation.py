"""Simulation: a past year under other conventions, beside what was done; writes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QStackedWidget
from typing_extensions import override

from fluxdesk.domain.typographie import nom_simple, typographier
from fluxdesk.services.simuler_annee import simuler_annee
from fluxdesk.services.simuler_source import annees_jouables, lire_annee, lire_fichiers
from fluxdesk.ui.contexte import Sujet
from fluxdesk.ui.pages.importations import CLASSEUR
from fluxdesk.ui.pages.page import Page
from fluxdesk.ui.pages.simulation_hypothese import PAR_FICHIERS, PanneauHypothese
from fluxdesk.ui.pages.simulation_resultat import PanneauResultat
from fluxdesk.ui.theme import bouton, bouton_principal
from fluxdesk.ui.widgets.annonce import Annonce
from fluxdesk.ui.widgets.vide import EtatVide

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fluxdesk.services.ports import Bureau, Progress
    from fluxdesk.services.simuler_annee import Simulation
    from fluxdesk.services.simuler_hypothese import Clause
    from fluxdesk.services.simuler_source import Source
    from fluxdesk.ui.contexte import Contexte

RIEN = (
    "Et si Action Logement passait de 22 à 30 % ? La simulation rejoue une année avec d’autres "
    "taux et montre qui aurait reçu quoi, sans rien changer à la base. Il lui faut une année où "
    "des logements ont été orientés, ou deux fichiers : des conventions et un flux."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LuSimulation:
    """The years that can be played, and the one to begin with; None where there is none."""

    annees: tuple[int, ...]
    source: Source | None


def lire_simulation(bureau: Bureau, annee: int | None) -> LuSimulation:
    """Read the years and one of them, the newest unless it is named; runs on the worker.

    A year of ``PAR_FICHIERS`` reads no year: files are what is played.
    """
    years = annees_jouables(uow=bureau.base.transaction())
    wanted = annee if annee in years else next(iter(years), None)
    if wanted is None or annee == PAR_FICHIERS:
        return LuSimulation(annees=years, source=None)
    return LuSimulation(annees=years, source=_lire_annee(bureau, wanted))


def _lire_annee(bureau: Bureau, annee: int) -> Source:
    return lire_annee(annee, base=bureau.base, territoires=bureau.territoires)


def _lire_fichiers(bureau: Bureau, conventions: Path, flux: Path, _progress: Progress) -> Source:
    return lire_fichiers(conventions, flux, lire=bureau.lire_tableau)


def _simuler(source: Source, hypothese: tuple[Clause, ...], progress: Progress) -> Simulation:
    return simuler_annee(source, hypothese, progress=progress)


def _exporter(bureau: Bureau, simulation: Simulation, cible: Path, _progress: Progress) -> Path:
    bureau.ecrire_simulation(simulation, cible)
    return cible


class SimulationPage(Page):
    """The hypothesis first, then what it changes; a button goes back and forth."""

    nom: ClassVar[str] = "simulation"
    titre: ClassVar[str] = "Simulation"
    icone: ClassVar[str] = "flask-conical"
    sujets: ClassVar[frozenset[Sujet]] = frozenset({Sujet.VACANCES, Sujet.CONVENTIONS})

    def __init__(self, contexte: Contexte, parent: QWidget | None = None) -> None:
        super().__init__(contexte, parent)
        self._cible = Path()
        self.hypothese = PanneauHypothese()
        self.resultat = PanneauResultat()
        self.annonce = Annonce()
        self.reinitialiser = bouton("Réinitialiser", "rotate-ccw")
        self.simuler = bouton_principal("Simuler", "flask-conical")
        self.modifier = bouton("Modifier l’hypothèse", "arrow-left")
        self.exporter = bouton_principal("Exporter…", "file-spreadsheet")
        for button in (self.reinitialiser, self.simuler, self.modifier, self.exporter):
            button.setAccessibleName(button.text())
            self.actions.addWidget(button)
        self.fichiers = bouton_principal("Simuler sur des fichiers…", "folder-open")
        self.vide = EtatVide("Aucune année à rejouer", typographier(RIEN), self.fichiers)
        self.pile = QStackedWidget()
        for widget in (self.hypothese, self.resultat, self.vide):
            self.pile.addWidget(widget)
        self.corps.addWidget(self.annonce)
        self.corps.addWidget(self.pile, 1)
        self._brancher()
        self._montrer(self.hypothese)

    def _brancher(self) -> None:
        self.hypothese.annee_choisie.connect(self._lire_annee)
        self.hypothese.fichiers_choisis.connect(self._lire_fichiers)
        self.hypothese.change.connect(self._ajuster)
        self.reinitialiser.clicked.connect(self.hypothese.reinitialiser)
        self.simuler.clicked.connect(self._simuler)
        self.modifier.clicked.connect(self._revenir)
        self.exporter.clicked.connect(self._exporter)
        self.fichiers.clicked.connect(self._demander_fichiers)
        self.resultat.vacance.connect(self._ouvrir_vacance)

    @override
    def recharger(self) -> None:
        chosen = self.hypothese.sources.currentData()
        self.contexte.lire(partial(lire_simulation, self.contexte.bureau, chosen), self._lue)

    @Slot(object)
    def _lue(self, lu: LuSimulation) -> None:
        files = self.hypothese.sources.currentData() == PAR_FICHIERS
        self.hypothese.proposer(lu.annees)
        if lu.source is not None:
            self._montrer_source(lu.source)
        elif not files:
            self._montrer(self.vide)

    @Slot(object)
    def _montrer_source(self, source: Source) -> None:
        kept = self.hypothese.source
        same = kept is not None and kept.titre == source.titre and kept.parties == source.parties
        typed = self.hypothese.hypothese
        self.hypothese.montrer(source)
        if same:  # the base moved on elsewhere: what was typed here is not lost
            self.hypothese.model.supposer(typed)
        if self.pile.currentWidget() is not self.resultat:
            self._montrer(self.hypothese)

    def _montrer(self, widget: QWidget) -> None:
        self.pile.setCurrentWidget(widget)
        supposing, shown = widget is self.hypothese, widget is self.resultat
        for button in (self.reinitialiser, self.simuler):
            button.setVisible(supposing)
        for button in (self.modifier, self.exporter):
            button.setVisible(shown)
        done = self.resultat.simulation
        self.sous_titre.setText(done.source.titre if shown and done else "")
        self.setFocusProxy(widget)
        self._ajuster()

    @Slot()
    def _ajuster(self) -> None:
        rows = self.hypothese.hypothese
        self.simuler.setEnabled(self.hypothese.jouable)
        self.reinitialiser.setEnabled(any(c.modifiee for c in rows))

    @Slot(int)
    def _lire_annee(self, annee: int) -> None:
        self.contexte.lire(partial(_lire_annee, self.contexte.bureau, annee), self._montrer_source)

    @Slot()
    def _lire_fichiers(self) -> None:
        conventions, flux = self.hypothese.conventions.chemin, self.hypothese.flux.chemin
        if conventions is not None and flux is not None:
            work = partial(_lire_fichiers, self.contexte.bureau, conventions, flux)
            self.contexte.agir("Lecture des fichiers", work, self._montrer_source, sujets=())

    @Slot()
    def _demander_fichiers(self) -> None:
        self.hypothese.proposer(())
        self._montrer(self.hypothese)
        self.hypothese.conventions.parcourir.setFocus()

    @Slot()
    def _simuler(self) -> None:
        source = self.hypothese.source
        if source is not None:
            work = partial(_simuler, source, self.hypothese.hypothese)
            self.contexte.agir("Simulation", work, self._simulee, sujets=())

    @Slot(object)
    def _simulee(self, simulation: Simulation) -> None:
        self.annonce.taire()
        self.resultat.montrer(simulation)
        self._montrer(self.resultat)
        self.resultat.setFocus()

    @Slot()
    def _revenir(self) -> None:
        self.annonce.taire()
        self._montrer(self.hypothese)
        self.hypothese.setFocus()

    @Slot(int)
    def _ouvrir_vacance(self, vacance_id: int) -> None:
        self.contexte.ouvrir.emit("vacances", vacance_id)

    @Slot()
    def _exporter(self) -> None:
        simulation = self.resultat.simulation
        if simulation is None:
            return
        proposed = f"Simulation {nom_simple(simulation.source.titre)}.xlsx"
        chosen, _ = QFileDialog.getSaveFileName(self, "Exporter la simulation", proposed, CLASSEUR)
        if chosen:
            self._cible = Path(chosen).with_suffix(".xlsx")
            work = partial(_exporter, self.contexte.bureau, simulation, self._cible)
            self.contexte.agir("Export de la simulation", work, self._annoncer, sujets=())

    @Slot(object)
    def _annoncer(self, cible: Path) -> None:
        self.annonce.dire(
            typographier(f"Simulation exportée dans « {cible} »."),
            [("Ouvrir le classeur", "external-link", self._ouvrir_classeur)],
        )

    @Slot()
    def _ouvrir_classeur(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._cible)))
