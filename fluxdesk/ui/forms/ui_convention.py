# -*- coding: utf-8 -*-


from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QAbstractButton, QApplication, QCheckBox, QComboBox,
    QDateEdit, QDialog, QDialogButtonBox, QDoubleSpinBox,
    QFormLayout, QFrame, QGroupBox, QHBoxLayout,
    QHeaderView, QLabel, QLineEdit, QListView,
    QListWidget, QListWidgetItem, QPlainTextEdit, QPushButton,
    QScrollArea, QSizePolicy, QSpacerItem, QSpinBox,
    QStackedWidget, QVBoxLayout, QWidget)

from fluxdesk.ui.widgets.alertes import ListeAlertes
from fluxdesk.ui.widgets.champ_zone import ChampZone
from fluxdesk.ui.widgets.table_formulaire import TableFormulaire

class Ui_SaisieConvention(object):
    def setupUi(self, SaisieConvention):
        if not SaisieConvention.objectName():
            SaisieConvention.setObjectName(u"SaisieConvention")
        SaisieConvention.resize(1160, 650)
        self.cadre = QVBoxLayout(SaisieConvention)
        self.cadre.setSpacing(10)
        self.cadre.setObjectName(u"cadre")
        self.cadre.setContentsMargins(24, 16, 24, 16)
        self.tete = QHBoxLayout()
        self.tete.setSpacing(8)
        self.tete.setObjectName(u"tete")
        self.usage = QLabel(SaisieConvention)
        self.usage.setObjectName(u"usage")
        self.usage.setWordWrap(True)

        self.tete.addWidget(self.usage)

        self.preregler = QPushButton(SaisieConvention)
        self.preregler.setObjectName(u"preregler")

        self.tete.addWidget(self.preregler)

        self.tete.setStretch(0, 1)

        self.cadre.addLayout(self.tete)

        self.corps = QHBoxLayout()
        self.corps.setSpacing(24)
        self.corps.setObjectName(u"corps")
        self.corps.setContentsMargins(0, 0, 0, 0)
        self.rubriques = QListWidget(SaisieConvention)
        self.rubriques.setObjectName(u"rubriques")

        self.corps.addWidget(self.rubriques)

        self.onglets = QStackedWidget(SaisieConvention)
        self.onglets.setObjectName(u"onglets")
        self.page_reservataire = QWidget()
        self.page_reservataire.setObjectName(u"page_reservataire")
        self.page_reservataire_colonnes = QHBoxLayout(self.page_reservataire)
        self.page_reservataire_colonnes.setSpacing(32)
        self.page_reservataire_colonnes.setObjectName(u"page_reservataire_colonnes")
        self.page_reservataire_colonnes.setContentsMargins(0, 0, 0, 0)
        self.page_reservataire_colonne_0 = QVBoxLayout()
        self.page_reservataire_colonne_0.setSpacing(12)
        self.page_reservataire_colonne_0.setObjectName(u"page_reservataire_colonne_0")
        self.page_reservataire_colonne_0.setContentsMargins(0, 0, 0, 0)
        self.groupe_reservataire = QGroupBox(self.page_reservataire)
        self.groupe_reservataire.setObjectName(u"groupe_reservataire")
        self.reservataire = QFormLayout(self.groupe_reservataire)
        self.reservataire.setObjectName(u"reservataire")
        self.reservataire.setHorizontalSpacing(16)
        self.reservataire.setVerticalSpacing(8)
        self.reservataire.setContentsMargins(0, 8, 0, 0)
        self.titre_categorie = QLabel(self.groupe_reservataire)
        self.titre_categorie.setObjectName(u"titre_categorie")

        self.reservataire.setWidget(0, QFormLayout.ItemRole.LabelRole, self.titre_categorie)

        self.categorie = QComboBox(self.groupe_reservataire)
        self.categorie.setObjectName(u"categorie")

        self.reservataire.setWidget(0, QFormLayout.ItemRole.FieldRole, self.categorie)

        self.titre_nom = QLabel(self.groupe_reservataire)
        self.titre_nom.setObjectName(u"titre_nom")

        self.reservataire.setWidget(1, QFormLayout.ItemRole.LabelRole, self.titre_nom)

        self.nom = QLineEdit(self.groupe_reservataire)
        self.nom.setObjectName(u"nom")

        self.reservataire.setWidget(1, QFormLayout.ItemRole.FieldRole, self.nom)

        self.titre_reference = QLabel(self.groupe_reservataire)
        self.titre_reference.setObjectName(u"titre_reference")

        self.reservataire.setWidget(2, QFormLayout.ItemRole.LabelRole, self.titre_reference)

        self.reference = QLineEdit(self.groupe_reservataire)
        self.reference.setObjectName(u"reference")

        self.reservataire.setWidget(2, QFormLayout.ItemRole.FieldRole, self.reference)

        self.signee = QCheckBox(self.groupe_reservataire)
        self.signee.setObjectName(u"signee")

        self.reservataire.setWidget(3, QFormLayout.ItemRole.LabelRole, self.signee)

        self.signature = QDateEdit(self.groupe_reservataire)
        self.signature.setObjectName(u"signature")
        self.signature.setCalendarPopup(True)

        self.reservataire.setWidget(3, QFormLayout.ItemRole.FieldRole, self.signature)


        self.page_reservataire_colonne_0.addWidget(self.groupe_reservataire)

        self.groupe_besoins = QGroupBox(self.page_reservataire)
        self.groupe_besoins.setObjectName(u"groupe_besoins")
        self.groupe_besoins_form = QFormLayout(self.groupe_besoins)
        self.groupe_besoins_form.setObjectName(u"groupe_besoins_form")
        self.groupe_besoins_form.setHorizontalSpacing(16)
        self.groupe_besoins_form.setVerticalSpacing(8)
        self.groupe_besoins_form.setContentsMargins(0, 8, 0, 0)
        self.besoins = QPlainTextEdit(self.groupe_besoins)
        self.besoins.setObjectName(u"besoins")
        self.besoins.setTabChangesFocus(True)

        self.groupe_besoins_form.setWidget(0, QFormLayout.ItemRole.SpanningRole, self.besoins)


        self.page_reservataire_colonne_0.addWidget(self.groupe_besoins)


        self.page_reservataire_colonnes.addLayout(self.page_reservataire_colonne_0)

        self.page_reservataire_colonne_1 = QVBoxLayout()
        self.page_reservataire_colonne_1.setSpacing(12)
        self.page_reservataire_colonne_1.setObjectName(u"page_reservataire_colonne_1")
        self.page_reservataire_colonne_1.setContentsMargins(0, 0, 0, 0)
        self.groupe_adresse = QGroupBox(self.page_reservataire)
        self.groupe_adresse.setObjectName(u"groupe_adresse")
        self.coordonnees = QFormLayout(self.groupe_adresse)
        self.coordonnees.setObjectName(u"coordonnees")
        self.coordonnees.setHorizontalSpacing(16)
        self.coordonnees.setVerticalSpacing(8)
        self.coordonnees.setContentsMargins(0, 8, 0, 0)
        self.titre_service = QLabel(self.groupe_adresse)
        self.titre_service.setObjectName(u"titre_service")

        self.coordonnees.setWidget(0, QFormLayout.ItemRole.LabelRole, self.titre_service)

        self.service = QLineEdit(self.groupe_adresse)
        self.service.setObjectName(u"service")

        self.coordonnees.setWidget(0, QFormLayout.ItemRole.FieldRole, self.service)

        self.titre_contact = QLabel(self.groupe_adresse)
        self.titre_contact.setObjectName(u"titre_contact")

        self.coordonnees.setWidget(1, QFormLayout.ItemRole.LabelRole, self.titre_contact)

        self.contact = QLineEdit(self.groupe_adresse)
        self.contact.setObjectName(u"contact")

        self.coordonnees.setWidget(1, QFormLayout.ItemRole.FieldRole, self.contact)

        self.titre_adresse = QLabel(self.groupe_adresse)
        self.titre_adresse.setObjectName(u"titre_adresse")

        self.coordonnees.setWidget(2, QFormLayout.ItemRole.LabelRole, self.titre_adresse)

        self.adresse = QPlainTextEdit(self.groupe_adresse)
        self.adresse.setObjectName(u"adresse")
        self.adresse.setTabChangesFocus(True)
        self.adresse.setMaximumSize(QSize(16777215, 80))

        self.coordonnees.setWidget(2, QFormLayout.ItemRole.FieldRole, self.adresse)

        self.titre_courriel = QLabel(self.groupe_adresse)
        self.titre_courriel.setObjectName(u"titre_courriel")

        self.coordonnees.setWidget(3, QFormLayout.ItemRole.LabelRole, self.titre_courriel)

        self.courriel = QLineEdit(self.groupe_adresse)
        self.courriel.setObjectName(u"courriel")

        self.coordonnees.setWidget(3, QFormLayout.ItemRole.FieldRole, self.courriel)


        self.page_reservataire_colonne_1.addWidget(self.groupe_adresse)

        self.page_reservataire_bas_1 = QSpacerItem(20, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.page_reservataire_colonne_1.addItem(self.page_reservataire_bas_1)


        self.page_reservataire_colonnes.addLayout(self.page_reservataire_colonne_1)

        self.page_reservataire_colonnes.setStretch(0, 1)
        self.page_reservataire_colonnes.setStretch(1, 1)
        self.onglets.addWidget(self.page_reservataire)
        self.page_patrimoine = QWidget()
        self.page_patrimoine.setObjectName(u"page_patrimoine")
        self.page_patrimoine_colonnes = QHBoxLayout(self.page_patrimoine)
        self.page_patrimoine_colonnes.setSpacing(32)
        self.page_patrimoine_colonnes.setObjectName(u"page_patrimoine_colonnes")
        self.page_patrimoine_colonnes.setContentsMargins(0, 0, 0, 0)
        self.page_patrimoine_colonne_0 = QVBoxLayout()
        self.page_patrimoine_colonne_0.setSpacing(12)
        self.page_patrimoine_colonne_0.setObjectName(u"page_patrimoine_colonne_0")
        self.page_patrimoine_colonne_0.setContentsMargins(0, 0, 0, 0)
        self.groupe_patrimoine = QGroupBox(self.page_patrimoine)
        self.groupe_patrimoine.setObjectName(u"groupe_patrimoine")
        self.patrimoine = QFormLayout(self.groupe_patrimoine)
        self.patrimoine.setObjectName(u"patrimoine")
        self.patrimoine.setHorizontalSpacing(16)
        self.patrimoine.setVerticalSpacing(8)
        self.patrimoine.setContentsMargins(0, 8, 0, 0)
        self.titre_assiette = QLabel(self.groupe_patrimoine)
        self.titre_assiette.setObjectName(u"titre_assiette")

        self.patrimoine.setWidget(0, QFormLayout.ItemRole.LabelRole, self.titre_assiette)

        self.assiette = ChampZone(self.groupe_patrimoine)
        self.assiette.setObjectName(u"assiette")

        self.patrimoine.setWidget(0, QFormLayout.ItemRole.FieldRole, self.assiette)

        self.titre_territoire = QLabel(self.groupe_patrimoine)
        self.titre_territoire.setObjectName(u"titre_territoire")

        self.patrimoine.setWidget(1, QFormLayout.ItemRole.LabelRole, self.titre_territoire)

        self.territoire = ChampZone(self.groupe_patrimoine)
        self.territoire.setObjectName(u"territoire")

        self.patrimoine.setWidget(1, QFormLayout.ItemRole.FieldRole, self.territoire)


        self.page_patrimoine_colonne_0.addWidget(self.groupe_patrimoine)

        self.page_patrimoine_bas_0 = QSpacerItem(20, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.page_patrimoine_colonne_0.addItem(self.page_patrimoine_bas_0)


        self.page_patrimoine_colonnes.addLayout(self.page_patrimoine_colonne_0)

        self.page_patrimoine_colonne_1 = QVBoxLayout()
        self.page_patrimoine_colonne_1.setSpacing(12)
        self.page_patrimoine_colonne_1.setObjectName(u"page_patrimoine_colonne_1")
        self.page_patrimoine_colonne_1.setContentsMargins(0, 0, 0, 0)
        self.groupe_parc = QGroupBox(self.page_patrimoine)
        self.groupe_parc.setObjectName(u"groupe_parc")
        self.groupe_parc_form = QFormLayout(self.groupe_parc)
        self.groupe_parc_form.setObjectName(u"groupe_parc_form")
        self.groupe_parc_form.setHorizontalSpacing(16)
        self.groupe_parc_form.setVerticalSpacing(8)
        self.groupe_parc_form.setContentsMargins(0, 8, 0, 0)
        self.parc = QPlainTextEdit(self.groupe_parc)
        self.parc.setObjectName(u"parc")
        self.parc.setTabChangesFocus(True)

        self.groupe_parc_form.setWidget(0, QFormLayout.ItemRole.SpanningRole, self.parc)


        self.page_patrimoine_colonne_1.addWidget(self.groupe_parc)


        self.page_patrimoine_colonnes.addLayout(self.page_patrimoine_colonne_1)

        self.page_patrimoine_colonnes.setStretch(0, 1)
        self.page_patrimoine_colonnes.setStretch(1, 1)
        self.onglets.addWidget(self.page_patrimoine)
        self.page_taux = QWidget()
        self.page_taux.setObjectName(u"page_taux")
        self.page_taux_colonnes = QHBoxLayout(self.page_taux)
        self.page_taux_colonnes.setSpacing(32)
        self.page_taux_colonnes.setObjectName(u"page_taux_colonnes")
        self.page_taux_colonnes.setContentsMargins(0, 0, 0, 0)
        self.page_taux_colonne_0 = QVBoxLayout()
        self.page_taux_colonne_0.setSpacing(12)
        self.page_taux_colonne_0.setObjectName(u"page_taux_colonne_0")
        self.page_taux_colonne_0.setContentsMargins(0, 0, 0, 0)
        self.groupe_taux = QGroupBox(self.page_taux)
        self.groupe_taux.setObjectName(u"groupe_taux")
        self.taux_du_flux = QFormLayout(self.groupe_taux)
        self.taux_du_flux.setObjectName(u"taux_du_flux")
        self.taux_du_flux.setHorizontalSpacing(16)
        self.taux_du_flux.setVerticalSpacing(8)
        self.taux_du_flux.setContentsMargins(0, 8, 0, 0)
        self.titre_taux = QLabel(self.groupe_taux)
        self.titre_taux.setObjectName(u"titre_taux")

        self.taux_du_flux.setWidget(0, QFormLayout.ItemRole.LabelRole, self.titre_taux)

        self.taux = QDoubleSpinBox(self.groupe_taux)
        self.taux.setObjectName(u"taux")
        self.taux.setDecimals(2)
        self.taux.setMaximum(100.000000000000000)
        self.taux.setSingleStep(0.500000000000000)

        self.taux_du_flux.setWidget(0, QFormLayout.ItemRole.FieldRole, self.taux)

        self.titre_debut_connu = QLabel(self.groupe_taux)
        self.titre_debut_connu.setObjectName(u"titre_debut_connu")

        self.taux_du_flux.setWidget(1, QFormLayout.ItemRole.LabelRole, self.titre_debut_connu)

        self.debut_ligne = QHBoxLayout()
        self.debut_ligne.setSpacing(8)
        self.debut_ligne.setObjectName(u"debut_ligne")
        self.debut_connu = QCheckBox(self.groupe_taux)
        self.debut_connu.setObjectName(u"debut_connu")

        self.debut_ligne.addWidget(self.debut_connu)

        self.debut = QDateEdit(self.groupe_taux)
        self.debut.setObjectName(u"debut")
        self.debut.setCalendarPopup(True)

        self.debut_ligne.addWidget(self.debut)

        self.debut_ligne.setStretch(1, 1)

        self.taux_du_flux.setLayout(1, QFormLayout.ItemRole.FieldRole, self.debut_ligne)

        self.titre_fin_connue = QLabel(self.groupe_taux)
        self.titre_fin_connue.setObjectName(u"titre_fin_connue")

        self.taux_du_flux.setWidget(2, QFormLayout.ItemRole.LabelRole, self.titre_fin_connue)

        self.fin_ligne = QHBoxLayout()
        self.fin_ligne.setSpacing(8)
        self.fin_ligne.setObjectName(u"fin_ligne")
        self.fin_connue = QCheckBox(self.groupe_taux)
        self.fin_connue.setObjectName(u"fin_connue")

        self.fin_ligne.addWidget(self.fin_connue)

        self.fin = QDateEdit(self.groupe_taux)
        self.fin.setObjectName(u"fin")
        self.fin.setCalendarPopup(True)

        self.fin_ligne.addWidget(self.fin)

        self.fin_ligne.setStretch(1, 1)

        self.taux_du_flux.setLayout(2, QFormLayout.ItemRole.FieldRole, self.fin_ligne)


        self.page_taux_colonne_0.addWidget(self.groupe_taux)

        self.garantie_emprunt = QCheckBox(self.page_taux)
        self.garantie_emprunt.setObjectName(u"garantie_emprunt")

        self.page_taux_colonne_0.addWidget(self.garantie_emprunt)

        self.plafonds = QLabel(self.page_taux)
        self.plafonds.setObjectName(u"plafonds")
        self.plafonds.setWordWrap(True)

        self.page_taux_colonne_0.addWidget(self.plafonds)

        self.groupe_rotation = QGroupBox(self.page_taux)
        self.groupe_rotation.setObjectName(u"groupe_rotation")
        self.groupe_rotation_form = QFormLayout(self.groupe_rotation)
        self.groupe_rotation_form.setObjectName(u"groupe_rotation_form")
        self.groupe_rotation_form.setHorizontalSpacing(16)
        self.groupe_rotation_form.setVerticalSpacing(8)
        self.groupe_rotation_form.setContentsMargins(0, 8, 0, 0)
        self.titre_rotation_connue = QLabel(self.groupe_rotation)
        self.titre_rotation_connue.setObjectName(u"titre_rotation_connue")

        self.groupe_rotation_form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.titre_rotation_connue)

        self.rotation_ligne = QHBoxLayout()
        self.rotation_ligne.setSpacing(8)
        self.rotation_ligne.setObjectName(u"rotation_ligne")
        self.rotation_connue = QCheckBox(self.groupe_rotation)
        self.rotation_connue.setObjectName(u"rotation_connue")

        self.rotation_ligne.addWidget(self.rotation_connue)

        self.rotation = QDoubleSpinBox(self.groupe_rotation)
        self.rotation.setObjectName(u"rotation")
        self.rotation.setDecimals(2)
        self.rotation.setMaximum(100.000000000000000)
        self.rotation.setSingleStep(0.500000000000000)

        self.rotation_ligne.addWidget(self.rotation)

        self.rotation_ligne.setStretch(1, 1)

        self.groupe_rotation_form.setLayout(0, QFormLayout.ItemRole.FieldRole, self.rotation_ligne)

        self.titre_rotation_annees = QLabel(self.groupe_rotation)
        self.titre_rotation_annees.setObjectName(u"titre_rotation_annees")

        self.groupe_rotation_form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.titre_rotation_annees)

        self.rotation_annees = QSpinBox(self.groupe_rotation)
        self.rotation_annees.setObjectName(u"rotation_annees")
        self.rotation_annees.setMinimum(1)
        self.rotation_annees.setMaximum(10)

        self.groupe_rotation_form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.rotation_annees)


        self.page_taux_colonne_0.addWidget(self.groupe_rotation)

        self.page_taux_bas_0 = QSpacerItem(20, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.page_taux_colonne_0.addItem(self.page_taux_bas_0)


        self.page_taux_colonnes.addLayout(self.page_taux_colonne_0)

        self.page_taux_colonne_1 = QVBoxLayout()
        self.page_taux_colonne_1.setSpacing(12)
        self.page_taux_colonne_1.setObjectName(u"page_taux_colonne_1")
        self.page_taux_colonne_1.setContentsMargins(0, 0, 0, 0)
        self.groupe_parts = QGroupBox(self.page_taux)
        self.groupe_parts.setObjectName(u"groupe_parts")
        self.parts_et_territoire = QVBoxLayout(self.groupe_parts)
        self.parts_et_territoire.setSpacing(8)
        self.parts_et_territoire.setObjectName(u"parts_et_territoire")
        self.parts_et_territoire.setContentsMargins(0, 8, 0, 0)
        self.parts = TableFormulaire(self.groupe_parts)
        self.parts.setObjectName(u"parts")
        self.parts.setMinimumSize(QSize(0, 120))

        self.parts_et_territoire.addWidget(self.parts)

        self.parts_actions = QHBoxLayout()
        self.parts_actions.setSpacing(8)
        self.parts_actions.setObjectName(u"parts_actions")
        self.ajouter_part = QPushButton(self.groupe_parts)
        self.ajouter_part.setObjectName(u"ajouter_part")

        self.parts_actions.addWidget(self.ajouter_part)

        self.retirer_part = QPushButton(self.groupe_parts)
        self.retirer_part.setObjectName(u"retirer_part")

        self.parts_actions.addWidget(self.retirer_part)

        self.parts_vide = QSpacerItem(8, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.parts_actions.addItem(self.parts_vide)


        self.parts_et_territoire.addLayout(self.parts_actions)

        self.part_territoire = QFormLayout()
        self.part_territoire.setObjectName(u"part_territoire")
        self.part_territoire.setHorizontalSpacing(16)
        self.part_territoire.setVerticalSpacing(8)
        self.part_territoire.setContentsMargins(0, 8, 0, 0)
        self.titre_part_zone = QLabel(self.groupe_parts)
        self.titre_part_zone.setObjectName(u"titre_part_zone")

        self.part_territoire.setWidget(0, QFormLayout.ItemRole.LabelRole, self.titre_part_zone)

        self.part_zone = ChampZone(self.groupe_parts)
        self.part_zone.setObjectName(u"part_zone")

        self.part_territoire.setWidget(0, QFormLayout.ItemRole.FieldRole, self.part_zone)


        self.parts_et_territoire.addLayout(self.part_territoire)


        self.page_taux_colonne_1.addWidget(self.groupe_parts)

        self.titre_avenants = QLabel(self.page_taux)
        self.titre_avenants.setObjectName(u"titre_avenants")

        self.page_taux_colonne_1.addWidget(self.titre_avenants)

        self.avenants = QListView(self.page_taux)
        self.avenants.setObjectName(u"avenants")
        self.avenants.setSpacing(3)
        self.avenants.setWordWrap(True)
        self.avenants.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.avenants.setResizeMode(QListView.ResizeMode.Adjust)
        self.avenants.setMaximumSize(QSize(16777215, 150))

        self.page_taux_colonne_1.addWidget(self.avenants)

        self.page_taux_bas_1 = QSpacerItem(20, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.page_taux_colonne_1.addItem(self.page_taux_bas_1)


        self.page_taux_colonnes.addLayout(self.page_taux_colonne_1)

        self.page_taux_colonnes.setStretch(0, 1)
        self.page_taux_colonnes.setStretch(1, 1)
        self.onglets.addWidget(self.page_taux)
        self.page_publics = QWidget()
        self.page_publics.setObjectName(u"page_publics")
        self.page_publics_colonnes = QHBoxLayout(self.page_publics)
        self.page_publics_colonnes.setSpacing(32)
        self.page_publics_colonnes.setObjectName(u"page_publics_colonnes")
        self.page_publics_colonnes.setContentsMargins(0, 0, 0, 0)
        self.page_publics_colonne_0 = QVBoxLayout()
        self.page_publics_colonne_0.setSpacing(12)
        self.page_publics_colonne_0.setObjectName(u"page_publics_colonne_0")
        self.page_publics_colonne_0.setContentsMargins(0, 0, 0, 0)
        self.groupe_publics = QGroupBox(self.page_publics)
        self.groupe_publics.setObjectName(u"groupe_publics")
        self.groupe_publics_form = QFormLayout(self.groupe_publics)
        self.groupe_publics_form.setObjectName(u"groupe_publics_form")
        self.groupe_publics_form.setHorizontalSpacing(16)
        self.groupe_publics_form.setVerticalSpacing(8)
        self.groupe_publics_form.setContentsMargins(0, 8, 0, 0)
        self.publics = QPlainTextEdit(self.groupe_publics)
        self.publics.setObjectName(u"publics")
        self.publics.setTabChangesFocus(True)

        self.groupe_publics_form.setWidget(0, QFormLayout.ItemRole.SpanningRole, self.publics)


        self.page_publics_colonne_0.addWidget(self.groupe_publics)


        self.page_publics_colonnes.addLayout(self.page_publics_colonne_0)

        self.page_publics_colonne_1 = QVBoxLayout()
        self.page_publics_colonne_1.setSpacing(12)
        self.page_publics_colonne_1.setObjectName(u"page_publics_colonne_1")
        self.page_publics_colonne_1.setContentsMargins(0, 0, 0, 0)
        self.groupe_cibles = QGroupBox(self.page_publics)
        self.groupe_cibles.setObjectName(u"groupe_cibles")
        self.cibles_et_actions = QVBoxLayout(self.groupe_cibles)
        self.cibles_et_actions.setSpacing(8)
        self.cibles_et_actions.setObjectName(u"cibles_et_actions")
        self.cibles_et_actions.setContentsMargins(0, 8, 0, 0)
        self.cibles = TableFormulaire(self.groupe_cibles)
        self.cibles.setObjectName(u"cibles")
        self.cibles.setMinimumSize(QSize(0, 120))

        self.cibles_et_actions.addWidget(self.cibles)

        self.cibles_actions = QHBoxLayout()
        self.cibles_actions.setSpacing(8)
        self.cibles_actions.setObjectName(u"cibles_actions")
        self.ajouter_cible = QPushButton(self.groupe_cibles)
        self.ajouter_cible.setObjectName(u"ajouter_cible")

        self.cibles_actions.addWidget(self.ajouter_cible)

        self.retirer_cible = QPushButton(self.groupe_cibles)
        self.retirer_cible.setObjectName(u"retirer_cible")

        self.cibles_actions.addWidget(self.retirer_cible)

        self.cibles_vide = QSpacerItem(8, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.cibles_actions.addItem(self.cibles_vide)


        self.cibles_et_actions.addLayout(self.cibles_actions)

        self.cibles_expliquees = QLabel(self.groupe_cibles)
        self.cibles_expliquees.setObjectName(u"cibles_expliquees")
        self.cibles_expliquees.setWordWrap(True)

        self.cibles_et_actions.addWidget(self.cibles_expliquees)


        self.page_publics_colonne_1.addWidget(self.groupe_cibles)

        self.page_publics_bas_1 = QSpacerItem(20, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.page_publics_colonne_1.addItem(self.page_publics_bas_1)


        self.page_publics_colonnes.addLayout(self.page_publics_colonne_1)

        self.page_publics_colonnes.setStretch(0, 1)
        self.page_publics_colonnes.setStretch(1, 1)
        self.onglets.addWidget(self.page_publics)
        self.page_signalement = QWidget()
        self.page_signalement.setObjectName(u"page_signalement")
        self.page_signalement_colonnes = QHBoxLayout(self.page_signalement)
        self.page_signalement_colonnes.setSpacing(32)
        self.page_signalement_colonnes.setObjectName(u"page_signalement_colonnes")
        self.page_signalement_colonnes.setContentsMargins(0, 0, 0, 0)
        self.page_signalement_colonne_0 = QVBoxLayout()
        self.page_signalement_colonne_0.setSpacing(12)
        self.page_signalement_colonne_0.setObjectName(u"page_signalement_colonne_0")
        self.page_signalement_colonne_0.setContentsMargins(0, 0, 0, 0)
        self.groupe_signalement = QGroupBox(self.page_signalement)
        self.groupe_signalement.setObjectName(u"groupe_signalement")
        self.groupe_signalement_form = QFormLayout(self.groupe_signalement)
        self.groupe_signalement_form.setObjectName(u"groupe_signalement_form")
        self.groupe_signalement_form.setHorizontalSpacing(16)
        self.groupe_signalement_form.setVerticalSpacing(8)
        self.groupe_signalement_form.setContentsMargins(0, 8, 0, 0)
        self.titre_signalement_jours = QLabel(self.groupe_signalement)
        self.titre_signalement_jours.setObjectName(u"titre_signalement_jours")

        self.groupe_signalement_form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.titre_signalement_jours)

        self.signalement_jours = QSpinBox(self.groupe_signalement)
        self.signalement_jours.setObjectName(u"signalement_jours")
        self.signalement_jours.setMinimum(0)
        self.signalement_jours.setMaximum(366)

        self.groupe_signalement_form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.signalement_jours)


        self.page_signalement_colonne_0.addWidget(self.groupe_signalement)

        self.page_signalement_bas_0 = QSpacerItem(20, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.page_signalement_colonne_0.addItem(self.page_signalement_bas_0)


        self.page_signalement_colonnes.addLayout(self.page_signalement_colonne_0)

        self.page_signalement_colonne_1 = QVBoxLayout()
        self.page_signalement_colonne_1.setSpacing(12)
        self.page_signalement_colonne_1.setObjectName(u"page_signalement_colonne_1")
        self.page_signalement_colonne_1.setContentsMargins(0, 0, 0, 0)
        self.groupe_contenu = QGroupBox(self.page_signalement)
        self.groupe_contenu.setObjectName(u"groupe_contenu")
        self.groupe_contenu_form = QFormLayout(self.groupe_contenu)
        self.groupe_contenu_form.setObjectName(u"groupe_contenu_form")
        self.groupe_contenu_form.setHorizontalSpacing(16)
        self.groupe_contenu_form.setVerticalSpacing(8)
        self.groupe_contenu_form.setContentsMargins(0, 8, 0, 0)
        self.signalement_contenu = QPlainTextEdit(self.groupe_contenu)
        self.signalement_contenu.setObjectName(u"signalement_contenu")
        self.signalement_contenu.setTabChangesFocus(True)

        self.groupe_contenu_form.setWidget(0, QFormLayout.ItemRole.SpanningRole, self.signalement_contenu)


        self.page_signalement_colonne_1.addWidget(self.groupe_contenu)


        self.page_signalement_colonnes.addLayout(self.page_signalement_colonne_1)

        self.page_signalement_colonnes.setStretch(0, 1)
        self.page_signalement_colonnes.setStretch(1, 1)
        self.onglets.addWidget(self.page_signalement)
        self.page_clauses = QWidget()
        self.page_clauses.setObjectName(u"page_clauses")
        self.page_clauses_colonnes = QHBoxLayout(self.page_clauses)
        self.page_clauses_colonnes.setSpacing(32)
        self.page_clauses_colonnes.setObjectName(u"page_clauses_colonnes")
        self.page_clauses_colonnes.setContentsMargins(0, 0, 0, 0)
        self.page_clauses_colonne_0 = QVBoxLayout()
        self.page_clauses_colonne_0.setSpacing(12)
        self.page_clauses_colonne_0.setObjectName(u"page_clauses_colonne_0")
        self.page_clauses_colonne_0.setContentsMargins(0, 0, 0, 0)
        self.groupe_delais = QGroupBox(self.page_clauses)
        self.groupe_delais.setObjectName(u"groupe_delais")
        self.delais = QFormLayout(self.groupe_delais)
        self.delais.setObjectName(u"delais")
        self.delais.setHorizontalSpacing(16)
        self.delais.setVerticalSpacing(8)
        self.delais.setContentsMargins(0, 8, 0, 0)
        self.titre_mode_gestion = QLabel(self.groupe_delais)
        self.titre_mode_gestion.setObjectName(u"titre_mode_gestion")

        self.delais.setWidget(0, QFormLayout.ItemRole.LabelRole, self.titre_mode_gestion)

        self.mode_gestion = QComboBox(self.groupe_delais)
        self.mode_gestion.setObjectName(u"mode_gestion")

        self.delais.setWidget(0, QFormLayout.ItemRole.FieldRole, self.mode_gestion)

        self.titre_delai_jours = QLabel(self.groupe_delais)
        self.titre_delai_jours.setObjectName(u"titre_delai_jours")

        self.delais.setWidget(1, QFormLayout.ItemRole.LabelRole, self.titre_delai_jours)

        self.delai_jours = QSpinBox(self.groupe_delais)
        self.delai_jours.setObjectName(u"delai_jours")
        self.delai_jours.setMinimum(1)
        self.delai_jours.setMaximum(366)

        self.delais.setWidget(1, QFormLayout.ItemRole.FieldRole, self.delai_jours)

        self.zone_tendue = QCheckBox(self.groupe_delais)
        self.zone_tendue.setObjectName(u"zone_tendue")

        self.delais.setWidget(3, QFormLayout.ItemRole.FieldRole, self.zone_tendue)

        self.titre_candidats = QLabel(self.groupe_delais)
        self.titre_candidats.setObjectName(u"titre_candidats")

        self.delais.setWidget(4, QFormLayout.ItemRole.LabelRole, self.titre_candidats)

        self.candidats = QSpinBox(self.groupe_delais)
        self.candidats.setObjectName(u"candidats")
        self.candidats.setMinimum(1)
        self.candidats.setMaximum(20)

        self.delais.setWidget(4, QFormLayout.ItemRole.FieldRole, self.candidats)

        self.titre_mode_offre = QLabel(self.groupe_delais)
        self.titre_mode_offre.setObjectName(u"titre_mode_offre")

        self.delais.setWidget(5, QFormLayout.ItemRole.LabelRole, self.titre_mode_offre)

        self.mode_offre = QComboBox(self.groupe_delais)
        self.mode_offre.setObjectName(u"mode_offre")

        self.delais.setWidget(5, QFormLayout.ItemRole.FieldRole, self.mode_offre)

        self.mode_offre_explique = QLabel(self.groupe_delais)
        self.mode_offre_explique.setObjectName(u"mode_offre_explique")
        self.mode_offre_explique.setWordWrap(True)

        self.delais.setWidget(6, QFormLayout.ItemRole.FieldRole, self.mode_offre_explique)

        self.titre_unite_delai = QLabel(self.groupe_delais)
        self.titre_unite_delai.setObjectName(u"titre_unite_delai")

        self.delais.setWidget(2, QFormLayout.ItemRole.LabelRole, self.titre_unite_delai)

        self.unite_delai = QComboBox(self.groupe_delais)
        self.unite_delai.setObjectName(u"unite_delai")

        self.delais.setWidget(2, QFormLayout.ItemRole.FieldRole, self.unite_delai)


        self.page_clauses_colonne_0.addWidget(self.groupe_delais)

        self.page_clauses_bas_0 = QSpacerItem(20, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.page_clauses_colonne_0.addItem(self.page_clauses_bas_0)


        self.page_clauses_colonnes.addLayout(self.page_clauses_colonne_0)

        self.page_clauses_colonne_1 = QVBoxLayout()
        self.page_clauses_colonne_1.setSpacing(12)
        self.page_clauses_colonne_1.setObjectName(u"page_clauses_colonne_1")
        self.page_clauses_colonne_1.setContentsMargins(0, 0, 0, 0)
        self.groupe_carence = QGroupBox(self.page_clauses)
        self.groupe_carence.setObjectName(u"groupe_carence")
        self.groupe_carence_form = QFormLayout(self.groupe_carence)
        self.groupe_carence_form.setObjectName(u"groupe_carence_form")
        self.groupe_carence_form.setHorizontalSpacing(16)
        self.groupe_carence_form.setVerticalSpacing(8)
        self.groupe_carence_form.setContentsMargins(0, 8, 0, 0)
        self.titre_suite_carence = QLabel(self.groupe_carence)
        self.titre_suite_carence.setObjectName(u"titre_suite_carence")

        self.groupe_carence_form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.titre_suite_carence)

        self.suite_carence = QComboBox(self.groupe_carence)
        self.suite_carence.setObjectName(u"suite_carence")

        self.groupe_carence_form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.suite_carence)

        self.suite_explique = QLabel(self.groupe_carence)
        self.suite_explique.setObjectName(u"suite_explique")
        self.suite_explique.setWordWrap(True)

        self.groupe_carence_form.setWidget(1, QFormLayout.ItemRole.SpanningRole, self.suite_explique)

        self.titre_reprise = QLabel(self.groupe_carence)
        self.titre_reprise.setObjectName(u"titre_reprise")

        self.groupe_carence_form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.titre_reprise)

        self.reprise = QPlainTextEdit(self.groupe_carence)
        self.reprise.setObjectName(u"reprise")
        self.reprise.setTabChangesFocus(True)

        self.groupe_carence_form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.reprise)


        self.page_clauses_colonne_1.addWidget(self.groupe_carence)

        self.groupe_zone_deleguee = QGroupBox(self.page_clauses)
        self.groupe_zone_deleguee.setObjectName(u"groupe_zone_deleguee")
        self.groupe_zone_deleguee_form = QFormLayout(self.groupe_zone_deleguee)
        self.groupe_zone_deleguee_form.setObjectName(u"groupe_zone_deleguee_form")
        self.groupe_zone_deleguee_form.setHorizontalSpacing(16)
        self.groupe_zone_deleguee_form.setVerticalSpacing(8)
        self.groupe_zone_deleguee_form.setContentsMargins(0, 8, 0, 0)
        self.zone_deleguee = ChampZone(self.groupe_zone_deleguee)
        self.zone_deleguee.setObjectName(u"zone_deleguee")

        self.groupe_zone_deleguee_form.setWidget(0, QFormLayout.ItemRole.SpanningRole, self.zone_deleguee)


        self.page_clauses_colonne_1.addWidget(self.groupe_zone_deleguee)

        self.page_clauses_bas_1 = QSpacerItem(20, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.page_clauses_colonne_1.addItem(self.page_clauses_bas_1)


        self.page_clauses_colonnes.addLayout(self.page_clauses_colonne_1)

        self.page_clauses_colonnes.setStretch(0, 1)
        self.page_clauses_colonnes.setStretch(1, 1)
        self.onglets.addWidget(self.page_clauses)
        self.page_dossiers = QWidget()
        self.page_dossiers.setObjectName(u"page_dossiers")
        self.page_dossiers_colonnes = QHBoxLayout(self.page_dossiers)
        self.page_dossiers_colonnes.setSpacing(32)
        self.page_dossiers_colonnes.setObjectName(u"page_dossiers_colonnes")
        self.page_dossiers_colonnes.setContentsMargins(0, 0, 0, 0)
        self.page_dossiers_colonne_0 = QVBoxLayout()
        self.page_dossiers_colonne_0.setSpacing(12)
        self.page_dossiers_colonne_0.setObjectName(u"page_dossiers_colonne_0")
        self.page_dossiers_colonne_0.setContentsMargins(0, 0, 0, 0)
        self.groupe_dossiers = QGroupBox(self.page_dossiers)
        self.groupe_dossiers.setObjectName(u"groupe_dossiers")
        self.groupe_dossiers_form = QFormLayout(self.groupe_dossiers)
        self.groupe_dossiers_form.setObjectName(u"groupe_dossiers_form")
        self.groupe_dossiers_form.setHorizontalSpacing(16)
        self.groupe_dossiers_form.setVerticalSpacing(8)
        self.groupe_dossiers_form.setContentsMargins(0, 8, 0, 0)
        self.dossiers = QPlainTextEdit(self.groupe_dossiers)
        self.dossiers.setObjectName(u"dossiers")
        self.dossiers.setTabChangesFocus(True)

        self.groupe_dossiers_form.setWidget(0, QFormLayout.ItemRole.SpanningRole, self.dossiers)


        self.page_dossiers_colonne_0.addWidget(self.groupe_dossiers)


        self.page_dossiers_colonnes.addLayout(self.page_dossiers_colonne_0)

        self.page_dossiers_colonnes.setStretch(0, 1)
        self.onglets.addWidget(self.page_dossiers)
        self.page_cal = QWidget()
        self.page_cal.setObjectName(u"page_cal")
        self.page_cal_colonnes = QHBoxLayout(self.page_cal)
        self.page_cal_colonnes.setSpacing(32)
        self.page_cal_colonnes.setObjectName(u"page_cal_colonnes")
        self.page_cal_colonnes.setContentsMargins(0, 0, 0, 0)
        self.page_cal_colonne_0 = QVBoxLayout()
        self.page_cal_colonne_0.setSpacing(12)
        self.page_cal_colonne_0.setObjectName(u"page_cal_colonne_0")
        self.page_cal_colonne_0.setContentsMargins(0, 0, 0, 0)
        self.groupe_cal = QGroupBox(self.page_cal)
        self.groupe_cal.setObjectName(u"groupe_cal")
        self.groupe_cal_form = QFormLayout(self.groupe_cal)
        self.groupe_cal_form.setObjectName(u"groupe_cal_form")
        self.groupe_cal_form.setHorizontalSpacing(16)
        self.groupe_cal_form.setVerticalSpacing(8)
        self.groupe_cal_form.setContentsMargins(0, 8, 0, 0)
        self.information_cal = QPlainTextEdit(self.groupe_cal)
        self.information_cal.setObjectName(u"information_cal")
        self.information_cal.setTabChangesFocus(True)

        self.groupe_cal_form.setWidget(0, QFormLayout.ItemRole.SpanningRole, self.information_cal)


        self.page_cal_colonne_0.addWidget(self.groupe_cal)


        self.page_cal_colonnes.addLayout(self.page_cal_colonne_0)

        self.page_cal_colonne_1 = QVBoxLayout()
        self.page_cal_colonne_1.setSpacing(12)
        self.page_cal_colonne_1.setObjectName(u"page_cal_colonne_1")
        self.page_cal_colonne_1.setContentsMargins(0, 0, 0, 0)
        self.groupe_nouveaux = QGroupBox(self.page_cal)
        self.groupe_nouveaux.setObjectName(u"groupe_nouveaux")
        self.groupe_nouveaux_form = QFormLayout(self.groupe_nouveaux)
        self.groupe_nouveaux_form.setObjectName(u"groupe_nouveaux_form")
        self.groupe_nouveaux_form.setHorizontalSpacing(16)
        self.groupe_nouveaux_form.setVerticalSpacing(8)
        self.groupe_nouveaux_form.setContentsMargins(0, 8, 0, 0)
        self.titre_candidats_nouveaux_jours = QLabel(self.groupe_nouveaux)
        self.titre_candidats_nouveaux_jours.setObjectName(u"titre_candidats_nouveaux_jours")

        self.groupe_nouveaux_form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.titre_candidats_nouveaux_jours)

        self.candidats_nouveaux_jours = QSpinBox(self.groupe_nouveaux)
        self.candidats_nouveaux_jours.setObjectName(u"candidats_nouveaux_jours")
        self.candidats_nouveaux_jours.setMinimum(0)
        self.candidats_nouveaux_jours.setMaximum(366)

        self.groupe_nouveaux_form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.candidats_nouveaux_jours)


        self.page_cal_colonne_1.addWidget(self.groupe_nouveaux)

        self.groupe_baux = QGroupBox(self.page_cal)
        self.groupe_baux.setObjectName(u"groupe_baux")
        self.groupe_baux_form = QFormLayout(self.groupe_baux)
        self.groupe_baux_form.setObjectName(u"groupe_baux_form")
        self.groupe_baux_form.setHorizontalSpacing(16)
        self.groupe_baux_form.setVerticalSpacing(8)
        self.groupe_baux_form.setContentsMargins(0, 8, 0, 0)
        self.baux = QPlainTextEdit(self.groupe_baux)
        self.baux.setObjectName(u"baux")
        self.baux.setTabChangesFocus(True)

        self.groupe_baux_form.setWidget(0, QFormLayout.ItemRole.SpanningRole, self.baux)


        self.page_cal_colonne_1.addWidget(self.groupe_baux)


        self.page_cal_colonnes.addLayout(self.page_cal_colonne_1)

        self.page_cal_colonnes.setStretch(0, 1)
        self.page_cal_colonnes.setStretch(1, 1)
        self.onglets.addWidget(self.page_cal)
        self.page_decompte = QWidget()
        self.page_decompte.setObjectName(u"page_decompte")
        self.page_decompte_colonnes = QHBoxLayout(self.page_decompte)
        self.page_decompte_colonnes.setSpacing(32)
        self.page_decompte_colonnes.setObjectName(u"page_decompte_colonnes")
        self.page_decompte_colonnes.setContentsMargins(0, 0, 0, 0)
        self.page_decompte_colonne_0 = QVBoxLayout()
        self.page_decompte_colonne_0.setSpacing(12)
        self.page_decompte_colonne_0.setObjectName(u"page_decompte_colonne_0")
        self.page_decompte_colonne_0.setContentsMargins(0, 0, 0, 0)
        self.groupe_decompte = QGroupBox(self.page_decompte)
        self.groupe_decompte.setObjectName(u"groupe_decompte")
        self.decompte = QFormLayout(self.groupe_decompte)
        self.decompte.setObjectName(u"decompte")
        self.decompte.setHorizontalSpacing(16)
        self.decompte.setVerticalSpacing(8)
        self.decompte.setContentsMargins(0, 8, 0, 0)
        self.titre_evenement = QLabel(self.groupe_decompte)
        self.titre_evenement.setObjectName(u"titre_evenement")

        self.decompte.setWidget(0, QFormLayout.ItemRole.LabelRole, self.titre_evenement)

        self.evenement = QComboBox(self.groupe_decompte)
        self.evenement.setObjectName(u"evenement")

        self.decompte.setWidget(0, QFormLayout.ItemRole.FieldRole, self.evenement)

        self.evenement_explique = QLabel(self.groupe_decompte)
        self.evenement_explique.setObjectName(u"evenement_explique")
        self.evenement_explique.setWordWrap(True)

        self.decompte.setWidget(1, QFormLayout.ItemRole.FieldRole, self.evenement_explique)

        self.titre_refus = QLabel(self.groupe_decompte)
        self.titre_refus.setObjectName(u"titre_refus")

        self.decompte.setWidget(2, QFormLayout.ItemRole.LabelRole, self.titre_refus)

        self.refus = QComboBox(self.groupe_decompte)
        self.refus.setObjectName(u"refus")

        self.decompte.setWidget(2, QFormLayout.ItemRole.FieldRole, self.refus)

        self.refus_explique = QLabel(self.groupe_decompte)
        self.refus_explique.setObjectName(u"refus_explique")
        self.refus_explique.setWordWrap(True)

        self.decompte.setWidget(3, QFormLayout.ItemRole.FieldRole, self.refus_explique)

        self.titre_carence = QLabel(self.groupe_decompte)
        self.titre_carence.setObjectName(u"titre_carence")

        self.decompte.setWidget(4, QFormLayout.ItemRole.LabelRole, self.titre_carence)

        self.carence = QComboBox(self.groupe_decompte)
        self.carence.setObjectName(u"carence")

        self.decompte.setWidget(4, QFormLayout.ItemRole.FieldRole, self.carence)

        self.carence_explique = QLabel(self.groupe_decompte)
        self.carence_explique.setObjectName(u"carence_explique")
        self.carence_explique.setWordWrap(True)

        self.decompte.setWidget(5, QFormLayout.ItemRole.FieldRole, self.carence_explique)


        self.page_decompte_colonne_0.addWidget(self.groupe_decompte)

        self.page_decompte_bas_0 = QSpacerItem(20, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.page_decompte_colonne_0.addItem(self.page_decompte_bas_0)


        self.page_decompte_colonnes.addLayout(self.page_decompte_colonne_0)

        self.page_decompte_colonne_1 = QVBoxLayout()
        self.page_decompte_colonne_1.setSpacing(12)
        self.page_decompte_colonne_1.setObjectName(u"page_decompte_colonne_1")
        self.page_decompte_colonne_1.setContentsMargins(0, 0, 0, 0)
        self.groupe_echecs = QGroupBox(self.page_decompte)
        self.groupe_echecs.setObjectName(u"groupe_echecs")
        self.groupe_echecs_form = QFormLayout(self.groupe_echecs)
        self.groupe_echecs_form.setObjectName(u"groupe_echecs_form")
        self.groupe_echecs_form.setHorizontalSpacing(16)
        self.groupe_echecs_form.setVerticalSpacing(8)
        self.groupe_echecs_form.setContentsMargins(0, 8, 0, 0)
        self.titre_refus_candidat = QLabel(self.groupe_echecs)
        self.titre_refus_candidat.setObjectName(u"titre_refus_candidat")

        self.groupe_echecs_form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.titre_refus_candidat)

        self.refus_candidat = QComboBox(self.groupe_echecs)
        self.refus_candidat.setObjectName(u"refus_candidat")

        self.groupe_echecs_form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.refus_candidat)

        self.refus_candidat_explique = QLabel(self.groupe_echecs)
        self.refus_candidat_explique.setObjectName(u"refus_candidat_explique")
        self.refus_candidat_explique.setWordWrap(True)

        self.groupe_echecs_form.setWidget(1, QFormLayout.ItemRole.SpanningRole, self.refus_candidat_explique)

        self.titre_refus_cal = QLabel(self.groupe_echecs)
        self.titre_refus_cal.setObjectName(u"titre_refus_cal")

        self.groupe_echecs_form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.titre_refus_cal)

        self.refus_cal = QComboBox(self.groupe_echecs)
        self.refus_cal.setObjectName(u"refus_cal")

        self.groupe_echecs_form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.refus_cal)

        self.refus_cal_explique = QLabel(self.groupe_echecs)
        self.refus_cal_explique.setObjectName(u"refus_cal_explique")
        self.refus_cal_explique.setWordWrap(True)

        self.groupe_echecs_form.setWidget(3, QFormLayout.ItemRole.SpanningRole, self.refus_cal_explique)

        self.titre_retrait = QLabel(self.groupe_echecs)
        self.titre_retrait.setObjectName(u"titre_retrait")

        self.groupe_echecs_form.setWidget(4, QFormLayout.ItemRole.LabelRole, self.titre_retrait)

        self.retrait = QComboBox(self.groupe_echecs)
        self.retrait.setObjectName(u"retrait")

        self.groupe_echecs_form.setWidget(4, QFormLayout.ItemRole.FieldRole, self.retrait)

        self.retrait_explique = QLabel(self.groupe_echecs)
        self.retrait_explique.setObjectName(u"retrait_explique")
        self.retrait_explique.setWordWrap(True)

        self.groupe_echecs_form.setWidget(5, QFormLayout.ItemRole.SpanningRole, self.retrait_explique)


        self.page_decompte_colonne_1.addWidget(self.groupe_echecs)

        self.page_decompte_bas_1 = QSpacerItem(20, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.page_decompte_colonne_1.addItem(self.page_decompte_bas_1)


        self.page_decompte_colonnes.addLayout(self.page_decompte_colonne_1)

        self.page_decompte_colonnes.setStretch(0, 1)
        self.page_decompte_colonnes.setStretch(1, 1)
        self.onglets.addWidget(self.page_decompte)
        self.page_report = QWidget()
        self.page_report.setObjectName(u"page_report")
        self.page_report_colonnes = QHBoxLayout(self.page_report)
        self.page_report_colonnes.setSpacing(32)
        self.page_report_colonnes.setObjectName(u"page_report_colonnes")
        self.page_report_colonnes.setContentsMargins(0, 0, 0, 0)
        self.page_report_colonne_0 = QVBoxLayout()
        self.page_report_colonne_0.setSpacing(12)
        self.page_report_colonne_0.setObjectName(u"page_report_colonne_0")
        self.page_report_colonne_0.setContentsMargins(0, 0, 0, 0)
        self.groupe_neuf = QGroupBox(self.page_report)
        self.groupe_neuf.setObjectName(u"groupe_neuf")
        self.groupe_neuf_form = QFormLayout(self.groupe_neuf)
        self.groupe_neuf_form.setObjectName(u"groupe_neuf_form")
        self.groupe_neuf_form.setHorizontalSpacing(16)
        self.groupe_neuf_form.setVerticalSpacing(8)
        self.groupe_neuf_form.setContentsMargins(0, 8, 0, 0)
        self.titre_neuf = QLabel(self.groupe_neuf)
        self.titre_neuf.setObjectName(u"titre_neuf")

        self.groupe_neuf_form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.titre_neuf)

        self.neuf = QComboBox(self.groupe_neuf)
        self.neuf.setObjectName(u"neuf")

        self.groupe_neuf_form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.neuf)

        self.neuf_explique = QLabel(self.groupe_neuf)
        self.neuf_explique.setObjectName(u"neuf_explique")
        self.neuf_explique.setWordWrap(True)

        self.groupe_neuf_form.setWidget(1, QFormLayout.ItemRole.SpanningRole, self.neuf_explique)


        self.page_report_colonne_0.addWidget(self.groupe_neuf)

        self.groupe_report = QGroupBox(self.page_report)
        self.groupe_report.setObjectName(u"groupe_report")
        self.report_forme = QFormLayout(self.groupe_report)
        self.report_forme.setObjectName(u"report_forme")
        self.report_forme.setHorizontalSpacing(16)
        self.report_forme.setVerticalSpacing(8)
        self.report_forme.setContentsMargins(0, 8, 0, 0)
        self.titre_report = QLabel(self.groupe_report)
        self.titre_report.setObjectName(u"titre_report")

        self.report_forme.setWidget(0, QFormLayout.ItemRole.LabelRole, self.titre_report)

        self.report = QSpinBox(self.groupe_report)
        self.report.setObjectName(u"report")
        self.report.setMinimum(-9999)
        self.report.setMaximum(9999)

        self.report_forme.setWidget(0, QFormLayout.ItemRole.FieldRole, self.report)

        self.plafonne = QCheckBox(self.groupe_report)
        self.plafonne.setObjectName(u"plafonne")

        self.report_forme.setWidget(1, QFormLayout.ItemRole.LabelRole, self.plafonne)

        self.plafond_report = QSpinBox(self.groupe_report)
        self.plafond_report.setObjectName(u"plafond_report")
        self.plafond_report.setMinimum(0)
        self.plafond_report.setMaximum(9999)

        self.report_forme.setWidget(1, QFormLayout.ItemRole.FieldRole, self.plafond_report)

        self.titre_etalement = QLabel(self.groupe_report)
        self.titre_etalement.setObjectName(u"titre_etalement")

        self.report_forme.setWidget(2, QFormLayout.ItemRole.LabelRole, self.titre_etalement)

        self.etalement = QSpinBox(self.groupe_report)
        self.etalement.setObjectName(u"etalement")
        self.etalement.setMinimum(0)
        self.etalement.setMaximum(99999)

        self.report_forme.setWidget(2, QFormLayout.ItemRole.FieldRole, self.etalement)

        self.etalement_ligne = QHBoxLayout()
        self.etalement_ligne.setSpacing(8)
        self.etalement_ligne.setObjectName(u"etalement_ligne")
        self.etaler = QPushButton(self.groupe_report)
        self.etaler.setObjectName(u"etaler")

        self.etalement_ligne.addWidget(self.etaler)

        self.etaler_vide = QSpacerItem(8, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.etalement_ligne.addItem(self.etaler_vide)


        self.report_forme.setLayout(3, QFormLayout.ItemRole.FieldRole, self.etalement_ligne)


        self.page_report_colonne_0.addWidget(self.groupe_report)

        self.page_report_bas_0 = QSpacerItem(20, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.page_report_colonne_0.addItem(self.page_report_bas_0)


        self.page_report_colonnes.addLayout(self.page_report_colonne_0)

        self.page_report_colonne_1 = QVBoxLayout()
        self.page_report_colonne_1.setSpacing(12)
        self.page_report_colonne_1.setObjectName(u"page_report_colonne_1")
        self.page_report_colonne_1.setContentsMargins(0, 0, 0, 0)
        self.report_explique = QLabel(self.page_report)
        self.report_explique.setObjectName(u"report_explique")
        self.report_explique.setWordWrap(True)

        self.page_report_colonne_1.addWidget(self.report_explique)

        self.page_report_bas_1 = QSpacerItem(20, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.page_report_colonne_1.addItem(self.page_report_bas_1)


        self.page_report_colonnes.addLayout(self.page_report_colonne_1)

        self.page_report_colonnes.setStretch(0, 1)
        self.page_report_colonnes.setStretch(1, 1)
        self.onglets.addWidget(self.page_report)
        self.page_duree = QWidget()
        self.page_duree.setObjectName(u"page_duree")
        self.page_duree_colonnes = QHBoxLayout(self.page_duree)
        self.page_duree_colonnes.setSpacing(32)
        self.page_duree_colonnes.setObjectName(u"page_duree_colonnes")
        self.page_duree_colonnes.setContentsMargins(0, 0, 0, 0)
        self.page_duree_colonne_0 = QVBoxLayout()
        self.page_duree_colonne_0.setSpacing(12)
        self.page_duree_colonne_0.setObjectName(u"page_duree_colonne_0")
        self.page_duree_colonne_0.setContentsMargins(0, 0, 0, 0)
        self.groupe_duree = QGroupBox(self.page_duree)
        self.groupe_duree.setObjectName(u"groupe_duree")
        self.groupe_duree_form = QFormLayout(self.groupe_duree)
        self.groupe_duree_form.setObjectName(u"groupe_duree_form")
        self.groupe_duree_form.setHorizontalSpacing(16)
        self.groupe_duree_form.setVerticalSpacing(8)
        self.groupe_duree_form.setContentsMargins(0, 8, 0, 0)
        self.titre_terme_connu = QLabel(self.groupe_duree)
        self.titre_terme_connu.setObjectName(u"titre_terme_connu")

        self.groupe_duree_form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.titre_terme_connu)

        self.terme_ligne = QHBoxLayout()
        self.terme_ligne.setSpacing(8)
        self.terme_ligne.setObjectName(u"terme_ligne")
        self.terme_connu = QCheckBox(self.groupe_duree)
        self.terme_connu.setObjectName(u"terme_connu")

        self.terme_ligne.addWidget(self.terme_connu)

        self.terme = QDateEdit(self.groupe_duree)
        self.terme.setObjectName(u"terme")
        self.terme.setCalendarPopup(True)

        self.terme_ligne.addWidget(self.terme)

        self.terme_ligne.setStretch(1, 1)

        self.groupe_duree_form.setLayout(0, QFormLayout.ItemRole.FieldRole, self.terme_ligne)

        self.tacite = QCheckBox(self.groupe_duree)
        self.tacite.setObjectName(u"tacite")

        self.groupe_duree_form.setWidget(1, QFormLayout.ItemRole.SpanningRole, self.tacite)

        self.titre_reconduction_annees = QLabel(self.groupe_duree)
        self.titre_reconduction_annees.setObjectName(u"titre_reconduction_annees")

        self.groupe_duree_form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.titre_reconduction_annees)

        self.reconduction_annees = QSpinBox(self.groupe_duree)
        self.reconduction_annees.setObjectName(u"reconduction_annees")
        self.reconduction_annees.setMinimum(1)
        self.reconduction_annees.setMaximum(30)

        self.groupe_duree_form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.reconduction_annees)

        self.titre_denonciation_mois = QLabel(self.groupe_duree)
        self.titre_denonciation_mois.setObjectName(u"titre_denonciation_mois")

        self.groupe_duree_form.setWidget(3, QFormLayout.ItemRole.LabelRole, self.titre_denonciation_mois)

        self.denonciation_mois = QSpinBox(self.groupe_duree)
        self.denonciation_mois.setObjectName(u"denonciation_mois")
        self.denonciation_mois.setMinimum(0)
        self.denonciation_mois.setMaximum(36)

        self.groupe_duree_form.setWidget(3, QFormLayout.ItemRole.FieldRole, self.denonciation_mois)

        self.titre_alerte_mois = QLabel(self.groupe_duree)
        self.titre_alerte_mois.setObjectName(u"titre_alerte_mois")

        self.groupe_duree_form.setWidget(4, QFormLayout.ItemRole.LabelRole, self.titre_alerte_mois)

        self.alerte_mois = QSpinBox(self.groupe_duree)
        self.alerte_mois.setObjectName(u"alerte_mois")
        self.alerte_mois.setMinimum(0)
        self.alerte_mois.setMaximum(36)

        self.groupe_duree_form.setWidget(4, QFormLayout.ItemRole.FieldRole, self.alerte_mois)


        self.page_duree_colonne_0.addWidget(self.groupe_duree)

        self.page_duree_bas_0 = QSpacerItem(20, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.page_duree_colonne_0.addItem(self.page_duree_bas_0)


        self.page_duree_colonnes.addLayout(self.page_duree_colonne_0)

        self.page_duree_colonne_1 = QVBoxLayout()
        self.page_duree_colonne_1.setSpacing(12)
        self.page_duree_colonne_1.setObjectName(u"page_duree_colonne_1")
        self.page_duree_colonne_1.setContentsMargins(0, 0, 0, 0)
        self.duree_dite = QLabel(self.page_duree)
        self.duree_dite.setObjectName(u"duree_dite")
        self.duree_dite.setWordWrap(True)

        self.page_duree_colonne_1.addWidget(self.duree_dite)

        self.page_duree_bas_1 = QSpacerItem(20, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.page_duree_colonne_1.addItem(self.page_duree_bas_1)


        self.page_duree_colonnes.addLayout(self.page_duree_colonne_1)

        self.page_duree_colonnes.setStretch(0, 1)
        self.page_duree_colonnes.setStretch(1, 1)
        self.onglets.addWidget(self.page_duree)
        self.page_suivi = QWidget()
        self.page_suivi.setObjectName(u"page_suivi")
        self.page_suivi_colonnes = QHBoxLayout(self.page_suivi)
        self.page_suivi_colonnes.setSpacing(32)
        self.page_suivi_colonnes.setObjectName(u"page_suivi_colonnes")
        self.page_suivi_colonnes.setContentsMargins(0, 0, 0, 0)
        self.page_suivi_colonne_0 = QVBoxLayout()
        self.page_suivi_colonne_0.setSpacing(12)
        self.page_suivi_colonne_0.setObjectName(u"page_suivi_colonne_0")
        self.page_suivi_colonne_0.setContentsMargins(0, 0, 0, 0)
        self.groupe_suivi = QGroupBox(self.page_suivi)
        self.groupe_suivi.setObjectName(u"groupe_suivi")
        self.groupe_suivi_form = QFormLayout(self.groupe_suivi)
        self.groupe_suivi_form.setObjectName(u"groupe_suivi_form")
        self.groupe_suivi_form.setHorizontalSpacing(16)
        self.groupe_suivi_form.setVerticalSpacing(8)
        self.groupe_suivi_form.setContentsMargins(0, 8, 0, 0)
        self.titre_rythme = QLabel(self.groupe_suivi)
        self.titre_rythme.setObjectName(u"titre_rythme")

        self.groupe_suivi_form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.titre_rythme)

        self.rythme = QComboBox(self.groupe_suivi)
        self.rythme.setObjectName(u"rythme")

        self.groupe_suivi_form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.rythme)

        self.rythme_explique = QLabel(self.groupe_suivi)
        self.rythme_explique.setObjectName(u"rythme_explique")
        self.rythme_explique.setWordWrap(True)

        self.groupe_suivi_form.setWidget(1, QFormLayout.ItemRole.SpanningRole, self.rythme_explique)

        self.titre_point_jours = QLabel(self.groupe_suivi)
        self.titre_point_jours.setObjectName(u"titre_point_jours")

        self.groupe_suivi_form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.titre_point_jours)

        self.point_jours = QSpinBox(self.groupe_suivi)
        self.point_jours.setObjectName(u"point_jours")
        self.point_jours.setMinimum(0)
        self.point_jours.setMaximum(366)

        self.groupe_suivi_form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.point_jours)

        self.titre_transmise_connue = QLabel(self.groupe_suivi)
        self.titre_transmise_connue.setObjectName(u"titre_transmise_connue")

        self.groupe_suivi_form.setWidget(3, QFormLayout.ItemRole.LabelRole, self.titre_transmise_connue)

        self.transmise_ligne = QHBoxLayout()
        self.transmise_ligne.setSpacing(8)
        self.transmise_ligne.setObjectName(u"transmise_ligne")
        self.transmise_connue = QCheckBox(self.groupe_suivi)
        self.transmise_connue.setObjectName(u"transmise_connue")

        self.transmise_ligne.addWidget(self.transmise_connue)

        self.transmise = QDateEdit(self.groupe_suivi)
        self.transmise.setObjectName(u"transmise")
        self.transmise.setCalendarPopup(True)

        self.transmise_ligne.addWidget(self.transmise)

        self.transmise_ligne.setStretch(1, 1)

        self.groupe_suivi_form.setLayout(3, QFormLayout.ItemRole.FieldRole, self.transmise_ligne)


        self.page_suivi_colonne_0.addWidget(self.groupe_suivi)

        self.page_suivi_bas_0 = QSpacerItem(20, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.page_suivi_colonne_0.addItem(self.page_suivi_bas_0)


        self.page_suivi_colonnes.addLayout(self.page_suivi_colonne_0)

        self.page_suivi_colonne_1 = QVBoxLayout()
        self.page_suivi_colonne_1.setSpacing(12)
        self.page_suivi_colonne_1.setObjectName(u"page_suivi_colonne_1")
        self.page_suivi_colonne_1.setContentsMargins(0, 0, 0, 0)
        self.groupe_evaluation = QGroupBox(self.page_suivi)
        self.groupe_evaluation.setObjectName(u"groupe_evaluation")
        self.groupe_evaluation_form = QFormLayout(self.groupe_evaluation)
        self.groupe_evaluation_form.setObjectName(u"groupe_evaluation_form")
        self.groupe_evaluation_form.setHorizontalSpacing(16)
        self.groupe_evaluation_form.setVerticalSpacing(8)
        self.groupe_evaluation_form.setContentsMargins(0, 8, 0, 0)
        self.suivi = QPlainTextEdit(self.groupe_evaluation)
        self.suivi.setObjectName(u"suivi")
        self.suivi.setTabChangesFocus(True)

        self.groupe_evaluation_form.setWidget(0, QFormLayout.ItemRole.SpanningRole, self.suivi)


        self.page_suivi_colonne_1.addWidget(self.groupe_evaluation)


        self.page_suivi_colonnes.addLayout(self.page_suivi_colonne_1)

        self.page_suivi_colonnes.setStretch(0, 1)
        self.page_suivi_colonnes.setStretch(1, 1)
        self.onglets.addWidget(self.page_suivi)

        self.corps.addWidget(self.onglets)

        self.corps.setStretch(1, 1)

        self.cadre.addLayout(self.corps)

        self.zone_controles = QScrollArea(SaisieConvention)
        self.zone_controles.setObjectName(u"zone_controles")
        self.zone_controles.setMinimumSize(QSize(0, 84))
        self.zone_controles.setMaximumSize(QSize(16777215, 112))
        self.zone_controles.setWidgetResizable(True)
        self.zone_controles.setFrameShape(QFrame.Shape.NoFrame)
        self.zone_controles.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.contenu_controles = QWidget()
        self.contenu_controles.setObjectName(u"contenu_controles")
        self.controles_cadre = QVBoxLayout(self.contenu_controles)
        self.controles_cadre.setObjectName(u"controles_cadre")
        self.controles_cadre.setContentsMargins(0, 0, 8, 0)
        self.controles = ListeAlertes(self.contenu_controles)
        self.controles.setObjectName(u"controles")

        self.controles_cadre.addWidget(self.controles)

        self.controles_bas = QSpacerItem(20, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.controles_cadre.addItem(self.controles_bas)

        self.zone_controles.setWidget(self.contenu_controles)

        self.cadre.addWidget(self.zone_controles)

        self.boutons = QDialogButtonBox(SaisieConvention)
        self.boutons.setObjectName(u"boutons")
        self.boutons.setStandardButtons(QDialogButtonBox.StandardButton.Cancel|QDialogButtonBox.StandardButton.Ok)

        self.cadre.addWidget(self.boutons)

        self.cadre.setStretch(1, 1)
#if QT_CONFIG(shortcut)
        self.titre_categorie.setBuddy(self.categorie)
        self.titre_nom.setBuddy(self.nom)
        self.titre_reference.setBuddy(self.reference)
        self.titre_service.setBuddy(self.service)
        self.titre_contact.setBuddy(self.contact)
        self.titre_adresse.setBuddy(self.adresse)
        self.titre_courriel.setBuddy(self.courriel)
        self.titre_assiette.setBuddy(self.assiette)
        self.titre_territoire.setBuddy(self.territoire)
        self.titre_taux.setBuddy(self.taux)
        self.titre_debut_connu.setBuddy(self.debut_connu)
        self.titre_fin_connue.setBuddy(self.fin_connue)
        self.titre_rotation_connue.setBuddy(self.rotation_connue)
        self.titre_rotation_annees.setBuddy(self.rotation_annees)
        self.titre_part_zone.setBuddy(self.part_zone)
        self.titre_signalement_jours.setBuddy(self.signalement_jours)
        self.titre_mode_gestion.setBuddy(self.mode_gestion)
        self.titre_delai_jours.setBuddy(self.delai_jours)
        self.titre_candidats.setBuddy(self.candidats)
        self.titre_mode_offre.setBuddy(self.mode_offre)
        self.titre_unite_delai.setBuddy(self.unite_delai)
        self.titre_suite_carence.setBuddy(self.suite_carence)
        self.titre_reprise.setBuddy(self.reprise)
        self.titre_candidats_nouveaux_jours.setBuddy(self.candidats_nouveaux_jours)
        self.titre_evenement.setBuddy(self.evenement)
        self.titre_refus.setBuddy(self.refus)
        self.titre_carence.setBuddy(self.carence)
        self.titre_refus_candidat.setBuddy(self.refus_candidat)
        self.titre_refus_cal.setBuddy(self.refus_cal)
        self.titre_retrait.setBuddy(self.retrait)
        self.titre_neuf.setBuddy(self.neuf)
        self.titre_report.setBuddy(self.report)
        self.titre_etalement.setBuddy(self.etalement)
        self.titre_terme_connu.setBuddy(self.terme_connu)
        self.titre_reconduction_annees.setBuddy(self.reconduction_annees)
        self.titre_denonciation_mois.setBuddy(self.denonciation_mois)
        self.titre_alerte_mois.setBuddy(self.alerte_mois)
        self.titre_rythme.setBuddy(self.rythme)
        self.titre_point_jours.setBuddy(self.point_jours)
        self.titre_transmise_connue.setBuddy(self.transmise_connue)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.rubriques, self.categorie)
        QWidget.setTabOrder(self.categorie, self.nom)
        QWidget.setTabOrder(self.nom, self.reference)
        QWidget.setTabOrder(self.reference, self.signee)
        QWidget.setTabOrder(self.signee, self.signature)
        QWidget.setTabOrder(self.signature, self.besoins)
        QWidget.setTabOrder(self.besoins, self.service)
        QWidget.setTabOrder(self.service, self.contact)
        QWidget.setTabOrder(self.contact, self.adresse)
        QWidget.setTabOrder(self.adresse, self.courriel)
        QWidget.setTabOrder(self.courriel, self.assiette)
        QWidget.setTabOrder(self.assiette, self.territoire)
        QWidget.setTabOrder(self.territoire, self.parc)
        QWidget.setTabOrder(self.parc, self.taux)
        QWidget.setTabOrder(self.taux, self.debut_connu)
        QWidget.setTabOrder(self.debut_connu, self.debut)
        QWidget.setTabOrder(self.debut, self.fin_connue)
        QWidget.setTabOrder(self.fin_connue, self.fin)
        QWidget.setTabOrder(self.fin, self.garantie_emprunt)
        QWidget.setTabOrder(self.garantie_emprunt, self.rotation_connue)
        QWidget.setTabOrder(self.rotation_connue, self.rotation)
        QWidget.setTabOrder(self.rotation, self.rotation_annees)
        QWidget.setTabOrder(self.rotation_annees, self.parts)
        QWidget.setTabOrder(self.parts, self.ajouter_part)
        QWidget.setTabOrder(self.ajouter_part, self.retirer_part)
        QWidget.setTabOrder(self.retirer_part, self.part_zone)
        QWidget.setTabOrder(self.part_zone, self.avenants)
        QWidget.setTabOrder(self.avenants, self.publics)
        QWidget.setTabOrder(self.publics, self.cibles)
        QWidget.setTabOrder(self.cibles, self.ajouter_cible)
        QWidget.setTabOrder(self.ajouter_cible, self.retirer_cible)
        QWidget.setTabOrder(self.retirer_cible, self.signalement_jours)
        QWidget.setTabOrder(self.signalement_jours, self.signalement_contenu)
        QWidget.setTabOrder(self.signalement_contenu, self.mode_gestion)
        QWidget.setTabOrder(self.mode_gestion, self.delai_jours)
        QWidget.setTabOrder(self.delai_jours, self.unite_delai)
        QWidget.setTabOrder(self.unite_delai, self.zone_tendue)
        QWidget.setTabOrder(self.zone_tendue, self.candidats)
        QWidget.setTabOrder(self.candidats, self.mode_offre)
        QWidget.setTabOrder(self.mode_offre, self.suite_carence)
        QWidget.setTabOrder(self.suite_carence, self.reprise)
        QWidget.setTabOrder(self.reprise, self.zone_deleguee)
        QWidget.setTabOrder(self.zone_deleguee, self.dossiers)
        QWidget.setTabOrder(self.dossiers, self.information_cal)
        QWidget.setTabOrder(self.information_cal, self.candidats_nouveaux_jours)
        QWidget.setTabOrder(self.candidats_nouveaux_jours, self.baux)
        QWidget.setTabOrder(self.baux, self.evenement)
        QWidget.setTabOrder(self.evenement, self.refus)
        QWidget.setTabOrder(self.refus, self.carence)
        QWidget.setTabOrder(self.carence, self.refus_candidat)
        QWidget.setTabOrder(self.refus_candidat, self.refus_cal)
        QWidget.setTabOrder(self.refus_cal, self.retrait)
        QWidget.setTabOrder(self.retrait, self.neuf)
        QWidget.setTabOrder(self.neuf, self.report)
        QWidget.setTabOrder(self.report, self.plafonne)
        QWidget.setTabOrder(self.plafonne, self.plafond_report)
        QWidget.setTabOrder(self.plafond_report, self.etalement)
        QWidget.setTabOrder(self.etalement, self.etaler)
        QWidget.setTabOrder(self.etaler, self.terme_connu)
        QWidget.setTabOrder(self.terme_connu, self.terme)
        QWidget.setTabOrder(self.terme, self.tacite)
        QWidget.setTabOrder(self.tacite, self.reconduction_annees)
        QWidget.setTabOrder(self.reconduction_annees, self.denonciation_mois)
        QWidget.setTabOrder(self.denonciation_mois, self.alerte_mois)
        QWidget.setTabOrder(self.alerte_mois, self.rythme)
        QWidget.setTabOrder(self.rythme, self.point_jours)
        QWidget.setTabOrder(self.point_jours, self.transmise_connue)
        QWidget.setTabOrder(self.transmise_connue, self.transmise)
        QWidget.setTabOrder(self.transmise, self.suivi)
        QWidget.setTabOrder(self.suivi, self.preregler)
        QWidget.setTabOrder(self.preregler, self.zone_controles)
        QWidget.setTabOrder(self.zone_controles, self.boutons)

        self.retranslateUi(SaisieConvention)

        QMetaObject.connectSlotsByName(SaisieConvention)
    # setupUi

    def retranslateUi(self, SaisieConvention):
        SaisieConvention.setWindowTitle(QCoreApplication.translate("SaisieConvention", u"Convention de r\u00e9servation", None))
        self.usage.setProperty(u"role", QCoreApplication.translate("SaisieConvention", u"doux", None))
        self.preregler.setText(QCoreApplication.translate("SaisieConvention", u"&Pr\u00e9r\u00e9glages\u2026", None))
#if QT_CONFIG(accessibility)
        self.rubriques.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"Rubriques de la convention", None))
