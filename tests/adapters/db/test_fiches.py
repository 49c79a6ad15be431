"""What the base keeps whole comes back as it was, and kept files byte for byte."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.bilan_emis import BilanEmis, EtatBilan
from fluxdesk.domain.clauses import Clauses, ModeNeuf, RythmeBilan, SuiteCarence, UniteDelai
from fluxdesk.domain.conservation import Conservation
from fluxdesk.domain.courrier import Courrier
from fluxdesk.domain.document import Document
from fluxdesk.domain.erreurs import IntrouvableError
from fluxdesk.domain.flux.parties import ModeRefus, Zone
from fluxdesk.domain.garantie import Garantie
from fluxdesk.domain.modele_lettre import GenreCourrier, ModeleLettre
from fluxdesk.domain.objectif import NatureObjectif, Objectif
from fluxdesk.domain.photo import PhotoDepart
from fluxdesk.domain.prevision import Prevision
from fluxdesk.domain.programme_neuf import DroitNeuf, ProgrammeNeuf
from fluxdesk.domain.regle_equite import PlafondLoyer, RegleEquite
from fluxdesk.domain.residence import Residence
from fluxdesk.domain.suivi_vacance import EtatVacance, MotifHorsFlux, SuiviOffre, SuiviVacance
from fluxdesk.domain.vacance import CategorieSoustrait
from fluxdesk.services.fiches import ecrire_fiche, lire_fiche

if TYPE_CHECKING:
    from fluxdesk.adapters.db.base import SqlBase

JOUR = date(2026, 3, 2)
CLAUSES = Clauses(
    patrimoine="Tout le parc du département",
    rotation=750,
    publics=("ménages prioritaires", "agents"),
    unite_delai=UniteDelai.OUVRES,
    suite_carence=SuiteCarence.REPRISE,
    refus_candidat=ModeRefus.COMPTE,
    neuf=ModeNeuf.DANS_LE_FLUX,
    rythme=RythmeBilan.TRIMESTRIEL,
    point_jours=20,
    fin=date(2028, 12, 31),
    tacite_reconduction=True,
    zone_deleguee=Zone(communes=frozenset({"2A004", "2A006"})),
)
FICHES = (
    CLAUSES,
    SuiviVacance(
        etat=EtatVacance.TRAVAUX,
        motif_hors_flux=MotifHorsFlux.DEFENSE,
        preavis_mois=1,
        liberation=JOUR,
        suite_de=4,
    ),
    SuiviOffre(groupe="2026-001", relances=(JOUR, date(2026, 3, 9)), passages_cal=2, sne=JOUR),
)


@pytest.mark.parametrize("fiche", FICHES, ids=lambda f: type(f).__name__)
def test_a_value_kept_whole_comes_back_equal(fiche: Clauses | SuiviVacance | SuiviOffre) -> None:
    assert lire_fiche(ecrire_fiche(fiche), type(fiche)) == fiche


def test_a_value_kept_before_a_field_existed_has_its_default() -> None:
    assert lire_fiche("{}", Clauses) == Clauses()


def test_every_kind_of_the_year_is_kept_changed_and_removed(base: SqlBase) -> None:
    with base.transaction() as uow:
        droit = DroitNeuf(partie="1/PRIO", nombre=3, financement="PLAI")
        assert uow.programmes.enregistrer(
            ProgrammeNeuf(nom="Les Pins", livraison_prevue=JOUR, droits=(droit,))
        )
        assert uow.previsions.enregistrer(
            Prevision(annee=2027, categorie=CategorieSoustrait.VENTE, nombre=4)
        )
        assert uow.objectifs.enregistrer(
            Objectif(annee=2026, nature=NatureObjectif.NON_Q1_QPV, cible=5000)
        )
        assert uow.modeles.enregistrer(
            ModeleLettre(genre=GenreCourrier.RELANCE, objet="Relance", corps="Bonjour")
        )
        letter = Courrier(genre=GenreCourrier.BAIL, objet="orientation:1", jour=JOUR)
        assert uow.courriers.enregistrer(letter)
        assert uow.garanties.enregistrer(
            Garantie(reservataire_id=1, programme="Les Pins", derniere_echeance=JOUR)
        )
        assert uow.photos.enregistrer(PhotoDepart(jour=JOUR, nom="Départ"))
        ident = uow.bilans.enregistrer(
            BilanEmis(
                annee=2025,
                destinataire="prefecture",
                nom="Préfecture",
                debut=date(2025, 1, 1),
                fin=date(2025, 12, 31),
                documents=(1, 2),
            )
        )
        made = uow.bilans.lire(ident)
        uow.bilans.enregistrer(replace(made, etat=EtatBilan.ENVOYE, envoye=JOUR))
        home = Residence(nom="Les Pins", commune="2A004", fragile=True, attractivite=3)
        assert uow.residences.enregistrer(home)
        fair = RegleEquite(plafonds=(PlafondLoyer(typologie="T2", centimes=36_000, zone="2"),))
        assert uow.equites.enregistrer(fair)
        assert uow.conservations.enregistrer(Conservation(locataires=6, autres=3))
        uow.valider()
    with base.transaction() as uow:
        assert uow.conservations.toutes() == (Conservation(id=1, locataires=6, autres=3),)
        assert uow.residences.toutes() == (replace(home, id=1),)
        assert uow.equites.lire(1) == replace(fair, id=1)
        assert uow.bilans.toutes() == (replace(made, etat=EtatBilan.ENVOYE, envoye=JOUR),)
        assert uow.programmes.lire(1).droits == (droit,)
        assert uow.courriers.toutes() == (replace(letter, id=1),)
        uow.previsions.retirer(1)
        with pytest.raises(IntrouvableError, match="La prévision"):
            uow.previsions.lire(1)


def test_a_kept_file_has_its_fingerprint_and_its_bytes(base: SqlBase) -> None:
    content = b"%PDF-1.7 signed"
    with base.transaction() as uow:
        ident = uow.documents.deposer(
            Document(objet="convention:3", genre="convention signée", nom="c.pdf"), content
        )
        uow.valider()
    with base.transaction() as uow:
        assert uow.documents.contenu(ident) == content
        found = uow.documents.lire(ident)
        assert found.empreinte == hashlib.sha256(content).hexdigest()
        assert found.taille == len(content)
        assert uow.documents.de_l_objet("convention:3") == (found,)
        uow.documents.retirer(ident)
        assert uow.documents.de_l_objet("convention:3") == ()
