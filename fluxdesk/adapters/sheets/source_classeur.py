"""A workbook as a source: what it holds is guarded here, read by a child process, kept packed.

The largest sheet of an xlsx is examined while the child reads: the examination takes a third of
the time that the reading does, so the child is stopped before it makes room for absurd cells.
"""

from __future__ import annotations

import io
import marshal
import os
import queue
import subprocess
import sys
import threading
import time
import zipfile
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from fluxdesk.adapters.sheets import classeur_enfant
from fluxdesk.adapters.sheets.classeur_enfant import (
    DEMESURE,
    LIGNES_PAR_BLOC,
    MOT_DE_PASSE,
    TAILLE,
)
from fluxdesk.adapters.sheets.classeur_sur import (
    abime,
    chiffre,
    etendu,
    examiner,
    feuilles_xlsx,
    verifier_enveloppe,
)
from fluxdesk.adapters.sheets.feuille_xml import ExamenFeuille, chemins_feuilles
from fluxdesk.adapters.sheets.lignes_paresseuses import LignesDeClasseur
from fluxdesk.adapters.sheets.ods_xml import CONTENU, lire_masques
from fluxdesk.adapters.sheets.texte import illisible
from fluxdesk.domain.tableau_lu import Feuille, SourceLue

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from fluxdesk.adapters.sheets.ods_xml import MasquesOds
    from fluxdesk.services.ports import Progress

DELAI_S = 180
_ATTENTE_S = 0.1
_QUOI = "Lecture du classeur"
_SANS_FENETRE = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows only
_FORMATS = (
    ("xl/vbaProject.bin", "Classeur Excel (xlsm), macros ignorées"),
    ("xl/workbook.xml", "Classeur Excel (xlsx)"),
    ("xl/workbook.bin", "Classeur Excel (xlsb)"),
    ("content.xml", "Classeur OpenDocument (ods)"),
)
_AUTRES = (("word/", "un document Word"), ("ppt/", "une présentation"))


@dataclass(slots=True)
class _Feuille:
    """A sheet while its blocks arrive."""

    nom: str
    masquee: bool
    hauteur: int
    decalage: int
    fusions: list[tuple[int, int, int, int]]
    blocs: list[bytes] = field(default_factory=list)
    longueur: int = 0


def lire_classeur(chemin: Path, octets: bytes, progress: Progress) -> SourceLue:
    """Every sheet of the workbook, hidden ones told.

    Raises:
        FichierIllisibleError: unsafe, locked, damaged, too big, or no workbook.
        AnnuleError: stopped on the way; the child is dead.
    """
    with ExitStack() as stack:
        exams: Mapping[str, ExamenFeuille | MasquesOds] = {}
        paths: dict[str, str] = {}
        check: Iterator[int] = iter(())
        format_ = "Classeur Excel (xls)"
        if verifier_enveloppe(chemin, octets):
            archive = stack.enter_context(zipfile.ZipFile(io.BytesIO(octets)))
            format_ = _format(chemin, archive)
            paths = chemins_feuilles(archive)
            exams, check = _examiner(chemin, archive, progress)
            if CONTENU in archive.namelist() and not exams:
                exams = _masques(archive, progress)
                paths = {name: name for name in exams}
        sheets = _lire(chemin, octets, check, progress)
    return SourceLue(
        nom=chemin.name,
        format=format_,
        masquages=bool(exams),
        feuilles=tuple(_finie(sheet, exams.get(paths.get(sheet.nom, ""))) for sheet in sheets),
    )


def _format(chemin: Path, archive: zipfile.ZipFile) -> str:
    names = archive.namelist()
    for member, name in _FORMATS:
        if member in names:
            return name
    for folder, name in _AUTRES:
        if any(member.startswith(folder) for member in names):
            raise illisible(
                chemin,
                f"est {name}. Copiez le tableau dans un classeur (xlsx ou ods), puis importez "
                "celui-ci.",
            )
    raise illisible(
        chemin,
        "est une archive, pas un classeur. Ouvrez-la, et importez le fichier qu’elle contient.",
    )


def _examiner(
    chemin: Path, archive: zipfile.ZipFile, progress: Progress
) -> tuple[dict[str, ExamenFeuille], Iterator[int]]:
    """Examine all sheets but the largest, left to do while the child reads."""
    names = feuilles_xlsx(archive)
    exams = {name: ExamenFeuille() for name in names}
    last: Iterator[int] = iter(())
    for name in names:
        for _ in last:
            progress(0, 0, _QUOI)
        last = examiner(chemin, archive, name, exams[name])
    return exams, last


