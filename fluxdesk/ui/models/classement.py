"""Every party before one dwelling: those in the running, then the others with their reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFont
from typing_extensions import override

from fluxdesk.domain.flux.explication import raison
from fluxdesk.domain.flux.nombres import nombre
from fluxdesk.domain.flux.parties import BAILLEUR, Axe
from fluxdesk.domain.flux.suggestion import RaisonExclusion
from fluxdesk.domain.typographie import accorde
from fluxdesk.ui.models.lignes import Colonne, ModeleLignes
from fluxdesk.ui.theme import jetons
from fluxdesk.ui.widgets.equilibre import Barre

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtCore import QObject

    from fluxdesk.domain.flux.suggestion import Ecart, Rang, Suggestion

AXES: tuple[tuple[Axe, str, str], ...] = (
    (Axe.FINANCEMENT, "Financ.", "financement"),
    (Axe.TYPOLOGIE, "Typol.", "typologie"),
    (Axe.QPV, "QPV", "localisation"),
    (Axe.EPCI, "EPCI", "EPCI"),
    (Axe.PERIODE, "Période", "période de construction"),
)
# In the column; the engine's own words are in the tooltip.
RAISONS_COURTES: dict[RaisonExclusion, str] = {
    RaisonExclusion.HORS_TERRITOIRE: "hors zone",
    RaisonExclusion.SUSPENDU: "suspendu",
    RaisonExclusion.A_REFUSE: "a refusé",
    RaisonExclusion.SANS_TAUX: "sans taux",
    RaisonExclusion.DEJA_SERVI: "déjà servi",
    RaisonExclusion.CARENCE: "sans candidat",
    RaisonExclusion.PLAFOND: "plafond légal",
    RaisonExclusion.NEUF_A_PART: "neuf à part",
}
COLONNES_EQUILIBRE = tuple(range(4, 4 + len(AXES)))
COLONNE_SCORE = 4 + len(AXES)
COLONNE_RAISON = COLONNE_SCORE + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class LigneClassement:
    """One row: ``part`` marks a part of the row above, ``choisi`` the party proposed."""

    rang: Rang
    nom: str
    choisi: bool = False
    part: bool = False

    @property
    def grise(self) -> bool:
        """Whether the party is out of the running for this dwelling."""
        return self.rang.exclusion is not None


def nom_affiche(cle: str, nom: str) -> str:
    """Name of a party on the screen; the landlord's share bears no réservataire's name."""
    return f"{nom} (non réservé)" if cle == BAILLEUR else nom


def lignes_du_classement(suggestion: Suggestion) -> tuple[LigneClassement, ...]:
    """The rows of a suggestion, the chosen party first, its parts just below it."""
    first, *others = suggestion.classement
    parts = [
        LigneClassement(
            rang=rang,
            nom=nom_affiche(rang.cle, rang.nom),
            choisi=rang.cle == suggestion.destinataire,
            part=True,
        )
        for rang in suggestion.sous_rangs
    ]
    head = LigneClassement(rang=first, nom=nom_affiche(first.cle, first.nom), choisi=True)
    rest = [
        LigneClassement(rang=rang, nom=nom_affiche(rang.cle, rang.nom))
        for rang in (*others, *suggestion.exclus)
    ]
    return (head, *parts, *rest)


class ClassementModel(ModeleLignes[LigneClassement]):
    """Shows the ranking; ``noms`` says codes, such as the SIREN of an EPCI, in words."""

    def __init__(self, parent: QObject | None = None) -> None:
        self._noms: Mapping[str, str] = {}
        super().__init__(
            (
                Colonne(titre="Réservataire", texte=_nom, dit=_dit),
                Colonne(
                    titre="Dû",
                    texte=lambda row: nombre(row.rang.du),
                    tri=lambda row: row.rang.du,
                    nombre=True,
                    titre_complet="Logements dus, selon les taux des conventions",
                ),
                Colonne(
                    titre="Servi",
                    texte=lambda row: str(row.rang.servi),
                    tri=lambda row: row.rang.servi,
                    nombre=True,
                    titre_complet="Logements proposés et non refusés",
                ),
                Colonne(
                    titre="Retard",
                    texte=lambda row: nombre(row.rang.retard, signe=True),
                    tri=lambda row: row.rang.retard,
                    nombre=True,
                    titre_complet="Dû moins servi",
                ),
                *(self._colonne(axe, titre, mot) for axe, titre, mot in AXES),
                Colonne(
                    titre="Score",
                    texte=lambda row: "" if _sans_score(row) else nombre(row.rang.score),
                    tri=lambda row: None if _sans_score(row) else row.rang.score,
                    nombre=True,
                    titre_complet="Retard plus équilibre",
                ),
                Colonne(titre="Pourquoi pas", texte=_raison_courte, dit=_raison),
            ),
            parent,
        )

    def nommer(self, noms: Mapping[str, str]) -> None:
        """Give the words for codes; before rows are shown."""
        self._noms = noms

    def _colonne(self, axe: Axe, titre: str, mot: str) -> Colonne[LigneClassement]:
        return Colonne(
            titre=titre,
            texte=_si_ecart(axe, lambda ecart: nombre(ecart.ecart, signe=True)),
            tri=lambda row: getattr(ecart_de(row.rang, axe), "ecart", None),
            dit=lambda row: self._phrase(row, axe, mot),
            valeur=lambda row: _barre(row, axe),
            centre=True,
            titre_complet=f"Équilibre\u00a0: {mot}",
        )

    def _phrase(self, row: LigneClassement, axe: Axe, mot: str) -> str | None:
        ecart = ecart_de(row.rang, axe)
        if ecart is None:
            return None
        value = self._noms.get(ecart.valeur, ecart.valeur)
        return f"{mot} {value}\u00a0: {phrase_ecart(ecart)}"

    @override
    def police(self, ligne: LigneClassement) -> QFont | None:
        """The party proposed, in bold."""
        if not ligne.choisi:
            return None
        font = QFont()
        font.setBold(True)
        font.setFeature(QFont.Tag("tnum"), 1)  # a font of its own hides that of the table
        return font

    @override
    def couleur(self, ligne: LigneClassement) -> QColor | None:
        """Those out of the running, greyed; the reason says it too."""
        return QColor(jetons().texte_doux) if ligne.grise else None


def ecart_de(rang: Rang, axe: Axe) -> Ecart | None:
    """The line of an axis; None where the party carries no mix."""
    return next((e for e in rang.ecarts if e.axe is axe), None)


def phrase_ecart(ecart: Ecart) -> str:
    """« dû 4,98, reçu 3 (+1,98) »."""
    return f"dû {nombre(ecart.du)}, reçu {ecart.recu} ({nombre(ecart.ecart, signe=True)})"


def _si_ecart(axe: Axe, write: Callable[[Ecart], str]) -> Callable[[LigneClassement], str]:
    def text(row: LigneClassement) -> str:
        ecart = ecart_de(row.rang, axe)
        return write(ecart) if ecart else ""

    return text


def _barre(row: LigneClassement, axe: Axe) -> Barre | None:
    ecart = ecart_de(row.rang, axe)
    shown = row.rang.exclusion in {None, RaisonExclusion.DEJA_SERVI}  # others could not have it
    return Barre(ecart.ecart, grise=row.grise) if ecart and shown else None


def _sans_score(row: LigneClassement) -> bool:
    return row.grise or row.part


def _nom(row: LigneClassement) -> str:
    return f"    {row.nom}" if row.part else row.nom


def _raison(row: LigneClassement) -> str:
    return raison(row.rang.exclusion) if row.rang.exclusion else ""


def _raison_courte(row: LigneClassement) -> str:
    return RAISONS_COURTES[row.rang.exclusion] if row.rang.exclusion else ""


def _dit(row: LigneClassement) -> str:
    late = nombre(row.rang.retard, signe=True)
    served = accorde(row.rang.servi, "logement servi", "logements servis")
    words = f"{row.nom}\u00a0: dû {nombre(row.rang.du)}, {served}, retard {late}"
    return f"{words}, {_raison(row)}" if row.grise else words
