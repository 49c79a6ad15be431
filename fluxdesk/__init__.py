"""FluxDesk: attribution of social dwellings under the gestion en flux."""

from __future__ import annotations

__version__ = "0.1.0"
