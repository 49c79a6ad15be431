"""Measure the quality of the patrimoine: alerts by kind, score by programme and field."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from fluxdesk.domain.logement import Financement
from fluxdesk.domain.provenance import Origine, valeurs_de_main
from fluxdesk.domain.qualite_mesure import CHAMPS_LUS, Mesure
from fluxdesk.domain.qualite_regles import ReperesQualite
from fluxdesk.domain.referentiel import GenreReferentiel
from fluxdesk.domain.rpls_financement import AUTRES
from fluxdesk.services.consulter_referentiels import communes_en_qpv
from fluxdesk.services.ports import sans_progres

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from fluxdesk.domain.qualite import Qualite
    from fluxdesk.domain.reservataire import Categorie
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.ports import Horloge, Progress, Territoires

_PAQUET = 5_000
_QUOI = "Mesure de la qualité"
_CFF = frozenset({"55"})


def mesurer_qualite(
    *,
    uow: UnitOfWork,
    horloge: Horloge,
    territoires: Territoires,
    progress: Progress = sans_progres,
) -> Qualite:
    """Judge every dwelling that still belongs to the patrimoine; writes nothing.

    Raises:
        AnnuleError: the officer stopped.
    """
    today = horloge.aujourd_hui()
    with uow:
        districts = communes_en_qpv(today, uow=uow)
        provenances = uow.provenances.toutes()
        mesure = Mesure(
            replace(_reperes(uow, today, territoires), communes_qpv=districts),
            valeurs_de_main(provenances),
            valeurs_de_main(provenances, frozenset({Origine.CONFIRMEE})),
        )
        total, done = uow.logements.nombre(), 0
        for ids in paquets(name[0] for name in uow.logements.reperes()):
            progress(done, total, _QUOI)
            values = uow.logements.valeurs(ids, (*CHAMPS_LUS, "etat"))
            mesure.ajouter(ids, [values[ident] for ident in ids])
            done += len(ids)
        progress(total, total, _QUOI)
    return mesure.resultat()


def paquets(ids: Iterable[int], taille: int = _PAQUET) -> Iterator[list[int]]:
    """Ids by lists of ``taille`` at most: what one question to the base may name."""
    remaining = iter(ids)
    while batch := list(islice(remaining, taille)):
        yield batch


def _reperes(uow: UnitOfWork, jour: date, territoires: Territoires) -> ReperesQualite:
    categories = {one.id: one.categorie for one in uow.reservataires.tous()}
    holders: dict[int, set[Categorie]] = {}
    for droit in uow.stock.tous():
        if droit.fin is None or droit.fin >= jour:
            holders.setdefault(droit.logement_id, set()).add(categories[droit.reservataire_id])
    return ReperesQualite(
        annee=jour.year,
        trouver_commune=territoires.commune,
        codes_autres=AUTRES | _CFF | _codes_du_bailleur(uow, jour),
        titulaires={ident: frozenset(found) for ident, found in holders.items()},
        conventions=frozenset(categories[c.reservataire_id] for c in uow.conventions.toutes()),
    )


def _codes_du_bailleur(uow: UnitOfWork, jour: date) -> frozenset[str]:
    """Codes that the landlord's own table puts among the others."""
    table = uow.referentiels.au(GenreReferentiel.FINANCEMENTS, jour)
    other = Financement.AUTRE.value
    lines = table.lignes.items() if table else ()
    return frozenset(code for code, line in lines if line.get("famille") == other)
