"""Commands on leases: which are to be examined, and what a séance said of some."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from typing_extensions import override

from fluxdesk.cli.usage import CHEMIN, DATE, TEXTE, Groupe, Obligatoire
from fluxdesk.domain.bail import dire_bail
from fluxdesk.domain.dates import en_chiffres
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.examen_occupation import AvisOccupation, EtatBail
from fluxdesk.domain.typographie import accorde, typographier
from fluxdesk.services.lister_baux import DemandeBaux, lister_baux, tableau_baux
from fluxdesk.services.noter_examen import Seance, noter_examen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from fluxdesk.cli.session import Session
    from fluxdesk.services.lister_baux import LectureBaux, LigneBail

ETATS = {state.name.lower().replace("_", "-"): state for state in EtatBail}
AVIS = {avis.name.lower().replace("_", "-"): avis for avis in AvisOccupation}


class LogementInconnuError(FluxDeskError):
    """No dwelling bears that reference."""

    def __init__(self, reference: str) -> None:
        super().__init__(f"Aucun logement ne porte la référence « {reference} ».")


class ChoixType(click.ParamType[str, str]):
    """One word of a list."""

    name = "choix"

    def __init__(self, mots: dict[str, EtatBail] | dict[str, AvisOccupation]) -> None:
        self._mots = mots

    @override
    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word, as it is listed."""
        if value.lower() not in self._mots:
            self.fail(f"« {value} » : choisissez parmi {', '.join(self._mots)}.", param, ctx)
        return value.lower()


@click.group("baux", cls=Groupe, invoke_without_command=True)
@click.option("--etat", type=ChoixType(ETATS), metavar="ETAT", help=f"{', '.join(ETATS)}.")
@click.option("--texte", type=TEXTE, default="", help="Mots de l’adresse, de la résidence…")
@click.option("--csv", "cible", type=CHEMIN, metavar="FICHIER", help="Écrire la liste entière.")
@click.pass_context
def baux(contexte: click.Context, etat: str | None, texte: str, cible: Path | None) -> int:
    """Baux et examens d’occupation : ce que la CALEOL doit examiner (art. L442-5-2)."""
    if contexte.invoked_subcommand is not None:
        return 0
    session: Session = contexte.obj
    demande = DemandeBaux(etat=ETATS[etat] if etat else None, texte=texte, limite=None)
    with session.bureau() as bureau:
        read = lister_baux(
            demande, base=bureau.base, horloge=bureau.horloge, territoires=bureau.territoires
        )
        if cible is not None:
            table = tableau_baux(read)
            bureau.ecrire_liste(table.titres, table.lignes, cible.with_suffix(".csv"))
    document = {
        "regle": read.regle,
        "comptes": {state.value: read.comptes.get(state, 0) for state in EtatBail},
        "baux": [_document(line) for line in read.lignes],
    }
    session.sortie.rendre(document, typographier("\n".join(_texte(read, cible))))
    return 0


@baux.command("examiner")
@click.argument("logements", type=TEXTE, nargs=-1, required=True)
@click.option("--le", type=DATE, cls=Obligatoire, required=True, help="Jour de la séance.")
@click.option(
    "--avis", type=ChoixType(AVIS), default="maintien", metavar="AVIS", help=f"{', '.join(AVIS)}."
)
@click.option("--note", type=TEXTE, default="", help="Sur le logement, sans nom d’occupant.")
@click.option("--motif", type=TEXTE, default="", metavar="TEXTE", help="Gardé au journal.")
@click.pass_obj
def examiner(
    session: Session, logements: tuple[str, ...], le: date, avis: str, note: str, motif: str
) -> int:
    """Noter l’examen de logements, désignés par leur référence."""
    with session.bureau() as bureau:
        with bureau.base.transaction() as uow:
            found = [(name, uow.logements.trouver(name)) for name in logements]
        for name, home in found:
            if home is None:
                raise LogementInconnuError(name)
        ids = [home.id for _, home in found if home is not None]
        seance = Seance(logements=ids, jour=le, avis=AVIS[avis], note=note)
        made = noter_examen(
            seance, uow=bureau.base.transaction(), horloge=bureau.horloge, motif=motif
        )
    told = accorde(len(made), "examen noté", "examens notés")
    session.sortie.rendre({"examens": made}, typographier(f"{told}."))
    return 0


def _document(ligne: LigneBail) -> dict[str, object]:
    return {
        "reference": ligne.row.reference,
        "residence": ligne.row.programme,
        "adresse": ligne.row.adresse,
        "commune": ligne.commune,
        "bail": ligne.row.bail,
        "dernier_examen": ligne.row.examen,
        "prochain_examen": ligne.prochain.jour,
        "etat": ligne.prochain.etat.value,
        "explication": ligne.prochain.phrase,
    }


def _texte(lu: LectureBaux, cible: Path | None) -> Iterator[str]:
    yield f"{lu.regle.dire()} Source : {lu.regle.source.rstrip('.')}."
    yield ", ".join(f"{state.value} : {lu.comptes.get(state, 0)}" for state in EtatBail) + "."
    if cible is not None:
        written = accorde(len(lu.lignes), "bail écrit", "baux écrits")
        yield f"{written} : {cible.with_suffix('.csv')}"
        return
    for line in lu.lignes:
        seen = f", examiné le {en_chiffres(line.row.examen)}" if line.row.examen else ""
        lease = dire_bail(line.row.bail) or "inconnu"
        due = en_chiffres(line.prochain.jour) or "–"
        yield (
            f"{line.row.reference}  {line.row.adresse}, {line.commune} : bail {lease}{seen}, "
            f"prochain examen {due} ({line.prochain.etat.value})"
        )
