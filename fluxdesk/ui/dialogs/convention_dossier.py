"""What is behind a convention: its avenants through time, its versions, its documents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QListWidget, QTabWidget, QVBoxLayout, QWidget

from fluxdesk.domain.controles import pourcentage
from fluxdesk.domain.convention_mots import nom_avenant
from fluxdesk.domain.duree_convention import duree_au, duree_en_mots
from fluxdesk.ui.dialogs.convention_avenants import avenant_en_mots
from fluxdesk.ui.dialogs.convention_documents import PageDocuments
from fluxdesk.ui.dialogs.convention_versions import PageVersions
from fluxdesk.ui.theme import bouton
from fluxdesk.ui.widgets.frise import Bande, Frise
from fluxdesk.ui.widgets.liste_choix import remplir

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from fluxdesk.domain.convention import Avenant, Convention
    from fluxdesk.domain.document import Document
    from fluxdesk.services.versions_convention import VersionConvention
    from fluxdesk.ui.models.conventions_lieux import Lieux


@dataclass(frozen=True, slots=True, kw_only=True)
class EtatDossier:
    """All that the dialog shows."""

    nom: str
    convention: Convention
    versions: Sequence[VersionConvention]
    documents: Sequence[Document]
    jour: date


class DossierDialog(QDialog):
    """Shows; what is asked on its pages, the caller does, and shows again."""

    def __init__(self, etat: EtatDossier, lieux: Lieux, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"Dossier de la convention\u00a0: {etat.nom}")
        self.frise = Frise()
        self.avenants = QListWidget()
        self.avenants.setAccessibleName("Avenants")
        self.duree = QLabel()
        self.versions = PageVersions(lieux)
        self.documents = PageDocuments()
        self.onglets = QTabWidget()
        self.onglets.addTab(self._page_avenants(), "&Avenants")
        self.onglets.addTab(self.versions, "&Comparer deux versions")
        self.onglets.addTab(self.documents, "&Documents signés")
        close = bouton("Fermer")
        close.clicked.connect(self.accept)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 16, 24, 16)
        outer.setSpacing(12)
        outer.addWidget(self.onglets, 1)
        outer.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(1080, 600)
        self.montrer(etat)

    def _page_avenants(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        for widget in (self.frise, self.avenants, self.duree):
            column.addWidget(widget)
        return page

    def montrer(self, etat: EtatDossier) -> None:
        """Show this state; the tab stays."""
        convention = etat.convention
        self.frise.montrer([_bande(a) for a in convention.avenants], etat.jour)
        remplir(self.avenants, [avenant_en_mots(a) for a in convention.avenants])
        self.duree.setText(duree_en_mots(duree_au(convention, etat.jour)))
        self.versions.montrer(etat.versions)
        self.documents.montrer(etat.documents)


def _bande(avenant: Avenant) -> Bande:
    return Bande(
        titre=nom_avenant(avenant),
        texte=pourcentage(avenant.dix_milliemes),
        debut=avenant.debut,
        fin=avenant.fin,
    )
