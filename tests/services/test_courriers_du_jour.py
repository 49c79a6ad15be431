"""The letters that wait, written in one go and marked; a cancelled batch leaves nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from fluxdesk.adapters.pdf.courriers_pdf import ecrire_courriers
from fluxdesk.adapters.sheets.liste_fichier import ecrire_liste
from fluxdesk.domain.echec import CauseEchec
from fluxdesk.domain.garantie import Garantie
from fluxdesk.domain.modele_lettre import GenreCourrier
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.suivi_vacance import SuiviOffre
from fluxdesk.services.courriers_du_jour import courriers_du_jour
from fluxdesk.services.editer_courriers import (
    CommandeCourriers,
    editer_courriers,
    nom_de_courrier,
)
from fluxdesk.services.editer_lettre import editer_lettre
from fluxdesk.services.lire_courriers import LectureCourriers
from fluxdesk.services.noter_courriers import remettre_en_attente
from fluxdesk.services.ports import AnnuleError, sans_progres
from tests.services.courriers import changer, genres
from tests.services.monde import JOUR, TERRITOIRES, VILLE, actions, conge, monde, orienter

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.services.courriers_du_jour import CourrierAttendu
    from fluxdesk.services.ports import Progress
    from tests.services.memoire import MemoireUow

G = GenreCourrier
ANNULEE, ECARTEE = IssueOrientation.ANNULEE, IssueOrientation.ECARTEE
PLUS_TARD = date(2026, 4, 10)
ENVOYEE = SuiviOffre(envoi=JOUR)


def attendus(uow: MemoireUow, jour: date = JOUR) -> tuple[CourrierAttendu, ...]:
    return courriers_du_jour(jour, uow=uow)


def offre() -> tuple[MemoireUow, Orientation]:
    uow = monde()
    return uow, orienter(uow, conge(uow, 1), "2", "essai")


def editer(
    uow: MemoireUow,
    dossier: Path,
    *,
    fusion: bool = False,
    publipostage: str = "",
    progress: Progress = sans_progres,
) -> tuple[Path, ...]:
    commande = CommandeCourriers(
        attendus=attendus(uow),
        jour=JOUR,
        dossier=dossier,
        fusion=fusion,
        publipostage=publipostage,
    )
    return editer_courriers(
        commande,
        lecture=LectureCourriers(uow, TERRITOIRES),
        ecrire=ecrire_courriers,
        ecrire_liste=ecrire_liste,
        progress=progress,
    )


def noms(chemins: Sequence[Path]) -> list[str]:
    return [path.name for path in chemins]


def test_an_offer_waits_for_its_letter() -> None:
    uow, made = offre()
    (one,) = attendus(uow)
    assert (one.courrier.genre, one.courrier.jour) == (G.PROPOSITION, made.jour)
    assert (one.destinataire, one.numero) == ("Action Logement", "2026-001")
    assert one.quoi == "T3, 1 RUE FESCH, 20000 AJACCIO"


@pytest.mark.parametrize(
    ("valeurs", "attendu"),
    [
        ({"issue": ANNULEE}, []),
        ({"echeance": None}, [G.PROPOSITION]),
        ({"echeance": date(2026, 4, 2)}, [G.PROPOSITION]),  # never sent: nothing to remind of
        ({"echeance": date(2026, 4, 2), "suivi": ENVOYEE}, [G.PROPOSITION, G.RELANCE]),
        ({"echeance": date(2026, 4, 15), "suivi": ENVOYEE}, [G.PROPOSITION, G.RELANCE]),
        ({"echeance": date(2026, 4, 20), "suivi": ENVOYEE}, [G.PROPOSITION]),
        ({"echeance": date(2026, 3, 7), "suivi": SuiviOffre(candidats_recus=JOUR)}, [
            G.PROPOSITION, G.ACCUSE,
        ]),
        ({"issue": IssueOrientation.SANS_CANDIDAT, "date_issue": PLUS_TARD}, [G.CARENCE]),
        ({"issue": ECARTEE, "date_issue": PLUS_TARD}, [G.ECARTE]),
        ({"issue": IssueOrientation.REFUSEE, "date_issue": PLUS_TARD}, []),
        (
            {
                "issue": IssueOrientation.REFUSEE,
                "date_issue": PLUS_TARD,
                "cause": CauseEchec.IRRECEVABLE,
            },
            [G.DECISION_CAL],
        ),
        (
            {
                "issue": IssueOrientation.BAIL_SIGNE,
                "date_issue": PLUS_TARD,
                "date_attribution": JOUR,
                "date_bail": PLUS_TARD,
            },
            [G.DECISION_CAL, G.BAIL],
        ),
    ],
)  # fmt: skip
def test_what_happened_calls_for_letters(
    valeurs: dict[str, object], attendu: list[GenreCourrier]
) -> None:
    uow, made = offre()
    changer(uow, made, **valeurs)
    assert genres(attendus(uow, PLUS_TARD)) == attendu


def test_a_reminder_made_as_soon_as_the_offer_is_none() -> None:
    uow, made = offre()
    changer(uow, made, echeance=date(2026, 3, 7), suivi=ENVOYEE)
    assert genres(attendus(uow)) == [G.PROPOSITION]
    assert attendus(uow, date(2026, 3, 7))[-1].courrier.jour == date(2026, 3, 7)


def test_nothing_is_written_to_the_landlord_nor_without_a_convention() -> None:
    uow = monde()
    orienter(uow, conge(uow, 1), "bailleur", "essai")
    orienter(uow, conge(uow, 2), "2", "essai")
    del uow._valide.conventions[2]
    assert attendus(uow) == ()


def test_what_is_older_than_asked_is_left_out() -> None:
    uow, _ = offre()
    assert genres(attendus(uow, date(2026, 6, 20))) == []
    all_of_it = courriers_du_jour(date(2026, 5, 20), uow=uow, depuis=date(2026, 1, 1))
    assert G.PROPOSITION in genres(all_of_it)


def test_a_guarantor_is_to_be_told_once_the_loan_is_repaid() -> None:
    uow = monde()
    paid = Garantie(reservataire_id=VILLE, programme="Les Pins", rembourse=date(2026, 2, 1))
    with uow:
        uow.garanties.enregistrer(paid)
        uow.garanties.enregistrer(replace(paid, informe=JOUR))
        uow.garanties.enregistrer(replace(paid, rembourse=None))
        uow.valider()
    (one,) = attendus(uow)
    assert one.courrier.genre is G.FIN_DE_DROITS
    assert nom_de_courrier(one) == "Fin-de-droits Les-Pins Ville-d-Ajaccio.pdf"


def test_the_letters_are_written_marked_and_told_in_the_journal(tmp_path: Path) -> None:
    uow, made = offre()
    with uow:
        uow.garanties.enregistrer(
            Garantie(reservataire_id=VILLE, programme="Les Pins", rembourse=date(2026, 2, 1))
        )
        uow.valider()
    told: list[tuple[int, int]] = []

    def note(fait: int, total: int, quoi: str = "") -> None:
        told.append((fait, total))

    written = editer(uow, tmp_path / "neuf", progress=note)
    assert noms(written) == [
        "Fin-de-droits Les-Pins Ville-d-Ajaccio.pdf",
        "Proposition-de-logement 2026-001 Action-Logement.pdf",
    ]
    assert told == [(0, 2), (1, 2), (2, 2)]
    assert attendus(uow) == ()
    again = courriers_du_jour(JOUR, uow=uow, tous=True)
    assert [one.courrier.edite for one in again] == [JOUR, JOUR]
    assert actions(uow)[-1] == "courriers.editer"
    assert made.numero in written[1].name


def test_all_in_one_file_with_the_list_of_the_recipients(tmp_path: Path) -> None:
    uow, _ = offre()
    written = editer(uow, tmp_path, fusion=True, publipostage="csv")
    assert noms(written) == ["Courriers du 2026-03-03.pdf", "Courriers du 2026-03-03.csv"]
    lines = written[1].read_text("utf-8-sig").splitlines()
    assert lines[1].startswith("proposition;2026-001;T3, 1 RUE FESCH")


def test_a_letter_put_back_waits_again(tmp_path: Path) -> None:
    uow, _ = offre()
    first = attendus(uow)
    editer(uow, tmp_path)
    remettre_en_attente(courriers_du_jour(JOUR, uow=uow, tous=True), motif="papier", uow=uow)
    assert genres(attendus(uow)) == genres(first)
    assert actions(uow)[-1] == "courriers.attendre"
    remettre_en_attente(first, motif="jamais écrits", uow=uow)
    with uow:
        assert len(uow.courriers.toutes()) == 1


def test_written_twice_a_letter_is_kept_once(tmp_path: Path) -> None:
    uow, made = offre()
    for day in (JOUR, PLUS_TARD):
        editer_lettre(
            made.id,
            tmp_path / "l.pdf",
            lecture=LectureCourriers(uow, TERRITOIRES),
            ecrire=lambda _lettre, _cible: None,
            jour=day,
        )
    with uow:
        assert [c.edite for c in uow.courriers.toutes()] == [PLUS_TARD]
    assert attendus(uow) == ()


@pytest.mark.parametrize("fusion", [True, False])
def test_a_cancelled_batch_leaves_no_file_and_no_mark(fusion: bool, tmp_path: Path) -> None:  # noqa: FBT001
    uow, _ = offre()
    orienter(uow, conge(uow, 2), "2", "essai")

    def stop(fait: int, total: int, quoi: str = "") -> None:
        if fait:
            raise AnnuleError

    with pytest.raises(AnnuleError):
        editer(uow, tmp_path, fusion=fusion, progress=stop)
    assert list(tmp_path.iterdir()) == []
    assert len(attendus(uow)) == 2
