"""Make the letters about an offer: the template in force, filled with what the base knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.clauses import SuiteCarence
from fluxdesk.domain.dates import en_lettres
from fluxdesk.domain.echec import RESPONSABLES, Responsable
from fluxdesk.domain.gabarit_lettre import Piece, remplir, remplir_objet
from fluxdesk.domain.lettre import Coupon, Encadre, Fiche, Lettre
from fluxdesk.domain.logement import NON_RENSEIGNE
from fluxdesk.domain.modele_lettre import GenreCourrier
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.typographie import accorde
from fluxdesk.services import valeurs_lettre as mots

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from fluxdesk.domain.bailleur import Bailleur
    from fluxdesk.domain.gabarit_lettre import Gabarit
    from fluxdesk.domain.lettre import Element
    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.services.faits_offre import FaitsOffre, LettreProposition
    from fluxdesk.services.lire_courriers import LectureCourriers

G = GenreCourrier
Valeurs = dict[str, str]
Pieces = dict[str, tuple["Element", ...]]
LIGNES_DU_COUPON, LIGNES_MAX = 3, 15  # one page holds no more

TITRES = {
    G.PROPOSITION: "Proposition de logement",
    G.ACCUSE: "Accusé de réception",
    G.RELANCE: "Relance",
    G.CARENCE: "Constat d’absence de candidat",
    G.DECISION_CAL: "Décision de la commission",
    G.BAIL: "Bail signé",
    G.ECARTE: "Logement attribué à un autre",
}


def composer_courrier(
    genre: GenreCourrier, orientation_id: int, *, lecture: LectureCourriers, jour: date
) -> Lettre:
    """The letter of that kind about that offer, dated that day.

    The proposal is dated of the day the offer was sent, that its delay runs from; else of the
    offer.

    Raises:
        IntrouvableError: no such offer.
        SansLettreError: the landlord's own dwelling, a cancelled offer, no convention.
        ModeleFautifError: the template in force cannot serve.
    """
    facts = lecture.proposition(orientation_id)
    written = mots.jour_de_l_offre(facts.orientation) if genre is G.PROPOSITION else jour
    values = _communes(facts, written) | _PROPRES[genre](facts, lecture, jour)
    return mettre_en_lettre(genre, facts, values, lecture.gabarit(genre), _pieces(facts))


def mettre_en_lettre(
    genre: GenreCourrier,
    facts: LettreProposition,
    values: Valeurs,
    gabarit: Gabarit,
    pieces: Pieces,
) -> Lettre:
    """The letter about an offer from its values and the tables it may hold."""
    number = facts.orientation.numero
    landlord = facts.bailleur
    return Lettre(
        genre=genre,
        bailleur=landlord,
        destinataire=facts.reservataire,
        references=(
            f"Offre n°\u00a0{number}",
            f"Convention\u00a0: {values['convention']}",
            f"Contingent\u00a0: {values['contingent']}",
        ),
        lieu_et_date=lieu_et_date(landlord, values["date de la lettre"]),
        objet=remplir_objet(gabarit, values),
        corps=corps(gabarit, values, pieces),
        titre=f"{TITRES[genre]} n°\u00a0{number}",
        pied=f"Offre n°\u00a0{number} – {landlord.raison_sociale}",
        coupon=_coupon(facts) if genre is G.PROPOSITION else None,
    )


def corps(gabarit: Gabarit, valeurs: Mapping[str, str], pieces: Pieces) -> tuple[Element, ...]:
    """The body, each placeholder of a table replaced by its tables."""
    made: list[Element] = []
    for element in remplir(gabarit, valeurs):
        made += pieces[element.nom] if isinstance(element, Piece) else (element,)
    return tuple(made)


def lieu_et_date(bailleur: Bailleur, jour: str) -> str:
    """``Calvi, le 3 mars 2026``, or the day alone."""
    return f"{bailleur.ville}, le {jour}" if bailleur.ville else f"Le {jour}"


def valeurs_du_logement(facts: FaitsOffre) -> Valeurs:
    """What names the offer and its dwelling, in every letter about it."""
    home = facts.logement
    money = dict(mots.argent(home))["Loyer et charges"]
    return {
        "n° d’offre": facts.orientation.numero,
        "date de l’offre": en_lettres(facts.orientation.jour),
        "logement": mots.nom_du_logement(home),
        "adresse du logement": mots.adresse_complete(home),
        "commune": mots.commune(facts),
        "référence du logement": home.id_interne or home.id_rpls or home.cle,
        "surface": f"{home.surface}\u00a0m²" if home.surface else "",
        "loyer et charges": "" if money == NON_RENSEIGNE else money,
        "disponible le": _jour(facts.vacance.disponibilite),
    }


def _communes(facts: LettreProposition, jour: date) -> Valeurs:
    offer = facts.orientation
    return valeurs_du_logement(facts) | {
        "date de l’offre": en_lettres(mots.jour_de_l_offre(offer)),
        "bailleur": facts.bailleur.raison_sociale,
        "date de la lettre": en_lettres(jour),
        "réservataire": facts.reservataire.nom,
        "contingent": mots.contingent(facts),
        "convention": mots.reference_convention(facts),
        "date limite": _jour_de_semaine(offer.echeance),
        "calcul de la date limite": offer.echeance_explication,
    }


def _proposition(facts: LettreProposition, _lecture: LectureCourriers, _jour: date) -> Valeurs:
    return {
        "candidats attendus": mots.candidats_attendus(facts),
        "gestion déléguée": mots.gestion_deleguee(facts),
        "offre à plusieurs": mots.offre_a_plusieurs(facts),
        "position du compte": mots.position(facts),
    }


def _accuse(facts: LettreProposition, lecture: LectureCourriers, _jour_ecrit: date) -> Valeurs:
    offer = facts.orientation
    known = len(lecture.uow.candidats.de_l_orientation(offer.id))
    return {
        "date de réception": _jour(offer.suivi.candidats_recus),
        "candidats reçus": accorde(known, "candidat") if known else "",
        "date de la commission": _jour(offer.suivi.cal_prevue),
    }


def _relance(facts: LettreProposition, _lecture: LectureCourriers, jour: date) -> Valeurs:
    due = facts.orientation.echeance
    late = due is not None and due < jour
    return {
        "échéance à venir": "" if late else _jour_de_semaine(due),
        "échéance passée": _jour_de_semaine(due) if late else "",
        "suite prévue": _suite(facts),
    }


def _carence(facts: LettreProposition, _lecture: LectureCourriers, _jour_ecrit: date) -> Valeurs:
    return {
        "motif": _motif(facts.orientation),
        "date du constat": _jour(facts.orientation.date_issue),
        "suite prévue": _suite(facts),
    }


def _decision(facts: LettreProposition, _lecture: LectureCourriers, _jour_ecrit: date) -> Valeurs:
    offer = facts.orientation
    no = refusee_par_la_cal(offer)
    return {
        "motif": _motif(offer) if no else "",
        "date de la commission": _jour(offer.date_issue if no else offer.date_attribution),
        "décision favorable": ""
        if no
        else "a attribué le logement à un candidat de votre contingent",
        "décision défavorable": "n’a pas attribué le logement" if no else "",
        "réponse du candidat avant le": "" if no else _jour(offer.suivi.reponse_echeance),
    }


def _bail(facts: LettreProposition, _lecture: LectureCourriers, _jour_ecrit: date) -> Valeurs:
    offer = facts.orientation
    return {"date du bail": _jour(offer.date_bail), "date d’entrée": _jour(offer.suivi.entree)}


def _ecarte(facts: LettreProposition, _lecture: LectureCourriers, _jour_ecrit: date) -> Valeurs:
    return {"date de clôture": _jour(facts.orientation.date_issue)}


_PROPRES: dict[GenreCourrier, Callable[[LettreProposition, LectureCourriers, date], Valeurs]] = {
    G.PROPOSITION: _proposition,
    G.ACCUSE: _accuse,
    G.RELANCE: _relance,
    G.CARENCE: _carence,
    G.DECISION_CAL: _decision,
    G.BAIL: _bail,
    G.ECARTE: _ecarte,
}


def refusee_par_la_cal(offre: Orientation) -> bool:
    """Whether the offer ended because the CAL decided so."""
    because = offre.cause is not None and RESPONSABLES[offre.cause] is Responsable.CAL
    return offre.issue is IssueOrientation.REFUSEE and because


def _suite(facts: LettreProposition) -> str:
    """What follows a silence; a reminder is no more than this letter itself."""
    clause = facts.convention.clauses.suite_carence if facts.convention else SuiteCarence.RELANCE
    return "" if clause is SuiteCarence.RELANCE else clause.value


def _motif(offre: Orientation) -> str:
    return offre.motif_issue or (offre.cause.value if offre.cause else "")


def _pieces(facts: LettreProposition) -> Pieces:
    offer, home = facts.orientation, facts.logement
    made = en_lettres(mots.jour_de_l_offre(offer))
    return {
        "encadré de la date limite": (_limite(offer),),
        "fiche du logement": (
            Fiche("Le logement", (("Adresse", mots.adresse_complete(home)),), 1),
            Fiche("", mots.logement(facts)),
            Fiche("Loyer et charges, par mois", mots.argent(home)),
            Fiche("Calendrier", mots.calendrier(facts)),
        ),
        "rappel de l’offre": (
            Fiche(
                "",
                (
                    ("Offre", f"n°\u00a0{offer.numero} du {made}"),
                    *rappel_du_logement(facts),
                    ("Contingent", mots.contingent(facts)),
                ),
                1,
            ),
        ),
    }


def _limite(offre: Orientation) -> Encadre:
    """Until when an answer is awaited, and how that was counted."""
    due, why = offre.echeance, offre.echeance_explication
    if due is not None:
        said = f"Réponse attendue au plus tard le {mots.jour_de_semaine(due)}"
        return Encadre(said, f"Soit {why}." if why else "")
    if why:
        return Encadre("Aucune date limite de réponse", f"{why}.")
    return Encadre("Date limite de réponse\u00a0: non renseignée", "")


def rappel_du_logement(facts: LettreProposition) -> tuple[tuple[str, str], ...]:
    """The dwelling in two rows: what it is, where it is."""
    home = facts.logement
    reference = home.id_interne or home.id_rpls
    what = [mots.nom_du_logement(home), f"réf. {reference}" if reference else ""]
    return (
        ("Logement", ", ".join(part for part in what if part)),
        ("Adresse", mots.adresse_complete(home)),
    )


def _coupon(facts: LettreProposition) -> Coupon:
    due, landlord = facts.orientation.echeance, facts.bailleur
    back = (landlord.raison_sociale, landlord.service, *landlord.adresse, landlord.courriel)
    return Coupon(
        facts.orientation.numero,
        (
            ("À retourner", f"au plus tard le {mots.jour_de_semaine(due)}" if due else ""),
            ("À l’adresse", ", ".join(part for part in back if part)),
            ("De la part de", mots.contingent(facts)),
            ("Convention", mots.reference_convention(facts)),
            ("Logement", mots.resume(facts)),
        ),
        min(LIGNES_MAX, max(LIGNES_DU_COUPON, mots.nombre_candidats(facts))),
    )


def _jour(jour: date | None) -> str:
    return en_lettres(jour) if jour else ""


def _jour_de_semaine(jour: date | None) -> str:
    return mots.jour_de_semaine(jour) if jour else ""
