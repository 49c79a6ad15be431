"""Make the page « pourquoi ce logement à X »: for a mayor, without any applicant."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from fluxdesk.domain.dates import en_chiffres, en_lettres
from fluxdesk.domain.flux.parties import NOM_BAILLEUR
from fluxdesk.domain.flux.phrases import a
from fluxdesk.domain.gabarit_lettre import remplir_objet
from fluxdesk.domain.lettre import Fiche, Lettre, Tableau
from fluxdesk.domain.modele_lettre import GenreCourrier
from fluxdesk.domain.typographie import typographier
from fluxdesk.services import valeurs_lettre as mots
from fluxdesk.services.composer_courrier import corps, lieu_et_date, valeurs_du_logement
from fluxdesk.services.imputer_offre import cle_de

if TYPE_CHECKING:
    from datetime import date

    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.services.composer_courrier import Pieces
    from fluxdesk.services.faits_offre import FaitsOffre
    from fluxdesk.services.lire_courriers import LectureCourriers

_CLASSEMENT = ("Réservataire", "Dû", "Servi", "Retard", "Remarque")
_JOURNAL = ("Le", "Par", "Ce qui a été fait", "Motif")
_NOMBRES = frozenset({1, 2, 3})


def composer_pourquoi(orientation_id: int, *, lecture: LectureCourriers, jour: date) -> Lettre:
    """The dwelling, the explanation kept with the offer, the ranking as shown, the journal.

    The names of the candidates of the vacancy are masked wherever somebody wrote them.

    Raises:
        IntrouvableError: no such offer.
        ModeleFautifError: the template in force cannot serve.
    """
    facts = lecture.faits(orientation_id)
    offer = facts.orientation
    masque = _Masque(offer, lecture)
    names = lecture.noms
    other = offer.suggere and offer.suggere != cle_de(offer)
    values = valeurs_du_logement(facts) | {
        "bailleur": lecture.bailleur.raison_sociale,
        "date de la lettre": en_lettres(jour),
        "à qui": typographier(a(names.get(cle_de(offer), offer.sous_contingent))),
        "explication": offer.explication.replace("\n", " "),
        "règle": _regle(names.get(offer.suggere, offer.suggere)) if other else "",
        "motif du choix": masque(offer.derogation),
        "suite donnée": _suite(offer),
    }
    template = lecture.gabarit(GenreCourrier.POURQUOI)
    pieces: Pieces = {
        "rappel du logement": (_logement(facts),),
        "classement": _classement(offer),
        "journal": _journal(offer, lecture, masque),
    }
    return Lettre(
        genre=GenreCourrier.POURQUOI,
        bailleur=lecture.bailleur,
        destinataire=None,
        references=(),
        lieu_et_date=lieu_et_date(lecture.bailleur, values["date de la lettre"]),
        objet=remplir_objet(template, values),
        corps=corps(template, values, pieces),
        titre=f"Pourquoi ce logement, offre n°\u00a0{offer.numero}",
        pied=f"Offre n°\u00a0{offer.numero} – {lecture.bailleur.raison_sociale}",
    )


class _Masque:
    """Writes « le candidat » where a text names one of the vacancy."""

    def __init__(self, offre: Orientation, lecture: LectureCourriers) -> None:
        uow = lecture.uow
        offers = uow.orientations.de_la_vacance(offre.vacance_id)
        found = [c for one in offers for c in uow.candidats.de_l_orientation(one.id)]
        words = {word for c in found for word in (c.nom, c.numero_unique, *c.nom.split())}
        kept = sorted((w for w in words if len(w) > 1), key=len, reverse=True)
        joined = "|".join(re.escape(word) for word in kept)
        self._noms = re.compile(rf"\b(?:{joined})\b", re.IGNORECASE) if kept else None

    def __call__(self, texte: str) -> str:
        return self._noms.sub("le candidat", texte) if self._noms else texte


def _logement(facts: FaitsOffre) -> Fiche:
    rows = [("Adresse", mots.adresse_complete(facts.logement)), *mots.logement(facts)]
    known = {name: value for name, value in rows if value}
    kept = ("Adresse", "Commune", "Typologie", "Surface habitable", "Financement", "Quartier (QPV)")
    return Fiche("", tuple((name, known.get(name, "")) for name in kept), 1)


def _regle(nom: str) -> str:
    return "le bailleur" if nom == NOM_BAILLEUR else nom


def _suite(offre: Orientation) -> str:
    day = f", le {en_lettres(offre.date_issue)}" if offre.date_issue else ""
    return f"{offre.issue.value}{day}"


def _classement(offre: Orientation) -> tuple[Tableau, ...]:
    rows: list[dict[str, str]] = json.loads(offre.classement or "[]")
    if not rows:
        return ()
    chosen = cle_de(offre)
    lines = tuple(
        (
            row["nom"],
            row["du"],
            str(row["servi"]),
            row["retard"],
            row["exclusion"] or ("proposé" if row["cle"] == chosen else ""),
        )
        for row in rows
    )
    title = f"Les comptes au {en_lettres(offre.jour)}, en logements"
    return (Tableau(title, _CLASSEMENT, lines, (40, 10, 10, 12, 58), _NOMBRES),)


def _journal(offre: Orientation, lecture: LectureCourriers, masque: _Masque) -> tuple[Tableau, ...]:
    wanted = {f"orientation:{offre.id}", f"vacance:{offre.vacance_id}"}
    lines = tuple(
        (
            en_chiffres(e.quand.date()),
            e.auteur,
            masque(e.libelle),
            masque(e.motif),
        )
        for e in lecture.journal_de(wanted)
    )
    if not lines:
        return ()
    return (Tableau(typographier("Ce que dit le journal"), _JOURNAL, lines, (19, 18, 57, 36)),)
