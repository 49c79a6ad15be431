"""Which figures a check reads, and what it says of conventions through time."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from fluxdesk.adapters.flots.coupe import couper
from fluxdesk.domain.controles import Gravite
from fluxdesk.domain.convention import Avenant
from fluxdesk.domain.faisabilite_phrases import Grade
from fluxdesk.domain.flux.parties import Axe
from fluxdesk.domain.reservataire import Categorie
from fluxdesk.services.controler_conventions import controler_base, controler_saisie
from fluxdesk.services.controler_faisabilite import Examinateur, lire_flux, un_an_avant
from fluxdesk.services.rows import GroupeRow
from tests.services.monde import HORLOGE, JOUR, TERRITOIRES, enregistrer, monde, saisie

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fluxdesk.domain.flux_constate import FluxConstate
    from fluxdesk.services.controler_conventions import SaisieConvention
    from fluxdesk.services.controler_faisabilite import Examen


def groupe(commune: str, nombre: int, premier: date | None = None) -> GroupeRow:
    return GroupeRow(
        commune=commune,
        epci="",
        departement=commune[:2],
        qpv=None,
        typologie="T3",
        financement="PLUS",
        annee_construction=None,
        nombre=nombre,
        premier=premier,
    )


@dataclass
class LecturesFixes:
    """Only what the flux is read from."""

    vacances: Sequence[GroupeRow] = ()
    logements: Sequence[GroupeRow] = ()
    demande: list[date] = field(default_factory=list)

    def liberations(self, depuis: date) -> Sequence[GroupeRow]:
        self.demande.append(depuis)
        return self.vacances

    def parc(self) -> Sequence[GroupeRow]:
        return self.logements


def lu(lectures: LecturesFixes) -> FluxConstate:
    return lire_flux(lectures=lectures, horloge=HORLOGE, territoires=TERRITOIRES)  # type: ignore[arg-type] # the two readings it makes


def examinateur(flux: FluxConstate) -> Examinateur:
    return Examinateur(horloge=HORLOGE, territoires=TERRITOIRES, couper=couper, flux=flux)


PARC = LecturesFixes(logements=(groupe("2A004", 80), groupe("2B033", 20), groupe("99999", 1)))


def test_vacancies_of_36_months_are_read_and_told_by_the_year() -> None:
    seen = LecturesFixes(vacances=(groupe("2A004", 60, date(2025, 3, 20)), groupe("2B033", 12)))
    flux = lu(seen)
    assert seen.demande == [date(2023, 3, 1)]
    assert (flux.mois, flux.total) == (12, 72)  # a base of one year is not diluted over three
    assert flux.modalites[Axe.QPV, "non renseigné"] == {0: 60, 1: 12}


@pytest.mark.parametrize(
    ("premier", "mois"), [(date(2026, 3, 2), 1), (date(2020, 1, 1), 36), (date(2025, 12, 1), 3)]
)
def test_the_time_they_were_seen_in_is_in_months(premier: date, mois: int) -> None:
    assert lu(LecturesFixes(vacances=(groupe("2A004", 30, premier),))).mois == mois


def test_the_patrimoine_stands_in_when_vacancies_are_few() -> None:
    few = replace(PARC, vacances=(groupe("2A004", 29, JOUR),))
    flux = lu(few)
    assert (flux.mois, flux.total) == (0, 101)
    assert [u.commune for u in flux.lieux] == ["2A004", "2B033", "99999"]


def avec(entree: SaisieConvention, flux: FluxConstate | None = None) -> Examen:
    return controler_saisie(
        entree, uow=monde(), examinateur=examinateur(lu(PARC) if flux is None else flux)
    )


def grades(examen: Examen) -> list[Grade]:
    return [m.grade for m in examen.messages]


def test_the_base_as_it_stands_can_be_kept() -> None:
    examen = controler_base(uow=monde(), examinateur=examinateur(lu(PARC)))
    assert examen.alertes == ()
    assert grades(examen) == [Grade.OK]


def test_without_any_dwelling_nothing_is_said() -> None:
    assert avec(saisie("Région", Categorie.REGION, 100), lu(LecturesFixes())).messages == ()


def test_what_other_places_make_up_for_is_a_message_not_an_obstacle() -> None:
    uow = monde()
    examen = avec(saisie("Ville d’Ajaccio bis", Categorie.AUTRE, 4500, zone="commune:2A004"))
    assert examen.alertes == ()
    assert grades(examen) == [Grade.ALERTE, Grade.OK]
    assert "105\u00a0%" in examen.messages[0].phrase
    enregistrer(saisie("Employeur", Categorie.EMPLOYEUR, 4500, zone="commune:2A004"), uow)


def test_what_nobody_can_make_up_for_is_blocked() -> None:
    examen = avec(saisie("Région", Categorie.REGION, 5000))
    assert [(a.code, a.gravite) for a in examen.alertes] == [("somme_commune", Gravite.BLOQUANT)]


def test_rights_that_cannot_be_served_never_stop_the_recording() -> None:
    entree = saisie("Bastia", Categorie.COMMUNE, 4000)
    served = replace(
        entree,
        convention=replace(
            entree.convention,
            territoire=saisie("", Categorie.AUTRE, 0, zone="commune:2B033").convention.territoire,
        ),
    )
    examen = avec(served)
    assert grades(examen)[0] is Grade.IMPOSSIBLE
    assert Grade.OK not in grades(examen)
    assert enregistrer(served, monde())


def test_a_later_rate_is_told_with_its_day_and_what_lasts_is_told_once() -> None:
    entree = saisie("Bastia", Categorie.COMMUNE, 0)
    later = replace(
        entree.convention,
        avenants=(
            Avenant(numero=0, dix_milliemes=100, fin=date(2026, 12, 31)),
            Avenant(numero=1, dix_milliemes=4000, debut=date(2027, 1, 1)),
        ),
        territoire=saisie("", Categorie.AUTRE, 0, zone="commune:2B033").convention.territoire,
    )
    examen = avec(replace(entree, convention=later))
    assert grades(examen) == [Grade.IMPOSSIBLE]
    assert examen.messages[0].phrase.startswith("À compter du 1er janvier 2027\u00a0: ")


def test_the_last_twelve_months_begin_on_the_first_of_a_month() -> None:
    assert un_an_avant(date(2026, 11, 22)) == date(2025, 11, 1)
