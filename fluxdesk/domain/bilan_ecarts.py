"""What changed between two versions of one bilan, cell by cell, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.bilan import LIBELLES_AXE, AxeBilan, totaux
from fluxdesk.domain.bilan_prevus import prevus_de
from fluxdesk.domain.flux.nombres import nombre
from fluxdesk.domain.typographie import typographier

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from fluxdesk.domain.bilan import Bilan, LigneBilan

ABSENT = "0 (absent)"
_MESURES = {
    "proposes": "proposés",
    "attribues": "attribués",
    "baux": "baux signés",
    "sans_suite": "sans suite",
}


def ecarts(avant: Bilan, apres: Bilan) -> tuple[str, ...]:
    """One sentence for each cell that changed; empty when the figures are the same."""
    told = (
        *_compare(_flux(avant), _flux(apres)),
        *_compare(_axes(avant), _axes(apres)),
        *_compare(_cases(avant), _cases(apres)),
        *_compare(_comptes(avant), _comptes(apres)),
    )
    return tuple(dict.fromkeys(told))


def _compare(avant: Mapping[str, str], apres: Mapping[str, str]) -> Iterator[str]:
    for name in dict.fromkeys((*avant, *apres)):
        before, after = avant.get(name, ABSENT), apres.get(name, ABSENT)
        if before != after:
            yield typographier(f"{name} : {before} devient {after}")


def lire_changement(dit: str) -> tuple[str, str, str]:
    """What changed, before and after, of one sentence of ``ecarts``."""
    name, _, values = dit.rpartition("\u00a0: ")
    before, _, after = values.partition(" devient ")
    return name, before, after


def _flux(bilan: Bilan) -> dict[str, str]:
    """The flux of the period, what was taken out of it, what is foreseen."""
    found = {"Libérations": str(bilan.liberations)}
    for row in bilan.soustraits:
        found[f"Soustraits, {row.categorie.value}"] = str(row.nombre)
    for year in (bilan.annee, bilan.annee + 1):
        for fait in prevus_de(bilan, year):
            name = f"Prévus {year}, {fait.categorie.value}"
            found[name] = str(int(found.get(name, "0")) + fait.nombre)
    for fait in bilan.non_localises:
        name = f"Prévus {fait.annee}, non localisés"
        found[name] = str(int(found.get(name, "0")) + fait.nombre)
    return found


def _axes(bilan: Bilan) -> dict[str, str]:
    return {
        f"{LIBELLES_AXE[axe]} « {row.modalite} », {word}": str(getattr(row, field))
        for axe in AxeBilan
        for row in totaux(bilan.lignes, axe)
        for field, word in _MESURES.items()
    }


def _cases(bilan: Bilan) -> dict[str, str]:
    """The crossed table, one combination a row."""
    return {
        f"{_croisement(ligne)}, {word}": str(getattr(ligne, field))
        for ligne in bilan.lignes
        if ligne.typologie
        for field, word in _MESURES.items()
    }


def _croisement(ligne: LigneBilan) -> str:
    cells = (
        ligne.reservataire,
        ligne.sous_contingent,
        ligne.epci,
        ligne.commune,
        ligne.qpv,
        ligne.typologie,
        ligne.financement,
        ligne.periode,
        ligne.neuf,
    )
    return "Croisement " + " / ".join(cell for cell in cells if cell)


def _comptes(bilan: Bilan) -> dict[str, str]:
    found = {}
    for when, soldes in (("période", bilan.soldes_annee), ("cumul", bilan.soldes)):
        for solde in soldes:
            found[f"Compte de {solde.nom} ({when}), dû"] = nombre(solde.du)
            found[f"Compte de {solde.nom} ({when}), servi"] = str(solde.servi)
    return found
