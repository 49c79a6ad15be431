"""What to know before offering a dwelling: told beside the suggestion, never in its way."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from fluxdesk.domain.objectif_mesure import Etat
from fluxdesk.domain.parties import unite_du_flux
from fluxdesk.domain.rappel_convention import rappels_a_l_orientation
from fluxdesk.domain.vacance_longue import MOIS_USUELS, conseil_vacance_longue
from fluxdesk.services.eclairer_objectifs import eclairer_objectifs
from fluxdesk.services.lire_equite import avertir
from fluxdesk.services.premiere_location import partie_convenue
from fluxdesk.services.tenir_registre import convention_de
from fluxdesk.ui.widgets.carte import Carte

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.eclairer_objectifs import Eclairage
    from fluxdesk.services.ports import Bureau

TITRE = "À savoir (information, sans effet sur la proposition)"
_SIGNES = {Etat.ATTEINT: "✓", Etat.MANQUE: "!", Etat.INCERTAIN: "?", Etat.SANS_DONNEE: "–"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Savoir:
    """What is known of a vacancy for one party: its concertation, what to heed, objectives.

    ``convenu`` tells of a first letting that nobody is agreed for, or that was given back.
    ``rappels`` are what its convention reminds of: its publics, what it looks for.
    """

    convenu: str
    avertissements: tuple[str, ...]
    objectifs: tuple[Eclairage, ...]
    rappels: tuple[str, ...] = ()


def lire_savoir(bureau: Bureau, vacance_id: int, cle: str, mois: int = MOIS_USUELS) -> Savoir:
    """Everything the widget shows for an offer to that party; runs on the worker.

    ``mois`` is after how many months a vacancy is long.

    Raises:
        IntrouvableError: no such vacancy.
    """
    transaction = bureau.base.transaction
    with transaction() as uow:
        agreed = partie_convenue(vacance_id, uow=uow)
        key = agreed.cle if agreed and agreed.cle else cle
        reminders = _rappels(bureau, vacance_id, key, mois, uow=uow)
    return Savoir(
        convenu=agreed.phrase() if agreed and not agreed.cle else "",
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
        rappels=reminders,
    )


def _rappels(
    bureau: Bureau, vacance_id: int, cle: str, mois: int, *, uow: UnitOfWork
) -> tuple[str, ...]:
    """That it is long empty, and what the convention of the party reminds of."""
    vacance = uow.vacances.lire(vacance_id)
    logement = uow.logements.lire(vacance.logement_id)
    today = bureau.horloge.aujourd_hui()
    commune = bureau.territoires.commune(logement.commune)
    unite = unite_du_flux(vacance, logement, commune=commune, jour=today)
    convention = convention_de(cle, uow=uow)
    long_empty = conseil_vacance_longue(vacance, today, mois)
    told = rappels_a_l_orientation(convention, unite) if convention else ()
    return (*([long_empty] if long_empty else []), *told)


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
        parts += [escape(told) for told in (*savoir.rappels, *savoir.avertissements)]
        parts += [_objectif(one) for one in savoir.objectifs]
        self.texte.setText("".join(f'<p style="margin: 0 0 6px 0">{p}</p>' for p in parts))
        self.setVisible(bool(parts))


def _objectif(un: Eclairage) -> str:
    title = escape(un.titre[:1].upper() + un.titre[1:])
    head = f"<b>{_SIGNES[un.etat]} {title}</b>, cible {escape(un.cible)}"
    return f"{head} ({un.etat.value})<br>{escape(un.oui)}. {escape(un.non)}."
