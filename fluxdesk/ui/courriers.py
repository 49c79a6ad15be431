"""Letters, from the menu: those that wait, and their wording."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QInputDialog

from fluxdesk.domain.erreurs import IntrouvableError
from fluxdesk.domain.typographie import accorde, typographier
from fluxdesk.services.editer_courriers import editer_courriers
from fluxdesk.services.editer_pourquoi import editer_pourquoi
from fluxdesk.services.lire_courriers import lecture_de
from fluxdesk.services.noter_courriers import remettre_en_attente
from fluxdesk.services.tenir_modeles import enregistrer_modele, revenir_a_l_original
from fluxdesk.ui.contexte import Sujet
from fluxdesk.ui.dialogs.courriers import CourriersDialog
from fluxdesk.ui.dialogs.modeles import ModelesDialog
from fluxdesk.ui.dialogs.motif import MotifDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fluxdesk.domain.modele_lettre import GenreCourrier, ModeleLettre
    from fluxdesk.services.courriers_du_jour import CourrierAttendu
    from fluxdesk.services.editer_courriers import CommandeCourriers
    from fluxdesk.services.ports import Bureau, Progress
    from fluxdesk.ui.contexte import Contexte

SUJETS = (Sujet.JOURNAL,)
ENVOYES = (Sujet.VACANCES, Sujet.JOURNAL)  # a letter that is written is an act of its vacancy


class ActesCourriers(QObject):
    """Follows one base."""

    def __init__(self, contexte: Contexte, fenetre: QWidget) -> None:
        super().__init__(contexte)
        self._contexte = contexte
        self._fenetre = fenetre
        self._dossier = Path()
        self._remis: tuple[CourrierAttendu, ...] = ()
        self.jour: CourriersDialog | None = None
        self.modeles: ModelesDialog | None = None
        self.motif: MotifDialog | None = None

    @Slot()
    def demander_jour(self) -> None:
        """Show the letters that wait today."""
        today = self._contexte.bureau.horloge.aujourd_hui()
        made = CourriersDialog(self._contexte, today, self._fenetre)
        made.editer.connect(self._editer)
        made.attendre.connect(self._demander_motif)
        made.finished.connect(self._oublier_jour)
        self._contexte.erreur.connect(made.bandeau.alerter)
        self.jour = made
        made.open()

    @Slot()
    def demander_modeles(self) -> None:
        """Show the wording of the letters."""
        made = ModelesDialog(self._contexte, self._fenetre)
        made.enregistrer.connect(self._enregistrer)
        made.retablir.connect(self._retablir)
        made.finished.connect(self._oublier_modeles)
        self._contexte.erreur.connect(made.bandeau.alerter)
        self.modeles = made
        made.open()

    @Slot()
    def demander_pourquoi(self) -> None:
        """Ask of which offer, and where to write the page that says why."""
        asked = "Numéro de l’offre, comme 2026-031"
        number, agreed = QInputDialog.getText(self._fenetre, "Pourquoi ce logement", asked)
        if agreed and number.strip():
            self.editer_pourquoi(number.strip())

    def editer_pourquoi(self, numero: str) -> None:
        """Ask where to write the page of this offer, and write it."""
        chosen, _ = QFileDialog.getSaveFileName(
            self._fenetre,
            "Éditer la page « pourquoi ce logement »",
            f"Pourquoi {numero}.pdf",
            "Document PDF (*.pdf)",
        )
        if chosen:
            work = partial(_pourquoi, self._contexte.bureau, numero, Path(chosen))
            self._contexte.agir("Édition de la page", work, self._page_ecrite, sujets=SUJETS)

    @Slot(object)
    def _page_ecrite(self, cible: Path) -> None:
        self._contexte.avis.emit(typographier(f"Page écrite : {cible}"))

    @Slot(object)
    def _editer(self, commande: CommandeCourriers) -> None:
        self._dossier = commande.dossier
        work = partial(_editer, self._contexte.bureau, commande)
        self._contexte.agir("Édition des courriers", work, self._editer_fini, sujets=ENVOYES)

    @Slot(object)
    def _editer_fini(self, fichiers: tuple[Path, ...]) -> None:
        if self.jour is None:
            return
        written = accorde(len(fichiers), "fichier écrit", "fichiers écrits")
        self.jour.bandeau.dire(
            typographier(f"{written} dans « {self._dossier} »."),
            [("Ouvrir le dossier", "folder-open", self._ouvrir_dossier)],
        )
        self.jour.relire()

    @Slot()
    def _ouvrir_dossier(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._dossier)))

    @Slot(object)
    def _demander_motif(self, attendus: tuple[CourrierAttendu, ...]) -> None:
        self._remis = attendus
        count = accorde(len(attendus), "courrier déjà écrit", "courriers déjà écrits")
        self.motif = MotifDialog(
            "Remettre en attente",
            f"{count}\u00a0: le papier reste, mais FluxDesk les proposera de nouveau.",
            "Remettre en attente",
            self.jour,
        )
        self.motif.accepted.connect(self._remettre)
        self.motif.open()

    @Slot()
    def _remettre(self) -> None:
        if self.motif is not None:
            work = partial(_remettre, self._contexte.bureau, self._remis, self.motif.motif())
            self._contexte.agir("Remise en attente", work, self._relire_jour, sujets=ENVOYES)

    @Slot(object)
    def _relire_jour(self, _rien: object) -> None:
        if self.jour is not None:
            self.jour.relire()

    @Slot(object)
    def _enregistrer(self, modele: ModeleLettre) -> None:
        work = partial(_enregistrer, self._contexte.bureau, modele)
        self._contexte.agir("Enregistrement du modèle", work, self._modele_fini, sujets=SUJETS)

    @Slot(object)
    def _retablir(self, genre: GenreCourrier) -> None:
        work = partial(_retablir, self._contexte.bureau, genre)
        self._contexte.agir("Retour à l’original", work, self._modele_fini, sujets=SUJETS)

    @Slot(object)
    def _modele_fini(self, dit: str) -> None:
        if self.modeles is not None:
            self.modeles.bandeau.dire(dit)
            self.modeles.relire()

    @Slot()
    def _oublier_jour(self) -> None:
        if self.jour is not None:
            self.jour.deleteLater()
            self.jour = None

    @Slot()
    def _oublier_modeles(self) -> None:
        if self.modeles is not None:
            self.modeles.deleteLater()
            self.modeles = None


def _editer(bureau: Bureau, commande: CommandeCourriers, progress: Progress) -> tuple[Path, ...]:
    return editer_courriers(
        commande,
        lecture=lecture_de(bureau),
        ecrire=bureau.ecrire_courriers,
        ecrire_liste=bureau.ecrire_liste,
        progress=progress,
    )


def _pourquoi(bureau: Bureau, numero: str, cible: Path, _progress: Progress) -> Path:
    with bureau.base.transaction() as uow:
        offer = uow.orientations.par_numero(numero)
    if offer is None:
        what = "L’offre"
        raise IntrouvableError(what, numero)
    return editer_pourquoi(
        offer.id,
        cible.with_suffix(".pdf"),
        lecture=lecture_de(bureau),
        ecrire=bureau.ecrire_lettre,
        jour=bureau.horloge.aujourd_hui(),
    )


def _remettre(
    bureau: Bureau, attendus: tuple[CourrierAttendu, ...], motif: str, _progress: Progress
) -> None:
    remettre_en_attente(attendus, motif=motif, uow=bureau.base.transaction())


def _enregistrer(bureau: Bureau, modele: ModeleLettre, _progress: Progress) -> str:
    enregistrer_modele(modele, uow=bureau.base.transaction())
    return typographier(f"Modèle « {modele.genre.value} » enregistré.")


def _retablir(bureau: Bureau, genre: GenreCourrier, _progress: Progress) -> str:
    revenir_a_l_original(genre, uow=bureau.base.transaction())
    return typographier(f"Le modèle « {genre.value} » est revenu à l’original.")
