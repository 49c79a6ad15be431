"""Tables of reference of a base: brought by files, consulted, taken back, and their effects."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from fluxdesk.adapters.sheets.tableau_reader import lire_tableau
from fluxdesk.domain.erreurs import IntrouvableError
from fluxdesk.domain.logement import Financement
from fluxdesk.domain.referentiel import GenreReferentiel
from fluxdesk.domain.referentiel_mots import phrases
from fluxdesk.domain.reservataire import Categorie
from fluxdesk.domain.territoire import Commune
from fluxdesk.services.annuler_action import annuler_action
from fluxdesk.services.annuler_referentiel import (
    AucuneEditionError,
    MotifManquantError,
    annuler_referentiel,
    revenir_edition,
)
from fluxdesk.services.consulter_referentiels import (
    GenreInconnuError,
    chercher,
    communes_en_qpv,
    lire_genre,
    lister_referentiels,
    plafond,
    quartier,
    seuil_quartile,
    voir_referentiel,
)
from fluxdesk.services.importer_referentiel import (
    DemandeReferentiel,
    EffetInvraisemblableError,
    SourceManquanteError,
    importer_referentiel,
)
from fluxdesk.services.ports import FichierIllisibleError
from fluxdesk.services.rederiver_financements import rederiver_financements
from fluxdesk.services.suivre_communes import suivre_communes
from fluxdesk.services.territoires_base import TerritoiresDeBase, familles_de, livre_de
from tests.services.memoire import HorlogeFixe, MemoireUow
from tests.services.monde import enregistrer, logement, saisie

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fluxdesk.domain.referentiel_rapport import RapportReferentiel

G = GenreReferentiel
JOUR = date(2026, 6, 1)
QPV = Path("tests/data/qpv2024_extrait_12.csv")


@dataclass(frozen=True, slots=True)
class TroisCommunes:
    """A shipped COG: a commune, its neighbour, one of Île-de-France, a former code."""

    def commune(self, code: str) -> Commune | None:
        code = "01033" if code == "01099" else code
        return next((c for c in self.communes() if c.code == code), None)

    def communes(self) -> Sequence[Commune]:
        return (
            Commune(code="01033", nom="Bellegarde", departement="01", epci="240100891",
                    epci_nom="CC Bellegarde", zone_abc="B1", zone_123="2"),
            Commune(code="01091", nom="Châtillon", departement="01", epci="240100891",
                    epci_nom="CC Bellegarde", zone_abc="C"),
            Commune(code="93001", nom="Aubervilliers", departement="93"),
        )  # fmt: skip


@dataclass(slots=True)
class Monde:
    uow: MemoireUow
    territoires: TerritoiresDeBase
    dossier: Path

    def apporter(
        self, genre: GenreReferentiel, texte: str, effet: date = JOUR, *, essai: bool = False
    ) -> RapportReferentiel:
        path = self.dossier / "fichier.csv"
        path.write_text(texte, "utf-8")
        return self.importer(genre, path, effet, essai=essai)

    def importer(
        self, genre: GenreReferentiel, path: Path, effet: date = JOUR, *, essai: bool = False
    ) -> RapportReferentiel:
        made = importer_referentiel(
            DemandeReferentiel(genre=genre, chemin=path, effet=effet, source=" essai "),
            essai=essai,
            uow=self.uow,
            lire=lire_tableau,
            territoires=self.territoires,
        )
        assert made.retenues + made.ecartees + made.refusees == made.lues
        assert made.nouvelles + made.changees + made.inchangees == made.entrees
        self.territoires.relire()
        return made

    def lignes(self, genre: GenreReferentiel, jour: date = JOUR) -> dict[str, dict[str, str]]:
        lines = voir_referentiel(genre, uow=self.uow, territoires=self.territoires, jour=jour)
        return {line.cle: dict(line.colonnes) for line in lines}

    def dernier(self) -> int:
        with self.uow:
            return len(list(self.uow.journal.toutes()))


@pytest.fixture
def monde(tmp_path: Path) -> Monde:
    clock = HorlogeFixe(datetime(2026, 11, 22, 9, 30, tzinfo=UTC))
    uow = MemoireUow(horloge=clock)
    places = TerritoiresDeBase(TroisCommunes(), lambda: uow, clock)
    places.relire()
    return Monde(uow, places, tmp_path)


def test_the_list_of_anct_comes_in_and_is_told(monde: Monde) -> None:
    tried = monde.importer(G.QPV_2024, QPV, essai=True)
    assert (tried.lues, tried.nouvelles, tried.id, tried.essai) == (12, 12, 0, True)
    assert monde.lignes(G.QPV_2024) == {}
    made = monde.importer(G.QPV_2024, QPV)
    assert made.id
    assert monde.lignes(G.QPV_2024)["QN00201M"]["communes"] == "02571,02691"
    assert (communes_en_qpv(JOUR, uow=monde.uow) or frozenset()) >= {"02571", "14118"}
    again = monde.importer(G.QPV_2024, QPV)
    assert (again.inchangees, again.remplace) == (12, True)
    assert "elle est remplacée" in phrases(again)[-1]


def test_a_hostile_list_reconciles(monde: Monde) -> None:
    text = (
        "\ufeffcode_qp;lib_qp;insee_com;siren_epci;;\n"
        "QN00101M;Champ De Manuvre;1033;;;\n"  # the zero lost, the ligature lost
        "QN00102M;Deux;01033, 01091;240100891;;\n"
        "QN00102M;Deux;93001;240100891;;\n"  # a further commune of the same district
        "QN00102M;Autre nom;93001;;;\n"  # not the same district
        "QN00102M;Deux;;;;\n"
        "QP093001;Vieux;;;;\n"
        "QN00103M;Mauvais;01033;2,4E+08;;\n"
        "\n"
        "QN00104M;Trop;01033;240100891;;;x\n"
    )
    made = monde.apporter(G.QPV_2024, text)
    assert (made.lues, made.retenues, made.refusees, made.entrees) == (8, 3, 5, 2)
    assert monde.lignes(G.QPV_2024)["QN00102M"]["communes"] == "01033,01091,93001"
    assert len(made.avertissements) == 2
    assert "déjà donné par la ligne 3" in made.refus[0].phrase


def test_what_cannot_be_kept_is_refused(monde: Monde) -> None:
    with pytest.raises(EffetInvraisemblableError):
        monde.importer(G.QPV_2024, QPV, date(1026, 1, 1))
    with pytest.raises(FichierIllisibleError, match="Code RPLS"):
        monde.importer(G.FINANCEMENTS, QPV)
    with pytest.raises(FichierIllisibleError, match="Famille"):
        monde.apporter(G.FINANCEMENTS, "code;libelle\n53;ILM\n")
    bad = DemandeReferentiel(genre=G.QPV_2024, chemin=QPV, effet=JOUR, source=" ")
    with pytest.raises(SourceManquanteError):
        importer_referentiel(
            bad, essai=True, uow=monde.uow, lire=lire_tableau, territoires=monde.territoires
        )
    none = monde.apporter(G.QUARTILE, "siren;seuil\nx;y\n")
    assert (none.retenues, none.id, none.essai) == (0, 0, False)


def test_the_first_quartile_by_year(monde: Monde) -> None:
    text = "SIREN;EPCI;Seuil 2025\n240100891;CC;8 602,50 €\n;Île-de-France;10800\n"
    monde.apporter(G.QUARTILE, text, date(2025, 1, 1))
    monde.apporter(G.QUARTILE, "siren;nom;seuil\n240100891;CC;8800\n", date(2026, 1, 1))
    ask = {"uow": monde.uow}
    assert seuil_quartile("240100891", "01", date(2025, 5, 1), **ask) == Decimal("8602.5")
    assert seuil_quartile("240100891", "01", JOUR, **ask) == Decimal(8800)
    assert seuil_quartile("200054781", "93", date(2025, 5, 1), **ask) == Decimal(10800)
    assert seuil_quartile("200054781", "93", JOUR, **ask) is None
    assert seuil_quartile("240100891", "01", date(2024, 1, 1), **ask) is None


def test_ceilings_by_year_and_by_financing(monde: Monde) -> None:
    wide = "Financement;Catégorie;Paris;Île-de-France;Autres régions\nPLAI;1;14683;14683;12759\n"
    made = monde.apporter(G.PLAFONDS, wide, date(2025, 1, 1))
    assert (made.retenues, made.entrees, made.absentes, made.cumule) == (1, 3, 21, True)
    assert "gardées telles quelles" in phrases(made)[1]
    ask = {"uow": monde.uow}
    assert plafond("PLAI", "autres", "1", JOUR, **ask) == (Decimal(12759), date(2025, 1, 1))
    assert plafond("PLUS", "idf", "3", JOUR, **ask) == (Decimal(48362), date(2026, 1, 1))
    assert plafond("PLUS", "idf", "3", date(2025, 7, 1), **ask) == (
        Decimal(47944),
        date(2025, 1, 1),
    )
    assert plafond("PLI", "A", "1", JOUR, **ask) is None
    more = monde.apporter(G.PLAFONDS, wide.replace("PLAI", "PLS"), date(2025, 1, 1))
    assert more.remplace
    assert "elle est complétée" in phrases(more)[-1]
    assert plafond("PLAI", "autres", "1", JOUR, **ask) is not None


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


def test_the_former_edition_comes_back(monde: Monde) -> None:
    with pytest.raises(AucuneEditionError):
        revenir_edition(G.QPV_2024, motif="x", uow=monde.uow)
    one = monde.importer(G.QPV_2024, QPV)
    monde.apporter(G.QPV_2024, "code_qp;lib_qp\nQN00101M;Seul\n")
    assert set(monde.lignes(G.QPV_2024)) == {"QN00101M"}
    with pytest.raises(MotifManquantError):
        revenir_edition(G.QPV_2024, motif=" ", uow=monde.uow)
    told = annuler_action(monde.dernier(), motif="essai", transaction=lambda: monde.uow)
    assert "quartiers prioritaires 2024" in told.lower()
    assert len(monde.lignes(G.QPV_2024)) == 12
    assert "retirée" in revenir_edition(G.QPV_2024, motif="erreur", uow=monde.uow)
    assert monde.lignes(G.QPV_2024) == {}
    with pytest.raises(IntrouvableError):
        annuler_referentiel(one.id, motif="x", uow=monde.uow)


def test_an_edition_the_journal_does_not_know_is_taken_out(monde: Monde) -> None:
    made = monde.importer(G.QPV_2024, QPV)
    with monde.uow as uow:
        uow.journal.ecrire("referentiel.annuler", f"referentiel:{made.id}", "deux fois")
        uow.journal.ecrire("referentiel.annuler", f"referentiel:{made.id}", "trois fois")
        uow.valider()
    revenir_edition(G.QPV_2024, motif="x", uow=monde.uow)
    assert monde.lignes(G.QPV_2024) == {}


def test_another_act_on_an_edition_is_no_import(monde: Monde) -> None:
    monde.apporter(G.FINANCEMENTS, "code;famille\n53;PLS\n")
    made = monde.importer(G.QPV_2024, QPV)
    with monde.uow as uow:
        uow.journal.ecrire("referentiel.annuler", f"referentiel:{made.id}", "avant tout")
        uow.valider()
    assert "retirée" in annuler_referentiel(made.id, motif="x", uow=monde.uow)


def test_both_perimeters_of_districts_are_kept(monde: Monde) -> None:
    assert communes_en_qpv(JOUR, uow=monde.uow) is None
    text = "code_qp;lib_qp;insee_com\nQP093001;Vieux;93001\n"
    monde.apporter(G.QPV_2015, text, date(2015, 1, 1))
    monde.importer(G.QPV_2024, QPV, date(2024, 1, 1))
    assert communes_en_qpv(date(2023, 12, 31), uow=monde.uow) == frozenset({"93001"})
    old = quartier("qp093001", uow=monde.uow)
    assert [(g, line.colonnes["nom"]) for g, line in old] == [(G.QPV_2015, "Vieux")]
    assert quartier("QN01001I", uow=monde.uow)[0][0] is G.QPV_2024


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


def test_tables_are_named_loosely_and_searched(monde: Monde) -> None:
    assert lire_genre("QPV-2024") is G.QPV_2024
    assert lire_genre("plafonds") is G.PLAFONDS
    assert lire_genre("EPCI") is G.EPCI
    for unknown in ("qpv", "", "lune"):
        with pytest.raises(GenreInconnuError, match="premier quartile"):
            lire_genre(unknown)
    lines = voir_referentiel(G.COMMUNES, uow=monde.uow, territoires=monde.territoires, jour=JOUR)
    assert len(chercher(lines, "")) == 3
    assert [line.cle for line in chercher(lines, "chatillon 01")] == ["01091"]
