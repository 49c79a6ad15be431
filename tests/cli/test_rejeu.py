"""``fluxdesk rejouer``: what it writes, what it says, and files as people send them."""

from __future__ import annotations

import csv
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import pytest

from tests.cli.appel import Appel, sans_atelier

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.appel import Reponse

CONVENTIONS = """\
reservataire;taux;debut;fin;assiette;territoire;parent;report;etalement;refus;cibles
Prioritaires;25;;;;;état;;;;
État;30;;;tout;;;;;;
Action Logement;20;;30/06/2026;tout;;;1;2;;financement=PLUS:60|qpv=oui:30
Action Logement;26;2026-07-01;;;;;;;;
Ville;12,5;;;commune:01001;;;;;compte;
"""
FLUX = """\
id;date;commune;epci;departement;qpv;typologie;financement;periode;soustrait;refus
007;02/03/2026;01001;200000001;01;oui;T3;PLAI;avant 1949;;
008;2026-03-03;01001;200000001;01;non;T2;PLUS;avant 1949;vente;
009;2026-07-03;01002;200000001;01;non;T2;PLUS;avant 1949;;etat,Action logement
"""


@dataclass
class Rejeu:
    """A folder with the two tables, and the command on them."""

    dossier: Path

    def __call__(
        self, *mots: object, conventions: object = CONVENTIONS, flux: object = FLUX
    ) -> Reponse:
        for name, content in (("C.csv", conventions), ("F.csv", flux)):
            raw = content if isinstance(content, bytes) else str(content).encode()
            (self.dossier / name).write_bytes(raw)
        return Appel(sans_atelier)(
            "rejouer",
            *("--conventions", self.dossier / "C.csv"),
            *("--flux", self.dossier / "F.csv"),
            *("--sortie", self.dossier / "D.csv"),
            *mots,
        )

    @property
    def ecrit(self) -> bool:
        return (self.dossier / "D.csv").exists()

    def choix(self) -> list[str]:
        with (self.dossier / "D.csv").open(encoding="utf-8", newline="") as opened:
            return [row["choix"] for row in csv.DictReader(opened, delimiter=";")]


@pytest.fixture
def rejeu(tmp_path: Path) -> Rejeu:
    return Rejeu(tmp_path)


def test_the_decisions_are_written_and_the_accounts_told(rejeu: Rejeu) -> None:
    told = rejeu()
    assert told.code == 0
    assert (rejeu.dossier / "D.csv").read_text(encoding="utf-8") == (
        "id;choix;motif;du;servi;retard;refusants\n"
        "007;Action Logement;plus_en_retard;0.7000;0;0.7000;\n"
        "009;Bailleur;aucun_retard;-0.1850;0;-0.1850;Action Logement,Prioritaires\n"
    )
    lines = told.sortie.splitlines()
    assert lines[0] == "2\u00a0logements placés, 1\u00a0soustrait, 2\u00a0refus."
    assert any(line.startswith("  Prioritaires") for line in lines)
    assert lines[-1] == f"Décisions\u00a0: {rejeu.dossier / 'D.csv'}"


def test_the_document_holds_everybodys_account(rejeu: Rejeu) -> None:
    told = rejeu("--json")
    assert told.code == 0
    assert list(told.document) == [
        "sortie",
        "logements",
        "soustraits",
        "refus",
        "tolerance",
        "motifs",
        "parties",
    ]
    assert told.document["logements"] == 2
    assert told.document["tolerance"] == {"valeur": "0.8333", "fraction": "5/6"}
    parties = cast("list[dict[str, object]]", told.document["parties"])
    assert [p["nom"] for p in parties] == [
        "Prioritaires",
        "État",
        "Action Logement",
        "Ville",
        "Bailleur",
    ]
    assert parties[0]["parent"] == "État"
    assert parties[2] == {
        "nom": "Action Logement",
        "parent": None,
        "du": "1.4600",
        "servi": 1,
        "retard": "0.4600",
        "retard_max": "0.4600",
        "refus": 1,
    }


