"""The workbook of an état des lieux: figures, conversion, every right (pratique.md §2.3)."""

from __future__ import annotations

from datetime import UTC, datetime, time
from fractions import Fraction
from typing import TYPE_CHECKING

from openpyxl import Workbook

from fluxdesk.adapters.disk.sortie import poser
from fluxdesk.adapters.sheets.bilan_page import (
    DECIMAL,
    ENTETE,
    PREMIERE,
    TAUX,
    Feuille,
    arrondi,
)
from fluxdesk.adapters.sheets.cellules import texte_sur
from fluxdesk.adapters.sheets.empaquetage import octets
from fluxdesk.adapters.sheets.impression import imprimer
from fluxdesk.domain.dates import en_chiffres, en_lettres
from fluxdesk.domain.photo import AXES_PHOTO, croiser
from fluxdesk.domain.photo_ecarts import nom_de
from fluxdesk.domain.typographie import typographier

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from fluxdesk.domain.photo import DroitPhoto
    from fluxdesk.services.papiers_photo import PhotoImprimee

_COLONNES: tuple[tuple[str, Callable[[DroitPhoto], str | int | None]], ...] = (
    ("Id RPLS", lambda d: d.id_rpls),
    ("Id interne", lambda d: d.id_interne or d.cle),
    ("Adresse", lambda d: d.adresse),
    ("INSEE", lambda d: d.commune),
    ("Commune", lambda d: d.nom_commune),
    ("EPCI", lambda d: d.epci),
    ("QPV", lambda d: d.qpv),
    ("Programme", lambda d: d.programme),
    ("Type", lambda d: d.typologie),
    ("Surface (m²)", lambda d: d.surface),
    ("Financement", lambda d: d.financement),
    ("N° convention APL", lambda d: d.numero_convention),
    ("Année de construction", lambda d: d.annee_construction),
    ("Réservataire", lambda d: d.reservataire),
    ("Sous-contingent", lambda d: d.sous_contingent),
    ("Nature du droit", lambda d: d.nature),
    ("Contrepartie", lambda d: d.contrepartie),
    ("Date de fin de réservation", lambda d: en_chiffres(d.fin)),
    ("Source", lambda d: d.source),
    ("Observations", lambda _: ""),
)


def ecrire_photo_xlsx(photo: PhotoImprimee, cible: Path) -> None:
    """Write the workbook; the same photo gives the same bytes.

    Raises:
        EcritureError: the file cannot be written there.
    """
    book = Workbook()
    book.remove(book.active)
    for name, fill in (
        ("Synthèse", _synthese),
        ("Conversion", _conversion),
        ("Rotation", _rotation),
        ("Croisements", _croisements),
        ("Droits au logement", _droits),
    ):
        sheet = Feuille(book.create_sheet(name))
        _ouvrir(sheet, photo, name)
        fill(sheet, photo)
        imprimer(sheet.page, photo.photo.nom, f"{ENTETE}:{ENTETE}")
    moment = datetime.combine(photo.photo.jour, time(), UTC).replace(tzinfo=None)
    properties = book.properties
    properties.title = texte_sur(f"État des lieux {photo.photo.nom}")
    properties.language = "fr-FR"
    properties.created = moment
    poser(cible, octets(book, {}, f"{moment.isoformat()}Z"))


def _ouvrir(sheet: Feuille, photo: PhotoImprimee, titre: str) -> None:
    sheet.titre(1, f"{titre} – {photo.photo.nom}")
    kept = f"{photo.bailleur.raison_sociale}. État au {en_lettres(photo.photo.jour)}."
    sheet.note(2, typographier(kept))
    sheet.note(3, typographier(f"Empreinte SHA-256 : {photo.photo.empreinte}"))


def _synthese(sheet: Feuille, photo: PhotoImprimee) -> None:
    etat, h = photo.contenu.etat, photo.contenu.hypotheses
    figures: list[tuple[str, Fraction, str]] = [
        ("Logements du parc", Fraction(etat.parc), "#,##0"),
        *((f"Hors assiette : {e.motif.value}", Fraction(e.nombre), "#,##0") for e in etat.exclus),
        ("Assiette (P)", Fraction(h.patrimoine), "#,##0"),
        ("Rotation retenue (τ)", h.rotation.taux or Fraction(0), TAUX),
        ("Libérations attendues (L = P × τ)", h.liberations, DECIMAL),
        ("Soustraits (S)", Fraction(h.soustraits), "#,##0"),
        ("Neuf dans le flux (MS)", Fraction(h.neuf), "#,##0"),
        ("Flux à partager (F)", h.flux, DECIMAL),
    ]
    sheet.entetes(ENTETE, ("Chiffre", "Valeur", "Source"), textes=1)
    for row, (name, value, form) in enumerate(figures, start=PREMIERE):
        sheet.texte(row, 1, typographier(name))
        _nombre(sheet, row, 2, value, form)
        source = h.rotation.source if "τ)" in name and h.rotation.saisie is not None else ""
        sheet.texte(row, 3, source)
    _finir(sheet, len(figures), 3)


