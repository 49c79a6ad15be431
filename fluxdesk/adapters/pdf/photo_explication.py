"""One page in plain words: what the management in flux changes, with the figures (B25)."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from fluxdesk.adapters.pdf.photo_tables import barres
from fluxdesk.adapters.pdf.style import ACCENT, DOUX, GRAS, para, style
from fluxdesk.adapters.pdf.tableaux import titre_section
from fluxdesk.domain.dates import en_lettres
from fluxdesk.domain.flux.nombres import nombre
from fluxdesk.domain.photo_ecarts import nom_de
from fluxdesk.domain.typographie import accorde, typographier

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from fluxdesk.domain.photo import ContenuPhoto
    from fluxdesk.services.papiers_photo import PhotoImprimee

MONTRES = 8  # bars: more would not hold on the page
_CHANGE = (
    "Un logement qui se libère n’est plus attaché à un organisme pour toujours.",
    (
        "Le bailleur choisit à qui le proposer, selon ce qui est dû à chacun et selon les besoins. "
        "Il doit pouvoir dire pourquoi."
    ),
    (
        "Avant le 28 février de chaque année, il rend compte à tous : logements proposés, "
        "logements attribués, par commune, par type et par financement."
    ),
)
_RESTE = (
    "La demande de logement se fait comme avant, avec un seul numéro pour tous les bailleurs.",
    "C’est toujours la commission d’attribution qui décide, sur plusieurs candidats.",
    "Les ménages prioritaires, dont ceux reconnus au titre du DALO, le restent.",
    "Certains logements restent réservés un par un : défense, sécurité intérieure, santé.",
)
_MOTS = (
    "Réservataire : l’organisme (État, Action Logement, commune…) qui peut proposer des candidats "
    "parce qu’il a aidé à financer des logements, ou parce que la loi le dit. Flux : les logements "
    "qui se libèrent dans une année. Soustraits : ceux gardés pour les mutations et les "
    "relogements, avant le partage."
)


def explication(photo: PhotoImprimee) -> list[Flowable]:
    """The flowables of the page."""
    contenu = photo.contenu
    return [
        para(photo.bailleur.raison_sociale, style(9.5, couleur=DOUX)),
        para("Ce que change la gestion en flux", style(21, GRAS, couleur=ACCENT, apres=4)),
        para(_avant(contenu), style(11, apres=4)),
        para(_maintenant(contenu), style(11, apres=6)),
        titre_section("Sur 100 logements libérés à partager, combien pour chacun", avant=6),
        barres(_parts(contenu)),
        titre_section("Ce qui change", avant=10),
        *_points(_CHANGE),
        titre_section("Ce qui ne change pas", avant=8),
        *_points(_RESTE),
        titre_section("Les mots", avant=8),
        para(typographier(_MOTS), style(9, couleur=DOUX)),
        para(
            typographier(
                f"Chiffres de la photo « {photo.photo.nom} », état au "
                f"{en_lettres(photo.photo.jour)}. Prévisions : le partage se fait sur les "
                "logements réellement libérés."
            ),
            style(8, couleur=DOUX, avant=8),
        ),
    ]


def _avant(contenu: ContenuPhoto) -> str:
    rights = sum(line.suite + line.uniques for line in contenu.stock)
    park = accorde(contenu.hypotheses.patrimoine, "logement")
    return typographier(
        f"Avant : sur {park}, {rights} étaient réservés un par un. Quand l’un d’eux se libérait, "
        "il revenait toujours au même organisme, même si un autre en avait plus besoin."
    )


def _maintenant(contenu: ContenuPhoto) -> str:
    h = contenu.hypotheses
    freed, shared = round(h.liberations), round(h.flux)
    kept = (
        f", moins {accorde(h.soustraits, 'gardé', 'gardés')} pour les mutations, les relogements "
        "et les ventes"
        if h.soustraits
        else ""
    )
    new = f", plus {accorde(h.neuf, 'logement neuf', 'logements neufs')}" if h.neuf else ""
    return typographier(
        f"Maintenant : chaque organisme a une part des logements qui se libèrent. Environ "
        f"{freed} se libèrent par an{kept}{new} : {shared} sont à partager."
    )


def _parts(contenu: ContenuPhoto) -> list[tuple[str, str, float]]:
    """The largest first, the small ones together, the landlord last."""
    found = contenu.conversion()
    shares = sorted(
        ((nom_de(part.stock), part.part, part.logements) for part in found.parts),
        key=lambda one: -one[1],
    )
    shown, small = shares[:MONTRES], shares[MONTRES:]
    if small:
        shown.append(
            (
                f"Les {len(small)} autres",
                sum((one[1] for one in small), Fraction(0)),
                sum((one[2] for one in small), Fraction(0)),
            )
        )
    shown.append(("Le bailleur lui-même", found.bailleur / found.flux, found.bailleur))
    longest = max((one[1] for one in shown), default=Fraction(1)) or Fraction(1)
    return [
        (name, f"{nombre(share * 100, 1)}, soit {nombre(homes, 1)} par an", float(share / longest))
        for name, share, homes in shown
    ]


def _points(phrases: tuple[str, ...]) -> list[Flowable]:
    return [para(typographier(f"•  {phrase}"), style(10, apres=1.5)) for phrase in phrases]
