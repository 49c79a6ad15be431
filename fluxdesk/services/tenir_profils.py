"""Keep the ways of reading files: by name, recognised by shape, handed from desk to desk."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from fluxdesk.domain.appariement import signature
from fluxdesk.domain.champs import CHAMPS, NatureChamp, champ_de
from fluxdesk.domain.correspondances import valeurs_possibles
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.listes import liste_de
from fluxdesk.domain.profil import ProfilIllisibleError, en_dict, lire_dict
from fluxdesk.domain.typographie import plie, typographier

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path
    from typing import NoReturn

    from fluxdesk.domain.profil import Profil
    from fluxdesk.domain.tableau_lu import Decoupe
    from fluxdesk.services.depots import UnitOfWork

NOM_MAX = 80
_MARQUE, _VERSION = "profil d’import FluxDesk", 1
_OCTETS_MAX = 1_000_000  # a profile is a few kilobytes
_ENTREES_MAX = 5_000
_TEXTE_MAX = 500
_LIGNES_MAX = 100_000


class ProfilInconnuError(FluxDeskError):
    """No profile has that name."""

    def __init__(self, nom: str, connus: Sequence[Profil]) -> None:
        named = ", ".join(f"« {one.nom} »" for one in connus)
        told = f"Choisissez parmi : {named}." if named else "Aucun n’est encore enregistré."
        super().__init__(typographier(f"Il n’y a pas de profil d’import « {nom} ». {told}"))


class ProfilExistantError(FluxDeskError):
    """A profile has that name already."""

    def __init__(self, nom: str) -> None:
        super().__init__(
            typographier(
                f"Un profil d’import « {nom} » existe déjà. Retirez-le d’abord, ou demandez à le "
                "remplacer."
            )
        )


class NomDeProfilError(FluxDeskError):
    """A name that cannot be shown in a list."""

    def __init__(self) -> None:
        super().__init__(
            f"Donnez au profil un nom de {NOM_MAX} caractères au plus, sur une seule ligne."
        )


def enregistrer_profil(profil: Profil, *, uow: UnitOfWork) -> int:
    """Keep the profile, in place of the one of that name; its id.

    Raises:
        NomDeProfilError: the name is empty, too long, or holds a control character.
    """
    named = replace(profil, nom=_nom(profil.nom))
    with uow:
        before = _trouver(named.nom, uow.profils.tous())
        ident = uow.profils.enregistrer(named)
        said = "remplacé" if before else "enregistré"
        uow.journal.ecrire(
            "profil.enregistrer",
            f"profil:{ident}",
            typographier(f"Profil d’import « {named.nom} » {said} ({named.genre.value})"),
            avant=en_dict(before) if before else None,
            apres=en_dict(named),
        )
        uow.valider()
    return ident


def retirer_profil(nom: str, *, uow: UnitOfWork) -> None:
    """Forget the profile of that name.

    Raises:
        ProfilInconnuError: there is none.
    """
    with uow:
        found = _exiger(nom, uow)
        uow.profils.retirer(found.id)
        uow.journal.ecrire(
            "profil.retirer",
            f"profil:{found.id}",
            typographier(f"Profil d’import « {found.nom} » retiré"),
            avant=en_dict(found),
        )
        uow.valider()


def lire_profils(*, uow: UnitOfWork) -> Sequence[Profil]:
    """Every profile, in alphabetical order."""
    with uow:
        return uow.profils.tous()


def profil_nomme(nom: str, *, uow: UnitOfWork) -> Profil:
    """The profile of that name, case and accents apart.

    Raises:
        ProfilInconnuError: there is none.
    """
    with uow:
        return _exiger(nom, uow)


def reconnaitre(decoupe: Decoupe, *, uow: UnitOfWork) -> Profil | None:
    """The profile last made for files of this shape, if there is one."""
    shape = signature(decoupe)
    with uow:
        same = [one for one in uow.profils.tous() if one.signature == shape]
    return max(same, key=lambda one: one.id, default=None)


def exporter_profil(nom: str, chemin: Path, *, uow: UnitOfWork) -> None:
    """Write the profile to a file, to hand to a colleague.

    Raises:
        ProfilInconnuError: there is none of that name.
        FileExistsError: a file stands there already.
        OSError: the disk refuses.
    """
    found = profil_nomme(nom, uow=uow)
    told = {"genre_de_fichier": _MARQUE, "version": _VERSION, "profil": en_dict(found)}
    with chemin.open("x", encoding="utf-8") as file:
        file.write(json.dumps(told, ensure_ascii=False, indent=2) + "\n")


def importer_profil(chemin: Path, *, uow: UnitOfWork, remplacer: bool = False) -> Profil:
    """Keep the profile of a file that ``exporter_profil`` wrote, elsewhere perhaps.

    Nothing in the file is believed: its size, its form, every field and every value it names
    are checked.

    Raises:
        ProfilIllisibleError: it is no profile, or a damaged one.
        ProfilExistantError: one has that name, and ``remplacer`` was not asked for.
        OSError: the file cannot be read.
    """
    if chemin.stat().st_size > _OCTETS_MAX:
        raise ProfilIllisibleError
    read = profil_du_texte(chemin.read_bytes())
    with uow:
        known = _trouver(read.nom, uow.profils.tous())
    if known is not None and not remplacer:
        raise ProfilExistantError(known.nom)
    ident = enregistrer_profil(read, uow=uow)
    return replace(read, id=ident)


def profil_du_texte(octets: bytes) -> Profil:
    """The profile that such a file holds, checked.

    Raises:
        ProfilIllisibleError: it is no profile, or names what does not exist.
    """
    try:
        told = json.loads(octets.decode("utf-8-sig"), parse_constant=_refuser)
    except (ValueError, RecursionError) as error:
        raise ProfilIllisibleError from error
    if not isinstance(told, dict) or told.get("genre_de_fichier") != _MARQUE:
        raise ProfilIllisibleError
    if told.get("version") != _VERSION or not isinstance(told.get("profil"), dict):
        raise ProfilIllisibleError
    read = lire_dict(told["profil"])
    if not _plausible(read):
        raise ProfilIllisibleError
    return replace(read, nom=_nom(read.nom))


def _refuser(constante: str) -> NoReturn:
    raise ValueError(constante)


def _plausible(profil: Profil) -> bool:
    """Whether the profile names only fields of its kind, values they can take, texts of a size."""
    fields = {one.code for one in CHAMPS[profil.genre]}
    texts = [profil.nom, profil.signature, profil.feuille, *profil.champs, *profil.ignores]
    pairs = [pair for kept in profil.valeurs.values() for pair in kept.items()]
    texts += [text for pair in pairs for text in pair]
    return (
        fields.issuperset(profil.champs.values())
        and fields.issuperset(profil.valeurs)
        and len(texts) <= _ENTREES_MAX
        and all(len(text) <= _TEXTE_MAX for text in texts)
        and all(0 <= place < _LIGNES_MAX for place in profil.entetes)
        and all(_admises(profil, code, kept.values()) for code, kept in profil.valeurs.items())
    )


def _admises(profil: Profil, code: str, retenues: Iterable[str]) -> bool:
    """Whether the field can take these values; empty leaves a cell out."""
    one = champ_de(profil.genre, code)
    if liste_de(profil.genre, one) is None:
        return one.nature is NatureChamp.RESERVATAIRE
    possible = {value for value, _ in valeurs_possibles(profil.genre, one, ())}
    return possible.issuperset(value for value in retenues if value)


def _nom(nom: str) -> str:
    bare = " ".join(nom.split())
    if not bare or len(bare) > NOM_MAX or not bare.isprintable():
        raise NomDeProfilError
    return bare


def _exiger(nom: str, uow: UnitOfWork) -> Profil:
    known = uow.profils.tous()
    found = _trouver(nom, known)
    if found is None:
        raise ProfilInconnuError(nom, known)
    return found


def _trouver(nom: str, profils: Sequence[Profil]) -> Profil | None:
    return next((one for one in profils if plie(one.nom) == plie(nom)), None)
