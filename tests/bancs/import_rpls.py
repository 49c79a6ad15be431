"""The import of a whole RPLS file beside sqlite3's raw ``.import`` of the same file.

``python -m tests.bancs.import_rpls [LIGNES] [FICHIER]`` makes a file of 500 000 lines of 73
columns unless told otherwise, and prints, all of one run: seconds and processor seconds of both
and their ratios (medians of some rounds), those of a second import of the same file, the greatest
memory of the process that imports, how often it tells of its progress, and how long it takes to
stop. Each measure is made in a process of its own, on a base of its own.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from fluxdesk.adapters.db.base import creer_base
from fluxdesk.adapters.referentiels.cog import Cog
from fluxdesk.adapters.sheets.rpls_reader import lire_patrimoine
from fluxdesk.domain.bailleur import Bailleur
from fluxdesk.services.importer_patrimoine import importer_patrimoine
from fluxdesk.services.ports import AnnuleError
from tests.bancs.fichier_rpls import fabriquer
from tests.services.memoire import HorlogeFixe

if TYPE_CHECKING:
    from fluxdesk.adapters.db.base import SqlBase

LIGNES = 500_000
TOURS = 3
# When the officer stops it: what the import was then saying, and how much of that was done.
ARRETS = (
    ("Lecture du fichier", 50),
    ("Vérification des lignes", 5),
    ("Vérification des lignes", 60),
    ("Vérification des lignes", 99),
    ("Classement des logements", 30),
    ("Classement des logements", 70),
)
_APRES_S = 0.03  # between that word and the click: not at a word, where stopping costs nothing
_MO = 1024  # ru_maxrss is in kB


def main() -> None:
    lignes = int(sys.argv[1]) if len(sys.argv) > 1 else LIGNES
    with tempfile.TemporaryDirectory(prefix="banc-rpls-") as name:
        dossier = Path(name)
        chemin = Path(sys.argv[2]) if len(sys.argv) > 2 else dossier / "rpls.csv"
        if not chemin.exists():
            fabriquer(chemin, lignes)
        dire(f"{chemin.name} : {chemin.stat().st_size / 1e6:.0f} Mo")
        bruts, faits = [], []
        for _ in range(TOURS):  # one after the other: what else the machine does slows both
            bruts.append(coquille(chemin, dossier))
            faits.append(a_part("importer", chemin, dossier))
            dire(f"tour : {bruts[-1][0]:.1f} s, {faits[-1]['mur']:.1f} s")
        brut = [median(values) for values in zip(*bruts, strict=True)]
        fait = faits[0] | {
            name: median(made[name] for made in faits)
            for name in ("mur", "processeur", "second", "second_processeur", "silence")
        }
        dire(f"sqlite3 .import : {brut[0]:.1f} s, {brut[1]:.1f} s de processeur")
        dire(f"import complet : {fait['mur']:.1f} s, {fait['processeur']:.1f} s de processeur")
        dire(f"  rapport : {fait['mur'] / brut[0]:.2f}, {fait['processeur'] / brut[1]:.2f}")
        dire(f"  comptes : {fait['comptes']} ; mémoire : {fait['memoire']:.0f} Mo")
        dire(
            f"  progrès : {fait['appels']:.0f} par seconde, silence {fait['silence']:.2f} s au plus"
            f" avant {fait['ou']}"
        )
        dire(
            f"  second import : {fait['second']:.1f} s, {fait['second_processeur']:.1f} s de "
            f"processeur, mémoire {fait['memoire_2']:.0f} Mo"
        )
        for quoi, part in ARRETS:
            stopped = a_part("arreter", chemin, dossier, quoi, str(part))
            dire(f"  arrêt, {quoi} à {part} % : {stopped['delai']:.2f} s, base intacte")


def dire(ligne: str) -> None:
    sys.stdout.write(f"{ligne}\n")
    sys.stdout.flush()


def coquille(chemin: Path, dossier: Path) -> tuple[float, float]:
    """Seconds, and processor seconds, of sqlite3's own import into a new file."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(  # noqa: S603 - our own files
        ["sqlite3", str(dossier / "brut.db"), ".mode csv", ".separator ;", f".import {chemin} t"],  # noqa: S607 - that of the machine
        check=True,
        capture_output=True,
    )
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    (dossier / "brut.db").unlink()
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def a_part(quoi: str, chemin: Path, dossier: Path, *reste: str) -> dict[str, float]:
    """What a function of this module measures in a process of its own."""
    told = subprocess.run(  # noqa: S603 - this very module
        [sys.executable, "-m", __spec__.name, quoi, str(chemin), str(dossier), *reste],
        check=True,
        capture_output=True,
        text=True,
    )
    found: dict[str, float] = json.loads(told.stdout)
    return found


