"""Checkpoints: the state of a long ledger as a small figure that opens fast (moteur.md §4, P4).

The figure keeps the accounts, the dwellings still in progress, and of those let only the keys.
It is made of dicts, lists, whole numbers and texts: JSON holds it as it is.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction
from hashlib import sha256
from typing import TYPE_CHECKING

from fluxdesk.domain.flux.erreurs import PointDepasseError
from fluxdesk.domain.flux.etat import Etat, Suivi
from fluxdesk.domain.flux.parties import EvenementDecompte, Unite
from fluxdesk.domain.flux.registre import Registre

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any

    from fluxdesk.domain.flux.evenements import Evenement
    from fluxdesk.domain.flux.parties import Parametres, Partie

VERSION = 2  # of the rule and of the figure: one more whenever the same events count otherwise
_UNITE = tuple(champ.name for champ in fields(Unite) if champ.name != "neuf")  # texts, and a day


def empreinte(parties: Sequence[Partie], parametres: Parametres) -> str:
    """Digest all that decides what events are worth: parties, parameters, version of the rule.

    Args:
        parties: as given to the ledger, without the landlord.
        parametres: the knobs of the rule.

    Returns:
        A sha256 in hexadecimal, the same on every machine and run.
    """
    texte = repr((VERSION, [_canon(partie) for partie in parties], _canon(parametres)))
    return sha256(texte.encode()).hexdigest()


def figer(registre: Registre) -> dict[str, object]:
    """Set down the state of a ledger, to open it again without its past events.

    `numero` is the greatest number among those events: the ones after must carry greater ones.
    """
    etat = registre.etat
    ouverts = {cle: suivi for cle, suivi in etat.suivis.items() if not _loue(suivi)}
    return {
        "empreinte": empreinte(registre.parties[:-1], registre.parametres),
        "numero": registre.dernier,
        "comptes": etat.comptes.figer(),
        "veille": etat.veille.figer(),
        "suivis": [_figer(suivi) for suivi in ouverts.values()],
        "clos": sorted(etat.clos.union(etat.suivis.keys() - ouverts.keys())),
    }


def degeler(
    parties: Sequence[Partie],
    parametres: Parametres,
    figure: Mapping[str, Any],
    evenements_apres: Iterable[Evenement],
) -> Registre:
    """Open a ledger from a checkpoint and the events that came after it.

    Every account, suggestion and refusal is the same as after a replay of everything, or
    PointDepasseError is raised, now or by what is asked of the ledger later.

    Args:
        parties: the conventions, as for `rejouer`.
        parametres: the knobs of the rule.
        figure: what `figer` gave, through JSON or not.
        evenements_apres: the events of greater numbers, in order.

    Raises:
        PointDepasseError: the conventions or the parameters are not those of the checkpoint, the
            figure cannot be read, or an event touches what the checkpoint has closed. Replay
            every event instead.
        FluxError: the parties or an event do not fit, as for `rejouer`.
    """
    registre = Registre(parties, parametres)
    try:
        if figure["empreinte"] != empreinte(parties, parametres):
            raise PointDepasseError
        etat = Etat(registre.arbre, parametres.gardes)
        etat.comptes.degeler(figure["comptes"])
        etat.veille.degeler(figure["veille"])
        etat.suivis = {suivi.unite.cle: suivi for suivi in map(_degeler, figure["suivis"])}
        etat.clos = frozenset(figure["clos"])
        numero = int(figure["numero"])
    except (AttributeError, KeyError, TypeError, ValueError) as erreur:
        raise PointDepasseError from erreur
    registre.repartir(etat, numero)
    registre.charger(evenements_apres)
    return registre


def _loue(suivi: Suivi) -> bool:
    return suivi.detenteur is not None and suivi.etape is EvenementDecompte.BAIL_SIGNE


def _figer(suivi: Suivi) -> list[object]:
    unite = [str(getattr(suivi.unite, champ)) for champ in _UNITE]
    detenteur = -1 if suivi.detenteur is None else suivi.detenteur
    drapeaux = [int(suivi.compte), int(suivi.reprise), int(suivi.unite.neuf)]
    return [
        unite,
        detenteur,
        drapeaux,
        suivi.etape.value,
        [*suivi.refusants],
        [*suivi.carents],
    ]


def _degeler(ligne: Sequence[Any]) -> Suivi:
    valeurs, detenteur, (compte, reprise, neuf), etape, refusants, carents = ligne
    cle, jour, *autres = valeurs
    return Suivi(
        unite=replace(Unite(cle, date.fromisoformat(jour), *autres), neuf=bool(neuf)),
        detenteur=None if detenteur < 0 else detenteur,
        compte=bool(compte),
        etape=EvenementDecompte(etape),
        refusants=tuple(refusants),
        carents=tuple(carents),
        reprise=bool(reprise),
    )


def _canon(valeur: object) -> object:
    """Put a value of the parties or the parameters in one form, whatever the order of its sets."""
    if isinstance(valeur, frozenset):
        return sorted(valeur)
    if isinstance(valeur, tuple):
        return [_canon(element) for element in valeur]
    if isinstance(valeur, StrEnum | date | Fraction):
        return str(valeur)
    if is_dataclass(valeur):
        return [_canon(getattr(valeur, champ.name)) for champ in fields(valeur)]
    return valeur
