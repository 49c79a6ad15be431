"""A convention said line by line, in the officer's words, and what changed between two versions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxdesk.domain.controles import pourcentage
from fluxdesk.domain.dates import en_chiffres
from fluxdesk.domain.flux.parties import ModeRefus
from fluxdesk.domain.typographie import accorde

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from fluxdesk.domain.convention import Avenant, Convention
    from fluxdesk.domain.flux.parties import Cible, Zone

    Dire = Callable[[Zone], str]

# The headings of regles.md 25, in the order of the form.
RUBRIQUES = (
    "Réservataire",
    "1. Patrimoine",
    "2. Taux et rotation",
    "3. Publics",
    "4. Signalement",
    "5. Candidats",
    "6. Dossiers",
    "7. Information CAL",
    "8. Refus et décompte",
    "9. Neuf et report",
    "10. Durée",
    "11. Suivi",
)
MOTS_REFUS: dict[ModeRefus, str] = {
    ModeRefus.NON_COMPTE_MIXITE: "ne compte pas, sauf dans l’équilibre",
    ModeRefus.NON_COMPTE: "ne compte pas du tout",
    ModeRefus.COMPTE: "consomme le droit",
    ModeRefus.BAILLEUR_UN_TOUR: "rend le logement au bailleur pour un tour",
}


@dataclass(frozen=True, slots=True)
class LigneClause:
    """One clause in words; an empty value is « not said »."""

    rubrique: str
    libelle: str
    valeur: str


@dataclass(frozen=True, slots=True)
class LigneEcart:
    """One clause in two versions, side by side."""

    rubrique: str
    libelle: str
    avant: str
    apres: str

    @property
    def change(self) -> bool:
        """Whether the two versions differ here."""
        return self.avant != self.apres


def lignes(convention: Convention, dire: Dire) -> tuple[LigneClause, ...]:
    """Every clause, heading by heading; ``dire`` names a zone."""
    found: list[LigneClause] = []
    for rank, clauses in enumerate(_rubriques(convention, dire)):
        found += (LigneClause(RUBRIQUES[rank], label, value) for label, value in clauses)
    return tuple(found)


def comparer(avant: Convention, apres: Convention, dire: Dire) -> tuple[LigneEcart, ...]:
    """The clauses of both, side by side, in the order of the headings."""
    before = {(x.rubrique, x.libelle): x.valeur for x in lignes(avant, dire)}
    after = {(x.rubrique, x.libelle): x.valeur for x in lignes(apres, dire)}
    keys = sorted(before | after, key=lambda key: RUBRIQUES.index(key[0]))
    return tuple(LigneEcart(*key, before.get(key, ""), after.get(key, "")) for key in keys)


_Paires = list[tuple[str, str]]


def _rubriques(convention: Convention, dire: Dire) -> Iterator[_Paires]:
    clauses = convention.clauses
    yield [("Référence", convention.reference), ("Signée le", en_chiffres(convention.signature))]
    yield [
        ("Le taux porte sur", dire(convention.assiette)),
        ("Servi dans", dire(convention.territoire)),
        ("Patrimoine concerné", clauses.patrimoine),
    ]
    yield _taux(convention, dire)
    yield [("Publics visés", ", ".join(clauses.publics)), ("Cibles", _cibles(convention.cibles))]
    yield [
        ("Délai de signalement", _jours(clauses.signalement_jours)),
        ("Contenu", clauses.signalement_contenu),
    ]
    yield _candidats(convention, dire)
    yield [("Dossiers", clauses.dossiers)]
    yield [
        ("Information sur les décisions", clauses.information_cal),
        ("Nouveaux candidats", _jours(clauses.candidats_nouveaux_jours)),
        ("Information sur les baux", clauses.baux),
    ]
    yield [
        ("Droit consommé par", convention.evenement_decompte.value),
        ("Refus du réservataire", MOTS_REFUS[convention.refus]),
        ("Aucun candidat", MOTS_REFUS[convention.carence]),
        ("Refus du candidat", MOTS_REFUS[clauses.refus_candidat]),
        ("Décision de la CAL", MOTS_REFUS[clauses.refus_cal]),
        ("Retrait par le bailleur", MOTS_REFUS[clauses.retrait]),
    ]
    yield [
        ("Première location du neuf", clauses.neuf.value),
        ("Solde d’ouverture", _signe(convention.report)),
        ("Plafond du report", _signe(convention.plafond_report)),
        ("Étalement", str(convention.etalement or "")),
    ]
    yield _duree(convention)
    yield [
        ("Rythme des bilans", clauses.rythme.value),
        ("Délai des points", _jours(clauses.point_jours)),
        ("Suivi", clauses.suivi),
        ("Transmise au préfet le", en_chiffres(clauses.transmise_prefet)),
    ]


def _taux(convention: Convention, dire: Dire) -> _Paires:
    clauses = convention.clauses
    rows = [
        (nom_avenant(avenant), f"{pourcentage(avenant.dix_milliemes)}, {periode(avenant)}")
        for avenant in convention.avenants
    ]
    for avenant in convention.avenants:
        rows += (
            (f"{nom_avenant(avenant)}, {part.nom}", _part(part.dix_milliemes, place))
            for part in avenant.sous_contingents
            for place in [dire(part.territoire) if part.territoire else ""]
        )
    years = accorde(clauses.rotation_annees, "an")
    rate = "" if clauses.rotation is None else f"{pourcentage(clauses.rotation)}, sur {years}"
    backed = "oui" if convention.garantie_emprunt else "non"
    return [*rows, ("Garanties d’emprunt", backed), ("Rotation retenue", rate)]


def _part(taux: int, lieu: str) -> str:
    return f"{pourcentage(taux)}, exercé sur {lieu}" if lieu else pourcentage(taux)


def _candidats(convention: Convention, dire: Dire) -> _Paires:
    clauses = convention.clauses
    delegated = dire(clauses.zone_deleguee) if clauses.zone_deleguee else ""
    tight = ", un mois au plus (zone tendue)" if convention.zone_tendue else ""
    return [
        ("Gestion", convention.mode_gestion.value),
        ("Gestion déléguée sur", delegated),
        ("Délai", f"{convention.delai_jours} {clauses.unite_delai.value}{tight}"),
        ("Candidats attendus", str(convention.candidats)),
        ("Logement proposé", convention.mode_offre.value),
        ("Sans candidat", clauses.suite_carence.value),
        ("Cas de reprise", clauses.reprise),
    ]


def _duree(convention: Convention) -> _Paires:
    clauses = convention.clauses
    renewal = f"par {accorde(clauses.reconduction_annees, 'an')}"
    notice = clauses.denonciation_mois
    return [
        ("Fin", en_chiffres(clauses.fin)),
        ("Reconduction tacite", renewal if clauses.tacite_reconduction else "non"),
        ("Préavis", f"{notice} mois" if notice else ""),
    ]


def _cibles(cibles: Sequence[Cible]) -> str:
    return ", ".join(f"{c.modalite} {pourcentage(c.dix_milliemes)}" for c in cibles)


def _jours(jours: int | None) -> str:
    return "" if jours is None else accorde(jours, "jour")


def _signe(nombre: int | None) -> str:
    return "" if nombre is None else accorde(nombre, "logement")


def nom_avenant(avenant: Avenant) -> str:
    """« Avenant n° 1 », or « Convention d’origine »."""
    return f"Avenant n°\u00a0{avenant.numero}" if avenant.numero else "Convention d’origine"


def periode(avenant: Avenant, dire: Callable[[date], str] = en_chiffres) -> str:
    """« du 01/01/2026 au 31/12/2026 », « à compter du … », « jusqu’au … » or « sans terme »."""
    start = f"du {dire(avenant.debut)}" if avenant.debut else ""
    end = f"au {dire(avenant.fin)}" if avenant.fin else ""
    if start and end:
        return f"{start} {end}"
    if start:
        return f"à compter {start}"
    return f"jusqu’{end}" if end else "sans terme"
