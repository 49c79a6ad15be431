"""From a dwelling to the columns of its table and back."""

from __future__ import annotations

from dataclasses import fields
from itertools import chain
from typing import TYPE_CHECKING

from fluxdesk.adapters.db.logement_tables import PROPRES, Tables
from fluxdesk.domain.logement import (
    Adresse,
    EtatLogement,
    Financement,
    Logement,
    TypeConstruction,
)
from fluxdesk.domain.parts import Parts
from fluxdesk.services.depots import Paquet

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import SimpleNamespace

    from sqlalchemy import Row

    from fluxdesk.domain.logement import ValeurPlate

_ADRESSE = tuple(field.name for field in fields(Adresse))
_PLATES = tuple(f.name for f in fields(Logement) if f.name not in {"id", "adresse"})
# The columns that say all of a dwelling; the others are computed from them.
COLONNES = (*_PLATES, *(f"adr_{name}" for name in _ADRESSE))


def vers_colonnes(logements: Sequence[Logement]) -> list[dict[str, object]]:
    """Every column of each dwelling but its id and its stamps."""
    flat = [valeurs_plates(made) for made in logements]
    rows = [tuple(values.values()) for values in flat]
    tables = Tables([tuple(flat[0])], {})
    parts = Parts([rows], [range(len(rows))])
    told = tables.envoyer(Paquet([made.cle for made in logements], parts), 0)
    names = [*map(en_colonne, chain(*tables.noms)), *PROPRES[1:]]
    return [
        dict(zip(names, (*row[1:], *place[1:], *own[1 : len(PROPRES)]), strict=True))
        for row, place, own in zip(*told.tables, told.propres, strict=True)
    ]


def valeurs_plates(logement: Logement) -> dict[str, ValeurPlate]:
    """The values of the dwelling by name, parts of its address among them, without its id."""
    found: dict[str, ValeurPlate] = {name: getattr(logement, name) for name in _PLATES}
    for name in _ADRESSE:
        found[name] = getattr(logement.adresse, name)
    built = logement.construction
    found["construction"] = built.value if built else None
    found["financement"] = logement.financement.value
    found["etat"] = logement.etat.value
    return found


def en_colonne(champ: str) -> str:
    """The column of a flat value."""
    return f"adr_{champ}" if champ in _ADRESSE else champ


def vers_logement(row: Row[tuple[object, ...]] | SimpleNamespace) -> Logement:
    """The dwelling of a row that has an id and every column of ``COLONNES``."""
    return Logement(
        id=row.id,
        cle=row.cle,
        id_rpls=row.id_rpls,
        id_interne=row.id_interne,
        programme=row.programme,
        adresse=_vers_adresse(row),
        commune=row.commune,
        epci=row.epci,
        departement=row.departement,
        qpv=row.qpv,
        qpv_code=row.qpv_code,
        pieces=row.pieces,
        typologie=row.typologie,
        surface=row.surface,
        etage=row.etage,
        ascenseur=row.ascenseur,
        construction=TypeConstruction(row.construction) if row.construction else None,
        financement=Financement(row.financement),
        financement_code=row.financement_code,
        financement_libelle=row.financement_libelle,
        conventionne=row.conventionne,
        numero_convention=row.numero_convention,
        annee_construction=row.annee_construction,
        dpe=row.dpe,
        dpe_date=row.dpe_date,
        loyer=row.loyer,
        charges=row.charges,
        # A lot of before these columns remembers dwellings without them.
        loyer_max=getattr(row, "loyer_max", None),
        bail=getattr(row, "bail", ""),
        contingent_declare=row.contingent_declare,
        etat=EtatLogement(row.etat),
        source=row.source,
    )


def _vers_adresse(row: Row[tuple[object, ...]] | SimpleNamespace) -> Adresse:
    return Adresse(
        numero=row.adr_numero,
        indice=row.adr_indice,
        type_voie=row.adr_type_voie,
        voie=row.adr_voie,
        lieu_dit=row.adr_lieu_dit,
        complement=row.adr_complement,
        batiment=row.adr_batiment,
        immeuble=row.adr_immeuble,
        entree=row.adr_entree,
        escalier=row.adr_escalier,
        couloir=row.adr_couloir,
        appartement=row.adr_appartement,
        boite=row.adr_boite,
        code_postal=row.adr_code_postal,
        nom_commune=row.adr_nom_commune,
    )
