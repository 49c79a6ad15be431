"""The papers of an état des lieux: to sign, to check line by line, to explain."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, KeepTogether, PageBreak

from fluxdesk.adapters.disk.sortie import poser
from fluxdesk.adapters.pdf import photo_textes as textes
from fluxdesk.adapters.pdf.document import UTILE, Gabarit, composer
from fluxdesk.adapters.pdf.photo_explication import explication
from fluxdesk.adapters.pdf.photo_tables import signatures, tableau
from fluxdesk.adapters.pdf.style import ACCENT, DOUX, GRAS, para, style
from fluxdesk.adapters.pdf.tableaux import chiffres, titre_section
from fluxdesk.domain.dates import en_chiffres
from fluxdesk.domain.logement import NON_RENSEIGNE
from fluxdesk.domain.photo import AXES_PHOTO, croiser
from fluxdesk.domain.typographie import accorde, typographier
from fluxdesk.services.papiers_photo import PapierPhoto

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reportlab.platypus import Flowable

    from fluxdesk.domain.photo import DroitPhoto
    from fluxdesk.services.papiers_photo import PhotoImprimee

DEBUT_DE_TABLE = 30 * mm  # a title, the head of its table, some rows: less goes to the next page
VU = "Vu et accepté. Les réserves se portent dans la colonne « Observation »."
_ENTETES_INVENTAIRE = (
    "Identifiant", "Adresse", "Type", "Financ.", "Nature du droit", "Fin", "Vu", "Observation",
)  # fmt: skip
_CROISES = frozenset({"programme", "nom_commune", "financement", "typologie", "qpv"})


def ecrire_photo_pdf(photo: PhotoImprimee, papier: PapierPhoto, cible: Path) -> None:
    """Write that paper; the same photo gives the same bytes.

    Raises:
        CaractereSansGlypheError: a sign that no shipped font can draw.
        EcritureError: the file cannot be written there.
    """
    poser(cible, photo_en_octets(photo, papier))


def photo_en_octets(photo: PhotoImprimee, papier: PapierPhoto) -> bytes:
    """The PDF itself."""
    head = f"{papier.value} – {photo.photo.nom}"
    siret = f" – SIRET\u00a0{photo.bailleur.siret}" if photo.bailleur.siret else ""
    contents = {
        PapierPhoto.PHOTO: _photo,
        PapierPhoto.INVENTAIRE: _inventaire,
        PapierPhoto.EXPLICATION: explication,
    }
    return composer(
        Gabarit(
            titre=head,
            auteur=photo.bailleur.raison_sociale,
            pied=f"{photo.bailleur.raison_sociale}{siret}",
            suite=head,
            premier_haut=13 * mm,
        ),
        lambda: contents[papier](photo),
    )


def _titre(photo: PhotoImprimee, titre: str) -> list[Flowable]:
    return [
        para(photo.bailleur.raison_sociale, style(9.5, couleur=DOUX)),
        para(titre, style(19, GRAS, couleur=ACCENT, apres=2)),
        para(textes.entete(photo), style(9, couleur=DOUX, apres=6)),
    ]


def _noms(photo: PhotoImprimee) -> list[str]:
    """The réservataires that sign, in the order of the stock."""
    if photo.reservataire:
        return [photo.reservataire]
    named = [line.nom for line in photo.contenu.stock]
    named += [droit.reservataire for droit in photo.contenu.etat.droits]
    return list(dict.fromkeys(named))


def _photo(photo: PhotoImprimee) -> list[Flowable]:
    contenu = photo.contenu
    etat = contenu.etat
    figure, name = 24 * mm, 62 * mm
    stock = chiffres(
        ("Réservataire", "Droits de suite", "Part de l’assiette", "Uniques", "Rotation"),
        textes.lignes_stock(contenu),
        (UTILE - 4 * figure, *[figure] * 4),
    )
    flow = chiffres(
        ("Flux attendu", "Par an"), textes.lignes_flux(contenu), (UTILE - figure, figure)
    )
    rates = tableau(
        ("Réservataire", "Formule retenue", "Taux", "Logements/an", "Arrondi", "Écart au taux"),
        textes.lignes_conversion(contenu),
        (name, UTILE - name - 4 * 22 * mm, *[22 * mm] * 4),
        a_droite=(2, 3, 4, 5),
    )  # fmt: skip
    return [
        *_titre(photo, "État des lieux des réservations"),
        para(textes.phrase_assiette(etat), style(10, apres=2)),
        *(
            para(typographier(f"{one.nombre} : {one.motif.value}."), style(8.5, couleur=DOUX))
            for one in etat.exclus
        ),
        _bloc("Le flux attendu", flow),
        _bloc("Les droits en stock", stock),
        _bloc("Ce que deviennent ces droits", rates),
        *_croises(etat.droits),
        KeepTogether(
            [
                titre_section("Cadre", avant=8),
                para(typographier(textes.MENTION), style(8, couleur=DOUX)),
            ]
        ),
        titre_section("Signatures", avant=10),
        *signatures([photo.bailleur.raison_sociale, *_noms(photo)], "Vu et accepté"),
    ]  # fmt: skip


def _croises(droits: tuple[DroitPhoto, ...]) -> list[Flowable]:
    """Rights by réservataire on each axis, one table an axis."""
    made: list[Flowable] = []
    for field, label in AXES_PHOTO:
        if field not in _CROISES:
            continue
        rows = [
            (case.valeurs[0] or NON_RENSEIGNE, *case.valeurs[1:], str(case.nombre))
            for case in croiser(droits, field, "reservataire", "nature")
        ]
        wide = UTILE - 22 * mm
        table = tableau(
            (label, "Réservataire", "Nature du droit", "Droits"),
            _sans_redite(rows) or [("Aucun droit identifié au logement", "", "", "0")],
            (wide * 0.4, wide * 0.35, wide * 0.25, 22 * mm),
            a_droite=(3,),
        )
        named = label if field == "qpv" else label.lower()
        title = titre_section(f"Droits identifiés, par {named}", avant=8, ensemble=False)
        made += [CondPageBreak(DEBUT_DE_TABLE), title, table]
    return made


def _sans_redite(lignes: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """A first value that is the one above is not said again."""
    shown: list[tuple[str, ...]] = []
    for _, group in groupby(lignes, key=lambda line: line[0]):
        first, *others = group
        shown += [first, *(("", *line[1:]) for line in others)]
    return shown


def _inventaire(photo: PhotoImprimee) -> list[Flowable]:
    made: list[Flowable] = []
    for name in _noms(photo):
        mine = [d for d in photo.contenu.etat.droits if d.reservataire == name]
        if made:
            made.append(PageBreak())
        made += [*_titre(photo, "Inventaire des droits"), *_inventaire_de(photo, name, mine)]
    return made or _titre(photo, "Inventaire des droits")


def _inventaire_de(photo: PhotoImprimee, nom: str, droits: Sequence[DroitPhoto]) -> list[Flowable]:
    lines = [line for line in photo.contenu.stock if line.nom == nom]
    unnamed = sum(line.suite + line.uniques for line in lines) - len(droits)
    said = f"{nom} : {accorde(len(droits), 'droit identifié', 'droits identifiés')} au logement"
    if unnamed > 0:
        said += f", et {unnamed} au programme, sans logement désigné"
    made: list[Flowable] = [para(typographier(f"{said}."), style(11, GRAS, apres=4))]
    widths = (24 * mm, 42 * mm, 11 * mm, 15 * mm, 27 * mm, 20 * mm, 9 * mm, UTILE - 148 * mm)
    for programme, group in groupby(droits, key=lambda d: d.programme):
        rows = [_ligne(droit) for droit in group]
        title = programme or "Sans programme"
        made += [
            titre_section(f"{title} – {accorde(len(rows), 'droit')}", avant=7),
            tableau(
                _ENTETES_INVENTAIRE,
                rows,
                widths,
                cases=(6,),
            ),
        ]  # fmt: skip
    return [
        *made,
        para("", style(6)),
        *signatures([photo.bailleur.raison_sociale, nom], typographier(VU)),
    ]


def _ligne(droit: DroitPhoto) -> tuple[str, ...]:
    nature = f"{droit.nature} ({droit.sous_contingent})" if droit.sous_contingent else droit.nature
    return (
        droit.id_rpls or droit.id_interne or droit.cle,
        ", ".join(filter(None, (droit.adresse, droit.nom_commune))),
        droit.typologie,
        droit.financement,
        nature,
        en_chiffres(droit.fin),
        "",
        "",
    )


def _bloc(titre: str, table: Flowable) -> Flowable:
    return KeepTogether([titre_section(titre, avant=8), table])
