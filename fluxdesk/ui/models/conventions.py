"""Conventions in force, and the sum of their rates place by place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from fluxdesk.domain.controles import lieux as lieux_des_zones
from fluxdesk.domain.controles import pourcentage, unite_du_lieu
from fluxdesk.domain.convention import ModeGestion
from fluxdesk.domain.dates import en_chiffres
from fluxdesk.domain.flux.parties import UN, EvenementDecompte
from fluxdesk.domain.reservataire import LIBELLES_CATEGORIE
from fluxdesk.ui.models.lignes import Colonne, ModeleLignes
from fluxdesk.ui.phrases import jours
from fluxdesk.ui.theme import Etat
from fluxdesk.ui.widgets.pastille import Pastille

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from fluxdesk.domain.convention import Avenant, Convention
    from fluxdesk.domain.reservataire import Reservataire
    from fluxdesk.domain.territoire import Commune

DECOMPTES: dict[EvenementDecompte, str] = {
    EvenementDecompte.MISE_A_DISPOSITION: "mise à disposition",
    EvenementDecompte.ATTRIBUTION_CAL: "attribution",
    EvenementDecompte.BAIL_SIGNE: "bail signé",
}
SANS_TAUX = Pastille("clock", "Pas en vigueur", Etat.ALERTE)


@dataclass(frozen=True, slots=True, kw_only=True)
class LigneConvention:
    """A réservataire with its convention; ``avenant`` is the one in force on the day shown."""

    reservataire: Reservataire
    convention: Convention
    avenant: Avenant | None
    territoire: str

    @property
    def taux(self) -> int:
        """The rate in force, in 1/10 000; 0 where no avenant holds the day."""
        return self.avenant.dix_milliemes if self.avenant else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LigneSomme:
    """Sum of the rates that apply in one place; ``detail`` names them."""

    lieu: str
    taux: int
    detail: str


def sommes(lignes: Sequence[LigneConvention], communes: Sequence[Commune]) -> list[LigneSomme]:
    """The sum in each place that the conventions tell apart, the fullest first."""
    zones = [ligne.convention.assiette for ligne in lignes]
    found = []
    for place in lieux_des_zones(zones, communes):
        unite = unite_du_lieu(place, date.min)
        here = [r for r in lignes if r.taux and r.convention.assiette.contient(unite)]
        words = " + ".join(f"{r.reservataire.nom} {pourcentage(r.taux)}" for r in here)
        name = f"{place.nom[0].upper()}{place.nom[1:]}"
        found.append(LigneSomme(lieu=name, taux=sum(r.taux for r in here), detail=words))
    return sorted(found, key=lambda row: (-row.taux, row.lieu))


class ConventionModel(ModeleLignes[LigneConvention]):
    """Shows conventions; one that is over says so."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(
            (
                Colonne(
                    titre="Réservataire",
                    texte=lambda row: row.reservataire.nom,
                    dit=lambda row: row.convention.reference or None,
                ),
                Colonne(
                    titre="Catégorie",
                    texte=lambda row: LIBELLES_CATEGORIE[row.reservataire.categorie],
                ),
                Colonne(
                    titre="Taux",
                    texte=lambda row: pourcentage(row.taux) if row.avenant else "",
                    tri=lambda row: row.taux,
                    nombre=True,
                    titre_complet="Part du flux en vigueur aujourd’hui",
                ),
                Colonne(titre="Sous-contingents", texte=_parts, dit=_parts),
                Colonne(
                    titre="Territoire",
                    texte=lambda row: row.territoire,
                    dit=lambda row: row.territoire,
                ),
                Colonne(
                    titre="Gestion",
                    texte=lambda row: (
                        "directe"
                        if row.convention.mode_gestion is ModeGestion.DIRECTE
                        else "déléguée"
                    ),
                ),
                Colonne(
                    titre="Délai",
                    texte=lambda row: f"{row.convention.delai_jours}\u00a0j",
                    tri=lambda row: row.convention.delai_jours,
                    dit=_delai,
                    nombre=True,
                    titre_complet="Délai de réponse du réservataire",
                ),
                Colonne(
                    titre="Décompte",
                    texte=lambda row: DECOMPTES[row.convention.evenement_decompte],
                    titre_complet="Événement qui consomme le droit",
                ),
                Colonne(titre="Fin", texte=_fin, tri=_jour_de_fin, valeur=_pastille),
            ),
            parent,
        )


class SommeModel(ModeleLignes[LigneSomme]):
    """Shows the sums; over 100 % is said with a word and a tint."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(
            (
                Colonne(titre="Lieu", texte=lambda row: row.lieu, dit=lambda row: row.lieu),
                Colonne(
                    titre="Somme",
                    titre_complet="Somme des taux qui s’appliquent ici",
                    texte=lambda row: pourcentage(row.taux),
                    tri=lambda row: row.taux,
                    nombre=True,
                ),
                Colonne(
                    titre="État",
                    texte=lambda row: _etat(row).mot,
                    valeur=_etat,
                ),
                Colonne(titre="Détail", texte=lambda row: row.detail, dit=lambda row: row.detail),
            ),
            parent,
        )


def _etat(row: LigneSomme) -> Pastille:
    if row.taux > UN:
        return Pastille("circle-alert", "Plus de 100\u00a0%", Etat.RETARD)
    return Pastille("circle-check", "Possible", Etat.OK)


def _parts(row: LigneConvention) -> str:
    if row.avenant is None:
        return ""
    return ", ".join(
        f"{p.nom} {pourcentage(p.dix_milliemes)}" for p in row.avenant.sous_contingents
    )


def _delai(row: LigneConvention) -> str:
    words = f"{jours(row.convention.delai_jours)}, candidats attendus\u00a0: "
    tight = ", zone tendue (un mois au plus)" if row.convention.zone_tendue else ""
    return f"{words}{row.convention.candidats}{tight}"


def _jour_de_fin(row: LigneConvention) -> date | None:
    return row.avenant.fin if row.avenant else row.convention.avenants[-1].fin


def _fin(row: LigneConvention) -> str:
    if row.avenant is None:
        return SANS_TAUX.mot
    return en_chiffres(row.avenant.fin) or "sans terme"


def _pastille(row: LigneConvention) -> Pastille | None:
    return SANS_TAUX if row.avenant is None else None
