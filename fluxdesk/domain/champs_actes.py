"""The fields of conventions, reservations in stock, vacancies and candidates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.champ import NatureChamp, champ
from fluxdesk.domain.champs_clauses import CLAUSES

if TYPE_CHECKING:
    from fluxdesk.domain.champ import Champ

_TEXTE = NatureChamp.TEXTE
_NOMBRE = NatureChamp.NOMBRE
_DATE = NatureChamp.DATE
_OUI_NON = NatureChamp.OUI_NON
_LISTE = NatureChamp.LISTE

_LOGEMENT = champ(
    "logement",
    "Logement",
    _TEXTE,
    "réf. logement, référence logement, code logement, n° logement, identifiant logement, "
    "code ug, n° ug, ug, unité de gestion, n° module, module, code module, code lot, n° lot, "
    "référence lot, identifiant rpls, n° rpls, ident rep, ident int, référence, matricule, esi, "
    "code patrimoine, identifiant interne, code local, n° local, référence ug",
    obligatoire=True,
)
_RESERVATAIRE = champ(
    "reservataire",
    "Réservataire",
    NatureChamp.RESERVATAIRE,
    "nom du réservataire, contingent, contingent réservataire, organisme réservataire, "
    "bénéficiaire de la réservation, titulaire, titulaire de la réservation, réservé par, "
    "libellé réservataire, réservé à, attributaire, désignataire, organisme",
    obligatoire=True,
)
_SOUS_CONTINGENT = champ(
    "sous_contingent",
    "Sous-contingent",
    _TEXTE,
    "sous contingent, type de contingent, détail du contingent, enveloppe, public",
)

CONVENTIONS: tuple[Champ, ...] = (
    _RESERVATAIRE,
    champ("categorie", "Catégorie", _LISTE, "type de réservataire, type, nature du réservataire"),
    champ(
        "taux",
        "Taux",
        _NOMBRE,
        "taux de réservation, part, pourcentage, %, part du flux, taux du flux, quota, "
        "part annuelle, objectif",
        obligatoire=True,
    ),
    champ(
        "debut",
        "Début",
        _DATE,
        "date de début, date d’effet, date de signature, début de validité, du, effet, "
        "date début convention",
    ),
    champ(
        "fin",
        "Fin",
        _DATE,
        "date de fin, échéance, fin de validité, au, terme, date d’échéance, date fin convention",
    ),
    champ("assiette", "Assiette", _TEXTE, "périmètre de calcul, base de calcul, périmètre"),
    champ("territoire", "Territoire", _TEXTE, "secteur, zone, périmètre d’exercice, communes"),
    champ(
        "parent",
        "Réservataire dont c’est la part",
        NatureChamp.RESERVATAIRE,
        "réservataire principal, contingent principal, rattachement, sous-contingent de",
    ),
    champ("report", "Report", _NOMBRE, "report de l’année précédente, solde reporté, reliquat"),
    champ("plafond_report", "Plafond du report", _NOMBRE, "report maximal, report plafond"),
    champ("etalement", "Étalement du report", _NOMBRE, "étalement, étalement report"),
    champ("refus", "Effet d’un refus", _LISTE, "refus, décompte du refus, clause de refus"),
    champ("carence", "Effet d’une carence", _LISTE, "carence, sans candidat, clause de carence"),
    champ("mode_offre", "Mode d’offre", _LISTE, "mode de proposition, offre, ordre d’offre"),
    champ("cibles", "Cibles", _TEXTE, "objectifs qualitatifs, cibles qualitatives, mixité"),
    champ("mode_gestion", "Mode de gestion", _LISTE, "gestion, gestion directe ou déléguée"),
    champ(
        "delai_jours",
        "Délai en jours",
        _NOMBRE,
        "délai, délai de réponse, délai de désignation, nombre de jours",
    ),
    champ(
        "evenement_decompte",
        "Événement du décompte",
        _LISTE,
        "décompte, fait générateur, moment du décompte",
    ),
    *CLAUSES,
)

STOCK: tuple[Champ, ...] = (
    _LOGEMENT,
    _RESERVATAIRE,
    _SOUS_CONTINGENT,
    champ(
        "nature",
        "Nature du droit",
        _LISTE,
        "type de droit, type de réservation, nature de la réservation, droit, nature du droit",
    ),
    champ(
        "fin",
        "Fin du droit",
        _DATE,
        "date de fin, échéance, fin de réservation, date d’échéance, date de fin de réservation, "
        "terme, date fin convention, fin de droit, fin de convention",
    ),
    champ(
        "source",
        "Source",
        _TEXTE,
        "origine, n° convention, référence convention, convention, document, acte",
    ),
)

VACANCES: tuple[Champ, ...] = (
    _LOGEMENT,
    champ(
        "date_conge",
        "Date du congé",
        _DATE,
        "congé, date congé, date de congé, date de préavis, préavis, date de réception du congé, "
        "congé reçu le, date du préavis, date de départ, date de sortie, départ, "
        "date de départ du locataire, date de dep derlocat, date de libération, congé du",
        obligatoire=True,
    ),
    champ(
        "date_disponibilite",
        "Date de disponibilité",
        _DATE,
        "disponibilité, disponible le, date dispo, dispo le, date de mise à disposition, "
        "date de remise en location, libre le, relouable le, date de fin de travaux, remlocdate",
    ),
    champ(
        "cause",
        "Cause de la libération",
        _LISTE,
        "motif de départ, motif du congé, cause, motif de libération, motif de sortie, "
        "motif de la vacance, cause du départ",
    ),
    champ(
        "qualification",
        "Qualification",
        _LISTE,
        "flux, dans le flux, flux ou hors flux, statut du logement, type de vacance",
    ),
    champ(
        "categorie",
        "Catégorie soustraite",
        _LISTE,
        "motif de soustraction, catégorie soustrait, soustrait, motif hors flux, soustraction",
    ),
    champ(
        "reservataire",
        "Réservataire",
        NatureChamp.RESERVATAIRE,
        ", ".join(_RESERVATAIRE.synonymes),
    ),
    _SOUS_CONTINGENT,
    champ(
        "date_offre",
        "Date de l’offre",
        _DATE,
        "date de proposition, proposé le, date d’orientation, offre du, date de l’orientation, "
        "mis à disposition le, date de saisine, date de mise à disposition au réservataire",
    ),
    champ(
        "issue",
        "Issue de l’offre",
        _LISTE,
        "résultat, suite donnée, décision, statut, statut de l’offre, issue, réponse, "
        "résultat de l’offre, état",
    ),
    champ(
        "date_reponse",
        "Date de la réponse",
        _DATE,
        "répondu le, date du refus, date de retour, réponse reçue le, date de carence, "
        "date de retour du réservataire",
    ),
    champ(
        "motif",
        "Motif de l’issue",
        _TEXTE,
        "motif du refus, motif de refus, motif de l’échec, commentaire refus, motif du retour",
    ),
    champ(
        "date_attribution",
        "Date d’attribution en CAL",
        _DATE,
        "date cal, date caleol, date commission, date de la cal, date d’attribution, caleol, "
        "passage en commission, attribué le, date de commission, cal",
    ),
    champ(
        "date_bail",
        "Date du bail",
        _DATE,
        "bail, signature du bail, date de signature, date d’entrée, date signature bail, "
        "date entrée dans les lieux, entrée dans les lieux, date effet bail, bail signé le, "
        "date de relocation",
    ),
)

CANDIDATS: tuple[Champ, ...] = (
    champ(
        "offre",
        "Numéro de l’offre",
        _TEXTE,
        "n° offre, offre, référence offre, n° proposition, proposition, orientation, n° dossier",
        obligatoire=True,
    ),
    champ(
        "numero_unique",
        "Numéro unique",
        NatureChamp.NUMERO_UNIQUE,
        "nud, nur, n° unique, numéro unique départemental, numéro unique régional, "
        "numéro de demande, n° demande, n° de demandeur, n° sne, numéro unique de demande, "
        "n° unique d’enregistrement, numéro d’enregistrement",
        obligatoire=True,
    ),
    champ(
        "nom",
        "Nom",
        _TEXTE,
        "nom du demandeur, candidat, demandeur, nom prénom, nom et prénom, titulaire, "
        "nom du candidat, ménage, nom de famille",
        obligatoire=True,
    ),
    champ(
        "personnes",
        "Personnes du ménage",
        _NOMBRE,
        "nombre de personnes, nb personnes, nbre personnes, composition familiale, "
        "taille du ménage, nb pers, nb occupants, composition du ménage, personnes à loger",
    ),
    champ("quartile", "Quartile de ressources", _LISTE, "quartile, q, 1er quartile, quartile rfr"),
    champ("dalo", "DALO", _OUI_NON, "reconnu dalo, dalo o/n, prioritaire dalo, pu dalo"),
    champ(
        "priorite",
        "Motif de priorité",
        _TEXTE,
        "priorité, code priorité, public prioritaire, motif de priorité, critère de priorité",
    ),
    champ(
        "mutation",
        "Mutation",
        _OUI_NON,
        "demande de mutation, mutation interne, déjà locataire, locataire du parc social, "
        "mutation o/n",
    ),
    champ(
        "ressources_uc",
        "Ressources annuelles par UC",
        _NOMBRE,
        "ressources par uc, ressources annuelles par unité de consommation, revenu par uc, "
        "revenus annuels par uc, niveau de ressources par uc, ressources par unité de "
        "consommation, ressources annuelles uc",
    ),
)
