"""A photo is frozen, read back, compared and printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.conversion import Rotation, StockDe
from fluxdesk.domain.droit_stock import DroitStock, NatureDroit
from fluxdesk.domain.photo_ecarts import comparer
from fluxdesk.domain.reservataire import Categorie
from fluxdesk.services.annuler_action import annulables, annuler_action
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
from tests.services.bureaux import bureau
from tests.services.monde import (
    HORLOGE,
    TERRITOIRES,
    VILLE,
    actions,
)

if TYPE_CHECKING:
    from pathlib import Path

    from fluxdesk.services.papiers_photo import PapierPhoto, PhotoImprimee

from tests.services.test_conversion import TAU, base, contenu


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


def test_une_photo_se_compare_avec_les_exclusions_qu_elle_a_retenues() -> None:
    uow = base()
    with uow:
        first, *_ = uow.stock.tous()
        uow.stock.enregistrer(replace(first, nature=NatureDroit.DEFENSE))
        uow.valider()
    asked = DemandeEtat(exclusions=())
    state = dresser_etat_des_lieux(asked, uow=uow, horloge=HORLOGE, territoires=TERRITOIRES)
    figer_photo(replace(contenu(uow), etat=state), "Départ", uow=uow, horloge=HORLOGE)
    (photo,) = lister_photos(uow=uow)
    assert (state.assiette, contenu(uow).etat.assiette) == (6, 5)
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
