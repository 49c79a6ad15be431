"""What the officer must do today, and how fair the flux is so far."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from fluxdesk.domain.bilan_rythme import points_dus
from fluxdesk.domain.calendrier import sans_feries
from fluxdesk.domain.duree_convention import EtatConvention, avis_de_fin
from fluxdesk.domain.flux.evenements import Presentation
from fluxdesk.domain.flux.journal import effectifs
from fluxdesk.domain.typographie import typographier
from fluxdesk.domain.vacance import Etape, Qualification
from fluxdesk.services.compter_travail import compter_travail, examens_a_mener
from fluxdesk.services.dresser_flux import commentaires_du_flux, lignes_du_flux
from fluxdesk.services.rappeler import rappels
from fluxdesk.services.rows import (
    ActionAFaire,
    AFaireRow,
    TableauDeBord,
    Urgence,
)
from fluxdesk.services.tenir_registre import charger_registre

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from fluxdesk.domain.bilan_rythme import PointDu
    from fluxdesk.domain.calendrier import Feries
    from fluxdesk.domain.convention import Convention
    from fluxdesk.domain.periode import Periode
    from fluxdesk.domain.reservataire import Reservataire
    from fluxdesk.services.ports import Base, Horloge, Territoires
    from fluxdesk.services.rappeler import Rappel
    from fluxdesk.services.rows import (
        VacanceRow,
    )

BIENTOT = timedelta(days=7)


def dresser_tableau(
    *, base: Base, horloge: Horloge, territoires: Territoires, feries: Feries = sans_feries
) -> TableauDeBord:
    """Everything the page Aujourd'hui shows, today."""
    today = horloge.aujourd_hui()
    vacancies = base.lectures.vacances(today)
    with base.transaction() as uow:
        registre = charger_registre(uow=uow)
        reservataires = {r.id: r for r in uow.reservataires.tous()}
        conventions = uow.conventions.toutes()
        regles = uow.regles.lire()
        told = rappels(today, uow=uow, feries=feries)
        points = points_dus(conventions, uow.bilans.toutes(), today)
    rows = {row.id: row for row in vacancies}
    charge, beside = compter_travail(today, rows, base=base)
    facts = [event for event, _ in effectifs(registre.journal)]
    states = [event.unite for event in facts if isinstance(event, Presentation)]
    years = {u.jour.year for u in states}
    to_do = sorted(
        (
            *_rappels(rows, told, today),
            *beside,
            *examens_a_mener(today, base=base, territoires=territoires),
            *_a_qualifier(vacancies, today),
            *_conventions(conventions, reservataires, today),
            *_bilans(years, today),
            *_points([p for p in points if p.periode.annee in years], reservataires, today),
        ),
        key=lambda row: (row.jour, row.titre),
    )
    return TableauDeBord(
        jour=today,
        a_faire=tuple(to_do),
        a_orienter=tuple(v for v in vacancies if v.etape is Etape.A_ORIENTER or v.au_titulaire),
        flux=lignes_du_flux(registre, states, today),
        liberations=sum(1 for u in states if u.jour.year == today.year),
        soustraits=_soustraits(vacancies, today.year),
        tolerance=registre.tolerance,
        commentaires=commentaires_du_flux(registre, regles, reservataires, facts),
        charge=charge.phrase,
    )


def urgence(jour: date, aujourd_hui: date) -> Urgence:
    """How near a day is."""
    if jour < aujourd_hui:
        return Urgence.EN_RETARD
    if jour == aujourd_hui:
        return Urgence.AUJOURD_HUI
    return Urgence.BIENTOT if jour - aujourd_hui <= BIENTOT else Urgence.PLUS_TARD


def _dwelling(row: VacanceRow) -> str:
    where = row.adresse or f"logement {row.reference}"
    return f"{where}, {row.commune}, {row.typologie} {row.financement}"


def _rappels(
    rows: Mapping[int, VacanceRow], told: Sequence[Rappel], today: date
) -> Iterator[AFaireRow]:
    for rappel in told:
        row = rows.get(rappel.vacance_id)
        where = _dwelling(row) if row else rappel.logement
        offer = f" — offre {rappel.numero}" if rappel.numero else ""
        yield AFaireRow(
            jour=rappel.jour,
            urgence=urgence(rappel.jour, today),
            titre=rappel.titre,
            detail=f"{where}{offer}. {rappel.explication}".rstrip(". "),
            action=ActionAFaire.OUVRIR_VACANCE,
            cible=rappel.vacance_id,
        )


def _a_qualifier(vacancies: Sequence[VacanceRow], today: date) -> Iterator[AFaireRow]:
    for row in vacancies:
        if row.etape is Etape.A_QUALIFIER:
            yield AFaireRow(
                jour=row.date_conge,
                urgence=Urgence.AUJOURD_HUI if row.date_conge <= today else Urgence.BIENTOT,
                titre="Congé à qualifier",
                detail=_dwelling(row),
                action=ActionAFaire.OUVRIR_VACANCE,
                cible=row.id,
            )


def _conventions(
    conventions: Sequence[Convention], reservataires: Mapping[int, Reservataire], today: date
) -> Iterator[AFaireRow]:
    for avis in avis_de_fin(conventions, reservataires, today):
        ended = "échue" if avis.duree.etat is EtatConvention.ECHUE else "près de son terme"
        yield AFaireRow(
            jour=avis.jour,
            urgence=urgence(avis.jour, today),
            titre=typographier(f"Convention « {avis.reservataire} » {ended}"),
            detail=avis.phrase,
            action=ActionAFaire.OUVRIR_CONVENTIONS,
            cible=avis.convention_id,
        )


def _bilans(years: Container[int], today: date) -> Iterator[AFaireRow]:
    """The bilan of last year until the 28 February, else the one that comes (R441-5-1)."""
    due = date(today.year, 2, 28)
    year = today.year - 1 if today <= due else today.year
    if year in years:
        deadline = date(year + 1, 2, 28)
        yield AFaireRow(
            jour=deadline,
            urgence=urgence(deadline, today),
            titre=f"Bilans {year} à transmettre",
            detail="À chaque réservataire et à la Préfecture, avant le 28 février (art. R441-5-1)",
            action=ActionAFaire.OUVRIR_BILANS,
            cible=year,
        )


def _points(
    points: Sequence[PointDu], reservataires: Mapping[int, Reservataire], today: date
) -> Iterator[AFaireRow]:
    """The intermediate bilans owed by the rhythm of a convention, one line a period."""
    by_period: dict[Periode, list[PointDu]] = {}
    for point in points:
        by_period.setdefault(point.periode, []).append(point)
    for period, owed in by_period.items():
        names = ", ".join(reservataires[point.reservataire_id].nom for point in owed)
        due = min(point.echeance for point in owed)
        unsaid = any(point.d_usage for point in owed)
        usual = " ; sans délai écrit, dans le mois qui suit la période" if unsaid else ""
        yield AFaireRow(
            jour=due,
            urgence=urgence(due, today),
            titre=typographier(f"Point intermédiaire à transmettre : {period.nom}"),
            detail=typographier(
                f"À {names}, au rythme {owed[0].rythme.value} de la convention{usual}"
            ),
            action=ActionAFaire.OUVRIR_BILANS,
            cible=period.repere,
        )


def _soustraits(vacancies: Sequence[VacanceRow], year: int) -> int:
    return sum(
        1
        for row in vacancies
        if row.qualification == Qualification.SOUSTRAIT.value and row.date_conge.year == year
    )
