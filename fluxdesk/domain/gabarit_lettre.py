"""The template engine of the letters: placeholders in braces, and nothing else.

One line is one paragraph; a line that begins with « – » is an item of a list; an empty line is a
blank. ``{date limite}`` is replaced by its value. A line whose placeholders are all empty is left
out, so that « Motif : {motif}. » vanishes where there is no reason. No markup, no condition, no
code: what is written is what is printed (surete.md §5.7).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from fluxdesk.domain.champs_lettre import CHAMPS
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.lettre import Blanc, Paragraphe
from fluxdesk.domain.proximite import approcher
from fluxdesk.domain.titres import cle
from fluxdesk.domain.typographie import plie, typographier

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from fluxdesk.domain.champs_lettre import Champ
    from fluxdesk.domain.modele_lettre import GenreCourrier, ModeleLettre

LONGUEUR_MAX = 12_000  # signs of a body: about six pages
_DECOUPE = re.compile(r"\{([^{}]*)\}")
_PUCE = re.compile(r"\s*[–-]\s+")
_ESPACES = re.compile(r"  +")
OBJET, CORPS = "objet", "corps"


@dataclass(frozen=True, slots=True)
class Faute:
    """What is wrong in a template: where (``objet`` or a line of the ``corps``), and what to do."""

    partie: str
    ligne: int
    phrase: str

    @property
    def dite(self) -> str:
        """« Ligne 3 : … » or « Objet : … »."""
        where = f"Ligne\u00a0{self.ligne}" if self.partie == CORPS else "Objet"
        return f"{where}\u00a0: {self.phrase}"


class ModeleFautifError(FluxDeskError):
    """A template that no letter can be made from; the sentence lists what is to be put right."""

    def __init__(self, genre: GenreCourrier, fautes: Sequence[Faute]) -> None:
        told = " ".join(faute.dite for faute in fautes)
        super().__init__(f"Le modèle « {genre.value} » ne peut pas servir. {told}")
        self.fautes = tuple(fautes)


@dataclass(frozen=True, slots=True)
class Insertion:
    """Where a value comes; ``bloc`` is a whole table or box."""

    nom: str
    bloc: bool


@dataclass(frozen=True, slots=True)
class LigneLue:
    """One line: texts and insertions in their order; no part at all is a blank."""

    parts: tuple[str | Insertion, ...]
    puce: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A table or box that the letter puts here; ``nom`` is its placeholder."""

    nom: str


@dataclass(frozen=True, slots=True)
class Gabarit:
    """A template that was understood."""

    objet: LigneLue
    corps: tuple[LigneLue, ...]


def verifier(genre: GenreCourrier, objet: str, corps: str) -> tuple[Faute, ...]:
    """All that is wrong with a template, in the order of its lines; empty when it may serve."""
    return _lire(genre, objet, corps)[1]


def comprendre(modele: ModeleLettre) -> Gabarit:
    """The template, parsed; the same text is parsed once.

    Raises:
        ModeleFautifError: see ``verifier``.
    """
    gabarit, faults = _lire(modele.genre, modele.objet, modele.corps)
    if faults:
        raise ModeleFautifError(modele.genre, faults)
    return gabarit


def remplir_objet(gabarit: Gabarit, valeurs: Mapping[str, str]) -> str:
    """The object on one line; never left out."""
    return _texte(gabarit.objet, valeurs)


def remplir(gabarit: Gabarit, valeurs: Mapping[str, str]) -> tuple[Paragraphe | Blanc | Piece, ...]:
    """The body with its values: lines whose placeholders are all empty are gone.

    Blanks that follow each other, or stand at either end, are gone too.
    """
    made: list[Paragraphe | Blanc | Piece] = []
    for line in gabarit.corps:
        if not line.parts:
            if made and not isinstance(made[-1], Blanc):
                made.append(Blanc())
        elif isinstance(line.parts[0], Insertion) and line.parts[0].bloc:
            made.append(Piece(line.parts[0].nom))
        elif _garde(line, valeurs):
            made.append(Paragraphe(_texte(line, valeurs), line.puce))
    if made and isinstance(made[-1], Blanc):
        made.pop()
    return tuple(made)


def _garde(ligne: LigneLue, valeurs: Mapping[str, str]) -> bool:
    asked = [part.nom for part in ligne.parts if isinstance(part, Insertion)]
    return not asked or any(valeurs[nom] for nom in asked)


def _texte(ligne: LigneLue, valeurs: Mapping[str, str]) -> str:
    told = "".join(part if isinstance(part, str) else valeurs[part.nom] for part in ligne.parts)
    return _ESPACES.sub(" ", told).strip(" ")


