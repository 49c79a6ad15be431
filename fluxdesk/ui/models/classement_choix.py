"""The parties an officer may choose instead of the suggestion, and what each choice costs."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from fluxdesk.domain.flux.evenements import Presentation
from fluxdesk.domain.flux.nombres import nombre
from fluxdesk.domain.flux.parties import UN
from fluxdesk.domain.flux.phrases import de
from fluxdesk.domain.flux.suggestion import RaisonExclusion
from fluxdesk.domain.typographie import typographier
from fluxdesk.services.tenir_registre import ouvrir_registre
from fluxdesk.ui.models.classement import nom_affiche
from fluxdesk.ui.models.compte import colonnes_du_compte
from fluxdesk.ui.models.lignes import Colonne, ModeleLignes

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from fluxdesk.services.ports import Bureau
    from fluxdesk.services.suggerer_orientation import Proposition


_PERMISES = {None, RaisonExclusion.DEJA_SERVI, RaisonExclusion.NEUF_A_PART}


@dataclass(frozen=True, slots=True, kw_only=True)
class LigneChoix:
    """One party that can hold the dwelling; figures in dwellings, this dwelling counted as due.

    ``a_part`` tells that it would hold this first letting out of its account.
    """

    cle: str
    nom: str
    du: Fraction
    servi: int
    retard: Fraction
    a_part: bool = False


def lire_choix(bureau: Bureau, proposition: Proposition) -> tuple[LigneChoix, ...]:
    """Parties without parts that have a right here, the one proposed first; on the worker."""
    with bureau.base.transaction() as uow:
        registre = ouvrir_registre(uow=uow)
        number = uow.evenements.prochain_numero()
    unite = proposition.suggestion.unite
    if registre.suivi(unite.cle) is None:
        registre.appliquer(Presentation(number, unite))  # in thought: nothing is written
    barred = set(proposition.suggestion.refusants) | {
        rang.cle
        for rang in (*proposition.suggestion.exclus, *proposition.suggestion.sous_rangs)
        if rang.exclusion not in _PERMISES
    }
    parties = {p.cle: p for p in registre.parties}
    parents = {cle: p.parent for cle, p in parties.items()}
    nodes = frozenset(parents.values())
    rows = [
        LigneChoix(
            cle=solde.cle,
            nom=nom_affiche(solde.cle, solde.nom),
            du=Fraction(solde.du, UN),
            servi=solde.servi,
            retard=Fraction(solde.retard, UN),
            a_part=not parties[solde.cle].compte(unite),
        )
        for solde in registre.soldes()
        if solde.cle not in nodes
        if solde.cle == proposition.destinataire or not {solde.cle, parents[solde.cle]} & barred
    ]
    rows.sort(key=lambda row: (row.cle != proposition.destinataire, -row.retard))
    return tuple(rows)


def effet_du_choix(choisi: LigneChoix, suggere: LigneChoix, tolerance: Fraction) -> str:
    """What the choice does to the dues, in sentences."""
    if choisi.a_part:
        return typographier(
            f"Première location que la convention {de(choisi.nom)} compte à part : son compte ne "
            "bouge pas, elle est portée à celui du bailleur."
        )
    after = choisi.retard - 1
    kept = (
        f" ; {suggere.nom} garderait le sien, {nombre(suggere.retard, signe=True)}, au lieu de "
        f"descendre à {nombre(suggere.retard - 1, signe=True)}"
    )
    first = (
        f"{choisi.nom} passerait d’un retard de {nombre(choisi.retard, signe=True)} à "
        f"{nombre(after, signe=True)}{'' if suggere.a_part else kept}."
    )
    if suggere.retard >= tolerance and not suggere.a_part:
        second = (
            f" Ce retard dépasse la tolérance ({nombre(tolerance)}) : la prochaine libération "
            "lui reviendra d’abord."
        )
    elif after <= -tolerance:
        second = (
            f" {choisi.nom} serait servi au-delà de son droit ; la règle le compensera ensuite."
        )
    else:
        second = " La règle compensera cet écart aux prochaines libérations."
    return typographier(first + second)


class ChoixModel(ModeleLignes[LigneChoix]):
    """Shows the parties with their accounts."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(
            [
                Colonne(titre="Réservataire", texte=lambda row: row.nom),
                *colonnes_du_compte(LigneChoix),
                Colonne(
                    titre="Après ce choix",
                    texte=lambda row: nombre(row.retard - (not row.a_part), signe=True),
                    tri=lambda row: row.retard - (not row.a_part),
                    nombre=True,
                    titre_complet="Retard si le logement lui est proposé",
                ),
            ],
            parent,
        )
