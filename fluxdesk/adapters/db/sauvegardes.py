"""Backups of a base: made by SQLite, verified, and removed in their turn."""

from __future__ import annotations

import re
import threading
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from sqlcipher3 import dbapi2

from fluxdesk.adapters.db.erreurs import (
    BaseError,
    SauvegardeImpossibleError,
    SauvegardeTenueError,
)
from fluxdesk.adapters.db.examen import verifier_rapidement
from fluxdesk.adapters.db.moteur import connecter
from fluxdesk.adapters.db.patience import patienter
from fluxdesk.adapters.disk.ecriture import balayer, remplacement
from fluxdesk.adapters.disk.noms import nom_sur
from fluxdesk.services.ports import AnnuleError, sans_progres

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from fluxdesk.services.ports import Horloge, Progress

AGE_MAX_JOURS: Final = 90  # a person removed from the base must leave its backups too
_DERNIERES: Final = 10
_JOURS: Final = 14
_MOIS: Final = 12
_PAGES: Final = 1_000  # copied between two looks at whether to go on
_QUOI: Final = "Sauvegarde de la base"
_FORMAT: Final = "%Y%m%d-%H%M%S-%f"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sauvegardes:
    """The backups of one base in a folder that may hold those of others."""

    base: Path
    uuid: str
    dossier: Path
    horloge: Horloge
    cle: str | None = None
    age_max_jours: int = AGE_MAX_JOURS

    def liste(self) -> list[tuple[datetime, Path]]:
        """Backups of this base with the instant each was made, newest first."""
        pattern = re.compile(rf".+_{self.uuid[:8]}_(\d{{8}}-\d{{6}}-\d{{6}})\.fluxdesk")
        if not self.dossier.is_dir():
            return []
        named = ((pattern.fullmatch(path.name), path) for path in self.dossier.iterdir())
        return sorted(((_instant(match[1]), path) for match, path in named if match), reverse=True)

    def derniere(self) -> datetime | None:
        """When the newest was made."""
        return next((when for when, _ in self.liste()), None)

    def a_jour(self) -> bool:
        """Whether the newest holds everything the journal of the base tells."""
        newest = next((path for _, path in self.liste()), None)
        return newest is not None and self._derniere_action(newest) == self._derniere_action(
            self.base
        )

    def faire(self, progress: Progress = sans_progres) -> Path:
        """Make a backup, verify it, and remove those whose turn has come.

        Raises:
            SauvegardeImpossibleError: no room, no right, or what was written cannot be read.
            AnnuleError: the officer stopped; no backup is left of it.
        """
        progress(0, 0, _QUOI)
        copie = _Copie()
        return patienter(
            lambda: self._faire(copie),
            lambda: progress(copie.faites, copie.total, _QUOI),
            copie.arret.set,
        )

    def effacer(self, avant: datetime) -> Iterator[datetime]:
        """Remove those made before that instant, oldest first, each told once it is gone.

        Raises:
            SauvegardeTenueError: one is held by another program, or the folder is protected.
        """
        for when, path in reversed(self.liste()):
            if when < avant:
                try:
                    path.unlink(missing_ok=True)
                except OSError as error:
                    raise SauvegardeTenueError(path) from error
                yield when

    def _faire(self, copie: _Copie) -> Path:
        try:
            self.dossier.mkdir(parents=True, exist_ok=True)
            balayer(self.dossier)
            target = self._nom_libre()
            with remplacement(target) as temporary:
                self._copier(temporary, copie)
                verifier_rapidement(
                    temporary, cle=self.cle, immuable=True, arret=copie.arret.is_set
                )
                copie.continuer()
        except (OSError, dbapi2.Error, BaseError) as error:
            raise SauvegardeImpossibleError(self.dossier) from error
        self._tourner()
        return target

    def _copier(self, cible: Path, copie: _Copie) -> None:
        with (
            closing(connecter(self.base, cle=self.cle)) as source,
            closing(connecter(cible, mode="rwc", cle=self.cle)) as copy,
        ):
            # Hold the lock before: the driver would wait for it without end.
            source.execute("BEGIN")
            source.execute("SELECT count(*) FROM sqlite_schema").fetchone()
            source.backup(copy, pages=_PAGES, progress=copie.avancer)

    def _nom_libre(self) -> Path:
        when = self.horloge.maintenant().astimezone(UTC)
        while (path := self._nom(when)).exists():
            when += timedelta(microseconds=1)
        return path

    def _nom(self, when: datetime) -> Path:
        end = f"_{self.uuid[:8]}_{when:{_FORMAT}}.fluxdesk"
        return self.dossier / nom_sur(self.base.stem, extension=end)

    def _tourner(self) -> None:
        known = self.liste()
        now = self.horloge.maintenant()
        kept = a_garder((when for when, _ in known), now, self.age_max_jours)
        for when, path in known:
            if when not in kept:
                path.unlink(missing_ok=True)

    def _derniere_action(self, chemin: Path) -> int | None:
        with closing(
            connecter(chemin, mode="rw" if chemin == self.base else "ro", cle=self.cle)
        ) as connection:
            try:
                row = connection.execute("SELECT max(numero) FROM journal").fetchone()
            except dbapi2.DatabaseError:
                return None
        return int(row[0])


@dataclass(slots=True)
class _Copie:
    """How many pages are copied, out of how many; whether to stop."""

    faites: int = 0
    total: int = 0
    arret: threading.Event = field(default_factory=threading.Event)

    def avancer(self, _etat: int, restent: int, total: int) -> None:
        """Told by SQLite after some pages."""
        self.faites, self.total = total - restent, total
        self.continuer()

    def continuer(self) -> None:
        """Raises AnnuleError once the officer has had enough."""
        if self.arret.is_set():
            raise AnnuleError


def a_garder(
    instants: Iterable[datetime], maintenant: datetime, age_max_jours: int = AGE_MAX_JOURS
) -> frozenset[datetime]:
    """The last ten, one a day for 14 days, one a month for 12, none older than the limit.

    The newest is always kept, and so is one dated in the future: a clock was wrong.
    """
    newest_first = sorted(instants, reverse=True)
    kept = set(newest_first[:_DERNIERES])
    days: set[str] = set()
    months: set[str] = set()
    for when in newest_first:
        day, month = f"{when:%Y%m%d}", f"{when:%Y%m}"
        age = maintenant - when
        first_of_day = day not in days and age <= timedelta(days=_JOURS)
        first_of_month = month not in months and len(months) < _MOIS
        if first_of_day or first_of_month or age < timedelta(0):
            kept.add(when)
        days.add(day)
        months.add(month)
    limit = maintenant - timedelta(days=age_max_jours)
    return frozenset(when for when in kept if when >= limit or when == newest_first[0])


def _instant(texte: str) -> datetime:
    return datetime.strptime(texte, _FORMAT).replace(tzinfo=UTC)
