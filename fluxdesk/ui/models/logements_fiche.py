"""The fiche of a dwelling: what the officer reads of it, in the order of the letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.logement import NON_RENSEIGNE, TypeConstruction
from fluxdesk.domain.typographie import typographier
from fluxdesk.ui.phrases import euros
from fluxdesk.ui.widgets.fiche import Champ

if TYPE_CHECKING:
    from fluxdesk.domain.logement import Logement

CONSTRUCTIONS = {
    TypeConstruction.COLLECTIF: "collectif",
    TypeConstruction.INDIVIDUEL: "individuel",
    TypeConstruction.ETUDIANT: "étudiant",
}


def champs_logement(logement: Logement) -> tuple[Champ, ...]:
    """Lines of the fiche; an unknown value says so where the flux needs it."""
    address = logement.adresse
    return (
        Champ("Adresse", address.ligne()),
        Champ("Accès", address.acces()),
        Champ("Commune", f"{address.ville()} ({logement.commune})".strip()),
        Champ("Id. RPLS", logement.id_rpls),
        Champ("Id. interne", logement.id_interne),
        Champ("Résidence", logement.programme),
        Champ("Typologie", logement.typologie),
        Champ("Surface", f"{logement.surface}\u00a0m²" if logement.surface else ""),
        Champ("Étage", _etage(logement)),
        Champ("Construction", _construction(logement)),
        Champ("Financement", _financement(logement)),
        Champ("QPV", _qpv(logement)),
        Champ("DPE", " · ".join(part for part in (logement.dpe, logement.dpe_date) if part)),
        Champ("Loyer", _loyer(logement)),
        Champ("Convention", logement.numero_convention),
        Champ("Contingent déclaré", logement.contingent_declare),
        Champ("Source", typographier(logement.source)),
    )


def _etage(logement: Logement) -> str:
    lift = {True: "ascenseur", False: "sans ascenseur", None: ""}[logement.ascenseur]
    return ", ".join(part for part in (logement.etage, lift) if part)


def _construction(logement: Logement) -> str:
    kind = CONSTRUCTIONS[logement.construction] if logement.construction else ""
    year = str(logement.annee_construction) if logement.annee_construction else NON_RENSEIGNE
    return ", ".join(part for part in (year, kind) if part)


def _financement(logement: Logement) -> str:
    label = logement.financement_libelle or logement.financement_code
    family = logement.financement.value
    return f"{family} ({label})" if label and label != family else family


def _qpv(logement: Logement) -> str:
    word = {True: "oui", False: "non", None: NON_RENSEIGNE}[logement.qpv]
    return f"{word} ({logement.qpv_code})" if logement.qpv_code else word


def _loyer(logement: Logement) -> str:
    if logement.loyer is None:
        return ""
    rent = euros(logement.loyer)
    return rent if logement.charges is None else f"{rent} + {euros(logement.charges)} de charges"
