"""The desk on a base: every port bound to its adapter.

Slow to import (SQLAlchemy, pandas, reportlab): the window is painted first, and loads this
module by name on its worker (``bootstrap.charge``). PyInstaller must be told of it.
"""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING

from fluxdesk.adapters.db.base import creer_base, ouvrir_base
from fluxdesk.adapters.disk.chemins import dossier_sauvegardes
from fluxdesk.adapters.pdf.bilan_pdf import ecrire_bilan_pdf
from fluxdesk.adapters.pdf.courriers_pdf import ecrire_courriers
from fluxdesk.adapters.pdf.lettre_pdf import ecrire_lettre
from fluxdesk.adapters.pdf.photo_pdf import ecrire_photo_pdf
from fluxdesk.adapters.referentiels.cog import Cog
from fluxdesk.adapters.sheets.bilan_csv import ecrire_bilan_csv
from fluxdesk.adapters.sheets.bilan_workbook import ecrire_bilan_xlsx
from fluxdesk.adapters.sheets.liste_fichier import ecrire_liste
from fluxdesk.adapters.sheets.modele_workbook import ecrire_modele
from fluxdesk.adapters.sheets.photo_workbook import ecrire_photo_xlsx
from fluxdesk.adapters.sheets.rapport_workbook import ecrire_rapport_xlsx
from fluxdesk.adapters.sheets.rpls_reader import lire_patrimoine
from fluxdesk.adapters.sheets.simulation_workbook import ecrire_simulation
from fluxdesk.adapters.sheets.source_reader import lire_source
from fluxdesk.adapters.sheets.tableau_reader import lire_tableau
from fluxdesk.bootstrap.charge import couper, jours_feries
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.resources import resource
from fluxdesk.services.construire_demonstration import (
    construire_demonstration,
    debut_demonstration,
)
from fluxdesk.services.demonstration_acteurs import BAILLEUR_FICTIF
from fluxdesk.services.demonstration_horloge import HorlogeMobile
from fluxdesk.services.ports import Bureau
from fluxdesk.services.territoires_base import TerritoiresDeBase

if TYPE_CHECKING:
    from pathlib import Path

    from fluxdesk.domain.bailleur import Bailleur
    from fluxdesk.services.ports import Base, Horloge, Progress

FICHIERS = ("rpls2018_corse_extrait.csv", "rpls2018_mayotte.csv")


class PasDeDemonstrationError(FluxDeskError):
    """Another base stands where the demonstration would be written."""

    def __init__(self, chemin: Path) -> None:
        super().__init__(
            f"« {chemin} » n’est pas une base de démonstration : elle n’est pas remplacée. "
            "Choisissez un autre dossier."
        )


class AtelierLocal:
    """Opens and makes bases on the disks of this computer (ports.Atelier)."""

    def __init__(self, horloge: Horloge) -> None:
        self._horloge = horloge
        self._auteur = nom_de_session()
        self._territoires = Cog()

    def ouvrir(self, chemin: Path) -> Bureau:
        """Raises FluxDeskError: missing, damaged, newer, foreign or already open file."""
        base = ouvrir_base(
            chemin,
            auteur=self._auteur,
            horloge=self._horloge,
            sauvegardes=dossier_sauvegardes(),
        )
        return self._bureau(base, self._horloge)

    def creer(self, chemin: Path, bailleur: Bailleur) -> Bureau:
        """Raises FluxDeskError when a file stands there already."""
        return self._bureau(self._creer(chemin, bailleur, self._horloge), self._horloge)

    def demonstration(self, chemin: Path, progress: Progress) -> Bureau:
        """Build the demonstration base at that path and open it.

        It is built beside and put in place once whole, so that stopping on the way leaves what
        stood there before.

        Raises:
            PasDeDemonstrationError: what stands there is not a demonstration.
            AnnuleError: stopped on the way.
        """
        if chemin.exists():
            self._exiger_demonstration(chemin)
        chantier = chemin.with_name(f".{chemin.name}.construction")
        chantier.unlink(missing_ok=True)
        try:
            self._construire(chantier, progress)
            chantier.replace(chemin)
        finally:
            chantier.unlink(missing_ok=True)
        return self.ouvrir(chemin)

    def _construire(self, chemin: Path, progress: Progress) -> None:
        today = self._horloge.aujourd_hui()
        horloge = HorlogeMobile(debut_demonstration(today))
        bureau = self._bureau(self._creer(chemin, BAILLEUR_FICTIF, horloge), horloge)
        try:
            construire_demonstration(
                [resource("demo", name) for name in FICHIERS],
                today,
                bureau=bureau,
                horloge=horloge,
                progress=progress,
            )
        finally:
            bureau.base.fermer()

    def _exiger_demonstration(self, chemin: Path) -> None:
        bureau = self.ouvrir(chemin)
        try:
            with bureau.base.transaction() as uow:
                name = uow.bailleurs.lire().raison_sociale
        finally:
            bureau.base.fermer()
        if name != BAILLEUR_FICTIF.raison_sociale:
            raise PasDeDemonstrationError(chemin)

    def _creer(self, chemin: Path, bailleur: Bailleur, horloge: Horloge) -> Base:
        return creer_base(
            chemin,
            bailleur,
            auteur=self._auteur,
            horloge=horloge,
            sauvegardes=dossier_sauvegardes(),
        )

    def _bureau(self, base: Base, horloge: Horloge) -> Bureau:
        territoires = TerritoiresDeBase(self._territoires, base.transaction, horloge)
        territoires.relire()
        return Bureau(
            base=base,
            horloge=horloge,
            territoires=territoires,
            couper=couper,
            feries=jours_feries,
            lire_patrimoine=lire_patrimoine,
            lire_tableau=lire_tableau,
            lire_source=lire_source,
            ecrire_lettre=ecrire_lettre,
            ecrire_courriers=ecrire_courriers,
            ecrire_liste=ecrire_liste,
            ecrire_bilan_xlsx=ecrire_bilan_xlsx,
            ecrire_bilan_pdf=ecrire_bilan_pdf,
            ecrire_bilan_csv=ecrire_bilan_csv,
            ecrire_simulation=ecrire_simulation,
            ecrire_modele=ecrire_modele,
            ecrire_rapport_xlsx=ecrire_rapport_xlsx,
            ecrire_photo_pdf=ecrire_photo_pdf,
            ecrire_photo_xlsx=ecrire_photo_xlsx,
        )


def nom_de_session() -> str:
    """Who signs in the journal: the user of the system, where it knows one."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a container without users, Windows without names
        return "utilisateur inconnu"
