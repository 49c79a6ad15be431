"""The crossed table of a bilan as text, for the reader's own spreadsheet (ports.RedacteurBilan)."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from fluxdesk.adapters.disk.sortie import poser
from fluxdesk.adapters.sheets.bilan_feuilles import CROISEMENT, MESURES, croisement
from fluxdesk.adapters.sheets.rejeu_csv import texte_inerte
from fluxdesk.domain.bilan_controles import mesures

if TYPE_CHECKING:
    from pathlib import Path

    from fluxdesk.domain.bilan import Bilan


def ecrire_bilan_csv(bilan: Bilan, cible: Path) -> None:
    """Write the rows with ``;``, UTF-8 with BOM and CRLF: a French Excel opens it by a click.

    Raises:
        EcritureError: the file cannot be written there.
    """
    poser(cible, bilan_en_octets(bilan))


def bilan_en_octets(bilan: Bilan) -> bytes:
    """The text itself; period and recipient on each row, so that files can be put together."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(("Période", "Destinataire", *CROISEMENT, *MESURES))
    for ligne in bilan.lignes:
        words = (bilan.periode.code, bilan.destinataire, *croisement(ligne))
        writer.writerow((*map(texte_inerte, words), *mesures([ligne])))
    return text.getvalue().encode("utf-8-sig")
