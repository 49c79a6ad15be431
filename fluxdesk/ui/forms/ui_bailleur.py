# -*- coding: utf-8 -*-


from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QFormLayout, QHBoxLayout, QLabel,
    QLineEdit, QPlainTextEdit, QPushButton, QSizePolicy,
    QSpacerItem, QWidget)

class Ui_Bailleur(object):
    def setupUi(self, Bailleur):
        if not Bailleur.objectName():
            Bailleur.setObjectName(u"Bailleur")
        self.cadre = QFormLayout(Bailleur)
        self.cadre.setObjectName(u"cadre")
        self.cadre.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.cadre.setHorizontalSpacing(16)
        self.cadre.setVerticalSpacing(8)
        self.cadre.setContentsMargins(0, 0, 0, 0)
        self.titre_raison_sociale = QLabel(Bailleur)
        self.titre_raison_sociale.setObjectName(u"titre_raison_sociale")

        self.cadre.setWidget(0, QFormLayout.ItemRole.LabelRole, self.titre_raison_sociale)

        self.raison_sociale = QLineEdit(Bailleur)
        self.raison_sociale.setObjectName(u"raison_sociale")

        self.cadre.setWidget(0, QFormLayout.ItemRole.FieldRole, self.raison_sociale)

        self.titre_siret = QLabel(Bailleur)
        self.titre_siret.setObjectName(u"titre_siret")

        self.cadre.setWidget(1, QFormLayout.ItemRole.LabelRole, self.titre_siret)

        self.siret = QLineEdit(Bailleur)
        self.siret.setObjectName(u"siret")

        self.cadre.setWidget(1, QFormLayout.ItemRole.FieldRole, self.siret)

        self.titre_adresse = QLabel(Bailleur)
        self.titre_adresse.setObjectName(u"titre_adresse")

        self.cadre.setWidget(2, QFormLayout.ItemRole.LabelRole, self.titre_adresse)

        self.adresse = QPlainTextEdit(Bailleur)
        self.adresse.setObjectName(u"adresse")
        self.adresse.setTabChangesFocus(True)

        self.cadre.setWidget(2, QFormLayout.ItemRole.FieldRole, self.adresse)

        self.titre_ville = QLabel(Bailleur)
        self.titre_ville.setObjectName(u"titre_ville")

        self.cadre.setWidget(3, QFormLayout.ItemRole.LabelRole, self.titre_ville)

        self.ville = QLineEdit(Bailleur)
        self.ville.setObjectName(u"ville")

        self.cadre.setWidget(3, QFormLayout.ItemRole.FieldRole, self.ville)

        self.titre_service = QLabel(Bailleur)
        self.titre_service.setObjectName(u"titre_service")

        self.cadre.setWidget(4, QFormLayout.ItemRole.LabelRole, self.titre_service)

        self.service = QLineEdit(Bailleur)
        self.service.setObjectName(u"service")

        self.cadre.setWidget(4, QFormLayout.ItemRole.FieldRole, self.service)

        self.titre_telephone = QLabel(Bailleur)
        self.titre_telephone.setObjectName(u"titre_telephone")

        self.cadre.setWidget(5, QFormLayout.ItemRole.LabelRole, self.titre_telephone)

        self.telephone = QLineEdit(Bailleur)
        self.telephone.setObjectName(u"telephone")

        self.cadre.setWidget(5, QFormLayout.ItemRole.FieldRole, self.telephone)

        self.titre_courriel = QLabel(Bailleur)
        self.titre_courriel.setObjectName(u"titre_courriel")

        self.cadre.setWidget(6, QFormLayout.ItemRole.LabelRole, self.titre_courriel)

        self.courriel = QLineEdit(Bailleur)
        self.courriel.setObjectName(u"courriel")

        self.cadre.setWidget(6, QFormLayout.ItemRole.FieldRole, self.courriel)

        self.titre_signataire = QLabel(Bailleur)
        self.titre_signataire.setObjectName(u"titre_signataire")

        self.cadre.setWidget(7, QFormLayout.ItemRole.LabelRole, self.titre_signataire)

        self.signataire = QLineEdit(Bailleur)
        self.signataire.setObjectName(u"signataire")

        self.cadre.setWidget(7, QFormLayout.ItemRole.FieldRole, self.signataire)

        self.titre_qualite_signataire = QLabel(Bailleur)
        self.titre_qualite_signataire.setObjectName(u"titre_qualite_signataire")

        self.cadre.setWidget(8, QFormLayout.ItemRole.LabelRole, self.titre_qualite_signataire)

        self.qualite_signataire = QLineEdit(Bailleur)
        self.qualite_signataire.setObjectName(u"qualite_signataire")

        self.cadre.setWidget(8, QFormLayout.ItemRole.FieldRole, self.qualite_signataire)

        self.titre_logo = QLabel(Bailleur)
        self.titre_logo.setObjectName(u"titre_logo")

        self.cadre.setWidget(9, QFormLayout.ItemRole.LabelRole, self.titre_logo)

        self.ligne_logo = QHBoxLayout()
        self.ligne_logo.setSpacing(8)
        self.ligne_logo.setObjectName(u"ligne_logo")
        self.apercu_logo = QLabel(Bailleur)
        self.apercu_logo.setObjectName(u"apercu_logo")

        self.ligne_logo.addWidget(self.apercu_logo)

        self.choisir_logo = QPushButton(Bailleur)
        self.choisir_logo.setObjectName(u"choisir_logo")

        self.ligne_logo.addWidget(self.choisir_logo)

        self.retirer_logo = QPushButton(Bailleur)
        self.retirer_logo.setObjectName(u"retirer_logo")

        self.ligne_logo.addWidget(self.retirer_logo)

        self.vide = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.ligne_logo.addItem(self.vide)


        self.cadre.setLayout(9, QFormLayout.ItemRole.FieldRole, self.ligne_logo)