#endif // QT_CONFIG(accessibility)
        self.groupe_reservataire.setTitle(QCoreApplication.translate("SaisieConvention", u"Qui propose les candidats", None))
        self.titre_categorie.setText(QCoreApplication.translate("SaisieConvention", u"Cat\u00e9gorie", None))
#if QT_CONFIG(accessibility)
        self.categorie.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"Cat\u00e9gorie de r\u00e9servataire", None))
#endif // QT_CONFIG(accessibility)
        self.titre_nom.setText(QCoreApplication.translate("SaisieConvention", u"Nom", None))
#if QT_CONFIG(accessibility)
        self.nom.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"Nom du r\u00e9servataire", None))
#endif // QT_CONFIG(accessibility)
        self.titre_reference.setText(QCoreApplication.translate("SaisieConvention", u"R\u00e9f\u00e9rence", None))
#if QT_CONFIG(accessibility)
        self.reference.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"R\u00e9f\u00e9rence de la convention", None))
#endif // QT_CONFIG(accessibility)
        self.reference.setPlaceholderText(QCoreApplication.translate("SaisieConvention", u"facultative", None))
        self.signee.setText(QCoreApplication.translate("SaisieConvention", u"Sign\u00e9e le", None))
#if QT_CONFIG(accessibility)
        self.signature.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"Date de signature", None))
