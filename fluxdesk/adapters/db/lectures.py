"""Rows for the screens, from one base."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.adapters.db.queries import (
    comptes,
    groupes,
    liste_baux,
    liste_journal,
    liste_logements,
    liste_vacances,
)
from fluxdesk.services.rows import (
    EtatBase,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from fluxdesk.adapters.db.moteur import Moteur
    from fluxdesk.adapters.db.sauvegardes import Sauvegardes
    from fluxdesk.services.rows import (
        FiltreLogements,
        GroupeRow,
        JournalRow,
        LogementRow,
        OrientationRow,
        ProgrammeRow,
        VacanceRow,
    )
    from fluxdesk.services.rows_baux import BailRow, CompteBaux, FiltreBaux


class SqlLectures:
    """Satisfies ``ports.Lectures``."""

    def __init__(self, moteur: Moteur, sauvegardes: Sauvegardes) -> None:
        self._moteur = moteur
        self._sauvegardes = sauvegardes

    def ids_logements(self, filtre: FiltreLogements) -> Sequence[int]:
        """Ids in the order asked."""
        with self._moteur.lecture() as connection:
            return liste_logements.ids_logements(connection, filtre)

    def logements(self, ids: Sequence[int]) -> Sequence[LogementRow]:
        """In the order of the ids."""
        with self._moteur.lecture() as connection:
            return liste_logements.logements(connection, ids)

    def communes(self) -> Sequence[str]:
        """The INSEE codes that dwellings declare, each once."""
        with self._moteur.lecture() as connection:
            return liste_logements.communes(connection)

    def programmes(self) -> Sequence[ProgrammeRow]:
        """Programmes that have a name, in alphabetical order, then by commune."""
        with self._moteur.lecture() as connection:
            return liste_logements.programmes(connection)

    def liberations(self, depuis: date) -> Sequence[GroupeRow]:
        """Dwellings of the vacancies in the flux since that day."""
        with self._moteur.lecture() as connection:
            return groupes.liberations(connection, depuis)

    def parc(self) -> Sequence[GroupeRow]:
        """Dwellings of the patrimoine."""
        with self._moteur.lecture() as connection:
            return groupes.parc(connection)

    def vacances(self, jour: date, texte: str = "") -> Sequence[VacanceRow]:
        """Open steps first, then the oldest congé; ages on that day."""
        with self._moteur.lecture() as connection:
            return liste_vacances.vacances(connection, jour, texte)

    def comptes_baux(self, filtre: FiltreBaux) -> Sequence[CompteBaux]:
        """How many leases there are of each state, by commune."""
        with self._moteur.lecture() as connection:
            return liste_baux.comptes_baux(connection, filtre)

    def baux(self, filtre: FiltreBaux) -> Sequence[BailRow]:
        """Leases, those that wait longest for their examination first."""
        with self._moteur.lecture() as connection:
            return liste_baux.baux(connection, filtre)

    def orientations(self, vacance_id: int) -> Sequence[OrientationRow]:
        """Every offer of a vacancy, oldest first."""
        with self._moteur.lecture() as connection:
            return liste_vacances.orientations(connection, vacance_id)

    def journal(self, texte: str = "", limite: int = 2000) -> Sequence[JournalRow]:
        """Newest first."""
        with self._moteur.lecture() as connection:
            return liste_journal.journal(connection, texte, limite)

    def annees_de_bilan(self) -> Sequence[int]:
        """Years with a vacancy, an offer, its answer or its lease, newest first."""
        with self._moteur.lecture() as connection:
            return comptes.annees_de_bilan(connection)

    def etat(self) -> EtatBase:
        """What the status bar says."""
        with self._moteur.lecture() as connection:
            dwellings, vacancies = comptes.nombres(connection)
        return EtatBase(
            chemin=str(self._moteur.chemin),
            logements=dwellings,
            vacances=vacancies,
            derniere_sauvegarde=self._sauvegardes.derniere(),
        )
