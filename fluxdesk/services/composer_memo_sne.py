"""What to key in the SNE once a lease is signed (regles.md 60, 61; pratique.md §2.5).

FluxDesk strikes nothing off: the landlord does, in the SNE. What the base does not hold is said
to be missing, never guessed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from fluxdesk.domain.candidat import EtatCandidat
from fluxdesk.domain.dates import en_chiffres
from fluxdesk.domain.offres import partie_imputee
from fluxdesk.domain.parties import lire_cle
from fluxdesk.domain.regles_flux import parts_des_agents
from fluxdesk.domain.reservataire import LIBELLES_CATEGORIE, Categorie
from fluxdesk.services.noter_etape import exiger_bail
from fluxdesk.services.tenir_registre import lire_parties

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from fluxdesk.domain.candidat import Candidat
    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.services.depots import UnitOfWork

A_RENSEIGNER: Final = "à renseigner"
SOURCE: Final = "CCH, art. R441-2-8 et R441-2-9"
_OUI_NON: Final = {True: "oui", False: "non", None: A_RENSEIGNER}
_SIGNATAIRES: Final = (EtatCandidat.LOCATAIRE, EtatCandidat.RETENU)


@dataclass(frozen=True, slots=True, kw_only=True)
class LigneMemo:
    """One field of the SNE: what to key in, or that it is not known, and then why."""

    champ: str
    valeur: str
    note: str = ""

    @property
    def connue(self) -> bool:
        """Whether there is something to copy."""
        return self.valeur != A_RENSEIGNER


@dataclass(frozen=True, slots=True, kw_only=True)
class MemoSne:
    """The fields in the order of the screen; ``fait`` is the day they were keyed in."""

    offre: Orientation
    lignes: tuple[LigneMemo, ...]
    bail: date
    fait: date | None
    jour: date


def composer_memo_sne(orientation_id: int, jour: date, *, uow: UnitOfWork) -> MemoSne:
    """The memo of an offer whose lease is signed; ``jour`` is today.

    Raises:
        IntrouvableError: no such offer.
        SansBailError: no lease was signed.
    """
    with uow:
        offre = uow.orientations.lire(orientation_id)
        exiger_bail(offre)
        vacance = uow.vacances.lire(offre.vacance_id)
        dwelling = uow.logements.lire(vacance.logement_id)
        candidate = _signataire(uow.candidats.de_l_orientation(orientation_id))
        right = _contingent(offre, uow=uow)
    signed = offre.date_bail or offre.jour
    return MemoSne(
        offre=offre,
        lignes=(
            LigneMemo(
                champ="Numéro unique de la demande",
                valeur=candidate.numero_unique if candidate else A_RENSEIGNER,
                note="" if candidate else "aucun candidat inscrit n’est désigné comme signataire",
            ),
            LigneMemo(
                champ="Identifiant RPLS du logement",
                valeur=dwelling.id_rpls or A_RENSEIGNER,
                note="" if dwelling.id_rpls else "absent du patrimoine",
            ),
            LigneMemo(champ="Bail signé le", valeur=en_chiffres(signed)),
            right,
            _oui_non("Ménage reconnu DALO", candidate.dalo if candidate else None),
            LigneMemo(
                champ="Accord collectif",
                valeur=A_RENSEIGNER,
                note="non gardé par FluxDesk",
            ),
            _oui_non("Déjà logé dans votre parc", candidate.mutation if candidate else None),
        ),
        bail=signed,
        fait=offre.suivi.sne,
        jour=jour,
    )


def _oui_non(champ: str, valeur: bool | None) -> LigneMemo:  # noqa: FBT001 - a fact, not a switch
    return LigneMemo(champ=champ, valeur=_OUI_NON[valeur])


def _signataire(candidats: Sequence[Candidat]) -> Candidat | None:
    """Who signed: marked so, or retained by the CAL, or the only one there was."""
    for state in _SIGNATAIRES:
        for candidate in candidats:
            if candidate.etat is state:
                return candidate
    return candidats[0] if len(candidats) == 1 else None


def _contingent(offre: Orientation, *, uow: UnitOfWork) -> LigneMemo:
    """The right charged, State agents apart (R441-2-9)."""
    key = partie_imputee(offre)
    owner, _ = lire_cle(key)
    if owner is None:
        return LigneMemo(champ="Contingent d’imputation", valeur="Bailleur (non réservé)")
    kind = uow.reservataires.lire(owner).categorie
    words = LIBELLES_CATEGORIE[kind]
    if kind is Categorie.ETAT:
        agents = key in parts_des_agents(uow.conventions.toutes())
        words = f"{words}, {'agents civils et militaires' if agents else 'hors agents publics'}"
    named = {partie.cle: partie.nom for partie in lire_parties(uow=uow)}
    return LigneMemo(champ="Contingent d’imputation", valeur=words, note=named.get(key, ""))
