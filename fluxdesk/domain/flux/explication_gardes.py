"""The rules of law in French sentences: what was triggered, with its figures and its article."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from fluxdesk.domain.flux.gardes import EffetGarde, NatureGarde
from fluxdesk.domain.flux.nombres import nombre
from fluxdesk.domain.flux.parties import UN
from fluxdesk.domain.flux.phrases import a, logements
from fluxdesk.domain.taux import ecrire_taux
from fluxdesk.domain.typographie import accorde

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fluxdesk.domain.flux.gardes import ConstatGarde
    from fluxdesk.domain.flux.proposition import Suggestion


def garde_legale(suggestion: Suggestion) -> str:
    """Say which rules decided, and who would have been proposed without them."""
    constats = [constat for constat in suggestion.gardes if constat.decisif]
    sans = "Sans cette règle" if len(constats) == 1 else "Sans ces règles"
    regles = ". ".join([f"règle légale. {_regle(constats[0])}", *map(_regle, constats[1:])])
    return f"{regles}. {sans}, le logement irait {a(suggestion.sans_garde)}"


def alertes(suggestion: Suggestion) -> Iterable[str]:
    """Say the rules that only warn, but for the lack that the proposal itself makes up for."""
    lignee = {
        suggestion.choix,
        suggestion.destinataire,
        *(rang.parent for rang in suggestion.sous_rangs),
    }
    phrases = [
        _regle(constat)
        for constat in suggestion.gardes
        if constat.garde.effet is EffetGarde.ALERTE and constat.partie not in lignee
    ]
    if phrases:
        debut = "Alerte légale" if len(phrases) == 1 else "Alertes légales"
        yield f"{debut} : {'. '.join([_minuscule(phrases[0]), *phrases[1:]])}."


def _regle(constat: ConstatGarde) -> str:
    garde = constat.garde
    part, source = f"La part {garde.nom}", f"({garde.source})"
    taux = ecrire_taux(garde.dix_milliemes)
    match garde.nature:
        case NatureGarde.PLAFOND:
            au_plus = accorde(constat.limite, "logement")
            return (
                f"{part} ne dépasse pas {taux} du flux {source} : sur {_tous(constat)} en "
                f"{constat.annee}, celui-ci compris, {au_plus} au plus, déjà reçu {constat.tenus}"
            )
        case NatureGarde.UNIFORME:
            debut = f"{part} est la même dans chaque commune {source} : dans celle-ci"
        case _:
            debut = f"{part} hors QPV n'est pas inférieure à {taux} {source} : hors QPV"
    return f"{debut}, {_manque(constat)}"


def _manque(constat: ConstatGarde) -> str:
    qui = f" {a(constat.nom)}" if len(constat.garde.parties) > 1 else ""
    return (
        f"sur {_tous(constat)}, celui-ci compris, dû {nombre(Fraction(constat.du, UN))}, "
        f"reçu {constat.tenus} : il manque {logements(Fraction(constat.manque, UN))}{qui}"
    )


def _tous(constat: ConstatGarde) -> str:
    return accorde(constat.base, "logement")


def _minuscule(phrase: str) -> str:
    return phrase[0].lower() + phrase[1:]
