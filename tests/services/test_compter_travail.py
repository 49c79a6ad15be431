"""The workload of the day: open offers, files, visits, sittings, letters, dwellings left."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, cast

from fluxdesk.domain.candidat import Candidat
from fluxdesk.domain.charge import Charge, mesurer_charge
from fluxdesk.domain.typographie import accorde, typographier
from fluxdesk.services.compter_travail import compter_travail
from fluxdesk.services.rows import ActionAFaire, Urgence
from tests.services.base_memoire import BaseMemoire
from tests.services.ensemble import ATTRIBUEE, BAIL, repondre
from tests.services.monde import conge, monde
from tests.services.vies import offerte, offre_de, vacance_de

if TYPE_CHECKING:
    from fluxdesk.services.ports import Base
    from fluxdesk.services.rows import AFaireRow
    from tests.services.memoire import MemoireUow

JOUR = date(2026, 3, 20)


def compter(uow: MemoireUow, jour: date = JOUR) -> tuple[Charge, tuple[AFaireRow, ...]]:
    base = cast("Base", BaseMemoire(uow))
    rows = {row.id: row for row in base.lectures.vacances(jour)}
    return compter_travail(jour, rows, base=base)


def test_a_base_without_offers_has_no_work() -> None:
    charge, rows = compter(monde())
    assert (charge, charge.phrase, rows) == (Charge(), "", ())


def test_open_offers_files_visits_and_sittings_are_counted() -> None:
    uow = monde()
    first, second = offerte(uow, 1), offerte(uow, 2, "3")
    waiting = vacance_de(uow, conge(uow, 3))
    with uow:
        seen = replace(first.suivi, candidats_recus=date(2026, 3, 18), visite=date(2026, 3, 21))
        uow.orientations.enregistrer(replace(first, suivi=seen))
        complete = replace(seen, visite=None, dossiers_complets=JOUR, cal_prevue=date(2026, 3, 27))
        uow.orientations.enregistrer(replace(second, suivi=complete))
        advice = replace(waiting.suivi, visite_conseil=date(2026, 3, 25))
        uow.vacances.enregistrer(replace(waiting, suivi=advice))
        uow.valider()
    charge, rows = compter(uow)
    assert (charge.offres, charge.dossiers, charge.visites, charge.cal) == (2, 1, 2, 1)
    assert charge.courriers == 4  # two proposals, the receipt of candidates of each
    assert charge.phrase.replace("\u00a0", " ") == (
        "Charge : 2 offres ouvertes, 1 dossier en instruction, 2 visites et 1 CAL dans les sept "
        "jours, 4 lettres à envoyer."
    )
    (letters,) = [row for row in rows if row.action is ActionAFaire.OUVRIR_COURRIERS]
    assert letters.titre == accorde(4, "lettre à envoyer", "lettres à envoyer")
    assert letters.urgence is Urgence.AUJOURD_HUI


def test_what_is_far_or_over_is_not_counted() -> None:
    uow = monde()
    offer = offerte(uow)
    far = replace(offer, suivi=replace(offer.suivi, visite=date(2026, 4, 20)))
    charge = mesurer_charge((), {offer.vacance_id: [far]}, JOUR)
    assert charge == Charge(offres=1)
    assert charge.phrase == typographier(f"Charge : {accorde(1, 'offre ouverte')}.")
    repondre(uow, offer, ATTRIBUEE, date(2026, 3, 20))
    repondre(uow, offre_de(uow, offer.id), BAIL, date(2026, 3, 25))
    signed = offre_de(uow, offer.id)
    assert mesurer_charge((), {offer.vacance_id: [signed]}, JOUR) == Charge()


def test_a_dwelling_left_by_a_mutation_is_to_be_recorded() -> None:
    uow = monde()
    offer = offerte(uow)
    with uow:
        uow.candidats.enregistrer(
            Candidat(orientation_id=offer.id, numero_unique="1", nom="A", mutation=True)
        )
        uow.valider()
    repondre(uow, offer, ATTRIBUEE, date(2026, 3, 10))
    repondre(uow, offer, BAIL, date(2026, 3, 15))
    _, rows = compter(uow)
    (left,) = [row for row in rows if row.titre == "Logement quitté à enregistrer"]
    assert (left.cible, left.urgence) == (offer.vacance_id, Urgence.AUJOURD_HUI)
    _, early = compter(uow, date(2026, 3, 14))
    assert next(r for r in early if r.titre == left.titre).urgence is Urgence.BIENTOT
