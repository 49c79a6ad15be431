"""The measures of the bench, each on one stream and independent of the others.

Every function takes plain numbers and returns plain values, so that two processes share them.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from fluxdesk.domain.flux.evenements import Presentation, Service
from fluxdesk.domain.flux.parties import UN, Axe, Cible, Parametres
from fluxdesk.domain.flux.registre import Registre
from fluxdesk.domain.flux.rejeu import Arrivee, jouer
from fluxdesk.domain.flux.suggestion import suggerer
from tests.bancs.flots import classe_deux, libre, petit, territorial
from tests.bancs.mesure import Juge
from tests.bancs.mixite_exacte import NonProuveError, ecart_optimal
from tests.bancs.optimum import retard_optimal
from tests.bancs.regles import QmtPonderee, Tableur, derouler, plus_en_retard, qmt, webster

if TYPE_CHECKING:
    from fluxdesk.domain.flux.rejeu import Rejeu
    from tests.bancs.flots import Flot
    from tests.bancs.mesure import Mesure
    from tests.bancs.regles import Regle

QMT = "QMT"
VARIANTE = "weighted QMT (trial)"
RETARD = "most late"
WEBSTER = "Webster"
TABLEUR = "spreadsheet, %"
GENERATEURS = {"libre": libre, "territorial": territorial}
AXES_EXACTS = (Axe.FINANCEMENT, Axe.QPV, Axe.TYPOLOGIE)
SUGGESTIONS = 200  # timed for G11


@dataclass(frozen=True, slots=True)
class Comparaison:
    """One stream under each rule; `optimum` is B* in dwellings, None where it was not sought.

    `etat` is the greatest |retard| of the État's group and of its parts, empty on a free stream;
    `coherent` whether the engine's last dues and its calls through `jouer` are the judge's.
    """

    genre: str
    n: int
    graine: int
    mesures: dict[str, Mesure]
    optimum: float | None
    etat: tuple[float, ...]
    coherent: bool
    secondes: float  # CPU of one suggestion, after the stream


def comparer(genre: str, n: int, graine: int, longueur: int) -> Comparaison:
    """Play a stream under every rule, and find its optimum where it is short."""
    flot = GENERATEURS[genre](graine, n, longueur)
    juge = Juge(flot)
    rejeu = jouer(Registre(flot.parties), flot.arrivees)
    choix = {QMT: tuple(decision.choix for decision in rejeu.decisions)}
    regles: dict[str, Regle] = {
        RETARD: plus_en_retard,
        WEBSTER: webster,
        TABLEUR: Tableur(),
    }
    long = longueur > 1_000
    if not long:
        regles[VARIANTE] = QmtPonderee()
    choix |= {nom: derouler(flot, regle).choix for nom, regle in regles.items()}
    mesures = {nom: juge.mesurer(suite) for nom, suite in choix.items()}
    atteint = min(mesure.retard for mesure in mesures.values())
    return Comparaison(
        genre=genre,
        n=n,
        graine=graine,
        mesures=mesures,
        optimum=None if long else retard_optimal(juge, atteint),
        etat=_etat(rejeu),
        coherent=_coherent(juge, rejeu, mesures[QMT]),
        secondes=_chronometrer(rejeu, flot),
    )


def borne(n: int, graine: int) -> float:
    """Find by how much a free stream of constant rates passes 1 - 1/(2n-2); negative if not."""
    flot = _adverse(libre(graine, n, 300))
    mesure = Juge(flot).mesurer(_choix(flot), axes=())
    return mesure.retard - float(Registre(flot.parties).tolerance)


def mixite(n: int, graine: int) -> tuple[str, tuple[float, ...]] | None:
    """Compare the mix of forty dwellings to the exact optimum; None if that was not proved.

    Returns:
        The kind of stream, and the greatest cell over Z* of the engine with its own tolerance,
        of the engine with B = 1, of the trial and of the most late.
    """
    flot = libre(graine, n, 40) if n else petit(graine)
    juge = Juge(flot)
    axes = tuple((axe, Fraction(1)) for axe in AXES_EXACTS)
    plans = (
        _choix(flot, Parametres(axes=axes)),
        _choix(flot, Parametres(axes=axes, tolerance=Fraction(1))),
        derouler(flot, QmtPonderee(AXES_EXACTS)).choix,
        derouler(flot, plus_en_retard).choix,
    )
    obtenus = [juge.mesurer(plan, AXES_EXACTS) for plan in plans]
    # Only plans whose totals stay under one dwelling say anything about Z*.
    atteint = min((mesure.ecart for mesure in obtenus if mesure.retard < 1), default=10.0)
    try:
        optimum = ecart_optimal(juge, AXES_EXACTS, atteint)
    except NonProuveError:
        return None
    return flot.nom, tuple(mesure.ecart / optimum for mesure in obtenus)


def refus(graine: int, part: float, longueur: int) -> dict[str, Mesure]:
    """Refuse a share of the offers at random, or with 0 the kinds of dwellings of §3.5."""
    flot = territorial(graine, 16, longueur)
    rng = np.random.default_rng((5, graine, round(part * 100)))
    cles = [partie.cle for partie in flot.parties if partie.cle != "État"]
    arrivees = []
    for arrivee in flot.arrivees:
        unite = arrivee.unite
        parts = dict.fromkeys(cles, part)
        if not part:
            parts["AL"] = 0.8 * (unite.typologie == "T1" or unite.financement == "PLS")
            parts["État prioritaires"] = parts["État agents"] = 0.7 * (unite.financement == "PLS")
        refusants = frozenset(cle for cle in cles if rng.random() < parts[cle])
        arrivees.append(Arrivee(unite, refusants))
    flot = replace(flot, arrivees=tuple(arrivees))
    juge = Juge(flot)
    regles = {QMT: qmt, RETARD: plus_en_retard}
    return {nom: juge.mesurer(derouler(flot, regle).choix) for nom, regle in regles.items()}


def derogations(graine: int, part: float, longueur: int) -> tuple[Mesure, float]:
    """Give a share of the stream to an eligible party drawn at random.

    Returns:
        The measure, and the least max |retard| of a plan that knows these gifts in advance.
    """
    flot = territorial(graine, 16, longueur)
    rng = np.random.default_rng((6, graine))
    parcours = derouler(flot, qmt, derogations=(rng, part))
    juge = Juge(flot)
    mesure = juge.mesurer(parcours.choix)
    imposes = np.array(parcours.imposes)
    recus = np.diff(juge.recus(parcours.choix), axis=0, prepend=0) > 0
    juge.eligibles = np.where(imposes[:, None], recus, juge.eligibles)
    return mesure, retard_optimal(juge, mesure.retard)


def deux_classes(charge: float, graine: int, longueur: int) -> tuple[float, float, float]:
    """Measure class 2 communes: the engine, the most late, and the exact optimum."""
    flot = classe_deux(graine, charge, longueur)
    juge = Juge(flot)
    moteur = juge.mesurer(_choix(flot), axes=()).retard
    retard = juge.mesurer(derouler(flot, plus_en_retard).choix, axes=()).retard
    return moteur, retard, retard_optimal(juge, min(moteur, retard))


def cibles(graine: int, longueur: int) -> float:
    """Let État, AL and Dép each want nothing but PLS: the greatest |retard|."""
    flot = territorial(graine, 16, longueur)
    impossible = (Cible(Axe.FINANCEMENT, "PLS", UN),)
    parties = tuple(
        replace(partie, cibles=impossible) if partie.cle in {"État", "AL", "Dép"} else partie
        for partie in flot.parties
    )
    flot = replace(flot, parties=parties)
    return Juge(flot).mesurer(_choix(flot), axes=()).retard


def a_plat(graine: int, n: int, longueur: int) -> float:
    """Measure the État's group where its two parts compete as two réservataires."""
    flot = territorial(graine, n, longueur)
    etat, *autres = flot.parties
    plates = tuple(replace(partie, parent=None) for partie in autres)
    choix = _choix(replace(flot, parties=plates))
    juge = Juge(flot)
    return float(np.abs(juge.dus - juge.recus(choix) * UN)[:, juge.cles.index(etat.cle)].max()) / UN


