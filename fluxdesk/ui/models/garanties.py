"""Rows of the loan guarantees."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from fluxdesk.domain.dates import en_chiffres
from fluxdesk.domain.taux import ecrire_taux
from fluxdesk.domain.typographie import typographier
from fluxdesk.ui.models.lignes import Colonne, ModeleLignes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QObject

    from fluxdesk.domain.garantie import Garantie
    from fluxdesk.services.tenir_garanties import EtatGaranties

EN_COURS = "En cours"


@dataclass(frozen=True, slots=True)
class LigneGarantie:
    """A guarantee, who holds it, and what there is to do about it."""

    garantie: Garantie
    nom: str
    etat: str


def lignes_garanties(etat: EtatGaranties) -> Iterable[LigneGarantie]:
    """One line a guarantee, in the order entered; the gravest thing to do is its state."""
    told: dict[int, str] = {}
    for alerte in etat.alertes:
        told.setdefault(alerte.garantie_id, alerte.genre.value.capitalize())
    for garantie in etat.garanties:
        yield LigneGarantie(
            garantie,
            etat.reservataires[garantie.reservataire_id].nom,
            told.get(garantie.id, EN_COURS),
        )


class GarantiesModel(ModeleLignes[LigneGarantie]):
    """One row a guaranteed loan."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(
            (
                Colonne(titre="Programme", texte=lambda row: row.garantie.programme),
                Colonne(titre="Réservataire", texte=lambda row: row.nom),
                Colonne(titre="Prêt", texte=lambda row: row.garantie.pret),
                Colonne(
                    titre="Quotité",
                    texte=lambda row: typographier(ecrire_taux(row.garantie.quotite)),
                    tri=lambda row: row.garantie.quotite,
                    nombre=True,
                ),
                Colonne(
                    titre="Droits",
                    texte=lambda row: f"{row.garantie.droits}/{row.garantie.logements}",
                    tri=lambda row: row.garantie.droits,
                    nombre=True,
                    titre_complet="Droits réservés sur les logements du programme",
                ),
                Colonne(
                    titre="Remboursé le",
                    texte=lambda row: en_chiffres(row.garantie.rembourse),
                    tri=lambda row: row.garantie.rembourse or date.max,
                ),
                Colonne(
                    titre="Fin des droits",
                    texte=lambda row: en_chiffres(row.garantie.fin),
                    tri=lambda row: row.garantie.fin or date.max,
                    titre_complet="Dernier versement, ou dernière échéance, plus cinq ans",
                ),
                Colonne(titre="État", texte=lambda row: row.etat, dit=lambda row: row.etat),
            ),
            parent,
        )