#endif // QT_CONFIG(accessibility)
        self.signature.setDisplayFormat(QCoreApplication.translate("SaisieConvention", u"dd/MM/yyyy", None))
        self.groupe_besoins.setTitle(QCoreApplication.translate("SaisieConvention", u"Ce qu\u2019il recherche", None))
#if QT_CONFIG(accessibility)
        self.besoins.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"Ce que le r\u00e9servataire recherche", None))
#endif // QT_CONFIG(accessibility)
        self.besoins.setPlaceholderText(QCoreApplication.translate("SaisieConvention", u"Types, communes, m\u00e9nages demand\u00e9s\u00a0: rappel\u00e9 \u00e0 l\u2019orientation", None))
        self.groupe_adresse.setTitle(QCoreApplication.translate("SaisieConvention", u"O\u00f9 vont ses lettres", None))
        self.titre_service.setText(QCoreApplication.translate("SaisieConvention", u"Service", None))
#if QT_CONFIG(accessibility)
        self.service.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"Service", None))
#endif // QT_CONFIG(accessibility)
        self.service.setPlaceholderText(QCoreApplication.translate("SaisieConvention", u"facultatif", None))
        self.titre_contact.setText(QCoreApplication.translate("SaisieConvention", u"Contact", None))
#if QT_CONFIG(accessibility)
        self.contact.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"Contact", None))
