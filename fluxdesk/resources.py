"""Where the files shipped beside the code are: in the package once installed, else the checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """Path of a shipped file: ``resource("fonts", "Inter-Bold.ttf")``.

    A wheel and the installer carry them in ``fluxdesk/_resources``; a checkout in ``/resources``.
    """
    installed = _PACKAGE / "_resources"
    root = installed if installed.is_dir() else _PACKAGE.parent / "resources"
    return root.joinpath(*parts)
