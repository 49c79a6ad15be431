"""Record a réservataire and its convention."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from fluxdesk.domain.controles import ControleError, Gravite, pourcentage
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.flux.parties import UN
from fluxdesk.domain.typographie import typographier
from fluxdesk.services.controler_conventions import alertes_avec

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fluxdesk.domain.controles import Alerte
    from fluxdesk.domain.convention import Convention
    from fluxdesk.domain.flux.parties import Axe
    from fluxdesk.domain.reservataire import Reservataire
    from fluxdesk.services.controler_conventions import SaisieConvention
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.ports import Horloge, Territoires

DELAI_MAX = 366
CREER, MODIFIER = "convention.creer", "convention.modifier"


class SaisieIncompleteError(FluxDeskError):
    """The form lacks something or contradicts itself; the sentence says what."""


class DejaConventionneError(FluxDeskError):
    """A réservataire has one convention: its changes are avenants (R441-5 I al. 3)."""

    def __init__(self, nom: str) -> None:
        super().__init__(
            f"{nom} a déjà une convention : modifiez-la ou ajoutez-lui un avenant (CCH, art. "
            "R441-5 : une seule convention par bailleur et par réservataire)."
        )


def enregistrer_convention(
    saisie: SaisieConvention, *, uow: UnitOfWork, horloge: Horloge, territoires: Territoires
) -> int:
    """Insert or change the convention; its id.

    Raises:
        SaisieIncompleteError: an empty name, no rate, or dates in disorder.
        DejaConventionneError: the réservataire of a new convention has one.
        ControleError: a blocking legal check (``domain/controles.py``).
    """
    _verifier(saisie)
    with uow:
        alertes = alertes_avec(saisie, uow=uow, horloge=horloge, territoires=territoires)
        exiger_permis(alertes)
        ident = inscrire_convention(saisie, uow=uow)
        uow.valider()
    return ident


def exiger_permis(alertes: Iterable[Alerte]) -> None:
    """Raise ControleError where the law blocks."""
    blocking = [a for a in alertes if a.gravite is Gravite.BLOQUANT]
    if blocking:
        raise ControleError(blocking)


def inscrire_convention(saisie: SaisieConvention, *, uow: UnitOfWork) -> int:
    """Record it inside an open transaction, whose caller asked what the law says; its id.

    Raises:
        SaisieIncompleteError, DejaConventionneError: see ``enregistrer_convention``.
    """
    _verifier(saisie)
    former = uow.reservataires.lire(saisie.reservataire.id) if saisie.reservataire.id else None
    who = _enregistrer_reservataire(saisie.reservataire, uow=uow)
    before = uow.conventions.lire(saisie.convention.id) if saisie.convention.id else None
    made = replace(saisie.convention, reservataire_id=who.id)
    made = replace(made, id=uow.conventions.enregistrer(made))
    uow.journal.ecrire(
        MODIFIER if before else CREER,
        f"convention:{made.id}",
        typographier(
            f"Convention « {who.nom} » : {pourcentage(made.avenants[-1].dix_milliemes)} du flux"
        ),
        avant={
            "reservataires": [former] if former else [],
            "conventions": [before] if before else [],
        },
        apres={
            "reservataires": [who],
            "conventions": [made],
            "evenement": uow.evenements.prochain_numero(),
        },
        motif=saisie.motif,
    )
    return made.id


def _enregistrer_reservataire(reservataire: Reservataire, *, uow: UnitOfWork) -> Reservataire:
    known = uow.reservataires.trouver(reservataire.nom)
    if known is not None and known.id != reservataire.id:
        raise DejaConventionneError(reservataire.nom)
    return replace(reservataire, id=uow.reservataires.enregistrer(reservataire))


def _verifier(saisie: SaisieConvention) -> None:
    convention = saisie.convention
    problems = (
        (not saisie.reservataire.nom.strip(), "Indiquez le nom du réservataire."),
        (not convention.avenants, "Indiquez le taux de la convention."),
        (
            any(not 0 <= a.dix_milliemes <= UN for a in convention.avenants),
            "Le taux doit être compris entre 0 et 100 %.",
        ),
        (
            not 0 < convention.delai_jours <= DELAI_MAX,
            "Le délai de proposition doit être compris entre 1 et 366 jours.",
        ),
        (convention.candidats < 1, "Le nombre de candidats attendus doit être d’au moins un."),
        (convention.etalement < 0, "L’étalement du report ne peut être négatif."),
        (
            convention.plafond_report is not None and convention.plafond_report < 0,
            "Le plafond du report ne peut être négatif.",
        ),
        (
            any(total > UN for total in _cibles_par_axe(convention).values()),
            "Les cibles d’un même axe totalisent plus de 100 %.",
        ),
        (
            not _dates_en_ordre(convention),
            "Les dates des avenants se chevauchent ou sont inversées.",
        ),
    )
    for wrong, sentence in problems:
        if wrong:
            raise SaisieIncompleteError(typographier(sentence))


def _cibles_par_axe(convention: Convention) -> Counter[Axe]:
    sums: Counter[Axe] = Counter()
    for cible in convention.cibles:
        sums[cible.axe] += cible.dix_milliemes
    return sums


def _dates_en_ordre(convention: Convention) -> bool:
    upright = all(a.debut is None or a.fin is None or a.debut <= a.fin for a in convention.avenants)
    follows = all(
        later.debut is not None and (earlier.fin is None or earlier.fin < later.debut)
        for earlier, later in pairwise(convention.avenants)
    )
    return upright and follows
