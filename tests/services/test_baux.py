"""Leases: signed, undone, listed, examined, and told on the page Aujourd'hui."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, cast

import pytest

from fluxdesk.adapters.sheets.rpls_reader import lire_patrimoine
from fluxdesk.domain.erreurs import IntrouvableError
from fluxdesk.domain.examen_occupation import AvisOccupation, EtatBail, RegleExamen
from fluxdesk.domain.logement import EtatLogement
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.provenance import Origine, Provenance
from fluxdesk.domain.reservataire import Categorie
from fluxdesk.domain.vacance import Qualification
from fluxdesk.services.annuler_action import annulables, annuler_action
from fluxdesk.services.annuler_import import annuler_import
from fluxdesk.services.consulter_logement import consulter_logement
from fluxdesk.services.enregistrer_issue import enregistrer_issue
from fluxdesk.services.importer_patrimoine import importer_patrimoine
from fluxdesk.services.lister_baux import (
    DemandeBaux,
    compter_a_examiner,
    lister_baux,
    tableau_baux,
)
from fluxdesk.services.noter_examen import (
    NOTE_MAX,
    ExamenRefuseError,
    RegleExamenFausseError,
    Seance,
    noter_examen,
    regler_examens,
)
from fluxdesk.services.tenir_bail import POSER, REPRENDRE
from tests.services.base_memoire import BaseMemoire
from tests.services.memoire import HorlogeFixe
from tests.services.monde import (
    AJACCIO,
    BASTIA,
    HORLOGE,
    JOUR,
    actions,
    conge,
    enregistrer,
    monde,
    orienter,
    saisie,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from fluxdesk.domain.territoire import Commune
    from fluxdesk.services.lister_baux import LectureBaux
    from fluxdesk.services.ports import Base
    from tests.services.memoire import MemoireUow

BAUX = {1: "2019-04", 2: "2023-05-02", 3: "2025-01", 4: "", 5: "2019-04-09", 6: "2019-04-09"}
MAINTIEN = AvisOccupation.MAINTIEN
TOUT = DemandeBaux()


class Zones:
    """A COG where Ajaccio is tense, Bastia is not, and a code is of no commune."""

    def commune(self, code: str) -> Commune | None:
        return {c.code: c for c in self.communes()}.get(code)

    def communes(self) -> Sequence[Commune]:
        return replace(AJACCIO, zone_abc="A"), replace(BASTIA, zone_abc="B2")


@pytest.fixture
def uow() -> MemoireUow:
    """Dwellings 1 to 5 in Ajaccio, 6 in Bastia, each with its lease; 5 went."""
    made = monde()
    with made:
        for ident, bail in BAUX.items():
            made.logements.noter_bail(ident, bail)
        gone = replace(made.logements.lire(5), etat=EtatLogement.SORTI)
        made.logements.modifier([gone], 1)
        made.valider()
    return made


def lire(uow: MemoireUow, demande: DemandeBaux = TOUT) -> LectureBaux:
    base = cast("Base", BaseMemoire(uow))
    return lister_baux(demande, base=base, horloge=HORLOGE, territoires=Zones())


def ids(lecture: LectureBaux) -> list[int]:
    return [line.row.id for line in lecture.lignes]


def signer(uow: MemoireUow, logement: int, jour: date = JOUR) -> int:
    """Let a dwelling; the number of the journal entry of its lease."""
    made = orienter(uow, conge(uow, logement))
    enregistrer_issue(made.id, IssueOrientation.ATTRIBUEE, jour=JOUR, uow=uow)
    enregistrer_issue(made.id, IssueOrientation.BAIL_SIGNE, jour=max(jour, JOUR), uow=uow)
    with uow:
        return max(e.numero for e in uow.journal.toutes() if e.action == "orientation.issue")


def bail(uow: MemoireUow, logement: int) -> tuple[str, list[Origine]]:
    with uow:
        origins = [p.origine for p in uow.provenances.du_logement(logement) if p.champ == "bail"]
        return uow.logements.lire(logement).bail, origins


def test_leases_of_tense_communes_are_listed_the_longest_waiting_first(uow: MemoireUow) -> None:
    read = lire(uow)
    assert ids(read) == [1, 2, 3, 4]
    assert [line.prochain.etat for line in read.lignes] == [
        EtatBail.A_EXAMINER, EtatBail.BIENTOT, EtatBail.A_JOUR, EtatBail.INCONNU,
    ]  # fmt: skip
    assert read.comptes == dict.fromkeys(EtatBail, 1)
    assert (read.trouves, read.baux, read.regle) == (4, 3, RegleExamen())
    only = lire(uow, DemandeBaux(etat=EtatBail.A_EXAMINER))
    assert (ids(only), only.trouves, only.comptes) == ([1], 1, read.comptes)
    found = lire(uow, DemandeBaux(texte="2 RUE", limite=1))
    assert (ids(found), found.trouves) == ([2], 1)


def test_a_convention_that_says_zone_tendue_makes_its_communes_count(uow: MemoireUow) -> None:
    made = saisie("Ville de Bastia", Categorie.COMMUNE, 500, zone="commune:2B033")
    enregistrer(replace(made, convention=replace(made.convention, zone_tendue=True)), uow)
    assert ids(lire(uow)) == [1, 6, 2, 3, 4]


def test_the_list_is_handed_out_with_the_reason_of_each_day(uow: MemoireUow) -> None:
    table = tableau_baux(lire(uow))
    assert len(table.titres) == len(table.lignes[0]) == 11
    assert table.lignes[0][6:10] == ("04/2019", "", "01/04/2022", "à examiner")
    assert "jour inconnu" in str(table.lignes[0][10])


def test_the_lease_of_a_tenant_who_left_is_not_examined(uow: MemoireUow) -> None:
    vacance = conge(uow, 1)  # the notice runs to 1 May: the tenant is still there
    assert 1 in ids(lire(uow))
    with uow:
        known = uow.vacances.lire(vacance)
        left = replace(known.suivi, liberation=JOUR)
        uow.vacances.enregistrer(replace(known, suivi=left))
        uow.valider()
    assert 1 not in ids(lire(uow))
    with uow:
        uow.logements.noter_bail(1, "2026-04")  # a later file tells of the next tenant
        uow.valider()
    assert 1 in ids(lire(uow))


def test_a_lease_signed_is_the_dwelling_s_at_once_and_its_undoing_gives_the_former_back(
    uow: MemoireUow,
) -> None:
    known = Provenance(
        logement_id=1, champ="bail", origine=Origine.SAISIE, detail="bail retrouvé",
        auteur="m.rossi", quand=HORLOGE.maintenant(),
    )  # fmt: skip
    with uow:
        uow.provenances.enregistrer([known])
        uow.valider()
    entry = signer(uow, 1)
    assert bail(uow, 1) == (JOUR.isoformat(), [Origine.BAIL])
    assert actions(uow)[-1] == POSER
    assert lire(uow).comptes[EtatBail.A_JOUR] == 2
    annuler_action(entry, motif="erreur", transaction=lambda: uow)
    assert bail(uow, 1) == ("2019-04", [Origine.SAISIE])
    assert REPRENDRE in actions(uow)
    with uow:
        assert list(uow.provenances.du_logement(1)) == [known]


def test_a_lease_known_to_be_later_is_left_by_an_older_signature(uow: MemoireUow) -> None:
    with uow:
        uow.logements.noter_bail(1, "2026-06")
        uow.valider()
    entry = signer(uow, 1)
    assert bail(uow, 1) == ("2026-06", [])
    annuler_action(entry, motif="erreur", transaction=lambda: uow)
    assert bail(uow, 1) == ("2026-06", [])


def test_a_lease_mended_since_is_left_by_the_undoing(uow: MemoireUow) -> None:
    entry = signer(uow, 4)
    with uow:
        uow.logements.noter_bail(4, "2026-03-09")
        uow.valider()
    annuler_action(entry, motif="erreur", transaction=lambda: uow)
    assert bail(uow, 4) == ("2026-03-09", [Origine.BAIL])


def test_undoing_an_import_leaves_a_lease_that_was_signed(uow: MemoireUow) -> None:
    with uow:
        lot = uow.lots.ouvrir("f.csv", "RPLS", "utf-8")
        uow.logements.modifier(
            [replace(uow.logements.lire(n), surface=50, bail="2020-01") for n in (1, 2)], lot
        )
        uow.valider()
    signer(uow, 1)
    annuler_import(lot, uow=uow, motif="erreur")
    assert (bail(uow, 1)[0], bail(uow, 2)[0]) == (JOUR.isoformat(), BAUX[2])


def test_a_file_brings_the_lease_of_the_next_tenant_and_no_older_one(
    uow: MemoireUow, tmp_path: Path
) -> None:
    signer(uow, 1)
    uow._horloge = HorlogeFixe(HORLOGE.instant + timedelta(days=900))
    path = tmp_path / "rpls.csv"
    for told, changed, kept in (
        ("01/2026", 0, JOUR.isoformat()),
        ("03/2026", 0, JOUR.isoformat()),
        ("06/2028", 1, "2028-06"),
    ):
        path.write_text(f"IDENT_INT;DEPCOM;BAIL\n1;2A004;{told}\n")
        made = importer_patrimoine(
            path, essai=False, uow=uow, lire=lire_patrimoine, territoires=Zones()
        )
        assert (made.modifiees, made.avertissements) == (changed, ())
        assert bail(uow, 1)[0] == kept
        fiche = consulter_logement(1, uow=uow, horloge=HORLOGE, territoires=Zones())
        (origin,) = (p for p in fiche.provenances if p.champ == "bail")
        assert origin.origine is (Origine.BAIL if not changed else Origine.RPLS)
    annuler_import(2, uow=uow, motif="erreur")
    assert bail(uow, 1)[0] == JOUR.isoformat()


def test_a_seance_examines_many_and_is_undone_as_one(uow: MemoireUow) -> None:
    seance = Seance(logements=(1, 2, 1), jour=JOUR, avis=MAINTIEN, note=" Vu. ")
    made = noter_examen(seance, uow=uow, horloge=HORLOGE, motif="séance")
    assert [(e.logement_id, e.note) for e in made] == [(1, "Vu."), (2, "Vu.")]
    read = lire(uow)
    assert read.comptes == {EtatBail.A_JOUR: 3, EtatBail.INCONNU: 1}
    assert next(line for line in read.lignes if line.row.id == 1).row.examen == JOUR
    with uow:
        entry = annulables(uow.journal.toutes())[-1]
    assert entry.libelle.replace("\u00a0", " ") == (
        "Examen d’occupation du 3 mars 2026 : 2 logements examinés, aucune des cinq situations"
    )
    annuler_action(entry.numero, motif="erreur", transaction=lambda: uow)
    assert lire(uow).comptes == dict.fromkeys(EtatBail, 1)


@pytest.mark.parametrize(
    ("seance", "phrase"),
    [
        (Seance(logements=(), jour=JOUR, avis=MAINTIEN), "Choisissez au moins un"),
        (Seance(logements=(1,), jour=date(2026, 3, 4), avis=MAINTIEN), "est à venir"),
        (Seance(logements=(3,), jour=date(2024, 1, 1), avis=MAINTIEN), "3 RUE FESCH commence"),
        (
            Seance(logements=(2, 3), jour=date(2019, 1, 1), avis=MAINTIEN),
            "2 RUE FESCH (et 1 autre) commence après cette date, le 02/05/2023",
        ),
        (Seance(logements=(1,), jour=JOUR, avis=MAINTIEN, note="x" * 501), str(NOTE_MAX)),
    ],
)
def test_an_examination_that_cannot_be_is_refused(
    uow: MemoireUow, seance: Seance, phrase: str
) -> None:
    with pytest.raises(ExamenRefuseError) as told:
        noter_examen(seance, uow=uow, horloge=HORLOGE)
    assert phrase in str(told.value).replace("\u00a0", " ")
    with pytest.raises(IntrouvableError):
        noter_examen(replace(seance, logements=(99,)), uow=uow, horloge=HORLOGE)


def test_the_rule_is_changed_with_its_source_and_undone(uow: MemoireUow) -> None:
    first = regler_examens(RegleExamen(zones=(), annees=2, source="Conseil du 3 mars"), uow=uow)
    assert (first.id, ids(lire(uow))) == (1, [1, 6, 2, 3, 4])
    again = regler_examens(RegleExamen(zones=("B2", "A"), source="Conseil"), uow=uow)
    assert (again.id, again.zones) == (1, ("A", "B2"))
    with uow:
        entry = annulables(uow.journal.toutes())[-1]
    annuler_action(entry.numero, motif="erreur", transaction=lambda: uow)
    assert lire(uow).regle == first


@pytest.mark.parametrize(
    ("regle", "phrase"),
    [
        (RegleExamen(annees=0), "de 1 à 10 ans"),
        (RegleExamen(zones=("Z",)), "A bis, A, B1, B2 et C"),
        (RegleExamen(source=" "), "Indiquez la source"),
    ],
)
def test_a_rule_that_cannot_be_is_refused(uow: MemoireUow, regle: RegleExamen, phrase: str) -> None:
    with pytest.raises(RegleExamenFausseError, match=phrase):
        regler_examens(regle, uow=uow)


def test_examinations_are_counted_for_the_agenda(uow: MemoireUow) -> None:
    base = cast("Base", BaseMemoire(uow))
    assert compter_a_examiner(JOUR, base=base, territoires=Zones()) == (1, 1)
    conge(uow, 2, Qualification.HORS_CHAMP)
    assert compter_a_examiner(date(2026, 5, 1), base=base, territoires=Zones()) == (1, 0)
