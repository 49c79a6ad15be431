"""The sentences and the rows of the papers of an état des lieux."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from fluxdesk.domain.conversion import Formule
from fluxdesk.domain.dates import en_lettres
from fluxdesk.domain.flux.nombres import nombre
from fluxdesk.domain.photo_ecarts import ecrire_rotation, nom_de
from fluxdesk.domain.typographie import accorde, typographier

if TYPE_CHECKING:
    from fluxdesk.domain.photo import ContenuPhoto, EtatDesLieux
    from fluxdesk.services.papiers_photo import PhotoImprimee

MOTS_FORMULE = {
    Formule.PART_DU_STOCK: "part du stock",
    Formule.ROTATION: "rotation propre",
    Formule.DROITS_UNIQUES: "stock + uniques",
}
MENTION = (
    "Aucun texte lu n’impose une formule de conversion : celles retenues ici sont usuelles et se "
    "négocient convention par convention. Assiette et soustraits : CCH, art. R441-5. Le taux vaut "
    "sur le territoire de chaque convention."
)


def entete(photo: PhotoImprimee) -> str:
    """What is frozen, when, and how to check it."""
    shot = photo.photo
    frozen = f", figée le {en_lettres(shot.figee)}" if shot.figee else ""
    return typographier(
        f"« {shot.nom} », état au {en_lettres(shot.jour)}{frozen}. "
        f"Empreinte SHA-256 : {shot.empreinte[:16]}…"
    )


def phrase_assiette(etat: EtatDesLieux) -> str:
    """How many dwellings, of which how many count."""
    out = sum(one.nombre for one in etat.exclus)
    told = f" ; {out} n’y entrent pas" if out else ""
    park = accorde(etat.parc, "logement")
    return typographier(f"{park} dans le parc, {etat.assiette} dans l’assiette du flux{told}.")


def lignes_flux(contenu: ContenuPhoto) -> list[tuple[str, str]]:
    """The flow expected, step by step (regles.md 92)."""
    h = contenu.hypotheses
    years = ", ".join(str(year) for year in contenu.etat.annees)
    read = f"moyenne {years}" if years else "aucune année lue"
    source = f"saisie : {h.rotation.source or 'sans source'}"
    origin = source if h.rotation.saisie is not None else read
    return [
        ("Patrimoine de l’assiette (P)", str(h.patrimoine)),
        (typographier(f"Rotation retenue (τ), {origin}"), ecrire_rotation(h.rotation)),
        ("Libérations attendues par an (L = P × τ)", nombre(h.liberations)),
        ("Soustraits par an (S)", str(h.soustraits)),
        ("Neuf compté dans le flux (MS)", str(h.neuf)),
        ("Flux à partager par an (F = L − S + MS)", nombre(h.flux)),
    ]


def lignes_stock(contenu: ContenuPhoto) -> list[tuple[str, ...]]:
    """Rights in stock: réservataire, droits de suite, share of the assiette, uniques, rotation."""
    field = contenu.hypotheses.patrimoine
    return [
        (
            nom_de(line),
            str(line.suite),
            f"{nombre(Fraction(100 * line.suite, field), 1)}\u00a0%",
            str(line.uniques),
            ecrire_rotation(line.rotation),
        )
        for line in contenu.stock
    ]


def lignes_conversion(contenu: ContenuPhoto) -> list[tuple[str, ...]]:
    """What follows: name, formula, rate, dwellings a year, whole number, gap with today."""
    found = contenu.conversion()
    rows: list[tuple[str, ...]] = [
        (
            nom_de(part.stock),
            MOTS_FORMULE[part.formule],
            f"{nombre(part.taux * 100)}\u00a0%",
            nombre(part.logements),
            str(part.arrondi),
            "–" if part.ecart is None else nombre(part.ecart, signe=True),
        )
        for part in found.parts
    ]
    left = f"{nombre(found.bailleur / found.flux * 100)}\u00a0%"
    dwellings = nombre(found.bailleur)
    rows.append(
        ("Bailleur (non réservé)", "reste", left, dwellings, str(found.bailleur_arrondi), "–")
    )
    return rows