@lru_cache(maxsize=64)
def _lire(genre: GenreCourrier, objet: str, corps: str) -> tuple[Gabarit, tuple[Faute, ...]]:
    lecture = _Lecture(genre)
    head = lecture.ligne(objet.replace("\n", " "), OBJET, 0)
    rows = corps.replace("\r\n", "\n").split("\n")
    body = tuple(lecture.ligne(text, CORPS, rank) for rank, text in enumerate(rows, start=1))
    lecture.finir(objet, corps, body)
    return Gabarit(head, body), tuple(lecture.fautes)


class _Lecture:
    """Reads the lines of one template and gathers what is wrong."""

    def __init__(self, genre: GenreCourrier) -> None:
        self.fautes: list[Faute] = []
        self._champs = CHAMPS[genre]
        self._noms = {plie(champ.nom): champ for champ in self._champs}

    def ligne(self, texte: str, partie: str, rang: int) -> LigneLue:
        """One line, its faults noted."""
        bullet = _PUCE.match(texte) if partie == CORPS else None
        rest = texte[bullet.end() :] if bullet else texte
        for phrase in _accolades(rest):
            self.fautes.append(Faute(partie, rang, phrase))
        parts = tuple(self._parts(rest.strip(), partie, rang))
        self._isoler(parts, partie, rang, puce=bullet is not None)
        return LigneLue(parts, bullet is not None)

    def finir(self, objet: str, texte: str, corps: Sequence[LigneLue]) -> None:
        """What the whole must hold."""
        if not objet.strip():
            self.fautes.append(Faute(OBJET, 0, "il est vide. Écrivez en une ligne de quoi il va."))
        if not texte.strip():
            self.fautes.append(Faute(CORPS, 1, "le corps est vide. Écrivez le texte du courrier."))
        if len(texte) > LONGUEUR_MAX:
            long = f"le corps a {len(texte)} signes, il en tient {LONGUEUR_MAX}. Raccourcissez-le."
            self.fautes.append(Faute(CORPS, len(corps), long))
        there = [p.nom for line in corps for p in line.parts if isinstance(p, Insertion)]
        for champ in self._champs:
            count = there.count(champ.nom)
            if champ.obligatoire and count != 1:
                self.fautes.append(Faute(CORPS, len(corps), _attendu(champ, count)))

    def _parts(self, texte: str, partie: str, rang: int) -> Iterator[str | Insertion]:
        end = 0
        for found in _DECOUPE.finditer(texte):
            if found.start() > end:
                yield typographier(texte[end : found.start()])
            end = found.end()
            champ = self._noms.get(plie(found[1]))
            if champ is None:
                self.fautes.append(Faute(partie, rang, self._inconnu(found[1])))
            else:
                yield Insertion(champ.nom, champ.bloc)
        if end < len(texte):
            yield typographier(texte[end:])

    def _isoler(
        self, parts: tuple[str | Insertion, ...], partie: str, rang: int, *, puce: bool
    ) -> None:
        blocks = [part.nom for part in parts if isinstance(part, Insertion) and part.bloc]
        if blocks and (partie == OBJET or puce or len(parts) > 1):
            said = f"« {{{blocks[0]}}} » est un bloc. Mettez-le seul sur une ligne du corps."
            self.fautes.append(Faute(partie, rang, typographier(said)))

    def _inconnu(self, nom: str) -> str:
        if not nom.strip():
            return "les accolades sont vides. Écrivez-y le nom d’un champ, ou retirez-les."
        near = approcher(nom, [(cle(champ.nom), champ.nom) for champ in self._champs])
        todo = f"Écrivez « {{{near.reponse}}} »" if near else "Choisissez un champ de la liste"
        said = f"le champ « {{{nom.strip()}}} » n’existe pas dans ce courrier. {todo}."
        return typographier(said)


def _accolades(texte: str) -> Iterator[str]:
    """Braces that do not pair, in what is left once every placeholder is taken out."""
    rest = _DECOUPE.sub("\0", texte)
    for found in re.finditer(r"[{}]", rest):
        if found[0] == "{":
            near = rest[found.end() :].split("\0")[0].strip()[:20]
            where = f"devant « {near} »" if near else "en fin de ligne"
            said = f"l’accolade ouverte {where} n’est pas refermée. Écrivez"
            yield typographier(f"{said} « }} » après le nom du champ, ou retirez l’accolade.")
        else:
            near = rest[: found.start()].split("\0")[-1].strip()[-20:]
            where = f"après « {near} »" if near else "en début de ligne"
            said = f"l’accolade fermée {where} n’a pas été ouverte. Écrivez"
            yield typographier(f"{said} « {{ » devant le nom du champ, ou retirez l’accolade.")


def _attendu(champ: Champ, nombre: int) -> str:
    fault = "manque" if nombre == 0 else "y est plusieurs fois"
    return typographier(
        f"« {{{champ.nom}}} » {fault}. Mettez-le une fois, seul sur une ligne du corps."
    )
