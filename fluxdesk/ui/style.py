"""The style sheet, one template for both palettes; sizes follow the text, never fixed heights."""

from __future__ import annotations

from string import Template

FEUILLE = Template("""
QWidget { color: $texte; }
QMainWindow, QDialog, QWizard { background: $fond; }
QToolTip { background: $panneau; color: $texte; border: 1px solid $filet; padding: 4px 8px; }

QLabel { background: transparent; }
QLabel[role="titre"] { font-size: ${titre}pt; font-weight: 600; }
QLabel[role="grand"] { font-size: ${grand}pt; font-weight: 600; }
QLabel[role="fort"] { font-weight: 600; }
QLabel[role="doux"] { color: $texte_doux; }
QLabel[role="erreur"] { color: $retard; }

QFrame[role="carte"] { background: $panneau; border: 1px solid $filet; border-radius: 4px; }
QFrame[role="bandeau"] { background: $panneau; border: none; border-bottom: 1px solid $filet; }
QFrame[role="rail"] { background: $rail; border: none; border-right: 1px solid $filet; }
QFrame[role="filet"] { background: $filet; border: none; max-height: 1px; min-height: 1px; }
QFrame[role="avis-retard"] { background: $retard_fond; border-bottom: 1px solid $retard; }
QFrame[role="avis-alerte"] { background: $alerte_fond; border-bottom: 1px solid $alerte; }
QFrame[role="avis-ok"] { background: $ok_fond; border-bottom: 1px solid $ok; }
QFrame[role="avis-neutre"] { background: $rail; border-bottom: 1px solid $filet; }

QLabel[etat] { border-radius: 3px; padding: 2px 8px; }
QLabel[etat="retard"] { background: $retard_fond; color: $retard; }
QLabel[etat="alerte"] { background: $alerte_fond; color: $alerte; }
QLabel[etat="ok"] { background: $ok_fond; color: $ok; }
QLabel[etat="neutre"] { background: $rail; color: $texte; }

QPushButton {
    background: $panneau; border: 1px solid $filet; border-radius: 4px; padding: 6px 14px;
}
QPushButton:hover { background: $selection; }
QPushButton:pressed { background: $filet; }
QPushButton:focus { border: 2px solid $accent; padding: 5px 13px; }
QPushButton:disabled { color: $texte_doux; background: $rail; }
QPushButton[role="principal"] {
    background: $accent; border-color: $accent; color: $sur_accent; font-weight: 600;
}
QPushButton[role="principal"]:hover { background: $accent; border-color: $repere; }
QPushButton[role="principal"]:focus { border: 2px solid $repere; }
QPushButton[role="principal"]:disabled {
    background: $filet; border-color: $filet; color: $texte_doux;
}
QPushButton[role="lien"] {
    background: transparent; border: 1px solid transparent; color: $accent; padding: 2px 4px;
    text-align: left;
}
QPushButton[role="lien"]:hover { text-decoration: underline; background: transparent; }
QPushButton[role="lien"]:focus { border: 1px solid $accent; }

QPushButton[role="rail"] {
    background: transparent; border: 1px solid transparent; padding: 4px 10px; text-align: left;
}
QPushButton[role="rail"]:hover { background: $selection; }
QPushButton[role="rail"]:checked { background: $selection; color: $accent; font-weight: 600; }
QPushButton[role="rail"]:focus { border: 1px solid $accent; padding: 4px 10px; }

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QDateEdit, QComboBox {
    background: $panneau; border: 1px solid $filet; border-radius: 4px; padding: 5px 8px;
    selection-background-color: $accent; selection-color: $sur_accent;
}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus,
QDateEdit:focus, QComboBox:focus { border: 2px solid $accent; padding: 4px 7px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QSpinBox:disabled, QDateEdit:disabled,
QComboBox:disabled { background: $rail; color: $texte_doux; }

QCheckBox::indicator, QRadioButton::indicator, QListView::indicator,
QTableView::indicator {
    width: 14px; height: 14px; border: 1px solid $texte_doux; background: $panneau;
}
QCheckBox::indicator, QListView::indicator,
QTableView::indicator { border-radius: 3px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:checked, QListView::indicator:checked,
QTableView::indicator:checked {
    background: $accent; border-color: $accent; image: url($coche);
}
QRadioButton::indicator:checked {
    width: 6px; height: 6px; border: 5px solid $accent; border-radius: 8px;
}
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border-color: $accent; }
QCheckBox::indicator:disabled { background: $rail; border-color: $filet; }

QComboBox::drop-down, QDateEdit::drop-down {
    border: none; width: 24px; subcontrol-position: right center;
}
QComboBox::down-arrow, QDateEdit::down-arrow {
    image: url($fleche_bas); width: 14px; height: 14px;
}
QPushButton::menu-indicator {
    image: url($fleche_bas); width: 14px; height: 14px;
    subcontrol-position: right center; right: 6px;
}
QSpinBox::up-button, QDoubleSpinBox::up-button, QSpinBox::down-button,
QDoubleSpinBox::down-button { border: none; background: transparent; width: 20px; }
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow {
    image: url($fleche_haut); width: 12px; height: 12px;
}
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow {
    image: url($fleche_bas); width: 12px; height: 12px;
}
QAbstractScrollArea::corner { background: $panneau; border: none; }

QTableView, QListView {
    background: $panneau; border: 1px solid $filet; border-radius: 4px;
    alternate-background-color: $panneau; outline: none;
    selection-background-color: $selection; selection-color: $texte;
}
QTableView[role="nue"], QListView[role="nue"] { border: none; }
QTableView:focus, QListView:focus { border-color: $accent; }
QTableView::item, QListView::item { border-bottom: 1px solid $filet; padding: 0 8px; }
QTableView::item:selected, QListView::item:selected { background: $selection; color: $texte; }
QTableView::item:focus { border: 1px solid $accent; }
QHeaderView { background: $panneau; border: none; }
QHeaderView::section {
    background: $panneau; color: $texte_doux; border: none; border-bottom: 1px solid $filet;
    padding: 6px 11px;
}
QHeaderView::up-arrow { image: url($fleche_bas); width: 12px; height: 12px; }
QHeaderView::down-arrow { image: url($fleche_haut); width: 12px; height: 12px; }
QHeaderView::up-arrow, QHeaderView::down-arrow { subcontrol-position: top center; }
QHeaderView::section:hover { color: $texte; }
QTableCornerButton::section { background: $panneau; border: none; }

QMenuBar, QMenu { font-size: ${corps}pt; }
QMenuBar { background: $panneau; border-bottom: 1px solid $filet; }
QMenuBar::item { background: transparent; padding: 5px 10px; }
QMenuBar::item:selected { background: $selection; }
QMenu { background: $panneau; border: 1px solid $filet; padding: 4px 0; }
QMenu::item { padding: 6px 28px 6px 24px; }
QMenu::item:selected { background: $selection; color: $texte; }
QMenu::item:disabled { color: $texte_doux; }
QMenu::separator { height: 1px; background: $filet; margin: 4px 0; }

QStatusBar { background: $panneau; border-top: 1px solid $filet; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $texte_doux; }
QStatusBar QPushButton { padding: 1px 10px; }
QStatusBar QPushButton[role="lien"] { color: $texte_doux; padding: 1px 4px; }
QStatusBar QPushButton[role="lien"]:focus { padding: 1px 4px; }
QStatusBar QPushButton:focus { padding: 0 9px; }
QProgressBar {
    background: $fond; border: 1px solid $filet; border-radius: 3px; text-align: center;
}
QProgressBar::chunk { background: $barre; border-radius: 2px; }
QTabWidget::pane { background: $panneau; border: 1px solid $filet; border-radius: 4px; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab {
    background: transparent; color: $texte_doux; border: none; padding: 7px 14px;
    border-bottom: 2px solid transparent;
}
QTabBar::tab:hover { color: $texte; }
QTabBar::tab:selected { color: $accent; border-bottom-color: $accent; }
QTabBar::tab:focus { background: $selection; }
QSplitter::handle { background: transparent; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget { background: transparent; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $filet; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 24px; }
QScrollBar::handle:horizontal { min-width: 24px; }
QScrollBar::handle:hover { background: $texte_doux; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QGroupBox { border: none; margin-top: 1.6em; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; left: 0; padding: 0; }
""")