#if QT_CONFIG(shortcut)
        self.titre_raison_sociale.setBuddy(self.raison_sociale)
        self.titre_siret.setBuddy(self.siret)
        self.titre_adresse.setBuddy(self.adresse)
        self.titre_ville.setBuddy(self.ville)
        self.titre_service.setBuddy(self.service)
        self.titre_telephone.setBuddy(self.telephone)
        self.titre_courriel.setBuddy(self.courriel)
        self.titre_signataire.setBuddy(self.signataire)
        self.titre_qualite_signataire.setBuddy(self.qualite_signataire)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(Bailleur)

        QMetaObject.connectSlotsByName(Bailleur)
    # setupUi

    def retranslateUi(self, Bailleur):
        self.titre_raison_sociale.setText(QCoreApplication.translate("Bailleur", u"Raison sociale", None))
#if QT_CONFIG(accessibility)
        self.raison_sociale.setAccessibleName(QCoreApplication.translate("Bailleur", u"Raison sociale", None))
#endif // QT_CONFIG(accessibility)
        self.raison_sociale.setPlaceholderText(QCoreApplication.translate("Bailleur", u"Office public de l\u2019habitat\u2026", None))
        self.titre_siret.setText(QCoreApplication.translate("Bailleur", u"SIRET", None))
#if QT_CONFIG(accessibility)
        self.siret.setAccessibleName(QCoreApplication.translate("Bailleur", u"SIRET", None))
#endif // QT_CONFIG(accessibility)
        self.siret.setPlaceholderText(QCoreApplication.translate("Bailleur", u"14 chiffres", None))
        self.titre_adresse.setText(QCoreApplication.translate("Bailleur", u"Adresse", None))
#if QT_CONFIG(accessibility)
        self.adresse.setAccessibleName(QCoreApplication.translate("Bailleur", u"Adresse", None))
#endif // QT_CONFIG(accessibility)
        self.adresse.setPlaceholderText(QCoreApplication.translate("Bailleur", u"Num\u00e9ro et rue, puis code postal et ville\u00a0: une ligne par ligne de la lettre", None))
        self.titre_ville.setText(QCoreApplication.translate("Bailleur", u"Ville de signature", None))
#if QT_CONFIG(accessibility)
        self.ville.setAccessibleName(QCoreApplication.translate("Bailleur", u"Ville de signature", None))
#endif // QT_CONFIG(accessibility)
        self.ville.setPlaceholderText(QCoreApplication.translate("Bailleur", u"Celle qui pr\u00e9c\u00e8de la date des lettres", None))
        self.titre_service.setText(QCoreApplication.translate("Bailleur", u"Service", None))
#if QT_CONFIG(accessibility)
        self.service.setAccessibleName(QCoreApplication.translate("Bailleur", u"Service", None))
#endif // QT_CONFIG(accessibility)
        self.service.setPlaceholderText(QCoreApplication.translate("Bailleur", u"Service attribution", None))
        self.titre_telephone.setText(QCoreApplication.translate("Bailleur", u"T\u00e9l\u00e9phone", None))
#if QT_CONFIG(accessibility)
        self.telephone.setAccessibleName(QCoreApplication.translate("Bailleur", u"T\u00e9l\u00e9phone", None))
#endif // QT_CONFIG(accessibility)
        self.telephone.setPlaceholderText("")
        self.titre_courriel.setText(QCoreApplication.translate("Bailleur", u"Courriel", None))
#if QT_CONFIG(accessibility)
        self.courriel.setAccessibleName(QCoreApplication.translate("Bailleur", u"Courriel", None))
#endif // QT_CONFIG(accessibility)
        self.courriel.setPlaceholderText("")
        self.titre_signataire.setText(QCoreApplication.translate("Bailleur", u"Signataire des lettres", None))
#if QT_CONFIG(accessibility)
        self.signataire.setAccessibleName(QCoreApplication.translate("Bailleur", u"Signataire des lettres", None))
#endif // QT_CONFIG(accessibility)
        self.signataire.setPlaceholderText(QCoreApplication.translate("Bailleur", u"Pr\u00e9nom et nom", None))
        self.titre_qualite_signataire.setText(QCoreApplication.translate("Bailleur", u"Qualit\u00e9 du signataire", None))
#if QT_CONFIG(accessibility)
        self.qualite_signataire.setAccessibleName(QCoreApplication.translate("Bailleur", u"Qualit\u00e9 du signataire", None))
#endif // QT_CONFIG(accessibility)
        self.qualite_signataire.setPlaceholderText(QCoreApplication.translate("Bailleur", u"Directrice g\u00e9n\u00e9rale, par d\u00e9l\u00e9gation\u2026", None))
        self.titre_logo.setText(QCoreApplication.translate("Bailleur", u"Logo", None))
        self.apercu_logo.setText(QCoreApplication.translate("Bailleur", u"Aucun logo", None))
#if QT_CONFIG(accessibility)
        self.apercu_logo.setAccessibleName(QCoreApplication.translate("Bailleur", u"Aper\u00e7u du logo", None))
#endif // QT_CONFIG(accessibility)
        self.choisir_logo.setText(QCoreApplication.translate("Bailleur", u"Choisir une image\u2026", None))
        self.retirer_logo.setText(QCoreApplication.translate("Bailleur", u"Retirer", None))
#if QT_CONFIG(accessibility)
        self.retirer_logo.setAccessibleName(QCoreApplication.translate("Bailleur", u"Retirer le logo", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