def test_a_stream_without_dwellings_leaves_a_table_without_rows(rejeu: Rejeu) -> None:
    told = rejeu(flux=FLUX.splitlines()[0] + "\n")
    assert told.code == 0
    assert rejeu.choix() == []
    assert "Motifs" not in told.sortie


def test_knobs_change_the_play_and_are_read_with_care(rejeu: Rejeu) -> None:
    assert rejeu("--tolerance", "0,5", "--poids", "qpv=0", "--horizon", 5, "--kappa", 1).code == 0
    told = rejeu("--poids", "surface=1", "--json")
    assert told.code == told.document["code"] == 1
    assert "ne sont pas compris" in told.paroles


def test_the_old_decisions_are_replaced_whole(rejeu: Rejeu) -> None:
    (rejeu.dossier / "D.csv").write_text("avant", encoding="utf-8")
    assert rejeu(conventions="reservataire;taux\nA;x\n").code == 1
    assert (rejeu.dossier / "D.csv").read_text(encoding="utf-8") == "avant"
    assert rejeu().code == 0
    assert len(rejeu.choix()) == 2


@pytest.mark.parametrize(
    ("conventions", "flux"),
    [
        (CONVENTIONS, FLUX),
        ("\ufeff" + CONVENTIONS, "\ufeff" + FLUX),
        (CONVENTIONS.replace("\n", "\r\n"), FLUX.replace("\n", "\r\n")),
        (CONVENTIONS.replace("\n", "\r"), FLUX.replace("\n", "\r").rstrip("\r")),
        (CONVENTIONS.encode("cp1252"), FLUX.encode("cp1252")),
        (CONVENTIONS.encode("utf-16"), FLUX.encode("utf-16")),
        (CONVENTIONS.replace(";tout;", ';"tout";'), FLUX.replace("007;", '"007";')),
        ("Réservataire" + CONVENTIONS.removeprefix("reservataire"), FLUX + "\n\n"),
    ],
    ids=["utf-8", "bom", "crlf", "cr", "cp1252", "utf-16", "quotes", "headers"],
)
def test_files_are_taken_as_they_are_sent(
    rejeu: Rejeu, conventions: str | bytes, flux: str | bytes
) -> None:
    told = rejeu("--json", conventions=conventions, flux=flux)
    assert told.code == 0, told.paroles
    assert rejeu.choix() == ["Action Logement", "Bailleur"]
    parties = cast("list[dict[str, object]]", told.document["parties"])
    assert parties[3]["du"] == "0.1250"  # commune:01001 kept its zero


def test_columns_come_in_any_order_and_others_are_ignored(rejeu: Rejeu) -> None:
    rows = [line.split(";")[::-1] for line in FLUX.splitlines()]
    turned = "\n".join(";".join(["note", *row]) for row in rows)
    assert rejeu(flux=turned).code == 0
    assert rejeu.choix() == ["Action Logement", "Bailleur"]


def test_a_lone_quote_is_part_of_a_name(rejeu: Rejeu) -> None:
    told = rejeu("--json", conventions=CONVENTIONS.replace("Ville", '"Ville'))
    assert told.code == 0
    parties = cast("list[dict[str, object]]", told.document["parties"])
    assert parties[3]["nom"] == '"Ville'


