"""Importing a table of conventions: avenants, parts, clauses, refusals, and twice is once."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from fluxdesk.domain.convention import Convention
    from fluxdesk.domain.rapport import RapportImport
    from fluxdesk.domain.reservataire import Reservataire

from fluxdesk.adapters.flots.coupe import couper
from fluxdesk.adapters.referentiels.cog import Cog
from fluxdesk.adapters.sheets.tableau_reader import lire_tableau
from fluxdesk.domain.convention import ModeGestion
from fluxdesk.domain.flux.parties import Axe, Cible, EvenementDecompte, ModeRefus, Zone
from fluxdesk.domain.flux_constate import FluxConstate
from fluxdesk.domain.reservataire import Categorie
from fluxdesk.services.controler_faisabilite import Examinateur
from fluxdesk.services.importer_conventions import COLONNES, importer_conventions
from fluxdesk.services.ports import FichierIllisibleError
from tests.services.memoire import HorlogeFixe, MemoireUow

SANS_FLUX = Examinateur(
    horloge=HorlogeFixe(), territoires=Cog(), couper=couper, flux=FluxConstate(mois=0)
)
CONVENTIONS = Path(__file__).parents[1] / "data" / "conventions.csv"


def importer(
    uow: MemoireUow, chemin: Path, *, essai: bool = False, examinateur: Examinateur = SANS_FLUX
) -> RapportImport:
    rapport = importer_conventions(
        chemin, essai=essai, uow=uow, lire=lire_tableau, examinateur=examinateur
    )
    told = rapport.creees + rapport.modifiees + rapport.inchangees + rapport.refusees
    assert told == rapport.lues
    assert len(rapport.refus) == rapport.refusees
    return rapport


def tableau(tmp_path: Path, *lignes: str) -> Path:
    path = tmp_path / "conventions.csv"
    path.write_text("\n".join(lignes), encoding="utf-8")
    return path


def sans_insecables(phrase: str) -> str:
    assert "\u00a0" in phrase or not set(":;?!%«") & set(phrase)
    return phrase.replace("\u00a0", " ")


def comptes(rapport: RapportImport) -> tuple[int, int, int, int]:
    return rapport.creees, rapport.modifiees, rapport.inchangees, rapport.refusees


def convention(uow: MemoireUow, nom: str) -> tuple[Reservataire, Convention]:
    with uow:
        who = uow.reservataires.trouver(nom)
        assert who is not None
        found = uow.conventions.du_reservataire(who.id)
        assert found is not None
        return who, found


def test_a_whole_table_comes_in_with_every_clause() -> None:
    uow = MemoireUow()
    rapport = importer(uow, CONVENTIONS)
    assert comptes(rapport) == (7, 0, 0, 0)
    assert rapport.lot == 1
    who, found = convention(uow, "action logement services")
    assert (who.nom, who.categorie) == ("Action Logement Services", Categorie.ACTION_LOGEMENT)
    assert [(a.numero, a.dix_milliemes, a.debut, a.fin) for a in found.avenants] == [
        (0, 2200, date(2024, 1, 1), date(2025, 12, 31)),
        (1, 2250, date(2026, 1, 1), None),
    ]
    assert (found.report, found.etalement, found.delai_jours) == (-2, 60, 45)
    assert found.refus is ModeRefus.COMPTE
    assert found.mode_gestion is ModeGestion.DELEGUEE
    assert found.evenement_decompte is EvenementDecompte.ATTRIBUTION_CAL
    assert found.cibles == (
        Cible(Axe.FINANCEMENT, "PLAI", 4000),
        Cible(Axe.FINANCEMENT, "PLUS", 6000),
        Cible(Axe.QPV, "QPV", 3000),
    )
    _, etat = convention(uow, "ÉTAT")
    (avenant,) = etat.avenants
    assert [(s.code, s.nom, s.dix_milliemes) for s in avenant.sous_contingents] == [
        ("AGENTS-DE-L-ETAT", "Agents de l’État", 500),
        ("PRIORITAIRES", "Prioritaires", 2500),
    ]
    who, ville = convention(uow, "Ville d'Ajaccio")
    assert who.categorie is Categorie.COMMUNE
    assert (ville.territoire, ville.assiette) == (
        Zone(communes=frozenset({"2A004"})),
        Zone.partout(),
    )
    _, paris = convention(uow, "Ville de Paris")
    assert paris.territoire == Zone(communes=frozenset({"75056"}))


def test_a_second_import_changes_nothing_and_a_dry_run_writes_nothing() -> None:
    uow = MemoireUow()
    assert comptes(importer(uow, CONVENTIONS, essai=True)) == (7, 0, 0, 0)
    assert uow.validations == 0
    importer(uow, CONVENTIONS)
    assert comptes(importer(uow, CONVENTIONS)) == (0, 0, 7, 0)
    assert uow.validations == 1
    with uow:
        (entree,) = uow.journal.toutes()
        assert len(uow.reservataires.tous()) == 4
    assert (entree.action, entree.objet) == ("import.conventions", "lot:1")
    assert sans_insecables(entree.libelle) == (
        "Import de « conventions.csv » : 4 conventions créées, 0 modifiée, 0 ligne refusée"
    )


def test_a_new_avenant_is_added_and_silent_clauses_are_kept(tmp_path: Path) -> None:
    uow = MemoireUow()
    importer(uow, CONVENTIONS)
    _, before = convention(uow, "Action Logement Services")
    rapport = importer(
        uow, tableau(tmp_path, "reservataire;taux;debut", "ACTION LOGEMENT SERVICES;20;01/01/2027")
    )
    assert comptes(rapport) == (0, 1, 0, 0)
    who, after = convention(uow, "Action Logement Services")
    assert who.nom == "Action Logement Services"
    assert [a.dix_milliemes for a in after.avenants] == [2200, 2250, 2000]
    assert (after.id, after.cibles, after.delai_jours) == (before.id, before.cibles, 45)


def test_a_rate_of_the_same_day_is_replaced_and_unnamed_parts_are_kept(tmp_path: Path) -> None:
    uow = MemoireUow()
    importer(uow, CONVENTIONS)
    importer(uow, tableau(tmp_path, "reservataire;taux;debut", "État;28 %;01/01/2024"))
    _, etat = convention(uow, "État")
    assert [(a.dix_milliemes, len(a.sous_contingents)) for a in etat.avenants] == [(2800, 2)]


def test_a_part_of_the_base_keeps_its_code_and_its_spelling(tmp_path: Path) -> None:
    uow = MemoireUow()
    importer(uow, CONVENTIONS)
    head = "reservataire;taux;debut;parent"
    lines = ("PRIORITAIRES;30;01/01/2024;etat", "état;30;01/01/2024;")
    rapport = importer(uow, tableau(tmp_path, head, *lines))
    assert comptes(rapport) == (0, 2, 0, 0)
    _, etat = convention(uow, "État")
    (part,) = etat.avenants[0].sous_contingents
    assert (part.code, part.nom, part.dix_milliemes) == ("PRIORITAIRES", "Prioritaires", 3000)


def test_what_the_law_forbids_is_told_and_still_recorded(tmp_path: Path) -> None:
    uow = MemoireUow()
    rapport = importer(
        uow, tableau(tmp_path, "reservataire;categorie;taux", "État;état;60", "ALS;autre;50")
    )
    assert comptes(rapport) == (2, 0, 0, 0)
    phrases = sans_insecables(" ".join(a.phrase for a in rapport.avertissements))
    assert "elle ne peut dépasser 30 %" in phrases
    assert "les taux s’additionnent à 110 %" in phrases
    assert {(a.ligne, a.colonne) for a in rapport.avertissements} == {(0, "")}


HEAD = "reservataire;categorie;taux;debut;fin;territoire;parent;report;delai_jours;refus;cibles"


@pytest.mark.parametrize(
    ("ligne", "colonne", "fragment"),
    [
        (";autre;20;;;;;;;;", "reservataire", "Le nom du réservataire manque."),
        ("A;autre;;;;;;;;;", "taux", "Le taux manque."),
        ("A;autre;22,555;;;;;;;;", "taux", "n’est pas un taux"),
        ("A;autre;0.25;;;;;;;;", "taux", "avec son signe %"),
        ("A;royaume;20;;;;;;;;", "categorie", "n’est pas dans la liste : « état », "),
        ("A;autre;20;31/02/2026;;;;;;;", "debut", "n’est pas une date"),
        ("A;autre;20;01/02/2026;01/01/2026;;;;;;", "fin", "précède la date de début"),
        ("A;commune;20;;;;;;;;", "territoire", "n’est servi que sur son territoire"),
        ("A;epci;20;;;;;;;;", "territoire", "n’est servi que sur son territoire"),
        ("A;commune;20;;;Ajaccio;;;;;", "territoire", "n’est pas compris"),
        ("A;commune;20;;;commune:99999;;;;;", "territoire", "inconnus du référentiel : 99999"),
        ("A;epci;20;;;epci:1,departement:00;;;;;", "territoire", "référentiel : 00, 1."),
        ("A;autre;20;;;;Inconnu;;;;", "parent", "n’a pas de ligne acceptée"),
        ("A;autre;20;;;;;deux;;;", "report", "n’est pas un nombre entier"),
        ("A;autre;20;;;;;;0;;", "delai_jours", "compris entre 1 et 366"),
        ("A;autre;20;;;;;;;peut-être;", "refus", "n’est pas dans la liste"),
        ("A;autre;20;;;;;;;;PLAI:40", "cibles", "ne sont pas comprises"),
        ("A;autre;20;;;;;;;;;;trop", "", "un séparateur manque ou est en trop"),
    ],
)
def test_a_refused_line_refuses_itself_only_and_says_where(
    tmp_path: Path, ligne: str, colonne: str, fragment: str
) -> None:
    uow = MemoireUow()
    rapport = importer(uow, tableau(tmp_path, HEAD, ligne, "B;autre;10;;;;;;;;"))
    assert comptes(rapport) == (1, 0, 0, 1)
    (refus,) = rapport.refus
    assert (refus.ligne, refus.colonne) == (2, colonne)
    assert fragment in sans_insecables(refus.phrase)


@pytest.mark.parametrize(
    ("lignes", "colonne", "fragment"),
    [
        (("A;20;;;;;", "A;30;;;;;"), "debut", "déjà une ligne sans date de début"),
        (
            ("A;20;01/01/2026;;;;", "A;30;01/01/2026;;;;"),
            "debut",
            "est déjà le début d’une ligne de ce réservataire",
        ),
        (
            ("A;20;01/01/2026;31/12/2026;;;", "A;30;01/06/2026;;;;"),
            "debut",
            "« 01/06/2026 » chevauche les dates d’un autre avenant",
        ),
        (
            ("A;20;01/06/2026;;;;", "A;30;;31/12/2026;;;"),
            "fin",
            "« 31/12/2026 » chevauche les dates d’un autre avenant",
        ),
        (("A;20;;;;10;", "A;30;01/01/2026;;;20;"), "delai_jours", "contredit la ligne 2"),
        (
            ("A;20;01/01/2026;;;;autre", "A;30;01/01/2027;;;;employeur"),
            "categorie",
            "contredit la ligne 2",
        ),
        (("A;20;;;;;", "p;20;01/01/2026;;A;;"), "debut", "n’est le début d’aucune ligne"),
        (("A;20;;;;;", "p;10;;;A;;", "P;10;;;A;;"), "reservataire", "déjà donné à la ligne 3"),
    ],
)
def test_lines_of_one_reservataire_must_agree(
    tmp_path: Path, lignes: tuple[str, ...], colonne: str, fragment: str
) -> None:
    head = "reservataire;taux;debut;fin;parent;delai_jours;categorie"
    rapport = importer(MemoireUow(), tableau(tmp_path, head, *lignes))
    (refus,) = rapport.refus
    assert (refus.ligne, refus.colonne) == (len(lignes) + 1, colonne)
    assert fragment in sans_insecables(refus.phrase)


def test_parts_follow_the_avenant_that_begins_with_them(tmp_path: Path) -> None:
    uow = MemoireUow()
    lines = (
        "p;10;01/01/2026;A",
        "p;12;01/01/2027;A",
        "q;10;;A",
        "A;20;01/01/2026;",
        "A;22;01/01/2027;",
    )
    rapport = importer(uow, tableau(tmp_path, "reservataire;taux;debut;parent", *lines))
    assert comptes(rapport) == (5, 0, 0, 0)
    _, found = convention(uow, "A")
    parts = [[(s.nom, s.dix_milliemes) for s in a.sous_contingents] for a in found.avenants]
    assert parts == [[("p", 1000), ("q", 1000)], [("p", 1200), ("q", 1000)]]


def test_what_was_supposed_of_a_date_is_told(tmp_path: Path) -> None:
    uow = MemoireUow()
    done = importer(uow, tableau(tmp_path, "reservataire;taux;debut", "Région;2;46066"))
    _, found = convention(uow, "Région")
    assert found.avenants[0].debut == date(2026, 2, 13)
    assert "comptée en jours par un tableur" in done.avertissements[0].phrase


def test_a_known_commune_may_leave_its_territory_unsaid(tmp_path: Path) -> None:
    uow = MemoireUow()
    head = "reservataire;taux;debut;categorie;territoire"
    importer(uow, tableau(tmp_path, head, "Ville;5;;commune;commune:2A004"))
    rapport = importer(uow, tableau(tmp_path, head, "Ville;6;01/01/2027;;"))
    assert comptes(rapport) == (0, 1, 0, 0)


def test_a_table_without_its_mandatory_columns_is_not_read(tmp_path: Path) -> None:
    with pytest.raises(FichierIllisibleError, match="n’a pas de colonne « taux »"):
        importer(MemoireUow(), tableau(tmp_path, "reservataire;fin", "A;"))
    assert COLONNES[0] == "reservataire"
