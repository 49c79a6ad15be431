"""Dwellings taken out of the flux: foreseen, done, the gap; every act can be undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from fluxdesk.adapters.sheets.tableau_reader import lire_tableau
from fluxdesk.domain.erreurs import IntrouvableError
from fluxdesk.domain.prevision import Prevision
from fluxdesk.domain.suivi_vacance import SuiviVacance
from fluxdesk.domain.vacance import CategorieSoustrait, CauseLiberation, Qualification, Vacance
from fluxdesk.services.annuler_action import ActionNonAnnulableError, annuler_action
from fluxdesk.services.comparer_soustraits import lire_soustraits
from fluxdesk.services.enregistrer_conge import enregistrer_conge
from fluxdesk.services.importer_previsions import importer_previsions
from fluxdesk.services.prevoir_soustraits import (
    CategorieInconnueError,
    PrevisionFausseError,
    RienAReconduireError,
    lire_categorie,
    prevoir_soustraits,
    reconduire_soustraits,
    retirer_prevision,
)
from fluxdesk.services.tenir_fiches import FicheToucheeError
from tests.services.monde import HORLOGE, TERRITOIRES, actions, conge, monde

if TYPE_CHECKING:
    from pathlib import Path

    from fluxdesk.services.comparer_soustraits import TableauSoustraits
    from tests.services.memoire import MemoireUow

PRU, VENTE = CategorieSoustrait.RENOUVELLEMENT_URBAIN, CategorieSoustrait.VENTE
PINS = Prevision(annee=2026, categorie=PRU, nombre=3, operation="Les Pins")


@pytest.fixture
def uow() -> MemoireUow:
    return monde()


def lire(uow: MemoireUow, annee: int = 0) -> TableauSoustraits:
    return lire_soustraits(annee, uow=uow, horloge=HORLOGE, territoires=TERRITOIRES)


def soustraire(
    uow: MemoireUow, logement: int, categorie: CategorieSoustrait = PRU, operation: str = ""
) -> int:
    return enregistrer_conge(
        Vacance(
            logement_id=logement,
            date_conge=date(2026, 2, 1),
            cause=CauseLiberation.CONGE,
            qualification=Qualification.SOUSTRAIT,
            categorie_soustrait=categorie,
            suivi=SuiviVacance(operation=operation),
        ),
        uow=uow,
    )


def defaire(uow: MemoireUow, motif: str = "erreur") -> str:
    with uow:
        last = max(e.numero for e in uow.journal.toutes())
    return annuler_action(last, motif=motif, transaction=lambda: uow)


def test_each_dwelling_taken_out_meets_the_line_of_its_operation(uow: MemoireUow) -> None:
    made = prevoir_soustraits(
        (PINS, replace(PINS, operation="", nombre=1), replace(PINS, categorie=VENTE, nombre=2)),
        uow=uow,
    )
    first = soustraire(uow, 1, operation="les pins")
    second = soustraire(uow, 2, operation="Autre")
    third = soustraire(uow, 3, CategorieSoustrait.MUTATION)
    conge(uow, 4)
    read = lire(uow)
    assert [(x.prevision and x.prevision.id, x.vacances, x.ecart) for x in read.lignes] == [
        (made[0].id, (first,), -2),
        (made[1].id, (second,), 0),
        (made[2].id, (), -2),
        (None, (third,), 1),
    ]
    totals = {t.categorie: (t.prevu, t.realise, t.ecart) for t in read.totaux}
    assert totals[PRU] == (4, 2, -2)
    assert totals[CategorieSoustrait.HABITAT_INDIGNE] == (0, 0, 0)
    assert totals[None] == (6, 3, -3)
    assert read.annee == 2026
    assert read.annees == (2027, 2026)


def test_the_most_precise_line_takes_the_dwelling_and_gives_way_once_full(uow: MemoireUow) -> None:
    here = replace(PINS, commune="2A004", qpv="hors QPV", typologie="T3", nombre=1)
    prevoir_soustraits((PINS, here, replace(here, nombre=5)), uow=uow)
    ids = [soustraire(uow, n, operation="Les Pins") for n in (1, 2)]
    away = soustraire(uow, 6, operation="Les Pins")
    read = lire(uow)
    assert [x.vacances for x in read.lignes] == [(away,), (ids[0],), (ids[1],)]
    assert read.communes == {"2A004": "Ajaccio"}


def test_an_operation_of_several_years_says_its_years(uow: MemoireUow) -> None:
    made = prevoir_soustraits((PINS, replace(PINS, operation="Vente", categorie=VENTE)), uow=uow)
    assert lire(uow).pluriannuel == {}
    copied = reconduire_soustraits(2026, uow=uow, seules=(made[0].id,))
    assert [(p.annee, p.operation) for p in copied] == [(2027, "Les Pins")]
    assert lire(uow).pluriannuel == {made[0].id: {2026: 3, 2027: 3}}
    assert lire(uow, 2027).annee == 2027
    assert [p.operation for p in reconduire_soustraits(2026, uow=uow)] == ["Vente"]
    with pytest.raises(RienAReconduireError, match="2027 les a déjà"):
        reconduire_soustraits(2026, uow=uow)


def test_a_place_that_the_cog_does_not_know_keeps_its_code(uow: MemoireUow) -> None:
    prevoir_soustraits((replace(PINS, commune="99999"),), uow=uow)
    assert lire(uow).communes == {"99999": "99999"}


@pytest.mark.parametrize(
    ("fausse", "dit"),
    [(replace(PINS, annee=26), "n’est pas une année"), (replace(PINS, nombre=-1), "entre 0 et")],
)
def test_a_line_that_cannot_be_is_refused(uow: MemoireUow, fausse: Prevision, dit: str) -> None:
    with pytest.raises(PrevisionFausseError, match=dit):
        prevoir_soustraits((fausse,), uow=uow)
    assert lire(uow).lignes == ()


def test_a_cause_is_read_without_accents() -> None:
    assert lire_categorie("Copropriete DEGRADEE") is CategorieSoustrait.COPROPRIETE_DEGRADEE
    with pytest.raises(CategorieInconnueError, match="choisissez"):
        lire_categorie("autre")


def test_every_act_on_a_line_is_undone_by_another(uow: MemoireUow) -> None:
    (made,) = prevoir_soustraits((PINS,), uow=uow, motif="plan 2026")
    prevoir_soustraits((replace(made, nombre=9),), uow=uow)
    assert "Les Pins" in defaire(uow)
    assert lire(uow).lignes[0].prevu == 3
    retirer_prevision(made.id, uow=uow, motif="doublon")
    assert lire(uow).lignes == ()
    defaire(uow)
    back = lire(uow).lignes[0].prevision
    assert back is not None
    assert replace(back, id=made.id) == made
    with pytest.raises(ActionNonAnnulableError):
        defaire(uow)
    assert actions(uow)[-5:] == [
        "prevision.ecrire",
        "prevision.ecrire",
        "prevision.annuler",
        "prevision.ecrire",
        "prevision.annuler",
    ]


def test_what_was_made_together_goes_together_unless_it_changed(uow: MemoireUow) -> None:
    prevoir_soustraits((PINS, replace(PINS, categorie=VENTE)), uow=uow)
    defaire(uow)
    assert lire(uow).lignes == ()
    first, second = prevoir_soustraits((PINS, replace(PINS, categorie=VENTE)), uow=uow)
    with uow:
        numero = max(e.numero for e in uow.journal.toutes())
    prevoir_soustraits((replace(second, nombre=8),), uow=uow)
    with pytest.raises(FicheToucheeError, match="a changé depuis"):
        annuler_action(numero, motif="essai", transaction=lambda: uow)
    retirer_prevision(second.id, uow=uow)
    with pytest.raises(FicheToucheeError, match="plus récente"):
        annuler_action(numero, motif="essai", transaction=lambda: uow)
    assert [x.prevision and x.prevision.id for x in lire(uow).lignes] == [first.id]
    with pytest.raises(IntrouvableError):
        retirer_prevision(second.id, uow=uow)


def test_a_table_is_taken_whole(uow: MemoireUow, tmp_path: Path) -> None:
    path = tmp_path / "previsions.csv"
    path.write_text(
        "annee;categorie;nombre;operation;commune;qpv;typologie\n"
        "2027;vente;4;Cession;2a004;QPV;t3\n;mutation dans le parc;12;;;;\n",
        encoding="utf-8",
    )
    read = importer_previsions(path, uow=uow, lire=lire_tableau, annee=2026)
    assert [(p.annee, p.nombre, p.commune, p.typologie) for p in read.previsions] == [
        (2027, 4, "2A004", "T3"),
        (2026, 12, "", ""),
    ]
    assert read.phrase() == "previsions.csv\u00a0: 2\u00a0prévisions enregistrées."
    defaire(uow)
    assert lire(uow).lignes == ()


def test_one_line_refused_keeps_all_of_them_out(uow: MemoireUow, tmp_path: Path) -> None:
    path = tmp_path / "previsions.csv"
    path.write_text(
        "annee;categorie;nombre\n2027;vente;4\n2027;vente;x\n2027;vente;\n26;vente;1\n;;2\n",
        encoding="utf-8",
    )
    read = importer_previsions(path, uow=uow, lire=lire_tableau, annee=2026)
    assert [(r.ligne, r.colonne) for r in read.refus] == [
        (3, "nombre"),
        (4, "nombre"),
        (5, "annee"),
        (6, "categorie"),
    ]
    assert read.phrase().endswith("4\u00a0lignes refusées, rien n’a été enregistré.")
    assert lire(uow, 2027).lignes == ()


def test_what_left_in_another_year_is_of_that_year(uow: MemoireUow) -> None:
    soustraire(uow, 1, operation="Les Pins")
    assert [line.realise for line in lire(uow, 2026).lignes] == [1]
    assert lire(uow, 2025).lignes == ()
