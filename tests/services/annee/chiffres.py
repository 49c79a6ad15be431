"""The figures of the scripted year, computed by hand from ``scenario`` and moteur.md §2, §4.

A right is opened when a dwelling is first offered (§4, step 1), at the rates of that day, and
again when a consumed right (R1) leaves the dwelling to be offered. In order, with the parties
that hold the dwelling on 31 December 2026 between brackets, and what each failure cost:

 no  dwelling  day     where    rates É / AL / Ville / HC   who was served
  1  1         20/01   Ajaccio  30 / 20 / 10 / –            [AL]
  2  2         02/02   Ajaccio                              É refuses (R0m), [Ville] carence (R2:
                                                            consumed), landlord uncounted
  3  3         16/03   Ajaccio                              É-agents: CAL says no (R0); candidate of
                                                            AL refuses (R0m); [landlord]
  4  4         02/04   Ajaccio                              [Ville] refuses (R1: consumed)
  5  4 again   02/04   Ajaccio                              [É-prio] desists after the CAL, its step
                                                            that counts (consumed, R1)
  6  4 again   02/04   Ajaccio                              [AL]
  7  5         18/05   Ajaccio                              (AL cancelled 12/05: never was),
                                                            É-prio withdrawn (R0), [Ville]
  -- 1 June: AL 20 % -> 24 %
  8  6         08/06   Bastia   30 / 24 / – / 10            [HC]
  9  7         15/06   Bastia                               AL asked, charged to [É-prio] (DALO)
 10  8         22/06   Bastia                               É-agents refuses (R0m), [AL], HC is out
 11  14 (new)  03/09   Ajaccio  –  / –  / 10 / –            É-prio, charged to the [landlord]
 12  15 (new)  03/09   Ajaccio                              [Ville], whose convention counts the new
 13  16 (new)  03/09   Ajaccio                              [landlord]
 14  9         07/09   Ajaccio  30 / 24 / 10 / –            [É-prio] (override)
 15  10        21/09   Ajaccio                              [landlord]
 16  11        05/10   Ajaccio                              É-agents carence (R0m), [landlord]
 17  21        02/11   Bastia   30 / 24 / – / 10            [AL]
 18  12        14/12   Ajaccio  30 / 24 / 10 / –            [É-prio]
 19  13        21/12   Bastia   30 / 24 / – / 10            [AL], refused 05/01/2027 (R0m), then HC
 20  24        18/01/2027 Ajaccio 30 / 24 / 10 / –          [Ville]

The new programme is mixed: the Ville alone counts first lettings in the flux, so that the three
dwellings open its due and nobody else's, the landlord's the rest (3 x 0.90), and the one that the
État was agreed, which counts it apart, is served on the landlord's account.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TypeAlias

from tests.services.annee.parc import AGENTS, AL, DEP, PRIO, VILLE

Comptes: TypeAlias = dict[str, tuple[Fraction, int]]  # due and served, by party key
Quatre: TypeAlias = tuple[int, int, int, int]  # proposed, attributed, let, without issue


def cent(numerateur: int) -> Fraction:
    return Fraction(numerateur, 100)


# 19 rights by 31 December 2026: 7 before June; 14 in Ajaccio (1-7, 11-16, 18), 5 in Bastia. Three
# are new (11-13): the Ville's due opens on 14, that of the État and of AL on the 16 others.
FIN_2026: Comptes = {
    "1": (cent(480), 4),  # 16 x 0.30; served 5, 9, 14, 18
    PRIO: (cent(400), 4),  # 16 x 0.25
    AGENTS: (cent(80), 0),  # 16 x 0.05; its three offers all came back
    AL: (cent(456), 5),  # carried in 1.00 + 7 x 0.20 + 9 x 0.24; served 1, 6, 10, 17, 19
    VILLE: (cent(140), 4),  # 14 x 0.10; served 2, 4, 7, 12
    DEP: (cent(50), 1),  # 5 x 0.10; served 8
    "bailleur": (cent(774), 5),  # 19 - 4.80 - 4.56 - 1.40 - 0.50; served 3, 11, 13, 15, 16
}
# At midsummer 10 rights; 7 is withdrawn and 10 offered to three, so that 2 are not served yet.
FIN_JUIN_2026: Comptes = {
    "1": (cent(300), 2),  # 10 x 0.30; served 5, 9
    PRIO: (cent(250), 2),  # 10 x 0.25
    AGENTS: (cent(50), 0),  # 10 x 0.05
    AL: (cent(312), 2),  # 1.00 + 7 x 0.20 + 3 x 0.24; served 1, 6
    VILLE: (cent(70), 2),  # 7 x 0.10; served 2, 4
    DEP: (cent(30), 1),  # 3 x 0.10; served 8
    "bailleur": (cent(288), 1),  # 10 - 3.00 - 3.12 - 0.70 - 0.30; served 3
}
# The year 2027 alone: right 20, AL gives 17 back, HC takes it.
ANNEE_2027: Comptes = {
    "1": (cent(30), 0),
    PRIO: (cent(25), 0),
    AGENTS: (cent(5), 0),
    AL: (cent(24), -1),
    VILLE: (cent(10), 1),
    DEP: (cent(0), 1),
    "bailleur": (cent(36), 0),  # 1 - 0.30 - 0.24 - 0.10
}
FIN_2027: Comptes = {  # the sum of both, party by party
    "1": (cent(510), 4),
    PRIO: (cent(425), 4),
    AGENTS: (cent(85), 0),
    AL: (cent(480), 4),
    VILLE: (cent(150), 5),
    DEP: (cent(50), 2),
    "bailleur": (cent(810), 5),
}
# What is carried from 2026 into 2027: due less served.
REPORT_2027 = {
    "1": cent(80),  # 4.80 - 4
    PRIO: cent(0),
    AGENTS: cent(80),
    AL: cent(-44),
    VILLE: cent(-260),
    DEP: cent(-50),
    "bailleur": cent(274),
}
LIBERATIONS_2026 = 17  # 19 rights less the two opened again for dwelling 4
LIBERATIONS_2027 = 1

# Offers of each dwelling in 2026: proposed, attributed, let, without issue. 14 and 16 are new and
# counted apart: proposed like any other, though the landlord alone is served for them. The offer
# of 5 to AL was cancelled; 11 is let in January, 12 attributed then.
PAR_LOGEMENT: dict[int, Quatre] = {
    1: (1, 1, 1, 0),  # AL
    2: (3, 1, 1, 2),  # prio no, Ville no, landlord
    3: (3, 2, 1, 2),  # agents no, AL chosen by the CAL then no, landlord
    4: (3, 2, 1, 2),  # Ville no, prio chosen then no, AL
    5: (2, 1, 1, 1),  # prio withdrawn, Ville
    6: (1, 1, 1, 0),  # HC
    7: (1, 1, 1, 0),  # prio (charged)
    8: (3, 1, 1, 2),  # agents no, AL, HC dismissed
    9: (1, 1, 1, 0),  # prio
    10: (1, 1, 1, 0),  # landlord
    11: (2, 1, 0, 1),  # agents no, landlord
    12: (1, 0, 0, 0),  # prio
    13: (1, 0, 0, 1),  # AL, failed in January: without issue in the year it was offered
    14: (1, 1, 1, 0),  # prio
    15: (1, 1, 1, 0),  # Ville
    16: (1, 1, 1, 0),  # landlord
    21: (1, 1, 1, 0),  # AL
}
TOTAL_2026: Quatre = (27, 17, 14, 11)
TOTAL_2026_VU_LE_4_JANVIER: Quatre = (27, 17, 14, 10)  # 13 is not refused yet

PAR_PARTIE_2026: dict[tuple[str, str], Quatre] = {
    ("État", "prioritaires"): (7, 4, 3, 3),  # 2 4 5 7 9 12 14; CAL 4 7 9 14; let 7 9 14
    ("État", "agents"): (3, 0, 0, 3),  # 3 8 11
    ("Action Logement", ""): (6, 5, 4, 2),  # 1 3 4 8 21 13; CAL 1 3 4 8 21; let 1 4 8 21
    ("Ville d’Ajaccio", ""): (4, 2, 2, 2),  # 2 4 5 15; CAL and let 5 15
    ("Haute-Corse", ""): (2, 1, 1, 1),  # 6 8
    ("Bailleur (non réservé)", ""): (5, 5, 4, 0),  # 2 3 10 11 16; let 2 3 10 16
}
PAR_PARTIE_2027: dict[tuple[str, str], Quatre] = {
    ("État", "prioritaires"): (0, 1, 1, 0),  # 12
    ("État", "agents"): (0, 0, 0, 0),
    ("Action Logement", ""): (0, 0, 0, 0),
    ("Ville d’Ajaccio", ""): (1, 0, 0, 0),  # 24
    ("Haute-Corse", ""): (1, 1, 1, 0),  # 13
    ("Bailleur (non réservé)", ""): (0, 0, 1, 0),  # 11
}
TOTAL_2027: Quatre = (2, 2, 3, 0)

# The six axes of R441-5-1: sums of PAR_LOGEMENT over the dwellings named.
AXES_2026: dict[str, dict[str, Quatre]] = {
    "reservataire": {
        "Action Logement": (6, 5, 4, 2),
        "Bailleur (non réservé)": (5, 5, 4, 0),
        "État": (10, 4, 3, 6),  # 7 + 3, 4 + 0, 3 + 0, 3 + 3
        "Haute-Corse": (2, 1, 1, 1),
        "Ville d’Ajaccio": (4, 2, 2, 2),
    },
    "typologie": {
        "T1": (2, 1, 1, 1),  # 5
        "T2": (8, 3, 3, 4),  # 2 8 15 12: 3 + 3 + 1 + 1
        "T3": (11, 8, 6, 4),  # 1 4 6 9 11 21 13 14: 1 + 3 + 1 + 1 + 2 + 1 + 1 + 1
        "T4": (5, 4, 3, 2),  # 3 7 16
        "T5": (1, 1, 1, 0),  # 10
    },
    "financement": {
        "PLAI": (8, 5, 4, 4),  # 2 4 7 15
        "PLS": (4, 3, 2, 2),  # 3 10
        "PLUS": (15, 9, 8, 5),  # 1 5 6 8 9 11 21 12 13 14 16
    },
    "qpv": {
        "hors QPV": (18, 12, 11, 6),
        "QPV": (9, 5, 3, 5),  # 2 4 7 11: 3 + 3 + 1 + 2
    },
    "commune": {
        "Ajaccio (2A004)": (20, 13, 10, 8),
        "Bastia (2B033)": (7, 4, 4, 3),  # 6 7 8 21 13: 1 + 1 + 3 + 1 + 1
    },
    "periode": {
        "avant 1949": (2, 1, 1, 1),  # 5
        "1949-1974": (9, 5, 3, 5),  # 2 4 7 11
        "1975-1989": (3, 2, 2, 1),  # 6 21 13
        "1990-1999": (3, 2, 2, 0),  # 1 9 12
        "2000-2009": (4, 3, 2, 2),  # 3 10
        "2010 et après": (6, 4, 4, 2),  # 8 14 15 16
    },
}
