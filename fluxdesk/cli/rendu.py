"""Results in the officer's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.dates import en_lettres
from fluxdesk.domain.typographie import accorde, typographier

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.domain.rapport import RapportImport, RefusLigne
    from fluxdesk.services.suggerer_orientation import Proposition

MONTREES = 20  # refused lines shown; the JSON report holds them all


def rapport(lu: RapportImport) -> str:
    """Counts of an import, then what was refused and what to look at."""
    counts = (
        (lu.creees, "créée"),
        (lu.modifiees, "modifiée"),
        (lu.inchangees, "inchangée"),
        (lu.refusees, "refusée"),
    )
    told = ", ".join(accorde(number, word) for number, word in counts)
    lines = [
        f"{lu.fichier} ({lu.format}, {lu.encodage})",
        f"{accorde(lu.lues, 'ligne lue', 'lignes lues')} : {told}.",
        *_lignes("Refus", lu.refus),
        *_lignes("À vérifier", lu.avertissements),
    ]
    if lu.absents:
        held = accorde(
            lu.absents, "logement de la base ne figure", "logements de la base ne figurent"
        )
        where = f", qui couvre {lu.perimetre}" if lu.perimetre else ""
        lines.append(f"{held} pas dans le fichier{where} ; rien n’est supprimé.")
    if lu.essai:
        lines.append("C’était un essai : rien n’a été enregistré.")
    elif lu.lot:
        lines.append(f"Import n° {lu.lot}.")
    return "\n".join(lines)


def _lignes(titre: str, refus: Sequence[RefusLigne]) -> list[str]:
    if not refus:
        return []
    shown = [f"  ligne {r.ligne}, {r.colonne} : {typographier(r.phrase)}" for r in refus[:MONTREES]]
    more = len(refus) - len(shown)
    rest = [f"  et {accorde(more, 'autre')}, que l’option --json donne."] if more else []
    return [f"{titre} :", *shown, *rest]


def proposition(faite: Proposition) -> str:
    """The sentences of the engine, then the deadline that an offer made today would have."""
    lines = [faite.texte]
    if faite.echeance is not None:
        told = f"{en_lettres(faite.echeance.jour)}, {faite.echeance.explication}"
        lines.append(f"Échéance si l’offre part ce jour : {told}.")
    return "\n".join(lines)


def offre(faite: Orientation, destinataire: str) -> str:
    """The offer just made."""
    told = f"Offre n° {faite.numero} : {destinataire}."
    if faite.echeance is None:
        return told
    deadline = f"{en_lettres(faite.echeance)}, {faite.echeance_explication}"
    return f"{told}\nRéponse attendue le {deadline}."


def reponse(faite: Orientation, effet: str) -> str:
    """The offer as it became, and what that does to the account."""
    day = f", le {en_lettres(faite.date_issue)}" if faite.date_issue else ""
    return f"Offre n° {faite.numero} : {faite.issue.value}{day}.\n{effet}"


def fichiers(chemins: Sequence[Path]) -> str:
    """Files written, one a line."""
    return "\n".join(str(chemin) for chemin in chemins)
