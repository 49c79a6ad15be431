"""What to key in the SNE at the lease: said from the base, never guessed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.candidat import Candidat, EtatCandidat
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.parties import cle_partie
from fluxdesk.domain.reservataire import Categorie
from fluxdesk.services.composer_memo_sne import A_RENSEIGNER, composer_memo_sne
from fluxdesk.services.noter_etape import SansBailError
from tests.services.monde import HORLOGE, conge, monde, orienter

if TYPE_CHECKING:
    from fluxdesk.services.composer_memo_sne import MemoSne
    from tests.services.memoire import MemoireUow

JOUR = HORLOGE.aujourd_hui()
MORI = Candidat(orientation_id=1, numero_unique="2A0022599999912345", nom="MORI", dalo=True)


@pytest.fixture
def uow() -> MemoireUow:
    made = monde()
    orienter(made, conge(made, 1), "2", "choix")
    signer(made)
    return made


def signer(uow: MemoireUow) -> None:
    with uow:
        offre = uow.orientations.lire(1)
        uow.orientations.enregistrer(
            replace(offre, issue=IssueOrientation.BAIL_SIGNE, date_bail=JOUR)
        )
        uow.valider()


def inscrire(uow: MemoireUow, *candidats: Candidat) -> None:
    with uow:
        for candidat in candidats:
            uow.candidats.enregistrer(candidat)
        uow.valider()


def valeurs(memo: MemoSne) -> dict[str, str]:
    return {ligne.champ: ligne.valeur for ligne in memo.lignes}


def test_sans_candidat_ce_qui_manque_est_dit(uow: MemoireUow) -> None:
    memo = composer_memo_sne(1, JOUR, uow=uow)
    said = valeurs(memo)
    assert said["Numéro unique de la demande"] == A_RENSEIGNER
    assert said["Ménage reconnu DALO"] == A_RENSEIGNER
    assert said["Accord collectif"] == A_RENSEIGNER
    assert not memo.lignes[0].connue
    assert memo.lignes[0].note
    assert (memo.bail, memo.fait, memo.jour) == (JOUR, None, JOUR)


def test_le_signataire_donne_son_numero_et_ses_reponses(uow: MemoireUow) -> None:
    inscrire(uow, replace(MORI, mutation=False))
    said = valeurs(composer_memo_sne(1, JOUR, uow=uow))
    assert said["Numéro unique de la demande"] == MORI.numero_unique
    assert said["Ménage reconnu DALO"] == "oui"
    assert said["Déjà logé dans votre parc"] == "non"


def test_entre_plusieurs_candidats_personne_n_est_devine(uow: MemoireUow) -> None:
    other = replace(MORI, numero_unique="2A0022599999954321", rang=2)
    inscrire(uow, MORI, other)
    assert not composer_memo_sne(1, JOUR, uow=uow).lignes[0].connue
    inscrire(uow, replace(other, id=2, etat=EtatCandidat.LOCATAIRE))
    assert composer_memo_sne(1, JOUR, uow=uow).lignes[0].valeur == other.numero_unique


def test_le_contingent_est_celui_qui_est_impute_les_agents_a_part(uow: MemoireUow) -> None:
    with uow:
        offre = uow.orientations.lire(1)
        state = next(r for r in uow.reservataires.tous() if r.categorie is Categorie.ETAT)
        convention = uow.conventions.du_reservataire(state.id)
        assert convention is not None
        parts = convention.avenants[0].sous_contingents
        asked = uow.reservataires.lire(offre.reservataire_id or 0)
    said = valeurs(composer_memo_sne(1, JOUR, uow=uow))["Contingent d’imputation"]
    assert said.casefold().startswith(asked.categorie.value)
    for key, words in (
        ("bailleur", "Bailleur (non réservé)"),
        (cle_partie(state.id), "État, hors agents publics"),
        *(
            (cle_partie(state.id, part.code), "État, agents civils et militaires")
            for part in parts
            if "agent" in part.nom.casefold()
        ),
    ):
        with uow:
            uow.orientations.enregistrer(
                replace(
                    uow.orientations.lire(1),
                    suivi=replace(offre.suivi, impute=key, impute_source="essai"),
                )
            )
            uow.valider()
        said = valeurs(composer_memo_sne(1, JOUR, uow=uow))["Contingent d’imputation"]
        assert said == words


def test_sans_bail_il_n_y_a_rien_a_radier() -> None:
    made = monde()
    orienter(made, conge(made, 1), "2", "choix")
    with pytest.raises(SansBailError):
        composer_memo_sne(1, JOUR, uow=made)
