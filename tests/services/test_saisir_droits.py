"""Rights typed by hand are checked, told and undone like those of a file."""

from __future__ import annotations

import pytest

from fluxdesk.domain.droit_stock import NatureDroit
from fluxdesk.services.annuler_action import annulables, annuler_action
from fluxdesk.services.saisir_droits import DroitsRefusesError, SaisieDroits, saisir_droits
from tests.services.monde import HORLOGE, monde


def test_un_droit_se_donne_a_plusieurs_logements_et_s_annule() -> None:
    uow = monde()
    saisie = SaisieDroits(
        reservataire="Etat", logements=("1", "2", "inconnu"), nature=NatureDroit.DEFENSE
    )
    done = saisir_droits(saisie, uow=uow, horloge=HORLOGE)
    assert (done.creees, done.refusees) == (2, 1)
    with uow:
        assert {d.source for d in uow.stock.tous()} == {"saisie à la main"}
        entree = annulables(uow.journal.toutes())[-1]
    annuler_action(entree.numero, motif="erreur", transaction=lambda: uow)
    with uow:
        assert list(uow.stock.tous()) == []


def test_si_rien_ne_passe_c_est_dit() -> None:
    saisie = SaisieDroits(reservataire="Etat", logements=("inconnu",), source="acte")
    with pytest.raises(DroitsRefusesError, match="inconnu"):
        saisir_droits(saisie, uow=monde(), horloge=HORLOGE)
