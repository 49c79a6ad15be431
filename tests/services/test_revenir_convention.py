"""Une convention enregistrée s’annule tant que rien ne s’appuie sur elle."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.convention import Avenant
from fluxdesk.domain.droit_stock import DroitStock
from fluxdesk.domain.erreurs import IntrouvableError
from fluxdesk.domain.garantie import Garantie
from fluxdesk.domain.reservataire import Categorie
from fluxdesk.services.annuler_action import annulables, annuler_action
from fluxdesk.services.controler_conventions import SaisieConvention
from fluxdesk.services.revenir_convention import ConventionToucheeError
from fluxdesk.services.versions_convention import versions
from tests.services.monde import (
    ACTION_LOGEMENT,
    actions,
    conge,
    enregistrer,
    monde,
    orienter,
    saisie,
)

if TYPE_CHECKING:
    from tests.services.memoire import MemoireUow

DEPARTEMENT = 4


def annuler(uow: MemoireUow, convention_id: int) -> None:
    with uow:
        entree = [
            e for e in annulables(uow.journal.toutes()) if e.objet == f"convention:{convention_id}"
        ][-1]
    annuler_action(entree.numero, motif="erreur de saisie", transaction=lambda: uow)


def modifier(uow: MemoireUow, **valeurs: object) -> SaisieConvention:
    """Action Logement with these values, under a service of another name; as it stood before."""
    with uow:
        before = SaisieConvention(
            reservataire=uow.reservataires.lire(ACTION_LOGEMENT),
            convention=uow.conventions.lire(ACTION_LOGEMENT),
        )
    enregistrer(
        SaisieConvention(
            reservataire=replace(before.reservataire, service="Service des attributions"),
            convention=replace(before.convention, **valeurs),  # type: ignore[arg-type]
        ),
        uow,
    )
    return before


def lue(uow: MemoireUow) -> SaisieConvention:
    with uow:
        return SaisieConvention(
            reservataire=uow.reservataires.lire(ACTION_LOGEMENT),
            convention=uow.conventions.lire(ACTION_LOGEMENT),
        )


def creee(uow: MemoireUow) -> int:
    return enregistrer(saisie("Département", Categorie.DEPARTEMENT, 500), uow)


def test_une_modification_annulee_remet_la_convention_et_le_reservataire() -> None:
    uow = monde()
    before = modifier(uow, delai_jours=20, candidats=2)
    assert lue(uow) != before
    annuler(uow, ACTION_LOGEMENT)
    assert lue(uow) == before
    assert actions(uow)[-1] == "convention.revenir"
    assert versions(ACTION_LOGEMENT, uow=uow)[-1].convention == before.convention


def test_une_convention_creee_par_erreur_disparait_avec_son_reservataire() -> None:
    uow = monde()
    ident = creee(uow)
    annuler(uow, ident)
    with uow:
        assert [r.id for r in uow.reservataires.tous()] == [1, 2, 3]
        with pytest.raises(IntrouvableError):
            uow.conventions.lire(ident)


def test_les_modifications_s_annulent_de_la_derniere_a_la_premiere() -> None:
    uow = monde()
    first = modifier(uow, delai_jours=20)
    modifier(uow, delai_jours=25)
    annuler(uow, ACTION_LOGEMENT)
    annuler(uow, ACTION_LOGEMENT)
    assert lue(uow) == first


def test_un_logement_compte_depuis_interdit_de_revenir() -> None:
    uow = monde()
    modifier(uow, avenants=(Avenant(numero=0, dix_milliemes=1500, debut=date(2026, 1, 1)),))
    orienter(uow, conge(uow, 1), str(ACTION_LOGEMENT), "essai")
    with pytest.raises(ConventionToucheeError, match="annulez d’abord ces offres"):
        annuler(uow, ACTION_LOGEMENT)


def test_une_convention_changee_depuis_ne_revient_pas() -> None:
    uow = monde()
    modifier(uow, delai_jours=20)
    now = lue(uow).convention
    with uow:
        uow.conventions.enregistrer(replace(now, candidats=9))
        uow.valider()
    with pytest.raises(ConventionToucheeError, match="a changé depuis"):
        annuler(uow, ACTION_LOGEMENT)


def test_un_reservataire_nomme_ailleurs_ne_disparait_pas() -> None:
    uow = monde()
    ident = creee(uow)
    with uow:
        loan = uow.garanties.enregistrer(Garantie(reservataire_id=DEPARTEMENT, programme="Pins"))
        uow.valider()
    with pytest.raises(ConventionToucheeError, match="garantie d’emprunt"):
        annuler(uow, ident)
    with uow:
        uow.garanties.retirer(loan)
        uow.stock.enregistrer(DroitStock(logement_id=1, reservataire_id=DEPARTEMENT))
        uow.valider()
    with pytest.raises(ConventionToucheeError, match="droits en stock"):
        annuler(uow, ident)


def test_un_enregistrement_d_avant_les_images_ne_s_annule_pas() -> None:
    uow = monde()
    with uow:
        kept = uow.conventions.lire(ACTION_LOGEMENT)
        uow.journal.ecrire("convention.modifier", "convention:2", "Convention", apres=kept)
        uow.valider()
    with pytest.raises(ConventionToucheeError, match="à la main"):
        annuler(uow, ACTION_LOGEMENT)
