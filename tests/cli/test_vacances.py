"""Ce qui arrive à une vacance, en ligne de commande."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from fluxdesk.bootstrap.atelier import AtelierLocal
from fluxdesk.bootstrap.horloge import SystemClock
from fluxdesk.domain.candidat import Candidat
from fluxdesk.domain.droit_stock import DroitStock, NatureDroit
from tests.cli.test_commandes import _a_orienter
from tests.cli.test_offres import JOUR
from tests.cli.test_suivi import _offrir

if TYPE_CHECKING:
    from pathlib import Path

    from fluxdesk.domain.logement import Logement
    from tests.cli.appel import Appel, Reponse
    from tests.cli.test_commandes import Objet


def dire(appel: Appel, base: Path, *mots: str) -> Reponse:
    """What the command says, which is done."""
    told = appel("--base", base, *mots)
    assert told.code == 0, told.paroles
    return told


def libre(base: Path) -> Logement:
    """A dwelling of the patrimoine that is let."""
    bureau = AtelierLocal(SystemClock()).ouvrir(base)
    try:
        with bureau.base.transaction() as uow:
            vacant = {v.logement_id for v in uow.vacances.toutes()}
            return next(home for home in uow.logements.tous() if home.id not in vacant)
    finally:
        bureau.base.fermer()


def identifier(base: Path, vacance: int) -> None:
    """The dwelling of that vacancy is held by the first réservataire, for the défense."""
    bureau = AtelierLocal(SystemClock()).ouvrir(base)
    with bureau.base.transaction() as uow:
        home = uow.vacances.lire(vacance).logement_id
        who = uow.reservataires.tous()[0].id
        uow.stock.enregistrer(
            DroitStock(logement_id=home, reservataire_id=who, nature=NatureDroit.DEFENSE)
        )
        uow.valider()
    bureau.base.fermer()


def muter(base: Path, numero: str) -> None:
    """The household of that offer leaves one of our dwellings."""
    bureau = AtelierLocal(SystemClock()).ouvrir(base)
    with bureau.base.transaction() as uow:
        offer = uow.orientations.par_numero(numero)
        assert offer is not None
        for candidat in uow.candidats.de_l_orientation(offer.id):
            uow.candidats.effacer(candidat.id)
        uow.candidats.enregistrer(
            Candidat(orientation_id=offer.id, numero_unique="1", nom="A", mutation=True)
        )
        uow.valider()
    bureau.base.fermer()


def test_le_preavis_se_note_avec_sa_preuve(appel: Appel, base: Path) -> None:
    vacance = _a_orienter(appel, base)
    short = dire(appel, base, "preavis", vacance, "emploi", "--justifie", "--json").document
    assert cast("Objet", short["preavis"])["mois"] == 1
    assert "sans justificatif" in dire(appel, base, "preavis", vacance, "emploi").sortie
    wrong = appel("--base", base, "preavis", vacance, "envie")
    assert (wrong.code, "droit-commun" in wrong.paroles) == (2, True)


def test_les_travaux_commencent_et_finissent(appel: Appel, base: Path) -> None:
    vacance = _a_orienter(appel, base)
    begun = dire(appel, base, "travaux", vacance, "--debut", JOUR, "--nature", "peinture")
    assert "en travaux" in begun.sortie
    dates = ("--debut", JOUR, "--fin", JOUR, "--disponible", JOUR)
    assert "à louer" in dire(appel, base, "travaux", vacance, *dates).sortie
    assert appel("--base", base, "travaux", vacance, "--fin", JOUR).code == 1


def test_un_logement_se_retire_avec_ses_offres_et_revient(appel: Appel, base: Path) -> None:
    vacance, numero, _ = _offrir(appel, base)
    out = ("retrait", vacance, "--le", JOUR, "--motif", "amiante")
    assert appel("--base", base, *out, "--cause", "loin").code == 2
    assert "Logement retiré" in dire(appel, base, *out, "--cause", "travaux").sortie
    assert appel("--base", base, "issue", numero, "attribuee", "--le", JOUR).code == 1
    assert "Logement rendu" in dire(appel, base, "retour", vacance, "--le", JOUR).sortie


@pytest.mark.parametrize(
    ("mots", "dit"),
    [
        (("soustrait", "--categorie", "vente", "--operation", "Les Pins"), "soustrait"),
        (("hors-champ", "--hors-flux", "foyer"), "hors champ"),
        (("flux",), "dans le flux"),
    ],
)
def test_une_vacance_se_qualifie(appel: Appel, base: Path, mots: tuple[str, ...], dit: str) -> None:
    vacance = _a_orienter(appel, base)
    assert dit in dire(appel, base, "qualifier", vacance, *mots).sortie
    assert appel("--base", base, "qualifier", vacance, "autre").code == 2


def test_un_logement_identifie_va_a_son_titulaire(appel: Appel, base: Path) -> None:
    vacance = _a_orienter(appel, base)
    assert "Aucun droit" in appel("--base", base, "titulaire", f"vacance:{vacance}").paroles
    identifier(base, int(vacance))
    dire(appel, base, "qualifier", vacance, "stock", "--hors-flux", "defense")
    made = dire(appel, base, "titulaire", f"vacance:{vacance}", "--json").document
    assert cast("Objet", made["orientation"])["suivi"]
    assert made["destinataire"]


def test_la_suite_d_une_mutation_s_ouvre(appel: Appel, base: Path) -> None:
    vacance, numero, _ = _offrir(appel, base)
    muter(base, numero)
    for issue in ("attribuee", "bail"):
        dire(appel, base, "issue", numero, issue, "--le", JOUR)
    assert f"vacance {vacance}  bail du 01/06/2027" in dire(appel, base, "suites").sortie
    home = libre(base)
    left = ("suites", "--vacance", f"vacance:{vacance}", "--logement")
    assert appel("--base", base, *left, home.cle).code == 2
    assert appel("--base", base, *left, "inconnu", "--le", JOUR).code == 1
    reference = home.id_rpls or home.id_interne or home.cle
    assert "ouverte" in dire(appel, base, *left, reference, "--le", JOUR).sortie
    told = dire(appel, base, "suites").sortie
    assert f"vacance {vacance}  " not in told
