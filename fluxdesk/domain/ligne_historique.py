"""One line of a table of past vacancies: the congé and, where its cells say so, one offer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxdesk.domain.cellules_lues import mot
from fluxdesk.domain.dates import en_chiffres
from fluxdesk.domain.orientation import ISSUES_RENDUES, IssueOrientation
from fluxdesk.domain.typographie import plie
from fluxdesk.domain.vacance import CategorieSoustrait, CauseLiberation, Qualification

if TYPE_CHECKING:
    from datetime import date

    from fluxdesk.domain.cellules import Cellules

# How files say what became of an offer, beside the words of the program.
LIBELLES_ISSUE: dict[IssueOrientation, tuple[str, ...]] = {
    IssueOrientation.EN_COURS: ("en attente",),
    IssueOrientation.ATTRIBUEE: ("attribuée", "attribué", "attribution", "attribué en cal"),
    IssueOrientation.BAIL_SIGNE: ("loué", "relouée", "bail"),
    IssueOrientation.REFUSEE: ("refusée", "refusé", "refus", "refusé par le réservataire"),
    IssueOrientation.SANS_CANDIDAT: ("sans candidat", "carence", "absence de candidat"),
    IssueOrientation.NON_ATTRIBUEE: ("non attribuée", "non attribution", "refus cal"),
    IssueOrientation.REFUS_CANDIDAT: ("refus candidat", "refus du candidat"),
    IssueOrientation.RETIREE: ("retirée", "retrait", "retiré"),
}
_ISSUES = {
    plie(said): issue for issue, words in LIBELLES_ISSUE.items() for said in (issue.value, *words)
}
_D_UNE_OFFRE = ("issue", "date_reponse", "date_attribution", "date_bail")
_BAILLEURS = frozenset({"", "bailleur", "le bailleur", "bailleur (non reserve)", "non reserve"})


def est_bailleur(nom: str) -> bool:
    """Whether a cell that names the réservataire says that the landlord kept the dwelling."""
    return plie(nom) in _BAILLEURS


@dataclass(frozen=True, slots=True, kw_only=True)
class OffreLue:
    """An offer as a line tells it; ``reponse`` is the day it was given back, None where unsaid."""

    jour: date
    issue: IssueOrientation
    attribution: date | None = None
    bail: date | None = None
    reponse: date | None = None
    motif: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LigneHistorique:
    """What one line says; None is an empty cell, which says nothing.

    ``reservataire`` is empty for a dwelling that the landlord kept.
    """

    numero: int
    date_conge: date
    disponibilite: date | None
    cause: CauseLiberation | None
    qualification: Qualification | None
    categorie: CategorieSoustrait | None
    reservataire: str
    sous_contingent: str
    offre: OffreLue | None


def lire_ligne(cellules: Cellules, jour: date) -> LigneHistorique:
    """The line, read; ``jour`` is today, after which nothing has happened.

    Raises:
        LigneRefuseeError: the first cell that cannot be understood, or that contradicts another.
    """
    conge = _passee(cellules, "date_conge", jour)
    if conge is None:
        cellules.refuser("date_conge", "La date du congé manque.")
    free = cellules.jour("date_disponibilite")
    if free is not None and free < conge:
        cellules.refuser("date_disponibilite", "précède la date du congé.")
    offre = _offre(cellules, conge, jour)
    name = cellules.texte("reservataire")
    kept = est_bailleur(name)
    if kept and offre is not None and offre.issue in ISSUES_RENDUES:
        cellules.refuser(
            "issue", "ne convient pas : le bailleur ne se refuse pas un logement qu’il garde."
        )
    return LigneHistorique(
        numero=cellules.numero,
        date_conge=conge,
        disponibilite=free,
        cause=mot(cellules, "cause", CauseLiberation),
        qualification=mot(cellules, "qualification", Qualification),
        categorie=mot(cellules, "categorie", CategorieSoustrait),
        reservataire="" if kept else name,
        sous_contingent=cellules.texte("sous_contingent"),
        offre=offre,
    )


def _offre(cellules: Cellules, conge: date, jour: date) -> OffreLue | None:
    day = _passee(cellules, "date_offre", jour)
    if day is None:
        if any(cellules.texte(column) for column in _D_UNE_OFFRE):
            cellules.refuser(
                "date_offre",
                "La date de l’offre manque ; pour un logement gardé par le bailleur, écrivez le "
                "jour où il l’a décidé.",
            )
        return None
    _suivre(cellules, "date_offre", day, conge, "la date du congé")
    cal = _passee(cellules, "date_attribution", jour)
    _suivre(cellules, "date_attribution", cal, day, "la date de l’offre")
    bail = _passee(cellules, "date_bail", jour)
    _suivre(cellules, "date_bail", bail, cal or day, "la date de la CAL")
    answer = _passee(cellules, "date_reponse", jour)
    _suivre(cellules, "date_reponse", answer, cal or day, "l’étape d’avant")
    made = OffreLue(
        jour=day,
        issue=_issue(cellules, cal, bail),
        attribution=cal,
        bail=bail,
        reponse=answer,
        motif=cellules.texte("motif"),
    )
    _verifier(cellules, made)
    return made


def _issue(cellules: Cellules, cal: date | None, bail: date | None) -> IssueOrientation:
    """The issue said, a lease being more than an attribution; else the one that the dates say."""
    text = cellules.texte("issue")
    if text and plie(text) not in _ISSUES:
        named = ", ".join(f"« {words[0]} »" for words in LIBELLES_ISSUE.values())
        cellules.refuser("issue", f"n’est pas dans la liste : {named}, « bail signé ».")
    said = _ISSUES.get(plie(text))
    if bail and said in {None, IssueOrientation.ATTRIBUEE}:
        return IssueOrientation.BAIL_SIGNE
    return said or (IssueOrientation.ATTRIBUEE if cal else IssueOrientation.EN_COURS)


def _verifier(cellules: Cellules, offre: OffreLue) -> None:
    """The dates must be those of the issue, no fewer and no more."""
    needed, barred = _DATES[offre.issue]
    for column in needed:
        if not cellules.texte(column):
            cellules.refuser(column, _MANQUES[column])
    for column in barred:
        if cellules.texte(column):
            cellules.refuser(column, f"contredit l’issue « {offre.issue.value} ».")


_RENDUE: tuple[tuple[str, ...], tuple[str, ...]] = ((), ("date_bail",))
# By issue, the dates that it needs and those that contradict it.
_DATES: dict[IssueOrientation, tuple[tuple[str, ...], tuple[str, ...]]] = {
    IssueOrientation.EN_COURS: ((), ("date_attribution", "date_bail", "date_reponse")),
    IssueOrientation.ATTRIBUEE: (("date_attribution",), ("date_reponse",)),
    IssueOrientation.BAIL_SIGNE: (("date_attribution", "date_bail"), ("date_reponse",)),
    IssueOrientation.REFUSEE: _RENDUE,
    IssueOrientation.SANS_CANDIDAT: _RENDUE,
    IssueOrientation.NON_ATTRIBUEE: _RENDUE,
    IssueOrientation.REFUS_CANDIDAT: _RENDUE,
    IssueOrientation.RETIREE: _RENDUE,
}
_MANQUES = {
    "date_attribution": (
        "La date d’attribution en CAL manque : le bilan compte les logements attribués. À défaut, "
        "écrivez celle du bail."
    ),
    "date_bail": "La date du bail manque.",
}


def _suivre(cellules: Cellules, colonne: str, jour: date | None, avant: date, quoi: str) -> None:
    if jour is not None and jour < avant:
        cellules.refuser(colonne, f"précède {quoi} ({en_chiffres(avant)}).")


def _passee(cellules: Cellules, colonne: str, jour: date) -> date | None:
    found = cellules.jour(colonne)
    if found is not None and found > jour:
        cellules.refuser(colonne, "est dans l’avenir : l’historique ne dit que le passé.")
    return found
