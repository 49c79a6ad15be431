"""The conventions of a stream, one a row; several rows of a name are its avenants."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from fluxdesk.domain.dates_lues import lire_date
from fluxdesk.domain.flux.parties import NOM_BAILLEUR, ModeRefus, Partie, TauxDate, Zone
from fluxdesk.domain.scenario_valeurs import (
    lire_etalement,
    lire_objectifs,
    lire_oui_non,
    lire_pourcentage,
    lire_refus,
    lire_report,
)
from fluxdesk.domain.territoire import lire_zone
from fluxdesk.domain.typographie import plie

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from fluxdesk.domain.scenario import Lecture

COLONNES = (
    "reservataire",
    "taux",
    "debut",
    "fin",
    "assiette",
    "territoire",
    "parent",
    "report",
    "etalement",
    "refus",
    "cibles",
    "neuf",
)
OBLIGATOIRES = ("reservataire", "taux")
SEPARATEUR = ","  # of names in a cell

_CLAUSES: Mapping[str, Callable[[str], object]] = {
    "assiette": lire_zone,
    "territoire": lire_zone,
    "parent": plie,
    "report": lire_report,
    "etalement": lire_etalement,
    "refus": lire_refus,
    "cibles": lire_objectifs,
    "neuf": lire_oui_non,
}


@dataclass(slots=True)
class _Dossier:
    """A réservataire: its first row, what that row says, and the rates of all its rows."""

    nom: str
    lecture: Lecture
    taux: list[TauxDate] = field(default_factory=list)
    clauses: dict[str, object] = field(default_factory=dict)

    @property
    def parent(self) -> str:
        """The folded name of the parent; empty where there is none."""
        return str(self.clauses["parent"])


def lire_conventions(lectures: Iterable[Lecture]) -> tuple[Partie, ...]:
    """The parties, in the order of their first rows; their keys are their names, as written.

    What is not understood is added to the problems of its line and left out of the parties:
    these hold every name that was read, so that a stream can still be checked against them.
    """
    dossiers: dict[str, _Dossier] = {}
    for lecture in lectures:
        if not lecture.entiere():
            continue
        nom = _nom(lecture)
        if nom:
            _accepter(dossiers, nom, lecture)
    for dossier in dossiers.values():
        _rattacher(dossiers, dossier)
    return tuple(_partie(dossiers, dossier) for dossier in dossiers.values())


def _nom(lecture: Lecture) -> str:
    """The name of the row; empty where it cannot be one."""
    nom = lecture.texte("reservataire")
    if not plie(nom):
        lecture.refuser("reservataire", "Le nom du réservataire manque. Écrivez-le.")
        return ""
    if plie(nom) == plie(NOM_BAILLEUR):
        lecture.refuser(
            "reservataire",
            "est le bailleur, qui a toujours ce que les autres laissent. Supprimez cette ligne.",
        )
        return ""
    if SEPARATEUR in nom:
        lecture.refuser(
            "reservataire",
            "contient une virgule, qui sépare les noms dans les colonnes refus et refusants."
            " Écrivez ce nom sans virgule.",
        )
    return nom


def _accepter(dossiers: dict[str, _Dossier], nom: str, lecture: Lecture) -> None:
    """Add a row to its réservataire, whose first row decides the clauses."""
    said = {name: lecture.lire(name, read, None) for name, read in _CLAUSES.items()}
    if said["parent"] and said["neuf"] is not None:
        lecture.refuser(
            "neuf",
            "est une clause de la convention entière, que ses parts suivent. Laissez cette cellule"
            " vide, et remplissez la ligne dont celle-ci est une part.",
        )
    known = dossiers.get(plie(nom))
    if known is None:
        known = _Dossier(nom, lecture, clauses=_completer(said))
        dossiers[plie(nom)] = known
    else:
        _comparer(known, said, lecture)
    rate = _taux(lecture)
    if rate is not None:
        known.taux.append(rate)


def _completer(said: dict[str, object]) -> dict[str, object]:
    """The clauses of a first row, with what its empty cells mean."""
    base = said["assiette"] or Zone.partout()
    usual = {
        "assiette": base,
        "territoire": base,
        "parent": "",
        "report": 0,
        "etalement": 0,
        "refus": ModeRefus.NON_COMPTE_MIXITE,
        "cibles": (),
        "neuf": False,
    }
    return {name: usual[name] if value is None else value for name, value in said.items()}


def _comparer(known: _Dossier, said: dict[str, object], lecture: Lecture) -> None:
    for name, value in said.items():
        if value is not None and value != known.clauses[name]:
            lecture.refuser(
                name,
                f"n’est pas ce que dit la ligne {known.lecture.numero} de « {known.nom} »."
                " Un avenant ne change que le taux et ses dates : laissez cette cellule vide.",
            )


def _taux(lecture: Lecture) -> TauxDate | None:
    if not lecture.texte("taux"):
        lecture.refuser("taux", "Le taux manque. Écrivez un pourcentage de 0 à 100.")
    rate = lecture.lire("taux", lire_pourcentage, None)
    begin, end = lecture.lire("debut", lire_date, None), lecture.lire("fin", lire_date, None)
    if begin and end and end < begin:
        lecture.refuser("fin", "précède la date de début. Corrigez l’une des deux.")
        return None
    return None if rate is None else TauxDate(rate, begin, end)


def _rattacher(dossiers: Mapping[str, _Dossier], dossier: _Dossier) -> None:
    """Check that the parents of a row end somewhere."""
    if not dossier.parent:
        return
    if dossier.parent not in dossiers:
        dossier.lecture.refuser(
            "parent",
            "n’est le nom d’aucune ligne. Ajoutez sa ligne, avec son taux total, ou corrigez ce"
            " nom.",
        )
        return
    above = dossier.parent
    for _ in dossiers:
        if above == plie(dossier.nom):
            dossier.lecture.refuser(
                "parent",
                f"est lui-même une part de « {dossier.nom} ». Corrigez l’un des deux parents.",
            )
            return
        above = dossiers[above].parent if above in dossiers else ""


def _partie(dossiers: Mapping[str, _Dossier], dossier: _Dossier) -> Partie:
    parent = dossiers.get(dossier.parent)
    root = dossier
    for _ in dossiers:  # as many steps as there are rows: parents that go round were refused
        root = dossiers.get(root.parent, root)
    # _CLAUSES reads each of these as the type of its field.
    return Partie(
        cle=dossier.nom,
        nom=dossier.nom,
        taux=tuple(dossier.taux),
        **{  # type: ignore[arg-type]
            **dossier.clauses,
            "parent": parent.nom if parent else None,
            "neuf": root.clauses["neuf"],
        },
    )
