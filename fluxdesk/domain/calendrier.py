"""Days that count in a delay: calendar days, worked days, public holidays."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeAlias

# The public holidays of a year in a departement (« 2A », « 976 »).
Feries: TypeAlias = Callable[[int, str], frozenset[date]]
