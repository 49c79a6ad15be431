"""The fields of a dwelling, under their RPLS names, and what ERP exports call them.

No public sample of a named ERP's export was found (formats.md §5): the synonyms are the usual
words of the trade, abbreviated the usual ways.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.champ import NatureChamp, champ

if TYPE_CHECKING:
    from fluxdesk.domain.champ import Champ

_TEXTE = NatureChamp.TEXTE
_LISTE = NatureChamp.LISTE
_OUI_NON = NatureChamp.OUI_NON

_IDENTITE = (
    champ(
        "IDENT_REP",
        "Identifiant RPLS",
        _TEXTE,
        "id rpls, n° rpls, numéro rpls, code rpls, référence rpls, identifiant répertoire, "
        "identifiant au répertoire, numéro répertoire, numéro d’identification rpls, "
        "identifiant national",
    ),
    champ(
        "IDENT_INT",
        "Référence du logement",
        _TEXTE,
        "code ug, n° ug, ug, unité de gestion, référence ug, numéro unité de gestion, "
        "réf. logement, n° logement, code logement, numéro de logement, identifiant logement, "
        "identifiant interne, référence interne, logement, n° module, module, code module, "
        "référence module, code patrimoine, référence patrimoine, code lot, n° lot, lot, "
        "référence lot, code local, n° local, référence local, code bien, référence bien, "
        "matricule, matricule logement, esi, code esi, référence technique, code produit, "
        "identifiant",
    ),
    champ(
        "SORTIEPATRIM",
        "Sortie du patrimoine",
        _LISTE,
        "motif de sortie, sortie du patrimoine, motif sortie patrimoine, cause de sortie",
    ),
    champ("OLDLOGT", "Logement disparu", _LISTE, "ancien logement, disparition du logement"),
)

_LIEU = (
    champ(
        "DEPCOM",
        "Code de la commune",
        NatureChamp.COMMUNE,
        "commune insee, code insee, insee, code commune, code commune insee, insee commune, "
        "code insee commune, n° insee, commune, code géographique, code officiel géographique, "
        "cog, depcom code",
        obligatoire=True,
    ),
    champ("CODEPOSTAL", "Code postal", _TEXTE, "cp, c.p., code post., postal, adresse cp"),
    champ(
        "LIBCOM",
        "Nom de la commune",
        _TEXTE,
        "commune, ville, libellé commune, nom commune, localité, bureau distributeur, "
        "depcom libelle, adresse ville",
    ),
    champ("EPCI", "EPCI", _TEXTE, "code epci, siren epci, intercommunalité"),
    champ(
        "NUMVOIE",
        "Numéro dans la voie",
        _TEXTE,
        "n° voie, numéro de voie, n° rue, numéro de rue, n° de voirie, adresse numéro",
    ),
    champ("INDREP", "Indice de répétition", _TEXTE, "bis ter, indice, bis, complément de numéro"),
    champ("TYPVOIE", "Type de voie", _TEXTE, "nature de voie, type rue, type de rue"),
    champ(
        "NOMVOIE",
        "Voie",
        _TEXTE,
        "adresse, rue, nom de voie, nom de la voie, libellé voie, libellé de la voie, adresse 1, "
        "adresse ligne 1, adresse du logement, adresse postale, nom de rue, voirie",
    ),
    champ(
        "LIEUDIT",
        "Lieu-dit",
        _TEXTE,
        "lieu dit, adresse 3, adresse ligne 3, quartier, hameau",
    ),
    champ(
        "COMPLIDENT",
        "Complément d’adresse",
        _TEXTE,
        "complément, complément adresse, adresse 2, adresse ligne 2, adresse complémentaire, "
        "complément d’identification",
    ),
    champ(
        "BAT", "Bâtiment", _TEXTE, "bat., code bâtiment, n° bâtiment, tour, bloc, libellé bâtiment"
    ),
    champ("IMMEU", "Immeuble", _TEXTE, "nom immeuble, code immeuble, immeuble libellé"),
    champ("ENTREE", "Entrée", _TEXTE, "n° entrée, code entrée, hall, cage d’entrée"),
    champ("ESC", "Escalier", _TEXTE, "esc., n° escalier, cage, montée, cage d’escalier"),
    champ("COULOIR", "Couloir", _TEXTE, "palier, coursive"),
    champ("ETAGE", "Étage", _TEXTE, "niveau, ét., n° étage"),
    champ(
        "NUMAPPT",
        "Numéro d’appartement",
        _TEXTE,
        "n° appartement, appartement, appt, apt, n° appt, n° porte, porte, numéro de porte",
    ),
    champ("NUMBOITE", "Boîte aux lettres", _TEXTE, "bal, n° bal, boite, n° boîte aux lettres"),
    champ(
        "COMPLGEO",
        "Programme",
        _TEXTE,
        "résidence, nom résidence, libellé résidence, groupe, nom du groupe, libellé groupe, "
        "code groupe, nom programme, libellé programme, code programme, opération, ensemble, "
        "ensemble immobilier, cité, site, nom opération",
    ),
    champ(
        "QPV",
        "En QPV",
        _OUI_NON,
        "quartier prioritaire, quartier politique de la ville, en qpv, situé en qpv, qpv o/n, "
        "zus, quartier prioritaire de la ville, localisation qpv",
    ),
    champ(
        "PLG_QP24",
        "Code du QPV",
        _TEXTE,
        "code qpv, n° qpv, code quartier prioritaire, qp24, plg qp, qpv 2024",
    ),
)

_LOGEMENT = (
    champ(
        "TYPECONST",
        "Type de construction",
        _LISTE,
        "type, collectif individuel, nature du logement, nature construction, type d’habitat, "
        "type habitation, nature de construction, habitat, type de bâti, type immeuble, "
        "collectif/individuel, catégorie de logement",
    ),
    champ(
        "NBPIECE",
        "Nombre de pièces",
        _LISTE,
        "type, typologie, type logement, type de logement, nb pièces, nbre pièces, nbr pièces, "
        "nombre de pièces principales, pièces, type appartement, typo, t, code type, type ug, "
        "libellé type, nb pces",
    ),
    champ(
        "SURFHAB",
        "Surface habitable",
        NatureChamp.NOMBRE,
        "surf. hab., surface, sh, surf, surface m2, superficie, surface hab m2, shab, "
        "surface du logement, superficie habitable",
    ),
    champ(
        "CONSTRUCT",
        "Année de construction",
        NatureChamp.ANNEE,
        "construction, année construction, date de construction, année d’achèvement, "
        "date d’achèvement, date mise en service, mise en service, année de mise en service, "
        "date de livraison, année de livraison, date de première mise en location",
    ),
    champ(
        "FINAN",
        "Financement",
        _LISTE,
        "nature du financement, type de financement, financement initial, financement d’origine, "
        "code financement, mode de financement, catégorie de financement, finan code, produit, "
        "libellé financement, finan libelle, prêt, type de prêt, produit de financement",
    ),
    champ(
        "FINANAUTRE",
        "Autre financement",
        _TEXTE,
        "précision financement, financement précision, détail du financement",
    ),
    champ(
        "CONV",
        "Conventionné",
        _OUI_NON,
        "conventionné apl, convention apl, logement conventionné, conventionnement, apl, "
        "conventionné o/n",
    ),
    champ(
        "NUMCONV",
        "Numéro de convention",
        _TEXTE,
        "n° convention, numéro convention apl, n° de convention apl, référence convention",
    ),
    champ(
        "DPEENERGIE",
        "DPE, classe énergie",
        _LISTE,
        "dpe, classe dpe, étiquette énergie, étiquette dpe, classe énergie, classe énergétique, "
        "lettre dpe, dpe énergie, étiquette énergétique",
    ),
    champ(
        "DPEDATE",
        "Date du DPE",
        NatureChamp.MOIS,
        "date dpe, dpe date, date diagnostic, date de réalisation dpe",
    ),
    champ(
        "LOYERPRINC",
        "Loyer principal",
        NatureChamp.MONTANT,
        "loyer, loyer mensuel, loyer hors charges, loyer hc, loyer nu, loyer principal hc, "
        "montant du loyer, loyer pratiqué, loyer actuel, loyer base",
    ),
    champ(
        "BAIL",
        "Bail depuis le",
        NatureChamp.DATE_OU_MOIS,
        "date du bail, date de bail, date bail, bail, début du bail, date de début du bail, "
        "date début bail, date d’effet du bail, date effet bail, effet du bail, "
        "date de signature du bail, date signature bail, signature du bail, bail signé le, "
        "bail depuis, date d’entrée du locataire, date entrée locataire, "
        "date d’entrée dans les lieux, entrée dans les lieux, date entrée dans les lieux, "
        "occupé depuis le, date du bail en cours, bail en cours, bail date",
    ),
    champ(
        "CONTRESLOG",
        "Contingent déclaré",
        _LISTE,
        "réservataire, contingent, contingent réservataire, type de réservataire, réservation, "
        "code contingent, code réservataire, contingent de réservation",
    ),
)

PATRIMOINE: tuple[Champ, ...] = (*_IDENTITE, *_LIEU, *_LOGEMENT)
