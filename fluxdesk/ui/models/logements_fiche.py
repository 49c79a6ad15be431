"""The fiche of a dwelling: what the officer reads of it, in the order of the letter."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fluxdesk.domain.bail import dire_bail
from fluxdesk.domain.dates import en_chiffres
from fluxdesk.domain.logement import NON_RENSEIGNE, EtatLogement, TypeConstruction
from fluxdesk.domain.mots_logement import etage_et_ascenseur, euros
from fluxdesk.domain.plafonds_logement import ZONES
from fluxdesk.domain.provenance import Origine
from fluxdesk.domain.referentiel import GenreReferentiel
from fluxdesk.domain.referentiel_valeurs import SUPPLEMENT
from fluxdesk.domain.territoire import a_change
from fluxdesk.domain.typographie import typographier
from fluxdesk.ui.dates import jour_et_heure
from fluxdesk.ui.phrases import milliers
from fluxdesk.ui.widgets.fiche import Champ

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fluxdesk.domain.examen_occupation import ExamenOccupation
    from fluxdesk.domain.logement import Logement
    from fluxdesk.domain.provenance import Provenance
    from fluxdesk.services.consulter_logement import FicheLogement

GENERATIONS = {GenreReferentiel.QPV_2015: 2015, GenreReferentiel.QPV_2024: 2024}

CONSTRUCTIONS = {
    TypeConstruction.COLLECTIF: "collectif",
    TypeConstruction.INDIVIDUEL: "individuel",
    TypeConstruction.ETUDIANT: "étudiant",
}


# The fields of ``Logement`` whose origin a line tells.
_ORIGINES: dict[str, tuple[str, ...]] = {
    "Adresse": ("voie", "numero", "complement", "adresse"),
    "Accès": ("appartement",),
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
    "Bail depuis le": ("bail",),
    "Contingent déclaré": ("contingent_declare",),
    "État": ("etat",),
}
_MARQUES = {
    Origine.SAISIE: "saisi à la main",
    Origine.CONFIRMEE: "confirmé",
    Origine.BAIL: "bail signé",
}


def champs_logement(fiche: FicheLogement) -> tuple[Champ, ...]:
    """Lines of the fiche, each with its source on hover; an unknown value says so."""
    known = {provenance.champ: provenance for provenance in fiche.provenances}
    values = (_sourcer(champ, fiche.logement, known) for champ in _champs(fiche))
    return (*values, *_plafonds(fiche), *_sources(fiche))


def _sourcer(champ: Champ, logement: Logement, connues: Mapping[str, Provenance]) -> Champ:
    fields = _ORIGINES.get(champ.titre, ())
    found = next((connues[name] for name in fields if name in connues), None)
    if found is not None:
        return replace(champ, dit=_origine(found), marque=_MARQUES.get(found.origine, ""))
    said = typographier(f"Source : {logement.source}") if logement.source else ""
    return replace(champ, dit=said)


def _origine(provenance: Provenance) -> str:
    words = {Origine.SAISIE: "Saisi", Origine.CONFIRMEE: "Confirmé", Origine.BAIL: "Signé"}
    verb = words.get(provenance.origine, "Importé")
    day = jour_et_heure(provenance.quand)
    return typographier(f"{verb} par {provenance.auteur}, {day} : {provenance.detail}")


def _plafonds(fiche: FicheLogement) -> tuple[Champ, ...]:
    """The ceilings of income, by category of household, and where they come from."""
    found = fiche.plafonds
    if found is None:
        return ()
    told = [
        f"{'+ par pers.' if category == SUPPLEMENT else category}\u00a0: "
        f"{milliers(int(amount))}\u00a0€"
        for category, amount in found.montants.items()
    ]
    zone = ZONES.get(found.zone, f"zone {found.zone}")
    said = (
        f"Revenu fiscal annuel par catégorie de ménage, {zone}. "
        f"{found.source}, en vigueur depuis le {en_chiffres(found.effet)}."
    )
    words = typographier(f"{found.financement}, {zone}, depuis le {en_chiffres(found.effet)}")
    return (Champ("Plafonds", "\n".join(told), dit=typographier(said), marque=words),)


def _sources(fiche: FicheLogement) -> tuple[Champ, ...]:
    """Where the values come from: the source of most of them, then those that come from elsewhere.

    A dwelling older than what imports keep has the one word it came with.
    """
    titles = {name: title for title, names in _ORIGINES.items() for name in names}
    by: dict[str, list[str]] = {}
    for one in fiche.provenances:
        if one.origine in _MARQUES or one.champ not in titles:
            continue
        label = f"{one.detail}, {en_chiffres(one.quand.astimezone().date())}"
        by.setdefault(label, []).append(titles[one.champ])
    if not by:
        return (Champ("Source", typographier(fiche.logement.source)),)
    most, *others = sorted(by, key=lambda label: -len(by[label]))
    lines = [most, *(f"{label}\u00a0: {', '.join(dict.fromkeys(by[label]))}" for label in others)]
    return (Champ("Source", typographier("\n".join(lines))),)


def _champs(fiche: FicheLogement) -> tuple[Champ, ...]:
    logement = fiche.logement
    address = logement.adresse
    gone = logement.etat is EtatLogement.SORTI
    return (
        Champ("État", "sorti du patrimoine" if gone else ""),
        Champ("Adresse", address.ligne()),
        Champ("Accès", address.acces()),
        Champ("Commune", _commune(fiche)),
        Champ("Id. RPLS", logement.id_rpls),
        Champ("Id. interne", logement.id_interne),
        Champ("Résidence", logement.programme),
        Champ("Typologie", logement.typologie),
        Champ("Surface", f"{logement.surface}\u00a0m²" if logement.surface else ""),
        Champ("Étage", etage_et_ascenseur(logement.etage, logement.ascenseur)),
        Champ("Construction", _construction(logement)),
        Champ("Financement", _financement(logement)),
        Champ("QPV", _qpv(fiche)),
        Champ("DPE", " · ".join(part for part in (logement.dpe, logement.dpe_date) if part)),
        Champ("Loyer", _loyer(logement)),
        Champ("Loyer maximal", "" if logement.loyer_max is None else euros(logement.loyer_max)),
        Champ("Convention", logement.numero_convention),
        Champ("Bail depuis le", dire_bail(logement.bail)),
        Champ("Examens", "\n".join(map(_examen, reversed(fiche.examens)))),
        Champ("Contingent déclaré", logement.contingent_declare),
    )


def _examen(examen: ExamenOccupation) -> str:
    """What the CALEOL said of the occupation that day."""
    note = f" ; {examen.note}" if examen.note else ""
    return typographier(f"{en_chiffres(examen.jour)} : {examen.avis.value}{note}")


def _commune(fiche: FicheLogement) -> str:
    """The commune of today; the one declared where it merged since."""
    logement, today = fiche.logement, fiche.commune
    declared = f"{logement.adresse.ville()} ({logement.commune})".strip()
    if today is None or not a_change(logement.commune, today):
        return declared
    return f"{today.nom} ({today.code})\ndéclarée\u00a0: {declared}"


def _construction(logement: Logement) -> str:
    kind = CONSTRUCTIONS[logement.construction] if logement.construction else ""
    year = str(logement.annee_construction) if logement.annee_construction else NON_RENSEIGNE
    return ", ".join(part for part in (year, kind) if part)


def _financement(logement: Logement) -> str:
    label = logement.financement_libelle or logement.financement_code
    family = logement.financement.value
    return f"{family} ({label})" if label and label != family else family


def _qpv(fiche: FicheLogement) -> str:
    """The flag, then what the dated perimeters say of the district or of the commune."""
    logement = fiche.logement
    word = {True: "oui", False: "non", None: NON_RENSEIGNE}[logement.qpv]
    lines = [f"{word} ({logement.qpv_code})" if logement.qpv_code else word]
    for district in fiche.quartiers:
        year = GENERATIONS[district.genre]
        lines.append(
            f"{district.nom}, périmètre de {year} (liste du {en_chiffres(district.effet)})"
        )
    if fiche.commune_sans_qpv and logement.qpv is not False:
        lines.append("aucun quartier prioritaire dans la commune aujourd’hui")
    return "\n".join(lines)


def _loyer(logement: Logement) -> str:
    if logement.loyer is None:
        return ""
    rent = euros(logement.loyer)
    return rent if logement.charges is None else f"{rent} + {euros(logement.charges)} de charges"
