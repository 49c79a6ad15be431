"""Hostile text files, each named for its trap."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tests.adapters.sheets.hostiles.attendu import LIGNES, TITRES, Juste, Piege, Refus

if TYPE_CHECKING:
    from pathlib import Path

    from tests.adapters.sheets.hostiles.attendu import Fabrique

CSV = "\n".join(";".join(row) for row in (TITRES, *LIGNES)) + "\n"


def octets(data: bytes) -> Fabrique:
    def fabrique(chemin: Path) -> None:
        chemin.write_bytes(data)

    return fabrique


def deux_go(chemin: Path) -> None:
    with chemin.open("wb") as out:
        out.write(CSV.encode())
        out.truncate(2 << 30)


SIMPLE = Juste(
    titres=TITRES,
    lignes=3,
    numero=2,
    premiere=LIGNES[0],
    format="Fichier texte",
    encodage="UTF-8",
    separateur=";",
)


def juste(nom: str, data: bytes | str, **autres: Any) -> Piege:  # noqa: ANN401 - fields of Juste
    return Piege(
        fichier=nom,
        fabrique=octets(data.encode() if isinstance(data, str) else data),
        attendu=replace(SIMPLE, **autres),
    )


def refus(nom: str, data: bytes, phrase: str) -> Piege:
    return Piege(fichier=nom, fabrique=octets(data), attendu=Refus(phrase=phrase))


PIEGES = (
    juste(
        "guillemet_seul.csv",
        CSV + 'L004;"1 D rue des Lilas;12\nL005;Bastia;20\n',
        lignes=5,
    ),
    juste(
        "separateur_entre_guillemets.csv",
        'Réf.;Commune;Surface\nL001;"Bastia; Haute-Corse";65,5\nL002;Ajaccio;48\nL003;Corte;30',
        premiere=("L001", "Bastia; Haute-Corse", "65,5"),
    ),
    juste(
        "cellule_sur_deux_lignes.csv",
        'Réf.;Commune;Surface\n\nL001;"Bastia\nHaute-Corse";65,5\nL002;Ajaccio;48\nL003;Corte;30',
        numero=3,
        premiere=("L001", "Bastia\nHaute-Corse", "65,5"),
        ecartees={"vide": 1},
    ),
    juste("retour_chariot_seul.csv", CSV.replace("\n", "\r")),
    juste("retour_chariot_double.csv", CSV.replace("\n", "\r\r\n"), numero=3, ecartees={"vide": 3}),
    juste("marque_utf8.csv", b"\xef\xbb\xbf" + CSV.encode(), encodage="UTF-8 avec BOM"),
    juste(
        "utf16.txt",
        CSV.replace(";", "\t").encode("utf-16"),
        encodage="UTF-16",
        separateur="\t",
    ),
    juste("utf16_sans_marque.csv", CSV.encode("utf-16-le"), encodage="UTF-16 sans BOM"),
    juste(
        "utf16_gros_boutiste_sans_marque.csv", CSV.encode("utf-16-be"), encodage="UTF-16 sans BOM"
    ),
    juste(
        "windows_1252.csv",
        CSV.replace("Bastia", "Bastia – œuvre à 5 €").encode("cp1252"),
        encodage="Windows-1252",
        premiere=("L001", "Bastia – œuvre à 5 €", "65,5"),
    ),
    juste("sep_annonce.csv", "sep=;\n" + CSV, numero=3),
    juste(
        "virgules.csv",
        'Réf.,Commune,Surface\nL001,Bastia,"65,5"\nL002,Ajaccio,48\nL003,Corte,30\n',
        separateur=",",
    ),
    juste("barres_verticales.txt", CSV.replace(";", "|"), separateur="|"),
    juste(
        "virgules_dans_toutes_les_lignes.csv",
        "Loyer;Charges\n" + "410,5;30,2\n" * 3,
        titres=("Loyer", "Charges"),
        premiere=("410,5", "30,2"),
    ),
    juste("points_virgules_a_la_fin.csv", CSV.replace("\n", ";;;;\n")),
    juste(
        "une_cellule_de_trop.csv",
        CSV + "L004;Bastia;20;oubliée\n",
        lignes=4,
        titres=(*TITRES, "Colonne D"),
        premiere=(*LIGNES[0], ""),
    ),
    juste(
        "titres_de_page_au_dessus.csv",
        f"Patrimoine\n\nÉdité le 02/01/2026\n{CSV}TOTAL;;143,5\n",
        numero=5,
        ecartees={"total": 1},
    ),
    juste(
        "accent_mort.csv",
        CSV.replace("Bastia", "R?sidence G?mini"),
        premiere=("L001", "R?sidence G?mini", "65,5"),
    ),
    juste(
        "une_seule_colonne.csv",
        "Réf.\nL001\nL002\nL003\n",
        titres=("Réf.",),
        premiere=("L001",),
        separateur="",
    ),
    juste("fin_de_fichier_dos.csv", CSV + "\x1a"),
    juste("tout_vide_entre_guillemets.csv", CSV + '"";"";""\n', ecartees={"vide": 1}),
    refus("octet_nul.csv", CSV.encode() + b"L004;\0;3\n", "n’est pas un fichier texte"),
    refus("faux_utf16.csv", b"a\0b\0c\0d\0\0\xd8e\0f\0g\0", "n’est pas un fichier texte"),
    refus("vide.csv", b"", "est vide"),
    refus("blancs.csv", b" \r\n \r\n", "est vide"),
    refus("page_web.xls", b"\xef\xbb\xbf\n<HTML><table><tr><td>1</td></tr>", "est une page web"),
    refus("classeur_2003.xls", b'<?xml version="1.0"?><?mso-application?>', "du XML"),
    refus("tableau.pdf", b"%PDF-1.7\n", "est un PDF"),
    refus("texte_mis_en_forme.rtf", b"{\\rtf1 ", "mis en forme"),
    refus("archive.gz", b"\x1f\x8b\x08\x00", "est une archive"),
    refus("base.fluxdesk", b"SQLite format 3\0", "est une base de données"),
    Piege(fichier="deux_go.csv", fabrique=deux_go, attendu=Refus(phrase="dépasse 500 Mo")),
)
