"""États des lieux: photos shown, printed, compared; the conversion; rights entered by hand."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from fluxdesk.domain.profil import Genre
from fluxdesk.domain.typographie import accorde, typographier
from fluxdesk.services.editer_photo import editer_photo
from fluxdesk.services.figer_photo import comparer_a_aujourd_hui, comparer_photos
from fluxdesk.services.saisir_droits import saisir_droits
from fluxdesk.ui.contexte import Sujet
from fluxdesk.ui.dialogs.conversion import ConversionDialog
from fluxdesk.ui.dialogs.droits import DroitsDialog
from fluxdesk.ui.dialogs.ecarts import EcartsDialog
from fluxdesk.ui.dialogs.photos import PhotosDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fluxdesk.domain.photo import PhotoDepart
    from fluxdesk.domain.photo_ecarts import Comparaison
    from fluxdesk.domain.rapport import RapportImport
    from fluxdesk.services.ports import Bureau, Progress
    from fluxdesk.services.saisir_droits import SaisieDroits
    from fluxdesk.ui.contexte import Contexte

SUJETS = (Sujet.CONVENTIONS, Sujet.JOURNAL)


class ActesEtatDesLieux(QObject):
    """Follows one base; the dialogs show and ask, this does."""

    def __init__(self, contexte: Contexte, fenetre: QWidget) -> None:
        super().__init__(fenetre)
        self._contexte = contexte
        self._fenetre = fenetre
        self.photos: PhotosDialog | None = None
        self.conversion: ConversionDialog | None = None
        self.droits: DroitsDialog | None = None
        self.ecarts: EcartsDialog | None = None

    @Slot()
    def demander(self) -> None:
        """Show the photos."""
        made = PhotosDialog(self._contexte, self._fenetre)
        made.nouvelle.connect(self._commencer)
        made.editer.connect(self._editer)
        made.comparer.connect(self._comparer)
        made.finished.connect(self._oublier)
        self._contexte.erreur.connect(made.bandeau.alerter)
        self.photos = made
        made.open()

    @Slot()
    def _commencer(self) -> None:
        made = ConversionDialog(self._contexte, self.photos or self._fenetre)
        made.importer.connect(self._importer)
        made.saisir.connect(self._demander_droits)
        made.finished.connect(self._converti)
        self.conversion = made
        made.open()
        made.commencer()

    @Slot()
    def _converti(self) -> None:
        if self.conversion is not None:
            self.conversion.deleteLater()
            self.conversion = None
        if self.photos is not None:
            self.photos.relire()

    @Slot()
    def _importer(self) -> None:
        """Leave for the import assistant; the conversion begins again from what it brought."""
        for dialogue in (self.conversion, self.photos):
            if dialogue is not None:
                dialogue.reject()
        self._contexte.importer.emit(Genre.STOCK)

    @Slot()
    def _demander_droits(self) -> None:
        self._contexte.lire(partial(_noms, self._contexte.bureau), self._saisir)

    @Slot(object)
    def _saisir(self, noms: tuple[str, ...]) -> None:
        self.droits = DroitsDialog(noms, self.conversion)
        self.droits.accepted.connect(self._enregistrer)
        self.droits.open()

    @Slot()
    def _enregistrer(self) -> None:
        if self.droits is not None:
            work = partial(_saisir, self._contexte.bureau, self.droits.saisie())
            self._contexte.agir("Saisie de droits en stock", work, self._saisis, sujets=SUJETS)

    @Slot(object)
    def _saisis(self, rapport: RapportImport) -> None:
        if self.conversion is None:
            return
        made = accorde(rapport.creees, "droit enregistré", "droits enregistrés")
        told = " ".join(refus.phrase for refus in rapport.refus)
        if told:
            self.conversion.bandeau.alerter(typographier(f"{made}. {told}"))
        else:
            self.conversion.bandeau.dire(typographier(f"{made}."))
        self.conversion.relire()

    @Slot(object)
    def _editer(self, photo: PhotoDepart) -> None:
        folder = QFileDialog.getExistingDirectory(self.photos, "Dossier des papiers", "")
        if folder:
            work = partial(_editer, self._contexte.bureau, photo.id, Path(folder))
            self._contexte.agir("Édition de la photo", work, self._edites, sujets=())

    @Slot(object)
    def _edites(self, chemins: tuple[Path, ...]) -> None:
        if self.photos is not None:
            made = accorde(len(chemins), "fichier enregistré", "fichiers enregistrés")
            self.photos.bandeau.dire(typographier(f"{made} : {chemins[0].parent}"))

    @Slot(object, object)
    def _comparer(self, avant: PhotoDepart, apres: PhotoDepart | None) -> None:
        work = partial(_comparer, self._contexte.bureau, avant, apres)
        self._contexte.lire(work, self._montrer_ecarts)

    @Slot(object)
    def _montrer_ecarts(self, trouve: tuple[str, Comparaison]) -> None:
        self.ecarts = EcartsDialog(*trouve, self.photos)
        self.ecarts.open()

    @Slot()
    def _oublier(self) -> None:
        if self.photos is not None:
            self.photos.deleteLater()
            self.photos = None


def _noms(bureau: Bureau) -> tuple[str, ...]:
    with bureau.base.transaction() as uow:
        return tuple(sorted(r.nom for r in uow.reservataires.tous()))


def _saisir(bureau: Bureau, saisie: SaisieDroits, _progress: Progress) -> RapportImport:
    return saisir_droits(saisie, uow=bureau.base.transaction(), horloge=bureau.horloge)


def _editer(bureau: Bureau, photo_id: int, dossier: Path, progress: Progress) -> tuple[Path, ...]:
    return editer_photo(photo_id, dossier, bureau=bureau, progress=progress)


def _comparer(
    bureau: Bureau, avant: PhotoDepart, apres: PhotoDepart | None
) -> tuple[str, Comparaison]:
    if apres is None:
        return f"De « {avant.nom} » à aujourd’hui", comparer_a_aujourd_hui(avant, bureau)
    return f"De « {avant.nom} » à « {apres.nom} »", comparer_photos(avant, apres)
