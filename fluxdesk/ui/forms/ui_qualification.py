# -*- coding: utf-8 -*-


from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QAbstractButton, QApplication, QDialog, QDialogButtonBox,
    QFormLayout, QLabel, QLineEdit, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)

from fluxdesk.ui.widgets.choix_qualification import ChoixQualification

class Ui_QualifierVacance(object):
    def setupUi(self, QualifierVacance):
        if not QualifierVacance.objectName():
            QualifierVacance.setObjectName(u"QualifierVacance")
        QualifierVacance.resize(560, 420)
        self.cadre = QVBoxLayout(QualifierVacance)
        self.cadre.setSpacing(16)
        self.cadre.setObjectName(u"cadre")
        self.cadre.setContentsMargins(24, 24, 24, 16)
        self.logement = QLabel(QualifierVacance)
        self.logement.setObjectName(u"logement")
        self.logement.setWordWrap(True)

        self.cadre.addWidget(self.logement)

        self.qualification = ChoixQualification(QualifierVacance)
        self.qualification.setObjectName(u"qualification")

        self.cadre.addWidget(self.qualification)

        self.pourquoi = QFormLayout()
        self.pourquoi.setObjectName(u"pourquoi")
        self.pourquoi.setHorizontalSpacing(16)
        self.pourquoi.setVerticalSpacing(8)
        self.titre_motif = QLabel(QualifierVacance)
        self.titre_motif.setObjectName(u"titre_motif")

        self.pourquoi.setWidget(0, QFormLayout.ItemRole.LabelRole, self.titre_motif)

        self.motif = QLineEdit(QualifierVacance)
        self.motif.setObjectName(u"motif")

        self.pourquoi.setWidget(0, QFormLayout.ItemRole.FieldRole, self.motif)


        self.cadre.addLayout(self.pourquoi)

        self.bas = QSpacerItem(8, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.cadre.addItem(self.bas)

        self.boutons = QDialogButtonBox(QualifierVacance)
        self.boutons.setObjectName(u"boutons")
        self.boutons.setStandardButtons(QDialogButtonBox.StandardButton.Cancel|QDialogButtonBox.StandardButton.Ok)

        self.cadre.addWidget(self.boutons)

#if QT_CONFIG(shortcut)
        self.titre_motif.setBuddy(self.motif)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(QualifierVacance)

        QMetaObject.connectSlotsByName(QualifierVacance)
    # setupUi

    def retranslateUi(self, QualifierVacance):
        QualifierVacance.setWindowTitle(QCoreApplication.translate("QualifierVacance", u"Qualifier la vacance", None))
        self.logement.setProperty(u"role", QCoreApplication.translate("QualifierVacance", u"fort", None))
        self.titre_motif.setText(QCoreApplication.translate("QualifierVacance", u"Motif", None))
#if QT_CONFIG(accessibility)
        self.motif.setAccessibleName(QCoreApplication.translate("QualifierVacance", u"Motif de la qualification", None))
#endif // QT_CONFIG(accessibility)
        self.motif.setPlaceholderText(QCoreApplication.translate("QualifierVacance", u"facultatif, conserv\u00e9 au journal", None))
    # retranslateUi

