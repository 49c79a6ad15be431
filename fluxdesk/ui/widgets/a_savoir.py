"""What to know before offering a dwelling: told beside the suggestion, never in its way."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from fluxdesk.domain.objectif_mesure import Etat
from fluxdesk.domain.parties import comptent_le_neuf, unite_du_flux
from fluxdesk.domain.rappel_convention import rappels_a_l_orientation
from fluxdesk.domain.vacance_longue import MOIS_USUELS, conseil_vacance_longue
from fluxdesk.services.eclairer_objectifs import eclairer_objectifs
from fluxdesk.services.lire_equite import avertir
from fluxdesk.services.premiere_location import partie_convenue
from fluxdesk.services.suggerer_orientation import convention_de
from fluxdesk.services.tenir_registre import lire_parties
from fluxdesk.ui.widgets.carte import Carte

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fluxdesk.domain.flux.parties import Unite
    from fluxdesk.domain.vacance import Vacance
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.eclairer_objectifs import Eclairage
    from fluxdesk.services.ports import Bureau

TITRE = "À savoir (information, sans effet sur la proposition)"
_SIGNES = {Etat.ATTEINT: "✓", Etat.MANQUE: "!", Etat.INCERTAIN: "?", Etat.SANS_DONNEE: "–"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Savoir:
    """What is known of a vacancy for one party: its concertation, what to heed, objectives.

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
        counting = _comptent(bureau, vacance_id, uow=uow) if agreed else ()
    return Savoir(
        convenu=agreed.phrase(counting) if agreed else "",
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
    vacance, unite = _vue(bureau, vacance_id, uow=uow)
    convention = convention_de(cle, uow=uow)
    long_empty = conseil_vacance_longue(vacance, unite.jour, mois)
    told = rappels_a_l_orientation(convention, unite) if convention else ()
    return (*([long_empty] if long_empty else []), *told)


def _comptent(bureau: Bureau, vacance_id: int, *, uow: UnitOfWork) -> tuple[str, ...]:
    """Whose due a first letting opens."""
    _, unite = _vue(bureau, vacance_id, uow=uow)
    return comptent_le_neuf(lire_parties(uow=uow), unite)


def _vue(bureau: Bureau, vacance_id: int, *, uow: UnitOfWork) -> tuple[Vacance, Unite]:
    """The vacancy, and its dwelling as the ledger would see it today."""
    vacance = uow.vacances.lire(vacance_id)
    logement = uow.logements.lire(vacance.logement_id)
    commune = bureau.territoires.commune(logement.commune)
    today = bureau.horloge.aujourd_hui()
    return vacance, unite_du_flux(vacance, logement, commune=commune, jour=today)


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
