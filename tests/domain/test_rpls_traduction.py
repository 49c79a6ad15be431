"""Blocks are read as their lines would be, one by one: same dwellings, same remarks, same keys."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from fluxdesk.domain import rpls_traduction
from fluxdesk.domain.logement import Logement, logement_de
from fluxdesk.domain.rapport import RefusLigne
from fluxdesk.domain.rpls import convertir, empreinte_ligne
from fluxdesk.domain.rpls_bloc import Bloc, Palette
from fluxdesk.domain.rpls_traduction import Traducteur
from fluxdesk.domain.territoire import Commune

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pytest

AJACCIO = Commune(code="2A004", nom="Ajaccio", departement="2A", epci="242010056")
CONNUES = {"2A004": AJACCIO}
# TYPVOIE and NOMVOIE, QPV and PLG_QP24 are read together though no palette holds both.
COLONNES = (
    ("IDENT_INT",),
    ("DEPCOM", "LIBCOM", "TYPVOIE", "QPV"),
    ("NBPIECE", "SURFHAB"),
    ("NOMVOIE", "PLG_QP24", "", "INCONNUE", "CONSTRUCT"),
)
VALEURS = {
    "IDENT_INT": ["", "A1", "A2", "1,5E+07"],
    "DEPCOM": ["2A004", "99999", "", "1053", "PARIS"],
    "TYPVOIE": ["", "RUE"],
    "NOMVOIE": ["PASTEUR", "RUE PASTEUR"],
    "QPV": ["", "1", "2", "peut-être"],
    "PLG_QP24": ["", "QN02A01M"],
    "NBPIECE": ["3", "T3", ""],
    "CONSTRUCT": ["1974", "74"],
}
NOMS = [name for columns in COLONNES for name in columns]
LIGNES = st.lists(
    st.tuples(*(st.sampled_from(VALEURS.get(name, ["", "x", "60"])) for name in NOMS)),
    min_size=1,
    max_size=12,
)


def bloc(lignes: Sequence[Sequence[str]], palettes: Sequence[Palette]) -> Bloc:
    ranks: list[list[int]] = []
    start = 0
    for palette in palettes:
        end = start + len(palette.colonnes)
        ranks.append([])
        for line in lignes:
            cells = tuple(line[start:end])
            if cells not in palette.valeurs:
                palette.valeurs.append(cells)
            ranks[-1].append(palette.valeurs.index(cells))
        start = end
    return Bloc([10 + at for at in range(len(lignes))], palettes, ranks)


def verifier(traducteur: Traducteur, lu: Bloc) -> None:
    found = traducteur.traduire(lu)
    names, lines = list(chain.from_iterable(traducteur.tables)), found.parts.lignes()
    refusals: list[RefusLigne] = []
    doubts: list[RefusLigne] = []
    for at, number in enumerate(lu.numeros):
        made = convertir(number, lu.champs(at), trouver_commune=CONNUES.get, source="essai")
        doubts += made.avertissements
        if isinstance(made.resultat, RefusLigne):
            refusals.append(made.resultat)
            assert at in found.refusees
        else:
            values = dict(zip(names, lines[at], strict=True))
            key = values.get("id_interne") or ""
            assert logement_de(values | {"cle": key, "source": "essai"}) == made.resultat
    assert [*found.refus] == refusals
    assert [*found.avertissements] == doubts
    wanted = range(0, len(lu.numeros), 2)
    assert traducteur.empreintes(lu, wanted) == [empreinte_ligne(lu.champs(at)) for at in wanted]
    every = range(len(lu.numeros))
    assert traducteur.empreintes(lu, every) == [empreinte_ligne(lu.champs(at)) for at in every]


@given(blocs=st.lists(LIGNES, min_size=1, max_size=3), neuves=st.booleans())
def test_blocks_are_read_as_their_lines(
    blocs: list[list[tuple[str, ...]]], *, neuves: bool
) -> None:
    traducteur = Traducteur(CONNUES.get)
    palettes = [Palette(columns) for columns in COLONNES]
    for lines in blocs:
        if neuves:  # a palette that grew too much is left for a new one
            palettes = [Palette(columns) for columns in COLONNES]
        verifier(traducteur, bloc(lines, palettes))


def test_readings_are_let_go_when_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rpls_traduction, "_LECTURES_MAX", 2)
    lines = [(f"A{n}", "2A004", "", "", "", "3", "60", "", "", "", "", "") for n in range(9)]
    traducteur, palettes = Traducteur(CONNUES.get), [Palette(columns) for columns in COLONNES]
    for some in (lines[:5], lines[5:]):
        verifier(traducteur, bloc(some, palettes))


def test_lines_that_do_not_fit_are_refused_at_their_place() -> None:
    palette = Palette(("DEPCOM",), [("2A004",), ("",)])
    read = Traducteur(CONNUES.get).traduire(
        Bloc([2, 4], [palette], [[0, 1]], [(3, "6 cellules au lieu de 1")])
    )
    assert [(refus.ligne, refus.colonne) for refus in read.refus] == [(3, ""), (4, "DEPCOM")]
    assert read.refusees == {1}


def test_a_block_counts_every_line() -> None:
    assert len(Bloc([2, 4], [Palette(("A",), [("",)])], [[0, 0]], [(3, "?")])) == 3


def test_flat_values_make_a_dwelling_with_the_defaults_for_the_rest() -> None:
    assert logement_de({"cle": "A"}) == Logement(cle="A")
    assert logement_de({"cle": "A", "qpv": 0}).qpv is False
