"""One program at a time on a file: a lock file beside it says who."""

from __future__ import annotations

import getpass
import json
import os
import socket
import sys
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from fluxdesk.domain.erreurs import FluxDeskError

if TYPE_CHECKING:
    from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_ESSAIS = 5
_LOIN = 1 << 30  # the byte that Windows locks: far from the text, which others must read
_PROGRAMME = "FluxDesk"


@dataclass(frozen=True, slots=True, kw_only=True)
class Detenteur:
    """Who holds a lock."""

    pid: int
    hote: str
    utilisateur: str
    programme: str = _PROGRAMME

    @classmethod
    def actuel(cls) -> Detenteur:
        """This process."""
        return cls(pid=os.getpid(), hote=socket.gethostname(), utilisateur=_utilisateur())


class BaseVerrouilleeError(FluxDeskError):
    """Another program on this computer holds the file."""

    def __init__(self, fichier: Path, detenteur: Detenteur | None) -> None:
        who = f" par {detenteur.utilisateur} ({detenteur.programme})" if detenteur else ""
        super().__init__(
            f"« {fichier.name} » est déjà ouvert sur ce poste{who}. Fermez l’autre fenêtre, puis "
            "recommencez."
        )


class BaseVerrouilleeAilleursError(FluxDeskError):
    """A program on another computer holds the file, or stopped there without letting go."""

    def __init__(self, fichier: Path, detenteur: Detenteur, verrou: Path) -> None:
        super().__init__(
            f"« {fichier.name} » est ouvert par {detenteur.utilisateur} sur le poste "
            f"« {detenteur.hote} ». Demandez-lui de le fermer. Si ce poste s’est arrêté "
            f"brutalement, supprimez le fichier « {verrou.name} » du même dossier, puis "
            "recommencez."
        )


class DossierProtegeError(FluxDeskError):
    """The lock cannot be written: nothing could be saved there."""

    def __init__(self, dossier: Path) -> None:
        super().__init__(
            f"FluxDesk ne peut pas écrire dans le dossier « {dossier} ». Copiez la base dans un "
            "dossier où vous avez le droit d’écrire, puis ouvrez la copie."
        )


class Verrou:
    """Held from ``prendre()`` to ``rendre()``.

    The lock file is made with O_EXCL and kept locked by the system, which lets go of it when
    the process dies however it dies: a lock file nobody holds on this computer is a dead
    process's, and is taken over. A lock of another computer is believed.
    """

    def __init__(self, fichier: Path) -> None:
        self._fichier = fichier
        self.chemin = fichier.with_name(f".{fichier.name}.verrou")
        self._numero: int | None = None

    def prendre(self) -> None:
        """Take the lock.

        Raises:
            BaseVerrouilleeError, BaseVerrouilleeAilleursError: someone holds it.
            DossierProtegeError: the folder cannot be written.
        """
        for _ in range(_ESSAIS):
            try:
                number = self._ouvrir()
            except OSError as error:
                raise DossierProtegeError(self._fichier.parent) from error
            if self._retenir(number):
                return
        raise BaseVerrouilleeError(self._fichier, None)

    def rendre(self) -> None:
        """Let go of the lock; nothing happens if it is not held."""
        if self._numero is None:
            return
        if os.name == "nt":  # an open file cannot be removed there
            os.close(self._numero)
            self.chemin.unlink(missing_ok=True)
        else:  # removed before it is let go: nobody can hold a file that is about to vanish
            self.chemin.unlink(missing_ok=True)
            os.close(self._numero)
        self._numero = None

    def _ouvrir(self) -> int:
        try:
            return os.open(self.chemin, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o666)
        except FileExistsError:
            return os.open(self.chemin, os.O_RDWR | os.O_CREAT, 0o666)

    def _retenir(self, number: int) -> bool:
        """Keep the open lock file if it is ours to take; False when it vanished meanwhile."""
        try:
            self._exiger_libre(number)
            if not self._est_en_place(number):
                os.close(number)
                return False
            _ecrire(number)
        except BaseException:
            os.close(number)
            raise
        self._numero = number
        return True

    def _exiger_libre(self, number: int) -> None:
        holder = _lire(number)
        if holder is not None and holder.hote != socket.gethostname():
            raise BaseVerrouilleeAilleursError(self._fichier, holder, self.chemin)
        if not _verrouiller(number):
            raise BaseVerrouilleeError(self._fichier, holder)

    def _est_en_place(self, number: int) -> bool:
        try:
            return os.path.samestat(os.fstat(number), self.chemin.stat())
        except FileNotFoundError:
            return False


def _utilisateur() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a system without accounts
        return "inconnu"


def _lire(number: int) -> Detenteur | None:
    os.lseek(number, 0, os.SEEK_SET)
    try:
        return Detenteur(**json.loads(os.read(number, 4096)))
    except (ValueError, TypeError):  # killed between making the file and filling it
        return None


def _ecrire(number: int) -> None:
    os.ftruncate(number, 0)
    os.lseek(number, 0, os.SEEK_SET)
    os.write(number, json.dumps(asdict(Detenteur.actuel())).encode())
    os.fsync(number)


def _verrouiller(number: int) -> bool:
    """Ask the system for the lock, without waiting; False when a living process has it."""
    try:
        if sys.platform == "win32":
            os.lseek(number, _LOIN, os.SEEK_SET)
            msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
