# -*- coding: utf-8 -*-


from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QAbstractButton, QApplication, QDialog, QDialogButtonBox,
    QHeaderView, QLabel, QProgressBar, QSizePolicy,
    QVBoxLayout, QWidget)

from fluxdesk.ui.widgets.table_formulaire import TableFormulaire

class Ui_ImportPatrimoine(object):
    def setupUi(self, ImportPatrimoine):
        if not ImportPatrimoine.objectName():
            ImportPatrimoine.setObjectName(u"ImportPatrimoine")
        ImportPatrimoine.resize(920, 560)
        self.cadre = QVBoxLayout(ImportPatrimoine)
        self.cadre.setSpacing(16)
        self.cadre.setObjectName(u"cadre")
        self.cadre.setContentsMargins(24, 24, 24, 16)
        self.fichier = QLabel(ImportPatrimoine)
        self.fichier.setObjectName(u"fichier")
        self.fichier.setWordWrap(True)

        self.cadre.addWidget(self.fichier)

        self.resume = QLabel(ImportPatrimoine)
        self.resume.setObjectName(u"resume")
        self.resume.setWordWrap(True)

        self.cadre.addWidget(self.resume)

        self.avancement = QProgressBar(ImportPatrimoine)
        self.avancement.setObjectName(u"avancement")
        self.avancement.setMaximum(0)

        self.cadre.addWidget(self.avancement)

        self.refus = TableFormulaire(ImportPatrimoine)
        self.refus.setObjectName(u"refus")

        self.cadre.addWidget(self.refus)

        self.consigne = QLabel(ImportPatrimoine)
        self.consigne.setObjectName(u"consigne")
        self.consigne.setWordWrap(True)

        self.cadre.addWidget(self.consigne)

        self.boutons = QDialogButtonBox(ImportPatrimoine)
        self.boutons.setObjectName(u"boutons")
        self.boutons.setStandardButtons(QDialogButtonBox.StandardButton.Cancel|QDialogButtonBox.StandardButton.Ok)

        self.cadre.addWidget(self.boutons)


        self.retranslateUi(ImportPatrimoine)

        QMetaObject.connectSlotsByName(ImportPatrimoine)
    # setupUi

    def retranslateUi(self, ImportPatrimoine):
        ImportPatrimoine.setWindowTitle(QCoreApplication.translate("ImportPatrimoine", u"Importer un fichier RPLS", None))
        self.fichier.setProperty(u"role", QCoreApplication.translate("ImportPatrimoine", u"fort", None))
#if QT_CONFIG(accessibility)
        self.resume.setAccessibleName(QCoreApplication.translate("ImportPatrimoine", u"R\u00e9sultat de l\u2019essai", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.avancement.setAccessibleName(QCoreApplication.translate("ImportPatrimoine", u"Avancement", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.refus.setAccessibleName(QCoreApplication.translate("ImportPatrimoine", u"Lignes refus\u00e9es et avertissements", None))
#endif // QT_CONFIG(accessibility)
        self.consigne.setProperty(u"role", QCoreApplication.translate("ImportPatrimoine", u"doux", None))
        self.consigne.setText("")
    # retranslateUi

