"""The files of a replay, bound to their adapters: neither base, nor window, nor paper."""

from __future__ import annotations

from fluxdesk.adapters.sheets.rejeu_csv import ecrire_rejeu
from fluxdesk.adapters.sheets.tableau_reader import lire_tableau
from fluxdesk.services.rejouer_flux import FichiersRejeu

FICHIERS = FichiersRejeu(lire_tableau, ecrire_rejeu)
