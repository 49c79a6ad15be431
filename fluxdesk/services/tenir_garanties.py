"""Loan guarantees: recorded, removed, watched; what ended rights change (regles.md 29-33)."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.flux.parties import UN
from fluxdesk.domain.garantie import alerter
from fluxdesk.domain.regles_legales import EffetRegle
from fluxdesk.services.tenir_fiches import GARANTIES, ActeFiches, inscrire

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from fluxdesk.domain.garantie import AlerteGarantie, Garantie
    from fluxdesk.domain.reservataire import Reservataire
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.ports import Horloge

LOGEMENTS_MAX = 100_000


class GarantieFausseError(FluxDeskError):
    """The form lacks something or contradicts itself; the sentence says what."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recalcul:
    """The rate that remains once ended rights are left out, both in 1/10 000.

    ``echus`` rights ended out of ``droits`` that the réservataire had.
    """

    reservataire: Reservataire
    convention_id: int
    echus: int
    droits: int
    taux: int
    propose: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EtatGaranties:
    """Everything the list shows: guarantees, who holds them, what to do, rates to review."""

    jour: date
    garanties: tuple[Garantie, ...]
    reservataires: Mapping[int, Reservataire]
    alertes: tuple[AlerteGarantie, ...]
    recalculs: tuple[Recalcul, ...]


def enregistrer_garantie(garantie: Garantie, *, uow: UnitOfWork, motif: str = "") -> Garantie:
    """Record it, new (id 0) or changed; as it stands, numbered.

    Raises:
        GarantieFausseError: a name, a number or a date is wrong.
        IntrouvableError: no such réservataire, or no such guarantee to change.
    """
    _verifier(garantie)
    with uow:
        who = uow.reservataires.lire(garantie.reservataire_id)
        before = [uow.garanties.lire(garantie.id)] if garantie.id else []
        done = "modifiée" if before else "enregistrée"
        acte = ActeFiches(
            libelle=f"Garantie {garantie.programme} de {who.nom} : {done}",
            avant=before,
            apres=[garantie],
            motif=motif.strip(),
        )
        (made,) = inscrire(GARANTIES, acte, uow=uow)
        uow.valider()
    return made


def retirer_garantie(garantie_id: int, *, uow: UnitOfWork, motif: str) -> None:
    """Remove one entered by mistake; a right that ended is kept, its date says so.

    Raises:
        IntrouvableError: no such guarantee.
    """
    with uow:
        before = uow.garanties.lire(garantie_id)
        who = uow.reservataires.lire(before.reservataire_id)
        acte = ActeFiches(
            libelle=f"Garantie {before.programme} de {who.nom} : retirée",
            avant=[before],
            motif=motif.strip(),
        )
        inscrire(GARANTIES, acte, uow=uow)
        uow.valider()


def lire_garanties(*, uow: UnitOfWork, horloge: Horloge) -> EtatGaranties:
    """Every guarantee with what it asks for today; writes nothing."""
    today = horloge.aujourd_hui()
    with uow:
        garanties = tuple(uow.garanties.toutes())
        who = {r.id: r for r in uow.reservataires.tous()}
        rule = uow.regles.lire().plafond_garanties
        recalculs = tuple(_recalculs(garanties, who, today, uow))
    cap = UN if rule.effet is EffetRegle.IGNOREE else rule.dix_milliemes
    return EtatGaranties(
        jour=today,
        garanties=garanties,
        reservataires=who,
        alertes=alerter(garanties, today, cap),
        recalculs=recalculs,
    )


def _recalculs(
    garanties: Sequence[Garantie],
    reservataires: Mapping[int, Reservataire],
    jour: date,
    uow: UnitOfWork,
) -> Iterable[Recalcul]:
    """Rates that count rights which ended since they were signed (regles.md 96).

    A rate is in proportion to rights: what is left of them is left of it. Only conventions that
    say they answer guarantees are looked at, and rights that ended after the rate began.
    """
    for convention in uow.conventions.toutes():
        avenant = convention.avenant_au(jour)
        mine = [g for g in garanties if g.reservataire_id == convention.reservataire_id]
        if avenant is None or not convention.garantie_emprunt:
            continue
        since = avenant.debut or convention.signature
        counted = [g for g in mine if since is None or g.fin is None or g.fin >= since]
        total = sum(g.droits for g in counted)
        ended = sum(g.droits for g in counted if not g.vaut(jour))
        if ended:
            left = Fraction(avenant.dix_milliemes * (total - ended), total)
            yield Recalcul(
                reservataire=reservataires[convention.reservataire_id],
                convention_id=convention.id,
                echus=ended,
                droits=total,
                taux=avenant.dix_milliemes,
                propose=round(left),
            )


def _verifier(garantie: Garantie) -> None:
    last, paid, told = garantie.derniere_echeance, garantie.rembourse, garantie.informe
    problems = (
        (not garantie.programme.strip(), "Indiquez le programme garanti."),
        (not 0 <= garantie.quotite <= UN, "La quotité garantie est comprise entre 0 et 100 %."),
        (
            not 0 <= garantie.logements <= LOGEMENTS_MAX,
            "Le nombre de logements du programme n’est pas plausible.",
        ),
        (
            not 0 <= garantie.droits <= garantie.logements,
            "Les droits ne peuvent dépasser les logements du programme.",
        ),
        (
            paid is not None and last is not None and paid > last,
            "Le remboursement suit la dernière échéance du prêt : corrigez l’une des deux dates.",
        ),
        (
            told is not None and (paid is None or told < paid),
            "Le garant n’est informé qu’après le remboursement : corrigez l’une des deux dates.",
        ),
    )
    for wrong, sentence in problems:
        if wrong:
            raise GarantieFausseError(sentence)
