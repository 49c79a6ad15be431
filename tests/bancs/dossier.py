"""Measure the pack of 28 February: 5 000 lettings of a year, written for 30 recipients.

``python -m tests.bancs.dossier [DOSSIER]``; the goal is 30 seconds on one core (issue 5).
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from time import perf_counter, process_time
from typing import TYPE_CHECKING

from fluxdesk.adapters.pdf.bilan_pdf import ecrire_bilan_pdf
from fluxdesk.adapters.pdf.lettre_pdf import ecrire_lettre
from fluxdesk.adapters.sheets.bilan_csv import ecrire_bilan_csv
from fluxdesk.adapters.sheets.bilan_workbook import ecrire_bilan_xlsx
from fluxdesk.domain.convention import Avenant, Convention
from fluxdesk.domain.flux.evenements import Decompte, Presentation, Service
from fluxdesk.domain.flux.parties import EvenementDecompte, Zone
from fluxdesk.domain.logement import Adresse, Financement, Logement
from fluxdesk.domain.orientation import IssueOrientation, Orientation, numero_offre
from fluxdesk.domain.parties import cle_partie, unite_du_flux
from fluxdesk.domain.periode import annuelle
from fluxdesk.domain.reservataire import Categorie, Reservataire
from fluxdesk.domain.territoire import Commune
from fluxdesk.domain.vacance import CauseLiberation, Qualification, Vacance
from fluxdesk.services.editer_bilans import CommandeBilans, editer_bilans
from fluxdesk.services.etablir_bilan import CLE_PREFECTURE, etablir_ensemble
from fluxdesk.services.ports import sans_progres
from fluxdesk.services.verifier_bilan import verifier_bilan
from tests.services.bureaux import bureau
from tests.services.memoire import MemoireUow
from tests.services.monde import HORLOGE

if TYPE_CHECKING:
    from collections.abc import Sequence

ANNEE, LOGEMENTS, RESERVATAIRES, EPCIS, COMMUNES = 2026, 5000, 20, 8, 60
TYPES = ("T1", "T2", "T3", "T4", "T5")
FAMILLES = (Financement.PLAI, Financement.PLUS, Financement.PLS)


class Pays:
    """Sixty communes of eight EPCI."""

    def __init__(self) -> None:
        self._communes = {
            f"59{n:03d}": Commune(
                code=f"59{n:03d}",
                nom=f"Commune {n}",
                departement="59",
                epci=f"2000000{n % EPCIS:02d}",
                epci_nom=f"Communauté {n % EPCIS}",
            )
            for n in range(1, COMMUNES + 1)
        }

    def commune(self, code: str) -> Commune | None:
        return self._communes.get(code)

    def communes(self) -> Sequence[Commune]:
        return tuple(self._communes.values())


def remplir(uow: MemoireUow, pays: Pays, sort: Random) -> None:
    """A year of offers, one a dwelling, four out of five let."""
    communes = pays.communes()
    with uow:
        lot = uow.lots.ouvrir("banc.csv", "banc", "utf-8")
        uow.logements.ajouter(
            [_logement(n, sort.choice(communes), sort) for n in range(1, LOGEMENTS + 1)], lot
        )
        for rank in range(1, RESERVATAIRES + 1):
            ident = uow.reservataires.enregistrer(
                Reservataire(nom=f"Réservataire {rank}", categorie=Categorie.AUTRE)
            )
            uow.conventions.enregistrer(
                Convention(
                    reservataire_id=ident,
                    reference=f"C-{rank}",
                    avenants=(Avenant(numero=0, dix_milliemes=400),),
                    assiette=Zone.partout(),
                    territoire=Zone.partout(),
                )
            )
        for home in list(uow.logements.tous()):
            _placer(uow, pays, home, sort)
        uow.valider()


def _logement(rang: int, commune: Commune, sort: Random) -> Logement:
    return Logement(
        cle=f"interne:{rang}",
        id_interne=f"{rang:06d}",
        id_rpls=f"{rang:010d}",
        programme=f"Résidence {rang % 90}",
        adresse=Adresse(numero=str(rang % 80), voie="RUE DES LILAS", nom_commune=commune.nom),
        commune=commune.code,
        epci=commune.epci,
        departement=commune.departement,
        qpv=sort.random() < 0.3,
        typologie=sort.choice(TYPES),
        financement=sort.choice(FAMILLES),
        annee_construction=sort.randint(1930, 2022),
        surface=sort.randint(20, 110),
        loyer=sort.randint(20_000, 80_000),
        loyer_max=60_000,
    )


def _placer(uow: MemoireUow, pays: Pays, home: Logement, sort: Random) -> None:
    day = date(ANNEE, 1, 1) + timedelta(days=sort.randrange(300))
    vacancy = uow.vacances.enregistrer(
        Vacance(
            logement_id=home.id,
            date_conge=day,
            cause=CauseLiberation.CONGE,
            qualification=Qualification.FLUX,
        )
    )
    who = sort.choice([None, *range(1, RESERVATAIRES + 1)])
    let = sort.random() < 0.8
    offer = Orientation(
        numero=numero_offre(ANNEE, home.id),
        vacance_id=vacancy,
        jour=day,
        reservataire_id=who,
        issue=IssueOrientation.BAIL_SIGNE if let else IssueOrientation.EN_COURS,
        date_attribution=day + timedelta(days=20) if let else None,
        date_bail=day + timedelta(days=40) if let else None,
    )
    ident = uow.orientations.enregistrer(offer)
    stored = uow.vacances.lire(vacancy)
    unit = unite_du_flux(stored, home, commune=pays.commune(home.commune), jour=day)
    number = uow.evenements.prochain_numero()
    uow.evenements.ajouter(Presentation(number, unit))
    key = cle_partie(who)
    uow.evenements.ajouter(Service(number + 1, unit.cle, key), ident)
    if let:
        step = EvenementDecompte.BAIL_SIGNE
        uow.evenements.ajouter(Decompte(number + 2, unit.cle, key, step), ident)


@dataclass(frozen=True, slots=True)
class Mesure:
    """Files written, seconds by the clock and of processor; of one check list, of processor."""

    fichiers: int
    horloge: float
    processeur: float
    verification: float


def mesurer(dossier: Path) -> Mesure:
    """Write the pack of a year, then check the bilan of the Préfecture."""
    uow, pays = MemoireUow(horloge=HORLOGE), Pays()
    remplir(uow, pays, Random(5))  # noqa: S311 - a year made up
    desk = replace(
        bureau(uow),
        territoires=pays,
        ecrire_bilan_xlsx=ecrire_bilan_xlsx,
        ecrire_bilan_pdf=ecrire_bilan_pdf,
        ecrire_bilan_csv=ecrire_bilan_csv,
        ecrire_lettre=ecrire_lettre,
    )
    clock, processor = perf_counter(), process_time()
    written = editer_bilans(
        CommandeBilans(periode=ANNEE, dossier=dossier), bureau=desk, progress=sans_progres
    )
    seconds, spent = perf_counter() - clock, process_time() - processor
    made = etablir_ensemble(annuelle(ANNEE), uow=uow, territoires=pays)
    whole = made.bilan(made.destinataire(CLE_PREFECTURE))
    processor = process_time()
    verifier_bilan(whole, jour=date(ANNEE + 1, 2, 1), uow=uow, territoires=pays)
    return Mesure(len(written), seconds, spent, process_time() - processor)


def main(mots: Sequence[str]) -> None:
    """Print what was measured."""
    with tempfile.TemporaryDirectory() as scratch:
        found = mesurer(Path(mots[0]) if mots else Path(scratch))
    sys.stdout.write(
        f"{LOGEMENTS} lettings, {found.fichiers // 4} recipients, {found.fichiers} files: "
        f"{found.horloge:.1f} s by the clock, {found.processeur:.1f} s of processor; "
        f"one check list {found.verification * 1000:.0f} ms\n"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
