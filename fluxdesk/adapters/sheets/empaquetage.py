"""The bytes of a workbook: the same for the same content, results of formulas included."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openpyxl.workbook import Workbook

    from fluxdesk.adapters.sheets.bilan_page import Valeur
    from fluxdesk.adapters.sheets.vrac import Vrac

_DATE_ZIP = (1980, 1, 1, 0, 0, 0)  # the first that the format knows
_UNIX = 3
# openpyxl writes the moment of saving there, whatever the properties say.
_MODIFIE = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")
_FORMULE = re.compile(r'<c r="([A-Z]+[0-9]+)"([^>]*)>(<f>.*?</f>)<v ?(?:/>|></v>)</c>', re.DOTALL)


def octets(
    classeur: Workbook,
    valeurs: Mapping[str, Mapping[str, Valeur]],
    modifie: str,
    vracs: Mapping[str, Vrac] | None = None,
) -> bytes:
    """The file; ``valeurs`` are the results by sheet and cell, ``modifie`` the date it bears.

    ``vracs`` are the rows in bulk, by sheet: they go before the next row that stands there.
    """
    brut = BytesIO()
    classeur.save(brut)
    # openpyxl numbers the parts in the order of the sheets.
    parts = {
        f"xl/worksheets/sheet{rang}.xml": valeurs.get(nom, {})
        for rang, nom in enumerate(classeur.sheetnames, start=1)
    }
    bulk = {
        f"xl/worksheets/sheet{rang}.xml": (vracs or {})[nom]
        for rang, nom in enumerate(classeur.sheetnames, start=1)
        if nom in (vracs or {})
    }
    sortie = BytesIO()
    with ZipFile(brut) as lu, ZipFile(sortie, "w") as ecrit:
        for nom in lu.namelist():
            contenu = lu.read(nom)
            if nom in parts:
                texte = _avec_resultats(contenu.decode(), parts[nom])
                contenu = (_avec_vrac(texte, bulk[nom]) if nom in bulk else texte).encode()
            elif nom == "docProps/core.xml":
                contenu = _MODIFIE.sub(rb"\g<1>" + modifie.encode() + rb"\g<2>", contenu)
            entree = ZipInfo(nom, date_time=_DATE_ZIP)
            entree.compress_type, entree.create_system = ZIP_DEFLATED, _UNIX
            ecrit.writestr(entree, contenu)
    return sortie.getvalue()


def _avec_vrac(xml: str, vrac: Vrac) -> str:
    """The rows in bulk stand before the total, the row right after them."""
    head, mark, tail = xml.partition(f'<row r="{vrac.suivante}"')
    return "".join((head, *vrac.rangees, mark, tail))


def _avec_resultats(xml: str, valeurs: Mapping[str, Valeur]) -> str:
    def avec(trouve: re.Match[str]) -> str:
        cellule, attributs, formule = trouve.groups()
        valeur = valeurs[cellule]
        genre = ' t="str"' if isinstance(valeur, str) else ""
        return f'<c r="{cellule}"{attributs}{genre}>{formule}<v>{escape(str(valeur))}</v></c>'

    return _FORMULE.sub(avec, xml)
