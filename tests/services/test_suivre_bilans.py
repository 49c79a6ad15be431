"""A bilan is approved and frozen, sent, corrected; each step is taken back by another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.bilan_emis import EtatBilan
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.periode import annuelle
from fluxdesk.services.annuler_action import annulables, annuler_action
from fluxdesk.services.approuver_bilans import approuver_bilans
from fluxdesk.services.editer_bilans import CommandeBilans, editer_bilans
from fluxdesk.services.enregistrer_issue import enregistrer_issue
from fluxdesk.services.etablir_bilan import (
    DestinataireInconnuError,
    etablir_bilan,
)
from fluxdesk.services.ports import AnnuleError, sans_progres
from fluxdesk.services.suivre_bilans import (
    BilanDejaApprouveError,
    BilanInchangeError,
    EnvoiAvantError,
    EtatBilanError,
    FichierAltereError,
    MotifAbsentError,
    annuler_envoi,
    dernier,
    derniers,
    differences,
    fichiers_geles,
    marquer_envoye,
    nom_de_periode,
    retirer_approbation,
)
from tests.services.bureaux import bureau
from tests.services.monde import JOUR, TERRITOIRES, actions, conge, monde, orienter

if TYPE_CHECKING:
    from pathlib import Path

    from fluxdesk.domain.bilan import Bilan
    from fluxdesk.domain.bilan_emis import BilanEmis
    from fluxdesk.domain.lettre import Lettre
    from fluxdesk.services.ports import Bureau
    from tests.services.memoire import MemoireUow

ANNEE = annuelle(2026)
AL = "reservataire:2"


def _papier(bilan: Bilan, cible: Path) -> None:
    cible.write_text(f"{bilan.destinataire} {sum(x.proposes for x in bilan.lignes)}", "utf-8")


def _lettre(lettre: Lettre, cible: Path) -> None:
    cible.write_text(str(lettre.corps), "utf-8")


def poste(uow: MemoireUow) -> Bureau:
    return replace(
        bureau(uow),
        ecrire_bilan_xlsx=_papier,
        ecrire_bilan_pdf=_papier,
        ecrire_bilan_csv=_papier,
        ecrire_lettre=_lettre,
    )


def approuver(uow: MemoireUow, *cles: str) -> tuple[BilanEmis, ...]:
    return approuver_bilans(ANNEE, cles, bureau=poste(uow), progress=sans_progres)


def offerte() -> MemoireUow:
    uow = monde()
    orienter(uow, conge(uow, 1), "2", "essai")
    return uow


def envoyee() -> tuple[MemoireUow, BilanEmis]:
    uow = offerte()
    (kept,) = approuver(uow, AL)
    return uow, marquer_envoye(kept.id, jour=JOUR, uow=uow)


def changer(uow: MemoireUow) -> None:
    made = orienter(uow, conge(uow, 2), "2", "essai")
    enregistrer_issue(made.id, IssueOrientation.ATTRIBUEE, jour=date(2026, 4, 1), uow=uow)


def test_an_approved_bilan_keeps_its_files_and_their_fingerprint() -> None:
    uow = offerte()
    (kept,) = approuver(uow, AL)
    assert (kept.etat, kept.approuve, kept.version) == (EtatBilan.PRET, JOUR, 1)
    with uow:
        names = [uow.documents.lire(i).nom for i in kept.documents]
        assert fichiers_geles(kept, uow=uow)[0][1] == b"Action Logement 1"
        assert derniers(ANNEE, uow=uow) == {AL: kept}
    assert names == [
        "Bilan 2026 Action-Logement.xlsx",
        "Bilan 2026 Action-Logement.pdf",
        "Bilan 2026 Action-Logement.csv",
        "Bilan 2026 Action-Logement lettre.pdf",
    ]
    assert actions(uow)[-1] == "bilan.approuver"


def test_what_is_frozen_does_not_follow_the_base(tmp_path: Path) -> None:
    uow = offerte()
    approuver(uow, AL)
    changer(uow)
    commande = CommandeBilans(periode=ANNEE, dossier=tmp_path, destinataires=[AL])
    written = editer_bilans(commande, bureau=poste(uow), progress=sans_progres)
    assert written[0].read_text("utf-8") == "Action Logement 1"


def test_an_approved_bilan_is_not_approved_twice() -> None:
    uow = offerte()
    approuver(uow, AL)
    with pytest.raises(BilanDejaApprouveError, match="Action Logement"):
        approuver(uow, AL)


def test_all_are_approved_or_none() -> None:
    uow = offerte()
    approuver(uow, AL)
    with pytest.raises(BilanDejaApprouveError):
        approuver(uow, "prefecture", AL)
    with uow:
        assert dernier(ANNEE, "prefecture", uow=uow) is None


def test_a_sent_bilan_is_corrected_by_a_rectificatif_that_lists_every_cell() -> None:
    uow, first = envoyee()
    changer(uow)
    (second,) = approuver(uow, AL)
    assert (second.version, nom_de_periode(second)) == (2, "2026, rectificatif 1")
    assert "Typologie «\u00a0T3\u00a0», proposés\u00a0: 1 devient 2" in second.differences
    assert any(
        text.startswith("Croisement Action Logement") and text.endswith("0 devient 1")
        for text in second.differences
    )
    with uow:
        assert uow.documents.lire(second.documents[0]).nom == (
            "Bilan 2026 Action-Logement rectificatif 1.xlsx"
        )
        letter = fichiers_geles(second, uow=uow)[-1][1].decode()
        assert "annule et remplace l’envoi précédent" in letter
        assert "les pièces jointes disent ce qui change" in letter
        assert uow.bilans.lire(first.id) == first


def test_nothing_changed_nothing_to_correct() -> None:
    uow, sent = envoyee()
    with pytest.raises(BilanInchangeError):
        approuver(uow, AL)
    now = etablir_bilan(2026, reservataire_id=2, uow=uow, territoires=TERRITOIRES)
    assert differences(sent, now) == ()


def test_a_bilan_is_sent_once_and_not_before_it_was_approved() -> None:
    uow = offerte()
    (kept,) = approuver(uow, AL)
    with pytest.raises(EnvoiAvantError, match="03/03/2026"):
        marquer_envoye(kept.id, jour=date(2026, 3, 2), uow=uow)
    marquer_envoye(kept.id, jour=JOUR, uow=uow)
    with pytest.raises(EtatBilanError, match="envoyé"):
        marquer_envoye(kept.id, jour=JOUR, uow=uow)


def test_a_sending_noted_by_mistake_is_taken_back() -> None:
    uow, sent = envoyee()
    back = annuler_envoi(sent.id, motif="mauvaise ligne", uow=uow)
    assert (back.etat, back.envoye, back.documents) == (EtatBilan.PRET, None, sent.documents)
    assert actions(uow)[-1] == "bilan.annuler_envoi"
    with pytest.raises(EtatBilanError):
        annuler_envoi(sent.id, motif="encore", uow=uow)


def test_a_sending_that_a_rectificatif_followed_stands() -> None:
    uow, sent = envoyee()
    changer(uow)
    approuver(uow, AL)
    with pytest.raises(EtatBilanError):
        annuler_envoi(sent.id, motif="trop tard", uow=uow)


def test_an_approval_is_given_up_until_the_bilan_leaves() -> None:
    uow = offerte()
    (kept,) = approuver(uow, AL)
    retirer_approbation(kept.id, motif="un bail oublié", uow=uow)
    with uow:
        assert dernier(ANNEE, AL, uow=uow) is None
        assert uow.documents.de_l_objet(f"bilan:{kept.id}") == ()
    (again,) = approuver(uow, AL)
    marquer_envoye(again.id, jour=JOUR, uow=uow)
    with pytest.raises(EtatBilanError):
        retirer_approbation(again.id, motif="regret", uow=uow)


def test_a_contrary_act_has_its_reason() -> None:
    uow, sent = envoyee()
    with pytest.raises(MotifAbsentError):
        annuler_envoi(sent.id, motif="  ", uow=uow)


def test_a_kept_file_that_was_altered_is_refused() -> None:
    uow = offerte()
    (kept,) = approuver(uow, AL)
    with uow:
        ident = kept.documents[0]
        uow.documents.etat.documents[ident] = (uow.documents.lire(ident), b"autre chose")
        with pytest.raises(FichierAltereError, match="sauvegarde"):
            fichiers_geles(kept, uow=uow)


def test_an_unknown_recipient_is_told_how_to_name_one() -> None:
    with pytest.raises(DestinataireInconnuError, match="epci:SIREN"):
        approuver(offerte(), "mairie")


def test_stopping_on_the_way_leaves_no_file(tmp_path: Path) -> None:
    uow = offerte()

    def stop(fait: int, total: int, quoi: str = "") -> None:
        assert fait <= total, quoi
        if fait:
            raise AnnuleError

    with pytest.raises(AnnuleError):
        editer_bilans(
            CommandeBilans(periode=2026, dossier=tmp_path, seuil=5),
            bureau=poste(uow),
            progress=stop,
        )
    assert list(tmp_path.iterdir()) == []


def test_what_is_frozen_is_regrouped_under_the_threshold_the_figures_kept_are_not() -> None:
    uow = monde()
    for home in (1, 2, 3):
        orienter(uow, conge(uow, home), "2", "essai")
    seen: list[int] = []

    def ecrire(bilan: Bilan, cible: Path) -> None:
        seen.append(bilan.seuil)
        _papier(bilan, cible)

    desk = replace(poste(uow), ecrire_bilan_xlsx=ecrire)
    (kept,) = approuver_bilans(ANNEE, [AL], bureau=desk, progress=sans_progres, seuil=5)
    assert (kept.seuil, seen) == (5, [5])
    made = etablir_bilan(ANNEE, reservataire_id=2, uow=uow, territoires=TERRITOIRES)
    assert differences(kept, made) == ()


def test_approving_and_sending_are_undone_like_any_act_with_a_reason() -> None:
    uow = monde()
    orienter(uow, conge(uow, 1), "2", "essai")
    (kept,) = approuver(uow, AL)
    marquer_envoye(kept.id, jour=JOUR, uow=uow)
    for action in ("bilan.annuler_envoi", "bilan.retirer"):
        with uow:
            last = annulables(uow.journal.toutes())[-1]
        annuler_action(last.numero, motif="erreur", transaction=lambda: uow)
        assert actions(uow)[-1] == action
    with uow:
        assert derniers(ANNEE, uow=uow) == {}


def test_a_rectificatif_with_small_cells_regrouped_does_not_list_what_would_tell_them() -> None:
    uow, _ = envoyee()
    changer(uow)
    seen: list[tuple[int, tuple[str, ...]]] = []

    def papier(bilan: Bilan, cible: Path) -> None:
        seen.append((bilan.version, bilan.changements))
        _papier(bilan, cible)

    desk = replace(poste(uow), ecrire_bilan_pdf=papier)
    (kept,) = approuver_bilans(ANNEE, [AL], bureau=desk, progress=sans_progres, seuil=5)
    assert seen == [(2, ())]
    assert kept.differences
    with uow:
        letter = fichiers_geles(kept, uow=uow)[-1][1].decode()
    assert "annule et remplace l’envoi précédent." in letter
