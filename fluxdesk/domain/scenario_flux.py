"""The dwellings of a stream, one a row, in order of arrival."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from fluxdesk.domain.dates_lues import lire_date
from fluxdesk.domain.flux.parties import NOM_BAILLEUR, Axe, Unite
from fluxdesk.domain.flux.rejeu import Arrivee
from fluxdesk.domain.logement import NON_RENSEIGNE
from fluxdesk.domain.parties import comptent_le_neuf
from fluxdesk.domain.scenario import Scenario
from fluxdesk.domain.scenario_conventions import SEPARATEUR
from fluxdesk.domain.scenario_valeurs import code, lire_oui_non, lire_qpv, lire_soustrait
from fluxdesk.domain.typographie import plie

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from fluxdesk.domain.flux.parties import Partie
    from fluxdesk.domain.scenario import Lecture

OBLIGATOIRES = (
    "id",
    "date",
    "commune",
    "epci",
    "departement",
    "qpv",
    "typologie",
    "financement",
    "periode",
)
COLONNES = (*OBLIGATOIRES, "soustrait", "refus", "neuf")


@dataclass(slots=True)
class _Tri:
    """What was read so far, and the spelling under which each value is compared."""

    parties: Sequence[Partie]
    noms: dict[str, str]
    graphies: dict[tuple[Axe, str], str]
    vus: dict[str, int] = field(default_factory=dict)
    arrivees: list[Arrivee] = field(default_factory=list)
    soustraits: int = 0


def lire_flux(lectures: Iterable[Lecture], parties: Sequence[Partie]) -> Scenario:
    """The stream that these parties play; what is not understood is a problem of its line.

    A first letting (`neuf`) that no convention counts in the flux that day is not played; it is
    counted with the dwellings taken out (``services/premiere_location.py``).
    """
    tri = _Tri(
        parties=parties,
        noms={plie(partie.nom): partie.cle for partie in parties},
        # « plai » of the stream is the « PLAI » of a target.
        graphies={(c.axe, plie(c.modalite)): c.modalite for p in parties for c in p.cibles},
    )
    for lecture in lectures:
        if lecture.entiere():
            _lire(lecture, tri)
    return Scenario(tuple(parties), tuple(tri.arrivees), tri.soustraits)


def _lire(lecture: Lecture, tri: _Tri) -> None:
    _identifier(lecture, tri)
    if not lecture.texte("date"):
        lecture.refuser("date", "La date manque : elle décide des taux. Écrivez-la jj/mm/aaaa.")
    day = lecture.lire("date", lire_date, None)
    qpv = lecture.lire("qpv", lire_qpv, NON_RENSEIGNE)
    refus = _refus(lecture, tri)
    new = lecture.lire("neuf", lire_oui_non, vide=False)
    if lecture.lire("soustrait", lire_soustrait, vide=False):
        tri.soustraits += 1
    elif day is not None:
        unite = Unite(
            cle=lecture.texte("id"),
            jour=day,
            commune=code(lecture.texte("commune")),
            epci=code(lecture.texte("epci")),
            departement=code(lecture.texte("departement")),
            qpv=qpv,
            typologie=_modalite(lecture, tri, Axe.TYPOLOGIE),
            financement=_modalite(lecture, tri, Axe.FINANCEMENT),
            periode=_modalite(lecture, tri, Axe.PERIODE),
            neuf=bool(new),
        )
        if new and not comptent_le_neuf(tri.parties, unite):
            tri.soustraits += 1
        else:
            tri.arrivees.append(Arrivee(unite, refus))


def _identifier(lecture: Lecture, tri: _Tri) -> None:
    ident = lecture.texte("id")
    if not ident:
        lecture.refuser("id", "L’identifiant du logement manque. Écrivez-en un par ligne.")
    elif ident in tri.vus:
        lecture.refuser(
            "id", f"figure déjà à la ligne {tri.vus[ident]}. Donnez à chaque logement le sien."
        )
    tri.vus.setdefault(ident, lecture.numero)


def _modalite(lecture: Lecture, tri: _Tri, axe: Axe) -> str:
    """The value on an axis; two spellings of one value are one value."""
    text = lecture.texte(axe.value) or NON_RENSEIGNE
    return tri.graphies.setdefault((axe, plie(text)), text)


def _refus(lecture: Lecture, tri: _Tri) -> frozenset[str]:
    found = set()
    for piece in lecture.texte("refus").split(SEPARATEUR):
        name = plie(piece)
        if name == plie(NOM_BAILLEUR):
            lecture.refuser("refus", "nomme le bailleur, qui ne refuse jamais. Retirez-le.")
        elif name in tri.noms:
            found.add(tri.noms[name])
        elif name:
            lecture.refuser(
                "refus",
                f"nomme « {piece.strip()} », qui n’est aucun réservataire des conventions."
                " Corrigez ce nom, ou ajoutez sa ligne aux conventions.",
            )
    return frozenset(found)
