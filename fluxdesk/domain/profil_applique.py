"""What a profile remembers, made from a matching and put back on the next file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fluxdesk.domain.appariement import signature
from fluxdesk.domain.correspondances import CERTAINE
from fluxdesk.domain.profil import Profil
from fluxdesk.domain.titres import cle
from fluxdesk.domain.typographie import typographier

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from fluxdesk.domain.appariement import Appariement
    from fluxdesk.domain.correspondances import Correspondance
    from fluxdesk.domain.profil import Genre
    from fluxdesk.domain.tableau_lu import Decoupe

_SUR = 100


def profil_de(
    nom: str,
    genre: Genre,
    decoupe: Decoupe,
    appariements: Iterable[Appariement],
    correspondances: Iterable[Correspondance],
) -> Profil:
    """The profile of a matching as the officer left it; values still to confirm are not kept."""
    values: dict[str, dict[str, str]] = {}
    for one in correspondances:
        if one.sure and one.proposee is not None:
            values.setdefault(one.champ, {})[one.lue] = one.proposee
    return Profil(
        nom=nom,
        genre=genre,
        signature=signature(decoupe),
        feuille=decoupe.feuille,
        entetes=decoupe.entetes,
        champs={one.titre: one.champ for one in appariements if one.champ is not None},
        valeurs=values,
    )


def apparier_selon(
    profil: Profil, appariements: Sequence[Appariement], decoupe: Decoupe
) -> tuple[Appariement, ...]:
    """The same columns, those of the profile filling the fields it says.

    On a file of the profile's shape the others are left out, as they were. On another shape they
    keep what was proposed, where the profile has not given the field to a column of the file.
    """
    fields = {cle(title): code for title, code in profil.champs.items()}
    said = {one.colonne: fields.get(cle(one.titre)) for one in appariements}
    same = profil.signature == signature(decoupe)
    found: list[Appariement] = []
    given: set[str] = set()
    for one in appariements:
        code = said[one.colonne]
        if code is not None and code not in given:
            given.add(code)
            found.append(_dit_par(one, code, _SUR, f"Choisi dans le profil « {profil.nom} »."))
        elif same or one.champ in said.values():
            why = f"Laissée de côté dans le profil « {profil.nom} »."
            found.append(_dit_par(one, None, 0, why))
        else:
            found.append(one)
    return tuple(found)


def correspondre_selon(
    profil: Profil, correspondances: Iterable[Correspondance]
) -> tuple[Correspondance, ...]:
    """The same values, those of the profile confirmed as they were."""
    found: list[Correspondance] = []
    for one in correspondances:
        kept = profil.valeurs.get(one.champ, {}).get(one.lue)
        told = one if kept is None else replace(one, proposee=kept, confiance=CERTAINE, sure=True)
        found.append(told)
    return tuple(found)


def _dit_par(un: Appariement, champ: str | None, confiance: int, pourquoi: str) -> Appariement:
    return replace(un, champ=champ, confiance=confiance, pourquoi=typographier(pourquoi))
