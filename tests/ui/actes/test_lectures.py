"""What the worker reads for the pages, read here without a page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.flux.parties import Zone
from fluxdesk.domain.periode import annuelle
from fluxdesk.domain.vacance import Etape
from fluxdesk.ui.dialogs.conge import MONTRES, chercher_logements
from fluxdesk.ui.models.conventions_lieux import Lieu, Lieux, zone_des_lieux, zone_en_mots
from fluxdesk.ui.pages.bilans_lecture import lire_bilans, lire_destinataire
from fluxdesk.ui.pages.conventions_lecture import lire_conventions
from fluxdesk.ui.pages.vacances_dossier import (
    champs_du_deroule,
    champs_du_logement,
    lire_dossier,
)
from fluxdesk.ui.pages.vacances_lecture import lire_vacances
from tests.services.test_faisabilite import groupe

if TYPE_CHECKING:
    from fluxdesk.services.ports import Bureau
    from fluxdesk.ui.pages.vacances_dossier import DossierVacance


@pytest.fixture
def dossier(bureau: Bureau) -> DossierVacance:
    rows = lire_vacances(bureau, "").lignes
    return lire_dossier(bureau, next(r.id for r in rows if r.etape is Etape.BAIL_SIGNE))


def dit(dossier: DossierVacance, titre: str) -> str:
    return next(c.valeur for c in champs_du_logement(dossier) if c.titre == titre)


def test_the_time_line_runs_from_the_notice_to_today(dossier: DossierVacance) -> None:
    lines = champs_du_deroule(dossier)
    assert lines[0].valeur == "Congé reçu"
    assert any(line.valeur.startswith("Proposé") for line in lines) or any(
        line.valeur.startswith("Gardé") for line in lines
    )
    assert [line.valeur for line in lines if line.fort] == ["Bail signé"]
    assert dossier.qualifiee is None or dossier.qualifiee >= dossier.vacance.date_conge


def test_the_fiche_says_what_is_unknown_rather_than_guess(dossier: DossierVacance) -> None:
    bare = replace(
        dossier,
        commune=None,
        logement=replace(
            dossier.logement, qpv=None, etage="RDC", annee_construction=None, loyer=None
        ),
        vacance=replace(dossier.vacance, disponibilite=None),
    )
    assert dit(bare, "QPV") == "non renseigné"
    assert dit(bare, "Construction") == "non renseignée"
    assert dit(bare, "Loyer") == ""
    assert dit(bare, "Libre le") == "à fixer"
    assert "rez-de-chaussée" in dit(bare, "Typologie")
    assert bare.lieu


def test_the_fiche_counts_floors_and_rent_in_french(dossier: DossierVacance) -> None:
    full = replace(
        dossier,
        logement=replace(
            dossier.logement, qpv=True, qpv_code="QP02A001", etage="0", loyer=40_215, charges=6_100
        ),
    )
    assert dit(full, "QPV") == "oui (QP02A001)"
    assert "rez-de-chaussée" in dit(full, "Typologie")
    assert dit(full, "Loyer") == "402,15\u00a0€ + 61,00\u00a0€ ch."
    first = replace(full, logement=replace(full.logement, etage="1"))
    assert "1er étage" in dit(first, "Typologie")


def test_a_search_shows_the_first_hits_and_counts_all(bureau: Bureau) -> None:
    found = chercher_logements(bureau, "")
    assert len(found.lignes) == MONTRES
    assert found.total > MONTRES


def test_conventions_are_read_with_their_sums_and_their_findings(bureau: Bureau) -> None:
    etat = lire_conventions(bureau, Lieux())
    again = lire_conventions(bureau, etat.lieux)
    assert again.lieux is etat.lieux  # the COG is read once
    assert len(etat.lignes) == 7
    bastia = next(row for row in etat.sommes if row.lieu == "À Bastia")
    here = [r for r in etat.lignes if r.reservataire.nom in bastia.detail]
    assert bastia.taux == sum(row.taux for row in here)
    assert max(row.taux for row in etat.sommes) <= 10_000


def test_places_are_found_by_name_those_that_begin_so_first(bureau: Bureau) -> None:
    row = replace(groupe("2B033", 1), programme="Les Lilas", qpv_code="QN02B001M")
    unnamed = groupe("2B033", 1)
    lieux = Lieux.du_cog(bureau.territoires.communes(), (row, unnamed))
    fine = Zone(
        quartiers=frozenset({"QN02B001M"}),
        residences=frozenset({"2B033/LES LILAS", "2B033/VENDUE"}),
    )
    assert zone_en_mots(fine, lieux) == (
        "quartier QN02B001M, Bastia, résidence Les Lilas, Bastia, résidence VENDUE"
    )
    assert lieux.chercher("lilas, bas")[0].code == "2B033/LES LILAS"
    assert lieux.chercher("ajac")[0].nom.startswith(("Ajac", "CA du Pays Ajac"))
    assert lieux.chercher("  ") == []
    zone = Zone(
        communes=frozenset({"2B050", "99999"}),
        epcis=frozenset({"242010056"}),
        departements=frozenset({"2A"}),
    )
    places = lieux.de_la_zone(zone)
    assert zone_des_lieux(places) == zone
    said = zone_en_mots(zone, lieux)
    assert said.startswith("département 2A")
    assert "Calvi" in said
    assert "99999" in said  # a code the COG does not know is not hidden
    assert zone_en_mots(Zone.partout(), lieux) == "tout le patrimoine"
    assert Lieu("epcis", "1", "CC").libelle == "CC (EPCI)"


def test_bilans_are_read_for_a_year_that_exists(bureau: Bureau) -> None:
    lu = lire_bilans(bureau, annuelle(1999))
    assert lu.periode is not None
    assert lu.ensemble is not None
    assert lu.periode.annee in lu.annees
    first = lu.lignes[0]
    assert first.destinataire.reservataire_id is None
    bilan = lire_destinataire(bureau, lu.ensemble, first).bilan
    assert sum(x.proposes for x in bilan.lignes) == first.destinataire.proposes
