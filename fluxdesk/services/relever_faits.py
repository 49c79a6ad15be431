"""Read from the base what the bilans of a period count, once for all their recipients."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxdesk.domain.bilan_faits import (
    FaitOffre,
    Lieu,
    LogementVu,
)
from fluxdesk.domain.bilan_lignes import SANS_CAUSE
from fluxdesk.domain.echec import RESPONSABLES, CauseEchec, Responsable
from fluxdesk.domain.flux.parties import BAILLEUR
from fluxdesk.domain.logement import PARTS_ADRESSE, logement_de
from fluxdesk.domain.offres import au_titulaire, comptee_a_part, partie_imputee
from fluxdesk.domain.orientation import ISSUES_RENDUES, IssueOrientation
from fluxdesk.domain.parties import cle_partie, lire_cle, unite_du_flux
from fluxdesk.domain.vacance import CauseLiberation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from fluxdesk.domain.flux.parties import Partie, Unite
    from fluxdesk.domain.logement import Logement, ValeurPlate
    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.domain.periode import Periode
    from fluxdesk.domain.vacance import Vacance
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.ports import Territoires

BAILLEUR_NON_RESERVE = "Bailleur (non réservé)"
AUTRE_RESERVATAIRE = "attribué à un autre réservataire"
_CHAMPS = (
    "cle", "id_interne", "id_rpls", "programme", "commune", "epci", "departement", "qpv",
    "qpv_code", "typologie", "surface", "etage", "financement", "annee_construction", "loyer",
    "loyer_max", *PARTS_ADRESSE,
)  # fmt: skip
_PAQUET = 5000
_SANS_SUITE = ISSUES_RENDUES | {IssueOrientation.ECARTEE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Releve:
    """What the facts are read from: standing offers, their dwellings, the parties."""

    periode: Periode
    unites: Mapping[str, Unite]
    parties: Sequence[Partie]
    territoires: Territoires

    def lieu(self, commune: str, epci: str, departement: str, qpv: str) -> Lieu:
        """A place in words; its EPCI has the name that the COG gives it."""
        found = self.territoires.commune(commune)
        label = f"{found.nom} ({found.code})" if found else commune
        known = found is not None and found.epci == epci
        return Lieu(
            departement=departement,
            epci=epci,
            epci_nom=found.epci_nom if found and known else "",
            insee=found.code if found else commune,
            commune=label,
            qpv=qpv,
        )

    def lieu_de(self, unite: Unite) -> Lieu:
        """Where a dwelling of the ledger stands."""
        return self.lieu(unite.commune, unite.epci, unite.departement, unite.qpv)

    def lieu_du(self, logement: Logement) -> Lieu:
        """Where a dwelling that never entered the ledger stands."""
        found = self.territoires.commune(logement.commune)
        epci = (found.epci if found else "") or logement.epci
        return self.lieu(logement.commune, epci, logement.departement, logement.modalite_qpv)

    def noms(self, cle: str) -> tuple[str, str]:
        """Réservataire and sous-contingent of a party key, as printed."""
        if cle == BAILLEUR:
            return BAILLEUR_NON_RESERVE, ""
        found = {p.cle: p for p in self.parties}
        partie = found[cle]
        if partie.parent is None:
            return partie.nom, ""
        head = found[partie.parent].nom
        return head, partie.nom.removeprefix(f"{head} (").removesuffix(")")

    def feuilles(self) -> tuple[tuple[str, str], ...]:
        """The parties that have a row even at zero: those without parts."""
        parents = {p.parent for p in self.parties}
        return tuple(self.noms(p.cle) for p in self.parties if p.cle not in parents)


def relever_offres(releve: Releve, *, uow: UnitOfWork) -> tuple[FaitOffre, ...]:
    """The offers that count in the period, in the order they were made."""
    vacancies = {v.id: v for v in uow.vacances.toutes()}
    counted = [
        (offer, marks)
        for offer in uow.orientations.toutes()
        if offer.issue is not IssueOrientation.ANNULEE
        and not au_titulaire(offer, vacancies[offer.vacance_id])
        and any(marks := _marques(offer, releve.periode))
    ]
    homes = lire_logements({vacancies[o.vacance_id].logement_id for o, _ in counted}, uow=uow)
    names = {key: _noms(key, releve, uow=uow) for key in {partie_imputee(o) for o, _ in counted}}
    found = []
    for offer, marks in counted:
        vacancy = vacancies[offer.vacance_id]
        home = homes[vacancy.logement_id]
        unit = releve.unites.get(str(offer.vacance_id)) or hors_registre(
            vacancy, home, releve.territoires
        )
        found.append(
            _fait(
                (offer, marks),
                vacancy,
                names[partie_imputee(offer)],
                oriente=_oriente(offer, releve),
                lieu=releve.lieu_de(unit),
                logement=_vu(home, unit),
            )
        )
    return tuple(found)


def _noms(cle: str, releve: Releve, *, uow: UnitOfWork) -> tuple[str, str]:
    """As printed; a right agreed on new dwellings may be of one who has no convention."""
    ident, part = lire_cle(cle)
    if ident is None or any(p.cle == cle for p in releve.parties):
        return releve.noms(cle)
    return uow.reservataires.lire(ident).nom, part


def hors_registre(vacance: Vacance, logement: Logement, territoires: Territoires) -> Unite:
    """A dwelling that the ledger does not hold, as it would see it on the day of its congé."""
    place = territoires.commune(logement.commune)
    return unite_du_flux(vacance, logement, commune=place, jour=vacance.date_conge)


def _oriente(offre: Orientation, releve: Releve) -> str:
    """The name of the party offered, where another one is charged; else empty."""
    offered = cle_partie(offre.reservataire_id, offre.sous_contingent)
    if partie_imputee(offre) == offered:
        return ""
    who, part = releve.noms(offered)
    return f"{who} ({part})" if part else who


def _marques(offre: Orientation, periode: Periode) -> tuple[int, int, int, int]:
    """Proposed, attributed, let in the period; proposed in it and failed."""
    proposed = periode.contient(offre.jour)
    return (
        int(proposed),
        int(periode.contient(offre.date_attribution)),
        int(periode.contient(offre.date_bail)),
        int(proposed and offre.issue in _SANS_SUITE),
    )


def _fait(
    comptee: tuple[Orientation, tuple[int, int, int, int]],
    vacance: Vacance,
    noms: tuple[str, str],
    *,
    oriente: str,
    lieu: Lieu,
    logement: LogementVu,
) -> FaitOffre:
    offre, (proposed, given, let, failed) = comptee
    cause, owner = cause_de(offre)
    return FaitOffre(
        numero=offre.numero,
        vacance_id=vacance.id,
        logement_id=vacance.logement_id,
        partie=partie_imputee(offre),
        reservataire=noms[0],
        sous_contingent=noms[1],
        oriente=oriente,
        lieu=lieu,
        logement=logement,
        neuf=vacance.suivi.programme_id is not None or vacance.cause is CauseLiberation.LIVRAISON,
        a_part=comptee_a_part(offre),
        cause_liberation=vacance.cause.value,
        date_conge=vacance.date_conge,
        liberation=vacance.suivi.liberation,
        disponibilite=vacance.disponibilite,
        jour=offre.jour,
        echeance=offre.echeance,
        candidats_recus=offre.suivi.candidats_recus,
        candidats=offre.candidats,
        date_cal=offre.date_attribution or offre.suivi.cal_prevue,
        decision=_decision(offre),
        notification=offre.suivi.notification,
        reponse=offre.suivi.reponse,
        bail=offre.date_bail,
        issue=offre.issue.value,
        cause_echec=cause,
        responsable=owner,
        proposes=proposed,
        attribues=given,
        baux=let,
        sans_suite=failed,
    )


def cause_de(offre: Orientation) -> tuple[str, str]:
    """Why an offer failed and whose cause it is, both empty when it did not."""
    if offre.issue not in _SANS_SUITE:
        return "", ""
    if offre.cause is not None:
        return offre.cause.value, RESPONSABLES[offre.cause].value
    if offre.issue is IssueOrientation.SANS_CANDIDAT:
        return CauseEchec.AUCUN_CANDIDAT.value, Responsable.RESERVATAIRE.value
    if offre.issue is IssueOrientation.ECARTEE:
        return AUTRE_RESERVATAIRE, Responsable.BAILLEUR.value
    return SANS_CAUSE, Responsable.RESERVATAIRE.value


def _decision(offre: Orientation) -> str:
    if offre.date_attribution is not None:
        return "attribution"
    known = {
        CauseEchec.NON_ATTRIBUTION: "non-attribution",
        CauseEchec.IRRECEVABLE: "irrecevabilité",
    }
    return known.get(offre.cause, "") if offre.cause else ""


def lire_logements(ids: Iterable[int], *, uow: UnitOfWork) -> dict[int, Logement]:
    """These dwellings with what a bilan says of them, by id."""
    rows = _valeurs(sorted(ids), _CHAMPS, uow=uow)
    return {ident: logement_de(dict(zip(_CHAMPS, values, strict=True))) for ident, values in rows}


def communes_du_parc(*, uow: UnitOfWork) -> frozenset[str]:
    """The codes of the communes where the landlord has dwellings."""
    every = [ident for ident, *_ in uow.logements.reperes()]
    return frozenset(str(code) for _, (code,) in _valeurs(every, ("commune",), uow=uow))


def _valeurs(
    ids: Sequence[int], champs: Sequence[str], *, uow: UnitOfWork
) -> Iterator[tuple[int, tuple[ValeurPlate, ...]]]:
    """Flat values by the thousand: a base takes so many numbers at once and no more."""
    for first in range(0, len(ids), _PAQUET):
        yield from uow.logements.valeurs(ids[first : first + _PAQUET], champs).items()


def _vu(logement: Logement, unite: Unite) -> LogementVu:
    address = logement.adresse
    return LogementVu(
        id_interne=logement.id_interne,
        id_rpls=logement.id_rpls,
        programme=logement.programme,
        adresse=", ".join(part for part in (address.ligne(), address.ville()) if part),
        qpv_code=logement.qpv_code,
        typologie=unite.typologie,
        surface=logement.surface,
        etage=logement.etage,
        financement=unite.financement,
        loyer=logement.loyer,
        loyer_max=logement.loyer_max,
        annee_construction=logement.annee_construction,
        periode=unite.periode,
    )
