"""The demonstration: the whole of the trade on a base that nobody's tenants are in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

import click

from fluxdesk.cli.usage import CHEMIN, Commande, OptionsError
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.typographie import accorde
from fluxdesk.domain.vacance import Etape
from fluxdesk.services.editer_bilans import CommandeBilans, editer_bilans
from fluxdesk.services.editer_lettre import editer_lettre, nom_de_lettre
from fluxdesk.services.etablir_bilan import CLE_PREFECTURE, destinataires
from fluxdesk.services.lire_courriers import lecture_de
from fluxdesk.services.orienter_vacance import DemandeOrientation, orienter_vacance
from fluxdesk.services.suggerer_orientation import suggerer_orientation
from fluxdesk.services.verifier_base import verifier_base

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from fluxdesk.cli.session import Session
    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.services.ports import Bureau, Progress
    from fluxdesk.services.suggerer_orientation import Proposition

FICHIER = "demonstration.fluxdesk"
_DEMI_ANNEE = timedelta(days=183)


class DemonstrationFausseError(FluxDeskError):
    """The base just built does not pass its own checks."""

    def __init__(self, anomalies: tuple[str, ...]) -> None:
        super().__init__("La base de démonstration n’est pas saine. " + " ".join(anomalies))


@dataclass(frozen=True, slots=True, kw_only=True)
class Demonstration:
    """What ``fluxdesk demo`` made and where it lies."""

    base: Path
    logements: int
    vacances: int
    offre: Orientation
    destinataire: str
    pourquoi: str
    lettre: Path
    annee: int
    bilans: tuple[Path, ...]
    anomalies: tuple[str, ...] = ()


@click.command("demo", cls=Commande)
@click.option("--sortie", type=CHEMIN, metavar="DOSSIER", help="Dossier où tout écrire.")
@click.option("--fenetre", is_flag=True, help="Ouvrir la base de démonstration dans la fenêtre.")
@click.pass_obj
def demo(session: Session, sortie: Path | None, *, fenetre: bool) -> int:
    """Construire la base de démonstration, et y faire une orientation, sa lettre, les bilans."""
    if fenetre == (sortie is not None):
        message = "Choisissez : --sortie DOSSIER pour tout écrire, ou --fenetre pour l’explorer."
        raise OptionsError(message)
    if sortie is None:
        return session.outils.ouvrir_fenetre(None, demonstration=True)
    sortie.mkdir(parents=True, exist_ok=True)
    atelier = session.outils.charger_atelier()
    bureau = atelier.demonstration(sortie / FICHIER, session.sortie.progres)
    try:
        made = derouler(bureau, sortie, session.sortie.progres)
    finally:
        bureau.base.fermer()
    session.sortie.rendre(made, _texte(made))
    return 0


def derouler(bureau: Bureau, dossier: Path, progress: Progress) -> Demonstration:
    """One orientation, its letter, two bilans, then the checks: an officer's morning."""
    shown, offre = _orienter(bureau)
    lettre = editer_lettre(
        offre.id,
        dossier / nom_de_lettre(offre, shown.destinataire_nom),
        lecture=lecture_de(bureau),
        ecrire=bureau.ecrire_lettre,
        jour=bureau.horloge.aujourd_hui(),
    )
    annee = annee_du_bilan(bureau.horloge.aujourd_hui())
    bilans = _bilans(bureau, annee, dossier, progress)
    found = verifier_base(base=bureau.base)
    if found:
        raise DemonstrationFausseError(found)
    etat = bureau.base.lectures.etat()
    return Demonstration(
        base=bureau.base.chemin,
        logements=etat.logements,
        vacances=etat.vacances,
        offre=offre,
        destinataire=shown.destinataire_nom,
        pourquoi=shown.texte,
        lettre=lettre,
        annee=annee,
        bilans=bilans,
    )


def annee_du_bilan(jour: date) -> int:
    """The year that most of the last twelve months belong to."""
    return (jour - _DEMI_ANNEE).year


def _orienter(bureau: Bureau) -> tuple[Proposition, Orientation]:
    """Follow the first suggestion that names a réservataire; the landlord is sent no letter."""
    rows = bureau.base.lectures.vacances(bureau.horloge.aujourd_hui())
    for row in rows:
        if row.etape is not Etape.A_ORIENTER:
            continue
        shown = suggerer_orientation(
            row.id,
            uow=bureau.base.transaction(),
            horloge=bureau.horloge,
            territoires=bureau.territoires,
        )
        if shown.echeance is not None:
            break
    else:
        raise DemonstrationFausseError(("Aucune vacance ne revient à un réservataire.",))
    made = orienter_vacance(
        DemandeOrientation(vacance_id=shown.vacance.id),
        uow=bureau.base.transaction(),
        horloge=bureau.horloge,
        territoires=bureau.territoires,
    )
    return shown, made


def _bilans(bureau: Bureau, annee: int, dossier: Path, progress: Progress) -> tuple[Path, ...]:
    """For the Préfecture, and for the réservataire that was offered most."""
    known = destinataires(annee, uow=bureau.base.transaction(), territoires=bureau.territoires)
    most = max((d for d in known if d.reservataire_id is not None), key=lambda d: d.proposes)
    return editer_bilans(
        CommandeBilans(periode=annee, dossier=dossier, destinataires=(CLE_PREFECTURE, most.cle)),
        bureau=bureau,
        progress=progress,
    )


def _texte(faite: Demonstration) -> str:
    held = f"{accorde(faite.logements, 'logement')}, {accorde(faite.vacances, 'vacance')}"
    return "\n".join(
        (
            f"Base de démonstration : {faite.base}",
            f"  {held}, un an d’activité ; bailleur et conventions fictifs.",
            "  Source : SDES, RPLS au 1er janvier 2018.",
            f"Offre n° {faite.offre.numero} : {faite.destinataire}",
            *(f"  {line}" for line in faite.pourquoi.splitlines()),
            f"Lettre : {faite.lettre}",
            f"Bilans {faite.annee} :",
            *(f"  {path}" for path in faite.bilans),
            "La base a été vérifiée : fichier, journal et registre du flux sont sains.",
        )
    )
