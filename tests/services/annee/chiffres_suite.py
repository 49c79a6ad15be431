"""The rest of the figures computed by hand: causes, dwellings taken out, new ones, the ledger."""

from __future__ import annotations

from fluxdesk.domain.echec import CauseEchec
from fluxdesk.domain.vacance import CategorieSoustrait
from tests.services.annee.parc import AGENTS, AL, DEP, PRIO, VILLE

B = "bailleur"

# The eleven offers of 2026 without issue, by cause (owner: pratique.md §4).
CAUSES_2026 = {
    (CauseEchec.LOGEMENT_INADAPTE.value, "réservataire"): 2,  # 2 prio, 8 agents
    (CauseEchec.RENONCE.value, "réservataire"): 1,  # 4 Ville
    (CauseEchec.AUCUN_CANDIDAT.value, "réservataire"): 2,  # 2 Ville, 11 agents
    (CauseEchec.REFUS_LOYER.value, "candidat"): 1,  # 3 AL
    (CauseEchec.REFUS_QUARTIER.value, "candidat"): 1,  # 13 AL, in January
    (CauseEchec.DESISTEMENT.value, "candidat"): 1,  # 4 prio
    (CauseEchec.NON_ATTRIBUTION.value, "CAL"): 1,  # 3 agents
    (CauseEchec.TRAVAUX.value, "bailleur"): 1,  # 5 prio
    ("attribué à un autre réservataire", "bailleur"): 1,  # 8 HC
}

# Taken out in 2026, by the day of the congé: foreseen, done, gap (done less foreseen).
SOUSTRAITS_2026 = {
    CategorieSoustrait.MUTATION: (2, 1, -1),  # 22, left by the household of 21
    CategorieSoustrait.RENOUVELLEMENT_URBAIN: (3, 2, -1),  # 17 and 23
    CategorieSoustrait.COPROPRIETE_DEGRADEE: (1, 0, -1),
    CategorieSoustrait.HABITAT_INDIGNE: (0, 1, 1),  # 19
    CategorieSoustrait.VENTE: (0, 1, 1),  # 18
    None: (6, 5, -1),
}

# Offers of new dwellings: counted apart, in the flux, and relettings; proposed, attributed, let.
CIRCUITS_2026 = {
    PRIO: ((1, 1, 1), (0, 0, 0), (6, 3, 2)),  # 14 apart; 7 is charged to it
    AGENTS: ((0, 0, 0), (0, 0, 0), (3, 0, 0)),
    AL: ((0, 0, 0), (0, 0, 0), (6, 5, 4)),
    VILLE: ((0, 0, 0), (1, 1, 1), (3, 1, 1)),  # 15 in its flux: 4, 2, 2 in all
    DEP: ((0, 0, 0), (0, 0, 0), (2, 1, 1)),
    B: ((1, 1, 1), (0, 0, 0), (4, 4, 3)),  # 16 apart
}

# Dwellings held or let on offers of 2026, first lettings included, and how many are PLAI.
EQUITE_2026 = {
    "1": (4, 1),  # 7 9 12 14; PLAI 7, charged to it
    AL: (4, 1),  # 1 4 8 21; PLAI 4
    VILLE: (2, 1),  # 5 15; PLAI 15
    DEP: (1, 0),  # 6
    B: (5, 1),  # 2 3 10 11 16; PLAI 2
}

# The events that stand at the end, in order, by dwelling: P opens the right, S serves, C and L are
# the CAL and the lease, R a refusal with its owner, X a carence.
EVENEMENTS = {
    1: f"S {AL}, C {AL}, L {AL}",
    2: f"S {PRIO}, R {PRIO} réservataire, S {VILLE}, X {VILLE}, S {B}, C {B}, L {B}",
    3: f"S {AGENTS}, R {AGENTS} CAL, S {AL}, C {AL}, R {AL} candidat, S {B}, C {B}, L {B}",
    4: (
        f"S {VILLE}, R {VILLE} réservataire, S {PRIO}, C {PRIO}, "
        f"R {PRIO} candidat, S {AL}, C {AL}, L {AL}"
    ),
    5: f"S {PRIO}, R {PRIO} bailleur, S {VILLE}, C {VILLE}, L {VILLE}",
    6: f"S {DEP}, C {DEP}, L {DEP}",
    7: f"S {PRIO}, C {PRIO}, L {PRIO}",
    8: f"S {AGENTS}, R {AGENTS} réservataire, S {AL}, C {AL}, L {AL}",
    9: f"S {PRIO}, C {PRIO}, L {PRIO}",
    10: f"S {B}, C {B}, L {B}",
    11: f"S {AGENTS}, X {AGENTS}, S {B}, C {B}, L {B}",
    12: f"S {PRIO}, C {PRIO}, L {PRIO}",
    13: f"S {AL}, R {AL} candidat, S {DEP}, C {DEP}, L {DEP}",
    14: f"S {PRIO}, C {PRIO}, L {PRIO}",  # on the landlord's account
    15: f"S {VILLE}, C {VILLE}, L {VILLE}",
    16: f"S {B}, C {B}, L {B}",
    21: f"S {AL}, C {AL}, L {AL}",
    24: f"S {VILLE}",
}
# Cancellations: the offer of 5 to AL (arrival and service), and the charge of 7 to AL (service
# and CAL) moved to the État.
ANNULATIONS = 4
