"""The quality of a base: measured, mended in bulk, dwellings that went, files that contradict."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from fluxdesk.adapters.referentiels.cog import Cog
from fluxdesk.adapters.sheets.rpls_reader import lire_patrimoine
from fluxdesk.domain.correction import ValeurRefuseeError
from fluxdesk.domain.droit_stock import DroitStock
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.logement import EtatLogement
from fluxdesk.domain.provenance import Origine, Provenance
from fluxdesk.domain.qualite import GenreAlerte
from fluxdesk.domain.referentiel import GenreReferentiel, TableReferentiel
from fluxdesk.services.actes_de_main import MotifManquantError, RienAFaireError
from fluxdesk.services.annuler_action import annuler_action
from fluxdesk.services.annuler_import import annuler_import
from fluxdesk.services.corriger_lot import Correction, ValeurUniqueError, corriger_lot
from fluxdesk.services.importer_patrimoine import importer_patrimoine
from fluxdesk.services.marquer_sortis import (
    Absents,
    CauseSortie,
    LogementOccupeParLeFluxError,
    Sortie,
    SortieFutureError,
    absents_du_dernier_fichier,
    marquer_sortis,
)
from fluxdesk.services.mesurer_qualite import mesurer_qualite
from fluxdesk.services.ports import AnnuleError
from tests.services.memoire import HorlogeFixe, MemoireUow
from tests.services.monde import HORLOGE, TERRITOIRES, actions, conge, monde

if TYPE_CHECKING:
    from pathlib import Path

    from fluxdesk.domain.logement import Logement
    from fluxdesk.domain.qualite import Qualite
    from fluxdesk.domain.rapport import RapportImport
    from fluxdesk.services.corriger_lot import CorrectionFaite

QUAND = HORLOGE.maintenant()


def plat(texte: str) -> str:
    return texte.replace("\u00a0", " ")


def mesurer(uow: MemoireUow, horloge: HorlogeFixe = HORLOGE) -> Qualite:
    return mesurer_qualite(uow=uow, horloge=horloge, territoires=TERRITOIRES)


def corriger(
    uow: MemoireUow, ids: list[int], champ: str, texte: str | None, motif: str = "visite"
) -> CorrectionFaite:
    return corriger_lot(
        ids,
        Correction(champ=champ, texte=texte, motif=motif),
        uow=uow,
        horloge=HORLOGE,
        territoires=TERRITOIRES,
    )


def logements(uow: MemoireUow) -> list[Logement]:
    with uow:
        return list(uow.logements.tous())


def provenances(uow: MemoireUow) -> list[tuple[int, str, Origine]]:
    with uow:
        return [(p.logement_id, p.champ, p.origine) for p in uow.provenances.toutes()]


def annuler_dernier(uow: MemoireUow) -> str:
    with uow:
        last = list(uow.journal.toutes())[-1]
    return annuler_action(last.numero, motif="erreur", transaction=lambda: uow)


# --- the measure ------------------------------------------------------------------------------


def test_a_base_is_measured_with_what_it_knows() -> None:
    uow = monde()
    table = TableReferentiel(
        genre=GenreReferentiel.QPV_2024,
        effet=date(2024, 1, 1),
        source="ANCT",
        lignes={"QN02A01M": {"communes": "2A004,"}},
    )
    with uow:
        uow.referentiels.enregistrer(table)
        uow.referentiels.enregistrer(
            replace(
                table,
                genre=GenreReferentiel.FINANCEMENTS,
                lignes={"77": {"famille": "Autre"}, "10": {"famille": "PLAI"}},
            )
        )
        dwellings = list(uow.logements.tous())
        uow.logements.modifier(
            [
                replace(dwellings[0], qpv=True, contingent_declare="3", financement_code="13"),
                replace(dwellings[5], qpv=True, contingent_declare="6"),
            ],
            1,
        )
        for ident, fin in ((1, None), (6, date(2020, 1, 1))):
            uow.stock.enregistrer(DroitStock(logement_id=ident, reservataire_id=1, fin=fin))
        uow.valider()
    found = mesurer(uow)
    assert found.non_mesurees == {}
    assert found.logements_de(GenreAlerte.QPV) == (6,)
    assert found.logements_de(GenreAlerte.RESERVATAIRE) == (1, 6)
    assert found.logements_de(GenreAlerte.SANS_ID_RPLS) == (1, 2, 3, 4, 5, 6)
    before = mesurer(uow, HorlogeFixe(instant=QUAND.replace(year=2023)))
    assert GenreAlerte.QPV in before.non_mesurees


def test_a_measure_tells_how_far_it_is_and_stops() -> None:
    told: list[tuple[int, int]] = []

    def progress(fait: int, total: int, quoi: str = "") -> None:
        told.append((fait, total))
        if fait == total:
            raise AnnuleError

    with pytest.raises(AnnuleError):
        mesurer_qualite(uow=monde(), horloge=HORLOGE, territoires=TERRITOIRES, progress=progress)
    assert told == [(0, 6), (6, 6)]


# --- mending ----------------------------------------------------------------------------------


def test_a_value_typed_for_several_dwellings_is_journalled_and_undone_whole() -> None:
    uow = monde()
    before = logements(uow)
    made = corriger(uow, [1, 2, 2], "surface", "62 m²", "  relevé du gardien ")
    assert (made.corriges, made.confirmes, made.vides) == (2, 0, 0)
    assert plat(made.phrase) == "Surface « 62 » : 2 logements corrigés"
    assert [one.surface for one in logements(uow)] == [62, 62, None, None, None, None]
    assert provenances(uow) == [(1, "surface", Origine.SAISIE), (2, "surface", Origine.SAISIE)]
    with uow:
        (origin,) = uow.provenances.du_logement(1)
        entree = list(uow.journal.toutes())[-1]
    assert (origin.auteur, origin.detail) == ("m.rossi", "relevé du gardien")
    assert (entree.action, entree.motif) == ("qualite.corriger", "relevé du gardien")
    again = corriger(uow, [2, 3], "surface", "62")
    assert plat(again.phrase) == "Surface « 62 » : 1 logement corrigé, 1 logement confirmé"
    with pytest.raises(FluxDeskError, match="plus récent"):
        annuler_action(entree.numero, motif="erreur", transaction=lambda: uow)
    assert annuler_dernier(uow) == again.phrase
    assert provenances(uow) == [(1, "surface", Origine.SAISIE), (2, "surface", Origine.SAISIE)]
    annuler_action(entree.numero, motif="erreur", transaction=lambda: uow)
    assert logements(uow) == before
    assert provenances(uow) == []
    assert actions(uow)[-2:] == ["qualite.annuler", "qualite.annuler"]


def test_values_are_confirmed_where_there_is_one() -> None:
    uow = monde()
    with uow:
        uow.logements.modifier([replace(uow.logements.lire(1), surface=12)], 1)
        uow.valider()
    made = corriger(uow, [1, 2], "surface", None)
    assert (made.corriges, made.confirmes, made.vides) == (0, 1, 1)
    assert plat(made.phrase) == "Surface : 1 logement confirmé"
    assert provenances(uow) == [(1, "surface", Origine.CONFIRMEE)]
    assert (
        plat(corriger(uow, [1], "surface", "12").phrase) == "Surface « 12 » : 1 logement confirmé"
    )


def test_what_cannot_be_mended_is_refused_and_nothing_is_written() -> None:
    uow = monde()
    done = actions(uow)
    with pytest.raises(MotifManquantError):
        corriger(uow, [1], "surface", "62", " ")
    with pytest.raises(ValeurRefuseeError):
        corriger(uow, [1], "surface", "grand")
    with pytest.raises(RienAFaireError, match="rien à confirmer"):
        corriger(uow, [1], "surface", None)
    with pytest.raises(RienAFaireError, match="aucun logement"):
        corriger(uow, [], "surface", "62")
    with pytest.raises(ValeurUniqueError, match="sont choisis"):
        corriger(uow, [1, 2], "id_rpls", "R000000001")
    assert actions(uow) == done


def test_an_identifier_goes_to_one_dwelling() -> None:
    uow = monde()
    corriger(uow, [1], "id_rpls", "R000000001")
    corriger(uow, [1], "id_rpls", "R000000001")
    with pytest.raises(ValeurUniqueError, match="un autre l’a déjà"):
        corriger(uow, [2], "id_rpls", "R000000001")


# --- dwellings that went ----------------------------------------------------------------------


def sortir(uow: MemoireUow, ids: list[int], sortie: Sortie) -> int:
    return marquer_sortis(ids, sortie, uow=uow, horloge=HORLOGE).sortis


VENTE = Sortie(cause=CauseSortie.VENTE, jour=date(2026, 3, 1))


def test_dwellings_are_marked_as_gone_and_brought_back() -> None:
    uow = monde()
    assert sortir(uow, [1, 2, 1], replace(VENTE, raison="acte du 1er mars")) == 2
    assert [one.etat for one in logements(uow)[:3]] == [
        EtatLogement.SORTI,
        EtatLogement.SORTI,
        EtatLogement.ACTIF,
    ]
    with uow:
        (origin,) = uow.provenances.du_logement(1)
    assert origin.detail == "vente le 01/03/2026 (acte du 1er mars)"
    assert mesurer(uow).logements == 4
    made = marquer_sortis([2, 3], VENTE, uow=uow, horloge=HORLOGE)
    assert (made.sortis, made.deja) == (1, 1)
    assert plat(made.phrase) == "1 logement sorti du patrimoine : vente le 01/03/2026"
    annuler_dernier(uow)
    assert logements(uow)[2].etat is EtatLogement.ACTIF
    assert len(provenances(uow)) == 2


def test_what_did_not_go_is_not_marked() -> None:
    uow = monde()
    conge(uow, 4)
    conge(uow, 5)
    with pytest.raises(MotifManquantError):
        sortir(uow, [1], Sortie(cause=CauseSortie.AUTRE, jour=date(2026, 3, 1)))
    with pytest.raises(SortieFutureError, match="23/11/2030"):
        sortir(uow, [1], replace(VENTE, jour=date(2030, 11, 23)))
    with pytest.raises(LogementOccupeParLeFluxError, match="terminez-la"):
        sortir(uow, [1, 4], VENTE)
    with pytest.raises(LogementOccupeParLeFluxError, match="2 logements choisis"):
        sortir(uow, [4, 5], VENTE)
    sortir(uow, [1], VENTE)
    with pytest.raises(RienAFaireError, match="déjà sortis"):
        sortir(uow, [1], VENTE)
    with pytest.raises(RienAFaireError, match="aucun logement"):
        sortir(uow, [], VENTE)


# --- files ------------------------------------------------------------------------------------

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
