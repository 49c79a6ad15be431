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
    QPlainTextEdit, QPushButton, QScrollArea, QSizePolicy,
    QSpacerItem, QSpinBox, QTabWidget, QVBoxLayout,
    QWidget)

from fluxdesk.ui.widgets.alertes import ListeAlertes
from fluxdesk.ui.widgets.champ_zone import ChampZone
from fluxdesk.ui.widgets.table_formulaire import TableFormulaire

class Ui_SaisieConvention(object):
    def setupUi(self, SaisieConvention):
        if not SaisieConvention.objectName():
            SaisieConvention.setObjectName(u"SaisieConvention")
        SaisieConvention.resize(1080, 640)
        self.cadre = QVBoxLayout(SaisieConvention)
        self.cadre.setSpacing(10)
        self.cadre.setObjectName(u"cadre")
        self.cadre.setContentsMargins(24, 16, 24, 16)
        self.usage = QLabel(SaisieConvention)
        self.usage.setObjectName(u"usage")
        self.usage.setWordWrap(True)

        self.cadre.addWidget(self.usage)

        self.onglets = QTabWidget(SaisieConvention)
        self.onglets.setObjectName(u"onglets")
        self.page_reservataire = QWidget()
        self.page_reservataire.setObjectName(u"page_reservataire")
        self.page_reservataire_colonnes = QHBoxLayout(self.page_reservataire)
        self.page_reservataire_colonnes.setSpacing(32)
        self.page_reservataire_colonnes.setObjectName(u"page_reservataire_colonnes")
        self.page_reservataire_colonnes.setContentsMargins(16, 12, 16, 8)
        self.page_reservataire_gauche = QVBoxLayout()
        self.page_reservataire_gauche.setSpacing(12)
        self.page_reservataire_gauche.setObjectName(u"page_reservataire_gauche")
        self.page_reservataire_gauche.setContentsMargins(0, 0, 0, 0)
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


        self.page_reservataire_gauche.addWidget(self.groupe_reservataire)

        self.page_reservataire_bas_gauche = QSpacerItem(8, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.page_reservataire_gauche.addItem(self.page_reservataire_bas_gauche)


        self.page_reservataire_colonnes.addLayout(self.page_reservataire_gauche)

        self.page_reservataire_droite = QVBoxLayout()
        self.page_reservataire_droite.setSpacing(12)
        self.page_reservataire_droite.setObjectName(u"page_reservataire_droite")
        self.page_reservataire_droite.setContentsMargins(0, 0, 0, 0)
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


        self.page_reservataire_droite.addWidget(self.groupe_adresse)

        self.page_reservataire_bas_droite = QSpacerItem(8, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.page_reservataire_droite.addItem(self.page_reservataire_bas_droite)


        self.page_reservataire_colonnes.addLayout(self.page_reservataire_droite)

        self.page_reservataire_colonnes.setStretch(0, 1)
        self.page_reservataire_colonnes.setStretch(1, 1)
        self.onglets.addTab(self.page_reservataire, "")
        self.page_taux = QWidget()
        self.page_taux.setObjectName(u"page_taux")
        self.page_taux_colonnes = QHBoxLayout(self.page_taux)
        self.page_taux_colonnes.setSpacing(32)
        self.page_taux_colonnes.setObjectName(u"page_taux_colonnes")
        self.page_taux_colonnes.setContentsMargins(16, 12, 16, 8)
        self.page_taux_gauche = QVBoxLayout()
        self.page_taux_gauche.setSpacing(12)
        self.page_taux_gauche.setObjectName(u"page_taux_gauche")
        self.page_taux_gauche.setContentsMargins(0, 0, 0, 0)
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


        self.page_taux_gauche.addWidget(self.groupe_taux)

        self.garantie_emprunt = QCheckBox(self.page_taux)
        self.garantie_emprunt.setObjectName(u"garantie_emprunt")

        self.page_taux_gauche.addWidget(self.garantie_emprunt)

        self.plafonds = QLabel(self.page_taux)
        self.plafonds.setObjectName(u"plafonds")
        self.plafonds.setWordWrap(True)

        self.page_taux_gauche.addWidget(self.plafonds)

        self.titre_avenants = QLabel(self.page_taux)
        self.titre_avenants.setObjectName(u"titre_avenants")

        self.page_taux_gauche.addWidget(self.titre_avenants)

        self.avenants = QListView(self.page_taux)
        self.avenants.setObjectName(u"avenants")
        self.avenants.setSpacing(3)
        self.avenants.setWordWrap(True)
        self.avenants.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.avenants.setResizeMode(QListView.ResizeMode.Adjust)
        self.avenants.setMaximumSize(QSize(16777215, 72))

        self.page_taux_gauche.addWidget(self.avenants)

        self.page_taux_bas_gauche = QSpacerItem(8, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.page_taux_gauche.addItem(self.page_taux_bas_gauche)


        self.page_taux_colonnes.addLayout(self.page_taux_gauche)

        self.page_taux_droite = QVBoxLayout()
        self.page_taux_droite.setSpacing(12)
        self.page_taux_droite.setObjectName(u"page_taux_droite")
        self.page_taux_droite.setContentsMargins(0, 0, 0, 0)
        self.groupe_patrimoine = QGroupBox(self.page_taux)
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


        self.page_taux_droite.addWidget(self.groupe_patrimoine)

        self.page_taux_bas_droite = QSpacerItem(8, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.page_taux_droite.addItem(self.page_taux_bas_droite)


        self.page_taux_colonnes.addLayout(self.page_taux_droite)

        self.page_taux_colonnes.setStretch(0, 1)
        self.page_taux_colonnes.setStretch(1, 1)
        self.onglets.addTab(self.page_taux, "")
        self.page_parts = QWidget()
        self.page_parts.setObjectName(u"page_parts")
        self.page_parts_colonnes = QHBoxLayout(self.page_parts)
        self.page_parts_colonnes.setSpacing(32)
        self.page_parts_colonnes.setObjectName(u"page_parts_colonnes")
        self.page_parts_colonnes.setContentsMargins(16, 12, 16, 8)
        self.page_parts_gauche = QVBoxLayout()
        self.page_parts_gauche.setSpacing(12)
        self.page_parts_gauche.setObjectName(u"page_parts_gauche")
        self.page_parts_gauche.setContentsMargins(0, 0, 0, 0)
        self.groupe_parts = QGroupBox(self.page_parts)
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


        self.page_parts_gauche.addWidget(self.groupe_parts)

        self.page_parts_bas_gauche = QSpacerItem(8, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.page_parts_gauche.addItem(self.page_parts_bas_gauche)


        self.page_parts_colonnes.addLayout(self.page_parts_gauche)

        self.page_parts_droite = QVBoxLayout()
        self.page_parts_droite.setSpacing(12)
        self.page_parts_droite.setObjectName(u"page_parts_droite")
        self.page_parts_droite.setContentsMargins(0, 0, 0, 0)
        self.groupe_cibles = QGroupBox(self.page_parts)
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


        self.page_parts_droite.addWidget(self.groupe_cibles)

        self.page_parts_bas_droite = QSpacerItem(8, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.page_parts_droite.addItem(self.page_parts_bas_droite)


        self.page_parts_colonnes.addLayout(self.page_parts_droite)

        self.page_parts_colonnes.setStretch(0, 1)
        self.page_parts_colonnes.setStretch(1, 1)
        self.onglets.addTab(self.page_parts, "")
        self.page_clauses = QWidget()
        self.page_clauses.setObjectName(u"page_clauses")
        self.page_clauses_colonnes = QHBoxLayout(self.page_clauses)
        self.page_clauses_colonnes.setSpacing(32)
        self.page_clauses_colonnes.setObjectName(u"page_clauses_colonnes")
        self.page_clauses_colonnes.setContentsMargins(16, 12, 16, 8)
        self.page_clauses_gauche = QVBoxLayout()
        self.page_clauses_gauche.setSpacing(12)
        self.page_clauses_gauche.setObjectName(u"page_clauses_gauche")
        self.page_clauses_gauche.setContentsMargins(0, 0, 0, 0)
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

        self.delais.setWidget(2, QFormLayout.ItemRole.FieldRole, self.zone_tendue)

        self.titre_candidats = QLabel(self.groupe_delais)
        self.titre_candidats.setObjectName(u"titre_candidats")

        self.delais.setWidget(3, QFormLayout.ItemRole.LabelRole, self.titre_candidats)

        self.candidats = QSpinBox(self.groupe_delais)
        self.candidats.setObjectName(u"candidats")
        self.candidats.setMinimum(1)
        self.candidats.setMaximum(20)

        self.delais.setWidget(3, QFormLayout.ItemRole.FieldRole, self.candidats)

        self.titre_mode_offre = QLabel(self.groupe_delais)
        self.titre_mode_offre.setObjectName(u"titre_mode_offre")

        self.delais.setWidget(4, QFormLayout.ItemRole.LabelRole, self.titre_mode_offre)

        self.mode_offre = QComboBox(self.groupe_delais)
        self.mode_offre.setObjectName(u"mode_offre")

        self.delais.setWidget(4, QFormLayout.ItemRole.FieldRole, self.mode_offre)

        self.mode_offre_explique = QLabel(self.groupe_delais)
        self.mode_offre_explique.setObjectName(u"mode_offre_explique")
        self.mode_offre_explique.setWordWrap(True)

        self.delais.setWidget(5, QFormLayout.ItemRole.FieldRole, self.mode_offre_explique)


        self.page_clauses_gauche.addWidget(self.groupe_delais)

        self.page_clauses_bas_gauche = QSpacerItem(8, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.page_clauses_gauche.addItem(self.page_clauses_bas_gauche)


        self.page_clauses_colonnes.addLayout(self.page_clauses_gauche)

        self.page_clauses_droite = QVBoxLayout()
        self.page_clauses_droite.setSpacing(12)
        self.page_clauses_droite.setObjectName(u"page_clauses_droite")
        self.page_clauses_droite.setContentsMargins(0, 0, 0, 0)
        self.groupe_decompte = QGroupBox(self.page_clauses)
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


        self.page_clauses_droite.addWidget(self.groupe_decompte)

        self.page_clauses_bas_droite = QSpacerItem(8, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.page_clauses_droite.addItem(self.page_clauses_bas_droite)


        self.page_clauses_colonnes.addLayout(self.page_clauses_droite)

        self.page_clauses_colonnes.setStretch(0, 1)
        self.page_clauses_colonnes.setStretch(1, 1)
        self.onglets.addTab(self.page_clauses, "")
        self.page_report = QWidget()
        self.page_report.setObjectName(u"page_report")
        self.page_report_colonnes = QHBoxLayout(self.page_report)
        self.page_report_colonnes.setSpacing(32)
        self.page_report_colonnes.setObjectName(u"page_report_colonnes")
        self.page_report_colonnes.setContentsMargins(16, 12, 16, 8)
        self.page_report_gauche = QVBoxLayout()
        self.page_report_gauche.setSpacing(12)
        self.page_report_gauche.setObjectName(u"page_report_gauche")
        self.page_report_gauche.setContentsMargins(0, 0, 0, 0)
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


        self.page_report_gauche.addWidget(self.groupe_report)

        self.page_report_bas_gauche = QSpacerItem(8, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.page_report_gauche.addItem(self.page_report_bas_gauche)


        self.page_report_colonnes.addLayout(self.page_report_gauche)

        self.page_report_droite = QVBoxLayout()
        self.page_report_droite.setSpacing(12)
        self.page_report_droite.setObjectName(u"page_report_droite")
        self.page_report_droite.setContentsMargins(0, 0, 0, 0)
        self.report_explique = QLabel(self.page_report)
        self.report_explique.setObjectName(u"report_explique")
        self.report_explique.setWordWrap(True)

        self.page_report_droite.addWidget(self.report_explique)

        self.page_report_bas_droite = QSpacerItem(8, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.page_report_droite.addItem(self.page_report_bas_droite)


        self.page_report_colonnes.addLayout(self.page_report_droite)

        self.page_report_colonnes.setStretch(0, 1)
        self.page_report_colonnes.setStretch(1, 1)
        self.onglets.addTab(self.page_report, "")

        self.cadre.addWidget(self.onglets)

        self.zone_controles = QScrollArea(SaisieConvention)
        self.zone_controles.setObjectName(u"zone_controles")
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

        self.zone_controles.setWidget(self.contenu_controles)

        self.cadre.addWidget(self.zone_controles)

        self.boutons = QDialogButtonBox(SaisieConvention)
        self.boutons.setObjectName(u"boutons")
        self.boutons.setStandardButtons(QDialogButtonBox.StandardButton.Cancel|QDialogButtonBox.StandardButton.Ok)

        self.cadre.addWidget(self.boutons)

        self.cadre.setStretch(2, 1)
#if QT_CONFIG(shortcut)
        self.titre_categorie.setBuddy(self.categorie)
        self.titre_nom.setBuddy(self.nom)
        self.titre_reference.setBuddy(self.reference)
        self.titre_service.setBuddy(self.service)
        self.titre_contact.setBuddy(self.contact)
        self.titre_adresse.setBuddy(self.adresse)
        self.titre_courriel.setBuddy(self.courriel)
        self.titre_taux.setBuddy(self.taux)
        self.titre_debut_connu.setBuddy(self.debut_connu)
        self.titre_fin_connue.setBuddy(self.fin_connue)
        self.titre_assiette.setBuddy(self.assiette)
        self.titre_territoire.setBuddy(self.territoire)
        self.titre_part_zone.setBuddy(self.part_zone)
        self.titre_mode_gestion.setBuddy(self.mode_gestion)
        self.titre_delai_jours.setBuddy(self.delai_jours)
        self.titre_candidats.setBuddy(self.candidats)
        self.titre_mode_offre.setBuddy(self.mode_offre)
        self.titre_evenement.setBuddy(self.evenement)
        self.titre_refus.setBuddy(self.refus)
        self.titre_carence.setBuddy(self.carence)
        self.titre_report.setBuddy(self.report)
        self.titre_etalement.setBuddy(self.etalement)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.onglets, self.categorie)
        QWidget.setTabOrder(self.categorie, self.nom)
        QWidget.setTabOrder(self.nom, self.reference)
        QWidget.setTabOrder(self.reference, self.signee)
        QWidget.setTabOrder(self.signee, self.signature)
        QWidget.setTabOrder(self.signature, self.service)
        QWidget.setTabOrder(self.service, self.contact)
        QWidget.setTabOrder(self.contact, self.adresse)
        QWidget.setTabOrder(self.adresse, self.courriel)
        QWidget.setTabOrder(self.courriel, self.taux)
        QWidget.setTabOrder(self.taux, self.debut_connu)
        QWidget.setTabOrder(self.debut_connu, self.debut)
        QWidget.setTabOrder(self.debut, self.fin_connue)
        QWidget.setTabOrder(self.fin_connue, self.fin)
        QWidget.setTabOrder(self.fin, self.garantie_emprunt)
        QWidget.setTabOrder(self.garantie_emprunt, self.avenants)
        QWidget.setTabOrder(self.avenants, self.assiette)
        QWidget.setTabOrder(self.assiette, self.territoire)
        QWidget.setTabOrder(self.territoire, self.parts)
        QWidget.setTabOrder(self.parts, self.ajouter_part)
        QWidget.setTabOrder(self.ajouter_part, self.retirer_part)
        QWidget.setTabOrder(self.retirer_part, self.part_zone)
        QWidget.setTabOrder(self.part_zone, self.cibles)
        QWidget.setTabOrder(self.cibles, self.ajouter_cible)
        QWidget.setTabOrder(self.ajouter_cible, self.retirer_cible)
        QWidget.setTabOrder(self.retirer_cible, self.mode_gestion)
        QWidget.setTabOrder(self.mode_gestion, self.delai_jours)
        QWidget.setTabOrder(self.delai_jours, self.zone_tendue)
        QWidget.setTabOrder(self.zone_tendue, self.candidats)
        QWidget.setTabOrder(self.candidats, self.mode_offre)
        QWidget.setTabOrder(self.mode_offre, self.evenement)
        QWidget.setTabOrder(self.evenement, self.refus)
        QWidget.setTabOrder(self.refus, self.carence)
        QWidget.setTabOrder(self.carence, self.report)
        QWidget.setTabOrder(self.report, self.plafonne)
        QWidget.setTabOrder(self.plafonne, self.plafond_report)
        QWidget.setTabOrder(self.plafond_report, self.etalement)
        QWidget.setTabOrder(self.etalement, self.etaler)
        QWidget.setTabOrder(self.etaler, self.zone_controles)
        QWidget.setTabOrder(self.zone_controles, self.boutons)

        self.retranslateUi(SaisieConvention)

        self.onglets.setCurrentIndex(0)


        QMetaObject.connectSlotsByName(SaisieConvention)
    # setupUi

    def retranslateUi(self, SaisieConvention):
        SaisieConvention.setWindowTitle(QCoreApplication.translate("SaisieConvention", u"Convention de r\u00e9servation", None))
        self.usage.setProperty(u"role", QCoreApplication.translate("SaisieConvention", u"doux", None))
#if QT_CONFIG(accessibility)
        self.onglets.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"Parties de la convention", None))
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
        self.onglets.setTabText(self.onglets.indexOf(self.page_reservataire), QCoreApplication.translate("SaisieConvention", u"&R\u00e9servataire", None))
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
        self.titre_avenants.setText(QCoreApplication.translate("SaisieConvention", u"Avenants", None))
        self.titre_avenants.setProperty(u"role", QCoreApplication.translate("SaisieConvention", u"fort", None))
#if QT_CONFIG(accessibility)
        self.avenants.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"Avenants de la convention", None))
#endif // QT_CONFIG(accessibility)
        self.groupe_patrimoine.setTitle(QCoreApplication.translate("SaisieConvention", u"Territoire", None))
        self.titre_assiette.setText(QCoreApplication.translate("SaisieConvention", u"Le taux porte sur", None))
        self.titre_territoire.setText(QCoreApplication.translate("SaisieConvention", u"Servi dans", None))
        self.onglets.setTabText(self.onglets.indexOf(self.page_taux), QCoreApplication.translate("SaisieConvention", u"&Taux et territoire", None))
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
        self.onglets.setTabText(self.onglets.indexOf(self.page_parts), QCoreApplication.translate("SaisieConvention", u"&Sous-contingents et cibles", None))
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
        self.groupe_decompte.setTitle(QCoreApplication.translate("SaisieConvention", u"D\u00e9compte du droit", None))
        self.titre_evenement.setText(QCoreApplication.translate("SaisieConvention", u"Consomm\u00e9 par", None))
#if QT_CONFIG(accessibility)
        self.evenement.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"\u00c9v\u00e9nement qui consomme le droit", None))
#endif // QT_CONFIG(accessibility)
        self.evenement_explique.setProperty(u"role", QCoreApplication.translate("SaisieConvention", u"doux", None))
        self.evenement_explique.setText("")
        self.titre_refus.setText(QCoreApplication.translate("SaisieConvention", u"Un refus", None))
#if QT_CONFIG(accessibility)
        self.refus.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"Effet d\u2019un refus", None))
#endif // QT_CONFIG(accessibility)
        self.refus_explique.setProperty(u"role", QCoreApplication.translate("SaisieConvention", u"doux", None))
        self.refus_explique.setText("")
        self.titre_carence.setText(QCoreApplication.translate("SaisieConvention", u"Sans candidat", None))
#if QT_CONFIG(accessibility)
        self.carence.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"Effet d\u2019une absence de candidat dans le d\u00e9lai", None))
#endif // QT_CONFIG(accessibility)
        self.carence_explique.setProperty(u"role", QCoreApplication.translate("SaisieConvention", u"doux", None))
        self.carence_explique.setText("")
        self.onglets.setTabText(self.onglets.indexOf(self.page_clauses), QCoreApplication.translate("SaisieConvention", u"&Candidats et d\u00e9compte", None))
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
        self.onglets.setTabText(self.onglets.indexOf(self.page_report), QCoreApplication.translate("SaisieConvention", u"R&eport", None))
#if QT_CONFIG(accessibility)
        self.zone_controles.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"Contr\u00f4les de la convention, d\u00e9filants", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.controles.setAccessibleName(QCoreApplication.translate("SaisieConvention", u"Contr\u00f4les de la convention", None))
#endif // QT_CONFIG(accessibility)
    # retranslateUi

