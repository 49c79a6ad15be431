"""The candidates of an offer: what is read, and its rows by rank."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor
from typing_extensions import override

from fluxdesk.domain.candidat_saisi import dossier_dit
from fluxdesk.domain.dates import en_chiffres
from fluxdesk.domain.flux.parties import BAILLEUR, NOM_BAILLEUR
from fluxdesk.domain.offres import partie_imputee
from fluxdesk.domain.orientation import ISSUES_OUVERTES, IssueOrientation
from fluxdesk.domain.priorite import PRIORITES
from fluxdesk.services.imputer_offre import cle_de
from fluxdesk.services.tenir_registre import lire_parties
from fluxdesk.ui.models.lignes import Colonne, ModeleLignes
from fluxdesk.ui.theme import jetons

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from PySide6.QtCore import QObject

    from fluxdesk.domain.candidat import Candidat
    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.services.ports import Bureau

COLONNE_COTATION = 7
_OUI_NON = {True: "oui", False: "non", None: ""}


@dataclass(frozen=True, slots=True, kw_only=True)
class LectureCandidats:
    """An offer, its candidates by rank, and the parties that may have brought them, by key.

    ``retires`` are those that an officer set aside.
    """

    offre: Orientation
    candidats: tuple[Candidat, ...]
    retires: tuple[Candidat, ...]
    parties: Mapping[str, str]
    jour: date

    @property
    def modifiable(self) -> bool:
        """Whether the offer still takes candidates."""
        return (
            self.offre.issue in ISSUES_OUVERTES or self.offre.issue is IssueOrientation.BAIL_SIGNE
        )

    @property
    def attend_ses_candidats(self) -> bool:
        """Whether nothing says yet that the candidates of the offer came."""
        waits = self.offre.issue is IssueOrientation.EN_COURS
        return waits and self.offre.suivi.candidats_recus is None

    @property
    def droit(self) -> str:
        """Whose right the dwelling is charged to."""
        return self.parties.get(partie_imputee(self.offre), "")

    @property
    def origine_usuelle(self) -> str:
        """Who brings candidates, unless the officer says otherwise: who was asked."""
        return cle_de(self.offre)


@dataclass(frozen=True, slots=True)
class LigneCandidat:
    """A candidate, and who brought the household, in words."""

    candidat: Candidat
    origine: str


def lire_candidats(bureau: Bureau, orientation_id: int) -> LectureCandidats:
    """Everything the dialog shows; runs on the worker.

    Raises:
        IntrouvableError: no such offer.
    """
    with bureau.base.transaction() as uow:
        offre = uow.orientations.lire(orientation_id)
        parties = {partie.cle: partie.nom for partie in lire_parties(uow=uow)}
        return LectureCandidats(
            offre=offre,
            candidats=tuple(uow.candidats.de_l_orientation(orientation_id)),
            retires=tuple(uow.candidats.retires(orientation_id)),
            parties={**parties, BAILLEUR: NOM_BAILLEUR},
            jour=bureau.horloge.aujourd_hui(),
        )


def lignes_candidats(
    lecture: LectureCandidats, *, retires: bool = False
) -> tuple[LigneCandidat, ...]:
    """One line a candidate, by rank; then those set aside, if they are to be seen."""
    shown = (*lecture.candidats, *(lecture.retires if retires else ()))
    return tuple(
        LigneCandidat(candidat, lecture.parties.get(candidat.origine, "")) for candidat in shown
    )


def _etat(candidat: Candidat) -> str:
    away = candidat.retire
    return candidat.etat.value if away is None else f"retiré le {en_chiffres(away)}"


def priorite_dite(code: str) -> str:
    """``a : situation de handicap``; empty for no code."""
    return f"{code}\u00a0: {PRIORITES[code]}" if code else ""


COLONNES: tuple[Colonne[LigneCandidat], ...] = (
    Colonne(
        titre="Rang",
        texte=lambda row: "–" if row.candidat.retire else str(row.candidat.rang),
        nombre=True,
    ),
    Colonne(
        titre="Numéro unique",
        texte=lambda row: row.candidat.numero_unique,
        dit=lambda row: row.candidat.numero_unique,
    ),
    Colonne(
        titre="Nom",
        texte=lambda row: row.candidat.nom,
        dit=lambda row: row.candidat.nom,
    ),
    Colonne(
        titre="Pers.",
        texte=lambda row: str(row.candidat.personnes or ""),
        nombre=True,
        titre_complet="Personnes du ménage",
    ),
    Colonne(
        titre="Priorité",
        texte=lambda row: row.candidat.priorite,
        dit=lambda row: priorite_dite(row.candidat.priorite) or None,
        titre_complet="Code du motif de priorité (CCH, art. L441-1)",
    ),
    Colonne(
        titre="Quart.",
        texte=lambda row: str(row.candidat.quartile or ""),
        nombre=True,
        titre_complet="Quartile de ressources",
    ),
    Colonne(titre="DALO", texte=lambda row: _OUI_NON[row.candidat.dalo]),
    Colonne(
        titre="Cotation",
        texte=lambda row: "" if row.candidat.cotation is None else str(row.candidat.cotation),
        nombre=True,
    ),
    Colonne(
        titre="Origine",
        texte=lambda row: row.origine,
        dit=lambda row: row.origine or None,
        titre_complet="Qui a proposé ce candidat",
    ),
    Colonne(
        titre="Dossier",
        texte=lambda row: dossier_dit(row.candidat).split(" :", maxsplit=1)[0],
        dit=lambda row: dossier_dit(row.candidat),
    ),
    Colonne(titre="État", texte=lambda row: _etat(row.candidat)),
)


class CandidatsModel(ModeleLignes[LigneCandidat]):
    """One row a candidate; the order is the rank, never sorted otherwise."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(COLONNES, parent)

    @override
    def couleur(self, ligne: LigneCandidat) -> QColor | None:
        return QColor(jetons().texte_doux) if ligne.candidat.retire else None
