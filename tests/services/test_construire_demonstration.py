"""The demonstration: real dwellings, a year told through the use cases."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from fluxdesk.adapters.calendrier.feries import jours_feries
from fluxdesk.adapters.flots.coupe import couper
from fluxdesk.adapters.pdf.bilan_pdf import ecrire_bilan_pdf
from fluxdesk.adapters.pdf.courriers_pdf import ecrire_courriers
from fluxdesk.adapters.pdf.lettre_pdf import ecrire_lettre
from fluxdesk.adapters.pdf.photo_pdf import ecrire_photo_pdf
from fluxdesk.adapters.referentiels.cog import Cog
from fluxdesk.adapters.sheets.bilan_csv import ecrire_bilan_csv
from fluxdesk.adapters.sheets.bilan_workbook import ecrire_bilan_xlsx
from fluxdesk.adapters.sheets.liste_fichier import ecrire_liste
from fluxdesk.adapters.sheets.modele_workbook import ecrire_modele
from fluxdesk.adapters.sheets.photo_workbook import ecrire_photo_xlsx
from fluxdesk.adapters.sheets.rapport_workbook import ecrire_rapport_xlsx
from fluxdesk.adapters.sheets.rpls_reader import lire_patrimoine
from fluxdesk.adapters.sheets.simulation_workbook import ecrire_simulation
from fluxdesk.adapters.sheets.source_reader import lire_source
from fluxdesk.adapters.sheets.tableau_reader import lire_tableau
from fluxdesk.domain.controles import Gravite
from fluxdesk.domain.convention import ModeOffre
from fluxdesk.domain.flux.parties import BAILLEUR
from fluxdesk.domain.flux_constate import FluxConstate
from fluxdesk.domain.journal import premiere_rupture
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.vacance import CategorieSoustrait, Etape, Qualification, etape
from fluxdesk.resources import resource
from fluxdesk.services.construire_demonstration import (
    construire_demonstration,
    debut_demonstration,
)
from fluxdesk.services.controler_conventions import controler_base
from fluxdesk.services.controler_faisabilite import Examinateur
from fluxdesk.services.demonstration_acteurs import BAILLEUR_FICTIF, SOURCE
from fluxdesk.services.demonstration_horloge import HorlogeMobile
from fluxdesk.services.demonstration_scenario import ouvre
from fluxdesk.services.ports import AnnuleError, Bureau
from fluxdesk.services.suggerer_orientation import suggerer_orientation
from tests.services.memoire import MemoireUow

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.domain.vacance import Vacance
    from fluxdesk.services.ports import Progress

DIMANCHE = date(2026, 11, 22)
FICHIERS = [resource("demo", f"rpls2018_{nom}.csv") for nom in ("corse_extrait", "mayotte")]
COG = Cog()


@dataclass(slots=True)
class BaseMemoire:
    """As much of a Base as the builder uses."""

    uow: MemoireUow

    def transaction(self) -> MemoireUow:
        return self.uow


@dataclass(slots=True)
class Annee:
    """A demonstration and what was read back of it."""

    jour: date
    uow: MemoireUow
    vacances: Sequence[Vacance]
    offres: Sequence[Orientation]

    @property
    def issues(self) -> Mapping[int, Sequence[IssueOrientation]]:
        return {v.id: [o.issue for o in self.offres if o.vacance_id == v.id] for v in self.vacances}

    def a_l_etape(self, voulue: Etape) -> list[Vacance]:
        issues = self.issues
        return [v for v in self.vacances if etape(v, issues[v.id]) is voulue]

    def suggestions(self) -> list[str]:
        clock = HorlogeMobile(self.jour)
        return [
            suggerer_orientation(v.id, uow=self.uow, horloge=clock, territoires=COG).destinataire
            for v in self.a_l_etape(Etape.A_ORIENTER)
        ]


def construire(jour: date, progress: Progress = lambda *_: None) -> Annee:
    clock = HorlogeMobile(debut_demonstration(jour))
    uow = MemoireUow(BAILLEUR_FICTIF, horloge=clock)  # type: ignore[arg-type] # any Horloge does
    bureau = Bureau(
        base=BaseMemoire(uow),  # type: ignore[arg-type] # no row is read, no file is closed
        horloge=clock,
        territoires=COG,
        couper=couper,
        feries=jours_feries,
        lire_patrimoine=lire_patrimoine,
        lire_tableau=lire_tableau,
        lire_source=lire_source,
        ecrire_lettre=ecrire_lettre,
        ecrire_courriers=ecrire_courriers,
        ecrire_liste=ecrire_liste,
        ecrire_bilan_xlsx=ecrire_bilan_xlsx,
        ecrire_bilan_pdf=ecrire_bilan_pdf,
        ecrire_bilan_csv=ecrire_bilan_csv,
        ecrire_simulation=ecrire_simulation,
        ecrire_modele=ecrire_modele,
        ecrire_rapport_xlsx=ecrire_rapport_xlsx,
        ecrire_photo_pdf=ecrire_photo_pdf,
        ecrire_photo_xlsx=ecrire_photo_xlsx,
    )
    construire_demonstration(FICHIERS, jour, bureau=bureau, horloge=clock, progress=progress)
    with uow:
        return Annee(jour, uow, uow.vacances.toutes(), uow.orientations.toutes())


@pytest.fixture(scope="module")
def annee() -> Annee:
    return construire(DIMANCHE)


def test_every_dwelling_comes_from_the_real_files(annee: Annee) -> None:
    with annee.uow as uow:
        communes = Counter(logement.commune for logement in uow.logements.tous())

    assert communes.total() == 572 + 270
    assert communes["2B033"] == 196
    assert communes["97611"] == 207


def test_the_landlord_is_fictitious_and_names_the_source() -> None:
    assert "fictif" in BAILLEUR_FICTIF.raison_sociale
    assert int(BAILLEUR_FICTIF.siret) == 0
    assert SOURCE == "Source\u00a0: SDES, RPLS au 1er janvier 2018"
    assert SOURCE in BAILLEUR_FICTIF.adresse


def test_no_convention_breaks_a_cap(annee: Annee) -> None:
    clock = HorlogeMobile(annee.jour)
    examiner = Examinateur(horloge=clock, territoires=COG, couper=couper, flux=FluxConstate(mois=0))
    found = controler_base(uow=annee.uow, examinateur=examiner)

    assert [a for a in found.alertes if a.gravite is Gravite.BLOQUANT] == []


def test_the_year_has_every_kind_of_vacancy(annee: Annee) -> None:
    kinds = Counter(v.qualification for v in annee.vacances)
    taken = Counter(v.categorie_soustrait for v in annee.vacances)

    assert 60 <= kinds[Qualification.FLUX] <= 80
    assert kinds[Qualification.HORS_CHAMP] == 3
    assert kinds[Qualification.STOCK] == 1
    assert taken[CategorieSoustrait.MUTATION] == 5
    assert sum(1 for c in CategorieSoustrait if taken[c]) == 4


@pytest.mark.parametrize("decalage", range(7))
def test_on_any_day_of_the_week_there_is_something_to_do(decalage: int, annee: Annee) -> None:
    year = annee if decalage == 0 else construire(DIMANCHE + timedelta(days=decalage))
    open_offers = [o for o in year.offres if o.issue is IssueOrientation.EN_COURS]
    late = [o for o in open_offers if o.echeance and o.echeance < year.jour]

    assert len(year.a_l_etape(Etape.A_QUALIFIER)) == 2
    assert len(year.a_l_etape(Etape.A_ORIENTER)) == 3
    assert len(year.a_l_etape(Etape.PROPOSEE)) == 3
    several = [o for o in open_offers if o.mode is ModeOffre.TOUS]
    assert len(several) == 2  # the third was chosen by the CAL
    assert len({o.vacance_id for o in several}) == 1
    assert len(open_offers) == 3 + len(several)
    assert len(year.a_l_etape(Etape.ATTRIBUEE)) == 6
    assert all(o.echeance for o in open_offers)
    assert len(late) == 1
    assert sum(cle != BAILLEUR for cle in year.suggestions()) >= 1


def test_some_offers_are_given_back_then_go_to_the_next(annee: Annee) -> None:
    back = {IssueOrientation.REFUSEE, IssueOrientation.SANS_CANDIDAT}
    given_back = {o.vacance_id for o in annee.offres if o.issue in back}
    let = {v.id for v in annee.a_l_etape(Etape.BAIL_SIGNE)}

    assert {o.issue for o in annee.offres} >= back
    assert len(given_back & let) >= 3


def test_another_choice_than_the_suggestion_has_its_reason(annee: Annee) -> None:
    others = [o for o in annee.offres if o.derogation]

    assert 1 <= len({o.vacance_id for o in others}) <= 3
    assert any("DALO" in o.derogation for o in others)


def test_the_journal_tells_the_year_on_its_days_and_working_days_only(annee: Annee) -> None:
    with annee.uow as uow:
        entries = list(uow.journal.toutes())

    assert premiere_rupture(entries) is None
    assert [e.quand for e in entries] == sorted({e.quand for e in entries})
    assert entries[0].quand.date() == debut_demonstration(annee.jour)
    assert max(e.quand.date() for e in entries) <= annee.jour
    assert all(e.quand.weekday() < 5 for e in entries)
    assert all(o.jour.weekday() < 5 for o in annee.offres)


def test_the_same_day_gives_the_same_base(annee: Annee) -> None:
    again = construire(annee.jour)

    assert again.vacances == annee.vacances
    assert again.offres == annee.offres


def test_progress_names_the_months_and_can_stop_it() -> None:
    told: list[str] = []

    def stop_in_march(fait: int, total: int, quoi: str = "") -> None:
        told.append(quoi)
        if quoi.startswith("Mars"):
            raise AnnuleError

    with pytest.raises(AnnuleError):
        construire(DIMANCHE, stop_in_march)
    assert f"Import de {FICHIERS[0].name}" in told
    assert told[-1] == "Mars 2026"


@pytest.mark.parametrize(
    ("jour", "ouvrable"),
    [
        pytest.param(date(2026, 11, 20), date(2026, 11, 20), id="friday"),
        pytest.param(date(2026, 11, 21), date(2026, 11, 20), id="saturday"),
        pytest.param(date(2026, 11, 22), date(2026, 11, 20), id="sunday"),
        pytest.param(date(2026, 11, 23), date(2026, 11, 23), id="monday"),
    ],
)
def test_a_week_end_falls_back_on_friday(jour: date, ouvrable: date) -> None:
    assert ouvre(jour) == ouvrable


def test_the_moving_clock_never_goes_back() -> None:
    clock = HorlogeMobile(date(2026, 3, 2))
    first = clock.maintenant()
    clock.aller(date(2026, 3, 2))
    assert clock.maintenant() > first
    clock.aller(date(2026, 3, 3))
    assert clock.aujourd_hui() == date(2026, 3, 3)
    with pytest.raises(ValueError, match="before"):
        clock.aller(date(2026, 3, 2))
