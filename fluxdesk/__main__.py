"""``python -m fluxdesk``, and the script ``fluxdesk``: the window, or the command line."""

from __future__ import annotations

import sys
from pathlib import Path

from fluxdesk.bootstrap.charge import lancer_ligne, ouvrir_fenetre
from fluxdesk.domain.erreurs import FluxDeskError

EXTENSION = ".fluxdesk"
INTERROMPU = 130


def main() -> int:
    """The exit code. No word, or a base alone (a double click), opens the window."""
    words = sys.argv[1:]
    try:
        if not words:
            return ouvrir_fenetre(None, demonstration=False)
        if len(words) == 1 and words[0].endswith(EXTENSION):
            return ouvrir_fenetre(Path(words[0]), demonstration=False)
        return lancer_ligne(words)
    except FluxDeskError as error:
        print(error, file=sys.stderr)  # noqa: T201 - before there is a window to say it
        return 1
    except KeyboardInterrupt:
        print("Interrompu.", file=sys.stderr)  # noqa: T201 - before there is a window to say it
        return INTERROMPU


if __name__ == "__main__":
    sys.exit(main())