#endif // QT_CONFIG(accessibility)
        self.contact.setPlaceholderText(QCoreApplication.translate("SaisieConvention", u"facultatif", None))
        self.titre_adresse.setText(QCoreApplication.translate("SaisieConvention", u"Adresse", None))
#if QT_CONFIG(accessibility)
        self.adresse.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"Adresse postale", None))
#endif // QT_CONFIG(accessibility)
        self.titre_courriel.setText(QCoreApplication.translate("SaisieConvention", u"Courriel", None))
#if QT_CONFIG(accessibility)
        self.courriel.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"Courriel", None))
#endif // QT_CONFIG(accessibility)
        self.courriel.setPlaceholderText(QCoreApplication.translate("SaisieConvention", u"facultatif", None))
        self.groupe_patrimoine.setTitle(QCoreApplication.translate("SaisieConvention", u"Territoire", None))
        self.titre_assiette.setText(QCoreApplication.translate("SaisieConvention", u"Le taux porte sur", None))
        self.titre_territoire.setText(QCoreApplication.translate("SaisieConvention", u"Servi dans", None))
        self.groupe_parc.setTitle(QCoreApplication.translate("SaisieConvention", u"Patrimoine concern\u00e9, dans les mots de la convention", None))
#if QT_CONFIG(accessibility)
        self.parc.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"Patrimoine concern\u00e9", None))
