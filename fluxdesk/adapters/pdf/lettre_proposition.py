"""The letter that offers a freed dwelling to a réservataire (pratique.md §3.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.units import mm
from reportlab.platypus import KeepTogether, PageBreak, Table

from fluxdesk.adapters.disk.sortie import poser
from fluxdesk.adapters.pdf import lettre_valeurs as valeurs
from fluxdesk.adapters.pdf.document import UTILE, Gabarit, composer
from fluxdesk.adapters.pdf.lettre_coupon import coupon
from fluxdesk.adapters.pdf.lettre_entete import entete
from fluxdesk.adapters.pdf.style import ACCENT, DEMI, DOUX, FOND, GRAS, para, style
from fluxdesk.adapters.pdf.tableaux import POLICE, SANS_MARGE, fiche, titre_section
from fluxdesk.domain.convention import ModeOffre
from fluxdesk.domain.typographie import typographier

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from reportlab.platypus import Flowable

    from fluxdesk.services.ports import LettreProposition

_DROITE_LETTRE = 85 * mm  # from the left margin: date and signature stand under the address


def ecrire_lettre(lettre: LettreProposition, cible: Path) -> None:
    """Write the letter and its reply slip; the same letter gives the same bytes.

    Raises:
        CaractereSansGlypheError: a sign that no shipped font can draw.
        LogoIllisibleError: the logo is not an image.
        EcritureError: the file cannot be written there.
    """
    poser(cible, lettre_en_octets(lettre))


def lettre_en_octets(lettre: LettreProposition) -> bytes:
    """The PDF itself."""
    number = lettre.orientation.numero
    landlord = lettre.bailleur.raison_sociale

    head = entete(lettre)
    return composer(
        Gabarit(
            titre=f"Proposition de logement n°\u00a0{number}",
            auteur=landlord,
            pied=f"Offre n°\u00a0{number} – {landlord}",
            suite=f"{landlord} – offre n°\u00a0{number}",
            premiere=head.dessiner,
            premier_haut=head.hauteur,
        ),
        lambda: _contenu(lettre),
    )


def _contenu(lettre: LettreProposition) -> list[Flowable]:
    body = style(9.1, apres=3)
    home = lettre.logement
    return [
        _a_droite([para(_lieu_et_date(lettre), style(9.2))]),
        para(f"Objet\u00a0: {_objet(lettre)}", style(9.8, DEMI, avant=3, apres=5)),
        para("Madame, Monsieur,", body),
        para(_introduction(lettre), body),
        _echeance(lettre),
        titre_section("Le logement"),
        fiche([("Adresse", valeurs.adresse_complete(home))], UTILE, colonnes=1),
        fiche(valeurs.logement(lettre), UTILE),
        _ensemble("Loyer et charges, par mois", valeurs.argent(home)),
        _ensemble("Calendrier", valeurs.calendrier(lettre)),
        KeepTogether(
            [
                para(valeurs.attente(lettre), style(9.1, avant=6, apres=3)),
                para(valeurs.position(lettre), body),
                para(_POLITESSE, body),
                _a_droite(_signature(lettre)),
            ]
        ),
        PageBreak(),
        *coupon(lettre),
    ]


_POLITESSE = (
    "Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées."
)


def _ensemble(titre: str, lignes: tuple[valeurs.Ligne, ...]) -> Flowable:
    return KeepTogether([titre_section(titre), fiche(lignes, UTILE)])


def _lieu_et_date(lettre: LettreProposition) -> str:
    day = f"le {valeurs.jour_en_lettres(lettre.orientation.jour)}"
    place = lettre.bailleur.ville
    return f"{place}, {day}" if place else day.capitalize()


def _objet(lettre: LettreProposition) -> str:
    home = lettre.logement
    name = home.programme or home.adresse.ligne() or home.id_interne or home.id_rpls
    what = f"proposition d’un logement {valeurs.typologie_connue(home)}".strip()
    return ", ".join(part for part in (what, name) if part)


_A_PLUSIEURS = (
    " Il est proposé également à d’autres réservataires ; il sera imputé à celui dont le candidat"
    " signera le bail."
)


def _introduction(lettre: LettreProposition) -> str:
    return typographier(
        "En application de la convention de réservation qui nous lie, nous mettons à la disposition"
        f" du contingent « {valeurs.contingent(lettre)} » le logement décrit ci-dessous."
        f"{_A_PLUSIEURS if lettre.orientation.mode is ModeOffre.TOUS else ''}"
    )


def _echeance(lettre: LettreProposition) -> Flowable:
    """The deadline, in the one box of the page."""
    offer = lettre.orientation
    lines = [para(_au_plus_tard(offer.echeance), style(11.5, GRAS, couleur=ACCENT))]
    if offer.echeance_explication:
        why = offer.echeance_explication
        lines.append(para(f"Soit {why}.", style(8.4, couleur=DOUX)))
    box = Table([[lines]], colWidths=[UTILE])
    box.setStyle(
        [
            POLICE,
            ("BACKGROUND", (0, 0), (-1, -1), FOND),
            ("LINEBEFORE", (0, 0), (0, -1), 2.5, ACCENT),
            ("LEFTPADDING", (0, 0), (-1, -1), 9),
            ("TOPPADDING", (0, 0), (-1, -1), 4),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
        ]
    )
    return box


def _au_plus_tard(jour: date | None) -> str:
    if jour is None:
        return "Date limite de réponse\u00a0: non renseignée"
    return f"Réponse attendue au plus tard le {valeurs.jour_de_semaine(jour)}"


def _signature(lettre: LettreProposition) -> list[Flowable]:
    landlord = lettre.bailleur
    named = [part for part in (landlord.qualite_signataire, landlord.signataire) if part]
    lines = named or [f"Pour {landlord.raison_sociale}"]
    return [para(line, style(9.2)) for line in lines]


def _a_droite(textes: list[Flowable]) -> Flowable:
    table = Table([["", textes]], colWidths=[_DROITE_LETTRE, UTILE - _DROITE_LETTRE])
    table.setStyle(SANS_MARGE)
    return table