@pytest.mark.parametrize(
    ("avant", "apres", "phrase"),
    [
        ("reservataire;taux", "reservataire;rate", "n’a pas de colonne «\u00a0taux\u00a0»"),
        (
            "Ville;12,5",
            "Ville;105",
            "C.csv, ligne 6, colonne taux\u00a0: «\u00a0105\u00a0» dépasse",
        ),
        ("Ville;12,5", "Ville;-3", "n’est pas un pourcentage"),
        ("Ville;12,5", "Ville;12,555", "plus de deux décimales"),
        ("état", "Étart", "n’est le nom d’aucune ligne"),
        ("tout;;;;;;", "tout;;prioritaires;;;;", "est lui-même une part de"),
        ("30/06/2026", "31/02/2026", "n’est pas une date"),
        ("Ville;12,5", "Bailleur;12,5", "est le bailleur"),
        ("2026-07-01;;;", "2026-07-01;;commune:01001;", "ligne 5, colonne assiette"),
        ("12,5;;;", "12,5;;;;;;;;;;", "un séparateur manque ou est en trop"),
    ],
)
def test_conventions_that_cannot_be_played_are_refused_in_a_sentence(
    rejeu: Rejeu, avant: str, apres: str, phrase: str
) -> None:
    assert avant in CONVENTIONS
    told = rejeu(conventions=CONVENTIONS.replace(avant, apres, 1))
    assert told.code == 1
    assert phrase in told.paroles
    assert told.sortie == ""
    assert not rejeu.ecrit


@pytest.mark.parametrize(
    ("avant", "apres", "phrase"),
    [
        ("departement;qpv", "dep;zone", "«\u00a0departement\u00a0», «\u00a0qpv\u00a0»"),
        ("009;", "007;", "F.csv, ligne 4, colonne id\u00a0: «\u00a0007\u00a0» figure déjà"),
        ("2026-07-03", "31/02/2026", "F.csv, ligne 4, colonne date"),
        ("2026-07-03", "", "La date manque"),
        ("etat,Action", "etat,Bailleur,Action", "nomme le bailleur"),
        ("etat,Action", "DALO,Action", "nomme «\u00a0DALO\u00a0»"),
    ],
)
def test_streams_that_cannot_be_played_are_refused_in_a_sentence(
    rejeu: Rejeu, avant: str, apres: str, phrase: str
) -> None:
    told = rejeu(flux=FLUX.replace(avant, apres, 1))
    assert told.code == 1
    assert phrase in told.paroles
    assert not rejeu.ecrit


def test_every_problem_is_listed_for_programs_too(rejeu: Rejeu) -> None:
    told = rejeu(
        "--json",
        conventions=CONVENTIONS.replace("12,5", "x"),
        flux=FLUX.replace("2026-07-03", "demain").replace("007;", "009;"),
    )
    assert told.code == told.document["code"] == 1
    cells = cast("list[dict[str, object]]", told.document["refus"])
    assert [(c["fichier"], c["ligne"], c["colonne"], c["valeur"]) for c in cells] == [
        ("C.csv", 6, "taux", "x"),
        ("F.csv", 4, "id", "009"),
        ("F.csv", 4, "date", "demain"),
    ]
    assert told.paroles.splitlines() == [cell["phrase"] for cell in cells]


@pytest.mark.parametrize("contenu", [b"", b" \r\n ", b"\0" * 40, b"PK\x03\x04rien", b"rien"])
def test_a_file_that_is_no_table_is_refused(rejeu: Rejeu, contenu: bytes) -> None:
    for told in (rejeu(conventions=contenu), rejeu(flux=contenu)):
        assert told.code == 1
        assert "Le fichier «\u00a0" in told.paroles
        assert not rejeu.ecrit


def test_a_file_of_two_gigabytes_is_not_even_read(rejeu: Rejeu) -> None:
    rejeu()
    with (rejeu.dossier / "F.csv").open("r+b") as opened:
        os.truncate(opened.fileno(), 2 * 1024**3)
    told = Appel(sans_atelier)(
        "rejouer",
        *("--conventions", rejeu.dossier / "C.csv"),
        *("--flux", rejeu.dossier / "F.csv"),
        *("--sortie", rejeu.dossier / "E.csv"),
    )
    assert told.code == 1
    assert "dépasse 500\u00a0Mo" in told.paroles or "dépasse 500 Mo" in told.paroles
    assert not (rejeu.dossier / "E.csv").exists()


def test_options_are_asked_for(rejeu: Rejeu) -> None:
    told = Appel(sans_atelier)("rejouer", "--flux", "F.csv", "--sortie", "D.csv")
    assert told.code == 2
    assert "Il manque l’option «\u00a0--conventions\u00a0»" in told.paroles
