"""The rules of the flux of one base: weights of the mix, tolerance, and the rules of law.

The defaults change no choice of the bare rule (moteur.md §4): a rule of law only warns until an
officer makes it a constraint.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.flux.gardes import EffetGarde, Garde
from fluxdesk.domain.flux.parties import PARAMETRES, UN, Axe, Parametres
from fluxdesk.domain.parties import cle_partie, cle_racine
from fluxdesk.domain.regles_legales import FICHES, EffetRegle, NomRegle, RegleLegale
from fluxdesk.domain.reservataire import Categorie
from fluxdesk.domain.typographie import plie

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from fluxdesk.domain.convention import Avenant, Convention
    from fluxdesk.domain.reservataire import Reservataire

POIDS_MAX = 10
HORIZON_MAX = 365
KAPPA_MAX = 20
ETAT = RegleLegale(3_000)
AGENTS = RegleLegale(500)
GARANTIES = RegleLegale(2_000)
SANS_VALEUR = RegleLegale(0)
TOLERANCE_MIN = Fraction(1, 2)  # that of two parties: nobody can promise less (moteur.md §1)
TOLERANCE_MAX = Fraction(5)


class ReglesInvalidesError(FluxDeskError):
    """A value that no ledger can work with."""


class ReglesIllisiblesError(ReglesInvalidesError):
    """Not the shape that ``en_dict`` writes: the base was altered."""

    def __init__(self) -> None:
        super().__init__("Les règles du flux enregistrées dans cette base sont illisibles.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReglesFlux:
    """The rules of one base.

    ``poids`` pairs each axis that is watched with its weight, in the order of ``Axe``; an axis
    that is not there is not watched. ``tolerance`` is B in dwellings, None for the exact rule
    1 - 1/(2n-2). ``horizon`` counts dwellings to come, ``kappa`` clips a line of the mix in
    dwellings (moteur.md §4).

    A rule of effect ``IGNOREE`` is neither a guard of the engine nor a check of the conventions.

    Raises:
        ReglesInvalidesError: a value out of its bounds.
    """

    poids: tuple[tuple[Axe, Fraction], ...] = PARAMETRES.axes
    tolerance: Fraction | None = None
    horizon: int = PARAMETRES.horizon
    kappa: int = PARAMETRES.kappa
    plafond_etat: RegleLegale = ETAT
    plafond_agents: RegleLegale = AGENTS
    plafond_garanties: RegleLegale = GARANTIES
    plancher_etat_hors_qpv: RegleLegale = ETAT
    etat_uniforme: RegleLegale = SANS_VALEUR

    def __post_init__(self) -> None:
        axes = [axe for axe, _ in self.poids]
        _exiger(
            axes == [a for a in Axe if a in axes], "Chaque axe de mixité ne se pèse qu’une fois."
        )
        _exiger(
            all(0 < weight <= POIDS_MAX for _, weight in self.poids),
            f"Le poids d’un axe va de 0 à {POIDS_MAX}.",
        )
        _exiger(
            self.tolerance is None or TOLERANCE_MIN <= self.tolerance <= TOLERANCE_MAX,
            "La tolérance va de 0,5 à 5 logements.",
        )
        _exiger(
            0 <= self.horizon <= HORIZON_MAX,
            f"L’horizon d’urgence va de 0 à {HORIZON_MAX} logements.",
        )
        _exiger(
            1 <= self.kappa <= KAPPA_MAX,
            f"L’écrêtement de la mixité va de 1 à {KAPPA_MAX} logements.",
        )
        _exiger(
            all(0 <= self.regle(name).dix_milliemes <= UN for name in NomRegle),
            "La valeur d’une règle légale va de 0 à 100 %.",
        )

    def regle(self, nom: NomRegle) -> RegleLegale:
        """The value and the effect of a rule of law."""
        regle: RegleLegale = getattr(self, nom)  # a rule bears the name of its field
        return regle

    def avec(self, nom: NomRegle, regle: RegleLegale) -> ReglesFlux:
        """The same rules with this one of law."""
        law: dict[str, Any] = {nom.value: regle}
        return replace(self, **law)

    def poids_de(self, axe: Axe) -> Fraction:
        """The weight of an axis; 0 where it is not watched."""
        return dict(self.poids).get(axe, Fraction(0))


def _exiger(condition: bool, phrase: str) -> None:  # noqa: FBT001 # what is required comes first
    if not condition:
        raise ReglesInvalidesError(phrase)


REGLES_FLUX = ReglesFlux()


def peser(poids: Mapping[Axe, Fraction]) -> tuple[tuple[Axe, Fraction], ...]:
    """Weights as ``ReglesFlux`` holds them: in the order of ``Axe``, without the zeros."""
    return tuple((axe, poids[axe]) for axe in Axe if poids.get(axe))


def parametres_du_flux(
    regles: ReglesFlux,
    conventions: Iterable[Convention],
    reservataires: Mapping[int, Reservataire],
    jour: date,
) -> Parametres:
    """The knobs of the engine under these rules.

    ``jour`` is any day of the civil year that the caps count: a convention that ended in March
    still holds its dwellings of the year. A rule that concerns nobody makes no guard.
    """
    held = [c for c in conventions if any(_dans_l_annee(a, jour.year) for a in c.avenants)]
    states = [c for c in held if reservataires[c.reservataire_id].categorie is Categorie.ETAT]
    etat = tuple(cle_racine(c) for c in states)
    parties = dict.fromkeys(NomRegle, etat)
    parties[NomRegle.PLAFOND_AGENTS] = parts_des_agents(states)
    parties[NomRegle.PLAFOND_GARANTIES] = tuple(cle_racine(c) for c in held if c.garantie_emprunt)
    return Parametres(
        horizon=regles.horizon,
        kappa=regles.kappa,
        axes=regles.poids,
        tolerance=regles.tolerance,
        gardes=tuple(
            _garde(nom, regles.regle(nom), parties[nom])
            for nom in NomRegle
            if parties[nom] and regles.regle(nom).effet is not EffetRegle.IGNOREE
        ),
    )


def _dans_l_annee(avenant: Avenant, annee: int) -> bool:
    begun = avenant.debut is None or avenant.debut.year <= annee
    return begun and (avenant.fin is None or avenant.fin.year >= annee)


def parts_des_agents(conventions: Iterable[Convention]) -> tuple[str, ...]:
    """Keys of the parts of the État that serve its agents, each once."""
    return tuple(
        dict.fromkeys(
            cle_partie(c.reservataire_id, s.code)
            for c in conventions
            for a in c.avenants
            for s in a.sous_contingents
            if "agent" in plie(s.nom)
        )
    )


def _garde(nom: NomRegle, regle: RegleLegale, parties: tuple[str, ...]) -> Garde:
    fiche = FICHES[nom]
    return Garde(
        nature=fiche.nature,
        nom=fiche.de_qui,
        parties=parties,
        dix_milliemes=regle.dix_milliemes,
        effet=EffetGarde(regle.effet.value),
        source=fiche.source,
    )


def en_dict(regles: ReglesFlux) -> dict[str, object]:
    """The rules as JSON can hold them, exactly: a Fraction is a text (``"5/4"``)."""
    return {
        "poids": [[axe.value, str(weight)] for axe, weight in regles.poids],
        "tolerance": None if regles.tolerance is None else str(regles.tolerance),
        "horizon": regles.horizon,
        "kappa": regles.kappa,
    } | {
        nom.value: {
            "dix_milliemes": regles.regle(nom).dix_milliemes,
            "effet": regles.regle(nom).effet.value,
        }
        for nom in NomRegle
    }


def lire_dict(lu: Mapping[str, Any]) -> ReglesFlux:
    """The rules that ``en_dict`` wrote; what an older program did not know is the default.

    Raises:
        ReglesInvalidesError: a value out of its bounds.
        ReglesIllisiblesError: another shape.
    """
    whole: Mapping[str, Any] = {**en_dict(REGLES_FLUX), **lu}
    try:
        return ReglesFlux(
            poids=tuple((Axe(axe), Fraction(weight)) for axe, weight in whole["poids"]),
            tolerance=None if whole["tolerance"] is None else Fraction(whole["tolerance"]),
            horizon=int(whole["horizon"]),
            kappa=int(whole["kappa"]),
            **{
                nom.value: RegleLegale(
                    int(whole[nom]["dix_milliemes"]), EffetRegle(whole[nom]["effet"])
                )
                for nom in NomRegle
            },
        )
    except (KeyError, TypeError, ValueError, ZeroDivisionError) as error:
        raise ReglesIllisiblesError from error
