"""The fields of the clauses of conventions, in a file of any software."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.champ import NatureChamp, champ

if TYPE_CHECKING:
    from fluxdesk.domain.champ import Champ

_TEXTE = NatureChamp.TEXTE
_NOMBRE = NatureChamp.NOMBRE
_DATE = NatureChamp.DATE
_OUI_NON = NatureChamp.OUI_NON
_LISTE = NatureChamp.LISTE

CLAUSES: tuple[Champ, ...] = (
    champ("reference", "Référence de la convention", _TEXTE, "n° de convention, numéro convention"),
    champ("signature", "Date de signature", _DATE, "signée le, signature de la convention"),
    champ("garantie_emprunt", "Garantie d’emprunt", _OUI_NON, "garanties, contrepartie garantie"),
    champ("candidats", "Candidats attendus", _NOMBRE, "nombre de candidats, nb candidats"),
    champ("zone_tendue", "Zone tendue", _OUI_NON, "tendue, commune en zone tendue"),
    champ("unite_delai", "Unité du délai", _LISTE, "jours ouvrés ou calendaires, unité"),
    champ("suite_carence", "Suite sans candidat", _LISTE, "fin du délai, suite de la carence"),
    champ("refus_candidat", "Effet d’un refus du candidat", _LISTE, "refus candidat"),
    champ("refus_cal", "Effet d’une décision de la CAL", _LISTE, "refus cal, non attribution"),
    champ("retrait", "Effet d’un retrait", _LISTE, "retrait du bailleur, logement retiré"),
    champ("publics", "Publics visés", _TEXTE, "public visé, publics éligibles, publics cibles"),
    champ("signalement_jours", "Délai de signalement", _NOMBRE, "signalement, délai signalement"),
    champ(
        "candidats_nouveaux_jours",
        "Délai pour de nouveaux candidats",
        _NOMBRE,
        "nouveaux candidats, délai nouveau candidat",
    ),
    champ("rotation", "Taux de rotation retenu", _NOMBRE, "taux de rotation, rotation retenue"),
    champ("neuf", "Première location du neuf", _LISTE, "logements neufs, traitement du neuf"),
    champ("rythme", "Rythme des bilans", _LISTE, "fréquence des bilans, périodicité"),
    champ("point_jours", "Délai des points", _NOMBRE, "délai du point, délai intermédiaire"),
    champ("terme", "Fin de la convention", _DATE, "fin convention, terme de la convention"),
    champ("tacite_reconduction", "Reconduction tacite", _OUI_NON, "reconduction, tacite"),
    champ("reconduction_annees", "Durée de reconduction", _NOMBRE, "années de reconduction"),
    champ("denonciation_mois", "Préavis de dénonciation", _NOMBRE, "préavis en mois, dénonciation"),
    champ("transmise_prefet", "Transmise au préfet le", _DATE, "transmission au préfet, préfet"),
)