def _masques(archive: zipfile.ZipFile, progress: Progress) -> Mapping[str, MasquesOds]:
    """Hidden rows and columns of an ods, whose XML was read whole before: it is not damaged."""
    found: dict[str, MasquesOds] = {}
    for _ in lire_masques(archive, found):
        progress(0, 0, _QUOI)
    return found


def _finie(sheet: _Feuille, examen: ExamenFeuille | MasquesOds | None) -> Feuille:
    rows, columns = (examen.lignes_masquees, examen.colonnes_masquees) if examen else (set(), set())
    lines = LignesDeClasseur(
        sheet.blocs,
        longueur=sheet.longueur,
        par_bloc=LIGNES_PAR_BLOC,
        decalage=sheet.decalage,
    )
    width = len(lines[0]) if lines else 0
    return Feuille(
        nom=sheet.nom,
        lignes=lines,
        masquee=sheet.masquee,
        colonnes_masquees=frozenset(column for column in columns if column < width),
        lignes_masquees=frozenset(row for row in rows if row < sheet.longueur),
        fusions=tuple(sheet.fusions),
    )


# --- the child ------------------------------------------------------------------------------


def _lire(chemin: Path, octets: bytes, check: Iterator[int], progress: Progress) -> list[_Feuille]:
    progress(0, 0, _QUOI)
    path = os.pathsep.join(entry for entry in sys.path if entry)
    child = subprocess.Popen(  # noqa: S603 - our own module, by this very interpreter
        [sys.executable, "-m", classeur_enfant.__name__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": path},
        creationflags=_SANS_FENETRE,
    )
    frames: queue.SimpleQueue[tuple[Any, ...] | None] = queue.SimpleQueue()
    carrier = threading.Thread(target=_porter, args=(child, octets, frames), daemon=True)
    carrier.start()
    try:
        return _recevoir(chemin, frames, check, progress)
    finally:
        child.kill()
        carrier.join()
        child.wait()


def _porter(
    child: subprocess.Popen[bytes],
    octets: bytes,
    frames: queue.SimpleQueue[tuple[Any, ...] | None],
) -> None:
    """Give the child the workbook, then pass on its frames; None once it says no more."""
    if child.stdin is None or child.stdout is None:
        raise AssertionError
    try:
        with child.stdin as stdin, child.stdout as stdout:
            stdin.write(octets)
            stdin.close()
            while len(head := stdout.read(TAILLE.size)) == TAILLE.size:
                (size,) = TAILLE.unpack(head)
                frames.put(marshal.loads(stdout.read(size)))  # noqa: S302 - our own child
    except (OSError, EOFError, ValueError, TypeError):
        pass  # it died, or was killed, in the middle of a frame
    finally:
        frames.put(None)


def _recevoir(
    chemin: Path,
    frames: queue.SimpleQueue[tuple[Any, ...] | None],
    check: Iterator[int],
    progress: Progress,
) -> list[_Feuille]:
    sheets: list[_Feuille] = []
    limit = time.monotonic() + DELAI_S
    for frame in _cadres(frames, check, progress):
        match frame:
            case None if time.monotonic() > limit:
                raise illisible(
                    chemin,
                    "demande plus de trois minutes de lecture. N’y laissez que le tableau à "
                    "importer, puis recommencez.",
                )
            case (classeur_enfant.FEUILLE, *told):
                sheets.append(_Feuille(*told))
            case (classeur_enfant.LIGNES, count, block):
                sheets[-1].blocs.append(block)
                sheets[-1].longueur += count
                progress(sheets[-1].longueur, sheets[-1].hauteur, _QUOI)
            case (classeur_enfant.ERREUR, reason):
                _finir(check, progress)
                raise _erreur(chemin, reason)
            case (classeur_enfant.FIN,):
                _finir(check, progress)
                return sheets
    _finir(check, progress)
    raise abime(chemin)


def _finir(check: Iterator[int], progress: Progress) -> None:
    """What the check has to say goes first: it knows why the child died."""
    for _ in check:
        progress(0, 0, _QUOI)


def _cadres(
    frames: queue.SimpleQueue[tuple[Any, ...] | None], check: Iterator[int], progress: Progress
) -> Iterator[tuple[Any, ...] | None]:
    """Frames as they come, None at each wait for one; the check goes on meanwhile."""
    checking = True
    while True:
        checking = checking and next(check, None) is not None
        try:
            frame = frames.get(block=not checking, timeout=_ATTENTE_S)
        except queue.Empty:
            progress(0, 0, _QUOI)
            yield None
            continue
        if frame is None:
            return
        yield frame


def _erreur(chemin: Path, raison: str) -> Exception:
    if raison == MOT_DE_PASSE:
        return chiffre(chemin)
    return etendu(chemin) if raison == DEMESURE else abime(chemin)
