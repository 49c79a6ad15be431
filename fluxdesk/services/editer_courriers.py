"""Write the letters of a day: one file each or one for all, and who they go to."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxdesk.domain.dates import en_chiffres
from fluxdesk.domain.modele_lettre import GenreCourrier
from fluxdesk.domain.typographie import accorde, nom_simple
from fluxdesk.services.composer_autres import composer_fin_de_droits
from fluxdesk.services.composer_courrier import TITRES, composer_courrier
from fluxdesk.services.courriers_du_jour import GARANTIE
from fluxdesk.services.noter_courriers import noter_ecrits

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from fluxdesk.domain.lettre import Lettre
    from fluxdesk.services.courriers_du_jour import CourrierAttendu
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.lire_courriers import LectureCourriers
    from fluxdesk.services.ports import Progress
    from fluxdesk.services.ports_papiers import RedacteurCourriers, RedacteurListe

PUBLIPOSTAGE = (
    "Courrier", "Offre ou programme", "Logement", "Date du fait", "Destinataire", "Service",
    "À l’attention de", "Adresse", "Courriel",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandeCourriers:
    """Which letters, dated which day, to which folder.

    ``fusion`` puts them in one document; ``publipostage`` is ``xlsx`` or ``csv`` for the list of
    the recipients, empty for none.
    """

    attendus: Sequence[CourrierAttendu]
    jour: date
    dossier: Path
    fusion: bool = False
    publipostage: str = ""


def editer_courriers(
    commande: CommandeCourriers,
    *,
    lecture: LectureCourriers,
    ecrire: RedacteurCourriers,
    ecrire_liste: RedacteurListe,
    progress: Progress,
) -> tuple[Path, ...]:
    """Mark the letters as written, then write them; the files, in the order of the letters.

    The mark does the act that the letter tells of (``noter_courriers``): first, so that an offer
    sent today says the same deadline on paper as in the base.

    A cancelled batch, or one of which a letter cannot be made, leaves no file and no mark.

    Raises:
        AnnuleError: stopped on the way.
        FluxDeskError: a letter cannot be made; the sentence says which and why.
        EcritureError: the folder refuses the files.
    """
    name = f"Courriers du {commande.jour:%Y-%m-%d}"
    with lecture.uow as uow:
        marks = [one.courrier for one in commande.attendus]
        noter_ecrits(marks, commande.jour, uow=uow, feries=lecture.feries)
        written = ecrire(
            _lettres(commande, lecture),
            commande.dossier,
            recueil=f"{name}.pdf" if commande.fusion else "",
            total=len(commande.attendus),
            progress=progress,
        )
        if commande.publipostage:
            target = commande.dossier / f"{name}.{commande.publipostage}"
            ecrire_liste(PUBLIPOSTAGE, _lignes(commande, uow=uow), target)
            written = (*written, target)
        uow.journal.ecrire(
            "courriers.editer",
            f"courriers:{commande.jour.isoformat()}",
            _libelle(commande.attendus),
            apres=[f"{c.courrier.genre.value}, {c.numero}" for c in commande.attendus],
        )
        uow.valider()
    return written


def composer_attendu(attendu: CourrierAttendu, *, lecture: LectureCourriers, jour: date) -> Lettre:
    """The letter itself, inside an open transaction.

    Raises:
        FluxDeskError: it cannot be made; see ``composer_courrier`` and ``composer_fin_de_droits``.
    """
    kind, _, ident = attendu.courrier.objet.partition(":")
    if kind == GARANTIE:
        guarantee = lecture.uow.garanties.lire(int(ident))
        return composer_fin_de_droits(guarantee, lecture=lecture, jour=jour)
    return composer_courrier(attendu.courrier.genre, int(ident), lecture=lecture, jour=jour)


def nom_de_courrier(attendu: CourrierAttendu) -> str:
    """File name such as ``Relance 2026-031 Action-Logement.pdf``, safe on every system."""
    genre = attendu.courrier.genre
    title = "Fin de droits" if genre is GenreCourrier.FIN_DE_DROITS else TITRES[genre]
    who = nom_simple(attendu.destinataire)
    return f"{nom_simple(title)} {nom_simple(attendu.numero)} {who}.pdf"


def _lettres(
    commande: CommandeCourriers, lecture: LectureCourriers
) -> Iterator[tuple[str, Lettre]]:
    for one in commande.attendus:
        made = composer_attendu(one, lecture=lecture, jour=commande.jour)
        yield nom_de_courrier(one), made


def _lignes(commande: CommandeCourriers, *, uow: UnitOfWork) -> Sequence[tuple[str, ...]]:
    who = {r.id: r for r in uow.reservataires.tous()}
    rows = []
    for one in commande.attendus:
        to = who[one.courrier.reservataire_id or 0]
        rows.append(
            (
                one.courrier.genre.value,
                one.numero,
                one.quoi,
                en_chiffres(one.courrier.jour),
                to.nom,
                to.service,
                to.contact,
                ", ".join(to.adresse),
                to.courriel,
            )
        )
    return rows


def _libelle(attendus: Sequence[CourrierAttendu]) -> str:
    counts = Counter(one.courrier.genre.value for one in attendus)
    detail = ", ".join(f"{genre} ({count})" for genre, count in counts.items())
    edited = accorde(len(attendus), "courrier édité", "courriers édités")
    return f"{edited}\u00a0: {detail}"
