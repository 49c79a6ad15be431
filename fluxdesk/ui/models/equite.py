"""Fairness as rows: the part of cheap dwellings beside the part of the flux, and the classes."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor
from typing_extensions import override

from fluxdesk.domain.equite import EtatEquite, PartEquite, pour_cent
from fluxdesk.domain.flux.nombres import nombre
from fluxdesk.domain.flux.parties import UN
from fluxdesk.domain.residence import CLASSES
from fluxdesk.domain.typographie import typographier
from fluxdesk.services.lister_equite import dire_classes, part_de
from fluxdesk.ui.models.flux import BarreFlux
from fluxdesk.ui.models.lignes import Colonne, ModeleLignes
from fluxdesk.ui.phrases import milliers
from fluxdesk.ui.theme import jetons

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from fluxdesk.domain.equite import MixAttractivite
    from fluxdesk.services.lire_equite import TableauEquite

NOM, RECUS, FLUX, BAS, PART, BARRE, ECART, ETAT, INCONNUS = range(9)
HORS = frozenset({EtatEquite.AU_DESSUS, EtatEquite.AU_DESSOUS})


class PartsModel(ModeleLignes[PartEquite]):
    """Cheap dwellings: one row a party; the bar is its part of them, the mark that of the flux."""

    def __init__(self, parent: QObject | None = None) -> None:
        self._tolerance = 0
        self._echelle = Fraction(1)
        super().__init__((*_comptes(), *self._parts()), parent)

    def _parts(self) -> tuple[Colonne[PartEquite], ...]:
        """What the band is about."""
        return (
            Colonne(
                titre="Leur part",
                texte=lambda x: _pour_cent(x.part_bas),
                tri=lambda x: x.part_bas,
                nombre=True,
                titre_complet="Sa part des logements bon marché de l’année",
                dit=self._dire,
            ),
            Colonne(
                titre="Part et bande",
                texte=lambda _: "",
                tri=lambda x: x.part_bas,
                valeur=self._barre,
                titre_complet=(
                    "Barre\u00a0: sa part des logements bon marché\u00a0; repère\u00a0: sa part "
                    "du flux, souligné de la bande"
                ),
                dit=self._dire,
            ),
            Colonne(titre="Écart", texte=_ecart, tri=_gap, nombre=True, dit=self._dire),
            Colonne(titre="État", texte=lambda x: x.etat(self._tolerance).value),
            Colonne(
                titre="Manque",
                texte=lambda x: milliers(x.inconnus),
                tri=lambda x: x.inconnus,
                nombre=True,
                titre_complet="Logements dont le financement ou le loyer n’est pas renseigné",
            ),
        )

    def montrer_tableau(self, lu: TableauEquite) -> None:
        """Show a year."""
        self._tolerance = lu.regle.tolerance
        widest = max((max(p.part_bas, p.part_flux) for p in lu.parts), default=Fraction(0))
        self._echelle = min(widest + Fraction(self._tolerance, UN), Fraction(1)) or Fraction(1)
        self.montrer(lu.parts)

    def _dire(self, part: PartEquite) -> str:
        return part.phrase(self._tolerance)

    def _barre(self, part: PartEquite) -> BarreFlux:
        return BarreFlux(
            du=part.part_flux,
            servi=part.part_bas,
            echelle=self._echelle,
            tolerance=Fraction(self._tolerance, UN),
        )

    @override
    def couleur(self, ligne: PartEquite) -> QColor | None:
        return QColor(jetons().retard) if ligne.etat(self._tolerance) in HORS else None


def _comptes() -> tuple[Colonne[PartEquite], ...]:
    """What was received."""
    return (
        Colonne(titre="Réservataire", texte=lambda x: x.nom),
        Colonne(
            titre="Reçus",
            texte=lambda x: milliers(x.recus),
            tri=lambda x: x.recus,
            nombre=True,
            titre_complet="Logements de l’année qu’il tient ou qui lui ont été attribués",
        ),
        Colonne(
            titre="Part du flux",
            texte=lambda x: _pour_cent(x.part_flux),
            tri=lambda x: x.part_flux,
            nombre=True,
        ),
        Colonne(
            titre="Bon marché",
            texte=lambda x: milliers(x.bas),
            tri=lambda x: x.bas,
            nombre=True,
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class LigneClasses:
    """A party, or the patrimoine, by class; ``parts`` are of its known dwellings."""

    mix: MixAttractivite
    hors: str
    dits: tuple[str, ...]


class ClassesModel(ModeleLignes[LigneClasses]):
    """Residences by class: what each party received, then what the patrimoine holds."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(
            (
                Colonne(titre="Réservataire", texte=lambda x: x.mix.nom),
                *(
                    Colonne(
                        titre=words[:1].upper() + words[1:],
                        texte=lambda x, n=rank - 1: _classe(x.mix, n),  # type: ignore[misc] # mypy reads no default of a lambda
                        tri=lambda x, n=rank - 1: x.mix.parts[n],  # type: ignore[misc] # the same
                        nombre=True,
                        titre_complet=f"Logements en résidence {words}, et leur part des connus",
                        dit=lambda x, n=rank - 1: x.dits[n] if x.dits else None,  # type: ignore[misc] # the same
                    )
                    for rank, words in CLASSES.items()
                ),
                Colonne(
                    titre="Non renseignée",
                    texte=lambda x: milliers(x.mix.comptes[-1]),
                    tri=lambda x: x.mix.comptes[-1],
                    nombre=True,
                ),
                Colonne(titre="Hors de la bande", texte=lambda x: x.hors or "–"),
            ),
            parent,
        )

    def montrer_tableau(self, lu: TableauEquite) -> None:
        """Show a year."""
        rows = [
            LigneClasses(mix=mix, hors=dire_classes(lu, mix.cle), dits=tuple(_dits(lu, mix.cle)))
            for mix in lu.mixites
        ]
        self.montrer((*rows, LigneClasses(mix=lu.stock, hors="", dits=())))


def _dits(lu: TableauEquite, cle: str) -> list[str]:
    return [
        part_de(lu, rank, cle).phrase(lu.regle.tolerance, f"logements en résidence {words}")
        for rank, words in CLASSES.items()
    ]


def _classe(mix: MixAttractivite, rang: int) -> str:
    count = mix.comptes[rang]
    return f"{milliers(count)} ({_pour_cent(mix.parts[rang])})" if count else "0"


def _gap(part: PartEquite) -> Fraction:
    return part.part_bas - part.part_flux


def _ecart(part: PartEquite) -> str:
    if not part.tous_bas:
        return "–"
    return f"{nombre(_gap(part) * 100, 1, signe=True)}\u00a0pt"


def _pour_cent(part: Fraction) -> str:
    return typographier(pour_cent(part))
