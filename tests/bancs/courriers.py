"""Pages a second of the letters of a day, beside a bare canvas writing the same text.

    python -m tests.bancs.courriers [--lettres 300]

Both write one document in the same run: the batch as the program does it (placeholders filled,
lines broken, tables laid out, pages numbered), the bare canvas from strings already placed.
The goal of the specification is half the pages a second of the bare one.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from typing_extensions import override

from fluxdesk.adapters.pdf import lettre_texte
from fluxdesk.adapters.pdf.courriers_pdf import ecrire_courriers
from fluxdesk.domain.modele_lettre import GenreCourrier
from fluxdesk.services.composer_courrier import composer_courrier
from fluxdesk.services.lire_courriers import LectureCourriers
from fluxdesk.services.ports import sans_progres
from tests.services.monde import JOUR, TERRITOIRES, conge, monde, orienter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxdesk.domain.lettre import Lettre
    from fluxdesk.services.faits_offre import LettreProposition
    from tests.services.memoire import MemoireUow

BUT = 0.5
GENRES = (GenreCourrier.PROPOSITION, GenreCourrier.RELANCE, GenreCourrier.BAIL)
Passage = tuple[float, float, str, str, float]  # x, y, text, font, size


def offre(uow: MemoireUow) -> int:
    """One offer to write about."""
    return orienter(uow, conge(uow, 1), "2", "essai").id


def lettres(uow: MemoireUow, ident: int, nombre: int) -> Iterator[tuple[str, Lettre]]:
    """So many letters, each about another dwelling, street and programme."""
    lecture = LectureCourriers(uow, TERRITOIRES)
    facts = lecture.proposition(ident)

    class Variantes(LectureCourriers):
        rang = 0

        @override
        def proposition(self, orientation_id: int) -> LettreProposition:
            home = facts.logement
            street = replace(home.adresse, numero=str(self.rang), voie=f"RUE N° {self.rang}")
            home = replace(home, adresse=street, programme=f"Résidence {self.rang}", id_rpls="")
            offer = replace(facts.orientation, numero=f"2026-{self.rang:04d}")
            return replace(facts, logement=home, orientation=offer)

    varied = Variantes(uow, TERRITOIRES)
    for rank in range(nombre):
        varied.rang = rank
        genre = GENRES[rank % len(GENRES)]
        yield f"{rank}.pdf", composer_courrier(genre, ident, lecture=varied, jour=JOUR)


def relever(uow: MemoireUow, ident: int, nombre: int, dossier: Path) -> list[list[Passage]]:
    """Every string that the batch draws, page by page, where it draws it."""
    pages: list[list[Passage]] = []
    drawn = lettre_texte.Texte.dessiner
    shown = Canvas.showPage
    here: list[Passage] = []

    def note(self: lettre_texte.Texte, canvas: lettre_texte.Toile, x: float, haut: float) -> None:
        y = haut - self.forme.taille
        for line in self.lignes:
            gap = self.largeur - line.largeur if self.forme.droite else 0
            for told, font in line.passages:
                here.append((x + self.forme.marge + gap, y, told, font, self.forme.taille))
            y -= self.forme.pas
        drawn(self, canvas, x, haut)

    def turn(self: Canvas) -> None:
        pages.append(list(here))
        here.clear()
        shown(self)

    lettre_texte.Texte.dessiner = note  # type: ignore[method-assign]
    Canvas.showPage = turn
    try:
        ecrire(uow, ident, nombre, dossier)
    finally:
        lettre_texte.Texte.dessiner = drawn  # type: ignore[method-assign]
        Canvas.showPage = shown
    return pages


def ecrire(uow: MemoireUow, ident: int, nombre: int, dossier: Path) -> None:
    """The batch as the program does it."""
    with uow:
        ecrire_courriers(
            lettres(uow, ident, nombre),
            dossier,
            recueil="courriers.pdf",
            total=nombre,
            progress=sans_progres,
        )


def nu(pages: list[list[Passage]]) -> bytes:
    """The same strings, on a bare canvas."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    for page in pages:
        for x, y, told, font, size in page:
            canvas.setFont(font, size)
            canvas.drawString(x, y, told)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def main() -> None:
    """Measure both, three times each in turn, and print the best of each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lettres", type=int, default=300)
    count = parser.parse_args().lettres
    uow = monde()
    ident = offre(uow)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pages = relever(uow, ident, count, folder)
        batch, bare = [], []
        for _ in range(3):
            lettre_texte.oublier()
            start = time.perf_counter()
            ecrire(uow, ident, count, folder)
            batch.append(time.perf_counter() - start)
            start = time.perf_counter()
            (folder / "nu.pdf").write_bytes(nu(pages))
            bare.append(time.perf_counter() - start)
    ours, theirs = len(pages) / min(batch), len(pages) / min(bare)
    ratio = ours / theirs
    print(f"{count} lettres, {len(pages)} pages")  # noqa: T201 - a bench prints
    print(f"courriers : {ours:.0f} pages/s ; toile nue : {theirs:.0f} pages/s")  # noqa: T201
    print(f"rapport : {ratio:.2f} (but : {BUT}) {'tenu' if ratio >= BUT else 'non tenu'}")  # noqa: T201


if __name__ == "__main__":
    main()
