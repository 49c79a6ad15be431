"""How each sheet of the bilan begins: what it is, whose, for whom, over which days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.adapters.sheets.bilan_page import ENTETE, Feuille
from fluxdesk.adapters.sheets.impression import imprimer
from fluxdesk.domain.bilan_emis import nom_de_version

if TYPE_CHECKING:
    from openpyxl import Workbook

    from fluxdesk.domain.bilan import Bilan

BASE_DES_DATES = (
    "Proposés : offres faites dans la période. Attribués : décisions de CAL de la période."
    " Baux : baux signés dans la période. Sans suite : offres de la période qui ont échoué."
).replace(" :", "\u00a0:")


def ouvrir(classeur: Workbook, nom: str, bilan: Bilan, titre: str) -> Feuille:
    """A new sheet with its heading and its print set-up."""
    sheet = Feuille(classeur.create_sheet(nom))
    name = nom_de_version(bilan.periode, bilan.version)
    siret = f" – SIRET {bilan.siret}" if bilan.siret else ""
    sheet.annoncer(
        f"{titre} – {name}",
        (
            f"Bailleur\u00a0: {bilan.bailleur}{siret}",
            f"Destinataire\u00a0: {bilan.destinataire}",
            f"Période\u00a0: {bilan.periode.bornes}",
            BASE_DES_DATES,
        ),
    )
    imprimer(sheet.page, f"Bilan {name}", f"1:{ENTETE}")
    return sheet