#endif // QT_CONFIG(accessibility)
        self.parc.setPlaceholderText(QCoreApplication.translate("SaisieConvention", u"Programmes vis\u00e9s, logements exclus\u2026", None))
        self.groupe_taux.setTitle(QCoreApplication.translate("SaisieConvention", u"Taux du flux", None))
        self.titre_taux.setText(QCoreApplication.translate("SaisieConvention", u"Taux", None))
#if QT_CONFIG(accessibility)
        self.taux.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"Taux du flux en pour cent", None))
#endif // QT_CONFIG(accessibility)
        self.taux.setSuffix(QCoreApplication.translate("SaisieConvention", u" %", None))
        self.titre_debut_connu.setText(QCoreApplication.translate("SaisieConvention", u"\u00c0 compter du", None))
        self.debut_connu.setText("")
#if QT_CONFIG(accessibility)
        self.debut_connu.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"Le taux commence \u00e0 une date pr\u00e9cise", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.debut.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"Date de d\u00e9but du taux", None))
#endif // QT_CONFIG(accessibility)
        self.debut.setDisplayFormat(QCoreApplication.translate("SaisieConvention", u"dd/MM/yyyy", None))
        self.titre_fin_connue.setText(QCoreApplication.translate("SaisieConvention", u"Jusqu\u2019au", None))
        self.fin_connue.setText("")
