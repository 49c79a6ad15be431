# -*- coding: utf-8 -*-


from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QAbstractButton, QApplication, QDialog, QDialogButtonBox,
    QHeaderView, QLabel, QSizePolicy, QVBoxLayout,
    QWidget)

from fluxdesk.ui.widgets.table_formulaire import TableFormulaire

class Ui_ImportTableau(object):
    def setupUi(self, ImportTableau):
        if not ImportTableau.objectName():
            ImportTableau.setObjectName(u"ImportTableau")
        ImportTableau.resize(860, 560)
        self.cadre = QVBoxLayout(ImportTableau)
        self.cadre.setSpacing(16)
        self.cadre.setObjectName(u"cadre")
        self.cadre.setContentsMargins(24, 24, 24, 16)
        self.fichier = QLabel(ImportTableau)
        self.fichier.setObjectName(u"fichier")
        self.fichier.setWordWrap(True)

        self.cadre.addWidget(self.fichier)

        self.resume = QLabel(ImportTableau)
        self.resume.setObjectName(u"resume")
        self.resume.setWordWrap(True)

        self.cadre.addWidget(self.resume)

        self.refus = TableFormulaire(ImportTableau)
        self.refus.setObjectName(u"refus")

        self.cadre.addWidget(self.refus)

        self.consigne = QLabel(ImportTableau)
        self.consigne.setObjectName(u"consigne")
        self.consigne.setWordWrap(True)

        self.cadre.addWidget(self.consigne)

        self.boutons = QDialogButtonBox(ImportTableau)
        self.boutons.setObjectName(u"boutons")
        self.boutons.setStandardButtons(QDialogButtonBox.StandardButton.Cancel|QDialogButtonBox.StandardButton.Ok)

        self.cadre.addWidget(self.boutons)


        self.retranslateUi(ImportTableau)

        QMetaObject.connectSlotsByName(ImportTableau)
    # setupUi

    def retranslateUi(self, ImportTableau):
        ImportTableau.setWindowTitle(QCoreApplication.translate("ImportTableau", u"Importer un tableau", None))
        self.fichier.setProperty(u"role", QCoreApplication.translate("ImportTableau", u"fort", None))
#if QT_CONFIG(accessibility)
        self.resume.setAccessibleName(QCoreApplication.translate("ImportTableau", u"R\u00e9sultat de l\u2019essai", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.refus.setAccessibleName(QCoreApplication.translate("ImportTableau", u"Lignes refus\u00e9es et avertissements", None))
#endif // QT_CONFIG(accessibility)
        self.consigne.setProperty(u"role", QCoreApplication.translate("ImportTableau", u"doux", None))
        self.consigne.setText("")
    # retranslateUi

