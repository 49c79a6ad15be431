"""How long a convention holds, when it must be thought of, and who has none (regles.md 25, 51)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from fluxdesk.domain.dates import en_lettres, plus_mois
from fluxdesk.domain.flux.phrases import de
from fluxdesk.domain.reservataire import Categorie
from fluxdesk.domain.typographie import typographier

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from fluxdesk.domain.clauses import Clauses
    from fluxdesk.domain.convention import Convention
    from fluxdesk.domain.reservataire import Reservataire

MOIS_PAR_AN = 12
PREFET = "droits exercés par le préfet"
ARRETE = "modalités réglées par arrêté du préfet"


class EtatConvention(StrEnum):
    """Where a convention stands on a day."""

    A_VENIR = "à venir"
    EN_VIGUEUR = "en vigueur"
    FIN_PROCHE = "fin proche"
    RECONDUCTION_PROCHE = "reconduction proche"
    ECHUE = "échue"


@dataclass(frozen=True, slots=True, kw_only=True)
class Duree:
    """Where a convention stands.

    ``terme`` is its last day, that of the period in progress where it renews itself (None: no
    end). ``agir_avant`` is the last day to denounce it where a notice was agreed, else its end.
    """

    etat: EtatConvention
    terme: date | None = None
    agir_avant: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AvisConvention:
    """A convention to think of: ``jour`` is the day before which to act, or the one it ended."""

    convention_id: int
    reservataire: str
    jour: date
    phrase: str
    duree: Duree


def duree_au(convention: Convention, jour: date) -> Duree:
    """Where the convention stands that day.

    The end is that of its clauses, else of its last rate. A tacit renewal moves it by whole
    periods, counted from the first end.
    """
    clauses = convention.clauses
    last = max(convention.avenants, key=lambda a: a.numero, default=None)
    end = clauses.fin or (last.fin if last else None)
    if end is not None and clauses.tacite_reconduction:
        end = _reconduite(end, jour, clauses.reconduction_annees)
    act = plus_mois(end, -clauses.denonciation_mois) if end and clauses.denonciation_mois else end
    return Duree(etat=_etat(convention, jour, end, act), terme=end, agir_avant=act)


def _reconduite(fin: date, jour: date, annees: int) -> date:
    period = MOIS_PAR_AN * max(1, annees)
    moved, times = fin, 0
    while moved < jour:
        times += 1
        moved = plus_mois(fin, period * times)
    return moved


def _etat(
    convention: Convention, jour: date, fin: date | None, agir: date | None
) -> EtatConvention:
    starts = [a.debut for a in convention.avenants]
    if starts and all(day is not None and day > jour for day in starts):
        return EtatConvention.A_VENIR
    if convention.avenant_au(jour) is None:
        return EtatConvention.ECHUE
    if agir is None or fin is None or jour < plus_mois(agir, -convention.clauses.alerte_mois):
        return EtatConvention.EN_VIGUEUR
    if convention.clauses.tacite_reconduction:
        # Once the notice is over it renews itself: there is nothing left to decide.
        late = jour > agir
        return EtatConvention.EN_VIGUEUR if late else EtatConvention.RECONDUCTION_PROCHE
    return EtatConvention.FIN_PROCHE


def avis_de_fin(
    conventions: Iterable[Convention], reservataires: Mapping[int, Reservataire], jour: date
) -> tuple[AvisConvention, ...]:
    """The conventions that end, renew themselves or ended, the most urgent first."""
    found = _avis(conventions, reservataires, jour)
    return tuple(sorted(found, key=lambda a: (a.jour, a.reservataire)))


def _avis(
    conventions: Iterable[Convention], reservataires: Mapping[int, Reservataire], jour: date
) -> Iterator[AvisConvention]:
    for convention in conventions:
        duree = duree_au(convention, jour)
        who = reservataires[convention.reservataire_id]
        said = phrase(duree, who, convention.clauses)
        if said and duree.terme is not None and duree.agir_avant is not None:
            ended = duree.etat is EtatConvention.ECHUE
            yield AvisConvention(
                convention_id=convention.id,
                reservataire=who.nom,
                jour=duree.terme if ended else duree.agir_avant,
                phrase=said,
                duree=duree,
            )


def phrase(duree: Duree, reservataire: Reservataire, clauses: Clauses) -> str:
    """What to tell the officer of this duration; empty where all is well."""
    if duree.terme is None or duree.agir_avant is None:
        return ""
    end, act = en_lettres(duree.terme), en_lettres(duree.agir_avant)
    notice = f" (préavis de {clauses.denonciation_mois} mois)" if clauses.denonciation_mois else ""
    match duree.etat:
        case EtatConvention.FIN_PROCHE:
            words = (
                f"La convention {de(reservataire.nom)} prend fin le {end}. Préparez son "
                "renouvellement : après cette date, " + _sans(reservataire) + "."
            )
        case EtatConvention.RECONDUCTION_PROCHE:
            words = (
                f"La convention {de(reservataire.nom)} sera reconduite tacitement après le {end}. "
                f"Pour la dénoncer ou la modifier, agissez au plus tard le {act}{notice}."
            )
        case EtatConvention.ECHUE:
            words = (
                f"La convention {de(reservataire.nom)} a pris fin le {end} : "
                f"{_sans(reservataire)} jusqu’à une nouvelle convention."
            )
        case _:
            words = ""
    return typographier(words)


def duree_en_mots(duree: Duree) -> str:
    """« En vigueur jusqu’au 31 décembre 2026 ; pour la dénoncer, agir avant le … »."""
    state = duree.etat.value.capitalize()
    if duree.terme is None or duree.agir_avant is None:
        return f"{state}, sans terme"
    until = f"{state}, jusqu’au {en_lettres(duree.terme)}"
    if duree.etat is EtatConvention.ECHUE:
        return f"Échue depuis le {en_lettres(duree.terme)}"
    if duree.agir_avant == duree.terme:
        return until
    return typographier(
        f"{until} ; pour y mettre fin, agir le {en_lettres(duree.agir_avant)} au plus tard"
    )


def sans_convention(
    conventions: Iterable[Convention], reservataires: Iterable[Reservataire], jour: date
) -> tuple[Reservataire, ...]:
    """The réservataires that no convention in force covers that day, the landlord apart."""
    held = {c.reservataire_id for c in conventions if c.avenant_au(jour) is not None}
    return tuple(
        r for r in reservataires if r.categorie is not Categorie.BAILLEUR and r.id not in held
    )


def dit_sans_convention(reservataire: Reservataire) -> str:
    """« Sans convention : droits exercés par le préfet » (regles.md 51; État: 26)."""
    return typographier(f"Sans convention : {_regime(reservataire)}")


def _sans(reservataire: Reservataire) -> str:
    if reservataire.categorie is Categorie.ETAT:
        return "le préfet règle les modalités par arrêté (CCH, art. R441-5-2, IV)"
    return "ses droits sont exercés par le préfet"


def _regime(reservataire: Reservataire) -> str:
    return ARRETE if reservataire.categorie is Categorie.ETAT else PREFET
