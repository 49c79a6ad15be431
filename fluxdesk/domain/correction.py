"""Fields an officer mends by hand: how each is typed, and the values that follow from it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from fluxdesk.domain.bail import bail_plus_ancien, dire_bail
from fluxdesk.domain.cellules import Cellules, LigneRefuseeError
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.logement import (
    NON_RENSEIGNE,
    PARTS_ADRESSE,
    Adresse,
    logement_de,
)
from fluxdesk.domain.rpls_parties import PARTIES
from fluxdesk.domain.typographie import plie

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fluxdesk.domain.logement import (
        Logement,
        ValeurPlate,
    )
    from fluxdesk.domain.rpls_parties import TrouverCommune


class ValeurRefuseeError(FluxDeskError):
    """What was typed cannot be a value of the field."""

    def __init__(self, champ: ChampCorrigeable, texte: str) -> None:
        said = texte.strip()
        what = f"« {said} » ne convient pas" if said else "Indiquez une valeur"
        super().__init__(f"{champ.libelle} : {what}. Attendu : {champ.attendu}.")


class ChampInconnuError(FluxDeskError):
    """No field of that name is mended by hand."""

    def __init__(self, champ: str) -> None:
        super().__init__(f"Le champ « {champ} » ne se corrige pas à la main.")


@dataclass(frozen=True, slots=True)
class ChampCorrigeable:
    """A field of ``Logement``; ``colonne`` of RPLS says how it is read, ``suite`` what follows.

    ``seul``: two dwellings cannot have the same. Without a column it is confirmed, never typed.
    """

    champ: str
    libelle: str
    colonne: str
    attendu: str
    suite: tuple[str, ...] = ()
    seul: bool = False


CHAMPS_CORRIGEABLES: Mapping[str, ChampCorrigeable] = {
    made.champ: made
    for made in (
        ChampCorrigeable(
            "id_rpls", "Identifiant RPLS", "IDENT_REP", "les 10 caractères du répertoire", seul=True
        ),
        ChampCorrigeable("adresse", "Adresse", "", "une adresse"),
        ChampCorrigeable("numero", "Adresse : numéro", "NUMVOIE", "un numéro, comme 12 ou 30/32"),
        ChampCorrigeable(
            "voie", "Adresse : voie", "NOMVOIE", "une voie entière, comme RUE FESCH", ("type_voie",)
        ),
        ChampCorrigeable(
            "complement", "Adresse : complément", "COMPLIDENT", "un complément d’adresse"
        ),
        ChampCorrigeable(
            "appartement", "Adresse : porte", "NUMAPPT", "un numéro de porte, comme 12", seul=True
        ),
        ChampCorrigeable(
            "commune",
            "Commune",
            "DEPCOM",
            "le code Insee d’une commune, comme 2A004",
            ("departement", "epci"),
        ),
        ChampCorrigeable("programme", "Résidence", "COMPLGEO", "un nom"),
        ChampCorrigeable(
            "typologie", "Typologie", "NBPIECE", "un nombre de pièces, comme 3", ("pieces",)
        ),
        ChampCorrigeable("surface", "Surface", "SURFHAB", "des m² habitables, comme 62"),
        ChampCorrigeable("etage", "Étage", "ETAGE", "un étage, comme 0 ou 2"),
        ChampCorrigeable(
            "construction", "Type de construction", "TYPECONST", "C, I ou E (étudiant)"
        ),
        ChampCorrigeable(
            "annee_construction", "Année de construction", "CONSTRUCT", "une année, comme 1974"
        ),
        ChampCorrigeable(
            "financement",
            "Financement",
            "FINAN",
            "un code de financement RPLS, comme 13 (PLUS)",
            ("financement_code", "financement_libelle"),
        ),
        ChampCorrigeable("qpv", "QPV", "QPV", "oui ou non", ("qpv_code",)),
        ChampCorrigeable("conventionne", "Conventionné APL", "CONV", "oui ou non"),
        ChampCorrigeable("dpe", "DPE", "DPEENERGIE", "une lettre de A à G"),
        ChampCorrigeable("loyer", "Loyer", "LOYERPRINC", "des euros par mois, comme 402,15"),
        ChampCorrigeable(
            "loyer_max", "Loyer maximal APL", "LOYERMAXAPL", "des euros par mois, comme 450"
        ),
        ChampCorrigeable("bail", "Bail depuis le", "BAIL", "une date, comme 17/03/2021 ou 03/2021"),
        ChampCorrigeable(
            "contingent_declare", "Contingent déclaré", "CONTRESLOG", "un code de 1 à 7"
        ),
    )
}
# Fields an act writes beside those that are typed: where a dwelling went.
_ETAT = "etat"
_BAIL = "bail"
_VIDES = frozenset({"", NON_RENSEIGNE, None})


def champ_corrigeable(nom: str) -> ChampCorrigeable:
    """Raises ChampInconnuError."""
    if nom not in CHAMPS_CORRIGEABLES:
        raise ChampInconnuError(nom)
    return CHAMPS_CORRIGEABLES[nom]


def libelle_champ(nom: str) -> str:
    """The name of a field in words."""
    return "État" if nom == _ETAT else champ_corrigeable(nom).libelle


def colonne_de(nom: str) -> str:
    """The column of RPLS that a field is read from; empty where there are several."""
    made = CHAMPS_CORRIGEABLES.get(nom)
    return made.colonne if made else ""


def suite_de(nom: str) -> tuple[str, ...]:
    """The field and those that follow from it."""
    made = CHAMPS_CORRIGEABLES.get(nom)
    return (nom, *made.suite) if made else (nom,)


def lire_correction(
    nom: str, texte: str, *, trouver_commune: TrouverCommune
) -> dict[str, ValeurPlate]:
    """The flat values that what was typed gives, the field first; read as a file would be.

    Raises:
        ChampInconnuError: the field is not mended by hand.
        ValeurRefuseeError: it says nothing, or what no dwelling can have.
    """
    champ = champ_corrigeable(nom)
    cells = Cellules(0, {champ.colonne: _ecrit(champ, texte)} if champ.colonne else {})
    found: dict[str, ValeurPlate] = {}
    try:
        for partie in PARTIES:
            if champ.colonne in partie.colonnes:
                read = partie.lire(cells, trouver_commune)
                found |= dict(zip(partie.champs, read, strict=True))
    except LigneRefuseeError as error:
        raise ValeurRefuseeError(champ, texte) from error
    if found.get(nom) in _VIDES or cells.avertissements:
        raise ValeurRefuseeError(champ, texte)
    return {nom: found.pop(nom)} | found


def _ecrit(champ: ChampCorrigeable, texte: str) -> str:
    """As a file writes it: « T3 » is 3 rooms, « 62 m² » is 62."""
    bare = texte.strip()
    if champ.champ == "typologie" and plie(bare)[:1] in {"t", "f"}:
        return bare[1:]
    return bare.removesuffix("m²").strip() if champ.champ == "surface" else bare


def corriger(logement: Logement, valeurs: Mapping[str, ValeurPlate]) -> Logement:
    """The dwelling with these flat values; a dwelling out of QPV has no code of one."""
    made: Any = logement_de({"cle": logement.cle, **valeurs})
    places = {name for name in valeurs if name in PARTS_ADRESSE}
    address = replace(logement.adresse, **{name: getattr(made.adresse, name) for name in places})
    kept = {name: getattr(made, name) for name in valeurs if name not in places}
    if "qpv" in kept and (kept["qpv"] is False or not kept.get("qpv_code")):
        kept["qpv_code"] = logement.qpv_code if kept["qpv"] else ""
    return replace(logement, adresse=address, **kept)


def garder(lu: Logement, connu: Logement, mains: frozenset[str]) -> tuple[Logement, list[str]]:
    """What a file makes of a dwelling, but for the values of hand; and the fields in conflict.

    A file that says nothing of a field, or tells the lease of an earlier tenant, contradicts
    nobody.
    """
    conflicts = [
        name
        for name in sorted(mains)
        if valeur_de(lu, name) != valeur_de(connu, name)
        and not vide(lu, name)
        and not (name == _BAIL and bail_plus_ancien(lu, connu))
    ]
    kept: dict[str, Any] = {
        part: valeur_de(connu, part) for name in sorted(mains) for part in suite_de(name)
    }
    places = {name: kept.pop(name) for name in PARTS_ADRESSE if name in kept}
    if "commune" in mains:
        places["nom_commune"] = connu.adresse.nom_commune
    if places:
        kept["adresse"] = replace(kept.get("adresse", lu.adresse), **places)
    return replace(lu, **kept), conflicts


def valeur_de(logement: Logement, nom: str) -> object:
    """The value of a field, or of a part of the address."""
    return getattr(logement.adresse if nom in PARTS_ADRESSE else logement, nom)


def dire_valeur(logement: Logement, nom: str) -> str:
    """A value in words, as the officer reads it; empty where there is none."""
    value = valeur_de(logement, nom)
    if isinstance(value, Adresse):
        return ", ".join(filter(None, (value.ligne(), value.acces(), value.ville())))
    if value is None:
        return ""
    if isinstance(value, bool):
        return "oui" if value else "non"
    if nom == _BAIL:
        return dire_bail(logement.bail)
    if isinstance(value, int) and nom in {"loyer", "loyer_max"}:
        return f"{value // 100},{value % 100:02d} €"
    return str(getattr(value, "value", value))


def vide(logement: Logement, nom: str) -> bool:
    """Whether the dwelling says nothing there: there is nothing to vouch for."""
    return dire_valeur(logement, nom) in _VIDES
