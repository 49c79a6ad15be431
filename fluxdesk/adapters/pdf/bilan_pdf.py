"""The annual bilan to be read in two minutes (ports.RedacteurBilan)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, KeepTogether, Spacer, Table

from fluxdesk.adapters.disk.sortie import poser
from fluxdesk.adapters.pdf import bilan_textes as textes
from fluxdesk.adapters.pdf.bilan_graphique import graphique, graphique_mesures
from fluxdesk.adapters.pdf.document import UTILE, Gabarit, composer, couper_titre
from fluxdesk.adapters.pdf.style import (
    ACCENT,
    CENTRE,
    DEMI,
    DOUX,
    FOND,
    GRAS,
    para,
    style,
)
from fluxdesk.adapters.pdf.tableaux import POLICE, chiffres, titre_section
from fluxdesk.domain.bilan import LIBELLES_AXE, AxeBilan, totaux
from fluxdesk.domain.bilan_comptes import comptes, sans_compte
from fluxdesk.domain.bilan_controles import mesures
from fluxdesk.domain.bilan_lignes import causes_de
from fluxdesk.domain.bilan_prevus import NON_LOCALISEES, non_localises, prevus_de, sans_prevision
from fluxdesk.domain.flux.nombres import nombre
from fluxdesk.domain.typographie import accorde, typographier
from fluxdesk.domain.vacance import CategorieSoustrait

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reportlab.platypus import Flowable

    from fluxdesk.domain.bilan import Bilan, LigneSolde

_MESURE = 22 * mm
_COURT = 12  # rows of a table that is not cut
_CHANGEMENTS = 15  # told before the figures
_MESURES = ("Proposés", "Attribués", "Baux signés", "Sans suite")


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
            suite=couper_titre(head),
            premier_haut=13 * mm,
        ),
        lambda: _contenu(bilan),
    )


def _contenu(bilan: Bilan) -> list[Flowable]:
    axes = [axe for axe in AxeBilan if axe is not AxeBilan.RESERVATAIRE or not bilan.reservataire]
    return [
        para(textes.bailleur(bilan), style(9.5, couleur=DOUX)),
        para(textes.titre(bilan), style(19, GRAS, couleur=ACCENT, apres=2)),
        para(textes.portee(bilan), style(9.5, apres=7)),
        *_rectificatif(bilan),
        _vignettes(bilan),
        para(textes.phrase_cle(bilan), style(10, avant=7, apres=4)),
        *_mouvements(bilan),
        *_comptes(bilan),
        *(para(text, style(9, avant=6)) for text in textes.notes(bilan)),
        *(flow for axe in axes for flow in _axe(bilan, axe)),
        *_causes(bilan),
        _soustraits(bilan),
        *_previsionnel(bilan),
        KeepTogether(
            [
                titre_section("Cadre légal", avant=8),
                para(textes.cadre_legal(bilan), style(8, couleur=DOUX)),
            ]
        ),
    ]


def _rectificatif(bilan: Bilan) -> list[Flowable]:
    """What changed since the bilan already sent; all of it is in the workbook."""
    if bilan.version == 1:
        return []
    told = [para(textes.rectificatif(bilan), style(9.5, DEMI, apres=3))]
    told += [para(f"–\u00a0{text}", style(8.5)) for text in bilan.changements[:_CHANGEMENTS]]
    left = len(bilan.changements) - _CHANGEMENTS
    if left > 0:
        more = accorde(left, "autre changement", "autres changements")
        told.append(para(f"–\u00a0et {more}, dans le classeur", style(8.5)))
    return [*told, Spacer(1, 7)]


def _vignettes(bilan: Bilan) -> Flowable:
    """The figures of the year, large, each over its word."""
    rows, _ = textes.proposes_aux_reservataires(bilan)
    year, _ = textes.totaux_soldes(bilan)
    figures = (
        (str(bilan.liberations), "libérations"),
        (str(sum(ligne.proposes for ligne in rows)), "proposés"),
        (str(sum(ligne.attribues for ligne in rows)), "attribués"),
        (str(sum(ligne.baux for ligne in rows)), "baux signés"),
        *_compte_total(bilan, year),
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


def _compte_total(bilan: Bilan, annee: LigneSolde) -> tuple[tuple[str, str], ...]:
    """Accounts are kept by convention: a territory has none, but it has what failed."""
    if bilan.d_un_epci:
        return ((str(sum(ligne.sans_suite for ligne in bilan.lignes)), "sans suite"),)
    return (
        (nombre(annee.du), "dû"),
        (str(annee.servi), "servi"),
        (nombre(annee.solde, signe=True), "solde"),
    )


def _mouvements(bilan: Bilan) -> list[Flowable]:
    """The bars a mayor looks at: who was offered and who was housed, or what kind of dwelling."""
    axe = AxeBilan.TYPOLOGIE if bilan.reservataire else AxeBilan.RESERVATAIRE
    found = totaux(bilan.lignes, axe)
    if not any(t.proposes or t.attribues or t.baux for t in found):
        return []
    label = LIBELLES_AXE[axe].lower()
    return [_bloc(f"Proposés, attribués et baux signés par {label}", graphique_mesures(found))]


def _comptes(bilan: Bilan) -> list[Flowable]:
    """The bars of the year, then the balances since the first day, parts included."""
    found = comptes(bilan)
    if not found:
        return [para(sans_compte(bilan), style(9.5, avant=4))]
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
        _bloc(f"Dû et servi, {bilan.periode.nom}, en logements", bars),
        _bloc(
            f"Comptes cumulés au {bilan.periode.dernier_jour}, en logements",
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


def _axe(bilan: Bilan, axe: AxeBilan) -> list[Flowable]:
    label = LIBELLES_AXE[axe]
    found = totaux(bilan.lignes, axe)
    rows = [(t.modalite, *map(str, mesures([t]))) for t in found]
    sums = tuple(map(str, mesures(bilan.lignes)))
    table = _tableau((label, *_MESURES), rows or [("aucun mouvement", *"0000")], sums)
    name = label if axe is AxeBilan.QPV else f"{label[0].lower()}{label[1:]}"
    if len(rows) > _COURT:  # it would leave half a page blank: it may go on over the page
        head = titre_section(f"Par {name}", avant=8, ensemble=False)
        return [CondPageBreak(60 * mm), head, table]
    return [_bloc(f"Par {name}", table)]


def _tableau(
    entetes: Sequence[str], lignes: Sequence[Sequence[str]], sommes: Sequence[str]
) -> Flowable:
    widths = [UTILE - len(sommes) * _MESURE, *[_MESURE] * len(sommes)]
    return chiffres(entetes, lignes, widths, total=("Total", *sommes))


def _causes(bilan: Bilan) -> list[Flowable]:
    """Why offers failed; causes that did not happen are in the workbook alone."""
    found = [cause for cause in causes_de(bilan) if cause.nombre]
    if not found:
        return []
    rows = [(f"{c.cause} ({c.responsable})", str(c.nombre)) for c in found]
    total = str(sum(c.nombre for c in found))
    table = _tableau(("Cause (imputable à)", "Offres"), rows, (total,))
    return [_bloc("Offres sans suite, par cause", table)]


def _soustraits(bilan: Bilan) -> Flowable:
    counts = {ligne.categorie: ligne.nombre for ligne in bilan.soustraits}
    rows = [(category.value, str(counts.get(category, 0))) for category in CategorieSoustrait]
    table = _tableau(("Catégorie", "Logements"), rows, (str(sum(counts.values())),))
    return _bloc(f"Logements soustraits du flux, {bilan.periode.nom}", table)


def _previsionnel(bilan: Bilan) -> list[Flowable]:
    """What will be taken out next year, by category (R441-5-1)."""
    year = bilan.annee + 1
    if not bilan.periode.entiere:
        return []
    title = f"Prévisionnel {year} des logements soustraits"
    found = prevus_de(bilan, year)
    told, lost = sans_prevision(bilan, year), non_localises(bilan, year)
    apart = typographier(f"{NON_LOCALISEES} : {accorde(lost, 'logement')}.") if lost else ""
    said = [para(text, style(9, avant=3)) for text in (told, apart) if text]
    if not found:
        return [KeepTogether([titre_section(title, avant=8), *said])]
    rows = [
        (category.value, str(sum(f.nombre for f in found if f.categorie is category)))
        for category in CategorieSoustrait
    ]
    table = _tableau(("Catégorie", "Logements"), rows, (str(sum(f.nombre for f in found)),))
    return [_bloc(title, table), *said]


def _bloc(titre: str, table: Flowable) -> Flowable:
    """A heading and its table on one page; a table longer than a page repeats its head."""
    return KeepTogether([titre_section(titre, avant=8), table])