def _choix(flot: Flot, parametres: Parametres | None = None) -> tuple[str, ...]:
    registre = Registre(flot.parties, parametres or Parametres())
    return tuple(decision.choix for decision in jouer(registre, flot.arrivees).decisions)


def _adverse(flot: Flot) -> Flot:
    """Replace the rates of half the seeds by those that press hardest on rounding."""
    n = len(flot.parties) + 1
    rangs = np.arange(n - 1)
    modeles = {
        1: np.full(n - 1, 1 / n),  # all equal, landlord too
        3: np.full(n - 1, 1 / (n - 1)) - 1 / UN,  # all equal, almost nothing for the landlord
        5: 0.5 ** (rangs + 1),  # each half of the one before
        7: np.append(np.full(n - 2, 0.2 / (n - 2)), 0.79),  # one great, the others tiny
    }
    taux = modeles.get(flot.graine % 8)
    if taux is None:
        return flot
    parties = tuple(
        replace(partie, taux=(replace(partie.taux[0], dix_milliemes=int(part * UN)),))
        for partie, part in zip(flot.parties, taux, strict=True)
    )
    return replace(flot, parties=parties)


def _etat(rejeu: Rejeu) -> tuple[float, ...]:
    noeud = ("État", "État prioritaires", "État agents")
    return tuple(rejeu.retards_max[cle] / UN for cle in noeud if cle in rejeu.retards_max)


def _coherent(juge: Juge, rejeu: Rejeu, mesure: Mesure) -> bool:
    dus = {solde.cle: solde.du for solde in rejeu.soldes}
    maximum = max(rejeu.retards_max[cle] for cle in juge.cles)
    memes = [dus[cle] for cle in juge.cles] == juge.dus[-1].tolist()
    return memes and maximum == round(mesure.retard * UN)


def _chronometrer(rejeu: Rejeu, flot: Flot) -> float:
    """Time suggestions, in CPU seconds, while the stream's last dwellings come once more."""
    registre = rejeu.registre
    numero = 10 * len(registre.journal)
    unites = [arrivee.unite for arrivee in flot.arrivees[-SUGGESTIONS:]]
    secondes = 0.0
    for place, ancienne in enumerate(unites):
        unite = replace(ancienne, cle=f"bis {ancienne.cle}")
        registre.appliquer(Presentation(numero + 2 * place, unite))
        depart = time.process_time()
        suggestion = suggerer(registre, unite)
        secondes += time.process_time() - depart
        registre.appliquer(Service(numero + 2 * place + 1, unite.cle, suggestion.destinataire))
    return secondes / len(unites)
