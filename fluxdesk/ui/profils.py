"""Profiles of import: shown, written to a file, taken from one, forgotten."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.typographie import nom_simple, typographier
from fluxdesk.services.tenir_profils import (
    ProfilExistantError,
    exporter_profil,
    importer_profil,
    retirer_profil,
)
from fluxdesk.ui.contexte import Sujet
from fluxdesk.ui.dialogs.confirmation import ConfirmationDialog
from fluxdesk.ui.dialogs.profils import ProfilsDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fluxdesk.domain.profil import Profil
    from fluxdesk.services.ports import Bureau, Progress
    from fluxdesk.ui.contexte import Contexte

SUFFIXE = ".profil.json"
FICHIERS = f"Profils d’import (*{SUFFIXE} *.json);;Tous les fichiers (*)"


class FichierDeProfilError(FluxDeskError):
    """The disk refuses to write or to read the file."""

    def __init__(self, chemin: Path, error: OSError) -> None:
        why = "existe déjà" if isinstance(error, FileExistsError) else "est inaccessible"
        super().__init__(
            typographier(f"Le fichier « {chemin} » {why} : choisissez un autre nom ou dossier.")
        )


@dataclass(frozen=True, slots=True)
class Prise:
    """What was done, in words (``dit``), or what must be agreed to first (``question``)."""

    chemin: Path
    dit: str = ""
    question: str = ""


class ActesProfils(QObject):
    """Follows one base."""

    def __init__(self, contexte: Contexte, fenetre: QWidget) -> None:
        super().__init__(contexte)
        self._contexte = contexte
        self._fenetre = fenetre
        self._chemin = Path()
        self._nom = ""
        self.dialogue: ProfilsDialog | None = None
        self.confirmation: ConfirmationDialog | None = None

    @Slot()
    def demander(self) -> None:
        """Show the profiles."""
        made = ProfilsDialog(self._contexte, self._fenetre)
        made.prendre.connect(self._choisir)
        made.donner.connect(self._exporter)
        made.retirer.connect(self._demander_retrait)
        made.finished.connect(self._oublier)
        self._contexte.erreur.connect(made.bandeau.alerter)
        self.dialogue = made
        made.open()

    @Slot()
    def _choisir(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self.dialogue, "Importer un profil", "", FICHIERS)
        if chosen:
            self._prendre(Path(chosen), remplacer=False)

    def _prendre(self, chemin: Path, *, remplacer: bool) -> None:
        work = partial(_prendre, self._contexte.bureau, chemin, remplacer=remplacer)
        self._agir("Import du profil", work)

    def _agir(self, quoi: str, work: partial[Prise]) -> None:
        self._contexte.agir(quoi, work, self._montrer, sujets=(Sujet.JOURNAL,))

    @Slot(object)
    def _montrer(self, prise: Prise) -> None:
        if self.dialogue is None:
            return
        if prise.question:
            self._nom, self._chemin = "", prise.chemin
            self._confirmer("Importer un profil", prise.question, "Le remplacer")
            return
        self.dialogue.bandeau.dire(prise.dit)
        self.dialogue.relire()

    @Slot(object)
    def _exporter(self, profil: Profil) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self.dialogue,
            "Exporter un profil",
            f"{nom_simple(profil.nom)}{SUFFIXE}",
            FICHIERS,
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if chosen:
            work = partial(_donner, self._contexte.bureau, profil.nom, Path(chosen))
            self._agir("Export du profil", work)

    @Slot(object)
    def _demander_retrait(self, profil: Profil) -> None:
        self._nom = profil.nom
        phrase = (
            f"Le profil « {profil.nom} » est retiré de cette base. Ce qu’il a servi à importer "
            "reste."
        )
        self._confirmer("Retirer un profil", typographier(phrase), "Le retirer")

    def _confirmer(self, titre: str, phrase: str, verbe: str) -> None:
        self.confirmation = ConfirmationDialog(titre, phrase, verbe, self.dialogue)
        self.confirmation.accepted.connect(self._on_agreed)
        self.confirmation.open()

    @Slot()
    def _on_agreed(self) -> None:
        if self._nom:
            work = partial(_retirer, self._contexte.bureau, self._nom)
            self._nom = ""
            self._agir("Retrait du profil", work)
        else:
            self._prendre(self._chemin, remplacer=True)

    @Slot()
    def _oublier(self) -> None:
        if self.dialogue is not None:
            self.dialogue.deleteLater()
            self.dialogue = None


def _prendre(bureau: Bureau, chemin: Path, _progress: Progress, *, remplacer: bool) -> Prise:
    try:
        made = importer_profil(chemin, uow=bureau.base.transaction(), remplacer=remplacer)
    except ProfilExistantError as error:
        return Prise(chemin, question=str(error))
    except OSError as error:
        raise FichierDeProfilError(chemin, error) from error
    return Prise(chemin, typographier(f"Profil « {made.nom} » importé."))


def _donner(bureau: Bureau, nom: str, chemin: Path, _progress: Progress) -> Prise:
    whole = chemin if chemin.suffix else chemin.with_name(chemin.name + SUFFIXE)
    try:
        exporter_profil(nom, whole, uow=bureau.base.transaction())
    except OSError as error:
        raise FichierDeProfilError(whole, error) from error
    return Prise(whole, typographier(f"Profil « {nom} » exporté : {whole}"))


def _retirer(bureau: Bureau, nom: str, _progress: Progress) -> Prise:
    retirer_profil(nom, uow=bureau.base.transaction())
    return Prise(Path(), typographier(f"Profil « {nom} » retiré."))
