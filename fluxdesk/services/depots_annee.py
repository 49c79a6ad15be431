"""The repositories of a whole year: values kept whole, one kind each, and kept files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence
    from dataclasses import Field

    from fluxdesk.domain.bilan_emis import BilanEmis
    from fluxdesk.domain.conservation import Conservation
    from fluxdesk.domain.courrier import Courrier
    from fluxdesk.domain.document import Document
    from fluxdesk.domain.examen_occupation import ExamenOccupation, RegleExamen
    from fluxdesk.domain.garantie import Garantie
    from fluxdesk.domain.modele_lettre import ModeleLettre
    from fluxdesk.domain.objectif import Objectif
    from fluxdesk.domain.photo import PhotoDepart
    from fluxdesk.domain.prevision import Prevision
    from fluxdesk.domain.programme_neuf import ProgrammeNeuf
    from fluxdesk.domain.regle_equite import RegleEquite
    from fluxdesk.domain.residence import Residence


class Fiche(Protocol):
    """A frozen value that the base numbers: 0 until recorded."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    @property
    def id(self) -> int: ...


Valeur = TypeVar("Valeur", bound=Fiche)


class Fiches(Protocol[Valeur]):
    """One kind of value."""

    def lire(self, fiche_id: int) -> Valeur:
        """Raises IntrouvableError."""
        ...

    def toutes(self) -> Sequence[Valeur]:
        """In the order entered."""
        ...

    def enregistrer(self, fiche: Valeur) -> int:
        """Insert (id 0) or overwrite; the id."""
        ...

    def retirer(self, fiche_id: int) -> None: ...


class Examens(Fiches["ExamenOccupation"], Protocol):
    """Examinations of the occupation of dwellings."""

    def du_logement(self, logement_id: int) -> Sequence[ExamenOccupation]:
        """Oldest first."""
        ...


class Documents(Protocol):
    """Kept files, by the object they belong to."""

    def deposer(self, document: Document, contenu: bytes) -> int:
        """Keep a new file, with its fingerprint and size; its id."""
        ...

    def lire(self, document_id: int) -> Document: ...
    def contenu(self, document_id: int) -> bytes: ...
    def de_l_objet(self, objet: str) -> Sequence[Document]:
        """In the order they were kept."""
        ...

    def retirer(self, document_id: int) -> None: ...


class DepotsAnnee(Protocol):
    """Those of one transaction (``depots.UnitOfWork``)."""

    @property
    def programmes(self) -> Fiches[ProgrammeNeuf]: ...
    @property
    def previsions(self) -> Fiches[Prevision]: ...
    @property
    def objectifs(self) -> Fiches[Objectif]: ...
    @property
    def modeles(self) -> Fiches[ModeleLettre]: ...
    @property
    def courriers(self) -> Fiches[Courrier]: ...
    @property
    def garanties(self) -> Fiches[Garantie]: ...
    @property
    def photos(self) -> Fiches[PhotoDepart]: ...
    @property
    def bilans(self) -> Fiches[BilanEmis]: ...
    @property
    def residences(self) -> Fiches[Residence]: ...
    @property
    def equites(self) -> Fiches[RegleEquite]: ...
    @property
    def regles_examen(self) -> Fiches[RegleExamen]: ...
    @property
    def examens(self) -> Examens: ...
    @property
    def conservations(self) -> Fiches[Conservation]: ...
    @property
    def documents(self) -> Documents: ...
