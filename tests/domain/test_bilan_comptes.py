"""The accounts of a bilan, paired and added."""

from __future__ import annotations

from fractions import Fraction

from fluxdesk.domain.bilan import Bilan, LigneSolde
from fluxdesk.domain.bilan_comptes import comptes, total
from fluxdesk.domain.periode import annuelle


def solde(cle: str, nom: str, du: Fraction, servi: int, parent: str = "") -> LigneSolde:
    return LigneSolde(cle=cle, nom=nom, parent=parent, taux=3000, du=du, servi=servi)


CUMUL = (
    solde("bailleur", "Bailleur", Fraction(9), 9),
    solde("1", "État", Fraction(10, 3), 3),
    solde("2", "Calvi", Fraction(5, 3), 2),
    solde("1/P", "État (prioritaires)", Fraction(8, 3), 2, "1"),
)
BILAN = Bilan(
    periode=annuelle(2025),
    bailleur="Habitat",
    siret="",
    destinataire="Préfecture",
    reservataire=None,
    lignes=(),
    soustraits=(),
    soldes=CUMUL,
    soldes_annee=(solde("1", "État", Fraction(1, 3), 1),),
    liberations=0,
)


def test_each_part_follows_its_whole_and_the_landlord_comes_last() -> None:
    assert [c.nom for c in comptes(BILAN)] == ["État", "État (prioritaires)", "Calvi", "Bailleur"]


def test_only_whole_reservataires_add_up() -> None:
    assert [c.nom for c in comptes(BILAN) if c.compte] == ["État", "Calvi"]


def test_the_year_of_a_party_stands_beside_its_history() -> None:
    state = comptes(BILAN)[0]
    assert (state.annee.du, state.cumul.du) == (Fraction(1, 3), Fraction(10, 3))


def test_a_party_without_account_in_the_year_has_zeros_and_keeps_its_rate() -> None:
    calvi = comptes(BILAN)[2].annee
    assert (calvi.du, calvi.servi) == (Fraction(0), 0)
    assert (calvi.taux, calvi.nom) == (3000, "Calvi")


def test_the_total_is_exact() -> None:
    whole = total(c.cumul for c in comptes(BILAN) if c.compte)
    assert (whole.du, whole.servi, whole.solde) == (Fraction(5), 5, Fraction(0))


def test_the_total_of_nothing_is_zero() -> None:
    assert (total(()).du, total(()).servi) == (Fraction(0), 0)
