"""What the base knows already of dwellings, parties and past offers, read once for an import."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fluxdesk.domain.dates import en_lettres
from fluxdesk.domain.echeance import calculer_echeance
from fluxdesk.domain.flux.parties import BAILLEUR
from fluxdesk.domain.histoire import Passage, Vie
from fluxdesk.domain.ligne_historique import OffreLue
from fluxdesk.domain.orientation import ISSUES_RENDUES, IssueOrientation
from fluxdesk.domain.parties import cle_partie, lire_cle, unite_du_flux
from fluxdesk.domain.typographie import plie
from fluxdesk.domain.vacance import CauseLiberation, Vacance, retiree
from fluxdesk.services.reperer_logements import Reperes
from fluxdesk.services.tenir_registre import lire_parties

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from fluxdesk.domain.cellules import Cellules
    from fluxdesk.domain.convention import Convention
    from fluxdesk.domain.echeance import Echeance
    from fluxdesk.domain.flux.parties import Unite
    from fluxdesk.domain.ligne_historique import LigneHistorique
    from fluxdesk.domain.logement import Logement
    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.ports import Territoires


class Passe:
    """The base as an import of history finds it."""

    def __init__(self, uow: UnitOfWork, territoires: Territoires) -> None:
        self._territoires = territoires
        self.reperes = Reperes(uow)
        self._conventions = {c.reservataire_id: c for c in uow.conventions.toutes()}
        self._reservataires = {plie(r.nom): r.id for r in uow.reservataires.tous()}
        self._parties = {p.cle: p for p in lire_parties(uow=uow)}
        self._offres: dict[int, list[Orientation]] = {}
        for offre in uow.orientations.toutes():
            if offre.issue is not IssueOrientation.ANNULEE:
                self._offres.setdefault(offre.vacance_id, []).append(offre)
        self._vacances: dict[int, list[Vacance]] = {}
        for vacance in uow.vacances.toutes():
            self._vacances.setdefault(vacance.logement_id, []).append(vacance)

    # --- parties --------------------------------------------------------------------------

    def convention(self, cle: str) -> Convention | None:
        """Convention behind a party key; None for the landlord."""
        ident, _ = lire_cle(cle)
        return None if ident is None else self._conventions[ident]

    def echeance(self, cle: str, jour: date) -> Echeance | None:
        """Deadline of an offer made that day to this party; None for the landlord."""
        convention = self.convention(cle)
        if convention is None:
            return None
        return calculer_echeance(
            jour,
            convention.delai_jours,
            zone_tendue=convention.zone_tendue,
            reference=convention.reference,
        )

    def destinataire(self, ligne: LigneHistorique, cellules: Cellules) -> str:
        """Party key that the line charges: one that is not divided.

        Raises:
            LigneRefuseeError: nobody in the ledger answers to it.
        """
        if not ligne.reservataire:
            return BAILLEUR
        ident = self._reservataires.get(plie(ligne.reservataire))
        if ident is None:
            cellules.refuser(
                "reservataire",
                "n’est pas connu : créez d’abord ce réservataire et sa convention, ou corrigez son "
                "nom.",
            )
        if ident not in self._conventions:
            cellules.refuser(
                "reservataire", "n’a pas de convention dans cette base : enregistrez-la d’abord."
            )
        if ligne.offre is None:
            cellules.douter("reservataire", "n’est pas repris : la date de l’offre manque.")
        return self._part(ident, ligne.sous_contingent, cellules)

    def _part(self, ident: int, sous_contingent: str, cellules: Cellules) -> str:
        codes = {
            plie(name): sous.code
            for avenant in self._conventions[ident].avenants
            for sous in avenant.sous_contingents
            for name in (sous.code, sous.nom)
        }
        if codes and plie(sous_contingent) not in codes:
            named = ", ".join(f"« {code} »" for code in sorted(set(codes.values())))
            cellules.refuser(
                "sous_contingent",
                f"ne désigne pas une part de ce réservataire, qui est divisé : écrivez {named}.",
            )
        if sous_contingent and not codes:
            cellules.douter(
                "sous_contingent", "n’est pas repris : sa convention n’est pas divisée."
            )
        return cle_partie(ident, codes.get(plie(sous_contingent), ""))

    def verifier_droit(self, cle: str, logement: Logement, jour: date, cellules: Cellules) -> None:
        """Tell a party that had no right on this dwelling that day; what was done was done."""
        if cle == BAILLEUR:
            return
        partie = self._parties[cle]
        if partie.taux_date(jour) is None:
            cellules.douter(
                "reservataire",
                f"n’a pas de taux en vigueur le {en_lettres(jour)} : l’offre est reprise, vérifiez "
                "les dates de sa convention.",
            )
        place = Vacance(logement_id=logement.id, date_conge=jour, cause=CauseLiberation.CONGE)
        if not partie.territoire.contient(self.unite(place, jour)):
            cellules.douter(
                "reservataire",
                "n’a pas de droit sur ce logement, hors de son territoire : l’offre est reprise.",
            )

    def unite(self, vacance: Vacance, jour: date) -> Unite:
        """The freed dwelling as the ledger sees it, first offered that day."""
        logement = self.reperes.par_id[vacance.logement_id]
        commune = self._territoires.commune(logement.commune)
        return unite_du_flux(
            vacance, logement, commune=commune, jour=jour, parties=self._parties.values()
        )

    # --- vacancies ------------------------------------------------------------------------

    def vies_du_logement(self, logement_id: int) -> Sequence[Vie]:
        """The vacancies that the base knows of this dwelling."""
        known = self._vacances.get(logement_id, ())
        return [self._vie(vacance) for vacance in known if not retiree(vacance)]

    def vie(self, logement_id: int, conge: date) -> Vie | None:
        """The vacancy that the base knows of this dwelling and congé."""
        mine = self.vies_du_logement(logement_id)
        return next((life for life in mine if life.vacance.date_conge == conge), None)

    def reprise(self, made: Vacance) -> Vie:
        """A new vacancy, or the same brought back after its import was undone."""
        known = self._vacances.get(made.logement_id, ())
        gone = [v for v in known if retiree(v) and v.date_conge == made.date_conge]
        if not gone:
            return Vie(vacance=made)
        return Vie(vacance=replace(made, id=gone[-1].id), avant=gone[-1])

    def deja_dit(self, vie: Vie, ligne: LigneHistorique, cle: str, cellules: Cellules) -> bool:
        """Whether the base has already what the line says.

        Raises:
            LigneRefuseeError: it has that offer, with another issue.
        """
        if vie.avant is None or retiree(vie.avant):
            return False
        read = ligne.offre
        if read is None:
            return True
        known = (p for p in vie.passages if not p.ligne and (p.cle, p.lue.jour) == (cle, read.jour))
        mine = next(known, None)
        if mine is None:
            return False
        said = (read.issue, read.attribution, read.bail, read.reponse or mine.lue.reponse)
        if said != (mine.lue.issue, mine.lue.attribution, mine.lue.bail, mine.lue.reponse):
            cellules.refuser(
                "issue",
                "diffère de ce que la base dit de cette offre : enregistrez la réponse depuis la "
                "vacance.",
            )
        return True

    def _vie(self, vacance: Vacance) -> Vie:
        offers = sorted(self._offres.get(vacance.id, ()), key=lambda o: (o.jour, o.id))
        passages = [
            Passage(
                cle=cle_partie(o.reservataire_id, o.sous_contingent),
                lue=OffreLue(
                    jour=o.jour,
                    issue=o.issue,
                    attribution=o.date_attribution,
                    bail=o.date_bail,
                    reponse=o.date_issue if o.issue in ISSUES_RENDUES else None,
                ),
            )
            for o in offers
        ]
        return Vie(vacance=vacance, avant=vacance, passages=passages)
