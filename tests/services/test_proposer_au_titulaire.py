"""Un logement identifié va droit à son titulaire, à côté du flux (R441-5 ; regles.md 5, 19)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.droit_stock import DroitStock, NatureDroit
from fluxdesk.domain.echeance import Echeance
from fluxdesk.domain.modele_lettre import GenreCourrier
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.prochaine_action import Acte, prochaine_action
from fluxdesk.domain.reservataire import Categorie, Reservataire
from fluxdesk.domain.vacance import Etape, Qualification
from fluxdesk.services.annuler_orientation import annuler_orientation
from fluxdesk.services.composer_courrier import composer_courrier
from fluxdesk.services.compter_neuf import Compteur, compter_circuits
from fluxdesk.services.courriers_du_jour import courriers_du_jour
from fluxdesk.services.dresser_tableau import dresser_tableau
from fluxdesk.services.editer_courriers import composer_attendu
from fluxdesk.services.enregistrer_issue import enregistrer_issue
from fluxdesk.services.importer_vacances import COLONNES, importer_vacances
from fluxdesk.services.ports import FichierLu, LigneLue
from fluxdesk.services.proposer_au_titulaire import (
    SANS_DELAI,
    PasDeTitulaireError,
    TitulaireARenduError,
    prevoir_au_titulaire,
    proposer_au_titulaire,
    titulaire_de,
)
from fluxdesk.services.qualifier_vacance import DejaOrienteeError, qualifier_vacance
from fluxdesk.services.rappeler import rappels, situation_de
from fluxdesk.services.retirer_logement import Retrait, retirer_logement
from fluxdesk.services.suggerer_orientation import LogementRetireError, PasAOrienterError
from tests.services.base_memoire import BaseMemoire
from tests.services.courriers import dit, genres, lecture
from tests.services.monde import ETAT, HORLOGE, JOUR, TERRITOIRES, conge, monde
from tests.services.test_actes import soldes

if TYPE_CHECKING:
    from tests.services.memoire import MemoireUow

BAIL, REFUS = IssueOrientation.BAIL_SIGNE, IssueOrientation.REFUSEE


def base(reservataire_id: int = ETAT, fin: date | None = None) -> tuple[MemoireUow, int]:
    """A dwelling of the défense that is freed, and the number of its vacancy."""
    uow = monde()
    with uow:
        if reservataire_id != ETAT:
            who = Reservataire(nom="Ministère des Armées", categorie=Categorie.AUTRE)
            reservataire_id = uow.reservataires.enregistrer(who)
        uow.stock.enregistrer(
            DroitStock(
                logement_id=1, reservataire_id=reservataire_id, nature=NatureDroit.DEFENSE, fin=fin
            )
        )
        uow.valider()
    return uow, conge(uow, 1, Qualification.A_QUALIFIER)


def proposer(uow: MemoireUow, vacance: int) -> int:
    made = proposer_au_titulaire(vacance, uow=uow, horloge=HORLOGE, territoires=TERRITOIRES)
    return made.id


def acte(uow: MemoireUow, vacance: int) -> tuple[Etape, Acte]:
    with uow:
        seen = situation_de(vacance, JOUR, uow=uow)
    return seen.etape, prochaine_action(seen).acte


def test_le_titulaire_recoit_l_offre_et_aucun_compte_ne_bouge() -> None:
    uow, vacance = base(fin=date(2030, 1, 1))
    before = soldes(uow)
    with uow:
        holder = titulaire_de(vacance, uow=uow)
        said = prochaine_action(situation_de(vacance, JOUR, uow=uow)).explication
    assert said == (
        "Ce logement est identifié\u00a0: il revient à l’État, hors du flux (CCH, art. R441-5)."
    )
    assert holder is not None
    assert "défense nationale, jusqu’au 1er janvier 2030" in holder.phrase()
    seen = prevoir_au_titulaire(vacance, uow=uow, horloge=HORLOGE, territoires=TERRITOIRES)
    made = proposer(uow, vacance)
    with uow:
        offer = uow.orientations.lire(made)
        assert uow.evenements.tous() == ()
    assert seen.echeance == Echeance(date(2026, 4, 2), offer.echeance_explication)
    assert (offer.reservataire_id, offer.suggere) == (ETAT, "1")
    assert offer.echeance == date(2026, 4, 2)
    assert soldes(uow) == before
    assert acte(uow, vacance) == (Etape.PROPOSEE, Acte.ENVOYER)
    with uow:
        assert [r.orientation_id for r in rappels(JOUR, uow=uow)] == [made]
    lines = compter_circuits(2026, uow=uow)
    assert {line.neuf_separe for line in lines} == {Compteur()}


def test_l_offre_suit_son_cours_jusqu_au_bail() -> None:
    uow, vacance = base()
    made = proposer(uow, vacance)
    for issue in (IssueOrientation.ATTRIBUEE, BAIL):
        enregistrer_issue(made, issue, jour=JOUR, uow=uow)
    assert acte(uow, vacance) == (Etape.BAIL_SIGNE, Acte.RADIER)


def test_un_titulaire_sans_convention_n_a_pas_de_delai() -> None:
    uow, vacance = base(0)
    made = proposer(uow, vacance)
    with uow:
        offer = uow.orientations.lire(made)
    assert (offer.echeance, offer.echeance_explication) == (None, SANS_DELAI)
    waiting = courriers_du_jour(JOUR, uow=uow)
    assert genres(waiting) == [GenreCourrier.PROPOSITION]
    with uow:
        told = composer_attendu(waiting[0], lecture=lecture(uow), jour=JOUR)
    assert told.destinataire is not None
    assert told.destinataire.nom == "Ministère des Armées"
    assert told.references[1].endswith("logement identifié, hors du flux (CCH, art.\u00a0R441-5)")
    for said in (
        "[Aucune date limite de réponse Titulaire du stock identifié",
        "nous faire connaître vos candidats, désignés par leur numéro unique",
    ):
        assert said in dit(told)
    assert "proposition de l’année" not in dit(told)  # no account knows it
    with uow:
        late = composer_courrier(GenreCourrier.RELANCE, made, lecture=lecture(uow), jour=JOUR)
    assert "Ce que la convention prévoit" not in dit(late)


def test_un_logement_a_proposer_a_son_titulaire_se_rappelle_quand_il_est_libre() -> None:
    uow, vacance = base()
    with uow:
        assert rappels(JOUR, uow=uow) == ()
        freed = replace(uow.vacances.lire(vacance), disponibilite=JOUR)
        uow.vacances.enregistrer(freed)
        uow.valider()
        (one,) = rappels(JOUR, uow=uow)
    assert one.titre == "À proposer à son titulaire\u00a0: État"
    board = dresser_tableau(
        base=BaseMemoire(uow),  # type: ignore[arg-type]
        horloge=HORLOGE,
        territoires=TERRITOIRES,
    )
    assert [row.id for row in board.a_orienter] == [vacance]


def test_un_logement_rendu_par_son_titulaire_se_qualifie_autrement() -> None:
    uow, vacance = base()
    made = proposer(uow, vacance)
    with pytest.raises(DejaOrienteeError):
        qualifier_vacance(vacance, Qualification.FLUX, uow=uow)
    enregistrer_issue(made, REFUS, jour=JOUR, uow=uow)
    assert acte(uow, vacance) == (Etape.HORS_FLUX, Acte.AUCUN)
    with pytest.raises(TitulaireARenduError, match="État a déjà rendu"):
        proposer(uow, vacance)
    qualifier_vacance(vacance, Qualification.FLUX, uow=uow)
    assert acte(uow, vacance) == (Etape.A_ORIENTER, Acte.ORIENTER)


def test_une_offre_annulee_se_refait_et_ne_se_double_pas() -> None:
    uow, vacance = base()
    annuler_orientation(proposer(uow, vacance), motif="erreur", uow=uow)
    proposer(uow, vacance)
    with pytest.raises(PasAOrienterError, match="proposée"):
        proposer(uow, vacance)


def test_un_logement_retire_n_est_propose_a_personne() -> None:
    uow, vacance = base()
    retirer_logement(Retrait(vacance_id=vacance, jour=JOUR, motif="amiante"), uow=uow)
    with pytest.raises(LogementRetireError):
        proposer(uow, vacance)


def test_sans_droit_identifie_il_n_y_a_pas_de_titulaire() -> None:
    uow, vacance = base()
    other = conge(uow, 2)
    with uow:
        uow.vacances.enregistrer(replace(uow.vacances.lire(vacance), logement_id=3))
        uow.valider()
        assert titulaire_de(other, uow=uow) is None
    for number in (vacance, other):
        with pytest.raises(PasDeTitulaireError):
            proposer(uow, number)


def test_les_vacances_importees_d_un_logement_identifie_se_qualifient_seules() -> None:
    uow, _ = base()
    with uow:
        uow.stock.enregistrer(
            DroitStock(logement_id=2, reservataire_id=ETAT, nature=NatureDroit.SANTE)
        )
        uow.valider()
    rows = [
        LigneLue(2, dict.fromkeys(COLONNES, "") | {"logement": "2", "date_conge": "01/02/2026"}),
        LigneLue(3, dict.fromkeys(COLONNES, "") | {"logement": "3", "date_conge": "01/02/2026"}),
    ]
    lu = FichierLu(nom="v.csv", format="csv", encodage="utf-8", colonnes=COLONNES, lignes=rows)
    importer_vacances(Path("v.csv"), essai=False, uow=uow, lire=lambda *_: lu, horloge=HORLOGE)
    with uow:
        made = uow.vacances.toutes()[1:]
    assert [v.qualification for v in made] == [Qualification.STOCK, Qualification.A_QUALIFIER]
