"""Families of financing of the dwellings already imported, under the table in force."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fluxdesk.domain.rapport import RapportImport
from fluxdesk.domain.rpls_financement import famille_de
from fluxdesk.domain.typographie import accorde, typographier
from fluxdesk.services.territoires_base import familles_de

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fluxdesk.domain.logement import Financement, Logement
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.ports import Territoires

NOM, FORMAT = "Table des financements", "recalcul des familles"


@dataclass(frozen=True, slots=True, kw_only=True)
class RapportFamilles:
    """How many dwellings were looked at and change, by former and new family; ``lot`` undoes it."""

    essai: bool
    logements: int
    modifies: int
    passages: tuple[tuple[str, str, int], ...]
    lot: int = 0

    def phrase(self) -> str:
        """In one sentence."""
        if not self.modifies:
            return "Aucun logement ne change de famille de financement."
        ways = ", ".join(f"{before} → {after} : {n}" for before, after, n in self.passages)
        count = accorde(
            self.modifies,
            "logement change de famille de financement",
            "logements changent de famille de financement",
        )
        return typographier(f"{count} ({ways}).")


def rederiver_financements(
    *, essai: bool, uow: UnitOfWork, territoires: Territoires
) -> RapportFamilles:
    """Put every dwelling in the family of its code; a lot, that can be undone whole."""
    families = familles_de(territoires)
    with uow:
        seen = 0
        changed: list[Logement] = []
        ways: Counter[tuple[str, str]] = Counter()
        for dwelling in uow.logements.tous():
            seen += 1
            made = _reclasser(dwelling, families)
            if made is not dwelling:
                changed.append(made)
                ways[dwelling.financement.value, made.financement.value] += 1
        report = RapportFamilles(
            essai=essai,
            logements=seen,
            modifies=len(changed),
            passages=tuple((*way, count) for way, count in sorted(ways.items())),
        )
        if essai or not changed:
            return report
        report = replace(report, lot=_enregistrer(report, changed, uow))
        uow.valider()
    return report


def _reclasser(logement: Logement, familles: Mapping[str, Financement]) -> Logement:
    family = famille_de(logement.financement_code, logement.financement_libelle, familles)
    if family is None or family is logement.financement:
        return logement
    return replace(logement, financement=family)


def _enregistrer(rapport: RapportFamilles, logements: list[Logement], uow: UnitOfWork) -> int:
    lot = uow.lots.ouvrir(NOM, FORMAT, "")
    uow.logements.modifier(logements, lot)
    uow.lots.clore(
        RapportImport(
            fichier=NOM,
            format=FORMAT,
            encodage="",
            essai=False,
            lues=rapport.logements,
            creees=0,
            modifiees=rapport.modifies,
            inchangees=rapport.logements - rapport.modifies,
            refusees=0,
            lot=lot,
        )
    )
    uow.journal.ecrire(
        "financements.rederiver",
        f"lot:{lot}",
        rapport.phrase().removesuffix("."),
        apres={"modifies": rapport.modifies, "passages": rapport.passages},
    )
    return lot
