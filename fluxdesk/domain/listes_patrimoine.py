"""The closed lists of a dwelling, in RPLS codes (formats.md §1.1, §1.3, §1.4, §4.4)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from fluxdesk.domain.listes_valeurs import liste
from fluxdesk.domain.rpls_financement import libelles_financement

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fluxdesk.domain.listes_valeurs import Liste

_TYPE = re.compile(
    r"(?:t|f|type|typ)? ?(\d{1,2})"
    r"(?: ?(?:bis|ter|prime|et|plus|p|pp|pc|pce|pces|piece|pieces|principales?|duplex|triplex))*"
)
_CODE_ET_LIBELLE = re.compile(r"(\d\d) (.+)")
_PIECES_MAX = 20

_OUI = "oui|o|vrai|true|yes|y|x|1"
_NON = "non|n|faux|false|no|2"


def oui_non(oui: str = "", non: str = "") -> Liste:
    """Yes and no, with the further words of one field; RPLS says no by 2."""
    return liste(
        {"oui": "Oui", "non": "Non"},
        {"oui": f"{_OUI}|{oui or 'oui'}", "non": f"{_NON}|{non or 'non'}"},
        {"non": "0|neant|aucun|sans"},
    )


def _pieces(cle: str) -> str | None:
    """Rooms out of ``t3bis``, ``f3``, ``3 pieces``, ``t6 et``; an ``T1 bis`` has one room."""
    found = _TYPE.fullmatch(cle)
    if found is None or not 0 < int(found[1]) <= _PIECES_MAX:
        return None
    return str(int(found[1]))


def _financement(cle: str) -> str | None:
    """``13 - PLUS`` where the code and the words agree."""
    found = _CODE_ET_LIBELLE.fullmatch(cle)
    if found and _FINANCEMENTS.variantes.get(found[2]) == found[1]:
        return found[1]
    return None


_FINANCEMENTS: Liste = liste(
    libelles_financement(),
    {
        "10": "PLAI|PLA I|PLA d’intégration|PLA intégration|PLAI adapté|PLAI_ADP|PLAI_FTM|PLAI_RE"
        "|LLTS|LLTSA|prêt locatif aidé d’intégration|PLAI ressources",
        "11": "PLA LM|PLALM|PLA TS|PLATS|PLA très social|PLA loyer minoré|PLA insertion|PLA-TS",
        "12": "PLA|PLA ordinaire|PLA neuf|PLA CDC|prêt locatif aidé",
        "13": "PLUS|PLUS CD|PLUS_CD|PLUSCD|LLS|PLUS ressources|prêt locatif à usage social",
        "14": "PLS|PPLS|PCLS|PLA CFF|PLS_DOM|prêt locatif social|PLS DOM",
        "15": "PAP|PAP locatif",
        "16": "PLI|prêt locatif intermédiaire",
        "17": "PCL|prêt conventionné locatif|PCL conventionné|PCL non conventionné",
        "49": "PALULOS|PALU|PALU_AV_21|PALUCOM|PALU_COM|PALU_RE|PALULOS communale|ANAH"
        "|autre financement",
        "50": "HBM",
        "51": "PLR|PSR|PLR PSR",
        "52": "HLM O|HLMO|HLM ordinaire|HLM",
        "53": "ILM",
        "54": "ILN",
        "55": "CFF|prêts spéciaux CFF|prêt spécial CFF",
    },
    {
        "13": "PLUS PLAI|social",
        "10": "très social",
        "14": "intermédiaire social",
        "16": "intermédiaire|LLI",
        "49": "fonds propres|sans financement|SANS_FINANCEMENT|autre|divers|FPO|FP",
    },
    _financement,
)

PATRIMOINE: Mapping[str, Liste] = {
    "NBPIECE": liste(
        {"1": "T1, studio", **{str(n): f"T{n}" for n in range(2, 10)}},
        {"1": "studio|studette|T1 bis|T1'|type 1|un|1 pièce"},
        {"1": "chambre|ch|st|std|logement foyer"},
        _pieces,
    ),
    "FINAN": _FINANCEMENTS,
    "TYPECONST": liste(
        {"C": "Collectif", "I": "Individuel", "E": "Étudiant"},
        {
            "C": "coll|immeuble|immeuble collectif|appartement|appart|logement collectif",
            "I": "ind|indiv|maison|pavillon|villa|maison individuelle|logement individuel|mi",
            "E": "logement étudiant|résidence étudiante|résidence universitaire|étudiants",
        },
        {"C": "semi collectif|intermédiaire|APT|bâtiment", "I": "individuel groupé"},
    ),
    "DPEENERGIE": liste(
        {letter: letter for letter in "ABCDEFG"} | {"N": "Non réalisé"},
        {letter: f"classe {letter}|étiquette {letter}|DPE {letter}" for letter in "ABCDEFG"}
        | {"N": "non réalisé|NS|vierge|DPE vierge|non fait|absent|sans dpe"},
    ),
    "CONTRESLOG": liste(
        {
            "1": "État, fonctionnaires et agents publics",
            "2": "État, prioritaires",
            "3": "Action Logement et employeurs",
            "4": "Collectivités territoriales et EPCI",
            "5": "Réservations conventionnelles de l’État",
            "6": "Autres réservataires",
            "7": "Non réservé",
        },
        {
            "1": "PFONCT|État fonctionnaires|préfecture fonctionnaires|fonctionnaires"
            "|préfet fonctionnaires|contingent préfectoral fonctionnaires",
            "2": "PPRIOR|État prioritaires|préfecture prioritaires|mal logés|prioritaires"
            "|préfet prioritaires|contingent préfectoral prioritaires",
            "3": "COLACT|Action Logement|ALS|employeurs|1 % logement|collecteur|CIL"
            "|Action Logement Services",
            "4": "COLTER|collectivités|collectivité|commune|ville|mairie|EPCI|département"
            "|conseil départemental|région|conseil général|collectivités territoriales",
            "6": "autre|autres|autre réservataire|CAF|MSA",
            "7": "AUCUN|non réservé|sans|bailleur|libre|sans réservataire|néant|contingent propre",
        },
        {
            "2": "État|préfecture|préfet|DDETS|DDCS|contingent préfectoral|DRIHL",
            "5": "défense|ministère|ministère des armées|armée|ministère de la défense",
            "3": "entreprise|employeur",
        },
    ),
    "SORTIEPATRIM": liste(
        {
            "1": "Vente à l’occupant",
            "2": "Vente à un autre bailleur social",
            "3": "Autre vente",
            "4": "Démolition",
            "5": "Autre motif",
            "9": "Sans objet",
        },
        {
            "1": "vente occupant|vente locataire|vente au locataire",
            "2": "vente bailleur|cession à un bailleur",
            "4": "démoli|démolie|démolition ANRU",
            "9": "non|présent|actif|en service",
        },
        {"3": "vente|vendu|cession|cédé", "5": "sorti|sortie|oui"},
    ),
    "OLDLOGT": liste(
        {"1": "Changement d’usage", "2": "Fusion ou scission"},
        {"1": "usage|transformation", "2": "fusion|scission|fusionné|éclatement"},
    ),
}
