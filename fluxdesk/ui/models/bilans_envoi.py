"""What to look at before a bilan leaves, and what changed since it left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxdesk.domain.bilan_emis import EtatBilan
from fluxdesk.domain.dates import en_chiffres
from fluxdesk.services.verifier_bilan import Ou
from fluxdesk.ui.models.lignes import Colonne, ModeleLignes
from fluxdesk.ui.phrases import compte

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from fluxdesk.domain.bilan_emis import BilanEmis
    from fluxdesk.services.verifier_bilan import PointAVerifier
    from fluxdesk.ui.models.bilans import LigneDestinataire

# Where a point is mended: a page of the rail, the dialog of the identity, the tab beside.
IDENTITE, PREVISIONNEL = "identité", "prévisionnel"
PAGES = {
    Ou.VACANCES: "vacances",
    Ou.PATRIMOINE: "patrimoine",
    Ou.CONVENTIONS: "conventions",
    Ou.REGLAGES: IDENTITE,
    Ou.PREVISIONNEL: PREVISIONNEL,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LigneAVoir:
    """One sentence; ``page`` and ``cible`` are where it is mended, empty where nowhere."""

    mot: str
    phrase: str
    page: str = ""
    cible: int = 0


def lignes_a_voir(
    points: Sequence[PointAVerifier], ecarts: Sequence[str]
) -> tuple[LigneAVoir, ...]:
    """What changed since the bilan left, then what to look at."""
    changed = [LigneAVoir(mot="Changé", phrase=phrase) for phrase in ecarts]
    told = [
        LigneAVoir(
            mot="À corriger" if point.grave else "À voir",
            phrase=point.phrase,
            page=PAGES.get(point.ou, ""),
            cible=point.cible,
        )
        for point in points
    ]
    return (*changed, *told)


def etat_en_mots(emis: BilanEmis | None, ecarts: int) -> str:
    """Where a bilan stands, in one sentence."""
    if emis is None:
        return "À vérifier : rien n’est gelé. Entrée mène à ce qui est à corriger."
    version = f", rectificatif {emis.version - 1}" if emis.version > 1 else ""
    if emis.etat is EtatBilan.PRET:
        day = en_chiffres(emis.approuve) if emis.approuve else ""
        return f"Prêt{version} : approuvé le {day}, fichiers gelés dans la base."
    day = en_chiffres(emis.envoye) if emis.envoye else ""
    since = compte(ecarts, "case a changé", "cases ont changé") if ecarts else "rien n’a changé"
    return f"Envoyé le {day}{version} ; depuis, {since}."


def etat_court(emis: BilanEmis | None, *, attendu: bool = True) -> str:
    """« à vérifier », « prêt », « envoyé, rect. 1 »; « non dû » where nothing asks for it."""
    if emis is None:
        return EtatBilan.A_VERIFIER.value if attendu else "non dû"
    mark = f", rect. {emis.version - 1}" if emis.version > 1 else ""
    return f"{emis.etat.value}{mark}"


def a_approuver(choisis: Sequence[LigneDestinataire]) -> list[LigneDestinataire]:
    """Of several recipients, those whose bilan was never approved."""
    return [row for row in choisis if row.emis is None]


def a_envoyer(choisis: Sequence[LigneDestinataire]) -> list[LigneDestinataire]:
    """Of several recipients, those whose bilan is approved and did not leave."""
    return [row for row in choisis if row.emis is not None and row.emis.etat is EtatBilan.PRET]


def choix_en_mots(choisis: Sequence[LigneDestinataire]) -> str:
    """What can be done with several bilans, in one sentence."""
    approved, sent = len(a_approuver(choisis)), len(a_envoyer(choisis))
    return f"{len(choisis)} bilans choisis : {approved} à approuver, {sent} à marquer envoyés."


class PointModel(ModeleLignes[LigneAVoir]):
    """Shows the points, the ones that make the bilan false before the others."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(
            (
                Colonne(titre="", texte=lambda row: row.mot, titre_complet="Gravité"),
                Colonne(
                    titre="À vérifier",
                    texte=lambda row: row.phrase,
                    dit=lambda row: row.phrase,
                ),
            ),
            parent,
        )
