"""New programmes and residences, from the page Patrimoine."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDateEdit, QMenu

from fluxdesk.domain.residence import Residence
from fluxdesk.domain.typographie import accorde, typographier
from fluxdesk.services.livrer_programme import livrer_programme
from fluxdesk.services.tenir_programmes import enregistrer_programme, retirer_programme
from fluxdesk.services.tenir_residences import enregistrer_residence, residence_de
from fluxdesk.ui.contexte import Sujet
from fluxdesk.ui.dates import de_qt, en_qt
from fluxdesk.ui.dialogs.choix_logements import ChoixLogementsDialog
from fluxdesk.ui.dialogs.motif import MotifDialog
from fluxdesk.ui.dialogs.programmes import ProgrammesDialog
from fluxdesk.ui.dialogs.residence import ResidenceDialog
from fluxdesk.ui.dialogs.saisie import SaisieDialog
from fluxdesk.ui.theme import bouton

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from fluxdesk.domain.logement import Logement
    from fluxdesk.domain.programme_neuf import ProgrammeNeuf
    from fluxdesk.services.ports import Progress
    from fluxdesk.ui.contexte import Contexte

SUJETS = (Sujet.PATRIMOINE, Sujet.VACANCES, Sujet.JOURNAL)
PHRASE_LIVRAISON = (
    "Une vacance s’ouvre pour chaque logement du programme ; son offre ira au réservataire "
    "convenu. La livraison s’annule tant qu’aucun logement n’est proposé."
)

SANS_CHOIX = "Choisissez d’abord un logement de la résidence dans la liste."
SANS_RESIDENCE = "Ce logement ne nomme aucune résidence\u00a0: corrigez-le d’abord."


class LivraisonDialog(SaisieDialog):
    """Asks the day of a delivery."""

    def __init__(self, nom: str, parent: QWidget, jour: QDateEdit) -> None:
        super().__init__(f"Livrer {nom}", typographier(PHRASE_LIVRAISON), "Livrer", parent)
        self.jour = jour
        self.jour.setCalendarPopup(True)
        self.jour.setDisplayFormat("dd/MM/yyyy")
        self.ligne("Livré le", self.jour)
        self.colonne.addWidget(self.boutons)


class ActesProgrammes(QObject):
    """Opens the dialogs over the page and runs what they answer."""

    def __init__(self, contexte: Contexte, page: QWidget, choisis: Callable[[], list[int]]) -> None:
        super().__init__(page)
        self._contexte = contexte
        self._page = page
        self._choisis = choisis
        self._vise: ProgrammeNeuf | None = None
        self.dialogue: ProgrammesDialog | None = None
        self.second: SaisieDialog | MotifDialog | None = None
        self.bouton = bouton("Programmes et baux", "house")
        self.bouton.setToolTip(
            "Programmes neufs ; fragilité et attractivité d’une résidence ; examens d’occupation"
        )
        menu = QMenu(self.bouton)
        self.action_programmes = menu.addAction("Programmes &neufs…")
        self.action_residence = menu.addAction("&Résidence du logement choisi…")
        self.action_baux = menu.addAction("&Baux et examens d’occupation…")
        self.action_baux.setShortcut(QKeySequence("Ctrl+Shift+B"))
        self.action_programmes.triggered.connect(self.programmes)
        self.action_baux.triggered.connect(contexte.baux)
        self.action_residence.triggered.connect(self.residence)
        self.bouton.setMenu(menu)
        contexte.erreur.connect(self._dire_erreur)

    @Slot()
    def programmes(self) -> None:
        """Show the new programmes."""
        self.dialogue = dialog = ProgrammesDialog(self._contexte, self._page)
        dialog.enregistrer.connect(self._enregistrer)
        dialog.livrer.connect(self._demander_livraison)
        dialog.retirer.connect(self._demander_retrait)
        dialog.choisir.connect(self._demander_logements)
        dialog.finished.connect(self._oublier)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def residence(self) -> None:
        """Read what is known of the residence of the first dwelling chosen, and ask."""
        chosen = self._choisis()
        if chosen:
            self._contexte.lire(partial(self._lire_residence, chosen[0]), self._demander_residence)
        else:
            self._contexte.avis.emit(SANS_CHOIX)

    def _lire_residence(self, ident: int) -> Residence:
        with self._contexte.bureau.base.transaction() as uow:
            home = uow.logements.lire(ident)
            known = residence_de(home.programme, home.commune, uow=uow)
        return known or Residence(nom=home.programme, commune=home.commune)

    @Slot(object)
    def _demander_residence(self, residence: Residence) -> None:
        if not residence.nom:
            self._contexte.avis.emit(SANS_RESIDENCE)
            return
        today = self._contexte.bureau.horloge.aujourd_hui()
        self._ouvrir(ResidenceDialog(residence, today, self._page), self._noter_residence)

    @Slot()
    def _noter_residence(self) -> None:
        if isinstance(self.second, ResidenceDialog):
            wanted, reason = self.second.saisie(), self.second.motif()
            base = self._contexte.bureau.base
            self._agir(
                "Enregistrement de la résidence",
                lambda: enregistrer_residence(wanted, uow=base.transaction(), motif=reason),
            )

    @Slot(object)
    def _enregistrer(self, programme: ProgrammeNeuf) -> None:
        base = self._contexte.bureau.base
        self._agir(
            "Enregistrement du programme",
            lambda: enregistrer_programme(programme, uow=base.transaction()),
        )

    @Slot(object)
    def _demander_livraison(self, programme: ProgrammeNeuf) -> None:
        self._vise = programme
        today = self._contexte.bureau.horloge.aujourd_hui()
        field = QDateEdit(en_qt(programme.livraison_reelle or today))
        self._ouvrir(LivraisonDialog(programme.nom, self._parent(), field), self._livrer)

    @Slot()
    def _livrer(self) -> None:
        if isinstance(self.second, LivraisonDialog) and self._vise is not None:
            day, ident = de_qt(self.second.jour.date()), self._vise.id
            base = self._contexte.bureau.base

            def work(_progress: Progress) -> int:
                return len(livrer_programme(ident, jour=day, uow=base.transaction()))

            self._contexte.agir("Livraison du programme", work, self._raconter, sujets=SUJETS)

    @Slot(object)
    def _raconter(self, nombre: int) -> None:
        self._contexte.avis.emit(f"{accorde(nombre, 'vacance ouverte', 'vacances ouvertes')}.")
        self._relire(None)

    @Slot(object)
    def _demander_retrait(self, programme: ProgrammeNeuf) -> None:
        self._vise = programme
        dialog = MotifDialog(
            "Retirer un programme",
            typographier(f"Le programme « {programme.nom} » et sa concertation sont retirés."),
            "Retirer ce programme",
            self._parent(),
        )
        self._ouvrir(dialog, self._retirer)

    @Slot()
    def _retirer(self) -> None:
        if isinstance(self.second, MotifDialog) and self._vise is not None:
            base, ident, reason = self._contexte.bureau.base, self._vise.id, self.second.motif()
            self._agir(
                "Retrait du programme",
                lambda: retirer_programme(ident, uow=base.transaction(), motif=reason),
            )

    @Slot(object)
    def _demander_logements(self, _programme: ProgrammeNeuf) -> None:
        self._ouvrir(ChoixLogementsDialog(self._contexte, self._parent()), self._prendre)

    @Slot()
    def _prendre(self) -> None:
        if isinstance(self.second, ChoixLogementsDialog):
            self._contexte.lire(partial(self._lire_logements, self.second.ids()), self._ajouter)

    def _lire_logements(self, ids: Sequence[int]) -> tuple[Logement, ...]:
        with self._contexte.bureau.base.transaction() as uow:
            return tuple(uow.logements.lire(ident) for ident in ids)

    @Slot(object)
    def _ajouter(self, logements: tuple[Logement, ...]) -> None:
        if self.dialogue is not None:
            self.dialogue.formulaire.ajouter(logements)

    def _agir(self, libelle: str, acte: Callable[[], object]) -> None:
        def work(_progress: Progress) -> None:
            acte()

        self._contexte.agir(libelle, work, self._relire, sujets=SUJETS)

    def _ouvrir(self, dialog: SaisieDialog | MotifDialog, fait: Callable[[], None]) -> None:
        self.second = dialog
        dialog.accepted.connect(fait)
        dialog.open()

    @Slot(object)
    def _relire(self, _fait: object) -> None:
        if self.dialogue is not None:
            self.dialogue.bandeau.taire()
            self.dialogue.relire()

    @Slot(str)
    def _dire_erreur(self, phrase: str) -> None:
        if self.dialogue is not None:
            self.dialogue.bandeau.alerter(phrase)

    @Slot()
    def _oublier(self) -> None:
        self.dialogue = None

    def _parent(self) -> QWidget:
        return self.dialogue or self._page
