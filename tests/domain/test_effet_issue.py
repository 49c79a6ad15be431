"""The sentence on an answer says what the engine will do with it, clause by clause."""

from __future__ import annotations

from itertools import product

import pytest

from fluxdesk.domain.convention import Avenant, Convention
from fluxdesk.domain.effet_issue import Offre, effet_de_l_issue, mode_d_echec
from fluxdesk.domain.flux.parties import EvenementDecompte, ModeRefus, Zone
from fluxdesk.domain.orientation import IssueOrientation

MISE, CAL, BAIL = EvenementDecompte
EN_COURS, ATTRIBUEE = IssueOrientation.EN_COURS, IssueOrientation.ATTRIBUEE
SIGNE = IssueOrientation.BAIL_SIGNE
REFUSEE, SANS = IssueOrientation.REFUSEE, IssueOrientation.SANS_CANDIDAT


def convention(
    decompte: EvenementDecompte = BAIL,
    refus: ModeRefus = ModeRefus.NON_COMPTE,
    carence: ModeRefus = ModeRefus.NON_COMPTE_MIXITE,
) -> Convention:
    return Convention(
        reservataire_id=1,
        avenants=(Avenant(numero=0, dix_milliemes=2000),),
        assiette=Zone.partout(),
        territoire=Zone.partout(),
        evenement_decompte=decompte,
        refus=refus,
        carence=carence,
    )


def effet(
    issue: IssueOrientation,
    avant: IssueOrientation = EN_COURS,
    clauses: Convention | None = None,
    **autres: object,
) -> str:
    offer = Offre(
        nom="Action Logement",
        avant=avant,
        convention=clauses or convention(),
        **autres,  # type: ignore[arg-type]
    )
    return effet_de_l_issue(offer, issue)


def test_before_the_step_that_counts_the_clause_rules() -> None:
    clauses = convention(CAL)
    assert mode_d_echec(clauses, EN_COURS, REFUSEE) == (ModeRefus.NON_COMPTE, False)
    assert mode_d_echec(clauses, EN_COURS, SANS) == (ModeRefus.NON_COMPTE_MIXITE, False)


@pytest.mark.parametrize(
    ("decompte", "avant"), [(MISE, EN_COURS), (MISE, ATTRIBUEE), (CAL, ATTRIBUEE)]
)
def test_from_that_step_on_the_right_is_consumed(
    decompte: EvenementDecompte, avant: IssueOrientation
) -> None:
    for refus, issue in product(ModeRefus, (REFUSEE, SANS)):
        mode, reached = mode_d_echec(convention(decompte, refus, refus), avant, issue)
        assert reached
        turn = refus is ModeRefus.BAILLEUR_UN_TOUR
        assert mode is (ModeRefus.BAILLEUR_UN_TOUR if turn else ModeRefus.COMPTE)


@pytest.mark.parametrize(
    ("issue", "avant", "clauses", "phrase"),
    [
        (
            REFUSEE,
            EN_COURS,
            convention(),
            "Rendu\u00a0: le logement n’est pas décompté du droit d’Action Logement.",
        ),
        (
            SANS,
            EN_COURS,
            convention(),
            (
                "Rendu\u00a0: le logement n’est pas décompté du droit d’Action Logement, il reste "
                "compté comme proposition dans son équilibre."
            ),
        ),
        (
            REFUSEE,
            ATTRIBUEE,
            convention(CAL),
            (
                "Le droit d’Action Logement est consommé\u00a0: sa convention décompte à "
                "l’attribution en CAL."
            ),
        ),
        (
            SANS,
            EN_COURS,
            convention(carence=ModeRefus.COMPTE),
            (
                "Le droit d’Action Logement est consommé\u00a0: sa convention décompte "
                "l’absence de candidat."
            ),
        ),
        (
            REFUSEE,
            EN_COURS,
            convention(refus=ModeRefus.BAILLEUR_UN_TOUR),
            (
                "Le droit d’Action Logement est consommé\u00a0: sa convention décompte le refus. "
                "Le bailleur reprend le logement pour un tour."
            ),
        ),
        (
            ATTRIBUEE,
            EN_COURS,
            convention(BAIL),
            (
                "Le logement est engagé sur le droit d’Action Logement, qui ne sera consommé que "
                "plus tard\u00a0: sa convention décompte au bail signé."
            ),
        ),
        (
            ATTRIBUEE,
            EN_COURS,
            convention(CAL),
            (
                "Le droit d’Action Logement est consommé\u00a0: sa convention décompte à "
                "l’attribution en CAL."
            ),
        ),
        (
            SIGNE,
            ATTRIBUEE,
            convention(MISE),
            (
                "Le droit d’Action Logement était déjà consommé\u00a0: sa convention décompte à la "
                "mise à disposition."
            ),
        ),
    ],
)
def test_one_sentence_says_what_the_answer_does(
    issue: IssueOrientation, avant: IssueOrientation, clauses: Convention, phrase: str
) -> None:
    assert effet(issue, avant, clauses) == phrase


@pytest.mark.parametrize(
    ("issue", "autres", "fin"),
    [
        (ATTRIBUEE, 1, " 1\u00a0autre offre reste ouverte jusqu’au bail."),
        (ATTRIBUEE, 2, " 2\u00a0autres offres restent ouvertes jusqu’au bail."),
        (SIGNE, 1, " 1\u00a0autre offre sera close, sans rien coûter."),
        (SIGNE, 2, " 2\u00a0autres offres seront closes, sans rien coûter."),
        (REFUSEE, 1, " 1\u00a0autre offre reste ouverte."),
        (SANS, 3, " 3\u00a0autres offres restent ouvertes."),
    ],
)
def test_among_several_it_says_what_becomes_of_the_others(
    issue: IssueOrientation, autres: int, fin: str
) -> None:
    assert effet(issue, autres=autres).endswith(fin)


def test_a_no_while_another_holds_the_dwelling_waits() -> None:
    said = effet(REFUSEE, detenteur="Ville de Calvi", autres=1)
    assert said == (
        "Le logement est attribué à la Ville de Calvi\u00a0: cette réponse ne changera le compte "
        "d’Action Logement que si le logement revient. 1\u00a0autre offre reste ouverte."
    )