#if QT_CONFIG(accessibility)
        self.fin_connue.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"Le taux s\u2019arr\u00eate \u00e0 une date pr\u00e9cise", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.fin.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"Date de fin du taux", None))
#endif // QT_CONFIG(accessibility)
        self.fin.setDisplayFormat(QCoreApplication.translate("SaisieConvention", u"dd/MM/yyyy", None))
        self.garantie_emprunt.setText(QCoreApplication.translate("SaisieConvention", u"En contrepartie de garanties d\u2019emprunt", None))
        self.plafonds.setProperty(u"role", QCoreApplication.translate("SaisieConvention", u"doux", None))
        self.plafonds.setText("")
        self.groupe_rotation.setTitle(QCoreApplication.translate("SaisieConvention", u"Rotation retenue", None))
        self.titre_rotation_connue.setText(QCoreApplication.translate("SaisieConvention", u"Taux annuel", None))
        self.rotation_connue.setText("")
#if QT_CONFIG(accessibility)
        self.rotation_connue.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"La convention retient un taux de rotation", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.rotation.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"Taux de rotation en pour cent par an", None))
#endif // QT_CONFIG(accessibility)
        self.rotation.setSuffix(QCoreApplication.translate("SaisieConvention", u"\u00a0%", None))
        self.titre_rotation_annees.setText(QCoreApplication.translate("SaisieConvention", u"Moyenne de", None))
