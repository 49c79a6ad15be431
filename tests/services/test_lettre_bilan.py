"""The letter that goes with a bilan says whose dwellings it tells of, and by what it is owed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fluxdesk.domain.lettre import Paragraphe
from fluxdesk.domain.periode import lire_periode
from fluxdesk.domain.prevision import Prevision
from fluxdesk.domain.vacance import CategorieSoustrait
from fluxdesk.services.etablir_bilan import etablir_bilan, etablir_ensemble
from fluxdesk.services.joindre_lettre import lettre_du_bilan
from tests.services.monde import ETAT, JOUR, TERRITOIRES
from tests.services.test_suivre_bilans import AL, offerte


def test_the_prefecture_is_written_to_at_the_address_of_the_state() -> None:
    uow = offerte()
    with uow:
        state = uow.reservataires.lire(ETAT)
        uow.reservataires.enregistrer(replace(state, adresse=("Palais Lantivy", "20000 Ajaccio")))
        uow.valider()
    made = etablir_bilan(2026, reservataire_id=None, uow=uow, territoires=TERRITOIRES)
    with uow:
        letter = lettre_du_bilan(made, jour=JOUR, uow=uow, territoires=TERRITOIRES)
    assert "Palais Lantivy" in repr(letter)


@pytest.mark.parametrize(
    ("quand", "cle", "mots"),
    [
        ("2026", AL, ("sur vos réservations", "R441-5-1", "prévisionnel 2027")),
        ("2026", "epci:242000354", ("sur votre territoire, tous", "R441-5-1")),
        ("2026", "cil", ("à l’ensemble des réservataires", "R441-5-1")),
        ("2026-T1", AL, ("sur vos réservations", "au rythme que prévoit notre convention")),
    ],
)
def test_the_letter_says_whose_dwellings_and_by_what_they_are_told(
    quand: str, cle: str, mots: tuple[str, ...]
) -> None:
    uow = offerte()
    with uow:
        uow.previsions.enregistrer(
            Prevision(annee=2027, categorie=CategorieSoustrait.VENTE, nombre=0)
        )
        uow.valider()
    period = lire_periode(quand)
    made = etablir_ensemble(period, uow=uow, territoires=TERRITOIRES)
    bilan = made.bilan(made.destinataire(cle))
    with uow:
        letter = lettre_du_bilan(bilan, jour=JOUR, uow=uow, territoires=TERRITOIRES)
    told = " ".join(one.texte for one in letter.corps if isinstance(one, Paragraphe))
    assert all(word in told for word in mots), told
    assert ("prévisionnel" in told) == period.entiere
