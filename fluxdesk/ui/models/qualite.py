"""Rows of the quality of the patrimoine: what to look at, programmes, fields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxdesk.domain.qualite import CHAMPS_NOTES, FICHES, GenreAlerte, ScoreChamp, note
from fluxdesk.domain.typographie import typographier
from fluxdesk.ui.models.lignes import Colonne, ModeleLignes
from fluxdesk.ui.phrases import milliers

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from PySide6.QtCore import QObject

    from fluxdesk.domain.qualite import Qualite
    from fluxdesk.services.marquer_sortis import Absents

BASE = "Toute la base"
SANS_NOM = "Sans résidence"


@dataclass(frozen=True, slots=True, kw_only=True)
class LigneAlerte:
    """A kind of alert; ``nombre`` is None where it could not be looked for."""

    titre: str
    champ: str
    conseil: str
    nombre: int | None
    logements: Sequence[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class LigneProgramme:
    """A programme, or the whole base, with its scores."""

    nom: str
    commune: str
    logements: int
    alertes: int
    champs: tuple[ScoreChamp, ...]


class AlertesModel(ModeleLignes[LigneAlerte]):
    """What there is to look at, and on how many dwellings."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(
            (
                Colonne(
                    titre="À regarder", texte=lambda row: row.titre, dit=lambda row: row.conseil
                ),
                Colonne(
                    titre="Logements",
                    texte=lambda row: "—" if row.nombre is None else milliers(row.nombre),
                    tri=lambda row: row.nombre,
                    nombre=True,
                    dit=lambda row: row.conseil if row.nombre is None else None,
                ),
            ),
            parent,
        )


class ProgrammesModel(ModeleLignes[LigneProgramme]):
    """The base, then each programme."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(
            (
                Colonne(titre="Programme", texte=lambda row: row.nom, dit=lambda row: row.nom),
                Colonne(titre="Commune", texte=lambda row: row.commune),
                Colonne(
                    titre="Logements",
                    texte=lambda row: milliers(row.logements),
                    tri=lambda row: row.logements,
                    nombre=True,
                ),
                Colonne(
                    titre="Alertes",
                    texte=lambda row: milliers(row.alertes),
                    tri=lambda row: row.alertes,
                    nombre=True,
                ),
                Colonne(
                    titre="Plausible",
                    texte=lambda row: pour_cent(note(row.champs)),
                    tri=lambda row: note(row.champs),
                    nombre=True,
                    titre_complet="Part des valeurs présentes et sans alerte",
                ),
            ),
            parent,
        )


class ChampsModel(ModeleLignes[ScoreChamp]):
    """Each field: complete, plausible, confirmed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(
            (
                Colonne(titre="Champ", texte=lambda row: CHAMPS_NOTES[row.champ]),
                _part("Complet", "Valeurs présentes", "complets"),
                _part("Plausible", "Valeurs présentes et sans alerte", "plausibles"),
                _part("Confirmé", "Valeurs saisies ou confirmées à la main", "confirmes"),
            ),
            parent,
        )


def _part(titre: str, complet: str, nom: str) -> Colonne[ScoreChamp]:
    def dire(row: ScoreChamp) -> str:
        return f"{milliers(getattr(row, nom))} sur {milliers(row.total)}"

    return Colonne(
        titre=titre,
        texte=lambda row: pour_mille_dit(getattr(row, nom), row.total),
        tri=lambda row: getattr(row, nom),
        nombre=True,
        titre_complet=complet,
        dit=dire,
    )


def pour_cent(part: Fraction) -> str:
    """``93,2 %``, rounded down: only what is whole is said to be 100 %."""
    return pour_mille_dit(part.numerator, part.denominator)


def pour_mille_dit(nombre: int, total: int) -> str:
    """The same of a count; a dash where there is nothing to count."""
    if not total:
        return "—"
    rate = nombre * 1000 // total
    return f"{rate // 10},{rate % 10}\u00a0%"


def lignes_alertes(qualite: Qualite, absents: Absents) -> tuple[LigneAlerte, ...]:
    """Every kind, then the dwellings that the last file does not hold."""
    found = [_ligne(qualite, genre) for genre in GenreAlerte]
    if absents.logements:
        found.append(
            LigneAlerte(
                titre="Absents du dernier fichier",
                champ="etat",
                conseil=typographier(
                    f"Le fichier « {absents.fichier} »{_couvrant(absents)} ne les contient pas. "
                    "Vendus ou démolis, marquez-les sortis ; FluxDesk n’en retire jamais de "
                    "lui-même."
                ),
                nombre=len(absents.logements),
                logements=absents.logements,
            )
        )
    return tuple(found)


def _couvrant(absents: Absents) -> str:
    return f", qui couvre {absents.perimetre}," if absents.perimetre else ""


def _ligne(qualite: Qualite, genre: GenreAlerte) -> LigneAlerte:
    found = qualite.logements_de(genre)
    lacks = qualite.non_mesurees.get(genre)
    return LigneAlerte(
        titre=FICHES[genre].titre,
        champ=FICHES[genre].champ,
        conseil=typographier(lacks or FICHES[genre].conseil),
        nombre=None if lacks and not found else len(found),
        logements=found,
    )


def lignes_programmes(qualite: Qualite) -> tuple[LigneProgramme, ...]:
    """The base first, then programmes as they are sorted."""
    whole = LigneProgramme(
        nom=BASE,
        commune="",
        logements=qualite.logements,
        alertes=sum(one.alertes for one in qualite.programmes),
        champs=qualite.champs,
    )
    return (
        whole,
        *(
            LigneProgramme(
                nom=one.programme.nom or SANS_NOM,
                commune=one.nom_commune,
                logements=one.logements,
                alertes=one.alertes,
                champs=one.champs,
            )
            # Those without a name come last: nobody looks for them first.
            for one in sorted(qualite.programmes, key=lambda row: not row.programme.nom)
        ),
    )
