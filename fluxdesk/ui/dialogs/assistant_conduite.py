"""What the assistant knows and asks of the worker; its pages show it and change it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from fluxdesk.services.corriger_lecture import Cellule, Saisie
from fluxdesk.services.etudier_fichier import choisir_champ, en_profil, relire_valeurs
from fluxdesk.ui.contexte import Sujet
from fluxdesk.ui.dialogs import assistant_travaux as travaux

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from fluxdesk.domain.correspondances import Correspondance
    from fluxdesk.domain.profil import Genre
    from fluxdesk.domain.rapport import RapportImport, RefusLigne
    from fluxdesk.services.etudier_fichier import Etude
    from fluxdesk.services.ports import Bureau, Progress
    from fluxdesk.ui.contexte import Contexte


@dataclass(frozen=True, slots=True)
class Choix:
    """What the officer decided for a value; None leaves it as the file writes it."""

    retenue: str | None


class Conduite(QObject):
    """One import, from the file to its report; nothing is written before ``importer``."""

    etudie = Signal()  # the file is understood, or otherwise than before
    colonnes_changees = Signal()
    valeurs_lues = Signal()
    essaye = Signal()
    importe = Signal()
    occupe = Signal(str)  # what is being done, empty once nothing is
    rate = Signal(str)
    annule = Signal()
    garde = Signal(str)  # name of the profile

    def __init__(
        self, contexte: Contexte, chemin: Path, genre: Genre | None, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.contexte = contexte
        self.chemin = chemin
        self._voulu = genre
        self.lecture = travaux.Lecture()
        self.choix: dict[tuple[str, str], Choix] = {}
        self.saisies: dict[Cellule, Saisie] = {}
        self.ignores: set[str] = set()
        self.essai: RapportImport | None = None
        self.fait: RapportImport | None = None
        self.touche = False  # something would be lost by leaving
        self._quoi = ""
        contexte.travail.connect(self._on_work)
        contexte.erreur.connect(self._on_error)

    @property
    def etude(self) -> Etude | None:
        """What is understood of the file; None where it was recognised whole."""
        return self.lecture.etude

    @property
    def genre(self) -> Genre:
        """What the file holds."""
        return self.etude.genre if self.etude else travaux.GENRE_RPLS

    @property
    def entier(self) -> bool:
        """Whether the file was recognised whole, and needs no matching."""
        return self.etude.entiere if self.etude else self.lecture.reconnu is not None

    @property
    def valeurs(self) -> tuple[Correspondance, ...]:
        """The values of the closed lists, as they were proposed."""
        return self.etude.lu.correspondances if self.etude else ()

    @property
    def incertaines(self) -> tuple[Correspondance, ...]:
        """Values that wait for the officer's word."""
        return tuple(
            one for one in self.valeurs if not one.sure and (one.champ, one.lue) not in self.choix
        )

    def lire(self) -> None:
        """Read the file and propose how to understand it."""
        bureau, path, kind = self.contexte.bureau, self.chemin, self._voulu
        self._agir(
            f"Lecture de {path.name}",
            lambda progress: travaux.lire(bureau, path, kind, progress),
            self._show_reading,
        )

    def changer(self, quoi: str, faire: Callable[[Etude, Bureau], Etude]) -> None:
        """Understand the file otherwise; ``faire`` runs on the worker."""
        study, bureau = self.etude, self.contexte.bureau
        if study is not None:
            self.touche = True
            self._agir(quoi, lambda _progress: faire(study, bureau), self._show_study)

    def donner(self, colonne: int, champ: str | None) -> None:
        """Give a column to a field."""
        if self.etude is not None:
            self.touche = True
            self.lecture = travaux.Lecture(choisir_champ(self.etude, colonne, champ))
            self.colonnes_changees.emit()

    def chercher_valeurs(self) -> None:
        """Read the values of the closed lists, on the worker."""
        study, bureau = self.etude, self.contexte.bureau
        if study is not None:
            self._agir(
                "Lecture des valeurs",
                lambda _progress: relire_valeurs(study, bureau=bureau),
                self._show_values,
            )

    def choisir(self, champ: str, lue: str, retenue: str | None) -> None:
        """Decide what a value stands for."""
        self.touche = True
        self.choix[champ, lue] = Choix(retenue)

    def revenir(self, champ: str, lue: str) -> None:
        """Take a decision back."""
        self.choix.pop((champ, lue), None)

    def retenues(self) -> tuple[Correspondance, ...]:
        """The values with the officer's decisions, each then sure."""
        return tuple(self._retenue(one) for one in self.valeurs)

    def corriger(self, refus: RefusLigne, texte: str) -> None:
        """Take another text in place of a cell, and try again."""
        self.touche = True
        cell = Cellule(refus.ligne, refus.colonne)
        known = self.saisies.get(cell)
        self.saisies[cell] = Saisie(known.lue if known else refus.valeur, texte)
        self.essayer()

    def ignorer(self, kind: str) -> None:
        """Show no warning of this kind any more."""
        self.touche = True
        self.ignores.add(kind)
        self.essaye.emit()

    def ne_plus_ignorer(self) -> None:
        """Show every warning again."""
        self.ignores.clear()
        self.essaye.emit()

    def essayer(self) -> None:
        """Count what the import would do."""
        self._agir("Essai de l’import", self._travail(essai=True), self._show_trial)

    def importer(self) -> None:
        """Import for good, in one transaction."""
        self._agir(
            "Import", self._travail(essai=False), self._show_done, sujets=travaux.SUJETS[self.genre]
        )

    def annuler(self) -> None:
        """Put the base back as it was before the import."""
        lot, bureau = self.fait.lot if self.fait else 0, self.contexte.bureau
        self._agir(
            "Annulation de l’import",
            lambda _progress: travaux.annuler(bureau, lot),
            self._show_undone,
            sujets=tuple(Sujet),
        )

    def garder_profil(self, nom: str) -> None:
        """Remember by this name how the file was read."""
        if self.etude is None:
            return
        profil = en_profil(nom, self.etude, self.retenues(), frozenset(self.ignores))
        bureau = self.contexte.bureau
        self._agir(
            "Enregistrement du profil",
            lambda _progress: travaux.garder_profil(bureau, profil),
            self.garde.emit,
            sujets=(Sujet.JOURNAL,),
        )

    def exporter(self, rapport: RapportImport, cible: Path) -> None:
        """Write a report as a workbook."""
        bureau = self.contexte.bureau
        self._agir(
            "Écriture du rapport",
            lambda _progress: travaux.exporter(bureau, rapport, cible),
            self._show_export,
        )

    def _travail(self, *, essai: bool) -> Callable[[Progress], RapportImport]:
        order = travaux.Commande(
            lecture=self.lecture,
            valeurs=self.retenues(),
            saisies=dict(self.saisies),
            ignores=frozenset(self.ignores),
        )
        bureau = self.contexte.bureau
        return lambda progress: travaux.importer(bureau, order, essai=essai, progress=progress)

    def _agir(
        self,
        quoi: str,
        work: Callable[[Progress], object],
        fini: Callable[..., None],
        sujets: tuple[Sujet, ...] = (),
    ) -> None:
        if self._quoi:
            return
        self._quoi = quoi
        self.contexte.agir(quoi, work, fini, sujets=sujets)

    def _retenue(self, une: Correspondance) -> Correspondance:
        chosen = self.choix.get((une.champ, une.lue))
        if chosen is None:
            return une
        return replace(une, proposee=chosen.retenue, sure=chosen.retenue is not None)

    @Slot(object)
    def _show_reading(self, lecture: travaux.Lecture) -> None:
        self._take(lecture)

    @Slot(object)
    def _show_study(self, etude: Etude) -> None:
        self._take(travaux.Lecture(etude))

    def _take(self, lecture: travaux.Lecture) -> None:
        self.lecture = lecture
        profil = self.etude.lu.profil if self.etude else None
        if profil is not None:
            self.ignores |= profil.ignores
        self.saisies.clear()  # the lines and the fields may not be those any more
        self.etudie.emit()

    @Slot(object)
    def _show_values(self, etude: Etude) -> None:
        self.lecture = travaux.Lecture(etude)
        self.valeurs_lues.emit()

    @Slot(object)
    def _show_trial(self, rapport: RapportImport) -> None:
        self.essai = rapport
        self.essaye.emit()

    @Slot(object)
    def _show_done(self, rapport: RapportImport) -> None:
        self.fait = rapport
        self.touche = False
        self.importe.emit()

    @Slot(object)
    def _show_undone(self, _libelle: str) -> None:
        self.annule.emit()

    @Slot(object)
    def _show_export(self, cible: Path) -> None:
        self.contexte.avis.emit(f"Rapport enregistré\u00a0: {cible}")

    @Slot(str)
    def _on_work(self, quoi: str) -> None:
        if self._quoi:
            self._quoi = quoi
            self.occupe.emit(quoi)

    @Slot(str)
    def _on_error(self, phrase: str) -> None:
        self.rate.emit(phrase)
