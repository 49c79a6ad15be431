"""Approve the bilans of a period: their exact files and figures are kept for good."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from fluxdesk.domain.bilan_secret import regrouper
from fluxdesk.services.editer_bilans import ecrire_fichiers, nom_de_bilan
from fluxdesk.services.etablir_bilan import etablir_ensemble
from fluxdesk.services.joindre_lettre import lettre_du_bilan
from fluxdesk.services.suivre_bilans import Gel, dernier, geler, version_suivante

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from fluxdesk.domain.bilan import Bilan
    from fluxdesk.domain.bilan_emis import BilanEmis
    from fluxdesk.domain.lettre import Lettre
    from fluxdesk.domain.periode import Periode
    from fluxdesk.services.ports import Bureau, Progress


def approuver_bilans(
    periode: Periode, cles: Sequence[str], *, bureau: Bureau, progress: Progress, seuil: int = 0
) -> tuple[BilanEmis, ...]:
    """Freeze the bilans of these recipients, all of them or none.

    One that was sent already gets a rectificatif, with its differences listed cell by cell.
    The files regroup the cells under ``seuil``, if it is above 0; the figures kept do not.

    Raises:
        DestinataireInconnuError: no recipient of that key.
        BilanDejaApprouveError: one is approved and not sent yet.
        BilanInchangeError: one was sent, and nothing changed since.
        AnnuleError: stopped on the way; nothing was kept.
    """
    made = etablir_ensemble(periode, uow=bureau.base.transaction(), territoires=bureau.territoires)
    bilans = [made.bilan(made.destinataire(cle)) for cle in cles]
    today = bureau.horloge.aujourd_hui()
    kept = []
    with bureau.base.transaction() as uow:
        for done, bilan in enumerate(bilans):
            progress(done, len(bilans), bilan.destinataire)
            following = version_suivante(dernier(periode, bilan.cle, uow=uow), bilan)
            name = nom_de_bilan(periode, bilan.destinataire, following.version)
            shown = _montre(bilan, following, seuil=seuil, jour=today)
            letter = lettre_du_bilan(shown, jour=today, uow=uow, territoires=bureau.territoires)
            gel = Gel(bilan=bilan, fichiers=_fichiers(shown, letter, name, bureau=bureau))
            kept.append(geler(replace(following, seuil=seuil), gel, jour=today, uow=uow))
        progress(len(bilans), len(bilans))
        uow.valider()
    return tuple(kept)


def _montre(bilan: Bilan, emis: BilanEmis, *, seuil: int, jour: date) -> Bilan:
    """The bilan as it is sent; what changed would tell the small cells that are regrouped."""
    shown = replace(bilan, version=emis.version, changements=emis.differences, etabli=jour)
    return replace(regrouper(shown, seuil), changements=()) if seuil else shown


def _fichiers(bilan: Bilan, lettre: Lettre, nom: str, *, bureau: Bureau) -> dict[str, bytes]:
    """The bytes of its files, by name."""
    with TemporaryDirectory() as folder:
        written = ecrire_fichiers(bilan, lettre, Path(folder) / nom, bureau=bureau)
        return {path.name: path.read_bytes() for path in written}
