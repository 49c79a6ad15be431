"""What the page Bilans reads on the worker: a period, its recipients, one of their bilans."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxdesk.domain.bilan_emis import EtatBilan
from fluxdesk.domain.clauses import RythmeBilan
from fluxdesk.domain.periode import annuelle, periodes
from fluxdesk.services.etablir_bilan import etablir_ensemble
from fluxdesk.services.suivre_bilans import derniers, differences
from fluxdesk.services.verifier_bilan import verifier_bilan
from fluxdesk.ui.models.bilans import LigneDestinataire
from fluxdesk.ui.phrases import compte

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from fluxdesk.domain.bilan import Bilan
    from fluxdesk.domain.bilan_emis import BilanEmis
    from fluxdesk.domain.periode import Periode
    from fluxdesk.services.etablir_bilan import Ensemble
    from fluxdesk.services.ports import Bureau
    from fluxdesk.services.verifier_bilan import PointAVerifier

FEVRIER = 2


@dataclass(frozen=True, slots=True)
class LuBilans:
    """The years there are, the period shown and its recipients; no ensemble without any year.

    ``seuil`` is the one of the bilan approved last: small cells stay regrouped as they were.
    """

    annees: tuple[int, ...]
    periode: Periode | None
    jour: date
    ensemble: Ensemble | None
    lignes: tuple[LigneDestinataire, ...]
    seuil: int = 0

    @property
    def attendus(self) -> int:
        """How many recipients are owed it."""
        return sum(1 for row in self.lignes if row.attendu)


@dataclass(frozen=True, slots=True)
class LuDestinataire:
    """One bilan, what to look at before it is sent, what changed since it was."""

    ligne: LigneDestinataire
    bilan: Bilan
    points: tuple[PointAVerifier, ...]
    ecarts: tuple[str, ...]


def lire_bilans(bureau: Bureau, periode: Periode | None) -> LuBilans:
    """Read the recipients of a period, the year that is due when it is None."""
    years = tuple(bureau.base.lectures.annees_de_bilan())
    today = bureau.horloge.aujourd_hui()
    if not years:
        return LuBilans((), None, today, None, ())
    shown = periode if periode and periode.annee in years else annuelle(annee_due(years, today))
    made = etablir_ensemble(shown, uow=bureau.base.transaction(), territoires=bureau.territoires)
    with bureau.base.transaction() as uow:
        sent = derniers(shown, uow=uow)
        approved = max(uow.bilans.toutes(), key=lambda e: e.id, default=None)
    rows = tuple(
        LigneDestinataire(destinataire=d, emis=sent.get(d.cle), attendu=made.attendu(d, shown))
        for d in made.destinataires
    )
    return LuBilans(years, shown, today, made, rows, approved.seuil if approved else 0)


def lire_destinataire(
    bureau: Bureau, ensemble: Ensemble, ligne: LigneDestinataire
) -> LuDestinataire:
    """Read one bilan and its check list."""
    bilan = ensemble.bilan(ligne.destinataire)
    today = bureau.horloge.aujourd_hui()
    points = verifier_bilan(
        bilan, jour=today, uow=bureau.base.transaction(), territoires=bureau.territoires
    )
    return LuDestinataire(ligne, bilan, points, _ecarts(ligne.emis, bilan))


def _ecarts(emis: BilanEmis | None, bilan: Bilan) -> tuple[str, ...]:
    """What a rectificatif would list; an approved bilan is made anew instead."""
    if emis is None or emis.etat is EtatBilan.A_VERIFIER:
        return ()
    return differences(emis, bilan)


def annee_due(annees: Sequence[int], jour: date) -> int:
    """The year to prepare: last year until its deadline, else the newest one."""
    last = jour.year - 1
    return last if jour.month <= FEVRIER and last in annees else annees[0]


def periodes_offertes(annee: int) -> tuple[Periode, ...]:
    """The whole year, then its halves, quarters and months."""
    return tuple(period for rhythm in RythmeBilan for period in periodes(annee, rhythm))


def echeance_du_bilan(periode: Periode, jour: date, attendus: int = 0) -> str:
    """The legal deadline of the bilan of a year, and that a running period is not final."""
    running = "Provisoire, la période n’est pas finie" if jour <= periode.fin else ""
    if not periode.entiere:
        owed = f"dû à {compte(attendus, 'réservataire')}" if attendus else "aucun n’est dû"
        told = f"point intermédiaire, au rythme de la convention\u00a0: {owed}"
        return _a_la_suite(running, told)
    due = f"à transmettre avant le 28 février {periode.annee + 1} (CCH, art. R441-5-1)"
    return _a_la_suite(running, due)


def _a_la_suite(debut: str, suite: str) -> str:
    """Two parts of one sentence, of which the first may be empty."""
    return f"{debut}\u00a0; {suite}" if debut else f"{suite[0].upper()}{suite[1:]}"
