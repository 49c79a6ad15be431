"""The quality of the patrimoine on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from fluxdesk.cli.usage import Commande
from fluxdesk.domain.qualite import CHAMPS_NOTES, FICHES, GenreAlerte
from fluxdesk.domain.typographie import accorde, typographier
from fluxdesk.services.marquer_sortis import absents_du_dernier_fichier
from fluxdesk.services.mesurer_qualite import mesurer_qualite

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fluxdesk.cli.session import Session
    from fluxdesk.domain.qualite import Qualite, ScoreChamp
    from fluxdesk.services.marquer_sortis import Absents

_MARGE = max(len(fiche.titre) for fiche in FICHES.values()) + 2


@click.command("qualite", cls=Commande)
@click.pass_obj
def qualite(session: Session) -> int:
    """Ce qui manque ou paraît faux dans le patrimoine, et la note de chaque champ."""
    with session.bureau() as bureau:
        found = mesurer_qualite(
            uow=bureau.base.transaction(),
            horloge=bureau.horloge,
            territoires=bureau.territoires,
            progress=session.sortie.progres,
        )
        missing = absents_du_dernier_fichier(uow=bureau.base.transaction())
    session.sortie.rendre(_document(found, missing), _texte(found, missing))
    return 0


def _document(found: Qualite, absents: Absents) -> dict[str, object]:
    """Alerts with their dwellings by id; counts, never rates."""
    return {
        "logements": found.logements,
        "alertes": [
            {
                "genre": genre.value,
                "titre": FICHES[genre].titre,
                "champ": FICHES[genre].champ,
                "nombre": len(found.logements_de(genre)),
                "logements": list(found.logements_de(genre)),
                "non_mesuree": typographier(found.non_mesurees.get(genre, "")),
            }
            for genre in GenreAlerte
        ],
        "champs": _champs(found.champs),
        "programmes": [
            {
                "nom": one.programme.nom,
                "commune": one.programme.commune,
                "logements": one.logements,
                "alertes": one.alertes,
                "champs": _champs(one.champs),
            }
            for one in found.programmes
        ],
        "absents": {
            "fichier": absents.fichier,
            "perimetre": absents.perimetre,
            "quand": absents.quand,
            "logements": list(absents.logements),
        },
    }


def _champs(scores: Iterable[ScoreChamp]) -> dict[str, dict[str, int]]:
    return {
        score.champ: {
            "total": score.total,
            "complets": score.complets,
            "plausibles": score.plausibles,
            "confirmes": score.confirmes,
        }
        for score in scores
    }


def _texte(found: Qualite, absents: Absents) -> str:
    lines = [accorde(found.logements, "logement"), ""]
    for genre in GenreAlerte:
        lacks = found.non_mesurees.get(genre)
        said = f"— ({lacks})" if lacks else str(len(found.logements_de(genre)))
        lines.append(f"{FICHES[genre].titre:<{_MARGE}}{said}")
    if absents.logements:
        lines.append(f"{'Absents du dernier fichier':<{_MARGE}}{len(absents.logements)}")
    lines += ["", f"{'Champ':<{_MARGE}}complets, plausibles, confirmés"]
    lines += [
        f"{CHAMPS_NOTES[s.champ]:<{_MARGE}}{s.complets}, {s.plausibles}, {s.confirmes} / {s.total}"
        for s in found.champs
    ]
    return typographier("\n".join(lines))
