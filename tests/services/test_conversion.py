"""A photo is frozen, compared, and becomes drafts of conventions, undone whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.controles import ControleError, Gravite
from fluxdesk.domain.conversion import Formule, Hypotheses, Rotation, StockDe
from fluxdesk.domain.droit_stock import DroitStock, NatureDroit
from fluxdesk.domain.garantie import Garantie
from fluxdesk.domain.photo import Choix, ContenuPhoto
from fluxdesk.domain.photo_ecarts import comparer
from fluxdesk.domain.reservataire import Categorie, Reservataire
from fluxdesk.services.annuler_action import annulables, annuler_action
from fluxdesk.services.convertir_stock import controler_projets, convertir_stock
from fluxdesk.services.dresser_etat_des_lieux import DemandeEtat, dresser_etat_des_lieux
from fluxdesk.services.editer_photo import editer_photo
from fluxdesk.services.figer_photo import (
    PhotoAltereeError,
    PhotoSansNomError,
    comparer_a_aujourd_hui,
    comparer_photos,
    figer_photo,
    lire_contenu,
    lister_photos,
)
from fluxdesk.services.lots_du_journal import LotToucheError
from fluxdesk.services.projets_de_conventions import (
    DemandeProjets,
    EffetTropTotError,
    preparer_projets,
)
from tests.services.bureaux import bureau
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
    from pathlib import Path

    from fluxdesk.domain.convention import Convention
    from fluxdesk.services.papiers_photo import PapierPhoto, PhotoImprimee
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


def test_une_photo_figee_se_relit_telle_quelle() -> None:
    uow = base()
    made = contenu(uow)
    figer_photo(made, " Départ 2027 ", uow=uow, horloge=HORLOGE)
    (photo,) = lister_photos(uow=uow)
    assert (photo.nom, photo.jour, photo.figee) == (
        "Départ 2027",
        date(2026, 3, 3),
        date(2026, 3, 3),
    )
    assert len(photo.empreinte) == 64
    assert lire_contenu(photo) == made
    with pytest.raises(PhotoAltereeError):
        lire_contenu(replace(photo, contenu=photo.contenu.replace("délibération", "rumeur")))


def test_une_photo_a_un_nom_et_ses_chiffres_se_tiennent() -> None:
    uow = base()
    with pytest.raises(PhotoSansNomError):
        figer_photo(contenu(uow), "  ", uow=uow, horloge=HORLOGE)
    assert lister_photos(uow=uow) == ()


def test_une_photo_figee_par_erreur_se_retire_et_le_journal_garde_son_empreinte() -> None:
    uow = base()
    figer_photo(contenu(uow), "Essai", uow=uow, horloge=HORLOGE)
    with uow:
        entree = annulables(uow.journal.toutes())[-1]
    annuler_action(entree.numero, motif="essai", transaction=lambda: uow)
    assert lister_photos(uow=uow) == ()
    assert actions(uow)[-2:] == ["photo.figer", "photo.retirer"]


def test_rien_n_a_change_le_jour_meme() -> None:
    uow = base()
    figer_photo(contenu(uow), "Départ", uow=uow, horloge=HORLOGE)
    (photo,) = lister_photos(uow=uow)
    assert comparer_a_aujourd_hui(photo, bureau(uow)).identiques


def test_ce_qui_a_change_depuis_se_dit_droit_par_droit() -> None:
    uow = base()
    figer_photo(contenu(uow), "Départ", uow=uow, horloge=HORLOGE)
    with uow:
        first, second, *_ = uow.stock.tous()
        uow.stock.enregistrer(replace(first, fin=date(2030, 6, 30)))
        uow.stock.enregistrer(replace(second, nature=NatureDroit.DEFENSE))
        uow.stock.enregistrer(DroitStock(logement_id=6, reservataire_id=VILLE))
        uow.valider()
    figer_photo(contenu(uow), "Suite", uow=uow, horloge=HORLOGE)
    later, earlier = lister_photos(uow=uow)
    found = comparer_photos(earlier, later)
    assert not found.identiques
    assert [(e.quoi, e.avant, e.apres) for e in found.droits] == [
        ("1 RUE FESCH – Ville d’Ajaccio", "–", "30/06/2030"),
        ("2 RUE FESCH – État", "droit de suite", "défense nationale"),
        ("6 RUE FESCH – Ville d’Ajaccio", "", "droit de suite"),
    ]
    figures = {e.quoi: (e.avant, e.apres) for e in found.chiffres}
    assert figures["Logements dans l’assiette"] == ("6", "5")
    assert figures["État (agents)"] == ("1 droits de suite (16,67\u00a0%)", "")
    back = comparer(lire_contenu(later).etat, lire_contenu(earlier).etat)
    assert ("6 RUE FESCH – Ville d’Ajaccio", "droit de suite", "") in {
        (e.quoi, e.avant, e.apres) for e in back.droits
    }
    assert comparer_a_aujourd_hui(later, bureau(uow)).identiques


def test_la_comparaison_dit_les_uniques_et_un_stock_sans_assiette() -> None:
    uow = base()
    etat = contenu(uow).etat
    line = StockDe(
        reservataire_id=9,
        nom="Région",
        categorie=Categorie.REGION,
        assiette=0,
        suite=1,
        uniques=2,
        rotation=Rotation(logements=0),
    )
    found = comparer(etat, replace(etat, stock=(line,), rotation=TAU))
    figures = {e.quoi: e.apres for e in found.chiffres}
    assert figures["Région"] == "1 droits de suite, 2 uniques (0,00\u00a0%)"
    assert figures["Rotation du parc"] == "50,00\u00a0%"


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


def test_une_photo_s_edite_en_quatre_fichiers(tmp_path: Path) -> None:
    uow = base()
    ident = figer_photo(contenu(uow), "Départ 2027", uow=uow, horloge=HORLOGE)
    written: list[str] = []

    def note_pdf(photo: PhotoImprimee, papier: PapierPhoto, cible: Path) -> None:
        written.append(f"{papier.value} → {cible.name} ({photo.photo.nom})")

    def note_xlsx(photo: PhotoImprimee, cible: Path) -> None:
        written.append(f"{photo.reservataire} → {cible.name}")

    desk = replace(bureau(uow), ecrire_photo_pdf=note_pdf, ecrire_photo_xlsx=note_xlsx)
    made = editer_photo(ident, tmp_path, bureau=desk, reservataire="État")
    assert [path.parent for path in made] == [tmp_path] * 4
    assert written == [
        "Photo de départ → Photo-de-depart-Depart-2027-Etat.pdf (Départ 2027)",
        "Inventaire à signer → Inventaire-a-signer-Depart-2027-Etat.pdf (Départ 2027)",
        (
            "Ce que change la gestion en flux → "
            "Ce-que-change-la-gestion-en-flux-Depart-2027-Etat.pdf (Départ 2027)"
        ),
        "État → Etat-des-lieux-Depart-2027-Etat.xlsx",
    ]
