"""What is only ever added to: the events of the flux and the journal, of one session."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Final

from sqlalchemy import func, select

from fluxdesk.adapters.db.records import JournalRecord
from fluxdesk.adapters.db.records_flux import EvenementRecord
from fluxdesk.adapters.db.texte import plier
from fluxdesk.adapters.db.valeurs import en_json, lire_unite
from fluxdesk.domain.echec import Responsable
from fluxdesk.domain.flux.evenements import (
    Annulation,
    Carence,
    Decompte,
    Presentation,
    Refus,
    Service,
)
from fluxdesk.domain.flux.parties import EvenementDecompte
from fluxdesk.domain.journal import GENESE, EntreeJournal, empreinte

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sqlalchemy import Row
    from sqlalchemy.orm import Session

    from fluxdesk.adapters.db.depot import Estampille
    from fluxdesk.domain.flux.evenements import (
        Evenement,
    )

_ENTETE = ("numero", "quand", "auteur", "action", "objet", "libelle")
_SUITE = ("avant", "apres", "motif", "precedent", "empreinte")


class SqlEvenements:
    """Satisfies ``ports.EvenementsFlux``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def tous(self) -> Sequence[Evenement]:
        """In order of number."""
        return self.depuis(0)

    def depuis(self, numero: int) -> Sequence[Evenement]:
        """Those after that number, in order; read as rows: there may be a hundred thousand."""
        query = _LUS.where(EvenementRecord.numero > numero)
        return tuple(map(_evenement, self._session.execute(query)))

    def prochain_numero(self) -> int:
        """The number of the next event."""
        return (self._session.scalar(select(func.max(EvenementRecord.numero))) or 0) + 1

    def ajouter(self, evenement: Evenement, orientation_id: int | None = None) -> None:
        """Add one event."""
        record = EvenementRecord(
            numero=evenement.numero,
            genre=type(evenement).__name__.lower(),
            orientation_id=orientation_id,
            unite_cle="",
            partie="",
            unite="",
        )
        match evenement:
            case Presentation(unite=unite):
                record.unite_cle, record.unite = unite.cle, en_json(unite)
            case Annulation(annule=number):
                record.annule = number
            case Decompte(etape=step):
                record.unite_cle, record.partie = evenement.unite_cle, evenement.partie
                record.etape = step.value
            case Refus(par=owner) if owner is not Responsable.RESERVATAIRE:
                record.unite_cle, record.partie = evenement.unite_cle, evenement.partie
                record.etape = owner.value
            case Service() | Refus() | Carence():
                record.unite_cle, record.partie = evenement.unite_cle, evenement.partie
        self._session.add(record)
        self._session.flush()

    def de_l_orientation(self, orientation_id: int) -> Sequence[Evenement]:
        """The events that an offer brought."""
        query = _LUS.where(EvenementRecord.orientation_id == orientation_id)
        return tuple(map(_evenement, self._session.execute(query)))


_LUS: Final = select(
    EvenementRecord.numero,
    EvenementRecord.genre,
    EvenementRecord.unite_cle,
    EvenementRecord.partie,
    EvenementRecord.unite,
    EvenementRecord.annule,
    EvenementRecord.etape,
).order_by(EvenementRecord.numero)
_REPONSES: Final[Mapping[str, type[Service | Refus | Carence]]] = {
    "service": Service,
    "refus": Refus,
    "carence": Carence,
}


def _evenement(row: Row[int, str, str, str, str, int | None, str]) -> Evenement:
    number, kind, unite, partie, whole, cancelled, step = row
    if kind == "presentation":
        return Presentation(number, lire_unite(whole))
    if kind == "annulation":
        return Annulation(number, cancelled or 0)
    if kind == "decompte":
        return Decompte(number, unite, partie, EvenementDecompte(step))
    if step:  # a failure that is not the réservataire's
        return Refus(number, unite, partie, Responsable(step))
    return _REPONSES[kind](number, unite, partie)


class SqlJournal:
    """Satisfies ``ports.Journal``."""

    def __init__(self, session: Session, estampille: Estampille) -> None:
        self._session = session
        self._estampille = estampille

    def ecrire(
        self,
        action: str,
        objet: str,
        libelle: str,
        *,
        avant: object = None,
        apres: object = None,
        motif: str = "",
    ) -> None:
        """Add one entry, chained to the one before."""
        latest = select(JournalRecord.numero, JournalRecord.empreinte)
        last = self._session.execute(latest.order_by(JournalRecord.numero.desc()).limit(1)).first()
        entree = EntreeJournal(
            numero=last.numero + 1 if last else 1,
            quand=self._estampille.maintenant(),
            auteur=self._estampille.auteur,
            action=action,
            objet=objet,
            libelle=libelle,
            avant=en_json(avant),
            apres=en_json(apres),
            motif=motif,
            precedent=last.empreinte if last else GENESE,
        )
        entree = replace(entree, empreinte=empreinte(entree))
        said = (entree.libelle, entree.auteur, entree.action, entree.objet, entree.motif)
        record = JournalRecord(**asdict(entree), recherche=plier(" ".join(said)))
        self._session.add(record)
        self._session.flush()
        self._session.expunge(record)  # nobody changes it: no use keeping it in memory

    def toutes(self) -> Iterator[EntreeJournal]:
        """Every entry, oldest first."""
        columns = [JournalRecord.__table__.c[name] for name in (*_ENTETE, *_SUITE)]
        query = select(*columns).order_by(JournalRecord.numero)
        for row in self._session.execute(query):
            yield EntreeJournal(**row._mapping)  # noqa: SLF001 - its public name
