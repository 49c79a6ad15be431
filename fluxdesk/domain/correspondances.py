"""What the words of a file stand for in the closed lists of FluxDesk."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from fluxdesk.domain.cellules import dit
from fluxdesk.domain.champs import NatureChamp, champ_de
from fluxdesk.domain.ligne_historique import est_bailleur
from fluxdesk.domain.listes import liste_de
from fluxdesk.domain.noms_communes import dire_commune, est_nom
from fluxdesk.domain.noms_reservataires import NomsConnus
from fluxdesk.domain.profil import Genre
from fluxdesk.domain.proximite import approcher
from fluxdesk.domain.titres import cle

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from fluxdesk.domain.appariement import Appariement
    from fluxdesk.domain.champs import Champ
    from fluxdesk.domain.listes_valeurs import Liste
    from fluxdesk.domain.noms_communes import NomsDeCommunes
    from fluxdesk.domain.tableau_lu import LigneTableau

    Lecture = Callable[[str], "Reponse"]

CERTAINE = 100
_DOUTEUSE = 85
_BAILLEUR = "Bailleur"  # past years tell of dwellings that the landlord kept
_APPROCHEES_MAX = 300  # values of one column looked for by likeness: more are no closed list


@dataclass(frozen=True, slots=True, kw_only=True)
class Correspondance:
    """A value read in a column of a closed list, and the one it is taken for.

    ``champ`` is the code of the field, ``lue`` the value as the file writes it, ``nombre`` on
    how many lines. ``proposee`` is None where nothing resembles it. Only when ``sure`` may it
    be applied without the officer's word; ``confiance`` goes from 0 to 100. ``remarque``, if
    any, is told of each line, whatever is decided. ``selon`` are the values it stands for by
    département, where several communes bear that name: each line says its own.
    """

    champ: str
    lue: str
    nombre: int
    proposee: str | None
    confiance: int
    sure: bool
    remarque: str = ""
    selon: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Reponse:
    """The value proposed for a text, and what the report says of it."""

    proposee: str | None = None
    confiance: int = 0
    sure: bool = False
    remarque: str = ""
    selon: tuple[tuple[str, str], ...] = ()


def correspondre(
    appariements: Sequence[Appariement],
    lignes: Sequence[LigneTableau],
    genre: Genre,
    *,
    reservataires: Sequence[str],
    communes: NomsDeCommunes | None = None,
) -> tuple[Correspondance, ...]:
    """Every different value of the columns that fill a closed list, the most frequent first.

    ``reservataires`` are the names the base knows; ``communes`` those of the COG, for a file that
    names its communes instead of giving their codes. What is written in a table of spellings is
    sure; what only resembles, or may mean two things, is left for the officer to confirm.
    """
    known = NomsConnus(reservataires)
    found: list[Correspondance] = []
    for paired in appariements:
        if paired.champ is None:
            continue
        one = champ_de(genre, paired.champ)
        counts = Counter(dit(line.cellules[paired.colonne]) for line in lignes)
        del counts[""]
        if one.nature is NatureChamp.COMMUNE and communes is not None:
            counts = Counter({value: n for value, n in counts.items() if est_nom(value)})
            read: Lecture | None = partial(_commune, communes=communes)
        else:
            read = _lecture(genre, one, known, counts)
        if read is not None:
            found += _colonne(one.code, counts, read)
    return tuple(found)


def valeurs_possibles(
    genre: Genre, champ: Champ, reservataires: Sequence[str]
) -> tuple[tuple[str, str], ...]:
    """What a value of the field may be taken for: (value, label); nothing for a free field."""
    if champ.nature is NatureChamp.RESERVATAIRE:
        own = ((_BAILLEUR, "Bailleur (logement gardé)"),) if genre is Genre.VACANCES else ()
        return (*((name, name) for name in reservataires), *own)
    closed = liste_de(genre, champ)
    return tuple(closed.valeurs.items()) if closed else ()


def _colonne(champ: str, comptes: Counter[str], lire: Lecture) -> list[Correspondance]:
    found: list[Correspondance] = []
    for rank, (value, count) in enumerate(comptes.most_common()):
        answer = lire(value) if rank < _APPROCHEES_MAX else Reponse()
        found.append(
            Correspondance(
                champ=champ,
                lue=value,
                nombre=count,
                proposee=answer.proposee,
                confiance=answer.confiance,
                sure=answer.sure,
                remarque=answer.remarque,
                selon=answer.selon,
            )
        )
    return found


def _lecture(genre: Genre, champ: Champ, noms: NomsConnus, comptes: Counter[str]) -> Lecture | None:
    """How the values of the field are understood; None where they are free."""
    if champ.nature is NatureChamp.RESERVATAIRE:
        return lambda value: _gardee(value, genre) or _nom(value, noms)
    closed = liste_de(genre, champ)
    if closed is None:
        return None
    if champ.nature is NatureChamp.OUI_NON and _zero_dit_non(comptes):
        return lambda value: _zero(value) or _de_la_liste(value, closed)
    return lambda value: _de_la_liste(value, closed)


def _commune(texte: str, communes: NomsDeCommunes) -> Reponse:
    """The one commune of that name; sure only where the département is known too."""
    found = communes.chercher(texte)
    if not found:
        return Reponse()
    said = dire_commune(found)
    if len(found) > 1:
        return Reponse(remarque=said, selon=tuple((c.departement, c.code) for c in found))
    sure = communes.situees
    return Reponse(found[0].code, CERTAINE if sure else _DOUTEUSE, sure, said)


def _gardee(texte: str, genre: Genre) -> Reponse | None:
    if genre is Genre.VACANCES and est_bailleur(texte):
        return Reponse(_BAILLEUR, CERTAINE, sure=True)
    return None


def _nom(texte: str, noms: NomsConnus) -> Reponse:
    same = noms.exact(texte)
    if same:
        return Reponse(same, CERTAINE, sure=True)
    near = noms.proche(texte)
    return Reponse(near.reponse, near.confiance) if near else Reponse()


def _de_la_liste(texte: str, liste: Liste) -> Reponse:
    same = liste.exacte(texte)
    if same:
        return Reponse(same, CERTAINE, sure=True)
    usual = liste.douteuses.get(cle(texte))
    if usual:
        return Reponse(usual, _DOUTEUSE)
    near = approcher(texte, (*liste.variantes.items(), *liste.douteuses.items()))
    return Reponse(near.reponse, near.confiance) if near else Reponse()


def _zero_dit_non(comptes: Counter[str]) -> bool:
    """Whether a column says yes by 1 and no by 0, and not by the 2 of RPLS."""
    return "2" not in comptes and {"0", "1"} <= comptes.keys()


def _zero(texte: str) -> Reponse | None:
    return Reponse("non", CERTAINE, sure=True) if texte == "0" else None
