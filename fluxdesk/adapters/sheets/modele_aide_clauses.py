"""What each clause of a table of conventions holds, in the officer's words."""

from __future__ import annotations

from fluxdesk.adapters.sheets.modele_aide_actes import parmi
from fluxdesk.domain.clauses import ModeNeuf, RythmeBilan, SuiteCarence, UniteDelai
from fluxdesk.domain.flux.parties import ModeRefus

_MEMES = "les mêmes mots que pour un refus du réservataire."

CLAUSES: dict[str, tuple[str, str]] = {
    "reference": ("Référence de la convention, reprise dans les lettres.", "2026-ALS-01"),
    "signature": ("Date de signature de la convention.", "15/12/2025"),
    "garantie_emprunt": ("oui si le droit répond à des garanties d'emprunt, sinon non.", "oui"),
    "candidats": ("Candidats attendus par logement, de 1 à 20.", "3"),
    "zone_tendue": ("oui : le délai ne dépasse jamais un mois (CCH, art. L441-1).", "non"),
    "unite_delai": (f"Jours du délai, {parmi(UniteDelai)}.", UniteDelai.CALENDAIRES.value),
    "suite_carence": (
        f"Ce que prévoit la convention sans candidat à l'échéance, {parmi(SuiteCarence)}.",
        "relance",
    ),
    "refus_candidat": (f"Ce que coûte un refus du candidat : {_MEMES}", ModeRefus.NON_COMPTE.value),
    "refus_cal": (f"Ce que coûte une non-attribution en CAL : {_MEMES}", ModeRefus.COMPTE.value),
    "retrait": (f"Ce que coûte un retrait par le bailleur : {_MEMES}", ModeRefus.NON_COMPTE.value),
    "publics": ("Publics visés, séparés par des virgules.", "salariés, travailleurs clés"),
    "signalement_jours": ("Jours pour signaler un logement après le congé.", "15"),
    "candidats_nouveaux_jours": ("Jours pour de nouveaux candidats après la CAL.", "10"),
    "rotation": ("Taux de rotation annuel retenu, en pourcentage.", "7,5 %"),
    "neuf": (f"Première location du neuf, {parmi(ModeNeuf)}.", ModeNeuf.SEPARE.value),
    "rythme": (f"Points donnés au réservataire, {parmi(RythmeBilan)}.", "trimestriel"),
    "point_jours": ("Jours pour donner ce point. Vide : le mois qui suit (usage).", "30"),
    "terme": ("Dernier jour de la convention elle-même. Vide : sans terme.", "31/12/2028"),
    "tacite_reconduction": ("oui si la convention se reconduit d'elle-même.", "oui"),
    "reconduction_annees": ("Durée de chaque reconduction en années.", "3"),
    "denonciation_mois": ("Préavis pour la dénoncer, en mois.", "3"),
    "transmise_prefet": ("Date de sa transmission au préfet.", "20/12/2025"),
}