def importer(chemin: Path, dossier: Path) -> dict[str, object]:
    """Import into a new base, then once more into the same."""
    base, cog = _base(dossier / "essai.fluxdesk"), Cog()
    cog.commune("2A004")  # the program has long read it when an officer imports
    heard: list[tuple[float, str]] = []
    start, used = time.perf_counter(), time.process_time()
    made = importer_patrimoine(
        chemin,
        essai=False,
        uow=base.transaction(),
        lire=lire_patrimoine,
        territoires=cog,
        progress=lambda _f, _t, quoi="": heard.append((time.perf_counter(), quoi)),
    )
    end, worked = time.perf_counter(), time.process_time() - used
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MO
    gaps = [(b[0] - a[0], b[1]) for a, b in pairwise([*heard, (end, "la fin")])]
    silence, where = max(gaps)
    again, used = time.perf_counter(), time.process_time()
    second = importer_patrimoine(
        chemin, essai=False, uow=base.transaction(), lire=lire_patrimoine, territoires=cog
    )
    spent, worked_again = time.perf_counter() - again, time.process_time() - used
    if second.inchangees != made.creees:
        message = f"{second.inchangees} unchanged out of {made.creees}"
        raise RuntimeError(message)
    base.fermer()
    base.chemin.unlink()
    return {
        "mur": end - start,
        "processeur": worked,
        "memoire": memory,
        "comptes": (made.creees, made.modifiees, made.inchangees, made.refusees),
        "appels": len(heard) / (end - start),
        "silence": silence,
        "ou": where,
        "second": spent,
        "second_processeur": worked_again,
        "memoire_2": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MO,
    }


def arreter(chemin: Path, dossier: Path, mot: str, part: int) -> dict[str, object]:
    """Stop an import at some point: how long it takes, and whether the base is as it was."""
    place = dossier / f"arret-{len(mot)}-{part}.fluxdesk"
    base, asked = _base(place), threading.Event()
    at: list[float] = []
    timers: list[threading.Timer] = []
    delay = -1.0

    def demander() -> None:
        at.append(time.perf_counter())
        asked.set()

    def progress(fait: int, total: int, quoi: str = "") -> None:
        if asked.is_set():
            raise AnnuleError
        if quoi == mot and fait * 100 >= part * total and not timers:
            timers.append(threading.Timer(_APRES_S, demander))
            timers[0].start()

    try:
        importer_patrimoine(
            chemin,
            essai=False,
            uow=base.transaction(),
            lire=lire_patrimoine,
            territoires=Cog(),
            progress=progress,
        )
    except AnnuleError:
        delay = time.perf_counter() - at[0]
        with base.transaction() as uow:
            if uow.logements.nombre() or base.verifier():
                raise
    base.fermer()
    os.unlink(place)  # noqa: PTH108 - the base is closed
    return {"delai": delay}


def _base(chemin: Path) -> SqlBase:
    return creer_base(
        chemin,
        Bailleur(raison_sociale="Banc", siret="99999999900017", ville="Ajaccio"),
        auteur="banc",
        horloge=HorlogeFixe(),
        sauvegardes=chemin.parent / "sauvegardes",
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["importer"]:
        dire(json.dumps(importer(Path(sys.argv[2]), Path(sys.argv[3]))))
    elif sys.argv[1:2] == ["arreter"]:
        dire(
            json.dumps(arreter(Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4], int(sys.argv[5])))
        )
    else:
        main()
