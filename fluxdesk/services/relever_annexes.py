"""Read what a bilan tells beside its offers: taken out, foreseen, new programmes, targets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.bilan_faits import (
    TOUS,
    DroitNeufVu,
    FaitPrevu,
    FaitSoustrait,
    Lieu,
    ObjectifVu,
)
from fluxdesk.domain.flux.parties import BAILLEUR
from fluxdesk.domain.objectif import en_vigueur
from fluxdesk.domain.objectif_mesure import mesurer
from fluxdesk.domain.vacance import Qualification, retiree
from fluxdesk.services.mesurer_objectifs import lire_attributions
from fluxdesk.services.relever_faits import hors_registre, lire_logements

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxdesk.domain.flux.parties import Unite
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.relever_faits import Releve


def relever_soustraits(
    releve: Releve, *, uow: UnitOfWork
) -> tuple[tuple[FaitSoustrait, Unite], ...]:
    """Dwellings taken out, by the day of their congé, each as a zone would see it."""
    taken = [
        v
        for v in uow.vacances.toutes()
        if v.qualification is Qualification.SOUSTRAIT
        and releve.periode.contient(v.date_conge)
        and not retiree(v)
    ]
    homes = lire_logements({v.logement_id for v in taken}, uow=uow)
    return tuple(
        (
            FaitSoustrait(
                categorie=v.categorie_soustrait,
                operation=v.suivi.operation,
                lieu=releve.lieu_du(homes[v.logement_id]),
                typologie=homes[v.logement_id].typologie,
                qpv_code=homes[v.logement_id].qpv_code,
            ),
            hors_registre(v, homes[v.logement_id], releve.territoires),
        )
        for v in taken
        if v.categorie_soustrait is not None
    )


def relever_previsions(releve: Releve, *, uow: UnitOfWork) -> tuple[FaitPrevu, ...]:
    """What was foreseen for the year of the period and for the next."""
    year = releve.periode.annee
    return tuple(
        FaitPrevu(
            annee=p.annee,
            categorie=p.categorie,
            nombre=p.nombre,
            operation=p.operation,
            lieu=_lieu_prevu(releve, p.commune, p.qpv),
            typologie=p.typologie,
        )
        for p in uow.previsions.toutes()
        if p.annee in {year, year + 1}
    )


def _lieu_prevu(releve: Releve, commune: str, qpv: str) -> Lieu:
    found = releve.territoires.commune(commune) if commune else None
    if found is None:
        return Lieu(insee=commune, commune=commune, qpv=qpv)
    return releve.lieu(commune, found.epci, found.departement, qpv)


def relever_neufs(releve: Releve, *, uow: UnitOfWork) -> tuple[DroitNeufVu, ...]:
    """The rights agreed on the new programmes delivered in the year or still to come."""
    return tuple(_droits_neufs(releve, uow=uow))


def _droits_neufs(releve: Releve, *, uow: UnitOfWork) -> Iterator[DroitNeufVu]:
    known = {p.cle for p in releve.parties} | {BAILLEUR}
    for programme in uow.programmes.toutes():
        delivered = programme.livraison_reelle
        if delivered is not None and delivered < releve.periode.debut:
            continue
        for right in programme.droits:
            who, part = releve.noms(right.partie) if right.partie in known else ("", "")
            yield DroitNeufVu(
                programme=programme.nom,
                lieu=_lieu_prevu(releve, programme.commune, ""),
                livraison_prevue=programme.livraison_prevue,
                livraison_reelle=delivered,
                partie=right.partie,
                reservataire=f"{who} ({part})" if part else who,
                typologie=right.typologie,
                financement=right.financement,
                droits=right.nombre,
            )


def relever_objectifs(releve: Releve, *, uow: UnitOfWork) -> tuple[ObjectifVu, ...]:
    """The targets in force in the year, measured on its attributions and leases."""
    year = releve.periode.annee
    held = en_vigueur(uow.objectifs.toutes(), year)
    if not held:
        return ()
    done = lire_attributions(uow=uow, territoires=releve.territoires)
    names = {c.epci: c.epci_nom for c in releve.territoires.communes() if c.epci}
    known = {p.cle for p in releve.parties}
    return tuple(
        ObjectifVu(
            annee=year,
            epci=o.epci,
            territoire=names.get(o.epci, o.epci) or "tout le patrimoine",
            nature=o.libelle or o.nature.value,
            qui=releve.noms(o.partie)[0] if o.partie in known else TOUS,
            cible=o.cible_en(year),
            source=o.source,
            compte=measured.oui,
            base=measured.total,
            inconnus=measured.inconnus,
            sans_lieu=measured.sans_lieu,
            etat=measured.etat(o.cible_en(year)).value,
        )
        for o, measured in ((o, mesurer(o, year, done)) for o in held)
    )
