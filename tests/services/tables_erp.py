"""A workbook as an ERP prints it, and the whole road to the base."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from fluxdesk.domain.tableau_lu import Feuille, SourceLue
from fluxdesk.services.importer_tableau import importer_tableau
from fluxdesk.services.preparer_import import preparer
from tests.services.bureaux import bureau

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fluxdesk.domain.tableau_lu import Cellule
    from fluxdesk.services.comprendre_source import Comprehension
    from fluxdesk.services.importer_tableau import ImportTableau
    from fluxdesk.services.preparer_import import FichierPrepare
    from tests.services.memoire import MemoireUow

# As an ERP prints it: titles above, a header on two rows with merged cells, a subtotal by
# programme, a note, a total.
ERP: Sequence[Sequence[Cellule]] = (
    ("OPH de l’Exemple — Patrimoine au 31/12/2025",),
    ("Édité le 12/01/2026",),
    (),
    ("Logement", None, None, None, "Situation", None, "Loyer", "Financement", "Observations"),
    ("N° module", "Type", "Surf. hab.", "Mise en service", "Code", "Ville", "Principal", "Nature",
     ""),
    ("001", "T3bis", "65,5 m²", date(1998, 4, 12), "2A004", "AJACCIO", "345,20 €", "PLUS", None),
    ("002", "F2", 40, "01/05/75", "2A004", "AJACCIO", 300.5, "Palulos", "à voir"),
    ("Sous-total AJACCIO", None, 105.5, None, None, None, 645.7, None, None),
    ("003", "Studio", "22", 36000, "2B033", "BASTIA", "9999", "PLUS-PLAI", None),
    ("004", "Garage", "x", "1998", "99999", "NULLE PART", "12", "PLAI", None),
    ("005", "T2", "30", "1998", None, "NULLE PART", "12", "PLAI", None),
    ("TOTAL", None, 157.5, None, None, None, 657.7, None, None),
)  # fmt: skip


def source(
    lignes: Sequence[Sequence[Cellule]] = ERP, *, nom: str = "parc.xlsx", separateur: str = ""
) -> SourceLue:
    merged = ((3, 0, 3, 3), (3, 4, 3, 5)) if lignes is ERP else ()
    return SourceLue(
        nom=nom,
        format="Texte" if separateur else "Classeur xlsx",
        encodage="utf-8" if separateur else "",
        separateur=separateur,
        feuilles=(Feuille(nom="Feuil1", lignes=lignes, fusions=merged),),
    )


def prepare(lu: Comprehension) -> FichierPrepare:
    return preparer(lu.source, lu.decoupe, lu.appariements, lu.correspondances, lu.genre)


def importer(lu: Comprehension, uow: MemoireUow, *, essai: bool = False) -> ImportTableau:
    return importer_tableau(lu.genre, prepare(lu), essai=essai, bureau=bureau(uow))


def comptes(fait: ImportTableau) -> tuple[int, int, int, int]:
    told = fait.rapport
    return told.creees, told.modifiees, told.inchangees, told.refusees
