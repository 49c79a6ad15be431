"""What the tables of reference change: communes, EPCI, zones, dwellings, conventions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.logement import Financement
from fluxdesk.domain.referentiel_mots import phrases
from fluxdesk.domain.reservataire import Categorie
from fluxdesk.services.annuler_action import annuler_action
from fluxdesk.services.consulter_referentiels import (
    lister_referentiels,
)
from fluxdesk.services.rederiver_financements import rederiver_financements
from fluxdesk.services.suivre_communes import suivre_communes
from fluxdesk.services.territoires_base import familles_de, livre_de
from tests.services.monde import enregistrer, logement, saisie
from tests.services.monde_referentiels import JOUR, G, TroisCommunes, faire_monde

if TYPE_CHECKING:
    from pathlib import Path

    from tests.services.monde_referentiels import Monde


@pytest.fixture
def monde(tmp_path: Path) -> Monde:
    return faire_monde(tmp_path)


def test_merged_communes_follow_from_their_day_on(monde: Monde) -> None:
    text = (
        "MOD,DATE_EFF,TYPECOM_AV,COM_AV,TYPECOM_AP,COM_AP,LIBELLE_AP\n"
        "32,2026-06-01,COM,01033,COM,01033,Valserhône\n"
        "32,2026-06-01,COM,01091,COM,01033,Valserhône\n"
        "31,1970-01-01,COM,01091,COM,93001,Ailleurs\n"
        "31,1970-01-01,COM,93001,COM,01033,Jadis\n"
        "31,1980-01-01,COM,93001,COM,01033,Naguère\n"
    )
    made = monde.apporter(G.COMMUNES, text)
    assert (made.retenues, made.ecartees, made.entrees) == (4, 1, 2)
    assert "garde son code" in phrases(made)[2]
    found = monde.territoires.commune("01091 ")
    assert found is not None
    assert found.code == "01033"
    assert [c.code for c in monde.territoires.communes()] == ["01033", "93001"]
    assert monde.territoires.commune("01099") == monde.territoires.commune("01033")
    assert monde.territoires.commune("99999") is None
    later = monde.apporter(G.COMMUNES, text, date(2027, 1, 1))
    assert later.id
    assert livre_de(monde.territoires).commune("01091") is not None


def test_a_new_list_renames_creates_and_inherits(monde: Monde) -> None:
    monde.apporter(
        G.COMMUNES,
        "TYPECOM;COM;LIBELLE;COMPARENT\nCOM;01033;Valserhône;\nCOM;01500;Nouvelle;\n"
        "COMD;01091;Châtillon;01500\nARM;93101;Un;93001\nCOMD;01777;Rien;88888\n",
    )
    new = monde.territoires.commune("01091")
    assert new is not None
    assert (new.code, new.nom, new.epci, new.zone_abc) == ("01500", "Nouvelle", "240100891", "C")
    named = monde.territoires.commune("01033")
    assert named is not None
    assert named.nom == "Valserhône"
    ward = monde.territoires.commune("93101")
    assert ward is not None
    assert ward.code == "93001"
    assert monde.territoires.commune("01777") is None


def test_communes_that_take_each_other_over_end_somewhere(monde: Monde) -> None:
    head = "com_av,com_ap,libelle_ap\n"
    monde.apporter(G.COMMUNES, f"{head}01800,01033,A\n", date(2026, 1, 1))
    monde.apporter(G.COMMUNES, f"{head}01033,01800,B\n", date(2026, 2, 1))
    assert monde.territoires.commune("01800") is None or _epci(monde)


def test_the_epci_of_a_commune_changes_at_its_date(monde: Monde) -> None:
    text = (
        "CODGEO;LIBGEO;EPCI;LIBEPCI\n01033;Bellegarde;200042935;CA Haut-Bugey\n"
        "01091;C;200042935;CA Haut-Bugey\n97501;S;ZZZZZZZZZ;Sans objet\n"
        "02999;Inconnue;200042935;CA Haut-Bugey\n"
    )
    made = monde.apporter(G.EPCI, text, date(2026, 12, 1))
    assert (made.retenues, made.ecartees, made.entrees, made.absentes) == (3, 1, 1, 1)
    assert any(d.apres == "" for d in made.differences)
    assert "1\u00a0retirée" in phrases(made)[1]
    assert _epci(monde) == "240100891"
    rows = lister_referentiels(uow=monde.uow, territoires=monde.territoires, jour=JOUR)
    epci = next(row for row in rows if row.genre is G.EPCI)
    assert epci.editions[0].a_venir
    assert epci.courante is not None
    assert epci.courante.livree
    assert epci.retirable == epci.editions[0]
    monde.apporter(G.EPCI, text, date(2026, 2, 1))
    assert _epci(monde) == "200042935"
    names = monde.apporter(G.EPCI, "siren;nom\n200042935;Haut-Bugey\n", date(2026, 3, 1))
    assert (names.changees, _epci(monde)) == (1, "200042935")
    monde.apporter(G.EPCI, "siren;nom\n200042935;Vieux\n", date(2020, 1, 1))  # before the shipped
    assert monde.lignes(G.EPCI)["200042935"]["nom"] == "Haut-Bugey"


def _epci(monde: Monde) -> str:
    found = monde.territoires.commune("01033")
    assert found is not None
    return found.epci


def test_zones_change_one_by_one(monde: Monde) -> None:
    made = monde.apporter(G.ZONAGE, "codgeo;zone_abc\n01091;B2\n02999;A\n", date(2025, 9, 5))
    assert (made.changees, made.nouvelles, made.cumule) == (1, 1, True)
    found = monde.territoires.commune("01091")
    assert found is not None
    assert (found.zone_abc, found.zone_123) == ("B2", "")
    monde.apporter(G.ZONAGE, "codgeo;zone\n01091;3\n", date(2025, 10, 1))
    assert monde.lignes(G.ZONAGE)["01091"] == {"nom": "Châtillon", "123": "3", "abc": "B2"}


def test_dwellings_follow_the_table_of_families(monde: Monde) -> None:
    with monde.uow as uow:
        lot = uow.lots.ouvrir("f", "x", "")
        made = [
            replace(logement(1), financement_code="53", financement=Financement.PLUS),
            replace(logement(2), financement_code="13", financement=Financement.PLUS),
            replace(logement(3), financement_code="", financement=Financement.NON_RENSEIGNE),
        ]
        uow.logements.ajouter(made, lot)
        uow.valider()
    classer = partial(rederiver_financements, uow=monde.uow, territoires=monde.territoires)
    nothing = classer(essai=False)
    assert (nothing.modifies, nothing.lot) == (0, 0)
    assert "Aucun logement" in nothing.phrase()
    monde.apporter(G.FINANCEMENTS, "code;famille\n53;PLS\n88;PLI\n")
    assert familles_de(monde.territoires) == {"53": Financement.PLS, "88": Financement.PLI}
    assert familles_de(TroisCommunes()) == {}
    assert monde.lignes(G.FINANCEMENTS)["53"] == {"famille": "PLS", "libelle": "ILM"}
    tried = classer(essai=True)
    assert (tried.modifies, tried.lot) == (1, 0)
    assert "PLUS → PLS\u00a0: 1" in tried.phrase()
    done = classer(essai=False)
    assert _familles(monde) == ["PLS", "PLUS", "non renseigné"]
    assert done.lot
    annuler_action(monde.dernier(), motif="x", transaction=lambda: monde.uow)
    assert _familles(monde) == ["PLUS", "PLUS", "non renseigné"]


def _familles(monde: Monde) -> list[str]:
    with monde.uow as uow:
        return [x.financement.value for x in uow.logements.tous()]


def test_conventions_follow_merged_communes(monde: Monde) -> None:
    zone = "commune:01091,commune:75119,commune:93001"
    entry = saisie("Ville", Categorie.COMMUNE, 1000, zone=zone, parts=(400, 600))
    first = entry.convention.avenants[0]
    part = replace(first.sous_contingents[0], territoire=entry.convention.assiette)
    whole = replace(first, sous_contingents=(part, first.sous_contingents[1]))
    enregistrer(replace(entry, convention=replace(entry.convention, avenants=(whole,))), monde.uow)
    suivre = partial(suivre_communes, uow=monde.uow, territoires=monde.territoires)
    assert suivre(essai=False) == ()
    monde.apporter(G.COMMUNES, "ancien_code;code;nom\n01091;01033;Valserhône\n")
    tried = suivre(essai=True)
    assert tried[0].ajouts == (("01091", "01033"),)
    assert "01033" not in _zone(monde)
    suivre(essai=False)
    assert {"01091", "01033"} <= _zone(monde)
    assert suivre(essai=False) == ()
    annuler_action(monde.dernier(), motif="x", transaction=lambda: monde.uow)
    assert "01033" not in _zone(monde)


def _zone(monde: Monde) -> frozenset[str]:
    with monde.uow as uow:
        convention = uow.conventions.toutes()[0]
    part = convention.avenants[0].sous_contingents[0].territoire
    assert part == convention.assiette == convention.territoire
    return convention.assiette.communes
