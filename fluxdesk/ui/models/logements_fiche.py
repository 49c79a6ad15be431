"""The fiche of a dwelling: what the officer reads of it, in the order of the letter."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fluxdesk.domain.logement import NON_RENSEIGNE, EtatLogement, TypeConstruction
from fluxdesk.domain.provenance import Origine
from fluxdesk.domain.typographie import typographier
from fluxdesk.ui.dates import jour_et_heure
from fluxdesk.ui.phrases import euros
from fluxdesk.ui.widgets.fiche import Champ

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from fluxdesk.domain.logement import Logement
    from fluxdesk.domain.provenance import Provenance

CONSTRUCTIONS = {
    TypeConstruction.COLLECTIF: "collectif",
    TypeConstruction.INDIVIDUEL: "individuel",
    TypeConstruction.ETUDIANT: "étudiant",
}


# The fields of ``Logement`` whose origin a line tells.
_ORIGINES: dict[str, tuple[str, ...]] = {
    "Adresse": ("adresse",),
    "Commune": ("commune",),
    "Id. RPLS": ("id_rpls",),
    "Résidence": ("programme",),
    "Typologie": ("typologie",),
    "Surface": ("surface",),
    "Étage": ("etage",),
    "Construction": ("annee_construction", "construction"),
    "Financement": ("financement",),
    "QPV": ("qpv",),
    "DPE": ("dpe",),
    "Loyer": ("loyer",),
    "Loyer maximal": ("loyer_max",),
    "Contingent déclaré": ("contingent_declare",),
    "État": ("etat",),
}
_MARQUES = {Origine.SAISIE: "saisi à la main", Origine.CONFIRMEE: "confirmé"}


def champs_logement(
    logement: Logement, provenances: Sequence[Provenance] = ()
) -> tuple[Champ, ...]:
    """Lines of the fiche, each with its source on hover; an unknown value says so."""
    known = {provenance.champ: provenance for provenance in provenances}
    return tuple(_sourcer(champ, logement, known) for champ in _champs(logement))


def _sourcer(champ: Champ, logement: Logement, connues: Mapping[str, Provenance]) -> Champ:
    fields = _ORIGINES.get(champ.titre, ())
    found = next((connues[name] for name in fields if name in connues), None)
    if found is not None:
        return replace(champ, dit=_origine(found), marque=_MARQUES.get(found.origine, ""))
    said = typographier(f"Source : {logement.source}") if logement.source else ""
    return replace(champ, dit=said)


def _origine(provenance: Provenance) -> str:
    words = {Origine.SAISIE: "Saisi", Origine.CONFIRMEE: "Confirmé"}
    verb = words.get(provenance.origine, provenance.origine.value)
    day = jour_et_heure(provenance.quand)
    return typographier(f"{verb} par {provenance.auteur}, {day} : {provenance.detail}")


def _champs(logement: Logement) -> tuple[Champ, ...]:
    address = logement.adresse
    gone = logement.etat is EtatLogement.SORTI
    return (
        Champ("État", "sorti du patrimoine" if gone else ""),
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
        Champ("Loyer maximal", "" if logement.loyer_max is None else euros(logement.loyer_max)),
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
