"""Objectives set with their source, measured on real offers, told for a dwelling to offer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.candidat import Candidat, EtatCandidat
from fluxdesk.domain.flux.parties import BAILLEUR
from fluxdesk.domain.objectif import Certitude, NatureObjectif, Objectif
from fluxdesk.domain.objectif_mesure import Etat, Mesure
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.referentiel import GenreReferentiel, TableReferentiel
from fluxdesk.domain.reservataire import Categorie, Reservataire
from fluxdesk.services.annuler_action import annuler_action
from fluxdesk.services.eclairer_objectifs import dire_mesure, eclairer_objectifs
from fluxdesk.services.enregistrer_issue import enregistrer_issue
from fluxdesk.services.fixer_objectifs import (
    ObjectifFauxError,
    RienAProposerError,
    TrajectoireIllisibleError,
    fixer_objectif,
    lire_trajectoire,
    proposer_objectifs,
    reprendre_objectifs,
    retirer_objectif,
)
from fluxdesk.services.lister_objectifs import lister_objectifs
from fluxdesk.services.mesurer_objectifs import mesurer_objectifs
from tests.services.monde import (
    ACTION_LOGEMENT,
    AJACCIO,
    HORLOGE,
    JOUR,
    TERRITOIRES,
    conge,
    enregistrer,
    monde,
    orienter,
    saisie,
)

if TYPE_CHECKING:
    from fluxdesk.services.mesurer_objectifs import TableauObjectifs
    from tests.services.memoire import MemoireUow

Q1 = Objectif(
    annee=2026,
    nature=NatureObjectif.Q1_HORS_QPV,
    cible=2500,
    epci=AJACCIO.epci,
    source="CIA du Pays ajaccien",
)


@pytest.fixture
def uow() -> MemoireUow:
    return monde()


def lire(uow: MemoireUow, annee: int = 0) -> TableauObjectifs:
    return mesurer_objectifs(annee, uow=uow, horloge=HORLOGE, territoires=TERRITOIRES)


def louer(uow: MemoireUow, logement: int, vers: str, *candidats: Candidat) -> int:
    """Let a dwelling through to the lease; the id of its offer."""
    offer = orienter(uow, conge(uow, logement), vers, "essai")
    with uow:
        for one in candidats:
            uow.candidats.enregistrer(replace(one, orientation_id=offer.id))
        uow.valider()
    enregistrer_issue(offer.id, IssueOrientation.ATTRIBUEE, jour=JOUR, uow=uow)
    enregistrer_issue(offer.id, IssueOrientation.BAIL_SIGNE, jour=JOUR, uow=uow)
    return offer.id


def menage(rang: int = 1, etat: EtatCandidat = EtatCandidat.LOCATAIRE) -> Candidat:
    return Candidat(
        orientation_id=0, numero_unique=f"{rang:018d}", nom="", rang=rang, etat=etat, quartile=1
    )


def test_leases_are_measured_on_the_tenant_or_on_who_the_cal_kept(uow: MemoireUow) -> None:
    fixer_objectif(Q1, uow=uow)
    louer(
        uow, 1, str(ACTION_LOGEMENT),
        replace(menage(1, EtatCandidat.RETENU), quartile=4, relogement=False), menage(2),
    )  # fmt: skip
    louer(uow, 2, str(ACTION_LOGEMENT), menage(1, EtatCandidat.RETENU))
    louer(uow, 3, BAILLEUR, menage(1, EtatCandidat.NON_RETENU))
    louer(uow, 6, BAILLEUR, menage())  # another EPCI
    orienter(uow, conge(uow, 4))
    (line,) = lire(uow).lignes
    assert line.mesure == Mesure(oui=2, inconnus=1)
    assert line.mesure.etat(line.cible) is Etat.ATTEINT
    assert [p.annee for p in line.pas] == [2026]
    assert line.seuil is None


def test_the_right_charged_says_whose_attribution_it_is(uow: MemoireUow) -> None:
    objective = Objectif(
        annee=2026, nature=NatureObjectif.PRIORITAIRES, cible=2500, partie="1", source="L441-1"
    )
    fixer_objectif(objective, uow=uow)
    ident = louer(uow, 1, str(ACTION_LOGEMENT), replace(menage(), dalo=True))
    assert lire(uow).lignes[0].mesure.total == 0
    with uow:
        offer = uow.orientations.lire(ident)
        charged = replace(offer, suivi=replace(offer.suivi, impute="1/prioritaires"))
        uow.orientations.enregistrer(charged)
        uow.valider()
    assert lire(uow).lignes[0].mesure == Mesure(oui=1)


def test_the_years_of_a_path_are_measured_one_by_one(uow: MemoireUow) -> None:
    fixer_objectif(
        replace(Q1, annee=2025, trajectoire=((2025, 1000), (2027, 2500)), fin=2028), uow=uow
    )
    louer(uow, 1, BAILLEUR, menage())
    read = lire(uow)
    assert [(p.annee, p.cible, p.mesure.oui) for p in read.lignes[0].pas] == [
        (2025, 1000, 0),
        (2026, 1000, 1),
        (2027, 2500, 0),
        (2028, 2500, 0),
    ]
    assert read.annees == (2028, 2026, 2025)
    assert lire(uow, 2029).lignes == ()


def test_the_threshold_of_the_first_quartile_is_that_of_its_day(uow: MemoireUow) -> None:
    fixer_objectif(Q1, uow=uow)
    with uow:
        uow.referentiels.enregistrer(
            TableReferentiel(
                genre=GenreReferentiel.QUARTILE,
                effet=date(2026, 1, 1),
                source="arrêté",
                lignes={AJACCIO.epci: {"seuil": "10200"}},
            )
        )
        uow.valider()
    assert lire(uow).lignes[0].seuil == Decimal(10200)


def test_the_texts_are_proposed_with_their_source_and_their_doubt(uow: MemoireUow) -> None:
    with uow:
        uow.reservataires.enregistrer(Reservataire(nom="Région", categorie=Categorie.REGION))
        uow.valider()
    enregistrer(saisie("CAF", Categorie.AUTRE, 100), uow)
    seen = proposer_objectifs(2026, (AJACCIO.epci,), uow=uow)
    assert lire(uow).lignes == ()
    told = {(o.nature, o.epci, o.partie): o for o in seen}
    assert told[NatureObjectif.Q1_HORS_QPV, AJACCIO.epci, ""].cible == 2500
    assert told[NatureObjectif.NON_Q1_QPV, AJACCIO.epci, ""].cible == 5000
    state = told[NatureObjectif.PRIORITAIRES, "", "1"]
    assert (state.cible, state.sauf, state.certitude) == (
        10_000,
        ("1/agents",),
        Certitude.MEMOIRE,
    )
    parties = {party for nature, _, party in told if nature is NatureObjectif.PRIORITAIRES}
    assert parties == {BAILLEUR, "1", "2", "3"}
    assert all(o.source for o in seen)
    made = reprendre_objectifs(2026, (AJACCIO.epci,), uow=uow)
    assert len(made) == len(seen)
    with pytest.raises(RienAProposerError):
        reprendre_objectifs(2027, (AJACCIO.epci,), uow=uow)
    with uow:
        last = max(e.numero for e in uow.journal.toutes())
    annuler_action(last, motif="non concerné", transaction=lambda: uow)
    assert lire(uow).lignes == ()


@pytest.mark.parametrize(
    ("faux", "dit"),
    [
        (replace(Q1, cible=10_001), "de 0 à 100"),
        (replace(Q1, annee=26), "comme 2026"),
        (replace(Q1, fin=2020), "précède la première"),
        (replace(Q1, trajectoire=((2026, 1), (2026, 2))), "deux cibles"),
        (replace(Q1, nature=NatureObjectif.LIBRE), "Nommez"),
        (replace(Q1, source=" "), "source"),
    ],
)
def test_a_target_that_cannot_be_is_refused(uow: MemoireUow, faux: Objectif, dit: str) -> None:
    with pytest.raises(ObjectifFauxError, match=dit):
        fixer_objectif(faux, uow=uow)


def test_a_target_is_changed_and_removed(uow: MemoireUow) -> None:
    made = fixer_objectif(Q1, uow=uow)
    fixer_objectif(replace(made, cible=3000), uow=uow, motif="CIL du 4 mars")
    assert lire(uow).lignes[0].cible == 3000
    retirer_objectif(made.id, uow=uow)
    assert lire(uow).lignes == ()


def test_a_dwelling_to_offer_is_told_what_it_could_do(uow: MemoireUow) -> None:
    fixer_objectif(Q1, uow=uow)
    fixer_objectif(replace(Q1, nature=NatureObjectif.NON_Q1_QPV), uow=uow)
    fixer_objectif(replace(Q1, nature=NatureObjectif.PRIORITAIRES, partie="1", epci=""), uow=uow)
    louer(uow, 1, BAILLEUR)
    vacance = conge(uow, 2)
    seen = eclairer_objectifs(vacance, uow=uow, horloge=HORLOGE, territoires=TERRITOIRES)
    second, first = seen
    assert first.oui.replace("\u00a0", " ") == (
        "Un bail hors QPV avec un ménage du 1er quartile ou relogé : 1 sur 2 (50,0 %), "
        "1 non renseigné"
    )
    assert first.non.replace("\u00a0", " ").startswith("Avec un autre ménage : 0 sur 2 (0,0 %)")
    assert first.etat is Etat.INCERTAIN
    assert second.titre.endswith("État")
    assert second.oui.startswith("Une attribution à un ménage prioritaire")
    only = eclairer_objectifs(
        vacance, str(ACTION_LOGEMENT), uow=uow, horloge=HORLOGE, territoires=TERRITOIRES
    )
    assert only == (first,)
    away = eclairer_objectifs(conge(uow, 6), "2", uow=uow, horloge=HORLOGE, territoires=TERRITOIRES)
    assert away == ()


def test_the_year_is_a_table_for_the_cil(uow: MemoireUow) -> None:
    fixer_objectif(replace(Q1, trajectoire=((2026, 2000), (2027, 2250))), uow=uow)
    free = Objectif(
        annee=2026,
        nature=NatureObjectif.LIBRE,
        cible=1000,
        libelle="Mutations",
        partie="2",
        source="CUS",
    )
    fixer_objectif(free, uow=uow)
    louer(uow, 1, str(ACTION_LOGEMENT), menage())
    louer(uow, 2, str(ACTION_LOGEMENT))
    table = lister_objectifs(lire(uow))
    assert all(len(row) == len(table.titres) for row in table.lignes)
    mine = [row for row in table.lignes if row[2] == AJACCIO.epci]
    assert [row[0] for row in mine] == [2026, 2027]
    assert mine[0][8:13] == (1, 0, 1, 2, 0)
    assert mine[0][13:17] == ("50,0\u00a0%", "100,0\u00a0%", "20\u00a0%", "atteint")
    assert mine[1][13:17] == ("", "", "22,5\u00a0%", "rien à mesurer")
    (other,) = (row for row in table.lignes if row[4] == "Mutations")
    assert other[1:4] == ("tout le patrimoine", "", "Action Logement")


@pytest.mark.parametrize(
    ("texte", "lue"),
    [
        (" ", ()),
        ("2026 : 20 % ; 2027 : 22,5 %", ((2026, 2000), (2027, 2250))),
        ("2026:20 %;", ((2026, 2000),)),
    ],
)
def test_a_path_is_read(texte: str, lue: tuple[tuple[int, int], ...]) -> None:
    assert lire_trajectoire(texte) == lue


@pytest.mark.parametrize("texte", ["26 : 20 %", "2026", "an : 20 %", "2026 :"])
def test_what_is_no_path_is_refused(texte: str) -> None:
    with pytest.raises(TrajectoireIllisibleError, match="points-virgules"):
        lire_trajectoire(texte)


def test_nothing_done_is_told_as_nothing() -> None:
    assert dire_mesure(Mesure()) == "rien à ce jour"
    assert dire_mesure(Mesure(oui=1, inconnus=2)).endswith("2 non renseignés")
