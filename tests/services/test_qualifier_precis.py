"""A qualification says its ground out of the flux, or the operation it is taken for."""

from __future__ import annotations

import pytest

from fluxdesk.domain.suivi_vacance import MotifHorsFlux
from fluxdesk.domain.vacance import CategorieSoustrait, Qualification
from fluxdesk.services.qualifier_vacance import (
    MotifHorsFluxError,
    Precision,
    preciser_qualification,
)
from tests.services.monde import conge, monde
from tests.services.vies import vacance_de


def test_the_ground_out_of_the_flux_goes_with_its_qualification() -> None:
    uow = monde()
    ident = conge(uow, 1, Qualification.A_QUALIFIER)
    for qualification, ground in (
        (Qualification.STOCK, MotifHorsFlux.DEFENSE),
        (Qualification.HORS_CHAMP, MotifHorsFlux.FOYER),
    ):
        preciser_qualification(ident, qualification, Precision(hors_flux=ground), uow=uow)
        assert vacance_de(uow, ident).suivi.motif_hors_flux is ground
    with uow:
        assert list(uow.journal.toutes())[-1].libelle.endswith("hors champ (logement-foyer)")
    for wrong in (Qualification.STOCK, Qualification.FLUX):
        with pytest.raises(MotifHorsFluxError, match="logement-foyer"):
            preciser_qualification(ident, wrong, Precision(hors_flux=MotifHorsFlux.FOYER), uow=uow)


def test_a_dwelling_taken_out_names_its_operation_and_one_back_in_the_flux_does_not() -> None:
    uow = monde()
    ident = conge(uow, 1, Qualification.A_QUALIFIER)
    taken = Precision(
        categorie=CategorieSoustrait.RENOUVELLEMENT_URBAIN, operation=" NPNRU Les Salines "
    )
    preciser_qualification(ident, Qualification.SOUSTRAIT, taken, uow=uow)
    assert vacance_de(uow, ident).suivi.operation == "NPNRU Les Salines"
    preciser_qualification(ident, Qualification.FLUX, Precision(operation="x"), uow=uow)
    assert vacance_de(uow, ident).suivi.operation == ""
