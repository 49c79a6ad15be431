"""Ask for a convention; the legal checks answer while it is typed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QStringListModel, QTimer, Slot
from PySide6.QtWidgets import QDialog

from fluxdesk.domain.controles import Gravite
from fluxdesk.domain.duree_convention import duree_au, duree_en_mots
from fluxdesk.domain.prereglages import appliquer
from fluxdesk.domain.reservataire import Categorie
from fluxdesk.domain.typographie import typographier
from fluxdesk.services.controler_conventions import controler_saisie
from fluxdesk.services.controler_faisabilite import examinateur
from fluxdesk.ui.dates import en_qt, mettre_date
from fluxdesk.ui.dialogs.boutons import nommer_boutons
from fluxdesk.ui.dialogs.convention_avenants import avenant_en_mots, premier_jour, taux_change
from fluxdesk.ui.dialogs.convention_champs import ChampsConvention
from fluxdesk.ui.dialogs.convention_prereglages import PrereglagesDialog
from fluxdesk.ui.dialogs.convention_usages import USAGE, USAGES
from fluxdesk.ui.forms.ui_convention import Ui_SaisieConvention
from fluxdesk.ui.theme import aerer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fluxdesk.domain.convention import Avenant
    from fluxdesk.domain.flux_constate import FluxConstate
    from fluxdesk.services.controler_conventions import SaisieConvention
    from fluxdesk.services.controler_faisabilite import Examen
    from fluxdesk.services.ports import Bureau
    from fluxdesk.ui.contexte import Contexte
    from fluxdesk.ui.models.conventions_lieux import Lieux

PREMIER_JOUR = QDate(1900, 1, 1)
ATTENTE = 250  # ms of quiet before a check


@dataclass(frozen=True, slots=True)
class Controle:
    """What was checked and what was found."""

    saisie: SaisieConvention
    examen: Examen
    flux: FluxConstate


def controler(bureau: Bureau, flux: FluxConstate | None, saisie: SaisieConvention) -> Controle:
    """Check a form; runs on the worker. The flux of the base is read once for a form."""
    examiner = examinateur(bureau, flux)
    found = controler_saisie(saisie, uow=bureau.base.transaction(), examinateur=examiner)
    return Controle(saisie, found, examiner.flux)


class ConventionDialog(QDialog):
    """Asks; writes nothing: the caller runs the use case with saisie().

    ``annee`` is how many dwellings entered the flux in the last twelve months.
    """

    def __init__(
        self,
        contexte: Contexte,
        lieux: Lieux,
        ancienne: SaisieConvention | None = None,
        parent: QWidget | None = None,
        *,
        annee: int = 0,
    ) -> None:
        super().__init__(parent)
        self.ui = Ui_SaisieConvention()
        self.ui.setupUi(self)
        aerer(self)
        self._contexte = contexte
        self._ancienne = ancienne
        self._enregistrer = nommer_boutons(self.ui.boutons, "Enregistrer la convention")
        self._today = contexte.bureau.horloge.aujourd_hui()
        self.champs = ChampsConvention(self.ui, self._today, lieux, annee, self)
        self._nouveau_taux = False
        self._flux: FluxConstate | None = None
        self._attente = QTimer(self, singleShot=True, interval=ATTENTE)
        self._attente.timeout.connect(self._controler)
        self.finished.connect(self._attente.stop)  # nothing is read once it is closed
        self._avenants = QStringListModel(self)
        self.ui.avenants.setModel(self._avenants)
        self._ouvrir()
        self._brancher()
        self._suivre()

    def saisie(self) -> SaisieConvention:
        """What is entered."""
        return self.champs.lire(self._ancienne)

    def commencer_par(self, categorie: Categorie) -> None:
        """Start from the usual values of this kind of réservataire."""
        self.ui.categorie.setCurrentIndex(self.ui.categorie.findData(categorie))

    @property
    def anciens(self) -> tuple[Avenant, ...]:
        """The avenants already signed."""
        return self._ancienne.convention.avenants if self._ancienne else ()

    def _ouvrir(self) -> None:
        signed = bool(self.anciens)
        self.ui.onglets.setCurrentIndex(0)
        self.ui.titre_avenants.setVisible(signed)
        self.ui.avenants.setVisible(signed)
        if self._ancienne is None or not signed:
            self._ouvrir_vierge()
            return
        self.setWindowTitle(f"Convention\u00a0: {self._ancienne.reservataire.nom}")
        self.champs.montrer(self._ancienne)
        self.ui.onglets.setCurrentWidget(self.ui.page_taux)  # what changes most often
        self._avenants.setStringList([avenant_en_mots(a) for a in self.anciens])
        self.ui.usage.setText(
            typographier("Un nouveau taux crée un avenant : l’ancien taux reste au compte passé.")
        )

    def _ouvrir_vierge(self) -> None:
        """A first convention, of a réservataire that is known already or of a new one."""
        self.setWindowTitle("Ajouter une convention")
        if self._ancienne is None:
            self._appliquer_usage()
            return
        who = self._ancienne.reservataire
        self.champs.montrer_reservataire(who)
        self._appliquer_usage()  # which names what is usual
        self.champs.montrer_reservataire(who)

    def _brancher(self) -> None:
        ui = self.ui
        self.champs.change.connect(self._suivre)
        ui.categorie.currentIndexChanged.connect(self._appliquer_usage)
        ui.preregler.clicked.connect(self._demander_prereglage)
        ui.boutons.accepted.connect(self.accept)
        ui.boutons.rejected.connect(self.reject)

    @Slot()
    def _appliquer_usage(self) -> None:
        if self.anciens:
            return  # what was signed is not replaced by what is usual
        self.champs.proposer(USAGES[Categorie(self.ui.categorie.currentData())])
        self.ui.usage.setText(USAGE)

    @Slot()
    def _suivre(self) -> None:
        """Something was typed: check it once the officer pauses."""
        self._ajuster_dates()
        self._dire_duree()
        missing = self.champs.manque()
        self._enregistrer.setEnabled(False)
        if missing:
            self._attente.stop()
            self.ui.controles.attendre(missing)
            return
        self.ui.controles.attendre("Contrôle en cours…")
        self._attente.start()

    @Slot()
    def _demander_prereglage(self) -> None:
        """Offer the usual values of this kind; nothing is written before they are taken."""
        kind = Categorie(self.ui.categorie.currentData())
        self.prereglages = PrereglagesDialog(kind, self)
        self.prereglages.accepted.connect(self._preregler)
        self.prereglages.finished.connect(self.prereglages.deleteLater)
        self.prereglages.open()

    @Slot()
    def _preregler(self) -> None:
        taken = self.prereglages.valeurs()
        entered = self.saisie().convention
        self.champs.montrer_clauses(appliquer(entered, taken))
        self.ui.usage.setText(USAGE)

    def _ajuster_dates(self) -> None:
        """A new rate asks from which day; an unchanged one keeps its own."""
        if not self.anciens:
            return
        changed = taux_change(self.anciens, self.champs.taux())
        ui = self.ui
        first = premier_jour(self.anciens)
        ui.debut_connu.setEnabled(False)
        if changed != self._nouveau_taux:
            self._nouveau_taux = changed
            day = max(first or self._today, self._today) if changed else self.anciens[-1].debut
            ui.debut.setMinimumDate(en_qt(first) if changed and first else PREMIER_JOUR)
            mettre_date(ui.debut_connu, ui.debut, day)
        ui.debut.setEnabled(changed)
        ui.titre_debut_connu.setText("Nouveau taux à compter du" if changed else "À compter du")

    def _dire_duree(self) -> None:
        standing = duree_au(self.saisie().convention, self._today)
        self.ui.duree_dite.setText(duree_en_mots(standing))

    @Slot()
    def _controler(self) -> None:
        work = partial(controler, self._contexte.bureau, self._flux, self.saisie())
        self._contexte.lire(work, self._montrer_controle)

    @Slot(object)
    def _montrer_controle(self, controle: Controle) -> None:
        self._flux = controle.flux
        if self.champs.manque() or controle.saisie != self.saisie():
            return  # typed on since: another check is on its way
        found = controle.examen
        self.ui.controles.montrer(
            found.alertes, "Cette convention respecte les plafonds de la loi.", found.messages
        )
        blocked = any(a.gravite is Gravite.BLOQUANT for a in found.alertes)
        self._enregistrer.setEnabled(not blocked)
