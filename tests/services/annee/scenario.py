"""The scripted year, act by act, a line each; the figures it must give are in ``chiffres``.

Dwellings are named by their number (``parc``); the day is that of the act.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.convention import ModeOffre
from fluxdesk.domain.echec import CauseEchec
from fluxdesk.domain.flux.parties import BAILLEUR
from fluxdesk.domain.prevision import Prevision
from fluxdesk.domain.suivi_vacance import MotifHorsFlux
from fluxdesk.domain.vacance import CategorieSoustrait, CauseLiberation
from fluxdesk.services.noter_etape import EtapeOffre
from tests.services.annee.parc import AGENTS, AJACCIO, AL, DEP, PRIO, VILLE

if TYPE_CHECKING:
    from tests.services.annee.gestes_candidats import Officier

RU, COPRO = CategorieSoustrait.RENOUVELLEMENT_URBAIN, CategorieSoustrait.COPROPRIETE_DEGRADEE
INDIGNE, VENTE = CategorieSoustrait.HABITAT_INDIGNE, CategorieSoustrait.VENTE
MUTATION = CategorieSoustrait.MUTATION
CANNES = "Les Cannes"
DEROGATION = "Demande urgente du préfet"


def jouer_2026(a: Officier) -> None:
    ouvrir_la_base(a)
    janvier_mars(a)
    avril_mai(a)
    juin_aout(a)
    septembre(a)
    octobre_decembre(a)


def ouvrir_la_base(a: Officier) -> None:
    a.entrer_le_parc()
    a.signer_les_conventions()
    a.convenir_du_programme()
    a.prevoir(
        Prevision(annee=2026, categorie=RU, nombre=3, operation=CANNES, commune=AJACCIO),
        Prevision(annee=2026, categorie=MUTATION, nombre=2),
        Prevision(annee=2026, categorie=COPRO, nombre=1),
    )


def janvier_mars(a: Officier) -> None:
    a.le("2026-01-12").conge(1)
    a.le("2026-01-20").suivre(1)
    a.le("2026-01-21").envoyer(1)
    a.le("2026-01-23").conge(2, CauseLiberation.DECES)
    a.le("2026-02-02").offrir(2, PRIO)
    a.le("2026-02-03").candidat(1, "ROSSI")
    a.le("2026-02-03").candidat(1, "SANTONI")
    a.le("2026-02-03").noter(1, EtapeOffre.CANDIDATS)
    a.le("2026-02-10").attribuer(1)
    a.le("2026-02-10").echouer(2, CauseEchec.LOGEMENT_INADAPTE)
    a.le("2026-02-11").notifier(1)
    a.le("2026-02-12").offrir(2, VILLE)
    a.le("2026-02-17").candidat_suivant(1, CauseEchec.REFUS_SURFACE)
    a.le("2026-02-18").notifier(1)
    a.le("2026-02-24").accepter(1)
    a.le("2026-03-02").bail(1)
    a.le("2026-03-02").soustraire(17, RU, CANNES)
    a.le("2026-03-04").radier(1)
    a.le("2026-03-06").conge(3)
    a.le("2026-03-16").offrir(3, AGENTS)
    a.le("2026-03-20").reprendre(2)
    a.le("2026-03-27").attribuer(2)
    a.le("2026-03-27").echouer(3, CauseEchec.NON_ATTRIBUTION)
    a.le("2026-03-27").conge(4)
    a.le("2026-03-30").offrir(3, AL)


def avril_mai(a: Officier) -> None:
    a.le("2026-04-02").offrir(4, VILLE)
    a.le("2026-04-09").echouer(4, CauseEchec.RENONCE)
    a.le("2026-04-10").bail(2)
    a.le("2026-04-13").offrir(4, PRIO)
    a.le("2026-04-14").attribuer(3)
    a.le("2026-04-15").notifier(3)
    a.le("2026-04-24").echouer(3, CauseEchec.REFUS_LOYER)
    a.le("2026-04-24").attribuer(4)
    a.le("2026-04-27").offrir(3, BAILLEUR)
    a.le("2026-05-04").echouer(4, CauseEchec.DESISTEMENT)
    a.le("2026-05-05").soustraire(18, VENTE)
    a.le("2026-05-05").conge(5, CauseLiberation.EXPULSION)
    a.le("2026-05-06").offrir(4, AL)
    a.le("2026-05-11").offrir(5, AL)
    a.le("2026-05-12").annuler(5, "erreur de destinataire")
    a.le("2026-05-12").attribuer(3)
    a.le("2026-05-18").offrir(5, PRIO)
    a.le("2026-05-19").attribuer(4)
    a.le("2026-05-25").retirer(5, "dégât des eaux")
    a.le("2026-05-28").bail(3)


def juin_aout(a: Officier) -> None:
    a.le("2026-06-01").signer_un_avenant(2400)
    a.le("2026-06-05").bail(4)
    a.le("2026-06-05").conge(6)
    a.le("2026-06-08").offrir(6, DEP)
    a.le("2026-06-09").conge(7)
    a.le("2026-06-15").offrir(7, AL)
    a.le("2026-06-15").conge(8)
    a.le("2026-06-17").candidat(7, "FILIPPI", dalo=True)
    a.le("2026-06-22").attribuer(6)
    a.le("2026-06-22").offrir_a_plusieurs(8, AGENTS, AL, DEP)
    a.le("2026-06-26").echouer(8, CauseEchec.LOGEMENT_INADAPTE, AGENTS)
    a.le("2026-06-29").rendre(5)
    a.le("2026-07-01").offrir(5, VILLE)
    a.le("2026-07-01").attribuer(7)
    a.le("2026-07-03").imputer_dalo(7)
    a.le("2026-07-08").attribuer(8, AL)
    a.le("2026-07-10").bail(6)
    a.le("2026-07-15").attribuer(5)
    a.le("2026-07-20").bail(7)
    a.le("2026-07-24").bail(8, AL)
    a.le("2026-08-03").bail(5)


def septembre(a: Officier) -> None:
    a.le("2026-09-01").livrer()
    a.le("2026-09-01").soustraire(19, INDIGNE)
    a.le("2026-09-02").conge(9)
    for neuf in (14, 15, 16):
        a.le("2026-09-03").suivre(neuf)
    a.le("2026-09-07").offrir(9, PRIO, DEROGATION)
    for neuf in (14, 15, 16):
        a.le("2026-09-11").attribuer(neuf)
    a.le("2026-09-14").conge(10)
    a.le("2026-09-15").soustraire(23, RU, CANNES)
    a.le("2026-09-18").attribuer(9)
    a.le("2026-09-21").suivre(10)
    a.le("2026-09-24").candidat(10, "LECA", mutation=True)
    for neuf in (14, 15, 16):
        a.le("2026-09-25").bail(neuf)
    a.le("2026-09-28").conge(11)
    a.le("2026-09-30").bail(9)


def octobre_decembre(a: Officier) -> None:
    a.le("2026-10-02").attribuer(10)
    a.le("2026-10-05").offrir(11, AGENTS, mode=ModeOffre.ORDRE)
    a.le("2026-10-06").garder_en_stock(20, MotifHorsFlux.DEFENSE)
    a.le("2026-10-19").bail(10)
    a.le("2026-10-20").liberer_par_mutation(10, 21)
    a.le("2026-10-26").qualifier(21)
    a.le("2026-11-02").offrir(21, AL)
    a.le("2026-11-06").relancer(11)
    a.le("2026-11-10").candidat(21, "MATTEI", mutation=True)
    a.le("2026-11-16").attribuer(21)
    a.le("2026-12-01").bail(21)
    a.le("2026-12-02").liberer_par_mutation(21, 22, soustrait=True)
    a.le("2026-12-07").conge(12)
    a.le("2026-12-10").passer_au_suivant(11)
    a.le("2026-12-11").conge(13)
    a.le("2026-12-14").offrir(12, PRIO)
    a.le("2026-12-18").attribuer(11)
    a.le("2026-12-18").conge(24)
    a.le("2026-12-21").offrir(13, AL)
    a.le("2026-12-31").prevoir(
        Prevision(annee=2027, categorie=RU, nombre=2, operation=CANNES, commune=AJACCIO)
    )


def jouer_2027(a: Officier) -> None:
    a.le("2027-01-05").echouer(13, CauseEchec.REFUS_QUARTIER)
    a.le("2027-01-08").bail(11)
    a.le("2027-01-08").offrir(13, DEP)
    a.le("2027-01-12").attribuer(12)
    a.le("2027-01-18").offrir(24, VILLE)
    a.le("2027-01-20").attribuer(13)
    a.le("2027-02-01").bail(12)
    a.le("2027-02-10").bail(13)
