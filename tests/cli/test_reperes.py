"""What the words of a command line stand for, where two things could answer."""

from __future__ import annotations

from datetime import date

import pytest

from fluxdesk.cli.reperes import (
    PartDeConventionError,
    SansVacanceError,
    VacanceAmbigueError,
    trouver_orientation,
    trouver_partie,
    trouver_vacance,
)
from fluxdesk.domain.convention import Avenant, Convention, SousContingent
from fluxdesk.domain.erreurs import IntrouvableError
from fluxdesk.domain.flux.parties import Zone
from fluxdesk.domain.logement import Logement
from fluxdesk.domain.reservataire import Categorie, Reservataire
from fluxdesk.domain.vacance import CauseLiberation, Vacance
from tests.services.memoire import MemoireUow

JOUR = date(2026, 11, 22)


@pytest.fixture
def uow() -> MemoireUow:
    """Dwellings « 1 », « 2 » and « B »; vacancy 1 is of « B », vacancy 2 of « 1 »."""
    base = MemoireUow()
    with base:
        lot = base.lots.ouvrir("f.csv", "essai", "UTF-8")
        base.logements.ajouter([Logement(cle=cle) for cle in ("1", "2", "B")], lot)
        by_key = {logement.cle: logement.id for logement in base.logements.tous()}
        for cle in ("B", "1"):
            base.vacances.enregistrer(
                Vacance(logement_id=by_key[cle], date_conge=JOUR, cause=CauseLiberation.CONGE)
            )
        base.valider()
    return base


def test_a_number_that_names_two_vacancies_is_refused(uow: MemoireUow) -> None:
    with pytest.raises(VacanceAmbigueError, match=r"vacance:1.*logement:1"):
        trouver_vacance("1", uow=uow)
    assert trouver_vacance("vacance:1", uow=uow) == 1
    assert trouver_vacance("logement:1", uow=uow) == 2


def test_a_number_whose_dwelling_is_not_free_is_that_of_the_vacancy(uow: MemoireUow) -> None:
    assert trouver_vacance("2", uow=uow) == 2
    assert trouver_vacance("B", uow=uow) == 1
    with pytest.raises(SansVacanceError, match="pas de vacance en cours"):
        trouver_vacance("logement:2", uow=uow)


def test_digits_of_another_script_are_no_number(uow: MemoireUow) -> None:
    for repere in ("²", "٢", "vacance:²", "0", "-1"):
        with pytest.raises(IntrouvableError):
            trouver_vacance(repere, uow=uow)
    with pytest.raises(IntrouvableError, match="offre"):
        trouver_orientation("1", uow=uow)


def _convenir(uow: MemoireUow, nom: str, *parts: str, debut: date | None = None) -> int:
    with uow:
        who = uow.reservataires.enregistrer(Reservataire(nom=nom, categorie=Categorie.AUTRE))
        held = tuple(SousContingent(code=p.upper(), nom=p, dix_milliemes=100) for p in parts)
        avenant = Avenant(numero=0, dix_milliemes=100, debut=debut, sous_contingents=held)
        uow.conventions.enregistrer(
            Convention(
                reservataire_id=who,
                avenants=(avenant,),
                assiette=Zone.partout(),
                territoire=Zone.partout(),
            )
        )
        uow.valider()
    return who


def test_a_part_that_two_conventions_name_alike_needs_its_reservataire(uow: MemoireUow) -> None:
    etat, region = _convenir(uow, "État", "agents"), _convenir(uow, "Région", "agents", "autres")

    assert trouver_partie("etat / AGENTS", JOUR, uow=uow) == f"{etat}/AGENTS"
    assert trouver_partie("Région (agents)", JOUR, uow=uow) == f"{region}/AGENTS"
    assert trouver_partie("autres", JOUR, uow=uow) == f"{region}/AUTRES"
    with pytest.raises(IntrouvableError):
        trouver_partie("agents", JOUR, uow=uow)
    with pytest.raises(PartDeConventionError, match=r"Région / AGENTS.*Région / AUTRES"):
        trouver_partie("Région", JOUR, uow=uow)


def test_a_whole_convention_or_none_in_force_is_named_by_its_reservataire(uow: MemoireUow) -> None:
    whole = _convenir(uow, "Action Logement")
    later = _convenir(uow, "Ville", "familles", debut=date(2027, 1, 1))
    with uow:
        alone = uow.reservataires.enregistrer(Reservataire(nom="Seul", categorie=Categorie.AUTRE))
        uow.valider()

    assert trouver_partie("ACTION LOGEMENT", JOUR, uow=uow) == str(whole)
    assert trouver_partie("Ville", JOUR, uow=uow) == str(later)
    assert trouver_partie("Seul", JOUR, uow=uow) == str(alone)
    assert trouver_partie("BAILLEUR", JOUR, uow=uow) == "bailleur"