#if QT_CONFIG(accessibility)
        self.rotation_annees.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"Ann\u00e9es de la moyenne de rotation", None))
#endif // QT_CONFIG(accessibility)
        self.groupe_parts.setTitle(QCoreApplication.translate("SaisieConvention", u"Sous-contingents", None))
#if QT_CONFIG(accessibility)
        self.parts.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"Sous-contingents", None))
#endif // QT_CONFIG(accessibility)
        self.ajouter_part.setText(QCoreApplication.translate("SaisieConvention", u"Ajouter un sous-contingent", None))
        self.retirer_part.setText(QCoreApplication.translate("SaisieConvention", u"Retirer", None))
#if QT_CONFIG(accessibility)
        self.retirer_part.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"Retirer le sous-contingent", None))
#endif // QT_CONFIG(accessibility)
        self.titre_part_zone.setText(QCoreApplication.translate("SaisieConvention", u"Exerc\u00e9 sur", None))
        self.titre_avenants.setText(QCoreApplication.translate("SaisieConvention", u"Avenants", None))
        self.titre_avenants.setProperty(u"role", QCoreApplication.translate("SaisieConvention", u"fort", None))
#if QT_CONFIG(accessibility)
        self.avenants.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"Avenants de la convention", None))
#endif // QT_CONFIG(accessibility)
        self.groupe_publics.setTitle(QCoreApplication.translate("SaisieConvention", u"Publics vis\u00e9s, un par ligne", None))
#if QT_CONFIG(accessibility)
        self.publics.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"Publics vis\u00e9s, un par ligne", None))
#endif // QT_CONFIG(accessibility)
        self.publics.setPlaceholderText(QCoreApplication.translate("SaisieConvention", u"Travailleurs cl\u00e9s, salari\u00e9s, prioritaires\u2026", None))
        self.groupe_cibles.setTitle(QCoreApplication.translate("SaisieConvention", u"Cibles de mixit\u00e9", None))
#if QT_CONFIG(accessibility)
        self.cibles.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"Cibles de mixit\u00e9", None))
#endif // QT_CONFIG(accessibility)
        self.ajouter_cible.setText(QCoreApplication.translate("SaisieConvention", u"Ajouter une cible", None))
        self.retirer_cible.setText(QCoreApplication.translate("SaisieConvention", u"Retirer", None))
#if QT_CONFIG(accessibility)
        self.retirer_cible.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"Retirer la cible", None))
#endif // QT_CONFIG(accessibility)
        self.cibles_expliquees.setProperty(u"role", QCoreApplication.translate("SaisieConvention", u"doux", None))
        self.cibles_expliquees.setText("")
        self.groupe_signalement.setTitle(QCoreApplication.translate("SaisieConvention", u"Signalement d\u2019un logement", None))
        self.titre_signalement_jours.setText(QCoreApplication.translate("SaisieConvention", u"D\u00e9lai apr\u00e8s le cong\u00e9", None))
#if QT_CONFIG(accessibility)
        self.signalement_jours.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"D\u00e9lai de signalement en jours", None))
#endif // QT_CONFIG(accessibility)
        self.signalement_jours.setSpecialValueText(QCoreApplication.translate("SaisieConvention", u"non pr\u00e9cis\u00e9", None))
        self.signalement_jours.setSuffix(QCoreApplication.translate("SaisieConvention", u"\u00a0jours", None))
        self.groupe_contenu.setTitle(QCoreApplication.translate("SaisieConvention", u"Contenu du signalement", None))
#if QT_CONFIG(accessibility)
        self.signalement_contenu.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"Contenu du signalement", None))
#endif // QT_CONFIG(accessibility)
        self.signalement_contenu.setPlaceholderText(QCoreApplication.translate("SaisieConvention", u"Adresse, type, loyer, financement, date de disponibilit\u00e9\u2026", None))
        self.groupe_delais.setTitle(QCoreApplication.translate("SaisieConvention", u"Candidats et offres", None))
        self.titre_mode_gestion.setText(QCoreApplication.translate("SaisieConvention", u"Gestion", None))
#if QT_CONFIG(accessibility)
        self.mode_gestion.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"Mode de gestion", None))
#endif // QT_CONFIG(accessibility)
        self.titre_delai_jours.setText(QCoreApplication.translate("SaisieConvention", u"D\u00e9lai de r\u00e9ponse", None))
#if QT_CONFIG(accessibility)
        self.delai_jours.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"D\u00e9lai de r\u00e9ponse en jours", None))
#endif // QT_CONFIG(accessibility)
        self.delai_jours.setSuffix(QCoreApplication.translate("SaisieConvention", u" jours", None))
        self.zone_tendue.setText(QCoreApplication.translate("SaisieConvention", u"Zone tendue : un mois au plus (CCH, art. L441-1)", None))
        self.titre_candidats.setText(QCoreApplication.translate("SaisieConvention", u"Candidats attendus", None))
#if QT_CONFIG(accessibility)
        self.candidats.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"Nombre de candidats attendus", None))
#endif // QT_CONFIG(accessibility)
        self.candidats.setSuffix("")
        self.titre_mode_offre.setText(QCoreApplication.translate("SaisieConvention", u"Logement propos\u00e9", None))
#if QT_CONFIG(accessibility)
        self.mode_offre.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"\u00c0 qui un logement est propos\u00e9", None))
#endif // QT_CONFIG(accessibility)
        self.mode_offre_explique.setProperty(u"role", QCoreApplication.translate("SaisieConvention", u"doux", None))
        self.mode_offre_explique.setText("")
        self.titre_unite_delai.setText(QCoreApplication.translate("SaisieConvention", u"Compt\u00e9 en", None))
#if QT_CONFIG(accessibility)
        self.unite_delai.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"Unit\u00e9 du d\u00e9lai", None))
#endif // QT_CONFIG(accessibility)
        self.groupe_carence.setTitle(QCoreApplication.translate("SaisieConvention", u"Sans candidat \u00e0 l\u2019\u00e9ch\u00e9ance", None))
        self.titre_suite_carence.setText(QCoreApplication.translate("SaisieConvention", u"Suite pr\u00e9vue", None))
#if QT_CONFIG(accessibility)
        self.suite_carence.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"Suite pr\u00e9vue sans candidat", None))
