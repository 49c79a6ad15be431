"""The fields of the convention form: what they show, what they hold, what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from fluxdesk.domain.convention import Avenant, Convention
from fluxdesk.domain.flux.parties import Zone
from fluxdesk.domain.reservataire import LIBELLES_CATEGORIE, Categorie, Reservataire
from fluxdesk.domain.typographie import typographier
from fluxdesk.services.controler_conventions import SaisieConvention
from fluxdesk.ui.dates import en_qt, lire_date, mettre_date
from fluxdesk.ui.dialogs.convention_avenants import TauxSaisi, avenants_saisis
from fluxdesk.ui.dialogs.convention_clauses import ChampsClauses
from fluxdesk.ui.dialogs.convention_rubriques import INSET, ChampsRubriques, Rubriques
from fluxdesk.ui.dialogs.convention_tables import ChampsTables
from fluxdesk.ui.dialogs.convention_usages import CIBLES, PLAFONDS, USAGES

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QCheckBox, QDateEdit, QDialog

    from fluxdesk.ui.dialogs.convention_usages import Usage
    from fluxdesk.ui.forms.ui_convention import Ui_SaisieConvention
    from fluxdesk.ui.models.conventions_lieux import Lieux

SANS_TAUX = (Avenant(numero=0, dix_milliemes=0),)
# The beginnings of names that are proposed: not names yet.
AMORCES = frozenset({"", *(u.nom.strip() for u in USAGES.values() if u.nom.endswith(" "))})


class ChampsConvention(QObject):
    """Fills the form and reads it back; ``change`` after any change made by the officer."""

    change = Signal()

    def __init__(
        self, ui: Ui_SaisieConvention, today: date, lieux: Lieux, annee: int, parent: QDialog
    ) -> None:
        super().__init__(parent)
        self.ui = ui
        self.tables = ChampsTables(ui, lieux, parent)
        self.clauses = ChampsClauses(ui, annee, parent)
        self.navigation = Rubriques(ui, parent)
        self.rubriques = ChampsRubriques(ui, lieux, today, parent)
        self.parts = self.tables.parts
        self.cibles = self.tables.cibles
        self._territoire_suit = True
        for categorie, words in LIBELLES_CATEGORIE.items():
            if categorie is not Categorie.BAILLEUR:
                ui.categorie.addItem(words, categorie)
        self._dates(today)
        ui.assiette.nommer("Patrimoine sur lequel porte le taux")
        ui.territoire.nommer("Territoire où les logements peuvent être proposés")
        ui.assiette.proposer_parmi(lieux)
        ui.territoire.proposer_parmi(lieux)
        ui.plafonds.setText(typographier(PLAFONDS))
        ui.cibles_expliquees.setText(typographier(CIBLES))
        ui.taux.lineEdit().setTextMargins(INSET, 0, 0, 0)  # no style sheet reaches it
        self._brancher()

    def _dates(self, today: date) -> None:
        for known, field in self._dates_facultatives():
            field.setDate(en_qt(today))
            field.setEnabled(False)
            known.toggled.connect(field.setEnabled)

    def _dates_facultatives(self) -> tuple[tuple[QCheckBox, QDateEdit], ...]:
        ui = self.ui
        return (
            (ui.signee, ui.signature),
            (ui.debut_connu, ui.debut),
            (ui.fin_connue, ui.fin),
        )

    def _brancher(self) -> None:
        ui = self.ui
        for line in (ui.nom, ui.service, ui.contact, ui.courriel, ui.reference):
            line.textChanged.connect(self.change)
        ui.adresse.textChanged.connect(self.change)
        ui.taux.valueChanged.connect(self.change)
        ui.categorie.currentIndexChanged.connect(self.change)
        for known, field in self._dates_facultatives():
            known.toggled.connect(self.change)
            field.dateChanged.connect(self.change)
        ui.garantie_emprunt.toggled.connect(self.change)
        self.tables.change.connect(self.change)
        self.clauses.change.connect(self.change)
        self.rubriques.change.connect(self.change)
        ui.assiette.change.connect(self._etendre_territoire)
        ui.territoire.change.connect(self._noter_territoire)

    @Slot()
    def _etendre_territoire(self) -> None:
        """Until the officer says otherwise, dwellings are served where the rate applies."""
        if self._territoire_suit:
            self.ui.territoire.montrer(self.ui.assiette.zone())
            self._territoire_suit = True
        self.change.emit()

    @Slot()
    def _noter_territoire(self) -> None:
        self._territoire_suit = self.ui.territoire.zone() == self.ui.assiette.zone()
        self.change.emit()

    def proposer(self, usage: Usage) -> None:
        """Fill in what is usual."""
        ui = self.ui
        ui.nom.setText(usage.nom)
        ui.taux.setValue(usage.taux / 100)
        self.parts.montrer(())
        for nom, rate in usage.parts:
            self.parts.ajouter(nom, rate)
        ui.garantie_emprunt.setChecked(usage.garantie)
        ui.delai_jours.setValue(usage.delai_jours)
        for zone in (ui.assiette, ui.territoire):
            zone.montrer(Zone() if usage.local else Zone.partout())

    def montrer(self, saisie: SaisieConvention) -> None:
        """Fill in what is recorded."""
        self.montrer_reservataire(saisie.reservataire)
        ui, convention = self.ui, saisie.convention
        ui.reference.setText(convention.reference)
        mettre_date(ui.signee, ui.signature, convention.signature)
        ui.assiette.montrer(convention.assiette)
        ui.territoire.montrer(convention.territoire)
        last = (*SANS_TAUX, *convention.avenants)[-1]
        self.parts.montrer(last.sous_contingents)
        self.cibles.montrer(convention.cibles)
        ui.taux.setValue(last.dix_milliemes / 100)
        mettre_date(ui.debut_connu, ui.debut, last.debut)
        mettre_date(ui.fin_connue, ui.fin, last.fin)
        ui.garantie_emprunt.setChecked(convention.garantie_emprunt)
        self.montrer_clauses(convention)

    def montrer_clauses(self, convention: Convention) -> None:
        """Fill in the clauses; who, where and how much stay as they are."""
        self.clauses.montrer(convention)
        self.rubriques.montrer(convention.clauses)

    def montrer_reservataire(self, reservataire: Reservataire) -> None:
        """Fill in who it is."""
        ui = self.ui
        ui.categorie.setCurrentIndex(ui.categorie.findData(reservataire.categorie))
        for field, text in (
            (ui.nom, reservataire.nom),
            (ui.service, reservataire.service),
            (ui.contact, reservataire.contact),
        ):
            field.setText(text)
            field.setCursorPosition(0)  # a long name is read from its beginning
            field.setToolTip(text)
        ui.adresse.setPlainText("\n".join(reservataire.adresse))
        ui.courriel.setText(reservataire.courriel)

    def taux(self) -> TauxSaisi:
        """The rate that is typed."""
        ui = self.ui
        return TauxSaisi(
            dix_milliemes=round(ui.taux.value() * 100),
            parts=self.parts.parts,
            debut=lire_date(ui.debut_connu, ui.debut),
            fin=lire_date(ui.fin_connue, ui.fin),
        )

    def manque(self) -> str:
        """What is still missing, as a sentence; empty when nothing is."""
        ui = self.ui
        taux = self.taux()
        problems = (
            (ui.nom.text().strip() in AMORCES, "Indiquez le nom du réservataire."),
            (not taux.dix_milliemes, "Indiquez le taux du flux."),
            (not ui.assiette.complete, "Ajoutez les territoires sur lesquels porte le taux."),
            (not ui.territoire.complete, "Ajoutez les territoires où il peut être servi."),
            (
                taux.debut is not None and taux.fin is not None and taux.fin < taux.debut,
                "La date de fin du taux précède sa date de début.",
            ),
        )
        last = self.cibles.manque() or self.rubriques.manque()
        return next((sentence for wrong, sentence in problems if wrong), last)

    def lire(self, ancienne: SaisieConvention | None) -> SaisieConvention:
        """What is entered; what the form does not show is kept from the old one."""
        old = ancienne.convention if ancienne else None
        ui, clauses = self.ui, self.clauses
        convention = Convention(
            id=old.id if old else 0,
            reservataire_id=old.reservataire_id if old else 0,
            cibles=self.cibles.cibles,
            avenants=avenants_saisis(old.avenants if old else (), self.taux()),
            reference=ui.reference.text().strip(),
            signature=lire_date(ui.signee, ui.signature),
            assiette=ui.assiette.zone(),
            territoire=ui.territoire.zone(),
            mode_gestion=clauses.mode_gestion,
            delai_jours=ui.delai_jours.value(),
            zone_tendue=ui.zone_tendue.isChecked(),
            candidats=ui.candidats.value(),
            evenement_decompte=clauses.evenement,
            refus=clauses.refus,
            carence=clauses.carence,
            mode_offre=clauses.mode_offre,
            report=ui.report.value(),
            plafond_report=clauses.plafond_report,
            etalement=ui.etalement.value(),
            garantie_emprunt=ui.garantie_emprunt.isChecked(),
            clauses=self.rubriques.lire(),
        )
        who = self._reservataire(ancienne.reservataire.id if ancienne else 0)
        return SaisieConvention(reservataire=who, convention=convention)

    def _reservataire(self, ident: int) -> Reservataire:
        ui = self.ui
        lines = (line.strip() for line in ui.adresse.toPlainText().splitlines())
        return Reservataire(
            id=ident,
            nom=ui.nom.text().strip(),
            categorie=Categorie(ui.categorie.currentData()),
            service=ui.service.text().strip(),
            contact=ui.contact.text().strip(),
            adresse=tuple(line for line in lines if line),
            courriel=ui.courriel.text().strip(),
        )
