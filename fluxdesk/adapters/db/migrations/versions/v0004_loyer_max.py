"""The greatest rent that the APL convention of a dwelling allows (LOYERMAXAPL)."""

from __future__ import annotations

from alembic import op


def upgrade() -> None:
    """Add the column; a base of before knows none of these rents."""
    op.execute("ALTER TABLE logement ADD COLUMN loyer_max INTEGER")