#endif // QT_CONFIG(accessibility)
        self.suite_explique.setProperty(u"role", QCoreApplication.translate("SaisieConvention", u"doux", None))
        self.suite_explique.setText("")
        self.titre_reprise.setText(QCoreApplication.translate("SaisieConvention", u"Cas de reprise", None))
#if QT_CONFIG(accessibility)
        self.reprise.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"Cas de reprise pour un tour", None))
#endif // QT_CONFIG(accessibility)
        self.reprise.setPlaceholderText(QCoreApplication.translate("SaisieConvention", u"Quand, et ce qui est dit au r\u00e9servataire", None))
        self.groupe_zone_deleguee.setTitle(QCoreApplication.translate("SaisieConvention", u"Gestion d\u00e9l\u00e9gu\u00e9e sur une partie du territoire", None))
        self.groupe_dossiers.setTitle(QCoreApplication.translate("SaisieConvention", u"Constitution des dossiers", None))
#if QT_CONFIG(accessibility)
        self.dossiers.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"Constitution des dossiers", None))
#endif // QT_CONFIG(accessibility)
        self.dossiers.setPlaceholderText(QCoreApplication.translate("SaisieConvention", u"Pi\u00e8ces, qui les r\u00e9unit, d\u00e9lai pour compl\u00e9ter\u2026", None))
        self.groupe_cal.setTitle(QCoreApplication.translate("SaisieConvention", u"Information sur les d\u00e9cisions de la commission", None))
#if QT_CONFIG(accessibility)
        self.information_cal.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"Information sur les d\u00e9cisions de la commission", None))
#endif // QT_CONFIG(accessibility)
        self.information_cal.setPlaceholderText(QCoreApplication.translate("SaisieConvention", u"D\u00e9lai, forme, motifs communiqu\u00e9s\u2026", None))
        self.groupe_nouveaux.setTitle(QCoreApplication.translate("SaisieConvention", u"Quand la commission n\u2019attribue pas", None))
        self.titre_candidats_nouveaux_jours.setText(QCoreApplication.translate("SaisieConvention", u"Nouveaux candidats sous", None))
#if QT_CONFIG(accessibility)
        self.candidats_nouveaux_jours.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"D\u00e9lai pour de nouveaux candidats en jours", None))
#endif // QT_CONFIG(accessibility)
        self.candidats_nouveaux_jours.setSpecialValueText(QCoreApplication.translate("SaisieConvention", u"non pr\u00e9cis\u00e9", None))
        self.candidats_nouveaux_jours.setSuffix(QCoreApplication.translate("SaisieConvention", u"\u00a0jours", None))
        self.groupe_baux.setTitle(QCoreApplication.translate("SaisieConvention", u"Information sur les baux sign\u00e9s et les refus", None))
#if QT_CONFIG(accessibility)
        self.baux.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"Information sur les baux sign\u00e9s et les refus des candidats", None))
#endif // QT_CONFIG(accessibility)
        self.groupe_decompte.setTitle(QCoreApplication.translate("SaisieConvention", u"D\u00e9compte du droit", None))
        self.titre_evenement.setText(QCoreApplication.translate("SaisieConvention", u"Consomm\u00e9 par", None))
#if QT_CONFIG(accessibility)
        self.evenement.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"\u00c9v\u00e9nement qui consomme le droit", None))
#endif // QT_CONFIG(accessibility)
        self.evenement_explique.setProperty(u"role", QCoreApplication.translate("SaisieConvention", u"doux", None))
        self.evenement_explique.setText("")
        self.titre_refus.setText(QCoreApplication.translate("SaisieConvention", u"Refus du r\u00e9servataire", None))
#if QT_CONFIG(accessibility)
        self.refus.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"Effet d\u2019un refus", None))
#endif // QT_CONFIG(accessibility)
        self.refus_explique.setProperty(u"role", QCoreApplication.translate("SaisieConvention", u"doux", None))
        self.refus_explique.setText("")
        self.titre_carence.setText(QCoreApplication.translate("SaisieConvention", u"Aucun candidat", None))
#if QT_CONFIG(accessibility)
        self.carence.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"Effet d\u2019une absence de candidat dans le d\u00e9lai", None))
#endif // QT_CONFIG(accessibility)
        self.carence_explique.setProperty(u"role", QCoreApplication.translate("SaisieConvention", u"doux", None))
        self.carence_explique.setText("")
        self.groupe_echecs.setTitle(QCoreApplication.translate("SaisieConvention", u"Effet d\u2019un \u00e9chec, selon sa cause", None))
        self.titre_refus_candidat.setText(QCoreApplication.translate("SaisieConvention", u"Refus du candidat", None))
#if QT_CONFIG(accessibility)
        self.refus_candidat.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"Effet\u00a0: refus du candidat", None))
#endif // QT_CONFIG(accessibility)
        self.refus_candidat_explique.setProperty(u"role", QCoreApplication.translate("SaisieConvention", u"doux", None))
        self.refus_candidat_explique.setText("")
        self.titre_refus_cal.setText(QCoreApplication.translate("SaisieConvention", u"D\u00e9cision de la CAL", None))
#if QT_CONFIG(accessibility)
        self.refus_cal.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"Effet\u00a0: d\u00e9cision de la cal", None))
#endif // QT_CONFIG(accessibility)
        self.refus_cal_explique.setProperty(u"role", QCoreApplication.translate("SaisieConvention", u"doux", None))
        self.refus_cal_explique.setText("")
        self.titre_retrait.setText(QCoreApplication.translate("SaisieConvention", u"Retrait par le bailleur", None))
#if QT_CONFIG(accessibility)
        self.retrait.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"Effet\u00a0: retrait par le bailleur", None))
#endif // QT_CONFIG(accessibility)
        self.retrait_explique.setProperty(u"role", QCoreApplication.translate("SaisieConvention", u"doux", None))
        self.retrait_explique.setText("")
        self.groupe_neuf.setTitle(QCoreApplication.translate("SaisieConvention", u"Logements neufs", None))
        self.titre_neuf.setText(QCoreApplication.translate("SaisieConvention", u"Premi\u00e8re location", None))
#if QT_CONFIG(accessibility)
        self.neuf.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"D\u00e9compte de la premi\u00e8re location du neuf", None))
#endif // QT_CONFIG(accessibility)
        self.neuf_explique.setProperty(u"role", QCoreApplication.translate("SaisieConvention", u"doux", None))
        self.neuf_explique.setText("")
        self.groupe_report.setTitle(QCoreApplication.translate("SaisieConvention", u"Solde d\u2019ouverture", None))
        self.titre_report.setText(QCoreApplication.translate("SaisieConvention", u"Solde d\u2019ouverture", None))
#if QT_CONFIG(accessibility)
        self.report.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"Solde d\u2019ouverture en logements", None))
#endif // QT_CONFIG(accessibility)
        self.report.setSuffix(QCoreApplication.translate("SaisieConvention", u" logements", None))
        self.plafonne.setText(QCoreApplication.translate("SaisieConvention", u"Plafonn\u00e9 \u00e0", None))
#if QT_CONFIG(accessibility)
        self.plafond_report.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"Plafond du report en logements", None))
#endif // QT_CONFIG(accessibility)
        self.plafond_report.setSuffix(QCoreApplication.translate("SaisieConvention", u" logements", None))
        self.titre_etalement.setText(QCoreApplication.translate("SaisieConvention", u"\u00c9tal\u00e9 sur", None))
#if QT_CONFIG(accessibility)
        self.etalement.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"Logements du flux sur lesquels le report est \u00e9tal\u00e9", None))
#endif // QT_CONFIG(accessibility)
        self.etalement.setSuffix(QCoreApplication.translate("SaisieConvention", u" lib\u00e9rations", None))
        self.etaler.setText(QCoreApplication.translate("SaisieConvention", u"\u00c9taler sur un an", None))
        self.report_explique.setProperty(u"role", QCoreApplication.translate("SaisieConvention", u"doux", None))
        self.report_explique.setText("")
        self.groupe_duree.setTitle(QCoreApplication.translate("SaisieConvention", u"Dur\u00e9e", None))
        self.titre_terme_connu.setText(QCoreApplication.translate("SaisieConvention", u"Fin de la convention", None))
        self.terme_connu.setText("")
#if QT_CONFIG(accessibility)
        self.terme_connu.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"La convention a une date de fin", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.terme.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"Date de fin de la convention", None))
#endif // QT_CONFIG(accessibility)
        self.terme.setDisplayFormat(QCoreApplication.translate("SaisieConvention", u"dd/MM/yyyy", None))
        self.tacite.setText(QCoreApplication.translate("SaisieConvention", u"Reconduction tacite", None))
        self.titre_reconduction_annees.setText(QCoreApplication.translate("SaisieConvention", u"Pour", None))
#if QT_CONFIG(accessibility)
        self.reconduction_annees.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"Dur\u00e9e de chaque reconduction en ann\u00e9es", None))
#endif // QT_CONFIG(accessibility)
        self.titre_denonciation_mois.setText(QCoreApplication.translate("SaisieConvention", u"Pr\u00e9avis pour d\u00e9noncer", None))
#if QT_CONFIG(accessibility)
        self.denonciation_mois.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"Pr\u00e9avis de d\u00e9nonciation en mois", None))
#endif // QT_CONFIG(accessibility)
        self.denonciation_mois.setSpecialValueText(QCoreApplication.translate("SaisieConvention", u"non pr\u00e9cis\u00e9", None))
        self.denonciation_mois.setSuffix(QCoreApplication.translate("SaisieConvention", u"\u00a0mois", None))
        self.titre_alerte_mois.setText(QCoreApplication.translate("SaisieConvention", u"M\u2019avertir", None))
#if QT_CONFIG(accessibility)
        self.alerte_mois.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"Avertir tant de mois avant", None))
#endif // QT_CONFIG(accessibility)
        self.alerte_mois.setSuffix(QCoreApplication.translate("SaisieConvention", u"\u00a0mois avant", None))
        self.duree_dite.setProperty(u"role", QCoreApplication.translate("SaisieConvention", u"doux", None))
        self.duree_dite.setText("")
        self.groupe_suivi.setTitle(QCoreApplication.translate("SaisieConvention", u"Suivi et \u00e9valuation", None))
        self.titre_rythme.setText(QCoreApplication.translate("SaisieConvention", u"Bilans", None))
#if QT_CONFIG(accessibility)
        self.rythme.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"Rythme des bilans", None))
#endif // QT_CONFIG(accessibility)
        self.rythme_explique.setProperty(u"role", QCoreApplication.translate("SaisieConvention", u"doux", None))
        self.rythme_explique.setText("")
        self.titre_point_jours.setText(QCoreApplication.translate("SaisieConvention", u"Point \u00e0 donner sous", None))
#if QT_CONFIG(tooltip)
        self.point_jours.setToolTip(QCoreApplication.translate("SaisieConvention", u"D\u00e9lai apr\u00e8s la fin du trimestre, du semestre ou du mois. Aucun texte ne le fixe : sans clause, FluxDesk propose le mois qui suit, d\u2019usage, \u00e0 v\u00e9rifier dans votre convention.", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.point_jours.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"D\u00e9lai des points interm\u00e9diaires en jours", None))
#endif // QT_CONFIG(accessibility)
        self.point_jours.setSpecialValueText(QCoreApplication.translate("SaisieConvention", u"un mois (usage)", None))
        self.point_jours.setSuffix(QCoreApplication.translate("SaisieConvention", u"\u00a0jours", None))
        self.titre_transmise_connue.setText(QCoreApplication.translate("SaisieConvention", u"Transmise au pr\u00e9fet le", None))
        self.transmise_connue.setText("")
#if QT_CONFIG(accessibility)
        self.transmise_connue.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"La convention a \u00e9t\u00e9 transmise au pr\u00e9fet", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.transmise.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"Date de transmission au pr\u00e9fet", None))
#endif // QT_CONFIG(accessibility)
        self.transmise.setDisplayFormat(QCoreApplication.translate("SaisieConvention", u"dd/MM/yyyy", None))
        self.groupe_evaluation.setTitle(QCoreApplication.translate("SaisieConvention", u"Comit\u00e9 de suivi, \u00e9valuation", None))
#if QT_CONFIG(accessibility)
        self.suivi.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"Comit\u00e9 de suivi et \u00e9valuation", None))
#endif // QT_CONFIG(accessibility)
        self.suivi.setPlaceholderText(QCoreApplication.translate("SaisieConvention", u"R\u00e9unions, indicateurs, qui y participe\u2026", None))
#if QT_CONFIG(accessibility)
        self.zone_controles.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"Contr\u00f4les de la convention, d\u00e9filants", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.controles.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"Contr\u00f4les de la convention", None))
#endif // QT_CONFIG(accessibility)
    # retranslateUi

