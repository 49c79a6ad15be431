"""A suggestion in French sentences; every figure comes from it (moteur.md §4)."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from fluxdesk.domain.flux.explication_gardes import alertes, garde_legale
from fluxdesk.domain.flux.nombres import nombre
from fluxdesk.domain.flux.parties import BAILLEUR, Axe
from fluxdesk.domain.flux.phrases import de, logements
from fluxdesk.domain.flux.proposition import Motif, RaisonExclusion
from fluxdesk.domain.typographie import typographier

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from fractions import Fraction

    from fluxdesk.domain.flux.proposition import Ecart, Rang, Suggestion

LIGNES_DE_MIXITE = 3  # lines quoted at most; the ranking shows the whole mix

_AXES = {
    Axe.FINANCEMENT: "financement",
    Axe.QPV: "QPV",
    Axe.TYPOLOGIE: "typologie",
    Axe.COMMUNE: "commune",
    Axe.EPCI: "EPCI",
    Axe.PERIODE: "période",
}

_RAISONS = {
    RaisonExclusion.HORS_TERRITOIRE: "hors de son territoire",
    RaisonExclusion.SANS_TAUX: "sans taux à cette date",
    RaisonExclusion.SUSPENDU: "suspendu",
    RaisonExclusion.A_REFUSE: "a refusé ce logement",
    RaisonExclusion.CARENCE: "n'a pas eu de candidat pour ce logement",
    RaisonExclusion.NEUF_A_PART: "compte le neuf à part",
    RaisonExclusion.PLAFOND: "plafond légal atteint",
    RaisonExclusion.DEJA_SERVI: "déjà servi à hauteur de son droit",
}


def raison(exclusion: RaisonExclusion) -> str:
    """Say why a party is not in the running, to follow its name."""
    return typographier(_RAISONS[exclusion])


def expliquer(suggestion: Suggestion) -> str:
    """Say who is proposed and why: a line for the proposal, one for its motive, then the rest.

    Further lines tell how the parts of a divided party were compared, level by level, which
    rules of law the proposal leaves unmet, and who gave the dwelling back.
    """
    retenu = [*suggestion.sous_rangs, suggestion.classement[0]]
    destinataire = next(rang for rang in retenu if rang.cle == suggestion.destinataire)
    fiche = _fiche(destinataire)
    lignes = [
        f"Proposition : {destinataire.nom}. {fiche[0].upper()}{fiche[1:]}.",
        f"Motif : {_MOTIFS[suggestion.motif](suggestion)}.",
        *_niveaux(suggestion),
        *alertes(suggestion),
        *_echecs(suggestion),
    ]
    return typographier("\n".join(lignes))


def _echecs(suggestion: Suggestion) -> Iterable[str]:
    """Name those who refused the dwelling, then those who found no candidate for it."""
    carents = suggestion.noms_carents
    refusants = [nom for nom in suggestion.noms_refusants if nom not in carents]
    if refusants:
        debut = "Ont refusé" if len(refusants) > 1 else "A refusé"
        yield f"{debut} ce logement : {', '.join(refusants)}."
    if carents:
        yield f"Sans candidat pour ce logement : {', '.join(carents)}."


def _plus_en_retard(suggestion: Suggestion) -> str:
    premier, *autres = suggestion.classement
    bailleur = premier.cle == BAILLEUR
    sujet = premier.nom if suggestion.sous_choix else ""
    debut = "le bailleur est" if bailleur else f"{sujet} est" if sujet else "c'est"
    if autres and bailleur:
        return f"{debut} le plus en retard des éligibles {_face_a(premier, autres)}"
    if autres:
        return f"{debut} le réservataire éligible le plus en retard {_face_a(premier, autres)}"
    servis = any(rang.exclusion is RaisonExclusion.DEJA_SERVI for rang in suggestion.exclus)
    suite = " à ne pas avoir déjà reçu son droit" if servis else ""
    return f"{debut} le seul éligible{suite}"


def _hors_tolerance(suggestion: Suggestion) -> str:
    premier, *autres = suggestion.classement
    retard = f"le retard {de(premier.nom)}" if suggestion.sous_choix else "son retard"
    egaux = [rang for rang in autres if rang.retard == premier.retard]
    egalite = f" {_face_a(premier, egaux)}" if egaux else ""
    return (
        f"{retard} atteint la tolérance ({logements(suggestion.tolerance)}) ; "
        f"il passe avant toute considération de mixité{egalite}"
    )


def _urgence(suggestion: Suggestion) -> str:
    concernes = [r.nom for r in (*suggestion.classement, *suggestion.exclus) if r.besoin]
    match suggestion.horizon_urgence or 0:
        case 0:
            quand = "dès maintenant"
        case 1:
            quand = "à la prochaine libération"
        case liberations:
            quand = f"dans les {liberations} prochaines libérations"
    return (
        f"urgence. Sans ce logement, un réservataire dépasserait la tolérance {quand} ; "
        f"concerné{'s' if len(concernes) > 1 else ''} : {', '.join(concernes)}"
    )


def _aucun_retard(suggestion: Suggestion) -> str:
    premier, *autres = suggestion.classement
    avance = nombre(1 - premier.retard)
    if not autres:
        return (
            f"aucun retard. Avec ce logement, l'avance {de(premier.nom)} serait de {avance}, "
            "mais aucun autre n'est éligible"
        )
    second = max(autres, key=lambda rang: rang.retard)
    suivante = nombre(1 - second.retard)
    face = "à égalité avec" if avance == suivante else "devant"
    return (
        "aucun retard suffisant. Avec ce logement, chaque éligible prendrait une avance d'au "
        f"moins la tolérance ({logements(suggestion.tolerance)}) ; celle {de(premier.nom)} serait "
        f"la plus petite ({avance}, {face} {second.nom}, {suivante})"
    )


def _reprise(suggestion: Suggestion) -> str:
    dernier = suggestion.noms_refusants[-1]
    cause = ", faute de candidat" if dernier in suggestion.noms_carents else " par son refus"
    return (
        f"le droit {de(dernier)} est consommé{cause} ; "
        "le bailleur reprend ce logement pour un tour, sans décompte"
    )


def _mixite(suggestion: Suggestion) -> str:
    premier, *autres = suggestion.classement
    devant = max(autres, key=lambda rang: rang.retard)
    retard = nombre(devant.retard)
    egaux = retard == nombre(premier.retard)
    retardataires = _retardataires(suggestion)
    if retardataires:
        comment = "à égalité" if egaux else "un peu plus"
        debut = f"{retardataires} ; {devant.nom} l'est {comment} ({retard})"
    else:
        comment = "à égalité" if egaux else "un peu plus grand"
        debut = f"le retard {de(devant.nom)} est {comment} ({retard})"
    return f"{debut}, mais ce logement {_correction(premier, devant)}"


def _retardataires(suggestion: Suggestion) -> str:
    """Count who is late among those in the running; nothing to say of fewer than two."""
    en_retard = [rang.cle for rang in suggestion.classement if rang.retard > 0]
    if len(en_retard) <= 1:
        return ""
    bailleur = BAILLEUR in en_retard
    nombre_reservataires = len(en_retard) - bailleur
    pluriel = "s" if nombre_reservataires > 1 else ""
    et_bailleur = " et le bailleur" if bailleur else ""
    tolerance = suggestion.tolerance
    borne = "d'un logement" if tolerance <= 1 else f"de {logements(tolerance)}"
    return (
        f"{nombre_reservataires} réservataire{pluriel}{et_bailleur} sont en retard de moins {borne}"
    )


def _correction(premier: Rang, devant: Rang) -> str:
    """Quote the mix lines that made the difference between the choice and the most late."""
    lignes = _lignes(sorted(premier.ecarts, key=lambda e: -e.ecart), signe=1)
    if lignes:
        return f"corrige mieux l'équilibre {de(premier.nom)} : {lignes}"
    lignes = _lignes(sorted(devant.ecarts, key=lambda e: e.ecart), signe=-1)
    if lignes:
        return f"aggraverait davantage le déséquilibre {de(devant.nom)} : {lignes}"
    mixites = [nombre(rang.mixite, signe=True) for rang in (premier, devant)]
    return f"corrige mieux l'équilibre {de(premier.nom)} (mixité {' contre '.join(mixites)})"


def _lignes(ecarts: Iterable[Ecart], signe: int) -> str:
    visibles = [ecart for ecart in ecarts if round(ecart.ecart * 100) * signe > 0]
    return " ; ".join(
        f"{_AXES[e.axe]} {e.valeur} : dû {nombre(e.du)}, reçu {e.recu} "
        f"({nombre(e.ecart, signe=True)})"
        for e in visibles[:LIGNES_DE_MIXITE]
    )


def _niveaux(suggestion: Suggestion) -> list[str]:
    """Say, level by level, which part of a divided party receives the dwelling."""
    phrases = []
    dessus = suggestion.classement[0]
    for _, groupe in groupby(suggestion.sous_rangs, key=lambda rang: rang.parent):
        premier, *autres = groupe
        eligibles = [rang for rang in autres if rang.exclusion is None]
        place = f"la plus en retard {_face_a(premier, eligibles)}" if eligibles else "éligible"
        part = "est la part" if eligibles else "est la seule part"
        phrases.append(
            f"Au sein {de(dessus.nom)} ({_fiche(dessus)}) : {premier.nom} {part} {place}."
        )
        dessus = premier
    return phrases


def _face_a(premier: Rang, autres: Sequence[Rang]) -> str:
    """Name the next most late, and what decided if the two are exactly level."""
    second = max(autres, key=lambda rang: rang.retard)
    retard = nombre(second.retard)
    face = "à égalité avec" if retard == nombre(premier.retard) else "devant"
    return f"({face} {second.nom}, {retard}{_departage(premier, second)})"


def _departage(premier: Rang, second: Rang) -> str:
    if premier.retard != second.retard:
        return ""
    if premier.score != second.score:
        mixites = [nombre(rang.mixite, signe=True) for rang in (premier, second)]
        return f" ; départagés par la mixité, {' contre '.join(mixites)}"
    if premier.dernier != second.dernier:
        return " ; départagés par l'ancienneté du dernier logement proposé"
    return " ; départagés par l'ordre des conventions"


def _fiche(rang: Rang) -> str:
    faute = (
        f", dont {nombre(rang.faute)} faute de logement libéré sur son territoire"
        if round(rang.faute * 100)
        else ""
    )
    return f"dû {nombre(rang.du)} ; servi {rang.servi} ; {_retard(rang.retard)}{faute}"


def _retard(retard: Fraction) -> str:
    nom = "retard" if round(retard * 100) >= 0 else "avance"
    return f"{nom} {logements(abs(retard))}"


_MOTIFS: dict[Motif, Callable[[Suggestion], str]] = {
    Motif.PLUS_EN_RETARD: _plus_en_retard,
    Motif.MIXITE: _mixite,
    Motif.URGENCE: _urgence,
    Motif.HORS_TOLERANCE: _hors_tolerance,
    Motif.AUCUN_RETARD: _aucun_retard,
    Motif.REPRISE: _reprise,
    Motif.GARDE_LEGALE: garde_legale,
}
