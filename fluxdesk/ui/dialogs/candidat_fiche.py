"""One candidate of an offer: the least that is needed, checked as it is typed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGridLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from fluxdesk.domain.candidat import Candidat
from fluxdesk.domain.candidat_saisi import (
    PERSONNES,
    PIECES,
    QUARTILES,
    CandidatIncorrectError,
    ecrire_pieces,
    lire_pieces,
    verifier_candidat,
)
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.numero_unique import lire_numero_unique
from fluxdesk.domain.priorite import PRIORITES, SOURCE
from fluxdesk.domain.typographie import typographier
from fluxdesk.ui.dates import de_qt, en_qt
from fluxdesk.ui.dialogs.acte_champs import editeur_jour
from fluxdesk.ui.dialogs.boutons import nommer_boutons
from fluxdesk.ui.dialogs.saisie import choisir_parmi, sans_largeur
from fluxdesk.ui.models.candidats import priorite_dite
from fluxdesk.ui.theme import aerer

if TYPE_CHECKING:
    from datetime import date

    from fluxdesk.ui.models.candidats import LectureCandidats

Standard = QDialogButtonBox.StandardButton
NON_RENSEIGNE: Final = "non renseigné"
OUI_NON: Final = ((NON_RENSEIGNE, None), ("oui", True), ("non", False))
DOSSIER: Final = (("à vérifier", None), ("complet", True), ("incomplet", False))
COTATION_MAX: Final = 100_000
LETTRES: Final = 48
RETIRE = "Ce numéro est parmi les candidats retirés de cette offre : remettez-le plutôt."
REGLE = (
    "Le droit imputé est {droit}. L’origine dit qui a proposé le ménage : ce peut être un autre, "
    "sans que le compte du droit change."
)


class CandidatDialog(QDialog):
    """Asks; the caller records ``saisie()``. Errors stand under their field."""

    def __init__(
        self,
        lecture: LectureCandidats,
        candidat: Candidat | None = None,
        *,
        cotation: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._lecture = lecture
        self._ancien = candidat or Candidat(
            orientation_id=lecture.offre.id,
            numero_unique="",
            nom="",
            origine=lecture.origine_usuelle,
        )
        self.setWindowTitle("Modifier un candidat" if candidat else "Ajouter un candidat")
        self._champs()
        self._etape(neuf=candidat is None)
        self.cotation.setVisible(cotation)
        self.boutons = QDialogButtonBox(Standard.Ok | Standard.Cancel)
        nommer_boutons(self.boutons, "Enregistrer" if candidat else "Ajouter le candidat")
        self._disposer(cotation=cotation)
        self.numero.editingFinished.connect(self._verifier_numero)
        self.boutons.accepted.connect(self.accept)
        self.boutons.rejected.connect(self.reject)
        self.numero.setFocus()

    def _champs(self) -> None:
        old = self._ancien
        self.numero, self.nom = QLineEdit(old.numero_unique), QLineEdit(old.nom)
        self.numero.setPlaceholderText("18 chiffres ou lettres, de l’attestation d’enregistrement")
        self.numero.setMinimumWidth(self.fontMetrics().averageCharWidth() * LETTRES)
        self.erreur_numero, self.erreur_nom = _sous_champ(), _sous_champ()
        self.personnes = QSpinBox()
        self.personnes.setRange(0, PERSONNES[-1])
        self.personnes.setSpecialValueText(NON_RENSEIGNE)
        self.personnes.setValue(old.personnes or 0)
        codes = (("aucune connue", ""), *((priorite_dite(code), code) for code in PRIORITES))
        self.priorite = choisir_parmi(codes, old.priorite)
        sans_largeur(self.priorite)
        self.priorite.setToolTip(SOURCE)
        self._situation(old)
        self.dossier = choisir_parmi(DOSSIER, old.dossier_complet)
        missing = lire_pieces(old.pieces_manquantes)
        self.dossier.setEnabled(not missing)
        self.pieces = {piece: QCheckBox(piece) for piece in PIECES}
        for piece, box in self.pieces.items():
            box.setChecked(piece in missing)
            box.toggled.connect(self._suivre_pieces)

    def _situation(self, old: Candidat) -> None:
        ranks = ((NON_RENSEIGNE, None), *((str(q), q) for q in QUARTILES))
        self.quartile = choisir_parmi(ranks, old.quartile)
        self.ressources = QLineEdit()
        self.ressources.setPlaceholderText("dit si c’est le 1er quartile\u00a0; n’est pas gardé")
        self.dalo = choisir_parmi(OUI_NON, old.dalo)
        self.mutation = choisir_parmi(OUI_NON, old.mutation)
        self.relogement = choisir_parmi(OUI_NON, old.relogement)
        who = ((NON_RENSEIGNE, ""), *((nom, cle) for cle, nom in self._lecture.parties.items()))
        self.origine = choisir_parmi(who, old.origine)
        sans_largeur(self.origine)
        self.cotation = QSpinBox()
        self.cotation.setRange(-1, COTATION_MAX)
        self.cotation.setSpecialValueText(NON_RENSEIGNE)
        self.cotation.setValue(-1 if old.cotation is None else old.cotation)

    def _etape(self, *, neuf: bool) -> None:
        """The first candidate says that candidates came: noted in the same act, unless unticked."""
        offre = self._lecture.offre
        self.note = QCheckBox("Noter aussi les candidats reçus, le")
        self.note.setChecked(True)
        self.jour = editeur_jour(self._lecture.jour)
        self.jour.setAccessibleName("Jour où les candidats ont été reçus")
        self.jour.setDateRange(en_qt(offre.suivi.envoi or offre.jour), en_qt(self._lecture.jour))
        self.note.toggled.connect(self.jour.setEnabled)
        self.etape = QWidget()  # placed with the others: the keyboard reaches it in its turn
        if not (neuf and self._lecture.attend_ses_candidats):
            self.etape.hide()
        row = QHBoxLayout(self.etape)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.note)
        row.addWidget(self.jour)
        row.addStretch(1)

    def recus(self) -> date | None:
        """The day to note that the candidates of the offer came; None to note nothing."""
        asked = not self.etape.isHidden() and self.note.isChecked()
        return de_qt(self.jour.date()) if asked else None

    def _disposer(self, *, cotation: bool) -> None:
        top = _formulaire(
            ("Numéro unique", self.numero),
            ("", self.erreur_numero),
            ("Nom", self.nom),
            ("", self.erreur_nom),
        )
        left = _formulaire(
            ("Personnes du ménage", self.personnes),
            ("Motif de priorité (L441-1)", self.priorite),
            ("Quartile de ressources", self.quartile),
            ("ou revenu annuel par UC, en euros", self.ressources),
            *([("Cotation de la demande", self.cotation)] if cotation else []),
        )
        right = _formulaire(
            ("Reconnu DALO", self.dalo),
            ("Mutation interne", self.mutation),
            ("Relogement (renouvellement urbain)", self.relogement),
            ("Origine du candidat", self.origine),
            ("Dossier", self.dossier),
        )
        sides = QHBoxLayout()
        sides.setSpacing(24)
        sides.addLayout(left, 1)
        sides.addLayout(right, 1)
        said = QLabel(typographier(REGLE.format(droit=_guillemets(self._lecture.droit))))
        said.setProperty("role", "doux")
        said.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(said)
        column.addLayout(top)
        column.addLayout(sides)
        column.addWidget(self._manquantes())
        column.addWidget(self.etape)
        column.addWidget(self.boutons)
        aerer(self)

    def _manquantes(self) -> QGroupBox:
        group = QGroupBox("Pièces qui manquent au dossier")
        grid = QGridLayout(group)
        for rank, box in enumerate(self.pieces.values()):
            grid.addWidget(box, rank // 3, rank % 3)
        return group

    def saisie(self) -> Candidat:
        """What was entered, once accepted."""
        missing = [piece for piece, box in self.pieces.items() if box.isChecked()]
        return replace(
            self._ancien,
            numero_unique=self.numero.text(),
            nom=self.nom.text(),
            personnes=self.personnes.value() or None,
            priorite=self.priorite.currentData(),
            quartile=self.quartile.currentData(),
            dalo=self.dalo.currentData(),
            mutation=self.mutation.currentData(),
            relogement=self.relogement.currentData(),
            origine=self.origine.currentData(),
            cotation=self.cotation.value() if self.cotation.value() >= 0 else None,
            dossier_complet=self.dossier.currentData(),
            pieces_manquantes=ecrire_pieces(missing),
        )

    @override
    def accept(self) -> None:
        """Keep what can be kept; else say what to change, where it is."""
        if not self._verifier_numero():
            self.numero.setFocus()
            return
        try:
            verifier_candidat(self.saisie(), self._lecture.jour.year)
        except CandidatIncorrectError as error:
            _dire(self.erreur_nom, str(error), grave=True)
            self.nom.setFocus()
            return
        super().accept()

    @Slot()
    def _verifier_numero(self) -> bool:
        """Say what is wrong, or only doubtful, of the number; whether it can be kept."""
        try:
            number = lire_numero_unique(self.numero.text(), self._lecture.jour.year)
        except FluxDeskError as error:
            _dire(self.erreur_numero, str(error), grave=True)
            return False
        if any(
            other.numero_unique == number.valeur and other.id != self._ancien.id
            for other in self._lecture.candidats
        ):
            _dire(self.erreur_numero, "Ce numéro est déjà candidat à cette offre.", grave=True)
            return False
        if any(other.numero_unique == number.valeur for other in self._lecture.retires):
            _dire(self.erreur_numero, typographier(RETIRE), grave=True)
            return False
        doubts = " Ce numéro ".join(number.doutes)
        _dire(
            self.erreur_numero,
            f"À vérifier\u00a0: ce numéro {doubts}" if doubts else "",
            grave=False,
        )
        return True

    @Slot()
    def _suivre_pieces(self) -> None:
        """A missing piece makes the file incomplete; the last one found leaves it to be judged."""
        missing = any(box.isChecked() for box in self.pieces.values())
        self.dossier.setCurrentIndex(self.dossier.findData(False if missing else None))
        self.dossier.setEnabled(not missing)


def _formulaire(*lignes: tuple[str, QWidget]) -> QFormLayout:
    form = QFormLayout()
    form.setSpacing(8)
    for name, field in lignes:
        form.addRow(name, field)
        if name:
            field.setAccessibleName(name)
    return form


def _sous_champ() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.hide()
    return label


def _dire(label: QLabel, texte: str, *, grave: bool) -> None:
    label.setProperty("role", "erreur" if grave else "doux")
    label.style().polish(label)
    label.setText(texte)
    label.setVisible(bool(texte))


def _guillemets(nom: str) -> str:
    return f"« {nom} »"
