"""Candidates typed by hand: checked, ranked, removed; and forgotten once kept long enough."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.candidat import Candidat
from fluxdesk.domain.candidat_saisi import (
    PIECES,
    CandidatIncorrectError,
    dossier_dit,
    dossiers_complets,
    ecrire_pieces,
    lire_pieces,
)
from fluxdesk.domain.conservation import Conservation
from fluxdesk.domain.erreurs import IntrouvableError
from fluxdesk.domain.ordre_etapes import EtapeFutureError
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.services.annuler_action import annulables
from fluxdesk.services.deduire_quartile import RessourcesDites
from fluxdesk.services.enregistrer_issue import enregistrer_issue
from fluxdesk.services.purger_candidats import Purge, durees_gardees, purger_candidats
from fluxdesk.services.tenir_candidats import (
    RETIRER,
    OffreSansCandidatError,
    classer_candidats,
    inscrire_candidat,
    remettre_candidat,
    retirer_candidat,
)
from tests.services.monde import (
    AJACCIO,
    HORLOGE,
    TERRITOIRES,
    conge,
    monde,
    orienter,
    poser_seuils,
)
from tests.services.vies import annuler_le_dernier

if TYPE_CHECKING:
    from tests.services.memoire import MemoireUow

DURAND = Candidat(orientation_id=1, numero_unique="111 0318 016982 g1104", nom=" DURAND  Ana ")
MORI = Candidat(orientation_id=1, numero_unique="2A0022599999912345", nom="MORI")


@pytest.fixture
def uow() -> MemoireUow:
    made = monde()
    orienter(made, conge(made, 1), "2", "choix")
    return made


def inscrire(uow: MemoireUow, candidat: Candidat) -> tuple[int, tuple[str, ...]]:
    return inscrire_candidat(candidat, uow=uow, horloge=HORLOGE)


def retirer(uow: MemoireUow, ident: int) -> None:
    retirer_candidat(1, ident, motif="à sa demande", uow=uow, horloge=HORLOGE)


def noms(uow: MemoireUow) -> list[tuple[int, str]]:
    with uow:
        return [(c.rang, c.nom) for c in uow.candidats.de_l_orientation(1)]


def test_a_candidate_is_added_last_with_the_day_and_the_number_put_right(uow: MemoireUow) -> None:
    assert inscrire(uow, DURAND) == (1, ())
    inscrire(uow, MORI)
    with uow:
        first, second = uow.candidats.de_l_orientation(1)
    assert (first.nom, first.numero_unique) == ("DURAND Ana", "1110318016982G1104")
    assert first.recu == HORLOGE.aujourd_hui()
    assert (second.rang, second.nom) == (2, "MORI")


def test_a_doubtful_number_is_kept_and_said(uow: MemoireUow) -> None:
    _, doubts = inscrire(uow, replace(MORI, numero_unique="ABCDEFGHIJKLMNOPQR"))
    assert doubts == ("n’a pas la forme habituelle d’un numéro unique.",)


def test_a_candidate_is_mended_where_it_stands(uow: MemoireUow) -> None:
    inscrire(uow, DURAND)
    ident, _ = inscrire(uow, MORI)
    inscrire(uow, replace(MORI, id=ident, nom="MORI Paul", personnes=4, rang=9))
    assert noms(uow) == [(1, "DURAND Ana"), (2, "MORI Paul")]


@pytest.mark.parametrize(
    ("faute", "dit"),
    [
        ({"nom": "  "}, "nom du candidat manque"),
        ({"nom": "x" * 121}, "dépasse 120"),
        ({"personnes": 0}, "pas plausible"),
        ({"quartile": 5}, "1, 2, 3 ou 4"),
    ],
)
def test_what_cannot_be_kept_is_refused_in_a_sentence(
    uow: MemoireUow, faute: dict[str, object], dit: str
) -> None:
    with pytest.raises(CandidatIncorrectError, match=dit):
        inscrire(uow, replace(DURAND, **faute))  # type: ignore[arg-type] # one field of any type
    assert noms(uow) == []


def test_the_same_demand_is_not_entered_twice_on_one_offer(uow: MemoireUow) -> None:
    inscrire(uow, DURAND)
    with pytest.raises(CandidatIncorrectError, match="déjà candidat"):
        inscrire(uow, DURAND)


def test_a_closed_offer_takes_nobody(uow: MemoireUow) -> None:
    enregistrer_issue(1, IssueOrientation.REFUSEE, jour=date(2026, 3, 4), uow=uow)
    with pytest.raises(OffreSansCandidatError, match="close"):
        inscrire(uow, DURAND)


def test_ranks_follow_the_order_given_and_close_up_after_a_removal(uow: MemoireUow) -> None:
    first, _ = inscrire(uow, DURAND)
    second, _ = inscrire(uow, MORI)
    classer_candidats(1, [second, first], uow=uow)
    assert noms(uow) == [(1, "MORI"), (2, "DURAND Ana")]
    retirer(uow, second)
    assert noms(uow) == [(1, "DURAND Ana")]
    third, _ = inscrire(uow, replace(MORI, numero_unique="2A0022599999912346"))
    retirer(uow, third)
    assert noms(uow) == [(1, "DURAND Ana")]
    with pytest.raises(IntrouvableError, match="Le candidat"):
        retirer(uow, second)


def test_an_order_that_forgets_somebody_is_refused(uow: MemoireUow) -> None:
    first, _ = inscrire(uow, DURAND)
    inscrire(uow, MORI)
    with pytest.raises(CandidatIncorrectError, match="chaque candidat une fois"):
        classer_candidats(1, [first], uow=uow)


def test_the_journal_never_says_who(uow: MemoireUow) -> None:
    ident, _ = inscrire(uow, DURAND)
    retirer(uow, ident)
    with uow:
        told = [repr(entree) for entree in uow.journal.toutes()]
    assert not [line for line in told if "DURAND" in line or "G1104" in line]
    assert "candidat de rang 1 retiré" in told[-1]


def test_missing_pieces_come_from_a_closed_list() -> None:
    text = ecrire_pieces([PIECES[2], PIECES[0], "diagnostic médical"])
    assert lire_pieces(text) == (PIECES[0], PIECES[2])
    assert lire_pieces("") == ()
    assert dossier_dit(replace(DURAND, pieces_manquantes=text)).startswith("incomplet : pièce")
    assert [dossier_dit(replace(DURAND, dossier_complet=c)) for c in (True, False, None)] == [
        "complet",
        "incomplet",
        "à vérifier",
    ]


def test_files_are_complete_when_each_is_and_there_is_one() -> None:
    whole = replace(DURAND, dossier_complet=True)
    assert dossiers_complets([whole])
    assert not dossiers_complets([])
    assert not dossiers_complets([whole, MORI])
    assert not dossiers_complets([replace(whole, pieces_manquantes=PIECES[1])])


def test_candidates_of_a_closed_offer_are_purged_after_their_months(uow: MemoireUow) -> None:
    inscrire(uow, DURAND)
    inscrire(uow, MORI)
    assert purger_candidats(date(2030, 1, 1), essai=False, uow=uow) == Purge(candidats=0, offres=0)
    enregistrer_issue(1, IssueOrientation.REFUSEE, jour=date(2026, 3, 4), uow=uow)
    assert purger_candidats(date(2026, 9, 3), essai=False, uow=uow).candidats == 0
    assert purger_candidats(date(2026, 9, 4), essai=True, uow=uow) == Purge(candidats=2, offres=1)
    assert len(noms(uow)) == 2
    assert purger_candidats(date(2026, 9, 4), essai=False, uow=uow).candidats == 2
    assert noms(uow) == []


def test_those_of_a_lease_stay_their_own_time(uow: MemoireUow) -> None:
    inscrire(uow, DURAND)
    enregistrer_issue(1, IssueOrientation.ATTRIBUEE, jour=date(2026, 3, 10), uow=uow)
    enregistrer_issue(1, IssueOrientation.BAIL_SIGNE, jour=date(2026, 3, 20), uow=uow)
    short = Conservation(locataires=2)
    assert purger_candidats(date(2026, 5, 19), essai=True, uow=uow, durees=short).candidats == 0
    assert purger_candidats(date(2026, 5, 20), essai=True, uow=uow, durees=short).candidats == 1


def test_un_candidat_retire_ne_compte_plus_et_revient_a_son_rang(uow: MemoireUow) -> None:
    first, _ = inscrire(uow, DURAND)
    inscrire(uow, MORI)
    retirer(uow, first)
    with uow:
        (aside,) = uow.candidats.retires(1)
    assert (aside.nom, aside.retire) == ("DURAND Ana", HORLOGE.aujourd_hui())
    with pytest.raises(CandidatIncorrectError, match="parmi les candidats retirés"):
        inscrire(uow, DURAND)
    remettre_candidat(first, uow=uow)
    assert noms(uow) == [(1, "DURAND Ana"), (2, "MORI")]
    with pytest.raises(CandidatIncorrectError, match="n’est pas retiré"):
        remettre_candidat(first, uow=uow)
    retirer(uow, first)
    annuler_le_dernier(uow)
    assert noms(uow) == [(1, "DURAND Ana"), (2, "MORI")]


def test_un_candidat_ne_revient_pas_a_cote_de_sa_propre_demande(uow: MemoireUow) -> None:
    first, _ = inscrire(uow, DURAND)
    retirer(uow, first)
    with uow:  # as an older base may hold it
        uow.candidats.enregistrer(replace(DURAND, numero_unique="1110318016982G1104"))
        uow.valider()
    with pytest.raises(CandidatIncorrectError, match="déjà candidat"):
        remettre_candidat(first, uow=uow)


def test_la_purge_efface_les_retires_et_leur_retrait_ne_s_annule_plus(uow: MemoireUow) -> None:
    first, _ = inscrire(uow, DURAND)
    inscrire(uow, MORI)
    retirer(uow, first)
    made = purger_candidats(HORLOGE.aujourd_hui(), essai=False, uow=uow)
    assert made == Purge(candidats=1, offres=1, retires=1)
    with uow:
        assert uow.candidats.retires(1) == ()
        assert "dont 1\u00a0retiré" in list(uow.journal.toutes())[-1].libelle
        assert RETIRER not in [e.action for e in annulables(uow.journal.toutes())]
    assert noms(uow) == [(1, "MORI")]


def test_les_durees_choisies_sont_gardees_et_leur_choix_s_annule(uow: MemoireUow) -> None:
    day = HORLOGE.aujourd_hui()
    purger_candidats(day, essai=True, uow=uow, durees=Conservation(autres=3))
    purger_candidats(day, essai=False, uow=uow, durees=Conservation(autres=4))
    with uow:
        assert durees_gardees(uow=uow) == Conservation(id=1, autres=4)
    purger_candidats(day, essai=False, uow=uow, durees=Conservation(autres=5))
    purger_candidats(day, essai=False, uow=uow)
    annuler_le_dernier(uow)
    with uow:
        assert durees_gardees(uow=uow) == Conservation(id=1, autres=4)


def test_le_premier_candidat_note_l_etape_dans_le_meme_acte(uow: MemoireUow) -> None:
    inscrire_candidat(DURAND, uow=uow, horloge=HORLOGE, recus=HORLOGE.aujourd_hui())
    with uow:
        assert uow.orientations.lire(1).suivi.candidats_recus == HORLOGE.aujourd_hui()
    with pytest.raises(EtapeFutureError):
        inscrire_candidat(MORI, uow=uow, horloge=HORLOGE, recus=date(2026, 3, 9))
    assert noms(uow) == [(1, "DURAND Ana")]  # nothing half done


def dire(uow: MemoireUow, candidat: Candidat, par_uc: str) -> tuple[int | None, tuple[str, ...]]:
    """Type the candidate with an income; the quartile that is kept, and what was said."""
    told = RessourcesDites(par_uc=par_uc, territoires=TERRITOIRES)
    ident, doubts = inscrire_candidat(candidat, uow=uow, horloge=HORLOGE, ressources=told)
    with uow:
        known = uow.candidats.de_l_orientation(1)
        assert "7321" not in repr((list(uow.journal.toutes()), known))
        return next(c.quartile for c in known if c.id == ident), doubts


def test_the_income_typed_tells_the_first_quartile_and_is_not_kept(uow: MemoireUow) -> None:
    poser_seuils(uow, {AJACCIO.epci: "8800"})
    assert dire(uow, MORI, " ") == (None, ())
    first, said = dire(uow, DURAND, "7321")
    assert first == 1
    assert "premier quartile" in said[0]
    assert dire(uow, replace(MORI, id=1, quartile=2), "7321")[0] == 2


def test_a_dwelling_of_an_unknown_commune_goes_by_its_own_epci(uow: MemoireUow) -> None:
    poser_seuils(uow, {AJACCIO.epci: "8800"})
    with uow:
        lot = uow.lots.ouvrir("essai.csv", "essai", "utf-8")
        uow.logements.modifier([replace(uow.logements.lire(1), commune="2A999")], lot)
        uow.valider()
    assert dire(uow, MORI, "7321")[0] == 1
