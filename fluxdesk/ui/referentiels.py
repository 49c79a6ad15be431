"""The tables of reference, from the menu: shown, brought up to date, taken back."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from fluxdesk.domain.dates import en_lettres
from fluxdesk.domain.referentiel import GenreReferentiel
from fluxdesk.domain.referentiel_grilles import GRILLES
from fluxdesk.domain.typographie import accorde, typographier
from fluxdesk.services.annuler_referentiel import revenir_edition
from fluxdesk.services.importer_referentiel import importer_referentiel
from fluxdesk.services.rederiver_financements import rederiver_financements
from fluxdesk.services.suivre_communes import suivre_communes
from fluxdesk.services.territoires_base import TerritoiresDeBase
from fluxdesk.ui.contexte import Sujet
from fluxdesk.ui.dialogs.confirmation import ConfirmationDialog
from fluxdesk.ui.dialogs.edition_referentiel import EditionDialog
from fluxdesk.ui.dialogs.motif import MotifDialog
from fluxdesk.ui.dialogs.referentiels import ReferentielsDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fluxdesk.domain.referentiel_rapport import RapportReferentiel
    from fluxdesk.services.consulter_referentiels import ReferentielRow
    from fluxdesk.services.importer_referentiel import DemandeReferentiel
    from fluxdesk.services.ports import Bureau, Progress
    from fluxdesk.ui.contexte import Contexte

FICHIERS = "Classeurs et fichiers CSV (*.xlsx *.xls *.ods *.csv *.txt)"
SUJETS = tuple(Sujet)  # communes, families and zones are on every page


class ActesReferentiels(QObject):
    """Follows one base."""

    def __init__(self, contexte: Contexte, fenetre: QWidget) -> None:
        super().__init__(contexte)
        self._contexte = contexte
        self._fenetre = fenetre
        self._visee = GenreReferentiel.COMMUNES
        self.dialogue: ReferentielsDialog | None = None
        self.edition: EditionDialog | None = None
        self.motif: MotifDialog | None = None
        self.confirmation: ConfirmationDialog | None = None
        contexte.change.connect(self._rafraichir)
        contexte.erreur.connect(self._dire_erreur)

    @Slot()
    def demander(self) -> None:
        """Show the tables."""
        made = ReferentielsDialog(self._contexte, self._fenetre)
        made.mettre_a_jour.connect(self.choisir)
        made.revenir.connect(self._demander_motif)
        made.appliquer.connect(self._essayer_effets)
        made.finished.connect(self._oublier)
        self.dialogue = made
        made.open()

    @Slot(object)
    def choisir(self, genre: GenreReferentiel) -> None:
        """Ask for the file of a table and try it; nothing is written."""
        chosen, _ = QFileDialog.getOpenFileName(self._parent(), GRILLES[genre].titre, "", FICHIERS)
        if chosen:
            today = self._contexte.bureau.horloge.aujourd_hui()
            self.edition = EditionDialog(genre, Path(chosen), today, self._parent())
            self.edition.essai.connect(self._essayer)
            self.edition.accepted.connect(self._enregistrer)
            self.edition.open()
            self._essayer()

    @Slot()
    def _essayer(self) -> None:
        if self.edition is not None:
            work = partial(_importer, self._contexte.bureau, self.edition.demande(), essai=True)
            self._contexte.agir("Lecture du fichier", work, self._montrer_essai, sujets=())

    @Slot(object)
    def _montrer_essai(self, rapport: RapportReferentiel) -> None:
        if self.edition is not None:
            self.edition.montrer(rapport)

    @Slot()
    def _enregistrer(self) -> None:
        if self.edition is not None:
            work = partial(_importer, self._contexte.bureau, self.edition.demande(), essai=False)
            self._contexte.agir("Mise à jour du référentiel", work, self._dire, sujets=SUJETS)
            self.edition = None

    @Slot(object)
    def _dire(self, rapport: RapportReferentiel) -> None:
        title, day = GRILLES[rapport.genre].titre, en_lettres(rapport.effet)
        told = f"« {title} » : édition au {day} enregistrée."
        self._contexte.avis.emit(typographier(told))

    @Slot(object)
    def _demander_motif(self, row: ReferentielRow) -> None:
        if row.retirable is None:
            return
        self._visee = row.genre
        day, source = en_lettres(row.retirable.effet), row.retirable.source
        self.motif = MotifDialog(
            "Revenir à l’édition précédente",
            typographier(
                f"L’édition de « {row.titre} » au {day} ({source}) est retirée : la précédente "
                "reprend effet."
            ),
            "Retirer cette édition",
            self._parent(),
        )
        self.motif.accepted.connect(self._revenir)
        self.motif.open()

    @Slot()
    def _revenir(self) -> None:
        if self.motif is not None:
            work = partial(_retirer, self._contexte.bureau, self._visee, self.motif.motif())
            self._contexte.agir("Retrait de l’édition", work, self._avertir, sujets=SUJETS)

    @Slot(object)
    def _essayer_effets(self, genre: GenreReferentiel) -> None:
        self._visee = genre
        work = partial(_appliquer, self._contexte.bureau, genre, essai=True)
        self._contexte.agir("Calcul de l’effet", work, self._confirmer, sujets=())

    @Slot(object)
    def _confirmer(self, effet: tuple[int, str]) -> None:
        count, phrase = effet
        self.confirmation = ConfirmationDialog(
            "Effet du référentiel", phrase, "Appliquer" if count else "", self._parent()
        )
        self.confirmation.accepted.connect(self._appliquer_effets)
        self.confirmation.open()

    @Slot()
    def _appliquer_effets(self) -> None:
        work = partial(_appliquer, self._contexte.bureau, self._visee, essai=False)
        self._contexte.agir("Application du référentiel", work, self._avertir_effet, sujets=SUJETS)

    @Slot(object)
    def _avertir_effet(self, effet: tuple[int, str]) -> None:
        self._contexte.avis.emit(effet[1])

    @Slot(object)
    def _avertir(self, phrase: str) -> None:
        self._contexte.avis.emit(f"{phrase}.")

    @Slot(object)
    def _rafraichir(self, sujets: frozenset[Sujet]) -> None:
        if sujets >= frozenset(SUJETS) and self.dialogue is not None:
            self.dialogue.relire()

    @Slot(str)
    def _dire_erreur(self, phrase: str) -> None:
        if self.edition is not None:
            self.edition.echouer(phrase)

    @Slot()
    def _oublier(self) -> None:
        self.dialogue = None

    def _parent(self) -> QWidget:
        return self.dialogue or self._fenetre


def _importer(
    bureau: Bureau,
    demande: DemandeReferentiel,
    progress: Progress,
    *,
    essai: bool,
) -> RapportReferentiel:
    made = importer_referentiel(
        demande,
        essai=essai,
        uow=bureau.base.transaction(),
        lire=bureau.lire_tableau,
        territoires=bureau.territoires,
        progress=progress,
    )
    relire_territoires(bureau)
    return made


def _retirer(bureau: Bureau, genre: GenreReferentiel, motif: str, _progress: Progress) -> str:
    told = revenir_edition(genre, motif=motif, uow=bureau.base.transaction())
    relire_territoires(bureau)
    return told


def _appliquer(
    bureau: Bureau,
    genre: GenreReferentiel,
    _progress: Progress,
    *,
    essai: bool,
) -> tuple[int, str]:
    uow, places = bureau.base.transaction(), bureau.territoires
    if genre is GenreReferentiel.FINANCEMENTS:
        made = rederiver_financements(essai=essai, uow=uow, territoires=places)
        return made.modifies, made.phrase()
    followed = suivre_communes(essai=essai, uow=uow, territoires=places)
    if not followed:
        return 0, "Toutes les communes des conventions sont celles d’aujourd’hui."
    named = " ; ".join(
        f"{c.reservataire} ({', '.join(f'{a} devenue {b}' for a, b in c.ajouts)})" for c in followed
    )
    count = accorde(len(followed), "convention étendue", "conventions étendues")
    return len(followed), typographier(f"{count} à la commune d’aujourd’hui : {named}.")


def relire_territoires(bureau: Bureau) -> None:
    """Let the communes of the base follow its editions; runs on the worker."""
    if isinstance(bureau.territoires, TerritoiresDeBase):
        bureau.territoires.relire()
