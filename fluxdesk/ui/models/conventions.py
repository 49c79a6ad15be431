"""Conventions in force, and the sum of their rates place by place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from fluxdesk.domain.controles import lieux as lieux_des_zones
from fluxdesk.domain.controles import pourcentage, unite_du_lieu
from fluxdesk.domain.dates import en_chiffres
from fluxdesk.domain.duree_convention import (
    EtatConvention,
    dit_sans_convention,
    duree_en_mots,
)
from fluxdesk.domain.flux.parties import UN, EvenementDecompte
from fluxdesk.domain.reservataire import LIBELLES_CATEGORIE
from fluxdesk.ui.models.lignes import Colonne, ModeleLignes
from fluxdesk.ui.theme import Etat
from fluxdesk.ui.widgets.pastille import Pastille

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from fluxdesk.domain.convention import Avenant, Convention
    from fluxdesk.domain.duree_convention import (
        Duree,
    )
    from fluxdesk.domain.reservataire import Reservataire
    from fluxdesk.domain.territoire import Commune

DECOMPTES: dict[EvenementDecompte, str] = {
    EvenementDecompte.MISE_A_DISPOSITION: "mise à disposition",
    EvenementDecompte.ATTRIBUTION_CAL: "attribution",
    EvenementDecompte.BAIL_SIGNE: "bail signé",
}
SANS_CONVENTION = Pastille("circle-alert", "Sans convention", Etat.RETARD)
A_VENIR = Pastille("clock", "Pas en vigueur", Etat.ALERTE)


@dataclass(frozen=True, slots=True, kw_only=True)
class LigneConvention:
    """A réservataire with its convention; ``avenant`` is the one in force on the day shown.

    One that signed nothing has a convention without number, without rate.
    """

    reservataire: Reservataire
    convention: Convention
    avenant: Avenant | None
    territoire: str
    duree: Duree

    @property
    def signee(self) -> bool:
        """Whether there is a convention at all."""
        return self.convention.id > 0

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
                    texte=_gestion,
                    dit=_gestion,
                ),
                Colonne(
                    titre="Délai",
                    texte=lambda row: f"{row.convention.delai_jours}\u00a0j" if row.signee else "",
                    tri=lambda row: row.convention.delai_jours,
                    dit=_delai,
                    nombre=True,
                    titre_complet="Délai de réponse du réservataire",
                ),
                Colonne(
                    titre="Décompte",
                    texte=lambda row: (
                        DECOMPTES[row.convention.evenement_decompte] if row.signee else ""
                    ),
                    titre_complet="Événement qui consomme le droit",
                ),
                Colonne(titre="Fin", texte=_fin, tri=_terme, valeur=_pastille, dit=_dit_fin),
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


def _gestion(row: LigneConvention) -> str:
    if not row.signee:
        return ""
    partly = ", déléguée en partie" if row.convention.clauses.zone_deleguee else ""
    return f"{row.convention.mode_gestion.value}{partly}"


def _delai(row: LigneConvention) -> str | None:
    if not row.signee:
        return None
    unit = row.convention.clauses.unite_delai.value
    words = f"{row.convention.delai_jours}\u00a0{unit}, candidats attendus\u00a0: "
    tight = ", zone tendue (un mois au plus)" if row.convention.zone_tendue else ""
    return f"{words}{row.convention.candidats}{tight}"


def _terme(row: LigneConvention) -> date | None:
    return row.duree.terme


def _fin(row: LigneConvention) -> str:
    badge = _pastille(row)
    if badge is not None:
        return badge.mot
    return en_chiffres(row.duree.terme) or "sans terme"


def _dit_fin(row: LigneConvention) -> str:
    """The end in words; without a rate in force, who exercises the rights."""
    if row.duree.etat is EtatConvention.A_VENIR or row.avenant is not None:
        return duree_en_mots(row.duree)
    return dit_sans_convention(row.reservataire)


def _pastille(row: LigneConvention) -> Pastille | None:
    if row.avenant is None:
        return A_VENIR if row.duree.etat is EtatConvention.A_VENIR else SANS_CONVENTION
    day = en_chiffres(row.duree.terme)
    match row.duree.etat:
        case EtatConvention.FIN_PROCHE:
            return Pastille("triangle-alert", f"Fin {day}", Etat.ALERTE)
        case EtatConvention.RECONDUCTION_PROCHE:
            return Pastille("refresh-cw", day, Etat.ALERTE)
        case _:
            return None
