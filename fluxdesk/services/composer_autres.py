"""Make the letters that are about no offer: the end of a guarantee, the bilan that is sent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxdesk.domain.champs_lettre import A_VENIR, PASSEE
from fluxdesk.domain.dates import en_lettres
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.gabarit_lettre import remplir_objet
from fluxdesk.domain.lettre import Fiche, Lettre
from fluxdesk.domain.modele_lettre import GenreCourrier
from fluxdesk.domain.taux import ecrire_taux
from fluxdesk.domain.typographie import accorde
from fluxdesk.services.composer_courrier import corps, lieu_et_date

if TYPE_CHECKING:
    from datetime import date

    from fluxdesk.domain.garantie import Garantie
    from fluxdesk.domain.reservataire import Reservataire
    from fluxdesk.services.composer_courrier import Pieces, Valeurs
    from fluxdesk.services.lire_courriers import LectureCourriers


class SansRemboursementError(FluxDeskError):
    """The end of a right cannot be told while the last repayment is not known."""

    def __init__(self, programme: str) -> None:
        super().__init__(
            f"La date du dernier remboursement de « {programme} » n’est pas renseignée : "
            "saisissez-la dans la garantie avant d’écrire au garant."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class EnvoiBilan:
    """What the letter that goes with a bilan says.

    ``periode`` is « du 1er janvier au 31 décembre 2025 »; ``pieces`` names the files sent,
    ``rectificatif`` says what this sending replaces, empty at the first; ``portee`` whose
    dwellings it tells of, ``fondement`` by what it is owed, ``nom`` its period and version.
    """

    destinataire: Reservataire
    annee: int
    periode: str
    proposes: int
    attribues: int
    baux: int
    pieces: str = ""
    rectificatif: str = ""
    portee: str = ""
    fondement: str = ""
    nom: str = ""


def composer_fin_de_droits(garantie: Garantie, *, lecture: LectureCourriers, jour: date) -> Lettre:
    """The letter to the guarantor of a loan that was repaid (L441-1, R441-6; regles.md 32).

    Raises:
        IntrouvableError: no such réservataire.
        SansRemboursementError: the last repayment is not known.
        ModeleFautifError: the template in force cannot serve.
    """
    last, end = garantie.rembourse or garantie.derniere_echeance, garantie.fin
    if last is None or end is None:
        raise SansRemboursementError(garantie.programme)
    to = lecture.uow.reservataires.lire(garantie.reservataire_id)
    town = lecture.territoires.commune(garantie.commune)
    rights = accorde(garantie.droits, "logement") if garantie.droits else ""
    values = {
        "programme": garantie.programme,
        "commune": town.nom if town else garantie.commune,
        "emprunt": garantie.pret,
        "quotité": ecrire_taux(garantie.quotite) if garantie.quotite else "",
        "droits réservés": rights,
        "dernier remboursement": en_lettres(last),
        "fin des droits": en_lettres(end),
        "prendront fin": "ont pris fin" if end < jour else "prendront fin",
        "effet sur la convention": PASSEE if end < jour else A_VENIR,
    }
    labels = ("programme", "commune", "emprunt", "quotité", "droits réservés")
    rows = [(name[:1].upper() + name[1:], values[name]) for name in labels if values[name]]
    rows += [("Remboursé le", en_lettres(last)), ("Fin des droits", en_lettres(end))]
    reference = f"Garantie d’emprunt, {garantie.programme}"
    return _lettre(
        GenreCourrier.FIN_DE_DROITS,
        to,
        values,
        lecture=lecture,
        jour=jour,
        pieces={"rappel de la garantie": (Fiche("", tuple(rows), 1),)},
        reference=reference,
    )


def composer_envoi_du_bilan(envoi: EnvoiBilan, *, lecture: LectureCourriers, jour: date) -> Lettre:
    """The letter that goes with a bilan.

    Raises:
        ModeleFautifError: the template in force cannot serve.
    """
    values = {
        "année": str(envoi.annee),
        "période": envoi.periode,
        "proposés": accorde(envoi.proposes, "logement proposé", "logements proposés"),
        "attribués": accorde(envoi.attribues, "attribution"),
        "baux signés": accorde(envoi.baux, "bail signé", "baux signés"),
        "pièces jointes": envoi.pieces,
        "rectificatif": envoi.rectificatif,
        "portée": envoi.portee,
        "fondement": envoi.fondement,
    }
    return _lettre(
        GenreCourrier.BILAN,
        envoi.destinataire,
        values,
        lecture=lecture,
        jour=jour,
        pieces={},
        reference=f"Bilan {envoi.nom or envoi.annee}",
    )


def _lettre(  # noqa: PLR0913 - the parts of one letter, all named
    genre: GenreCourrier,
    destinataire: Reservataire,
    propres: Valeurs,
    *,
    lecture: LectureCourriers,
    jour: date,
    pieces: Pieces,
    reference: str,
) -> Lettre:
    landlord = lecture.bailleur
    values = propres | {
        "bailleur": landlord.raison_sociale,
        "date de la lettre": en_lettres(jour),
        "réservataire": destinataire.nom,
    }
    template = lecture.gabarit(genre)
    return Lettre(
        genre=genre,
        bailleur=landlord,
        destinataire=destinataire,
        references=(reference,),
        lieu_et_date=lieu_et_date(landlord, values["date de la lettre"]),
        objet=remplir_objet(template, values),
        corps=corps(template, values, pieces),
        titre=f"{reference}, {destinataire.nom}",
        pied=f"{reference} – {landlord.raison_sociale}",
    )
