"""One open base in the window: its pages, its undo, its identity, and how it is left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from fluxdesk.services.enregistrer_bailleur import enregistrer_bailleur
from fluxdesk.ui.annulation import Annulation
from fluxdesk.ui.assistant import ActesAssistant
from fluxdesk.ui.baux import ActesBaux
from fluxdesk.ui.classeur import RANGS, Classeur
from fluxdesk.ui.contexte import Contexte, Sujet
from fluxdesk.ui.courriers import ActesCourriers
from fluxdesk.ui.dialogs.identite import IdentiteDialog
from fluxdesk.ui.profils import ActesProfils
from fluxdesk.ui.purge import ActesPurge
from fluxdesk.ui.referentiels import ActesReferentiels
from fluxdesk.ui.regles import ActesRegles

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from fluxdesk.domain.bailleur import Bailleur
    from fluxdesk.services.ports import Bureau, Progress
    from fluxdesk.ui.barre_etat import BarreEtat
    from fluxdesk.ui.entete import Entete
    from fluxdesk.ui.menus import Menus
    from fluxdesk.ui.rail import Rail
    from fluxdesk.ui.tasks import Tasks
    from fluxdesk.ui.widgets.bandeau import Bandeau


@dataclass(frozen=True, slots=True, kw_only=True)
class Cadre:
    """The parts of the window that show the open base."""

    fenetre: QWidget
    tasks: Tasks
    menus: Menus
    entete: Entete
    rail: Rail
    bandeau: Bandeau
    barre: BarreEtat


class Seance(QObject):
    """Joins one base to the parts of the window; dies with the base."""

    def __init__(self, bureau: Bureau, cadre: Cadre) -> None:
        super().__init__(cadre.fenetre)
        self.bureau = bureau
        self.contexte = Contexte(bureau, cadre.tasks, self)
        self._montrer_cotation(cadre.menus.cotation_affichee)
        self.contexte.mois_vacance_longue = cadre.menus.mois_vacance_longue
        self.classeur = Classeur(self.contexte)
        self._annulation = Annulation(self.contexte, cadre.fenetre)
        self.regles = ActesRegles(self.contexte, cadre.fenetre)
        self.assistant = ActesAssistant(self.contexte, cadre.fenetre)
        self.referentiels = ActesReferentiels(self.contexte, cadre.fenetre)
        self.profils = ActesProfils(self.contexte, cadre.fenetre)
        self.courriers = ActesCourriers(self.contexte, cadre.fenetre)
        self.purge = ActesPurge(self.contexte, cadre.fenetre)
        self.baux = ActesBaux(self.contexte, cadre.fenetre)
        self._cadre = cadre
        self._dialog: IdentiteDialog | None = None
        self.contexte.erreur.connect(cadre.bandeau.alerter)
        self.classeur.montree.connect(cadre.rail.montrer)
        self.classeur.compte.connect(cadre.rail.compter)
        cadre.rail.choisie.connect(self.classeur.montrer)
        self._brancher_menus(cadre.menus)
        cadre.menus.annuler.connect(self._annulation.demander)
        self.contexte.identite.connect(self.demander_identite)
        self.contexte.baux.connect(self.baux.demander)
        self.contexte.change.connect(self._annulation.relire)
        self.contexte.change.connect(self._count)
        self._annulation.libelle.connect(cadre.menus.montrer_annulable)

    def _brancher_menus(self, menus: Menus) -> None:
        menus.cotation.connect(self._montrer_cotation)
        menus.vacance_longue.connect(self._alerter_apres)
        menus.page.connect(self.classeur.montrer)
        menus.sauvegarder.connect(self.sauvegarder)
        menus.identite.connect(self.demander_identite)
        menus.regles.connect(self.regles.demander)
        menus.importer.connect(self.assistant.demander_sans_genre)
        menus.referentiels.connect(self.referentiels.demander)
        menus.profils.connect(self.profils.demander)
        menus.courriers.connect(self.courriers.demander_jour)
        menus.modeles.connect(self.courriers.demander_modeles)
        menus.purger.connect(self.purge.demander)
        menus.pourquoi.connect(self.courriers.demander_pourquoi)

    def commencer(self) -> None:
        """Show the first page and read what the window says of the base."""
        for rang, _ in enumerate(self._cadre.rail.boutons()):
            self._cadre.rail.compter(rang, 0)
        self.classeur.montrer(0)
        self.classeur.setFocus()  # else Qt hands it on to the status bar
        self._cadre.entete.suivre(self.contexte)
        self._annulation.relire()
        self._count()
        self._cadre.barre.suivre(self.contexte)

    @Slot(bool)
    def _montrer_cotation(self, montree: bool) -> None:  # noqa: FBT001 - what a signal brings
        self.contexte.cotation = montree

    @Slot(int)
    def _alerter_apres(self, mois: int) -> None:
        self.contexte.mois_vacance_longue = mois
        self.contexte.change.emit(frozenset({Sujet.VACANCES}))

    @Slot()
    def _count(self) -> None:
        self.contexte.lire(self._open_vacancies, self._show_count)

    def _open_vacancies(self) -> int:
        rows = self.bureau.base.lectures.vacances(self.bureau.horloge.aujourd_hui())
        return sum(1 for row in rows if not row.close)

    @Slot(object)
    def _show_count(self, nombre: int) -> None:
        self._cadre.rail.compter(RANGS["vacances"], nombre)

    def fermer(self) -> None:
        """Leave the base: its pages go at once, the file is closed on the worker."""
        base = self.bureau.base

        def close(_progress: Progress) -> None:
            base.fermer()

        self._cadre.tasks.lancer(close).demarrer()
        self.classeur.deleteLater()
        self.deleteLater()

    @Slot()
    def sauvegarder(self) -> None:
        """Make a backup now."""
        base = self.bureau.base

        def work(_progress: Progress) -> Path:
            return base.sauvegarder()

        self.contexte.agir("Sauvegarde", work, self._saved, sujets=(Sujet.JOURNAL,))

    @Slot()
    def demander_identite(self) -> None:
        """Read the identity of the landlord, then show it for changing."""
        self.contexte.lire(self._identity, self._ask_identity)

    @Slot(object)
    def _saved(self, chemin: Path) -> None:
        self.contexte.avis.emit(f"Sauvegarde faite et vérifiée\u00a0: {chemin}")

    def _identity(self) -> Bailleur:
        with self.bureau.base.transaction() as uow:
            return uow.bailleurs.lire()

    @Slot(object)
    def _ask_identity(self, bailleur: Bailleur) -> None:
        self._dialog = IdentiteDialog(bailleur, self._cadre.fenetre)
        self._dialog.accepted.connect(self._record_identity)
        self._dialog.open()

    @Slot()
    def _record_identity(self) -> None:
        if self._dialog is None:
            return
        bailleur = self._dialog.bailleur()

        def work(_progress: Progress) -> None:
            enregistrer_bailleur(bailleur, uow=self.bureau.base.transaction())

        self.contexte.agir(
            "Enregistrement de l’identité", work, sujets=(Sujet.BAILLEUR, Sujet.JOURNAL)
        )