def _conversion(sheet: Feuille, photo: PhotoImprimee) -> None:
    found = photo.contenu.conversion()
    sheet.entetes(
        ENTETE,
        ("Réservataire", "Formule", "Droits de suite", "Droits uniques", "Taux", "Logements par an",
         "Arrondi", "Écart avec le taux actuel"),
        textes=2,
    )  # fmt: skip
    for row, part in enumerate(found.parts, start=PREMIERE):
        sheet.texte(row, 1, nom_de(part.stock))
        sheet.texte(row, 2, part.formule.value)
        sheet.nombre(row, 3, part.stock.suite)
        sheet.nombre(row, 4, part.stock.uniques)
        _nombre(sheet, row, 5, part.taux, TAUX)
        _nombre(sheet, row, 6, part.logements, DECIMAL)
        sheet.nombre(row, 7, part.arrondi)
        if part.ecart is not None:
            _nombre(sheet, row, 8, part.ecart, "+#,##0.00;-#,##0.00;0")
    last = PREMIERE + len(found.parts)
    sheet.texte(last, 1, "Bailleur (non réservé)")
    _nombre(sheet, last, 5, found.bailleur / found.flux, TAUX)
    _nombre(sheet, last, 6, found.bailleur, DECIMAL)
    sheet.nombre(last, 7, found.bailleur_arrondi)
    _finir(sheet, len(found.parts) + 1, 8)


def _rotation(sheet: Feuille, photo: PhotoImprimee) -> None:
    etat = photo.contenu.etat
    titles = ("Segment", "Valeur", "Logements", *map(str, etat.annees), "Rotation")
    sheet.entetes(ENTETE, titles, textes=2)
    lines = [("Parc", "", etat.rotation)]
    lines += [(one.axe, one.dite, one.rotation) for one in etat.rotations]
    lines += [("Réservataire", nom_de(one), one.rotation) for one in photo.contenu.stock]
    for row, (axe, value, rotation) in enumerate(lines, start=PREMIERE):
        sheet.texte(row, 1, axe)
        sheet.texte(row, 2, value)
        sheet.nombre(row, 3, rotation.logements)
        for column, count in enumerate(rotation.relocations, start=4):
            sheet.nombre(row, column, count)
        if rotation.taux is not None:
            _nombre(sheet, row, len(titles), rotation.taux, TAUX)
    _finir(sheet, len(lines), len(titles))


def _croisements(sheet: Feuille, photo: PhotoImprimee) -> None:
    fields = tuple(field for field, _ in AXES_PHOTO)
    cases = croiser(_miens(photo), *fields)
    titles = (*(label for _, label in AXES_PHOTO), "Droits")
    sheet.entetes(ENTETE, titles, textes=len(fields))
    for row, case in enumerate(cases, start=PREMIERE):
        for column, value in enumerate(case.valeurs, start=1):
            sheet.texte(row, column, value)
        sheet.nombre(row, len(titles), case.nombre)
    _finir(sheet, len(cases), len(titles))


def _droits(sheet: Feuille, photo: PhotoImprimee) -> None:
    mine = _miens(photo)
    sheet.entetes(ENTETE, tuple(title for title, _ in _COLONNES), textes=len(_COLONNES))
    for row, droit in enumerate(mine, start=PREMIERE):
        for column, (_, read) in enumerate(_COLONNES, start=1):
            value = read(droit)
            if isinstance(value, int):
                sheet.page.cell(row, column, value)
            else:
                sheet.texte(row, column, value or "")
    _finir(sheet, len(mine), len(_COLONNES))


def _miens(photo: PhotoImprimee) -> tuple[DroitPhoto, ...]:
    """The rights of the one réservataire that is told, or all of them."""
    return tuple(d for d in photo.contenu.etat.droits if photo.reservataire in {"", d.reservataire})


def _nombre(sheet: Feuille, ligne: int, colonne: int, valeur: Fraction, forme: str) -> None:
    shown = float(round(valeur, 4)) if forme == TAUX else arrondi(valeur)
    sheet.nombre(ligne, colonne, shown, forme)


def _finir(sheet: Feuille, lignes: int, colonnes: int) -> None:
    sheet.filtrer(PREMIERE + max(lignes, 1) - 1, colonnes)
    sheet.ajuster()
