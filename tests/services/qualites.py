"""Acts by hand on the patrimoine, for the tests of its quality."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from fluxdesk.services.annuler_action import annuler_action
from fluxdesk.services.corriger_lot import Correction, corriger_lot
from fluxdesk.services.marquer_sortis import (
    CauseSortie,
    Sortie,
    marquer_sortis,
)
from fluxdesk.services.mesurer_qualite import mesurer_qualite
from tests.services.monde import HORLOGE, TERRITOIRES

if TYPE_CHECKING:
    from fluxdesk.domain.logement import Logement
    from fluxdesk.domain.provenance import Origine
    from fluxdesk.domain.qualite import Qualite
    from fluxdesk.services.corriger_lot import CorrectionFaite
    from tests.services.memoire import HorlogeFixe, MemoireUow

QUAND = HORLOGE.maintenant()


def plat(texte: str) -> str:
    return texte.replace("\u00a0", " ")


def mesurer(uow: MemoireUow, horloge: HorlogeFixe = HORLOGE) -> Qualite:
    return mesurer_qualite(uow=uow, horloge=horloge, territoires=TERRITOIRES)


def corriger(
    uow: MemoireUow, ids: list[int], champ: str, texte: str | None, motif: str = "visite"
) -> CorrectionFaite:
    return corriger_lot(
        ids,
        Correction(champ=champ, texte=texte, motif=motif),
        uow=uow,
        horloge=HORLOGE,
        territoires=TERRITOIRES,
    )


def logements(uow: MemoireUow) -> list[Logement]:
    with uow:
        return list(uow.logements.tous())


def provenances(uow: MemoireUow) -> list[tuple[int, str, Origine]]:
    with uow:
        return [(p.logement_id, p.champ, p.origine) for p in uow.provenances.toutes()]


def annuler_dernier(uow: MemoireUow) -> str:
    with uow:
        last = list(uow.journal.toutes())[-1]
    return annuler_action(last.numero, motif="erreur", transaction=lambda: uow)


# --- the measure ------------------------------------------------------------------------------


def sortir(uow: MemoireUow, ids: list[int], sortie: Sortie) -> int:
    return marquer_sortis(ids, sortie, uow=uow, horloge=HORLOGE).sortis


VENTE = Sortie(cause=CauseSortie.VENTE, jour=date(2026, 3, 1))
