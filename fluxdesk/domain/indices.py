"""What speaks for a column being a field, weighed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxdesk.domain.champs import NatureChamp
from fluxdesk.domain.contenus import part
from fluxdesk.domain.rpls_noms import CODES, rpls_dit
from fluxdesk.domain.titres import ENTIER, ressemblance

if TYPE_CHECKING:
    from fluxdesk.domain.champs import Champ
    from fluxdesk.domain.contenus import Controle

SEUIL = 60  # under it nothing is proposed
_PLEINE, _MOITIE = 0.9, 0.5  # shares of values from which they confirm, or no longer deny
_SIGNE = 0.75  # and the share from which they tell what a column is
_SIGNE_MIN = 3  # values before a column without a telling title is judged by them
_GAIN = 0.3
# What is left of a title that its values deny: little for a code, much for words never met.
_DEMENTI = 0.65
_DEMENTIS = {
    NatureChamp.COMMUNE: 0.35,
    NatureChamp.TEXTE: 0.35,
    NatureChamp.LISTE: 0.8,
}


@dataclass(frozen=True, slots=True)
class Lecture:
    """A column: its place, its title, whether it is hidden, some of its values."""

    place: int
    titre: str
    masquee: bool
    valeurs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DitTitre:
    """How much a title says a field, and the name of it that comes nearest."""

    confiance: int
    nom: str


@dataclass(frozen=True, slots=True)
class Indice:
    """A column weighed as a field. ``part`` is the share of its values that suit, if known."""

    lecture: Lecture
    champ: Champ
    confiance: int
    dit: DitTitre
    part: float | None = None
    mots: str = ""


def titre_dit(titre: str, champ: Champ) -> DitTitre:
    """The name of the field that the title says best; an RPLS name says one or none."""
    settled = rpls_dit(titre) if champ.code in CODES else None
    if settled is not None:
        return DitTitre(ENTIER if settled == champ.code else 0, champ.libelle)
    names = (champ.libelle, *champ.synonymes, champ.code)
    best = max(names, key=lambda name: ressemblance(titre, name))
    return DitTitre(ressemblance(titre, best), best)


def mesurer(lecture: Lecture, champ: Champ, controle: Controle | None) -> Indice:
    """The column as this field: its title first, then confirmed or denied by its values."""
    said = titre_dit(lecture.titre, champ)
    if controle is None or not lecture.valeurs:
        return Indice(lecture, champ, said.confiance, said)
    share = part(lecture.valeurs, controle.epreuve)
    weight = _peser(said.confiance, share, champ)
    if controle.signe and len(lecture.valeurs) >= _SIGNE_MIN:
        shown = part(lecture.valeurs, controle.signe)
        if shown >= _SIGNE:
            weight = max(weight, round(controle.confiance * (1 + shown) / 2))
    return Indice(lecture, champ, weight, said, share, controle.mots)


def _peser(dit: int, part_: float, champ: Champ) -> int:
    if part_ >= _PLEINE:
        return round(dit + (ENTIER - dit) * _GAIN) if dit >= SEUIL else dit
    if part_ >= _MOITIE:
        return dit
    base = _DEMENTIS.get(champ.nature, _DEMENTI)
    return round(dit * (base + (1 - base) * part_))


def dire(indice: Indice) -> str:
    """In French, what the pairing rests on."""
    said = indice.dit
    if said.confiance == ENTIER:
        reasons = ["le titre nomme ce champ"]
    elif said.confiance >= SEUIL:
        reasons = [f"le titre ressemble à « {said.nom} »"]
    else:
        reasons = []
    if indice.part is not None:
        percent = round(ENTIER * indice.part)
        word = "" if indice.part >= _MOITIE else "seulement "
        reasons.append(f"{percent} % {word}des valeurs {indice.mots}")
    if indice.lecture.masquee:
        reasons.append("la colonne est masquée dans le fichier")
    text = ", ".join(reasons)
    return f"{text[:1].upper()}{text[1:]}."
