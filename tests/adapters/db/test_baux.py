"""Leases in SQL: the same states as the domain tells, counted and listed; what leans on them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from fluxdesk.adapters.db.erreurs import LotUtiliseError
from fluxdesk.domain.erreurs import IntrouvableError
from fluxdesk.domain.examen_occupation import (
    AvisOccupation,
    EtatBail,
    ExamenOccupation,
    RegleExamen,
    prochain_examen,
    seuils,
)
from fluxdesk.domain.logement import EtatLogement
from fluxdesk.services.rows_baux import FiltreBaux
from tests.adapters.db.exemples import ORIENTATION, RESERVATAIRE, VACANCE, importer, logement

if TYPE_CHECKING:
    from fluxdesk.adapters.db.base import SqlBase

JOUR = date(2026, 11, 22)
REGLE = RegleExamen()
DUS, BIENTOT = seuils(REGLE, JOUR)
FILTRE = FiltreBaux(echu=DUS, proche=BIENTOT)
BAUX = (
    "1987-03", "2023-11", "2023-11-22", "2023-11-23", "2024-05", "2024-05-22", "2024-05-23",
    "2026-10-01", "",
)  # fmt: skip
EXAMENS = (None, date(2020, 2, 29), date(2023, 11, 22), date(2024, 5, 23))
COMMUNES = ("2A004", "2B033")


def examen(ident: int, jour: date) -> ExamenOccupation:
    return ExamenOccupation(
        logement_id=ident, jour=jour, avis=AvisOccupation.SUR_OCCUPATION, note="à revoir"
    )


@pytest.fixture
def peuplee(base: SqlBase) -> SqlBase:
    """Every lease with every last examination, in two communes; one dwelling that went."""
    pairs = [(lease, seen) for lease in BAUX for seen in EXAMENS]
    with base.transaction() as uow:
        homes = [
            logement(f"k{n}", bail=lease, commune=COMMUNES[n % 2], programme=f"Bât {n}")
            for n, (lease, _) in enumerate(pairs)
        ]
        importer(uow, *homes, logement("k99", bail="1990-01", etat=EtatLogement.SORTI))
        for ident, (_, seen) in enumerate(pairs, start=1):
            for day in (date(2015, 1, 1), seen) if seen else ():
                uow.examens.enregistrer(examen(ident, day))
        uow.valider()
    return base


def comptes(base: SqlBase, filtre: FiltreBaux) -> Counter[tuple[str, EtatBail]]:
    found = Counter[tuple[str, EtatBail]]()
    for one in base.lectures.comptes_baux(filtre):
        found[one.commune, one.etat] += one.nombre
    return found


def test_sql_and_sentences_tell_the_same_state_of_every_lease(peuplee: SqlBase) -> None:
    rows = peuplee.lectures.baux(FILTRE)
    assert len(rows) == len(BAUX) * len(EXAMENS)
    told = [prochain_examen(row.bail, row.examen, REGLE, JOUR) for row in rows]
    days = [one.jour or date.max for one in told]
    assert days == sorted(days)
    counts = Counter((row.code_commune, one.etat) for row, one in zip(rows, told, strict=True))
    for state in EtatBail:
        asked = replace(FILTRE, etat=state)
        listed = peuplee.lectures.baux(asked)
        assert {r.id for r in listed} == {
            row.id for row, one in zip(rows, told, strict=True) if one.etat is state
        }
        assert comptes(peuplee, asked) == {key: n for key, n in counts.items() if key[1] is state}
    assert comptes(peuplee, FILTRE) == counts
    dated = comptes(peuplee, replace(FILTRE, dates=True))  # one whose lease is unknown was examined
    assert {state for _, state in dated} == {*EtatBail}


def test_leases_are_narrowed_by_words_places_and_dwellings_left(peuplee: SqlBase) -> None:
    asked = replace(FILTRE, communes=frozenset({"2A004"}), quittes=frozenset({1, 2}))
    rows = peuplee.lectures.baux(asked)
    assert {row.code_commune for row in rows} == {"2A004"}
    assert not {1, 2} & {row.id for row in rows}
    assert len(peuplee.lectures.baux(replace(asked, limite=3))) == 3
    found = peuplee.lectures.baux(replace(FILTRE, texte="bât 12"))
    assert [row.programme for row in found] == ["Bât 12"]
    assert peuplee.lectures.baux(replace(FILTRE, texte="ailleurs")) == []


def test_where_no_lease_is_unknown_and_examined_the_index_alone_answers(base: SqlBase) -> None:
    with base.transaction() as uow:
        importer(uow, logement("a", bail="2019-01"), logement("b"), logement("c", bail="2026-01"))
        uow.valider()
    due = replace(FILTRE, etat=EtatBail.A_EXAMINER)
    assert [row.id for row in base.lectures.baux(due)] == [1]
    assert comptes(base, due) == {("", EtatBail.A_EXAMINER): 1}
    assert EtatBail.INCONNU not in {s for _, s in comptes(base, replace(FILTRE, dates=True))}
    assert comptes(base, replace(FILTRE, etat=EtatBail.INCONNU)) == {("", EtatBail.INCONNU): 1}


def test_an_examination_is_kept_changed_and_removed(peuplee: SqlBase) -> None:
    with peuplee.transaction() as uow:
        (first, last) = uow.examens.du_logement(2)
        assert (first.jour, last.jour) == (date(2015, 1, 1), date(2020, 2, 29))
        changed = replace(last, avis=AvisOccupation.DEPASSEMENT, note="")
        assert uow.examens.enregistrer(changed) == last.id
        assert uow.examens.lire(last.id) == changed
        uow.examens.retirer(first.id)
        assert uow.examens.toutes()[0] == changed
        with pytest.raises(IntrouvableError, match="L’examen"):
            uow.examens.lire(first.id)


def test_an_import_whose_dwelling_was_examined_stays(peuplee: SqlBase) -> None:
    with (
        peuplee.transaction() as uow,
        pytest.raises(LotUtiliseError, match="a un examen d’occupation"),
    ):
        uow.lots.annuler(1)


def test_undoing_an_import_leaves_a_lease_signed_here(base: SqlBase) -> None:
    with base.transaction() as uow:
        importer(uow, logement("a", bail="2019-01"), logement("b", bail="2019-02"))
        uow.reservataires.enregistrer(replace(RESERVATAIRE, id=0))
        lot = uow.lots.ouvrir("f.csv", "RPLS", "utf-8")
        homes = [uow.logements.lire(n) for n in (1, 2)]
        uow.logements.modifier([replace(home, surface=50, bail="2020-01") for home in homes], lot)
        freed = uow.vacances.enregistrer(replace(VACANCE, id=0, logement_id=1))
        let = replace(ORIENTATION, id=0, vacance_id=freed, date_bail=date(2026, 3, 17))
        uow.orientations.enregistrer(let)
        uow.logements.noter_bail(1, "2026-03-17")
        with pytest.raises(IntrouvableError):
            uow.logements.noter_bail(9, "2026-03-17")
        assert uow.lots.annuler(lot) == (0, 2)
        homes = [uow.logements.lire(n) for n in (1, 2)]
        assert [(home.bail, home.surface) for home in homes] == [
            ("2026-03-17", None),
            ("2019-02", None),
        ]
