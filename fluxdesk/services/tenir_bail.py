"""The lease signed on a vacancy becomes the lease of its dwelling, and back when it is undone.

Both inside the transaction of the act that signs or reopens, and in the journal beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.bail import debut_bail, dire_bail
from fluxdesk.domain.dates import en_lettres
from fluxdesk.domain.provenance import Origine, Provenance
from fluxdesk.domain.typographie import typographier
from fluxdesk.services.actes_de_main import en_dict, lues
from fluxdesk.services.lots_du_journal import lire_json

if TYPE_CHECKING:
    from datetime import date

    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.services.depots import UnitOfWork

POSER, REPRENDRE = "bail.poser", "bail.reprendre"
CHAMP = "bail"


def poser_bail(logement_id: int, offre: Orientation, jour: date, *, uow: UnitOfWork) -> None:
    """Date the lease of the dwelling; one that is known to be later is left."""
    home = uow.logements.lire(logement_id)
    known = debut_bail(home.bail)
    if known is not None and known > jour:
        return
    before = [p for p in uow.provenances.du_logement(logement_id) if p.champ == CHAMP]
    uow.logements.noter_bail(logement_id, jour.isoformat())
    origin = Provenance(
        logement_id=logement_id,
        champ=CHAMP,
        origine=Origine.BAIL,
        detail=f"offre {offre.numero}",
        auteur=uow.auteur,
        quand=uow.maintenant,
    )
    uow.provenances.enregistrer([origin])
    uow.journal.ecrire(
        POSER,
        f"logement:{logement_id}",
        typographier(f"Bail du {en_lettres(jour)}, par l’offre {offre.numero}"),
        avant={"bail": home.bail, "provenances": [en_dict(p) for p in before]},
        apres={"bail": jour.isoformat(), "offre": offre.numero},
    )


def reprendre_bail(logement_id: int, offre: Orientation, *, uow: UnitOfWork) -> None:
    """Put back the lease that stood before this offer was signed; one changed since is left."""
    posed = [
        entry
        for entry in uow.journal.toutes()
        if (entry.action, entry.objet) == (POSER, f"logement:{logement_id}")
        and lire_json(entry.apres)["offre"] == offre.numero
    ]
    home = uow.logements.lire(logement_id)
    if not posed or home.bail != lire_json(posed[-1].apres)["bail"]:
        return
    before = lire_json(posed[-1].avant)
    uow.logements.noter_bail(logement_id, before["bail"])
    uow.provenances.retirer(logement_id, CHAMP)
    uow.provenances.enregistrer(lues(before["provenances"]))
    back = dire_bail(before["bail"]) or "date inconnue"
    uow.journal.ecrire(
        REPRENDRE,
        f"logement:{logement_id}",
        typographier(f"Bail de l’offre {offre.numero} défait : {back}"),
        avant={"bail": home.bail},
        apres={"bail": before["bail"]},
    )
