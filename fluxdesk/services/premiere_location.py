"""The first letting of a new dwelling: offered to the party agreed, outside the suggestion.

Whether it counts in the flux is a clause of each convention (``Clauses.neuf``, regles.md 47, 48),
and those of one programme may differ. moteur.md does not treat this. It is settled so:

* Where no convention in force there that day counts it, it is presented to no ledger: nobody's
  due accrues and nobody is served (``SuiviOffre.hors_registre``).
* Where one does, every first letting of the programme enters the ledger, whoever it is offered
  to: the share of those who count it is a share of the whole programme. Their due opens, that of
  the others does not (``Partie.neuf``). One offered to a party that counts it apart, or to the
  landlord, is charged to the landlord (``SuiviOffre.a_part``), who has the rest of the dues: the
  retards add up to zero. The offer stays with its réservataire, in its own counters.

With ten dwellings, of which two agreed with A (20 %, in the flux) and eight with B (apart), A is
due 2 and served 2, B is due nothing and owes nothing. The offer says how it was counted, whatever
the clause becomes; the ledger, as for every clause, follows the convention as it stands. At its
next vacancy the dwelling is in the flux like any other.

A first letting is offered to one party, as the concertation says. Only one that nobody was agreed
for, or that was given back, may go to several at once, and only to parties whose conventions all
count it in the flux: the ranking that such an offer rests on does not compare the others.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fluxdesk.domain.clauses import ModeNeuf
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.flux.parties import BAILLEUR, NOM_BAILLEUR
from fluxdesk.domain.orientation import ISSUES_RENDUES
from fluxdesk.domain.parties import cle_partie
from fluxdesk.domain.suivi_vacance import SuiviOffre
from fluxdesk.domain.typographie import typographier
from fluxdesk.services.tenir_registre import convention_de, lire_parties

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from fluxdesk.domain.flux.parties import Unite
    from fluxdesk.domain.programme_neuf import ProgrammeNeuf
    from fluxdesk.domain.vacance import Vacance
    from fluxdesk.services.depots import UnitOfWork

SANS_SUIVI = SuiviOffre()


class ReservataireAConvenirError(FluxDeskError):
    """Nobody was agreed for this dwelling, or the one agreed gave it back."""

    def __init__(self, programme: str, *, rendu: bool) -> None:
        super().__init__(
            f"Le réservataire convenu pour ce logement du programme « {programme} » l’a rendu : "
            "choisissez à qui le proposer, avec le motif."
            if rendu
            else f"La concertation du programme « {programme} » ne dit pas à qui va ce logement : "
            "complétez-la depuis Patrimoine, Programmes neufs."
        )


class PremiereLocationAUnSeulError(FluxDeskError):
    """A first letting cannot be offered to several: somebody is agreed, or a clause is against."""

    def __init__(self, programme: str, pourquoi: str) -> None:
        super().__init__(
            f"Ce logement du programme « {programme} » en est à sa première location, {pourquoi} : "
            "proposez-le à un seul réservataire."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PremiereLocation:
    """What is agreed for a new dwelling; ``cle`` is empty where nobody is, or gave it back.

    ``separee`` tells that the party's convention counts new dwellings apart.
    """

    vacance_id: int
    programme: ProgrammeNeuf
    cle: str
    nom: str
    separee: bool
    rendu: bool

    def phrase(self, comptent: Sequence[str] = ()) -> str:
        """What the officer reads in place of a suggestion.

        ``comptent`` are the réservataires whose due it opens (``domain/parties.py``).
        """
        if not self.cle:
            return str(ReservataireAConvenirError(self.programme.nom, rendu=self.rendu))
        counted = "comptée à part" if self.separee else "comptée dans le flux"
        return typographier(
            f"Première location du programme « {self.programme.nom} » : convenue avec {self.nom} "
            f"à la concertation, {counted} selon sa convention.{self._du(comptent)}"
        )

    def _du(self, comptent: Sequence[str]) -> str:
        """Whose due opens, and who is charged where the party counts it apart."""
        if not comptent:
            return ""
        charged = "Elle est portée au compte du bailleur ; le" if self.separee else "Le"
        return (
            f" {charged} dû ne s’ouvre que pour ceux dont la convention compte le neuf dans le "
            f"flux : {', '.join(comptent)}."
        )


def partie_convenue(vacance_id: int, *, uow: UnitOfWork) -> PremiereLocation | None:
    """What is agreed for this vacancy, inside an open transaction; None for an ordinary one.

    Raises:
        IntrouvableError: no such vacancy.
    """
    vacance = uow.vacances.lire(vacance_id)
    if vacance.suivi.programme_id is None:
        return None
    programme = uow.programmes.lire(vacance.suivi.programme_id)
    key = programme.convenue(vacance.logement_id)
    given_back = any(
        o.issue in ISSUES_RENDUES and cle_partie(o.reservataire_id, o.sous_contingent) == key
        for o in uow.orientations.de_la_vacance(vacance_id)
    )
    kept = "" if given_back else key
    return PremiereLocation(
        vacance_id=vacance_id,
        programme=programme,
        cle=kept,
        nom=noms_des_parties(uow=uow).get(kept, kept),
        separee=compte_a_part(kept or BAILLEUR, uow=uow),
        rendu=given_back,
    )


def compte_a_part(cle: str, *, uow: UnitOfWork) -> bool:
    """Whether the convention of this party counts new dwellings apart; so does the landlord."""
    convention = convention_de(cle, uow=uow)
    return convention is None or convention.clauses.neuf is ModeNeuf.SEPARE


def suivi_de_l_offre(
    vacance: Vacance, cle: str, unite: Unite, *, uow: UnitOfWork, suivi: SuiviOffre = SANS_SUIVI
) -> SuiviOffre:
    """How an offer of this dwelling to this party is counted; ``unite`` as the ledger has it.

    That of an ordinary vacancy is left as it is.
    """
    if vacance.suivi.programme_id is None:
        return suivi
    apart = compte_a_part(cle, uow=uow)
    return replace(suivi, hors_registre=apart and not unite.neuf, a_part=apart and unite.neuf)


def refuser_a_plusieurs(vacance_id: int, cles: Iterable[str], *, uow: UnitOfWork) -> None:
    """Let an ordinary dwelling through, and a new one that these parties may share.

    Raises:
        PremiereLocationAUnSeulError: it is agreed with one, or counted apart by one of them.
    """
    accord = partie_convenue(vacance_id, uow=uow)
    if accord is None:
        return
    if accord.cle:
        raise PremiereLocationAUnSeulError(accord.programme.nom, f"convenue avec {accord.nom}")
    names = noms_des_parties(uow=uow)
    apart = ", ".join(names.get(cle, cle) for cle in cles if compte_a_part(cle, uow=uow))
    if apart:
        why = f"comptée à part par la convention de {apart}"
        raise PremiereLocationAUnSeulError(accord.programme.nom, why)


def noms_des_parties(*, uow: UnitOfWork) -> dict[str, str]:
    """Parties that can hold a dwelling, by key: a divided right by its parts, then the landlord."""
    parties = lire_parties(uow=uow)
    parents = {p.parent for p in parties}
    return {p.cle: p.nom for p in parties if p.cle not in parents} | {BAILLEUR: NOM_BAILLEUR}


def exiger_convenue(accord: PremiereLocation, demandee: str | None) -> str:
    """The party to offer the dwelling to: the one asked for, else the one agreed.

    Raises:
        ReservataireAConvenirError: neither is known.
    """
    key = demandee or accord.cle
    if not key:
        raise ReservataireAConvenirError(accord.programme.nom, rendu=accord.rendu)
    return key
