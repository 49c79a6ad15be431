"""Tables of reference as they are in force on a day: their editions, their lines, their values."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.plafonds_logement import DEPARTEMENTS_IDF
from fluxdesk.domain.quartile import SeuilQuartile
from fluxdesk.domain.referentiel import CUMULES, GenreReferentiel, lignes_en_vigueur
from fluxdesk.domain.referentiel_grilles import GRILLES
from fluxdesk.domain.referentiel_livre import editions_livrees
from fluxdesk.domain.referentiel_valeurs import IDF
from fluxdesk.domain.typographie import plie
from fluxdesk.services.territoires_base import livre_de

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from fluxdesk.domain.referentiel import TableReferentiel
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.ports import Territoires

_ANNEE_QPV_2024 = 2024


class GenreInconnuError(FluxDeskError):
    """No table bears that name."""

    def __init__(self, texte: str) -> None:
        named = ", ".join(f"« {genre.value} »" for genre in GenreReferentiel)
        super().__init__(f"« {texte} » n’est pas un référentiel. Choisissez parmi : {named}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionRow:
    """One edition of a table. ``livree`` comes with FluxDesk; ``a_venir`` is not in force yet."""

    effet: date
    source: str
    lignes: int
    livree: bool
    en_vigueur: bool
    a_venir: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferentielRow:
    """A table: how many lines are in force, and its editions, newest first."""

    genre: GenreReferentiel
    titre: str
    provenance: str
    lignes: int
    cumule: bool
    editions: tuple[EditionRow, ...]

    @property
    def courante(self) -> EditionRow | None:
        """The edition in force; None where there is none."""
        return next((edition for edition in self.editions if edition.en_vigueur), None)

    @property
    def retirable(self) -> EditionRow | None:
        """The last edition that an officer brought; None where there is none."""
        return next((edition for edition in self.editions if not edition.livree), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class LigneVue:
    """One line of a table in force."""

    cle: str
    colonnes: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quartier:
    """A priority district in one of the two perimeters; ``effet`` is the day of the list read."""

    genre: GenreReferentiel
    code: str
    nom: str
    effet: date
    source: str


def lire_genre(texte: str) -> GenreReferentiel:
    """The table of that name, case, accents, hyphens and underscores folded.

    Raises:
        GenreInconnuError: no such table.
    """
    wanted = _nom(texte)
    found = [genre for genre in GenreReferentiel if _nom(genre.value).startswith(wanted)]
    exact = [genre for genre in found if _nom(genre.value) == wanted]
    if not wanted or len(exact or found) != 1:
        raise GenreInconnuError(texte)
    return (exact or found)[0]


def _nom(texte: str) -> str:
    return plie(texte.replace("-", " ").replace("_", " "))


def lister_referentiels(
    *, uow: UnitOfWork, territoires: Territoires, jour: date
) -> tuple[ReferentielRow, ...]:
    """Every table and its editions."""
    with uow:
        return tuple(
            _row(genre, editions(genre, uow=uow, territoires=territoires), jour)
            for genre in GenreReferentiel
        )


def _row(
    genre: GenreReferentiel, editions_lues: Sequence[TableReferentiel], jour: date
) -> ReferentielRow:
    current = [table for table in editions_lues if table.effet <= jour][-1:]
    rows = [
        EditionRow(
            effet=table.effet,
            source=table.source,
            lignes=len(table.lignes),
            livree=not table.id,
            en_vigueur=table in current,
            a_venir=table.effet > jour,
        )
        for table in reversed(editions_lues)
    ]
    return ReferentielRow(
        genre=genre,
        titre=GRILLES[genre].titre,
        provenance=GRILLES[genre].provenance,
        lignes=len(lignes_en_vigueur(genre, editions_lues, jour)),
        cumule=genre in CUMULES,
        editions=tuple(rows),
    )


def editions(
    genre: GenreReferentiel, *, uow: UnitOfWork, territoires: Territoires
) -> tuple[TableReferentiel, ...]:
    """The editions of a table inside an open transaction, oldest first, shipped ones too."""
    shipped = editions_livrees(genre, livre_de(territoires).communes())
    return tuple(sorted((*shipped, *uow.referentiels.toutes(genre)), key=lambda t: t.effet))


def voir_referentiel(
    genre: GenreReferentiel, *, uow: UnitOfWork, territoires: Territoires, jour: date
) -> tuple[LigneVue, ...]:
    """The lines in force that day, by key."""
    with uow:
        lines = lignes_en_vigueur(genre, editions(genre, uow=uow, territoires=territoires), jour)
    return tuple(LigneVue(cle=key, colonnes=lines[key]) for key in sorted(lines))


def chercher(lignes: Sequence[LigneVue], texte: str) -> tuple[LigneVue, ...]:
    """The lines whose key or values hold every word, case and accents folded."""
    words = plie(texte).split()
    if not words:
        return tuple(lignes)
    told = ((line, plie(" ".join((line.cle, *line.colonnes.values())))) for line in lignes)
    return tuple(line for line, said in told if all(word in said for word in words))


def quartiers(code: str, *, uow: UnitOfWork) -> tuple[Quartier, ...]:
    """What the perimeters of 2015 and of 2024 say of a district, inside an open transaction."""
    wanted = code.strip().upper()
    tables = (
        table
        for genre in (GenreReferentiel.QPV_2015, GenreReferentiel.QPV_2024)
        for table in uow.referentiels.toutes(genre)[-1:]
    )
    return tuple(
        Quartier(
            genre=table.genre,
            code=wanted,
            nom=table.lignes[wanted]["nom"],
            effet=table.effet,
            source=table.source,
        )
        for table in tables
        if wanted in table.lignes
    )


def communes_en_qpv(jour: date, *, uow: UnitOfWork) -> frozenset[str] | None:
    """Communes that hold a part of a priority district that day; None where no list was brought.

    Inside an open transaction.
    The perimeters of 2024 replaced those of 2015 on 1 January 2024 (formats.md §3).
    """
    new = jour.year >= _ANNEE_QPV_2024
    genre = GenreReferentiel.QPV_2024 if new else GenreReferentiel.QPV_2015
    table = uow.referentiels.au(genre, jour)
    if table is None:
        return None
    codes = (code for line in table.lignes.values() for code in line["communes"].split(","))
    return frozenset(filter(None, codes))


def seuil_quartile(epci: str, departement: str, jour: date, *, uow: UnitOfWork) -> Decimal | None:
    """Yearly income per consumption unit of the first quartile; None where it is not known."""
    with uow:
        found = seuil_en_vigueur(epci, departement, jour, uow=uow)
    return found.euros if found else None


def seuil_en_vigueur(
    epci: str, departement: str, jour: date, *, uow: UnitOfWork
) -> SeuilQuartile | None:
    """The threshold of the first quartile with its day, inside an open transaction.

    One threshold holds for the whole of Île-de-France (formats.md §2.4).
    """
    table = uow.referentiels.au(GenreReferentiel.QUARTILE, jour)
    if table is None:
        return None
    line = table.lignes.get(epci)
    if line is None and departement in DEPARTEMENTS_IDF:
        line = table.lignes.get(IDF)
    return SeuilQuartile(euros=Decimal(line["seuil"]), effet=table.effet) if line else None
