"""A desk on real bases, and the settings and workshops a window is given in tests."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NoReturn

from fluxdesk.adapters.calendrier.feries import jours_feries
from fluxdesk.adapters.db.base import creer_base, ouvrir_base
from fluxdesk.adapters.flots.coupe import couper
from fluxdesk.adapters.pdf.photo_pdf import ecrire_photo_pdf
from fluxdesk.adapters.referentiels.cog import Cog
from fluxdesk.adapters.sheets.photo_workbook import ecrire_photo_xlsx
from fluxdesk.adapters.sheets.rapport_workbook import ecrire_rapport_xlsx
from fluxdesk.adapters.sheets.rpls_reader import lire_patrimoine
from fluxdesk.adapters.sheets.source_reader import lire_source
from fluxdesk.domain.bailleur import Bailleur
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.resources import resource
from fluxdesk.services.ports import Bureau
from tests.services.memoire import HorlogeFixe

if TYPE_CHECKING:
    from pathlib import Path

    from fluxdesk.services.ports import Base, Horloge, Progress

MAYOTTE = resource("demo", "rpls2018_mayotte.csv")
CORSE = resource("demo", "rpls2018_corse_extrait.csv")
OPH = Bailleur(raison_sociale="OPH de l’Exemple", ville="Ajaccio", adresse=("1 rue Haute",))


def _personne(*_args: object, **_named: object) -> NoReturn:
    message = "no paper is written in the tests of the shell"
    raise AssertionError(message)


def bureau_sur(base: Base, horloge: Horloge) -> Bureau:
    """The desk on an open base."""
    return Bureau(
        base=base,
        horloge=horloge,
        territoires=Cog(),
        couper=couper,
        feries=jours_feries,
        lire_patrimoine=lire_patrimoine,
        lire_tableau=_personne,
        lire_source=lire_source,
        ecrire_lettre=_personne,
        ecrire_courriers=_personne,
        ecrire_liste=_personne,
        ecrire_bilan_xlsx=_personne,
        ecrire_bilan_pdf=_personne,
        ecrire_bilan_csv=_personne,
        ecrire_simulation=_personne,
        ecrire_modele=_personne,
        ecrire_rapport_xlsx=ecrire_rapport_xlsx,
        ecrire_photo_pdf=ecrire_photo_pdf,
        ecrire_photo_xlsx=ecrire_photo_xlsx,
    )


def neuve(chemin: Path, bailleur: Bailleur = OPH) -> Bureau:
    """A desk on a new, empty base."""
    clock = HorlogeFixe()
    base = creer_base(
        chemin, bailleur, auteur="m.rossi", horloge=clock, sauvegardes=chemin.parent / "copies"
    )
    return bureau_sur(base, clock)


def ouverte(chemin: Path) -> Bureau:
    """A desk on a base that exists."""
    clock = HorlogeFixe()
    base = ouvrir_base(
        chemin, auteur="m.rossi", horloge=clock, sauvegardes=chemin.parent / "copies"
    )
    return bureau_sur(base, clock)


@dataclass(slots=True)
class AtelierDEssai:
    """A workshop whose demonstration is copied from one built before."""

    modele: Path
    refus: str = ""
    panne: bool = False

    def ouvrir(self, chemin: Path) -> Bureau:
        if self.refus:
            raise FluxDeskError(self.refus)
        if self.panne:
            raise ValueError(chemin)
        return ouverte(chemin)

    def creer(self, chemin: Path, bailleur: Bailleur) -> Bureau:
        return neuve(chemin, bailleur)

    def demonstration(self, chemin: Path, progress: Progress) -> Bureau:
        progress(0, 2, "Copie")
        shutil.copy(self.modele, chemin)
        return ouverte(chemin)


@dataclass(slots=True)
class ReglagesDEssai:
    """Settings kept in memory."""

    textes: dict[str, str] = field(default_factory=dict)
    chemins: list[Path] = field(default_factory=list)

    def recents(self) -> list[Path]:
        return list(self.chemins)

    def ajouter_recent(self, chemin: Path) -> None:
        self.chemins = [chemin, *(c for c in self.chemins if c != chemin)]

    def lire(self, cle: str) -> str:
        return self.textes.get(cle, "")

    def ecrire(self, cle: str, valeur: str) -> None:
        self.textes[cle] = valeur
