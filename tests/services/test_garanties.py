"""Loan guarantees are recorded, watched and taken back; ended rights lower the rate."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from fluxdesk.domain.erreurs import IntrouvableError
from fluxdesk.domain.garantie import Garantie, GenreAlerte
from fluxdesk.domain.regles_legales import EffetRegle, RegleLegale
from fluxdesk.services.annuler_action import annulables, annuler_action
from fluxdesk.services.tenir_garanties import (
    GarantieFausseError,
    enregistrer_garantie,
    lire_garanties,
    retirer_garantie,
)
from tests.services.monde import HORLOGE, VILLE, actions, monde

if TYPE_CHECKING:
    from tests.services.memoire import MemoireUow

LILAS = Garantie(
    reservataire_id=VILLE,
    programme="Les Lilas",
    commune="2A004",
    pret="CDC 1142",
    quotite=2500,
    logements=20,
    droits=3,
    derniere_echeance=date(2040, 6, 30),
)
ECHUE = replace(LILAS, programme="Les Ormes", droits=1, derniere_echeance=date(2020, 12, 31))


def toutes(uow: MemoireUow) -> tuple[Garantie, ...]:
    return lire_garanties(uow=uow, horloge=HORLOGE).garanties


def test_une_garantie_s_enregistre_se_modifie_et_s_annule() -> None:
    uow = monde()
    made = enregistrer_garantie(LILAS, uow=uow)
    enregistrer_garantie(replace(made, droits=2), uow=uow, motif="acte relu")
    assert [g.droits for g in toutes(uow)] == [2]
    with uow:
        entree = annulables(uow.journal.toutes())[-1]
    assert entree.libelle == "Garantie Les Lilas de Ville d’Ajaccio\u00a0: modifiée"
    annuler_action(entree.numero, motif="erreur", transaction=lambda: uow)
    assert toutes(uow) == (made,)
    retirer_garantie(made.id, uow=uow, motif="saisie deux fois")
    assert toutes(uow) == ()
    assert actions(uow)[-4:] == [
        "garantie.ecrire",
        "garantie.ecrire",
        "garantie.annuler",
        "garantie.ecrire",
    ]


@pytest.mark.parametrize(
    ("change", "dit"),
    [
        ({"programme": " "}, "programme garanti"),
        ({"quotite": 10_001}, "quotité"),
        ({"logements": -1}, "plausible"),
        ({"droits": 21}, "dépasser les logements"),
        ({"rembourse": date(2041, 1, 1)}, "suit la dernière échéance"),
        ({"informe": date(2026, 1, 1)}, "après le remboursement"),
        ({"rembourse": date(2026, 1, 2), "informe": date(2026, 1, 1)}, "après le remboursement"),
    ],
)
def test_une_saisie_fausse_est_dite(change: dict[str, Any], dit: str) -> None:
    uow = monde()
    with pytest.raises(GarantieFausseError, match=dit):
        enregistrer_garantie(replace(LILAS, **change), uow=uow)
    assert toutes(uow) == ()


def test_un_reservataire_inconnu_est_refuse() -> None:
    with pytest.raises(IntrouvableError):
        enregistrer_garantie(replace(LILAS, reservataire_id=99), uow=monde())


def _conventionner(uow: MemoireUow, signature: date | None, fin: date | None = None) -> None:
    with uow:
        convention = uow.conventions.du_reservataire(VILLE)
        assert convention is not None
        rates = (replace(convention.avenants[0], fin=fin),)
        uow.conventions.enregistrer(
            replace(convention, garantie_emprunt=True, signature=signature, avenants=rates)
        )
        uow.valider()


def test_des_droits_echus_proposent_un_taux_plus_bas() -> None:
    """Three rights of four are left: 10 % becomes 7,5 %."""
    uow = monde()
    for one in (LILAS, ECHUE):
        enregistrer_garantie(one, uow=uow)
    assert lire_garanties(uow=uow, horloge=HORLOGE).recalculs == ()
    _conventionner(uow, date(2020, 1, 1))
    etat = lire_garanties(uow=uow, horloge=HORLOGE)
    (found,) = etat.recalculs
    assert (found.echus, found.droits, found.taux, found.propose) == (1, 4, 1000, 750)
    assert [a.genre for a in etat.alertes] == [GenreAlerte.ECHUE]


def test_un_taux_signe_apres_la_fin_ne_compte_plus_le_droit() -> None:
    uow = monde()
    enregistrer_garantie(ECHUE, uow=uow)
    _conventionner(uow, date(2026, 1, 1))
    assert lire_garanties(uow=uow, horloge=HORLOGE).recalculs == ()


def test_une_convention_echue_n_est_pas_recalculee() -> None:
    uow = monde()
    enregistrer_garantie(ECHUE, uow=uow)
    _conventionner(uow, None, date(2025, 12, 31))
    assert lire_garanties(uow=uow, horloge=HORLOGE).recalculs == ()


def test_un_plafond_ignore_n_alerte_pas() -> None:
    uow = monde()
    enregistrer_garantie(replace(LILAS, droits=9), uow=uow)
    assert [a.genre for a in lire_garanties(uow=uow, horloge=HORLOGE).alertes] == [
        GenreAlerte.DEPASSEMENT
    ]
    with uow:
        cap = RegleLegale(2_000, EffetRegle.IGNOREE)
        uow.regles.enregistrer(replace(uow.regles.lire(), plafond_garanties=cap))
        uow.valider()
    assert lire_garanties(uow=uow, horloge=HORLOGE).alertes == ()
