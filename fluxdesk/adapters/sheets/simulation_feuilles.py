"""The sheets of a simulation: what is supposed, then what it changes."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

from fluxdesk.adapters.sheets.bilan_page import DECIMAL, ENTETE, ENTIER, PREMIERE, TAUX, arrondi
from fluxdesk.domain.dates import en_chiffres
from fluxdesk.domain.flux.nombres import nombre
from fluxdesk.domain.flux.parties import UN
from fluxdesk.domain.typographie import accorde, typographier
from fluxdesk.services.simuler_mots import LIBELLES_AXES, LIBELLES_REFUS

if TYPE_CHECKING:
    from fluxdesk.adapters.sheets.bilan_page import Feuille
    from fluxdesk.services.simuler_annee import Passe, Simulation

FAIT, SIMULE = "fait", "simulé"


def feuille_hypotheses(sheet: Feuille, simulation: Simulation) -> None:
    """What was signed and what was supposed, party by party."""
    moved = accorde(len(simulation.deplaces), "logement serait allé", "logements seraient allés")
    _ouvrir(
        sheet,
        simulation,
        "Hypothèses",
        f"{accorde(len(simulation.jours) - 1, 'logement')} ; {moved} ailleurs. "
        f"Tolérance : {nombre(simulation.tolerance)} logement.",
    )
    titles = ("Réservataire", "Taux signé", "Taux simulé", "Refus signé", "Refus simulé")
    sheet.entetes(ENTETE, titles)
    for column in (4, 5):  # words after figures
        sheet.page.cell(ENTETE, column).alignment = copy(sheet.page.cell(ENTETE, 1).alignment)
    for row, clause in enumerate(simulation.hypothese, start=PREMIERE):
        sheet.texte(row, 1, _retrait(clause.nom, clause.parent), gras=clause.modifiee)
        for column, rate in ((2, clause.signe), (3, clause.taux)):
            if rate is None:
                sheet.texte(row, column, "aucun")
            else:
                sheet.nombre(row, column, rate / UN, TAUX)
        sheet.texte(row, 4, LIBELLES_REFUS[clause.refus_signe])
        sheet.texte(row, 5, LIBELLES_REFUS[clause.refus])
    _finir(sheet, len(simulation.hypothese), len(titles))


def feuille_comptes(sheet: Feuille, simulation: Simulation) -> None:
    """Due, served, retard and the greatest retard, both ways."""
    _ouvrir(sheet, simulation, "Comptes", "En logements, depuis l’ouverture du registre.")
    measures = ("dû", "servi", "retard", "plus grand écart")
    titles = (
        "Réservataire",
        *(f"{name[0].upper()}{name[1:]}, {way}" for way in (FAIT, SIMULE) for name in measures),
        "Servi en plus ou en moins",
    )
    sheet.entetes(ENTETE, titles)
    pairs = zip(simulation.fait.soldes, simulation.simule.soldes, strict=True)
    for row, (done, played) in enumerate(pairs, start=PREMIERE):
        sheet.texte(row, 1, _retrait(simulation.noms[done.cle], done.parent))
        for start, passe, solde in ((2, simulation.fait, done), (6, simulation.simule, played)):
            sheet.nombre(row, start, solde.du / UN, DECIMAL)
            sheet.nombre(row, start + 1, solde.servi, ENTIER)
            sheet.nombre(row, start + 2, solde.retard / UN, DECIMAL)
            sheet.nombre(row, start + 3, passe.retards_max[solde.cle] / UN, DECIMAL)
        sheet.nombre(row, 10, played.servi - done.servi, "+#,##0;-#,##0;0")
    _finir(sheet, len(simulation.fait.soldes), len(titles))


def feuille_courbes(sheet: Feuille, simulation: Simulation) -> None:
    """Each party's retard after each dwelling, both ways."""
    _ouvrir(
        sheet, simulation, "Courbes de retard", "Retard en logements après chaque logement placé."
    )
    cles = list(simulation.fait.courbes)
    ways: tuple[tuple[str, Passe], ...] = ((FAIT, simulation.fait), (SIMULE, simulation.simule))
    titles = (
        "Date",
        "Logement",
        *(f"{simulation.noms[cle]}, {way}" for cle in cles for way, _ in ways),
    )
    sheet.entetes(ENTETE, titles, textes=2)
    units = ["Départ", *(a.unite.cle for a in simulation.source.arrivees)]
    for place, (day, unit) in enumerate(zip(simulation.jours, units, strict=True)):
        row = PREMIERE + place
        sheet.texte(row, 1, en_chiffres(day))
        sheet.texte(row, 2, simulation.source.adresses.get(unit, unit))
        column = 3
        for cle in cles:
            for _, passe in ways:
                _point(sheet, row, column, passe.courbes[cle][place])
                column += 1
    sheet.filtrer(PREMIERE + len(simulation.jours) - 1, len(titles))
    for place, width in enumerate((14, 40, *(14 for _ in titles[2:])), start=1):
        sheet.page.column_dimensions[get_column_letter(place)].width = width


