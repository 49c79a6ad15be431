"""From dwellings reserved in stock to shares of the flow, exactly (regles.md 92-99).

Nothing here is law: no text read fixes a formula (regles.md 90), so that those in use are
computed side by side and each convention keeps the one that was agreed.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.flux.parties import UN
from fluxdesk.domain.gardee import gardee
from fluxdesk.domain.repartition import plus_fort_reste
from fluxdesk.domain.reservataire import Categorie

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ANNEES_MAX = 5


class Formule(StrEnum):
    """How rights in stock become a share of the flow."""

    PART_DU_STOCK = "part du stock"  # regles.md 92: one rotation for all
    ROTATION = "rotation par contingent"  # 93: each with the rotation of its own dwellings
    DROITS_UNIQUES = "part du stock et droits uniques"  # 92 and 95: they are spread over n years


class ConversionImpossibleError(FluxDeskError):
    """A figure is missing or contradicts another; the sentence says which."""


@gardee
@dataclass(frozen=True, slots=True, kw_only=True)
class Rotation:
    """How often some dwellings are let again (regles.md 94).

    ``relocations`` are counts, one a year read; ``saisie`` is typed instead, in 1/10 000 a
    year, with its ``source``.
    """

    logements: int
    relocations: tuple[int, ...] = ()
    saisie: int | None = None
    source: str = ""

    @property
    def taux(self) -> Fraction | None:
        """Relettings a year for each dwelling; None where nothing is known."""
        if self.saisie is not None:
            return Fraction(self.saisie, UN)
        seen = self.logements * len(self.relocations)
        return Fraction(sum(self.relocations), seen) if seen else None


@gardee
@dataclass(frozen=True, slots=True, kw_only=True)
class StockDe:
    """The rights of one réservataire, or of one of its sous-contingents.

    ``assiette`` counts the dwellings its percentage will be a share of, ``suite`` its droits de
    suite, ``uniques`` the single designations left. ``taux_actuel`` is that of its convention,
    in 1/10 000 of its assiette, None without one. ``nom_part`` names the sous-contingent where
    its code is not its name: rights that a commune exercises.
    """

    reservataire_id: int
    nom: str
    categorie: Categorie
    sous_contingent: str = ""
    assiette: int
    suite: int = 0
    uniques: int = 0
    rotation: Rotation
    taux_actuel: int | None = None
    nom_part: str = ""

    @property
    def cle(self) -> tuple[int, str]:
        """What names the line: réservataire and sous-contingent."""
        return self.reservataire_id, self.sous_contingent


@gardee
@dataclass(frozen=True, slots=True, kw_only=True)
class Hypotheses:
    """The patrimoine of the field, its rotation, what is taken out and what is delivered."""

    patrimoine: int
    rotation: Rotation
    soustraits: int = 0
    neuf: int = 0
    annees_uniques: int = 3

    @property
    def liberations(self) -> Fraction:
        """L = P × τ, in dwellings a year (regles.md 92).

        Raises:
            ConversionImpossibleError: no dwelling, or no rotation.
        """
        rate = self.rotation.taux
        if not self.patrimoine:
            phrase = "Aucun logement dans l’assiette : importez d’abord le patrimoine."
            raise ConversionImpossibleError(phrase)
        if not rate:
            phrase = (
                "La rotation du parc est inconnue : saisissez-la avec sa source, ou importez les "
                "attributions des années passées."
            )
            raise ConversionImpossibleError(phrase)
        return self.patrimoine * rate

    @property
    def flux(self) -> Fraction:
        """F = L - S + MS, in dwellings a year (regles.md 92).

        Raises:
            ConversionImpossibleError: nothing is left to share.
        """
        left = self.liberations - self.soustraits + self.neuf
        if left <= 0:
            phrase = (
                "Les logements soustraits dépassent les libérations : il ne reste aucun flux à "
                "partager. Vérifiez la rotation et les soustraits."
            )
            raise ConversionImpossibleError(phrase)
        return left


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What a line becomes.

    ``part`` is its share of the whole flow, ``taux`` that of its own assiette, ``logements``
    its dwellings a year, ``uniques`` those of them that are single designations, ``arrondi``
    the whole number, ``ecart`` what it wins or loses against its rate of today, in dwellings.
    """

    stock: StockDe
    formule: Formule
    part: Fraction
    taux: Fraction
    logements: Fraction
    uniques: Fraction
    arrondi: int
    ecart: Fraction | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversion:
    """Every line, and what is left to the landlord; whole numbers add up to the flow."""

    flux: Fraction
    parts: tuple[Part, ...]
    bailleur: Fraction
    bailleur_arrondi: int

    @property
    def total(self) -> int:
        """The flow in whole dwellings."""
        return self.bailleur_arrondi + sum(part.arrondi for part in self.parts)


