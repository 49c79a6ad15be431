"""The suggestion engine: who is owed the next dwelling, exactly, and why (moteur.md)."""

from __future__ import annotations
