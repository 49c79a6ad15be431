"""What a simulation found: accounts, mix, dwellings that would have moved, points of curves."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor
from typing_extensions import override

from fluxdesk.domain.dates import en_chiffres
from fluxdesk.domain.flux.nombres import nombre
from fluxdesk.domain.flux.parties import BAILLEUR, UN
from fluxdesk.services.simuler_annee import LigneMixite, LogementDeplace
from fluxdesk.services.simuler_mots import LIBELLES_AXES
from fluxdesk.ui.models.lignes import Colonne, ModeleLignes
from fluxdesk.ui.models.simulation import taux_dit
from fluxdesk.ui.phrases import milliers
from fluxdesk.ui.theme import jetons
from fluxdesk.ui.widgets.courbes_trace import Courbe, Trace

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QObject

    from fluxdesk.domain.flux.registre import Solde
    from fluxdesk.services.simuler_annee import CaseMixite, Simulation

FAIT, SIGNE, SIMULE = "fait", "signé", "simulé"


@dataclass(frozen=True, slots=True, kw_only=True)
class LigneCompte:
    """The account of a party at the end, both ways."""

    nom: str
    part: bool
    signe: int | None
    taux: int | None
    fait: Solde
    simule: Solde
    plus_grands: tuple[int, int]
    bailleur: bool

    @property
    def gain(self) -> int:
        """Dwellings more, or less, than what was done."""
        return self.simule.servi - self.fait.servi


def temoin_dit(simulation: Simulation) -> str:
    """What the simulation is compared with, in one word."""
    return FAIT if simulation.source.reelle else SIGNE


def lignes_des_comptes(simulation: Simulation) -> tuple[LigneCompte, ...]:
    """The accounts in the order of the conventions, landlord last."""
    clauses = {c.cle: c for c in simulation.hypothese}
    pairs = zip(simulation.fait.soldes, simulation.simule.soldes, strict=True)
    return tuple(
        LigneCompte(
            nom=simulation.noms[done.cle],
            part=done.parent is not None,
            signe=clauses[done.cle].signe if done.cle in clauses else None,
            taux=clauses[done.cle].taux if done.cle in clauses else None,
            fait=done,
            simule=played,
            plus_grands=(
                simulation.fait.retards_max[done.cle],
                simulation.simule.retards_max[done.cle],
            ),
            bailleur=done.cle == BAILLEUR,
        )
        for done, played in pairs
    )


class ComptesModel(ModeleLignes[LigneCompte]):
    """Shows the accounts; ``temoin`` is « fait » or « signé »."""

    def __init__(self, temoin: str, parent: QObject | None = None) -> None:
        super().__init__(
            (
                Colonne(
                    titre="Réservataire",
                    texte=lambda row: f"\u2003{row.nom}" if row.part else row.nom,
                    dit=lambda row: row.nom,
                    tri=lambda row: row.nom,
                ),
                Colonne(titre="Taux", texte=_taux, tri=lambda row: row.taux, nombre=True),
                *_soldes(temoin, lambda row: row.fait),
                *_soldes(SIMULE, lambda row: row.simule),
                Colonne(
                    titre="Différence",
                    texte=lambda row: _signe(row.gain),
                    tri=lambda row: row.gain,
                    nombre=True,
                    titre_complet="Logements servis en plus ou en moins sous l’hypothèse",
                ),
                _retard(f"Max {temoin}", lambda row: row.plus_grands[0], signe=False),
                _retard(f"Max {SIMULE}", lambda row: row.plus_grands[1], signe=False),
            ),
            parent,
        )

    @override
    def couleur(self, ligne: LigneCompte) -> QColor | None:
        return QColor(jetons().texte_doux) if ligne.part else None


def _taux(ligne: LigneCompte) -> str:
    """``22 % → 30 %`` where it is changed."""
    if ligne.bailleur:
        return "le reste"
    if ligne.signe == ligne.taux:
        return taux_dit(ligne.taux)
    return f"{taux_dit(ligne.signe)} → {taux_dit(ligne.taux)}"


def _soldes(
    mot: str, lire: Callable[[LigneCompte], Solde]
) -> tuple[Colonne[LigneCompte], Colonne[LigneCompte], Colonne[LigneCompte]]:
    return (
        _retard(f"Dû {mot}", lambda row: lire(row).du, signe=False),
        Colonne(
            titre=f"Servi {mot}",
            texte=lambda row: milliers(lire(row).servi),
            tri=lambda row: lire(row).servi,
            nombre=True,
        ),
        _retard(f"Retard {mot}", lambda row: lire(row).retard, signe=True),
    )


def _retard(titre: str, lire: Callable[[LigneCompte], int], *, signe: bool) -> Colonne[LigneCompte]:
    return Colonne(
        titre=titre,
        texte=lambda row: nombre(Fraction(lire(row), UN), signe=signe),
        tri=lire,
        nombre=True,
    )


def _signe(valeur: int) -> str:
    return f"+{milliers(valeur)}" if valeur > 0 else milliers(valeur)


class MixiteModel(ModeleLignes[LigneMixite]):
    """Shows due, received and gap of each value; ``temoin`` is « fait » or « signé »."""

    def __init__(self, temoin: str, parent: QObject | None = None) -> None:
        super().__init__(
            (
                Colonne(titre="Réservataire", texte=lambda row: row.nom, dit=lambda row: row.nom),
                Colonne(titre="Axe", texte=lambda row: LIBELLES_AXES[row.axe]),
                Colonne(titre="Valeur", texte=lambda row: row.valeur, dit=lambda row: row.valeur),
                *_cases(temoin, lambda row: row.fait),
                *_cases(SIMULE, lambda row: row.simule),
            ),
            parent,
        )


def _cases(
    mot: str, lire: Callable[[LigneMixite], CaseMixite]
) -> tuple[Colonne[LigneMixite], Colonne[LigneMixite], Colonne[LigneMixite]]:
    return (
        Colonne(
            titre=f"Dû {mot}",
            texte=lambda row: nombre(lire(row).du),
            tri=lambda row: lire(row).du,
            nombre=True,
        ),
        Colonne(
            titre=f"Reçu {mot}",
            texte=lambda row: milliers(lire(row).recu),
            tri=lambda row: lire(row).recu,
            nombre=True,
        ),
        Colonne(
            titre=f"Écart {mot}",
            texte=lambda row: nombre(lire(row).ecart, signe=True),
            tri=lambda row: lire(row).ecart,
            nombre=True,
            titre_complet="Dû moins reçu\u00a0: ce qui manque de cette valeur au réservataire",
        ),
    )


class DeplacesModel(ModeleLignes[LogementDeplace]):
    """Shows the dwellings that would have gone elsewhere, and why."""

    def __init__(self, *, reelle: bool, parent: QObject | None = None) -> None:
        done = "Fait" if reelle else "Signé"
        rule: tuple[Colonne[LogementDeplace], ...] = ()
        if reelle:
            rule = (
                Colonne(
                    titre="Règle, signé",
                    texte=lambda row: row.temoin,
                    dit=lambda row: row.temoin,
                    titre_complet="À qui la règle l’aurait proposé sous les conventions signées",
                ),
            )
        super().__init__(
            (
                Colonne(
                    titre="Date", texte=lambda row: en_chiffres(row.jour), tri=lambda row: row.jour
                ),
                Colonne(
                    titre="Logement", texte=lambda row: row.adresse, dit=lambda row: row.adresse
                ),
                Colonne(titre=done, texte=lambda row: row.fait, dit=lambda row: row.fait),
                *rule,
                Colonne(titre="Simulé", texte=lambda row: row.simule, dit=lambda row: row.simule),
                Colonne(titre="Motif", texte=lambda row: row.motif, dit=lambda row: row.motif),
            ),
            parent,
        )


def trace_de(simulation: Simulation) -> Trace:
    """The curves of a simulation; the undivided parties take the first colours."""
    titles = ("Retard\u00a0: ce qui a été fait", "Retard\u00a0: ce qui aurait été fait")
    if not simulation.source.reelle:
        titles = ("Retard\u00a0: conventions signées", "Retard\u00a0: hypothèse")
    soldes = simulation.simule.soldes
    heads_first = sorted(soldes, key=lambda s: s.parent is not None)
    ranks = {s.cle: rank for rank, s in enumerate(heads_first, start=1)}
    return Trace(
        jours=simulation.jours,
        tolerance=round(simulation.tolerance * UN),
        titres=titles,
        mots=(temoin_dit(simulation), SIMULE),
        courbes=tuple(
            Courbe(
                cle=s.cle,
                nom=simulation.noms[s.cle],
                style=0 if s.cle == BAILLEUR else ranks[s.cle],
                fait=simulation.fait.courbes[s.cle],
                simule=simulation.simule.courbes[s.cle],
                part=s.parent is not None,
            )
            for s in soldes
        ),
    )


def modele_des_points(
    trace: Trace, visibles: Sequence[Courbe], parent: QObject
) -> ModeleLignes[int]:
    """The curves as a table: one line a point, two columns a party."""
    columns: list[Colonne[int]] = [
        Colonne(titre="Date", texte=lambda rank: en_chiffres(trace.jours[rank]))
    ]
    for courbe in visibles:
        for word, values in zip(trace.mots, (courbe.fait, courbe.simule), strict=True):
            columns.append(_colonne_de(f"{courbe.nom}, {word}", values))
    model: ModeleLignes[int] = ModeleLignes(columns, parent)
    model.montrer(range(len(trace.jours)))
    return model


def _colonne_de(titre: str, valeurs: Sequence[int]) -> Colonne[int]:
    return Colonne(
        titre=titre,
        texte=lambda rank: nombre(Fraction(valeurs[rank], UN), signe=True),
        tri=lambda rank: valeurs[rank],
        nombre=True,
        titre_complet=titre,
    )
