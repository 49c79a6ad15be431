# -*- coding: utf-8 -*-


from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QAbstractButton, QApplication, QComboBox, QDialog,
    QDialogButtonBox, QFormLayout, QHeaderView, QLabel,
    QLineEdit, QSizePolicy, QVBoxLayout, QWidget)

from fluxdesk.ui.widgets.table_formulaire import TableFormulaire

class Ui_AutreReservataire(object):
    def setupUi(self, AutreReservataire):
        if not AutreReservataire.objectName():
            AutreReservataire.setObjectName(u"AutreReservataire")
        AutreReservataire.resize(820, 620)
        self.cadre = QVBoxLayout(AutreReservataire)
        self.cadre.setSpacing(16)
        self.cadre.setObjectName(u"cadre")
        self.cadre.setContentsMargins(24, 24, 24, 16)
        self.suggestion = QLabel(AutreReservataire)
        self.suggestion.setObjectName(u"suggestion")
        self.suggestion.setWordWrap(True)

        self.cadre.addWidget(self.suggestion)

        self.reservataires = TableFormulaire(AutreReservataire)
        self.reservataires.setObjectName(u"reservataires")
        self.reservataires.setMinimumSize(QSize(0, 200))

        self.cadre.addWidget(self.reservataires)

        self.effet = QLabel(AutreReservataire)
        self.effet.setObjectName(u"effet")
        self.effet.setWordWrap(True)

        self.cadre.addWidget(self.effet)

        self.pourquoi = QFormLayout()
        self.pourquoi.setObjectName(u"pourquoi")
        self.pourquoi.setHorizontalSpacing(16)
        self.pourquoi.setVerticalSpacing(8)
        self.titre_raison = QLabel(AutreReservataire)
        self.titre_raison.setObjectName(u"titre_raison")

        self.pourquoi.setWidget(0, QFormLayout.ItemRole.LabelRole, self.titre_raison)

        self.raison = QComboBox(AutreReservataire)
        self.raison.setObjectName(u"raison")

        self.pourquoi.setWidget(0, QFormLayout.ItemRole.FieldRole, self.raison)

        self.titre_precision = QLabel(AutreReservataire)
        self.titre_precision.setObjectName(u"titre_precision")

        self.pourquoi.setWidget(1, QFormLayout.ItemRole.LabelRole, self.titre_precision)

        self.precision = QLineEdit(AutreReservataire)
        self.precision.setObjectName(u"precision")

        self.pourquoi.setWidget(1, QFormLayout.ItemRole.FieldRole, self.precision)


        self.cadre.addLayout(self.pourquoi)

        self.rappel = QLabel(AutreReservataire)
        self.rappel.setObjectName(u"rappel")
        self.rappel.setWordWrap(True)

        self.cadre.addWidget(self.rappel)

        self.boutons = QDialogButtonBox(AutreReservataire)
        self.boutons.setObjectName(u"boutons")
        self.boutons.setStandardButtons(QDialogButtonBox.StandardButton.Cancel|QDialogButtonBox.StandardButton.Ok)

        self.cadre.addWidget(self.boutons)

#if QT_CONFIG(shortcut)
        self.titre_raison.setBuddy(self.raison)
        self.titre_precision.setBuddy(self.precision)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(AutreReservataire)

        QMetaObject.connectSlotsByName(AutreReservataire)
    # setupUi

    def retranslateUi(self, AutreReservataire):
        AutreReservataire.setWindowTitle(QCoreApplication.translate("AutreReservataire", u"Choisir un autre r\u00e9servataire", None))
#if QT_CONFIG(accessibility)
        self.reservataires.setAccessibleName(QCoreApplication.translate("AutreReservataire", u"R\u00e9servataires qui peuvent recevoir ce logement", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.effet.setAccessibleName(QCoreApplication.translate("AutreReservataire", u"Effet de ce choix", None))
#endif // QT_CONFIG(accessibility)
        self.titre_raison.setText(QCoreApplication.translate("AutreReservataire", u"Motif", None))
#if QT_CONFIG(accessibility)
        self.raison.setAccessibleName(QCoreApplication.translate("AutreReservataire", u"Motif de la d\u00e9rogation", None))
#endif // QT_CONFIG(accessibility)
        self.titre_precision.setText(QCoreApplication.translate("AutreReservataire", u"Pr\u00e9cision", None))
#if QT_CONFIG(accessibility)
        self.precision.setAccessibleName(QCoreApplication.translate("AutreReservataire", u"Pr\u00e9cision sur le motif", None))
#endif // QT_CONFIG(accessibility)
        self.rappel.setProperty(u"role", QCoreApplication.translate("AutreReservataire", u"doux", None))
        self.rappel.setText(QCoreApplication.translate("AutreReservataire", u"Le motif est conserv\u00e9 au journal et figure dans l\u2019historique du logement.", None))
    # retranslateUi

