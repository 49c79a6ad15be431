"""What the officer is told when a base cannot be used; each sentence says what to do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from fluxdesk.domain.erreurs import FluxDeskError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class BaseError(FluxDeskError):
    """Something is wrong with a base file."""


class BaseAbsenteError(BaseError):
    """There is no file at that place."""

    def __init__(self, chemin: Path) -> None:
        super().__init__(
            f"La base « {chemin.name} » n’est pas dans le dossier « {chemin.parent} ». "
            "Vérifiez qu’elle n’a pas été déplacée ni renommée."
        )


class BaseExistanteError(BaseError):
    """A new base would replace a file."""

    def __init__(self, chemin: Path) -> None:
        super().__init__(
            f"Un fichier « {chemin.name} » existe déjà dans ce dossier. Choisissez un autre nom."
        )


class BaseVideError(BaseError):
    """The file holds nothing."""

    def __init__(self, chemin: Path) -> None:
        super().__init__(
            f"Le fichier « {chemin.name} » est vide. Ouvrez plutôt la dernière sauvegarde."
        )


class BaseEtrangereError(BaseError):
    """The file was written by something else than FluxDesk, or is ciphered."""

    def __init__(self, chemin: Path) -> None:
        super().__init__(
            f"Le fichier « {chemin.name} » n’est pas une base FluxDesk. Il n’a pas été modifié. "
            "Choisissez un fichier terminé par « .fluxdesk »."
        )


class BasePlusRecenteError(BaseError):
    """The file was written by a later version of the program."""

    def __init__(self, chemin: Path, *, trouvee: int, connue: int) -> None:
        super().__init__(
            f"La base « {chemin.name} » vient d’une version plus récente de FluxDesk (format "
            f"{trouvee}, cette version lit jusqu’au format {connue}). Elle n’a pas été modifiée. "
            "Installez la dernière version de FluxDesk pour l’ouvrir."
        )


class BaseAbimeeError(BaseError):
    """SQLite finds the file damaged."""

    def __init__(self, chemin: Path) -> None:
        super().__init__(
            f"La base « {chemin.name} » est abîmée. Elle n’a pas été modifiée. Ouvrez la dernière "
            "sauvegarde, puis vérifiez le disque."
        )


class CleRefuseeError(BaseError):
    """The key does not open the file, or the file is not ciphered."""

    def __init__(self, chemin: Path) -> None:
        super().__init__(
            f"Ce mot de passe n’ouvre pas la base « {chemin.name} ». Vérifiez les majuscules, puis "
            "recommencez."
        )


class BaseInaccessibleError(BaseError):
    """The file or its folder cannot be read or written."""

    def __init__(self, chemin: Path) -> None:
        super().__init__(
            f"Vous n’avez pas le droit d’écrire dans le dossier « {chemin.parent} ». Demandez-le "
            f"à votre service informatique ou copiez « {chemin.name} » dans un autre dossier."
        )


class DisquePleinError(BaseError):
    """There is no room left."""

    def __init__(self, chemin: Path) -> None:
        super().__init__(
            f"Le disque de « {chemin.parent} » est plein : rien n’a été enregistré. Libérez de la "
            "place, puis recommencez ; ce qui était enregistré avant est intact."
        )


class PanneDisqueError(BaseError):
    """The disk or the network gave way: the base is closed."""

    def __init__(self, chemin: Path) -> None:
        super().__init__(
            f"Le disque qui porte « {chemin.name} » ne répond plus : rien n’a été enregistré et la "
            "base a été fermée. Vérifiez le disque ou le réseau, puis rouvrez la base."
        )


class BaseFermeeError(BaseError):
    """The base was closed, and something still asked for it."""

    def __init__(self, chemin: Path) -> None:
        super().__init__(f"La base « {chemin.name} » a été fermée. Rouvrez-la.")


class BaseOccupeeError(BaseError):
    """Another program holds SQLite's own lock on the file."""

    def __init__(self, chemin: Path) -> None:
        super().__init__(
            f"La base « {chemin.name} » est utilisée par un autre programme (sauvegarde, "
            "antivirus, synchronisation). Attendez qu’il ait fini, puis recommencez."
        )


class SauvegardeImpossibleError(BaseError):
    """No backup can be made; what needed one first is not begun."""

    def __init__(self, dossier: Path) -> None:
        super().__init__(
            f"La sauvegarde n’a pas pu être faite dans le dossier « {dossier} ». Vérifiez qu’il "
            "reste de la place sur ce disque et que vous avez le droit d’y écrire."
        )


class SauvegardeTenueError(BaseError):
    """A backup cannot be removed; those that went before it are gone."""

    def __init__(self, chemin: Path) -> None:
        super().__init__(
            f"La sauvegarde « {chemin.name} » n’a pas pu être effacée du dossier "
            f"« {chemin.parent} » : fermez le programme qui la tient, puis recommencez."
        )


class ReservataireEnDoubleError(BaseError):
    """Two réservataires would have the same name."""

    def __init__(self, nom: str) -> None:
        super().__init__(f"Un réservataire porte déjà le nom « {nom} ». Modifiez celui-là.")


class LotAnnuleError(BaseError):
    """The import was already undone."""

    def __init__(self, lot: int) -> None:
        super().__init__(f"L’import nᵒ {lot} est déjà annulé.")


class LotUtiliseError(BaseError):
    """A dwelling that the import made has a vacancy, or a right in stock."""

    def __init__(self, lot: int, reference: str, usage: str) -> None:
        super().__init__(
            f"L’import nᵒ {lot} ne peut être annulé : le logement « {reference} », qu’il a créé, "
            f"a {usage}."
        )


class LotSuiviError(BaseError):
    """A later import changed the same dwellings."""

    def __init__(self, lot: int, suivant: int) -> None:
        super().__init__(
            f"L’import nᵒ {lot} ne peut être annulé : l’import nᵒ {suivant} a modifié les mêmes "
            "logements. Annulez d’abord celui-là."
        )


_SENTENCES: tuple[tuple[str, Callable[[Path], BaseError]], ...] = (
    ("disk is full", DisquePleinError),
    ("disk I/O error|unable to open", PanneDisqueError),
    ("locked", BaseOccupeeError),
    ("readonly", BaseInaccessibleError),
    ("malformed|not a database", BaseAbimeeError),
)


def traduire(erreur: BaseException, chemin: Path) -> FluxDeskError | None:
    """What to tell of an error of the base; None when it is a fault of the program."""
    said = str(erreur.orig if isinstance(erreur, DBAPIError) else erreur)
    if not isinstance(erreur, DBAPIError | dbapi2.Error):
        return None
    told = (make(chemin) for words, make in _SENTENCES if re.search(words, said))
    return next(told, None)
