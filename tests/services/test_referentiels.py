"""Tables of reference of a base: brought by files, consulted, taken back."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from fluxdesk.adapters.sheets.tableau_reader import lire_tableau
from fluxdesk.domain.erreurs import IntrouvableError
from fluxdesk.domain.plafonds_logement import plafonds
from fluxdesk.domain.referentiel_mots import phrases
from fluxdesk.services.annuler_action import annuler_action
from fluxdesk.services.annuler_referentiel import (
    AucuneEditionError,
    MotifManquantError,
    annuler_referentiel,
    revenir_edition,
)
from fluxdesk.services.consulter_referentiels import (
    GenreInconnuError,
    chercher,
    communes_en_qpv,
    editions,
    lire_genre,
    quartiers,
    seuil_quartile,
    voir_referentiel,
)
from fluxdesk.services.importer_referentiel import (
    DemandeReferentiel,
    EffetInvraisemblableError,
    SourceManquanteError,
    importer_referentiel,
)
from fluxdesk.services.ports import FichierIllisibleError
from tests.services.monde_referentiels import JOUR, QPV, G, faire_monde

if TYPE_CHECKING:
    from pathlib import Path

    from tests.services.monde_referentiels import Monde


@pytest.fixture
def monde(tmp_path: Path) -> Monde:
    return faire_monde(tmp_path)


def test_the_list_of_anct_comes_in_and_is_told(monde: Monde) -> None:
    tried = monde.importer(G.QPV_2024, QPV, essai=True)
    assert (tried.lues, tried.nouvelles, tried.id, tried.essai) == (12, 12, 0, True)
    assert monde.lignes(G.QPV_2024) == {}
    made = monde.importer(G.QPV_2024, QPV)
    assert made.id
    assert monde.lignes(G.QPV_2024)["QN00201M"]["communes"] == "02571,02691"
    with monde.uow as uow:
        assert (communes_en_qpv(JOUR, uow=uow) or frozenset()) >= {"02571", "14118"}
    again = monde.importer(G.QPV_2024, QPV)
    assert (again.inchangees, again.remplace) == (12, True)
    assert "elle est remplacée" in phrases(again)[-1]


def test_a_hostile_list_reconciles(monde: Monde) -> None:
    text = (
        "\ufeffcode_qp;lib_qp;insee_com;siren_epci;;\n"
        "QN00101M;Champ De Manuvre;1033;;;\n"  # the zero lost, the ligature lost
        "QN00102M;Deux;01033, 01091;240100891;;\n"
        "QN00102M;Deux;93001;240100891;;\n"  # a further commune of the same district
        "QN00102M;Autre nom;93001;;;\n"  # not the same district
        "QN00102M;Deux;;;;\n"
        "QP093001;Vieux;;;;\n"
        "QN00103M;Mauvais;01033;2,4E+08;;\n"
        "\n"
        "QN00104M;Trop;01033;240100891;;;x\n"
    )
    made = monde.apporter(G.QPV_2024, text)
    assert (made.lues, made.retenues, made.refusees, made.entrees) == (8, 3, 5, 2)
    assert monde.lignes(G.QPV_2024)["QN00102M"]["communes"] == "01033,01091,93001"
    assert len(made.avertissements) == 2
    assert "déjà donné par la ligne 3" in made.refus[0].phrase


def test_what_cannot_be_kept_is_refused(monde: Monde) -> None:
    with pytest.raises(EffetInvraisemblableError):
        monde.importer(G.QPV_2024, QPV, date(1026, 1, 1))
    with pytest.raises(FichierIllisibleError, match="Code RPLS"):
        monde.importer(G.FINANCEMENTS, QPV)
    with pytest.raises(FichierIllisibleError, match="Famille"):
        monde.apporter(G.FINANCEMENTS, "code;libelle\n53;ILM\n")
    bad = DemandeReferentiel(genre=G.QPV_2024, chemin=QPV, effet=JOUR, source=" ")
    with pytest.raises(SourceManquanteError):
        importer_referentiel(
            bad, essai=True, uow=monde.uow, lire=lire_tableau, territoires=monde.territoires
        )
    none = monde.apporter(G.QUARTILE, "siren;seuil\nx;y\n")
    assert (none.retenues, none.id, none.essai) == (0, 0, False)


def test_the_first_quartile_by_year(monde: Monde) -> None:
    text = "SIREN;EPCI;Seuil 2025\n240100891;CC;8 602,50 €\n;Île-de-France;10800\n"
    monde.apporter(G.QUARTILE, text, date(2025, 1, 1))
    monde.apporter(G.QUARTILE, "siren;nom;seuil\n240100891;CC;8800\n", date(2026, 1, 1))
    ask = {"uow": monde.uow}
    assert seuil_quartile("240100891", "01", date(2025, 5, 1), **ask) == Decimal("8602.5")
    assert seuil_quartile("240100891", "01", JOUR, **ask) == Decimal(8800)
    assert seuil_quartile("200054781", "93", date(2025, 5, 1), **ask) == Decimal(10800)
    assert seuil_quartile("200054781", "93", JOUR, **ask) is None
    assert seuil_quartile("240100891", "01", date(2024, 1, 1), **ask) is None


def test_ceilings_by_year_and_by_financing(monde: Monde) -> None:
    wide = "Financement;Catégorie;Paris;Île-de-France;Autres régions\nPLAI;1;14683;14683;12759\n"
    made = monde.apporter(G.PLAFONDS, wide, date(2025, 1, 1))
    assert (made.retenues, made.entrees, made.absentes, made.cumule) == (1, 3, 21, True)
    assert "gardées telles quelles" in phrases(made)[1]
    assert _plafond(monde, "PLAI", "autres", "1", JOUR) == (Decimal(12759), date(2025, 1, 1))
    assert _plafond(monde, "PLUS", "idf", "3", JOUR) == (Decimal(48362), date(2026, 1, 1))
    earlier = date(2025, 7, 1)
    assert _plafond(monde, "PLUS", "idf", "3", earlier) == (Decimal(47944), date(2025, 1, 1))
    assert _plafond(monde, "PLI", "A", "1", JOUR) is None
    more = monde.apporter(G.PLAFONDS, wide.replace("PLAI", "PLS"), date(2025, 1, 1))
    assert more.remplace
    assert "elle est complétée" in phrases(more)[-1]
    assert _plafond(monde, "PLAI", "autres", "1", JOUR) is not None


def _plafond(
    monde: Monde, financement: str, zone: str, categorie: str, jour: date
) -> tuple[Decimal, date] | None:
    with monde.uow as uow:
        tables = editions(G.PLAFONDS, uow=uow, territoires=monde.territoires)
    found = plafonds(financement, zone, tables, jour)
    return (found.montants[categorie], found.effet) if found else None


def test_the_former_edition_comes_back(monde: Monde) -> None:
    with pytest.raises(AucuneEditionError):
        revenir_edition(G.QPV_2024, motif="x", uow=monde.uow)
    one = monde.importer(G.QPV_2024, QPV)
    monde.apporter(G.QPV_2024, "code_qp;lib_qp\nQN00101M;Seul\n")
    assert set(monde.lignes(G.QPV_2024)) == {"QN00101M"}
    with pytest.raises(MotifManquantError):
        revenir_edition(G.QPV_2024, motif=" ", uow=monde.uow)
    told = annuler_action(monde.dernier(), motif="essai", transaction=lambda: monde.uow)
    assert "quartiers prioritaires 2024" in told.lower()
    assert len(monde.lignes(G.QPV_2024)) == 12
    assert "retirée" in revenir_edition(G.QPV_2024, motif="erreur", uow=monde.uow)
    assert monde.lignes(G.QPV_2024) == {}
    with pytest.raises(IntrouvableError):
        annuler_referentiel(one.id, motif="x", uow=monde.uow)


def test_an_edition_the_journal_does_not_know_is_taken_out(monde: Monde) -> None:
    made = monde.importer(G.QPV_2024, QPV)
    with monde.uow as uow:
        uow.journal.ecrire("referentiel.annuler", f"referentiel:{made.id}", "deux fois")
        uow.journal.ecrire("referentiel.annuler", f"referentiel:{made.id}", "trois fois")
        uow.valider()
    revenir_edition(G.QPV_2024, motif="x", uow=monde.uow)
    assert monde.lignes(G.QPV_2024) == {}


def test_another_act_on_an_edition_is_no_import(monde: Monde) -> None:
    monde.apporter(G.FINANCEMENTS, "code;famille\n53;PLS\n")
    made = monde.importer(G.QPV_2024, QPV)
    with monde.uow as uow:
        uow.journal.ecrire("referentiel.annuler", f"referentiel:{made.id}", "avant tout")
        uow.valider()
    assert "retirée" in annuler_referentiel(made.id, motif="x", uow=monde.uow)


def test_both_perimeters_of_districts_are_kept(monde: Monde) -> None:
    with monde.uow as uow:
        assert communes_en_qpv(JOUR, uow=uow) is None
    text = "code_qp;lib_qp;insee_com\nQP093001;Vieux;93001\n"
    monde.apporter(G.QPV_2015, text, date(2015, 1, 1))
    monde.importer(G.QPV_2024, QPV, date(2024, 1, 1))
    with monde.uow as uow:
        assert communes_en_qpv(date(2023, 12, 31), uow=uow) == frozenset({"93001"})
        old, new = quartiers("qp093001", uow=uow), quartiers("QN01001I", uow=uow)
        assert quartiers("QN99999Z", uow=uow) == ()
    assert [(q.genre, q.nom, q.effet) for q in old] == [(G.QPV_2015, "Vieux", date(2015, 1, 1))]
    assert new[0].genre is G.QPV_2024


def test_tables_are_named_loosely_and_searched(monde: Monde) -> None:
    assert lire_genre("QPV-2024") is G.QPV_2024
    assert lire_genre("plafonds") is G.PLAFONDS
    assert lire_genre("EPCI") is G.EPCI
    for unknown in ("qpv", "", "lune"):
        with pytest.raises(GenreInconnuError, match="premier quartile"):
            lire_genre(unknown)
    lines = voir_referentiel(G.COMMUNES, uow=monde.uow, territoires=monde.territoires, jour=JOUR)
    assert len(chercher(lines, "")) == 3
    assert [line.cle for line in chercher(lines, "chatillon 01")] == ["01091"]
