"""The annual bilan to be read in two minutes (ports.RedacteurBilan)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.units import mm
from reportlab.platypus import KeepTogether, Table

from fluxdesk.adapters.disk.sortie import poser
from fluxdesk.adapters.pdf import bilan_textes as textes
from fluxdesk.adapters.pdf.bilan_graphique import graphique
from fluxdesk.adapters.pdf.document import UTILE, Gabarit, composer
from fluxdesk.adapters.pdf.style import (
    ACCENT,
    CENTRE,
    DOUX,
    FOND,
    GRAS,
    para,
    style,
)
from fluxdesk.adapters.pdf.tableaux import POLICE, chiffres, titre_section
from fluxdesk.domain.bilan import LIBELLES_AXE, AxeBilan, totaux
from fluxdesk.domain.bilan_comptes import comptes
from fluxdesk.domain.flux.nombres import nombre
from fluxdesk.domain.vacance import CategorieSoustrait

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reportlab.platypus import Flowable

    from fluxdesk.domain.bilan import Bilan

_MESURE = 24 * mm
_MESURES = ("Proposés", "Attribués", "Baux signés")


def ecrire_bilan_pdf(bilan: Bilan, cible: Path) -> None:
    """Write the bilan; the same bilan gives the same bytes.

    Raises:
        CaractereSansGlypheError: a sign that no shipped font can draw.
        EcritureError: the file cannot be written there.
    """
    poser(cible, bilan_en_octets(bilan))


def bilan_en_octets(bilan: Bilan) -> bytes:
    """The PDF itself."""
    head = f"{textes.titre(bilan)} – {bilan.destinataire}"

    siret = f" – SIRET\u00a0{bilan.siret}" if bilan.siret else ""
    return composer(
        Gabarit(
            titre=head,
            auteur=bilan.bailleur,
            pied=f"{bilan.bailleur}{siret}",
            suite=head,
            premier_haut=13 * mm,
        ),
        lambda: _contenu(bilan),
    )


def _contenu(bilan: Bilan) -> list[Flowable]:
    axes = [axe for axe in AxeBilan if axe is not AxeBilan.RESERVATAIRE or not bilan.reservataire]
    return [
        para(bilan.bailleur, style(9.5, couleur=DOUX)),
        para(textes.titre(bilan), style(19, GRAS, couleur=ACCENT, apres=2)),
        para(textes.portee(bilan), style(9.5, apres=7)),
        _vignettes(bilan),
        para(textes.phrase_cle(bilan), style(10, avant=7, apres=4)),
        *_comptes(bilan),
        *(para(text, style(9, avant=6)) for text in textes.notes(bilan)),
        *(_axe(bilan, axe) for axe in axes),
        _soustraits(bilan),
        KeepTogether(
            [titre_section("Cadre légal", avant=8), para(textes.MENTION, style(8, couleur=DOUX))]
        ),
    ]


def _vignettes(bilan: Bilan) -> Flowable:
    """The figures of the year, large, each over its word."""
    rows, _ = textes.proposes_aux_reservataires(bilan)
    year, _ = textes.totaux_soldes(bilan)
    figures = (
        (str(bilan.liberations), "libérations"),
        (str(sum(ligne.proposes for ligne in rows)), "proposés"),
        (str(sum(ligne.attribues for ligne in rows)), "attribués"),
        (str(sum(ligne.baux for ligne in rows)), "baux signés"),
        (nombre(year.du), "dû"),
        (str(year.servi), "servi"),
        (nombre(year.solde, signe=True), "solde"),
    )
    big, small = style(15, GRAS, aligne=CENTRE), style(8, couleur=DOUX, aligne=CENTRE)
    cells = [[para(figure, big), para(word, small)] for figure, word in figures]
    table = Table([cells], colWidths=[UTILE / len(figures)] * len(figures))
    table.setStyle(
        [
            POLICE,
            ("BACKGROUND", (0, 0), (-1, -1), FOND),
            ("LEFTPADDING", (0, 0), (-1, -1), 2),
            ("RIGHTPADDING", (0, 0), (-1, -1), 2),
            ("TOPPADDING", (0, 0), (-1, -1), 5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 6),
        ]
    )
    return table


def _comptes(bilan: Bilan) -> list[Flowable]:
    """The bars of the year, then the balances since the first day, parts included."""
    found = comptes(bilan)
    if not found:
        return [para("Aucun réservataire n’a de compte au 31 décembre.", style(9.5, avant=4))]
    bars = graphique([c.annee for c in found if c.compte])
    names = [_ligne_compte(c.cumul.taux, c.nom, c.cumul.parent) for c in found]
    rows = [
        (*head, nombre(c.cumul.du), str(c.cumul.servi), nombre(c.cumul.solde, signe=True))
        for head, c in zip(names, found, strict=True)
    ]
    widths = (UTILE - 4 * 21 * mm, *[21 * mm] * 4)
    heads = ("Réservataire", "Taux", "Dû", "Servi", "Solde")
    # One réservataire is its own total.
    total = None if bilan.reservataire else _total_comptes(bilan)
    return [
        _bloc(f"Dû et servi en {bilan.annee}, en logements", bars),
        _bloc(
            f"Comptes cumulés au 31 décembre {bilan.annee}, en logements",
            chiffres(heads, rows, widths, total=total),
        ),
    ]


def _total_comptes(bilan: Bilan) -> tuple[str, ...]:
    _, history = textes.totaux_soldes(bilan)
    balance = nombre(history.solde, signe=True)
    return "Total des réservataires", "", nombre(history.du), str(history.servi), balance


def _ligne_compte(taux: int | None, nom: str, parent: str) -> tuple[str, str]:
    # The name is indented by no-break spaces: ordinary ones are dropped at the start of a line.
    shown = f"\u00a0\u00a0\u00a0{nom}" if parent else nom
    return shown, "" if taux is None else f"{taux // 100},{taux % 100:02d}\u00a0%"


def _axe(bilan: Bilan, axe: AxeBilan) -> Flowable:
    label = LIBELLES_AXE[axe]
    found = totaux(bilan.lignes, axe)
    rows = [(t.modalite, str(t.proposes), str(t.attribues), str(t.baux)) for t in found]
    sums = (
        str(sum(ligne.proposes for ligne in bilan.lignes)),
        str(sum(ligne.attribues for ligne in bilan.lignes)),
        str(sum(ligne.baux for ligne in bilan.lignes)),
    )
    table = _tableau((label, *_MESURES), rows or [("aucun mouvement", "0", "0", "0")], sums)
    name = label if axe is AxeBilan.QPV else f"{label[0].lower()}{label[1:]}"
    return _bloc(f"Par {name}", table)


def _tableau(
    entetes: Sequence[str], lignes: Sequence[Sequence[str]], sommes: Sequence[str]
) -> Flowable:
    widths = [UTILE - len(sommes) * _MESURE, *[_MESURE] * len(sommes)]
    return chiffres(entetes, lignes, widths, total=("Total", *sommes))


def _soustraits(bilan: Bilan) -> Flowable:
    counts = {ligne.categorie: ligne.nombre for ligne in bilan.soustraits}
    rows = [(category.value, str(counts.get(category, 0))) for category in CategorieSoustrait]
    table = _tableau(("Catégorie", "Logements"), rows, (str(sum(counts.values())),))
    return _bloc(f"Logements soustraits du flux en {bilan.annee}", table)


def _bloc(titre: str, table: Flowable) -> Flowable:
    """A heading and its table on one page; a table longer than a page repeats its head."""
    return KeepTogether([titre_section(titre, avant=8), table])
