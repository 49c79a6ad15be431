"""What conventions start from is counted as the base says it, and what is missing stays missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from fluxdesk.domain.assiette import Exclusion
from fluxdesk.domain.conversion import Rotation
from fluxdesk.domain.droit_stock import DroitStock, NatureDroit
from fluxdesk.domain.flux.parties import Zone
from fluxdesk.domain.garantie import Garantie
from fluxdesk.domain.logement import EtatLogement, Financement, TypeConstruction
from fluxdesk.domain.photo import croiser
from fluxdesk.domain.reservataire import Categorie, Reservataire
from fluxdesk.domain.vacance import (
    CategorieSoustrait,
    CauseLiberation,
    Qualification,
    Vacance,
)
from fluxdesk.services.dresser_etat_des_lieux import DemandeEtat, dresser_etat_des_lieux
from fluxdesk.services.recenser_droits import Place, zone_de_conversion
from tests.services.monde import ACTION_LOGEMENT, ETAT, HORLOGE, TERRITOIRES, VILLE, monde

if TYPE_CHECKING:
    from collections.abc import Callable

    from fluxdesk.domain.logement import Logement
    from fluxdesk.domain.photo import EtatDesLieux
    from tests.services.memoire import MemoireUow

LE = date(2025, 5, 10)
UNIQUE = NatureDroit.DESIGNATION_UNIQUE


def libre(logement_id: int, jour: date) -> Vacance:
    return Vacance(logement_id=logement_id, date_conge=jour, cause=CauseLiberation.CONGE)


def liberer(uow: MemoireUow, vacance: Vacance) -> None:
    with uow:
        uow.vacances.enregistrer(vacance)
        uow.valider()


def reserver(uow: MemoireUow, *droits: DroitStock) -> None:
    with uow:
        for droit in droits:
            uow.stock.enregistrer(droit)
        uow.valider()


def droit(
    logement_id: int, qui: int, nature: NatureDroit = NatureDroit.DROIT_DE_SUITE
) -> DroitStock:
    return DroitStock(logement_id=logement_id, reservataire_id=qui, nature=nature, source="acte")


def changer(uow: MemoireUow, logement_id: int, autre: Callable[[Logement], Logement]) -> None:
    with uow:
        uow.logements.modifier([autre(uow.logements.lire(logement_id))], 1)
        uow.valider()


def dresser(uow: MemoireUow, demande: DemandeEtat | None = None) -> EtatDesLieux:
    return dresser_etat_des_lieux(
        demande or DemandeEtat(), uow=uow, horloge=HORLOGE, territoires=TERRITOIRES
    )


def test_l_assiette_laisse_dehors_ce_qui_est_hors_champ() -> None:
    uow = monde()
    changer(uow, 1, lambda one: replace(one, construction=TypeConstruction.ETUDIANT))
    changer(uow, 2, lambda one: replace(one, financement=Financement.PLI))
    changer(uow, 3, lambda one: replace(one, etat=EtatLogement.SORTI))
    liberer(uow, replace(libre(4, LE), qualification=Qualification.FLUX))
    liberer(uow, replace(libre(4, date(2025, 6, 1)), qualification=Qualification.HORS_CHAMP))
    reserver(uow, droit(5, ETAT, NatureDroit.DEFENSE))
    etat = dresser(uow)
    assert (etat.parc, etat.assiette) == (5, 1)
    assert {one.motif: one.nombre for one in etat.exclus} == {
        Exclusion.IDENTIFIE: 1,
        Exclusion.HORS_CHAMP: 1,
        Exclusion.ETUDIANTE: 1,
        Exclusion.PLI: 1,
    }
    assert dresser(uow, DemandeEtat(exclusions=())).assiette == 5


def test_un_logement_non_conventionne_n_est_ecarte_que_si_on_le_demande() -> None:
    uow = monde()
    changer(uow, 1, lambda one: replace(one, conventionne=False))
    assert dresser(uow).assiette == 6
    asked = DemandeEtat(exclusions=(Exclusion.NON_CONVENTIONNE,))
    assert dresser(uow, asked).assiette == 5


def test_la_rotation_se_lit_sur_les_annees_entieres_que_la_base_connait() -> None:
    uow = monde()
    liberer(uow, libre(1, LE))
    liberer(uow, replace(libre(2, date(2024, 12, 28)), disponibilite=date(2025, 1, 15)))
    liberer(uow, libre(6, date(2023, 3, 1)))
    liberer(uow, libre(3, date(2026, 1, 4)))  # this year is not over
    liberer(uow, replace(libre(4, LE), cause=CauseLiberation.LIVRAISON))
    etat = dresser(uow)
    assert etat.annees == (2025, 2023)  # nothing was entered for 2024: it is not taken for zero
    assert etat.rotation == Rotation(logements=6, relocations=(2, 1))
    assert etat.rotation.taux == Fraction(3, 12)
    communes = {r.valeur: r.rotation.relocations for r in etat.rotations if r.axe == "Commune"}
    assert communes == {"2A004": (2, 0), "2B033": (0, 1)}
    assert dresser(uow, DemandeEtat(annees=1)).annees == (2025,)


def test_les_mutations_internes_comptent_ou_non() -> None:
    uow = monde()
    liberer(uow, libre(1, LE))
    liberer(uow, replace(libre(2, LE), cause=CauseLiberation.MUTATION))
    assert dresser(uow).rotation.relocations == (2,)
    assert dresser(uow, DemandeEtat(mutations=False)).rotation.relocations == (1,)


def test_les_soustraits_se_comptent_par_cause_et_en_moyenne() -> None:
    uow = monde()
    for year, number in ((2025, 2), (2024, 1)):
        for ident in range(1, number + 1):
            liberer(
                uow,
                replace(
                    libre(ident, date(year, 2, ident)),
                    qualification=Qualification.SOUSTRAIT,
                    categorie_soustrait=CategorieSoustrait.VENTE,
                ),
            )
    etat = dresser(uow)
    sold = next(s for s in etat.soustraits if s.categorie is CategorieSoustrait.VENTE)
    assert sold.nombres == (2, 1)
    assert etat.soustraits_par_an == 2  # one and a half, halves up
    assert dresser(monde()).soustraits_par_an == 0


def test_le_stock_se_compte_par_reservataire_avec_sa_rotation_et_son_taux() -> None:
    uow = monde()
    liberer(uow, libre(1, LE))
    reserver(
        uow,
        droit(1, VILLE),
        droit(2, VILLE),
        droit(3, VILLE, UNIQUE),
        replace(droit(4, ETAT), sous_contingent="agents"),
        replace(droit(5, ETAT), sous_contingent="inconnu"),
        replace(droit(6, VILLE), fin=date(2025, 1, 1)),
    )
    agents, unknown, ville = dresser(uow).stock
    assert (agents.cle, agents.suite, agents.taux_actuel) == ((ETAT, "agents"), 1, 500)
    assert unknown.taux_actuel == 0  # its convention has no such part
    assert (ville.suite, ville.uniques, ville.taux_actuel) == (2, 1, 1000)
    assert ville.assiette == 5  # its convention counts its own commune
    assert ville.rotation == Rotation(logements=2, relocations=(1,))


def test_les_droits_d_une_garantie_comptent_la_ou_le_stock_ne_les_nomme_pas() -> None:
    uow = monde()
    changer(uow, 1, lambda one: replace(one, programme="Les Lilas"))
    reserver(uow, droit(1, VILLE))
    with uow:
        mairie = uow.reservataires.enregistrer(
            Reservataire(nom="Bastia", categorie=Categorie.COMMUNE)
        )
        cc = uow.reservataires.enregistrer(Reservataire(nom="CC", categorie=Categorie.EPCI))
        for who, programme, commune in (
            (VILLE, "LES LILAS", "2A004"),
            (mairie, "Les Ormes", "2B033"),
            (cc, "Les Ormes", "2B033"),
            (ACTION_LOGEMENT, "Les Ormes", "99999"),
        ):
            uow.garanties.enregistrer(
                Garantie(
                    reservataire_id=who,
                    programme=programme,
                    commune=commune,
                    droits=3,
                    logements=20,
                    derniere_echeance=date(2040, 1, 1),
                )
            )
        uow.valider()
    etat = dresser(uow)
    als, ville, bastia, epci = etat.stock
    assert (ville.suite, bastia.suite, bastia.assiette, epci.assiette) == (1, 3, 1, 1)
    assert (als.suite, als.assiette) == (3, 6)
    (line,) = etat.droits
    assert (line.contrepartie, line.fin) == ("garantie d’emprunt", date(2045, 1, 1))
    assert croiser(etat.droits, "programme", "reservataire")[0].valeurs == (
        "Les Lilas",
        "Ville d’Ajaccio",
    )


def test_un_droit_hors_de_l_assiette_ne_compte_pas_mais_se_liste() -> None:
    uow = monde()
    changer(uow, 1, lambda one: replace(one, financement=Financement.PLI))
    reserver(uow, droit(1, VILLE), droit(2, ETAT, NatureDroit.SANTE))
    etat = dresser(uow)
    assert etat.stock == ()
    assert [d.nature for d in etat.droits] == ["droit de suite", "établissement public de santé"]


def test_le_territoire_d_un_reservataire_sans_convention() -> None:
    ajaccio, bastia = Place("2A004", "242010056", "2A"), Place("2B033", "242000354", "2B")
    commune = Reservataire(nom="X", categorie=Categorie.COMMUNE)
    epci = replace(commune, categorie=Categorie.EPCI)
    assert zone_de_conversion(commune, None, [ajaccio, bastia, bastia]).communes == {"2B033"}
    assert zone_de_conversion(epci, None, [ajaccio]).epcis == {"242010056"}
    for who in (commune, epci, replace(commune, categorie=Categorie.ETAT)):
        assert zone_de_conversion(who, None, []) == Zone.partout()


def test_une_convention_pas_encore_en_vigueur_n_a_pas_de_taux() -> None:
    uow = monde()
    with uow:
        convention = uow.conventions.du_reservataire(VILLE)
        assert convention is not None
        later = replace(convention.avenants[0], debut=date(2027, 1, 1))
        uow.conventions.enregistrer(replace(convention, avenants=(later,)))
        uow.valider()
    reserver(uow, droit(1, VILLE))
    (line,) = dresser(uow).stock
    assert line.taux_actuel is None


def test_une_commune_que_le_cog_ignore_garde_son_code() -> None:
    uow = monde()
    changer(uow, 6, lambda one: replace(one, commune="97605"))
    found = {r.valeur: r.dite for r in dresser(uow).rotations if r.axe == "Commune"}
    assert found == {"2A004": "Ajaccio", "97605": "97605"}
