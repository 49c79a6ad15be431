"""Write the bilans of a period, a workbook, a PDF, a text and a letter for each recipient."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fluxdesk.domain.bilan_secret import regrouper
from fluxdesk.domain.periode import annuelle
from fluxdesk.domain.typographie import accorde, nom_simple
from fluxdesk.services.etablir_bilan import etablir_ensemble
from fluxdesk.services.joindre_lettre import lettre_du_bilan
from fluxdesk.services.suivre_bilans import dernier, fichiers_geles

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from fluxdesk.domain.bilan import Bilan
    from fluxdesk.domain.lettre import Lettre
    from fluxdesk.domain.periode import Periode
    from fluxdesk.services.etablir_bilan import DestinataireBilan, Ensemble
    from fluxdesk.services.ports import Bureau, Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandeBilans:
    """Which period (a year as its number), to which folder, for whom; None = every recipient.

    ``destinataires`` are keys (``prefecture``, ``reservataire:3``, ``epci:242010056``, ``cil``).
    ``seuil`` above 0 regroups the rows of fewer households (``domain.bilan_secret``).
    """

    periode: int | Periode
    dossier: Path
    destinataires: Sequence[str] | None = None
    seuil: int = 0

    @property
    def quand(self) -> Periode:
        """The period."""
        return annuelle(self.periode) if isinstance(self.periode, int) else self.periode


def editer_bilans(
    commande: CommandeBilans, *, bureau: Bureau, progress: Progress
) -> tuple[Path, ...]:
    """Write the files, in the order of the recipients; the paths written.

    A bilan that was approved or sent is written as it was frozen, byte for byte.

    Raises:
        DestinataireInconnuError: no recipient of that key.
        AnnuleError: stopped on the way; what was written is taken away.
    """
    made = etablir_ensemble(
        commande.quand, uow=bureau.base.transaction(), territoires=bureau.territoires
    )
    wanted = (
        made.destinataires
        if commande.destinataires is None
        else tuple(made.destinataire(cle) for cle in commande.destinataires)
    )
    commande.dossier.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    try:
        for done, who in enumerate(wanted):
            progress(done, len(wanted), who.nom)
            written += _ecrire(commande, made, who, bureau=bureau, deja=written)
        progress(len(wanted), len(wanted))
    except BaseException:
        for path in written:
            path.unlink(missing_ok=True)
        raise
    _noter(commande.quand, len(wanted), bureau=bureau)
    return tuple(written)


def _ecrire(
    commande: CommandeBilans,
    ensemble: Ensemble,
    qui: DestinataireBilan,
    *,
    bureau: Bureau,
    deja: Sequence[Path],
) -> list[Path]:
    """The files of one recipient: those kept if it is frozen, else written now."""
    with bureau.base.transaction() as uow:
        sent = dernier(commande.quand, qui.cle, uow=uow)
        if sent is not None:
            return _recopier(fichiers_geles(sent, uow=uow), commande.dossier)
        today = bureau.horloge.aujourd_hui()
        bilan = replace(ensemble.bilan(qui), etabli=today)
        letter = lettre_du_bilan(
            bilan,
            jour=today,
            uow=uow,
            territoires=bureau.territoires,
        )
    if commande.seuil:
        bilan = regrouper(bilan, commande.seuil)
    name = nom_de_bilan(commande.quand, qui.nom)
    if any(path.name == f"{name}.pdf" for path in deja):  # two names that fold to the same
        name = f"{name} {nom_simple(qui.cle)}"
    return list(ecrire_fichiers(bilan, letter, commande.dossier / name, bureau=bureau))


def _recopier(fichiers: Sequence[tuple[str, bytes]], dossier: Path) -> list[Path]:
    """The frozen files, byte for byte."""
    made = []
    for name, content in fichiers:
        made.append(dossier / name)
        made[-1].write_bytes(content)
    return made


def ecrire_fichiers(
    bilan: Bilan, lettre: Lettre, racine: Path, *, bureau: Bureau
) -> Iterator[Path]:
    """The files of one bilan and its letter; ``racine`` is their folder and name without suffix."""
    writers = (
        (bureau.ecrire_bilan_xlsx, ".xlsx"),
        (bureau.ecrire_bilan_pdf, ".pdf"),
        (bureau.ecrire_bilan_csv, ".csv"),
    )
    for write, suffix in writers:
        target = racine.with_name(f"{racine.name}{suffix}")
        write(bilan, target)
        yield target
    target = racine.with_name(f"{racine.name} lettre.pdf")
    bureau.ecrire_lettre(lettre, target)
    yield target


def _noter(periode: Periode, combien: int, *, bureau: Bureau) -> None:
    with bureau.base.transaction() as uow:
        uow.journal.ecrire(
            "bilan.editer",
            f"bilan:{periode.code}",
            f"Bilan {periode.nom} édité pour {accorde(combien, 'destinataire')}",
        )
        uow.valider()


def nom_de_bilan(periode: Periode, destinataire: str, version: int = 1) -> str:
    """File name without suffix, safe on every system: ``Bilan 2026 Prefecture``."""
    mark = f" rectificatif {version - 1}" if version > 1 else ""
    return f"Bilan {periode.code} {nom_simple(destinataire)}{mark}"
