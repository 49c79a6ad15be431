"""Rows of the tables of reference: the tables, their editions, their lines, what a file changes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from fluxdesk.domain.dates import en_chiffres
from fluxdesk.domain.rapport import RefusLigne
from fluxdesk.domain.referentiel_grilles import GRILLES
from fluxdesk.domain.referentiel_rapport import Difference
from fluxdesk.services.consulter_referentiels import EditionRow, LigneVue, ReferentielRow
from fluxdesk.ui.models.lignes import Colonne, ModeleLignes
from fluxdesk.ui.phrases import milliers

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from fluxdesk.domain.referentiel import GenreReferentiel


class TablesModel(ModeleLignes[ReferentielRow]):
    """The tables, the day the one in force took effect, how many lines."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(
            (
                Colonne(titre="Table", texte=lambda row: row.titre, dit=lambda row: row.titre),
                Colonne(titre="Depuis le", texte=_depuis, titre_complet="En vigueur depuis le"),
                Colonne(
                    titre="Lignes",
                    texte=lambda row: milliers(row.lignes) if row.lignes else "—",
                    tri=lambda row: row.lignes,
                    nombre=True,
                ),
            ),
            parent,
        )


def _depuis(row: ReferentielRow) -> str:
    return en_chiffres(row.courante.effet) if row.courante else "—"


class EditionsModel(ModeleLignes[EditionRow]):
    """The editions of one table, newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(
            (
                Colonne(
                    titre="Prend effet",
                    texte=lambda row: en_chiffres(row.effet),
                    tri=lambda row: row.effet,
                ),
                Colonne(titre="État", texte=etat),
                Colonne(
                    titre="Lignes",
                    texte=lambda row: milliers(row.lignes),
                    tri=lambda row: row.lignes,
                    nombre=True,
                ),
                Colonne(titre="Source", texte=lambda row: row.source, dit=lambda row: row.source),
            ),
            parent,
        )


def etat(row: EditionRow) -> str:
    """Whether an edition is in force."""
    if row.a_venir:
        return "à venir"
    return "en vigueur" if row.en_vigueur else "ancienne"


class LignesModel(ModeleLignes[LigneVue]):
    """The lines of one table."""

    def __init__(self, genre: GenreReferentiel, parent: QObject | None = None) -> None:
        grid = GRILLES[genre]
        super().__init__(
            (
                Colonne(titre=grid.cle, texte=lambda row: row.cle),
                *(
                    Colonne(titre=title, texte=partial(_valeur, code), dit=partial(_valeur, code))
                    for code, title in grid.montrees
                ),
            ),
            parent,
        )


def _valeur(code: str, row: LigneVue) -> str:
    return row.colonnes.get(code, "")


class DifferencesModel(ModeleLignes[Difference]):
    """What a file changes, line by line."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(
            (
                Colonne(titre="Clé", texte=lambda row: row.cle),
                Colonne(titre="Aujourd’hui", texte=lambda row: row.avant or "—",
                        dit=lambda row: row.avant),
                Colonne(titre="Avec le fichier", texte=lambda row: row.apres or "retirée",
                        dit=lambda row: row.apres),
            ),
            parent,
        )  # fmt: skip


class RefusModel(ModeleLignes[RefusLigne]):
    """What a file was refused or doubted for: line, column, what stood there, what to do."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(
            (
                Colonne(
                    titre="Ligne",
                    texte=lambda row: milliers(row.ligne),
                    tri=lambda row: row.ligne,
                    nombre=True,
                ),
                Colonne(titre="Colonne", texte=lambda row: row.colonne),
                Colonne(titre="Valeur", texte=lambda row: row.valeur),
                Colonne(titre="À faire", texte=_sans_lieu, dit=lambda row: row.phrase),
            ),
            parent,
        )


def _sans_lieu(row: RefusLigne) -> str:
    """The sentence without « Ligne 4, colonne code_qp : », which the columns beside it say."""
    return row.phrase.removeprefix(f"Ligne {row.ligne}, colonne {row.colonne}\u00a0: ")
