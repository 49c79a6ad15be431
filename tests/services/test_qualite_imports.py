"""What was mended by hand, before the files that come in later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.adapters.referentiels.cog import Cog
from fluxdesk.adapters.sheets.rpls_reader import lire_patrimoine
from fluxdesk.domain.logement import EtatLogement
from fluxdesk.domain.provenance import Origine, Provenance
from fluxdesk.services.annuler_import import annuler_import
from fluxdesk.services.importer_patrimoine import importer_patrimoine
from fluxdesk.services.marquer_sortis import (
    Absents,
    absents_du_dernier_fichier,
)
from tests.services.memoire import MemoireUow
from tests.services.monde import HORLOGE
from tests.services.qualites import (
    QUAND,
    VENTE,
    annuler_dernier,
    corriger,
    logements,
    plat,
    provenances,
    sortir,
)

if TYPE_CHECKING:
    from pathlib import Path

    from fluxdesk.domain.rapport import RapportImport


HEAD = "IDENT_INT;DEPCOM;QPV;NBPIECE;SURFHAB;DPEENERGIE"
ENTIER = ("A1;2A004;2;3;62;D", "A2;2A004;2;2;40;D", "A3;2A004;2;2;40;D")


def importer(uow: MemoireUow, tmp_path: Path, *lignes: str, nom: str = "f.csv") -> RapportImport:
    path = tmp_path / nom
    path.write_text("\n".join((HEAD, *lignes)), encoding="utf-8")
    return importer_patrimoine(path, essai=False, uow=uow, lire=lire_patrimoine, territoires=Cog())


def test_no_file_overwrites_what_was_typed_or_confirmed(tmp_path: Path) -> None:
    uow = MemoireUow(horloge=HORLOGE)
    importer(uow, tmp_path, *ENTIER)
    corriger(uow, [1], "surface", "54")
    corriger(uow, [1], "qpv", None)
    corriger(uow, [2], "dpe", "C")
    told = importer(uow, tmp_path, "A1;2A004;1;4;62;D", "A2;2A004;2;2;40;", "A3;2A004;2;2;41;D")
    assert (told.creees, told.modifiees, told.inchangees) == (0, 2, 1)
    told = importer(uow, tmp_path, "A1;2A004;1;4;62;D", "A2;2A004;2;2;40;E", "A3;2A004;2;2;41;D")
    assert (told.creees, told.modifiees, told.inchangees) == (0, 0, 3)
    assert [(a.ligne, a.colonne, a.valeur) for a in told.avertissements] == [
        (2, "QPV", "oui"),
        (2, "SURFHAB", "62"),
        (3, "DPEENERGIE", "E"),
    ]
    assert plat(told.avertissements[1].phrase) == (
        "Ligne 2, Surface : le fichier dit « 62 », la valeur mise ou confirmée à la main, "
        "« 54 », est gardée."
    )
    first, second, _ = logements(uow)
    assert (first.surface, first.qpv, first.pieces, second.dpe) == (54, False, 4, "C")


def test_a_dwelling_marked_as_gone_stays_so(tmp_path: Path) -> None:
    uow = MemoireUow(horloge=HORLOGE)
    importer(uow, tmp_path, *ENTIER)
    sortir(uow, [1], VENTE)
    told = importer(uow, tmp_path, *ENTIER)
    assert told.inchangees == 3
    assert logements(uow)[0].etat is EtatLogement.SORTI


def test_undoing_an_import_takes_the_origins_of_its_dwellings(tmp_path: Path) -> None:
    uow = MemoireUow(horloge=HORLOGE)
    told = importer(uow, tmp_path, *ENTIER)
    with uow:
        uow.provenances.enregistrer(
            [
                Provenance(
                    logement_id=1,
                    champ="surface",
                    origine=Origine.FICHIER,
                    detail="erp.xlsx",
                    auteur="m.rossi",
                    quand=QUAND,
                )
            ]
        )
        uow.valider()
    assert annuler_import(told.lot, uow=uow, motif="mauvais fichier") == (3, 0)
    assert provenances(uow) == []


def test_dwellings_that_the_last_file_does_not_hold(tmp_path: Path) -> None:
    uow = MemoireUow(horloge=HORLOGE)
    assert absents_du_dernier_fichier(uow=uow) == Absents()
    importer(uow, tmp_path, *ENTIER)
    assert absents_du_dernier_fichier(uow=uow).logements == ()
    lot = importer(uow, tmp_path, "A1;2A004;2;4;62;D", nom="g.csv").lot
    assert absents_du_dernier_fichier(uow=uow).logements == (2, 3)
    again = importer(uow, tmp_path, "A2;2A004;2;2;40;D", nom="h.csv")
    assert (again.lot, again.absents) == (0, 2)
    found = absents_du_dernier_fichier(uow=uow)
    assert (found.fichier, found.quand, found.logements) == ("h.csv", QUAND, (1, 3))
    with uow:
        said = list(uow.journal.toutes())[-1].libelle
    assert plat(said) == "Lecture de « h.csv » : rien ne change, 2 logements en sont absents"
    sortir(uow, [3], VENTE)
    assert absents_du_dernier_fichier(uow=uow).logements == (1,)
    annuler_dernier(uow)
    annuler_import(lot, uow=uow, motif="erreur")
    assert absents_du_dernier_fichier(uow=uow).fichier == "h.csv"


def test_an_import_undone_is_no_last_file(tmp_path: Path) -> None:
    uow = MemoireUow(horloge=HORLOGE)
    importer(uow, tmp_path, *ENTIER)
    lot = importer(uow, tmp_path, "A1;2A004;2;4;62;D", nom="g.csv").lot
    annuler_import(lot, uow=uow, motif="erreur")
    found = absents_du_dernier_fichier(uow=uow)
    assert (found.fichier, found.logements) == ("f.csv", ())


def test_two_partial_files_do_not_make_each_other_s_dwellings_absent(tmp_path: Path) -> None:
    uow = MemoireUow(horloge=HORLOGE)
    importer(uow, tmp_path, "A1;2A004;2;4;62;D", "A2;2A004;2;2;40;D", nom="sud.csv")
    north = importer(uow, tmp_path, "B1;2B033;2;4;62;D", "B2;2B033;2;4;62;D", nom="nord.csv")
    assert (north.absents, north.perimetre) == (0, "le département 2B")
    assert absents_du_dernier_fichier(uow=uow).logements == ()
    south = importer(uow, tmp_path, "A1;2A004;2;4;62;D", nom="sud2.csv")
    assert (south.absents, south.perimetre) == (1, "le département 2A")
    found = absents_du_dernier_fichier(uow=uow)
    assert (found.fichier, found.perimetre, found.logements) == (
        "sud2.csv",
        "le département 2A",
        (2,),
    )
    with uow:
        said = list(uow.journal.toutes())[-1].libelle
    assert plat(said) == (
        "Lecture de « sud2.csv » : rien ne change, 1 logement de la base en est absent "
        "(il couvre le département 2A)"
    )
