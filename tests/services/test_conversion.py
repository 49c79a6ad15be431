"""A photo is frozen, compared, and becomes drafts of conventions, undone whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.controles import ControleError, Gravite
from fluxdesk.domain.conversion import Formule, Hypotheses, Rotation
from fluxdesk.domain.droit_stock import DroitStock, NatureDroit
from fluxdesk.domain.flux.parties import Zone
from fluxdesk.domain.garantie import Garantie
from fluxdesk.domain.photo import Choix, ContenuPhoto
from fluxdesk.domain.photo_ecarts import nom_de
from fluxdesk.domain.reservataire import Categorie, Reservataire
from fluxdesk.services.annuler_action import annulables, annuler_action
from fluxdesk.services.convertir_stock import controler_projets, convertir_stock
from fluxdesk.services.dresser_etat_des_lieux import DemandeEtat, dresser_etat_des_lieux
from fluxdesk.services.figer_photo import (
    lister_photos,
)
from fluxdesk.services.lots_du_journal import LotToucheError
from fluxdesk.services.projets_de_conventions import (
    DemandeProjets,
    EffetTropTotError,
    preparer_projets,
)
from tests.services.monde import (
    ACTION_LOGEMENT,
    ETAT,
    HORLOGE,
    TERRITOIRES,
    VILLE,
    actions,
    conge,
    monde,
    orienter,
)

if TYPE_CHECKING:
    from fluxdesk.domain.controles import Alerte
    from fluxdesk.domain.convention import Convention
    from tests.services.memoire import MemoireUow

EFFET = date(2027, 1, 1)
PARC = 6
TAU = Rotation(logements=PARC, saisie=5000, source="délibération")
UNIQUE = NatureDroit.DESIGNATION_UNIQUE


def base() -> MemoireUow:
    """Ville has 1 dwelling of 6, État (agents) 1, a new EPCI 1; Action Logement one designation."""
    uow = monde()
    with uow:
        epci = uow.reservataires.enregistrer(
            Reservataire(nom="CA du Pays", categorie=Categorie.EPCI)
        )
        for droit in (
            DroitStock(logement_id=1, reservataire_id=VILLE),
            DroitStock(logement_id=2, reservataire_id=ETAT, sous_contingent="agents"),
            DroitStock(logement_id=3, reservataire_id=ETAT),
            DroitStock(logement_id=4, reservataire_id=epci),
            DroitStock(logement_id=5, reservataire_id=ACTION_LOGEMENT, nature=UNIQUE),
        ):
            uow.stock.enregistrer(droit)
        uow.valider()
    return uow


def contenu(uow: MemoireUow, *choix: Choix) -> ContenuPhoto:
    etat = dresser_etat_des_lieux(DemandeEtat(), uow=uow, horloge=HORLOGE, territoires=TERRITOIRES)
    return ContenuPhoto(
        etat=etat,
        hypotheses=Hypotheses(patrimoine=etat.assiette, rotation=TAU, annees_uniques=2),
        stock=etat.stock,
        choix=choix,
    )


def demande(
    uow: MemoireUow, *qui: int, contenu_photo: ContenuPhoto | None = None
) -> DemandeProjets:
    return DemandeProjets(
        contenu=contenu_photo or contenu(uow), effet=EFFET, reservataires=frozenset(qui)
    )


def convertir(uow: MemoireUow, asked: DemandeProjets, nom: str = "Départ 2027") -> tuple[int, ...]:
    return convertir_stock(
        asked, nom, uow=uow, horloge=HORLOGE, territoires=TERRITOIRES
    ).conventions


def convention(uow: MemoireUow, ident: int) -> Convention:
    with uow:
        return uow.conventions.lire(ident)


def test_les_projets_naissent_avec_la_photo_sans_signature_et_s_annulent_d_un_bloc() -> None:
    uow = base()
    made = convertir(uow, demande(uow, VILLE, 4))
    (photo,) = lister_photos(uow=uow)
    new, avenant = (convention(uow, n) for n in sorted(made, reverse=True))
    assert new.signature is None
    assert new.reference == "Projet – conversion du 03/03/2026"
    assert new.assiette.epcis == {"242010056"}
    # 1 of 6 is a sixth of the flow, that is a fifth of the EPCI's five dwellings.
    assert new.dix_milliemes_au(EFFET) == 2000
    assert new.clauses.rotation == 5000
    old, latest = avenant.avenants
    assert (old.fin, latest.debut, latest.dix_milliemes) == (date(2026, 12, 31), EFFET, 2000)
    with uow:
        entree = annulables(uow.journal.toutes())[-1]
    assert entree.libelle == (
        "Conversion «\u00a0Départ 2027\u00a0»\u00a0: photo figée, 1\u00a0projet de convention, "
        "1\u00a0avenant"
    )
    annuler_action(entree.numero, motif="à refaire", transaction=lambda: uow)
    with uow:
        assert [c.reservataire_id for c in uow.conventions.toutes()] == [ETAT, 2, VILLE]
        assert len(uow.conventions.lire(avenant.id).avenants) == 1
    assert photo not in lister_photos(uow=uow)


def test_une_conversion_dont_le_registre_s_est_servi_ne_s_annule_plus() -> None:
    uow = base()
    convertir(uow, demande(uow, VILLE))
    with uow:
        entree = annulables(uow.journal.toutes())[-1]
    orienter(uow, conge(uow, 1))
    with pytest.raises(LotToucheError):
        annuler_action(entree.numero, motif="trop tard", transaction=lambda: uow)


def test_un_sous_contingent_non_nomme_devient_les_autres_droits() -> None:
    uow = base()
    asked = demande(uow, ETAT)
    with uow:
        (draft,) = preparer_projets(asked, uow=uow)
    last = draft.convention.avenants[-1]
    assert {s.code: s.dix_milliemes for s in last.sous_contingents} == {
        "agents": 1667,
        "autres": 1667,
    }


def test_des_parts_sans_droit_nomme_gardent_leurs_proportions() -> None:
    uow = base()
    with uow:
        for droit in uow.stock.tous():
            if droit.sous_contingent:
                uow.stock.enregistrer(replace(droit, sous_contingent=""))
        uow.valider()
    asked = demande(uow, ETAT)
    with uow:
        (draft,) = preparer_projets(asked, uow=uow)
    last = draft.convention.avenants[-1]
    assert last.dix_milliemes == 3333
    assert [s.dix_milliemes for s in last.sous_contingents] == [2778, 555]


def test_des_droits_uniques_etales_donnent_un_taux_puis_un_taux_sans_eux() -> None:
    uow = base()
    choice = Choix(
        reservataire_id=ACTION_LOGEMENT, sous_contingent="", formule=Formule.DROITS_UNIQUES
    )
    asked = demande(uow, ACTION_LOGEMENT, contenu_photo=contenu(uow, choice))
    with uow:
        (draft,) = preparer_projets(asked, uow=uow)
    _, spread, after = draft.convention.avenants
    # Half a designation a year in a flow of three dwellings.
    assert (spread.dix_milliemes, spread.debut, spread.fin) == (1667, EFFET, date(2028, 12, 31))
    assert (after.dix_milliemes, after.debut, after.fin) == (0, date(2029, 1, 1), None)


def test_un_avenant_deja_prevu_apres_l_effet_est_dit() -> None:
    uow = base()
    convertir(uow, demande(uow, VILLE))
    with pytest.raises(EffetTropTotError, match="Ville d’Ajaccio a déjà un avenant"):
        convertir(uow, demande(uow, VILLE), "Encore")


def test_un_avenant_echu_reste_tel_quel() -> None:
    uow = base()
    with uow:
        known = uow.conventions.du_reservataire(VILLE)
        assert known is not None
        ended = replace(known.avenants[0], debut=date(2020, 1, 1), fin=date(2025, 12, 31))
        uow.conventions.enregistrer(replace(known, avenants=(ended,)))
        uow.valider()
    (ident,) = convertir(uow, demande(uow, VILLE))
    assert convention(uow, ident).avenants[0] == ended


def test_la_loi_se_dit_avant_d_ecrire_et_bloque_ce_qu_elle_interdit() -> None:
    uow = base()
    asked = demande(uow, ETAT)
    found = controler_projets(asked, uow=uow, territoires=TERRITOIRES)
    assert {a.code for a in found if a.gravite is Gravite.BLOQUANT} == {
        "etat_plafond",
        "agents_plafond",
    }
    before = actions(uow)
    with pytest.raises(ControleError):
        convertir(uow, asked)
    assert actions(uow) == before
    assert lister_photos(uow=uow) == ()


def test_une_part_de_la_convention_que_le_stock_ne_montre_pas_est_dite() -> None:
    uow = base()
    (told,) = perdues(uow)
    assert told.gravite is Gravite.ALERTE
    assert told.phrase.startswith("État\u00a0: aucun logement")
    assert "(prioritaires 25\u00a0%)" in told.phrase
    with uow:
        for droit in uow.stock.tous():
            if droit.reservataire_id == ETAT and not droit.sous_contingent:
                uow.stock.enregistrer(replace(droit, sous_contingent="prioritaires"))
        uow.valider()
    assert perdues(uow) == []


def perdues(uow: MemoireUow) -> list[Alerte]:
    found = controler_projets(demande(uow, ETAT), uow=uow, territoires=TERRITOIRES)
    return [alerte for alerte in found if alerte.code == "part_perdue"]


def test_une_garantie_dit_ou_est_le_territoire_d_une_commune_sans_stock() -> None:
    uow = base()
    with uow:
        bastia = uow.reservataires.enregistrer(
            Reservataire(nom="Bastia", categorie=Categorie.COMMUNE)
        )
        for who, commune in ((bastia, "2B033"), (VILLE, "2A004")):
            uow.garanties.enregistrer(
                Garantie(
                    reservataire_id=who, programme="Ormes", commune=commune, logements=9, droits=1
                )
            )
        uow.valider()
    asked = demande(uow, bastia)
    with uow:
        (draft,) = preparer_projets(asked, uow=uow)
    assert draft.convention.assiette.communes == {"2B033"}
    assert draft.convention.garantie_emprunt


def test_les_droits_qu_une_commune_exerce_pour_un_autre_ont_leur_part_sur_son_territoire() -> None:
    uow = monde()
    with uow:
        who = uow.reservataires.enregistrer(Reservataire(nom="CAPA", categorie=Categorie.EPCI))
        lot = uow.lots.ouvrir("ormes.csv", "essai", "utf-8")
        uow.logements.modifier([replace(uow.logements.lire(5), programme="Ormes")], lot)
        uow.stock.enregistrer(DroitStock(logement_id=5, reservataire_id=who))
        for programme, by in (("ORMES", "2A004"), ("Pins", "2A004"), ("Chênes", "")):
            uow.garanties.enregistrer(
                Garantie(
                    reservataire_id=who,
                    programme=programme,
                    commune="2A004",
                    logements=9,
                    droits=1,
                    exercee_par=by,
                )
            )
        uow.valider()
    asked = demande(uow, who)
    with uow:
        (draft,) = preparer_projets(asked, uow=uow)
    parts = {s.code: s.territoire for s in draft.convention.avenants[0].sous_contingents}
    assert parts == {"autres": None, "2A004": Zone(communes=frozenset({"2A004"}))}
    assert "Exercés par Ajaccio" in [s.nom for s in draft.convention.avenants[0].sous_contingents]
    assert "CAPA (Ajaccio)" in [nom_de(line) for line in asked.contenu.etat.stock]
