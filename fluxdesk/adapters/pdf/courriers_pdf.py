"""The letters of a day, written all or none (ports.RedacteurCourriers)."""

from __future__ import annotations

import secrets
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from fluxdesk.adapters.disk.ecriture import SUFFIXE_PROVISOIRE, ecrire, synchroniser_dossier
from fluxdesk.adapters.disk.sortie import EcritureError
from fluxdesk.adapters.pdf.lettre_pdf import Recueil, lettre_en_octets

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from fluxdesk.domain.lettre import Lettre
    from fluxdesk.services.ports import Progress


def ecrire_courriers(
    lettres: Iterable[tuple[str, Lettre]],
    dossier: Path,
    *,
    recueil: str,
    total: int,
    progress: Progress,
) -> tuple[Path, ...]:
    """Write the letters to the folder, which is made if need be; the files, in their order.

    Whatever stops the work leaves the folder as it was.

    Raises:
        AnnuleError: stopped on the way.
        CaractereSansGlypheError: a sign that no shipped font can draw.
        LogoIllisibleError: the logo is not an image.
        EcritureError: the files cannot be written there.
    """
    try:
        with _a_part(dossier) as apart:
            told = _dire(lettres, total, progress)
            made = (
                _fondre(told, apart / _libre(recueil, dossier))
                if recueil
                else _separer(told, apart)
            )
            return tuple(path.rename(dossier / path.name) for path in made)
    except OSError as error:
        raise EcritureError(dossier / (recueil or "courriers"), error) from error


@contextmanager
def _a_part(dossier: Path) -> Iterator[Path]:
    """A folder inside, gone with all it holds when the block ends."""
    dossier.mkdir(parents=True, exist_ok=True)
    apart = dossier / f".{secrets.token_hex(6)}{SUFFIXE_PROVISOIRE}"
    apart.mkdir()
    try:
        yield apart
    finally:
        shutil.rmtree(apart, ignore_errors=True)
    synchroniser_dossier(dossier)


def _dire(
    lettres: Iterable[tuple[str, Lettre]], total: int, progress: Progress
) -> Iterator[tuple[str, Lettre]]:
    """The letters, each told before it is made."""
    done = 0
    for done, (name, letter) in enumerate(lettres, start=1):
        progress(done - 1, total, letter.titre)
        yield name, letter
    progress(done, total)


def _separer(lettres: Iterable[tuple[str, Lettre]], dossier: Path) -> list[Path]:
    made: list[Path] = []
    for name, letter in lettres:
        path = dossier / _libre(name, dossier, dossier.parent)
        ecrire(path, lettre_en_octets(letter))
        made.append(path)
    return made


def _fondre(lettres: Iterable[tuple[str, Lettre]], recueil: Path) -> list[Path]:
    book: Recueil | None = None
    for _, letter in lettres:
        book = book or Recueil(recueil.stem, letter.bailleur)
        book.ajouter(letter)
    if book is None:
        return []
    ecrire(recueil, book.octets())
    return [recueil]


def _libre(nom: str, *dossiers: Path) -> str:
    """The name, or the first numbered one that stands in none of these folders."""
    stem, dot, suffix = nom.rpartition(".")
    free, number = nom, 1
    while any((folder / free).exists() for folder in dossiers):
        number += 1
        free = f"{stem} ({number}){dot}{suffix}"
    return free
