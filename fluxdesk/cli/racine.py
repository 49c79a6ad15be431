"""``fluxdesk`` on the command line: the same use cases as the window.

The result of a command goes to stdout, as French text or, with ``--json`` (before or after
the command), as exactly one JSON document whose values ``fluxdesk.cli.valeurs`` describes.
Progress and every other sentence go to stderr. A refusal with ``--json`` is the document
``{"erreur": sentence, "code": exit code, "journal": log file or null}``, with ``"refus"``, the list
of the cells at fault, where tables were read.

Exit codes: 0 done, 1 refused with a sentence, 2 the command line is not understood, 70 a fault
of the program (told in the log file), 130 stopped by Ctrl+C.
"""

from __future__ import annotations

import errno
import logging
from contextlib import redirect_stdout
from typing import TYPE_CHECKING

import click

import fluxdesk
from fluxdesk.cli.bases import nouveau, verifier
from fluxdesk.cli.baux import baux
from fluxdesk.cli.bilans import bilan, bilans
from fluxdesk.cli.candidats import candidats
from fluxdesk.cli.conventions import convention
from fluxdesk.cli.courriers import courriers
from fluxdesk.cli.demo import demo
from fluxdesk.cli.echues import carence, echue, prolonger, reprise
from fluxdesk.cli.equite import equite
from fluxdesk.cli.etats import etat_des_lieux, garanties
from fluxdesk.cli.imports import conventions, patrimoine, vacances
from fluxdesk.cli.neuf import neuf
from fluxdesk.cli.objectifs import objectifs
from fluxdesk.cli.offres import issue, orienter
from fluxdesk.cli.orientations import lettre, suggerer
from fluxdesk.cli.qualite import qualite
from fluxdesk.cli.referentiels import referentiels
from fluxdesk.cli.regles import regles
from fluxdesk.cli.rejeu import rejouer
from fluxdesk.cli.reprises import historique, stock
from fluxdesk.cli.session import Session
from fluxdesk.cli.sortie import Sortie
from fluxdesk.cli.soustraits import soustraits
from fluxdesk.cli.suivi import candidat_suivant, continu, etape, etapes, imputer, rappels
from fluxdesk.cli.tableaux import importer, profils
from fluxdesk.cli.usage import CHEMIN, AideDemandee, Groupe, OptionsError, phrase_usage
from fluxdesk.cli.vacances import (
    preavis,
    qualifier,
    retour,
    retrait,
    suites,
    titulaire,
    travaux,
)
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.flux.erreurs import FluxError
from fluxdesk.domain.scenario import ScenarioRefuseError
from fluxdesk.domain.typographie import typographier
from fluxdesk.services.ports import AnnuleError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from typing import TextIO

    from fluxdesk.cli.session import Outils

REFUSE, USAGE, FAUTE, INTERROMPU = 1, 2, 70, 130

log = logging.getLogger(__name__)


@click.group("fluxdesk", cls=Groupe, invoke_without_command=True)
@click.option("--base", type=CHEMIN, metavar="FICHIER", help="Base sur laquelle travailler.")
@click.option("--self-test", "auto_test", is_flag=True, help="Vérifier que le programme marche.")
@click.option("--version", is_flag=True, help="Dire la version du programme.")
@click.pass_context
def racine(contexte: click.Context, base: Path | None, *, auto_test: bool, version: bool) -> int:
    """FluxDesk : gestion en flux des réservations de logements sociaux.

    Sans commande, ouvre la fenêtre.
    """
    session = contexte.ensure_object(Session)
    session.base = base
    if contexte.invoked_subcommand is not None:
        if auto_test or version:
            message = "--self-test et --version s’emploient seuls, sans commande."
            raise OptionsError(message)
        return 0
    if version:
        number = fluxdesk.__version__
        session.sortie.rendre({"version": number}, f"FluxDesk {number}")
        return 0
    if auto_test:
        checked = session.outils.auto_test()
        session.sortie.rendre({"reussi": True, "verifie": checked}, "\n".join(checked))
        return 0
    return session.outils.ouvrir_fenetre(base, demonstration=False)


for _commande in (
    demo, nouveau, importer, profils, patrimoine, conventions, convention, stock, qualite, regles,
    vacances, historique, suggerer, orienter, candidats, issue, lettre, courriers, bilan, bilans,
    referentiels, rejouer, soustraits, objectifs, equite, neuf, etat_des_lieux, garanties, baux,
    verifier,
    etapes, etape, rappels, candidat_suivant, imputer, continu,
    qualifier, preavis, travaux, retrait, retour, titulaire, suites,
    prolonger, echue, carence, reprise,
):  # fmt: skip
    racine.add_command(_commande)


def executer(mots: Sequence[str], outils: Outils, *, resultat: TextIO, paroles: TextIO) -> int:
    """Run one command line; the exit code. Nothing is raised, no trace is shown."""
    sortie = Sortie(resultat, paroles, json="--json" in mots)
    session = Session(outils, sortie)
    try:
        with redirect_stdout(paroles):  # whatever a library prints is no result
            code = racine.main([*mots], prog_name="fluxdesk", standalone_mode=False, obj=session)
    except AideDemandee as asked:
        sortie.rendre({"aide": str(asked)}, str(asked))
        return 0
    except (click.UsageError, FluxDeskError, FluxError, OSError) as error:
        return _refus(error, session)
    except (KeyboardInterrupt, click.Abort, AnnuleError):
        return sortie.refuser("Interrompu : rien n’est resté à moitié fait.", INTERROMPU)
    except Exception:
        log.exception("command line failed")
        return _faute(session)
    return int(code or 0)


# What the officer can mend of a file or a disk; any other error of the system is a fault.
_DISQUE = {
    errno.ENOENT: "n’existe pas",
    errno.EACCES: "est protégé : vérifiez vos droits",
    errno.EPERM: "est protégé : vérifiez vos droits",
    errno.EROFS: "est sur un disque protégé contre l’écriture",
    errno.EEXIST: "existe déjà",
    errno.EISDIR: "est un dossier, il faut un fichier",
    errno.ENOTDIR: "n’est pas un dossier",
    errno.ENOSPC: "ne tient plus sur le disque, qui est plein",
    errno.ENAMETOOLONG: "a un nom trop long",
}


def _refus(error: Exception, session: Session) -> int:
    match error:
        case click.UsageError():
            return session.sortie.refuser(phrase_usage(error), USAGE)
        case ScenarioRefuseError():
            return session.sortie.refuser(str(error), REFUSE, refus=error.problemes)
        case OSError():
            log.warning("refused by the system", exc_info=error)
            return _disque(error, session)
        case _:
            return session.sortie.refuser(typographier(str(error)), REFUSE)


def _disque(error: OSError, session: Session) -> int:
    known = _DISQUE.get(error.errno or 0)
    if known is None or error.filename is None:
        return _faute(session)
    return session.sortie.refuser(typographier(f"« {error.filename} » {known}."), REFUSE)


def _faute(session: Session) -> int:
    """Name the log file that tells of the error."""
    path = session.outils.journaux
    return session.sortie.refuser(
        "FluxDesk a rencontré une erreur de programme. Le détail est dans le fichier "
        f"« {path} » : joignez-le à votre signalement.",
        FAUTE,
        path,
    )
