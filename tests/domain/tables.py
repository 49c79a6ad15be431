"""Tables as an ERP or a spreadsheet would hold them, for the tests of the matching."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.tableau_lu import Colonne, Decoupe, LigneTableau

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

COMMUNES = frozenset({"01053", "2A004", "2B033", "20004"})


def decoupe(titres: Sequence[str], masquees: Sequence[str] = ()) -> Decoupe:
    return Decoupe(
        feuille="Feuil1",
        entetes=(0,),
        debut=1,
        colonnes=tuple(
            Colonne(index=place, titre=titre, masquee=titre in masquees)
            for place, titre in enumerate(titres)
        ),
    )


def lignes(table: Mapping[str, Sequence[str]]) -> list[LigneTableau]:
    """The rows of columns of one length."""
    return [
        LigneTableau(numero=number, cellules=cells)
        for number, cells in enumerate(zip(*table.values(), strict=True), start=2)
    ]
