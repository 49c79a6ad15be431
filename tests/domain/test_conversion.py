"""Rights in stock become shares of the flow: the examples of regles.md 93 and 99, and the rest."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from fluxdesk.domain.conversion import (
    ConversionImpossibleError,
    Formule,
    Hypotheses,
    Rotation,
    StockDe,
    convertir,
    part_de,
    taux_arrondis,
)
from fluxdesk.domain.reservataire import Categorie

P = 800
TAU = Rotation(logements=P, saisie=750, source="délibération du 3 mars 2026")


def stock(
    ident: int, suite: int, *, part: str = "", tau: int | None = None, **autres: int
) -> StockDe:
    made = StockDe(
        reservataire_id=ident,
        nom=f"Réservataire {ident}",
        categorie=Categorie.AUTRE,
        sous_contingent=part,
        suite=suite,
        assiette=P,
        rotation=Rotation(logements=suite, saisie=tau),
    )
    return replace(made, **autres)  # type: ignore[arg-type]  # figures, by name


def test_l_exemple_de_la_regle_99_donne_48_logements() -> None:
    hypotheses = Hypotheses(patrimoine=P, rotation=TAU, soustraits=12)
    rights = [(1, 200, "prioritaires"), (1, 40, "agents"), (2, 176, ""), (3, 64, ""), (4, 32, "")]
    lines = [stock(i, n, part=part) for i, n, part in rights] + [stock(5, 48)]
    found = convertir(hypotheses, lines)
    assert hypotheses.liberations == 60
    assert found.flux == 48
    assert [p.logements for p in found.parts] == [
        12,
        Fraction(12, 5),
        Fraction(264, 25),
        Fraction(96, 25),
        Fraction(48, 25),
        Fraction(72, 25),
    ]
    assert found.bailleur == Fraction(72, 5)
    assert [p.arrondi for p in found.parts] == [12, 2, 11, 4, 2, 3]
    assert found.bailleur_arrondi == 14
    assert found.total == 48
    assert taux_arrondis(found) == (2500, 500, 2200, 800, 400, 600)


def test_la_rotation_s_elimine_du_taux_par_la_part_du_stock() -> None:
    lines = [stock(1, 240), stock(2, 180)]
    for tau in (100, 750, 2000):
        h = Hypotheses(patrimoine=P, rotation=Rotation(logements=P, saisie=tau))
        assert [p.taux for p in convertir(h, lines).parts] == [Fraction(3, 10), Fraction(9, 40)]


def test_l_exemple_de_la_regle_93_change_les_parts() -> None:
    lines = [stock(1, 240, tau=600), stock(2, 180, tau=900)]
    h = Hypotheses(patrimoine=P, rotation=TAU)
    choice = {line.cle: Formule.ROTATION for line in lines}
    assert [p.taux for p in convertir(h, lines, choice).parts] == [
        Fraction(24, 100),
        Fraction(27, 100),
    ]


def test_les_droits_uniques_s_ajoutent_au_flux_sur_n_ans() -> None:
    h = Hypotheses(patrimoine=P, rotation=TAU, soustraits=12, annees_uniques=4)
    line = stock(2, 80, uniques=6)
    (part,) = convertir(h, [line], {line.cle: Formule.DROITS_UNIQUES}).parts
    assert part.logements == Fraction(48, 10) + Fraction(6, 4)
    assert part.uniques == Fraction(6, 4)
    (without,) = convertir(h, [line]).parts
    assert without.uniques == 0


def test_chaque_convention_choisit_sa_formule() -> None:
    lines = [stock(1, 240, tau=600), stock(2, 180, tau=900)]
    h = Hypotheses(patrimoine=P, rotation=TAU)
    found = convertir(h, lines, {(1, ""): Formule.ROTATION})
    assert [p.formule for p in found.parts] == [Formule.ROTATION, Formule.PART_DU_STOCK]
    assert [p.part for p in found.parts] == [Fraction(24, 100), Fraction(9, 40)]


def test_un_taux_porte_sur_le_territoire_du_reservataire() -> None:
    """Forty rights in a commune of 100 dwellings: 5 % of all, 40 % of that commune."""
    h = Hypotheses(patrimoine=P, rotation=TAU)
    found = convertir(h, [stock(3, 40, assiette=100, taux_actuel=3000)])
    (part,) = found.parts
    assert (part.part, part.taux) == (Fraction(1, 20), Fraction(2, 5))
    assert part.logements == 3
    assert part.ecart == 3 - Fraction(3, 10) * Fraction(1, 8) * 60
    assert taux_arrondis(found) == (4000,)


def test_un_reservataire_sans_convention_n_a_pas_d_ecart_et_sans_territoire_garde_sa_part() -> None:
    h = Hypotheses(patrimoine=P, rotation=TAU)
    (part,) = convertir(h, [stock(3, 40, assiette=0)]).parts
    assert part.ecart is None
    assert part.taux == part.part


def test_la_rotation_est_la_moyenne_des_annees_lues() -> None:
    assert Rotation(logements=100, relocations=(6, 9, 9)).taux == Fraction(8, 100)
    assert Rotation(logements=100, relocations=(6,), saisie=500).taux == Fraction(5, 100)
    assert Rotation(logements=100).taux is None
    assert Rotation(logements=0, relocations=(0,)).taux is None


def test_le_neuf_entre_dans_le_flux_quand_il_y_est() -> None:
    h = Hypotheses(patrimoine=P, rotation=TAU, soustraits=12, neuf=10)
    assert h.flux == 58


def test_une_rotation_propre_inconnue_se_dit_et_n_empeche_pas_les_autres_formules() -> None:
    h = Hypotheses(patrimoine=P, rotation=TAU)
    line = stock(1, 240)
    assert part_de(line, Formule.ROTATION, h) is None
    assert part_de(line, Formule.PART_DU_STOCK, h) == Fraction(3, 10)
    with pytest.raises(ConversionImpossibleError, match="Réservataire 1 est inconnue"):
        convertir(h, [line], {line.cle: Formule.ROTATION})


def test_sans_droit_de_suite_la_rotation_propre_ne_manque_pas() -> None:
    h = Hypotheses(patrimoine=P, rotation=TAU)
    assert part_de(stock(1, 0), Formule.ROTATION, h) == 0


@pytest.mark.parametrize(
    ("hypotheses", "dit"),
    [
        (Hypotheses(patrimoine=0, rotation=TAU), "Aucun logement dans l’assiette"),
        (Hypotheses(patrimoine=P, rotation=Rotation(logements=P)), "rotation du parc est inconnue"),
        (Hypotheses(patrimoine=P, rotation=TAU, soustraits=60), "aucun flux"),
    ],
)
def test_un_chiffre_qui_manque_est_dit(hypotheses: Hypotheses, dit: str) -> None:
    with pytest.raises(ConversionImpossibleError, match=dit):
        convertir(hypotheses, [stock(1, 10)])


def test_des_droits_au_dela_du_flux_sont_refuses() -> None:
    h = Hypotheses(patrimoine=P, rotation=TAU)
    with pytest.raises(ConversionImpossibleError, match="dépassent 100"):
        convertir(h, [stock(1, 500), stock(2, 301)])


def test_les_taux_arrondis_ne_depassent_jamais_cent_pour_cent() -> None:
    h = Hypotheses(patrimoine=P, rotation=TAU)
    lines = [stock(i, n) for i, n in enumerate((267, 267, 266))]
    assert sum(taux_arrondis(convertir(h, lines))) == 10_000
