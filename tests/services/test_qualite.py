"""The quality of a base: measured, mended in bulk, dwellings that went, files that contradict."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from fluxdesk.domain.correction import ValeurRefuseeError
from fluxdesk.domain.droit_stock import DroitStock
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.logement import EtatLogement
from fluxdesk.domain.provenance import Origine
from fluxdesk.domain.qualite import GenreAlerte
from fluxdesk.domain.referentiel import GenreReferentiel, TableReferentiel
from fluxdesk.services.actes_de_main import MotifManquantError, RienAFaireError
from fluxdesk.services.annuler_action import annuler_action
from fluxdesk.services.corriger_lot import ValeurUniqueError
from fluxdesk.services.marquer_sortis import (
    CauseSortie,
    LogementOccupeParLeFluxError,
    Sortie,
    SortieFutureError,
    marquer_sortis,
)
from fluxdesk.services.mesurer_qualite import mesurer_qualite
from fluxdesk.services.ports import AnnuleError
from tests.services.memoire import HorlogeFixe
from tests.services.monde import HORLOGE, TERRITOIRES, actions, conge, monde
from tests.services.qualites import (
    QUAND,
    VENTE,
    annuler_dernier,
    corriger,
    logements,
    mesurer,
    plat,
    provenances,
    sortir,
)


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


def test_the_parts_of_an_address_are_typed_and_undone() -> None:
    uow = monde()
    before = logements(uow)[0].adresse
    corriger(uow, [1], "appartement", "12")
    corriger(uow, [2], "appartement", "12")  # the same door of another staircase
    corriger(uow, [1], "voie", "cours Napoléon")
    made = logements(uow)[0].adresse
    assert made == replace(before, voie="cours Napoléon", appartement="12")
    with pytest.raises(ValeurUniqueError, match="sont choisis"):
        corriger(uow, [1, 2], "appartement", "3")
    annuler_dernier(uow)
    assert logements(uow)[0].adresse == replace(before, appartement="12")


# --- dwellings that went ----------------------------------------------------------------------


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