def feuille_mixite(sheet: Feuille, simulation: Simulation) -> None:
    """Due, received and gap of each value, both ways."""
    _ouvrir(sheet, simulation, "Mixité", "En logements, depuis l’ouverture du registre.")
    measures = ("Dû", "Reçu", "Écart")
    titles = (
        "Réservataire",
        "Axe",
        "Valeur",
        *(f"{name}, {way}" for way in (FAIT, SIMULE) for name in measures),
    )
    sheet.entetes(ENTETE, titles, textes=3)
    for row, line in enumerate(simulation.mixite, start=PREMIERE):
        for column, text in enumerate((line.nom, LIBELLES_AXES[line.axe], line.valeur), start=1):
            sheet.texte(row, column, text)
        for start, box in ((4, line.fait), (7, line.simule)):
            sheet.nombre(row, start, arrondi(box.du), DECIMAL)
            sheet.nombre(row, start + 1, box.recu, ENTIER)
            sheet.nombre(row, start + 2, arrondi(box.ecart), DECIMAL)
    _finir(sheet, len(simulation.mixite), len(titles))


def feuille_ecarts(sheet: Feuille, simulation: Simulation) -> None:
    """The dwellings that would have gone elsewhere."""
    _ouvrir(sheet, simulation, "Logements qui seraient allés ailleurs", "")
    titles = (
        "Logement",
        "Date",
        "Ce qui a été fait" if simulation.source.reelle else "Sous les conventions signées",
        "Règle, conventions signées",
        "Règle, hypothèse",
        "Motif",
    )
    sheet.entetes(ENTETE, titles, textes=len(titles))
    for row, gone in enumerate(simulation.deplaces, start=PREMIERE):
        day = en_chiffres(gone.jour)
        texts = (gone.adresse, day, gone.fait, gone.temoin, gone.simule, gone.motif)
        for column, text in enumerate(texts, start=1):
            sheet.texte(row, column, text)
    _finir(sheet, len(simulation.deplaces), len(titles))


def _point(sheet: Feuille, ligne: int, colonne: int, retard: int) -> None:
    """A figure without a dress: a year of forty parties has eighty thousand of them."""
    sheet.page.cell(ligne, colonne, retard / UN).number_format = DECIMAL


def _ouvrir(sheet: Feuille, simulation: Simulation, titre: str, note: str) -> None:
    sheet.titre(1, f"{titre} – simulation {simulation.source.titre}")
    kept = "Rejouée par FluxDesk sous une hypothèse ; rien n’est changé dans la base."
    for row, text in enumerate((kept, note), start=2):
        sheet.note(row, typographier(text))


def _finir(sheet: Feuille, lignes: int, colonnes: int) -> None:
    sheet.filtrer(PREMIERE + max(lignes, 1) - 1, colonnes)
    sheet.ajuster()


def _retrait(nom: str, parent: str | None) -> str:
    return f"    {nom}" if parent else nom
