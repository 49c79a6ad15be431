"""What the conversion assistant knows and asks of the worker; no widget is touched here."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from fluxdesk.domain.conversion import Hypotheses
from fluxdesk.domain.photo import Choix, ContenuPhoto
from fluxdesk.services.convertir_stock import controler_projets, convertir_stock
from fluxdesk.services.dresser_etat_des_lieux import DemandeEtat, dresser_etat_des_lieux
from fluxdesk.services.projets_de_conventions import DemandeProjets
from fluxdesk.ui.contexte import Sujet

if TYPE_CHECKING:
    from fluxdesk.domain.controles import Alerte
    from fluxdesk.domain.conversion import Formule
    from fluxdesk.domain.photo import EtatDesLieux
    from fluxdesk.services.convertir_stock import ConversionFaite
    from fluxdesk.services.ports import Bureau, Progress
    from fluxdesk.ui.contexte import Contexte

SUJETS = (Sujet.CONVENTIONS, Sujet.JOURNAL)


class ConduiteConversion(QObject):
    """One conversion being prepared."""

    lu = Signal()
    controle = Signal(object)  # tuple[Alerte, ...]
    fait = Signal(object)  # ConversionFaite
    occupe = Signal(str)
    rate = Signal(str)

    def __init__(self, contexte: Contexte, parent: QObject) -> None:
        super().__init__(parent)
        self.contexte = contexte
        self.demande = DemandeEtat()
        self.etat: EtatDesLieux | None = None
        self.hypotheses: Hypotheses | None = None
        self.contenu: ContenuPhoto | None = None
        self.choix: dict[tuple[int, str], Formule] = {}
        self.effet = date(1, 1, 1)
        self.reservataires: frozenset[int] = frozenset()
        self.termine = False
        contexte.erreur.connect(self._on_error)

    def lire(self, demande: DemandeEtat) -> None:
        """Count again, as asked; what was typed of the whole is kept."""
        self.demande = demande
        self.occupe.emit("Lecture de la base")
        self.contexte.lire(partial(_lire, self.contexte.bureau, demande), self._montrer)

    @Slot(object)
    def _montrer(self, etat: EtatDesLieux) -> None:
        typed = self.hypotheses
        base = Hypotheses(
            patrimoine=etat.assiette,
            rotation=etat.rotation,
            soustraits=etat.soustraits_par_an,
        )
        if typed is not None:
            rotation = replace(
                etat.rotation, saisie=typed.rotation.saisie, source=typed.rotation.source
            )
            base = replace(typed, patrimoine=etat.assiette, rotation=rotation)
        else:
            self.effet = date(etat.jour.year + 1, 1, 1)
        self.etat, self.hypotheses = etat, base
        self.contenu = ContenuPhoto(etat=etat, hypotheses=base, stock=etat.stock)
        self.choix = {key: kept for key, kept in self.choix.items() if key in self._cles()}
        self.reservataires = frozenset(line.reservataire_id for line in etat.stock)
        self.occupe.emit("")
        self.lu.emit()

    def _cles(self) -> set[tuple[int, str]]:
        return {line.cle for line in self.contenu.stock} if self.contenu else set()

    def supposer(self, hypotheses: Hypotheses) -> None:
        """Keep what was typed of the whole."""
        self.hypotheses = hypotheses
        if self.contenu is not None:
            self.contenu = replace(self.contenu, hypotheses=hypotheses)

    def choisir(self, cle: tuple[int, str], formule: Formule) -> None:
        """Keep a formula for a line."""
        self.choix[cle] = formule

    def saisir_rotation(self, cle: tuple[int, str], saisie: int | None, source: str) -> None:
        """Keep the rotation typed for a line; None is the one that was read."""
        if self.contenu is None:
            return
        self.contenu = replace(
            self.contenu,
            stock=tuple(
                replace(line, rotation=replace(line.rotation, saisie=saisie, source=source))
                if line.cle == cle
                else line
                for line in self.contenu.stock
            ),
        )

    def photo(self) -> ContenuPhoto | None:
        """What would be frozen now."""
        if self.contenu is None:
            return None
        chosen = tuple(
            Choix(reservataire_id=key[0], sous_contingent=key[1], formule=formule)
            for key, formule in self.choix.items()
        )
        return replace(self.contenu, choix=chosen)

    def projets(self) -> DemandeProjets | None:
        """What would be recorded now."""
        content = self.photo()
        if content is None:
            return None
        return DemandeProjets(contenu=content, effet=self.effet, reservataires=self.reservataires)

    def controler(self) -> None:
        """Ask what the law says of the conventions that would follow."""
        asked = self.projets()
        if asked is not None:
            self.contexte.lire(partial(_controler, self.contexte.bureau, asked), self._dire)

    @Slot(object)
    def _dire(self, alertes: tuple[Alerte, ...]) -> None:
        self.controle.emit(alertes)

    def convertir(self, nom: str) -> None:
        """Freeze the photo and record the drafts."""
        asked = self.projets()
        if asked is None:
            return
        self.occupe.emit("Enregistrement de la photo et des projets")
        work = partial(_convertir, self.contexte.bureau, asked, nom)
        self.contexte.agir("Conversion du stock", work, self._finir, sujets=SUJETS)

    @Slot(object)
    def _finir(self, fait: ConversionFaite) -> None:
        self.termine = True
        self.occupe.emit("")
        self.fait.emit(fait)

    @Slot(str)
    def _on_error(self, phrase: str) -> None:
        self.occupe.emit("")
        self.rate.emit(phrase)


def _lire(bureau: Bureau, demande: DemandeEtat) -> EtatDesLieux:
    return dresser_etat_des_lieux(
        demande,
        uow=bureau.base.transaction(),
        horloge=bureau.horloge,
        territoires=bureau.territoires,
    )


def _controler(bureau: Bureau, demande: DemandeProjets) -> tuple[Alerte, ...]:
    return controler_projets(demande, uow=bureau.base.transaction(), territoires=bureau.territoires)


def _convertir(
    bureau: Bureau, demande: DemandeProjets, nom: str, _progress: Progress
) -> ConversionFaite:
    return convertir_stock(
        demande,
        nom,
        uow=bureau.base.transaction(),
        horloge=bureau.horloge,
        territoires=bureau.territoires,
    )
