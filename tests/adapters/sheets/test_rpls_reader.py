"""Every layout of RPLS is read by the names of its columns, and no line is lost."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from fluxdesk.adapters.sheets.rpls_reader import lire_patrimoine
from fluxdesk.resources import resource
from fluxdesk.services.ports import FichierIllisibleError, FichierLu, LigneLue, sans_progres

if TYPE_CHECKING:
    from fluxdesk.domain.rpls_bloc import Bloc

DONNEES = Path(__file__).parents[2] / "data"
HEAD_2018 = resource("demo", "rpls2018_mayotte.csv").read_text().split("\n")[0]


def lire(chemin: Path) -> FichierLu:
    """The whole file, line by line."""
    read = lire_patrimoine(chemin, sans_progres)
    lines = [line for bloc in read.blocs(sans_progres) for line in lignes_de(bloc)]
    return FichierLu(
        nom=read.nom,
        format=read.format_final(len(lines)),
        encodage=read.encodage,
        lignes=lines,
        colonnes=read.colonnes,
    )


def lignes_de(bloc: Bloc) -> list[LigneLue]:
    found = [LigneLue(number, bloc.champs(at)) for at, number in enumerate(bloc.numeros)]
    found += [LigneLue(number, {"": told}) for number, told in bloc.ecarts]
    return sorted(found, key=lambda line: line.numero)


def ecrit(tmp_path: Path, texte: str, codec: str = "utf-8", nom: str = "rpls.csv") -> Path:
    path = tmp_path / nom
    path.write_bytes(texte.encode(codec))
    return path


@pytest.mark.parametrize(
    ("chemin", "nombre", "format_lu", "encodage"),
    [
        (resource("demo", "rpls2018_mayotte.csv"), 270, "RPLS données ouvertes 2018", "UTF-8"),
        (
            resource("demo", "rpls2018_corse_extrait.csv"),
            572,
            "RPLS données ouvertes 2018",
            "UTF-8",
        ),
        (DONNEES / "rpls2025_corse_derive_300.csv", 300, "RPLS données ouvertes 2025", "UTF-8"),
        (DONNEES / "rpls2025_entete_73_colonnes.csv", 0, "RPLS données ouvertes 2025", "UTF-8"),
        (
            DONNEES / "declaration_rpls_synthetique_cp1252.txt",
            400,
            "Déclaration RPLS sans en-tête",
            "Windows-1252",
        ),
        (
            DONNEES / "declaration_rpls_synthetique_colonnes.csv",
            400,
            "Déclaration RPLS avec colonnes",
            "UTF-8 avec BOM",
        ),
    ],
)
def test_real_files_are_read_whole(
    chemin: Path, nombre: int, format_lu: str, encodage: str
) -> None:
    lu = lire(chemin)
    assert (len(lu.lignes), lu.format, lu.encodage) == (nombre, format_lu, encodage)
    assert lu.nom == chemin.name
    assert "DEPCOM" in lu.colonnes
    assert all(len(ligne.champs["DEPCOM"]) == 5 for ligne in lu.lignes)


def test_both_layouts_of_the_declaration_hold_the_same_cells() -> None:
    bare = lire(DONNEES / "declaration_rpls_synthetique_cp1252.txt")
    named = lire(DONNEES / "declaration_rpls_synthetique_colonnes.csv")
    common = set(bare.colonnes) & set(named.colonnes)
    assert len(common) == 63
    for one, other in zip(bare.lignes, named.lignes, strict=True):
        assert all(one.champs[name] == other.champs[name] for name in common)
    assert bare.lignes[4].champs["NOMVOIE"] == "DE L'ŒUVRE"
    assert bare.lignes[0].champs["CODSEGPATRIM"] == "0005"
    assert set(bare.lignes[0].champs) == set(bare.colonnes)


def test_a_lone_quote_hides_no_line() -> None:
    lu = lire(resource("demo", "rpls2018_corse_extrait.csv"))
    quoted = [x for x in lu.lignes if '"' in x.champs["NOMVOIE"]]
    assert len(quoted) == 9
    assert quoted[0].champs["NOMVOIE"] == 'LIEU-DIT ""CAMPICCIOLI'


@pytest.mark.parametrize(
    ("entete", "format_lu"),
    [
        ("DROIT;DEPCOM;CODEPOSTAL;libcom;NumVoie;TypVoie;nbpiece", "2016 ou avant"),
        ("DROIT_red;DEPCOM_red;codepostal_red;libcom_red;finan_red;nbpiece_red", "2017"),
        ("DEPCOM_CODE;DEPCOM_LIBELLE;PLG_QP;TYPECONST_CODE;FINAN_CODE;NBPIECE", "2022 à 2024"),
    ],
)
def test_older_names_are_the_same_columns(tmp_path: Path, entete: str, format_lu: str) -> None:
    width = entete.count(";") + 1
    place = next(i for i, name in enumerate(entete.split(";")) if name.startswith("DEPCOM"))
    cells = ["x"] * width
    cells[place] = "2A004"
    lu = lire(ecrit(tmp_path, f"{entete}\n{';'.join(cells)}\n"))
    assert lu.format == f"RPLS données ouvertes {format_lu}"
    assert lu.lignes[0].champs["DEPCOM"] == "2A004"
    assert lu.lignes[0].champs["NBPIECE"] == "x"


@pytest.mark.parametrize("lignes_en_plus", [0, 1, 2])
def test_the_descriptions_and_units_of_dido_are_no_dwellings(
    tmp_path: Path, lignes_en_plus: int
) -> None:
    lines = (DONNEES / "rpls2025_corse_derive_300.csv").read_text(encoding="utf-8").split("\n")
    width = lines[0].count(";") + 1
    told = ";".join(["Code de la commune (5 caractères)"] * width)
    units = ";".join(["n/a"] * width)
    text = "\r\n".join([lines[0], *[told, units][:lignes_en_plus], *lines[1:4]])
    lu = lire(ecrit(tmp_path, text))
    assert len(lu.lignes) == 3
    assert lu.lignes[0].numero == 2 + lignes_en_plus
    assert lu.lignes[0].champs["FINAN"] == "49"
    assert lu.lignes[0].champs["QPV"] == "2"


def test_no_third_line_is_ever_taken_for_a_description(tmp_path: Path) -> None:
    head = (DONNEES / "rpls2025_entete_73_colonnes.csv").read_text().strip()
    odd = ";".join(["bizarre"] * (head.count(";") + 1))
    lu = lire(ecrit(tmp_path, f"{head}\n{odd}\n{odd}\n{odd}"))
    assert [ligne.numero for ligne in lu.lignes] == [4]


def test_an_odd_line_of_another_layout_is_kept(tmp_path: Path) -> None:
    odd = ";".join(["bizarre"] * (HEAD_2018.count(";") + 1))
    assert len(lire(ecrit(tmp_path, f"{HEAD_2018}\n{odd}")).lignes) == 1


def test_titles_above_the_names_and_empty_columns_are_passed_over(tmp_path: Path) -> None:
    text = f"Export du 01/02/2026\n\n{HEAD_2018};;\n{'x;' * 46}x;;\n\n{';' * 46}\n"
    lu = lire(ecrit(tmp_path, text))
    assert [ligne.numero for ligne in lu.lignes] == [4]
    assert len(lu.colonnes) == 47


def test_a_line_of_another_width_is_kept_for_refusal(tmp_path: Path) -> None:
    lu = lire(ecrit(tmp_path, f"{HEAD_2018}\n1;2;3\n"))
    assert dict(lu.lignes[0].champs) == {"": "3 cellules au lieu de 47"}


@pytest.mark.parametrize(
    ("signe", "premiere"), [("\t", ""), (",", ""), ("|", ""), ("|", "sep=|\n"), (";", "SEP=;\n")]
)
def test_the_separator_is_the_one_every_line_holds(
    tmp_path: Path, signe: str, premiere: str
) -> None:
    head = HEAD_2018.replace(";", signe)
    lu = lire(ecrit(tmp_path, f"{premiere}{head}\n{signe.join(['x'] * 47)}\n"))
    assert len(lu.lignes[0].champs) == 47


@pytest.mark.parametrize(
    ("codec", "encodage"),
    [("utf-8-sig", "UTF-8 avec BOM"), ("utf-16", "UTF-16"), ("cp1252", "Windows-1252")],
)
def test_the_encoding_is_told(tmp_path: Path, codec: str, encodage: str) -> None:
    lu = lire(ecrit(tmp_path, f"{HEAD_2018}\n{'é;' * 46}é\n", codec))
    assert lu.encodage == encodage
    assert lu.lignes[0].champs["LIBCOM"] == "é"


DECLARATION = DONNEES / "declaration_rpls_synthetique_cp1252.txt"


def test_a_declaration_that_announces_another_number_of_dwellings_says_so(tmp_path: Path) -> None:
    lines = DECLARATION.read_text(encoding="cp1252").split("\n")
    lu = lire(ecrit(tmp_path, "\n".join(lines[:3])))
    assert lu.format == "Déclaration RPLS sans en-tête (400 logements annoncés, 2 lus)"


def test_a_declaration_may_have_more_positions_and_blanks_after_the_landlord(
    tmp_path: Path,
) -> None:
    lines = DECLARATION.read_text(encoding="cp1252").split("\n")[:3]
    text = "\n".join([lines[0] + ";;;", *[f"{line};9;9" for line in lines[1:]]])
    lu = lire(ecrit(tmp_path, text.replace(";400;", ";2;")))
    assert (lu.format, len(lu.lignes)) == ("Déclaration RPLS sans en-tête", 2)
    assert lu.lignes[1].champs["CONTRESLOG"] == "5"


def test_a_landlords_line_alone_is_a_declaration_of_nothing(tmp_path: Path) -> None:
    line = DECLARATION.read_text(encoding="cp1252").split("\n")[0]
    assert len(lire(ecrit(tmp_path, line.replace(";400;", ";0;"))).lignes) == 0


@pytest.mark.parametrize(
    ("contenu", "fragment"),
    [
        (b"", "est vide"),
        (b"  \r\n \n", "est vide"),
        (b"PK\x03\x04rien", "est un classeur de tableur"),
        (b"\xd0\xcf\x11\xe0rien", "est un classeur de tableur"),
        (b"\x1f\x8b\x08\x00rien", "est compressé"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "n’est pas un fichier texte"),
        (b"\xff\xfe\x00", "s’annonce en UTF-16 mais ne l’est pas"),
        (b"Bonjour;tout;le;monde\n1;2;3;4\n", "ne contient pas les colonnes de RPLS"),
        (b"2026;9;X;;;;;;;;1;\na;b;c\n", "ne contient pas les colonnes de RPLS"),
        (
            b"REG;DEP;EPCI;LIBCOM;NBPIECE;SURFHAB;FINAN\n94;2A;1;A;3;60;13\n",
            "n’a pas de colonne DEPCOM",
        ),
    ],
)
def test_what_is_not_rpls_is_refused_with_the_file_the_reason_and_the_remedy(
    tmp_path: Path, contenu: bytes, fragment: str
) -> None:
    path = tmp_path / "mon fichier.csv"
    path.write_bytes(contenu)
    with pytest.raises(FichierIllisibleError) as caught:
        lire(path)
    said = str(caught.value).replace("\u00a0", " ")
    assert said.startswith("Le fichier « mon fichier.csv » ")
    assert fragment in said


def test_a_stray_nul_is_taken_away_and_told(tmp_path: Path) -> None:
    whole = resource("demo", "rpls2018_mayotte.csv").read_bytes()
    lines = whole.split(b"\n")
    lines[5] = lines[5][:20] + b"\0" + lines[5][20:]
    path = tmp_path / "rpls.csv"
    path.write_bytes(b"\n".join(lines))
    found, known = lire(path), lire(resource("demo", "rpls2018_mayotte.csv"))
    assert found.encodage == "UTF-8 (1\u00a0caractère nul ôté)"
    assert [line.champs for line in found.lignes] == [line.champs for line in known.lignes]


def test_a_missing_file_or_a_folder_is_said_to_be_unreadable(tmp_path: Path) -> None:
    for path in (tmp_path / "absent.csv", tmp_path):
        with pytest.raises(FichierIllisibleError, match="ne peut pas être ouvert"):
            lire(path)
