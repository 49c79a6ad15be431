"""Importing the clauses of offers, territories of parts, and rights that cannot be served."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from fluxdesk.domain.clauses import Clauses, ModeNeuf, RythmeBilan, SuiteCarence, UniteDelai
from fluxdesk.domain.convention import ModeOffre
from fluxdesk.domain.flux.parties import ModeRefus, Zone
from fluxdesk.domain.flux_constate import constater
from tests.domain.test_faisabilite import unite
from tests.services.memoire import MemoireUow
from tests.services.test_importer_conventions import (
    SANS_FLUX,
    comptes,
    convention,
    importer,
    sans_insecables,
    tableau,
)

if TYPE_CHECKING:
    from pathlib import Path


def test_rights_that_cannot_all_be_served_are_told_and_still_recorded(tmp_path: Path) -> None:
    uow = MemoireUow()
    seen = constater([(unite("2A004"), 90), (unite("2B033"), 10)], 12)
    path = tableau(
        tmp_path,
        "reservataire;categorie;taux;assiette;territoire",
        "Ville de Bastia;commune;20;tout;commune:2B033",
    )
    rapport = importer(uow, path, examinateur=replace(SANS_FLUX, flux=seen))
    assert comptes(rapport) == (1, 0, 0, 0)
    (told,) = (sans_insecables(a.phrase) for a in rapport.avertissements)
    assert "(Bastia) n’en libère que 10,0/an : il manque 10,0 logements/an" in told
    wide = tableau(tmp_path, "reservataire;taux", "ALS;20")
    assert importer(uow, wide, examinateur=replace(SANS_FLUX, flux=seen)).avertissements
    alone = importer(MemoireUow(), wide, examinateur=replace(SANS_FLUX, flux=seen))
    assert alone.avertissements == ()


def test_a_part_has_its_own_territory_and_keeps_it_when_nothing_is_said(tmp_path: Path) -> None:
    uow = MemoireUow()
    head = "reservataire;taux;parent;territoire"
    lines = ("CA;20;;epci:242010056", "Ajaccio;5;CA;commune:2A004", "reste;15;CA;")
    importer(uow, tableau(tmp_path, head, *lines))
    _, found = convention(uow, "CA")
    ajaccio = Zone(communes=frozenset({"2A004"}))
    assert [s.territoire for s in found.avenants[0].sous_contingents] == [ajaccio, None]
    importer(uow, tableau(tmp_path, head, "CA;20;;", "Ajaccio;6;CA;", "reste;14;CA;commune:2A017"))
    _, found = convention(uow, "CA")
    assert [s.territoire for s in found.avenants[0].sous_contingents] == [
        ajaccio,
        Zone(communes=frozenset({"2A017"})),
    ]


def test_the_clauses_of_offers_come_in_too(tmp_path: Path) -> None:
    uow = MemoireUow()
    head = "reservataire;taux;report;plafond_report;carence;mode_offre"
    importer(uow, tableau(tmp_path, head, "A;20;9;5;compte;À tous", "B;20;;;;ordre"))
    _, first = convention(uow, "A")
    assert (first.report, first.plafond_report) == (9, 5)
    assert (first.carence, first.mode_offre) == (ModeRefus.COMPTE, ModeOffre.TOUS)
    _, second = convention(uow, "B")
    assert (second.plafond_report, second.mode_offre) == (None, ModeOffre.ORDRE)
    assert second.carence is ModeRefus.NON_COMPTE_MIXITE
    refused = importer(uow, tableau(tmp_path, head, "C;20;9;-1;;"))
    assert refused.refus[0].colonne == "plafond_report"


def test_every_clause_of_the_form_can_come_from_a_workbook(tmp_path: Path) -> None:
    uow = MemoireUow()
    head = (
        "reservataire;taux;reference;signature;garantie_emprunt;candidats;zone_tendue;unite_delai;"
        "suite_carence;refus_candidat;refus_cal;retrait;publics;signalement_jours;"
        "candidats_nouveaux_jours;rotation;neuf;rythme;point_jours;terme;tacite_reconduction;"
        "reconduction_annees;denonciation_mois;transmise_prefet"
    )
    line = (
        "ALS;20;2026-1;15/12/2025;oui;2;non;ouvrés;reprise;compte;non_compte;compte;"
        "salariés, travailleurs clés;15;10;7,5 %;dans le flux;trimestriel;20;31/12/2028;oui;3;6;"
        "20/12/2025"
    )
    assert comptes(importer(uow, tableau(tmp_path, head, line))) == (1, 0, 0, 0)
    _, found = convention(uow, "ALS")
    assert (found.reference, found.signature) == ("2026-1", date(2025, 12, 15))
    assert (found.garantie_emprunt, found.candidats, found.zone_tendue) == (True, 2, False)
    assert found.clauses == Clauses(
        publics=("salariés", "travailleurs clés"),
        rotation=750,
        signalement_jours=15,
        candidats_nouveaux_jours=10,
        unite_delai=UniteDelai.OUVRES,
        suite_carence=SuiteCarence.REPRISE,
        refus_candidat=ModeRefus.COMPTE,
        refus_cal=ModeRefus.NON_COMPTE,
        retrait=ModeRefus.COMPTE,
        neuf=ModeNeuf.DANS_LE_FLUX,
        rythme=RythmeBilan.TRIMESTRIEL,
        point_jours=20,
        fin=date(2028, 12, 31),
        tacite_reconduction=True,
        reconduction_annees=3,
        denonciation_mois=6,
        transmise_prefet=date(2025, 12, 20),
    )
    silent = importer(uow, tableau(tmp_path, "reservataire;taux;publics", "ALS;20;"))
    assert silent.inchangees == 1  # what a file does not say stays
    refused = importer(uow, tableau(tmp_path, "reservataire;taux;denonciation_mois", "B;20;99"))
    assert refused.refus[0].colonne == "denonciation_mois"


def test_two_lines_of_one_holder_cannot_say_two_clauses(tmp_path: Path) -> None:
    head = "reservataire;taux;debut;rythme"
    lines = ("ALS;20;;annuel", "ALS;22;01/06/2026;mensuel")
    rapport = importer(MemoireUow(), tableau(tmp_path, head, *lines))
    assert rapport.refus[0].colonne == "rythme"
