"""The wording that ships with FluxDesk: sober, and every sentence the officer's to change."""

from __future__ import annotations

from fluxdesk.domain.modele_lettre import GenreCourrier, ModeleLettre

G = GenreCourrier
_POLITESSE = (
    "Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées."
)

_TEXTES: dict[GenreCourrier, tuple[str, str]] = {
    G.PROPOSITION: (
        "proposition d’un logement {logement}",
        f"""Madame, Monsieur,
En application de la convention de réservation qui nous lie, nous mettons à la disposition du \
contingent « {{contingent}} » le logement décrit ci-dessous. {{offre à plusieurs}}
{{encadré de la date limite}}
{{fiche du logement}}

Nous vous remercions de nous faire connaître {{candidats attendus}}, au moyen du coupon-réponse \
joint. À défaut de proposition dans ce délai, le logement recevra l’affectation que la convention \
prévoit (CCH, art.\u00a0R441-5).
{{gestion déléguée}}
{{position du compte}}
{_POLITESSE}""",
    ),
    G.ACCUSE: (
        "accusé de réception de vos candidatures, offre n°\u00a0{n° d’offre}",
        f"""Madame, Monsieur,
Nous accusons réception, le {{date de réception}}, de votre réponse à notre offre du \
{{date de l’offre}} portant sur le logement suivant.
{{rappel de l’offre}}

Nous avons enregistré {{candidats reçus}}. Nous vérifions que les dossiers sont complets et \
reviendrons vers vous si une pièce manque.
Les dossiers seront présentés à la commission d’attribution du {{date de la commission}}.
{_POLITESSE}""",
    ),
    G.RELANCE: (
        "relance, offre n°\u00a0{n° d’offre}",
        f"""Madame, Monsieur,
Sauf envoi qui se serait croisé avec ce courrier, nous n’avons pas reçu de candidat pour le \
logement mis à votre disposition le {{date de l’offre}}.
{{rappel de l’offre}}

Le délai de réponse expire le {{échéance à venir}}.
Le délai de réponse a expiré le {{échéance passée}}. Sans réponse de votre part par retour, nous \
constaterons l’absence de candidat.
Ce que la convention prévoit en ce cas : {{suite prévue}}.
{_POLITESSE}""",
    ),
    G.CARENCE: (
        "constat d’absence de candidat, offre n°\u00a0{n° d’offre}",
        f"""Madame, Monsieur,
Par notre offre du {{date de l’offre}}, nous avons mis à votre disposition le logement suivant.
{{rappel de l’offre}}

Aucun candidat ne nous a été proposé dans le délai, qui courait jusqu’au {{date limite}}. Nous en \
prenons acte le {{date du constat}}.
Motif enregistré : {{motif}}.
Ce que la convention prévoit en ce cas : {{suite prévue}}.
Ce logement n’est plus à votre disposition au titre de cette offre.
{_POLITESSE}""",
    ),
    G.DECISION_CAL: (
        "décision de la commission d’attribution, offre n°\u00a0{n° d’offre}",
        f"""Madame, Monsieur,
Nous vous informons de la décision prise sur le logement que nous vous avons proposé le \
{{date de l’offre}}.
{{rappel de l’offre}}

La commission d’attribution du {{date de la commission}} {{décision favorable}}{{décision \
défavorable}}.
Motif enregistré : {{motif}}.
Le candidat retenu peut répondre à l’offre jusqu’au {{réponse du candidat avant le}} ; son silence \
vaut refus (CCH, art.\u00a0R441-10).
Nous vous tiendrons informés de la suite donnée.
{_POLITESSE}""",
    ),
    G.BAIL: (
        "bail signé, offre n°\u00a0{n° d’offre}",
        f"""Madame, Monsieur,
Nous avons le plaisir de vous informer que le bail du logement suivant a été signé le \
{{date du bail}} avec un candidat de votre contingent.
{{rappel de l’offre}}

L’entrée dans les lieux a eu lieu le {{date d’entrée}}.
Ce logement est imputé au contingent « {{contingent}} » et figurera dans le bilan annuel.
{_POLITESSE}""",
    ),
    G.ECARTE: (
        "logement attribué, offre n°\u00a0{n° d’offre}",
        f"""Madame, Monsieur,
Le logement que nous vous avions proposé le {{date de l’offre}}, en même temps qu’à d’autres \
réservataires, a été attribué à un candidat que vous n’aviez pas présenté. Notre offre est close \
depuis le {{date de clôture}}.
{{rappel de l’offre}}

Elle ne coûte rien à votre contingent « {{contingent}} », qui garde son rang pour les prochains \
logements.
{_POLITESSE}""",
    ),
    G.FIN_DE_DROITS: (
        "remboursement d’un emprunt garanti, {programme}",
        f"""Madame, Monsieur,
Vous avez garanti l’emprunt qui a financé le programme {{programme}} et disposez, en contrepartie, \
de droits de réservation.
{{rappel de la garantie}}

Cet emprunt est intégralement remboursé depuis le {{dernier remboursement}}. Les droits de \
réservation attachés à votre garantie sont prorogés de cinq ans à compter du dernier versement et \
{{prendront fin}} le {{fin des droits}} (CCH, art.\u00a0R441-6).
{{effet sur la convention}}
{_POLITESSE}""",
    ),
    G.BILAN: (
        "bilan des logements réservés, {période}",
        f"""Madame, Monsieur,
Nous vous adressons le bilan des logements proposés et attribués {{portée}}, \
{{période}}, {{fondement}}.
{{rectificatif}}

– {{proposés}}
– {{attribués}} en commission
– {{baux signés}} dans la période

Pièces jointes : {{pièces jointes}}.
Nous restons à votre disposition pour en parler ensemble.
{_POLITESSE}""",
    ),
    G.POURQUOI: (
        "pourquoi ce logement a été proposé {à qui}",
        """Le {date de l’offre}, {bailleur} a proposé le logement ci-dessous {à qui} \
(offre n°\u00a0{n° d’offre}).
{rappel du logement}

{explication}
La règle désignait {règle} ; l’agent en a choisi un autre, pour ce motif : {motif du choix}.
Suite donnée : {suite donnée}.
{classement}
{journal}""",
    ),
}


def original(genre: GenreCourrier) -> ModeleLettre:
    """The template of this kind as it ships."""
    objet, corps = _TEXTES[genre]
    return ModeleLettre(genre=genre, objet=objet, corps=corps)


def modele_en_vigueur(genre: GenreCourrier, modeles: tuple[ModeleLettre, ...]) -> ModeleLettre:
    """The officer's own version where there is one, else the original."""
    return next((m for m in modeles if m.genre is genre), original(genre))
