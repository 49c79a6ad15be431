"""A year played again: the same beginning, exact accounts, and what moves."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.flux.evenements import Presentation
from fluxdesk.domain.flux.parties import BAILLEUR, UN, ModeRefus
from fluxdesk.domain.flux.rejeu import Decision
from fluxdesk.domain.flux.suggestion import Motif
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.services.enregistrer_issue import enregistrer_issue
from fluxdesk.services.orienter_vacance import DemandeOrientation, orienter_vacance
from fluxdesk.services.ports import AnnuleError, FichierLu, LigneLue, sans_progres
from fluxdesk.services.simuler_annee import A_REPROPOSER, NOM_BAILLEUR, simuler_annee
from fluxdesk.services.simuler_hypothese import HypotheseError, supposer_refus, supposer_taux
from fluxdesk.services.simuler_mots import phrase_du_motif
from fluxdesk.services.simuler_source import (
    FluxVideError,
    annees_jouables,
    lire_annee,
    lire_fichiers,
)
from tests.services.base_memoire import BaseMemoire
from tests.services.memoire import HorlogeFixe
from tests.services.monde import ACTION_LOGEMENT, TERRITOIRES, conge, monde
from tests.services.simulations import annee, unite

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fluxdesk.services.simuler_annee import Passe
    from tests.services.memoire import MemoireUow


def somme(passe: Passe) -> int:
    return sum(s.retard for s in passe.soldes if s.parent is None)


def test_both_ways_begin_alike_and_end_exactly() -> None:
    source = annee()
    found = simuler_annee(
        source, supposer_taux(source.hypothese, "AL", 3000), progress=sans_progres
    )
    assert len(found.jours) == 13
    for cle in found.noms:
        done, played = found.fait.courbes[cle], found.simule.courbes[cle]
        assert len(done) == len(played) == 13
        assert done[0] == played[0]
        assert found.fait.retards_max[cle] == max(map(abs, done))
        assert found.simule.retards_max[cle] == max(map(abs, played))
    assert somme(found.fait) == UN  # one was given back, and waits
    assert somme(found.simule) == 0
    assert [s.retard for s in found.fait.soldes] == [c[-1] for c in found.fait.courbes.values()]
    assert found.noms[BAILLEUR] == NOM_BAILLEUR
    done_al, played_al = (
        next(s for s in p.soldes if s.cle == "AL") for p in (found.fait, found.simule)
    )
    assert done_al.servi == 10
    assert played_al.du - done_al.du == 12 * 1000
    assert found.fait.detenteurs["3"] == BAILLEUR
    assert "4" not in found.fait.detenteurs


def test_what_moves_names_who_had_it_who_would_and_why() -> None:
    source = annee()
    found = simuler_annee(source, source.hypothese, progress=sans_progres)
    moved = {row.cle: row for row in found.deplaces}
    assert set(moved) == {
        cle
        for cle, leaf in found.simule.detenteurs.items()
        if found.fait.detenteurs.get(cle) != leaf
    }
    assert moved["4"].fait == A_REPROPOSER
    assert all(row.simule == row.temoin for row in found.deplaces), "nothing was supposed"
    assert all(row.motif.endswith(".") for row in found.deplaces)
    assert {row.adresse for row in found.deplaces} <= {
        "=1+1, rue des Oliviers",
        *"23456789",
        "10",
        "11",
        "12",
    }


def test_a_first_letting_that_its_holder_counts_apart_is_compared_as_the_landlord_s() -> None:
    source = annee()
    new = {f"{rang}" for rang in (1, 2)}
    suite = [
        replace(e, unite=replace(e.unite, neuf=True))
        if isinstance(e, Presentation) and e.unite.cle in new
        else e
        for e in source.suite
    ]
    parties = [replace(p, neuf=p.cle == "V") for p in source.parties]
    found = simuler_annee(
        replace(source, parties=tuple(parties), suite=tuple(suite)),
        source.hypothese,
        progress=sans_progres,
    )
    assert [found.fait.detenteurs[cle] for cle in ("1", "2", "5")] == [BAILLEUR, BAILLEUR, "AL"]
    assert somme(found.fait) == UN


def test_the_mix_is_that_of_the_ledgers() -> None:
    source = annee()
    found = simuler_annee(source, source.hypothese, progress=sans_progres)
    assert {row.cle for row in found.mixite} == {"E", "AL", "V", BAILLEUR}
    assert {row.valeur for row in found.mixite if row.axe == "epci"} == {"CC de l’Exemple"}
    for axe in ("typologie", "epci"):
        for way in ("fait", "simule"):
            boxes = [getattr(row, way) for row in found.mixite if row.axe == axe]
            assert sum(box.ecart for box in boxes) == sum(box.du - box.recu for box in boxes)
    done = [row.fait.recu for row in found.mixite if row.axe == "typologie" and row.cle == "AL"]
    assert sum(done) == 13  # every offer made to it, refused ones too: they stay in the mix


def test_a_changed_clause_does_not_move_the_beginning() -> None:
    source = annee()
    changed = supposer_refus(source.hypothese, "AL", ModeRefus.BAILLEUR_UN_TOUR)
    found = simuler_annee(source, changed, progress=sans_progres)
    assert found.fait.courbes["AL"][0] == found.simule.courbes["AL"][0]
    assert somme(found.simule) == 0


def test_progress_counts_both_runs_and_stops() -> None:
    source = annee()
    told: list[tuple[int, int]] = []

    def stop(fait: int, total: int, quoi: str = "") -> None:
        told.append((fait, total))
        if fait == 20:
            raise AnnuleError

    with pytest.raises(AnnuleError):
        simuler_annee(source, source.hypothese, progress=stop)
    assert told[-1] == (20, 24)


def test_more_than_there_is_cannot_be_promised() -> None:
    source = annee()
    with pytest.raises(HypotheseError, match="110"):
        simuler_annee(source, supposer_taux(source.hypothese, "AL", 7000), progress=sans_progres)


@pytest.mark.parametrize("motif", list(Motif))
def test_every_motive_has_its_sentence(motif: Motif) -> None:
    decision = Decision(unite(1), "AL", motif, 12345, 1, 2345, ())
    assert phrase_du_motif(decision).endswith("(dû 1,23, servi 1, retard 0,23).")
    ahead = replace(decision, retard=-5000, refusants=("E/P", "V"))
    assert "avance 0,50), après 2\u00a0refus." in phrase_du_motif(ahead)


# --- what is read ---------------------------------------------------------------------------


def offrir(uow: MemoireUow, logement: int, jour: date, vers: str) -> tuple[int, HorlogeFixe]:
    clock = HorlogeFixe(datetime(jour.year, jour.month, jour.day, 9, tzinfo=UTC))
    vacancy = conge(uow, logement)
    offer = orienter_vacance(
        DemandeOrientation(vacance_id=vacancy, destinataire=vers, derogation="Accord du maire"),
        uow=uow,
        horloge=clock,
        territoires=TERRITOIRES,
    )
    return offer.id, clock


def test_a_year_of_the_base_is_read_with_its_refusals_and_its_past() -> None:
    uow = monde()
    offrir(uow, 1, date(2026, 3, 4), "bailleur")
    old, _ = offrir(uow, 2, date(2026, 3, 5), str(ACTION_LOGEMENT))
    refused, _ = offrir(uow, 3, date(2027, 2, 1), str(ACTION_LOGEMENT))
    offrir(uow, 6, date(2027, 3, 1), "bailleur")
    for offer in (old, refused):
        enregistrer_issue(
            offer, IssueOrientation.REFUSEE, jour=date(2027, 2, 20), motif="hors cible", uow=uow
        )
    withdrawn, _ = offrir(uow, 4, date(2027, 3, 2), str(ACTION_LOGEMENT))
    enregistrer_issue(
        withdrawn, IssueOrientation.RETIREE, jour=date(2027, 3, 4), motif="vente", uow=uow
    )
    base = BaseMemoire(uow)

    assert annees_jouables(uow=uow) == (2027, 2026)
    source = lire_annee(2027, base=base, territoires=TERRITOIRES)  # type: ignore[arg-type] # rows only

    assert [a.unite.commune for a in source.arrivees] == ["2A004", "2B033", "2A004"]
    assert source.arrivees[0].refus == frozenset({str(ACTION_LOGEMENT)})
    assert source.arrivees[2].refus == frozenset()  # the landlord's doing is nobody's refusal
    assert len(source.ouverture) == 5  # the refusal of this year for a dwelling of the last
    assert source.adresses[source.arrivees[0].unite.cle] == "3 RUE FESCH, AJACCIO"
    assert [lieu.nom for lieu in source.lieux] == ["à Ajaccio", "à Bastia"]
    assert source.noms["2A004"] == "Ajaccio"
    assert uow.validations == lire_validations(uow)
    found = simuler_annee(source, source.hypothese, progress=sans_progres)
    assert found.fait.detenteurs == {source.arrivees[1].unite.cle: BAILLEUR}


def lire_validations(uow: MemoireUow) -> int:
    """Reading a year again writes nothing."""
    before = uow.validations
    lire_annee(2026, base=BaseMemoire(uow), territoires=TERRITOIRES)  # type: ignore[arg-type] # rows only
    assert uow.validations == before
    return before


def test_a_commune_out_of_the_cog_keeps_its_code() -> None:
    uow = monde()
    offrir(uow, 1, date(2026, 3, 4), "bailleur")

    class SansCog:
        def commune(self, code: str) -> None: ...
        def communes(self) -> tuple[()]:
            return ()

    source = lire_annee(2026, base=BaseMemoire(uow), territoires=SansCog())  # type: ignore[arg-type] # rows only
    assert source.lieux[0].nom == "dans la commune 2A004"
    assert source.noms == {}


CONVENTIONS = "reservataire;taux\nAction Logement;20\nÉtat;30"
FLUX = (
    "id;date;commune;epci;departement;qpv;typologie;financement;periode;soustrait;refus\n"
    "L1;2026-01-05;2A004;E;2A;oui;T3;PLAI;2000;;\n"
    "L2;2026-02-05;2A004;E;2A;non;T2;PLUS;2000;;État\n"
    "L3;2026-02-06;2B033;E;2B;non;T2;PLUS;2000;;"
)


def tables(conventions: str, flux: str) -> object:
    texts = {"C.csv": conventions, "F.csv": flux}

    def lire(chemin: Path, attendues: Sequence[str]) -> FichierLu:
        head, *rows = (line.split(";") for line in texts[chemin.name].splitlines())
        return FichierLu(
            nom=chemin.name,
            format="csv",
            encodage="utf-8",
            colonnes=head,
            lignes=[
                LigneLue(n, dict(zip(head, row, strict=True))) for n, row in enumerate(rows, 2)
            ],
        )

    return lire


def test_files_are_compared_with_their_own_conventions() -> None:
    source = lire_fichiers(Path("C.csv"), Path("F.csv"), lire=tables(CONVENTIONS, FLUX))  # type: ignore[arg-type] # the same shape
    assert source.titre == "C.csv et F.csv"
    assert (source.debut, source.reelle) == (date(2026, 1, 5), False)
    assert [lieu.nom for lieu in source.lieux] == ["dans la commune 2A004"]
    signed = source.hypothese
    same = simuler_annee(source, signed, progress=sans_progres)
    assert same.deplaces == ()
    assert same.fait.courbes == same.simule.courbes
    cle = next(c.cle for c in signed if c.nom == "Action Logement")
    other = simuler_annee(source, supposer_taux(signed, cle, 0), progress=sans_progres)
    assert cle not in other.simule.detenteurs.values()


def test_a_stream_without_dwellings_says_so() -> None:
    head = FLUX.splitlines()[0]
    with pytest.raises(FluxVideError, match=r"F\.csv"):
        lire_fichiers(Path("C.csv"), Path("F.csv"), lire=tables(CONVENTIONS, head))  # type: ignore[arg-type] # the same shape
