"""Results in the officer's words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from fluxdesk.cli.rendu import fichiers, offre, rapport
from fluxdesk.domain.orientation import Orientation
from fluxdesk.domain.rapport import RapportImport, RefusLigne

LU = RapportImport(
    fichier="parc.csv",
    format="RPLS",
    encodage="cp1252",
    essai=False,
    lues=3,
    creees=1,
    modifiees=2,
    inchangees=0,
    refusees=0,
    lot=4,
)


def test_a_report_counts_and_agrees() -> None:
    assert rapport(LU).splitlines() == [
        "parc.csv (RPLS, cp1252)",
        (
            "3\u00a0lignes lues\u00a0: "
            "1\u00a0créée, 2\u00a0modifiées, 0\u00a0inchangée, 0\u00a0refusée."
        ),
        "Import n°\u00a04.",
    ]


def test_a_report_names_what_to_look_at_and_what_the_file_does_not_hold() -> None:
    doubt = RefusLigne(ligne=7, colonne="SURFHAB", valeur="9000", phrase="SURFHAB : trop grand.")
    told = rapport(replace(LU, avertissements=(doubt,), absents=2))

    assert "À vérifier\u00a0:\n  ligne 7, SURFHAB\u00a0: SURFHAB\u00a0: trop grand." in told
    assert "2\u00a0logements de la base ne figurent pas dans le fichier\u00a0; rien n’est" in told
    partial = rapport(replace(LU, absents=2, perimetre="le département 2A"))
    assert "pas dans le fichier, qui couvre le département 2A\u00a0; rien n’est" in partial


def test_a_report_without_a_lot_stops_there() -> None:
    assert "Import n°" not in rapport(replace(LU, lot=0))


def test_an_offer_names_its_deadline_and_the_landlord_has_none() -> None:
    made = Orientation(
        numero="2026-031",
        vacance_id=1,
        jour=date(2026, 3, 1),
        reservataire_id=2,
        echeance=date(2026, 4, 1),
        echeance_explication="un mois",
    )

    assert offre(made, "Ville").splitlines() == [
        "Offre n°\u00a02026-031\u00a0: Ville.",
        "Réponse attendue le 1er avril 2026, un mois.",
    ]
    assert (
        offre(replace(made, echeance=None), "Bailleur") == "Offre n°\u00a02026-031\u00a0: Bailleur."
    )


def test_files_are_one_a_line() -> None:
    assert fichiers([Path("a.pdf"), Path("b.pdf")]) == "a.pdf\nb.pdf"
