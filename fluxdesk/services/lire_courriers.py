"""What the letters of one transaction are written from, each thing read once."""

from __future__ import annotations

import json
from collections import defaultdict
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from fluxdesk.domain.calendrier import sans_feries
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.flux.evenements import Service
from fluxdesk.domain.flux.nombres import nombre
from fluxdesk.domain.flux.parties import BAILLEUR, NOM_BAILLEUR, UN
from fluxdesk.domain.gabarit_lettre import comprendre
from fluxdesk.domain.logement import NON_RENSEIGNE
from fluxdesk.domain.offres import comptee_a_part
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.originaux_lettre import modele_en_vigueur
from fluxdesk.services.faits_offre import FaitsOffre, LettreProposition
from fluxdesk.services.imputer_offre import cle_de
from fluxdesk.services.tenir_registre import lire_parties, registre_a_l_offre

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from fluxdesk.domain.bailleur import Bailleur
    from fluxdesk.domain.calendrier import Feries
    from fluxdesk.domain.convention import Convention
    from fluxdesk.domain.gabarit_lettre import Gabarit
    from fluxdesk.domain.journal import EntreeJournal
    from fluxdesk.domain.modele_lettre import GenreCourrier, ModeleLettre
    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.ports import Bureau, Territoires


class SansLettreError(FluxDeskError):
    """The landlord writes no letter to itself, nor for an offer taken back."""

    def __init__(self, numero: str, pourquoi: str) -> None:
        super().__init__(f"L’offre {numero} n’a pas de lettre : {pourquoi}.")


class LectureCourriers:
    """Reads inside an open transaction; the letters of a day share what they have in common."""

    def __init__(
        self, uow: UnitOfWork, territoires: Territoires, feries: Feries = sans_feries
    ) -> None:
        self.uow = uow
        self.territoires = territoires
        self.feries = feries

    @cached_property
    def bailleur(self) -> Bailleur:
        """Who writes."""
        return self.uow.bailleurs.lire()

    @cached_property
    def noms(self) -> Mapping[str, str]:
        """Names of the accounts by party key, the landlord's own included."""
        return {p.cle: p.nom for p in lire_parties(uow=self.uow)} | {BAILLEUR: NOM_BAILLEUR}

    def gabarit(self, genre: GenreCourrier) -> Gabarit:
        """The template in force.

        Raises:
            ModeleFautifError: it was recorded by a version that knew other placeholders.
        """
        return comprendre(modele_en_vigueur(genre, self._modeles))

    def proposition(self, orientation_id: int) -> LettreProposition:
        """All that a letter about this offer can name.

        The position is the one just after the offer, itself counted.

        Raises:
            IntrouvableError: no such offer.
            SansLettreError: the landlord's own dwelling, a cancelled offer, no convention.
        """
        facts = self.faits(orientation_id)
        offer = facts.orientation
        reservataire_id, convention = self._destinataire(offer)
        before = self._precedentes(offer)
        key = cle_de(offer)
        return LettreProposition(
            bailleur=self.bailleur,
            reservataire=self.uow.reservataires.lire(reservataire_id),
            sous_contingent=self.noms[key] if offer.sous_contingent else "",
            convention=convention,
            orientation=offer,
            vacance=facts.vacance,
            logement=facts.logement,
            commune=facts.commune,
            rang_annee=sum(1 for o in before if o.jour.year == offer.jour.year) + 1,
            du=self._du(offer, key),
            proposes=len(before) + 1,
            signes=sum(1 for o in before if o.date_bail and o.date_bail <= offer.jour),
        )

    def faits(self, orientation_id: int) -> FaitsOffre:
        """The offer and its dwelling, whoever it went to."""
        offer = self.uow.orientations.lire(orientation_id)
        vacance = self.uow.vacances.lire(offer.vacance_id)
        logement = self.uow.logements.lire(vacance.logement_id)
        return FaitsOffre(
            orientation=offer,
            vacance=vacance,
            logement=logement,
            commune=self.territoires.commune(logement.commune),
        )

    def journal_de(self, objets: AbstractSet[str]) -> Iterator[EntreeJournal]:
        """What was done to these objects, oldest first."""
        return (entry for entry in self.uow.journal.toutes() if entry.objet in objets)

    @cached_property
    def _modeles(self) -> tuple[ModeleLettre, ...]:
        return tuple(self.uow.modeles.toutes())

    @cached_property
    def _offres(self) -> Mapping[str, Sequence[Orientation]]:
        """Offers by account, cancelled ones left out."""
        found: dict[str, list[Orientation]] = defaultdict(list)
        for offer in self.uow.orientations.toutes():
            if offer.issue is not IssueOrientation.ANNULEE:
                found[cle_de(offer)].append(offer)
        return found

    def _destinataire(self, offer: Orientation) -> tuple[int, Convention | None]:
        """Who is written to, and what binds it: nothing, where a dwelling is its own by right."""
        if offer.reservataire_id is None:
            raise SansLettreError(offer.numero, "le logement est gardé par le bailleur")
        if offer.issue is IssueOrientation.ANNULEE:
            raise SansLettreError(offer.numero, "elle a été annulée")
        convention = self.uow.conventions.du_reservataire(offer.reservataire_id)
        if convention is None and not offer.suivi.hors_registre:
            raise SansLettreError(offer.numero, "le réservataire n’a pas de convention")
        return offer.reservataire_id, convention

    def _precedentes(self, offer: Orientation) -> list[Orientation]:
        """Offers made to the same account before this one, since the first day like its due."""
        mine = self._offres[cle_de(offer)]
        return [o for o in mine if o.id < offer.id and not comptee_a_part(o)]

    def _du(self, offer: Orientation, key: str) -> str:
        """What the account was due once this dwelling had entered the flux.

        The offer kept the ranking as it was shown; an offer of a past year that came by a file
        has none, and no event either.
        """
        rows: list[dict[str, str]] = json.loads(offer.classement or "[]")
        shown = next((row["du"] for row in rows if row["cle"] == key), None)
        if shown is not None:
            return shown
        events = self.uow.evenements.de_l_orientation(offer.id)
        if not any(isinstance(event, Service) for event in events):
            return NON_RENSEIGNE
        return nombre(Fraction(registre_a_l_offre(offer, uow=self.uow).du(key), UN))


def lecture_de(bureau: Bureau) -> LectureCourriers:
    """What the letters of a desk are written from, in a transaction of its own."""
    return LectureCourriers(bureau.base.transaction(), bureau.territoires, bureau.feries)
