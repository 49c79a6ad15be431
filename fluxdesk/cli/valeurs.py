"""Values of the services as JSON, for other programs.

A dataclass is an object of its fields; dates and hours are ISO 8601; an enumeration is its
value; a path is its text; a set is a sorted list. An exact number (``Fraction``) is an object
of two texts, since neither a float nor a rounded text could be trusted to be exact::

    {"valeur": "12.1900", "fraction": "1219/100"}

``valeur`` is rounded to the fourth decimal, the one of a rate in 1/10 000.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from enum import Enum
from fractions import Fraction
from pathlib import Path
from typing import TypeAlias

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"


def en_json(valeur: object) -> Json:
    """What ``json.dumps`` can write of a value of the services.

    Raises:
        TypeError: nothing of the services has this type.
    """
    if isinstance(valeur, Enum):
        return en_json(valeur.value)
    if valeur is None or isinstance(valeur, (str, bool, int, float)):
        return valeur
    if isinstance(valeur, Fraction):
        return _fraction(valeur)
    if isinstance(valeur, date):
        return valeur.isoformat()
    if isinstance(valeur, Path):
        return str(valeur)
    return _compose(valeur)


def document(valeur: object) -> str:
    """The one JSON document of a command, with its accents."""
    return json.dumps(en_json(valeur), ensure_ascii=False, indent=2)


def _compose(valeur: object) -> Json:
    if dataclasses.is_dataclass(valeur):
        names = (champ.name for champ in dataclasses.fields(valeur))
        return {name: en_json(getattr(valeur, name)) for name in names}
    if isinstance(valeur, Mapping):
        return {str(key): en_json(value) for key, value in valeur.items()}
    if isinstance(valeur, AbstractSet):
        return [en_json(value) for value in sorted(valeur)]
    if isinstance(valeur, Sequence):
        return [en_json(value) for value in valeur]
    message = f"no JSON for {type(valeur).__name__}"
    raise TypeError(message)


def _fraction(valeur: Fraction) -> dict[str, Json]:
    scaled = round(valeur * 10_000)
    sign = "-" if scaled < 0 else ""
    whole, rest = divmod(abs(scaled), 10_000)
    return {"valeur": f"{sign}{whole}.{rest:04d}", "fraction": str(valeur)}
