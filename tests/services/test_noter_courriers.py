"""Une lettre écrite fait l’acte qu’elle annonce ; remise en attente, elle le défait."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.courrier import Courrier
from fluxdesk.domain.garantie import Garantie
from fluxdesk.domain.modele_lettre import GenreCourrier
from fluxdesk.domain.prochaine_action import Acte, prochaine_action
from fluxdesk.domain.suivi_vacance import SuiviOffre
from fluxdesk.services.annuler_action import annulables, annuler_action
from fluxdesk.services.composer_courrier import composer_courrier
from fluxdesk.services.courriers_du_jour import courriers_du_jour
from fluxdesk.services.editer_lettre import editer_lettre
from fluxdesk.services.envoyer_offre import (
    Envoi,
    envoyer_offre,
    prolonger_offre,
    relancer_offre,
)
from fluxdesk.services.lire_courriers import LectureCourriers
from fluxdesk.services.noter_courriers import (
    ATTENDRE,
    PAR_COURRIER,
    noter_ecrits,
    remettre_en_attente,
)
from fluxdesk.services.rappeler import situation_de
from fluxdesk.services.tenir_fiches import FicheToucheeError
from tests.services.courriers import changer, dit, lecture
from tests.services.monde import HORLOGE, JOUR, TERRITOIRES, VILLE, actions, conge, monde, orienter
from tests.services.vies import AVRIL

if TYPE_CHECKING:
    from fluxdesk.domain.lettre import Lettre
    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.services.courriers_du_jour import CourrierAttendu
    from tests.services.memoire import MemoireUow

G = GenreCourrier
DEMAIN = JOUR + timedelta(days=1)
PAYE = date(2026, 2, 1)


def offre() -> tuple[MemoireUow, Orientation]:
    uow = monde()
    return uow, orienter(uow, conge(uow, 1), "2", "essai")


def relue(uow: MemoireUow, made: Orientation) -> Orientation:
    with uow:
        return uow.orientations.lire(made.id)


def ecrits(uow: MemoireUow, jour: date = JOUR) -> tuple[CourrierAttendu, ...]:
    """Every letter of that day, written that day."""
    found = courriers_du_jour(jour, uow=uow)
    with uow:
        noter_ecrits([one.courrier for one in found], jour, uow=uow)
        uow.valider()
    return courriers_du_jour(jour, uow=uow, tous=True)


def lettre_de(made: Orientation) -> Courrier:
    """The mark of its proposal."""
    return Courrier(
        genre=G.PROPOSITION,
        objet=f"orientation:{made.id}",
        jour=made.jour,
        reservataire_id=made.reservataire_id,
    )


def annuler_la_derniere(uow: MemoireUow, action: str) -> None:
    with uow:
        entree = [e for e in annulables(uow.journal.toutes()) if e.action == action][-1]
    annuler_action(entree.numero, motif="essai", transaction=lambda: uow)


def garantie(uow: MemoireUow, *, rembourse: date | None) -> int:
    with uow:
        ident = uow.garanties.enregistrer(
            Garantie(
                reservataire_id=VILLE,
                programme="Les Pins",
                derniere_echeance=PAYE,
                rembourse=rembourse,
            )
        )
        uow.valider()
    return ident


def informe(uow: MemoireUow, ident: int) -> date | None:
    with uow:
        return uow.garanties.lire(ident).informe


def test_la_proposition_imprimee_est_une_offre_envoyee_et_la_suite_change() -> None:
    uow, made = offre()
    printed: list[Lettre] = []
    editer_lettre(
        made.id,
        Path("lettre.pdf"),
        lecture=LectureCourriers(uow, TERRITOIRES),
        ecrire=lambda lettre, _cible: printed.append(lettre),
        jour=DEMAIN,
    )
    (paper,) = printed
    assert paper.lieu_et_date == "Ajaccio, le 4 mars 2026"
    assert "[Réponse attendue au plus tard le vendredi 3 avril 2026 Soit 30 jours" in dit(paper)
    sent = relue(uow, made)
    assert (sent.suivi.envoi, sent.suivi.canal) == (DEMAIN, PAR_COURRIER)
    assert made.echeance is not None
    assert sent.echeance == made.echeance + timedelta(days=1)
    assert "à compter de la notification du 4 mars 2026" in sent.echeance_explication
    assert actions(uow)[-2:] == ["offre.suivre", "lettre.editer"]
    with uow:
        following = prochaine_action(situation_de(made.vacance_id, DEMAIN, uow=uow))
    assert following.acte is Acte.RECEVOIR


def test_un_envoi_deja_note_le_reste() -> None:
    uow, made = offre()
    changer(uow, made, suivi=SuiviOffre(envoi=JOUR, canal="SYPLO"))
    ecrits(uow, DEMAIN)
    assert relue(uow, made).suivi == SuiviOffre(envoi=JOUR, canal="SYPLO")


def test_une_offre_sans_delai_ne_dit_aucune_date() -> None:
    uow, made = offre()
    changer(uow, made, echeance=None, echeance_explication="")
    with uow:
        told = composer_courrier(G.PROPOSITION, made.id, lecture=lecture(uow), jour=DEMAIN)
    assert "[Date limite de réponse : non renseignée ]" in dit(told)


@pytest.mark.parametrize("bouge", ["relance", "prolongée", "nouveaux candidats"])
def test_une_echeance_deplacee_ne_revient_pas_par_la_lettre(bouge: str) -> None:
    uow, made = offre()
    until = date(2026, 5, 4)
    if bouge == "relance":
        sent = Envoi(orientation_id=made.id, jour=JOUR, jusqu_au=until)
        relancer_offre(sent, uow=uow, horloge=HORLOGE)
    elif bouge == "prolongée":
        prolonger_offre(made.id, until, motif="fêtes", uow=uow, horloge=HORLOGE)
    else:
        changer(uow, made, echeance=until, echeance_explication="15 jours à compter du 3 mars")
    ecrits(uow, DEMAIN)
    assert relue(uow, made).echeance == until


def test_un_envoi_note_plus_tard_que_la_lettre_la_fait_ecrire_de_nouveau() -> None:
    uow, made = offre()
    ecrits(uow)
    assert courriers_du_jour(DEMAIN, uow=uow) == ()
    envoyer_offre(Envoi(orientation_id=made.id, jour=DEMAIN), uow=uow, horloge=AVRIL)
    assert [c.courrier.genre for c in courriers_du_jour(DEMAIN, uow=uow)] == [G.PROPOSITION]
    ecrits(uow, DEMAIN + timedelta(days=3))
    assert relue(uow, made).suivi.envoi == DEMAIN


def test_un_envoi_defait_se_refait_par_la_lettre_du_jour() -> None:
    uow, made = offre()
    ecrits(uow)
    annuler_la_derniere(uow, "offre.suivre")
    with uow:
        noter_ecrits([lettre_de(made)], DEMAIN, uow=uow)
        uow.valider()
    assert relue(uow, made).suivi.envoi == DEMAIN


def test_une_relance_ecrite_est_une_relance_et_ne_compte_qu_une_fois() -> None:
    uow, made = offre()
    changer(uow, made, echeance=JOUR, suivi=SuiviOffre(envoi=JOUR))
    reminders = [c for c in ecrits(uow, DEMAIN) if c.courrier.genre is G.RELANCE]
    assert relue(uow, made).suivi.relances == (DEMAIN,)
    with uow:
        noter_ecrits([c.courrier for c in reminders], DEMAIN + timedelta(days=3), uow=uow)
        uow.valider()
    assert relue(uow, made).suivi.relances == (DEMAIN,)


def test_une_relance_notee_ce_jour_la_n_est_pas_notee_deux_fois() -> None:
    uow, made = offre()
    changer(uow, made, echeance=JOUR, suivi=SuiviOffre(envoi=JOUR, relances=(DEMAIN,)))
    ecrits(uow, DEMAIN)
    assert relue(uow, made).suivi.relances == (DEMAIN,)


def test_un_accuse_de_reception_ne_note_rien() -> None:
    uow, made = offre()
    changer(uow, made, suivi=SuiviOffre(envoi=JOUR, candidats_recus=JOUR))
    kept = [c for c in ecrits(uow, DEMAIN) if c.courrier.genre is G.ACCUSE]
    remettre_en_attente(kept, motif="essai", uow=uow)
    assert relue(uow, made).suivi == SuiviOffre(envoi=JOUR, candidats_recus=JOUR)
    assert "offre.suivre" not in actions(uow)


def test_la_fin_de_droits_ecrite_informe_le_garant() -> None:
    uow = monde()
    ident = garantie(uow, rembourse=PAYE)
    (letter,) = ecrits(uow)
    assert informe(uow, ident) == JOUR
    remettre_en_attente([letter], motif="pas partie", uow=uow)
    assert informe(uow, ident) is None
    assert len(courriers_du_jour(JOUR, uow=uow)) == 1


def test_le_garant_d_un_pret_qui_court_n_est_pas_informe_de_sa_fin() -> None:
    uow = monde()
    ident = garantie(uow, rembourse=None)
    (letter,) = ecrits(uow)
    remettre_en_attente([letter], motif="essai", uow=uow)
    assert informe(uow, ident) is None


def test_remis_en_attente_les_courriers_defont_ce_qu_ils_ont_note() -> None:
    uow, made = offre()
    ecrits(uow)
    changer(uow, made, echeance=DEMAIN)
    written = ecrits(uow, DEMAIN)
    assert relue(uow, made).suivi == SuiviOffre(envoi=JOUR, canal=PAR_COURRIER, relances=(DEMAIN,))
    remettre_en_attente(written, motif="imprimante", uow=uow)
    assert relue(uow, made).suivi == SuiviOffre()


def test_ce_que_l_agent_a_note_depuis_le_reste() -> None:
    uow, made = offre()
    ecrits(uow)
    changer(uow, made, echeance=DEMAIN)
    written = ecrits(uow, DEMAIN)
    changer(uow, made, suivi=SuiviOffre(envoi=JOUR, canal="SYPLO"))
    remettre_en_attente(written, motif="imprimante", uow=uow)
    assert relue(uow, made).suivi == SuiviOffre(envoi=JOUR, canal="SYPLO")


def test_la_remise_en_attente_s_annule_et_tout_est_de_nouveau_ecrit() -> None:
    uow, made = offre()
    ident = garantie(uow, rembourse=PAYE)
    remettre_en_attente(ecrits(uow), motif="imprimante", uow=uow)
    annuler_la_derniere(uow, ATTENDRE)
    assert courriers_du_jour(JOUR, uow=uow) == ()
    assert relue(uow, made).suivi.envoi == JOUR
    assert informe(uow, ident) == JOUR
    with uow:
        assert ATTENDRE not in [e.action for e in annulables(uow.journal.toutes())]


def test_une_remise_en_attente_suivie_d_une_ecriture_ne_s_annule_plus() -> None:
    uow, _ = offre()
    remettre_en_attente(ecrits(uow), motif="imprimante", uow=uow)
    ecrits(uow, DEMAIN)
    with pytest.raises(FicheToucheeError):
        annuler_la_derniere(uow, ATTENDRE)


def test_une_remise_en_attente_d_avant_les_images_ne_s_annule_pas() -> None:
    uow, _ = offre()
    with uow:
        uow.journal.ecrire(ATTENDRE, "courriers:attente", "1 courrier remis en attente")
        uow.valider()
    with pytest.raises(FicheToucheeError):
        annuler_la_derniere(uow, ATTENDRE)


def test_ce_qui_n_etait_pas_ecrit_n_a_rien_a_defaire() -> None:
    uow, made = offre()
    waiting = courriers_du_jour(JOUR, uow=uow)
    remettre_en_attente(waiting, motif="jamais écrits", uow=uow)
    with uow:
        assert uow.courriers.toutes() == ()
    assert relue(uow, made).suivi == SuiviOffre()
    assert waiting[0].courrier == lettre_de(made)
