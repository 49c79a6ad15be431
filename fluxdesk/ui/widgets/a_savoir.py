"""What to know before offering a dwelling: told beside the suggestion, never in its way."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from fluxdesk.domain.objectif_mesure import Etat
from fluxdesk.services.eclairer_objectifs import eclairer_objectifs
from fluxdesk.services.lire_equite import avertir
from fluxdesk.services.premiere_location import partie_convenue
from fluxdesk.ui.widgets.carte import Carte

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fluxdesk.services.eclairer_objectifs import Eclairage
    from fluxdesk.services.ports import Bureau

TITRE = "À savoir (information, sans effet sur la proposition)"
_SIGNES = {Etat.ATTEINT: "✓", Etat.MANQUE: "!", Etat.INCERTAIN: "?", Etat.SANS_DONNEE: "–"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Savoir:
    """What is known of a vacancy for one party: its concertation, what to heed, objectives."""

    convenu: str
    avertissements: tuple[str, ...]
    objectifs: tuple[Eclairage, ...]


def lire_savoir(bureau: Bureau, vacance_id: int, cle: str) -> Savoir:
    """Everything the widget shows for an offer to that party; runs on the worker.

    Raises:
        IntrouvableError: no such vacancy.
    """
    transaction = bureau.base.transaction
    with transaction() as uow:
        agreed = partie_convenue(vacance_id, uow=uow)
    key = agreed.cle if agreed and agreed.cle else cle
    return Savoir(
        convenu=agreed.phrase() if agreed else "",
        avertissements=avertir(
            vacance_id,
            key,
            uow=transaction(),
            horloge=bureau.horloge,
            territoires=bureau.territoires,
        ),
        objectifs=eclairer_objectifs(
            vacance_id,
            key,
            uow=transaction(),
            horloge=bureau.horloge,
            territoires=bureau.territoires,
        ),
    )


class ASavoir(Carte):
    """Hidden where there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(TITRE, parent)
        self.texte = QLabel()
        self.texte.setWordWrap(True)
        self.texte.setTextFormat(Qt.TextFormat.RichText)
        self.texte.setContentsMargins(16, 10, 16, 12)
        self.texte.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.corps.addWidget(self.texte)
        self.hide()

    def montrer(self, savoir: Savoir) -> None:
        """Say all of it."""
        parts = [f"<b>{escape(savoir.convenu)}</b>"] if savoir.convenu else []
        parts += [escape(told) for told in savoir.avertissements]
        parts += [_objectif(one) for one in savoir.objectifs]
        self.texte.setText("".join(f'<p style="margin: 0 0 6px 0">{p}</p>' for p in parts))
        self.setVisible(bool(parts))


def _objectif(un: Eclairage) -> str:
    title = escape(un.titre[:1].upper() + un.titre[1:])
    head = f"<b>{_SIGNES[un.etat]} {title}</b>, cible {escape(un.cible)}"
    return f"{head} ({un.etat.value})<br>{escape(un.oui)}. {escape(un.non)}."
