"""Objectives of a year as rows: what is measured, the target, what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor
from typing_extensions import override

from fluxdesk.domain.controles import pourcentage
from fluxdesk.domain.objectif import Certitude, NatureObjectif
from fluxdesk.domain.objectif_mesure import Etat
from fluxdesk.services.eclairer_objectifs import pour_cent
from fluxdesk.services.mesurer_objectifs import LigneObjectif
from fluxdesk.ui.models.lignes import Colonne, ModeleLignes
from fluxdesk.ui.phrases import milliers
from fluxdesk.ui.theme import jetons

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from fluxdesk.services.mesurer_objectifs import TableauObjectifs

SUJET, LIEU, COMPTE, TAUX, CIBLE, ETAT, MANQUE, CERTITUDE = range(8)
_CERTITUDES = {
    Certitude.ACCORD: "accord",
    Certitude.LUE: "à confirmer",
    Certitude.MEMOIRE: "à vérifier",
}
TOUT_LE_PARC = "tout le parc"


class ObjectifsModel(ModeleLignes[LigneObjectif]):
    """Shows objectives; the state is a word, tinted."""

    def __init__(self, parent: QObject | None = None) -> None:
        self._lu: TableauObjectifs | None = None
        super().__init__(
            (
                Colonne(titre="Objectif", texte=self.sujet, dit=_source),
                Colonne(titre="Pour", texte=self.lieu, titre_complet="EPCI ou réservataire"),
                Colonne(
                    titre="Compte",
                    texte=lambda x: f"{milliers(x.mesure.oui)} sur {milliers(x.mesure.total)}",
                    tri=lambda x: x.mesure.oui,
                    nombre=True,
                ),
                Colonne(titre="Taux", texte=_taux, tri=lambda x: x.mesure.taux, nombre=True),
                Colonne(
                    titre="Cible",
                    texte=lambda x: pourcentage(x.cible),
                    tri=lambda x: x.cible,
                    nombre=True,
                ),
                Colonne(titre="État", texte=lambda x: x.mesure.etat(x.cible).value),
                Colonne(
                    titre="Inconnus",
                    texte=_inconnus,
                    tri=lambda x: x.mesure.inconnus + x.mesure.sans_lieu,
                    nombre=True,
                    titre_complet="Ménages non renseignés, dans le total ; entre parenthèses, "
                    "logements de plus dont le quartier n’est pas connu",
                    dit=_manque,
                ),
                Colonne(
                    titre="Source",
                    texte=lambda x: _CERTITUDES[x.objectif.certitude],
                    dit=_source,
                ),
            ),
            parent,
        )

    def montrer_tableau(self, lu: TableauObjectifs) -> None:
        """Show a year."""
        self._lu = lu
        self.montrer(lu.lignes)

    def sujet(self, ligne: LigneObjectif) -> str:
        """What is counted."""
        one = ligne.objectif
        told = one.libelle if one.nature is NatureObjectif.LIBRE else one.nature.value
        return told[:1].upper() + told[1:]

    def lieu(self, ligne: LigneObjectif) -> str:
        """Whose or where it is."""
        one = ligne.objectif
        epcis = self._lu.epcis if self._lu else {}
        parties = self._lu.parties if self._lu else {}
        named = (epcis.get(one.epci, one.epci), parties.get(one.partie, one.partie))
        return ", ".join(filter(None, named)) or TOUT_LE_PARC

    @override
    def couleur(self, ligne: LigneObjectif) -> QColor | None:
        missed = ligne.mesure.etat(ligne.cible) is Etat.MANQUE
        return QColor(jetons().retard) if missed else None


def _taux(ligne: LigneObjectif) -> str:
    low, high = ligne.mesure.taux, ligne.mesure.taux_haut
    if low is None or high is None:
        return "–"
    return pour_cent(low) if low == high else f"{pour_cent(low)} à {pour_cent(high)}"


def _inconnus(ligne: LigneObjectif) -> str:
    seen = ligne.mesure
    more = f" (+\u00a0{milliers(seen.sans_lieu)})" if seen.sans_lieu else ""
    return f"{milliers(seen.inconnus)}{more}"


def _manque(ligne: LigneObjectif) -> str:
    seen = ligne.mesure
    return (
        f"{seen.inconnus} ménage(s) sans la donnée, {seen.sans_lieu} logement(s) dont on ne sait "
        "s’ils sont en quartier prioritaire"
    )


def _source(ligne: LigneObjectif) -> str:
    return f"{ligne.objectif.source} ({ligne.objectif.certitude.value})"
