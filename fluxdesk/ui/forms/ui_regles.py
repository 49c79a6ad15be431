# -*- coding: utf-8 -*-


from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QAbstractButton, QApplication, QComboBox, QDialog,
    QDialogButtonBox, QFrame, QHBoxLayout, QLabel,
    QLineEdit, QPushButton, QScrollArea, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)

from fluxdesk.ui.widgets.poids_axes import PoidsAxes
from fluxdesk.ui.widgets.regles_legales import ReglesLegales

class Ui_ReglesDuFlux(object):
    def setupUi(self, ReglesDuFlux):
        if not ReglesDuFlux.objectName():
            ReglesDuFlux.setObjectName(u"ReglesDuFlux")
        ReglesDuFlux.resize(1120, 660)
        self.cadre = QVBoxLayout(ReglesDuFlux)
        self.cadre.setSpacing(12)
        self.cadre.setObjectName(u"cadre")
        self.cadre.setContentsMargins(24, 24, 24, 16)
        self.usage = QLabel(ReglesDuFlux)
        self.usage.setObjectName(u"usage")
        self.usage.setWordWrap(True)

        self.cadre.addWidget(self.usage)

        self.defilement = QScrollArea(ReglesDuFlux)
        self.defilement.setObjectName(u"defilement")
        self.defilement.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.defilement.setWidgetResizable(True)
        self.defilement.setFrameShape(QFrame.Shape.NoFrame)
        self.contenu = QWidget()
        self.contenu.setObjectName(u"contenu")
        self.colonnes = QHBoxLayout(self.contenu)
        self.colonnes.setSpacing(32)
        self.colonnes.setObjectName(u"colonnes")
        self.colonnes.setContentsMargins(0, 0, 8, 0)
        self.gauche = QVBoxLayout()
        self.gauche.setSpacing(8)
        self.gauche.setObjectName(u"gauche")
        self.titre_tolerance = QLabel(self.contenu)
        self.titre_tolerance.setObjectName(u"titre_tolerance")

        self.gauche.addWidget(self.titre_tolerance)

        self.tolerance = QComboBox(self.contenu)
        self.tolerance.setObjectName(u"tolerance")

        self.gauche.addWidget(self.tolerance)

        self.dit_tolerance = QLabel(self.contenu)
        self.dit_tolerance.setObjectName(u"dit_tolerance")
        self.dit_tolerance.setWordWrap(True)

        self.gauche.addWidget(self.dit_tolerance)

        self.entre = QSpacerItem(8, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.gauche.addItem(self.entre)

        self.titre_poids = QLabel(self.contenu)
        self.titre_poids.setObjectName(u"titre_poids")

        self.gauche.addWidget(self.titre_poids)

        self.poids = PoidsAxes(self.contenu)
        self.poids.setObjectName(u"poids")

        self.gauche.addWidget(self.poids)

        self.bas_gauche = QSpacerItem(8, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.gauche.addItem(self.bas_gauche)


        self.colonnes.addLayout(self.gauche)

        self.droite = QVBoxLayout()
        self.droite.setSpacing(8)
        self.droite.setObjectName(u"droite")
        self.titre_legales = QLabel(self.contenu)
        self.titre_legales.setObjectName(u"titre_legales")

        self.droite.addWidget(self.titre_legales)

        self.dit_effets = QLabel(self.contenu)
        self.dit_effets.setObjectName(u"dit_effets")
        self.dit_effets.setWordWrap(True)

        self.droite.addWidget(self.dit_effets)

        self.legales = ReglesLegales(self.contenu)
        self.legales.setObjectName(u"legales")

        self.droite.addWidget(self.legales)

        self.bas_droite = QSpacerItem(8, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.droite.addItem(self.bas_droite)


        self.colonnes.addLayout(self.droite)

        self.colonnes.setStretch(1, 1)
        self.defilement.setWidget(self.contenu)

        self.cadre.addWidget(self.defilement)

        self.filet = QFrame(ReglesDuFlux)
        self.filet.setObjectName(u"filet")

        self.cadre.addWidget(self.filet)

        self.effet = QLabel(ReglesDuFlux)
        self.effet.setObjectName(u"effet")
        self.effet.setWordWrap(True)

        self.cadre.addWidget(self.effet)

        self.detail = QLabel(ReglesDuFlux)
        self.detail.setObjectName(u"detail")
        self.detail.setWordWrap(True)

        self.cadre.addWidget(self.detail)

        self.pourquoi = QHBoxLayout()
        self.pourquoi.setSpacing(16)
        self.pourquoi.setObjectName(u"pourquoi")
        self.titre_motif = QLabel(ReglesDuFlux)
        self.titre_motif.setObjectName(u"titre_motif")

        self.pourquoi.addWidget(self.titre_motif)

        self.motif = QLineEdit(ReglesDuFlux)
        self.motif.setObjectName(u"motif")

        self.pourquoi.addWidget(self.motif)


        self.cadre.addLayout(self.pourquoi)

        self.pied = QHBoxLayout()
        self.pied.setObjectName(u"pied")
        self.origine = QPushButton(ReglesDuFlux)
        self.origine.setObjectName(u"origine")
        self.origine.setAutoDefault(False)

        self.pied.addWidget(self.origine)

        self.boutons = QDialogButtonBox(ReglesDuFlux)
        self.boutons.setObjectName(u"boutons")
        self.boutons.setStandardButtons(QDialogButtonBox.StandardButton.Cancel|QDialogButtonBox.StandardButton.Ok)

        self.pied.addWidget(self.boutons)


        self.cadre.addLayout(self.pied)

#if QT_CONFIG(shortcut)
        self.titre_tolerance.setBuddy(self.tolerance)
        self.titre_motif.setBuddy(self.motif)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.tolerance, self.poids)
        QWidget.setTabOrder(self.poids, self.legales)
        QWidget.setTabOrder(self.legales, self.motif)
        QWidget.setTabOrder(self.motif, self.origine)

        self.retranslateUi(ReglesDuFlux)

        QMetaObject.connectSlotsByName(ReglesDuFlux)
    # setupUi

    def retranslateUi(self, ReglesDuFlux):
        ReglesDuFlux.setWindowTitle(QCoreApplication.translate("ReglesDuFlux", u"R\u00e8gles du flux", None))
        self.usage.setProperty(u"role", QCoreApplication.translate("ReglesDuFlux", u"doux", None))
        self.usage.setText(QCoreApplication.translate("ReglesDuFlux", u"Elles d\u00e9cident des prochaines propositions et ne changent rien \u00e0 ce qui a \u00e9t\u00e9 servi.", None))
#if QT_CONFIG(accessibility)
        self.defilement.setAccessibleName(QCoreApplication.translate("ReglesDuFlux", u"R\u00e8gles du flux", None))
#endif // QT_CONFIG(accessibility)
        self.titre_tolerance.setProperty(u"role", QCoreApplication.translate("ReglesDuFlux", u"fort", None))
        self.titre_tolerance.setText(QCoreApplication.translate("ReglesDuFlux", u"Tol\u00e9rance sur les droits", None))
#if QT_CONFIG(accessibility)
        self.tolerance.setAccessibleName(QCoreApplication.translate("ReglesDuFlux", u"Tol\u00e9rance sur les droits", None))
#endif // QT_CONFIG(accessibility)
        self.dit_tolerance.setProperty(u"role", QCoreApplication.translate("ReglesDuFlux", u"doux", None))
        self.dit_tolerance.setText("")
        self.titre_poids.setProperty(u"role", QCoreApplication.translate("ReglesDuFlux", u"fort", None))
        self.titre_poids.setText(QCoreApplication.translate("ReglesDuFlux", u"Poids dans l\u2019\u00e9quilibre", None))
        self.titre_legales.setProperty(u"role", QCoreApplication.translate("ReglesDuFlux", u"fort", None))
        self.titre_legales.setText(QCoreApplication.translate("ReglesDuFlux", u"R\u00e8gles l\u00e9gales", None))
        self.dit_effets.setProperty(u"role", QCoreApplication.translate("ReglesDuFlux", u"doux", None))
        self.dit_effets.setText("")
        self.filet.setProperty(u"role", QCoreApplication.translate("ReglesDuFlux", u"filet", None))
        self.effet.setProperty(u"role", QCoreApplication.translate("ReglesDuFlux", u"fort", None))
#if QT_CONFIG(accessibility)
        self.effet.setAccessibleName(QCoreApplication.translate("ReglesDuFlux", u"Effet de ces r\u00e8gles", None))
#endif // QT_CONFIG(accessibility)
        self.effet.setText("")
        self.detail.setProperty(u"role", QCoreApplication.translate("ReglesDuFlux", u"doux", None))
        self.detail.setText("")
        self.titre_motif.setText(QCoreApplication.translate("ReglesDuFlux", u"Motif", None))
#if QT_CONFIG(accessibility)
        self.motif.setAccessibleName(QCoreApplication.translate("ReglesDuFlux", u"Motif du changement", None))
#endif // QT_CONFIG(accessibility)
        self.motif.setPlaceholderText(QCoreApplication.translate("ReglesDuFlux", u"obligatoire, conserv\u00e9 au journal", None))
        self.origine.setText(QCoreApplication.translate("ReglesDuFlux", u"Reprendre les valeurs d\u2019origine", None))
    # retranslateUi

