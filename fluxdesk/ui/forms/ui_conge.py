# -*- coding: utf-8 -*-


from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QAbstractButton, QApplication, QCheckBox, QComboBox,
    QDateEdit, QDialog, QDialogButtonBox, QFormLayout,
    QHBoxLayout, QLabel, QLineEdit, QListView,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from fluxdesk.ui.widgets.choix_qualification import ChoixQualification

class Ui_Conge(object):
    def setupUi(self, Conge):
        if not Conge.objectName():
            Conge.setObjectName(u"Conge")
        Conge.resize(960, 600)
        self.cadre = QVBoxLayout(Conge)
        self.cadre.setSpacing(16)
        self.cadre.setObjectName(u"cadre")
        self.cadre.setContentsMargins(24, 24, 24, 16)
        self.colonnes = QHBoxLayout()
        self.colonnes.setSpacing(24)
        self.colonnes.setObjectName(u"colonnes")
        self.choix_logement = QVBoxLayout()
        self.choix_logement.setSpacing(8)
        self.choix_logement.setObjectName(u"choix_logement")
        self.titre_recherche = QLabel(Conge)
        self.titre_recherche.setObjectName(u"titre_recherche")

        self.choix_logement.addWidget(self.titre_recherche)

        self.recherche = QLineEdit(Conge)
        self.recherche.setObjectName(u"recherche")
        self.recherche.setClearButtonEnabled(True)

        self.choix_logement.addWidget(self.recherche)

        self.logements = QListView(Conge)
        self.logements.setObjectName(u"logements")
        self.logements.setUniformItemSizes(True)
        self.logements.setAlternatingRowColors(False)
        self.logements.setMinimumSize(QSize(400, 240))

        self.choix_logement.addWidget(self.logements)

        self.trouves = QLabel(Conge)
        self.trouves.setObjectName(u"trouves")
        self.trouves.setWordWrap(True)

        self.choix_logement.addWidget(self.trouves)


        self.colonnes.addLayout(self.choix_logement)

        self.saisie = QVBoxLayout()
        self.saisie.setSpacing(12)
        self.saisie.setObjectName(u"saisie")
        self.dates = QFormLayout()
        self.dates.setObjectName(u"dates")
        self.dates.setHorizontalSpacing(16)
        self.dates.setVerticalSpacing(8)
        self.titre_date_conge = QLabel(Conge)
        self.titre_date_conge.setObjectName(u"titre_date_conge")

        self.dates.setWidget(0, QFormLayout.ItemRole.LabelRole, self.titre_date_conge)

        self.date_conge = QDateEdit(Conge)
        self.date_conge.setObjectName(u"date_conge")
        self.date_conge.setCalendarPopup(True)

        self.dates.setWidget(0, QFormLayout.ItemRole.FieldRole, self.date_conge)

        self.disponible_connue = QCheckBox(Conge)
        self.disponible_connue.setObjectName(u"disponible_connue")

        self.dates.setWidget(1, QFormLayout.ItemRole.LabelRole, self.disponible_connue)

        self.disponibilite = QDateEdit(Conge)
        self.disponibilite.setObjectName(u"disponibilite")
        self.disponibilite.setCalendarPopup(True)

        self.dates.setWidget(1, QFormLayout.ItemRole.FieldRole, self.disponibilite)

        self.titre_cause = QLabel(Conge)
        self.titre_cause.setObjectName(u"titre_cause")

        self.dates.setWidget(2, QFormLayout.ItemRole.LabelRole, self.titre_cause)

        self.cause = QComboBox(Conge)
        self.cause.setObjectName(u"cause")

        self.dates.setWidget(2, QFormLayout.ItemRole.FieldRole, self.cause)

        self.titre_observation = QLabel(Conge)
        self.titre_observation.setObjectName(u"titre_observation")

        self.dates.setWidget(3, QFormLayout.ItemRole.LabelRole, self.titre_observation)

        self.observation = QLineEdit(Conge)
        self.observation.setObjectName(u"observation")

        self.dates.setWidget(3, QFormLayout.ItemRole.FieldRole, self.observation)


        self.saisie.addLayout(self.dates)

        self.titre_qualification = QLabel(Conge)
        self.titre_qualification.setObjectName(u"titre_qualification")

        self.saisie.addWidget(self.titre_qualification)

        self.qualification = ChoixQualification(Conge)
        self.qualification.setObjectName(u"qualification")

        self.saisie.addWidget(self.qualification)

        self.bas = QSpacerItem(8, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.saisie.addItem(self.bas)


        self.colonnes.addLayout(self.saisie)

        self.colonnes.setStretch(0, 5)
        self.colonnes.setStretch(1, 6)

        self.cadre.addLayout(self.colonnes)

        self.boutons = QDialogButtonBox(Conge)
        self.boutons.setObjectName(u"boutons")
        self.boutons.setStandardButtons(QDialogButtonBox.StandardButton.Cancel|QDialogButtonBox.StandardButton.Ok)

        self.cadre.addWidget(self.boutons)

#if QT_CONFIG(shortcut)
        self.titre_recherche.setBuddy(self.recherche)
        self.titre_date_conge.setBuddy(self.date_conge)
        self.titre_cause.setBuddy(self.cause)
        self.titre_observation.setBuddy(self.observation)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.recherche, self.logements)
        QWidget.setTabOrder(self.logements, self.date_conge)
        QWidget.setTabOrder(self.date_conge, self.disponible_connue)
        QWidget.setTabOrder(self.disponible_connue, self.disponibilite)
        QWidget.setTabOrder(self.disponibilite, self.cause)
        QWidget.setTabOrder(self.cause, self.observation)

        self.retranslateUi(Conge)

        QMetaObject.connectSlotsByName(Conge)
    # setupUi

    def retranslateUi(self, Conge):
        Conge.setWindowTitle(QCoreApplication.translate("Conge", u"Enregistrer un cong\u00e9", None))
        self.titre_recherche.setText(QCoreApplication.translate("Conge", u"Logement lib\u00e9r\u00e9", None))
