"""The letter and the bilans as values, before anybody prints them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.bilan import AxeBilan, totaux
from fluxdesk.domain.modele_lettre import GenreCourrier
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.vacance import CategorieSoustrait, Qualification
from fluxdesk.services.annuler_orientation import annuler_orientation
from fluxdesk.services.editer_bilans import CommandeBilans, editer_bilans
from fluxdesk.services.editer_lettre import editer_lettre, nom_de_lettre
from fluxdesk.services.enregistrer_issue import enregistrer_issue
from fluxdesk.services.etablir_bilan import destinataires, etablir_bilan
from fluxdesk.services.lire_courriers import LectureCourriers, SansLettreError
from fluxdesk.services.ports import sans_progres
from fluxdesk.services.qualifier_vacance import qualifier_vacance
from tests.services.bureaux import bureau
from tests.services.monde import (
    ACTION_LOGEMENT,
    ETAT,
    JOUR,
    TERRITOIRES,
    VILLE,
    actions,
    conge,
    monde,
    orienter,
)

if TYPE_CHECKING:
    from pathlib import Path

    from fluxdesk.domain.bilan import Bilan
    from fluxdesk.domain.lettre import Lettre
    from fluxdesk.services.faits_offre import LettreProposition
    from tests.services.memoire import MemoireUow


class Papier:
    """Keeps what it was asked to print."""

    def __init__(self) -> None:
        self.lettres: list[Lettre] = []
        self.bilans: list[Bilan] = []

    def lettre(self, lettre: Lettre, cible: Path) -> None:
        self.lettres.append(lettre)
        cible.write_text("lettre", encoding="utf-8")

    def bilan(self, bilan: Bilan, cible: Path) -> None:
        self.bilans.append(bilan)
        cible.write_text("bilan", encoding="utf-8")


def letter(uow: MemoireUow, orientation_id: int, cible: Path) -> LettreProposition:
    papier = Papier()
    editer_lettre(
        orientation_id,
        cible,
        lecture=LectureCourriers(uow, TERRITOIRES),
        ecrire=papier.lettre,
        jour=JOUR,
    )
    assert papier.lettres[0].genre is GenreCourrier.PROPOSITION
    with uow:
        return LectureCourriers(uow, TERRITOIRES).proposition(orientation_id)


def bilan(uow: MemoireUow, qui: int | None = None, annee: int = 2026) -> Bilan:
    return etablir_bilan(annee, reservataire_id=qui, uow=uow, territoires=TERRITOIRES)


def test_the_letter_names_account_position_and_commune(tmp_path: Path) -> None:
    uow = monde()
    orienter(uow, conge(uow, 1), "1/agents", "mutation")
    made = orienter(uow, conge(uow, 2), "1/agents", "mutation")
    printed = letter(uow, made.id, tmp_path / "l.pdf")
    assert printed.sous_contingent == "État (agents)"
    assert (printed.rang_annee, printed.proposes, printed.signes) == (2, 2, 0)
    assert printed.du == "0,10"
    assert printed.commune is not None
    assert printed.commune.nom == "Ajaccio"
    assert actions(uow)[-1] == "lettre.editer"


def test_a_whole_party_has_no_account_in_its_letter(tmp_path: Path) -> None:
    uow = monde()
    made = orienter(uow, conge(uow, 1), "2", "essai")
    assert letter(uow, made.id, tmp_path / "l.pdf").sous_contingent == ""


def test_the_letter_is_the_same_whenever_it_is_printed(tmp_path: Path) -> None:
    uow = monde()
    made = orienter(uow, conge(uow, 1), "2", "essai")
    first = letter(uow, made.id, tmp_path / "l.pdf")
    orienter(uow, conge(uow, 2), "3", "essai")
    assert letter(uow, made.id, tmp_path / "m.pdf").du == first.du


@pytest.mark.parametrize("kept", [True, False])
def test_there_is_no_letter_to_oneself_nor_for_a_cancelled_offer(
    kept: bool,  # noqa: FBT001
    tmp_path: Path,
) -> None:
    uow = monde()
    made = orienter(uow, conge(uow, 1), "bailleur" if kept else "2", "essai")
    if not kept:
        annuler_orientation(made.id, motif="erreur", uow=uow)
    with pytest.raises(SansLettreError):
        letter(uow, made.id, tmp_path / "l.pdf")


def test_a_cancelled_offer_no_longer_counts_in_the_next_ones(tmp_path: Path) -> None:
    uow = monde()
    first = orienter(uow, conge(uow, 1), "2", "essai")
    annuler_orientation(first.id, motif="erreur", uow=uow)
    made = orienter(uow, conge(uow, 2), "2", "essai")
    assert letter(uow, made.id, tmp_path / "l.pdf").rang_annee == 1


def test_there_is_no_letter_without_a_convention(tmp_path: Path) -> None:
    uow = monde()
    made = orienter(uow, conge(uow, 1), "2", "essai")
    del uow._valide.conventions[ACTION_LOGEMENT]
    with pytest.raises(SansLettreError, match="convention"):
        letter(uow, made.id, tmp_path / "l.pdf")


def test_the_file_name_of_a_letter_is_safe_everywhere() -> None:
    uow = monde()
    made = orienter(uow, conge(uow, 1))
    assert nom_de_lettre(made, "../État\\ : <prioritaires>") == (
        "Offre 2026-001 Etat-prioritaires.pdf"
    )


def annee(uow: MemoireUow) -> None:
    """Two offers to Action Logement (one let, one refused then kept), one to État."""
    first = orienter(uow, conge(uow, 1), "2", "essai")
    enregistrer_issue(first.id, IssueOrientation.ATTRIBUEE, jour=date(2026, 3, 20), uow=uow)
    enregistrer_issue(first.id, IssueOrientation.BAIL_SIGNE, jour=date(2026, 4, 1), uow=uow)
    second = orienter(uow, conge(uow, 2), "2", "essai")
    enregistrer_issue(second.id, IssueOrientation.REFUSEE, jour=JOUR, uow=uow)
    orienter(uow, second.vacance_id, "bailleur", "repris")
    orienter(uow, conge(uow, 3), "1/prioritaires", "essai")
    ident = conge(uow, 4, Qualification.A_QUALIFIER)
    qualifier_vacance(ident, Qualification.SOUSTRAIT, categorie=CategorieSoustrait.VENTE, uow=uow)


def test_the_prefecture_sees_every_row_and_the_zero_ones() -> None:
    uow = monde()
    annee(uow)
    made = bilan(uow)
    by_who = {(x.reservataire, x.sous_contingent): x for x in made.lignes}
    assert by_who["Action Logement", ""].proposes == 2
    assert (by_who["Action Logement", ""].attribues, by_who["Action Logement", ""].baux) == (1, 1)
    assert by_who["État", "prioritaires"].proposes == 1
    assert by_who["État", "agents"].proposes == 0
    assert by_who["Ville d’Ajaccio", ""].typologie == ""
    assert by_who["Bailleur (non réservé)", ""].proposes == 1
    assert by_who["Action Logement", ""].commune == "Ajaccio (2A004)"
    assert (made.liberations, made.destinataire, made.reservataire) == (3, "Préfecture", None)


def test_every_axis_of_the_bilan_has_the_same_totals() -> None:
    uow = monde()
    annee(uow)
    lines = bilan(uow).lignes
    sums = {
        axis: (
            sum(t.proposes for t in totaux(lines, axis)),
            sum(t.attribues for t in totaux(lines, axis)),
            sum(t.baux for t in totaux(lines, axis)),
        )
        for axis in AxeBilan
    }
    assert set(sums.values()) == {(4, 1, 1)}


def test_a_reservataire_receives_its_own_rows_and_accounts() -> None:
    uow = monde()
    annee(uow)
    made = bilan(uow, ETAT)
    assert {x.reservataire for x in made.lignes} == {"État"}
    assert [s.nom for s in made.soldes] == ["État", "État (prioritaires)", "État (agents)"]
    assert [s.taux for s in made.soldes] == [3000, 2500, 500]
    assert made.soldes[0].servi == 1


def test_accounts_of_the_flux_add_up_to_nothing_owed() -> None:
    uow = monde()
    annee(uow)
    tops = [s for s in bilan(uow).soldes if not s.parent]
    assert sum(s.solde for s in tops) == 0
    assert sum(s.du for s in tops) == 3


def test_dwellings_taken_out_are_counted_by_category_zeros_included() -> None:
    uow = monde()
    annee(uow)
    found = {s.categorie: s.nombre for s in bilan(uow).soustraits}
    assert found[CategorieSoustrait.VENTE] == 1
    assert len(found) == len(CategorieSoustrait)
    assert sum(found.values()) == 1


def test_another_year_is_empty_but_lists_everyone() -> None:
    uow = monde()
    annee(uow)
    before = bilan(uow, annee=2025)
    assert sum(x.proposes for x in before.lignes) == 0
    assert len(before.lignes) == 5
    assert before.liberations == 0
    after = bilan(uow, annee=2027)
    assert [s.du for s in after.soldes_annee] == [0] * len(after.soldes_annee)
    assert sum(s.du for s in after.soldes if not s.parent) == 3


def test_a_commune_unknown_to_the_cog_keeps_its_code() -> None:
    uow = monde()
    with uow:
        lot = uow.lots.ouvrir("x", "x", "x")
        lost = next(x for x in uow.logements.tous() if x.id == 5)
        uow.logements.modifier([type(lost)(cle=lost.cle, id=5, commune="99999")], lot)
        uow.valider()
    orienter(uow, conge(uow, 5), "2", "essai")
    assert "99999" in {x.commune for x in bilan(uow).lignes}


def test_recipients_are_the_prefecture_each_with_a_convention_each_epci_and_the_cil() -> None:
    uow = monde()
    annee(uow)
    found = destinataires(2026, uow=uow, territoires=TERRITOIRES)
    assert [(d.cle, d.nom, d.proposes) for d in found] == [
        ("prefecture", "Préfecture", 4),
        (f"reservataire:{ETAT}", "État", 1),
        (f"reservataire:{ACTION_LOGEMENT}", "Action Logement", 2),
        (f"reservataire:{VILLE}", "Ville d’Ajaccio", 0),
        ("epci:242000354", "242000354", 0),
        ("epci:242010056", "242010056", 4),
        ("cil", "Conférence intercommunale du logement (CIL)", 4),
    ]


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        (
            None,
            [
                "Bilan 2026 Prefecture",
                "Bilan 2026 Etat",
                "Bilan 2026 Action-Logement",
                "Bilan 2026 Ville-d-Ajaccio",
                "Bilan 2026 242000354",
                "Bilan 2026 242010056",
                "Bilan 2026 Conference-intercommunale-du-logement-CIL",
            ],
        ),
        (["prefecture"], ["Bilan 2026 Prefecture"]),
        (
            [f"reservataire:{VILLE}", f"reservataire:{VILLE}"],
            ["Bilan 2026 Ville-d-Ajaccio", "Bilan 2026 Ville-d-Ajaccio reservataire-3"],
        ),
    ],
)
def test_bilans_are_written_for_whom_it_was_asked(
    wanted: list[str] | None, names: list[str], tmp_path: Path
) -> None:
    uow = monde()
    annee(uow)
    papier = Papier()
    written = editer_bilans(
        CommandeBilans(periode=2026, dossier=tmp_path / "bilans", destinataires=wanted),
        bureau=replace(
            bureau(uow),
            ecrire_bilan_xlsx=papier.bilan,
            ecrire_bilan_pdf=papier.bilan,
            ecrire_bilan_csv=papier.bilan,
            ecrire_lettre=papier.lettre,
        ),
        progress=sans_progres,
    )
    suffixes = (".xlsx", ".pdf", ".csv", " lettre.pdf")
    assert [p.name for p in written] == [name + suffix for name in names for suffix in suffixes]
    assert all(p.exists() for p in written)
    assert actions(uow)[-1] == "bilan.editer"
