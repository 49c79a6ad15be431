# -*- coding: utf-8 -*-


from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QAbstractButton, QApplication, QComboBox, QDateEdit,
    QDialog, QDialogButtonBox, QFormLayout, QLabel,
    QLineEdit, QRadioButton, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)

class Ui_Issue(object):
    def setupUi(self, Issue):
        if not Issue.objectName():
            Issue.setObjectName(u"Issue")
        Issue.resize(520, 400)
        self.cadre = QVBoxLayout(Issue)
        self.cadre.setSpacing(16)
        self.cadre.setObjectName(u"cadre")
        self.cadre.setContentsMargins(24, 24, 24, 16)
        self.offre = QLabel(Issue)
        self.offre.setObjectName(u"offre")
        self.offre.setWordWrap(True)

        self.cadre.addWidget(self.offre)

        self.offres = QComboBox(Issue)
        self.offres.setObjectName(u"offres")

        self.cadre.addWidget(self.offres)

        self.echeance = QLabel(Issue)
        self.echeance.setObjectName(u"echeance")
        self.echeance.setWordWrap(True)

        self.cadre.addWidget(self.echeance)

        self.choix = QVBoxLayout()
        self.choix.setSpacing(8)
        self.choix.setObjectName(u"choix")
        self.attribuee = QRadioButton(Issue)
        self.attribuee.setObjectName(u"attribuee")

        self.choix.addWidget(self.attribuee)

        self.bail_signe = QRadioButton(Issue)
        self.bail_signe.setObjectName(u"bail_signe")

        self.choix.addWidget(self.bail_signe)

        self.refusee = QRadioButton(Issue)
        self.refusee.setObjectName(u"refusee")

        self.choix.addWidget(self.refusee)

        self.sans_candidat = QRadioButton(Issue)
        self.sans_candidat.setObjectName(u"sans_candidat")

        self.choix.addWidget(self.sans_candidat)


        self.cadre.addLayout(self.choix)

        self.consequence = QLabel(Issue)
        self.consequence.setObjectName(u"consequence")
        self.consequence.setWordWrap(True)

        self.cadre.addWidget(self.consequence)

        self.effet = QLabel(Issue)
        self.effet.setObjectName(u"effet")
        self.effet.setWordWrap(True)

        self.cadre.addWidget(self.effet)

        self.quand = QFormLayout()
        self.quand.setObjectName(u"quand")
        self.quand.setHorizontalSpacing(16)
        self.quand.setVerticalSpacing(8)
        self.titre_jour = QLabel(Issue)
        self.titre_jour.setObjectName(u"titre_jour")

        self.quand.setWidget(0, QFormLayout.ItemRole.LabelRole, self.titre_jour)

        self.jour = QDateEdit(Issue)
        self.jour.setObjectName(u"jour")
        self.jour.setCalendarPopup(True)

        self.quand.setWidget(0, QFormLayout.ItemRole.FieldRole, self.jour)

        self.titre_motif = QLabel(Issue)
        self.titre_motif.setObjectName(u"titre_motif")

        self.quand.setWidget(1, QFormLayout.ItemRole.LabelRole, self.titre_motif)

        self.motif = QLineEdit(Issue)
        self.motif.setObjectName(u"motif")

        self.quand.setWidget(1, QFormLayout.ItemRole.FieldRole, self.motif)


        self.cadre.addLayout(self.quand)

        self.suivant = QLabel(Issue)
        self.suivant.setObjectName(u"suivant")
        self.suivant.setWordWrap(True)

        self.cadre.addWidget(self.suivant)

        self.bas = QSpacerItem(8, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.cadre.addItem(self.bas)

        self.boutons = QDialogButtonBox(Issue)
        self.boutons.setObjectName(u"boutons")
        self.boutons.setStandardButtons(QDialogButtonBox.StandardButton.Cancel|QDialogButtonBox.StandardButton.Ok)

        self.cadre.addWidget(self.boutons)

#if QT_CONFIG(shortcut)
        self.titre_jour.setBuddy(self.jour)
        self.titre_motif.setBuddy(self.motif)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(Issue)

        QMetaObject.connectSlotsByName(Issue)
    # setupUi

    def retranslateUi(self, Issue):
        Issue.setWindowTitle(QCoreApplication.translate("Issue", u"Enregistrer la r\u00e9ponse", None))
        self.offre.setProperty(u"role", QCoreApplication.translate("Issue", u"fort", None))
#if QT_CONFIG(accessibility)
        self.offres.setAccessibleName(QCoreApplication.translate("Issue", u"Offre dont la r\u00e9ponse est enregistr\u00e9e", None))
#endif // QT_CONFIG(accessibility)
        self.echeance.setText("")
        self.attribuee.setText(QCoreApplication.translate("Issue", u"Attribu\u00e9e en CAL", None))
        self.bail_signe.setText(QCoreApplication.translate("Issue", u"Bail sign\u00e9", None))
        self.refusee.setText(QCoreApplication.translate("Issue", u"Refus\u00e9e par le r\u00e9servataire", None))
        self.sans_candidat.setText(QCoreApplication.translate("Issue", u"Sans candidat dans le d\u00e9lai", None))
        self.consequence.setProperty(u"role", QCoreApplication.translate("Issue", u"doux", None))
        self.consequence.setText("")
#if QT_CONFIG(accessibility)
        self.effet.setAccessibleName(QCoreApplication.translate("Issue", u"Effet sur le compte", None))
#endif // QT_CONFIG(accessibility)
        self.effet.setText("")
        self.titre_jour.setText(QCoreApplication.translate("Issue", u"Le", None))
#if QT_CONFIG(accessibility)
        self.jour.setAccessibleName(QCoreApplication.translate("Issue", u"Date de la r\u00e9ponse", None))
#endif // QT_CONFIG(accessibility)
        self.jour.setDisplayFormat(QCoreApplication.translate("Issue", u"dd/MM/yyyy", None))
        self.titre_motif.setText(QCoreApplication.translate("Issue", u"Motif", None))
#if QT_CONFIG(accessibility)
        self.motif.setAccessibleName(QCoreApplication.translate("Issue", u"Motif", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.suivant.setAccessibleName(QCoreApplication.translate("Issue", u"Le suivant", None))
#endif // QT_CONFIG(accessibility)
        self.suivant.setText("")
    # retranslateUi