#if QT_CONFIG(accessibility)
        self.recherche.setAccessibleName(QCoreApplication.translate("Conge", u"Chercher un logement", None))
#endif // QT_CONFIG(accessibility)
        self.recherche.setPlaceholderText(QCoreApplication.translate("Conge", u"Adresse, programme, r\u00e9f\u00e9rence\u2026", None))
#if QT_CONFIG(accessibility)
        self.logements.setAccessibleName(QCoreApplication.translate("Conge", u"Logements trouv\u00e9s", None))
#endif // QT_CONFIG(accessibility)
        self.trouves.setProperty(u"role", QCoreApplication.translate("Conge", u"doux", None))
        self.trouves.setText("")
        self.titre_date_conge.setText(QCoreApplication.translate("Conge", u"Cong\u00e9 re\u00e7u le", None))
#if QT_CONFIG(accessibility)
        self.date_conge.setAccessibleName(QCoreApplication.translate("Conge", u"Date de r\u00e9ception du cong\u00e9", None))
#endif // QT_CONFIG(accessibility)
        self.date_conge.setDisplayFormat(QCoreApplication.translate("Conge", u"dd/MM/yyyy", None))
        self.disponible_connue.setText(QCoreApplication.translate("Conge", u"Disponible le", None))
#if QT_CONFIG(accessibility)
        self.disponibilite.setAccessibleName(QCoreApplication.translate("Conge", u"Date de disponibilit\u00e9", None))
#endif // QT_CONFIG(accessibility)
        self.disponibilite.setDisplayFormat(QCoreApplication.translate("Conge", u"dd/MM/yyyy", None))
        self.titre_cause.setText(QCoreApplication.translate("Conge", u"Cause", None))
#if QT_CONFIG(accessibility)
        self.cause.setAccessibleName(QCoreApplication.translate("Conge", u"Cause de la lib\u00e9ration", None))
#endif // QT_CONFIG(accessibility)
        self.titre_observation.setText(QCoreApplication.translate("Conge", u"Observation", None))
#if QT_CONFIG(accessibility)
        self.observation.setAccessibleName(QCoreApplication.translate("Conge", u"Observation", None))
#endif // QT_CONFIG(accessibility)
        self.observation.setPlaceholderText(QCoreApplication.translate("Conge", u"facultative", None))
        self.titre_qualification.setText(QCoreApplication.translate("Conge", u"Qualification", None))
        self.titre_qualification.setProperty(u"role", QCoreApplication.translate("Conge", u"fort", None))
    # retranslateUi