def convertir(
    hypotheses: Hypotheses,
    stock: Sequence[StockDe],
    choix: Mapping[tuple[int, str], Formule] | None = None,
) -> Conversion:
    """Convert each line by its formula, the share of stock where none was chosen.

    Raises:
        ConversionImpossibleError: a figure is missing, or rights exceed the whole flow.
    """
    flux = hypotheses.flux
    chosen = choix or {}
    shares = [
        _part(line, chosen.get(line.cle, Formule.PART_DU_STOCK), hypotheses) for line in stock
    ]
    left = 1 - sum((share for _, share, _ in shares), Fraction(0))
    if left < 0:
        phrase = (
            "Les droits convertis dépassent 100 % du flux : vérifiez les droits en stock, ou "
            "étalez les droits uniques sur plus d’années."
        )
        raise ConversionImpossibleError(phrase)
    rounded = plus_fort_reste([*(share * flux for _, share, _ in shares), left * flux])
    return Conversion(
        flux=flux,
        parts=tuple(
            _finir(line, (formule, share, once), whole, hypotheses)
            for line, (formule, share, once), whole in zip(stock, shares, rounded, strict=False)
        ),
        bailleur=left * flux,
        bailleur_arrondi=rounded[-1],
    )


def part_de(stock: StockDe, formule: Formule, hypotheses: Hypotheses) -> Fraction | None:
    """The share of the flow by one formula; None where its own rotation is not known.

    Raises:
        ConversionImpossibleError: the whole cannot be computed.
    """
    if formule is Formule.ROTATION and stock.suite and stock.rotation.taux is None:
        return None
    return _part(stock, formule, hypotheses)[1]


def taux_arrondis(conversion: Conversion) -> tuple[int, ...]:
    """The rate of each line in 1/10 000 of its assiette, together never more than 100 %.

    Rates of lines that share the assiette of all are rounded together, by the largest
    remainder; those of a smaller place each to the nearest.
    """
    whole = [part.part * UN for part in conversion.parts]
    landlord = conversion.bailleur / conversion.flux * UN
    together = plus_fort_reste([*whole, landlord], UN)
    return tuple(
        min(UN, together[rank] if part.taux == part.part else round(part.taux * UN))
        for rank, part in enumerate(conversion.parts)
    )


def _part(
    line: StockDe, formule: Formule, hypotheses: Hypotheses
) -> tuple[Formule, Fraction, Fraction]:
    """Formula, share of the flow, and dwellings a year that are single designations."""
    share = Fraction(line.suite, hypotheses.patrimoine)
    once = Fraction(0)
    if formule is Formule.ROTATION:
        share *= _rapport(line, hypotheses)
    elif formule is Formule.DROITS_UNIQUES:
        once = Fraction(line.uniques, max(1, hypotheses.annees_uniques))
        share += once / hypotheses.flux
    return formule, share, once


def _rapport(line: StockDe, hypotheses: Hypotheses) -> Fraction:
    """How much faster these dwellings turn over than the whole."""
    own, whole = line.rotation.taux, hypotheses.rotation.taux
    if not line.suite or not whole:
        return Fraction(1)
    if own is None:
        phrase = (
            f"La rotation des logements réservés à {line.nom} est inconnue : saisissez-la, ou "
            "choisissez une autre formule pour ce réservataire."
        )
        raise ConversionImpossibleError(phrase)
    return own / whole


def _finir(
    line: StockDe,
    trouve: tuple[Formule, Fraction, Fraction],
    arrondi: int,
    hypotheses: Hypotheses,
) -> Part:
    formule, share, once = trouve
    flux = hypotheses.flux
    place = Fraction(line.assiette, hypotheses.patrimoine)
    today = None if line.taux_actuel is None else Fraction(line.taux_actuel, UN) * place * flux
    return Part(
        stock=line,
        formule=formule,
        part=share,
        taux=share / place if place else share,
        logements=share * flux,
        uniques=once,
        arrondi=arrondi,
        ecart=None if today is None else share * flux - today,
    )
